"""Points in time as a cell names them, and the days each stands for in the plan's school year.

Refuses days that do not exist. The conventions are here and nowhere else: the nth week of a month
is its days 7n−6…7n, a beginning, a middle and an end are its ten-day periods, a school half-year
is September–December or January–May.
"""

import calendar as months
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tochka_sync.calendar import Calendar, Holidays, SchoolYear, usual
from tochka_sync.values.context import Context
from tochka_sync.values.when import words
from tochka_sync.values.when.refusal import RefusalError, guess


class Precision(StrEnum):
    """How exactly a date cell says when."""

    DAY = "day"
    RANGE = "range"
    LIST = "list"
    WEEK = "week"
    DECADE = "decade"  # ten days
    HALF_MONTH = "half_month"
    MONTH = "month"
    MONTH_RANGE = "month_range"
    SCHOOL_QUARTER = "school_quarter"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    SEASON = "season"
    SCHOOL_HOLIDAYS = "school_holidays"
    SCHOOL_YEAR = "school_year"
    UNTIL = "until"
    FROM = "from"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date as precise as the cell is: both ends included, `None` where the cell leaves it open."""

    start: date | None
    end: date | None
    precision: Precision
    time: str | None = None
    """Local wall time: «14:00», «10:00-13:30»."""
    dates: tuple[date, ...] = ()
    """The separate days of a list."""
    months: tuple[str, ...] = ()
    """The separate months of a list, as `2023-10`."""
    recurrence: str | None = None
    """`daily`, `weekly:mon,thu`, `monthly:15,30`, `monthly:1mon`, `monthly:x2`, …"""


class Unit(StrEnum):
    """What a point is."""

    DAY = "day"
    NTH_WEEKDAY = "nth_weekday"
    WEEK = "week"
    DECADE = "decade"
    PART = "part"
    HALF = "half"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    TERM = "term"
    HALF_YEAR = "half_year"
    HOLIDAYS = "holidays"
    YEAR = "year"


LAST = -1
"""The number of «последняя»."""


class Point(NamedTuple):
    """One point of a cell. What the cell leaves to its neighbours is `None` until it is filled."""

    unit: Unit | None
    number: int = 0
    month: int | None = None
    year: int | None = None
    """The calendar year as stated."""
    school_year: SchoolYear | None = None
    """The school year as stated: «2023/24»."""
    weekday: int = 0
    at: int = 0
    """Where in the cell it stands."""
    end: bool = False
    """Whether only its end is meant: «до конца III четверти»."""
    counted: bool = False
    """Whether it may be so many as well as that one: «2 недели мая»."""
    vague: bool = False
    """Whether it is the year in words: «в течение года»."""


class Span(NamedTuple):
    """The days of a point, and what was assumed to find them."""

    start: date
    end: date
    precision: Precision
    notes: tuple[str, ...] = ()


def resolve(point: Point, context: Context) -> Span:
    """Return the days a point stands for."""
    assert point.unit is not None, point  # noqa: S101 - the grammar fills units before
    return _RESOLVE[point.unit](point, context)


def in_month(point: Point, context: Context) -> tuple[int, int]:
    """Return the year and the month of a point that has a month."""
    month = point.month
    if month is None:
        raise RefusalError.unreadable("no_month")
    if point.year is not None:
        return point.year, month
    return (point.school_year or context.year).year_of(month), month


def show(start: date, end: date) -> str:
    """Write days the way a cell should: «10 февраля 2024», «10–12 февраля 2024»."""
    last = f"{end.day} {words.OF_MONTHS[end.month - 1]} {end.year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    return f"{start.day} {words.OF_MONTHS[start.month - 1]} {start.year} – {last}"


def _day(point: Point, context: Context) -> Span:
    year, month = in_month(point, context)
    try:
        day = date(year, month, point.number)
    except ValueError:
        if _inferred(point) and 2000 + month in {context.year.start, context.year.start + 1}:
            raise _day_or_year(point.number, month, context) from None
        swapped = guess(month, point.number, context.year) if month > 12 else None
        raise RefusalError.impossible("impossible_date", swapped) from None
    return Span(day, day, Precision.DAY, _inferred(point))


def _day_or_year(month: int, number: int, context: Context) -> RefusalError:
    """Return the refusal of «12.23»: 23 December, or December 2023."""
    if not 1 <= month <= 12:
        return RefusalError.impossible("impossible_date")
    day = date(context.year.year_of(month), month, number)
    first, last = _months(2000 + number, month, 1)
    return RefusalError.ambiguous("ambiguous_day_or_year", (str(day), f"{first}/{last}"))


def _nth_weekday(point: Point, context: Context) -> Span:
    year, month = in_month(point, context)
    days = [
        day
        for number in range(1, _length(year, month) + 1)
        if (day := date(year, month, number)).weekday() == point.weekday
    ]
    index = point.number if point.number == LAST else point.number - 1
    if not -1 <= index < len(days):
        raise RefusalError.impossible("impossible_date")
    return Span(days[index], days[index], Precision.DAY, _inferred(point))


def _week(point: Point, context: Context) -> Span:
    length = _length(*in_month(point, context))
    if point.number == LAST:
        return _days(point, context, length - 6, length, Precision.WEEK, "approximate")
    first = 7 * point.number - 6
    if not 1 <= first <= length:
        raise RefusalError.impossible("impossible_date")
    return _days(point, context, first, min(first + 6, length), Precision.WEEK, "approximate")


def _decade(point: Point, context: Context) -> Span:
    number = 3 if point.number == LAST else point.number
    if not 1 <= number <= 3:
        raise RefusalError.impossible("impossible_date")
    last = 10 * number if number < 3 else _length(*in_month(point, context))
    notes = ("approximate",) if point.unit is Unit.PART else ()
    return _days(point, context, 10 * number - 9, last, Precision.DECADE, *notes)


def _half(point: Point, context: Context) -> Span:
    if point.number not in {1, 2, LAST}:
        raise RefusalError.impossible("impossible_date")
    if point.number == 1:
        return _days(point, context, 1, 15, Precision.HALF_MONTH)
    return _days(point, context, 16, _length(*in_month(point, context)), Precision.HALF_MONTH)


def _month(point: Point, context: Context) -> Span:
    return _days(point, context, 1, _length(*in_month(point, context)), Precision.MONTH)


def _quarter(point: Point, context: Context) -> Span:
    if not 1 <= point.number <= 4:
        raise RefusalError.impossible("impossible_date")
    plan = point.school_year or context.year
    first = 3 * point.number - 2
    if point.year is None and first == 7:  # July and August end a school year, September begins it
        raise _two_years(*(_months(year, first, 3) for year in (plan.start, plan.start + 1)))
    start, end = _months(point.year or plan.year_of(first), first, 3)
    return Span(start, end, Precision.QUARTER, _inferred(point))


def _season(point: Point, context: Context) -> Span:
    first = (9, 12, 3, 6)[point.number]
    plan = point.school_year or context.year
    year = plan.year_of(first)
    if point.year is not None:
        year = point.year
        if first == 12:
            year = _winter(point.year, context, lambda start: _months(start, 12, 3))
    start, end = _months(year, first, 3)
    return Span(start, end, Precision.SEASON, (*_inferred(point), "approximate"))


def _term(point: Point, context: Context) -> Span:
    if not 1 <= point.number <= 4:
        raise RefusalError.impossible("impossible_date")
    year = _school_year(point, context, autumn=point.number <= 2)
    calendar = _calendar(year, context)
    span = calendar.terms[point.number - 1]
    notes = ("school_calendar_default",) if calendar.default else ()
    return Span(span.start, span.end, Precision.SCHOOL_QUARTER, notes)


def _holidays(point: Point, context: Context) -> Span:
    name = tuple(Holidays)[point.number]
    if name is Holidays.WINTER and point.year is not None:
        year = SchoolYear(
            _winter(
                point.year,
                context,
                lambda start: _span_of(_calendar(SchoolYear(start), context), name),
            )
        )
    else:
        year = _school_year(point, context, autumn=name is Holidays.AUTUMN)
    calendar = _calendar(year, context)
    start, end = _span_of(calendar, name)
    notes = ("school_calendar_default",) if calendar.default else ()
    return Span(start, end, Precision.SCHOOL_HOLIDAYS, notes)


def _half_year(point: Point, context: Context) -> Span:
    if point.number not in {1, 2}:
        raise RefusalError.impossible("impossible_date")
    plan = point.school_year or context.year
    if point.year is not None:  # «I полугодие 2024 г.» may be January–June or September–December
        school = point.year - (point.number == 2)
        calendar_half = _months(point.year, 6 * point.number - 5, 6)
        raise _two_years(calendar_half, _school_half(SchoolYear(school), point.number))
    start, end = _school_half(plan, point.number)
    return Span(start, end, Precision.HALF_YEAR, ("school_half_year",))


def _year(point: Point, context: Context) -> Span:
    year = point.school_year or context.year
    if point.year is not None:
        raise RefusalError.unreadable("too_vague_year_only")
    notes = ("too_vague",) if point.vague else ()
    return Span(year.first, year.last, Precision.SCHOOL_YEAR, notes)


_RESOLVE: Mapping[Unit, Callable[[Point, Context], Span]] = {
    Unit.DAY: _day,
    Unit.NTH_WEEKDAY: _nth_weekday,
    Unit.WEEK: _week,
    Unit.DECADE: _decade,
    Unit.PART: _decade,
    Unit.HALF: _half,
    Unit.MONTH: _month,
    Unit.QUARTER: _quarter,
    Unit.SEASON: _season,
    Unit.TERM: _term,
    Unit.HALF_YEAR: _half_year,
    Unit.HOLIDAYS: _holidays,
    Unit.YEAR: _year,
}


def _days(
    point: Point, context: Context, first: int, last: int, precision: Precision, *notes: str
) -> Span:
    year, month = in_month(point, context)
    start, end = date(year, month, first), date(year, month, last)
    return Span(start, end, precision, (*_inferred(point), *notes))


def _inferred(point: Point) -> tuple[str, ...]:
    stated = point.year is not None or point.school_year is not None
    return () if stated else ("year_inferred",)


def _length(year: int, month: int) -> int:
    return months.monthrange(year, month)[1]


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    following = first - 1 + count
    after = date(year + following // 12, following % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def _school_half(year: SchoolYear, number: int) -> tuple[date, date]:
    return _months(year.start, 9, 4) if number == 1 else _months(year.start + 1, 1, 5)


def _school_year(point: Point, context: Context, *, autumn: bool) -> SchoolYear:
    """Return the school year a term or school holidays belong to."""
    if point.year is not None:
        return SchoolYear(point.year if autumn else point.year - 1)
    return point.school_year or context.year


def _calendar(year: SchoolYear, context: Context) -> Calendar:
    return context.calendar if year == context.year else usual(year)


def _span_of(calendar: Calendar, name: Holidays) -> tuple[date, date]:
    span = calendar.holidays.get(name)
    if span is None:
        raise RefusalError.unreadable("no_holidays")
    return span.start, span.end


def _winter(year: int, context: Context, days: Callable[[int], tuple[date, date]]) -> int:
    """Return the year in which a winter named by one calendar year begins.

    «Зима 2024» of a plan for 2023–2024 is its own winter; «зима 2023» may be that of last year.
    """
    if context.year.start == year - 1:
        return context.year.start
    raise _two_years(days(year - 1), days(year))


def _two_years(*readings: tuple[date, date]) -> RefusalError:
    return RefusalError.ambiguous(
        "ambiguous_year", tuple(f"{start}/{end}" for start, end in readings)
    )
