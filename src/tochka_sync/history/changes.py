"""What changed between two reads: by entry rather than by place, cell by cell, old → new.

Takes reads that were judged, so that it is known which entry stood in which row. Moved rows,
columns and new numbers are no change. Contacts are shown only where the caller wants them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from tochka_sync import privacy
from tochka_sync.history.lines import merged
from tochka_sync.history.meeting import Column
from tochka_sync.history.reads import Roster
from tochka_sync.table import Table, letters
from tochka_sync.values.text import clean


@dataclass(frozen=True)
class Side:
    """One tab at one of the two moments: who stands where, and the tab."""

    roster: Roster
    table: Table

    @cached_property
    def merged(self) -> Mapping[int, Mapping[int, str]]:
        """What the merged cells show."""
        return merged(self.table)

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """Its columns by what they mean."""
        return {column.key: column for column in self.roster.columns}

    def text(self, row: int, key: str) -> str:
        """Return what a column shows in a row; nothing where there is no such column."""
        column = self.columns.get(key)
        if column is None:
            return ""
        text = self.table.text(row - 1, column.index)
        return text or self.merged.get(row, {}).get(column.index, "")


Place = tuple[Side, int]
"""Where an entry stands: its tab and row."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell, before and after."""

    header: str
    column: str
    """The letters of the column, in the newer read if it is there."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry. Of a new one there is no old tab and row, of one that is gone no new ones."""

    entry: int
    old_tab: str | None
    old_row: int | None
    new_tab: str | None
    new_row: int | None
    school: str
    """As the cell shows it."""
    title: str
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed between two reads, in the order of the tabs and their rows."""

    added: tuple[EntryChange, ...]
    removed: tuple[EntryChange, ...]
    changed: tuple[EntryChange, ...]
    several: bool = False
    """Whether the plan stands on several tabs, so that a row alone is no place."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def between(old: Sequence[Side], new: Sequence[Side], *, contacts: bool) -> Changes:
    """Return what became of every entry from one read to another."""
    before, after = _places(old), _places(new)
    reader = _Reader(contacts=contacts)
    told = [reader.change(entry, before.get(entry), place) for entry, place in after.items()]
    gone = [
        reader.change(entry, place, None) for entry, place in before.items() if entry not in after
    ]
    return Changes(
        added=tuple(change for change in told if change.old_row is None),
        removed=tuple(gone),
        changed=tuple(change for change in told if change.old_row is not None and change.cells),
        several=len(old) > 1 or len(new) > 1,
    )


def _places(sides: Sequence[Side]) -> dict[int, Place]:
    """Return where every entry stands, in the order of the tabs and their rows."""
    return {
        entry: (side, row)
        for side in sides
        for entry, row in sorted(side.roster.rows.items(), key=itemgetter(1))
    }


def _columns(old: Place | None, new: Place | None) -> Iterator[tuple[Column | None, Column | None]]:
    """Give the columns of two rows by pairs, those of the newer in their order first.

    By what they mean, and where that was learned in between, by their heading.
    """
    before, after = (dict(place[0].columns) if place else {} for place in (old, new))
    left = {key: column for key, column in before.items() if key not in after}
    for key, column in after.items():
        one = before.get(key)
        if one is None and column.header:
            same = (name for name, each in left.items() if each.header == column.header)
            one = left.pop(next(same, ""), None)
        yield one, column
    for column in left.values():
        yield column, None


class _Reader:
    def __init__(self, *, contacts: bool) -> None:
        self._contacts = contacts

    def change(self, entry: int, old: Place | None, new: Place | None) -> EntryChange:
        """Return the cells of an entry that are not what they were: all, if one read has none."""
        school, title = (self._text(new or old, key) for key in ("school", "title"))
        return EntryChange(
            entry,
            old and old[0].roster.tab,
            old and old[1],
            new and new[0].roster.tab,
            new and new[1],
            school=school,
            title=title,
            cells=tuple(self._cells(old, new)),
        )

    def _cells(self, old: Place | None, new: Place | None) -> Iterator[CellChange]:
        for one, other in _columns(old, new):
            before = old[0].text(old[1], one.key) if old and one else ""
            after = new[0].text(new[1], other.key) if new and other else ""
            column = other or one
            if column is None or column.numbers or clean(before) == clean(after):
                continue
            # That it holds people may have been learned in between.
            about = one if one is not None and one.personal else column
            yield CellChange(
                column.header or letters(column.index),
                letters(column.index),
                self._shown(before, about),
                self._shown(after, about),
            )

    def _text(self, place: Place | None, key: str) -> str:
        if place is None:
            return ""
        side, row = place
        return self._shown(side.text(row, key), side.columns.get(key))

    def _shown(self, text: str, column: Column | None) -> str:
        if self._contacts or not text:
            return text
        return privacy.MASK if column is not None and column.personal else privacy.mask(text)
