"""The last read that was believed, row by row, and what it is evidence of.

Evidence is what people did. What the program or its configuration learned between two reads, so
that a row is an entry now or an entry complete, makes nobody late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import zip_longest

from tochka_sync.history.lines import Lines, merged, spread, texts
from tochka_sync.history.meeting import Known
from tochka_sync.history.portraits import Portrait
from tochka_sync.history.reads import Read, Roster
from tochka_sync.result import Entry
from tochka_sync.table import Origin, Table

Between = tuple[datetime | None, datetime]
"""Not yet so at the one moment, so at the other; nothing where it was never otherwise."""


@dataclass(frozen=True)
class Before:
    """The last read that was believed, and those before it."""

    past: tuple[Read, ...]
    """Oldest first."""
    roster: Roster | None
    table: Table | None
    """The events tab, if it was not forgotten."""

    @cached_property
    def lines(self) -> Lines:
        """The columns of the last read."""
        return Lines(self.roster.columns if self.roster else ())

    @cached_property
    def whole(self) -> Mapping[int, str]:
        """The last read's rows to the letter, by entry."""
        if self.roster is None or self.table is None:
            return {}
        shown = list(zip_longest(*self.table.columns, fillvalue=""))
        lines, over = self.lines, merged(self.table)
        return {
            entry: lines.whole(spread(shown[row - 1], over.get(row)))
            for entry, row in self.roster.rows.items()
            if row <= len(shown)
        }

    def portrait(self, known: Known) -> Portrait:
        """Return a portrait, with the contacts of the last read where they are at hand."""
        row = self._texts(known)
        return known.portrait if row is None else known.portrait.with_people(self.lines.people(row))

    def between(self, origin: Origin) -> Between:
        """Return between which moments what is new in a read came about."""
        now = state_at(origin)
        if not self.past or not self.past[-1].recognised:
            return None, now  # in a form nobody could read an entry may have been all the same
        latest = max(read.read_at for read in self.past)
        if now == origin.read_at < latest:
            return None, latest  # the clock was wrong, now or then
        return min(self.past[-1].absent_at, now), now

    def unread(self, entry: Entry, lines: Lines) -> Between | None:
        """Return since when a new entry stands there, if the last read took its row for none."""
        there = bool(self._apart) and lines.cells(entry.texts) in self._apart
        return (None, self.past[-1].state_at) if there else None

    def untouched(self, entry: Entry, known: Known, lines: Lines) -> Between | None:
        """Return since when an entry stands as it does, if nobody touched it since the last read."""
        row = self._texts(known)
        if row is None or lines.cells(entry.texts) != self.lines.cells(row):
            return None
        changed = [read for read in self.past if read.read_at == known.changed_at]
        if not changed:
            return None
        now = changed[0].state_at
        earlier = [read.absent_at for read in self.past if read.id < changed[0].id]
        return (min(earlier[-1], now) if earlier else None), now

    def _texts(self, known: Known) -> tuple[str, ...] | None:
        if self.roster is None or self.table is None or known.id not in self.roster.rows:
            return None
        return texts(self.table, self.roster.rows[known.id])

    @cached_property
    def _apart(self) -> frozenset[tuple[str, ...]]:
        """The cells of the rows that were not taken for entries."""
        if self.roster is None or self.table is None:
            return frozenset()
        stood = set(self.roster.rows.values())
        rows = (row for row in range(1, self.table.height + 1) if row not in stood)
        return frozenset(self.lines.cells(texts(self.table, row)) for row in rows) - {()}


def state_at(origin: Origin) -> datetime:
    """Return the moment than which nothing in a read is younger."""
    return min(origin.read_at, origin.modified or origin.read_at)
