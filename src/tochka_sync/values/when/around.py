"""What stands in a date cell beside the date: a place, and what nobody can read.

The only module that looks at a cell the grammar refused, to say truly what is wrong with it.
"""

import re
from collections.abc import Callable

from tochka_sync.calendar import SchoolYear
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.months import MONTH
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.when import recurring
from tochka_sync.values.when.lexemes import Lexeme, kinds
from tochka_sync.values.when.neighbours import named
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.scanner import lex
from tochka_sync.values.when.spans import EventDate, Precision, show

_PLACE = Pattern(
    r"[\s,;(–—-]((?:(?:место|база|на базе|в|г\.)[\s:]{1,2})?[«\"]?"
    r"(?:актов[а-я]{2,4}\s+зал[а-я]{0,2}|спорт(?:ивн[а-я]{2,3}\s+)?зал[а-я]{0,2}|библиотек[а-я]{1,2}|точк[аеиу]\s+роста|дом[а-я]?\s+культуры|дк"
    r"|м[а-я]{1,2}оу|сош|сш|школ[аые]|лице[йя]|гимнази[ия]|каб(?:инет)?|ауд(?:итория)?)\b)",
    re.IGNORECASE,
)
_WHEN = Pattern(
    r"\d{1,2}[./-]\d{1,2}|\d:\d\d"
    rf"|\b{MONTH}",
    re.IGNORECASE,
)


def place(shown: str) -> tuple[str, str] | None:
    """Cut «16.02.2024, 15:00, СОШ №9» before the place, if there is one that has no date in it."""
    found = _PLACE.search(shown)
    if found is None or not any(map(str.isdecimal, shown[: found.start()])):
        return None
    behind = shown[found.start(1) :]
    if _WHEN.search(behind):
        return None
    if found.group()[0] == "(" and behind.count(")") > behind.count("("):
        behind = behind.replace(")", "", 1)
    return shown[: found.start()].rstrip(" ,;–—-"), text.clean(behind)


_TORN = Pattern(
    r"(?P<day>\d\d?)(?:\s?(?P<mark>[:;_'’`=+*])\s?(?P<month>\d\d?)\s?(?P=mark)\s?(?P<year>\d{4})"
    r"|[.,\s]{1,3}(?P<second>\d\d?)[.,\s]{1,3}(?P<full>\d{4})"
    r"|\s(?P<third>\d\d)\s(?P<brief>\d\d)"
    r"|\s?\.\s?(?P<dotted>\d\d?)\s?[.,]\s?(?P<short>\d\d))\s*(?:г\.?|года?)?\.?"
)
"""With dashes and slashes it may be months («09-10.2023»), «10, 11, 24» may be days, «15,09,23» not."""


def torn(shown: str) -> str | None:
    """Return «07.09.2023» of «07_09_2023», «07:09:2023», «7. 09. 23»: three numbers, oddly parted."""
    match = _TORN.fullmatch(shown)
    if match and match["third"] and int(match["day"]) <= int(match["third"]):
        return None
    return ".".join(filter(None, match.group(*_NUMBERS))) if match else None


_NUMBERS = ("day", "month", "second", "third", "dotted", "year", "full", "brief", "short")
_UNTRUE = frozenset({"not_a_date", "no_month", "too_vague_year_only"})
"""Reasons a closer look may better."""
_FRAGMENT = Pattern(
    r"(?<![\w./-])(?:"
    r"\d\d?\s?[./]\s?\d\d?\s?[./]\s?(?:20)?\d\d(?!\d)"
    rf"|\d\d?(?:\s?[–—-]\s?\d\d?)?\s?{MONTH}(?:\s20\d\d(?!\d))?"
    r"|\d\d?\.(?:0[1-9]|1[0-2])(?!\w|\.\d)"
    r")",
    re.IGNORECASE,
)
"""A date nobody would take for anything else."""
_WITHOUT_DAY = Pattern(r"[\s\W_хХxX]*\.\s?(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d\d)\s?(?:г\.?)?")
_CALLED_OFF = Pattern(
    r"(?<!\w)не\s+(?:состо\w+|провод\w+|провед\w+|планиру\w+|будет|было)(?!\w)", re.IGNORECASE
)
_SHAPES = (
    ("weekday_only", Pattern(r"[<>it]*A(?:[-=,&/>t]+A)*")),
    ("too_vague_year_only", Pattern(r"[i<kt>]*Y")),
    ("day_missing", Pattern(r"#+M[YS]?")),
    ("no_month", Pattern(r"i?rw")),
)
_SHORT_YEAR = Pattern(r"[dQ]Md")
"""«5 мая 23», if not in the plan's year: «12 мая 14» may be at two o'clock."""
_REPEATED = frozenset("RvWX")
_DATED = frozenset("dDMPQSTY!#")
_DAYS = frozenset("dlpDPQ")
_DAY_OF_MONTH = Pattern("dM|MdY")
_PART_OF_UNIT = Pattern(r"(?:b|[dlr]H)[dlrj]?[Ggcqh]")
_WHICH = Pattern(r"[ib<>tkvlHa]*[wmcqKehGg]")


