"""The school year and its days: terms, school holidays, public and regional days off.

Public holidays, their transfers and the working Saturdays come from `decrees`, and for a year whose
decrees are not known there from the `holidays` library; what a region adds is data (`DayOff`). The only module that knows the country's usual terms.
"""

import functools
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tochka_sync import decrees
from tochka_sync.decrees import SATURDAY, PublicDays
from tochka_sync.pattern import Pattern


class SchoolYear(NamedTuple):
    """1 September of `start` to 31 August of the next year, both included."""

    start: int
    """The year of its September: 2023 for 2023–2024."""

    @property
    def first(self) -> date:
        """1 September."""
        return date(self.start, 9, 1)

    @property
    def last(self) -> date:
        """31 August."""
        return date(self.start + 1, 8, 31)

    def year_of(self, month: int) -> int:
        """Return the calendar year in which `month` falls: Sep–Dec the first, Jan–Aug the second."""
        return self.start if month >= 9 else self.start + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.start}–{self.start + 1}"


class Span(NamedTuple):
    """A run of days, both ends included."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end


class Holidays(StrEnum):
    """School holidays, by season."""

    AUTUMN = "autumn"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"


class DayKind(StrEnum):
    """What kind of day a date is for a school."""

    WORKING = "working"
    SATURDAY = "saturday"  # many schools work six days
    OFF = "off"


class Day(NamedTuple):
    """A day judged: its kind and, where there is one, the reason in the calendar's own words."""

    kind: DayKind
    why: str | None = None
    notes: tuple[str, ...] = ()
    """`federal_working_saturday`, `summer_holidays`, `school_holidays`."""


class DayOff(NamedTuple):
    """A regional day off that returns every year."""

    month: int
    day: int
    name: str


class Calendar(NamedTuple):
    """One school year's terms (I–IV), holidays and regional days off."""

    terms: tuple[Span, Span, Span, Span]
    holidays: Mapping[Holidays, Span] = {}
    days_off: tuple[DayOff, ...] = ()
    default: bool = True
    """Whether terms and holidays are the country's usual ones, not stated in the configuration."""

    def day(self, day: date) -> Day:
        """Judge a day: public holidays with their transfers, then regional ones, then weekends."""
        public = _public(day.year)
        extra_working = day in public.worked
        notes = ("federal_working_saturday",) if extra_working else ()
        if day in public.off:
            return Day(DayKind.OFF, _own_words(public.off[day]), notes)
        years = (day.year, day.year - 1)  # one of late December may move past New Year
        regional = next(
            (off.name for off in self.days_off if any(_held(off, year) == day for year in years)),
            None,
        )
        if regional is not None:
            return Day(DayKind.OFF, regional, notes)
        if day.weekday() > SATURDAY and not extra_working:
            return Day(DayKind.OFF, "воскресенье", notes)
        weekend = day.weekday() == SATURDAY and not extra_working
        kind = DayKind.SATURDAY if weekend else DayKind.WORKING
        return Day(kind, None, notes + self._school_notes(day))

    def _school_notes(self, day: date) -> tuple[str, ...]:
        for name, span in self.holidays.items():
            if day in span:
                return ("summer_holidays" if name is Holidays.SUMMER else "school_holidays",)
        return ()


def usual(year: SchoolYear) -> Calendar:
    """Return the country's usual terms and school holidays of a school year."""
    first, second = year.start, year.start + 1
    return Calendar(
        terms=(
            Span(date(first, 9, 1), date(first, 10, 27)),
            Span(date(first, 11, 7), date(first, 12, 29)),
            Span(date(second, 1, 9), date(second, 3, 22)),
            Span(date(second, 4, 1), date(second, 5, 24)),
        ),
        holidays={
            Holidays.AUTUMN: Span(date(first, 10, 28), date(first, 11, 6)),
            Holidays.WINTER: Span(date(first, 12, 30), date(second, 1, 8)),
            Holidays.SPRING: Span(date(second, 3, 23), date(second, 3, 31)),
            Holidays.SUMMER: Span(date(second, 5, 25), date(second, 8, 31)),
        },
    )


_TRANSFER = Pattern(r"Выходной \(перенесено с ([\d.]+)\)")


@functools.cache
def _public(year: int) -> PublicDays:
    if year in decrees.YEARS:
        return decrees.public(year)
    import holidays  # noqa: PLC0415 - loads every country: a tenth of a second few plans need

    found = holidays.country_holidays("RU", years=year, language="ru", expand=False)
    return PublicDays(dict(found), frozenset(found.weekend_workdays))


@functools.cache
def _held(off: DayOff, year: int) -> date | None:
    """Return when a regional day off is held: one on a weekend moves to the next working day.

    A weekend made a working day by the federal calendar keeps it. 29 February is not in every year.
    """
    try:
        day = date(year, off.month, off.day)
    except ValueError:
        return None
    while _is_off(day, _public(day.year)):
        day += timedelta(days=1)
    return day


def _is_off(day: date, public: PublicDays) -> bool:
    return (day.weekday() >= SATURDAY and day not in public.worked) or day in public.off


def _own_words(name: str) -> str:
    transfer = _TRANSFER.fullmatch(name)
    if transfer:
        return f"перенос с {transfer[1]}"
    return "новогодние каникулы" if name == "Новогодние каникулы" else name
