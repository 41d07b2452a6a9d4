"""What stands above the first header: it heads the rows below as a heading inside the table does."""

import pytest

from tests.forms import form, said, table
from tests.plans import HEADER, found, judged
from tochka_sync.fields import Field
from tochka_sync.sheet.form import Form, Wanted, recognise

BARE = "№ | Мероприятие | Дата | Участники | Ответственный"
ROW = "1 | Квест | 10.10 | 8 кл | Иванова А.П."


@pytest.mark.parametrize(
    ("title", "school"),
    [
        ("МБОУ «СОШ №8 г.Томмот»", "МБОУ «СОШ №8 г.Томмот»"),
        ("Образовательная организация: СОШ №8", "СОШ №8"),
        ("Наименование школы – СОШ №8", "СОШ №8"),
        ("Школа: | СОШ №8", "СОШ №8"),
        ("| | | СОШ №8", "СОШ №8"),
        ("Директору СОШ №8", None),
        ("План работы СОШ №8", "СОШ №8"),
        ("План мероприятий МБОУ «СОШ №8» на 2023-2024 учебный год", "МБОУ «СОШ №8»"),
        ("План центра «Точка роста» на базе СОШ №8", "СОШ №8"),
        ("План взаимодействия с СОШ №8", None),
        ("План мероприятий для школ района", None),
        ("План школы молодого педагога", None),
        ("Летняя школа", None),
    ],
)
def test_a_title_that_names_a_school_gives_it_to_all_rows(title, school):
    lines = f"План на 2023-2024\n{title}\nЦентр «Точка роста»\n{BARE}\nРазвитие: |\n{ROW}\nИтого: 1\n{ROW}"
    assert said(form(lines), "school") == [school] * 2


def test_a_title_over_the_first_of_several_headers_speaks_for_its_block_alone():
    block = f"{{}}\n{BARE}\n{ROW}"
    found = form("\n".join(map(block.format, ("СОШ №8", "Школа на Горке", "СОШ №9"))))
    assert said(found, "school") == ["СОШ №8", None, "СОШ №9"]
    found = form(f"СОШ №8\n{BARE}\n{ROW}\nСОШ №9\n{ROW}\nИтого: 2\n{ROW}")
    assert said(found, "school") == ["СОШ №8", "СОШ №9", None]


def test_a_title_of_a_school_fills_nothing_where_a_row_has_a_school_of_its_own():
    found = form(
        "СОШ №8\nШкола | Мероприятие | Дата | Участники\nСОШ №9 | Квест | 1.10 | 8\n | Урок | 2.10 | 8"
    )
    assert said(found, "school") == ["СОШ №9", None]


def test_a_list_of_schools_above_the_header_is_of_none_of_them():
    assert said(form(f"СОШ №8 | 3\nСОШ №9 | 1\n{BARE}\n{ROW}"), "school") == [None]
    assert said(form(f"МБОУ СОШ №8\nСОШ №8\n{BARE}\n{ROW}"), "school") == ["СОШ №8"]


@pytest.mark.parametrize(
    "title",
    ["ОКТЯБРЬ", "План мероприятий на октябрь", "График проведения мероприятий за октябрь 2023 г."],
)
def test_days_under_a_title_that_names_a_month_are_days_of_it(title):
    days = ROW.replace("10.10", "12")
    found = form(f"{title}\n{BARE}\n{days}\nРазвитие: |\n{days}")
    assert {" ".join(date.split()[:2]) for date in said(found, "date") if date} == {"12 октября"}
    assert len(said(found, "date")) == 2


def test_the_month_over_the_first_header_is_that_of_the_first_block():
    days = ROW.replace("10.10", "12")
    found = form(f"СЕНТЯБРЬ\n{BARE}\n{days}\nОКТЯБРЬ\n{BARE}\n{days}")
    assert said(found, "date") == ["12 сентября", "12 октября"]


def test_a_title_says_for_whom_the_rows_of_its_block_are():
    header, row = "Школа | Мероприятие | Дата", "СОШ №8 | Квест | 1.10"
    found = form(f"Для педагогов\n{header}\n{row}\nДля учащихся\n{header}\n{row}")
    assert said(found, "audience") == ["педагогов", "учащихся"]


def test_what_a_title_says_has_no_column_to_be_missing():
    wanted = Wanted(required=frozenset({Field.SCHOOL, Field.AUDIENCE}))
    header = "Мероприятие | Дата | Ответственный"
    assert not form(f"СОШ №8\nДля педагогов\n{header}", wanted=wanted).findings


def _of_tab(name: str, drawing: str) -> Form:
    return recognise(table(drawing)._replace(title=name), Wanted(required=NEEDED))


NEEDED = frozenset({Field.SCHOOL, Field.DATE, Field.AUDIENCE})


@pytest.mark.parametrize(
    ("name", "title", "school"),
    [
        ("СОШ №9", "МБОУ «СОШ №8 г.Томмот»", None),
        ("Лицей", "Гимназия г. Алдан", None),
        ("СОШ №8", "МБОУ «СОШ №8 г.Томмот»", "МБОУ «СОШ №8 г.Томмот»"),
        ("Гимназия", "Гимназия г. Алдан", "Гимназия г. Алдан"),
        ("Лист1", "СОШ №8", "СОШ №8"),
    ],
)
def test_a_tab_copied_from_another_school_is_of_neither(name, title, school):
    found = _of_tab(name, f"{title}\n{BARE}\n{ROW}")
    assert said(found, "school") == [school]
    told = [(each.code, each.reason, each.cell) for each in found.findings]
    assert told == ([] if school else [("school-conflict", "other_tab", "A1")])


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("Октябрь", "План на сентябрь", "12"),
        ("Октябрь", "План на I полугодие", "12 октября"),
        ("1 четверть", "План на октябрь", "12 октября"),
        ("ОКТ", "План на октябрь 2023", "12 октября 2023"),
    ],
)
def test_a_tab_copied_from_another_month_is_of_neither(name, title, date):
    found = _of_tab(name, f"СОШ №8\n{title}\n{BARE}\n{ROW.replace('10.10', '12')}")
    assert said(found, "date") == [date]
    told = [(each.code, each.reason, each.cell) for each in found.findings]
    assert told == ([] if date != "12" else [("misplaced-value", "other_tab", "A2")])


def test_a_title_that_contradicts_the_tab_is_nothing_to_mend_where_rows_say_better():
    found = _of_tab(
        "СОШ №9", "СОШ №8\nШкола | Мероприятие | Дата | Участники\nСОШ №9 | Квест | 1.10 | 8"
    )
    assert not found.findings


def test_what_a_tab_is_called_for_all_its_months_gives_way_to_the_months_of_its_rows():
    months = "Школа | Мероприятие | янв | фев | мар | Участники\nСОШ 8 | Квест | | + | | 8\nСОШ 9 | Бой | | | | 8"
    assert said(_of_tab("2 полугодие", months), "date") == ["фев", "2 полугодие"]


def test_the_month_a_plan_was_written_in_is_held_against_no_date():
    lines = (
        "Утверждён |",
        "май 2023 г. |",
        HEADER,
        "СОШ №8 | Атом | 12.10.2023 | 8 кл | Иванова А.П.",
    )
    assert not found(judged(*lines), "misplaced-value")
    days = (*lines[:3], "СОШ №8 | Атом | 12 | 8 кл | Иванова А.П.")
    assert str(judged(*days).entries[0].values["date"].start) == "2023-05-12"
