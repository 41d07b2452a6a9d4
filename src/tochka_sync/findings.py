"""A problem tied to a cell, and the catalogue of what problems there are."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

Answer = TypeVar("Answer")

MASK = "•••"
"""What stands for a value that is personal data."""
_EXACT = frozenset({str, bool, date})
"""Types of facts that are equal only where they are told alike: one moment has two names in two zones."""
KEPT = 1 << 11
"""How many answers are kept of what has been said before; most findings of a plan repeat one."""


class Severity(StrEnum):
    """How much a finding matters; `OFF` in the configuration silences a code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class Code(StrEnum):
    """The name of a kind of finding. Other programs read these: they never change."""

    FORM_UNRECOGNISED = "form-unrecognised"
    COLUMN_MISSING = "column-missing"
    COLUMN_DUPLICATE = "column-duplicate"
    COLUMN_UNKNOWN = "column-unknown"
    TAB_UNREAD = "tab-unread"
    REQUIRED_MISSING = "required-missing"
    DATE_UNREADABLE = "date-unreadable"
    DATE_IMPOSSIBLE = "date-impossible"
    DATE_AMBIGUOUS = "date-ambiguous"
    DATE_VAGUE = "date-vague"
    DATE_OUTSIDE_YEAR = "date-outside-year"
    DATE_WEEKDAY_MISMATCH = "date-weekday-mismatch"
    DATE_NON_WORKING = "date-non-working"
    SCHOOL_UNKNOWN = "school-unknown"
    SCHOOL_AMBIGUOUS = "school-ambiguous"
    SCHOOL_CONFLICT = "school-conflict"
    VALUE_UNREADABLE = "value-unreadable"
    PHONE_INVALID = "phone-invalid"
    EMAIL_INVALID = "email-invalid"
    LINK_INVALID = "link-invalid"
    EXCEL_AUTOFORMAT = "excel-autoformat"
    SPREADSHEET_ERROR = "spreadsheet-error"
    MISPLACED_VALUE = "misplaced-value"
    TEXT_CORRECTED = "text-corrected"
    EVENT_CANCELLED = "event-cancelled"
    EVENT_POSTPONED = "event-postponed"
    DUPLICATE_ENTRY = "duplicate-entry"
    DATE_CLASH = "date-clash"
    COUNT_MISMATCH = "count-mismatch"
    ENTRY_LATE = "entry-late"
    SCHOOL_MISSING = "school-missing"
    EVENTS_MISSING = "events-missing"
    CONTRACT_MISSING = "contract-missing"
    COVERAGE_MISSING = "coverage-missing"
    ENTRY_REMOVED = "entry-removed"
    REGISTRY_GAP = "registry-gap"


SEVERITIES: Mapping[Code, Severity] = {
    Code.FORM_UNRECOGNISED: Severity.ERROR,
    Code.COLUMN_MISSING: Severity.ERROR,
    Code.COLUMN_DUPLICATE: Severity.WARNING,
    Code.COLUMN_UNKNOWN: Severity.INFO,
    Code.TAB_UNREAD: Severity.WARNING,
    Code.REQUIRED_MISSING: Severity.ERROR,
    Code.DATE_UNREADABLE: Severity.ERROR,
    Code.DATE_IMPOSSIBLE: Severity.ERROR,
    Code.DATE_AMBIGUOUS: Severity.ERROR,
    Code.DATE_VAGUE: Severity.WARNING,
    Code.DATE_OUTSIDE_YEAR: Severity.WARNING,
    Code.DATE_WEEKDAY_MISMATCH: Severity.WARNING,
    Code.DATE_NON_WORKING: Severity.INFO,
    Code.SCHOOL_UNKNOWN: Severity.ERROR,
    Code.SCHOOL_AMBIGUOUS: Severity.ERROR,
    Code.SCHOOL_CONFLICT: Severity.ERROR,
    Code.VALUE_UNREADABLE: Severity.WARNING,  # an error where the field is required
    Code.PHONE_INVALID: Severity.WARNING,
    Code.EMAIL_INVALID: Severity.WARNING,
    Code.LINK_INVALID: Severity.WARNING,
    Code.EXCEL_AUTOFORMAT: Severity.ERROR,
    Code.SPREADSHEET_ERROR: Severity.ERROR,
    Code.MISPLACED_VALUE: Severity.WARNING,  # an error where the field is required
    Code.TEXT_CORRECTED: Severity.INFO,
    Code.EVENT_CANCELLED: Severity.INFO,
    Code.EVENT_POSTPONED: Severity.WARNING,
    Code.DUPLICATE_ENTRY: Severity.WARNING,
    Code.DATE_CLASH: Severity.INFO,
    Code.COUNT_MISMATCH: Severity.WARNING,
    Code.ENTRY_LATE: Severity.ERROR,
    Code.SCHOOL_MISSING: Severity.ERROR,  # info before the deadline
    Code.EVENTS_MISSING: Severity.ERROR,  # info before the deadline
    Code.CONTRACT_MISSING: Severity.ERROR,  # info before its deadline
    Code.COVERAGE_MISSING: Severity.WARNING,
    Code.ENTRY_REMOVED: Severity.WARNING,
    Code.REGISTRY_GAP: Severity.INFO,
}
"""Default severities; the plan's configuration may change each."""


