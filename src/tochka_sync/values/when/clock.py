"""Times of day inside a date cell: told from dates of the same look, and taken out.

«14.00» and «14-00» are times because no month and no day is 0; «10.10» beside another date may
be either, and is refused.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values.when.lexemes import Lexeme
from tochka_sync.values.when.refusal import RefusalError


class Clock(NamedTuple):
    """The lexemes left of a cell, and the time found in it."""

    rest: list[Lexeme]
    time: str | None = None
    foreign: bool = False
    """Whether another time zone than the plan's is named."""


_HOURS = Pattern(r"d(?=[-=t>]T)")
_BARE_HOURS = Pattern(r"(?<=[DMY])(?:,?<(d)[t>](d)|,?i(d))$")
_PHRASE = Pattern(r"b?[i<k]?(T)(?:[-=t>](T))?(?:>?(Z))?|>?(Z)")
_JOINED = Pattern(r"T[-=t>](P)|(P)[-=t>]T")
_FRAMED = Pattern(r"<(P)[-=t>](P)|i(P)")
_UNIT = Pattern(r"[MDEwecqhHP]")
_DAY = Pattern(r"[DP]|[dn]=?[Mr]")


def take(lexemes: list[Lexeme]) -> Clock:
    """Take the time of day out of a cell's lexemes; two different times are refused."""
    lexemes = settle(lexemes)
    line = kinds(lexemes)
    if "T" not in line and "Z" not in line:
        return Clock(lexemes)
    times: list[str] = []
    foreign = False
    gone: set[int] = set()
    for match in _PHRASE.finditer(line):
        gone.update(range(*match.span()))
        said = [lexemes[match.start(group)].form for group in (1, 2) if match[group]]
        bounded = match[1] and line[: match.start()].endswith(("t", ">", "L"))
        if bounded or (len(said) == 2 and said[0] >= said[1]):
            raise RefusalError.unreadable("time_unreadable")
        if said:
            times.append("-".join(said))
        zone = 3 if match[3] else 4
        foreign = foreign or (bool(match[zone]) and lexemes[match.start(zone)].form == "foreign")
    if len(set(times)) > 1:
        raise RefusalError.unreadable("two_times")
    return Clock(without(lexemes, gone), times[0] if times else None, foreign)


def alone(lexemes: list[Lexeme]) -> Clock | None:
    """Read lexemes that are nothing but a time: every pair of numbers is one here."""
    lexemes = [lexeme for lexeme in lexemes if lexeme.kind not in "()"]
    for lexeme in lexemes:
        if lexeme.kind == "Q" and lexeme.number < lexeme.month <= 24:
            return None
        if lexeme.kind in {"P", "Q"} and _is_time(lexeme):
            _to_time(lexeme)
        elif lexeme.kind == "d" and len(lexemes) <= 5:
            _to_hour(lexeme)
    found = take(lexemes)
    return None if found.rest else found


def without(lexemes: Sequence[Lexeme], gone: set[int]) -> list[Lexeme]:
    """Return the lexemes but some, without the brackets and separators these leave behind."""
    rest: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if index in gone:
            continue
        rest.append(lexeme)
        if lexeme.kind == ")":
            start = len(rest) - 2
            while start >= 0 and rest[start].kind in ",-=/":
                start -= 1
            if start >= 0 and rest[start].kind == "(":
                del rest[start:]
    if gone and not (lexemes[-1].kind in "-=" and len(lexemes) - 1 not in gone):
        while rest and rest[-1].kind in "-=,/":
            rest.pop()
    return trimmed(rest)


