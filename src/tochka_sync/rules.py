"""What no single cell shows: doubles, clashes, numbers that disagree, days off.

A rule takes all entries and gives findings by the sheet row they belong to. Each runs in time
linear in the entries.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from tochka_sync.calendar import Calendar, DayKind
from tochka_sync.config import Config
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.once import once
from tochka_sync.pattern import Pattern
from tochka_sync.result import Entry
from tochka_sync.table import letters
from tochka_sync.values.text import fold
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.who.audiences import Audience, Who

_EXACT = frozenset({Precision.DAY, Precision.LIST})
_MARKS = Pattern(r"[\W_]+")

Rule = Callable[[Sequence[Entry], Config], Iterable[Finding]]


def find(entries: Sequence[Entry], config: Config) -> dict[int, list[Finding]]:
    """Return what the rules find, by sheet row."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for code, rule in RULES.items():
        if config.severity(code) is Severity.OFF:
            continue
        for finding in rule(entries, config):
            found[finding.row or 0].append(finding)
    return found


def duplicates(entries: Sequence[Entry], config: Config) -> Iterator[Finding]:  # noqa: ARG001
    """Find an event entered twice: the same host, title and date; the later row is pointed out."""
    first: dict[tuple[object, ...], Entry] = {}
    dates: dict[EventDate, int] = {}

    def numbered(date: EventDate) -> int:
        return dates.setdefault(date, len(dates))  # equal dates have one number

    number, essence = once(numbered), once(_essence)
    for entry in entries:
        title = entry.values.get("title")
        date = entry.values.get("date")
        if title is None or date is None:
            continue
        key = (entry.values.get("school"), essence(title), number(date))
        earlier = first.setdefault(key, entry)
        if earlier is not entry:
            yield at(entry, Field.TITLE, Code.DUPLICATE_ENTRY, other=earlier.row)


def clashes(entries: Sequence[Entry], config: Config) -> Iterator[Finding]:  # noqa: ARG001
    """Find two events for the same people on one day; the later row is pointed out."""
    first: dict[tuple[date, Who, int], Entry] = {}
    people = once(_people)
    for entry in entries:
        day, audience = _day(entry), entry.values.get("audience")
        if day is None or audience is None:
            continue
        keys = [(day, who, grade) for who, grade in people(audience)]
        earlier = next((first[key] for key in keys if key in first), None)
        for key in keys:
            first.setdefault(key, entry)
        if earlier is not None and not _same_event(earlier, entry):
            yield at(
                entry,
                Field.DATE,
                Code.DATE_CLASH,
                other=earlier.row,
                day=day,
                title=earlier.values.get("title") or "—",
            )


def mismatches(entries: Sequence[Entry], config: Config) -> Iterator[Finding]:  # noqa: ARG001
    """Find numbers that disagree: organisations declared and listed, a part larger than the whole.

    The order itself counts the host once in and once out, so this warns and mends nothing.
    """
    larger = once(_part_larger)
    for entry in entries:
        count = entry.values.get("participants")
        if not isinstance(count, Participants):
            continue
        listed = None if count.organisations is None else entry.values.get("participating_schools")
        if listed is not None and count.organisations != len(listed):
            yield at(
                entry,
                Field.PARTICIPANTS,
                Code.COUNT_MISMATCH,
                "organisations",
                declared=count.organisations,
                listed=len(listed),
            )
        if part := larger(count):
            yield at(
                entry,
                Field.PARTICIPANTS,
                Code.COUNT_MISMATCH,
                "part_larger",
                part=part,
                total=count.total,
            )


def days_off(entries: Sequence[Entry], config: Config) -> Iterator[Finding]:
    """Find events on a Sunday, a public or regional day off, or in school holidays."""
    off = once(partial(_off, calendar=config.calendar))
    for entry in entries:
        when = entry.values.get("date")
        if isinstance(when, EventDate) and (found := off(when)):
            reason, facts = found
            yield at(entry, Field.DATE, Code.DATE_NON_WORKING, reason, **facts)


RULES: Mapping[Code, Rule] = {
    Code.DUPLICATE_ENTRY: duplicates,
    Code.DATE_CLASH: clashes,
    Code.COUNT_MISMATCH: mismatches,
    Code.DATE_NON_WORKING: days_off,
}


def at(
    entry: Entry, field: Field, code: Code, reason: str | None = None, **facts: object
) -> Finding:
    """Return a finding that points at an entry's cell in a column, or at its row where there is none."""
    column = entry.columns.get(field)
    shown = entry.texts[column] if column is not None and column < len(entry.texts) else None
    return Finding(
        code=code,
        severity=SEVERITIES[code],
        reason=reason,
        facts=facts,
        tab=entry.tab,
        row=entry.row,
        column=letters(column) if column is not None else None,
        field=field.value,
        value=shown,
        school=entry.values.get("school"),
        title=entry.values.get("title"),
    )


def _part_larger(count: Participants) -> int | None:
    """Return the largest part of a count that is larger than the whole."""
    parts = [n for n in (count.students, count.teachers, count.parents) if n is not None]
    largest = max(parts, default=0)
    return largest if count.total is not None and largest > count.total else None


def _off(when: EventDate, calendar: Calendar) -> tuple[str, dict[str, object]] | None:
    """Return why the first of an event's days that is none for work is not; one a cell is enough."""
    if when.precision not in _EXACT:
        return None
    for day in when.dates or ((when.start,) if when.start else ()):
        judged = calendar.day(day)
        if judged.kind is DayKind.OFF:
            return "day_off", {"day": day, "why": judged.why or ""}
        for reason in ("school_holidays", "summer_holidays"):
            if reason in judged.notes:
                return reason, {"day": day}
    return None


def _essence(title: str) -> str:
    """Return a title without case, quotes and punctuation."""
    return _MARKS.sub("", fold(title))


def _day(entry: Entry) -> date | None:
    when = entry.values.get("date")
    if isinstance(when, EventDate) and when.precision is Precision.DAY:
        return when.start
    return None


def _people(audience: Audience) -> list[tuple[Who, int]]:
    """Return who is meant, pupils by grade; pupils of no stated grade are pupils of every grade."""
    grades = audience.grades or range(1, 12)
    return [
        (who, grade)
        for who in audience.who
        if who is not Who.OPEN
        for grade in (grades if who is Who.STUDENTS else (0,))
    ]


def _same_event(one: Entry, other: Entry) -> bool:
    """Tell whether two rows are one event entered twice, which is another finding."""
    titles = [entry.values.get("title") for entry in (one, other)]
    return None not in titles and _essence(str(titles[0])) == _essence(str(titles[1]))
