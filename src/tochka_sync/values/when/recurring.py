"""Events that return: «каждую среду», «по вторникам и четвергам», «20 числа каждого месяца»."""

import re
from collections.abc import Callable, Mapping

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals
from tochka_sync.values.when import words
from tochka_sync.values.when.clock import kinds, without
from tochka_sync.values.when.lexemes import Lexeme
from tochka_sync.values.when.refusal import RefusalError

_WEEKDAYS = r">?W(?:[,&>]+[WA])*|>A(?:[,&>]+A)*[,&>]+W(?:[,&>]+[WA])*"
_NAMED = r"R,?A(?:[,&]+A)*"
_PATTERN = Pattern(
    rf"""
    (?P<monthday>v(?P<day1>d)n(?:i?v?m)?|(?P<day2>d)n,?vm|R,?(?:i?k?)(?P<day3>d)n|(?P<day4>d)n,?R|vm,?i?(?P<day5>d)n)
  | (?P<nth>(?:v(?P<first>[dl])|(?P<second>[dl]))A(?:i?v?m))
  | (?P<each>vA(?:[,&]v?A)*)
  | (?P<weekdays>(?:R,?)?(?:{_WEEKDAYS})|{_NAMED})
  | (?P<fortnight>(?:(?P<once>d)?Xi?|v)(?P<two>[dx])w)
  | (?P<times>(?P<count>[dx])?X[i/]?(?P<unit>[mwqchyGg]))
  | (?P<every>v(?P<unit_of_all>[mwqchyGg]))
  | (?P<adverb>R)
    """,
    re.VERBOSE,
)
_PERIODS: Mapping[str, str] = {
    "y": "daily",
    "w": "weekly",
    "m": "monthly",
    "q": "quarterly",
    "c": "school_quarterly",
    "h": "half_yearly",
    "g": "yearly",
    "G": "yearly",
}
_BRACKETED = Pattern(r"R\((?:>?[AW](?:[,&]>?[AW])*|dn)\)")
_HOW_OFTEN = Pattern(r"^[dx]?X(?=i?M)|(?<=M),?[dx]?X$")
_SIGNS = frozenset("RvWX")


def take(lexemes: list[Lexeme]) -> tuple[list[Lexeme], str | None]:
    """Take the recurrence out of a cell's lexemes; what is left bounds it."""
    lexemes = _returning(_bare(lexemes))
    line = kinds(lexemes)
    if not _SIGNS.intersection(line) and not re.search(r"[dl]Am", line):
        return lexemes, None
    match = _PATTERN.search(line)
    if match is None:
        raise RefusalError.unreadable()
    value = _VALUES[match.lastgroup or ""](lexemes, match)
    rest = without(lexemes, set(range(*match.span())))
    if _SIGNS.intersection(kinds(rest)):
        raise RefusalError.unreadable()
    return rest, None if value == "yearly" and rest else value


def _bare(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Return «еженедельно (вт)» without its brackets."""
    line = kinds(lexemes)
    match = _BRACKETED.search(line) if "R(" in line else None
    if match is None:
        return lexemes
    gone = {match.start() + 1, match.end() - 1}
    return [lexeme for at, lexeme in enumerate(lexemes) if at not in gone]


def _returning(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make «по вт» a day that returns, and take «2 раза» off a month: that says how often, not when.

    «По среду» and «с пн по пт» end something.
    """
    line = kinds(lexemes)
    for match in re.finditer(r"^[^<]*?(?<!A)>A(?!,?[dD])", line) if ">A" in line else ():
        weekday = lexemes[match.end() - 1]
        if weekday.form == "short":
            weekday.kind = "W"
    often = _HOW_OFTEN.search(line) if "X" in line else None
    return without(lexemes, set(range(*often.span()))) if often else lexemes


def _monthday(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    found = lexemes[match.start() : match.end()]
    if any(lexeme.kind == "R" and lexeme.form != "monthly" for lexeme in found):
        raise RefusalError.unreadable()
    day = _lexeme(lexemes, match, "day1", "day2", "day3", "day4", "day5").number
    if not 1 <= day <= 31:
        raise RefusalError.impossible("impossible_date")
    return f"monthly:{day}"


def _nth(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    number = _lexeme(lexemes, match, "first", "second")
    weekday = next(lexeme for lexeme in lexemes[match.start() :] if lexeme.kind == "A")
    if number.kind == "d" and not 1 <= number.number <= 5:
        raise RefusalError.impossible("impossible_date")
    count = -1 if number.kind == "l" else number.number
    return f"monthly:{count}{words.WEEKDAY_IDS[weekday.number]}"


def _weekdays(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    found = lexemes[match.start() : match.end()]
    if found[0].kind == "R" and found[0].form != "weekly":
        raise RefusalError.unreadable()
    numbers = sorted({lexeme.number for lexeme in found if lexeme.kind in "AW"})
    return "weekly:" + ",".join(words.WEEKDAY_IDS[number] for number in numbers)


def _fortnight(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    """Read «раз в две недели»; any other number of weeks has no name here."""
    two = lexemes[match.start("two")]
    if any(lexeme.kind == "X" and lexeme.number for lexeme in lexemes):
        raise RefusalError.unreadable()
    once = not match["once"] or lexemes[match.start("once")].number == 1
    if not once or (two.number or numerals.cardinal(two.text)) != 2:
        raise RefusalError.unreadable()
    return "biweekly"


def _times(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    said = lexemes[match.start("count")] if match["count"] else None
    times = next(each.number for each in lexemes[match.start() :] if each.kind == "X")
    count = (times or 1) if said is None else said.number or numerals.cardinal(said.text)
    period = _PERIODS[match["unit"]]
    return period if count == 1 else f"{period}:x{count}"


def _every(_: list[Lexeme], match: re.Match[str]) -> str:
    return _PERIODS[match["unit_of_all"]]


def _adverb(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    return lexemes[match.start()].form


def _lexeme(lexemes: list[Lexeme], match: re.Match[str], *groups: str) -> Lexeme:
    """Return the lexeme of the one group that matched."""
    return next(lexemes[match.start(group)] for group in groups if match[group])


_VALUES: Mapping[str, Callable[[list[Lexeme], re.Match[str]], str]] = {
    "monthday": _monthday,
    "nth": _nth,
    "each": _weekdays,
    "weekdays": _weekdays,
    "fortnight": _fortnight,
    "times": _times,
    "every": _every,
    "adverb": _adverb,
}
