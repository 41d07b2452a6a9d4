"""START HERE. From the tables of one read to the `Result` that everything else starts from.

    Book ─▶ Forms ─────────▶ Entries ─────────▶ Result
            of each tab:     of all tabs:
            which column,    values, problems,
            what kind of row timing

A problem in the sheet becomes a `Finding` and the check goes on; only a wrong configuration stops
it. No row is lost: every non-blank row is an entry, clean or to be mended, or is skipped by kind.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from tochka_sync import deadlines, evidence, judge, rules
from tochka_sync.config import Config
from tochka_sync.entries import Entries
from tochka_sync.findings import Finding, Severity
from tochka_sync.finish import Finish
from tochka_sync.planfile import Contacts
from tochka_sync.registry import Registry
from tochka_sync.result import (
    PlanFacts,
    ReadTab,
    Result,
    SchoolReport,
    Skipped,
    Standing,
    Summary,
    Timeliness,
    Timing,
)
from tochka_sync.sheet import tabs
from tochka_sync.sheet.form import Form, is_blank
from tochka_sync.table import BLANK, EMPTY, Book, Table, url
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
    now = now.astimezone(config.timezone)  # «today» is the plan's, wherever the program runs
    read_at = book.origin.read_at.astimezone(config.timezone)
    absent, there = _told_by(read_at, now, memory)
    forms = tabs.forms(book, config, gid)
    others = tabs.unread(book, config, forms)
    reader = Reader(config.context(book.origin.timezone))
    entries = judge.entries(forms, reader, config.file.required)
    unread = judge.entries(others, reader, config.file.required)
    aside = tabs.aside(book, config, forms, others)
    meeting = memory.meet(entries, book.origin, aside) if memory else None
    evidence.time(entries, config, book.origin, there, meeting.seen if meeting else ())
    entries.add(rules.find(entries, config))
    held = deadlines.held(entries, absent)
    entries.add(deadlines.uncovered(entries, held))

    registry, unfit = _called(tabs.schools(book, config), config, reader)
    schools = deadlines.standings(entries, unread, registry, config, absent, held=held)
    missing = deadlines.owed(schools, entries, unread, config, absent)

    story = _story(memory, meeting, read_at)
    finish = Finish(book, config, story.dated if story else tuple)
    of_tabs = finish.all(chain(*(form.findings for form in forms), tabs.left_out(others, forms)))
    entries.tell(finish.entries(entries), finish.hide)
    findings = (
        *of_tabs,
        *entries.told(),
        *finish.all(unfit),
        *finish.all(missing),
        *finish.all(story.removed(registry.by_id) if story else ()),
    )
    skipped = tuple(chain.from_iterable(map(finish.skipped, forms)))
    result = Result(
        plan=_facts(config),
        origin=finish.origin,
        as_of=now,
        entries=entries,
        skipped=skipped,
        schools=schools,
        findings=findings,
        summary=summary(entries.complete, entries.timings, skipped, schools.obliged, findings),
        clean=entries.clean,
        url=url(book.origin, forms[0].table),
        tabs={
            form.table.title: ReadTab(url(book.origin, form.table), finish.headings(form))
            for form in forms
        },
        contacts=config.file.privacy.contacts is Contacts.KEEP,
        recognised=any(form.columns for form in forms),
        since=story.since() if story else None,
        meeting=meeting,
        tells_schools=_tells_schools(entries, schools.obliged),
    )
    nothing_lost(result, entries, forms)
    return result


def _told_by(
    read_at: datetime, now: datetime, memory: "Memory | None"
) -> tuple[datetime, datetime]:
    """Return of which moment a read tells that something is not there, and of which that it is.

    Of one that is looked at again nobody knows what was typed after it. By a clock that stood behind
    that of a read before, nothing was there in time.
    """
    if memory is None:
        return now, now
    known = min(now, read_at) if memory.replay else now
    latest = max(memory.moments.values(), default=read_at)
    return known, known if read_at >= latest else max(known, latest)


def _called(table: Table | None, config: Config, reader: Reader) -> tuple[Registry, list[Finding]]:
    """Return the registry with what a tab of schools adds, and what is wrong in the tab."""
    if table is None:
        return config.registry, []
    from tochka_sync import roll  # noqa: PLC0415 - most plans have no such tab

    return roll.call(table, config, reader)


def _story(memory: "Memory | None", meeting: "Meeting | None", read_at: datetime) -> "Story | None":
    """Return what tells of the past, where there is one; without a history none of it is loaded."""
    if memory is None or meeting is None:
        return None
    from tochka_sync.history.problems import Story  # noqa: PLC0415

    return Story(memory, meeting, read_at)


def _tells_schools(entries: Entries, obliged: Sequence[SchoolReport]) -> bool:
    """Tell whether it is known which of the obliged schools filed."""
    return entries.tells_schools or not obliged or any(report.entries for report in obliged)


def _facts(config: Config) -> PlanFacts:
    return PlanFacts(
        title=config.file.plan.title,
        school_year=str(config.file.plan.school_year),
        timezone=config.timezone.key,
        events_due=config.events_due,
        contracts_due=config.contracts_due,
        area_code=config.file.plan.phone_area_code,
        extensions={school: config.due(school) for school in config.file.deadlines.extensions},
    )


def summary(
    complete: Sequence[bool],
    timings: Iterable[Timing],
    skipped: Sequence[Skipped],
    obliged: Sequence[SchoolReport],
    findings: Sequence[Finding],
) -> Summary:
    """Count entries, of which two columns are given, rows, findings and obliged schools."""
    verdicts = Counter([timing.verdict for timing in timings])
    severities = Counter([finding.severity for finding in findings])
    standings = Counter([school.standing for school in obliged])
    filed = Counter([school.standing for school in obliged if school.entries])
    return Summary(
        rows=len(complete) + len(skipped),
        entries=len(complete),
        complete=sum(complete),
        incomplete=len(complete) - sum(complete),
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


def nothing_lost(result: Result, entries: Entries, forms: Sequence[Form]) -> None:
    """Assert that every non-blank row of the tabs is in the result, and once."""
    skipped: defaultdict[str, set[int]] = defaultdict(set)
    for row in result.skipped:
        skipped[row.tab].add(row.row - 1)
    rows = sum(len(skipped[tab.title].union(tab.lines)) for tab in entries.tabs)
    sheet = sum(form.table.height - _blank_rows(form.table) for form in forms)
    if not (rows == len(result.entries) + len(result.skipped) == result.summary.rows == sheet):
        raise AssertionError(  # a bug: exit code 70, nothing is written
            f"rows lost: {len(result.entries)} entries + {len(result.skipped)} skipped, {sheet} in the sheet"
        )


def _blank_rows(table: Table) -> int:
    """Count the rows of a table with nothing in them, apart from how the form counts them."""
    blank: Sequence[int] = range(table.height)
    for column in range(table.width):
        texts = table.columns[column]
        blank = [row for row in blank if row >= len(texts) or not texts[row].strip(EMPTY)]
    rich = [cells for cells in table.rich_columns.values() if cells]
    return sum(all(is_blank(cells.get(row, BLANK)) for cells in rich) for row in blank)
