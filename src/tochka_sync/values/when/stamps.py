"""When a row was submitted («Отметка времени»).

Accepts what forms and people write: «02.06.2023 17:45:12», ISO 8601 with or without a zone,
«2023/06/02 5:45:12 PM GMT+9», a bare date, a typed cell. A time without a zone is of the sheet's
zone. Refuses «6/2/2023 17:45» where both orders of day and month give a date.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import serials, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.when import dates
from tochka_sync.values.when.lexemes import plausible
from tochka_sync.values.when.spans import Precision

_STAMP = Pattern(
    r"""
    (?: (?P<year>\d{4})[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)
      | (?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)(?P<last>\d{4}|\d\d)(?:\s?г\.?)?
    )
    (?:
        (?:,?\s*(?:в\s)?|T)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<seconds>\d\d)(?:[.,]\d+)?)?
        \s*(?P<half>[AP]\.?M\.?)?
        \s*(?P<zone>Z|(?:GMT|UTC)?\s?[+-]\d\d?(?::?\d\d)?|GMT|UTC)?
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = Pattern(r"([+-])(\d\d?):?(\d\d)?$")
_MOSCOW = Pattern(
    r"(?<![\s,(])[\s,(]+(?:по\s)?(?:мск|msk|моск[а-я.]{1,9}(?:\s?вр[а-я.]{1,6})?)\s?(?P<ahead>[+-]\d\d?)?\)?$",
    re.IGNORECASE,
)
_MOSCOW_HOURS = 3
"""How far Moscow is ahead of Greenwich."""


def read(cell: Cell, context: Context) -> Reading[datetime | date]:
    """Read a submission time: a moment with the plan's zone, or a bare date where no time is given."""
    typed = _typed(cell, context)
    if typed is not None:
        return typed
    shown = text.digits(text.peeled(text.clean(cell.text)).translate(text.TO_HYPHEN))
    if text.is_placeholder(shown):
        return placeholder(shown)
    moscow = _MOSCOW.search(shown)
    zone = f"+{_MOSCOW_HOURS + int(moscow['ahead'] or 0)}" if moscow else None
    if moscow:
        shown = shown[: moscow.start()]
    match = _STAMP.fullmatch(shown)
    if match is None:
        return _in_words(shown, zone, context)
    days = _days(match, context)
    if len(days) > 1:
        return refuse(
            Code.VALUE_UNREADABLE, "stamp_ambiguous", candidates=tuple(str(day) for day in days)
        )
    clock = _clock(match) if match["hour"] else None
    if not days or (match["hour"] and clock is None):
        return refuse(Code.VALUE_UNREADABLE, "stamp_unreadable")
    if clock is None:
        return Reading(days[0])
    return Reading(_zoned(datetime.combine(days[0], clock), match["zone"] or zone, context))


def _typed(cell: Cell, context: Context) -> Reading[datetime | date] | None:
    value = cell.value
    notes: tuple[Remark, ...] = ()
    if isinstance(value, bool):
        return None
    number = value if isinstance(value, int | float) else serials.number(text.clean(cell.text))
    moment = value if isinstance(value, datetime) else None
    if number is not None and moment is None:
        moment, notes = serials.moment(number), (Remark("excel_serial"),)
    if moment is not None:
        whole_day = notes and moment.time() == time()
        return Reading(moment.date() if whole_day else _zoned(moment, None, context), notes)
    return Reading(value) if isinstance(value, date) else None


def _days(match: re.Match[str], context: Context) -> list[date]:
    """Return the days a stamp may mean; slashes are day first or month first."""
    if match["year"]:
        orders = [(match["year"], match["month"], match["day"])]
    else:
        year = match["last"] if len(match["last"]) == 4 else f"20{match['last']}"
        orders = [(year, match["second"], match["first"])]
        if match["mark"] == "/":
            orders.append((year, match["first"], match["second"]))
    days = []
    for numbers in dict.fromkeys(orders):
        try:
            day = date(*map(int, numbers))
        except ValueError:
            continue
        if plausible(day.year, context.year):
            days.append(day)
    return days


def _clock(match: re.Match[str]) -> time | None:
    hour, half = int(match["hour"]), (match["half"] or "").upper()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "P" else 0)
    try:
        return time(hour, int(match["minute"]), int(match["seconds"] or 0))
    except ValueError:
        return None


def _zoned(moment: datetime, zone: str | None, context: Context) -> datetime:
    """Return a moment in the plan's zone; without a zone of its own it is in the sheet's."""
    if moment.tzinfo is not None:
        return moment.astimezone(context.timezone)
    if zone is None:
        return moment.replace(tzinfo=context.sheet_timezone).astimezone(context.timezone)
    offset = _OFFSET.search(zone)
    shift = timedelta()
    if offset:
        shift = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        shift = -shift if offset[1] == "-" else shift
    return moment.replace(tzinfo=timezone(shift)).astimezone(context.timezone)


def _in_words(shown: str, zone: str | None, context: Context) -> Reading[Any]:
    """Read «2 июня 2023 г. в 17:45»; a day whose year is not stated is no stamp."""
    reading = dates.read(Cell(shown), context)
    value = reading.value
    unsure = any(note.reason in {"year_inferred", "foreign_timezone"} for note in reading.notes)
    if value is None or value.start is None or value.precision is not Precision.DAY or unsure:
        return refuse(Code.VALUE_UNREADABLE, "stamp_unreadable")
    if value.time is None:
        return Reading(value.start)
    if "-" in value.time:
        return refuse(Code.VALUE_UNREADABLE, "stamp_unreadable")
    moment = datetime.combine(value.start, time.fromisoformat(value.time))
    return Reading(_zoned(moment, zone, context))
