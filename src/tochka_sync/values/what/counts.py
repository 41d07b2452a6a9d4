"""How many take part.

Accepts a number with or without what it counts, qualifiers («около», «20+», «не более»), ranges,
numbers in words, sums («20 детей + 5 педагогов»), parts («из них», «в т.ч.», brackets), schools and
teams people come from, and «все». Refuses percent, negative and huge numbers, «1.200», «20/5»,
grades, and whatever it does not understand to the end.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from operator import eq, itemgetter
from typing import Any

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern, either
from tochka_sync.table import Cell
from tochka_sync.values import autoformat, corrections, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, Unclear, placeholder, refuse
from tochka_sync.values.what import amounts, totals
from tochka_sync.values.what.amounts import Item


class Qualifier(StrEnum):
    """What the cell says about its number beside the number."""

    ABOUT = "about"
    MORE = "more"
    AT_LEAST = "at_least"
    LESS = "less"
    AT_MOST = "at_most"
    ALL = "all"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Participants:
    """People and organisations counted; what the cell does not say is `None`."""

    total: int | None = None
    students: int | None = None
    teachers: int | None = None
    parents: int | None = None
    organisations: int | None = None
    teams: int | None = None
    classes: int | None = None
    team_size: int | None = None
    min: int | None = None
    max: int | None = None
    qualifier: Qualifier | None = None
    students_qualifier: Qualifier | None = None


_MOST = 20_000
"""More than all the pupils and teachers of a district."""
_SERIAL_LENGTH = 5
_YEARS = range(1990, 2050)
_GAP = either(" '", "’")
_THOUSANDS = Pattern(rf"(?<![\d.,])(\d{{1,3}})((?:{_GAP}\d{{3}})+)(?![\d.,]*\d)")
_THOUSAND = Pattern(r"(?<!\d)(\d+)(?:[.,](\d))?\s*тыс(?:\.|яч[аи]?)?(?![а-я])")
_DECIMAL = Pattern(r"(?<![\d.,])(\d+)[.,]0{1,2}(?![\d.,]*\d)")
_PERCENT_ASIDE = Pattern(r"(?<=\S)\s*\(\s*\d+(?:[.,]\d+)?\s*%\s*\)")
_NEGATIVE = Pattern(rf"{text.ANY_DASH}\s?\d+(?:[.,]\d+)?\s*(?:чел\w*\.?|участ\w*)?")
_DOTTED = Pattern(r"(\d{1,3})[.,](\d{3})(?:\s*(?:чел\w*|участ\w*)\.?)?")
_PER_BODY = Pattern(
    r"\b(?:от|из|с|на) кажд|(?:/|\bв) ?(?:день|смену|неделю|месяц)\b|\bежедневно\b|\b(?:от|с|на) (?:школы|школу|оо|оу|организации|учреждения|команды|команду|класса|класс)\b"
)
_BODIES = (
    *("кажд", "школ", "оо", "оу", "организации", "учреждения", "команд", "класс"),
    *("день", "дневно", "смену", "неделю", "месяц"),
)
_IN_ALL = Pattern(r"\b(?:всего|итого)\b")
_FIGURES = Pattern(r"\d+")
_EACH = Pattern(r"\bпо\b")
_DASHES = tuple(text.DASH)
_NUMERIC = Pattern(r"[\d\s.,'’]+")
_GROUP = r"(?:педагог|учител|родител|учащ|учени|обуч|дет|школьн)"
_NOT_ALL = Pattern(
    rf"(?<!\w)не\s+все(?!\w)|\A\D*+\d(?s:.*)(?<!\w)и\s+все(?:\W*$|\s{_GROUP})"
    rf"|\d\s?{_GROUP}\w*\s?[,;+]\s?все\s{_GROUP}|(?<!\w)все\s{_GROUP}\w*\s?[,;+]\s?\d+\s?{_GROUP}"
)
"""«25, но не все», «25 и все», «25 детей, все педагоги»: how many, is not said."""
_SCHOOL_YEAR = Pattern(rf"20\d\d\s?(?:{text.ANY_DASH}|/)\s?(?:20)?\d\d\s?уч")
_GLUED = Pattern(r"(?<![\d.,])(\d{1,2})([оo]{2})(?!\w)", re.IGNORECASE)
_PEOPLE_AHEAD = Pattern(r"\s*(?:чел|уч|об|дет|школьн|пед|род)", re.IGNORECASE)
_UNIT_ASIDE = Pattern(
    r"\(((?:чел|участник|учащ|обуча|учени|школьник|педагог|учител|родител|взросл)[а-я]*\.?|дет(?:и|ей)"
    r"|очно|заочно|онлайн|офлайн|оффлайн|дистанционно)\)"
)
_SAID_BEHIND = Pattern(
    r"(\d+(?: ?(?:чел[а-я]*|участник[а-я]*)\.?)?) ?\(?(всего|итого|охват|примерно|ориентировочно|приблизительно)\)?"
)
"""«45 всего», «120 чел. (охват)», «40 (примерно)»."""
_WHO_BEHIND = Pattern(r"(\d+ ?(?:чел[а-я]*|участник[а-я]*)\.?) ?, ?([а-я .-]+)")
"""«20 чел., педагоги»."""
_NUMBERS = Pattern(r"(\D*)([1-9][0-9]{0,2})(\D*)(?:([1-9][0-9]{0,2})(\D*))?")
"""Numbers too small for a year, of which only how they compare matters: others are read alike."""
_FIELDS = tuple(Participants.__annotations__)
_SERIAL = Pattern(r"\d{5}(?:[.,]0+)?")


def read(cell: Cell, context: Context) -> Reading[Participants]:  # noqa: ARG001
    """Read a count."""
    shown = text.clean(cell.text)
    match = _NUMBERS.fullmatch(shown) if cell.value is None else None
    if match is None:
        return _read_anyhow(cell, shown)
    before, one, between, other, after = match.groups("")
    first, second = int(one), int(other or 0)
    numbers = (first, second, first + second) if other else (first,)
    order = (first > second) - (first < second)
    wording = _wording((before, len(one), between, len(other), after, order))
    known = wording.reading(numbers)
    if known is None:
        known = _read_anyhow(cell, shown)
        wording.learn(numbers, known)
    return known


class _Wording:
    """A count without its numbers: how it is read with other ones, once it was read with two."""

    def __init__(self) -> None:
        self._first: tuple[tuple[int, ...], Reading[Participants]] | None = None
        self._fields: Callable[[tuple[Any, ...]], tuple[Any, ...]] | None = None
        """Takes the fields out of the numbers and what is always the same."""
        self._always: tuple[object, ...] = ()
        self._notes: tuple[Remark, ...] = ()

    def reading(self, numbers: tuple[int, ...]) -> Reading[Participants] | None:
        """Return how the wording is read with these numbers, if that is known."""
        if self._fields is None:
            return None
        return Reading(Participants(*self._fields(numbers + self._always)), self._notes)

    def learn(self, numbers: tuple[int, ...], reading: Reading[Participants]) -> None:
        """Hold a reading against one with other numbers; a refused one teaches nothing."""
        if self._first is None:
            self._first = numbers, reading
            return
        others, before = self._first
        if reading.value is None or before.value is None or any(map(eq, numbers, others)):
            return
        if reading.notes != before.notes or any(note.facts for note in reading.notes):
            return
        pairs, always, places = list(zip(others, numbers, strict=True)), [], []
        for name in _FIELDS:
            pair = (getattr(before.value, name), getattr(reading.value, name))
            if pair not in pairs:
                if pair[0] != pair[1]:
                    return
                pairs.append(pair)
                always.append(pair[0])
            places.append(pairs.index(pair))
        self._fields, self._always = itemgetter(*places), tuple(always)
        self._notes = reading.notes


@lru_cache(maxsize=1 << 10)
def _wording(key: tuple[str | int, ...]) -> _Wording:  # noqa: ARG001 - each has one of its own
    return _Wording()


def _read_anyhow(cell: Cell, shown: str) -> Reading[Participants]:
    shown = shown.removeprefix("'").removesuffix("!")
    if corrections.is_placeholder(shown) and cell.value is None:
        return placeholder(shown)
    if turned := _turned(cell, shown):
        return turned
    if shown.isdecimal() and len(shown) < _SERIAL_LENGTH and int(shown) not in _YEARS:
        return _bare(int(shown))
    if isinstance(cell.value, int | float) and _NUMERIC.fullmatch(shown):
        shown = f"{cell.value:g}" if cell.value < _MOST else shown
    try:
        fixed, notes = _letters(_bodies(shown))
        value, more = _value(_plain(corrections.lower(fixed)))
    except Unclear as unclear:
        return refuse(Code.VALUE_UNREADABLE, unclear.reason, candidates=unclear.candidates)
    return Reading(value, notes + more)


def read_students(cell: Cell, context: Context) -> Reading[Participants]:
    """Read a count under «Количество участников / учащиеся»: a bare number is of pupils."""
    return _of_one_kind("students", cell, context)


def read_teachers(cell: Cell, context: Context) -> Reading[Participants]:
    """Read a count under «Количество участников / педагоги»: a bare number is of teachers."""
    return _of_one_kind("teachers", cell, context)


def read_parents(cell: Cell, context: Context) -> Reading[Participants]:
    """Read a count under «Количество участников / родители»: a bare number is of parents."""
    return _of_one_kind("parents", cell, context)


def _of_one_kind(kind: str, cell: Cell, context: Context) -> Reading[Participants]:
    reading = read(cell, context)
    value = reading.value
    if value is None or getattr(value, kind) is not None:
        return reading
    if any(getattr(value, other) is not None for other in ("students", "teachers", "parents")):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    told: dict[str, Any] = {kind: value.total}
    return Reading(replace(value, **told), reading.notes)


def _bare(number: int) -> Reading[Participants]:
    return Reading(Participants(total=number), () if number else (Remark("zero"),))


def _turned(cell: Cell, shown: str) -> Reading[Participants] | None:
    """Refuse a date where a number belongs; a bare five-digit number is a number here."""
    day = autoformat.undo(cell)
    if day is None or _SERIAL.fullmatch(shown):
        return None
    if autoformat.is_date(shown, day):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    return refuse(Code.EXCEL_AUTOFORMAT, "excel_autoformat", suggestion=autoformat.span(*day))


def _bodies(shown: str) -> str:
    """Return text in which the «ОО» of «3ОО, 25 детей» is no zeros; refuse «3ОО» alone."""
    glued = _GLUED.search(shown)
    if glued is None or _PEOPLE_AHEAD.match(shown, glued.end()):
        return shown
    if glued.group() == shown:
        raise Unclear("ambiguous_number", f"{glued[1]} ОО", f"{glued[1]}00")
    return f"{shown[: glued.end(1)]} {shown[glued.start(2) :]}"


def _letters(shown: str) -> tuple[str, tuple[Remark, ...]]:
    fixed = text.digits(text.cyrillic(shown))
    return fixed, corrections.changed(shown, fixed)


def _plain(folded: str) -> str:
    """Return text with every number written plainly; refuse numbers no count can have."""
    if "(" in folded:
        folded = _UNIT_ASIDE.sub(r" \1", _PERCENT_ASIDE.sub("", folded))
    if "%" in folded or "процент" in folded:
        raise Unclear("percent")
    if "все" in folded and _NOT_ALL.search(folded):
        raise Unclear("several_numbers")
    if "уч" in folded and _SCHOOL_YEAR.search(folded):
        raise Unclear
    if any(part in folded for part in _BODIES) and _is_per_body(folded):
        raise Unclear("per_unit")
    if behind := _SAID_BEHIND.fullmatch(folded) or _WHO_BEHIND.fullmatch(folded):
        folded = f"{behind[2]} {behind[1]}"
    if folded.startswith(_DASHES) and _NEGATIVE.fullmatch(folded):
        raise Unclear("negative")
    pointed = "." in folded or "," in folded
    if pointed and (dotted := _DOTTED.fullmatch(folded)) and dotted[2] != "00":
        raise Unclear(
            "ambiguous_number", f"{dotted[1]}.{dotted[2].rstrip('0') or '0'}", dotted[1] + dotted[2]
        )
    if "тыс" in folded:
        folded = _THOUSAND.sub(
            lambda match: f"{int(match[1]) * 1000 + int(match[2] or 0) * 100}", folded
        )
    folded = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), folded)
    written = _DECIMAL.sub(r"\1", folded) if pointed else folded
    bare = written.strip(" .,;:")
    shortened = bare[-1:].isalpha() and written.rstrip(" ,;:").endswith(f"{bare}.")
    return f"{bare}." if shortened else bare  # «2 род.» is no word without its dot


def _is_per_body(folded: str) -> bool:
    """Tell whether a number is of each school or day, and nobody says of how many."""
    if _PER_BODY.search(folded) is None or _IN_ALL.search(folded):
        return False
    return _EACH.search(folded) is None or len(_FIGURES.findall(folded)) == 1


def _value(plain: str) -> tuple[Participants, tuple[Remark, ...]]:
    items, alone = amounts.parse(plain)
    if any(item.high > _MOST for item in items):
        raise Unclear("implausible")
    if len(items) == 1 and _is_year(items[0]):
        raise Unclear("implausible")
    added = totals.add(items)
    qualifier, pupils = added.qualifier or alone, added.students_qualifier
    value = replace(
        Participants(),
        **added.numbers,
        qualifier=Qualifier(qualifier) if qualifier else None,
        students_qualifier=Qualifier(pupils) if pupils else None,
    )
    reasons = {
        "number_in_words": added.spelt,
        "derived": added.derived,
        "group_left_out": added.left_out,
        "zero": value.total == 0,
    }
    return value, tuple(Remark(reason) for reason, holds in reasons.items() if holds)


def _is_year(item: Item) -> bool:
    return item.unit is None and not item.qualifiers and item.low in _YEARS
