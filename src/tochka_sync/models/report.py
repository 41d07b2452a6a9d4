"""What the JSON report holds: the shape other programs rely on, and its JSON Schema."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tochka_sync.findings import Code
from tochka_sync.result import Contracts, Standing

FORMAT_VERSION = 1
"""Grows when a key changes its meaning or goes; a new key does not change it."""


class Shape(BaseModel):
    """A part of a document; it holds no key but those named."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class Plan(Shape):
    """The plan and what is due when."""

    title: str
    school_year: str
    timezone: str
    events_due: dt.datetime
    contracts_due: dt.datetime


class Source(Shape):
    """What was read, and when."""

    kind: str = Field(description="google, link, xlsx, csv, demo or snapshot")
    name: str
    read_at: dt.datetime
    spreadsheet: str | None = Field(description="Google's id of the spreadsheet")
    access: str | None = Field(description="service-account, adc, oauth, api-key or link")
    modified: dt.datetime | None = Field(description="when the file was last changed")
    timezone: str | None = Field(description="the sheet's own time zone")
    locale: str | None
    url: str | None = Field(description="opens the sheet")


class Totals(Shape):
    """Entries and findings counted; `expected` and after it count schools."""

    rows: int = Field(description="non-blank rows: entries and skipped together")
    entries: int
    complete: int
    incomplete: int
    late: int
    unknown: int = Field(description="entries of which nothing says when they came")
    skipped: int
    errors: int
    warnings: int
    infos: int
    expected: int
    received: int
    received_on_time: int


class Covered(Shape):
    """The order's point 2.3: events held, and those of them with a publication."""

    held: int
    covered: int | None = Field(description="null where the form has no column for publications")


class SchoolStanding(Shape):
    """One school against every obligation of the order."""

    school: str = Field(description="registry id")
    name: str
    obliged: bool
    standing: Standing
    evidence: str
    entries: int
    complete: int
    on_time: int
    contracts: Contracts
    coverage: Covered


class Problem(Shape):
    """One finding. A key without a value is null: not every problem has a cell or a school."""

    code: Code
    severity: Literal["error", "warning", "info"]
    reason: str | None = Field(description="which case of the code it is")
    tab: str | None
    row: int | None = Field(description="as the sheet counts, from 1")
    column: str | None = Field(description="letters")
    cell: str | None = Field(description="A1 name")
    field: str | None
    value: str | None = Field(description="as shown; a stand-in where it is personal data")
    message: str = Field(description="what is wrong, for a person")
    hint: str = Field(description="what to do, for a person")
    suggestion: str | None = Field(description="the exact text to type instead")
    candidates: tuple[str, ...] = Field(description="the readings of an ambiguous cell")
    school: str | None = Field(description="registry id")
    url: str | None = Field(description="opens the cell")
    fingerprint: str = Field(description="stays while the problem does, whatever the row number")
    since: dt.datetime | None = Field(description="when it was first seen")


class PutRight(Shape):
    """A finding of the last report that is there no more."""

    code: Code
    school: str | None = Field(description="registry id")
    field: str | None
    title: str | None = Field(description="what the event was called, people hidden")
    since: dt.datetime = Field(description="when it was first seen")


class News(Shape):
    """What became of the findings since the last report."""

    read_at: dt.datetime = Field(description="when the sheet of the last report was read")
    new: tuple[str, ...] = Field(description="fingerprints")
    reopened: tuple[str, ...] = Field(description="fingerprints: once put right, and there again")
    put_right: tuple[PutRight, ...]
    open: int = Field(description="how many were there already")


class Report(Shape):
    """The whole outcome of a check, for programs."""

    model_config = ConfigDict(title="tochka-sync report")

    format_version: Literal[1]
    plan: Plan
    source: Source
    as_of: dt.datetime
    summary: Totals
    schools: tuple[SchoolStanding, ...]
    findings: tuple[Problem, ...]
    news: News | None = Field(description="null where no earlier report is remembered")
