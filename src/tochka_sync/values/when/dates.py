"""When an event is held: a day, a run of days, or anything vaguer that people write.

Accepts dates in digits and words, ranges, lists, months, weeks, terms, holidays, «до», «с»,
recurrences, with a time of day, a day of the week and a label beside them. Refuses a cell that
has no reading or more than one. A typed date is the truth, whatever the cell shows; only the first day
of a month that is shown without a day is the month.
"""

import calendar
import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import date, datetime, time

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell, Value
from tochka_sync.values import serials, text
from tochka_sync.values.context import Context
from tochka_sync.values.months import BEGINNING
from tochka_sync.values.reading import Reading, Remark, placeholder
from tochka_sync.values.what import formats
from tochka_sync.values.what.formats import Format
from tochka_sync.values.when import (
    around,
    clock,
    held,
    neighbours,
    order,
    phrases,
    recurring,
    twice,
    vague,
    weekdays,
    words,
)
from tochka_sync.values.when.lexemes import Lexeme, kinds, plausible, trimmed
from tochka_sync.values.when.meaning import Meaning, combine, iso
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.scanner import lex
from tochka_sync.values.when.spans import EventDate, Precision, show

__all__ = ["EventDate", "Precision", "read"]

_USUAL = Pattern(
    r"(?P<day>\d\d?)(?:\.(?P<month>\d\d?)\.| (?P<name>[а-я]{3,8}) )(?P<year>\d{4})(?: ?г(?:\.|ода)?)?"
    r"|(?P<iso>\d{4}-\d\d-\d\d)"
)
"""What most cells are; there is no other reading of it, so the grammar need not look."""
_MONTHS = {name: number for number, name in enumerate(words.OF_MONTHS, 1)}
_COMPACT_LENGTH = 8
_POINT = Pattern(r"(?:[-–—•·▪●◦■*]\s*|(?P<number>[1-9])\.\s+(?!\d\d?\s?\.))(?=\S)")
"""The mark before a point of a list: «- », «1. », but not the day of «1. 02.2024»."""
_WHOLE_DAY = Pattern(
    rf"(?:\d{{4}}-\d\d-\d\d|[«\"]?\d{{1,2}}[»\"]?(?:-?[а-я]{{1,3}})?(?:\s?[./-]\s?(?:0?[1-9]|1[0-2])(?!\d)|[\s-]+(?:{BEGINNING})|\.[IVX]+\.)).*(?<=[\w.)»])",
    re.IGNORECASE,
)
"""A line with a day and its month, which nothing in the next line goes on with."""
_TAKEN_FOR = frozenset({"excel_serial", "us_order", "slash_dmy_assumed"})
"""Notes on what does not show by itself which day it is: «44904», «02/10/2024»."""


def read(cell: Cell, context: Context) -> Reading[EventDate]:
    """Read a date cell."""
    shown = _in_one_line(cell.text) if "\n" in cell.text else text.clean(cell.text)
    try:
        typed = _typed(cell.value, shown, context)
        if typed is not None:
            return typed
        if not shown[:1].isdecimal() and text.is_placeholder(shown):
            return placeholder(shown)
        return _read_text(held.day_and_month(cell.value, shown, context) or shown, context)
    except RefusalError as refusal:
        lines = cell.text.strip().splitlines()
        if len(lines) > 1 and refusal.remark.reason == "ambiguous_two_dates":
            return read(Cell("; ".join(lines)), context)
        return _mended(shown, context) or _refused(shown, refusal.remark, context)


def _in_one_line(typed: str) -> str:
    """Return clean text, a list of points as the list it is: «- 20 мая⏎- 3 июня» is no run of days."""
    lines = [line.strip(" ,;") for line in typed.strip().split("\n")]
    if all(map(_WHOLE_DAY.fullmatch, lines)):
        return text.clean("; ".join(lines))
    marks = [mark for line in lines if (mark := _POINT.match(line))]
    numbers = [mark["number"] for mark in marks]
    if len(marks) < len(lines) or numbers not in (
        [None] * len(lines),
        [*"123456789"[: len(lines)]],
    ):
        return text.clean(typed)
    return text.clean("; ".join([mark.string[mark.end() :] for mark in marks]))


