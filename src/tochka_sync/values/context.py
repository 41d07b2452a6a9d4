"""What a reader may know beside the cell: the plan's year, place, schools and calendar."""

from datetime import date, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tochka_sync.calendar import Calendar, SchoolYear
from tochka_sync.registry import Registry


class Context(NamedTuple):
    """Fixed for a whole run, so a distinct cell need be read only once. Holds no clock."""

    year: SchoolYear
    timezone: ZoneInfo
    area_code: str
    """The digits between +7 and a local five-digit number (Aldan: 41145)."""
    registry: Registry
    calendar: Calendar
    contracts_due: date
    """The order's point 2.2; also gives a year to «до 30 августа» in the contract column."""
    sheet_timezone: tzinfo
    """The zone of the sheet's own times, for «Отметка времени»."""
