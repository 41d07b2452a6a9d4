"""What each command may import: modules are what a start costs, and they can be counted."""

import os
import subprocess
import sys

import pytest

from tests.program import PATIENCE, workplace

GOOGLE = frozenset({"gspread", "google", "requests", "urllib3", "http.client", "ssl"})
FILES = frozenset({"xlsxwriter", "openpyxl", "tochka_sync.sources.xlsx"})
PAGES = frozenset({"rich", "jinja2", "icalendar"})
READERS = frozenset({"holidays", "phonenumbers", "email_validator"})
NOT_SAID = frozenset({"dotenv", "_strptime"})  # no `.env`, and no moment written by hand
PAST = frozenset({"sqlite3", "tochka_sync.history.store", "tochka_sync.commands.past"})
SEVERAL = frozenset({"tochka_sync.ahead", "tochka_sync.reports.plans", "tochka_sync.narrow"})
"""What only several plans, or a part of the schools, need."""
SCHOOLS_TAB = frozenset({"tochka_sync.roll", "tochka_sync.models.claim"})
PARSING_ERRORS = frozenset({"tochka_sync.commands.usage"})
DATA = frozenset({"tochka_sync.shape", "tochka_sync.models.export", "tochka_sync.models.report"})
OTHER_LANGUAGE = frozenset({"tochka_sync.messages.en", "tochka_sync.messages.explain_en"})

EMPTY = """Школа;Мероприятие;Дата проведения;Участники;Ответственный;Телефон
СОШ №8;Науку в каждый класс;;;;
"""

USUAL = """Школа;Мероприятие;Форма;Дата проведения;Участники;Ответственный;Телефон
СОШ №8;Науку в каждый класс;семинар;12.02.2024;педагоги;Иванова А.П.;8-914-157-54-93
СОШ №8;Шахматный ход;мастер-класс;4-5 марта 2024;8-9 классы;Петров И.И.;+7 (914) 290-33-12
"""

LISTED = """
import sys
from tochka_sync import __main__
try:
    __main__.main()
except SystemExit:
    pass
sys.stderr.write("\\n".join(["", "MODULES", *sys.modules]))
"""


COUNTING = """
import re
compiled = []
known = re.compile
def counting(*args, **named):
    compiled.append(args)
    return known(*args, **named)
re.compile = counting
"""

COUNTED = """
import dataclasses
own = {
    f"{value.__module__}.{value.__name__}"
    for name, module in sys.modules.items() if name.startswith("tochka_sync.")
    for value in vars(module).values()
    if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == name
}
sys.stderr.write("\\n".join(["", "MODULES", *sorted(own), str(len(compiled))]))
"""


def loaded(folder, *args):
    """The modules a command leaves behind, in a process of its own."""
    return frozenset(shown(folder, LISTED, *args))


def shown(folder, script, *args):
    """What a script around a command says at its end, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", script, *args],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("TOCHKA_")},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return done.stderr.partition("\nMODULES\n")[2].splitlines()


def made(folder, *args):
    """The data classes of our own that a command leaves behind, and how many expressions it compiled."""
    listed = COUNTING + LISTED.partition("sys.stderr.write")[0] + COUNTED
    lines = shown(folder, listed, *args)
    return lines[:-1], int(lines[-1])


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path, EMPTY)


def test_the_version_is_answered_before_anything_is_loaded(place):
    foreign = {name.partition(".")[0] for name in loaded(place, "--version")}
    assert not foreign & {"typer", "pydantic", "rich", "sqlite3", "json", "dataclasses"}


def test_a_small_check_of_a_file_loads_neither_network_nor_workbooks_nor_pages(place):
    modules = loaded(place, "check", "plan.csv", "-f", "concise", "--no-history")
    assert "tochka_sync.judge" in modules
    assert not modules & (
        GOOGLE | FILES | PAGES | READERS | NOT_SAID | PAST | DATA | OTHER_LANGUAGE
    )
    assert not modules & (SEVERAL | SCHOOLS_TAB | PARSING_ERRORS)


def test_a_small_check_makes_few_data_classes_and_compiles_few_expressions(tmp_path):
    """A data class costs half a millisecond, a named tuple a tenth; an expression of five hundred 0.2 ms."""
    classes, compiled = made(
        workplace(tmp_path, USUAL), "check", "plan.csv", "-f", "concise", "--no-history"
    )
    assert 10 < len(classes) < 20, classes
    assert 50 < compiled < 170


def test_usual_days_and_telephones_are_read_without_the_libraries_for_unusual_ones(tmp_path):
    modules = loaded(
        workplace(tmp_path, USUAL), "check", "plan.csv", "-f", "concise", "--no-history"
    )
    assert "tochka_sync.decrees" in modules
    assert not modules & READERS


def test_a_report_for_programs_loads_no_page_for_people(place):
    modules = loaded(place, "check", "plan.csv", "-f", "json", "--no-history")
    assert not modules & (GOOGLE | FILES | PAGES)


def test_explaining_a_code_loads_no_sheet(place):
    assert not loaded(place, "explain", "entry-late") & (GOOGLE | FILES | PAGES | READERS)


def test_a_schema_loads_no_network(place):
    assert not loaded(place, "schema", "config") & (GOOGLE | FILES | PAGES)


def test_a_sheet_of_google_is_read_without_what_another_cloud_or_a_large_one_takes():
    script = LISTED.replace("from tochka_sync import __main__", "import tochka_sync.sources.google")
    modules = set(shown(None, script.replace("__main__.main()", "pass")))
    assert "google.auth.transport.requests" in modules
    assert not modules & {"google.auth.aws", "google.auth.pluggable", "tochka_sync.sources.bulk"}