def _mended(shown: str, context: Context) -> Reading[EventDate] | None:
    """Read a cell without its place, or with dots for what stands between its numbers."""
    whole = around.torn(shown)
    if whole is None:
        return _before_place(shown, context)
    try:
        reading = _read_text(whole, context)
    except RefusalError as refusal:
        return Reading(problem=refusal.remark)
    fixed = Remark("typo_fixed", Code.TEXT_CORRECTED, {"old": shown, "new": whole})
    return reading._replace(notes=(*reading.notes, fixed))


def _refused(shown: str, problem: Remark, context: Context) -> Reading[EventDate]:
    def again(fragment: str) -> Reading[EventDate]:
        return _read_text(fragment, context)

    problem = problem._replace(candidates=around.in_full(shown, problem, again))
    return Reading(problem=around.reason(shown, problem, context, again))


def _before_place(shown: str, context: Context) -> Reading[EventDate] | None:
    """Read «16.02.2024, 15:00, СОШ №9» up to the place, whose numbers are no dates."""
    parts = around.place(shown)
    if parts is None:
        return None
    try:
        reading = _read_text(parts[0], context)
    except RefusalError as refusal:
        problem = refusal.remark
        return None if problem.code is Code.DATE_UNREADABLE else Reading(problem=problem)
    return reading._replace(also={**reading.also, Field.PLACE: parts[1]})


def _typed(value: Value, shown: str, context: Context) -> Reading[EventDate] | None:
    """Read what the sheet holds behind the text, where that says when."""
    if isinstance(value, bool):
        raise RefusalError.unreadable()
    if isinstance(value, time):
        raise RefusalError.unreadable("time_without_date")
    if isinstance(value, datetime):
        return held.year_shown(_reading(_on(value), (), context), shown, value.date(), context)
    if isinstance(value, date):
        if value.day == 1 and held.shows_no_day(shown, value):
            last = calendar.monthrange(value.year, value.month)[1]
            return _reading(EventDate(value, value.replace(day=last), Precision.MONTH), (), context)
        reading = _reading(EventDate(value, value, Precision.DAY), (), context)
        return held.year_shown(reading, shown, value, context)
    number = value if isinstance(value, int | float) else serials.number(shown)
    moment = serials.moment(number) if number is not None else None
    if moment is None:
        return None
    return _reading(_on(serials.to_minutes(moment)), (Remark("excel_serial"),), context)


def _on(moment: datetime) -> EventDate:
    day = moment.date()
    shown = f"{moment:%H:%M}"
    return EventDate(day, day, Precision.DAY, time=None if shown == serials.MIDNIGHT else shown)


def _read_text(shown: str, context: Context) -> Reading[EventDate]:
    if shown.isdecimal() and len(shown) <= 2:
        raise RefusalError.unreadable()
    usual = _USUAL.fullmatch(shown)
    if usual:
        day = _day(usual, context)
        if day is not None:
            return _reading(EventDate(day, day, Precision.DAY), (), context)
    elif len(shown) == _COMPACT_LENGTH and shown.isdecimal():
        return _compact(shown, context)
    return _read_anyhow(shown, context)


def _read_anyhow(shown: str, context: Context) -> Reading[EventDate]:
    lexed = lex(shown, context.year)
    lexemes = neighbours.understood(lexed.lexemes)
    undecided = next((lexeme for lexeme in lexemes if lexeme.others), None)
    if undecided is not None:
        raise _ambiguous_month(lexemes, undecided, context)
    reading = _interpret(lexemes, lexed.notes, context)
    also = _format([lexeme for lexeme in lexed.lexemes if lexeme.kind == "z"])
    return reading._replace(also=also) if also and reading.value else reading


