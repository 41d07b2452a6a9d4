import csv
import io
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import golden, results
from tochka_sync.exports.csv import guarded, write
from tochka_sync.messages import Language
from tochka_sync.models.event import Event

RU = Language.RU


def written(result, path, language=RU) -> list[dict[str, str]]:
    """Write, read back and return the rows by header."""
    write(result, language, path)
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def with_title(title: str):
    whole = results.in_good_order()
    event = Event(**{**results.values(results.FULL), "title": title})
    return whole._replace(entries=(results.clean(2, event, results.ON_TIME),))


def test_the_file_is_what_russian_excel_opens_with_a_double_click(tmp_path):
    path = tmp_path / "plan.csv"
    write(results.result(), RU, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + "Школа;Название;".encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 3  # the header and two events
    golden.same("plan.csv", data.decode())


def test_only_entries_in_which_nothing_must_be_mended_are_written(tmp_path):
    rows = written(results.result(), tmp_path / "plan.csv")
    assert [row["Строка"] for row in rows] == ["2", "5"]
    assert [row["Подано"] for row in rows] == [
        "в срок (по отметке времени)",
        "с опозданием (по отметке времени)",
    ]


def test_values_are_words_and_schools_have_their_registered_names(tmp_path):
    [row, _] = written(results.result(), tmp_path / "plan.csv")
    assert row["Школа"] == "МБОУ «СОШ №8 г. Томмот»"
    assert row["Школы-участники"] == "МБОУ «СОШ №6 г. Томмот», МБОУ «СОШ №9 г. Алдан»"
    assert row["Дата"] == "10.02.2024"
    assert row["Для кого"] == "учащиеся (8–9 кл.), педагоги"
    assert row["Форма проведения"] == "методический семинар, квест"
    assert row["Что учтено при чтении"] == (
        "год взят из учебного года плана; исправлены похожие буквы"
    )


def test_headers_are_english_in_english(tmp_path):
    [row, _] = written(results.result(), tmp_path / "plan.csv", Language.EN)
    assert row["School"] == "МБОУ «СОШ №8 г. Томмот»"
    assert row["Type of event"] == "teaching-methods seminar, quest"


def test_contacts_have_columns_only_where_they_were_asked_for(tmp_path):
    [row, _] = written(results.result(), tmp_path / "without.csv")
    assert not {"Ответственный", "Телефон", "Эл. почта"} & row.keys()
    [row, _] = written(results.result()._replace(contacts=True), tmp_path / "with.csv")
    assert row["Ответственный"] == "Иванова А.П."
    assert row["Телефон"] == "8 (41145) 4-25-16, 8 (914) 123-45-67"
    assert row["Эл. почта"] == "school8@example.ru"
    assert stat.S_IMODE((tmp_path / "with.csv").stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+7", "-1", "- Робототехника", "@SUM(A1)", " =1+1", "＝1+1", "\u200b=1+1", "\ufeff+7",
        "10.02", "8-9", "3/4", "007", "1E5", "12:30", "8,91412E+10", "50%", "(5)",
        "8 марта", "март 2024", "10-фев-24", "9 мая 2024 г.", "may 9", "ИСТИНА", "true",
    ],
)  # fmt: skip
def test_a_text_a_spreadsheet_would_change_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "Науку в каждый класс", "8–9", "День 9 мая", "9 мая: память", "Квест 2024", "3D-мир",
        "Май", "https://vk.com/a", "8Б", "",
    ],
)  # fmt: skip
def test_an_ordinary_text_stays_as_it_is(text):
    assert guarded(text) == text


def test_a_phone_and_a_run_made_by_the_program_need_no_apostrophe():
    assert guarded("8 (41145) 4-25-16", free=False) == "8 (41145) 4-25-16"
    assert guarded("=1", free=False) == "'=1"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Урок,=1+1", "Урок,'=1+1"),
        ("\t=1", "'\t'=1"),
        ("Урок, =1+1", "Урок,' =1+1"),
        ('Урок,"=1+1', "Урок,'\"=1+1"),
        ("Урок\n=1+1", "Урок\n'=1+1"),
        ("Урок,@SUM(A1)", "Урок,'@SUM(A1)"),
        ("Урок,-2+cmd|' /C calc'!A0", "Урок,'-2+cmd|' /C calc'!A0"),
        ("Урок; =1", "Урок; =1"),
        ("Урок,+SUM(1)", "Урок,'+SUM(1)"),
        ("Температура, -5", "Температура, -5"),
        ("Счёт: 1, +7 (914) 123-45-67, -5", "Счёт: 1, +7 (914) 123-45-67, -5"),
        ("2 + 2 = 4, а 3 + 3 = 6", "2 + 2 = 4, а 3 + 3 = 6"),
    ],
)
def test_nothing_is_calculated_where_commas_part_the_cells(text, held):
    assert guarded(text) == held


@given(st.text(st.characters(codec="utf-8")))
def test_no_title_begins_a_formula_or_breaks_the_table(tmp_path_factory, title):
    path = tmp_path_factory.mktemp("csv") / "plan.csv"
    [row] = written(with_title(title), path)
    shown = row["Название"]
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert row["Строка"] == "2"


@pytest.mark.parametrize("title", ["007", "8 марта", "1/2", "истина"])
def test_a_title_that_a_spreadsheet_would_take_for_more_is_held_as_text(tmp_path, title):
    [row] = written(with_title(title), tmp_path / "plan.csv")
    assert row["Название"] == f"'{title}"


@pytest.mark.parametrize("title", ["a;b", 'a "b" c', "a\nb", "«a»; 'b'"])
def test_a_title_comes_back_as_it_went(tmp_path, title):
    [row] = written(with_title(title), tmp_path / "plan.csv")
    assert row["Название"] == title
