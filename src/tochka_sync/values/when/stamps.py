"""When a row was submitted («Отметка времени»).

Accepts what forms and people write: «02.06.2023 17:45:12», ISO 8601 with or without a zone,
«2023/06/02 5:45:12 PM GMT+9», a bare date, a typed cell. A time without a zone is of the sheet's
zone. Refuses «6/2/2023 17:45» where both orders of day and month give a date.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import serials, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.when import dates, words
from tochka_sync.values.when.lexemes import plausible
from tochka_sync.values.when.spans import Precision

_DAY = Pattern(
    r"(?:(?P<weekday>[^\W\d_]{2,11})[.,]{0,2}\s)?"
    r"(?:(?P<year>\d{4})[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)"
    r"|(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)(?P<last>\d{4}|\d\d)(?:\s?г\.?)?)"
)
_CLOCK = Pattern(
    r"(?<!\d)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<seconds>\d\d)(?:[.,]\d+)?)?(?![\d:])"
    r"(?:\s*(?P<half>[AP]\.?M\b\.?))?"
    r"(?:\s*\(?(?P<zone>Z\b|(?:GMT|UTC)?\s?[+-]\d\d?(?::?\d\d)?(?!\d)|(?:GMT|UTC)\b)\)?)?"
    r"(?:\s?[(\[][^\d()\[\]]*(?:врем|time|asia/)[^\d()\[\]]*[)\]])?",
    re.IGNORECASE,
)
_AROUND = " ,;/_-"
_JOINTS = (" в", " at", "T")
"""What stands between a day and its time."""
_LABEL = Pattern(
    r"^(?:отправл|созда|получ|заполн|внес|пода|дата|время|sent|date|submitted|created)"
    r"[а-я]*(?:\s(?:и|врем|заполн|отправ|пода)[а-я]*)*\s?:?\s",
    re.IGNORECASE,
)
_COMPACT = Pattern(
    r"(\d{4})(-?)(\d\d)\2(\d\d)[T_](\d\d)([-:]?)(\d\d)(?:\6(\d\d))?(Z?)", re.IGNORECASE
)
"""«20230602T174512Z», «2023-06-02_17-45-12»: as machines name files."""
_SINCE_1970 = {10: 1, 13: 1000}
"""How many digits count the seconds, and the thousandths of them, since 1970."""
_OFFSET = Pattern(r"([+-])(\d\d?):?(\d\d)?$")
_MOSCOW = Pattern(
    r"(?<![\s,(])[\s,(]+(?:по\s)?(?:мск|msk|моск[а-я.]{1,9}(?:\s?вр[а-я.]{1,6})?)\s?(?P<ahead>[+-]\d\d?)?\)?$",
    re.IGNORECASE,
)
_MOSCOW_HOURS = 3
"""How far Moscow is ahead of Greenwich."""
_UNREADABLE: Reading[Any] = refuse(Code.VALUE_UNREADABLE, "stamp_unreadable")
_UNSURE = frozenset(
    {"year_inferred", "foreign_timezone", "approximate", "weekday_mismatch", "slash_dmy_assumed"}
)


def read(cell: Cell, context: Context) -> Reading[datetime | date]:
    """Read a submission time: a moment with the plan's zone, or a bare date where no time is given."""
    typed = _typed(cell, context)
    if typed is not None:
        return typed
    shown = text.digits(text.clean(cell.text).rstrip(" .").translate(text.TO_HYPHEN))
    if text.is_placeholder(shown):
        return placeholder(shown)
    if shown[:1].isalpha():
        shown = _LABEL.sub("", shown)
    if ":" not in shown and (compact := _COMPACT.fullmatch(shown)):
        year, _, month, day, hour, _, minute, second, zone = compact.groups()
        shown = f"{year}-{month}-{day} {hour}:{minute}:{second or '00'}{zone}"
    moscow = _MOSCOW.search(shown)
    zone = f"+{_MOSCOW_HOURS + int(moscow['ahead'] or 0)}" if moscow else None
    if moscow:
        shown = shown[: moscow.start()]
    clocks = list(_CLOCK.finditer(shown))
    if len(clocks) != 1:
        return _in_words(shown, zone, context)
    clock = clocks[0]
    parts = (shown[: clock.start()], shown[clock.end() :])
    day = " ".join(filter(None, map(_bared, parts)))
    reading = _day(day, context)
    if reading.value is None:
        return reading if clock["seconds"] else _in_words(shown, zone, context, reading)
    time_of_day = _time(clock)
    if time_of_day is None or _is_run(clock, shown):
        return _UNREADABLE
    midnight = datetime.combine(reading.value, time())
    return Reading(_zoned(midnight + time_of_day, clock["zone"] or zone, context))


