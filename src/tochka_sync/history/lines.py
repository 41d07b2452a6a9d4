"""The rows of the events tab by the meaning of their columns, so that moved columns change nothing.

Numbers of rows are left out: they are nobody's identity.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Self

from tochka_sync import privacy
from tochka_sync.fields import CONTACT_FIELDS, Field
from tochka_sync.history.meeting import Column
from tochka_sync.history.portraits import Portrait, hidden
from tochka_sync.result import Entry
from tochka_sync.sheet.form import Form
from tochka_sync.table import Table, letters
from tochka_sync.values.text import fold
from tochka_sync.values.when.dates import EventDate

_OWN = frozenset({Field.SCHOOL, Field.TITLE, Field.DATE})
"""Columns a portrait has a place of its own for."""


class Lines:
    """Reads rows by their columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)
        told = sorted((each for each in columns if not each.numbers), key=_key)
        self._whole = tuple((each.index, f"\x1f{each.key}=") for each in told)
        self._cells = tuple(each.index for each in told)
        self._people = tuple(each.index for each in told if each.personal)
        self._rest = tuple(
            (each.index, each.key) for each in told if not each.personal and each.key not in _OWN
        )

    @classmethod
    def of(cls, form: Form) -> Self:
        """Take the columns of a form that was recognised."""
        # A column that is read for a field has the field's name, whatever stands before it.
        seen = Counter(str(column.field) for column in form.columns if column.field)
        columns = []
        for column in form.columns:
            key = str(column.about or hidden(column.header) or letters(column.index))
            if not column.field:
                seen[key] += 1
                key = key if seen[key] == 1 else f"{key} {seen[key]}"
            personal = column.about in CONTACT_FIELDS
            columns.append(Column(key, column.index, column.header, personal))
        return cls(columns)

    def whole(self, texts: Sequence[str]) -> str:
        """Return a row to the letter, contacts included; blank cells say nothing."""
        length = len(texts)
        return "".join(
            key + text
            for index, key in self._whole
            if index < length and (text := texts[index].strip())
        )

    def cells(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return what is in a row, whatever its columns are taken for."""
        shown = (texts[index].strip() for index in self._cells if index < len(texts))
        return tuple(sorted(filter(None, shown)))

    def people(self, texts: Sequence[str]) -> str:
        """Return the contacts of a row, for comparing."""
        return _folded(" ".join(texts[index] for index in self._people if index < len(texts)))

    def portrait(self, entry: Entry) -> Portrait:
        """Return what an entry is known again by."""
        rest = {
            key: text
            for index, key in self._rest
            if index < len(entry.texts) and (text := hidden(entry.texts[index]))
        }
        return Portrait(
            school=entry.values.get("school") or hidden(_text(entry, Field.SCHOOL)),
            title=privacy.mask(_text(entry, Field.TITLE).strip()),
            date=_date(entry),
            rest=rest,
            people=self.people(entry.texts),
        )


def texts(table: Table, row: int) -> tuple[str, ...]:
    """Return a row's texts by its number in the sheet."""
    return tuple(table.text(row - 1, column) for column in range(table.width))


def merged(table: Table) -> Mapping[int, Mapping[int, str]]:
    """Return what merged cells show, by sheet row and column: to merge them is no change."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for merge in table.merges:
        text = table.text(merge.top, merge.left)
        for row in range(merge.top, min(merge.bottom, table.height)):
            found[row + 1] |= dict.fromkeys(range(merge.left, min(merge.right, table.width)), text)
    return found


def spread(texts: Sequence[str], over: Mapping[int, str] | None) -> Sequence[str]:
    """Return the texts of a row with those of its merged cells."""
    if not over:
        return texts
    return [text or over.get(column, "") for column, text in enumerate(texts)]


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return fold(text)


def _key(column: Column) -> str:
    return column.key


def _text(entry: Entry, name: Field) -> str:
    column = entry.columns.get(name)
    return "" if column is None or column >= len(entry.texts) else entry.texts[column]


def _date(entry: Entry) -> str:
    value = entry.values.get("date")
    if isinstance(value, EventDate) and (value.start or value.end):
        start, end = value.start or value.end, value.end or value.start
        return f"{start}/{end}"
    return hidden(_text(entry, Field.DATE))
