"""A plan's configuration, read and checked once: everything below takes what this gives.

An option beats the environment, the environment beats `.env`, `.env` beats `plan.toml`.
"""

import datetime as dt
import os
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import BaseModel, ValidationError

from tochka_sync import calendar, nearest, registry, small
from tochka_sync.calendar import Calendar
from tochka_sync.environment import Environment
from tochka_sync.errors import ConfigError, Reason
from tochka_sync.findings import SEVERITIES, Code, Severity
from tochka_sync.messages import Language
from tochka_sync.planfile import Contacts, PlanFile, PrivacySection
from tochka_sync.registry import Registry
from tochka_sync.sources.locate import expanded
from tochka_sync.values.context import Context

PLACES = (Path("config/plan.toml"), Path("plan.toml"))
"""Where the configuration is looked for when nobody says."""


@dataclass(frozen=True, eq=False, repr=False)
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
    def name(self) -> str:
        """What to call the plan in a file name: the configuration's, or its folder's."""
        stem = self.path.stem
        return self.path.resolve().parent.name if stem == "plan" else stem

    def named(self, path: str) -> str:
        """Write a path out: the plan's name, so that several plans do not collide, and the home."""
        named = path.replace("{plan}", self.name)
        return os.path.expanduser(named)  # noqa: PTH111 - keeps the slash that makes it a folder

    @property
    def timezone(self) -> ZoneInfo:
        """The zone in which the deadlines are local."""
        return self.file.plan.timezone

    @cached_property
    def events_due(self) -> dt.datetime:
        """The last moment of point 2.1, with its zone."""
        return self._local(self.file.deadlines.events)

    @cached_property
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
    def silent(self) -> frozenset[Code]:
        """The codes of which this plan wants to hear nothing."""
        return frozenset(code for code, told in self.file.severity.items() if told is Severity.OFF)

    @property
    def history(self) -> Path:
        """Where the history file is: beside the configuration unless it is absolute."""
        return self.path.parent / self.named(str(self.file.history.path))

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
        zone = (sheet_timezone and _zone(sheet_timezone)) or self.timezone
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


