"""What changed between two reads: by entry rather than by place, cell by cell, old → new.

Takes reads that were judged, so that it is known which entry stood in which row. Moved rows,
columns and new numbers are no change. Contacts are shown only where the caller wants them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tochka_sync import privacy
from tochka_sync.history.lines import merged
from tochka_sync.history.meeting import Column
from tochka_sync.history.reads import Roster
from tochka_sync.table import Table, letters


@dataclass(frozen=True)
class Side:
    """One of the two moments: who stands where, and the tab."""

    roster: Roster
    table: Table

    @cached_property
    def merged(self) -> Mapping[int, Mapping[int, str]]:
        """What the merged cells show."""
        return merged(self.table)


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
    """One entry. Of a new one there is no `old_row`, of one that is gone no `new_row`."""

    entry: int
    old_row: int | None
    new_row: int | None
    school: str
    """As the cell shows it."""
    title: str
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed between two reads, in the order of the rows."""

    added: tuple[EntryChange, ...]
    removed: tuple[EntryChange, ...]
    changed: tuple[EntryChange, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def between(old: Side, new: Side, *, contacts: bool) -> Changes:
    """Return what became of every entry from one read to another."""
    reader = _Reader(old, new, contacts=contacts)
    before, after = old.roster.rows, new.roster.rows
    told = [reader.change(entry) for entry in sorted(before.keys() & after.keys(), key=after.get)]  # type: ignore[arg-type]
    return Changes(
        added=tuple(
            reader.change(entry)
            for entry in sorted(after, key=after.__getitem__)
            if entry not in before
        ),
        removed=tuple(
            reader.change(entry)
            for entry in sorted(before, key=before.__getitem__)
            if entry not in after
        ),
        changed=tuple(change for change in told if change.cells),
    )


class _Reader:
    def __init__(self, old: Side, new: Side, *, contacts: bool) -> None:
        self._old, self._new = old, new
        self._contacts = contacts
        self._old_columns = {column.key: column for column in old.roster.columns}
        self._new_columns = {column.key: column for column in new.roster.columns}
        keys = [
            *self._new_columns,
            *(key for key in self._old_columns if key not in self._new_columns),
        ]
        self._keys = [key for key in keys if key != "number"]

    def change(self, entry: int) -> EntryChange:
        """Return the cells of an entry that are not what they were: all, if one read has none."""
        row, old = self._new.roster.rows.get(entry), self._old.roster.rows.get(entry)
        side, columns = (self._new, self._new_columns) if row else (self._old, self._old_columns)
        return EntryChange(
            entry,
            old,
            row,
            school=self._shown(_text(side, columns, "school", entry), columns.get("school")),
            title=self._shown(_text(side, columns, "title", entry), columns.get("title")),
            cells=tuple(self._cells(entry)),
        )

    def _cells(self, entry: int) -> list[CellChange]:
        found = []
        for key in self._keys:
            old = _text(self._old, self._old_columns, key, entry)
            new = _text(self._new, self._new_columns, key, entry)
            if old.strip() == new.strip():
                continue
            column = self._new_columns.get(key) or self._old_columns[key]
            found.append(
                CellChange(
                    column.header or letters(column.index),
                    letters(column.index),
                    self._shown(old, column),
                    self._shown(new, column),
                )
            )
        return found

    def _shown(self, text: str, column: Column | None) -> str:
        if self._contacts or not text:
            return text
        return privacy.MASK if column is not None and column.personal else privacy.mask(text)


def _text(side: Side, columns: Mapping[str, Column], key: str, entry: int) -> str:
    row, column = side.roster.rows.get(entry), columns.get(key)
    if row is None or column is None:
        return ""
    text = side.table.text(row - 1, column.index)
    return text or side.merged.get(row, {}).get(column.index, "")
