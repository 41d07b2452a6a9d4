"""The year of a plan as twelve small months, the days with events marked.

Only days that are known are marked; events whose date is coarser, or lies in another year, are
counted.
"""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from markupsafe import Markup

from tochka_sync import messages
from tochka_sync.calendar import SchoolYear
from tochka_sync.messages import Language
from tochka_sync.result import Result
from tochka_sync.values.when.dates import EventDate, Precision

_CELL = 26
_WIDTH, _HEIGHT = 7 * _CELL, 6 * _CELL
_LONGEST = 31
"""How many days one event may be marked on; a longer one is a season, not a day."""
_SUNDAY = 6
_MOST = 3
"""From how many events a day on it is as dark as it gets."""


@dataclass(frozen=True, slots=True)
class Year:
    """How many events there are on each day of a school year."""

    year: SchoolYear
    days: Mapping[date, int] = field(default_factory=dict)
    vague: int = 0
    """Events with a date that names no day."""
    outside: int = 0
    """Events of another school year."""


def year(result: Result) -> Year:
    """Count the events of a result by day; an event that lasts is counted on each of its days."""
    school_year = SchoolYear(int(result.plan.school_year[:4]))
    days: dict[date, int] = defaultdict(int)
    vague = outside = 0
    for entry in result.entries:
        when = entry.values.get("date")
        if not isinstance(when, EventDate):
            continue
        exact = exact_days(when)
        own = [day for day in exact if day in school_year]
        vague += not exact
        outside += bool(exact) and not own
        for day in own:
            days[day] += 1
    return Year(school_year, days, vague, outside)


def exact_days(when: EventDate) -> list[date]:
    """Return the days a date names; none where it names only a month, a season or the like."""
    match when.precision:
        case Precision.DAY if when.start:
            return [when.start]
        case Precision.LIST:
            return list(when.dates)
        case Precision.RANGE if when.start and when.end:
            length = (when.end - when.start).days + 1
            return [when.start + timedelta(days=day) for day in range(length)] * (
                length <= _LONGEST
            )
        case _:
            return []


def draw(counted: Year, number: int, language: Language) -> Markup:
    """Return a picture of one month, 1 to 12, as a calendar on a wall has it."""
    first = date(counted.year.year_of(number), number, 1)
    cells = []
    for week, days in enumerate(Calendar().monthdatescalendar(first.year, number)):
        cells += [_day(day, counted.days.get(day, 0), week) for day in days if day.month == number]
    marked = sum(count for day, count in counted.days.items() if day.month == number)
    label = messages.text(language, "drawing.month", month=name(first, language), n=marked)
    return Markup(
        '<svg class="month" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(_WIDTH, _HEIGHT, label, Markup("").join(cells))


def name(first: date, language: Language) -> str:
    """Return a month's name and year."""
    names = messages.text(language, "export.months").split("|")
    return f"{names[first.month - 1]} {first.year}"


def _day(day: date, count: int, week: int) -> Markup:
    x, y = day.weekday() * _CELL, week * _CELL
    mark = Markup('<rect class="mark n{}" x="{}" y="{}" width="{s}" height="{s}" rx="5"/>').format(
        min(count, _MOST), x + 1, y + 1, s=_CELL - 2
    )
    kind = f"day n{min(count, _MOST)}" if count else "day"
    if day.weekday() == _SUNDAY:
        kind += " sunday"
    number = Markup('<text class="{}" x="{}" y="{}">{}</text>').format(
        kind, x + _CELL / 2, y + _CELL / 2 + 4, day.day
    )
    return mark + number if count else number
