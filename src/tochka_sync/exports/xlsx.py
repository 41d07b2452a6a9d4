"""The whole plan as a workbook for people: clean entries, what must be mended, the schools.

A cell with a problem is coloured; its comment says what is wrong and what to type instead, and a
click on it opens the cell of the sheet.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Self

from tochka_sync import discreet, messages, whole
from tochka_sync.assemble import says
from tochka_sync.exports import clean, plan
from tochka_sync.exports.sheets import Again, Mark, Marked, Painter, Sheet
from tochka_sync.fields import Field
from tochka_sync.findings import Finding, Severity, shared
from tochka_sync.messages import Language
from tochka_sync.result import Result, SchoolReport, Standing
from tochka_sync.table import letters
from tochka_sync.visible import visible

_MARKS = {Severity.ERROR: Mark.WRONG, Severity.WARNING: Mark.DOUBTFUL}
_LARGE = 1_000
"""Rows beyond which `cells` writes the workbook: of 20,000 in a third of the time and a tenth of the
memory, but with a text in each of its cells, so that a small file would be larger by half."""
_STANDINGS = {
    Standing.ON_TIME: Mark.RIGHT,
    Standing.LATE: Mark.WRONG,
    Standing.MISSING: Mark.WRONG,
    Standing.INCOMPLETE: Mark.DOUBTFUL,
}


class Said(NamedTuple):
    """What is said of a finding."""

    wrong: str
    hint: str
    """What to do where the text to type does not say it."""
    comment: str
    """All of it: cells of which the same is said share one text."""

    @classmethod
    def of(cls, language: Language, year: str, found: Finding) -> Self:
        """Put a finding into words, with examples of a school year."""
        told = messages.told(language, found, year)
        return cls(told[0], told[2], "\n".join(filter(None, told)))


Say = Callable[[Finding], Said]


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
    rows = max(len(result.entries), len(result.schools))
    painter = Painter(book, large=rows > _LARGE)
    say = shared(partial(Said.of, language, result.plan.school_year))
    for sheet in (
        _plan(result, language, say),
        _mend(result, language, say),
        _schools(result, language),
    ):
        painter.draw(sheet)
    book.close()
    with whole.spooled(path, private=result.contacts) as file:
        painter.write(out.getvalue(), file)


def _plan(result: Result, language: Language, say: Say) -> Sheet:
    """Return the clean entries; a column nobody filled is left out."""
    table = plan.of(result, language)
    entries = table.entries
    height = len(entries.rows)
    filled = [
        at
        for at, column in enumerate(table.columns)
        if not height or any(shown != "" for shown in column)
    ]
    names = [table.names[at] for at in filled]
    columns = [table.columns[at] for at in filled]

    def links() -> Iterator[str]:
        for tab, row, own in zip(entries.tabs, entries.rows, entries.columns, strict=True):
            yield plan.address(result, tab, row, own) or ""

    return Sheet(
        messages.text(language, "export.tab.plan"),
        names,
        [table.headers[at] for at in filled],
        columns,
        height,
        list(_doubtful(entries.findings, names, columns, say)),
        Again(links) if result.url else None,
    )


def _doubtful(
    findings: Sequence[Iterable[Finding]],
    names: Sequence[str],
    columns: Sequence[Sequence[plan.Shown]],
    say: Say,
) -> Iterator[Marked]:
    """Give the warnings of clean entries where they belong, else at the number of the row."""
    places = {name: place for place, name in enumerate(names)}
    for row, found in enumerate(findings):
        about: dict[int, list[Finding]] = {}
        for each in _worth(found):
            name = says(Field(each.field))[0] if each.field else "timing"
            about.setdefault(places.get(name, places["row"]), []).append(each)
        for place in sorted(about):
            yield _marked(row, place, columns[place][row], about[place], say)


def _marked(row: int, column: int, shown: plan.Shown, found: Sequence[Finding], say: Say) -> Marked:
    """Return a cell with something wrong: coloured, explained and opening the cell of the sheet."""
    return Marked(
        row,
        column,
        shown,
        _MARKS[min((each.severity for each in found), key=list(_MARKS).index)],
        "\n\n".join([say(each).comment for each in found]),
        None if shown == "" else found[0].url,
    )


def _mend(result: Result, language: Language, say: Say) -> Sheet:
    """Return the entries in which something must be mended: where, what, and the text as it is."""
    rows = _read(result)

    def wrong(found: Finding, row: int) -> str:
        said = say(found)
        return f"{_where(found, row, language)}: {said.wrong} {said.hint}".rstrip()

    def suggested(found: Finding, row: int) -> str:
        suggestion = _suggested(found, language)
        return suggestion and f"{_where(found, row, language)}: {suggestion}"

    own: dict[str, Iterable[plan.Shown]] = {
        "tab": [discreet.tab(result, title) for title in rows.tabs],
        "row": rows.numbers,
        "school": rows.schools,
        "what": Again(partial(_lines, rows, wrong)),
        "type": Again(partial(_lines, rows, suggested)),
    }
    return Sheet(
        messages.text(language, "export.tab.mend"),
        [*own, *rows.texts],
        [*(messages.text(language, f"export.column.{name}") for name in own), *rows.texts],
        [*own.values(), *rows.texts.values()],
        len(rows.numbers),
        list(_wrong(result, rows, len(own), say)),
        Again(partial(_links, result, rows)) if result.url else None,
    )


class _Rows(NamedTuple):
    """The entries to mend by columns."""

    tabs: list[str]
    numbers: list[int]
    schools: list[str]
    findings: list[tuple[Finding, ...]]
    columns: list[Mapping[Field, int]]
    texts: dict[str, list[str]]
    """By heading, empty where an entry has no such column."""


def _read(result: Result) -> _Rows:
    names = result.schools.names
    places = clean.to_mend(result)
    rows = _Rows([], [], [], [], [], {})
    for at, entry in enumerate(result.entries[place] for place in places):
        school = entry.values.get("school") or ""
        rows.tabs.append(entry.tab)
        rows.numbers.append(entry.row)
        rows.schools.append(names.get(school, school))
        rows.findings.append(entry.findings)
        rows.columns.append(entry.columns)
        for header, text in entry.raw.items():
            if header not in rows.texts:
                rows.texts[header] = [""] * len(places)
            rows.texts[header][at] = text
    return rows


def _lines(rows: _Rows, told: Callable[[Finding, int], str]) -> Iterator[str]:
    """Give what is said of each row, cell by cell."""
    for found, number in zip(rows.findings, rows.numbers, strict=True):
        yield "\n".join(filter(None, [told(each, number) for each in _worth(found)]))


def _links(result: Result, rows: _Rows) -> Iterator[str]:
    """Give what opens each row: its gravest cell."""
    places = zip(rows.tabs, rows.numbers, rows.columns, strict=True)
    for found, (tab, number, columns) in zip(rows.findings, places, strict=True):
        urls = (each.url for each in _worth(found) if each.url)
        yield next(urls, None) or plan.address(result, tab, number, columns) or ""


def _wrong(result: Result, rows: _Rows, before: int, say: Say) -> Iterator[Marked]:
    """Give the texts as they are in which something is wrong; `before` columns stand before them."""
    places = {
        title: {
            letters(tab.headers[header]): (place, texts)
            for place, (header, texts) in enumerate(rows.texts.items(), before)
            if header in tab.headers
        }
        for title, tab in result.tabs.items()
    }
    for row, (title, found) in enumerate(zip(rows.tabs, rows.findings, strict=True)):
        own = places.get(title, {})
        about: dict[str, list[Finding]] = {}
        for each in _worth(found):
            if each.column in own:
                about.setdefault(each.column, []).append(each)
        for column in sorted(about, key=lambda column: own[column][0]):
            place, texts = own[column]
            yield _marked(row, place, texts[row], about[column], say)


def _where(found: Finding, row: int, language: Language) -> str:
    return found.cell or messages.text(language, "report.row", row=row)


def _suggested(found: Finding, language: Language) -> str:
    """Return what to type; what is only a guess says so."""
    if not found.suggestion or not found.facts.get("guess"):
        return found.suggestion or ""
    return messages.text(language, "export.guess", suggestion=found.suggestion)


def _worth(findings: Iterable[Finding]) -> list[Finding]:
    """Return what a person must or should mend, errors first."""
    return [
        *[found for found in findings if found.severity is Severity.ERROR],
        *[found for found in findings if found.severity is Severity.WARNING],
    ]


def _schools(result: Result, language: Language) -> Sheet:
    names = (
        *("school", "obliged", "standing", "evidence", "entries", "complete", "on_time"),
        *("contracts", "coverage"),
    )
    named = zip(result.schools, result.schools.registered.called, strict=True)
    rows = [_school(report, called, language) for report, called in named]
    standing = names.index("standing")
    return Sheet(
        messages.text(language, "export.tab.schools"),
        names,
        [messages.text(language, f"export.column.{name}") for name in names],
        list(zip(*rows, strict=True)) or [()] * len(names),
        len(rows),
        [
            Marked(row, standing, rows[row][standing], _STANDINGS[report.standing])
            for row, report in enumerate(result.schools)
            if report.standing in _STANDINGS
        ],
    )


def _school(report: SchoolReport, called: str, language: Language) -> list[plan.Shown]:
    covered, held = report.coverage.covered, report.coverage.held
    stands = "untold" if report.untold else report.standing
    return [
        called,
        messages.text(language, "export.yes" if report.obliged else "export.no"),
        messages.text(language, f"standing.{stands}"),
        messages.text(language, f"timing.evidence.{report.evidence}"),
        report.entries,
        report.complete,
        report.on_time,
        messages.text(language, f"contracts.{report.contracts}"),
        messages.text(language, "export.coverage", covered=covered, held=held)
        if held and covered is not None
        else "",
    ]
