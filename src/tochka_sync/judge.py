"""The rows of the plan: what each says and what is wrong with it.

A distinct cell is read and held against the schema once, and a row is put together of what is known
of its cells. Columns that say one thing together, a date and its time of day, are read as one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tochka_sync.assemble import TOGETHER, Part, joined
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.result import UNTIMED, Entry
from tochka_sync.sheet.form import Form, Row, is_blank
from tochka_sync.table import Cell, letters
from tochka_sync.values.cells import READERS, Reader
from tochka_sync.values.reading import BLANK, Reading, Remark
from tochka_sync.verdicts import FIELDS, NOTHING, Frame, Notes, Raw, Values, Verdict

Placed = tuple[tuple[int, Verdict], ...]
"""Verdicts, each with its slot in the frame of the rows."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What the cells of one group of columns say, the same in every row that has them."""

    own: Placed
    also: Placed
    """Of other fields, said in passing: they count where those have nothing of their own."""
    loud: bool
    """Whether it makes findings."""
    noted: bool
    """Whether anything was assumed."""


@dataclass(frozen=True, slots=True)
class _Column:
    field: Field
    index: int | None
    """Nothing for a field that has no column and is only carried to rows."""
    rich: Mapping[int, Cell]
    """The cells that are more than their text, by zero-based row."""

    def key(self, row: Row) -> str | Cell:
        """Return what tells the row's cell from others: its text wherever there is no more to it."""
        if row.filled and self.field in row.filled:
            return row.cells[self.field]
        if self.index is None:
            return ""
        return self.rich.get(row.number - 1) or row.texts[self.index]


@dataclass(frozen=True, slots=True)
class _Group:
    columns: tuple[_Column, ...]
    index: int | None
    """The one column, where its cells are no more than their text."""
    known: dict[str | Cell | tuple[str | Cell, ...], _Said] = field(default_factory=dict)


