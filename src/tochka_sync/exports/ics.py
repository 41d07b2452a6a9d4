"""The dated events as a calendar one subscribes to: read again, it updates instead of doubling.

Holds clean entries whose day is known: a day, a run of days, or separate days, each then an event
of its own, since many calendars know no lists. A vague date is left out and counted. An event
takes whole days unless its one day has a time: the time of a run of days may be that of each day
or of the first, so it is told and not set. An event called off stays, called off.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tochka_sync import messages, whole
from tochka_sync.exports import names, plan
from tochka_sync.fields import Field
from tochka_sync.messages import Language
from tochka_sync.result import Entry, Result
from tochka_sync.values.what.remarks import settled
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.visible import line, visible

if TYPE_CHECKING:
    import icalendar

_TOLD = (
    *("types", "audience", "participating_schools", "participants", "level", "format"),
    *("responsible", "phones", "emails", "links"),
)
"""The columns a description has, besides when and where."""

_AWAY = frozenset({"online", "remote_async"})
"""The formats in which nobody goes to the school."""

_DAY = timedelta(days=1)


def write(result: Result, language: Language, path: Path) -> None:
    """Write the calendar to `path`."""
    whole.write(path, _calendar(result, language).to_ical(), private=result.contacts)


def undated(result: Result) -> int:
    """Return how many clean entries are left out because nobody knows their day."""
    return sum(entry.clean and not _when(entry) for entry in result.entries)


@dataclass(frozen=True, slots=True)
class _When:
    """What one event of the calendar takes: the days from `first` to `last`, or a time of the day."""

    first: date
    last: date
    time: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A clean entry with its lasting name and its cells in words."""

    entry: Entry
    name: str
    words: Mapping[str, plan.Shown]
    changed: datetime
    """When its row was last seen to become another, never after the read."""
    times: int
    """A count that grows with every change: seconds since the first read that is remembered."""


def _calendar(result: Result, language: Language) -> "icalendar.Calendar":
    import icalendar  # noqa: PLC0415 - a fifth of a second most runs do not need

    text = icalendar.vText  # what is not of the standard is escaped only as one
    title = text(line(result.plan.title))
    about = text(_about(result, language))
    made = icalendar.Calendar()
    made.add("prodid", "-//tochka-sync//tochka-sync//RU")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for name, value in (("name", title), ("description", about)):
        made.add(name, value)
        made.add({"name": "x-wr-calname", "description": "x-wr-caldesc"}[name], value)
    made.add("x-wr-timezone", text(result.plan.timezone))
    made.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", icalendar.vDuration(_DAY))
    events = [
        event for told in _told(result, language) for event in _events(result, told, language)
    ]
    days = [event.start for event in events] or [result.plan.events_due]
    made.add_component(  # always there: a calendar without a part is none
        icalendar.Timezone.from_tzinfo(
            ZoneInfo(result.plan.timezone),
            first_date=date(min(day.year for day in days), 1, 1),
            last_date=date(max(day.year for day in days), 12, 31),
        )
    )
    for event in events:
        made.add_component(event)
    return made


def _about(result: Result, language: Language) -> str:
    """Return what the calendar holds and what it leaves out."""
    mend = sum(not entry.clean for entry in result.entries)
    vague = undated(result)
    parts = [
        messages.text(
            language,
            "ics.about",
            name=line(result.origin.name),
            read=result.origin.read_at.astimezone(ZoneInfo(result.plan.timezone)),
        ),
        messages.text(language, "ics.undated", n=vague) if vague else "",
        messages.text(language, "ics.mend", n=mend) if mend else "",
    ]
    return " ".join(part for part in parts if part)


def _told(result: Result, language: Language) -> Iterator[_Told]:
    table = plan.of(result, language)
    rows = table.rows
    changes = _changes(result)
    for entry, name in zip(result.entries, names.of(result), strict=True):
        if entry.clean:
            words = dict(zip(table.names, next(rows), strict=True))
            yield _Told(entry, name, words, *changes(entry))


