"""Phones and e-mails in one cell: of a column of «Контакты», or phones that stand with the e-mails."""

import re

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, placeholder
from tochka_sync.values.who import emails, phones

_FIGURES = Pattern(r"\d(?:[\s().–-]{0,3}\d){4}")
_EMAIL = Pattern(r"(?<![^\s,;<>()])[^\s,;<>()]*@[^\s,;<>()]*")


def read(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read phones as the value and e-mails as values said in passing.

    Whatever holds an @ is read as an e-mail, the rest as phones; a refusal of either is kept.
    """
    shown = text.clean(cell.text)
    if text.is_placeholder(shown):
        return placeholder(shown)
    addresses = _EMAIL.findall(shown)
    if not addresses:
        return phones.read(cell, context)
    read_emails = emails.read(Cell("; ".join(addresses)), context)
    if read_emails.problem is not None:
        return Reading(problem=read_emails.problem)
    rest = _EMAIL.sub(" ", shown).strip(" ,;<>()")
    read_phones: Reading[tuple[str, ...]] = Reading()
    if re.search(r"\d{3}", rest):
        read_phones = phones.read(Cell(rest), context)
    return Reading(
        read_phones.value,
        read_phones.notes + read_emails.notes,
        read_phones.problem,
        {Field.EMAILS: read_emails.value},
    )


def read_emails(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read e-mails; phones beside them are values said in passing."""
    reading = emails.read(cell, context)
    if reading.value is None or not _FIGURES.search(cell.text):
        return reading
    beside = phones.read(Cell(_EMAIL.sub(" ", text.clean(cell.text)).strip(" ,;<>()")), context)
    return reading if beside.value is None else reading._replace(also={Field.PHONES: beside.value})
