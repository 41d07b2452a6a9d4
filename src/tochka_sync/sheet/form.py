"""The form of a tab put together: its header, its columns, and every row with its kind.

START at `recognise`. Every non-blank row comes out exactly once. A value is carried to a row it was
not typed in only as `carried` says; such a row says so in `filled`.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from tochka_sync.fields import CONTACT_FIELDS, Field, RowKind
from tochka_sync.findings import Finding
from tochka_sync.sheet import (
    across,
    carried,
    columns,
    complaints,
    contracts,
    lines,
    rows,
    seconds,
    titles,
    width,
)
from tochka_sync.sheet.columns import Column, Decision, Header
from tochka_sync.sheet.headings import Meaning, shown
from tochka_sync.sheet.lines import Lines, is_blank
from tochka_sync.sheet.rows import Layout
from tochka_sync.sheet.seconds import Second
from tochka_sync.sheet.wanted import Kind, Wanted
from tochka_sync.table import EMPTY, Cell, Table, letters

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
    seconds: Mapping[Field, Second] = {}
    """What is read of a second column of one meaning."""

    @property
    def cells(self) -> Mapping[Field, Cell]:
        """Of an event only: its cells by field, those carried to it included, blank ones left out."""
        second = {name: second.cell for name, second in self.seconds.items()}
        return Cells(self.table, self.number - 1, self.places, {**second, **self.given})

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
    seconds: Mapping[int, Mapping[Field, Second]]
    """What is read of a second column of one meaning, by zero-based row."""
    findings: tuple[Finding, ...]
    periods: Mapping[int, carried.Period] = {}
    """The part of the year each event stands under, or that a column beside names, by row."""

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
    def said(self) -> dict[Field, int | None]:
        """The same, and after it what has no column of its own, without a place."""
        columns = self.fields
        carried = (_carried(self.given) | _carried(self.seconds)) - columns.keys()
        return {**columns, **dict.fromkeys(sorted(carried))}

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

    def place(self, row: int, name: Field, facts: Iterable[object] = ()) -> int | None:
        """Return the column a field is read from in a row; nothing where no column is.

        Of several read together that which the `facts` of a problem quote.
        """
        second = self.seconds.get(row, _NO_SECONDS).get(name)
        return self.places.get(name) if second is None else second.quoted(facts)[0]

    def shown(self, row: int, name: Field, facts: Iterable[object] = ()) -> str | None:
        """Return the text that is read of a field in a row, maybe carried there; of a blank cell nothing."""
        if given := self.given.get(row, _NOTHING).get(name):
            return given.text
        if second := self.seconds.get(row, _NO_SECONDS).get(name):
            return second.quoted(facts)[1]
        column = self.places.get(name)
        if column is None:
            return None
        text = self.table.text(row, column)
        if text and text[0] not in EMPTY:
            return text  # nearly always, in a fifth of the time
        cell = self.table.cell(row, column)
        return None if is_blank(cell) else cell.text

    def row(self, row: int) -> Row:
        """Return a non-blank row by its zero-based number."""
        kind = self.lines.kinds[row]
        if not isinstance(kind, RowKind):
            raise TypeError(f"row {row} has no kind")
        event = kind is RowKind.EVENT
        places = self.places if event else {}
        given = self.given.get(row, _NOTHING)
        seconds = self.seconds.get(row, {}) if event else {}
        return Row(row + 1, kind, self.lines.cells(row), self.table, places, given, seconds)


def recognise(table: Table, wanted: Wanted) -> Form:
    """Find the header, name the columns and tell every row's kind."""
    header = columns.find(table, wanted)
    unshown = lines.textless(table)
    if header is None or complaints.lies_on_its_side(table, wanted, header):
        found = lines.titles(table, unshown)
        problem = complaints.unrecognised(table, wanted, empty=not any(found.kinds))
        return Form(table, (), (), found, {}, {}, {}, (problem,))
    first = _first(table, header)
    every = header.meanings
    header, beside = width.split(table, width.own(table, header, first), first)
    answers = across.marked(table, header, first)
    decision = columns.decide(table, across.without(header, answers), first)
    layout = Layout.of(table, decision.fields, header.rows)
    judged = lines.settled(layout, lines.judged(table, layout, header, unshown))
    months = decision.months
    if months is None:
        months = carried.months(table, header.texts, first)
    periods = dict(carried.periods(layout, judged, first, months, decision.years))
    places = {name: column for column, name in layout.fields.items()}
    given = carried.to_events(layout, judged, first, periods)
    dated = Field.DATE in decision.fields.values()
    if not dated and (in_columns := across.months(header.texts)):
        answers = {**answers, Field.DATE: in_columns}
    answered = _answered(judged, answers)
    for row, own in answered.items():
        given[row] = {name: cell for name, cell in given.get(row, {}).items() if name not in own}
        if date := own.get(Field.DATE):
            periods[row] = carried.Period.of(answers[Field.DATE][date.column], beside=True)
    parts_of = {column: name for name, heads in answers.items() for column in heads}
    parts_of |= {each: Field.DATE for each in (months, decision.years) if each is not None}
    aside = {*parts_of, *range(table.width if beside is None else beside, table.width)}
    named = _told(_columns(table, header, decision, judged, aside), decision, every, parts_of)
    there = {*decision.fields.values(), *_carried(given), *_carried(answered)}
    conflicts = list(titles.conflicts(judged, places))
    there |= {conflict.field for conflict in conflicts}
    if not wanted.required <= there:
        there |= titles.fields(judged)
    others = tuple(judged.others())
    parts = contracts.parts(header.texts, decision.columns(Field.CONTRACT))
    problems = (
        *complaints.duplicates(table, header, decision, parts),
        *complaints.beside(table, header, beside, first),
        *complaints.unknown(table, header, decision, named),
        *complaints.missing(
            table, wanted, header, named, there, months=answers.get(Field.DATE, ())
        ),
        *complaints.contradicted(judged, conflicts),
        *complaints.other_header(header, decision, judged, others),
        *(complaints.other_year(table, wanted.year, others) if wanted.year else ()),
    )
    second = seconds.of_events(judged, places, decision.duplicates, given, parts)
    for row, own in answered.items():
        second[row] = {**second.get(row, {}), **own}
    return Form(table, header.rows, named, judged, given, places, second, problems, periods)


