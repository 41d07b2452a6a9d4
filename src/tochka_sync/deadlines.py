"""Where every school stands with the order's three points, and what it owes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import partial

from tochka_sync.config import Config
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.once import once
from tochka_sync.registry import Registry
from tochka_sync.result import (
    Contracts,
    Coverage,
    Entry,
    SchoolReport,
    Standing,
    Timeliness,
)
from tochka_sync.rules import at
from tochka_sync.sheet.form import Form
from tochka_sync.values.what.contracts import ContractStatus
from tochka_sync.values.when.dates import EventDate, Precision

_HELD = frozenset({Precision.DAY, Precision.RANGE, Precision.LIST})
"""Dates exact enough to say that an event is over."""

_CONTRACTS = (
    (ContractStatus.SIGNED, Contracts.SIGNED),
    (ContractStatus.NOT_NEEDED, Contracts.NOT_NEEDED),
    (ContractStatus.IN_PROGRESS, Contracts.IN_PROGRESS),
    (ContractStatus.UNKNOWN, Contracts.UNKNOWN),
)
"""Which statement of several counts for a school: the best."""


def held(entries: Sequence[Entry], now: datetime) -> frozenset[int]:
    """Return the sheet rows of the events that are surely over by their dates, and were not called off."""
    over = once(partial(_over, today=now.date()))
    return frozenset(
        [
            entry.row
            for entry in entries
            if over(entry.values.get("date")) and not _called_off(entry)
        ]
    )


def uncovered(
    entries: Sequence[Entry], form: Form, held: Collection[int]
) -> dict[int, list[Finding]]:
    """Find held events without a link or a printed reference (point 2.3), by sheet row.

    A form without a column for them is not held against the events.
    """
    if Field.LINKS not in _columns(form):
        return {}
    return {
        entry.row: [at(entry, Field.LINKS, Code.COVERAGE_MISSING)]
        for entry in entries
        if entry.row in held and not _covered(entry) and not _link_refused(entry)
    }


def standings(
    entries: Sequence[Entry],
    form: Form,
    registry: Registry,
    config: Config,
    now: datetime,
    *,
    held: Collection[int],
) -> list[SchoolReport]:
    """Return every school of the registry against every obligation, in the registry's order.

    `held` are the sheet rows of the events that are over.

    A form in which no column of schools was found says of no school whether it filed: all are
    `unknown`.
    """
    by_school: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (school := entry.values.get("school")) is not None:
            by_school[school].append(entry)
    obliged_years = frozenset(config.file.obliged.centre_opened)
    columns = _columns(form)
    idle = _contracts((), columns), _coverage((), columns, held)
    reports = []
    for school in registry.schools:
        own = by_school.get(school.id, ())
        obliged = school.centre_opened is None or school.centre_opened in obliged_years
        standing, evidence = Standing.NOT_OBLIGED, "none"
        if obliged:
            standing = Standing.UNKNOWN
            if Field.SCHOOL in columns:
                standing, evidence = _standing(own, config, school.id, now)
        reports.append(
            SchoolReport(
                school=school,
                obliged=obliged,
                standing=standing,
                evidence=evidence,
                entries=len(own),
                complete=sum(entry.complete for entry in own),
                on_time=sum(entry.timing.verdict is Timeliness.ON_TIME for entry in own),
                contracts=_contracts(own, columns) if own else idle[0],
                coverage=_coverage(own, columns, held) if own else idle[1],
            )
        )
    return reports


def owed(
    schools: Sequence[SchoolReport], form: Form, config: Config, now: datetime
) -> Iterator[Finding]:
    """Return what schools owe: entries, contracts; and what the registry owes the rules."""
    columns = _columns(form)
    for report in schools:
        name, school = report.school.name, report.school.id
        if report.standing is Standing.UNKNOWN and not report.entries:
            pass  # it may have filed: the form does not say
        elif report.obliged and not report.entries:
            yield _owing(Code.SCHOOL_MISSING, school, config.due(school), now, name=name)
        elif report.obliged and _contract_owed(report, columns):
            yield _owing(
                Code.CONTRACT_MISSING,
                school,
                config.contracts_due,
                now,
                name=name,
                state=report.contracts,
            )
        if report.school.centre_opened is None:
            code = Code.REGISTRY_GAP
            yield Finding(code, SEVERITIES[code], "centre_opened", {"name": name}, school=school)


def _owing(code: Code, school: str, due: datetime, now: datetime, **facts: object) -> Finding:
    """Return a finding that is an error after a deadline, and days left before it."""
    past = now > due
    days = abs((due.date() - now.astimezone(due.tzinfo).date()).days)
    severity = SEVERITIES[code] if past else Severity.INFO
    return Finding(
        code,
        severity,
        "overdue" if past else "due",
        {"days": days, "due": due, **facts},
        school=school,
    )


def _standing(
    own: Sequence[Entry], config: Config, school: str, now: datetime
) -> tuple[Standing, str]:
    """Judge a school by its complete entries: enough in time, enough in all, too few, none."""
    wanted = config.file.obliged.min_events
    complete = [entry for entry in own if entry.complete]
    verdicts = [entry.timing.verdict for entry in complete]
    on_time = verdicts.count(Timeliness.ON_TIME)
    before = now <= config.due(school)
    if on_time >= wanted:
        return Standing.ON_TIME, _evidence(complete, Timeliness.ON_TIME)
    if len(complete) >= wanted:
        if on_time + verdicts.count(Timeliness.UNKNOWN) >= wanted:
            return Standing.UNKNOWN, "none"
        return Standing.LATE, _evidence(complete, Timeliness.LATE)
    if before:
        return Standing.PENDING, "read-before-deadline"
    return (Standing.INCOMPLETE if own else Standing.MISSING), "none"


def _evidence(entries: Sequence[Entry], verdict: Timeliness) -> str:
    return next(entry.timing.evidence for entry in entries if entry.timing.verdict is verdict)


def _contracts(own: Sequence[Entry], columns: frozenset[Field]) -> Contracts:
    if Field.CONTRACT not in columns:
        return Contracts.UNKNOWN
    said = {
        entry.values["contract"].status for entry in own if entry.values.get("contract") is not None
    }
    return next((state for status, state in _CONTRACTS if status in said), Contracts.MISSING)


def _coverage(own: Sequence[Entry], columns: frozenset[Field], held: Collection[int]) -> Coverage:
    over = [entry for entry in own if entry.row in held]
    covered = sum(map(_covered, over)) if Field.LINKS in columns else None
    return Coverage(len(over), covered)


def _contract_owed(report: SchoolReport, columns: frozenset[Field]) -> bool:
    return Field.CONTRACT in columns and report.contracts not in {
        Contracts.SIGNED,
        Contracts.NOT_NEEDED,
    }


def _columns(form: Form) -> frozenset[Field]:
    """Return what the columns hold; asked once, not for each school of a country."""
    return frozenset(column.field for column in form.columns if column.field is not None)


def _called_off(entry: Entry) -> bool:
    remarks = entry.notes.get(Field.REMARK.value, ())
    return any(note.reason in {"cancelled", "postponed"} for note in remarks)


def _over(when: object, today: date) -> bool:
    """Tell whether a date is surely past: its last day is before today."""
    if not isinstance(when, EventDate) or when.precision not in _HELD:
        return False
    last = max(when.dates, default=when.end)
    return last is not None and last < today


def _covered(entry: Entry) -> bool:
    return bool(entry.values.get("links")) or entry.values.get("print_media") is not None


def _link_refused(entry: Entry) -> bool:
    """Tell whether the link cell is already a finding: one finding for one cause."""
    return any(finding.field == Field.LINKS.value for finding in entry.findings)