def _day(usual: re.Match[str], context: Context) -> date | None:
    day, month, name, year, iso_day = usual.groups()
    if iso_day:
        year, month, day = iso_day.split("-")
    return _valid(year, month or str(_MONTHS.get(name, 0)), day, context)


def _compact(shown: str, context: Context) -> Reading[EventDate]:
    """Read eight digits in a row where only one order of day, month and year gives a date."""
    orders = ((shown[:4], shown[4:6], shown[6:]), (shown[4:], shown[2:4], shown[:2]))
    days = [day for order in orders if (day := _valid(*order, context)) is not None]
    if not days:
        raise RefusalError.unreadable()
    if len(days) > 1:
        raise RefusalError.ambiguous("ambiguous_two_dates", tuple(map(str, days)))
    fixed = Remark("typo_fixed", Code.TEXT_CORRECTED, {"old": shown, "new": f"{days[0]:%d.%m.%Y}"})
    return _reading(EventDate(days[0], days[0], Precision.DAY), (fixed,), context)


def _valid(year: str, month: str, day: str, context: Context) -> date | None:
    try:
        meant = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return meant if plausible(meant.year, context.year) else None


def _ambiguous_month(lexemes: list[Lexeme], undecided: Lexeme, context: Context) -> RefusalError:
    """Return the refusal of «10 ма»: the readings are those that exist."""
    candidates = []
    for month in undecided.others:
        tried = [copy(lexeme) for lexeme in lexemes]
        tried[lexemes.index(undecided)].number = month
        try:
            read_as = _interpret(tried, [], context)
        except RefusalError:
            continue
        if read_as.value is not None:
            candidates.append(iso(read_as.value))
    if not candidates:
        return RefusalError.unreadable()
    return RefusalError.ambiguous("ambiguous_month", tuple(candidates))


def _interpret(lexemes: list[Lexeme], noted: list[Remark], context: Context) -> Reading[EventDate]:
    """Read lexemes of which every one is decided."""
    notes = [*noted]
    _refuse_at_once(lexemes, context)
    if neighbours.short_years(lexemes, context.year):
        notes.append(Remark("two_digit_year"))
    if any(map(_is_unsure, lexemes)):
        notes.append(Remark("approximate"))
    found = clock.take(lexemes)
    rest, recurrence = recurring.take(found.rest)
    rest, named = weekdays.take(rest)
    rest = order.month_first(phrases.month_last(trimmed(rest)), context)
    rest, inner = twice.apart(*phrases.unlabelled(order.month_inside(rest, context)))
    notes += phrases.misdeclined(rest)
    if phrases.is_undecided(rest):
        if not inner:
            return placeholder(" ".join(lexeme.text for lexeme in lexemes))
        rest = []
    if not rest and not inner and recurrence is None:
        if named:
            raise RefusalError.unreadable("weekday_only", recurring.proposed(found.rest))
        raise RefusalError.unreadable("time_without_date" if found.time else "not_a_date")
    if recurrence is None and phrases.lacks_day(rest):
        raise RefusalError.unreadable("day_missing")
    meaning = _meaning(rest, inner, context)
    value = meaning.value
    _refuse_unsure(found, value)
    if found.foreign:
        notes.append(Remark("foreign_timezone"))
        _refuse_other_day(found, value, context)
    if recurrence is not None:
        if value.precision in {Precision.DAY, Precision.LIST}:
            raise RefusalError.unreadable()  # «10.02.2024 еженедельно»
        value = EventDate(value.start, value.end, Precision.RECURRING, recurrence=recurrence)
    notes += (Remark(note) for note in meaning.notes)
    notes += weekdays.mismatches(named, meaning)
    exact = len(meaning.days) > 1 and value.precision is Precision.RANGE
    if found.time is not None and found.time != serials.MIDNIGHT:
        value = replace(value, time=found.time)
    return _reading(value, notes, context, exact=exact)


def _format(said: list[Lexeme]) -> dict[Field, Format]:
    """Return the format said beside a date: «15.02.2024, онлайн»."""
    shapes = {shape for each in said if (shape := formats.spot(each.text.lower()))}
    return {Field.FORMAT: shapes.pop()} if len(shapes) == 1 else {}


