"""The school year and its days: terms, school holidays, public and regional days off."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SchoolYear:
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

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.start}–{self.start + 1}"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, both ends included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


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


@dataclass(frozen=True, slots=True)
class Day:
    """A day judged: its kind and, where there is one, the reason in the calendar's own words."""

    kind: DayKind
    why: str | None = None
    notes: tuple[str, ...] = ()
    """`federal_working_saturday`, `summer_holidays`, `school_holidays`."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A regional day off that returns every year."""

    month: int
    day: int
    name: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """One school year's terms (I–IV), holidays and regional days off."""

    terms: tuple[Span, Span, Span, Span]
    holidays: dict[Holidays, Span] = field(default_factory=dict)
    days_off: tuple[DayOff, ...] = ()
    default: bool = True
    """Whether terms and holidays are the country's usual ones, not stated in the configuration."""

    def day(self, day: date) -> Day:
        """Judge a day: public holidays with their transfers, then regional ones, then weekends."""
        raise NotImplementedError(day, timedelta)  # filled in by its owner
