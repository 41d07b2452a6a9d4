"""A sheet too large for one answer, read by columns in a few.

First what the tabs are, then the values as shown and the values as held; last, what the tabs are
and one column once more, by which a row shows that came, went or moved in between. A sheet that
changed is read once more, then refused.
"""

import itertools
import operator
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import zip_longest
from typing import Any, NamedTuple, Protocol

from tochka_sync.errors import SourceError
from tochka_sync.sources import grid
from tochka_sync.sources.serials import Kind, moment
from tochka_sync.sources.transport import TooLargeError
from tochka_sync.table import Cell, Rich, Strip, Table, Value, letters
from tochka_sync.values.text import is_error

_CELLS = 1_000_000  # asked for at once
_FEWEST = 1000  # rows; cells so long that fewer of them are too large no plan has
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(r"\d+")
_PLAIN = {str: None, int: True}  # what is shown by its own text
_Texts = tuple[str, ...]
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


class Asked(Protocol):
    """A spreadsheet that answers."""

    def describe(self, mask: str) -> dict[str, Any]:
        """Ask for the parts that a mask names."""

    def values(self, ranges: Sequence[str], render: str) -> dict[str, Any]:
        """Ask for values by columns."""


class _ChangedError(Exception):
    """The answers are not of one moment."""


class _Area(NamedTuple):
    """A range of columns; all their rows, or those from `top` to before `bottom`."""

    tab: str
    left: str
    right: str
    top: int
    bottom: int
    whole: bool = True

    def __str__(self) -> str:
        if self.whole:
            return f"{self.tab}!{self.left}:{self.right}"
        return f"{self.tab}!{self.left}{self.top + 1}:{self.right}{self.bottom}"


def read(sheet: Asked) -> tuple[Mapping[str, Any], tuple[Table, ...]]:
    """Return what a large spreadsheet says of itself, and its tabs.

    Raises `SourceError` for one that keeps changing, or is too large even so.
    """
    for _ in range(2):
        try:
            answer = sheet.describe(grid.LINKS_MASK)
            tables = tuple(_table(sheet, tab) for tab in grid.tabs(answer))
            if sheet.describe(grid.LINKS_MASK) == answer:
                return answer["properties"], tables
        except _ChangedError:
            continue
        except TooLargeError:
            raise SourceError("google-too-large") from None
        except SourceError as error:
            if error.code != "google-changing":
                raise
    raise SourceError("google-changing")


def _table(sheet: Asked, tab: Mapping[str, Any]) -> Table:
    shown: list[Sequence[str]] = []
    rich: dict[int, Mapping[int, Cell]] = {}
    links: dict[int, dict[int, str]] = {}
    for row, column, cell in grid.cells(tab):
        if found := grid.link(cell):
            links.setdefault(column, {})[row] = found
    areas = list(_areas(tab["properties"]))
    told: tuple[int, _Area, int, _Texts] = (-1, areas[0][1], 0, ())
    for left, area in areas:
        shown.extend(() for _ in range(left - len(shown)))  # blank columns at an end are left out
        for column, (texts, holds, distinct) in enumerate(_read(sheet, area), left):
            shown.append(texts)
            told = max(
                told, (len(distinct), area, column - left, texts), key=operator.itemgetter(0)
            )
            more = _more(texts, holds, _errors(distinct), links.get(column, {}))
            if more:
                rich[column] = more
    if len(areas) > 1:
        _hold(sheet, *told[1:])
    return grid.build(tab, shown, Rich(rich))


def _read(sheet: Asked, area: _Area) -> Iterator[tuple[_Texts, list[Any] | None, Collection[str]]]:
    """Give each column of an area: what it shows, what it holds if that is more, and its texts."""
    shown = _values(sheet, area, "FORMATTED_VALUE")
    held = _values(sheet, area, "UNFORMATTED_VALUE")
    nothing: list[Any] = []
    for says, holds in zip_longest(shown, held, fillvalue=nothing):
        texts, distinct = _shared(says, len(holds))
        yield texts, None if holds is says else holds, distinct


def _hold(sheet: Asked, area: _Area, column: int, texts: _Texts) -> None:
    """Raise `_ChangedError` if the column that tells rows apart best is not as it was read.

    Columns are of different moments: rows sorted in between would put one row's telephone into
    another's, and nothing else would show it.
    """
    again = _values(sheet, area, "FORMATTED_VALUE")
    now = again[column] if column < len(again) else []
    if any(itertools.starmap(operator.ne, zip_longest(now, texts, fillvalue=""))):
        raise _ChangedError


class _Copies(dict[str, str]):
    """A copy of each text, made when it is first asked for."""

    def __missing__(self, text: str) -> str:
        copy = text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
        self[copy] = copy
        return copy


def _shared(texts: list[str], height: int) -> tuple[_Texts, Collection[str]]:
    """Return a column whose equal texts are one object, and its texts: an answer brings each anew.

    They are copies, so that they lie together: kept where they were among millions that go, they
    would keep 170 MiB of holes for ten million cells. Where most are distinct, hardly any goes:
    an eighth of them tells.
    """
    below = itertools.repeat("", height - len(texts))
    copies = _Copies()
    first = len(texts) // 8
    beginning = list(map(copies.__getitem__, texts[:first]))
    if first > _FEWEST and 16 * len(copies) > 15 * first:
        return (*texts, *below), texts
    rest = map(copies.__getitem__, itertools.islice(texts, first, None))
    return tuple(itertools.chain(beginning, rest, below)), copies


