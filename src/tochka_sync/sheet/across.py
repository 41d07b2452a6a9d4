"""Months in columns of their own: «сентябрь | октябрь | ноябрь», with marks or days in the rows.

Where there is no other column of dates, the marked months are the date of the event.
"""

from collections.abc import Iterator, Mapping, Sequence

from tochka_sync.sheet import sections
from tochka_sync.sheet.lines import Lines
from tochka_sync.sheet.rows import EMPTY
from tochka_sync.table import Cell, Table

_FEWEST = 3
"""How many months have to head columns for them to be those of a calendar."""
_MARKS = frozenset({*"+xх*vу✓✔☑✅●•■█1", "да", "истина", "true", "yes"})
_NOTHING = frozenset({*"-–—", "нет", "ложь", "false", "0"})


def months(heads: Mapping[int, str]) -> Mapping[int, str]:
    """Return the columns that are headed by months, with these; nothing where they are few."""
    found = {column: named for column, head in heads.items() if (named := _month(head))}
    return found if len({sections.month(named) for named in found.values()}) >= _FEWEST else {}


def _month(head: str) -> str | None:
    """Return the month at the end of a heading: «сентябрь» below «Сроки проведения» is one too."""
    words = head.split()
    for named in (" ".join(words[-2:]), *words[-1:]):
        if sections.is_month(named):
            return named
    return None


def dates(judged: Lines, columns: Mapping[int, str]) -> Iterator[tuple[int, Cell]]:
    """Give the dates of events by what stands under the months: row, date."""
    spread = _spread(judged.table, list(columns))
    for row in judged.events():
        said = []
        for column, named in columns.items():
            cell = judged.table.text(row, spread.get((row, column), column)).strip(EMPTY)
            if cell and cell.lower() not in _NOTHING:
                said.append(_date(cell, named))
        if said:
            yield row, Cell(", ".join(said))


def _date(cell: str, named: str) -> str:
    """Return the date a cell under a month tells; a bare «4» may count events and is left as it is."""
    if cell.lower() in _MARKS:
        return named
    return (None if cell.isdecimal() else sections.days(cell, named)) or cell


def _spread(table: Table, columns: Sequence[int]) -> Mapping[tuple[int, int], int]:
    """Return the cells that a block merged over several months covers: where its text stands."""
    return {
        (row, column): merge.left
        for merge in table.merges
        if merge.right - merge.left > 1
        for row in range(merge.top, min(merge.bottom, table.height, merge.top + 1))
        for column in columns
        if merge.left < column < merge.right
    }
