"""The columns in which people read the clean entries of a plan: the same in csv and xlsx."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tochka_sync import messages, shape
from tochka_sync.exports import words
from tochka_sync.fields import CONTACT_FIELDS, Field
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.result import Entry, Result
from tochka_sync.table import a1
from tochka_sync.values.when.dates import Precision

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
    shown = _Words(result, language)
    return Plan(
        headers=tuple(messages.text(language, f"export.column.{name}") for name in names),
        names=names,
        rows=tuple(
            tuple(_COLUMNS[name](shown, entry, event) for name in names)
            for entry in result.entries
            if entry.clean
            for event in [Event.model_construct(**shape.told(entry, result))]
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
    verdict = messages.text(language, f"timing.{entry.timing.verdict}")
    if entry.timing.evidence == "none":
        return verdict
    return f"{verdict} ({messages.text(language, f'timing.evidence.{entry.timing.evidence}')})"


def address(result: Result, entry: Entry) -> str | None:
    """Return what opens an entry's cell in the sheet; a file has nothing."""
    if result.url is None or "#gid=" not in result.url:
        return result.url
    return f"{result.url}&range={a1(entry.row - 1, entry.columns.get(Field.TITLE, 0))}"


class _Words:
    """Puts values of one result into words of one language."""

    def __init__(self, result: Result, language: Language) -> None:
        self.language = language
        self._names = {report.school.id: report.school.name for report in result.schools}
        self._area_code = result.plan.area_code

    def school(self, school: str | None) -> str:
        return self._names.get(school, school) if school else ""

    def schools(self, ids: Iterable[str] | None) -> str:
        return ", ".join(self.school(school) for school in ids or ())

    def choice(self, kind: str, value: str | None) -> str:
        return messages.text(self.language, f"export.{kind}.{value}") if value else ""

    def phones(self, numbers: Iterable[str] | None) -> str:
        return ", ".join(words.phone(number, self._area_code) for number in numbers or ())

    def when(self, event: Event) -> Shown:
        if event.date is None:
            return ""
        if event.date.precision is Precision.DAY and event.date.start is not None:
            return event.date.start
        return words.when(event.date, self.language)

    def participants(self, event: Event) -> Shown:
        if event.participants is None:
            return ""
        shown = words.participants(event.participants, self.language)
        return int(shown) if shown.isdecimal() else shown


def _submitted(event: Event) -> str:
    match event.submitted_at:
        case None:
            return ""
        case datetime() as moment:
            return f"{words.day(moment)} {moment:%H:%M}"
        case day:
            return words.day(day)


_COLUMNS: Mapping[str, Callable[[_Words, Entry, Event], Shown]] = {
    "school": lambda words_, _, event: words_.school(event.school),
    "title": lambda _, __, event: event.title or "",
    "types": lambda words_, _, event: ", ".join(
        words_.choice("types", each) for each in event.types or ()
    ),
    "date": lambda words_, _, event: words_.when(event),
    "time": lambda _, __, event: (event.date.time or "").replace("-", "–") if event.date else "",
    "audience": lambda words_, _, event: (
        words.audience(event.audience, words_.language) if event.audience else ""
    ),
    "participating_schools": lambda words_, _, event: words_.schools(event.participating_schools),
    "participants": lambda words_, _, event: words_.participants(event),
    "settlement": lambda _, __, event: (
        words.settlement(event.settlement) if event.settlement else ""
    ),
    "place": lambda _, __, event: event.place or "",
    "level": lambda words_, _, event: words_.choice("level", event.level),
    "format": lambda words_, _, event: words_.choice("format", event.format),
    "responsible": lambda _, __, event: ", ".join(map(words.person, event.responsible or ())),
    "phones": lambda words_, _, event: words_.phones(event.phones),
    "emails": lambda _, __, event: ", ".join(event.emails or ()),
    "contract": lambda words_, _, event: (
        words.contract(event.contract, words_.language) if event.contract else ""
    ),
    "links": lambda _, __, event: "; ".join(
        (*(event.links or ()), *([event.print_media] if event.print_media else []))
    ),
    "submitted_at": lambda _, __, event: _submitted(event),
    "timing": lambda words_, entry, _: timing(words_.language, entry),
    "notes": lambda words_, entry, _: notes(words_.language, entry),
    "tab": lambda _, entry, __: entry.tab,
    "row": lambda _, entry, __: entry.row,
}
"""Column → how an entry's value is shown in it, in the order of the file."""
