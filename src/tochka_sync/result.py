"""What a check gives: entries, findings and the standing of every school. Everything that is
written, shown or remembered starts from the one `Result`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import Code, Finding, Severity
from tochka_sync.models.event import Event
from tochka_sync.models.school import School, Schools
from tochka_sync.table import Origin
from tochka_sync.values.reading import Remark

if TYPE_CHECKING:
    from tochka_sync.history.meeting import Meeting


class Timeliness(StrEnum):
    """Whether an entry came in time; `UNKNOWN` where nothing says when it came."""

    ON_TIME = "on-time"
    LATE = "late"
    PENDING = "pending"
    UNKNOWN = "unknown"


class Timing(NamedTuple):
    """The verdict on one entry and what it rests on."""

    verdict: Timeliness
    evidence: str
    """`timestamp`, `ledger`, `read-before-deadline`, `file-modified` or `none`."""
    at: datetime | None = None
    """The moment the evidence names; of the ledger, by which the entry was there or complete."""
    late_by: int | None = None
    """Seconds past the deadline; by the ledger, at least so many."""
    after: datetime | None = None
    """Of the ledger: the earlier read, in which the entry was not yet there or complete."""
    reason: str | None = None
    """`completed_late` for an entry begun in time and completed after the deadline."""


UNTIMED = Timing(Timeliness.UNKNOWN, "none")
"""What is said of an entry while nothing says when it came."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event row, judged."""

    tab: str
    row: int
    """As the sheet counts: from 1."""
    raw: Mapping[str, str]
    """Header → text as shown, for every column; personal data is masked unless it was asked for."""
    values: Mapping[str, Any]
    """What could be read, by field of `Event`."""
    notes: Mapping[str, tuple[Remark, ...]]
    """What was assumed or put right, by field."""
    findings: tuple[Finding, ...]
    """The problems of this row's cells."""
    complete: bool
    """Whether every required field is there and readable."""
    timing: Timing
    sound: bool
    """Whether the schema takes it: none of the required fields was refused."""
    columns: Mapping[Field, int]
    """Column meaning → zero-based column, to point at a cell."""
    texts: tuple[str, ...]
    """All texts of the row as shown, by column."""

    @property
    def event(self) -> Event | None:
        """Return the row as the schema holds it, if it does."""
        return Event.model_construct(**self.values) if self.sound else None

    @property
    def clean(self) -> bool:
        """Whether nothing in the row must be fixed: none of its cells is an error.

        A late entry can be clean: no cell of it can be mended into coming earlier. So can one of a
        form that lacks a column, which is an error of the form: it is not `complete`.
        """
        return self.sound and not must_mend(self.findings)

    @property
    def problems(self) -> tuple[str, ...]:
        """Return the codes of the findings that have to be mended, each once."""
        return tuple(
            dict.fromkeys(
                finding.code.value
                for finding in self.findings
                if finding.severity in {Severity.ERROR, Severity.WARNING}
            )
        )


