"""From the readings of a row's cells to the fields of an event.

Most fields have one column. A few are said in several: a time of day beside the date, pupils and
teachers counted apart, phones and e-mails together, a type before the title's quotes.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.reading import BLANK, Reading, Remark, refuse
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.what.links import Links
from tochka_sync.values.when import weekdays
from tochka_sync.values.when.spans import EventDate, Precision
from tochka_sync.values.who.people import People

_PLAIN = frozenset(Field) - {
    *(Field.DATE, Field.TIME, Field.WEEKDAY, Field.ENDS),
    *(Field.PARTICIPANTS, Field.STUDENTS, Field.TEACHERS, Field.PARENTS),
    *(Field.PHONES, Field.CONTACTS, Field.LINKS, Field.RESPONSIBLE),
    *(Field.FIRST_NAME, Field.PATRONYMIC),
}
"""Columns that say what they say alone."""
LONE = _PLAIN | {Field.DATE, Field.PARTICIPANTS, Field.PHONES}
"""Columns that do so where none of those that add to them is there."""
_NAMES = {field: field.value for field in Field}


class Part(NamedTuple):
    """What is known of one field of an event, and the column that said it."""

    reading: Reading[Any]
    column: Field


NAMED = (Field.RESPONSIBLE, Field.FIRST_NAME, Field.PATRONYMIC)
"""Columns whose cells, one after another, are one name."""

COUNTED = (Field.STUDENTS, Field.TEACHERS, Field.PARENTS)
"""Columns that count one kind of people each."""

TOGETHER = (
    (Field.DATE, Field.TIME, Field.WEEKDAY, Field.ENDS),
    (Field.PARTICIPANTS, *COUNTED),
    (Field.PHONES, Field.CONTACTS),
    NAMED,
)
"""Columns that say one thing between them."""


def says(column: Field) -> tuple[str, ...]:
    """Return the fields of an event that a column may say, by their names."""
    match column:
        case Field.TIME | Field.WEEKDAY | Field.ENDS:
            return (Field.DATE.value,)
        case Field.FIRST_NAME | Field.PATRONYMIC:
            return (Field.RESPONSIBLE.value,)
        case Field.STUDENTS | Field.TEACHERS | Field.PARENTS:
            return (Field.PARTICIPANTS.value,)
        case Field.CONTACTS:
            return (Field.PHONES.value,)
        case Field.LINKS:
            return (Field.LINKS.value, "print_media")
        case _:
            return (column.value,)


def named(cells: Mapping[Field, Cell]) -> Mapping[Field, Cell]:
    """Return the cells of a group with a name told in several of them put together in the first."""
    if len(cells) < 2 or Field.RESPONSIBLE not in cells or not cells.keys() <= set(NAMED):
        return cells
    said = [cells[name].text.strip() for name in NAMED if name in cells]
    return {Field.RESPONSIBLE: Cell(" ".join(filter(None, said)))}


def joined(readings: Mapping[Field, Reading[Any]]) -> dict[str, Part]:
    """Return the parts that some columns of a row say, by the names of fields.

    Of columns that say one thing `TOGETHER`, all that the tab has are to be given at once.
    """
    parts = {_NAMES[field]: Part(reading, field) for field, reading in readings.items()}
    if _PLAIN.issuperset(readings) or (len(parts) == 1 and LONE.issuperset(readings)):
        return parts
    _join_end(parts)
    _hold_weekday(parts)
    _join_time(parts)
    _join_counts(parts)
    _join_contacts(parts)
    _split_links(parts)
    _name_people(parts)
    return parts


def _join_end(parts: dict[str, Part]) -> None:
    """Make one span of the dates of «Начало» and «Окончание»: the first alone would lose days."""
    end = parts.pop(Field.ENDS.value, None)
    date = parts.get(Field.DATE.value)
    if end is None or end.reading == BLANK or date is None:
        return
    if end.reading.problem is not None:
        parts[Field.DATE.value] = date if date.reading.problem is not None else end
    elif date.reading.value is not None and end.reading.value is not None:
        span = _span(date.reading.value, end.reading.value)
        known = date.reading.notes
        others = [note for note in end.reading.notes if note not in known]
        notes = (*known, *(note._replace(column=Field.ENDS) for note in others))
        parts[Field.DATE.value] = (
            Part(span._replace(notes=notes), Field.DATE)
            if span.problem is None
            else Part(span, Field.ENDS)
        )


def _span(since: EventDate, until: EventDate) -> Reading[EventDate]:
    """Return the days from one date to another, as precise as both are."""
    if since.start is None or until.end is None:
        return refuse(Code.DATE_UNREADABLE, "not_a_date")
    if until.end < since.start:
        return refuse(Code.DATE_IMPOSSIBLE, "range_reversed")
    if (since.start, since.end) == (until.start, until.end):
        return Reading(since)
    whole = {since.precision, until.precision} == {Precision.MONTH}
    precision = Precision.MONTH_RANGE if whole else Precision.RANGE
    time = f"{since.time}-{until.time}" if since.time and until.time else since.time
    return Reading(EventDate(since.start, until.end, precision, time))


def _join_time(parts: dict[str, Part]) -> None:
    time = parts.pop(Field.TIME.value, None)
    date = parts.get(Field.DATE.value)
    if time is None or time.reading == BLANK or date is None:
        return
    said, when = time.reading, date.reading
    if said.problem is not None:
        # A time nobody can read does not spoil the date: it is a remark on it.
        notes = (*when.notes, said.problem._replace(column=Field.TIME))
        parts[Field.DATE.value] = Part(when._replace(notes=notes), Field.DATE)
    elif when.value is not None and when.value.time is None:
        value = replace(when.value, time=said.value)
        parts[Field.DATE.value] = Part(
            when._replace(value=value, notes=when.notes + said.notes), Field.DATE
        )


def _hold_weekday(parts: dict[str, Part]) -> None:
    """Hold «День недели» against the date beside it: last year's row has last year's weekday."""
    named = parts.pop(Field.WEEKDAY.value, None)
    date = parts.get(Field.DATE.value)
    if named is None or date is None or date.reading.value is None:
        return
    wrong = tuple(weekdays.contradicted(named.reading.value or (), date.reading.value))
    if wrong and not any(note.code is Code.DATE_WEEKDAY_MISMATCH for note in date.reading.notes):
        reading = date.reading._replace(notes=(*date.reading.notes, *wrong))
        parts[Field.DATE.value] = Part(reading, Field.DATE)


def _join_counts(parts: dict[str, Part]) -> None:
    split = [part for field in COUNTED if (part := parts.pop(field.value, None))]
    if not split:
        return
    whole = parts.get(Field.PARTICIPANTS.value)
    if whole is not None and whole.reading != BLANK:
        split.insert(0, whole)
    refused = [(part, part.reading.problem.code) for part in split if part.reading.problem]
    # «-» under «педагоги» says that there are none, and takes nothing from the others.
    unread = [part for part, code in refused if code is not Code.REQUIRED_MISSING]
    if unread or len(refused) == len(split):
        parts[Field.PARTICIPANTS.value] = unread[0] if unread else split[0]
        return
    counted = [part for part in split if part.reading.value is not None]
    if not counted:
        parts[Field.PARTICIPANTS.value] = split[0]
        return
    notes = tuple(note for part in counted for note in part.reading.notes)
    value = _added(
        [part.reading.value or Participants() for part in counted], whole=whole in counted
    )
    parts[Field.PARTICIPANTS.value] = Part(Reading(value, notes), counted[0].column)


def _added(counts: list[Participants], *, whole: bool) -> Participants:
    """Join counts of different people; the first is the whole where the form asks for it too."""
    students = next((count.students for count in counts if count.students is not None), None)
    teachers = next((count.teachers for count in counts if count.teachers is not None), None)
    parents = next((count.parents for count in counts if count.parents is not None), None)
    known = [number for number in (students, teachers, parents) if number is not None]
    total = counts[0].total if whole else (sum(known) if known else None)
    qualifier = next((count.qualifier for count in counts if count.qualifier is not None), None)
    return replace(
        counts[0],
        total=total,
        students=students,
        teachers=teachers,
        parents=parents,
        qualifier=qualifier,
    )


def _join_contacts(parts: dict[str, Part]) -> None:
    contacts = parts.pop(Field.CONTACTS.value, None)
    if contacts is None:
        return
    phones = parts.get(Field.PHONES.value)
    if phones is None or phones.reading == BLANK:
        parts[Field.PHONES.value] = Part(contacts.reading, Field.CONTACTS)


def _split_links(parts: dict[str, Part]) -> None:
    part = parts.get(Field.LINKS.value)
    if part is None or not isinstance(part.reading.value, Links):
        return
    links = part.reading.value
    parts[Field.LINKS.value] = Part(part.reading._replace(value=links.urls), part.column)
    if links.print_media is not None:
        parts["print_media"] = Part(Reading(links.print_media), part.column)


def _name_people(parts: dict[str, Part]) -> None:
    part = parts.get(Field.RESPONSIBLE.value)
    if part is None or not isinstance(part.reading.value, People):
        return
    people = part.reading.value
    notes = part.reading.notes
    if not people.persons and people.role:
        notes += (Remark("role_only", facts={"role": people.role}),)
    parts[Field.RESPONSIBLE.value] = Part(
        part.reading._replace(value=people.persons, notes=notes), part.column
    )
