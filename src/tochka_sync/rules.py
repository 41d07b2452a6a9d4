"""What no single cell shows: doubles, clashes, events called off, days off, «the same as above».

A rule takes all entries and gives findings with the places of those they belong to. Each runs in time
linear in the entries.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from itertools import chain

from tochka_sync.calendar import Calendar, DayKind
from tochka_sync.config import Config
from tochka_sync.entries import Entries, Found
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Problem, Severity
from tochka_sync.once import each
from tochka_sync.pattern import Pattern
from tochka_sync.sheet import sections
from tochka_sync.table import Cell, letters
from tochka_sync.values.text import fold
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where import settlements as towns
from tochka_sync.values.who.groups import Audience, Who

_EXACT = frozenset({Precision.DAY, Precision.LIST})
_MARKS = Pattern(r"[\W_]+")

Placed = tuple[int, Found]
"""The place of an entry, and what is wrong with it."""
Rule = Callable[[Entries, Config], Iterable[Placed]]


def find(entries: Entries, config: Config) -> Iterator[Placed]:
    """Give what the rules find."""
    for code, rule in RULES.items():
        if config.severity(code) is not Severity.OFF:
            yield from rule(entries, config)


def duplicates(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find an event entered twice: the same host, title and date; the later row is pointed out."""
    numbers: dict[EventDate | None, int | None] = {None: None}

    def number(date: EventDate | None) -> int | None:
        return numbers.setdefault(date, len(numbers))  # equal dates have one number

    schools = entries.values("school")
    titles, dates = each(_essence, entries.values("title")), each(number, entries.values("date"))
    # Nearly all have no equal. Their hashes tell so in a third of the time, and the memory, of keys.
    hashes = list(map(hash, zip(schools, titles, dates, strict=True)))
    several = {known for known, times in Counter(hashes).items() if times > 1}
    first: dict[tuple[object, ...], int] = {}
    for place in [nth for nth, known in enumerate(hashes) if known in several]:
        if titles[place] is None or dates[place] is None:
            continue
        # Of hosts nobody knows those are the same that are written alike.
        host = schools[place] or (None, entries.text(place, Field.SCHOOL))
        earlier = first.setdefault((host, titles[place], dates[place]), place)
        if earlier != place:
            reason, facts = _other(entries, place, earlier)
            yield at(entries, place, Field.TITLE, Code.DUPLICATE_ENTRY, reason, **facts)