def reason(
    shown: str, problem: Remark, context: Context, read: Callable[[str], Reading[EventDate]]
) -> Remark:
    """Return why a cell is refused, as truly as can be said: «не похоже на дату» only where it is so."""
    if problem.code is not Code.DATE_UNREADABLE or problem.reason not in _UNTRUE:
        return problem
    if _WITHOUT_DAY.fullmatch(shown):
        return RefusalError.unreadable("day_missing").remark
    if _CALLED_OFF.search(shown):
        return RefusalError.unreadable("cancelled").remark
    lexemes = _lexemes(shown, context)
    if _SHORT_YEAR.fullmatch(kinds(lexemes)) and lexemes[-1].number in _near(context.year):
        return RefusalError.unreadable("bad_year").remark
    fragments = list(_FRAGMENT.finditer(shown))
    if fragments:
        return _beside(shown, fragments, context, read)
    better = _better(kinds(lexemes), problem.reason)
    if better == problem.reason:
        return problem
    proposed = recurring.proposed(lexemes) if better == "weekday_only" else None
    return RefusalError.unreadable(better, proposed).remark


def _near(year: SchoolYear) -> range:
    """Return the years of two digits that are likely in a plan, and are no hours of its events."""
    return range(year.start - 2002, year.start - 1997)


def _better(line: str, reason: str) -> str:
    """Return what is wrong with a cell without a date, by the kinds of its lexemes."""
    shape = next((name for name, pattern in _SHAPES if pattern.fullmatch(line)), None)
    if shape:
        return shape
    if _REPEATED.intersection(line):
        return "how_often"
    if line.count("M") > 1:
        return "several_dates"
    if "M" in line:
        return "date_and_more" if _DAY_OF_MONTH.search(line) else "month_and_more"
    if _PART_OF_UNIT.search(line):
        return "part_of_unit"
    if reason == "not_a_date" and _WHICH.match(line) and _DATED.isdisjoint(line):
        return "which_one"
    return "not_a_date" if reason == "no_month" and _DAYS.isdisjoint(line) else reason


def _beside(
    shown: str,
    fragments: list[re.Match[str]],
    context: Context,
    read: Callable[[str], Reading[EventDate]],
) -> Remark:
    """Return the refusal of a cell that has a date, and something beside it."""
    if len(fragments) > 1:
        return RefusalError.unreadable("several_dates").remark
    try:
        value = read(fragments[0].group()).value
    except RefusalError as refusal:
        return refusal.remark
    suggestion = None
    if value is None or value.start is None or value.end is None or value.dates:
        return RefusalError.unreadable("date_and_more").remark
    if _NAMES.issuperset(kinds(_lexemes(_FRAGMENT.sub(" ", shown), context))):
        suggestion = show(value.start, value.end)
    return RefusalError.unreadable("date_and_more", suggestion).remark


def _lexemes(shown: str, context: Context) -> list[Lexeme]:
    try:
        return named(lex(shown, context.year).lexemes)
    except RefusalError:
        return [Lexeme("#", shown)]


_DAYS_NAMED = frozenset({Precision.DAY, Precision.RANGE, Precision.LIST})
_HOURS = frozenset({"ambiguous_hour", "ambiguous_time"})
_EITHER = Pattern(r"(\d\d)[:.](\d\d)")


def in_full(
    shown: str, problem: Remark, read: Callable[[str], Reading[EventDate]]
) -> tuple[str, ...]:
    """Return the readings of a time in doubt with their day, as they can be typed."""
    numbers = _EITHER.fullmatch(problem.candidates[0]) if problem.candidates else None
    if problem.reason not in _HOURS or numbers is None:
        return problem.candidates
    hour, minute = (number.lstrip("0") or "0" for number in numbers.groups())
    pair = Pattern(rf"(?<!\d)0?{hour}\s?[.–—-]\s?0?{minute}(?!\d)")
    return tuple(_full(pair, shown, each, read) for each in problem.candidates)


def _full(
    pair: Pattern, shown: str, candidate: str, read: Callable[[str], Reading[EventDate]]
) -> str:
    found = list(pair.finditer(shown))
    if not found:
        return candidate
    put = f"; {candidate}" if "." in candidate else candidate
    try:
        value = read(f"{shown[: found[-1].start()]}{put}{shown[found[-1].end() :]}").value
    except RefusalError:
        return candidate
    return candidate if value is None else typed(value) or candidate


def typed(value: EventDate) -> str | None:
    """Write a day, a run of days or a list of them, with the time, as it can be typed."""
    if value.start is None or value.end is None or value.precision not in _DAYS_NAMED:
        return None
    if value.months:
        return None
    days = ", ".join(f"{day:%d.%m.%Y}" for day in value.dates) or show(value.start, value.end)
    return f"{days}, {value.time}" if value.time else days


_NAMES = frozenset("xzi(),-")
"""What may stand beside a date and only say what is held then, or where: «семинар», «г. Томмот»."""
