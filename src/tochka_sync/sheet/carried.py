"""What is carried to an event from where it was typed once for several.

From a merged cell; from a heading that names a school, a month or for whom the events are, be it over the
first header or inside the table; from the column of months beside that of days; from the row above to a cell that says «the same»; and, where the file keeps no merges,
from a numbered row to those without a number right under it.
"""

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, Self

from tochka_sync.fields import Field, RowKind
from tochka_sync.sheet import sections, titles
from tochka_sync.sheet.lines import Lines, is_blank
from tochka_sync.sheet.rows import Layout
from tochka_sync.sheet.titles import NAMED
from tochka_sync.table import BLANK, Cell, Table
from tochka_sync.values.text import is_placeholder, number

Given = dict[int, Mapping[Field, Cell]]
"""Zero-based row → field → the cell carried there."""
_KNOWN = 1 << 12
_PERIODS = 24
"""How many parts of a year, differently typed, one column may name."""
_NOTHING: Mapping[Field, Cell] = {}


def to_events(layout: Layout, judged: Lines, first: int, periods: Mapping[int, "Period"]) -> Given:
    """Return what is carried to events. A heading goes before a row above."""
    given: Given = {}
    for column, row, top in _merged(judged.table, first):
        name = layout.fields.get(column)
        if name is not None and judged.kinds[row] is RowKind.EVENT:
            given[row] = {**given.get(row, _NOTHING), name: top}
    places = {name: column for column, name in layout.fields.items()}
    for name in NAMED:
        place = places.get(name)
        headed = _headed(judged, name, place)
        if name is Field.SCHOOL:
            headed = _continued(layout, judged) | headed
        for row, cell in headed.items():
            own = given.get(row, _NOTHING)
            if place not in judged.present[row] and name not in own:
                given[row] = {**own, name: cell}
    dated = lru_cache(maxsize=_KNOWN)(_dated)
    of_dates = [name for name in (Field.DATE, Field.ENDS) if name is Field.DATE or name in places]
    for row, period in periods.items():
        for ends in of_dates:
            own, place = given.get(row, _NOTHING), places.get(ends)
            typed = own.get(ends) or (BLANK if place is None else judged.table.cell(row, place))
            if date := dated(typed, period, ends, alone=place is None):
                given[row] = {**own, ends: date}
    for row, name, cell in _repeated(layout, judged, given):
        given[row] = {**given.get(row, _NOTHING), name: cell}
    return given


def months(table: Table, headed: Container[int], first: int) -> int | None:
    """Return a column without a heading in which nothing but parts of the year stands, if there is one."""
    for column in range(table.width):
        if column not in headed:
            said = {cell for cell in islice(table.columns[column], first, None) if cell.strip()}
            if 0 < len(said) <= _PERIODS and all(map(sections.is_part_of_year, said)):
                return column
    return None


def _merged(table: Table, first: int) -> Iterator[tuple[int, int, Cell]]:
    """Give the blank cells that merges cover downwards: column, row, and the cell at the top."""
    for merge in table.merges:
        top = table.cell(merge.top, merge.left)
        if merge.top < first or is_blank(top):
            continue
        for row in range(merge.top + 1, min(merge.bottom, table.height)):
            if is_blank(table.cell(row, merge.left)):
                yield merge.left, row, top


def _headed(judged: Lines, name: Field, column: int | None) -> dict[int, Cell]:
    """Return what the headings that events stand under say of a field, or the name of the tab.

    The name of a tab, and a title above the header, say so where no row says anything else.
    """
    if titles.is_told(judged, column):
        every, first = None, None
    else:
        every, first = titles.spoken(judged, NAMED[name])
    if first is None and RowKind.SECTION not in judged.kinds:
        return {}
    own = Cell(every) if every else None
    cell, fresh = (Cell(first), True) if first else (None, False)
    months_over = name is Field.SCHOOL and _months_over_schools(judged)
    found: dict[int, Cell] = {}
    for row, kind in enumerate(judged.kinds):
        if kind is RowKind.EVENT:
            fresh = False
            if cell:
                found[row] = cell
        elif kind is RowKind.TOTAL:
            cell = own
        elif kind is RowKind.SECTION:
            heading = judged.cells(row)[judged.present[row][-1]]
            text = NAMED[name](heading)
            if text:
                cell, fresh = Cell(text), True
            elif not fresh and (months_over or not _is_within(heading, name)):
                # Another heading may open another block, or part of this one: that is not known.
                cell = own
    return found


def _months_over_schools(judged: Lines) -> bool:
    """Tell whether the first heading of a month or a school is one of a month, and right under it is a school."""
    headings = (
        (line.row, line.cells[line.present[-1]])
        for line in judged.others()
        if line.kind is RowKind.SECTION
    )
    told = (
        (row, text)
        for row, text in headings
        if sections.is_period(text) or sections.school_name(text)
    )
    first, then = next(told, None), next(told, None)
    return (
        first is not None
        and then is not None
        and RowKind.EVENT not in judged.kinds[first[0] : then[0]]
        and sections.is_period(first[1])
        and sections.school_name(then[1]) is not None
    )


