"""Days and times as spreadsheets count them: days since 30 December 1899, time as their fraction."""

from datetime import datetime, time, timedelta

from tochka_sync.pattern import Pattern

_SERIAL = Pattern(r"\d{5}(?:[.,](?:\d{3,}|0+|50?|[27]5))?")
"""Two figures tell no time of day but a quarter of it: «45245,58» may be 13:50 as well as 14:00."""
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


def to_minutes(moment: datetime) -> datetime:
    """Return a moment without what is left of a rounded fraction: «0,5833» is 13:59:57."""
    by_five, by_one = (
        _EPOCH + round((moment - _EPOCH) / unit) * unit
        for unit in (timedelta(minutes=5), timedelta(minutes=1))
    )
    return by_five if abs(by_five - moment) <= _ROUNDING else by_one


_ROUNDING = timedelta(days=0.0005)
"""What rounding to three figures may change."""


def time_of(value: object) -> time | None:
    """Return the time of day a typed value holds: a time, or the fraction of a day."""
    match value:
        case datetime():
            return value.time()
        case time():
            return value
        case float() if 0 < value < 1:
            return to_minutes(_EPOCH + timedelta(days=value)).time()
        case _:
            return None


def time_shown(shown: str) -> time | None:
    """Return the time of day a cell shows as the fraction of a day: «0,583333»."""
    return time_of(float(shown.replace(",", "."))) if _FRACTION.fullmatch(shown) else None
