"""The clean plan as a person reads it: by months, an event a row, nothing that only a program needs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tochka_sync import messages
from tochka_sync.drawings import months
from tochka_sync.exports import measures, plan
from tochka_sync.messages import Language
from tochka_sync.reports.said import web
from tochka_sync.result import Entry, Result
from tochka_sync.values.when.dates import EventDate

_MOST = 1000
"""How many events a page shows; a plan of a hundred schools has fewer."""
_ABOUT = ("types", "format", "level")
_WHO = ("audience", "participants")
_PEOPLE = ("responsible", "phones", "emails")
_PUBLISHED = "; "


@dataclass(frozen=True, slots=True)
class Link:
    """A publication: its text, and its address where it is one of the web."""

    text: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event in words."""

    when: str
    time: str
    title: str
    about: str
    who: str
    joined: str
    where: str
    school: str
    people: str
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The events by month, those without a month last."""

    months: Mapping[date | None, Sequence[Event]]
    language: Language
    total: int
    contacts: bool

    @property
    def more(self) -> int:
        """How many events are not shown."""
        return self.total - sum(map(len, self.months.values()))

    def name(self, first: date | None) -> str:
        """Return the name of a month."""
        if first is None:
            return messages.text(self.language, "html.no-month")
        return months.name(first, self.language)


def of(result: Result, language: Language) -> Agenda:
    """Return the clean entries in the order of their days."""
    starts = {at: _start(entry) for at, entry in enumerate(result.entries) if entry.clean}
    first = sorted(starts, key=lambda at: (starts[at] is None, starts[at] or date.max))[:_MOST]
    shown = plan.of(result._replace(entries=tuple(result.entries[at] for at in first)), language)
    by_month: dict[date | None, list[Event]] = {}
    for at, row in zip(first, shown.rows, strict=True):
        texts = {name: measures.text(cell) for name, cell in zip(shown.names, row, strict=True)}
        start = starts[at]
        by_month.setdefault(start and start.replace(day=1), []).append(_event(texts))
    return Agenda(by_month, language, len(starts), result.contacts)


def _start(entry: Entry) -> date | None:
    when = entry.values.get("date")
    return when.start if isinstance(when, EventDate) else None


def _event(texts: Mapping[str, str]) -> Event:
    return Event(
        when=texts["date"],
        time=texts["time"],
        title=texts["title"],
        about=_joined(texts, _ABOUT),
        who=_joined(texts, _WHO),
        joined=texts["participating_schools"],
        where=_elsewhere(texts),
        school=texts["school"],
        people=_joined(texts, _PEOPLE),
        links=[Link(each, web(each)) for each in texts["links"].split(_PUBLISHED) if each],
    )


def _elsewhere(texts: Mapping[str, str]) -> str:
    """Return where an event is, so far as its school does not say it."""
    school = _words(texts["school"])
    places = (texts.get("place", ""), texts.get("settlement", ""))
    return " · ".join(place for place in places if not _words(place) <= school)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _joined(texts: Mapping[str, str], names: Sequence[str]) -> str:
    return " · ".join(filter(None, (texts.get(name, "") for name in names)))
