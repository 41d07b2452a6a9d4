"""What is shipped for a first look, and the configuration newcomers begin from."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import tochka_sync
from tochka_sync import config
from tochka_sync.calendar import DayOff
from tochka_sync.check import check
from tochka_sync.fields import RowKind
from tochka_sync.planfile import PlanFile
from tochka_sync.result import Standing
from tochka_sync.sources import csv
from tochka_sync.table import Book, Origin

ROOT = Path(__file__).parent.parent
DEMO = Path(tochka_sync.__file__).parent / "demo"
MORNING_AFTER = datetime(2023, 6, 3, 8, tzinfo=ZoneInfo("Asia/Yakutsk"))


def judged():
    table = csv.read((DEMO / "plan.csv").read_bytes(), "План")
    book = Book(Origin("demo", "plan.csv", MORNING_AFTER), (table,))
    return check(book, config.load(DEMO / "plan.toml"), MORNING_AFTER)


def test_the_demo_has_the_schools_of_the_plan():
    assert (DEMO / "schools.csv").read_bytes() == (ROOT / "config" / "schools.csv").read_bytes()


def test_the_demo_configuration_loads_and_names_its_own_plan():
    demo = config.load(DEMO / "plan.toml")
    assert (DEMO / demo.file.source.spreadsheet).is_file()
    assert demo.events_due == datetime(2023, 6, 2, 14, 59, 59, tzinfo=UTC)


def test_the_configuration_says_what_the_order_says():
    plan = config.load(ROOT / "config" / "plan.toml")
    assert plan.file.source.spreadsheet.startswith("https://docs.google.com/spreadsheets/d/1qmGR1_")
    assert plan.timezone == ZoneInfo("Asia/Yakutsk")
    assert plan.events_due == datetime(2023, 6, 2, 23, 59, 59, tzinfo=ZoneInfo("Asia/Yakutsk"))
    assert plan.contracts_due.date() == date(2023, 8, 30)
    assert plan.file.obliged.centre_opened == (2019, 2020, 2021, 2022)
    assert len(plan.registry.schools) == 16
    assert plan.calendar.days_off == (
        DayOff(4, 27, "День Республики Саха (Якутия)"),
        DayOff(6, 21, "Ысыах"),
    )


def test_the_configuration_explains_every_key():
    text = (ROOT / "config" / "plan.toml").read_text(encoding="utf-8")
    sections = set(re.findall(r"^#? ?\[([\w.]+)\]", text, re.MULTILINE))
    keys = set(re.findall(r"^#? ?(\w+) = ", text, re.MULTILINE))
    for name, field in PlanFile.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        if inner is None:
            assert name in keys | sections
        else:
            assert any(section.split(".")[0] == name for section in sections)
            known = keys | {part for section in sections for part in section.split(".")}
            assert set(inner) <= known


def test_the_example_environment_explains_every_variable_the_program_reads():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    read = set(re.findall(r'"((?:TOCHKA|GOOGLE)_[A-Z_]*[A-Z])"', source))
    explained = set(re.findall(r"^# ((?:TOCHKA|GOOGLE)_[A-Z_]+)=", example, re.MULTILINE))
    assert read <= explained
    assert {"TOCHKA_CONFIG", "TOCHKA_SERVICE_ACCOUNT"} <= explained


def test_the_demo_shows_the_typical_mistakes_each_at_its_cell():
    found = {
        (finding.cell or str(finding.row), finding.code.value)
        for finding in judged().findings
        if finding.row
    }
    assert found == {
        ("H8", "excel-autoformat"),  # «8-9» became «08.сен»
        ("C15", "school-conflict"),  # №8 is in Tommot
        ("C26", "school-unknown"),  # there is no №3
        ("F27", "date-weekday-mismatch"),  # 10 February 2024 is a Saturday
        ("J29", "count-mismatch"),  # ten declared, eleven listed
        ("L30", "required-missing"),
        ("F33", "date-impossible"),  # 31 April
        ("34", "entry-late"),
        ("M36", "phone-invalid"),  # scientific notation
        ("E38", "duplicate-entry"),
        ("39", "entry-late"),
        ("F39", "date-non-working"),  # Ысыах
    }


def test_the_demo_shows_every_kind_of_row_and_of_standing_a_newcomer_should_see():
    result = judged()
    assert {row.kind for row in result.skipped} == {
        RowKind.TITLE,
        RowKind.HEADER,
        RowKind.NUMBERING,
        RowKind.SECTION,
        RowKind.REPEATED_HEADER,
        RowKind.TOTAL,
        RowKind.FOOTNOTE,
    }
    standings = {report.school.id: report.standing for report in result.schools}
    assert {school for school, state in standings.items() if state is Standing.MISSING} == {
        "sosh-7",
        "sosh-36",
    }
    assert {school for school, state in standings.items() if state is Standing.LATE} == {"uiop"}
    assert list(standings.values()).count(Standing.ON_TIME) == 13
    assert sum(entry.clean for entry in result.entries) == 19
