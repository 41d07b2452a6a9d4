"""When an event is held."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


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
    """`daily`, `weekly:mon`, `monthly`, `quarterly`, …"""


def read(cell: Cell, context: Context) -> Reading[EventDate]:
    """Read a date cell."""
    raise NotImplementedError(cell, context)
