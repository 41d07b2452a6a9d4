"""A time as a person names it to a command: «2023-06-02», «20230602», «02.06.2023 18:00»."""

import datetime as dt
from contextlib import suppress

FIRST, LAST = dt.time(), dt.time(23, 59, 59)
"""The ends of a day; a deadline lasts until the second."""

_YEARS = (1900, 8999)


def named(text: str, of_day: dt.time) -> dt.datetime:
    """Return the moment a text names, without a zone where it names none.

    `of_day` is the time a bare date means. Raises `ValueError`, also for the ends of all time, which
    no zone reckons with.
    """
    for pattern in ("%d.%m.%Y %H:%M", "%d.%m.%Y") if "." in text else ():
        with suppress(ValueError):
            moment = dt.datetime.strptime(text, pattern)  # noqa: DTZ007 - the zone is the plan's
            text = moment.isoformat() if "H" in pattern else moment.date().isoformat()
    moment = dt.datetime.fromisoformat(text)
    if not _YEARS[0] <= moment.year <= _YEARS[1]:
        raise ValueError(moment.year)
    with suppress(ValueError):  # of a day without a time, however it is written: 20230602 too
        moment = dt.datetime.combine(dt.date.fromisoformat(text), of_day)
    return moment


def local(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """Return a moment with its zone: where it names none, that of the plan."""
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
