"""The last read that was believed, row by row, and what it is evidence of.

Evidence is what people did. What the program or its configuration learned between two reads, so
that a row is an entry now or an entry complete, makes nobody late.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from tochka_sync.history.lines import Lines, merged, spread, texts
from tochka_sync.history.meeting import Known
from tochka_sync.history.portraits import Portrait
from tochka_sync.history.reads import Read, Roster
from tochka_sync.result import Entry
from tochka_sync.sheet.form import Wanted, recognise
from tochka_sync.table import Origin, Table

Snapshot = Callable[[Read], tuple[Sequence[Roster], Mapping[str, Table]] | None]
"""Gives who stood where at an earlier read, and all its tabs, if they were not forgotten."""


class Asked(NamedTuple):
    """An entry of which it is asked since when its row stands as it does."""

    entry: Entry
    lines: Lines
    known: Known | None
    """What it is known as, if it is."""


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
            shown = _wholes(lines, table)
            found |= {
                entry: shown[row - 1] for entry, row in roster.rows.items() if row <= len(shown)
            }
        return found

    def aside(self, tables: Mapping[str, Table]) -> Mapping[int, str]:
        """Return which entries stand to the letter where they stood, on which of these tabs."""
        return {
            entry: roster.tab
            for roster, lines, _ in self._tabs
            if roster.tab in tables
            for shown in [_wholes(lines, tables[roster.tab])]
            for entry in roster.rows
            if self.whole.get(entry) in shown
        }

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
        after = self._absent_at(len(self.past) - 1)
        return None if after is None else min(after, now), now

    def stood(self, asked: Mapping[int, Asked]) -> dict[int, Between]:
        """Return since when rows stand as they do, of those that stood so at the last read already.

        New entries whose rows it took for none, on whichever tab: a row on one that was not read is
        no news when it is. And known ones that nobody touched since. The snapshots before it tell how
        long it has been so, whatever was made of the row.
        """
        since: dict[int, Between] = {}
        left = asked if self.tables else {}
        last = len(self.past) - 1
        for at in range(last, -1, -1):
            if not left:
                break
            read = self.past[at]
            tabs = (self.rosters, self.tables) if at == last else self.snapshot(read)
            there = _forgotten(left, read) if tabs is None else _standing(left, *tabs)
            for place, each in left.items():
                if place in there:
                    since[place] = (None, self._there_by(at))
                elif tabs is not None and place in since and each.known is not None:
                    before, after = since[place][1], self._absent_at(at)
                    since[place] = (None if after is None else min(after, before), before)
            left = {
                place: each
                for place, each in left.items()
                if place in there or (tabs is None and each.known is None)
            }
        return since

    @cached_property
    def _tabs(self) -> list[tuple[Roster, Lines, Table]]:
        """The tabs of the plan that are at hand."""
        return [
            (roster, Lines(roster.columns), self.tables[roster.tab])
            for roster in self.rosters
            if roster.tab in self.tables
        ]

    def _absent_at(self, at: int) -> datetime | None:
        """Return when what a read had not was not there, if its clock and those before it agree."""
        read = self.past[at]
        return read.absent_at if read.read_at == self._latest(at) else None

    def _there_by(self, at: int) -> datetime:
        """Return by when what a read had was there: by its clock, unless a read before knew better."""
        read, latest = self.past[at], self._latest(at)
        return read.state_at if read.read_at == latest or read.state_at < read.read_at else latest

    def _latest(self, at: int) -> datetime:
        """Return the latest that any clock showed up to a read."""
        return max(each.read_at for each in self.past[: at + 1])


def _wholes(lines: Lines, table: Table) -> list[str]:
    """Return the rows of a tab to the letter."""
    over = merged(table)
    return [
        lines.whole(spread(shown, over.get(row)))
        for row, shown in enumerate(zip_longest(*table.columns, fillvalue=""), 1)
    ]


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


def _standing(
    asked: Mapping[int, Asked], rosters: Sequence[Roster], tables: Mapping[str, Table]
) -> Set[int]:
    """Return which rows stood as they do now at a read, as that entry or as none."""
    apart = _apart(rosters, tables)
    wanted = {each.known.id for each in asked.values() if each.known}
    rows = {
        entry: (lines, table, row)
        for roster in rosters
        if (table := tables.get(roster.tab)) is not None
        for lines in [Lines(roster.columns)]
        for entry, row in roster.rows.items()
        if entry in wanted
    }
    found = set()
    for place, (entry, lines, known) in asked.items():
        cells = lines.cells(entry.texts)
        if not apart.isdisjoint((cells, _every(entry.texts))):
            found.add(place)
        elif known is not None and known.id in rows:
            old, table, row = rows[known.id]
            if cells == old.cells(texts(table, row)):
                found.add(place)
    return found


def _forgotten(asked: Mapping[int, Asked], read: Read) -> Set[int]:
    """Return which rows stood as they do now at a read whose snapshot is gone, by the ledger."""
    return {
        place
        for place, each in asked.items()
        if each.known and each.known.changed_at and each.known.changed_at <= read.read_at
    }


def _every(shown: Sequence[str]) -> tuple[str, ...]:
    """Return all that stands in a row."""
    return tuple(sorted(filter(None, map(str.strip, shown))))


def state_at(origin: Origin) -> datetime:
    """Return the moment than which nothing in a read is younger."""
    return min(origin.read_at, origin.modified or origin.read_at)
