"""The time of day in a column of its own: «14:00», «10.00–11.30», «14 00», «около 14:00».

No date stands in such a column, so every pair of numbers that can be a time is one.
"""

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import serials, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import BLANK, Reading, Remark, refuse
from tochka_sync.values.when import clock, dates
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.scanner import lex

_HOUR_AND_MINUTE = Pattern(
    r"(?<!\d)(?:(0[7-9]|1\d)([0-5][05])|(\d{1,2})(?:\s?[:;=]{1,2}\s?|[, ])([0-5]\d))(?!\d)"
)
"""A time in a column of times, however its parts are parted: «1400», «14;00», «14 00»."""
_TIMES_APART = Pattern(r"(?!.*\sдо\s)\D*\d?\d:\d\d(?:[^\d–—-]+\d?\d:\d\d)+\D*")
_TIMES_ALONE = Pattern(rf"T(?:\s?{text.ANY_DASH}\s?T)?")
_TWO_HOURS = Pattern(rf"(\d{{1,2}})\s?{text.ANY_DASH}\s?(1[05]|20)")


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read a cell of a time column: «14:00» or «10:00-13:30»; a placeholder says nothing."""
    shown = text.clean(cell.text)
    moment = serials.time_of(cell.value) or serials.time_shown(shown)
    if moment is not None:
        return Reading(f"{moment:%H:%M}")
    if not shown or text.is_placeholder(shown):
        return BLANK
    if _TIMES_ALONE.fullmatch(_HOUR_AND_MINUTE.sub("T", shown)):
        shown = _HOUR_AND_MINUTE.sub(lambda m: ":".join(filter(None, m.groups())), shown)
    try:
        found = clock.alone(lex(shown, context.year).lexemes)
    except RefusalError:
        found = None
    hours = _TWO_HOURS.fullmatch(shown)
    if hours and int(hours[1]) < int(hours[2]):  # «14-15» may be 14:15 as well
        first, second = f"{int(hours[1]):02}", hours[2]
        either = (f"{first}:{second}", f"{first}:00-{second}:00")
        return refuse(Code.VALUE_UNREADABLE, "ambiguous_hour", candidates=either)
    if found is None or found.time is None:
        return _time_and_more(shown, context)
    if found.either:
        return refuse(Code.VALUE_UNREADABLE, "ambiguous_hour", candidates=found.either)
    return Reading(found.time, (Remark("foreign_timezone"),) if found.foreign else ())


def read_end(cell: Cell, context: Context) -> Reading[str]:
    """Read a cell of a column of ends, in which «до 12:00» says no more than «12:00»."""
    shown = text.clean(cell.text)
    return read(Cell(shown[3:]) if shown.lower().startswith("до ") else cell, context)


def _time_and_more(shown: str, context: Context) -> Reading[str]:
    """Read «14:00 (каб. 12)», «около 14:00» as such a time beside a day is read."""
    beside = _beside_a_day(shown, context)
    if beside.value and beside.value.time is None and not any(map(str.isdecimal, shown)):
        beside = _beside_a_day(f"в {shown}", context)  # «четырнадцать тридцать»
    value = beside.value
    if value is None or value.time is None or value.precision is not dates.Precision.DAY:
        two = _TIMES_APART.fullmatch(shown) is not None
        return refuse(Code.VALUE_UNREADABLE, "two_times" if two else "time_unreadable")
    notes = tuple(
        note for note in beside.notes if note.reason in {"approximate", "foreign_timezone"}
    )
    return Reading(value.time, notes, also=beside.also)


def _beside_a_day(shown: str, context: Context) -> Reading[dates.EventDate]:
    try:
        return dates.read(Cell(f"{context.year.first:%d.%m.%Y}, {shown}"), context)
    except RefusalError:
        return BLANK
