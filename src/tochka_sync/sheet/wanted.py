"""What a tab is asked for, and the headings known in it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from tochka_sync.fields import Field
from tochka_sync.sheet import headings
from tochka_sync.sheet.headings import Meaning

_OF_SCHOOLS = frozenset(
    {
        Field.NUMBER,
        Field.SCHOOL,
        Field.SETTLEMENT,
        Field.CENTRE_OPENED,
        Field.EMAILS,
        Field.PHONES,
        Field.CONTACTS,
        Field.HEAD,
        Field.REMARK,
        Field.SUBMITTED_AT,
    }
)
_OF_EVENTS = frozenset(Field) - {Field.CENTRE_OPENED, Field.HEAD}


class Kind(StrEnum):
    """What the rows of a tab are."""

    EVENTS = "events"
    SCHOOLS = "schools"


class Wanted(NamedTuple):
    """What the configuration says of a tab, and which fields it needs."""

    aliases: Mapping[Field, tuple[str, ...]] = {}
    """Headings added to those the program knows."""
    header_row: int | None = None
    """As the sheet counts: from 1."""
    required: frozenset[Field] = frozenset()
    kind: Kind = Kind.EVENTS
    year: int | None = None
    """The September year of the plan, where titles are to be held against it."""


class Lexicon:
    """The headings known in one tab: the configuration's, then the program's own."""

    def __init__(self, wanted: Wanted) -> None:
        self._schools = wanted.kind is Kind.SCHOOLS
        self._added = {
            headings.key(alias): name
            for name, aliases in wanted.aliases.items()
            for alias in aliases
        }

    def added(self, heading: str) -> Meaning | None:
        """Return what the configuration says a heading means, if it does."""
        if not self._added or len(heading) > headings.LONGEST:
            return None
        field = self._added.get(headings.key(heading))
        return None if field is None else Meaning((field,))

    def read(self, heading: str) -> Meaning | None:
        """Return what a heading means in this tab, if anything."""
        if not heading or len(heading) > headings.LONGEST:
            return None
        if added := self.added(heading):
            return added
        known = headings.meaning(heading)
        if known is None:
            return None
        allowed = _OF_SCHOOLS if self._schools else _OF_EVENTS
        fields = tuple(one for one in known.fields if one in allowed)
        if self._schools and Field.RESPONSIBLE in known.fields:
            fields = (Field.HEAD,)
        return known._replace(fields=fields, weak=len(known.fields) > 1) if fields else None
