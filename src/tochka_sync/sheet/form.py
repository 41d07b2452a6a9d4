"""The form of a tab put together: its header, its columns, and every row with its kind.

START at `recognise`. Every non-blank row comes out exactly once. A value is carried to a row it was
not typed in only from a merged cell, from a school's own heading above, or — where the file keeps no
merges — to a row without a number right under a numbered one; such a row says so in `filled`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import assert_never

from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import Finding
from tochka_sync.sheet import columns, complaints, rows, sections
from tochka_sync.sheet.columns import Column, Decision, Header, Kind, Wanted
from tochka_sync.sheet.headings import shown
from tochka_sync.sheet.rows import Doubt, Layout
from tochka_sync.table import Cell, Table

__all__ = ["Cells", "Column", "Form", "Kind", "Row", "Wanted", "recognise"]


class Cells(Mapping[Field, Cell]):
    """The non-blank cells of one row by field, made when they are asked for.

    A plan of a country has millions of cells, and most are looked at once.
    """

    __slots__ = ("_columns", "_given", "_row", "_table")

    def __init__(
        self, table: Table, row: int, places: Mapping[Field, int], given: Mapping[Field, Cell]
    ) -> None:
        """Take the cells of a zero-based `row`; `given` are those carried to it from elsewhere."""
        self._table = table
        self._row = row
        self._columns = places
        self._given = given

    def __getitem__(self, name: Field) -> Cell:
        given = self._given.get(name)
        if given is not None:
            return given
        cell = self._table.cell(self._row, self._columns[name])
        if is_blank(cell):
            raise KeyError(name)
        return cell

    def __iter__(self) -> Iterator[Field]:
        for name, column in self._columns.items():
            if name in self._given or not is_blank(self._table.cell(self._row, column)):
                yield name
        yield from (name for name in self._given if name not in self._columns)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"Cells({dict(self)!r})"


@dataclass(slots=True)
class Row:
    """One non-blank row of the sheet. Not frozen: that would take half as long again to make."""

    number: int
    """As the sheet counts: from 1."""
    kind: RowKind
    texts: tuple[str, ...]
    """Every column's text as shown, column by column of the sheet."""
    table: Table = field(repr=False)
    places: Mapping[Field, int] = field(default_factory=dict, repr=False)
    """The column of each field; of an event only."""
    given: Mapping[Field, Cell] = field(default_factory=dict)
    """What was carried here from a merge, a heading or the row above."""

    @property
    def cells(self) -> Mapping[Field, Cell]:
        """Of an event only: its cells by field, those carried to it included, blank ones left out."""
        return Cells(self.table, self.number - 1, self.places, self.given)

    @property
    def filled(self) -> frozenset[Field]:
        """The fields whose value was carried here."""
        return frozenset(self.given)


@dataclass(frozen=True, slots=True)
class Form:
    """A tab understood, or — with no columns — not."""

    table: Table
    header_rows: tuple[int, ...]
    """Zero-based."""
    columns: tuple[Column, ...]
    """Those with a heading or with anything in an entry; `index` says where."""
    rows: tuple[Row, ...]
    """The non-blank rows, the header's and the titles' included."""
    blank: int
    """How many rows have nothing in them."""
    findings: tuple[Finding, ...]


def recognise(table: Table, wanted: Wanted) -> Form:
    """Find the header, name the columns and tell every row's kind."""
    header = columns.find(table, wanted)
    textless = _textless(table)
    if header is None:
        found = tuple(
            Row(row + 1, RowKind.TITLE, texts, table)
            for row, texts in enumerate(_texts(table))
            if rows.filled(texts) or row in textless
        )
        problem = complaints.unrecognised(table, wanted, empty=not found)
        return Form(table, (), (), found, table.height - len(found), (problem,))
    first = header.rows[-1] + 1
    below = [table.text(first, column) for column in range(table.width)]
    if rows.numbering(below, rows.filled(below)):
        first += 1
    decision = columns.decide(table, header, first)
    layout = Layout.of(table, decision.fields, header.rows)
    found = _rows(table, layout, _settled(layout, _judged(table, layout, header, textless)), first)
    named = _columns(table, header, decision, found)
    there = {*decision.fields.values(), *(name for row in found for name in row.filled)}
    problems = (
        *complaints.duplicates(table, header, decision),
        *complaints.unknown(table, header, decision, named),
        *complaints.missing(table, wanted, header, named, there),
    )
    return Form(table, header.rows, named, found, table.height - len(found), problems)


