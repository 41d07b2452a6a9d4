"""The tables of the data package: which columns they have, of what type, and what fills each.

A value is a path into the JSON export or report, so the package and they say the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tochka_sync.findings import Code, Severity
from tochka_sync.result import Contracts, Standing, Timeliness
from tochka_sync.values.what.contracts import ContractStatus
from tochka_sync.values.what.counts import Qualifier
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType
from tochka_sync.values.when.dates import Precision
from tochka_sync.values.who.groups import Who

SEPARATOR = ";"
"""Between the items of a list in one cell; items that could hold it are in JSON arrays."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as Table Schema describes it, and where in a row's document its value is."""

    name: str
    type: str
    path: tuple[str, ...]
    rest: Mapping[str, Any] = field(default_factory=dict)
    constraints: Mapping[str, Any] = field(default_factory=dict)

    @property
    def described(self) -> dict[str, Any]:
        """Return the field descriptor."""
        known = {"name": self.name, "type": self.type, **self.rest}
        return {**known, "constraints": dict(self.constraints)} if self.constraints else known


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the package."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: Mapping[str, str] = field(default_factory=dict)
    """Column → the table whose key it holds."""


def _column(type_: str, name: str, *path: str, about: str = "", **constraints: object) -> Column:
    rest = {"description": about} if about else {}
    return Column(name, type_, path or (name,), rest, constraints)


def _text(name: str, *path: str, about: str = "", **constraints: object) -> Column:
    return _column("string", name, *path, about=about, **constraints)


def _number(name: str, *path: str, about: str = "", **constraints: object) -> Column:
    return _column("integer", name, *path, about=about, minimum=0, **constraints)


def _flag(name: str) -> Column:
    return _column("boolean", name, required=True)


def _choice(name: str, values: type[StrEnum], *path: str, required: bool = False) -> Column:
    known: dict[str, object] = {"enum": [each.value for each in values]}
    return Column(name, "string", path or (name,), {}, {**known, "required": required})


def _list(name: str, *path: str, item: str = "string", about: str = "") -> Column:
    rest = {"delimiter": SEPARATOR, "itemType": item}
    return Column(name, "list", path or (name,), {**rest, "description": about} if about else rest)


_WHERE = (
    _text("tab", required=True),
    _number("row", about="as the sheet counts, from 1", required=True),
)
_JUDGED = (
    _choice("timing", Timeliness, required=True),
    _text("evidence", "evidence", "kind", required=True),
    _column(
        "datetime", "evidence_after", "evidence", "after", about="of the ledger: the read before"
    ),
    _column("datetime", "evidence_at", "evidence", "at"),
    _number("late_by", "evidence", "late_by", about="seconds past the deadline"),
    _column("object", "notes", about="field → what was assumed or put right"),
    _column("object", "raw", about="header → text as shown"),
)
_WHEN = (
    _column("date", "date_start", "date", "start"),
    _column("date", "date_end", "date", "end", about="the last day itself"),
    _choice("date_precision", Precision, "date", "precision"),
    _text("time", "date", "time", about="local: 14:00 or 10:00-13:30"),
    _list("dates", "date", "dates", item="date", about="the separate days of a list"),
    _list("months", "date", "months", about="the separate months, as 2023-10"),
    _text("recurrence", "date", "recurrence", about="daily, weekly:mon, monthly, …"),
)
_COUNTS = ("total", "students", "teachers", "parents", "organisations", "teams", "classes")

EVENTS = Table(
    "events",
    "Entries in which nothing must be mended",
    (
        _text("event", about="lasting name, the calendar's UID", required=True, unique=True),
        *_WHERE,
        _text("school", about="the host"),
        _text("title"),
        _list("types", about=", ".join(EventType)),
        *_WHEN,
        _list("who", "audience", "who", about=", ".join(Who)),
        _list("grades", "audience", "grades", item="integer"),
        _list("classes", "audience", "classes", about="single classes: 9А"),
        _column("array", "age", "audience", "age", about="years, from and to"),
        _list("tags", "audience", "tags"),
        *(_number(f"participants_{name}", "participants", name) for name in _COUNTS),
        *(
            _number(f"participants_{name}", "participants", name)
            for name in ("team_size", "min", "max")
        ),
        _choice("participants_qualifier", Qualifier, "participants", "qualifier"),
        _choice("students_qualifier", Qualifier, "participants", "students_qualifier"),
        _text("settlement", "settlement", "name"),
        _text("settlement_type", "settlement", "type"),
        _text("place"),
        _choice("level", Level),
        _choice("format", Format),
        _choice("contract_status", ContractStatus, "contract", "status"),
        _text("contract_number", "contract", "number"),
        _column("date", "contract_date", "contract", "date"),
        _text("contract_addendum", "contract", "addendum"),
        _column("date", "contract_due", "contract", "due"),
        _column("array", "links"),
        _text("print_media"),
        _text("submitted_at", about="a date, or a date and time"),
        _flag("complete"),
        *_JUDGED,
    ),
    ("event",),
    {"school": "schools"},
)

CONTACTS = (_column("array", "responsible"), _list("phones", about="E.164"), _list("emails"))
"""What `events` also has where contacts are kept."""

PARTICIPANTS = Table(
    "participants",
    "Which school takes part in which event",
    (_text("event", required=True), _text("school", required=True)),
    ("event", "school"),
    {"event": "events", "school": "schools"},
)

SCHOOLS = Table(
    "schools",
    "Every school against every obligation",
    (
        _text("school", about="registry id", required=True, unique=True),
        _text("name", required=True),
        _text("kind"),
        _number("number"),
        _text("settlement"),
        _number("centre_opened", about="the year its centre opened"),
        _flag("obliged"),
        _choice("standing", Standing, required=True),
        _text("evidence", required=True),
        _number("entries", required=True),
        _number("complete", required=True),
        _number("on_time", required=True),
        _choice("contracts", Contracts, required=True),
        _number("held", "coverage", "held", about="events held", required=True),
        _number(
            "covered",
            "coverage",
            "covered",
            about="of those with a publication; empty where the form does not ask",
        ),
    ),
    ("school",),
)

UNRESOLVED = Table(
    "unresolved",
    "Entries in which something must be mended",
    (
        _text("entry", about="lasting name", required=True, unique=True),
        *_WHERE,
        _text("school", "values", "school"),
        _text("title", "values", "title"),
        _column("date", "date_start", "values", "date", "start"),
        _column("date", "date_end", "values", "date", "end"),
        _list("problems", about="codes of findings"),
        _column("object", "values", about="what could be read"),
        _flag("complete"),
        *_JUDGED,
    ),
    ("entry",),
    {"school": "schools"},
)

FINDINGS = Table(
    "findings",
    "Problems, each tied to a cell, a row, a school or the form",
    (
        _text("fingerprint", about="stays while the problem does", required=True, unique=True),
        _choice("code", Code, required=True),
        _text("reason", about="which case of the code it is"),
        _column(
            "string",
            "severity",
            required=True,
            enum=[each.value for each in Severity if each is not Severity.OFF],
        ),
        _text("entry", about="lasting name of the event or of the unresolved entry"),
        _text("tab"),
        _number("row", about="as the sheet counts, from 1"),
        _text("column"),
        _text("cell"),
        _text("field"),
        _text("value", about="as shown"),
        _text("message", required=True),
        _text("hint"),
        _text("suggestion", about="the exact text to type instead"),
        _column("array", "candidates"),
        _text("school"),
        _text("url", about="opens the cell"),
        _column("datetime", "since"),
    ),
    ("fingerprint",),
    {"school": "schools"},
)
