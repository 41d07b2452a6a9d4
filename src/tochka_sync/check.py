"""START HERE. From the tables of one read to the `Result` that everything else starts from.

    Book ─▶ Form ─▶ Row ─▶ Entry ─▶ Result
            which   what    values, problems,
            column  kind    timing

A problem in the sheet becomes a `Finding` and the check goes on; only a wrong configuration stops
it. No row is lost: every non-blank row is an entry, clean or to be mended, or is skipped by kind.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tochka_sync import deadlines, evidence, rules
from tochka_sync.config import Config
from tochka_sync.fields import RowKind
from tochka_sync.findings import Finding, Severity
from tochka_sync.finish import Finish
from tochka_sync.judge import Judge, headers
from tochka_sync.planfile import Contacts
from tochka_sync.registry import Registry
from tochka_sync.result import (
    Entry,
    PlanFacts,
    Result,
    SchoolReport,
    Skipped,
    Standing,
    Summary,
    Timeliness,
)
from tochka_sync.sheet import tabs
from tochka_sync.sheet.form import Form, is_blank, recognise
from tochka_sync.sheet.rows import EMPTY
from tochka_sync.table import BLANK, Book, Table, url
from tochka_sync.values.cells import Reader

if TYPE_CHECKING:
    from tochka_sync.history.meeting import Meeting
    from tochka_sync.history.memory import Memory
    from tochka_sync.history.problems import Story


def check(
    book: Book,
    config: Config,
    now: datetime,
    *,
    gid: int | None = None,
    memory: "Memory | None" = None,
) -> Result:
    """Judge one read of the plan as of `now`.

    `gid` is the tab a link points at, used where the configuration names none. `memory` is what
    earlier reads know: evidence of when entries came, and what changed since. Raises
    `ConfigError` for a tab that is not there.
    """
    table = tabs.events(book, config, gid)
    form = recognise(table, tabs.wanted(config))
    reader = Reader(config.context(book.origin.timezone))
    entries = Judge(form, reader, config.file.required).entries(
        [row for row in form.rows if row.kind is RowKind.EVENT]
    )
    # An entry holds what its row did: of 770 000 rows, 74 MiB.
    form = form._replace(rows=tuple(row for row in form.rows if row.kind is not RowKind.EVENT))
    meeting = memory.meet(entries, form, book.origin) if memory else None
    seen = meeting.seen if meeting else {}
    evidence.time(entries, config, book.origin, now, seen)
    _add(entries, rules.find(entries, config))
    held = deadlines.held(entries, now)
    _add(entries, deadlines.uncovered(entries, form, held))

    registry, unfit = _called(tabs.schools(book, config), config, reader)
    schools = deadlines.standings(entries, form, registry, config, now, held=held)
    missing = deadlines.owed(schools, form, config, now)

    finish = Finish(book, config)
    story = _story(memory, meeting, book.origin.read_at.astimezone(config.timezone))

    def told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        finished = finish.all(findings)
        return story.dated(finished) if story else finished

    whole_form = told((*form.findings, *tabs.unread(book, config, table)))
    for entry in entries:
        entry.findings = told(entry.findings) if entry.findings else ()
    finish.hide(entries, form)
    findings = (
        *whole_form,
        *(found for entry in entries for found in entry.findings),
        *told(unfit),
        *told(missing),
        *told(story.removed(registry.by_id) if story else ()),
    )
    skipped = tuple(
        Skipped(table.title, row.number, row.kind, finish.texts(row.texts))
        for row in form.rows
        if row.kind is not RowKind.EVENT
    )
    result = Result(
        plan=_facts(config),
        origin=book.origin,
        as_of=now,
        entries=tuple(entries),
        skipped=skipped,
        blank_rows=form.blank,
        schools=tuple(schools),
        findings=findings,
        summary=summary(entries, skipped, schools, findings),
        url=url(book.origin, table),
        contacts=config.file.privacy.contacts is Contacts.KEEP,
        headers=headers(form),
        recognised=bool(form.columns),
        since=story.since() if story else None,
        meeting=meeting,
    )
    _nothing_lost(result, form)
    return result


def _called(table: Table | None, config: Config, reader: Reader) -> tuple[Registry, list[Finding]]:
    """Return the registry with what a tab of schools adds, and what is wrong in the tab."""
    if table is None:
        return config.registry, []
    from tochka_sync import roll  # noqa: PLC0415 - most plans have no such tab

    return roll.call(table, config, reader)


def _story(memory: "Memory | None", meeting: "Meeting | None", now: datetime) -> "Story | None":
    """Return what tells of the past, where there is one; without a history none of it is loaded."""
    if memory is None:
        return None
    from tochka_sync.history.problems import Story  # noqa: PLC0415

    return Story(memory, meeting, now)


def _add(entries: Sequence[Entry], found: Mapping[int, Iterable[Finding]]) -> None:
    """Give the entries more findings, by sheet row."""
    for entry in entries if found else ():
        if entry.row in found:
            entry.findings += tuple(found[entry.row])


def _facts(config: Config) -> PlanFacts:
    return PlanFacts(
        title=config.file.plan.title,
        school_year=str(config.file.plan.school_year),
        timezone=config.timezone.key,
        events_due=config.events_due,
        contracts_due=config.contracts_due,
        area_code=config.file.plan.phone_area_code,
    )


def summary(
    entries: Sequence[Entry],
    skipped: Sequence[Skipped],
    schools: Sequence[SchoolReport],
    findings: Sequence[Finding],
) -> Summary:
    """Count entries, rows, findings and obliged schools."""
    verdicts = Counter(entry.timing.verdict for entry in entries)
    severities = Counter(finding.severity for finding in findings)
    standings = Counter(school.standing for school in schools if school.obliged)
    filed = Counter(school.standing for school in schools if school.obliged and school.entries)
    complete = sum(entry.complete for entry in entries)
    return Summary(
        rows=len(entries) + len(skipped),
        entries=len(entries),
        complete=complete,
        incomplete=len(entries) - complete,
        late=verdicts[Timeliness.LATE],
        unknown=verdicts[Timeliness.UNKNOWN],
        skipped=len(skipped),
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        expected=standings.total(),
        received=sum(filed[s] for s in (Standing.ON_TIME, Standing.LATE, Standing.UNKNOWN)),
        received_on_time=standings[Standing.ON_TIME],
    )


def _nothing_lost(result: Result, form: Form) -> None:
    """Assert that every non-blank row of the sheet is in the result, and once."""
    clean = sum(entry.clean for entry in result.entries)
    unresolved = sum(not entry.clean for entry in result.entries)
    sheet = form.table.height - _blank_rows(form.table)
    if not (clean + unresolved + len(result.skipped) == result.summary.rows == sheet):
        raise AssertionError(  # a bug: exit code 70, nothing is written
            f"rows lost: {clean} clean + {unresolved} unresolved + {len(result.skipped)} skipped, {sheet} in the sheet"
        )


def _blank_rows(table: Table) -> int:
    """Count the rows of a table with nothing in them, apart from how the form counts them."""
    blank = list(range(table.height))
    for column in range(table.width):
        blank = [row for row in blank if not table.text(row, column).strip(EMPTY)]
    rich = [cells for cells in table.rich_columns.values() if cells]
    return sum(all(is_blank(cells.get(row, BLANK)) for cells in rich) for row in blank)