def _is_unsure(lexeme: Lexeme) -> bool:
    """Tell whether a lexeme says that the date may change: «уточняется», but not «по плану»."""
    return lexeme.kind == "~" or (
        lexeme.kind == "u" and not lexeme.text.lower().startswith(("план", "график", "расписан"))
    )


def _refuse_unsure(found: clock.Clock, value: EventDate) -> None:
    """Refuse a time that may be of either half of the day, or of either end of a run of days."""
    if found.either:
        whole = tuple(around.typed(replace(value, time=each)) or each for each in found.either)
        raise RefusalError.ambiguous("ambiguous_hour", whole)
    if found.closing and value.start and value.end:
        days = show(value.start, value.end)
        raise RefusalError.ambiguous("ambiguous_closing", (f"{days}, {found.time}", days))


def _refuse_other_day(found: clock.Clock, value: EventDate, context: Context) -> None:
    """Refuse what a program wrote of another zone, where it is another day here: «…T15:00:00Z»."""
    if value.start is None or found.time is None or not clock.OFFSET.fullmatch(found.foreign):
        return
    moment = datetime.fromisoformat(f"{value.start}T{found.time[:5]}{found.foreign}")
    here = moment.astimezone(context.timezone).date()
    if here != value.start:
        raise RefusalError.ambiguous("ambiguous_zone", (str(here), str(value.start)))


def _refuse_at_once(lexemes: list[Lexeme], context: Context) -> None:
    """Refuse what no grammar need look at: a date taken back, a year out of this world."""
    line = kinds(lexemes)
    if "!" in line:
        raise RefusalError.unreadable(lexemes[line.index("!")].form)
    odd = re.search(r"(d?)=?n?(M)=?B", line) if "B" in line else None
    if odd:
        day = lexemes[odd.start(1)].number if odd[1] else 1
        raise RefusalError.bad_year(day, lexemes[odd.start(2)].number, context.year)
    if "#" in line or "B" in line:
        timed = any(lexeme.kind == "#" and lexeme.form == "time" for lexeme in lexemes)
        raise RefusalError.unreadable("time_unreadable" if timed else "not_a_date")


def _meaning(rest: list[Lexeme], inner: list[Lexeme], context: Context) -> Meaning:
    """Combine what stands outside and inside brackets; the narrower of the two counts."""
    if not rest and not inner:
        return Meaning(EventDate(None, None, Precision.RECURRING), (), ())
    if rest and (count := twice.days(inner)) is not None:
        return twice.lasting(combine(phrases.items(rest), context), count)
    sides = twice.with_month(rest, inner)
    return twice.one([combine(phrases.items(side), context) for side in sides if side])


def _reading(
    value: EventDate, notes: Sequence[Remark], context: Context, *, exact: bool = False
) -> Reading[EventDate]:
    """Return an accepted value with what must be said of every value."""
    ends = [day for day in (value.start, value.end) if day is not None]
    for day in ends:
        if not plausible(day.year, context.year):
            raise RefusalError.unreadable("bad_year")
    said = {note.reason: note for note in notes if note.code is None}
    kept = [note for note in notes if note.code is not None]
    if "too_vague" in said:
        said["too_vague"] = Remark("too_vague", Code.DATE_VAGUE)
    elif vague.is_vague(value, exact=exact):
        said["vague"] = Remark("vague", Code.DATE_VAGUE)
    first, last = context.year.first, context.year.last
    outside = min(ends, default=first) < first or max(ends, default=last) > last
    if outside and value.precision is not Precision.UNTIL:
        facts = {"year": str(context.year)}
        if value.start and value.end and not _TAKEN_FOR.isdisjoint(said):
            facts["meant"] = f" ({show(value.start, value.end)})"
        said["out_of_school_year"] = Remark("out_of_school_year", Code.DATE_OUTSIDE_YEAR, facts)
    return Reading(value, (*said.values(), *kept))
