"""The clean entries of a result by columns, as tables for people are made of them.

Of a result's own entries no object is made for each row: that takes as long as judging them.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

from tochka_sync import discreet
from tochka_sync.entries import Entries
from tochka_sync.fields import Field
from tochka_sync.findings import Finding
from tochka_sync.once import each
from tochka_sync.result import Entry, Result, Timing
from tochka_sync.values.reading import Remark


class Clean(NamedTuple):
    """What all clean entries say, one after another."""

    values: Callable[[str], Sequence[Any]]
    """What may be told to others of a field in every entry."""
    roles: Callable[[], Sequence[str]]
    """Who is responsible in every entry that names nobody, only a role."""
    tabs: Sequence[str]
    rows: Sequence[int]
    """As the sheet counts: from 1."""
    timings: Sequence[Timing]
    reasons: Sequence[tuple[str, ...]]
    """Why something was assumed or put right."""
    findings: Sequence[tuple[Finding, ...]]
    columns: Sequence[Mapping[Field, int]]
    """Column meaning → zero-based column."""


def of(result: Result) -> Clean:
    """Return the clean entries."""
    if isinstance(result.entries, Entries):
        return _of_columns(result.entries, result)
    return _of_rows([entry for entry in result.entries if entry.clean], result)


def to_mend(result: Result) -> list[int]:
    """Return the places of the entries that are not clean."""
    if isinstance(result.entries, Entries):
        return [place for place, clean in enumerate(result.entries.sift()) if not clean]
    return [place for place, entry in enumerate(result.entries) if not entry.clean]


def _of_columns(entries: Entries, result: Result) -> Clean:
    clean = entries.sift()

    def values(name: str) -> Sequence[Any]:
        own = [
            None if verdict is None else verdict.value
            for verdict in compress(entries.verdicts(name), clean)
        ]
        return discreet.column(name, own, result)

    def roles() -> list[str]:
        verdicts = compress(entries.verdicts("responsible"), clean)
        return each(lambda said: _role(said.part.reading.notes if said else ()), list(verdicts))

    places = list(compress(range(len(clean)), clean))
    own = [entries.tab(place) for place in places]
    return Clean(
        values,
        roles,
        [tab.title for tab in own],
        list(map(entries.row, places)),
        list(compress(entries.timings, clean)),
        list(compress(entries.reasons(), clean)),
        [entries.findings.get(place, ()) for place in places],
        [tab.columns for tab in own],
    )


def _of_rows(entries: Sequence[Entry], result: Result) -> Clean:
    return Clean(
        lambda name: discreet.column(name, [entry.values.get(name) for entry in entries], result),
        lambda: [_role(entry.notes.get("responsible", ())) for entry in entries],
        [entry.tab for entry in entries],
        [entry.row for entry in entries],
        [entry.timing for entry in entries],
        [
            tuple([note.reason for told in entry.notes.values() for note in told])
            for entry in entries
        ],
        [entry.findings for entry in entries],
        [entry.columns for entry in entries],
    )


def _role(notes: Sequence[Remark]) -> str:
    return next((str(note.facts["role"]) for note in notes if note.reason == "role_only"), "")