def _errors(texts: Iterable[str]) -> set[str]:
    return {text for text in texts if text[:1] == "#" and is_error(text)}


def _more(
    texts: _Texts, held: list[Any] | None, errors: set[str], links: Mapping[int, str]
) -> Mapping[int, Cell]:
    """Return the cells of a column that are more than their text.

    Raises `_ChangedError` where shown and held are not of one column: text is held as it is shown.
    """
    if held is not None and len(held) < len(texts):
        held = [*held, *[""] * (len(texts) - len(held))]
    cells = [] if held is None else _typed(texts, held)
    if not cells and not errors:
        return {row: Cell(texts[row], link=link) for row, link in links.items() if row < len(texts)}
    cells = cells or [None] * len(texts)
    for row in [row for row, text in enumerate(texts) if text in errors] if errors else ():
        cells[row] = Cell(texts[row], error=True)
    for row, link in links.items():
        if row < len(texts):
            cells[row] = _cell(texts[row], texts[row] if held is None else held[row], link)
    return Strip(cells, texts)


def _typed(texts: _Texts, held: list[Any]) -> list[Cell | bool | None]:
    """Return the cells that hold more than text; an empty list where none does.

    Raises `_ChangedError` where shown and held are not of one column.
    """
    kinds = list(map(type, held))
    if set(kinds) <= _PLAIN.keys() and all(map(operator.eq, map(str, held), texts)):
        return list(map(_PLAIN.get, kinds)) if int in kinds else []
    typed = [row for row, kind in enumerate(kinds) if kind is not str]
    said = list(held)
    for row in typed:
        said[row] = texts[row]
    if tuple(said) != texts:
        raise _ChangedError
    cells: list[Cell | bool | None] = [None] * len(texts)
    known: dict[tuple[str, type, Any], Cell] = {}
    for row in typed:
        text, kind, value = texts[row], kinds[row], held[row]
        if kind is int and str(value) == text:
            cells[row] = True  # digits alone are no date: it is what its text says
            continue
        what = (text, kind, value)
        if what not in known:
            known[what] = _cell(text, value, None)
        cells[row] = known[what]
    return cells


def _values(sheet: Asked, area: _Area, render: str) -> list[list[Any]]:
    """Return the columns of an area; one too large for one answer is asked for in halves."""
    try:
        return grid.columns(sheet.values([str(area)], render))
    except TooLargeError:
        middle = (area.top + area.bottom) // 2
        if middle - area.top < _FEWEST:
            raise
    upper = _values(sheet, area._replace(bottom=middle, whole=False), render)
    lower = _values(sheet, area._replace(top=middle, whole=False), render)
    gap = middle - area.top
    nothing: list[Any] = []
    return [
        [*above, *[""] * (gap - len(above)), *below] if below else above
        for above, below in zip_longest(upper, lower, fillvalue=nothing)
    ]


def _areas(properties: Mapping[str, Any]) -> Iterator[tuple[int, _Area]]:
    """Give ranges of whole columns, none of more than so many cells, each with its first column."""
    size = properties.get("gridProperties", {})
    width, height = int(size.get("columnCount", 26)), int(size.get("rowCount", 1000))
    step = max(_CELLS // max(height, 1), 1)
    title = properties["title"].replace("'", "''")
    for left in range(0, width, step):
        right = min(left + step, width) - 1
        yield left, _Area(f"'{title}'", letters(left), letters(right), 0, height)


def _cell(text: str, held: Any, link: str | None) -> Cell:
    """Put together what two answers say of one cell.

    Raises `_ChangedError` where they are not of one cell: text is held as it is shown.
    """
    if isinstance(held, bool):
        return Cell(text, held, link)
    if isinstance(held, int | float):
        return Cell(text, _dated(held, text) or float(held), link)
    if held != text:
        raise _ChangedError
    return Cell(text, None, link, error=is_error(text))


def _dated(serial: float, text: str) -> Value:
    """Return the date or time of day behind a number if that is what is shown, else nothing.

    These answers do not tell a date's format, so the shown text has to name the day it stands for.
    """
    if 0 <= serial < 1:
        clock = moment(serial, Kind.TIME)
        return clock if isinstance(clock, time) and _shows_time(clock, text) else None
    when = moment(serial, Kind.DATE)
    return when if isinstance(when, date) and _shows_day(when, text) else None


def _shows_time(clock: time, text: str) -> bool:
    found = _CLOCK.match(text)
    hours = {clock.hour, clock.hour % 12 or 12}
    return found is not None and int(found[1]) in hours and int(found[2]) == clock.minute


def _shows_day(day: date, text: str) -> bool:
    """Tell whether the text names the month, and the day of it or the year."""
    numbers = [int(digits) for digits in _NUMBER.findall(text)]
    named = any(months[day.month - 1] in text.lower() for months in (_MONTHS, _ENGLISH))
    if not named:
        if day.month not in numbers:
            return False
        numbers.remove(day.month)
    return bool({day.day, day.year, day.year % 100} & set(numbers))