_OF_THE_FORM = frozenset(
    {
        (Code.FORM_UNRECOGNISED, None),
        (Code.COLUMN_MISSING, None),
        (Code.COLUMN_DUPLICATE, None),
        (Code.COLUMN_UNKNOWN, None),
        (Code.TAB_UNREAD, None),
        (Code.DATE_OUTSIDE_YEAR, "plan_year"),  # what a title or a heading says
        (Code.SCHOOL_CONFLICT, "other_tab"),
        (Code.MISPLACED_VALUE, "other_tab"),
    }
)


def of_the_form(code: Code, reason: str | None) -> bool:
    """Tell what concerns a tab as a whole, even where a row of it is named, and so every school."""
    return (code, None) in _OF_THE_FORM or (code, reason) in _OF_THE_FORM


class Problem(NamedTuple):
    """What is wrong with a cell, wherever that stands: cells that say the same have one in common."""

    code: Code
    severity: Severity
    reason: str | None = None
    """What exactly, where a code covers several cases (`range_reversed`)."""
    facts: Mapping[str, object] = {}
    field: str | None = None
    value: str | None = None
    """The cell's text as shown; of a finding a stand-in where it is personal data."""
    suggestion: str | None = None
    """The exact text to type instead."""
    candidates: tuple[str, ...] = ()
    """The readings of an ambiguous cell, or the nearest names of an unknown one."""


class Finding(NamedTuple):
    """One problem, with everything a reader needs to find and mend the cell.

    Says nothing in any language: `messages` makes the sentence out of `code`, `reason` and `facts`.
    """

    code: Code
    severity: Severity
    reason: str | None = None
    """What exactly, where a code covers several cases (`range_reversed`)."""
    facts: Mapping[str, object] = {}
    tab: str | None = None
    row: int | None = None
    """As the sheet counts: from 1."""
    column: str | None = None
    """The column's letters."""
    field: str | None = None
    value: str | None = None
    """The cell's text as shown; a stand-in where it is personal data."""
    suggestion: str | None = None
    """The exact text to type instead."""
    candidates: tuple[str, ...] = ()
    """The readings of an ambiguous cell, or the nearest names of an unknown one."""
    school: str | None = None
    title: str | None = None
    """What the event is called, where the problem is one event's."""
    url: str | None = None
    """Opens the cell."""
    fingerprint: str = ""
    """Stays the same while the problem does, whatever the row number."""
    since: datetime | None = None

    @property
    def problem(self) -> Problem:
        """Return what is wrong, apart from where."""
        code, severity, reason, facts, _, _, _, field, value, suggestion, candidates = self[:11]
        return Problem(code, severity, reason, facts, field, value, suggestion, candidates)

    @property
    def cell(self) -> str | None:
        """Return the A1 name of the cell."""
        return f"{self.column}{self.row}" if self.column and self.row else None


Told = TypeVar("Told", Finding, Problem)


def shared(answer: Callable[[Told], Answer]) -> Callable[[Told], Answer]:
    """Return a function that answers once for all findings that say the same, wherever they stand.

    So an answer may rest on neither the place, the school, the event, the fingerprint nor the age.
    """
    known: dict[tuple[object, ...], Answer] = {}

    def answered(found: Told) -> Answer:
        same = _same(found)
        if same is None:
            return answer(found)
        if (ready := known.get(same)) is not None:
            return ready
        if len(known) == KEPT:
            known.clear()
        made = known[same] = answer(found)
        return made

    return answered


def _same(found: Finding | Problem) -> tuple[object, ...] | None:
    """Return what findings that say the same have in common; nothing of one that is its own."""
    facts = found.facts
    if facts and not _EXACT.issuperset(map(type, facts.values())):
        return None
    return (
        found.code,
        found.severity,
        found.reason,
        tuple(facts.items()) if facts else (),
        found.field,
        found.value,
        found.suggestion,
        found.candidates,
    )
