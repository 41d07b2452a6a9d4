"""A small language for plans in tests: rows of text in, a `Result` out.

result = judged("Школа | Мероприятие | Дата", "СОШ №8 | Семинар | 10.02.2024")
"""

import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tochka_sync import registry
from tochka_sync.check import check
from tochka_sync.config import Config
from tochka_sync.findings import Finding
from tochka_sync.planfile import PlanFile
from tochka_sync.result import Result
from tochka_sync.table import Book, Cell, Origin, Table

ROOT = Path(__file__).parent.parent
ALDAN = ZoneInfo("Asia/Yakutsk")
AFTER = dt.datetime(2023, 6, 3, 8, tzinfo=ALDAN)
"""The morning after the deadline of 2 June."""
BEFORE = dt.datetime(2023, 5, 30, 8, tzinfo=ALDAN)
HEADER = "Школа | Мероприятие | Дата проведения | Участники | Ответственный"


def config(**sections: Any) -> Config:
    """Aldan's registry with a plan file of the given sections."""
    sections.setdefault("plan", {"school_year": "2023-2024"})
    return Config(
        ROOT / "config" / "plan.toml",
        PlanFile.model_validate(sections),
        registry.load(ROOT / "config" / "schools.csv"),
    )


def cells(line: str) -> list[str]:
    """The cells of a line, parted by bars."""
    return [cell.strip() for cell in line.split("|")]


def book(
    *lines: str,
    now: dt.datetime = AFTER,
    rich: dict[tuple[int, int], Cell] | None = None,
    **origin: Any,
) -> Book:
    table = Table.of_rows("План", [cells(line) for line in lines], rich=rich or {})
    return Book(Origin("csv", "plan.csv", now, **origin), (table,))


def judged(
    *lines: str, now: dt.datetime = AFTER, origin: dict[str, Any] | None = None, **sections: Any
) -> Result:
    """Judge a plan written as lines; the first is the header."""
    return check(book(*lines, now=now, **(origin or {})), config(**sections), now)


def found(result: Result, code: str) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in result.findings if finding.code == code]


def codes(result: Result) -> set[str]:
    """The codes found in rows: what concerns no row (schools, registry) is left out."""
    return {finding.code.value for finding in result.findings if finding.row is not None}
