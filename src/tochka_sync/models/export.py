"""What the JSON export holds: every row of the plan, clean, to be mended or skipped.

A field nobody filled is left out; so are names, phones and e-mails unless they were asked for.
"""

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from tochka_sync.fields import RowKind
from tochka_sync.findings import Code
from tochka_sync.models.report import Plan, SchoolStanding, Shape, Source
from tochka_sync.result import Timeliness
from tochka_sync.values.what.contracts import ContractStatus
from tochka_sync.values.what.counts import Qualifier
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType
from tochka_sync.values.when.dates import Precision
from tochka_sync.values.who.groups import Who


class When(Shape):
    """A date as precise as its cell; both ends included, null where it is open."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    time: str | None = Field(default=None, description="local: 14:00 or 10:00-13:30")
    dates: tuple[dt.date, ...] | None = Field(
        default=None, description="the separate days of a list"
    )
    months: tuple[str, ...] | None = Field(
        default=None, description="the separate months, as 2023-10"
    )
    recurrence: str | None = Field(default=None, description="daily, weekly:mon, monthly, …")


class ForWhom(Shape):
    """Whom an event is for."""

    who: tuple[Who, ...]
    grades: tuple[int, ...] = Field(description="1 to 11")
    classes: tuple[str, ...] | None = Field(default=None, description="single classes: 9А")
    age: tuple[int, int] | None = Field(default=None, description="years, from and to")
    tags: tuple[str, ...] | None = None


class Counted(Shape):
    """How many take part; what the cell does not say is left out."""

    total: int | None = None
    students: int | None = None
    teachers: int | None = None
    parents: int | None = None
    organisations: int | None = None
    teams: int | None = None
    classes: int | None = None
    team_size: int | None = None
    min: int | None = None
    max: int | None = None
    qualifier: Qualifier | None = None
    students_qualifier: Qualifier | None = None


class Where(Shape):
    """A settlement."""

    name: str
    type: str | None = Field(description="г., п., с.")


class Name(Shape):
    """A person responsible."""

    last: str
    initials: str
    first: str | None = None
    patronymic: str | None = None
    role: str | None = None


class Agreement(Shape):
    """The order's point 2.2 as the cell states it."""

    status: ContractStatus
    number: str | None = None
    date: dt.date | None = None
    addendum: str | None = None
    due: dt.date | None = None


class Evidence(Shape):
    """What a timing rests on."""

    kind: str = Field(description="timestamp, ledger, read-before-deadline, file-modified or none")
    after: dt.datetime | None = Field(
        default=None,
        description="of the ledger: the earlier read, without the entry or a part of it",
    )
    at: dt.datetime | None = None
    late_by: int | None = Field(default=None, description="seconds past the deadline")


class Fields(Shape):
    """The normalised fields of an entry; what nobody filled is left out."""

    school: str | None = Field(default=None, description="registry id of the host")
    title: str | None = None
    types: tuple[EventType, ...] | None = None
    date: When | None = None
    audience: ForWhom | None = None
    participating_schools: tuple[str, ...] | None = None
    participants: Counted | None = None
    settlement: Where | None = None
    place: str | None = None
    level: Level | None = None
    format: Format | None = None
    responsible: tuple[Name, ...] | None = None
    phones: tuple[str, ...] | None = Field(default=None, description="E.164")
    emails: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None
    print_media: str | None = None
    contract: Agreement | None = None
    submitted_at: dt.datetime | dt.date | None = None


class Row(Shape):
    """Where an entry stands in the sheet, and how it was judged."""

    tab: str
    row: int = Field(description="as the sheet counts, from 1")
    raw: dict[str, str] = Field(description="header → text as shown")
    notes: dict[str, tuple[str, ...]] = Field(description="field → what was assumed or put right")
    timing: Timeliness
    evidence: Evidence
    complete: bool


class CleanEvent(Row, Fields):
    """An entry in which nothing must be mended."""


class Unresolved(Row):
    """An entry in which something must be mended."""

    values: Fields
    problems: tuple[Code, ...]


class SkippedRow(Shape):
    """A row that is no entry."""

    tab: str
    row: int
    kind: RowKind
    cells: tuple[str, ...]


class Export(Shape):
    """The plan as data: `events`, `unresolved` and `skipped` together are all its rows."""

    model_config = ConfigDict(title="tochka-sync export")

    format_version: Literal[1]
    plan: Plan
    source: Source
    events: tuple[CleanEvent, ...]
    unresolved: tuple[Unresolved, ...]
    skipped: tuple[SkippedRow, ...]
    schools: tuple[SchoolStanding, ...]
