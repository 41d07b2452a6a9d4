"""Which other column a refused cell belongs in.

The only module that looks at a text from all sides. Sure readings of the whole cell only: a phone,
an address, a link, a name with initials, a school, grades, a date. Asked only after the column's
own reader refused.
"""

import re
from collections.abc import Callable, Mapping

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import months, strays, text
from tochka_sync.values.context import Context
from tochka_sync.values.what import links
from tochka_sync.values.when import dates
from tochka_sync.values.where import schools
from tochka_sync.values.who import emails, named, people, phones

_ALIKE: Mapping[Field, frozenset[Field]] = {
    Field.PARTICIPATING_SCHOOLS: frozenset({Field.SCHOOL}),
    Field.TIME: frozenset({Field.DATE}),
    Field.SUBMITTED_AT: frozenset({Field.DATE}),
    Field.CENTRE_OPENED: frozenset({Field.DATE}),
    Field.CONTACTS: frozenset({Field.PHONES, Field.EMAILS}),
    Field.HEAD: frozenset({Field.RESPONSIBLE}),
    Field.CONTRACT: frozenset({Field.DATE}),
}
"""Column → the columns whose values it may hold itself."""

_PHONE = Pattern(
    r"(?:(?:тел|моб|сот)\w*\.?:?\s*)?(?:\+?[78][\s(-]*\d{3,5}[\s)-]*[\d\s-]{5,10}|9\d{9})",
    re.IGNORECASE,
)
_LINK = Pattern(r"(?:https?://|www\.)\S+|(?:vk\.com|t\.me|ok\.ru)/\S+", re.IGNORECASE)
_SITE = Pattern(r"(?:[\w-]+\.)+(?:ru|рф|com)(?:/\S*)?")
_INITIALS = r"[А-ЯЁ]\.(?:\s?[А-ЯЁ](?![а-яёҕҥөһү])\.?)?"
_SURNAME = r"[А-ЯЁҔҤӨҺҮ][а-яёҕҥөһү]+(?:-[А-ЯЁ][а-яё]+)?"
# Atomic, as are the spaces: what can be cut in one way only is never cut anew.
_NAME = rf"(?>{_SURNAME}\s?{_INITIALS}|{_INITIALS}\s?{_SURNAME}|{_SURNAME}\s\w+\s\w+(?:вич|вна|ична|ич))"
_PERSON = Pattern(rf"{_NAME}(?>(?:(?:\s?[,;]|\sи)?\s*+{_NAME})*)")
_SHORTENED = Pattern(rf"[А-ЯЁ][а-яё]?\.\s?{_SURNAME}")
"""«Б. Хатыми» is a village as well as a person of one initial."""
_GRADES = Pattern(
    r"(?:(?:для\s+)?(?:уч[а-я]*|обуч[а-я]*|школьники|ученики)\.?\s+)?"
    rf"(?:1[01]|[1-9])(?:\s*(?:[,и{text.DASH[1:]}-]|по)\s*(?:1[01]|[1-9])){{0,6}}\s*-?(?:х|е|й)?\s*кл(?:\.|асс(?:ы|ов|а|ам)?)?",
    re.IGNORECASE,
)
_SCHOOL = Pattern(r"(?:сош|оош|нош|школ|гимнази|лице|тсши|уиоп|м[бк]?оу)", re.IGNORECASE)
_DATE = Pattern(
    r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{months.BEGINNING})[а-я]*",
    re.IGNORECASE,
)


def find(shown: str, field: Field, context: Context) -> Field | None:
    """Return the column whose value the whole text plainly is; never `field` or one like it."""
    cleaned = text.clean(shown)
    home = _looks(cleaned)
    if home is None or home is field or home in _ALIKE.get(field, ()):
        return None
    if field is Field.SETTLEMENT and home is Field.RESPONSIBLE and _SHORTENED.fullmatch(cleaned):
        return None
    return home if _SURE[home](Cell(cleaned), context) else None


def _looks(shown: str) -> Field | None:
    """Return the only column whose value a text may be, by its shape.

    A sign that each has is looked for first: the expressions are costly to compile.
    """
    figure, dot = any(map(str.isdecimal, shown)), "." in shown
    if "@" in shown:
        return Field.EMAILS
    if (dot or "/" in shown) and (_LINK.match(shown) or _SITE.fullmatch(shown)):
        return Field.LINKS
    if figure and _PHONE.match(shown):
        return Field.PHONES
    if figure and "кл" in shown.lower() and _GRADES.fullmatch(shown):
        return Field.AUDIENCE
    if (dot or "ич" in shown or "вна" in shown) and _PERSON.fullmatch(shown):
        return Field.RESPONSIBLE
    if not figure and (named.is_name(shown) or strays.is_person(shown)):
        return Field.RESPONSIBLE
    if _SCHOOL.search(shown):
        return Field.SCHOOL
    return Field.DATE if figure and _DATE.match(shown) else None


def _is_link(cell: Cell, context: Context) -> bool:
    found = links.read(cell, context).value
    return bool(found and found.urls)


def _is_person(cell: Cell, context: Context) -> bool:
    named = people.read(cell, context).value
    return bool(named and named.persons)


def _is_only_phones(cell: Cell, context: Context) -> bool:
    reading = phones.read(cell, context)
    return bool(reading.value) and all(note.reason != "caption" for note in reading.notes)


_SURE: Mapping[Field, Callable[[Cell, Context], bool]] = {
    Field.EMAILS: lambda cell, context: bool(emails.read(cell, context).value),
    Field.LINKS: _is_link,
    Field.PHONES: _is_only_phones,
    Field.AUDIENCE: lambda _cell, _context: True,
    Field.RESPONSIBLE: _is_person,
    Field.SCHOOL: lambda cell, context: bool(schools.read(cell, context).value),
    Field.DATE: lambda cell, context: bool(dates.read(cell, context).value),
}
"""Column → whether its reader takes the whole text."""
