"""Dates that name the month before the last day: «февраль, 12», «март: 5, 12, 19», «5 ноября – 7».

They are put in the order the grammar knows. Digits that may as well be the year are refused: «сен.08»
is how a spreadsheet shows September 2008, and what it makes of a typed «сен 8».
"""

import re
from copy import copy

from tochka_sync.pattern import Pattern
from tochka_sync.values.context import Context
from tochka_sync.values.when import phrases
from tochka_sync.values.when.lexemes import Lexeme, kinds
from tochka_sync.values.when.meaning import combine, iso
from tochka_sync.values.when.refusal import RefusalError

_DAYS = r"<?d(?:,?&d|[-=,>]d)*"
_PIECE = Pattern(
    rf"i?m?(?P<month>M)m?,?(?P<year>[YS]?)(?P<joint>[-=,]?)\(?n?(?P<days>{_DAYS})n?\)?"
)
_CELL = Pattern(
    rf"""
    (?:(?P<lead>[YS])[-=,]?)?
    (?P<pieces>i?m?Mm?,?[YS]?[-=,]?\(?n?{_DAYS}n?\)?(?:[-=,&>]i?m?Mm?[-=,]?\(?n?{_DAYS}n?\)?)*)
    (?P<trail>,?[YS])?
    (?:[-=,(][^dDEMYSGgrplRWvXB]*)?  # a label, that has no date in it
    """,
    re.VERBOSE,
)
_ABBREVIATED = len("сент")
"""Longer ones no spreadsheet puts before a year: «February 10»."""
_FIRST = ("M", "m", "i", "Y", "S")
_RUN = Pattern(r"<?d=?M(?:[-=>]d|[,&]d(?:,?&d|,d)+)")
"""One number after a comma may as well be the hour."""


def month_first(lexemes: list[Lexeme], context: Context) -> list[Lexeme]:
    """Return lexemes with every month behind its days.

    Raises `RefusalError` where a number may be the day or the year; both readings are named.
    """
    line = kinds(lexemes)
    cell = _CELL.fullmatch(line) if line.startswith(_FIRST) and "d" in line else None
    if cell is None:
        return lexemes
    ordered = lexemes[: 1 if cell["lead"] else 0]
    place = cell.start("pieces")
    for piece in _PIECE.finditer(line, place, cell.end("pieces")):
        month = copy(lexemes[piece.start("month")])
        month.form = "genitive"  # nothing is wrong with «февраль» before its day
        days, year = (lexemes[slice(*piece.span(name))] for name in ("days", "year"))
        ordered += [*lexemes[place : piece.start()], *days, month, *year]
        place = piece.end()
    years = _as_years(lexemes, cell, context) or _both_years(line, lexemes, context)
    if years:
        raise _either(ordered, years, context)
    return [*ordered, *lexemes[place:]]


def month_inside(lexemes: list[Lexeme], context: Context) -> list[Lexeme]:
    """Return lexemes with the month of «5 ноября – 7» behind all its days.

    Raises `RefusalError` where the last number may be the year: «5 ноября – 23».
    """
    line = kinds(lexemes)
    if "M" not in line[1:-1] or line[-1] != "d" or _RUN.fullmatch(line) is None:
        return lexemes
    place = line.index("M")
    ordered = [*lexemes[:place], *lexemes[place + 1 :], lexemes[place]]
    last = lexemes[-1]
    if (
        len(last.text) == len("23")
        and 2000 + last.number in _near(context)
        and line.count("d") == 2
    ):
        meant = copy(last)
        meant.kind, meant.year = "Y", 2000 + last.number
        raise _either(ordered, [*lexemes[: place + 1], meant], context)
    return ordered


def _near(context: Context) -> range:
    """Return the years a plan may speak of, last year's row copied over among them."""
    return range(context.year.start - 2, context.year.start + 3)


def _both_years(line: str, lexemes: list[Lexeme], context: Context) -> list[Lexeme] | None:
    """Return «ноябрь 23 – март 24» with its numbers as years, where the plan's are these."""
    if re.fullmatch("Md[-=]Md", line) is None:
        return None
    meant = [copy(lexeme) for lexeme in lexemes]
    for month, day in ((meant[0], meant[1]), (meant[3], meant[4])):
        day.kind, day.year = "Y", 2000 + day.number
        if day.form or day.year != context.year.year_of(month.number):
            return None
    return meant


def _either(days: list[Lexeme], years: list[Lexeme], context: Context) -> RefusalError:
    readings = [iso(combine(phrases.items(each), context).value) for each in (days, years)]
    return RefusalError.ambiguous("ambiguous_day_or_year", tuple(readings))


def _as_years(lexemes: list[Lexeme], cell: re.Match[str], context: Context) -> list[Lexeme] | None:
    """Return the month with the year its digits may be as well: «май 23», «май 23-24».

    So far back as «сен.08» only a spreadsheet's own format is read.
    """
    piece = _PIECE.fullmatch(cell.string, *cell.span("pieces"))
    if piece is None or piece["year"] or cell["lead"] or cell["trail"]:
        return None
    month = lexemes[piece.start("month")]
    days = [lexeme for lexeme in lexemes[slice(*piece.span("days"))] if lexeme.kind == "d"]
    if month.form == "sakha" or any(len(day.text) != 2 or day.form for day in days):
        return None
    first, last = 2000 + days[0].number, 2000 + days[-1].number
    near = _near(context)
    short = month.form == "short" and len(month.text) <= _ABBREVIATED
    formatted = short and not piece["joint"].strip("=")
    meant = copy(days[0])
    meant.year = first
    if piece["days"] == "d" and (first in near or formatted):
        meant.kind = "Y"
    elif piece["days"] in {"d-d", "d=d"} and last == first + 1 and first in near:
        meant.kind = "S"
    else:
        return None
    return [month, meant]