def _zone(name: str) -> dt.tzinfo | None:
    """Return the zone Google names: «Europe/Moscow» or, as a custom one, «GMT+03:00»."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # what is no zone may look like a path
        pass
    try:
        return dt.datetime.strptime(name, "GMT%z").tzinfo
    except ValueError:
        return None


def find(option: Path | None, environment: Environment, source: str | None = None) -> Path:
    """Return the path of the configuration. Raises `ConfigError` when there is none for a source."""
    if option:
        return option
    if stated := environment.get("TOCHKA_CONFIG"):
        return expanded(stated)
    for place in PLACES:
        if small.may_be(place):
            return place
    places = ", ".join(str(place) for place in PLACES)
    if source:
        raise ConfigError("config-none-for", places=places, source=source)
    raise ConfigError("config-none", places=places)


def load(path: Path) -> Config:
    """Read and check a `plan.toml` and the registry it names.

    Raises `ConfigError` naming the file, the line and, for a mistyped key, the nearest known one.
    """
    try:
        text = small.read(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        raise ConfigError("config-missing", path=path) from None
    except OSError as error:
        raise ConfigError("config-unreadable", path=path, why=Reason.of(error)) from None
    except UnicodeDecodeError:
        raise ConfigError("config-not-text", path=path) from None
    try:
        data = tomllib.loads(text)
    except (RecursionError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))  # else something lacks at the end
        at = int(line[1]) if line else len(text.splitlines())
        raise ConfigError("config-syntax", path=path, line=at) from None
    data.setdefault("plan", {})  # so that it lacks what the section must have
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
                near=nearest.name(school, schools.by_id),
            )
    _hold_against_year(file, path, text)
    _refuse_one_name(file, path, text)
    return Config(path, file, schools)


def _hold_against_year(file: PlanFile, path: Path, text: str) -> None:
    """Refuse a calendar left over from another school year: terms would be read into that one.

    So are terms that do not follow one another: «I четверть» would be another.
    """
    year, stated = file.plan.school_year, file.calendar
    spans = [("calendar.terms", span) for span in stated.terms or ()]
    spans += [(f"calendar.holidays.{name}", span) for name, span in stated.holidays.items()]
    for key, span in spans:
        if span.start not in year or span.end not in year:
            raise ConfigError(
                "config-other-year",
                path=path,
                line=_line(text, tuple(key.split("."))),
                key=key,
                value=f"{span.start} – {span.end}",
                year=str(year),
            )
    for before, after in pairwise(stated.terms or ()):
        if after.start <= before.end:
            raise ConfigError(
                "config-terms-order",
                path=path,
                line=_line(text, ("calendar", "terms")),
                value=f"{after.start} – {after.end}",
            )


def _refuse_one_name(file: PlanFile, path: Path, text: str) -> None:
    """Refuse one heading that is to mean two fields of a tab."""
    for tab in ("events", "schools"):
        section = getattr(file.tabs, tab)
        known: dict[str, str] = {}
        for field, aliases in section.columns.items() if section else ():
            for alias in aliases:
                other = known.setdefault(" ".join(alias.casefold().split()), field)
                if other != field:
                    line = _line(text, ("tabs", tab, "columns", field))
                    facts = {"line": line, "alias": alias, "key": str(field), "other": str(other)}
                    raise ConfigError("config-one-heading", path=path, **facts)


def _refusal(path: Path, text: str, error: ValidationError) -> ConfigError:
    """Turn one of pydantic's complaints into our own sentence.

    The first, but of a mistyped key rather than that it is missing.
    """
    details = error.errors(include_url=False)
    detail = next((each for each in details if each["type"] == "extra_forbidden"), details[0])
    where = tuple(str(part) for part in detail["loc"] if part != "[key]")
    keys = where[: next((n for n, part in enumerate(where) if part.isdigit()), len(where))]
    facts: dict[str, Any] = {"path": path, "line": _line(text, keys), "key": ".".join(keys)}
    kind, value = detail["type"], str(detail["input"])
    match kind:
        case "missing" if keys == where:
            return ConfigError("config-key-missing", **facts)
        case "extra_forbidden":
            near = _near(where[-1], _known_keys(where[:-1]))
            return ConfigError("config-unknown-key", **facts, near=near)
        case "enum" if detail["loc"][-1] == "[key]":
            near = _near(where[-1], _allowed(detail))
            return ConfigError("config-unknown-key", **facts, near=near)
        case "enum" | "field":
            near = _near(value, _allowed(detail))
            return ConfigError("config-unknown-choice", **facts, value=value, near=near)
        case "timezone":
            zones = [zone for zone in available_timezones() if zone.startswith(_CONTINENTS)]
            # «MSK+6» is like no name, least of all that of Omsk.
            named = "" if re.search(r"\d", value) else value
            near = nearest.name(named, zones) or "Asia/Yakutsk"
            return ConfigError("config-bad-timezone", **facts, value=value, near=near)
        case "greater_than_equal" | "less_than_equal":
            (bound,) = detail["ctx"].values()
            return ConfigError(_MISTAKES[kind], **facts, value=value, bound=f"{bound:g}")
        case _:
            return ConfigError(_MISTAKES.get(kind, "config-bad-value"), **facts, value=value)


_CONTINENTS = ("Asia/", "Europe/")
_OWN = ("school_year", "moment", "span", "day_off", "all_tabs")
"""Types of mistakes that `planfile` names itself."""
_MISTAKES = {
    "string_type": "config-bad-text",
    "greater_than_equal": "config-too-small",
    "less_than_equal": "config-too-large",
    **{kind: f"config-bad-{kind}" for kind in _OWN},
}
"""Type of a mistake about a value → what to say of it."""


def _near(word: str, known: Sequence[str]) -> str:
    """Return the known word nearest to a mistyped one, or where none is near, all of them."""
    return nearest.name(word, known) or ", ".join(known)


def _allowed(detail: Any) -> list[str]:
    """Return the words of which one was expected; of an enumeration pydantic only tells a sentence."""
    told = detail["ctx"]
    if "known" in told:
        return list(told["known"])
    return [part.strip(" '") for part in re.split(r",| or ", str(told["expected"]))]


def _known_keys(section: tuple[str, ...]) -> list[str]:
    """Return the keys a section of the file may have."""
    model: type[BaseModel] = PlanFile
    for name in section:
        stated = model.model_fields[name].annotation  # maybe `SchoolTabSection | None`
        (model,) = (
            each
            for each in (stated, *get_args(stated))
            if isinstance(each, type) and issubclass(each, BaseModel)
        )
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
