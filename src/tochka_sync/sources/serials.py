"""Serial numbers as dates and times: wall time, rounded to the second.

A spreadsheet keeps 2023-06-02 17:45:12 as 45079.7397…, days since an epoch; fractions of a
second are only the noise of that.
"""

import math
from datetime import date, datetime, time, timedelta
from enum import StrEnum

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - wall time of the sheet, which knows no zone
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
PLAUSIBLE = (2018, 8999)
"""The years in which a plan may say it was changed; the first centres opened in 2019.

Clocks that are not set, archives and caches that keep no times tell others (1970, 1980, 2010), and
what is older than the deadline would be in time.
"""
_DAY = 86_400
_FALSE_LEAP_DAY = 60  # Excel counts 29 February 1900, which never was


class Kind(StrEnum):
    """What a cell's format makes of its number; the values are Google's names."""

    DATE = "DATE"
    TIME = "TIME"
    DATE_TIME = "DATE_TIME"


def moment(serial: float, kind: Kind, epoch: datetime = EPOCH) -> date | datetime | time | None:
    """Return the date, the time of day or both that a number stands for; `None` if it is none.

    What the format hides is not lost: a date with a time behind it is a datetime.
    """
    if not math.isfinite(serial) or serial < 0:
        return None
    days, seconds = divmod(round(serial * _DAY), _DAY)
    if kind is Kind.TIME and serial < 1:
        return (EPOCH + timedelta(seconds=min(seconds or days * _DAY, _DAY - 1))).time()
    try:
        when = epoch + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None
    return when.date() if kind is Kind.DATE and not seconds else when


def excel_days(serial: float) -> float | None:
    """Return an Excel serial as days since `EPOCH`; `None` for its day that never was."""
    if serial >= _FALSE_LEAP_DAY + 1 or serial < 1:
        return serial
    return serial + 1 if serial < _FALSE_LEAP_DAY else None
