"""What `plan.toml` may say: its sections, their keys, their defaults.

Only types and meanings are checked here; `config` reads the file and says what is wrong where.
"""

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from tochka_sync import times
from tochka_sync.calendar import DayOff, Holidays, SchoolYear, Span
from tochka_sync.fields import Field as PlanField
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.sources.access import Access


class Contacts(StrEnum):
    """What becomes of names, phones and e-mails in everything written."""

    OMIT = "omit"
    KEEP = "keep"


def _school_year(text: object) -> object:
    match = re.fullmatch(r"\s*20(\d\d)\s*[-–—/]\s*(20)?(\d\d)\s*", str(text))
    if not match or int(match[3]) != int(match[1]) + 1:
        raise PydanticCustomError("school_year", "school year")
    return SchoolYear(2000 + int(match[1]))


def _timezone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("timezone", "time zone") from None


def _moment(value: object) -> object:
    """Take a TOML date or time, or the same as text; a bare date means until its last second."""
    if isinstance(value, str):
        try:
            return times.named(value, times.LAST)
        except ValueError:
            raise PydanticCustomError("moment", "moment") from None
    if isinstance(value, dt.date) and not 1900 <= value.year < 9000:  # no zone reckons beyond
        raise PydanticCustomError("moment", "moment")
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, times.LAST)
    raise PydanticCustomError("moment", "moment")


def _span(value: object) -> object:
    match value:
        case [start, end]:
            pass
        case {"start": start, "end": end}:
            pass
        case _:
            raise PydanticCustomError("span", "span")
    first, last = _moment(start), _moment(end)
    if not isinstance(first, dt.datetime) or not isinstance(last, dt.datetime) or first > last:
        raise PydanticCustomError("span", "span")
    return Span(first.date(), last.date())


def _day_off(value: object) -> object:
    match value:
        case {"day": str(day), "name": str(name)} if re.fullmatch(r"\d\d-\d\d", day):
            month, number = (int(part) for part in day.split("-"))
            try:
                dt.date(2024, month, number)
            except ValueError:
                pass
            else:
                return DayOff(month, number, name)
    raise PydanticCustomError("day_off", "day off")


Year = Annotated[
    SchoolYear,
    BeforeValidator(_school_year),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{4}$", "examples": ["2023-2024"]}),
]
Zone = Annotated[
    ZoneInfo,
    PlainValidator(_timezone),
    WithJsonSchema({"type": "string", "examples": ["Asia/Yakutsk"]}),
]
_DAY = {"type": "string", "format": "date"}
Moment = Annotated[
    dt.datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"anyOf": [_DAY, {"type": "string", "format": "date-time"}]}),
]
Days = Annotated[
    Span,
    PlainValidator(_span),
    WithJsonSchema({"type": "array", "items": _DAY, "minItems": 2, "maxItems": 2}),
]
OffDay = Annotated[
    DayOff,
    PlainValidator(_day_off),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {
                "day": {"type": "string", "pattern": r"^\d\d-\d\d$"},
                "name": {"type": "string"},
            },
            "required": ["day", "name"],
            "additionalProperties": False,
        }
    ),
]


def _several(value: object) -> object:
    return (value,) if isinstance(value, str | int) else value


def _alone(every: bool, info: ValidationInfo) -> bool:
    if every and (info.data.get("gid") or info.data.get("title")):
        raise PydanticCustomError("all_tabs", "all tabs")
    return every


Texts = Annotated[
    tuple[str, ...], BeforeValidator(_several, json_schema_input_type=str | tuple[str, ...])
]
Numbers = Annotated[
    tuple[int, ...], BeforeValidator(_several, json_schema_input_type=int | tuple[int, ...])
]
"""One, or a list of them."""
Opened = Annotated[int, Field(ge=2000, le=2100)]
"""A year in which a centre may open: of a slip no school would be obliged."""


