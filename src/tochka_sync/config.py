"""`config/plan.toml` and the environment, checked once: everything below takes what this gives.

An option beats the environment, the environment beats `.env`, `.env` beats `plan.toml`.
"""

import datetime as dt
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

from tochka_sync import calendar, nearest, registry
from tochka_sync.calendar import Calendar, DayOff, Holidays, SchoolYear, Span
from tochka_sync.errors import ConfigError
from tochka_sync.fields import Field as PlanField
from tochka_sync.findings import SEVERITIES, Code, Severity
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.registry import Registry
from tochka_sync.sources.access import Access
from tochka_sync.values.context import Context

PLACES = (Path("config/plan.toml"), Path("plan.toml"))
"""Where the configuration is looked for when nobody says."""


class Contacts(StrEnum):
    """What becomes of names, phones and e-mails in everything written."""

    OMIT = "omit"
    KEEP = "keep"


def _school_year(text: object) -> object:
    match = re.fullmatch(r"\s*(\d{4})\s*[-–/]\s*(\d{4})\s*", str(text))
    if not match or int(match[2]) != int(match[1]) + 1:
        raise PydanticCustomError("school_year", "school year")
    return SchoolYear(int(match[1]))


def _timezone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("timezone", "time zone") from None


def _moment(value: object) -> object:
    """Take a TOML date or time, or the same as text; a bare date means until its last second."""
    if isinstance(value, str):
        try:
            value = (
                dt.datetime.fromisoformat(value)
                if len(value) > 10
                else dt.date.fromisoformat(value)
            )
        except ValueError:
            raise PydanticCustomError("moment", "moment") from None
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time(23, 59, 59))
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
    BeforeValidator(_timezone),
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
    BeforeValidator(_span),
    WithJsonSchema({"type": "array", "items": _DAY, "minItems": 2, "maxItems": 2}),
]
OffDay = Annotated[
    DayOff,
    BeforeValidator(_day_off),
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


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


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


class DeadlinesSection(_Section):
    """The order's deadlines, local to the plan's time zone."""

    events: Moment = dt.datetime(2023, 6, 2, 23, 59, 59)  # noqa: DTZ001 - local until the zone is known
    contracts: Moment = dt.datetime(2023, 8, 30, 23, 59, 59)  # noqa: DTZ001
    extensions: Mapping[str, Moment] = {}


class ObligedSection(_Section):
    """Whom the order addresses, and how many events each owes."""

    centre_opened: tuple[int, ...] = (2019, 2020, 2021, 2022)
    min_events: int = Field(default=1, ge=1)


class TabSection(_Section):
    """Which tab, and what its columns are called beside the names the program knows."""

    gid: int | None = None
    title: str | None = None
    header_row: int | None = Field(default=None, ge=1)
    columns: Mapping[PlanField, tuple[str, ...]] = {}

    @field_validator("columns", mode="before")
    @classmethod
    def _lists(cls, columns: object) -> object:
        if not isinstance(columns, dict):
            return columns
        return {
            key: (value,) if isinstance(value, str) else value for key, value in columns.items()
        }


class TabsSection(_Section):
    """The tabs of the plan: events always, schools where there is such a tab."""

    events: TabSection = TabSection()
    schools: TabSection | None = None


class CalendarSection(_Section):
    """What of the school calendar differs from the usual one."""

    terms: tuple[Days, Days, Days, Days] | None = None
    holidays: Mapping[Holidays, Days] = {}
    days_off: tuple[OffDay, ...] = ()


class HistorySection(_Section):
    """Where the program remembers, and when it stops believing a read."""

    path: Path = Path(".tochka/history.sqlite")
    max_loss: float = Field(default=0.3, gt=0, le=1)


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
    source: SourceSection = SourceSection()
    deadlines: DeadlinesSection = DeadlinesSection()
    obliged: ObligedSection = ObligedSection()
    tabs: TabsSection = TabsSection()
    required: frozenset[Annotated[str, AfterValidator(_event_field)]] = frozenset(
        {"school", "title", "date", "audience", "responsible"}
    )
    schools: Path = Path("schools.csv")
    severity: Mapping[Code, Severity] = {}
    calendar: CalendarSection = CalendarSection()
    history: HistorySection = HistorySection()
    privacy: PrivacySection = PrivacySection()
    language: Language = Language.RU


@dataclass(frozen=True)
class Config:
    """One plan, ready to be judged."""

    path: Path
    file: PlanFile
    registry: Registry

    def adapted(self, language: Language | None, contacts: Contacts | None) -> "Config":
        """Return the plan with what the command line says instead of the file."""
        changes: dict[str, object] = {}
        if language is not None:
            changes["language"] = language
        if contacts is not None:
            changes["privacy"] = PrivacySection(contacts=contacts)
        return replace(self, file=self.file.model_copy(update=changes))

    @property
    def timezone(self) -> ZoneInfo:
        """The zone in which the deadlines are local."""
        return self.file.plan.timezone

    @property
    def events_due(self) -> dt.datetime:
        """The last moment of point 2.1, with its zone."""
        return self._local(self.file.deadlines.events)

    @property
    def contracts_due(self) -> dt.datetime:
        """The last moment of point 2.2, with its zone."""
        return self._local(self.file.deadlines.contracts)

    def due(self, school: str | None) -> dt.datetime:
        """Return the last moment of point 2.1 for a school, its own extension counted."""
        extension = self.file.deadlines.extensions.get(school) if school else None
        return self._local(extension) if extension else self.events_due

    def severity(self, code: Code) -> Severity:
        """Return how much a code matters in this plan."""
        return self.file.severity.get(code, SEVERITIES[code])

    @property
    def history(self) -> Path:
        """Where the history file is: beside the configuration unless it is absolute."""
        return self.path.parent / self.file.history.path

    @cached_property
    def calendar(self) -> Calendar:
        """The plan's school calendar: the usual one, with what the configuration changes."""
        usual = calendar.usual(self.file.plan.school_year)
        stated = self.file.calendar
        return Calendar(
            terms=stated.terms or usual.terms,
            holidays={**usual.holidays, **stated.holidays},
            days_off=stated.days_off,
            default=not (stated.terms or stated.holidays),
        )

    def context(self, sheet_timezone: str | None) -> Context:
        """Return what the readers of cells may know; an unknown zone of the sheet is the plan's."""
        try:
            zone = ZoneInfo(sheet_timezone) if sheet_timezone else self.timezone
        except (ZoneInfoNotFoundError, ValueError):
            zone = self.timezone
        return Context(
            year=self.file.plan.school_year,
            timezone=self.timezone,
            area_code=self.file.plan.phone_area_code,
            registry=self.registry,
            calendar=self.calendar,
            contracts_due=self.contracts_due.date(),
            sheet_timezone=zone,
        )

    def _local(self, moment: dt.datetime) -> dt.datetime:
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.timezone)
        return moment.astimezone(self.timezone)


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment and `.env` say; a name that is set but empty counts as not set."""

    values: Mapping[str, str]

    @classmethod
    def read(cls, beside: Path | None = None) -> Self:
        """Take `TOCHKA_*` and Google's own variable, from `.env` here or beside the configuration."""
        found: dict[str, str] = {}
        for folder in filter(None, (beside, Path())):
            if (folder / ".env").is_file():
                found |= {
                    key: value for key, value in dotenv_values(folder / ".env").items() if value
                }
        found |= {key: value for key, value in os.environ.items() if value}
        return cls(
            {key: value for key, value in found.items() if key.startswith(("TOCHKA_", "GOOGLE_"))}
        )

    def get(self, name: str) -> str | None:
        """Return a variable, or nothing."""
        return self.values.get(name)


