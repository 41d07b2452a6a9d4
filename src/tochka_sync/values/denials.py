"""Words that take back what a cell says: «8-9 классы (ошибка)», «не Иванова А.П.», «25 чел. - удалить».

A reader that takes a value out of a text passes over what it does not need. These it may not.
"""

import re

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern

_WRONG = (
    r"(?:это\s+)?(?:не\s?верн(?:о|ый|ая|ые)|не\s?правильн(?:о|ый|ая)|ошибка|ошибочн(?:о|ый|ая)|удалить|убрать|стереть|вычеркнуть"
    r"|не\s?актуальн(?:о|ый|ая|ые)|отмен(?:а|[её]н[оаы]?)|не\s+(?:надо|нужно|нужен|участву[ею]т|участвовал[аи]?|проводи(?:ть|тся))"
    r"|было|старое|или\s+нет)"
)
_AFTER = Pattern(rf"[\s(,;/|\[‐-―-]{_WRONG}[)\].!\s]*$", re.IGNORECASE)
_BEFORE = Pattern(rf"^\W*{_WRONG}\s*[:,;–—-]*\s", re.IGNORECASE)
_NO = Pattern(r"[\s(]*[,;/|(‐-―-]\s*нет[)\].!\s]*$|^\W*нет\s*[:,–—-]\s", re.IGNORECASE)
_NOT = Pattern(
    r"^\W*(?:(?:уже|только|больше)\s+)?(?:не|кроме|без|вместо|взамен)\s(?!только)", re.IGNORECASE
)
_OLD = Pattern(
    r"^\W*не\s+(?:[+(]?\d|\S+@)|(?<!\w)(?:стар(?:ый|ая|ые)|не\s+работает|не\s+отвечает|сменил[аи]?|заблокирован\w*)(?!\w)",
    re.IGNORECASE,
)
"""Beside numbers and addresses of which one is not, or no longer, right; «не звонить» is no such word."""
_CUES = (
    *("верн", "правил", "ошиб", "удал", "убрать", "стере", "вычерк", "актуал", "отмен", "не "),
    *("было", "стар", "нет", "кроме", "без ", "вместо", "взамен", "сменил", "заблок"),
)
"""One of these stands in all of that: few cells have any."""
_DENIED = frozenset(
    {
        *(
            Field.AUDIENCE,
            Field.RESPONSIBLE,
            Field.HEAD,
            Field.LEVEL,
            Field.FORMAT,
            Field.SETTLEMENT,
        ),
        *(Field.PHONES, Field.EMAILS, Field.CONTACTS, Field.LINKS, Field.SCHOOL),
    }
)
"""Columns of which a value with «не» before it or «нет» behind it is none."""
_COUNTED = frozenset({Field.PARTICIPANTS, Field.STUDENTS, Field.TEACHERS, Field.PARENTS})
_WORN = frozenset({Field.PHONES, Field.EMAILS, Field.CONTACTS})
_JUDGED = _DENIED | _COUNTED | {Field.DATE, Field.ENDS, Field.TYPES, Field.SUBMITTED_AT}


def takes_back(field: Field, shown: str) -> bool:
    """Tell whether clean text takes back the value that could be read from it."""
    if field not in _JUDGED:
        return False
    low = shown.lower()
    if not any([cue in low for cue in _CUES]):  # noqa: C419 - in half the time
        return False
    if _AFTER.search(shown) or _BEFORE.search(shown):
        return True
    if (field in _DENIED or field in _COUNTED) and _NO.search(shown):
        return True
    if field in _WORN:
        return _OLD.search(shown) is not None
    return field in _DENIED and _NOT.search(shown) is not None