def trimmed(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Return lexemes without commas and slashes at either end."""
    while lexemes and lexemes[-1].kind in ",/":
        lexemes = lexemes[:-1]
    while lexemes and lexemes[0].kind in ",/":
        lexemes = lexemes[1:]
    return lexemes


def settle(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Decide what pairs of numbers are: «14.00» a time, «10.02» a date, «10-12» days or a time."""
    line = kinds(lexemes)
    if "P" in line or "Q" in line:
        lexemes = [part for index in range(len(lexemes)) for part in _settled(lexemes, index, line)]
        line = kinds(lexemes)
        for pattern in (_FRAMED, _JOINED):
            for match in pattern.finditer(line):
                places = [match.start(g) for g in range(1, len(match.groups()) + 1) if match[g]]
                dated = match[1] if pattern is _JOINED else None
                dated = dated or _dated(line, places[0])
                if dated and all(_is_time(lexemes[place]) for place in places):
                    for place in places:
                        _to_time(lexemes[place])
            line = kinds(lexemes)
        for index, lexeme in enumerate(lexemes):
            if lexeme.kind == "P":
                _to_date(lexemes, index)
        line = kinds(lexemes)
    for match in _HOURS.finditer(line):
        if not lexemes[match.start()].form:
            _to_hour(lexemes[match.start()])
    bare = _BARE_HOURS.search(line) if "D" in line or "dM" in line else None
    if bare:
        said_when = bare[3] is None or lexemes[bare.start(3) - 1].text.lower() in {"в", "во"}
        for group in (1, 2, 3):
            if bare[group] and said_when and not lexemes[bare.start(group)].form:
                _to_hour(lexemes[bare.start(group)])
    return lexemes


def kinds(lexemes: Sequence[Lexeme]) -> str:
    """Return the kinds of lexemes as one line, for patterns to match."""
    return "".join([lexeme.kind for lexeme in lexemes])


def _settled(lexemes: list[Lexeme], index: int, line: str) -> list[Lexeme]:
    lexeme = lexemes[index]
    if lexeme.kind == "Q":
        return _settled_dash(lexeme, index, line)
    if lexeme.kind != "P":
        return [lexeme]
    if line[index + 1 : index + 2] == "M":
        if lexeme.form == "/":
            return _days(lexeme, "/")
        raise RefusalError.unreadable()
    if _is_time(lexeme) and not _is_date(lexeme) and (lexeme.month % 5 == 0 or _dated(line, index)):
        _to_time(lexeme)
    return [lexeme]


def _settled_dash(lexeme: Lexeme, index: int, line: str) -> list[Lexeme]:
    first, second = lexeme.number, lexeme.month
    if (
        _UNIT.search(line, index + 1)
        and 0 < second <= 31
        and not (line[index - 1 : index] == "i" and _dated(line, index))
    ):
        return _days(lexeme, "=")
    if not _is_time(lexeme) or not (second == 0 or second > 31 or _dated(line, index)):
        return _days(lexeme, "=")
    if line[index - 1 : index] not in {"i", "<"} and first < second <= 24:
        raise RefusalError.ambiguous(
            "ambiguous_time", (f"{first:02}:{second:02}", f"{first:02}:00-{second:02}:00")
        )
    _to_time(lexeme)
    return [lexeme]


def _days(lexeme: Lexeme, mark: str) -> list[Lexeme]:
    at = lexeme.at
    return [
        Lexeme("d", str(lexeme.number), lexeme.number, at=at),
        Lexeme(mark, mark, at=at),
        Lexeme("d", str(lexeme.month), lexeme.month, at=at),
    ]


def _to_date(lexemes: list[Lexeme], index: int) -> None:
    """Make a pair a date, unless it may as well be the time of the date before it."""
    lexeme = lexemes[index]
    before = next((other for other in reversed(lexemes[:index]) if other.kind in "DM"), None)
    if before is not None and _is_time(lexeme) and lexeme.month % 5 == 0:
        alike = before.kind == "D" and before.year is None
        if not alike and lexemes[index - 1].kind not in "-=><t":
            first, second = f"{lexeme.number:02}", f"{lexeme.month:02}"
            raise RefusalError.ambiguous(
                "ambiguous_time", (f"{first}:{second}", f"{first}.{second}")
            )
    lexeme.kind = "D"


def _to_time(lexeme: Lexeme) -> None:
    lexeme.kind, lexeme.form = "T", f"{lexeme.number:02}:{lexeme.month:02}"


def _to_hour(lexeme: Lexeme) -> None:
    if lexeme.number > 23:
        raise RefusalError.unreadable("time_unreadable")
    lexeme.kind, lexeme.form = "T", f"{lexeme.number:02}:00"


def _is_time(lexeme: Lexeme) -> bool:
    return lexeme.form in {"time", ""} and lexeme.number <= 23 and lexeme.month <= 59


def _is_date(lexeme: Lexeme) -> bool:
    return 1 <= lexeme.number <= 31 and 1 <= lexeme.month <= 12


def _dated(line: str, index: int) -> bool:
    """Tell whether a day stands before: «10 февраля», «10.02»."""
    return _DAY.search(line, 0, index) is not None
