"""Cells a spreadsheet turned into dates behind the writer's back: «8-9» shown as «08.сен».

Takes a typed date, a day with an abbreviated month, a full numeric date, and a date's bare serial
number. Refuses «8 сентября», which a person typed, and a date still shown as «8-9»: what is shown
can be read.
"""

import re
from datetime import date, timedelta

from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text

_MONTHS = {
    "янв": 1, "jan": 1,
    "фев": 2, "февр": 2, "feb": 2,
    "мар": 3, "mar": 3,
    "апр": 4, "apr": 4,
    "май": 5, "may": 5,
    "июн": 6, "jun": 6,
    "июл": 7, "jul": 7,
    "авг": 8, "aug": 8,
    "сен": 9, "сент": 9, "sep": 9,
    "окт": 10, "oct": 10,
    "ноя": 11, "нояб": 11, "nov": 11,
    "дек": 12, "dec": 12,
}  # fmt: skip
_NAME = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_GAP = rf"[{text.DASH}\s./]*"
_YEAR = r"(?:" + _GAP + r"(?:19|20)?\d\d)?(?:\s*г\.?)?"
_NAMED: tuple[Pattern, ...] = (
    Pattern(rf"(?P<day>\d{{1,2}}){_GAP}{_NAME}{_YEAR}"),
    Pattern(rf"{_NAME}{_GAP}(?P<day>\d{{1,2}})"),
)
_STEMS = tuple(name for name in _MONTHS if len(name) == 3)
"""One of these is in every name."""
_NUMBERED = (
    Pattern(r"(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?:19|20)\d\d(?:\s+0{1,2}:00(?::00)?)?"),
    Pattern(r"(?:19|20)\d\d-(?P<number>\d{2})-(?P<day>\d{2})(?:[t\s]+00:00(?::00)?)?"),
)
_AS_TYPED = Pattern(rf"\d{{1,2}}\s*[{text.DASH},;]\s*\d{{1,2}}")
_FULL = Pattern(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d")
_SERIAL = Pattern(r"(\d{5})(?:[.,]0+)?")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(36526, 54789)
"""The serial numbers of 2000–2049."""


def undo(cell: Cell) -> tuple[int, int] | None:
    """Return the (day, month) a spreadsheet made of what was typed; `None` for any other cell.

    In a Russian sheet the day was typed first, in an American one the month.
    """
    shown = text.fold(cell.text)
    if isinstance(cell.value, date):
        return None if _AS_TYPED.fullmatch(shown) else (cell.value.day, cell.value.month)
    shapes = _NAMED if any(map(shown.__contains__, _STEMS)) else ()
    if any(mark in shown for mark in "./-"):
        shapes += _NUMBERED
    for shape in shapes:
        if match := shape.fullmatch(shown):
            return _valid(match)
    if (match := _SERIAL.fullmatch(shown)) and int(match[1]) in _SERIALS:
        day = _EPOCH + timedelta(days=int(match[1]))
        return day.day, day.month
    return None


def is_date(shown: str, day: tuple[int, int]) -> bool:
    """Tell whether it was rather a date from the start: with its year, and no ascending range."""
    return day[0] == day[1] or (day[0] > day[1] and _FULL.search(shown) is not None)


def span(day: int, month: int) -> str:
    """Return what was meant as a range, with the en dash no spreadsheet takes for a date."""
    return f"{min(day, month)}–{max(day, month)}"


def _valid(match: re.Match[str]) -> tuple[int, int] | None:
    named = match.groupdict()
    month = _MONTHS[named["month"]] if named.get("month") else int(named["number"])
    day = int(named["day"])
    return (day, month) if 1 <= day <= 31 and 1 <= month <= 12 else None