def clashes(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find two events for the same people on one day; the later row is pointed out."""
    first: dict[tuple[date, Who, int], int] = {}
    titles = entries.values("title")
    essences = each(_essence, titles)
    days = each(_day, entries.values("date"))
    people = each(_people, entries.values("audience"))
    for place, (day, who) in enumerate(zip(days, people, strict=True)):
        if day is None or who is None:
            continue
        keys = [(day, *each_of) for each_of in who]
        earlier = next((first[key] for key in keys if key in first), None)
        for key in keys:
            first.setdefault(key, place)
        if earlier is None or (
            essences[place] is not None and essences[place] == essences[earlier]
        ):
            continue  # one event entered twice is another finding
        reason, facts = _other(entries, place, earlier)
        facts |= {"day": day, "title": titles[earlier] or "—"}
        yield at(entries, place, Field.DATE, Code.DATE_CLASH, reason, **facts)


def mismatches(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find numbers that disagree: organisations declared and listed, a part larger than the whole.

    The order itself counts the host once in and once out, so this warns and mends nothing.
    """
    counts = entries.values("participants")
    listed = entries.values("participating_schools")
    field, code = Field.PARTICIPANTS, Code.COUNT_MISMATCH
    for place, said in enumerate(each(_parts, counts)):
        if said is None:
            continue
        told, part = said
        schools = None if told is None else listed[place]
        if schools is not None and told != len(schools):
            facts = {"declared": told, "listed": len(schools)}
            yield at(entries, place, field, code, "organisations", **facts)
        if part:
            total = counts[place].total
            yield at(entries, place, field, code, "part_larger", part=part, total=total)


def days_off(entries: Entries, config: Config) -> Iterator[Placed]:
    """Find events on a Sunday, a public or regional day off, or in school holidays."""
    off = each(partial(_off, calendar=config.calendar), entries.values("date"))
    for place, found in enumerate(off):
        if found:
            reason, facts = found
            yield at(entries, place, Field.DATE, Code.DATE_NON_WORKING, reason, **facts)


def cancelled(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find events of which the row itself says that they are called off, or that are struck out."""
    for place, (field, note) in entries.outcomes.items():
        if note.reason == "cancelled":
            yield at(entries, place, field, Code.EVENT_CANCELLED)
    for place, field in entries.struck():
        if field is Field.TITLE and place not in entries.outcomes:
            yield at(entries, place, Field.TITLE, Code.EVENT_CANCELLED, "struck")


def postponed(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find events that are said to be moved, and to when or from when, while their date is the old one."""
    dates = entries.values("date")
    for place, (field, note) in entries.outcomes.items():
        column = entries.column(place, field)
        if dates[place] is None or column is None or not note.facts.keys() & {"to", "since"}:
            continue
        code, where = Code.EVENT_POSTPONED, letters(column)
        if day := note.facts.get("day"):
            _, moved = at(entries, place, Field.DATE, code, "moved_to", day=day, where=where)
            problem = moved.problem._replace(suggestion=str(day))
            yield place, moved._replace(problem=problem)
        else:
            yield at(entries, place, Field.DATE, code, where=where)


def repeats(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find cells that say «the same as above» and were read so: sorting the rows would undo it."""
    for place, field, typed, cell in entries.repeated():
        if cell is not None:
            yield at(entries, place, field, Code.TEXT_CORRECTED, "ditto", old=typed, new=cell.text)


def unknown_repeats(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find cells that say «the same as above» where nobody knows of what, if nothing else says so."""
    for place, field, _, cell in entries.repeated():
        said = entries.verdicts(field.value)[place]
        if cell is None and said is not None and said.value is None and not said.loud:
            yield at(entries, place, field, Code.VALUE_UNREADABLE, "ditto")


def struck_out(entries: Entries, config: Config) -> Iterator[Placed]:
    """Find cells struck out in rows that are not: whether what they say still holds nobody knows."""
    for place, field in entries.struck():
        said = entries.verdicts(field.value)[place]
        if field is not Field.TITLE and said is not None and not said.loud:
            _, found = at(entries, place, field, Code.VALUE_UNREADABLE, "struck")
            required = field in config.file.required
            severity = Severity.ERROR if required else found.problem.severity
            yield place, found._replace(problem=found.problem._replace(severity=severity))


def doubtful(entries: Entries, config: Config) -> Iterator[Placed]:
    """Find cells of which nobody knows what they say, though each can be read."""
    yield from unknown_repeats(entries, config)
    yield from struck_out(entries, config)


def other_months(entries: Entries, config: Config) -> Iterator[Placed]:  # noqa: ARG001
    """Find dates of another month or year than the heading they stand under, or a column beside, names."""
    dates = entries.values("date")
    for place, named in entries.periods():
        when = dates[place]
        if not isinstance(when, EventDate):
            continue
        day, code = when.start or when.end, Code.MISPLACED_VALUE
        month, years = sections.month(named), sections.years(named)
        if month is not None and not _touches(when, month):
            yield at(entries, place, Field.DATE, code, "other_month", day=day, month=named.strip())
        elif years is not None and not _lies_in(when, *years):
            yield at(entries, place, Field.DATE, code, "other_year", day=day, year=named.strip())


def elsewhere(entries: Entries, config: Config) -> Iterator[Placed]:
    """Find schools that a column of settlements puts elsewhere than the registry; an event may be held there."""
    schools, settlements = entries.values("school"), entries.values("settlement")
    context = config.context(None)

    @cache
    def home(school: str) -> tuple[str, str] | None:
        known = config.registry.by_id[school]
        read = towns.read(Cell(known.settlement or ""), context).value
        return None if read is None else (known.name, read.name)

    code = Code.SCHOOL_CONFLICT
    for place in chain.from_iterable(entries.asked(Field.SETTLEMENT)):
        school, said = schools[place], settlements[place]
        own = home(school) if school and said else None
        typed = entries.text(place, Field.SETTLEMENT)
        if own is not None and own[1] != said.name and typed:
            facts = {"name": own[0], "settlement": typed}
            _, wrong = at(entries, place, Field.SETTLEMENT, code, "settlement_conflict", **facts)
            problem = wrong.problem._replace(severity=Severity.WARNING)
            yield place, wrong._replace(problem=problem)


RULES: Mapping[Code, Rule] = {
    Code.SCHOOL_CONFLICT: elsewhere,
    Code.MISPLACED_VALUE: other_months,
    Code.EVENT_CANCELLED: cancelled,
    Code.EVENT_POSTPONED: postponed,
    Code.DUPLICATE_ENTRY: duplicates,
    Code.DATE_CLASH: clashes,
    Code.COUNT_MISMATCH: mismatches,
    Code.DATE_NON_WORKING: days_off,
    Code.TEXT_CORRECTED: repeats,
    Code.VALUE_UNREADABLE: doubtful,
}


def at(
    entries: Entries,
    place: int,
    field: Field,
    code: Code,
    reason: str | None = None,
    **facts: object,
) -> Placed:
    """Return a finding that points at an entry's cell in a column, or at its row where there is none."""
    column = entries.column(place, field)
    value = entries.text(place, field)
    return place, Found(
        Problem(code, SEVERITIES[code], reason, facts, field.value, value),
        letters(column) if column is not None else None,
        entries.values("title")[place],
    )


def _other(entries: Entries, place: int, other: int) -> tuple[str | None, dict[str, object]]:
    """Return how another entry is spoken of: by its row, on another tab by that tab as well."""
    row, tab = entries.row(other), entries.tab(other)
    if tab is entries.tab(place):
        return None, {"other": row}
    return "other_tab", {"other": row, "other_tab": tab.title}


def _parts(count: object) -> tuple[int | None, int | None] | None:
    """Return how many organisations a count names, and its parts where they are more than the whole.

    Together, unless the whole is a round number: «более 35» may well be 40.
    """
    if not isinstance(count, Participants):
        return None
    parts = [n for n in (count.students, count.teachers, count.parents) if n is not None]
    people = sum(parts) if count.qualifier is None else max(parts, default=0)
    larger = people if count.total is not None and people > count.total else None
    return None if count.organisations is None and larger is None else (count.organisations, larger)


def _touches(when: EventDate, month: int) -> bool:
    """Tell whether a date has a day in a month, or may have: of one without an end nobody knows."""
    if when.start is None or when.end is None:
        return True
    following = (when.end.year - when.start.year) * 12 + when.end.month - when.start.month
    return (month - when.start.month) % 12 <= following


def _lies_in(when: EventDate, first: date, last: date) -> bool:
    """Tell whether a date has a day in a year, as far as it has an end."""
    return (when.start is None or when.start <= last) and (when.end is None or when.end >= first)


def _off(when: object, calendar: Calendar) -> tuple[str, dict[str, object]] | None:
    """Return why the first of an event's days that is none for work is not; one a cell is enough."""
    if not isinstance(when, EventDate) or when.precision not in _EXACT:
        return None
    if when.months:
        return None  # «май, июнь»: on which days of them nobody says
    for day in when.dates or ((when.start,) if when.start else ()):
        judged = calendar.day(day)
        if judged.kind is DayKind.OFF:
            return "day_off", {"day": day, "why": judged.why or ""}
        for reason in ("school_holidays", "summer_holidays"):
            if reason in judged.notes:
                return reason, {"day": day}
    return None


def _essence(title: str | None) -> str | None:
    """Return a title without case, quotes and punctuation."""
    return None if title is None else _MARKS.sub("", fold(title))


def _day(when: object) -> date | None:
    if isinstance(when, EventDate) and when.precision is Precision.DAY:
        return when.start
    return None


def _people(audience: Audience | None) -> list[tuple[Who, int]] | None:
    """Return who is meant, pupils by grade; pupils of no stated grade are pupils of every grade."""
    if audience is None:
        return None
    grades = audience.grades or range(1, 12)
    return [
        (who, grade)
        for who in audience.who
        if who is not Who.OPEN
        for grade in (grades if who is Who.STUDENTS else (0,))
    ]