@dataclass(slots=True)
class _Line:
    row: int
    cells: tuple[str, ...]
    present: tuple[int, ...]
    kind: RowKind | Doubt


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell has nothing to read."""
    return cell.value in (None, "") and not cell.text.strip(rows.EMPTY)


def _texts(table: Table) -> Iterator[tuple[str, ...]]:
    """Give the texts of every row."""
    return zip_longest(*table.columns, fillvalue="")


def _textless(table: Table) -> dict[int, list[int]]:
    """Return the cells that show nothing and are not blank: row → columns."""
    textless: dict[int, list[int]] = {}
    for column, cells in table.rich_columns.items():
        for row in cells:
            if not table.text(row, column).strip(rows.EMPTY) and not is_blank(cells[row]):
                textless.setdefault(row, []).append(column)
    return textless


def _marks(table: Table, layout: Layout) -> Iterator[tuple[int, ...]]:
    """Give the marks of every row's cells, each distinct cell looked at once."""
    marked = []
    for column in table.columns:
        known = {cell: rows.mark(layout, cell) for cell in set(column)}
        marked.append(bytes(map(known.__getitem__, column)))  # ten million cells, ten MiB
    return zip_longest(*marked, fillvalue=rows.Mark.BLANK.value)


def _judged(
    table: Table, layout: Layout, header: Header, textless: Mapping[int, Sequence[int]]
) -> list[_Line]:
    """Judge every non-blank row by itself; rows of equal marks at once, where those decide."""
    lines: list[_Line] = []
    last = header.rows[-1]
    shapes: dict[tuple[int, ...], tuple[tuple[int, ...], bool]] = {}
    for row, (cells, marks) in enumerate(zip(_texts(table), _marks(table, layout), strict=True)):
        shape = shapes.get(marks)
        if shape is None:
            filled = tuple([column for column, mark in enumerate(marks) if mark])
            shape = shapes[marks] = (filled, rows.is_evident(marks, filled))
        present, evident = shape
        if row in textless:
            present, evident = tuple(sorted((*present, *textless[row]))), False
        if not present:
            continue
        kind: RowKind | Doubt
        if row <= last:
            kind = RowKind.HEADER if row >= header.rows[0] else RowKind.TITLE
        elif evident:
            kind = RowKind.EVENT
        else:
            kind = rows.judge(layout, row, cells, present)
            under = lines[-1].kind if lines else None
            headed = under is RowKind.HEADER or under is RowKind.REPEATED_HEADER
            if headed and rows.numbering(cells, present):
                kind = RowKind.NUMBERING
        lines.append(_Line(row, cells, present, kind))
    return lines


def _settled(layout: Layout, lines: list[_Line]) -> list[_Line]:
    """Settle from the bottom what a row heads, and what closes the table."""
    closing = True
    below: _Line | None = None  # the next row of any kind
    entry: _Line | None = (
        None  # the next row that is not a heading, where only headings lie between
    )
    for line in reversed(lines):
        if isinstance(line.kind, Doubt):
            line.kind = _settle(layout, line.kind, below, entry)
        if line.kind is RowKind.EVENT and closing:
            if rows.is_signature(layout, line.cells, line.present):
                line.kind = RowKind.FOOTNOTE
            else:
                closing = False
        below = line
        if line.kind not in _HEADINGS:
            entry = line
    return lines


_HEADINGS = {RowKind.SECTION, RowKind.NUMBERING, RowKind.REPEATED_HEADER}
_HEADED = _HEADINGS | {RowKind.EVENT, RowKind.PRENUMBERED, RowKind.EXAMPLE}


def _settle(layout: Layout, doubt: Doubt, below: _Line | None, entry: _Line | None) -> RowKind:
    heads = below is not None and below.kind in _HEADED
    match doubt:
        case Doubt.SCHOOL:
            heads = entry is not None and entry.kind is RowKind.EVENT
            blank = heads and entry is not None and layout.school not in entry.present
            return RowKind.SECTION if blank else RowKind.EVENT
        case Doubt.CAPITALS:
            return RowKind.SECTION if heads else RowKind.EVENT
        case Doubt.ASIDE:
            return RowKind.SECTION if heads else RowKind.FOOTNOTE
        case _:
            assert_never(doubt)


