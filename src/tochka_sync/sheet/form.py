"""The form of a tab put together: its header, its columns, and every row with its kind.

START at `recognise`. Every non-blank row comes out exactly once. A value is carried to a row it was
not typed in only from a merged cell, from a school's own heading above or on the tab, or — where the
file keeps no merges — to a row without a number right under a numbered one; such a row says so in `filled`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import Finding
from tochka_sync.sheet import columns, complaints, lines, rows, sections
from tochka_sync.sheet.columns import Column, Decision, Header, Kind, Wanted
from tochka_sync.sheet.headings import shown
from tochka_sync.sheet.lines import Line, is_blank
from tochka_sync.sheet.rows import Layout
from tochka_sync.table import Cell, Table

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


@dataclass(slots=True, eq=False, repr=False)
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


class Form(NamedTuple):
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
    unshown = lines.textless(table)
    if header is None:
        found = tuple(
            Row(row + 1, RowKind.TITLE, texts, table)
            for row, texts in enumerate(lines.texts(table))
            if rows.filled(texts) or row in unshown
        )
        problem = complaints.unrecognised(table, wanted, empty=not found)
        return Form(table, (), (), found, table.height - len(found), (problem,))
    first = header.rows[-1] + 1
    below = [table.text(first, column) for column in range(table.width)]
    if rows.numbering(below, rows.filled(below)):
        first += 1
    decision = columns.decide(table, header, first)
    layout = Layout.of(table, decision.fields, header.rows)
    judged = lines.settled(layout, lines.judged(table, layout, header, unshown))
    found = _rows(table, layout, judged, first)
    named = _columns(table, header, decision, found)
    there = {*decision.fields.values(), *(name for row in found for name in row.filled)}
    problems = (
        *complaints.duplicates(table, header, decision),
        *complaints.unknown(table, header, decision, named),
        *complaints.missing(table, wanted, header, named, there),
        *complaints.other_header(table, decision, judged),
        *(complaints.other_year(table, wanted.year, judged) if wanted.year else ()),
    )
    return Form(table, header.rows, named, found, table.height - len(found), problems)


def _rows(table: Table, layout: Layout, judged: Sequence[Line], first: int) -> tuple[Row, ...]:
    """Make the rows, with what is carried to them."""
    places = {name: column for column, name in layout.fields.items()}
    merged = _merged(table, layout, first)
    own = sections.school_name(table.title) if layout.school is None else None
    headings = own is not None or any(line.kind is RowKind.SECTION for line in judged)
    headed = _Headed(Cell(own) if own else None)
    block = _Block(table, layout)
    found = []
    for line in judged:
        kind = line.kind if isinstance(line.kind, RowKind) else RowKind.EVENT
        carried = merged.get(line.row, _NOTHING)
        school = headed.school(line, kind) if headings else None
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

    def __init__(self, own: Cell | None) -> None:
        """Take the school after which the whole tab is called, if it is."""
        self._school = self._own = own
        self._fresh = False

    def school(self, line: Line, kind: RowKind) -> Cell | None:
        """Take the next row; return the school of the heading it is under."""
        if kind is RowKind.EVENT:
            self._fresh = False
        elif kind is RowKind.TOTAL:
            self._school = self._own
        elif kind is RowKind.SECTION:
            heading = line.cells[line.present[-1]]
            name = sections.school_name(heading)
            if name:
                self._school, self._fresh = Cell(name), True
            elif not self._fresh and not sections.is_period(heading):
                # Another heading may open another block, or part of this one: that is not known.
                self._school = self._own
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

    def school(self, line: Line, kind: RowKind) -> Cell | None:
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