def _first(table: Table, header: Header) -> int:
    """Return the zero-based row under a header, and under «1 | 2 | 3» below it."""
    first = header.rows[-1] + 1
    below = [table.text(first, column) for column in range(table.width)]
    return first + rows.numbering(below, rows.filled(below))


def _answered(judged: Lines, answers: Mapping[Field, across.Answers]) -> seconds.Seconds:
    """Return what rows say by marks under columns that stand for answers: field → column → answer."""
    found: seconds.Seconds = {}
    for name, heads in answers.items():
        for row, column, cell in across.told(judged, heads):
            found.setdefault(row, {})[name] = Second(column, cell)
    return found


def _carried(cells: Mapping[int, Mapping[Field, object]]) -> set[Field]:
    """Return the fields that any row has."""
    return {name for own in cells.values() for name in own}


_NOTHING: Mapping[Field, Cell] = {}
_NO_SECONDS: Mapping[Field, Second] = {}


def _columns(
    table: Table, header: Header, decision: Decision, judged: Lines, aside: Container[int]
) -> tuple[Column, ...]:
    """List the columns that have a heading, or anything in an entry."""
    named = []
    for index in range(table.width):
        if index in header.texts:
            meant = header.meanings.get(index)
            name = decision.fields.get(index)
            corrected = name is not None and meant is not None and meant.corrected
            heading = shown(header.texts[index])
            named.append(Column(index, heading, name, corrected, index in aside))
        elif any(
            cell.strip(EMPTY) and judged.kinds[row] is RowKind.EVENT
            for row, cell in enumerate(table.columns[index])
        ):
            named.append(Column(index, "", None, aside=index in aside))
    return tuple(named)


def _told(
    named: Iterable[Column],
    decision: Decision,
    every: Mapping[int, Meaning],
    parts_of: Mapping[int, Field],
) -> tuple[Column, ...]:
    """Say of what columns are that are read for no field alone: a second of one, or of another table.

    `every` is what all headings can mean. In doubt it is people: their cells are hidden. `parts_of`
    are columns that tell a field together.
    """
    lost = {**{dropped: field for field, _, dropped in decision.duplicates}, **parts_of}

    def about(column: Column) -> Field | None:
        meant = every.get(column.index)
        people = CONTACT_FIELDS.intersection(meant.fields if meant else ())
        return column.field or lost.get(column.index) or min(people, default=None)

    return tuple(replace(column, about=about(column)) for column in named)
