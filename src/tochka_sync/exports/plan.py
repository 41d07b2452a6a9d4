"""The columns in which people read the clean entries of a plan: the same in csv and xlsx."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from tochka_sync import messages, shape
from tochka_sync.exports import words
from tochka_sync.fields import CONTACT_FIELDS, Field
from tochka_sync.messages import Language
from tochka_sync.once import once
from tochka_sync.result import Entry, Result, Timeliness
from tochka_sync.table import a1
from tochka_sync.values.what.contracts import Contract
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.audiences import Audience
from tochka_sync.values.who.people import Person

Shown = str | date | int
"""What a cell holds: text, or a day or a number where nothing of it is lost."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The clean entries of a result, ready to be put into cells."""

    headers: tuple[str, ...]
    names: tuple[str, ...]
    """The columns' names in every language."""
    rows: tuple[tuple[Shown, ...], ...]


def of(result: Result, language: Language) -> Plan:
    """Return the clean entries by rows and columns, without personal data unless it is kept."""
    names = tuple(name for name in _COLUMNS if result.contacts or name not in CONTACT_FIELDS)
    words_ = _Words(result, language)
    columns = [_COLUMNS[name](words_) for name in names]
    return Plan(
        headers=tuple(messages.text(language, f"export.column.{name}") for name in names),
        names=names,
        rows=tuple(
            tuple([show(entry, told) for show in columns])
            for entry in result.entries
            if entry.clean
            for told in [shape.told(entry, result)]
        ),
    )


def notes(language: Language, entry: Entry) -> str:
    """Return what was assumed or put right in an entry, in short phrases."""
    reasons = [remark.reason for remarks in entry.notes.values() for remark in remarks]
    return "; ".join(dict.fromkeys(note(language, reason) for reason in reasons))


def note(language: Language, reason: str) -> str:
    """Return the phrase of a note; one that has none is shown by its name."""
    key = f"note.{reason}"
    return messages.text(language, key) if messages.has(language, key) else reason


def timing(language: Language, entry: Entry) -> str:
    """Return whether an entry came in time, and on what evidence."""
    return _timing(language, entry.timing.verdict, entry.timing.evidence)


@cache
def _timing(language: Language, verdict: Timeliness, evidence: str) -> str:
    said = messages.text(language, f"timing.{verdict}")
    if evidence == "none":
        return said
    return f"{said} ({messages.text(language, f'timing.evidence.{evidence}')})"


def address(result: Result, entry: Entry) -> str | None:
    """Return what opens an entry's cell in the sheet; a file has nothing."""
    if result.url is None or "#gid=" not in result.url:
        return result.url
    return f"{result.url}&range={a1(entry.row - 1, entry.columns.get(Field.TITLE, 0))}"


class _Words:
    """Puts values of one result into words of one language."""

    def __init__(self, result: Result, language: Language) -> None:
        self.language = language
        self._names = result.standings.names
        self._area_code = result.plan.area_code

    def school(self, school: str | None) -> str:
        return self._names.get(school, school) if school else ""

    def schools(self, ids: Iterable[str] | None) -> str:
        return ", ".join(self.school(school) for school in ids or ())

    def choice(self, kind: str, value: str | None) -> str:
        return messages.text(self.language, f"export.{kind}.{value}") if value else ""

    def phones(self, numbers: Iterable[str] | None) -> str:
        return ", ".join(words.phone(number, self._area_code) for number in numbers or ())

    def types(self, types: Iterable[str] | None) -> str:
        return ", ".join(self.choice("types", each) for each in types or ())

    def when(self, said: EventDate | None) -> Shown:
        if said is None:
            return ""
        if said.precision is Precision.DAY and said.start is not None:
            return said.start
        return words.when(said, self.language)

    def audience(self, audience: Audience | None) -> str:
        return words.audience(audience, self.language) if audience else ""

    def participants(self, count: Participants | None) -> Shown:
        if count is None:
            return ""
        shown = words.participants(count, self.language)
        return int(shown) if shown.isdecimal() else shown

    def contract(self, contract: Contract | None) -> str:
        return words.contract(contract, self.language) if contract else ""


def _time(said: EventDate | None) -> str:
    return (said.time or "").replace("-", "–") if said else ""


def _people(people: Iterable[Person] | None) -> str:
    return ", ".join(map(words.person, people or ()))


def _settlement(settlement: Settlement | None) -> str:
    return words.settlement(settlement) if settlement else ""


def _published(told: Mapping[str, Any]) -> str:
    printed = told.get("print_media")
    return "; ".join((*(told.get("links") or ()), *([printed] if printed else [])))


def _submitted(said: date | None) -> str:
    match said:
        case None:
            return ""
        case datetime() as moment:
            return f"{words.day(moment)} {moment:%H:%M}"
        case day:
            return words.day(day)


Show = Callable[[Entry, Mapping[str, Any]], Shown]
"""How an entry is shown in one column: by the entry and what may be told of it."""


def _said(name: str, say: Callable[[Any], Shown]) -> Show:
    """Put a field in words; a value that many rows share, once."""
    say_once = once(say)
    return lambda _, told: say_once(told.get(name))


def _typed(name: str) -> Show:
    return lambda _, told: told.get(name) or ""


_COLUMNS: Mapping[str, Callable[[_Words], Show]] = {
    "school": lambda words_: _said("school", words_.school),
    "title": lambda _: _typed("title"),
    "types": lambda words_: _said("types", words_.types),
    "date": lambda words_: _said("date", words_.when),
    "time": lambda _: _said("date", _time),
    "audience": lambda words_: _said("audience", words_.audience),
    "participating_schools": lambda words_: _said("participating_schools", words_.schools),
    "participants": lambda words_: _said("participants", words_.participants),
    "settlement": lambda _: _said("settlement", _settlement),
    "place": lambda _: _typed("place"),
    "level": lambda words_: _said("level", partial(words_.choice, "level")),
    "format": lambda words_: _said("format", partial(words_.choice, "format")),
    "responsible": lambda _: _said("responsible", _people),
    "phones": lambda words_: _said("phones", words_.phones),
    "emails": lambda _: _said("emails", lambda emails: ", ".join(emails or ())),
    "contract": lambda words_: _said("contract", words_.contract),
    "links": lambda _: lambda _, told: _published(told),
    "submitted_at": lambda _: _said("submitted_at", _submitted),
    "timing": lambda words_: lambda entry, _: timing(words_.language, entry),
    "notes": lambda words_: lambda entry, _: notes(words_.language, entry),
    "tab": lambda _: lambda entry, _: entry.tab,
    "row": lambda _: lambda entry, _: entry.row,
}
"""Column → how an entry is shown in it, in the order of the file."""
