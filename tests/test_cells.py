"""Every cell of the catalogue through the whole program: a sheet in, the export and findings out.

`tests/data/cells.csv` holds what people typed and what it means: the value, or why it is refused.
The year is 2023–2024, the place Aldan. A cell stands in its column of an otherwise good row.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import ROOT, run, workplace


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CELLS = _table(Path(__file__).parent / "data" / "cells.csv")

COLUMNS = {
    "school": "Школа",
    "title": "Тема",
    "event_type": "Форма проведения",
    "date": "Дата проведения",
    "audience": "Целевая аудитория",
    "count": "Количество участников",
    "schools": "Школы-участники",
    "settlement": "Населённый пункт",
    "level": "Уровень",
    "format": "Формат участия",
    "person": "Ответственный",
    "phone": "Телефон",
    "email": "E-mail",
    "link": "Ссылка на публикацию",
    "contract": "Договор",
    "submitted_at": "Отметка времени",
}
GOOD = {"school": "СОШ №8", "date": "15.02.2024", "audience": "педагоги", "person": "Сидорова О.Н."}
FIELDS = {
    "event_type": "types",
    "count": "participants",
    "schools": "participating_schools",
    "person": "responsible",
    "phone": "phones",
    "email": "emails",
    "link": "links",
}
"""Names in the catalogue that differ from the export's."""

NAMES = {school["id"]: school["name"] for school in _table(ROOT / "config" / "schools.csv")}

OTHERWISE: dict[tuple[str, str], tuple[Any, str]] = {}
"""(field, cell) → what we hold to be right instead, and why."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Check one sheet with a row for every cell; return export rows and findings by sheet row."""
    place = workplace(tmp_path_factory.mktemp("cells"))
    with (place / "cells.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(COLUMNS.values())
        for number, (column, cell) in enumerate(_placed(), 1):
            row = {**GOOD, "title": f"Мероприятие номер {number} плана", column: cell["typed"]}
            writer.writerow([row.get(name, "") for name in COLUMNS])
    outcome = run(
        "check", "cells.csv", "-f", "json", "--export", "out.json", "--with-contacts", cwd=place
    )
    assert outcome.code == 1, outcome.err
    export = json.loads((place / "out.json").read_text(encoding="utf-8"))
    rows = {row["row"]: row for row in export["events"]}
    rows |= {row["row"]: {**row, **row["values"]} for row in export["unresolved"]}
    findings: dict[int, list[dict[str, Any]]] = {}
    for finding in json.loads(outcome.out)["findings"]:
        findings.setdefault(finding["row"], []).append(finding)
    return rows, findings


def _placed():
    """Say in which column each cell stands: several schools in the list, one as the host too."""
    for cell in CELLS:
        yield ("schools" if cell["field"] == "school" and _several(cell) else cell["field"]), cell


def _several(cell) -> bool:
    expected = json.loads(cell["expected"])
    named = expected.get("schools", ())
    return (
        named is None
        or named == "*"
        or len(named) > 1
        or expected.get("reject") == "excel_autoformat"
    )


@pytest.mark.parametrize(
    ("number", "column", "cell"),
    [(number, column, cell) for number, (column, cell) in enumerate(_placed(), 2)],
    ids=lambda value: value["typed"][:40] if isinstance(value, dict) else str(value),
)
def test_a_cell_means_what_it_says(told, number, column, cell):
    rows, findings = told
    expected = json.loads(cell["expected"])
    expected, _ = OTHERWISE.get((cell["field"], cell["typed"]), (expected, ""))
    row, found = rows[number], findings.get(number, [])
    field = FIELDS.get(column, column)
    if "reject" in expected:
        assert row.get(field) is None, row.get(field)
        _refused(expected, field, found, row)
    else:
        assert _value(expected, column) == _told(row, field, expected, column)
        notes = set(row["notes"].get(field, ()))
        assert {
            note.split("?")[0].split(":")[0] for note in expected.get("notes", ())
        } - _IMPLIED <= notes, notes


_IMPLIED = {"unknown_submit_time", "late"}
"""Said by timing or by a finding, not by a note."""


def _refused(expected, field, found, row) -> None:
    reason = expected["reject"]
    if reason in {"empty", "placeholder"}:
        required = field in {"school", "title", "date", "audience", "responsible"}
        codes = {finding["code"] for finding in found if finding["field"] == field}
        assert ("required-missing" in codes) is required, codes
        return
    about = [finding for finding in found if finding["field"] == field]
    assert about, found
    if reason == "ambiguous" and field in {"school", "participating_schools"}:
        (finding,) = about
        assert finding["code"] == "school-ambiguous"
        assert set(finding["candidates"]) == {NAMES[school] for school in expected["candidates"]}
        return
    assert any(finding["reason"] == reason for finding in about), [f["reason"] for f in about]
    if suggestion := expected.get("suggest"):
        assert any(
            (finding["suggestion"] or "").replace("–", "-") in _words(suggestion)
            for finding in about
        ), about


def _words(suggestion: str) -> set[str]:
    return {suggestion, NAMES.get(suggestion, suggestion)}


def _value(expected, column):
    """The catalogue's value in the export's shape."""
    value = {key: item for key, item in expected.items() if key != "notes"}
    match column:
        case "school":
            return value["schools"][0]
        case "schools":
            return "all" if value["schools"] == "*" else value["schools"]
        case "title":
            return value["title"]
        case "event_type":
            level = value.get("level")  # the order says «районный», the form «муниципальный»
            return (
                value["types"],
                "municipal" if level == "district" else level,
                value.get("format"),
            )
        case "person":
            return value["persons"]
        case "phone":
            return value["phones"]
        case "email":
            return value["emails"]
        case "link":
            return value["urls"]
        case "level" | "format":
            return value[column]
        case "submitted_at":
            return value["at"]
        case _:
            return {key: item for key, item in value.items() if item is not None}


def _told(row, field, expected, column):
    value = row.get(field)
    match column:
        case "school":
            return value
        case "schools" if expected["schools"] == "*":
            return "all" if value is not None and len(value) == 16 else value
        case "event_type":
            return value, row.get("level"), row.get("format")
        case (
            "person"
            | "phone"
            | "email"
            | "title"
            | "link"
            | "level"
            | "format"
            | "submitted_at"
            | "schools"
        ):
            return value
        case "date" if "dates" in expected:
            return {"dates": value["dates"], "precision": value["precision"]}  # and its ends
        case _ if value is None:
            return None
        case _:
            said = {key: item for key, item in value.items() if item not in (None, [])}
            return said | {key: value[key] for key in expected if value.get(key) == []}
