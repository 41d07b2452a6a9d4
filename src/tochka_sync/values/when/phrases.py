"""The grammar of a date cell: lexemes in, points and what joins them out.

A pattern is a regular expression over the kinds of lexemes (`words.KINDS`), so «вторая неделя
марта 2024» is `dwMY`. What no pattern fits is refused.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tochka_sync.calendar import SchoolYear
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.values.reading import Remark
from tochka_sync.values.when import words
from tochka_sync.values.when.lexemes import Lexeme, kinds, trimmed, without
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.spans import LAST, Point, Unit


class Item(NamedTuple):
    """A point and the marks and prepositions before it."""

    joint: str
    point: Point


Numbers = Callable[[str], int | None]
"""Gives the number of the lexeme a group of the pattern matched."""

_POINT = Pattern(
    r"""
    (?:(?P<lead>[YS]),?(?=[dlrpbmMDsjqch]))?
    (?:
        t(?P<end>b)(?=[dlr]?[Ggcqh])
      | (?P<number>[dlr])(?:(?P<weekday>A)|(?P<unit>[weHcqh]))(?:i?m?(?P<unit_month>M))?
      | (?P<first_days>[pl])[ny](?P<first_month>M)
      | (?P<part>b)(?:m?(?P<part_month>M))?
      | (?P<day>d)[=/]?n?(?P<day_month>M)m?
      | (?P<digit_day>d)[=/]?(?P<roman>r)(?![wecqhHA])
      | y?(?P<adjective>j)K
      | (?P<season>s)
      | (?P<date>D)
      | (?P<month_year>E)
      | m?(?P<month>M)m?
      | (?P<year_words>G|(?<=[ib])g)
      | (?P<bare>[dlr])n?
      | (?P<school_year>S)
    )
    (?:[=/]?(?P<trail>[YS])|,(?P<late>[YS])(?!,?[dMDlr]))?
    (?:,?(?P<again>S)(?!,?[dMDlr]))?
    """,
    re.VERBOSE,
)
_UNITS = {
    "w": Unit.WEEK,
    "e": Unit.DECADE,
    "H": Unit.HALF,
    "c": Unit.TERM,
    "q": Unit.QUARTER,
    "h": Unit.HALF_YEAR,
}
_SEVERAL = frozenset(
    {
        *("недели", "декады", "четверти", "квартала", "понедельника", "вторника", "среды"),
        *("четверга", "пятницы", "субботы", "воскресенья"),
    }
)
"""After 2, 3 and 4 so many of them, or that one of them: «2 недели мая»."""
_MANY = frozenset({"недель", "декад", "четвертей", "кварталов"})
_JOINTS = frozenset("-=,&/|<>takLi")
_MONTH_FIRST = Pattern(r"^(i?m?M[YS]?)[-=,]?\(?i?((?:[dlr][-=])?[dlr][weH]|b)\)?$")
_DAY_AND_MONTH = Pattern(r"d=?n?M")
_DATED = Pattern(r"[dDEMYSGgPrwecqhHbsjKplRWvX]")
_ONLY_HOLIDAYS = frozenset({"K", "iK", "yK", "iyK"})
"""«(На каникулах)»: which, the day says."""
_BRACKETS = Pattern(r"\(([^()]*)\)")
_LABEL = Pattern(
    r"""
    (?<=[DEMYSGgKscqhne)])(?:
        [-=,]+(?=[^dDEMYSGgrplRWvXB#!|]*[xu])[^dDEMYSGgrplRWvXB#!|]*
      | [yw](?=[^dDEMYSGgrplRWvXB#!|]*x)[^dDEMYSGgrplRWvXB#!|]*
      | [>i]*x?u[>iu&x<]*
    )$
    """,
    re.VERBOSE,
)
_OPEN_END = Pattern(r"^~-|-~$")
"""«? – 7 мая»: the other end is not known."""
_LEADING_UNDECIDED = Pattern(r"^[>i]*u[>iu&]*[-=,]?(?=i?[dDM])")
_LEADING_LABEL = Pattern(r"^k?[ywe]x+[-=,]*(?=[<tdDQP]|$)")
_LEADING_UNIT = Pattern(r"^i?w(?=<?d[-=>])")


def month_last(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Put «март, 2 неделя» and «май (вторая половина)» in the order the grammar knows."""
    line = kinds(lexemes)
    match = _MONTH_FIRST.match(line) if line.startswith(("i", "m", "M")) else None
    if match is None:
        return lexemes
    return lexemes[match.start(2) : match.end(2)] + lexemes[match.start(1) : match.end(1)]


def unlabelled(lexemes: list[Lexeme]) -> tuple[list[Lexeme], list[Lexeme]]:
    """Take labels off («– День музыки», «(по согласованию)»); return a dated bracket apart."""
    line = kinds(lexemes)
    if "!" in line:
        raise RefusalError.unreadable(lexemes[line.index("!")].form)
    lexemes, inner = _unbracketed(lexemes) if "(" in line else (lexemes, [])
    if "~" in line:
        if _OPEN_END.search(line):
            raise RefusalError.unreadable()
        lexemes = trimmed([lexeme for lexeme in lexemes if lexeme.kind != "~"])
    line = kinds(lexemes)
    if "x" in line or "u" in line or "w" in line:
        for pattern in (_LABEL, _LEADING_UNDECIDED, _LEADING_LABEL, _LEADING_UNIT):
            found = pattern.search(kinds(lexemes))
            if found:
                lexemes = lexemes[: found.start()] + lexemes[found.end() :]
    if lexemes and lexemes[0].kind == "-":
        lexemes = lexemes[1:]  # the mark of a list's line
    return lexemes, inner


def _unbracketed(lexemes: list[Lexeme]) -> tuple[list[Lexeme], list[Lexeme]]:
    """Return lexemes without brackets, but for those about a year, and what of a date one has."""
    inner: list[Lexeme] = []
    gone: set[int] = set()
    for match in _BRACKETS.finditer(kinds(lexemes)):
        content = match[1]
        if content in {"Y", "S", "YS"}:
            gone.update({match.start(), match.end() - 1})
        elif content in _ONLY_HOLIDAYS:
            gone.update(range(*match.span()))
        else:
            gone.update(range(*match.span()))
            if "#" in content or (_DATED.search(content) and inner):
                raise RefusalError.unreadable()
            if _DATED.search(content):
                inner = lexemes[match.start() + 1 : match.end() - 1]
    return without(lexemes, gone), inner


def is_undecided(lexemes: list[Lexeme]) -> bool:
    """Tell whether lexemes only say that the date is not known yet: «по плану школы»."""
    line = kinds(lexemes)
    return "u" in line and _DATED.search(line) is None


def items(lexemes: list[Lexeme]) -> list[Item]:
    """Read lexemes as points with what stands between them; refuse what is neither."""
    line, place, joint = kinds(lexemes), 0, ""
    found: list[Item] = []
    while place < len(line):
        match = _POINT.match(line, place)
        if match is not None:
            joint += "t" if match["end"] else ""
            point, place = _point(lexemes, match)
            found.append(Item(joint, point))
            joint = ""
        elif line[place] in _JOINTS:
            joint += line[place].replace("i", "").replace("=", "-")
            place += 1
        elif line[place] == "Y" and not found and len(line) == 1:
            raise RefusalError.unreadable("too_vague_year_only")
        else:
            raise RefusalError.unreadable()
    if joint or not found or line.endswith("i"):
        raise RefusalError.unreadable()
    return found


def lacks_day(lexemes: list[Lexeme]) -> bool:
    """Tell whether only the day was left out: «__ февраля 2024 г.»."""
    return kinds(lexemes) in {"M", "MY", "MS"} and lexemes[0].form == "genitive"


def misdeclined(lexemes: list[Lexeme]) -> list[Remark]:
    """Return what to say of months in a wrong case after a day: «3 май»."""
    return [
        Remark(
            "typo_fixed",
            Code.TEXT_CORRECTED,
            {"old": month.text, "new": words.OF_MONTHS[month.number - 1]},
        )
        for match in _DAY_AND_MONTH.finditer(kinds(lexemes))
        if (month := lexemes[match.end() - 1]).form in {"nominative", "other"}
    ]


def _point(lexemes: list[Lexeme], match: re.Match[str]) -> tuple[Point, int]:
    """Build the point a pattern matched, and where the line goes on."""
    if match["end"]:
        inner = _POINT.match(kinds(lexemes), match.end("end"))
        if inner is None or lexemes[match.start("end")].number != 2:
            raise RefusalError.unreadable()
        point, place = _point(lexemes, inner)
        return point._replace(end=True), place

    place = match.end()
    point = _bare_point(match, lexemes)._replace(at=lexemes[match.start()].at)
    years = [lexemes[match.start(g)] for g in ("lead", "trail", "late", "again") if match[g]]
    return _dated(point, years), place


def _dated(point: Point, years: list[Lexeme]) -> Point:
    """Give a point the year beside it; years before and behind it that disagree are refused."""
    calendar = {lexeme.year for lexeme in years if lexeme.kind == "Y"}
    school = {lexeme.year or 0 for lexeme in years if lexeme.kind == "S"}
    if len(calendar) > 1 or len(school) > 1 or (calendar and point.year is not None):
        raise RefusalError.unreadable()
    if calendar:
        point = point._replace(year=calendar.pop())
    if school:
        point = point._replace(school_year=SchoolYear(school.pop()))
    both = point.year is not None and point.school_year is not None and point.month
    if both and point.school_year and point.school_year.year_of(point.month or 0) != point.year:
        raise RefusalError.unreadable()
    return point


def _bare_point(match: re.Match[str], lexemes: list[Lexeme]) -> Point:
    """Build a point without the year beside it."""
    if match["number"]:
        return _counted(match, lexemes)
    name = next(name for name in _BUILD if match[name])

    def number(group: str) -> int | None:
        return lexemes[match.start(group)].number if match[group] else None

    return _BUILD[name](lexemes[match.start(name)], number)


def _first_days(lexeme: Lexeme, number: Numbers) -> Point:
    one = lexeme.kind == "l" and not lexeme.text.lower().endswith(("е", "х"))
    if one or (lexeme.kind == "p" and lexeme.number != 1):  # «последний день», «в 20-х числах»
        raise RefusalError.unreadable()
    return Point(Unit.PART, 1 if lexeme.kind == "p" else LAST, number("first_month"))


def _roman_day(lexeme: Lexeme, number: Numbers) -> Point:
    if lexeme.form == "word":
        raise RefusalError.unreadable()
    return Point(Unit.DAY, lexeme.number, number("roman"))


def _bare(lexeme: Lexeme, _: Numbers) -> Point:
    number = LAST if lexeme.kind == "l" else lexeme.number
    return Point(None, number, vague=lexeme.kind != "d")


_BUILD: Mapping[str, Callable[[Lexeme, Numbers], Point]] = {
    "first_days": _first_days,
    "part": lambda lexeme, number: Point(Unit.PART, lexeme.number + 1, number("part_month")),
    "day": lambda lexeme, number: Point(Unit.DAY, lexeme.number, number("day_month")),
    "digit_day": _roman_day,
    "adjective": lambda lexeme, _: Point(Unit.HOLIDAYS, lexeme.number),
    "season": lambda lexeme, _: Point(Unit.SEASON, lexeme.number),
    "date": lambda lexeme, _: Point(Unit.DAY, lexeme.number, lexeme.month, lexeme.year),
    "month_year": lambda lexeme, _: Point(Unit.MONTH, 0, lexeme.month, lexeme.year),
    "month": lambda lexeme, _: Point(Unit.MONTH, 0, lexeme.number),
    "year_words": lambda _lexeme, _: Point(Unit.YEAR, vague=True),
    "bare": _bare,
    "school_year": lambda lexeme, _: Point(Unit.YEAR, school_year=SchoolYear(lexeme.year or 0)),
}


def _counted(match: re.Match[str], lexemes: list[Lexeme]) -> Point:
    number = lexemes[match.start("number")]
    count = LAST if number.kind == "l" else number.number
    month = lexemes[match.start("unit_month")].number if match["unit_month"] else None
    before = lexemes[match.start() - 1].kind if match.start() else ""
    word = lexemes[match.start("weekday" if match["weekday"] else "unit")].text.lower()
    few = word in _SEVERAL and before not in {*"i<tkb=-"} and 2 <= number.number <= 4
    counted = number.kind == "d" and not number.form and (few or word in _MANY)
    if match["weekday"]:
        weekday = lexemes[match.start("weekday")].number
        return Point(Unit.NTH_WEEKDAY, count, month, weekday=weekday, counted=counted)
    unit = _UNITS[match["unit"]]
    if month is not None and unit in {Unit.TERM, Unit.QUARTER, Unit.HALF_YEAR}:
        raise RefusalError.unreadable()
    return Point(unit, count, month, counted=counted)