class Judge:
    """Judges the rows of one form. What is the same for all of them is worked out once."""

    def __init__(self, form: Form, reader: Reader, required: frozenset[str]) -> None:
        """Take the fields without which an entry is incomplete as `required`."""
        self._tab = form.table.title
        self._reader = reader
        self._required = required
        self._headers = headers(form)
        self._columns = {
            column.field: column.index
            for column in reversed(form.columns)
            if column.field is not None
        }
        carried = {name for row in form.rows for name in row.filled} - self._columns.keys()
        self._frame = Frame([*self._columns, *sorted(carried)])
        self._needed = tuple(self._frame.slots[name] for name in required)
        self._groups = _groups(form, {**self._columns, **dict.fromkeys(sorted(carried))})

    def entry(self, row: Row) -> Entry:
        """Judge one event row."""
        texts, plain = row.texts, not row.filled
        found: list[Verdict | None] = [None] * len(self._frame.names)
        also: Placed = ()
        loud, noted = False, not plain
        for group in self._groups:
            if plain and group.index is not None:  # nearly every cell of a plan comes by here
                said = group.known.get(texts[group.index]) or self._said(group, row)
            else:
                said = self._said(group, row)
            for slot, verdict in said.own:
                found[slot] = verdict
            loud = loud or said.loud
            noted = noted or said.noted
            if said.also:
                also += said.also
        for slot, verdict in also:
            known = found[slot]
            if known is None or known.blank:
                found[slot] = verdict
        verdicts = tuple(found)
        values = Values(self._frame, verdicts)
        entry = Entry(
            tab=self._tab,
            row=row.number,
            raw=Raw(self._headers, texts),
            values=values,
            notes=Notes(self._frame, verdicts, row.filled) if noted else NOTHING,
            findings=self._findings(row, verdicts, values.get("school")) if loud else (),
            complete=True,
            timing=UNTIMED,
            sound=True,
            columns=self._columns,
            texts=texts,
        )
        for slot in self._needed:
            needed = verdicts[slot]
            if needed is None or needed.value is None:
                entry.complete = False
                entry.sound = entry.sound and (needed is None or needed.refused is None)
        return entry

    def _said(self, group: _Group, row: Row) -> _Said:
        """Return what a group of cells says; what is said once is known."""
        keys = tuple([column.key(row) for column in group.columns])
        key = keys[0] if len(keys) == 1 else keys
        said = group.known.get(key)
        if said is None:
            said = group.known[key] = self._read(group, keys)
        return said

    def _read(self, group: _Group, keys: Sequence[str | Cell]) -> _Said:
        readings = {}
        for column, key in zip(group.columns, keys, strict=True):
            cell = Cell(key) if isinstance(key, str) else key
            readings[column.field] = (
                BLANK if is_blank(cell) else self._reader.read(column.field, cell)
            )
        also = {
            name.value: Part(Reading(value), column)
            for column, reading in reversed(readings.items())
            for name, value in reading.also.items()
        }
        own = self._placed(joined(readings))
        return _Said(
            own,
            self._placed(also),
            any(verdict.loud for _, verdict in own),
            any(verdict.part.reading.notes for _, verdict in own),
        )

    def _placed(self, parts: Mapping[str, Part]) -> Placed:
        slots = self._frame.slots
        return tuple(
            (slots[name], Verdict.of(name, part, self._required))
            for name, part in parts.items()
            if name in slots
        )

    def _findings(
        self, row: Row, verdicts: Sequence[Verdict | None], school: str | None
    ) -> tuple[Finding, ...]:
        """Return what is refused, and then what is only remarked on, in the order of the fields."""
        fields = list(zip(FIELDS, verdicts, strict=False))
        refused = [
            self._finding(row, name, verdict.part, verdict.refused, school, refused=True)
            for name, verdict in fields
            if verdict is not None and verdict.refused is not None
        ]
        told = [
            self._finding(row, name, verdict.part, note, school, refused=False)
            for name, verdict in fields
            if verdict is not None
            for note in verdict.told
        ]
        return (*refused, *told)

    def _finding(
        self, row: Row, name: str, part: Part, remark: Remark, school: str | None, *, refused: bool
    ) -> Finding:
        code = Code(remark.code) if remark.code else Code.VALUE_UNREADABLE
        severity = SEVERITIES[code]
        if refused and severity is Severity.WARNING and name in self._required:
            severity = Severity.ERROR  # without it the entry is incomplete
        column = self._columns.get(part.column)
        cell = row.cells.get(part.column)
        title = row.cells.get(Field.TITLE)
        return Finding(
            code=code,
            severity=severity,
            reason=remark.reason,
            facts=remark.facts,
            tab=self._tab,
            row=row.number,
            column=letters(column) if column is not None else None,
            field=part.column.value,
            value=cell.text if cell else "",
            suggestion=remark.suggestion,
            candidates=remark.candidates,
            school=school,
            title=title.text if title else None,
        )


def headers(form: Form) -> dict[str, int]:
    """Return the columns by heading, each heading once: a second or an empty one by its letters."""
    named: dict[str, int] = {}
    for column in form.columns:
        header = column.header or letters(column.index)
        named[header if header not in named else f"{header} ({letters(column.index)})"] = (
            column.index
        )
    return named


def _groups(form: Form, places: Mapping[Field, int | None]) -> list[_Group]:
    """Return the columns that have a reader, those that say one thing together as one group."""
    rich = form.table.rich_columns
    columns = {
        name: _Column(name, index, {} if index is None else rich.get(index, {}))
        for name, index in places.items()
        if name in READERS
    }
    together = {name: group for group in TOGETHER for name in group}
    groups: dict[tuple[Field, ...], list[_Column]] = {}
    for name, column in columns.items():
        groups.setdefault(together.get(name, (name,)), []).append(column)
    return [
        _Group(tuple(group), None if len(group) > 1 or group[0].rich else group[0].index)
        for group in groups.values()
    ]
