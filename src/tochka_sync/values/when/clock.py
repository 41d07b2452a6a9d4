"""Times of day inside a date cell: told from dates of the same look, and taken out.

«14.00» and «14-00» are times because no month and no day is 0; «10.10» beside another date may
be either, and is refused.
"""

import re
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
    either: tuple[str, ...] = ()
    """The times between which it is not decided, where it is not: «3:00»."""
    closing: bool = False
    """Whether it stands at the last day alone: «с 12 мая по 14 мая 15:00»."""


_HOURS = Pattern(r"d(?=o?[-=t>]T|o)")
_BARE_HOURS = Pattern(r"(?:(?<=[DMY]),?<(d)[t>](d)|(?<=[WA]),?<(d)t(d)|(?<=[DMYWA]),?i(d))$")
_PHRASE = Pattern(r"b?[i<k]?(T)(o)?(?:[-=t>](T)(o)?)?(?:>?(Z))?|>?(Z)|(o)")
_JOINED = Pattern(r"T[-=t>](P)|(P)[-=t>]T")
_FRAMED = Pattern(r"<(P)[-=t>](P)|i(P)")
_UNIT = Pattern(r"[MDEwecqhHP]")
_DAY = Pattern(r"[DP]|[dn]=?[Mr]")
_AFTER_NOON = {"pm": range(1, 12), "evening": range(4, 12), "day": range(1, 7)}
"""The hours that are said of the second half of a day: «7 вечера», «2 часа дня», «2:00 PM»."""
_HALVES = {
    "am": range(1, 12),
    "morning": range(4, 12),
    "day": range(10, 19),
    "evening": range(16, 24),
    "pm": range(12, 24),
}
"""The hours, counted to 24, each half of a day may have; an event at night is no event."""
_CLOSING = Pattern(r"<[A()]*(?:D|dn?M)Y?[A()]*[>t][A()]*(?:D|dn?M)Y?[A()]*To?$")
_TIMELY = frozenset("TZo")
_SMALL_HOURS = range(1, 7)
"""«3:00» may be three in the night, and hardly is."""


class _Said(NamedTuple):
    """A time or two, and the halves of the day said beside."""

    times: tuple[Lexeme, ...]
    halves: tuple[str, ...]
    """One for each time, «» where nothing is said."""
    bounded: bool
    """Whether it is no beginning: «до 15:00», «после 15:00»."""


def take(lexemes: list[Lexeme]) -> Clock:
    """Take the time of day out of a cell's lexemes; two different times are refused."""
    lexemes = settle(lexemes)
    line = kinds(lexemes)
    if not _TIMELY.intersection(line):
        return Clock(lexemes)
    said: list[_Said] = []
    loose = ""
    foreign = False
    gone: set[int] = set()
    for match in _PHRASE.finditer(line):
        gone.update(range(*match.span()))
        if match[7]:
            loose = lexemes[match.start(7)].form
        elif match[1]:
            said.append(_said(lexemes, match))
        zone = 5 if match[5] else 6
        foreign = foreign or (bool(match[zone]) and lexemes[match.start(zone)].form == "foreign")
    times = {_times(each, loose, foreign=foreign) for each in said}
    if len(times) > 1:
        raise RefusalError.unreadable("two_times")
    found = times.pop() if times else (None,)
    closing = _CLOSING.search(line) is not None
    either = found if len(found) > 1 else ()
    return Clock(without(lexemes, gone), found[0], foreign, either, closing)


def _said(lexemes: list[Lexeme], match: re.Match[str]) -> _Said:
    places = [group for group in (1, 3) if match[group]]
    return _Said(
        tuple(lexemes[match.start(group)] for group in places),
        tuple(lexemes[match.start(group + 1)].form if match[group + 1] else "" for group in places),
        match.string[: match.start()].endswith(("t", ">", "L", "a")),
    )


