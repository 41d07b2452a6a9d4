"""Dates, years and times in digits: how they look, and the lexemes they make.

The order of the shapes of `TOKENS` matters: the longer reading of digits comes first, so
«10.02.2024» is one date and not a pair with a year.
"""

import re
from collections.abc import Callable, Mapping

from tochka_sync.pattern import Pattern, either
from tochka_sync.values.months import MONTH
from tochka_sync.values.reading import Remark
from tochka_sync.values.shapes import Shapes
from tochka_sync.values.when.lexemes import Lexeme, Lexer
from tochka_sync.values.when.refusal import RefusalError

_YEAR_WORD = r"(?:\s*(?:г\.?\s?г\.?|г\.?|год[а-я]*)(?![^\W_]))?"
_STUDIES = r"уч(?:еб[а-я]*)?\.?\s*(?:г\.?|год[а-я]*)(?![^\W_])"
_STUDY = rf"(?:\({_STUDIES}\)|{_STUDIES})"
_HOUR = r"(?:ч|час[а-я]*)(?![^\W_])"
_LETTER = either("а-я", "ё")
_SUFFIX = r"(?:ая|я|ое|е|ой|ый|ий|й|го|ого)"
"""What ends an ordinal, also behind a space: «1 ая неделя», «15 ое сентября»."""
_SHAPES = {
    "aside": (
        r"(?<![^\W_])(?:(?:после|во\s+время)\s+(?:уроков|занятий|обеда)|(?:в\s+течение|весь|целый)\s+д(?:ня|ень)|с\s+(?:самого\s+)?утра"
        r"|(?:(?:в|во)\s+)?(?:[12]|перв|втор)(?:-?[а-я]{1,3})?\s+половин[ауе]\s+дня"
        r"|(?:(?:на|с|со|после|во\s+время)\s+)?\d(?:\s?(?:[-,]|и)\s?\d){0,5}(?:-?(?:й|м|е?м|ий|ом|его|го))?"
        r"\s*(?:урок(?:е|и|ах|а|ов|ами?)?|пар[аеу])"
        r"|на\s+(?:больш[а-я]{2}\s+)?перемен[ае])(?![^\W_])"
    ),
    "word": r"(?!(?:в\s*теч|на\s+прот|не\s+поз|не\s+ран|начин|уч))[^\W\d_]+",
    "day": rf"(?<!\d)\d{{1,2}}(?=\s(?![чг]|{_SUFFIX}(?![^\W_])){_LETTER})",
    "torn_year": r"(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\.\d\d(?!\d)",
    "plain_year": rf"(?<!\d)\d{{4}}(?!\d|\s?[-/.]\s?\d|\s?-|\s\d){_YEAR_WORD}",
    "iso": (
        r"(?P<iso>(?<!\d)(\d{4})(?P<iso_mark>\s?[-./]\s?)(\d{1,2})(?P=iso_mark)(\d{1,2})(?!\d)"
        r"(?:(?:\s|t)(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(z|\+\d\d:?\d\d"
        r"|(?:(?<=:\d\d:\d\d)|(?<=\.\d\d\d))-\d\d:?\d\d)?(?!\d))?)"  # «09:00-11:00» is a run
    ),
    "clock": rf"(?P<clock>(\d{{1,2}})\s?:\s?(\d\d)(?::\d\d)?(?!\d|:\d)(?:\s*{_HOUR}\.?)?)",
    "hours": (
        r"(?P<hours>(\d{1,2})\s*(?:ч|час[а-я]*)(?![^\W_\d])\.?"
        rf"(?:\s*(\d{{1,2}})(?!\d|\.\d|\s*{MONTH})\s*(?:м|мин[а-я]*)?(?![^\W_])\.?)?)"
    ),
    "dotted": (
        rf"(?P<dotted>(?<!\d)(\d{{1,2}})\s?([.,]{{1,2}})\s?(\d{{1,2}})\s?([.,]{{1,2}}|-)\s?(\d{{3,}})(?!\d|-\d\d-\d\d){_YEAR_WORD}"
        rf"|(?<!\d)(\d{{1,2}})\s?\.\s?(\d{{1,2}})\s?\.(?:\s(?=2))?(\d\d)(?!\d|[.:]\d|-\d\d(?![\d.:]))(?!\s*(?:{_HOUR}|{MONTH})){_YEAR_WORD})"
    ),
    "slashed": rf"(?P<slashed>(?<!\d)(\d{{1,2}})\s?/\s?(\d{{1,2}})\s?[/.]\s?(\d{{2,}})(?!\d|[/:]\d){_YEAR_WORD})",
    "dashed": (
        rf"(?P<dashed>(?<!\d)(\d{{1,2}})-(\d{{1,2}})-(\d{{1,2}})(?=\s?{MONTH})|(?<!\d)(\d{{1,2}})\s?-\s?(\d{{1,2}})\s?-\s?(\d{{4,}})(?!\d|-\d\d-\d\d){_YEAR_WORD}"
        rf"|(?<!\d)(\d{{1,2}})-(\d{{1,2}})-((?<=\d\d-\d\d-)\d\d|2\d)(?![-\d:.]){_YEAR_WORD})"
    ),
    "spaced": rf"(?P<spaced>(?<![\d.,/-])(\d{{1,2}})\s(\d{{1,2}})\s(\d{{4}})(?!\d){_YEAR_WORD})",
    "years": (
        r"(?P<years>(?<![\d.,])(?:(\d{4})\s?[-/]\s?(\d{4})"
        rf"|(\d{{4}})[-/](\d\d)(?!-?\s*(?!уч|г)(?:{_LETTER}|[a-z]{{1}}))"
        rf"|(\d{{4}}|\d\d)\s?[-/]\s?(\d\d)(?=\s*{_STUDY}))(?!\d|[.,/-]\d){_YEAR_WORD}(?P<study>\s*{_STUDY})?)"
    ),
    "monthly": rf"(?P<monthly>(?<![\d.,])(\d{{1,2}})\s?[./-]\s?(\d{{4}})(?!\d|-\d\d-){_YEAR_WORD})",
    "pair": r"(?P<pair>(\d{1,2})\s?([./])\s?(\d{1,2})(?!\d))",
    "span": rf"(?P<span>(?<![\d])(\d{{1,2}})-(\d\d|(?<=1[3-9]-|2\d-|3\d-)[1-9])(?!\d|\s?[./]\s?\d|-?(?!{_HOUR}){_LETTER}))",
    "year": (
        r"(?<!\d)(?:\d{4}(?:\s?-?\s?(?:го|й|ый|м|ом)(?![^\W_]))?(?!\d)"
        rf"|\d\d(?=\s?(?:г|год[а-я]*)(?![^\W_]))){_YEAR_WORD}"
    ),
    "roman": r"(?<![^\W_])(?=[1IVXХУІ]*\d)(?=[1]*[IVXХУІ])[1IVXХУІ]{2,4}(?![^\W_])",
    "number": (
        r"(?P<number>\d+)(?P<suffix>-?(?:ое|е|ого|го|ая|я|ый|ой|ий|й|ую|ю|ому|му|ым|ом|м|ых|х|ые|ти|и|st|nd|rd|th)(?![^\W_])"
        rf"|\s{_SUFFIX}(?![^\W_]))?"
    ),
    "dots": r"(?<=\d)\.\.(?=\d)|(?<=\w)\s?(?:\.{3}|…)\s?(?=\d)",
    "during": r"в\s*теч(?:ени[еия]|\.?-?е)?(?![^\W_])|на\s+протяжении(?![^\W_])",
    "limit": r"не\s+поз(?:днее|же)(?![^\W_])",
    "since": r"не\s+ран(?:ее|ьше)(?![^\W_])|начиная\s+со?(?![^\W_])",
    "study_year": _STUDY,
    "late_word": r"[^\W\d_]+",
    "mark": r"(?![.:!«»\"'`]|[“-„]{1}|[‘’]{1})\S",
}
"""In the order in which they are tried."""
_PARTS = {
    "aside": "урок пар перемен занят обед утра дня день",
    "torn_year": ".19. .20.",
    "iso": "- . /",
    "clock": ":",
    "hours": "ч",
    "dotted": ". ,",
    "slashed": "/",
    "dashed": "-",
    "years": "- /",
    "monthly": ". / -",
    "pair": ". /",
    "span": "-",
    "roman": "i v x х у і",
    "dots": ".. …",
    "during": "теч прот",
    "limit": "поз",
    "since": "ран начин",
    "study_year": "уч",
}
"""One of these stands in every text that has the shape; one without any is not looked for."""
_IN_HOURS = Pattern(rf"\s?{_HOUR}", re.IGNORECASE)
_MANY = frozenset({"ые", "ых", "х"})
"""Endings of several: «в 20-х числах» is no day, nor is «20-е числа»."""
_WORDED = ("aside", "word", "dots", "during", "limit", "since", "study_year")
_NOT_FIGURES = frozenset({*_WORDED, "late_word", "mark"})
TOKENS = Shapes(_SHAPES, _PARTS, re.IGNORECASE, _SHAPES.keys() - _NOT_FIGURES)


