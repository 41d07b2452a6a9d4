"""What is shipped for a first look, and the configuration newcomers begin from."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import tochka_sync
from tochka_sync import config
from tochka_sync.calendar import DayOff
from tochka_sync.config import PlanFile

ROOT = Path(__file__).parent.parent
DEMO = Path(tochka_sync.__file__).parent / "demo"


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
