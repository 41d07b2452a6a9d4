"""What of an entry may be told to others.

Unless contacts are kept, the fields of people are left out and people are hidden in free text.
"""

from collections.abc import Sequence
from typing import Any

from tochka_sync import privacy
from tochka_sync.fields import CONTACT_FIELDS
from tochka_sync.models.event import Event
from tochka_sync.once import each
from tochka_sync.result import Entry, Result

FREE = frozenset({"title", "place", "links", "print_media"})
"""Fields in which people may be named by the way."""

_FIELDS = tuple(Event.model_fields)
_TOLD = tuple(name for name in _FIELDS if name not in CONTACT_FIELDS)


def told(entry: Entry, result: Result) -> dict[str, Any]:
    """Return the values of an entry."""
    get = entry.values.get
    if result.contacts:
        return {name: value for name in _FIELDS if (value := get(name)) is not None}
    return {
        name: _hidden(value) if name in FREE else value
        for name in _TOLD
        if (value := get(name)) is not None
    }


def column(name: str, values: Sequence[Any], result: Result) -> Sequence[Any]:
    """Return what was read of one field in many entries."""
    if result.contacts:
        return values
    if name in CONTACT_FIELDS:
        return [None] * len(values)
    return each(lambda value: value and _hidden(value), values) if name in FREE else values


def title(entry: Entry, result: Result) -> str:
    """Return what an entry is called."""
    called: str = entry.values.get("title") or ""
    return called if result.contacts else privacy.masked(called)


def tab(result: Result, title: str) -> str:
    """Return what a tab is called: one that bears a person's name has its place among the tabs instead."""
    shown = title if result.contacts else privacy.called(title)
    if shown == title or title not in result.tabs:
        return shown
    return f"{shown} ({list(result.tabs).index(title) + 1})"


def _hidden(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return privacy.masked(value)
    return tuple([privacy.masked(each) for each in value])