def groups(match: re.Match[str], name: str, count: int) -> tuple[str, ...]:
    """Return the numbered groups inside a named one; those that did not take part are `None`."""
    first = match.re.groupindex[name]
    return match.groups()[first : first + count]


def add_time(lexemes: list[Lexeme], shown: str, hour: str | int, minute: str | int) -> None:
    """Add a time of day, or a sign nothing can be read from where there is no such time."""
    valid = int(hour) <= 23 and int(minute) <= 59
    lexemes.append(
        Lexeme(
            "T" if valid else "#",
            shown,
            form="time" if not valid else f"{int(hour):02}:{int(minute):02}",
        )
    )


def _iso(lexer: Lexer, match: re.Match[str]) -> None:
    year, _, month, day, clock, zone = groups(match, "iso", 6)
    lexer.date(match.group(), day, month, year)
    if clock and clock != "00:00":
        lexer.add("T", clock, form=clock)
    if clock and zone:
        lexer.add("Z", zone, form="foreign")


def _aside(lexer: Lexer, match: re.Match[str]) -> None:
    """Pass over what is said of the time without a time: «после уроков», «3 урок»."""


def _dots(lexer: Lexer, match: re.Match[str]) -> None:
    lexer.add("=", match.group())


def _torn_year(lexer: Lexer, match: re.Match[str]) -> None:
    lexer.add("#", match.group())


