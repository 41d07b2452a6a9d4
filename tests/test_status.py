"""Every school against every obligation, what needs attention first."""

import io
import json
import re

import pytest

from tests import results
from tochka_sync import messages, reports, status
from tochka_sync.exports import xlsx
from tochka_sync.messages import Language
from tochka_sync.reports import ReportFormat
from tochka_sync.result import Contracts, Coverage, Standing, Standings
from tochka_sync.sources import files
from tochka_sync.status import StatusFormat


def written(form, result=None, language=Language.RU):
    out = io.StringIO()
    status.WRITERS[form](result or results.result(), language, out)
    return out.getvalue()


def report(standing, **more):
    usual = results.school(results.EIGHT, standing, "none")
    return usual._replace(school=usual.school._replace(id=f"s-{standing}"), **more)


def test_what_needs_attention_comes_first():
    every = tuple(report(standing) for standing in Standing)
    told = status.ordered(results.result()._replace(schools=Standings.of(every[::-1])))
    assert [each.standing for each in told] == [
        Standing.MISSING,
        Standing.LATE,
        Standing.INCOMPLETE,
        Standing.PENDING,
        Standing.UNKNOWN,
        Standing.ON_TIME,
        Standing.NOT_OBLIGED,
    ]


def test_of_schools_in_time_those_owing_a_contract_and_then_coverage_come_first():
    signed = report(Standing.ON_TIME, contracts=Contracts.SIGNED, coverage=Coverage(2, 2))
    owing = signed._replace(contracts=Contracts.IN_PROGRESS)
    silent = signed._replace(coverage=Coverage(2, 0))
    told = status.ordered(results.result()._replace(schools=Standings.of((signed, silent, owing))))
    assert told == [owing, silent, signed]


@pytest.mark.parametrize("form", StatusFormat)
def test_every_format_names_every_school(form):
    text = written(form)
    assert all(each.school.name in text for each in results.result().schools)


NAMESAKES = Standings.of(
    [
        results.school(
            results.NINE._replace(id=f"sosh-1-{place}", name="СОШ №1", settlement=f"г. {place}"),
            Standing.MISSING,
            "none",
        )
        for place in ("Алдан", "Томмот")
    ]
)


@pytest.mark.parametrize("form", [StatusFormat.TERMINAL, StatusFormat.MARKDOWN])
def test_schools_of_one_name_are_told_apart(form):
    text = written(form, results.result()._replace(schools=NAMESAKES))
    assert all(f"СОШ №1, г. {place}" in text for place in ("Алдан", "Томмот"))


@pytest.mark.parametrize(
    "form", [ReportFormat.TERMINAL, ReportFormat.MARKDOWN, ReportFormat.HTML, ReportFormat.JUNIT]
)
def test_reports_for_people_tell_schools_of_one_name_apart(form):
    out = io.StringIO()
    reports.WRITERS[form](results.result()._replace(schools=NAMESAKES), Language.RU, out)
    assert out.getvalue().count("СОШ №1, г.") == out.getvalue().count("СОШ №1") >= 2


def test_the_workbook_tells_schools_of_one_name_apart(tmp_path):
    path = tmp_path / "plan.xlsx"
    xlsx.write(results.result()._replace(schools=NAMESAKES), Language.RU, path)
    tab = files.read(path, results.MORNING_AFTER).tables[-1]
    assert {"СОШ №1, г. Алдан", "СОШ №1, г. Томмот"} <= set(tab.columns[0])


def test_the_terminal_says_totals_and_evidence():
    text = written(StatusFormat.TERMINAL)
    assert "должны подать 4, подали 2, из них в срок 1" in text
    assert "подали в срок (по отметке времени)" in text


class Screen(io.StringIO):
    """A terminal of some columns."""

    def __init__(self, monkeypatch, columns: int) -> None:
        super().__init__()
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm")

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        return re.sub(r"\x1b\[[0-9;]*m", "", self.getvalue())


def test_a_table_of_schools_fits_a_terminal_of_eighty_columns(monkeypatch):
    screen = Screen(monkeypatch, 80)
    status.terminal(results.result(), Language.RU, screen)
    table = screen.shown().split("\n\n")[1]
    assert max(map(len, table.splitlines())) <= 80
    assert "ничего не подали" in table
    assert len(table.splitlines()) <= 2 + 2.5 * len(results.result().schools)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [*range(40, 81), 100, 120, 200])
def test_no_word_is_broken_however_narrow_the_terminal(monkeypatch, columns, language):
    screen = Screen(monkeypatch, columns)
    status.terminal(results.result(), language, screen)
    shown = screen.shown()
    assert max(map(len, shown.splitlines())) <= columns
    words = set(shown.split())
    wanted = " ".join(
        messages.text(language, key)
        for report in results.result().schools
        for key in (f"standing.{report.standing}", f"contracts.{report.contracts}")
    )
    assert set(wanted.split()) <= words


def test_markdown_is_one_table_whatever_names_hold():
    named = results.EIGHT._replace(name="СОШ | *8*\n<b>")
    (table,) = (
        part
        for part in written(
            StatusFormat.MARKDOWN,
            results.result()._replace(
                schools=Standings.of([results.school(named, Standing.LATE, "ledger")])
            ),
        ).split("\n\n")
        if part.startswith("|")
    )
    rows = table.splitlines()
    assert len(rows) == 3
    assert "СОШ \\| \\*8\\* \\<b\\>" in rows[2]
    assert {row.replace("\\|", "").count("|") for row in rows} == {7}


def test_json_is_the_report_s_without_findings():
    document = json.loads(written(StatusFormat.JSON))
    assert {"summary", "schools", "as_of", "plan", "source", "format_version"} <= document.keys()
    assert "findings" not in document
    assert document["schools"][0]["standing"] == "missing"


def test_a_name_cannot_steer_the_terminal():
    named = results.EIGHT._replace(name="СОШ \x1b[31m[bold]8")
    text = written(
        StatusFormat.TERMINAL,
        results.result()._replace(
            schools=Standings.of([results.school(named, Standing.LATE, "ledger")])
        ),
    )
    assert "\x1b" not in text
    assert "[bold]8" in text


def test_of_no_school_is_it_said_that_it_filed_where_the_form_does_not_tell():
    untold = tuple(report(Standing.UNKNOWN, entries=0, obliged=True) for _ in range(3))
    result = results.result()._replace(schools=Standings.of(untold), tells_schools=False)
    text = written(StatusFormat.TERMINAL, result)
    assert "неизвестно, подали ли" in text
    assert "кто подал, неизвестно" in text
    assert "подали 2" not in text
