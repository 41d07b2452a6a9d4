"""The form of a tab put together: its header, its columns, and every row with its kind.

START at `recognise`. Every non-blank row comes out exactly once. A value is carried to a row it was
not typed in only from a merged cell, from a school's own heading above or on the tab, or — where the
file keeps no merges — to a row without a number right under a numbered one; such a row says so in `filled`.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import Finding
from tochka_sync.sheet import columns, complaints, lines, rows, sections
from tochka_sync.sheet.columns import Column, Decision, Header, Kind, Wanted
from tochka_sync.sheet.headings import shown
from tochka_sync.sheet.lines import Lines, is_blank
from tochka_sync.sheet.rows import Layout
from tochka_sync.table import Cell, Table, letters

__all__ = ["Cells", "Column", "Form", "Kind", "Row", "Wanted", "is_blank", "recognise"]


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


class Row(NamedTuple):
    """One non-blank row of the sheet."""

    number: int
    """As the sheet counts: from 1."""
    kind: RowKind
    texts: tuple[str, ...]
    """Every column's text as shown, column by column of the sheet."""
    table: Table
    places: Mapping[Field, int] = {}
    """The column of each field; of an event only."""
    given: Mapping[Field, Cell] = {}
    """What was carried here from a merge, a heading or the row above."""

    @property
    def cells(self) -> Mapping[Field, Cell]:
        """Of an event only: its cells by field, those carried to it included, blank ones left out."""
        return Cells(self.table, self.number - 1, self.places, self.given)

    @property
    def filled(self) -> frozenset[Field]:
        """The fields whose value was carried here."""
        return frozenset(self.given)


class Form(NamedTuple):
    """A tab understood, or — with no columns — not."""

    table: Table
    header_rows: tuple[int, ...]
    """Zero-based."""
    columns: tuple[Column, ...]
    """Those with a heading or with anything in an entry; `index` says where."""
    lines: Lines
    given: Mapping[int, Mapping[Field, Cell]]
    """What was carried to events from a merge, a heading or the row above, by zero-based row."""
    places: Mapping[Field, int]
    """The column of each field."""
    findings: tuple[Finding, ...]

    @property
    def blank(self) -> int:
        """How many rows have nothing in them."""
        return self.lines.kinds.count(None)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The non-blank rows, the header's and the titles' included, made when they are asked for."""
        return tuple(
            [self.row(row) for row, kind in enumerate(self.lines.kinds) if kind is not None]
        )

    @property
    def others(self) -> tuple[Row, ...]:
        """The non-blank rows that are no events."""
        return tuple([self.row(line.row) for line in self.lines.others()])

    @property
    def fields(self) -> dict[Field, int]:
        """Column meaning → zero-based column; of two of one meaning the first."""
        return {
            column.field: column.index
            for column in reversed(self.columns)
            if column.field is not None
        }

    @property
    def headers(self) -> dict[str, int]:
        """Heading → zero-based column, each heading once: a second or an empty one by its letters."""
        headed: dict[str, int] = {}
        for column in self.columns:
            header = column.header or letters(column.index)
            headed[header if header not in headed else f"{header} ({letters(column.index)})"] = (
                column.index
            )
        return headed

    def row(self, row: int) -> Row:
        """Return a non-blank row by its zero-based number."""
        kind = self.lines.kinds[row]
        if not isinstance(kind, RowKind):
            raise TypeError(f"row {row} has no kind")
        event = kind is RowKind.EVENT
        places = self.places if event else {}
        return Row(
            row + 1, kind, self.lines.cells(row), self.table, places, self.given.get(row, _NOTHING)
        )


def recognise(table: Table, wanted: Wanted) -> Form:
    """Find the header, name the columns and tell every row's kind."""
    header = columns.find(table, wanted)
    unshown = lines.textless(table)
    if header is None:
        found = lines.titles(table, unshown)
        empty = not any(found.kinds)
        problem = complaints.unrecognised(table, wanted, empty=empty)
        return Form(table, (), (), found, {}, {}, (problem,))
    first = header.rows[-1] + 1
    below = [table.text(first, column) for column in range(table.width)]
    if rows.numbering(below, rows.filled(below)):
        first += 1
    decision = columns.decide(table, header, first)
    layout = Layout.of(table, decision.fields, header.rows)
    judged = lines.settled(layout, lines.judged(table, layout, header, unshown))
    given = _given(layout, judged, first)
    named = _columns(table, header, decision, judged)
    there = {*decision.fields.values(), *(name for cells in given.values() for name in cells)}
    others = tuple(judged.others())
    problems = (
        *complaints.duplicates(table, header, decision),
        *complaints.unknown(table, header, decision, named),
        *complaints.missing(table, wanted, header, named, there),
        *complaints.other_header(table, decision, others),
        *(complaints.other_year(table, wanted.year, others) if wanted.year else ()),
    )
    places = {name: column for column, name in layout.fields.items()}
    return Form(table, header.rows, named, judged, given, places, problems)