def _clock(lexer: Lexer, match: re.Match[str]) -> None:
    add_time(lexer.out.lexemes, match.group(), *groups(match, "clock", 2))


def _hours(lexer: Lexer, match: re.Match[str]) -> None:
    hour, minute = groups(match, "hours", 2)
    add_time(lexer.out.lexemes, match.group(), hour, minute or "00")


def _dotted(lexer: Lexer, match: re.Match[str]) -> None:
    day, first, month, second, year, *short = groups(match, "dotted", 8)
    if not day:
        day, month, year = short
    elif first + second != "..":
        lexer.note("typo_fixed", match.group(), f"{day}.{month}.{year}")
    lexer.date(match.group(), day, month, year)


def _slashed(lexer: Lexer, match: re.Match[str]) -> None:
    day, month, year = groups(match, "slashed", 3)
    if int(month) > 12 >= int(day):
        day, month = month, day
        lexer.out.notes.append(Remark("us_order"))
    elif int(day) <= 12 and int(day) != int(month):
        lexer.out.notes.append(Remark("slash_dmy_assumed"))
    lexer.date(match.group(), day, month, year)


def _dashed(lexer: Lexer, match: re.Match[str]) -> None:
    """A date, or three days of a month, «5-12-19 октября», as a list of them would be typed."""
    *row, day, month, year, short_day, short_month, short_year = groups(match, "dashed", 9)
    if not row[0]:
        lexer.date(match.group(), day or short_day, month or short_month, year or short_year)
        return
    if sorted(map(int, row)) != [*map(int, row)]:
        raise RefusalError.unreadable("several_dates")  # «15-09—5 октября»
    for at, number in enumerate(row):
        if at:
            lexer.add(",", "-")
        lexer.add("d", number, int(number))


