"""The last read that was believed, row by row, and what it is evidence of.

Evidence is what people did. What the program or its configuration learned between two reads, so
that a row is an entry now or an entry complete, makes nobody late.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import zip_longest

from tochka_sync.history.lines import Lines, merged, spread, texts
from tochka_sync.history.meeting import Known
from tochka_sync.history.portraits import Portrait
from tochka_sync.history.reads import Read, Roster
from tochka_sync.result import Entry
from tochka_sync.sheet.form import Wanted, recognise
from tochka_sync.table import Origin, Table

Snapshot = Callable[[Read], tuple[Sequence[Roster], Mapping[str, Table]] | None]
"""Gives who stood where at an earlier read, and all its tabs, if they were not forgotten."""

Between = tuple[datetime | None, datetime]
"""Not yet so at the one moment, so at the other; nothing where it was never otherwise."""


@dataclass(frozen=True)
class Before:
    """The last read that was believed, and those before it."""

    past: tuple[Read, ...]
    """Oldest first."""
    rosters: tuple[Roster, ...]
    tables: Mapping[str, Table]
    """All its tabs by their titles, if they were not forgotten."""
    snapshot: Snapshot

    @cached_property
    def whole(self) -> Mapping[int, str]:
        """The last read's rows to the letter, by entry."""
        found: dict[int, str] = {}
        for roster, lines, table in self._tabs:
            shown = list(zip_longest(*table.columns, fillvalue=""))
            over = merged(table)
            found |= {
                entry: lines.whole(spread(shown[row - 1], over.get(row)))
                for entry, row in roster.rows.items()
                if row <= len(shown)
            }
        return found

    def portrait(self, known: Known) -> Portrait:
        """Return a portrait, with the contacts of the last read where they are at hand."""
        for roster, lines, table in self._tabs:
            if known.id in roster.rows:
                people = lines.people(texts(table, roster.rows[known.id]))
                return known.portrait.with_people(people)
        return known.portrait

    def between(self, origin: Origin) -> Between:
        """Return between which moments what is new in a read came about."""
        now = state_at(origin)
        if not self.past or not self.past[-1].recognised:
            return None, now  # in a form nobody could read an entry may have been all the same
        latest = max(read.read_at for read in self.past)
        if now == origin.read_at < latest:
            return None, latest  # the clock was wrong, now or then
        return min(self.past[-1].absent_at, now), now

    def unread(self, fresh: Mapping[int, tuple[Entry, Lines]]) -> dict[int, Between]:
        """Return since when new entries stand there, of those whose rows the last read took for none.

        On whichever tab: a row on one that was not read is no news when it is. The snapshots before
        tell how long it has stood as it does; by which the cells were so, and nobody knows since when.
        """
        apart = _apart(self.rosters, self.tables) if fresh and self.past else frozenset()
        if not apart:
            return {}
        there = _among(apart, fresh)
        since: dict[int, Between] = dict.fromkeys(there, (None, self._there_by(-1)))
        for at in range(len(self.past) - 2, -1, -1):
            if not there:
                break
            older = self.snapshot(self.past[at])
            if older is not None:
                there = _among(_apart(*older), there)
                since |= dict.fromkeys(there, (None, self._there_by(at)))
        return since

    def untouched(self, entry: Entry, known: Known, lines: Lines) -> Between | None:
        """Return since when an entry stands as it does, if nobody touched it since the last read."""
        cells = lines.cells(entry.texts)
        if not any(
            cells == old.cells(texts(table, roster.rows[known.id]))
            for roster, old, table in self._tabs
            if known.id in roster.rows
        ):
            return None
        changed = [read for read in self.past if read.read_at == known.changed_at]
        if not changed:
            return None
        now = changed[0].state_at
        earlier = [read.absent_at for read in self.past if read.id < changed[0].id]
        return (min(earlier[-1], now) if earlier else None), now

    @cached_property
    def _tabs(self) -> list[tuple[Roster, Lines, Table]]:
        """The tabs of the plan that are at hand."""
        return [
            (roster, Lines(roster.columns), self.tables[roster.tab])
            for roster in self.rosters
            if roster.tab in self.tables
        ]

    def _there_by(self, at: int) -> datetime:
        """Return by when what a read had was there: by its clock, unless a read before knew better."""
        read = self.past[at]
        latest = max(each.read_at for each in self.past if each.id <= read.id)
        return read.state_at if read.read_at == latest or read.state_at < read.read_at else latest


def _apart(rosters: Sequence[Roster], tables: Mapping[str, Table]) -> frozenset[tuple[str, ...]]:
    """The cells of the rows that were not taken for entries, those of tabs nobody read among them."""
    if not rosters:
        return frozenset()
    of_plan = {roster.tab: roster for roster in rosters}
    found: set[tuple[str, ...]] = set()
    for title, table in tables.items():
        roster = of_plan.get(title)
        if table.hidden and roster is None:
            continue
        stood = set(roster.rows.values()) if roster else set()
        lines = Lines(roster.columns) if roster else None
        if lines is None or not lines.columns:
            lines = Lines.of(recognise(table, Wanted()))
        for row in range(1, table.height + 1):
            if row not in stood:
                shown = texts(table, row)
                found.add(lines.cells(shown) if lines.columns else _every(shown))
    return frozenset(found) - {()}


def _among(
    apart: Set[tuple[str, ...]], fresh: Mapping[int, tuple[Entry, Lines]]
) -> Mapping[int, tuple[Entry, Lines]]:
    """Return those of some entries whose cells are those of a row that was taken for none."""
    return {
        place: (entry, lines)
        for place, (entry, lines) in fresh.items()
        if not apart.isdisjoint((lines.cells(entry.texts), _every(entry.texts)))
    }


def _every(shown: Sequence[str]) -> tuple[str, ...]:
    """Return all that stands in a row."""
    return tuple(sorted(filter(None, map(str.strip, shown))))


def state_at(origin: Origin) -> datetime:
    """Return the moment than which nothing in a read is younger."""
    return min(origin.read_at, origin.modified or origin.read_at)
