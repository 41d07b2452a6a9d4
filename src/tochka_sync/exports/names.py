"""What an entry is called in files that are read again and again: its name outlasts edits.

With a history the name is the entry's own, whatever becomes of its row. Without one it is made of
the school and the title, never of the row's number; entries of one title are told apart by day.
"""

import uuid
from collections import Counter
from datetime import UTC, date

from tochka_sync.result import Entry, Result
from tochka_sync.values.text import fold
from tochka_sync.values.when.dates import EventDate

_OURS = uuid.UUID("d5845c2d-ae95-4fa1-9be1-c1681be962a5")


def of(result: Result) -> tuple[str, ...]:
    """Return the lasting names of all entries, in their order; no two are alike."""
    known = _remembered(result)
    names = {_place(entry): name for entry, name in _described(result)} | known
    return tuple(_name(names[_place(entry)]) for entry in result.entries)


def part(name: str, day: date) -> str:
    """Return the name of one day of an event that has several."""
    return _name(f"{name}\x1f{day.isoformat()}")


def _place(entry: Entry) -> tuple[str, int]:
    return entry.tab, entry.row


def _remembered(result: Result) -> dict[tuple[str, int], str]:
    """Return what the history calls the entries, by tab and row. Its first read tells it from any other."""
    meeting = result.meeting
    if meeting is None:
        return {}
    began = meeting.began.astimezone(UTC).isoformat()
    met = meeting.places.items()
    return {place: f"{began}\x1f{each.id}" for place, each in met if each.id is not None}


def _described(result: Result) -> list[tuple[Entry, str]]:
    plan = result.origin.spreadsheet or result.plan.title
    seen: Counter[str] = Counter()
    described = []
    for entry in sorted(result.entries, key=_day):  # stable: of one day, the first is the first
        school, title = entry.values.get("school"), entry.values.get("title")
        about = "\x1f".join((plan, result.plan.school_year, school or "", fold(title or "")))
        seen[about] += 1
        described.append((entry, f"{about}\x1f{seen[about]}"))
    return described


def _day(entry: Entry) -> date:
    when = entry.values.get("date")
    return (when.start if isinstance(when, EventDate) else None) or date.max


def _name(about: str) -> str:
    return str(uuid.uuid5(_OURS, about.encode("utf-8", "backslashreplace").decode()))
