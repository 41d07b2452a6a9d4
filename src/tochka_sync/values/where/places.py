"""Where an event is held, as people wrote it.

Accepts any text with letters, and a room's number. Refuses formulas and what is plainly something
else (a telephone, a date, a time). «Онлайн» is a place that says the format too.
"""

import re

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import corrections, strays, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, placeholder, refuse
from tochka_sync.values.what import formats
from tochka_sync.values.what.formats import Format

_MEETING = Pattern(
    r"https?://\S*(?:zoom|sferum|telemost|teams|meet|jazz|webinar|ktalk)\S*", re.IGNORECASE
)
_ROOM = Pattern(r"\d{1,3}[а-яa-z]?|[а-яa-z]-?\d{1,3}", re.IGNORECASE)


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read a place."""
    shown = text.clean(cell.text)
    if corrections.is_placeholder(shown):
        return placeholder(shown)
    if text.is_formula(shown):
        return refuse(Code.VALUE_UNREADABLE, "formula_text")
    if shown[:4].lower() == "http" and _MEETING.fullmatch(shown):
        return Reading(shown, also={Field.FORMAT: Format.ONLINE})
    shown, notes = corrections.unmix(shown)
    if any(map(str.isdecimal, shown)) and _ROOM.fullmatch(shown):
        return Reading(shown, notes)
    stray = strays.is_contact_or_date(shown) or strays.is_amount(shown) or strays.is_person(shown)
    if stray or not any(letter.isalpha() for letter in shown):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    if formats.read(cell, context).value is Format.ONLINE:
        return Reading(shown, notes, also={Field.FORMAT: Format.ONLINE})
    return Reading(shown, notes)