def _times(said: _Said, loose: str, *, foreign: bool) -> tuple[str, ...]:
    """Return a time or a run of time, counted to 24 hours: two where the half of the day is open."""
    *_, last = said.halves
    halves = [half or last or loose for half in said.halves]
    typed = [time.form for time in said.times]
    if len(typed) == 2 and not said.halves[0] and _in(typed[0], halves[0]) >= _in(typed[1], last):
        halves[0] = ""  # «с 10 до 2 дня»
    shown = [_in(*each) for each in zip(typed, halves, strict=True)]
    if said.bounded or (len(shown) == 2 and shown[0] >= shown[1]):
        raise RefusalError.unreadable("time_unreadable")
    open_half = not any(halves) and not foreign and not said.times[0].text.startswith("0")
    if open_half and int(typed[0][:2]) in _SMALL_HOURS:
        later = [_in(form, "pm") for form in typed]
        if len(later) == 1 or later[0] < later[1]:
            return "-".join(later), "-".join(shown)
    return ("-".join(shown),)


def _in(form: str, half: str) -> str:
    """Return the time said of a half of the day: «07:00» of an evening is «19:00»."""
    hour = int(form[:2])
    if hour in _AFTER_NOON.get(half, ()):
        hour += 12
    if half and hour not in _HALVES.get(half, ()):
        raise RefusalError.unreadable("time_unreadable")
    return f"{hour:02}{form[2:]}"


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
        _settle_framed(lexemes)
        _settle_joined(lexemes)
        for index, lexeme in enumerate(lexemes):
            if lexeme.kind == "P":
                _to_date(lexemes, index)
        line = kinds(lexemes)
    for match in _HOURS.finditer(line) if "T" in line or "o" in line else ():
        if not lexemes[match.start()].form:
            _to_hour(lexemes[match.start()])
    weekly = ("W" in line or "A" in line) and "M" not in line
    dated = "D" in line or "dM" in line or weekly
    bare = _BARE_HOURS.search(line) if dated and line[-1] == "d" else None
    if bare:
        said_when = bare[5] is None or lexemes[bare.start(5) - 1].text.lower() in {"в", "во"}
        for group in range(1, 6):
            if bare[group] and said_when and not lexemes[bare.start(group)].form:
                _to_hour(lexemes[bare.start(group)])
    return lexemes


def _settle_framed(lexemes: list[Lexeme]) -> None:
    """Make times of pairs behind a day: «с 10.15 до 12.15», «в 10.15»."""
    line = kinds(lexemes)
    for match in _FRAMED.finditer(line):
        places = [match.start(group) for group in (1, 2, 3) if match[group]]
        if _dated(line, places[0]) and all(_is_time(lexemes[place]) for place in places):
            for place in places:
                _to_time(lexemes[place])


def _settle_joined(lexemes: list[Lexeme]) -> None:
    """Make a time of a pair joined to one: «10:00-12.10»."""
    line = kinds(lexemes)
    for match in _JOINED.finditer(line):
        place = match.start(1) if match[1] else match.start(2)
        if _is_time(lexemes[place]) and (match[1] or _begins(lexemes, line, place)):
            _to_time(lexemes[place])


def _begins(lexemes: list[Lexeme], line: str, place: int) -> bool:
    """Tell whether a pair is when what ends at the time behind it begins: «17.02 - 14.00» is not."""
    first = lexemes[place]
    if not _dated(line, place):
        return False
    before = f"{first.number:02}:{first.month:02}" < lexemes[place + 2].form
    return before and (first.month % 5 == 0 or not _is_date(first))


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
    spoken = line[index + 1 : index + 2] == "o"
    if _is_time(lexeme) and (
        spoken or (not _is_date(lexeme) and (lexeme.month % 5 == 0 or _dated(line, index)))
    ):
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
    if line[index + 1 : index + 2] == "x":
        return _days(lexeme, "=")  # «10-11 классы»: so many of something
    at_once = line[index - 1 : index] == "i" and second % 5 == 0  # «в 14-20», but «с 14-16»
    if not at_once and first < second <= 24:
        raise RefusalError.ambiguous(
            "ambiguous_hour", (f"{first:02}:{second:02}", f"{first:02}:00-{second:02}:00")
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
    place = next((place for place in range(index - 1, -1, -1) if lexemes[place].kind in "DM"), None)
    if place is not None and _is_time(lexeme) and lexeme.month % 5 == 0:
        before = lexemes[place]
        alike = before.kind == "D" and before.year is None
        if before.kind == "M" and not (place and lexemes[place - 1].kind in "dn"):
            alike = before.number == lexeme.month  # «3-я неделя октября (16.10–20.10)»
        if not alike and lexemes[index - 1].kind not in "-=><t&":
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
