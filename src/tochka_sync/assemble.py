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
from tochka_sync.values.what import apart
from tochka_sync.values.what.links import Links
from tochka_sync.values.when import weekdays
from tochka_sync.values.when.meaning import iso
from tochka_sync.values.when.spans import EventDate, Precision
from tochka_sync.values.who.people import People


class Part(NamedTuple):
    """What is known of one field of an event, and the column that said it."""

    reading: Reading[Any]
    column: Field


NAMED = (Field.RESPONSIBLE, Field.FIRST_NAME, Field.PATRONYMIC)
"""Columns whose cells, one after another, are one name."""

COUNTED = (Field.STUDENTS, Field.TEACHERS, Field.PARENTS)
"""Columns that count one kind of people each."""

TOGETHER = (
    (Field.DATE, Field.TIME, Field.WEEKDAY, Field.ENDS, Field.ENDS_AT),
    (Field.PARTICIPANTS, *COUNTED),
    (Field.PHONES, Field.CONTACTS),
    NAMED,
)
"""Columns that say one thing between them."""
_MONTH = 31
_LOOSE = frozenset({"approximate", "vague", "too_vague"})
"""Notes on dates that are less exact than their first day."""


def says(column: Field) -> tuple[str, ...]:
    """Return the fields of an event that a column may say, by their names."""
    match column:
        case Field.TIME | Field.WEEKDAY | Field.ENDS | Field.ENDS_AT:
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


LONE = frozenset(column for column in Field if says(column) == (column,)) - {Field.RESPONSIBLE}
"""Columns that alone say one field and all of it: nothing has to be joined or parted."""


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
    parts = {field.value: Part(reading, field) for field, reading in readings.items()}
    if LONE.issuperset(readings):
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
    end = parts.pop(Field.ENDS, None)
    date = parts.get(Field.DATE)
    if end is None or date is None:
        return
    problem = end.reading.problem
    if problem is not None and _says_no_other(problem):
        said = Remark("placeholder", facts=problem.facts, column=Field.ENDS)
        parts[Field.DATE] = noted(date, said)
    elif problem is not None:
        parts[Field.DATE] = date if date.reading.problem is not None else end
    elif date.reading.value is not None and end.reading.value is not None:
        parts[Field.DATE] = _from_to(date.reading, end.reading)


def _from_to(date: Reading[Any], end: Reading[Any]) -> Part:
    """Return one span of two dates, which are there, with the notes on both, or why they are none."""
    since: Any = date.value
    until: Any = end.value
    span = _span(since, until)
    if span.problem is not None:
        return Part(span, Field.ENDS)
    others = [note._replace(column=Field.ENDS) for note in end.notes if note not in date.notes]
    notes = (*date.notes, *others)
    if _is_vague(since, until) and Code.DATE_VAGUE not in {note.code for note in notes}:
        notes += (Remark("vague", Code.DATE_VAGUE),)
    return Part(span._replace(notes=notes), Field.DATE)


def _says_no_other(problem: Remark) -> bool:
    """Tell whether «-» or «нет» stands under «Окончание»: what is still unknown is said in words."""
    said = str(problem.facts.get("text", "")).strip(" .").lower()
    return problem.code is Code.REQUIRED_MISSING and (
        said == "нет" or not any(map(str.isalpha, said))
    )


def noted(part: Part, *notes: Remark) -> Part:
    """Return a part with more to say about it."""
    return part._replace(reading=part.reading._replace(notes=(*part.reading.notes, *notes)))


def _span(since: EventDate, until: EventDate) -> Reading[EventDate]:
    """Return the days from one date to another, as precise as both are."""
    recurrence = since.recurrence or until.recurrence
    if until.end is None or (since.start is None and recurrence is None):
        return refuse(Code.DATE_UNREADABLE, "not_a_date")
    if recurrence != (until.recurrence or recurrence):
        return refuse(Code.DATE_UNREADABLE, "not_a_date")
    if since.start is not None and until.end < since.start:
        return refuse(Code.DATE_IMPOSSIBLE, "range_reversed")
    time = since.time
    if time is not None and until.time is not None:
        time = _hours(time, until.time)
        if since.start == until.end and _runs_back(time):
            return refuse(Code.DATE_IMPOSSIBLE, "range_reversed")
    whole = {since.precision, until.precision} == {Precision.MONTH}
    precision = Precision.MONTH_RANGE if whole else Precision.RANGE
    if recurrence is not None:
        precision = Precision.RECURRING
    elif since.end == until.end and (since.start == until.start or since.dates or since.months):
        return Reading(replace(since, time=time))  # «10, 12, 15 февраля» to the 15th
    elif since.dates or since.months:
        candidates = (iso(since), f"{since.start}/{until.end}")
        return refuse(Code.DATE_AMBIGUOUS, "ambiguous_two_dates", candidates=candidates)
    return Reading(EventDate(since.start, until.end, precision, time, recurrence=recurrence))


def _is_vague(since: EventDate, until: EventDate) -> bool:
    """Tell whether a span is coarser than a month; one from a day to a day is exact."""
    if since.precision is until.precision is Precision.DAY or since.recurrence or until.recurrence:
        return False
    return bool(since.start and until.end and (until.end - since.start).days >= _MONTH)


def _hours(since: str, until: str) -> str:
    """Return the time from one to another, each maybe a run of time."""
    first, last = since.partition("-")[0], until.rpartition("-")[2]
    return first if first == last else f"{first}-{last}"


def _runs_back(time: str) -> bool:
    first, _, last = time.partition("-")
    return bool(last) and last < first


