"""The context readers of schools and settlements are tried in: the sixteen schools of Aldan."""

from datetime import date
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from tochka_sync import registry
from tochka_sync.calendar import Calendar, SchoolYear
from tochka_sync.registry import Registry
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark

ALDAN = registry.load(Path(__file__).parents[2] / "config" / "schools.csv")
IDS = tuple(school.id for school in ALDAN.schools)


def context(schools: Registry = ALDAN) -> Context:
    """Return a context of which only the registry matters here."""
    zone = ZoneInfo("Asia/Yakutsk")
    return Context(
        year=SchoolYear(2023),
        timezone=zone,
        area_code="41145",
        registry=schools,
        calendar=cast("Calendar", None),
        contracts_due=date(2023, 8, 30),
        sheet_timezone=zone,
    )


def problem(reading: Reading[Any]) -> Remark:
    """Return why a cell was refused."""
    assert reading.value is None
    assert reading.problem is not None
    return reading.problem