class _Section(BaseModel):
    # What a table of the file may say is worked out once, for the whole file: each by itself costs
    # 0.4 ms more. For the same reason the defaults below are built without being checked.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class PlanSection(_Section):
    """What the plan is called, and its year and place."""

    title: str = "План сетевого взаимодействия"
    school_year: Year
    timezone: Zone = ZoneInfo("Asia/Yakutsk")
    phone_area_code: str = Field(default="41145", pattern=r"^\d{3,5}$")


class SourceSection(_Section):
    """Where the plan is and how to open it."""

    spreadsheet: str = ""
    access: Access = Access.AUTO
    modified_time: bool = False
    """Whether to ask Google when the sheet was last changed: evidence where there is no other."""


class DeadlinesSection(_Section):
    """The order's deadlines, local to the plan's time zone."""

    events: Moment = dt.datetime(2023, 6, 2, 23, 59, 59)  # noqa: DTZ001 - local until the zone is known
    contracts: Moment = dt.datetime(2023, 8, 30, 23, 59, 59)  # noqa: DTZ001
    extensions: Mapping[str, Moment] = {}


class ObligedSection(_Section):
    """Whom the order addresses, and how many events each owes."""

    centre_opened: tuple[Opened, ...] = (2019, 2020, 2021, 2022)
    min_events: int = Field(default=1, ge=1)


class _TabSection(_Section):
    """What the columns of a tab are called beside the names the program knows."""

    header_row: int | None = Field(default=None, ge=1)
    columns: Mapping[PlanField, Texts] = {}


class EventTabsSection(_TabSection):
    """Which tabs are the plan, one or several, and their columns; what is said holds for all of them."""

    gid: Numbers = ()
    title: Texts = ()
    all: Annotated[bool, AfterValidator(_alone)] = False
    """Whether every visible tab with the form of a plan is part of it."""


class SchoolTabSection(_TabSection):
    """Which tab is the list of schools."""

    gid: int | None = None
    title: str | None = None


class TabsSection(_Section):
    """The tabs of the plan: events always, schools where there is such a tab."""

    events: EventTabsSection = EventTabsSection.model_construct()
    schools: SchoolTabSection | None = None


class CalendarSection(_Section):
    """What of the school calendar differs from the usual one."""

    terms: tuple[Days, Days, Days, Days] | None = None
    holidays: Mapping[Holidays, Days] = {}
    days_off: tuple[OffDay, ...] = ()


class HistorySection(_Section):
    """Where the program remembers, and when it stops believing a read."""

    path: Path = Path(".tochka/history.sqlite")
    max_loss: float = Field(default=0.3, ge=0, le=1)


class PrivacySection(_Section):
    """What becomes of personal data."""

    contacts: Contacts = Contacts.OMIT


def _event_field(name: str) -> str:
    if name not in Event.model_fields:
        raise PydanticCustomError("field", "field", {"known": tuple(Event.model_fields)})
    return name


class PlanFile(_Section):
    """The whole of `plan.toml`."""

    plan: PlanSection
    source: SourceSection = SourceSection.model_construct()
    deadlines: DeadlinesSection = DeadlinesSection.model_construct()
    obliged: ObligedSection = ObligedSection.model_construct()
    tabs: TabsSection = TabsSection.model_construct()
    required: frozenset[Annotated[str, AfterValidator(_event_field)]] = frozenset(
        {"school", "title", "date", "audience", "responsible"}
    )
    schools: Path = Path("schools.csv")
    severity: Mapping[Code, Severity] = {}
    calendar: CalendarSection = CalendarSection.model_construct()
    history: HistorySection = HistorySection.model_construct()
    privacy: PrivacySection = PrivacySection.model_construct()
    language: Language = Language.RU


def quoted(text: str) -> str:
    """Quote a text as the file wants it."""
    whole_letters = text.encode("utf-8", "replace").decode("utf-8")
    escaped = whole_letters.replace("\\", "\\\\").replace('"', '\\"')
    shown = [letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in escaped]
    return f'"{"".join(shown)}"'
