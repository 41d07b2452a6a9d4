"""The columns in which people read the clean entries of a plan: the same in csv and xlsx."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from tochka_sync import discreet, messages
from tochka_sync.exports import clean, words
from tochka_sync.exports.clean import Clean
from tochka_sync.fields import CONTACT_FIELDS, Field
from tochka_sync.messages import Language
from tochka_sync.once import each
from tochka_sync.result import Result, Timing
from tochka_sync.table import a1
from tochka_sync.values.what.contracts import Contract
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.groups import Audience
from tochka_sync.values.who.people import Person

Shown = str | date | int
"""What a cell holds: text, or a day or a number where nothing of it is lost."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The clean entries of a result, ready to be put into cells."""

    headers: tuple[str, ...]
    names: tuple[str, ...]
    """The columns' names in every language."""
    columns: tuple[Sequence[Shown], ...]
    """What each column shows of the entries, one after another."""
    entries: Clean

    @property
    def rows(self) -> Iterator[tuple[Shown, ...]]:
        """Give the same by rows."""
        return zip(*self.columns, strict=True)


def of(result: Result, language: Language) -> Plan:
    """Return the clean entries by columns, without personal data unless it is kept."""
    names = tuple(name for name in _COLUMNS if result.contacts or name not in CONTACT_FIELDS)
    words_, entries = _Words(result, language), clean.of(result)
    return Plan(
        headers=tuple(messages.text(language, f"export.column.{name}") for name in names),
        names=names,
        columns=tuple(_COLUMNS[name](words_, entries) for name in names),
        entries=entries,
    )


def note(language: Language, reason: str) -> str:
    """Return the phrase of a note; one that has none is shown by its name."""
    key = f"note.{reason}"
    return messages.text(language, key) if messages.has(language, key) else reason


def address(result: Result, tab: str, row: int, columns: Mapping[Field, int]) -> str | None:
    """Return what opens the cell of an entry in the sheet; a file has nothing."""
    url = result.tabs[tab].url if result.url and tab in result.tabs else result.url
    if url is None or "#gid=" not in url:
        return url
    return f"{url}&range={a1(row - 1, columns.get(Field.TITLE, 0))}"


class _Words:
    """Puts values of one result into words of one language."""

    def __init__(self, result: Result, language: Language) -> None:
        self.language = language
        self._result = result
        self._names = result.schools.names
        self._area_code = result.plan.area_code

    def school(self, school: str | None) -> str:
        return self._names.get(school, school) if school else ""

    def tab(self, title: str) -> str:
        return discreet.tab(self._result, title)

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

    def timing(self, timing: Timing) -> str:
        """Return whether an entry came in time, and on what evidence: of two reads, between which."""
        said = messages.text(self.language, f"timing.{timing.verdict}")
        if timing.evidence == "none":
            return said
        if timing.after is not None:
            key, facts = "timing.between", {"after": timing.after, "at": timing.at}
        else:
            key, facts = f"timing.evidence.{timing.evidence}", {}
        return f"{said} ({messages.text(self.language, key, **facts)})"

    def notes(self, reasons: Iterable[str]) -> str:
        """Return what was assumed or put right in an entry, in short phrases."""
        return "; ".join(dict.fromkeys(note(self.language, reason) for reason in reasons))


def _time(said: EventDate | None) -> str:
    return (said.time or "").replace("-", "–") if said else ""


def _people(people: Iterable[Person] | None) -> str:
    return ", ".join(map(words.person, people or ()))


def _settlement(settlement: Settlement | None) -> str:
    return words.settlement(settlement) if settlement else ""


def _submitted(said: date | None) -> str:
    match said:
        case None:
            return ""
        case datetime() as moment:
            clock = "%H:%M:%S" if moment.second else "%H:%M"
            return f"{words.day(moment)} {moment:{clock}}"
        case day:
            return words.day(day)


Show = Callable[[_Words, Clean], Sequence[Shown]]
"""How entries are shown in one column."""


def _said(name: str, say: Callable[[_Words, Any], Shown]) -> Show:
    """Put a field in words; a value that many rows share, once."""
    return lambda words_, entries: each(partial(say, words_), entries.values(name))


def _typed(name: str) -> Show:
    return lambda _, entries: [value or "" for value in entries.values(name)]


def _responsible(_: _Words, entries: Clean) -> Sequence[Shown]:
    people = each(_people, entries.values("responsible"))
    return [named or role for named, role in zip(people, entries.roles(), strict=True)]


def _published(_: _Words, entries: Clean) -> Sequence[Shown]:
    return [
        "; ".join((*(links or ()), *([printed] if printed else [])))
        for links, printed in zip(
            entries.values("links"), entries.values("print_media"), strict=True
        )
    ]


_COLUMNS: Mapping[str, Show] = {
    "school": _said("school", _Words.school),
    "title": _typed("title"),
    "types": _said("types", _Words.types),
    "date": _said("date", _Words.when),
    "time": _said("date", lambda _, said: _time(said)),
    "audience": _said("audience", _Words.audience),
    "participating_schools": _said("participating_schools", _Words.schools),
    "participants": _said("participants", _Words.participants),
    "settlement": _said("settlement", lambda _, said: _settlement(said)),
    "place": _typed("place"),
    "level": _said("level", lambda words_, level: words_.choice("level", level)),
    "format": _said("format", lambda words_, format_: words_.choice("format", format_)),
    "responsible": _responsible,
    "phones": _said("phones", _Words.phones),
    "emails": _said("emails", lambda _, emails: ", ".join(emails or ())),
    "contract": _said("contract", _Words.contract),
    "links": _published,
    "submitted_at": _said("submitted_at", lambda _, said: _submitted(said)),
    "timing": lambda words_, entries: each(words_.timing, entries.timings),
    "notes": lambda words_, entries: each(words_.notes, entries.reasons),
    "tab": lambda words_, entries: each(words_.tab, entries.tabs),
    "row": lambda _, entries: entries.rows,
}
"""Column → how entries are shown in it, in the order of the file."""