def find(option: Path | None, environment: Environment) -> Path:
    """Return the path of the configuration. Raises `ConfigError` when there is none."""
    if option:
        return option
    if stated := environment.get("TOCHKA_CONFIG"):
        return Path(stated)
    for place in PLACES:
        if place.is_file():
            return place
    raise ConfigError("config-none", places=", ".join(str(place) for place in PLACES))


def load(path: Path) -> Config:
    """Read and check a `plan.toml` and the registry it names.

    Raises `ConfigError` naming the file, the line and, for a mistyped key, the nearest known one.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError("config-missing", path=path) from None
    except OSError as error:
        raise ConfigError("config-unreadable", path=path, why=error.strerror) from None
    except UnicodeDecodeError:
        raise ConfigError("config-not-text", path=path) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise ConfigError("config-syntax", path=path, line=line[1] if line else "?") from None
    try:
        file = PlanFile.model_validate(data)
    except ValidationError as error:
        raise _refusal(path, text, error) from None
    schools = registry.load(path.parent / file.schools)
    for school in file.deadlines.extensions:
        if school not in schools.by_id:
            raise ConfigError(
                "config-unknown-school",
                path=path,
                line=_line(text, ("deadlines", "extensions", school)),
                school=school,
                near=nearest.name(school, schools.by_id) or "—",
            )
    return Config(path, file, schools)


def _refusal(path: Path, text: str, error: ValidationError) -> ConfigError:
    """Turn pydantic's first complaint into our own sentence."""
    detail = error.errors(include_url=False)[0]
    where = tuple(str(part) for part in detail["loc"] if part != "[key]")
    keys = where[: next((n for n, part in enumerate(where) if part.isdigit()), len(where))]
    facts: dict[str, Any] = {"path": path, "line": _line(text, keys), "key": ".".join(keys)}
    match detail["type"]:
        case "missing":
            return ConfigError("config-key-missing", **facts)
        case "extra_forbidden":
            known = _known_keys(where[:-1])
            return ConfigError(
                "config-unknown-key",
                **facts,
                near=nearest.name(where[-1], known) or ", ".join(known),
            )
        case "enum":
            value = str(detail["input"])
            allowed = [
                part.strip(" '") for part in re.split(r",| or ", str(detail["ctx"]["expected"]))
            ]
            return ConfigError(
                "config-unknown-choice",
                **facts,
                value=value,
                near=nearest.name(value, allowed) or ", ".join(allowed),
            )
        case "field":
            known = list(detail["ctx"]["known"])
            value = str(detail["input"])
            return ConfigError(
                "config-unknown-choice",
                **facts,
                value=value,
                near=nearest.name(value, known) or ", ".join(known),
            )
        case kind:
            return ConfigError(
                f"config-bad-{kind}"
                if kind in {"school_year", "timezone", "moment", "span", "day_off"}
                else "config-bad-value",
                **facts,
                value=str(detail["input"]),
            )


def _known_keys(section: tuple[str, ...]) -> list[str]:
    """Return the keys a section of the file may have."""
    model: Any = PlanFile
    for name in section:
        annotation = model.model_fields[name].annotation
        options = [annotation, *getattr(annotation, "__args__", ())]
        model = next(
            (
                option
                for option in options
                if isinstance(option, type) and issubclass(option, BaseModel)
            ),
            None,
        )
        if model is None:
            return []
    return list(model.model_fields)


def _line(text: str, keys: tuple[str, ...]) -> int:
    """Return the line, from 1, on which a key of the file is set, or its section begins."""
    section: list[str] = []
    best, best_depth = 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            section = [part.strip(" \"'") for part in header[1].split(".")]
            here = section
        elif setting := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            here = [*section, *(part.strip("\"'") for part in setting[1].split("."))]
        else:
            continue
        depth = len(here) if tuple(here) == keys[: len(here)] else 0
        if depth > best_depth:
            best, best_depth = number, depth
    return best
