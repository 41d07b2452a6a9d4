"""The whole plan as a workbook for people: clean entries, what must be mended, the schools.

A cell with a problem is coloured; its comment says what is wrong and what to type instead, and a
click on it opens the cell of the sheet.
"""

import io
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from tochka_sync import messages, whole
from tochka_sync.exports import plan
from tochka_sync.exports.sheets import Mark, Marked, Painter, Sheet
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.result import Entry, Result, SchoolReport, Standing
from tochka_sync.table import letters
from tochka_sync.visible import visible

_MARKS = {Severity.ERROR: Mark.WRONG, Severity.WARNING: Mark.DOUBTFUL}
_LARGE = 20_000
"""Rows beyond which `cells` writes the workbook: in a quarter of the time, but a cell's text in each."""
_STANDINGS = {
    Standing.ON_TIME: Mark.RIGHT,
    Standing.LATE: Mark.WRONG,
    Standing.MISSING: Mark.WRONG,
    Standing.INCOMPLETE: Mark.DOUBTFUL,
}


def write(result: Result, language: Language, path: Path) -> None:
    """Write the three tabs to `path`."""
    import xlsxwriter  # noqa: PLC0415 - most runs write no workbook

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {"title": visible(result.plan.title), "created": result.as_of.replace(tzinfo=None)}
    )
    painter = Painter(book, large=len(result.entries) > _LARGE)
    for sheet in (_plan(result, language), _mend(result, language), _schools(result, language)):
        painter.draw(sheet)
    book.close()
    whole.write(path, painter.filled(out.getvalue()), private=result.contacts)


def _plan(result: Result, language: Language) -> Sheet:
    """Return the clean entries; a column nobody filled is left out."""
    table = plan.of(result, language)
    filled = [
        at
        for at in range(len(table.names))
        if not table.rows or any(row[at] != "" for row in table.rows)
    ]
    names = [table.names[at] for at in filled]
    clean = (entry for entry in result.entries if entry.clean)
    return Sheet(
        messages.text(language, "export.tab.plan"),
        names,
        [table.headers[at] for at in filled],
        [
            _row(entry, names, tuple([row[at] for at in filled]), result, language)
            for entry, row in zip(clean, table.rows, strict=True)
        ],
    )


def _row(
    entry: Entry,
    names: Sequence[str],
    cells: Sequence[plan.Shown],
    result: Result,
    language: Language,
) -> Sequence[plan.Shown | Marked]:
    """Return a clean entry with its warnings where they belong, and its number as a link."""
    worth, url = _worth(entry), plan.address(result, entry)
    if not worth and url is None:
        return cells  # nearly every row of a large file
    about: dict[str, list[Finding]] = {}
    for found in worth:
        name = _ELSEWHERE.get(found.field or "", found.field or "timing")
        about.setdefault(name if name in names else "row", []).append(found)
    return [
        _cell(shown, about.get(name, ()), language, url if name == "row" else None)
        for name, shown in zip(names, cells, strict=True)
    ]


_ELSEWHERE = {
    "time": "date",
    "ends": "date",
    "students": "participants",
    "teachers": "participants",
    "first_name": "responsible",
    "patronymic": "responsible",
}
"""Columns of the sheet that join another column of the export."""


def _cell(
    shown: plan.Shown, about: Iterable[Finding], language: Language, url: str | None = None
) -> plan.Shown | Marked:
    """Return what a cell shows, coloured and explained where something is wrong with it."""
    found = list(about)
    if not found:
        return Marked(shown, url=url) if url else shown
    return Marked(
        shown,
        _MARKS[min((each.severity for each in found), key=list(_MARKS).index)],
        "\n\n".join(_comment(each, language) for each in found),
        url or found[0].url,
    )


def _comment(found: Finding, language: Language) -> str:
    """Return the sentence of a finding, and what to type or to do."""
    return "\n".join(filter(None, messages.told(language, found)))


def _mend(result: Result, language: Language) -> Sheet:
    """Return the entries in which something must be mended: where, what, and the text as it is."""
    entries = [entry for entry in result.entries if not entry.clean]
    names = result.standings.names
    raw = list(dict.fromkeys(chain.from_iterable(entry.raw for entry in entries)))
    columns = {header: letters(index) for header, index in result.headers.items()}
    own = ("tab", "row", "school", "what", "type")
    rows = []
    for entry in entries:
        about: dict[str | None, list[Finding]] = {}
        for found in _worth(entry):
            about.setdefault(found.column, []).append(found)
        rows.append(
            [
                entry.tab,
                _place(entry, result),
                names.get(school := entry.values.get("school") or "", school),
                "\n".join(_lines(entry, language)),
                "\n".join(_suggestions(entry, language)),
                *(
                    _cell(
                        entry.raw.get(header, ""), about.get(columns.get(header, ""), ()), language
                    )
                    for header in raw
                ),
            ]
        )
    return Sheet(
        messages.text(language, "export.tab.mend"),
        [*own, *raw],
        [*(messages.text(language, f"export.column.{name}") for name in own), *raw],
        rows,
    )


def _place(entry: Entry, result: Result) -> plan.Shown | Marked:
    url = next((found.url for found in _worth(entry) if found.url), plan.address(result, entry))
    return Marked(entry.row, url=url) if url else entry.row


def _lines(entry: Entry, language: Language) -> list[str]:
    """Return what is wrong cell by cell, and what to do where the text to type does not say it."""
    lines = []
    for found in _worth(entry):
        sentence, _, hint = messages.told(language, found)
        lines.append(f"{_where(found, entry, language)}: {sentence} {hint}".rstrip())
    return lines


def _suggestions(entry: Entry, language: Language) -> list[str]:
    """Return what to type cell by cell; what is only a guess says so."""
    return [
        f"{_where(found, entry, language)}: {_suggested(found, language)}"
        for found in _worth(entry)
        if found.suggestion
    ]


def _where(found: Finding, entry: Entry, language: Language) -> str:
    return found.cell or messages.text(language, "report.row", row=entry.row)


def _suggested(found: Finding, language: Language) -> str:
    if not found.facts.get("guess"):
        return found.suggestion or ""
    return messages.text(language, "export.guess", suggestion=found.suggestion)


def _worth(entry: Entry) -> list[Finding]:
    """Return what a person must or should mend, errors first."""
    if not entry.findings:
        return []
    serious = [Severity.ERROR, Severity.WARNING]
    found = [finding for finding in entry.findings if finding.severity in serious]
    return sorted(found, key=lambda finding: serious.index(finding.severity))


def _schools(result: Result, language: Language) -> Sheet:
    columns = (
        "school",
        "obliged",
        "standing",
        "evidence",
        "entries",
        "complete",
        "on_time",
        "contracts",
        "coverage",
    )
    return Sheet(
        messages.text(language, "export.tab.schools"),
        columns,
        [messages.text(language, f"export.column.{name}") for name in columns],
        [_school(report, language) for report in result.schools],
    )


def _school(report: SchoolReport, language: Language) -> list[plan.Shown | Marked]:
    covered, held = report.coverage.covered, report.coverage.held
    stands = "untold" if report.untold else report.standing
    standing = messages.text(language, f"standing.{stands}")
    return [
        report.school.name,
        messages.text(language, "export.yes" if report.obliged else "export.no"),
        Marked(standing, _STANDINGS.get(report.standing)),
        messages.text(language, f"timing.evidence.{report.evidence}"),
        report.entries,
        report.complete,
        report.on_time,
        messages.text(language, f"contracts.{report.contracts}"),
        messages.text(language, "export.coverage", covered=covered, held=held)
        if held and covered is not None
        else "",
    ]
