import pytest

from tests.values.district import context
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import cells, misplaced

CONTEXT = context()
HOMES = {
    "ivanova@mail.ru": Field.EMAILS,
    "e-mail: ivanova@mail.ru": Field.EMAILS,
    "www.school8.ru": Field.LINKS,
    "https://vk.com/wall-1_2": Field.LINKS,
    "vk.com/wall-1_2": Field.LINKS,
    "school8.ru": Field.LINKS,
    "89141234567": Field.PHONES,
    "+7 (914) 123-45-67": Field.PHONES,
    "тел. 8 914 123 45 67": Field.PHONES,
    "8 (41145) 4-25-16": Field.PHONES,
    "8-9 классы": Field.AUDIENCE,
    "8–9 кл.": Field.AUDIENCE,
    "5 класс": Field.AUDIENCE,
    "учащиеся 8-9 классов": Field.AUDIENCE,
    "1, 2, 3 классы": Field.AUDIENCE,
    "Иванова А.П.": Field.RESPONSIBLE,
    "А.П. Иванова": Field.RESPONSIBLE,
    "Иванова Анна Петровна": Field.RESPONSIBLE,
    "Иванова А.П., Петров С.И.": Field.RESPONSIBLE,
    "СОШ №8": Field.SCHOOL,
    "МБОУ «СОШ №8 г.Томмот»": Field.SCHOOL,
    "10.02.2024": Field.DATE,
    "10 февраля 2024 г.": Field.DATE,
}
NOWHERE = (
    "42516", "4-25-16", "8-9", "10", "2024", "школа", "класс", "Иванова", "Анна Петровна", "уточним", "договор",
    "очно", "Алдан", "учитель", "СОШ №88", "89141234567 после 18", "семинар 10.02.2024", "Иванова А.П. директор школы",
    "почта", "@", "8 914 123 45 678", "ivanova@mail", "12-13 классы", "фото.jpg", "около 80", "10-12 чел.", "т.д.",
)  # fmt: skip
ELSEWHERE = (Field.PARTICIPANTS, Field.LEVEL, Field.FORMAT, Field.CONTRACT)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (text, field)
        for text, home in HOMES.items()
        for field in ELSEWHERE
        if (home, field) != (Field.DATE, Field.CONTRACT)
    ],
)
def test_a_value_of_another_column_is_recognised(text, field):
    assert misplaced.find(text, field, CONTEXT) is HOMES[text]


@pytest.mark.parametrize(
    "month",
    "января фев. марта апр. мая июн июля авг сентября окт ноября декабря".split(),  # noqa: SIM905
)
def test_a_day_of_any_month_is_a_date_in_whatever_column_it_stands(month):
    assert misplaced.find(f"5 {month.strip('.')}", Field.LEVEL, CONTEXT) is Field.DATE


@pytest.mark.parametrize("text", HOMES)
def test_a_value_is_never_misplaced_in_its_own_column(text):
    assert misplaced.find(text, HOMES[text], CONTEXT) is None


@pytest.mark.parametrize("text", NOWHERE)
@pytest.mark.parametrize("field", ELSEWHERE)
def test_what_is_no_sure_value_belongs_nowhere_else(text, field):
    assert misplaced.find(text, field, CONTEXT) is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("89141234567", Field.CONTACTS), ("ivanova@mail.ru", Field.CONTACTS), ("Иванова А.П.", Field.HEAD),
        ("СОШ №8", Field.PARTICIPATING_SCHOOLS), ("10.02.2024", Field.SUBMITTED_AT), ("10.02.2024", Field.TIME),
        ("12.08.2023", Field.CONTRACT),
    ],
)  # fmt: skip
def test_a_column_that_holds_such_values_too_keeps_them(text, field):
    assert misplaced.find(text, field, CONTEXT) is None


@pytest.mark.parametrize(
    "name", ["Ким А. ", "Ким А.П. ", "А.П. Ким ", "Ким А., ", "Ким Анна Петровна "]
)
@pytest.mark.parametrize("after", ["Ким", "!"])
def test_many_names_and_what_is_none_are_looked_through_at_once(name, after):
    """Where a space may be part of two things, thirty names took without end."""
    assert misplaced.find(name * 100 + after, Field.LEVEL, CONTEXT) is None


def test_a_village_called_by_half_its_name_is_no_person():
    assert misplaced.find("Б. Хатыми", Field.SETTLEMENT, CONTEXT) is None
    assert misplaced.find("Иванова А.П.", Field.SETTLEMENT, CONTEXT) is Field.RESPONSIBLE


@pytest.mark.parametrize("field", [Field.TITLE, Field.PLACE])
@pytest.mark.parametrize(
    "shown", ["Иванова А.П.", "Заболотская Ю.", "ИВАНОВА АННА ПЕТРОВНА", "Мария Лисицына"]
)
def test_a_person_alone_is_no_title_and_no_place(shown, field):
    problem = cells.read(field, Cell(shown), CONTEXT).problem
    assert problem is not None
    assert (problem.code, problem.facts) == (Code.MISPLACED_VALUE, {"belongs": "responsible"})
