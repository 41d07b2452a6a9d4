"""What stands around a value, and how its hyphens are drawn, changes nothing of it in any column."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest

from tests.plans import config
from tochka_sync.fields import Field
from tochka_sync.table import Cell
from tochka_sync.values.cells import read
from tochka_sync.values.where.settlements import Settlement

CONTEXT = config().context("Asia/Yakutsk")
CELLS = {
    Field.DATE: ["15 сентября 2023, 14:00", "15-20.09.2023", "15. 09. 23", "45184", "пн-пт"],
    Field.TIME: ["14:00-15:30", "1430", "14;00"],
    Field.AUDIENCE: ["все", "учителя физики, химии", "8-9 кл.", "сотрудники Точки роста"],
    Field.PARTICIPANTS: ["двадцать", "20 уч-ся, 5 педагогов", "5 кл - 20, 6 кл - 15"],
    Field.SCHOOL: ["СОШ №8", "гимназия г. Алдан"],
    Field.PARTICIPATING_SCHOOLS: ["все школы района", "СОШ №1, 2, лицей"],
    Field.LEVEL: ["в школе", "районный"],
    Field.FORMAT: ["очно-заочно", "онлайн"],
    Field.TYPES: ["кружок", "семинар-практикум, мастер-класс"],
    Field.RESPONSIBLE: ["Кара-оол Шолбан", "Маркова - Иванова А.П.", "ЗДВР Иванова А.П."],
    Field.SETTLEMENT: ["678953, г. Томмот", "Н-Куранах"],
    Field.CONTRACT: ["5-СВ от 12.08.2023", "№ 01-05/12 от 12.08.2023", "есть"],
    Field.PHONES: ["8 914 123-45-67", "4-25-16"],
    Field.SUBMITTED_AT: ["2023-06-02 17:45:12", "2023-06-02T17:45:12Z", "02.06.2023 23:59:59"],
}
PAIRS = [(field, cell) for field, cells in CELLS.items() for cell in cells]
AROUND = ["{}.", "{};", "{} ,", "«{}»", '"{}"', "({})", " {}\n", "\u200b{}\u00a0", "📌 {}"]


@pytest.mark.parametrize(("field", "cell"), PAIRS)
@pytest.mark.parametrize("around", AROUND)
def test_signs_around_a_value_change_nothing(field, cell, around):
    value = read(field, Cell(cell), CONTEXT).value
    assert value is not None
    assert read(field, Cell(around.format(cell)), CONTEXT).value == value


@pytest.mark.parametrize(("field", "cell"), [pair for pair in PAIRS if "-" in pair[1]])
@pytest.mark.parametrize("dash", "‐‑–—−")
def test_a_hyphen_drawn_as_a_dash_changes_nothing(field, cell, dash):
    value = read(field, Cell(cell), CONTEXT).value
    assert read(field, Cell(cell.replace("-", dash)), CONTEXT).value == value


def test_a_settlement_in_capitals_is_written_as_names_are():
    reading = read(Field.SETTLEMENT, Cell("С. ВЕРХНЯЯ АМГА"), CONTEXT)
    assert reading.value == Settlement("Верхняя Амга", "с.")


CATALOGUE = Path(__file__).parents[1] / "data" / "cells.csv"
NAMES = {
    "event_type": "types", "count": "participants", "schools": "participating_schools", "person": "responsible",
    "phone": "phones", "email": "emails", "link": "links",
}  # fmt: skip
ADDRESS = re.compile(r"http|@|[a-z]\.[a-z]", re.IGNORECASE)
UNSEEN = {
    "spaces that do not break": lambda cell: cell.replace(" ", "\u00a0"),
    "spaces of other widths": lambda cell: cell.replace(" ", "\u2009\u2003"),
    "letters put together of two": lambda cell: unicodedata.normalize("NFD", cell),
    "a mark of byte order": lambda cell: f"\ufeff{cell}",
    "a blank line before and after": lambda cell: f"\n {cell} \r\n",
    "soft hyphens": lambda cell: re.sub("(?<=[а-я]{3})(?=[а-я]{3})", "\u00ad", cell),
    "digits of full width": lambda cell: cell.translate({48 + n: 0xFF10 + n for n in range(10)}),
}


@pytest.mark.parametrize("typed", UNSEEN.values(), ids=UNSEEN.keys())
def test_what_nobody_sees_in_a_cell_changes_nothing_of_what_it_says(typed):
    for field, cell in _catalogue():
        assert _said(field, typed(cell)) == _said(field, cell), (field, typed(cell))


@pytest.mark.parametrize("hyphen", "\u2010\u2011\u2212")
def test_no_kind_of_hyphen_changes_what_a_cell_says(hyphen):
    cells = [(field, cell) for field, cell in _catalogue() if field not in {"title", "place"}]
    cells += [("settlement", "с. Усть-Мая"), ("participating_schools", "20 (8-9 кл.)")]
    for field, cell in cells:
        noisy = cell.replace("-", hyphen)
        assert _said(field, noisy) == _said(field, cell), (field, noisy)


def _catalogue():
    """Every cell of the catalogue that has no address in it, and some that once were read otherwise."""
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        rows = [
            (NAMES.get(row["field"], row["field"]), row["typed"]) for row in csv.DictReader(file)
        ]
    assert len(rows) > 400
    rows += [
        ("school", "14 педагогов из 10 ОО"),
        ("participating_schools", "14 педагогов из 10 ОО"),
        ("participating_schools", "2 ОО: СОШ №1, лицей"),
        ("title", "1) День физики 2) День химии"),
    ]
    return [(field, cell) for field, cell in rows if ADDRESS.search(cell) is None]


def _said(field, cell):
    reading = read(Field(field), Cell(cell), CONTEXT)
    problem = reading.problem
    refused = problem and (problem.code, problem.reason, problem.suggestion, problem.candidates)
    return reading.value, refused, reading.also
