"""A one-line language for readings of dates, so that a table of cells can be read aloud.

`2024-02-10` a day, `2024-02-10..2024-02-12 range`, `2024-02-10, 2024-02-17` a list, `2023-10, 2024-03`
a list of months, `..2024-05-15 until`, `2023-09-15.. from`, `weekly:mon`, each with ` @14:00` after
it; `!range_reversed` a refusal, `?ambiguous_month: a; b` one with candidates.
"""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from tochka_sync.calendar import SchoolYear, usual
from tochka_sync.findings import Code
from tochka_sync.registry import Registry
from tochka_sync.table import Cell, Value
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.when import dates
from tochka_sync.values.when.dates import EventDate

YAKUTSK = ZoneInfo("Asia/Yakutsk")


def context(start: int = 2023, sheet: str = "Asia/Yakutsk") -> Context:
    """Return what a reader knows in a plan of the school year that begins in `start`."""
    year = SchoolYear(start)
    return Context(
        year=year,
        timezone=YAKUTSK,
        area_code="41145",
        registry=Registry(),
        calendar=usual(year),
        contracts_due=date(start, 8, 30),
        sheet_timezone=ZoneInfo(sheet),
    )


PLAN = context()


def read(text: str, value: Value = None) -> Reading[EventDate]:
    """Read a cell in a plan for 2023–2024."""
    return dates.read(Cell(text, value), PLAN)


def meant(text: str, plan: Context = PLAN) -> EventDate:
    """Return the value of a cell that is accepted."""
    value = dates.read(Cell(text), plan).value
    assert value is not None, text
    return value


def why(reading: Reading[Any]) -> Remark:
    """Return why a reading was refused."""
    assert reading.problem is not None
    return reading.problem


def notes(reading: Reading[EventDate]) -> set[str]:
    """Return the reasons of a reading's notes, but for `vague`."""
    return {note.reason for note in reading.notes} - {"vague"}


def shown(reading: Reading[EventDate]) -> str:
    """Write a reading in one line."""
    if reading.problem is not None:
        problem = reading.problem
        if problem.code is Code.DATE_AMBIGUOUS:
            return f"?{problem.reason}: {'; '.join(problem.candidates)}"
        return f"!{problem.reason}"
    value = reading.value
    assert value is not None
    time = f" @{value.time}" if value.time else ""
    return _days(value) + time


def _days(value: EventDate) -> str:
    bounds = f"{value.start or ''}..{value.end or ''}"
    if value.recurrence:
        return value.recurrence + (f" {bounds}" if len(bounds) > 2 else "")
    if value.dates or value.months:
        return ", ".join(map(str, value.dates or value.months))
    if value.start == value.end and value.precision == "day":
        return str(value.start)
    return f"{bounds} {value.precision}"
