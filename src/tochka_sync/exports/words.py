"""Normalised values in words a person reads, for cells of csv and xlsx.

Grades and other runs are joined by an en dash: with a hyphen Excel would make dates of them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise

from tochka_sync.messages import Language, text
from tochka_sync.values.what.contracts import Contract
from tochka_sync.values.what.counts import Participants, Qualifier
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.groups import Audience
from tochka_sync.values.who.people import Person

_PEOPLE = ("students", "teachers", "parents")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTED = ("organisations", "teams", "classes")
_GROUPS = ("organisations", "teams", "team_size", "classes")


def day(value: date) -> str:
    """Return a day as дд.мм.гггг."""
    return f"{value:%d.%m.}{value.year:04}"


def when(value: EventDate, language: Language) -> str:
    """Return a date as precisely as it is known; a time of day stands in a column of its own."""
    match value.precision:
        case Precision.DAY if value.start is not None:
            return day(value.start)
        case Precision.LIST if value.dates:
            return ", ".join(day(each) for each in value.dates)
        case Precision.LIST if value.months:
            return ", ".join(
                _month(int(each[:4]), int(each[5:]), language) for each in value.months
            )
        case Precision.MONTH if value.start is not None:
            # With the bare year after it Excel would take the month for a date.
            name = _month(value.start.year, value.start.month, language)
            return text(language, "export.when.month", month=name)
        case Precision.MONTH_RANGE if value.start is not None and value.end is not None:
            ends = (value.start, value.end)
            return " – ".join(_month(each.year, each.month, language) for each in ends)
        case Precision.RECURRING if value.recurrence:
            return f"{_recurrence(value.recurrence, language)}, {_span(value, language)}".strip(
                ", "
            )
    named, span = _named(value, language), _span(value, language)
    return f"{named} ({span})" if named else span


def audience(value: Audience, language: Language) -> str:
    """Return who is meant, the grades with the pupils."""
    pupils = [
        text(language, "export.grades", grades=runs(value.grades)) if value.grades else "",
        ", ".join(value.classes),
        text(language, "export.age", ages=_run(*value.age)) if value.age else "",
        ", ".join(value.tags),
    ]
    detail = ", ".join(part for part in pupils if part)
    who = [text(language, f"export.who.{each}") for each in value.who]
    if detail and who:
        who[0] = f"{who[0]} ({detail})"
    return ", ".join(who) or detail


def participants(value: Participants, language: Language) -> str:
    """Return a count, with what the cell says of it and its parts; one part that is all says it."""
    sizes = {name: getattr(value, name) for name in (*_PEOPLE, *_GROUPS)}
    if value.students_qualifier:
        sizes["students"] = _qualified(value.students_qualifier, str(value.students), language)
    head = "" if value.total is None else str(value.total)
    if value.min is not None and value.max is not None:
        head = _run(value.min, value.max)
    qualifier = value.qualifier
    people = [name for name in _PEOPLE if sizes[name] is not None]
    group = next((name for name in _COUNTED if sizes[name] is not None), None)
    of_groups = value.team_size and value.teams and value.team_size * value.teams
    if group and qualifier is not Qualifier.ALL and qualifier and value.total in {None, of_groups}:
        sizes[group], head = _qualified(qualifier, str(sizes[group]), language), ""
    else:
        head = _qualified(qualifier, head, language)
    alone = len(people) == 1 and value.min is None and qualifier is not Qualifier.ALL
    if alone and sizes[people[0]] == value.total:
        sizes[people[0]], head = head, ""
    parts = [
        text(language, f"export.count.{name}", count=size)
        for name, size in sizes.items()
        if size is not None
    ]
    if head and parts:
        return f"{head} ({', '.join(parts)})"
    return head or ", ".join(parts)


def settlement(value: Settlement) -> str:
    """Return a settlement with its type before it."""
    return f"{value.type} {value.name}" if value.type else value.name


def person(value: Person) -> str:
    """Return a name as the cell gave it: in full where it is, else with initials, «Анна П.» with both."""
    given = " ".join(part for part in (value.first, value.patronymic) if part) or value.initials
    letters = value.initials.split(".")[:-1]
    if len(letters) == 2 and bool(value.first) != bool(value.patronymic):
        given = f"{value.first or f'{letters[0]}.'} {value.patronymic or f'{letters[1]}.'}"
    name = f"{value.last} {given}".strip()
    return f"{name} ({value.role})" if value.role else name


def phone(number: str, area_code: str) -> str:
    """Return an E.164 number as people write it: it begins with 8, so no sheet takes it for a sum.

    A number of another country keeps its code, in brackets.
    """
    digits = number.removeprefix("+")
    if len(digits) != 11 or not digits.startswith("7"):
        return f"({number})"
    national = digits[1:]
    if area_code and national.startswith(area_code):
        code, local = area_code, national[len(area_code) :]
    else:
        code, local = national[:3], national[3:]
    head = local[:-4]
    return f"8 ({code}) " + "-".join(part for part in (head, local[-4:-2], local[-2:]) if part)


def contract(value: Contract, language: Language) -> str:
    """Return the state of a contract with its number and dates."""
    number = text(language, "export.contract.number", number=value.number) if value.number else ""
    signed = text(language, "export.contract.date", date=day(value.date)) if value.date else ""
    parts = [
        text(language, f"export.contract.{value.status}"),
        f"{number} {signed}".strip(),
        text(language, "export.contract.addendum", number=value.addendum) if value.addendum else "",
        text(language, "export.contract.due", date=day(value.due)) if value.due else "",
    ]
    return ", ".join(part for part in parts if part)


def runs(numbers: Iterable[int]) -> str:
    """Return whole numbers with neighbours joined: 1, 2, 3, 5 → «1–3, 5»."""
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    starts = [ordered[0]]
    ends = []
    for left, right in pairwise(ordered):
        if right != left + 1:
            ends.append(left)
            starts.append(right)
    ends.append(ordered[-1])
    return ", ".join(_run(start, end) for start, end in zip(starts, ends, strict=True))


def _run(start: int, end: int) -> str:
    return str(start) if start == end else f"{start}–{end}"


def _month(year: int, month: int, language: Language) -> str:
    return f"{text(language, 'export.months').split('|')[month - 1]} {year}"


def _qualified(qualifier: Qualifier | None, size: str, language: Language) -> str:
    said = text(language, f"export.qualifier.{qualifier}") if qualifier else ""
    return f"{said} {size}".strip()


_WHICH: Mapping[Precision, Callable[[date, date], int]] = {
    # A week that begins on none of the days 1, 8, 15… is the last of its month.
    Precision.WEEK: lambda first, _: first.day // 7 if first.day % 7 == 1 else -1,
    Precision.DECADE: lambda first, _: first.day // 10,
    Precision.HALF_MONTH: lambda first, _: first.day // 16,
    Precision.QUARTER: lambda first, _: first.month // 3,
    # Schools settle on which days terms and holidays begin, but they are over in the same months.
    Precision.SCHOOL_QUARTER: lambda _, last: (last.month + 2) % 12 // 2,
    Precision.SCHOOL_HOLIDAYS: lambda _, last: last.month % 12 // 3,
    Precision.HALF_YEAR: lambda first, _: int(first.month < 9),
    Precision.SEASON: lambda first, _: first.month % 12 // 3,
    Precision.SCHOOL_YEAR: lambda *_: 0,
}
"""Which one of its kind a run of days is, in the order in which messages name them."""
_WITHIN = {
    **dict.fromkeys((Precision.WEEK, Precision.DECADE, Precision.HALF_MONTH), "month"),
    Precision.QUARTER: "year",
}
"""What a kind is counted within, but for those that are of a school year."""


def _named(value: EventDate, language: Language) -> str:
    """Return what a week, a term or a season is called, in words that are read as the same again."""
    which, first, last = _WHICH.get(value.precision), value.start, value.end
    if which is None or first is None or last is None:
        return ""
    autumn = first.year - (first.month < 9)
    return text(
        language,
        f"export.when.of.{_WITHIN.get(value.precision, 'school_year')}",
        name=text(language, f"export.when.{value.precision}").split("|")[which(first, last)],
        month=text(language, "export.of_months").split("|")[first.month - 1],
        year=str(first.year),
        years=f"{autumn}/{autumn + 1}",
    )


def _span(value: EventDate, language: Language) -> str:
    """Return a run of days, of which an end may be open."""
    first, last = value.start, value.end
    if first is None:
        return text(language, "export.when.until", date=day(last)) if last else ""
    if last is None:
        return text(language, "export.when.from", date=day(first))
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def _recurrence(recurrence: str, language: Language) -> str:
    """Return how often; on which days where it is said (`weekly:mon`, `monthly:15,30`)."""
    how, _, days = recurrence.partition(":")
    often = text(language, f"export.recurrence.{how}")
    if not days:
        return often
    if days.startswith("x"):
        return f"{often} ({text(language, 'export.times', n=int(days[1:]))})"
    on = ", ".join(_on(each, language) for each in days.split(","))
    dated = days.replace(",", "").isdecimal()
    return f"{often} ({text(language, 'export.of_month', days=on) if dated else on})"


def _on(day: str, language: Language) -> str:
    """Return «вт» of `tue`, «3-я ср» of `3wed`, «последняя ср» of `-1wed`, a number as it is."""
    if day[-3:] not in _WEEKDAYS:
        return day
    count, at = day[:-3], _WEEKDAYS.index(day[-3:])
    names = "weekdays" if not count else "last_weekdays" if count == "-1" else "nth_weekdays"
    return text(language, f"export.{names}").split("|")[at].replace("#", count)