def _spaced(lexer: Lexer, match: re.Match[str]) -> None:
    day, month, year = groups(match, "spaced", 3)
    lexer.note("typo_fixed", match.group(), f"{day}.{month}.{year}")
    lexer.date(match.group(), day, month, year)


def _years(lexer: Lexer, match: re.Match[str]) -> None:
    """A school year, «2023/24», or a month after its year, «2024-02»."""
    first, second = (group for group in groups(match, "years", 6) if group)
    start, month = lexer.year(first), int(second)
    following = start is not None and int(second[-2:]) == (start + 1) % 100
    is_month = len(first) == 4 and len(second) == 2 and 1 <= month <= 12
    if start is None or (following and is_month and not match["study"]):
        lexer.add("B", match.group())
    elif following:
        lexer.add("S", match.group()).year = start
    elif is_month:
        _add_month(lexer, match.group(), month, start)
    else:
        lexer.add("B", match.group())


def _monthly(lexer: Lexer, match: re.Match[str]) -> None:
    month, digits = groups(match, "monthly", 2)
    year = lexer.year(digits)
    if year is None:
        raise RefusalError.unreadable("bad_year")
    _add_month(lexer, match.group(), int(month), year)


def _add_month(lexer: Lexer, shown: str, month: int, year: int) -> None:
    if not 1 <= month <= 12:
        raise RefusalError.impossible("impossible_date")
    lexeme = lexer.add("E", shown)
    lexeme.month, lexeme.year = month, year


def _pair(lexer: Lexer, match: re.Match[str]) -> None:
    first, mark, second = groups(match, "pair", 3)
    start = lexer.plan.start % 100
    if mark == "/" and (int(first), int(second)) == (start, start + 1) and start >= 12:
        lexer.add("S", match.group()).year = lexer.plan.start  # «23/24» is no day of a 24th month
        return
    form = "time" if mark == "." and len(second) == 2 else mark
    lexeme = lexer.add("P", match.group(), int(first), form=form)
    lexeme.month = int(second)


def _span(lexer: Lexer, match: re.Match[str]) -> None:
    first, second = groups(match, "span", 2)
    hours = _IN_HOURS.match(lexer.source, match.end())
    if hours and (second == "00" or int(second) > 23):
        lexer.add("Q", match.group(), int(first)).month = int(second)  # «15-30 ч.» is one time
    elif hours:
        add_time(lexer.out.lexemes, first, first, "00")
        lexer.add("=", "-")
        add_time(lexer.out.lexemes, second, second, "00")
    else:
        form = "" if len(second) == 2 else "-"  # «28-2» is no time
        lexer.add("Q", match.group(), int(first), form=form).month = int(second)


def _year(lexer: Lexer, match: re.Match[str]) -> None:
    digits = match.group()[:4] if match.group()[:4].isdecimal() else match.group()[:2]
    year = lexer.year(digits)
    if year is None:
        lexer.add("B", match.group())
        return
    lexer.add("Y", match.group()).year = year
    if len(digits) == 2:
        lexer.out.notes.append(Remark("two_digit_year"))


def _day(lexer: Lexer, match: re.Match[str]) -> None:
    lexer.add("d", match.group(), int(match.group()))


def _number(lexer: Lexer, match: re.Match[str]) -> None:
    digits = match["number"]
    if len(digits) > 2:
        lexer.add("B", match.group())
    else:
        suffix = (match["suffix"] or "").strip("- ").lower()
        many = suffix in _MANY or (
            suffix == "е" and lexer.source.startswith((" числа", " дни"), match.end())
        )
        lexer.add("p" if many else "d", digits, int(digits), form="suffix" if suffix else "")


FIGURES: Mapping[str, Callable[[Lexer, re.Match[str]], None]] = {
    "aside": _aside,
    "dots": _dots,
    "torn_year": _torn_year,
    "iso": _iso,
    "clock": _clock,
    "hours": _hours,
    "dotted": _dotted,
    "slashed": _slashed,
    "dashed": _dashed,
    "spaced": _spaced,
    "years": _years,
    "monthly": _monthly,
    "pair": _pair,
    "span": _span,
    "year": _year,
    "plain_year": _year,
    "day": _day,
    "number": _number,
}
"""What reads each shape of `TOKENS` that is of digits."""
