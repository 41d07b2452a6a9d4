"""Whatever is typed, every report and export stays well-formed and inert, and shows the cell."""

import io
import re
from pathlib import Path

import pytest

from tests.hostile.cells import CELLS, MARK
from tests.hostile.inert import EXPORTS, REPORTS
from tests.plans import AFTER, book, config
from tochka_sync import exports, reports
from tochka_sync.check import check
from tochka_sync.messages import Language
from tochka_sync.result import Result
from tochka_sync.table import Book, Table

HEADER = ("Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный", "Телефон",
          "Место", "Ссылка", "Договор")  # fmt: skip
GOOD = ("СОШ №8", "Фестиваль", "10.02.2024", "8-9 классы", "Иванова А.П.", "8 914 123 45 67",
        "актовый зал", "https://vk.com/a", "не требуется")  # fmt: skip


def _rows(places: range) -> list[tuple[str, ...]]:
    """A row for each hostile cell in each of the places, the rest of it good."""
    return [
        tuple(cell if column == place else good for column, good in enumerate(GOOD))
        for place in places
        for cell in CELLS
    ]


def _judged(header, rows, *, title: str = "План", name: str = "plan.csv", **sections) -> Result:
    table = Table.of_rows(title, [list(header), *(list(row) for row in rows)])
    read = book("", now=AFTER, spreadsheet="1" * 44)
    whole = Book(read.origin._replace(name=name, kind="google"), (table,))
    sections.setdefault("privacy", {"contacts": "keep"})
    return check(whole, config(**sections), AFTER)


EVERYWHERE = pytest.param("everywhere", marks=pytest.mark.torture)


@pytest.fixture(scope="module", params=["by turns", EVERYWHERE])
def in_cells(request) -> Result:
    """Every hostile cell, in the columns by turns or in every one."""
    rows = _rows(range(len(GOOD)))
    if request.param == "by turns":
        rows = [rows[number % len(GOOD) * len(CELLS) + number] for number in range(len(CELLS))]
    return _judged(HEADER, rows)


@pytest.fixture(scope="module")
def in_titles() -> Result:
    """Every hostile cell where any text goes: all rows are clean."""
    return _judged(HEADER, _rows(range(1, 2)))


@pytest.fixture(scope="module", params=range(0, len(CELLS), 9))
def around(request) -> Result:
    """Hostile headers, tab, name of the file, title of the plan."""
    some = CELLS[request.param : request.param + 9]
    short = [cell[:300] for cell in some]
    return _judged(
        (*HEADER, *some),
        [(*GOOD, *some), (*some, *GOOD)],
        title=short[0],
        name=short[-1],
        plan={"school_year": "2023-2024", "title": short[len(short) // 2]},
    )


def _reported(result: Result, kind: reports.ReportFormat) -> str:
    out = io.StringIO()
    reports.WRITERS[kind](result, Language.RU, out)
    return out.getvalue()


@pytest.mark.parametrize("kind", list(reports.ReportFormat))
def test_every_report_stays_inert(in_cells, kind):
    shown = REPORTS[kind](_reported(in_cells, kind))
    findings = [found for found in in_cells.findings if MARK in (found.value or "")]
    assert len(findings) > 10
    assert shown.count(MARK) > 9


@pytest.mark.parametrize("kind", list(reports.ReportFormat))
def test_every_report_of_a_hostile_frame_stays_inert(around, kind):
    assert REPORTS[kind](_reported(around, kind))


def _exported(result: Result, kind: exports.ExportFormat, folder: Path) -> str:
    path = folder / ("package" if kind is exports.ExportFormat.PACKAGE else f"plan.{kind}")
    exports.WRITERS[kind](result, Language.RU, path)
    assert [each.name for each in folder.iterdir()] == [path.name]
    return EXPORTS[kind](path)


@pytest.mark.parametrize("kind", list(exports.ExportFormat))
def test_every_export_stays_inert(in_cells, tmp_path, kind):
    assert _exported(in_cells, kind, tmp_path)


@pytest.mark.parametrize("kind", list(exports.ExportFormat))
def test_every_export_of_a_hostile_frame_stays_inert(around, tmp_path, kind):
    _exported(around, kind, tmp_path)


@pytest.mark.parametrize("kind", list(exports.ExportFormat))
def test_every_export_shows_a_hostile_title(in_titles, tmp_path, kind):
    clean = sum(entry.clean for entry in in_titles.entries)
    assert clean > len(CELLS) / 2
    assert _exported(in_titles, kind, tmp_path).count(MARK) >= clean


def test_data_for_programs_holds_every_cell_to_the_letter(in_cells):
    kept = {text for entry in in_cells.entries for text in entry.raw.values()}
    assert {
        cell for cell in CELLS if cell not in kept and not re.search("[\ud800-\udfff]", cell)
    } == set()


def test_a_cell_can_name_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = _judged(HEADER, _rows(range(1)), title="../../plan", name="../{plan}/out")
    for kind in reports.ReportFormat:
        _reported(result, kind)
    assert list(tmp_path.iterdir()) == []