def _changes(result: Result) -> Callable[[Entry], tuple[datetime, int]]:
    """Return what tells when an entry was last changed, and a count that grows with it."""
    read = result.origin.read_at
    usual = min(result.origin.modified or read, read)
    meeting = result.meeting
    known = meeting.places if meeting else {}
    began = meeting.began if meeting else usual

    def of(entry: Entry) -> tuple[datetime, int]:
        met = known.get((entry.tab, entry.row))
        changed = min((met and met.changed_at) or usual, read)
        return changed, max(0, int((changed - began).total_seconds()))

    return of


def _when(entry: Entry) -> list[_When]:
    """Return the separate runs of days of an entry, none where its date is vague."""
    when = entry.values.get("date")
    if not isinstance(when, EventDate):
        return []
    if when.precision is Precision.LIST:
        return [_When(day, day, when.time) for day in sorted(set(when.dates))]
    if when.precision not in {Precision.DAY, Precision.RANGE} or not (when.start and when.end):
        return []
    time_of_day = when.time if when.start == when.end else None
    return [_When(when.start, when.end, time_of_day)]


def _events(result: Result, told: _Told, language: Language) -> Iterator["icalendar.Event"]:
    import icalendar  # noqa: PLC0415

    for index, when in enumerate(_when(told.entry)):
        event = icalendar.Event()
        name = names.part(told.name, when.first) if index else told.name
        event.add("uid", f"{name}@tochka-sync")
        event.add("dtstamp", result.origin.read_at.astimezone(UTC))
        event.add("last-modified", told.changed.astimezone(UTC))
        event.add("sequence", told.times)
        _place_in_time(event, when, ZoneInfo(result.plan.timezone))
        event.add("summary", _summary(told, language))
        for key, text in (
            ("location", _location(told)),
            ("description", _description(told, when, language)),
        ):
            if text:
                event.add(key, text)
        if kinds := str(told.words["types"]):
            event.add("categories", kinds.split(", "))
        entry = told.entry
        if address := plan.address(result, entry.tab, entry.row, entry.columns):
            event.add("url", address)
        event.add("status", _status(told.entry))
        event.add("transp", "TRANSPARENT")  # other people's events leave one's own day free
        yield event


def _place_in_time(event: "icalendar.Event", when: _When, zone: ZoneInfo) -> None:
    if when.time is None:
        event.add("dtstart", when.first)
        event.add("dtend", when.last + _DAY)  # the standard's end is the day after
        return
    begins, _, ends = when.time.partition("-")
    event.add("dtstart", datetime.combine(when.first, time.fromisoformat(begins), zone))
    if ends > begins:  # nobody says when the others end, or on which day
        event.add("dtend", datetime.combine(when.first, time.fromisoformat(ends), zone))


def _summary(told: _Told, language: Language) -> str:
    title, types = (line(str(told.words[name])) for name in ("title", "types"))
    return title or types or messages.text(language, "ics.untitled")


def _location(told: _Told) -> str:
    """Return where to go: the place as it is written, its settlement and the host school."""
    place, settlement, school = (
        line(str(told.words[name])) for name in ("place", "settlement", "school")
    )
    if told.entry.values.get("format") in _AWAY:
        return place or str(told.words["format"])
    parts = [place] if place not in school else []
    said = f"{place} {school}"
    if settlement and settlement.split(" ")[-1] not in said:
        parts.append(settlement)
    return ", ".join(part for part in (*parts, school) if part)


def _description(told: _Told, when: _When, language: Language) -> str:
    """Return what else is known, a line each; people only where they were asked for."""
    known = {name: told.words[name] for name in _TOLD if told.words.get(name)}
    if when.time is None and told.words["time"]:
        known = {"time": told.words["time"], **known}
    return "\n".join(
        f"{messages.text(language, f'export.column.{name}')}: {visible(str(shown))}"
        for name, shown in known.items()
    )


def _status(entry: Entry) -> str:
    date = entry.values.get("date")
    reasons = {
        note.reason
        for field in (Field.REMARK, Field.TITLE, Field.DATE)
        for note in entry.notes.get(field.value, ())
        if not settled(note, date)
    }
    if "cancelled" in reasons:
        return "CANCELLED"
    return "TENTATIVE" if "postponed" in reasons else "CONFIRMED"
