"""The whole plan as a workbook for people: clean entries, what must be mended, the schools.

Every text is a text cell, whatever it looks like; only whole days and counts are typed.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import xlsxwriter

from tochka_sync import messages, whole
from tochka_sync.exports import plan, words
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.result import Entry, Result, SchoolReport
from tochka_sync.visible import visible

_LONGEST = 32_767
"""The most a cell may hold; more would make the file unreadable."""
_WIDEST = 30
_WIDE = {
    "school": 36,
    "title": 38,
    "participating_schools": 34,
    "what": 60,
    "type": 34,
    "notes": 32,
}
"""The widest a column may grow, in characters, where it is not the ordinary."""
_NARROWEST = 7
_LINE = 15.0
_TALLEST = 409.0
"""Points: of one line, and the most Excel allows a row."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A row's number that opens its cell."""

    url: str
    row: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    names: Sequence[str]
    headers: Sequence[str]
    rows: Sequence[Sequence[plan.Shown | _Link]]


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        body = {
            "font_name": "Calibri",
            "font_size": 11,
            "valign": "top",
            "text_wrap": True,
            "border": 1,
            "border_color": "#C9D1D9",
        }
        self.head = book.add_format(
            {**body, "bold": True, "bg_color": "#E3ECF7", "num_format": "@"}
        )
        self.text = book.add_format({**body, "num_format": "@"})
        self.day = book.add_format({**body, "num_format": "dd.mm.yyyy", "align": "left"})
        self.number = book.add_format({**body, "num_format": "0", "align": "left"})
        self.link = book.add_format(
            {**body, "font_color": "#1155CC", "underline": 1, "align": "left"}
        )


def write(result: Result, language: Language, path: Path) -> None:
    """Write the three tabs to `path`."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {"title": visible(result.plan.title), "created": result.as_of.replace(tzinfo=None)}
    )
    looks = _Looks(book)
    for sheet in (_plan(result, language), _mend(result, language), _schools(result, language)):
        _put(book, sheet, looks)
    book.close()
    whole.write(path, out.getvalue(), private=result.contacts)


def _plan(result: Result, language: Language) -> _Sheet:
    """Return the clean entries; a column nobody filled is left out."""
    table = plan.of(result, language)
    filled = [
        at
        for at in range(len(table.names))
        if not table.rows or any(row[at] != "" for row in table.rows)
    ]
    return _Sheet(
        messages.text(language, "export.tab.plan"),
        [table.names[at] for at in filled],
        [table.headers[at] for at in filled],
        [[row[at] for at in filled] for row in table.rows],
    )


def _mend(result: Result, language: Language) -> _Sheet:
    """Return the entries in which something must be mended: where, what, and the text as it is."""
    entries = [entry for entry in result.entries if not entry.clean]
    names = {report.school.id: report.school.name for report in result.schools}
    raw = list(dict.fromkeys(chain.from_iterable(entry.raw for entry in entries)))
    own = ("tab", "row", "school", "what", "type")
    rows = [
        [
            entry.tab,
            _place(entry),
            names.get(school := entry.values.get("school") or "", school),
            "\n".join(_lines(entry, language)),
            "\n".join(_suggestions(entry)),
            *(entry.raw.get(header, "") for header in raw),
        ]
        for entry in entries
    ]
    return _Sheet(
        messages.text(language, "export.tab.mend"),
        [*own, *raw],
        [*(messages.text(language, f"export.column.{name}") for name in own), *raw],
        rows,
    )


def _place(entry: Entry) -> plan.Shown | _Link:
    url = next((found.url for found in _worth(entry) if found.url), None)
    return _Link(url, entry.row) if url else entry.row


def _lines(entry: Entry, language: Language) -> list[str]:
    """Return what is wrong cell by cell, and what to do where there is no text to type."""
    lines = []
    for found in _worth(entry):
        sentence, hint = messages.finding(language, found)
        said = sentence if found.suggestion else f"{sentence} {hint}"
        lines.append(f"{found.cell or entry.row}: {said}")
    return lines


def _suggestions(entry: Entry) -> list[str]:
    return [
        f"{found.cell or entry.row}: {found.suggestion}"
        for found in _worth(entry)
        if found.suggestion
    ]


def _worth(entry: Entry) -> list[Finding]:
    """Return what a person must or should mend, errors first."""
    serious = [Severity.ERROR, Severity.WARNING]
    found = [finding for finding in entry.findings if finding.severity in serious]
    return sorted(found, key=lambda finding: serious.index(finding.severity))


def _schools(result: Result, language: Language) -> _Sheet:
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
    return _Sheet(
        messages.text(language, "export.tab.schools"),
        columns,
        [messages.text(language, f"export.column.{name}") for name in columns],
        [_school(report, language) for report in result.schools],
    )


def _school(report: SchoolReport, language: Language) -> list[plan.Shown | _Link]:
    covered, held = report.coverage.covered, report.coverage.held
    return [
        report.school.name,
        messages.text(language, "export.yes" if report.obliged else "export.no"),
        messages.text(language, f"standing.{report.standing}"),
        messages.text(language, f"timing.evidence.{report.evidence}"),
        report.entries,
        report.complete,
        report.on_time,
        messages.text(language, f"contracts.{report.contracts}"),
        messages.text(language, "export.coverage", covered=covered, held=held)
        if covered is not None
        else "",
    ]


def _put(book: Any, sheet: _Sheet, looks: _Looks) -> None:
    tab = book.add_worksheet(sheet.title)
    rows: list[Sequence[plan.Shown | _Link]] = [sheet.headers, *sheet.rows]
    widths = [
        _width(name, [_text(row[column]) for row in rows])
        for column, name in enumerate(sheet.names)
    ]
    for column, width in enumerate(widths):
        tab.set_column(column, column, width)
    for at, row in enumerate(rows):
        tab.set_row(at, _height(map(_text, row), widths))
        for column, shown in enumerate(row):
            if at == 0:
                tab.write_string(0, column, _held(_text(shown)), looks.head)
            else:
                _cell(tab, (at, column), shown, looks)
    tab.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    tab.freeze_panes(1, 0)
    tab.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    tab.set_landscape()
    tab.set_paper(9)  # A4
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(0)
    tab.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)


def _text(shown: plan.Shown | _Link) -> str:
    match shown:
        case str():
            return shown
        case _Link():
            return str(shown.row)
        case date():
            return words.day(shown)
        case _:
            return str(shown)


def _width(name: str, texts: Iterable[str]) -> int:
    """Return as many characters as the longest line needs, within bounds."""
    longest = max(len(each) for text in texts for each in text.split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDE.get(name, _WIDEST))


def _height(texts: Iterable[str], widths: Sequence[int]) -> float:
    """Return the height in which the fullest cell shows all its lines: LibreOffice works out none."""
    lines = max(
        sum(-(-(len(each) + len(each) // 16) // width) or 1 for each in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(_LINE * lines + 3, _TALLEST)


def _cell(tab: Any, at: tuple[int, int], shown: plan.Shown | _Link, looks: _Looks) -> None:
    match shown:
        case "":
            tab.write_blank(*at, None, looks.text)
        case str():
            tab.write_string(*at, _held(shown), looks.text)
        case _Link():
            tab.write_url(*at, shown.url, looks.link)
            tab.write_number(*at, shown.row, looks.link)
        case date():
            tab.write_datetime(*at, shown, looks.day)
        case _:
            tab.write_number(*at, shown, looks.number)


def _held(text: str) -> str:
    """Return a text a cell can hold, cut where it must be so that the reader sees it."""
    text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