def must_mend(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding of an entry is an error that mending a cell puts right."""
    return any(
        finding.severity is Severity.ERROR and finding.code is not Code.ENTRY_LATE
        for finding in findings
    )


class Skipped(NamedTuple):
    """A row that is not an event, kept with its text so that nothing is lost."""

    tab: str
    row: int
    kind: RowKind
    cells: tuple[str, ...]


class Standing(StrEnum):
    """Where a school stands with the order's point 2.1."""

    ON_TIME = "on-time"
    LATE = "late"
    INCOMPLETE = "incomplete"
    MISSING = "missing"
    PENDING = "pending"
    UNKNOWN = "unknown"
    NOT_OBLIGED = "not-obliged"


class Contracts(StrEnum):
    """Where a school stands with point 2.2."""

    SIGNED = "signed"
    NOT_NEEDED = "not_needed"
    IN_PROGRESS = "in_progress"
    MISSING = "missing"
    UNKNOWN = "unknown"  # the form does not ask, or the cell does not say


class Coverage(NamedTuple):
    """Where a school stands with point 2.3: held events, and those with a publication.

    `covered` is `None` where the form has no column for publications.
    """

    held: int
    covered: int | None


class SchoolReport(NamedTuple):
    """One school against every obligation."""

    school: School
    obliged: bool
    standing: Standing
    evidence: str
    entries: int
    complete: int
    on_time: int
    contracts: Contracts
    coverage: Coverage

    @property
    def untold(self) -> bool:
        """Whether nobody knows if the school filed, since the form does not tell schools."""
        return self.standing is Standing.UNKNOWN and not self.entries


class Standings(Sequence[SchoolReport]):
    """Every school against every obligation; a report is made when it is asked for.

    Of a country's schools nearly all owe nothing and filed nothing: of them the same is said.
    """

    def __init__(self, registered: Schools, alike: Sequence[SchoolReport]) -> None:
        """Take for each school what is said of it, maybe in the report of another."""
        self.registered = registered
        self.alike = alike

    @classmethod
    def of(cls, reports: Sequence[SchoolReport]) -> "Standings":
        """Return reports that are there already."""
        return cls(Schools.of(report.school for report in reports), reports)

    @cached_property
    def obliged(self) -> Sequence[SchoolReport]:
        """The schools the order addresses."""
        return [self[at] for at, report in enumerate(self.alike) if report.obliged]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What to call the schools, by their ids."""
        return dict(zip(self.registered.columns.ids, self.registered.called, strict=True))

    def __len__(self) -> int:
        """Count them."""
        return len(self.alike)

    def __iter__(self) -> Iterator[SchoolReport]:
        """Go through them."""
        return iter(self._all)

    @overload
    def __getitem__(self, index: int) -> SchoolReport: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[SchoolReport, ...]: ...
    def __getitem__(self, index: int | slice) -> SchoolReport | tuple[SchoolReport, ...]:
        """Return one or some."""
        if isinstance(index, slice):
            return self._all[index]
        return _of(self.registered[index], self.alike[index])

    @cached_property
    def _all(self) -> tuple[SchoolReport, ...]:
        return tuple(map(_of, self.registered, self.alike))


def _of(school: School, alike: SchoolReport) -> SchoolReport:
    return SchoolReport._make((school, *alike[1:]))  # `_replace` takes thrice as long


class PlanFacts(NamedTuple):
    """What reports say of the plan itself."""

    title: str
    school_year: str
    timezone: str
    events_due: datetime
    contracts_due: datetime
    area_code: str = ""
    """The digits between +7 and a local number, to show it as people write it: 8 (41145) 4-25-16."""
    extensions: Mapping[str, datetime] = {}
    """The schools with a deadline of their own for their events, and which."""

    def due(self, school: str | None) -> datetime:
        """Return until when a school has time for its events."""
        return self.extensions.get(school or "", self.events_due)


class Summary(NamedTuple):
    """The totals. `rows` counts the non-blank rows: entries and skipped together."""

    rows: int
    entries: int
    complete: int
    incomplete: int
    late: int
    unknown: int
    skipped: int
    errors: int
    warnings: int
    infos: int
    expected: int
    received: int
    received_on_time: int


class Settled(NamedTuple):
    """A finding of the last report that is there no more: put right, or gone with its entry."""

    code: Code
    school: str | None
    field: str | None
    title: str | None
    """What the event is called, people hidden."""
    since: datetime


class Since(NamedTuple):
    """What became of the findings since the last report."""

    read_at: datetime
    """When the sheet of the last report was read."""
    new: tuple[Finding, ...]
    put_right: tuple[Settled, ...]
    open: tuple[Finding, ...]
    reopened: tuple[Finding, ...]
    """Once put right, and there again."""


class ReadTab(NamedTuple):
    """One tab of the plan, for pointing at its cells."""

    url: str | None
    """Opens it."""
    headers: Mapping[str, int]
    """Every heading → its zero-based column."""


class Result(NamedTuple):
    """The whole outcome of one check."""

    plan: PlanFacts
    origin: Origin
    as_of: datetime
    entries: Sequence[Entry]
    skipped: tuple[Skipped, ...]
    schools: Standings
    findings: tuple[Finding, ...]
    """All of them, those of entries included, in the order of the sheet."""
    summary: Summary
    clean: int
    """How many entries are clean."""
    url: str | None = None
    """Opens the sheet."""
    tabs: Mapping[str, ReadTab] = {}
    """The tabs of the plan by their titles."""
    contacts: bool = False
    """Whether names, phones and e-mails are kept in what is written."""
    recognised: bool = True
    """Whether the form of any tab was understood; if not, there is nothing to export."""
    since: Since | None = None
    """What changed since the last report; nothing where none is remembered."""
    exported: tuple[str, ...] = ()
    """Where the clean plan was written, the paths as they were given."""
    meeting: "Meeting | None" = None
    """Which entries the history knew again, for writing down; nothing without a history."""
    tells_schools: bool = True
    """Whether the form says which school filed; if not, none is said to be missing."""
    all_entries: Sequence[Entry] | None = None
    """Of a result seen by some schools only: the entries of all, as exports hold them."""