def _join_time(parts: dict[str, Part]) -> None:
    """Put the time of day to the date beside it; one nobody can read is a remark on the date."""
    date = parts.get(Field.DATE)
    columns = [parts.pop(name, None) for name in (Field.TIME, Field.ENDS_AT)]
    if date is None:
        return
    own: str | None = None if date.reading.value is None else date.reading.value.time
    said, notes = own, [*date.reading.notes]
    for part in columns:
        if part is None or part.reading == BLANK:
            continue
        wrong = part.reading.problem
        if wrong is None:
            join = _till if part.column is Field.ENDS_AT else _begins
            heard: Any = part.reading.value
            said, wrong = join(said, heard)
        if wrong is not None:
            notes.append(wrong._replace(column=part.column))
        elif date.reading.value is not None:
            notes += part.reading.notes
    reading = date.reading._replace(notes=tuple(notes))
    if reading.value is not None and said != own:
        reading = reading._replace(value=replace(reading.value, time=said))
    parts[Field.DATE] = date._replace(reading=reading)


def _begins(said: str | None, time: str) -> tuple[str | None, Remark | None]:
    """Return the fuller of the times of a date and of the column beside, or why they are not one."""
    if said is None or time.startswith(said):
        return time, None
    if said.startswith(time):
        return said, None
    facts = {"by": Field.DATE.value}
    return said, Remark("said_twice", Code.VALUE_UNREADABLE, facts, candidates=(time, said))


def _till(said: str | None, until: str) -> tuple[str | None, Remark | None]:
    """Return a time with its end, or the time and why there is no end to it."""
    if said is None:
        return None, Remark("no_beginning", Code.VALUE_UNREADABLE)
    time = _hours(said, until)
    if _runs_back(time):
        return said, Remark("range_reversed", Code.VALUE_UNREADABLE)
    return time, None


def _hold_weekday(parts: dict[str, Part]) -> None:
    """Hold «День недели» against the date beside it: last year's row has last year's weekday."""
    named = parts.pop(Field.WEEKDAY, None)
    date = parts.get(Field.DATE)
    if named is None or date is None or date.reading.value is None:
        return
    if any(note.reason in _LOOSE for note in date.reading.notes):
        return  # «конец сентября – октябрь» begins on no certain day
    wrong = tuple(weekdays.contradicted(named.reading.value or (), date.reading.value))
    if wrong and not any(note.code is Code.DATE_WEEKDAY_MISMATCH for note in date.reading.notes):
        reading = date.reading._replace(notes=(*date.reading.notes, *wrong))
        parts[Field.DATE] = Part(reading, Field.DATE)


def _join_counts(parts: dict[str, Part]) -> None:
    split = [part for field in COUNTED if (part := parts.pop(field, None))]
    if not split:
        return
    whole = parts.get(Field.PARTICIPANTS)
    if whole is not None and whole.reading != BLANK:
        split.insert(0, whole)
    refused = [(part, part.reading.problem.code) for part in split if part.reading.problem]
    # «-» under «педагоги» says that there are none, and takes nothing from the others.
    unread = [part for part, code in refused if code is not Code.REQUIRED_MISSING]
    if unread or len(refused) == len(split):
        parts[Field.PARTICIPANTS] = unread[0] if unread else split[0]
        return
    counted = [part for part in split if part.reading.value is not None]
    if not counted:
        parts[Field.PARTICIPANTS] = split[0]
        return
    notes = tuple(note for part in counted for note in part.reading.notes)
    counts: dict[str, Any] = {part.column.value: part.reading.value for part in counted}
    value = apart.join(counts, counts.pop(Field.PARTICIPANTS, None))
    parts[Field.PARTICIPANTS] = Part(Reading(value, notes), counted[0].column)


def _join_contacts(parts: dict[str, Part]) -> None:
    """Take the phones of «Контакты» with those of «Телефон»; what is wrong there is a remark on these."""
    contacts = parts.pop(Field.CONTACTS, None)
    if contacts is None or contacts.reading == BLANK:
        return
    phones = parts.get(Field.PHONES)
    if phones is None or not _says(phones.reading):
        parts[Field.PHONES] = contacts
        return
    said = contacts.reading
    if phones.reading.value is not None and _says(said):
        value = tuple(dict.fromkeys((*phones.reading.value, *(said.value or ()))))
        phones = phones._replace(reading=phones.reading._replace(value=value))
    notes = said.notes if said.problem is None else (said.problem,) if _says(said) else ()
    notes = tuple([note._replace(column=Field.CONTACTS) for note in notes])
    parts[Field.PHONES] = noted(phones, *notes)


def _says(reading: Reading[Any]) -> bool:
    """Tell whether a cell is neither blank nor a word that stands for a blank one."""
    problem = reading.problem
    return reading != BLANK and (problem is None or problem.code is not Code.REQUIRED_MISSING)


def _split_links(parts: dict[str, Part]) -> None:
    part = parts.get(Field.LINKS)
    if part is None or not isinstance(part.reading.value, Links):
        return
    links = part.reading.value
    parts[Field.LINKS] = Part(part.reading._replace(value=links.urls), part.column)
    if links.print_media is not None:
        parts["print_media"] = Part(Reading(links.print_media), part.column)


def _name_people(parts: dict[str, Part]) -> None:
    part = parts.get(Field.RESPONSIBLE)
    if part is None or not isinstance(part.reading.value, People):
        return
    people = part.reading.value
    notes = part.reading.notes
    if not people.persons:
        notes += (Remark("role_only", facts={"role": people.role}),)
    parts[Field.RESPONSIBLE] = Part(
        part.reading._replace(value=people.persons, notes=notes), part.column
    )