def _is_within(heading: str, name: Field) -> bool:
    """Tell whether a heading only parts a block: by time, and that of a school by whom it is for."""
    by_audience = name is Field.SCHOOL and sections.audience(heading) is not None
    return by_audience or sections.is_period(heading)


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


def _repeated(layout: Layout, judged: Lines, given: Given) -> Iterator[tuple[int, Field, Cell]]:
    """Give the cells that say «the same as above», with what stands there: row, field, cell.

    Only where both rows follow one another as they were typed: no other row lies between, and the
    numbers of the rows, where both have one, do not jump. After sorting nobody knows what was above.
    """
    table, kinds = judged.table, judged.kinds
    for column, same in judged.dittos.items():
        name = layout.fields.get(column)
        if name is None:
            continue
        found: dict[int, Cell] = {}
        for row in judged.events():
            over = row - 1
            merged = given.get(row, _NOTHING).get(name)
            typed = table.text(row, column) if merged is None else merged.text
            if typed not in same or kinds[over] is not RowKind.EVENT:
                continue
            own = found.get(over) or given.get(over, _NOTHING).get(name)
            cell = own or table.cell(over, column)
            if _are_next(layout, table, over) and not _says_nothing(cell, same):
                found[row] = cell
                yield row, name, cell


def _says_nothing(cell: Cell, same: frozenset[str]) -> bool:
    """Tell whether there is nothing above to be the same as: «уточняется», or one more «-//-»."""
    return is_blank(cell) or cell.text in same or (bool(cell.text) and is_placeholder(cell.text))


def _are_next(layout: Layout, table: Table, over: int) -> bool:
    """Tell whether a row and the one below it may have been typed in this order."""
    if layout.number is None:
        return True
    one, other = (table.text(row, layout.number).strip(" .") for row in (over, over + 1))
    return not (one.isdecimal() and other.isdecimal()) or number(other) - number(one) in {0, 1}


class Period(NamedTuple):
    """The part of the year an event stands under."""

    named: str
    """A month or a longer part; nothing where only the year is said."""
    text: str
    """The same with its year, as far as it is said."""
    beside: bool = False
    """Whether it stands in the row itself."""

    @classmethod
    def of(cls, named: str, year: str = "", *, beside: bool = False) -> Self:
        """Take a part of the year, and what a column of years says beside."""
        own = "" if sections.years(named) else year
        return cls(named, f"{named} {own}".strip(), beside)


def periods(
    layout: Layout, judged: Lines, first: int, months: int | None, years: int | None
) -> Mapping[int, Period]:
    """Return the part of the year that events stand under, or that columns beside name.

    `months` is the column that names the month of the days in another, `years` their year.
    """
    said = _beside(judged, months, first), _beside(judged, years, first)
    own, period = titles.spoken(judged, sections.part_of_year)
    tab = sections.part_of_year(judged.table.title)
    if period and own == period != tab and not _is_wanted(layout, judged, period):
        own = period = tab  # «май 2023 г.» may be when the plan was written
    nothing = months is None and years is None and period is None
    if nothing and RowKind.SECTION not in judged.kinds:
        return {}
    over_schools = _months_over_schools(judged)
    found: dict[int, Period] = {}
    known = lru_cache(maxsize=_KNOWN)(Period.of)  # few differ, and rows are many
    in_months, in_years = said
    for row, kind in enumerate(judged.kinds):
        if kind is RowKind.EVENT:
            month, year = in_months.get(row, ""), in_years.get(row, "")
            if month or period or year:
                found[row] = known(month or period or "", year, beside=bool(month))
        elif kind is RowKind.SECTION:
            heading = judged.cells(row)[judged.present[row][-1]]
            # Another heading, or the end of a block, may end the month as well: that is not known.
            if not (over_schools and sections.school_name(heading)):
                period = sections.part_of_year(heading) or own
        elif kind is RowKind.TOTAL:
            period = own
    return found


def _is_wanted(layout: Layout, judged: Lines, period: str) -> bool:
    """Tell whether any event leaves the part of the year it is in to a title."""
    if layout.date is None:
        return True
    typed = set(judged.column(layout.date, judged.events()))
    return any(sections.days(cell, period) for cell in typed)


def _beside(judged: Lines, column: int | None, first: int) -> Mapping[int, str]:
    """Return what a column says in each row, or a merge over several of them."""
    if column is None:
        return {}
    merged = {row: top.text for place, row, top in _merged(judged.table, first) if place == column}
    own = enumerate(judged.table.columns[column])
    return {**{row: cell for row, cell in own if cell.strip()}, **merged}


def _dated(cell: Cell, period: Period, name: Field, *, alone: bool) -> Cell | None:
    """Return the day whose month or year stands elsewhere, with them; `alone` says that no column is of days."""
    if is_blank(cell):
        whole = name is Field.DATE and period.named and (period.beside or alone)
        return Cell(period.text) if whole else None
    ways = (sections.days, sections.weekdays, sections.with_year)
    said = next(filter(None, (way(cell.text, period.text) for way in ways)), None)
    return Cell(said) if said else None
