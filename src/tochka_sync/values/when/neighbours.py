"""Lexemes that mean another thing, or nothing, beside their neighbours, before the grammar looks."""

import re

from tochka_sync.calendar import SchoolYear
from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals
from tochka_sync.values.when.lexemes import Lexeme, kinds, without

_SHORT_YEARS = ("Md", "M=d", "rd", "r=d")
_SHORT_YEAR = Pattern(
    r"(?:(?<=[dn])|(?<=d=))(?P<month>[Mr])=?(?P<year>d)(?!=?M|[nwecqhH])(?P<more>[-=,&]?d)?"
    r"|(?P<first>[Mr])=?(?P<alone>d)(?![-=]?[dMn]|[nwecqhHAT&]|,?d)"
)
"""Behind a day and its month it is a year, unless days may go on: «10 мая 23, 24 июня»."""
_BEGINS = Pattern(r"<d[n=]?$")
_DAYS_OR_YEARS = Pattern(r"Md[-=]Md")
_EITHER_MONTH = Pattern(r"d(M[/|]M)(?!M)")
_DECADE = Pattern(r"[drp]M(?=M)")
_SPOKEN = Pattern(r"(?<=[i<t>k])(?P<led>x{1,4})(?=$|[o,()t><Z-])|(?<=[,MYD])x{1,4}(?=o|$|[,()])")
"""Numbers in words behind «в», or right behind a day: there only with the minutes or «дня»."""
_ASIDE = Pattern(r"^\(?z(?:[&/]?z)*\)?[-=,]?|[-=,]?\(?z(?:[&/]?z)*\)?(?=$|[,TP<i])")


def understood(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Return lexemes as the grammar may take them, each beside its neighbours."""
    return months_or(named(decades(spoken(unbothered(lexemes)))))


def short_years(lexemes: list[Lexeme], plan: SchoolYear) -> bool:
    """Make two digits after a month's name a year («10-фев-24», «фев.24») where only that fits."""
    line, found = kinds(lexemes), False
    if not any(short in line for short in _SHORT_YEARS):
        return found
    for match in _SHORT_YEAR.finditer(line):
        lexeme = lexemes[match.end("year" if match["year"] else "alone") - 1]
        if _DAYS_OR_YEARS.fullmatch(line) or (match.start() == 0 and lexemes[0].form == "genitive"):
            continue  # «ноябрь 23 – март 24», «мая 24»: the order of words decides, or asks
        joined = match[0][1] == "=" and line[: match.start()].endswith(("d=", "d/"))
        if match["more"] and not joined and _days_go_on(lexemes, line, match):
            continue
        year, month = 2000 + lexeme.number, lexemes[match.start()].number
        near = plan.year_of(month) == year
        if len(lexeme.text) == 2 and not lexeme.form and (joined or near):
            lexeme.kind, lexeme.year = "Y", year
            found = True
    return found


def _days_go_on(lexemes: list[Lexeme], line: str, match: re.Match[str]) -> bool:
    """Tell whether the number behind a month may be a day beside the next: «10 мая 23, 24 июня»."""
    joint, following = lexemes[match.start("more")], lexemes[match.end("more") - 1]
    if joint.text == ";" or (joint.kind in "-=" and _BEGINS.search(line, 0, match.start())):
        return False
    return lexemes[match.start("year")].number <= following.number


def months_or(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Join «июня/июля» after a day into one month that is not decided."""
    line = kinds(lexemes)
    match = _EITHER_MONTH.search(line) if "M/M" in line or "M|M" in line else None
    if match is None:
        return lexemes
    first, second = lexemes[match.start(1)], lexemes[match.end(1) - 1]
    first.others = tuple(sorted({first.number, second.number}))
    return lexemes[: match.start(1) + 1] + lexemes[match.end(1) :]


def decades(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make «дек.» between a number and a month «декада»: «2 дек. мая» is no day of December."""
    line = kinds(lexemes)
    for match in _DECADE.finditer(line) if "MM" in line else ():
        number, lexeme = lexemes[match.start()], lexemes[match.start() + 1]
        if lexeme.text.lower() == "дек" and 1 <= number.number <= 3:
            lexeme.kind = "e"
    return lexemes


def spoken(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make times of numbers in words: «в десять часов», «в четырнадцать ноль ноль»."""
    line = kinds(lexemes)
    told: list[Lexeme] = []
    place = 0
    for match in _SPOKEN.finditer(line) if "x" in line else ():
        start, end = match.span()
        time = _time(lexemes[start:end])
        sure = match["led"] or line[end:].startswith("o") or lexemes[end - 1].text.lower() == "ноль"
        if time is not None and (sure or not time.endswith(":00")):
            shown = " ".join(lexeme.text for lexeme in lexemes[start:end])
            told += [*lexemes[place:start], Lexeme("T", shown, form=time, at=lexemes[start].at)]
            place = end
    return [*told, *lexemes[place:]]


def _time(said: list[Lexeme]) -> str | None:
    """Return the time of numbers in words, the longest hour that is one first."""
    words = [lexeme.text for lexeme in said if lexeme.form == "count"]
    for length in (2, 1) if len(words) == len(said) else ():
        hour = numerals.cardinal(" ".join(words[:length]))
        minutes = " ".join(words[length:]).removeprefix("ноль ") or "ноль"
        minute = numerals.cardinal(minutes)
        if hour is not None and minute is not None:
            return f"{hour:02}:{minute:02}" if hour <= 23 and minute <= 59 else None
    return None


def named(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make words of a date that only name something unknown words too: «последний звонок»."""
    for index in range(len(lexemes) - 2, -1, -1):
        lexeme = lexemes[index]
        if lexeme.kind == "x" and lexeme.text.lower() == "новый" and lexemes[index + 1].kind == "g":
            lexemes[index + 1].kind = "x"  # «31 декабря (Новый год)»
        ordinal = lexeme.kind in "lpj" or (lexeme.kind == "d" and lexeme.form == "word")
        if lexemes[index + 1].kind == "x" and (
            ordinal or (lexeme.kind in "wye" and lexemes[index - 1].kind == "(")
        ):
            lexeme.kind = "x"
    return lexemes


def unbothered(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Take off words that change nothing of the date, where they cut it off from nothing."""
    line = kinds(lexemes)
    if "z" not in line:
        return lexemes
    return without(lexemes, {at for m in _ASIDE.finditer(line) for at in range(*m.span())})
