"""The country's public days off by law, and the days the government moved, year by year.

Says what the `holidays` library says of the years it knows, and is held against it by a test:
loading the library takes longer than judging a small plan, for it loads every country.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

_NEW_YEAR = "Новогодние каникулы"
_LAW: Mapping[tuple[int, int], str] = {
    **{(1, day): _NEW_YEAR for day in (1, 2, 3, 4, 5, 6, 8)},
    (1, 7): "Рождество Христово",
    (2, 23): "День защитника Отечества",
    (3, 8): "Международный женский день",
    (5, 1): "Праздник Весны и Труда",
    (5, 9): "День Победы",
    (6, 12): "День России",
    (11, 4): "День народного единства",
}
"""Article 112 of the Labour Code."""

_MOVED: Mapping[int, Mapping[tuple[int, int], tuple[int, int]]] = {
    2019: {(1, 5): (5, 2), (1, 6): (5, 3), (2, 23): (5, 10)},
    2020: {(1, 4): (5, 4), (1, 5): (5, 5)},
    2021: {(1, 2): (11, 5), (1, 3): (12, 31), (2, 20): (2, 22)},
    2022: {(1, 1): (5, 3), (1, 2): (5, 10), (3, 5): (3, 7)},
    2023: {(1, 1): (2, 24), (1, 8): (5, 8)},
    2024: {(1, 6): (5, 10), (1, 7): (12, 31), (4, 27): (4, 29), (11, 2): (4, 30), (12, 28): (12, 30)},
    2025: {(1, 4): (5, 2), (1, 5): (12, 31), (2, 23): (5, 8), (3, 8): (6, 13), (11, 1): (11, 3)},
    2026: {(1, 3): (1, 9), (1, 4): (12, 31)},
    2027: {(1, 2): (11, 5), (1, 3): (12, 31), (2, 20): (2, 22)},
}  # fmt: skip
"""The government's decrees: the day off that is taken away, and the one given for it."""

YEARS = tuple(_MOVED)
"""The years whose decrees are known here."""

SATURDAY = 5


class PublicDays(NamedTuple):
    """One calendar year's public days off with their names, and its weekends that are worked."""

    off: Mapping[date, str]
    worked: frozenset[date]


def public(year: int) -> PublicDays:
    """Return the public days of one of `YEARS`."""
    moved = {date(year, *given): date(year, *taken) for taken, given in _MOVED[year].items()}
    off = {date(year, *day): name for day, name in _LAW.items()}
    worked = frozenset(moved.values()) - off.keys()
    for given, taken in moved.items():
        off[given] = f"Выходной (перенесено с {taken:%d.%m.%Y})"
    for day in sorted(date(year, *day) for day in _LAW if day[0] > 1):
        if day.weekday() >= SATURDAY and day not in moved.values():
            off[_next_working(day, off)] = f"{off[day]} (выходной)"
    return PublicDays(off, worked)


def _next_working(day: date, off: Mapping[date, str]) -> date:
    """Return the day on which a public day off that falls on a weekend is taken."""
    while day.weekday() >= SATURDAY or day in off:
        day += timedelta(days=1)
    return day
