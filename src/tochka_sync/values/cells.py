"""One cell of one column, read once: which reader a column has, and what holds for every cell."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import corrections, denials, layout, misplaced, text, wrapping
from tochka_sync.values.context import Context
from tochka_sync.values.reading import BLANK, Reading, Remark, refuse
from tochka_sync.values.what import contracts, counts, links, remarks, titles, types
from tochka_sync.values.when import dates, hours, stamps, weekdays, years
from tochka_sync.values.where import places, schools, settlements
from tochka_sync.values.who import audiences, contacts, people, phones

READERS: Mapping[Field, Callable[[Cell, Context], Reading[Any]]] = {
    Field.SCHOOL: schools.read,
    Field.TITLE: titles.read,
    Field.TYPES: types.read,
    Field.DATE: dates.read,
    Field.TIME: hours.read,
    Field.WEEKDAY: weekdays.read,
    Field.ENDS: dates.read,
    Field.ENDS_AT: hours.read_end,
    Field.AUDIENCE: audiences.read,
    Field.PARTICIPATING_SCHOOLS: schools.read_list,
    Field.PARTICIPANTS: counts.read,
    Field.STUDENTS: counts.read_students,
    Field.TEACHERS: counts.read_teachers,
    Field.PARENTS: counts.read_parents,
    Field.SETTLEMENT: settlements.read,
    Field.PLACE: places.read,
    Field.LEVEL: types.read_level,
    Field.FORMAT: types.read_format,
    Field.RESPONSIBLE: people.read,
    Field.FIRST_NAME: people.read,
    Field.PATRONYMIC: people.read,
    Field.PHONES: phones.read,
    Field.EMAILS: contacts.read_emails,
    Field.CONTACTS: contacts.read,
    Field.LINKS: links.read,
    Field.CONTRACT: contracts.read,
    Field.SUBMITTED_AT: stamps.read,
    Field.REMARK: remarks.read,
    Field.HEAD: people.read,
    Field.CENTRE_OPENED: years.read,
}
"""Columns without a reader (numbers, content, results) are kept as they are typed."""

_LONGEST = 2000
"""Characters beyond which a cell is no value; some readers look at every pair of words."""

_AS_TYPED = frozenset({Field.TITLE, Field.PLACE, Field.REMARK})
"""Columns whose words are the author's."""
_PICTURED = _AS_TYPED | {Field.CONTRACT}
"""Columns whose pictures are the author's to keep, or say «yes»."""

_FREE = frozenset({Field.PLACE, Field.REMARK})
"""Columns of plain text, as long as one likes."""

_OF_KNOWN_WORDS = frozenset(
    {
        *(Field.SCHOOL, Field.PARTICIPATING_SCHOOLS, Field.TYPES, Field.LEVEL, Field.FORMAT),
        *(Field.DATE, Field.ENDS, Field.TIME, Field.ENDS_AT, Field.CONTRACT),
        *(Field.AUDIENCE, Field.PARTICIPANTS, Field.STUDENTS, Field.TEACHERS, Field.PARENTS),
    }
)
"""Columns in which words typed on the keys of another alphabet can only be known ones."""

_CUT_WORD = Pattern(r"(?<=[а-яё])-\n(?=[а-яё])")
"""A word cut by the end of a line."""

_UNREADABLE = frozenset(
    {
        Code.VALUE_UNREADABLE,
        Code.DATE_UNREADABLE,
        Code.SCHOOL_UNKNOWN,
        Code.PHONE_INVALID,
        Code.EMAIL_INVALID,
        Code.LINK_INVALID,
    }
)
"""Refusals that may only mean the value stands in the wrong column."""


class Reader:
    """Reads cells of one plan."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, field: Field, cell: Cell) -> Reading[Any]:
        """Return what a column's cell says; a column without a reader says nothing."""
        return read(field, cell, self._context)


def read(field: Field, cell: Cell, context: Context) -> Reading[Any]:
    """Read one cell: blanks and the sheet's own errors are the same in every column."""
    reader = READERS.get(field)
    if reader is None:
        return BLANK
    tidy = text.tidy(cell.text if field in _PICTURED else text.plain(cell.text))
    tidy = tidy if field in _AS_TYPED else wrapping.off(text.hyphened(tidy), field)
    if tidy != cell.text:
        cell = cell._replace(text=tidy)
    shown = text.clean(cell.text)
    if not shown and cell.value is None and cell.link is None:
        return BLANK
    if cell.error or text.is_error(shown):
        return refuse(Code.SPREADSHEET_ERROR, "spreadsheet_error")
    if len(cell.text) > _LONGEST:
        if field in _FREE:
            return reader(cell, context)
        return refuse(Code.VALUE_UNREADABLE, "too_long", n=len(cell.text), most=_LONGEST)
    reading = reader(cell, context)
    problem = reading.problem
    if problem is None and denials.takes_back(field, shown):
        return refuse(Code.VALUE_UNREADABLE, "taken_back")
    if problem is None or problem.code not in _UNREADABLE or problem.suggestion:
        return reading
    for meant, notes in (
        _otherwise(field, cell.text) if cell.value is None and cell.link is None else ()
    ):
        again = reader(Cell(meant), context)
        if again.value is not None:
            return again._replace(notes=(*notes, *again.notes))
    home = misplaced.find(shown, field, context)
    if home is None or home is field:
        return reading
    return refuse(Code.MISPLACED_VALUE, "misplaced_value", belongs=home.value)


def _otherwise(field: Field, shown: str) -> Iterator[tuple[str, tuple[Remark, ...]]]:
    """Give a cell nobody can read as it may have been meant, and what to say of that."""
    bare = text.unstopped(shown)
    if bare != shown and field is not Field.LINKS:  # «https://vk.com/wall-1_…» is cut short
        yield bare, ()
    if "-\n" in shown:
        yield _CUT_WORD.sub("", shown), ()
        yield _CUT_WORD.sub("-", shown), ()
    if field in _OF_KNOWN_WORDS and (typed := layout.russian(shown)) != shown:
        yield typed, corrections.changed(shown, typed, "typo_fixed")
