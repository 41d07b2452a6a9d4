"""A time said twice in one cell: «12–16 февраля (2 неделя)», «25–29 марта, весенние каникулы».

The exact days count. How one counts the weeks of a month and when a school has its holidays differs
from school to school, so days somewhat off what the plan's calendar says of these are no contradiction.
"""

from copy import copy
from datetime import timedelta

from tochka_sync.pattern import Pattern
from tochka_sync.values.when.lexemes import Lexeme, kinds, trimmed
from tochka_sync.values.when.meaning import Meaning, iso
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.spans import EventDate, Precision

_HOLIDAYS = Pattern(r"(?<=[DMY]),?(i?jK)$|^(i?jK),?(?=<?[dD])")
_ONLY_HOLIDAYS = Pattern(r"(?<=[DMY]),?i?y?K$|^i?K,?(?=<?[dD])")
"""«На каникулах 26 марта»: which, the day says."""
_UNIT = Pattern(r"(?<=[DMY]),?(i?[dlr][we])$")
"""«12–16 февраля, 2 неделя»."""
_DAYS_BEHIND = Pattern(r"^(i?[dlr][weA]M[YS]?)[-,=]?(<?d(?:[-=>,&]d)*n?)$")
"""«2 неделя февраля 12–16», «последняя пятница апреля 26 число»."""
_BARE_DAYS = Pattern(r"<?d(?:[-=>,&]d)*n?|i?[dlr][weA]")
_RUN = Pattern(r"[dMDY][-=>]d|[DM][-=>]D")
_BESIDE = timedelta(days=7)


def apart(lexemes: list[Lexeme], inner: list[Lexeme]) -> tuple[list[Lexeme], list[Lexeme]]:
    """Return lexemes without what says the same once more, and this, if no bracket says it."""
    line = kinds(lexemes)
    if inner:
        return lexemes, inner
    if "K" in line:
        if holidays := _ONLY_HOLIDAYS.search(line):
            return lexemes[: holidays.start()] + lexemes[holidays.end() :], []
        if doubled := _HOLIDAYS.search(line):
            inner = lexemes[slice(*doubled.span(1 if doubled[1] else 2))]
            return lexemes[: doubled.start()] + lexemes[doubled.end() :], inner
    if line[:2] in _MONTH_AHEAD and {
        each.month or each.number for each in lexemes[1:] if each.kind in _DATED_KINDS
    } == {lexemes[0].number}:
        return trimmed(lexemes[1:]), []  # «октябрь, 16.10»
    if "y" in line and (lasting := _LASTING.search(line)):
        return lexemes[: lasting.start()], lexemes[slice(*lasting.span(1))]
    if not _WEEKLY.isdisjoint(line):
        if behind := _DAYS_BEHIND.search(line):
            return lexemes[slice(*behind.span(2))], lexemes[slice(*behind.span(1))]
        if unit := _UNIT.search(line):
            return lexemes[: unit.start()], lexemes[slice(*unit.span(1))]
    return lexemes, []


_WEEKLY = frozenset("weA")
_MONTH_AHEAD = frozenset({"MD", "M,"})
_SATURDAY = 5
_LASTING = Pattern(r"(?<=[DMY]),?(dy)$")
"""«10–12 февраля, 3 дня»."""


def with_month(rest: list[Lexeme], inner: list[Lexeme]) -> tuple[list[Lexeme], list[Lexeme]]:
    """Return both sides, the month of one beside the bare days or the bare week of the other."""
    if not inner:
        return rest, inner
    if _lasts(inner) and _RUN.search(kinds(rest)):
        return rest, []
    if _BARE_DAYS.fullmatch(kinds(inner)) and (month := _month(rest)):
        return rest, [*inner, month]
    if _BARE_DAYS.fullmatch(kinds(rest)) and (month := _month(inner)):
        return [*rest, month], inner
    return rest, inner


def days(side: list[Lexeme]) -> int | None:
    """Return how many days a side says it lasts: «(3 дня)», but not «(3-й день)»."""
    return side[0].number if kinds(side) == "dy" and not side[0].form else None


def lasting(meaning: Meaning, count: int) -> Meaning:
    """Return days that last as long as is said beside; others are refused, both readings named.

    «1–21 июня (18 дней)» leaves the weekends out.
    """
    start, end = meaning.value.start, meaning.value.end
    if start is None or end is None or not meaning.days:
        return meaning  # «октябрь (3 дня)»: some time in October
    if not count:
        raise RefusalError.unreadable()
    length = (end - start).days + 1
    days = meaning.value.dates or [start + timedelta(days=day) for day in range(length)]
    working = sum(day.weekday() < _SATURDAY for day in days)
    if working <= count <= len(days):
        return meaning
    told = EventDate(start, start + timedelta(days=count - 1), Precision.RANGE)
    raise RefusalError.ambiguous("ambiguous_two_dates", (iso(meaning.value), iso(told)))


def _lasts(side: list[Lexeme]) -> bool:
    """Tell whether a side only says how long it lasts: «12–25 февраля (2 недели)»."""
    if kinds(side) != "dw" or side[0].form:
        return False
    word = side[1].text.lower()
    return word in {"недели", "недель"} or (side[0].number == 1 and word == "неделя")


def _month(side: list[Lexeme]) -> Lexeme | None:
    """Return the one month a side names, as a word."""
    named = {
        lexeme.month or lexeme.number: lexeme for lexeme in side if lexeme.kind in _DATED_KINDS
    }
    if len(named) != 1:
        return None
    ((number, lexeme),) = named.items()
    month = copy(lexeme)
    month.kind, month.number, month.month, month.form = "M", number, 0, "genitive"
    return month


_DATED_KINDS = frozenset("MDE")


def one(readings: list[Meaning]) -> Meaning:
    """Return the reading that counts; two that contradict each other are refused, both named."""
    if len(readings) == 1:
        return readings[0]
    outer, inner = readings
    if _within(outer.value, inner.value) or _exact(outer, inner):
        return outer
    if _within(inner.value, outer.value) or _exact(inner, outer):
        return inner
    raise RefusalError.ambiguous("ambiguous_two_dates", (iso(outer.value), iso(inner.value)))


def _within(inner: EventDate, outer: EventDate) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


_LOOSE = frozenset({Precision.WEEK, Precision.SCHOOL_HOLIDAYS})


def _exact(days: Meaning, unit: Meaning) -> bool:
    """Tell whether one reading is days and the other a week or holidays they are as good as in."""
    first, last = days.value.start, days.value.end
    start, end = unit.value.start, unit.value.end
    if not days.days or unit.value.precision not in _LOOSE:
        return False
    if first is None or last is None or start is None or end is None:
        return False
    return start - _BESIDE <= first and last <= end + _BESIDE