def _is_run(clock: re.Match[str], shown: str) -> bool:
    """Tell whether a zone may be another time: «10:00-12:00», which only ISO 8601 writes with a T."""
    zone = clock["zone"] or ""
    return zone.startswith("-") and ":" in zone and not clock["seconds"] and "T" not in shown


def _bared(part: str) -> str:
    """Return what stands before or behind a time without what joins it to it: «02.06.2023 в»."""
    part = part.strip(_AROUND)
    for joint in _JOINTS:
        part = part.removesuffix(joint)
    return part.strip(_AROUND)


def _typed(cell: Cell, context: Context) -> Reading[datetime | date] | None:
    value = cell.value
    notes: tuple[Remark, ...] = ()
    if isinstance(value, bool):
        return None
    number = value if isinstance(value, int | float) else serials.number(text.clean(cell.text))
    moment = value if isinstance(value, datetime) else None
    shown = cell.text.strip()
    if (parts := _SINCE_1970.get(len(shown))) and shown.isdecimal():
        moment = datetime.fromtimestamp(int(shown) // parts, UTC)
        return (
            Reading(_zoned(moment, None, context)) if plausible(moment.year, context.year) else None
        )
    if number is not None and moment is None:
        moment, notes = serials.moment(number), (Remark("excel_serial"),)
    if moment is not None:
        whole_day = notes and moment.time() == time()
        return Reading(moment.date() if whole_day else _zoned(moment, None, context), notes)
    return Reading(value) if isinstance(value, date) else None


def _day(shown: str, context: Context) -> Reading[date]:
    """Read the day of a stamp, whose year must be stated."""
    match = _DAY.fullmatch(shown)
    weekday = words.find(match["weekday"].lower()) if match and match["weekday"] else None
    if match is None or (match["weekday"] and (weekday is None or weekday.kind != "A")):
        reading = dates.read(Cell(shown), context)
        value = reading.value
        unsure = not _UNSURE.isdisjoint([note.reason for note in reading.notes])
        if value is None or value.precision is not Precision.DAY or value.time or unsure:
            return _UNREADABLE
        return Reading(value.start)
    days = _days(match, context)
    if weekday is not None:
        days = [day for day in days if day.weekday() == weekday.number]
    if len(days) == 1:
        return Reading(days[0])
    if not days:
        return _UNREADABLE
    return refuse(Code.VALUE_UNREADABLE, "stamp_ambiguous", candidates=tuple(map(str, days)))


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


def _time(clock: re.Match[str]) -> timedelta | None:
    """Return how far into its day a time is; «24:00» is its last second."""
    hour, half = int(clock["hour"]), (clock["half"] or "").upper()[:1]
    minute, second = int(clock["minute"]), int(clock["seconds"] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "P" else 0)
    if minute > 59 or second > 59 or (hour, minute, second) > (24, 0, 0):
        return None
    if hour == 24:
        hour, minute, second = 23, 59, 59
    return timedelta(hours=hour, minutes=minute, seconds=second)


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


def _in_words(
    shown: str, zone: str | None, context: Context, otherwise: Reading[Any] = _UNREADABLE
) -> Reading[Any]:
    """Read a bare day, and what the grammar of dates takes for a time: «2 июня 2023 г. в 17 ч 45 мин»."""
    bare = _day(shown, context)
    if bare.value is not None or (bare.problem and bare.problem.candidates):
        return bare
    reading = dates.read(Cell(shown), context)
    value = reading.value
    unsure = not _UNSURE.isdisjoint([note.reason for note in reading.notes])
    if value is None or value.start is None or value.precision is not Precision.DAY or unsure:
        return otherwise
    if value.time is None or "-" in value.time:
        return otherwise
    moment = datetime.combine(value.start, time.fromisoformat(value.time))
    return Reading(_zoned(moment, zone, context))
