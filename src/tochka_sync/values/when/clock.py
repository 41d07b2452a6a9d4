"""Times of day inside a date cell: told from dates of the same look, and taken out."""

import re
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values.when.lexemes import Lexeme, kinds, without
from tochka_sync.values.when.pairs import is_time, settle, to_hour, to_time
from tochka_sync.values.when.refusal import RefusalError


class Clock(NamedTuple):
    """The lexemes left of a cell, and the time found in it."""

    rest: list[Lexeme]
    time: str | None = None
    foreign: str = ""
    """Another time zone than the plan's, as it is named."""
    either: tuple[str, ...] = ()
    """The times between which it is not decided, where it is not: «3:00»."""
    closing: bool = False
    """Whether it stands at the last day alone: «с 12 мая по 14 мая 15:00»."""


_PHRASE = Pattern(r"b?[i<k]?(T)(o)?(?:[-=t>](T)(o)?)?(?:>?(Z))?|>?(Z)|(o)")
OFFSET = Pattern(r"Z|[+-]\d\d:?\d\d")
"""How far a zone is from Greenwich, as programs write it."""
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
    foreign = ""
    gone: set[int] = set()
    for match in _PHRASE.finditer(line):
        gone.update(range(*match.span()))
        if match[7]:
            loose = lexemes[match.start(7)].form
        elif match[1]:
            said.append(_said(lexemes, match))
        zone = 5 if match[5] else 6
        if match[zone] and lexemes[match.start(zone)].form == "foreign":
            foreign = foreign or lexemes[match.start(zone)].text
    times = {_times(each, loose, foreign=bool(foreign)) for each in said}
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
        if lexeme.kind in {"P", "Q"} and is_time(lexeme):
            to_time(lexeme)
        elif lexeme.kind == "d" and len(lexemes) <= 5:
            to_hour(lexeme)
    found = take(lexemes)
    return None if found.rest else found
