"""Days of the week beside dates: taken out of the cell, and held against the dates they stand at."""

import re
from collections.abc import Iterator
from datetime import date

from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import BLANK, Reading, Remark
from tochka_sync.values.when import words
from tochka_sync.values.when.lexemes import Lexeme, kinds, without
from tochka_sync.values.when.meaning import Meaning
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.scanner import lex
from tochka_sync.values.when.spans import EventDate, Precision


def read(cell: Cell, context: Context) -> Reading[tuple[int, ...]]:
    """Read a cell of a column of days of the week: «среда», «ср, пт»; Monday is 0."""
    try:
        lexemes = lex(text.clean(cell.text), context.year).lexemes
    except RefusalError:
        return BLANK
    return Reading(tuple(lexeme.number for lexeme in lexemes if lexeme.kind == "A") or None)


def contradicted(named: tuple[int, ...], when: EventDate) -> Iterator[Remark]:
    """Hold days of the week, Monday is 0, against the exact days of a date, one for each."""
    if when.start is None or when.end is None:
        return
    days = {
        Precision.DAY: (when.start,),
        Precision.RANGE: (when.start, when.end),
        Precision.LIST: when.dates or (),
    }.get(when.precision, ())
    if len(named) == 1:
        days = days[:1]
    if len(named) == len(days):
        for weekday, day in zip(named, days, strict=True):
            if day.weekday() != weekday:
                yield _mismatch(weekday, day)._replace(reason="weekday_beside")


def take(lexemes: list[Lexeme]) -> tuple[list[Lexeme], list[Lexeme]]:
    """Take the days of the week out, but for «первая суббота марта»."""
    line = kinds(lexemes)
    if "A" not in line:
        return lexemes, []
    named = [m.start() for m in re.finditer(r"(?<![dlr])A|A(?!i?M)", line)]
    said_in = [at - 1 for at in named if at and line[at - 1] == "i"]
    joints = [m.start() for m in re.finditer(r"(?<=A)[-=,&/](?=A)", line)]
    return without(lexemes, {*named, *joints, *said_in}), [lexemes[index] for index in named]


def mismatches(weekdays: list[Lexeme], meaning: Meaning) -> Iterator[Remark]:
    """Compare the days of the week named with those of the dates they stand at."""
    days = meaning.days
    if not weekdays:
        return
    if not days or (len(weekdays) != len(days) and len(weekdays) > 1):
        raise RefusalError.unreadable()
    named = [day for _, day in days]
    if len(weekdays) == 1 < len(days):
        at = weekdays[0].at
        before = at < days[0][0]
        nearest = (
            [d for place, d in days if place > at][:1]
            if before
            else [d for place, d in days if place < at][-1:]
        )
        named = nearest
    for weekday, day in zip(weekdays, named, strict=True):
        if day.weekday() != weekday.number:
            yield _mismatch(weekday.number, day)


def _mismatch(typed: int, day: date) -> Remark:
    facts: dict[str, object] = {
        "day": day,
        "typed": words.WEEKDAYS[typed],
        "right": words.WEEKDAYS[day.weekday()],
    }
    leap = (day.month, day.day) == (2, 29)
    if not leap and day.replace(year=day.year - 1).weekday() == typed:
        facts["last_year"] = True
    return Remark("weekday_mismatch", Code.DATE_WEEKDAY_MISMATCH, facts)
