"""Days and times as spreadsheets count them: days since 30 December 1899, time as their fraction."""

from datetime import datetime, time, timedelta

from tochka_sync.pattern import Pattern

_SERIAL = Pattern(r"\d{5}(?:[.,]\d+)?")
_FRACTION = Pattern(r"0[.,]\d{3,}")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - wall time, as the sheet shows it
MIDNIGHT = "00:00"
"""What a sheet adds to a day without a time."""
FIRST, LAST = 36526, 54788
"""1 January 2000 and the end of 2049: what is outside is some other number."""


def number(shown: str) -> float | None:
    """Return the serial number a cell shows as text, if it looks like one."""
    return float(shown.replace(",", ".")) if _SERIAL.fullmatch(shown) else None


def moment(serial: float) -> datetime | None:
    """Return the moment of a serial number to the second, if it may be meant as one."""
    if not FIRST <= serial < LAST + 1:
        return None
    return _EPOCH + timedelta(seconds=round(serial * 86400))


def time_of(value: object) -> time | None:
    """Return the time of day a typed value holds: a time, or the fraction of a day."""
    match value:
        case datetime():
            return value.time()
        case time():
            return value
        case float() if 0 < value < 1:
            return (_EPOCH + timedelta(seconds=round(value * 86400))).time()
        case _:
            return None


def time_shown(shown: str) -> time | None:
    """Return the time of day a cell shows as the fraction of a day: «0,583333»."""
    return time_of(float(shown.replace(",", "."))) if _FRACTION.fullmatch(shown) else None