_NOTHING: Mapping[Field, Cell] = {}


def _given(layout: Layout, judged: Lines, first: int) -> dict[int, Mapping[Field, Cell]]:
    """Return what is carried to events: row → field → cell. A heading goes before a row above."""
    given: dict[int, Mapping[Field, Cell]] = {
        row: cells
        for row, cells in _merged(judged.table, layout, first).items()
        if judged.kinds[row] is RowKind.EVENT
    }
    schools = _continued(layout, judged) | _headed(layout, judged)
    for row, school in schools.items():
        carried = given.get(row, _NOTHING)
        if layout.school not in judged.present[row] and Field.SCHOOL not in carried:
            given[row] = {**carried, Field.SCHOOL: school}
    return given


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


def _headed(layout: Layout, judged: Lines) -> dict[int, Cell]:
    """Return the school of the heading that events stand under, or after which the tab is called."""
    title = sections.school_name(judged.table.title) if layout.school is None else None
    if title is None and RowKind.SECTION not in judged.kinds:
        return {}
    own = Cell(title) if title else None
    school, fresh = own, False
    found: dict[int, Cell] = {}
    for row, kind in enumerate(judged.kinds):
        if kind is RowKind.EVENT:
            fresh = False
            if school:
                found[row] = school
        elif kind is RowKind.TOTAL:
            school = own
        elif kind is RowKind.SECTION:
            heading = judged.cells(row)[judged.present[row][-1]]
            name = sections.school_name(heading)
            if name:
                school, fresh = Cell(name), True
            elif not fresh and not sections.is_period(heading):
                # Another heading may open another block, or part of this one: that is not known.
                school = own
    return found


def _continued(layout: Layout, judged: Lines) -> dict[int, Cell]:
    """Return the school of a numbered row, for the rows without a number right under it.

    Only for files that keep no merges: there a merged school is left in its first row alone.
    """
    table, number, column = judged.table, layout.number, layout.school
    if table.merges or number is None or column is None:
        return {}
    kinds, present = judged.kinds, judged.present
    found: dict[int, Cell] = {}
    for row in judged.events():
        if row == 0 or number in present[row] or column in present[row]:
            continue
        over = row - 1
        if over in found:
            found[row] = found[over]
        elif kinds[over] is RowKind.EVENT and {number, column}.issubset(present[over]):
            found[row] = table.cell(over, column)
    return found


def _columns(table: Table, header: Header, decision: Decision, judged: Lines) -> tuple[Column, ...]:
    """List the columns that have a heading, or anything in an entry."""
    named = []
    for index in range(table.width):
        if index in header.texts:
            meant = header.meanings.get(index)
            name = decision.fields.get(index)
            corrected = name is not None and meant is not None and meant.corrected
            named.append(Column(index, shown(header.texts[index]), name, corrected))
        elif any(
            cell.strip(rows.EMPTY) and judged.kinds[row] is RowKind.EVENT
            for row, cell in enumerate(table.columns[index])
        ):
            named.append(Column(index, "", None))
    return tuple(named)