def _rows(table: Table, layout: Layout, lines: Sequence[_Line], first: int) -> tuple[Row, ...]:
    """Make the rows, with what is carried to them."""
    places = {name: column for column, name in layout.fields.items()}
    merged = _merged(table, layout, first)
    sections = any(line.kind is RowKind.SECTION for line in lines)
    headed = _Headed()
    block = _Block(table, layout)
    found = []
    for line in lines:
        kind = line.kind if isinstance(line.kind, RowKind) else RowKind.EVENT
        carried = merged.get(line.row, _NOTHING)
        school = headed.school(line, kind) if sections else None
        school = school or block.school(line, kind)
        if kind is not RowKind.EVENT:
            found.append(Row(line.row + 1, kind, line.cells, table, _NOWHERE, _NOTHING))
            continue
        if school and layout.school not in line.present and Field.SCHOOL not in carried:
            carried = {**carried, Field.SCHOOL: school}
        found.append(Row(line.row + 1, kind, line.cells, table, places, carried))
    return tuple(found)


_NOTHING: Mapping[Field, Cell] = {}
_NOWHERE: Mapping[Field, int] = {}


def _merged(table: Table, layout: Layout, first: int) -> dict[int, dict[Field, Cell]]:
    """Return what merged cells carry down: row → field → the cell at the top of the merge."""
    carried: dict[int, dict[Field, Cell]] = {}
    for merge in table.merges:
        name = layout.fields.get(merge.left)
        top = table.cell(merge.top, merge.left)
        if name is None or merge.top < first or is_blank(top):
            continue
        for row in range(merge.top + 1, min(merge.bottom, table.height)):
            if is_blank(table.cell(row, merge.left)):
                carried.setdefault(row, {})[name] = top
    return carried


class _Headed:
    """The school whose heading stands above: «МБОУ СОШ №8», then its events."""

    def __init__(self) -> None:
        self._school: Cell | None = None
        self._fresh = False

    def school(self, line: _Line, kind: RowKind) -> Cell | None:
        """Take the next row; return the school of the heading it is under."""
        if kind is RowKind.EVENT:
            self._fresh = False
        elif kind is RowKind.TOTAL:
            self._school = None
        elif kind is RowKind.SECTION:
            heading = line.cells[line.present[-1]]
            name = sections.school_name(heading)
            if name:
                self._school, self._fresh = Cell(name), True
            elif not self._fresh and not sections.is_period(heading):
                # Another heading may open another block, or part of this one: that is not known.
                self._school = None
        return self._school


class _Block:
    """The school of a numbered row, for the rows without a number right under it.

    Only for files that keep no merges: there a merged school is left in its first row alone.
    """

    def __init__(self, table: Table, layout: Layout) -> None:
        self._table = table
        self._known = not table.merges and layout.number is not None
        self._number = layout.number
        self._column = layout.school
        self._top = -1  # the numbered row with the school; none where negative
        self._last = -1

    def school(self, line: _Line, kind: RowKind) -> Cell | None:
        """Take the next row; return the school of the block it continues."""
        if not self._known or self._column is None:
            return None
        named = self._column in line.present
        if kind is not RowKind.EVENT:
            self._top = -1
        elif self._number in line.present:
            self._top = line.row if named else -1
        elif named or line.row != self._last + 1:
            self._top = -1
        self._last = line.row
        carries = self._top >= 0 and not named
        return self._table.cell(self._top, self._column) if carries else None


def _columns(
    table: Table, header: Header, decision: Decision, found: Sequence[Row]
) -> tuple[Column, ...]:
    """List the columns that have a heading, or anything in an entry."""
    named = []
    for index in range(table.width):
        if index in header.texts:
            meant = header.meanings.get(index)
            name = decision.fields.get(index)
            corrected = name is not None and meant is not None and meant.corrected
            named.append(Column(index, shown(header.texts[index]), name, corrected))
        elif any(cell.strip(rows.EMPTY) for cell in table.columns[index]) and any(
            row.kind is RowKind.EVENT and row.texts[index].strip(rows.EMPTY) for row in found
        ):
            named.append(Column(index, "", None))
    return tuple(named)
