"""Events that return: «каждую среду», «пн-пт», «15 и 30 числа каждого месяца»."""

import re
from collections.abc import Callable, Mapping

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals
from tochka_sync.values.when import words
from tochka_sync.values.when.lexemes import Lexeme, kinds, without
from tochka_sync.values.when.refusal import RefusalError

_WEEKDAYS = r">?W(?:[,&>/]*[WA])*|>A(?:[,&>]+A)*[,&>]+W(?:[,&>]+[WA])*"
_NAMED = r"R,?A(?:[,&]+A)*"
_DAYS = r"d(?:[,&]d)*"
_NUMBERS = r"[dl](?:[,&][dl])*"
_PATTERN = Pattern(
    rf"""
    (?P<monthday>v{_DAYS}n(?:i?m)?|R,?(?:i?k?){_DAYS}n|{_DAYS}n,?R|d(?:[,&]d)+R)
  | (?P<nth>(?:R,?|v)?i?{_NUMBERS}A(?:[,&]{_NUMBERS}A)*(?:i?m|,?R)|R,?{_NUMBERS}A(?:[,&]{_NUMBERS}A)*)
  | (?P<each>vA(?:[,&]v?A)*)
  | (?P<weekdays>(?:R,?)?(?:{_WEEKDAYS})(?:,?R)?|{_NAMED}|A(?:[,&]A)*,{{0,2}}R)
  | (?P<fortnight>(?:(?P<once>d)?Xi?|v)(?P<two>[dx])w)
  | (?P<times>[dx]?X[i/]?(?P<unit>[mwqchyGg]))
  | (?P<often>R,?dX|dXR)
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
_ADVERBIAL = Pattern(r"(?:[dx]?X[i/]?|v)[mwqchyGg]")
_RUN = Pattern(r"<?A[-=>]A")
"""«Пн-пт», «с пн по пт»."""
_BRACKETED = Pattern(r"R\((?:>?[AW](?:[,&]?>?[AW])*|d(?:[,&]d)*n|[dl]A(?:[,&][dl]A)*|dX)\)")
_HOW_OFTEN = Pattern(r"^[dx]?X(?=i?M)|(?<=M),?[dx]?X$")
_SIGNS = frozenset("RvWX")
_DATED = frozenset("dDlprEPQYSv")


def take(lexemes: list[Lexeme]) -> tuple[list[Lexeme], str | None]:
    """Take the recurrence out of a cell's lexemes; what is left bounds it."""
    lexemes = _returning(_bare(_scheduled(_as_adverbs(lexemes))))
    line = kinds(lexemes)
    if not _SIGNS.intersection(line) and "Am" not in line:
        return lexemes, None
    match = _PATTERN.search(line)
    if match is None:
        raise RefusalError.unreadable()
    value = _VALUES[match.lastgroup or ""](lexemes, match)
    rest = without(lexemes, set(range(*match.span())))
    if _SIGNS.intersection(kinds(rest)):
        raise RefusalError.unreadable()
    return rest, None if value == "yearly" and rest else value


def _as_adverbs(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make «раз в неделю» and «каждый месяц» what «еженедельно», «ежемесячно» are.

    So are «2 раза в неделю (вт, чт)», whose days say as many times.
    """
    line = kinds(lexemes)
    weekdays = line.count("A") + line.count("W")
    adverbs: list[Lexeme] = []
    place = 0
    for match in _ADVERBIAL.finditer(line) if "X" in line or "v" in line else ():
        said = lexemes[match.start() : match.end()]
        times = _count(said)
        if times == 1 or (times == weekdays and said[-1].kind == "w"):
            form = _PERIODS[said[-1].kind]
            adverb = Lexeme("R", said[0].text, form=form, at=said[0].at)
            adverbs += [*lexemes[place : match.start()], adverb]
            place = match.end()
    return [*adverbs, *lexemes[place:]]


def _count(said: list[Lexeme]) -> int | None:
    """Return how many times are said: «раз» is one, «дважды» two."""
    number = next((each for each in said if each.kind in "dx"), None)
    if number is not None:
        return number.number or numerals.cardinal(number.text)
    return next((each.number for each in said if each.kind == "X"), 1) or 1


def proposed(lexemes: list[Lexeme]) -> str | None:
    """Return how to type days of the week of which it is not said that they return."""
    line = kinds(lexemes)
    run = _RUN.fullmatch(line)
    if run:
        days = _between(lexemes[line.index("A")], lexemes[-1])
    else:
        days = [lexeme.number for lexeme in lexemes if lexeme.kind == "A"]
    if days == [*range(5)]:
        return "по будням"
    names = [words.RETURNING[day] for day in days]
    return f"по {', '.join(names[:-1])} и {names[-1]}" if len(names) > 1 else None


def _scheduled(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make «пн-пт» and «вт, чт» days that return, where no other day is named."""
    line = kinds(lexemes)
    if line.count("A") < 2:
        return lexemes
    named = [lexeme for lexeme in lexemes if lexeme.kind == "A"]
    noted = all(lexeme.form == "short" for lexeme in named) and _DATED.isdisjoint(line)
    if not noted and "R" not in line:
        return lexemes
    returning: list[Lexeme] = []
    place = 0
    for match in _RUN.finditer(line):
        returning += lexemes[place : match.start()]
        place = match.end()
        for day in _between(lexemes[match.end() - 3], lexemes[place - 1]):
            returning.append(Lexeme("W", words.WEEKDAYS[day], day, at=lexemes[place - 1].at))
    returning += lexemes[place:]
    for lexeme in returning if noted else ():
        if lexeme.kind == "A":
            lexeme.kind = "W"
    return returning


def _between(first: Lexeme, last: Lexeme) -> list[int]:
    """Return the days of the week from one to another; «пт-пн» may be two days or four."""
    if first.number >= last.number:
        raise RefusalError.unreadable("how_often")
    return [*range(first.number, last.number + 1)]


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
    days = [lexeme.number for lexeme in found if lexeme.kind == "d"]
    if not all(1 <= day <= 31 for day in days):
        raise RefusalError.impossible("impossible_date")
    return f"monthly:{','.join(map(str, dict.fromkeys(days)))}"


def _nth(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    found: list[str] = []
    counts: list[int] = []
    for lexeme in lexemes[match.start() : match.end()]:
        if lexeme.kind == "R" and lexeme.form != "monthly":
            raise RefusalError.unreadable()
        if lexeme.kind == "d" and not 1 <= lexeme.number <= 5:
            raise RefusalError.impossible("impossible_date")
        if lexeme.kind in "dl":
            counts.append(-1 if lexeme.kind == "l" else lexeme.number)
        elif lexeme.kind == "A":
            found += (f"{count}{words.WEEKDAY_IDS[lexeme.number]}" for count in counts)
            counts = []
    return f"monthly:{','.join(found)}"


def _weekdays(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    found = lexemes[match.start() : match.end()]
    numbers = sorted({lexeme.number for lexeme in found if lexeme.kind in "AW"})
    often = next((lexeme.form for lexeme in found if lexeme.kind == "R"), "weekly")
    if often != "weekly" and (often != "daily" or len(numbers) == 1):
        raise RefusalError.unreadable()
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
    count = _count(lexemes[match.start() : match.end()])
    return f"{_PERIODS[match['unit']]}:x{count}"


def _often(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    """Read «еженедельно (2 раза)»."""
    found = lexemes[match.start() : match.end()]
    often = next(lexeme.form for lexeme in found if lexeme.kind == "R")
    times = next(lexeme.number for lexeme in found if lexeme.kind == "d")
    return often if times == 1 else f"{often}:x{times}"


def _adverb(lexemes: list[Lexeme], match: re.Match[str]) -> str:
    return lexemes[match.start()].form


_VALUES: Mapping[str, Callable[[list[Lexeme], re.Match[str]], str]] = {
    "monthday": _monthday,
    "nth": _nth,
    "each": _weekdays,
    "weekdays": _weekdays,
    "fortnight": _fortnight,
    "times": _times,
    "often": _often,
    "adverb": _adverb,
}
