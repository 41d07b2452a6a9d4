"""What stands around a value, and how its hyphens are drawn, changes nothing of it in any column."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest

from tests.plans import config
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.cells import READERS, read
from tochka_sync.values.reading import Remark
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


@pytest.mark.parametrize("field", READERS)
def test_a_cell_longer_than_any_value_is_refused_unless_its_text_is_free(field):
    problem = read(field, Cell("зал " * 600), CONTEXT).problem
    too_long = Remark("too_long", Code.VALUE_UNREADABLE, {"n": 2399, "most": 2000})
    assert problem == (None if field in {Field.PLACE, Field.REMARK} else too_long)


def test_free_text_is_not_looked_through_for_values_of_other_columns_if_it_is_long():
    phones = "8 914 123-45-67 "
    problems = [read(Field.PLACE, Cell(phones * times), CONTEXT).problem for times in (1, 200)]
    codes = [problem and problem.code for problem in problems]
    assert codes == [Code.MISPLACED_VALUE, Code.VALUE_UNREADABLE]


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


WRAPPED = {
    "brackets": "({})", "square brackets": "[{}]", "quotes": '"{}"', "quotes of print": "«{}»",
    "a comma behind": "{},", "a semicolon behind": "{} ;", "an exclamation mark": "{}!",
    "a hyphen before": "- {}", "a bullet before": "• {}", "the number of a list of one": "1) {}",
    "brackets within quotes": '"({}),"',
}  # fmt: skip
AS_TYPED = {"title", "place", "links"}


@pytest.mark.parametrize("around", WRAPPED.values(), ids=WRAPPED.keys())
def test_what_is_put_around_all_that_a_cell_says_changes_nothing_of_it(around):
    tried = 0
    for field, cell in _catalogue():
        said = _said(field, cell)
        if field not in AS_TYPED and said[0] is not None and "\n" not in cell:
            tried += 1
            assert _said(field, around.format(cell)) == said, (field, around.format(cell))
    assert tried > 250


LABELLED = [
    ("date", "Дата проведения: 10.02.2024", "10.02.2024"),
    ("school", "Школа: СОШ №8", "СОШ №8"),
    ("participating_schools", "Участники: все школы района, кроме лицея", "все школы района, кроме лицея"),
    ("types", "Форма проведения: мастер-класс", "мастер-класс"),
    ("level", "УРОВЕНЬ: районный", "районный"),
    ("format", "формат : очно", "очно"),
    ("audience", "Целевая аудитория: 8-9 классы", "8-9 классы"),
    ("participants", "Количество участников: 8 класс 25 чел.", "8 класс 25 чел."),
    ("contract", "Договор: 5-СВ от 12.08.2023", "5-СВ от 12.08.2023"),
    ("contract", "(Договор: не требуется)", "не требуется"),
    ("submitted_at", "Отметка времени: 02.06.2023 17:45:12", "02.06.2023 17:45:12"),
    ("time", "Начало: 14:00", "14:00"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "labelled", "cell"), LABELLED)
def test_the_name_of_its_column_before_a_value_changes_nothing_of_it(field, labelled, cell):
    said = _said(field, cell)
    assert said[0] is not None
    assert _said(field, labelled) == said


LISTED = [
    ("audience", "1) 5-7 классы 2) учителя", "5-7 классы\nучителя"),
    ("audience", "1. 5-7 классы\n2. 9 класс", "5-7 классы\n9 класс"),
    ("participants", "1) 10 детей; 2) 5 учителей", "10 детей\n5 учителей"),
    ("participants", "1) 12 ОО", "12 ОО"),
    ("date", "1) 10 февраля 2) 12 марта", "10 февраля\n12 марта"),
    ("participating_schools", "1. СОШ №8;\n2. СОШ №9.", "СОШ №8\nСОШ №9"),
    ("level", "1) районный", "районный"),
]


@pytest.mark.parametrize(("field", "listed", "plain"), LISTED)
def test_the_numbers_of_a_list_are_no_part_of_what_it_says(field, listed, plain):
    said = _said(field, plain)
    assert said[0] is not None
    assert _said(field, listed) == said


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [("2) 5 класс", ("5 класс", "2, 5 класс")), ("1. 8-9 классы", ("8-9 классы", "1, 8-9 классы"))],
)
def test_a_number_that_may_be_a_grade_or_that_of_a_list_is_asked_about(typed, candidates):
    _, refused, _ = _said("audience", typed)
    assert refused == (Code.VALUE_UNREADABLE, "ambiguous", None, candidates)


def test_a_full_stop_behind_a_day_makes_no_list_of_dates():
    days, *_ = _said("date", "1. 02. 2024\n2. 03. 2024")
    assert days == _said("date", "01.02.2024, 02.03.2024")[0]
    assert _said("date", "1. 10 февраля")[0] is None


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


CUT = {
    Field.DATE: ["10 фев|раля 2024 г.", "вторая неде|ля марта", "в тече|ние года"],
    Field.PARTICIPANTS: ["25 учащих|ся", "25 педа|гогов"],
    Field.SCHOOL: ["гим|назия г. Алдан"],
    Field.AUDIENCE: ["уча|щиеся 8-9 клас|сов"],
    Field.LEVEL: ["муници|пальный"],
    Field.RESPONSIBLE: ["Ива|нова А.П."],
    Field.CONTRACT: ["не тре|буется", "на подпи|сании"],
    Field.SETTLEMENT: ["п. Нижний Ку|ранах"],
}


@pytest.mark.parametrize("end", ["-\n", "- \n ", "\u00ad\n", "¬\n", "‐\n"])
@pytest.mark.parametrize(
    ("field", "cut"), [(f, cell) for f, cells in CUT.items() for cell in cells]
)
def test_a_word_cut_by_the_end_of_a_line_is_read_whole(field, cut, end):
    whole = read(field, Cell(cut.replace("|", "")), CONTEXT)
    assert whole.value is not None
    assert read(field, Cell(cut.replace("|", end)), CONTEXT) == whole


@pytest.mark.parametrize(
    ("field", "cell"),
    [(Field.PARTICIPANTS, "25 уч-ся"), (Field.RESPONSIBLE, "Римская-Корсакова А.П.")],
)
def test_a_hyphen_that_is_a_part_of_what_is_said_stays_at_the_end_of_a_line(field, cell):
    whole = read(field, Cell(cell), CONTEXT)
    assert whole.value is not None
    assert read(field, Cell(cell.replace("-", "-\n")), CONTEXT) == whole
