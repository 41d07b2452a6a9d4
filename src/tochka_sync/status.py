"""Every school against every obligation of the order, the most pressing first.

Shown in a terminal, as Markdown or as JSON; the JSON is the report's without its findings.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from tochka_sync import messages, shape
from tochka_sync.messages import Language
from tochka_sync.reports import groups
from tochka_sync.reports.moments import deadline, moment
from tochka_sync.result import Contracts, Result, SchoolReport
from tochka_sync.visible import exact, line

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 160
_ROOMY = 120
"""From how many characters across on there is room for what tells when a school filed."""
_OWED = frozenset({Contracts.MISSING, Contracts.IN_PROGRESS, Contracts.UNKNOWN})
_GAP = 2
_COLUMNS = ("school", "plan", "entries", "on-time", "contracts", "coverage")


class StatusFormat(StrEnum):
    """How the table of schools is written."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


def ordered(result: Result) -> list[SchoolReport]:
    """Return the schools by what needs attention: point 2.1, then 2.2, then 2.3."""
    return sorted(result.schools, key=_pressing)


def terminal(result: Result, language: Language, out: TextIO) -> None:
    """Write the table for a person at a terminal; nothing is cut, long names are folded.

    Where its words do not fit beside one another they stand under one another, school by school.
    """
    from rich.console import Console  # noqa: PLC0415 - a table for people only

    width = None if out.isatty() else _WIDTH
    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
    evidence = console.width >= _ROOMY
    rows = [_cells(each, result, language, evidence=evidence) for each in ordered(result)]
    for text in _head(result, language):
        console.print(text)
    console.print()
    headings = [messages.text(language, f"status.{name}") for name in _COLUMNS]
    # A heading of two lines leaves its room to names and standings.
    table = [[heading.replace(" (", "\n(") for heading in headings], *rows]
    longest = [max(map(len, "\n".join(column).split())) for column in zip(*table, strict=True)]
    if sum(_GAP + each for each in longest) <= console.width:
        _beside(table, longest, console)
    else:
        _below(headings, rows, console)
    console.print()
    console.print(_totals(result, language))


def _beside(rows: Sequence[Sequence[str]], longest: Sequence[int], console: "Console") -> None:
    """Print a table whose columns are at least as wide as their longest words."""
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, heading, least in zip(_COLUMNS, rows[0], longest, strict=True):
        count = name in {"entries", "on-time", "coverage"}
        table.add_column(
            heading, justify="right" if count else "left", overflow="fold", min_width=least
        )
    for row in rows[1:]:
        table.add_row(*row)
    console.print(table)


def _below(headings: Sequence[str], rows: Sequence[Sequence[str]], console: "Console") -> None:
    """Print every school with what is known of it line by line."""
    from rich.padding import Padding  # noqa: PLC0415

    for name, *cells in rows:
        console.print(name, style="bold")
        for heading, cell in zip(headings[1:], cells, strict=True):
            console.print(Padding(f"{heading}: {cell}", (0, 0, 0, _GAP), expand=False))


def markdown(result: Result, language: Language, out: TextIO) -> None:
    """Write the table as Markdown."""
    title, *rest = _head(result, language)
    out.write(f"# {_plain(title)}\n\n")
    out.writelines(f"{_plain(text)}  \n" for text in rest)
    headers = [messages.text(language, f"status.{name}") for name in _COLUMNS]
    out.write(f"\n| {' | '.join(headers)} |\n|{' --- |' * len(headers)}\n")
    rows = [
        [_plain(cell) for cell in _cells(report, result, language)] for report in ordered(result)
    ]
    out.writelines(f"| {' | '.join(row)} |\n" for row in rows)
    out.write(f"\n{_plain(_totals(result, language))}\n")


def json(result: Result, language: Language, out: TextIO) -> None:
    """Write the table for programs."""
    document = shape.report(result, language)
    del document["findings"]
    place = {report.school.id: number for number, report in enumerate(ordered(result))}
    document["schools"].sort(key=lambda school: place[school["school"]])
    exact(out).write(shape.dumps(document))


WRITERS: Mapping[StatusFormat, Callable[[Result, Language, TextIO], None]] = {
    StatusFormat.TERMINAL: terminal,
    StatusFormat.MARKDOWN: markdown,
    StatusFormat.JSON: json,
}


def _pressing(report: SchoolReport) -> tuple[int, bool, int]:
    covered = report.coverage.covered
    uncovered = 0 if covered is None else report.coverage.held - covered
    owed = report.obliged and report.contracts in _OWED
    return groups.PRESSING.index(report.standing), not owed, -uncovered


def _head(result: Result, language: Language) -> list[str]:
    plan, origin = result.plan, result.origin
    key, facts = deadline(result)
    read = moment(origin.read_at, plan)
    dues = (plan.events_due, *plan.extensions.values())
    passed = any(origin.read_at <= due < result.as_of for due in dues)
    unread = messages.text(language, "status.unread", read=read)
    return [
        line(plan.title),
        messages.text(language, "report.source", name=line(origin.name), read=read),
        messages.text(
            language, "report.as_of", moment=moment(result.as_of, plan), timezone=plan.timezone
        ),
        messages.text(language, f"report.{key}", **facts),
        *([unread] if passed else []),
    ]


def _cells(
    report: SchoolReport, result: Result, language: Language, *, evidence: bool = True
) -> list[str]:
    standing = messages.text(language, groups.standing(report))
    if evidence and report.evidence != "none":
        standing += f" ({messages.text(language, f'timing.evidence.{report.evidence}')})"
    covered = report.coverage.covered
    return [
        line(result.schools.names[report.school.id]),
        standing,
        f"{report.complete}/{report.entries}",
        str(report.on_time),
        messages.text(language, f"contracts.{report.contracts}"),
        "—" if covered is None else f"{covered}/{report.coverage.held}",
    ]


def _totals(result: Result, language: Language) -> str:
    if not result.tells_schools:
        key, facts = groups.filed(result)
        return messages.text(language, f"report.{key}", **facts)
    summary = result.summary
    obliged = result.schools.obliged
    covered = [report.coverage for report in result.schools if report.coverage.covered is not None]
    return messages.text(
        language,
        "status.totals",
        expected=summary.expected,
        received=summary.received,
        on_time=summary.received_on_time,
        settled=sum(report.contracts not in _OWED for report in obliged),
        covered=sum(coverage.covered or 0 for coverage in covered),
        held=sum(coverage.held for coverage in covered),
    )


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    escaped = "".join(f"\\{letter}" if letter in r"\`*_[]<>|#" else letter for letter in text)
    return line(escaped)
