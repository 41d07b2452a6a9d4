"""Plans in which months, people or ways of holding an event stand in columns of their own."""

import pytest

from tests.forms import form, said, values
from tests.plans import found, judged
from tochka_sync.fields import Field
from tochka_sync.sheet.form import Wanted

HEADER = "Школа | Мероприятие | сентябрь | октябрь | ноя. | Участники"
DATED = Wanted(required=frozenset({Field.DATE}))


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        (" | + | ", "октябрь"),
        ("х | | Х", "сентябрь, ноя."),
        ("✓ | ✔ | *", "сентябрь, октябрь, ноя."),
        ("да | - | нет", "сентябрь"),
        ("ИСТИНА | ЛОЖЬ | ЛОЖЬ", "сентябрь"),
        ("10-12 | | ", "10-12 сентября"),
        ("12-го | 5, 19 | ", "12-го сентября, 5, 19 октября"),
        ("12.09 | | ", "12.09"),
        ("4 | 4 | ", "4"),
        ("12 | 10-11 | ", "12"),
        ("+ | по графику | ", "по графику"),
        ("12.09 | + | ", "12.09, октябрь"),
        ("по графику | | ", "по графику"),
        ("первая неделя | | ", "первая неделя сентября"),
        (" | | ", None),
    ],
)
def test_marks_and_days_under_months_are_the_date(cells, date):
    sheet = form(
        f"{HEADER}\nСОШ 8 | Атом | {cells} | 8 кл\nСОШ 9 | Квест | + | | | 8 кл", wanted=DATED
    )
    assert said(sheet, "date") == [date, "сентябрь"]
    assert not sheet.findings


def test_how_many_events_a_month_has_is_no_day_of_it():
    result = judged(HEADER + " | Ответственный", "СОШ №8 | Атом | 4 | 4 | 4 | 8 кл | Иванова А.П.")
    (finding,) = found(result, "date-unreadable")
    assert (finding.cell, finding.value) == ("C2", "4")


def test_what_is_wrong_under_a_month_is_told_of_there():
    lines = (
        "СОШ №8 | Атом | | 31-32 | | 8 кл | Иванова А.П.",
        "СОШ №9 | Бой | | + | | 8 кл | Котова М.М.",
    )
    result = judged(HEADER + " | Ответственный", *lines)
    assert [each.cell for each in result.entries[0].findings] == ["D2"]
    assert not result.entries[1].findings
    assert not result.entries[1].notes["date"][1:]


def test_a_date_of_another_month_than_the_column_it_stands_in_is_asked_about():
    lines = (
        "СОШ №8 | Атом | 13.10.2023 | | | 8 кл | А Б",
        "СОШ №9 | Бой | | 13.10.2023 | | 8 кл | А Б",
    )
    (finding,) = found(judged(HEADER + " | Ответственный", *lines), "misplaced-value")
    assert (finding.reason, finding.cell) == ("other_month", "C2")


def test_a_block_merged_over_months_marks_each_of_them():
    sheet = form(f"{HEADER}\nСОШ 8 | Атом | + | | | 8 кл\nСОШ 9 | Квест | + | | | 8 кл", "C2:D2")
    assert said(sheet, "date") == ["сентябрь, октябрь", "сентябрь"]


@pytest.mark.parametrize("merges", [(), ("A1:A2", "B1:B2", "C1:E1", "F1:F2")])
def test_months_may_stand_below_a_heading_of_dates(merges):
    sheet = form(
        """
        Школа | Мероприятие | Сроки проведения | | | Участники
         | | сентябрь | октябрь | ноябрь |
        СОШ 8 | Атом | | + | | 8 кл
        """,
        *merges,
        wanted=DATED,
    )
    assert sheet.header_rows == (0, 1)
    assert said(sheet, "date") == ["октябрь"]
    assert not sheet.findings


@pytest.mark.parametrize("merges", [(), ("A1:A2", "B1:B2", "C1:E1", "F1:F2")])
def test_schools_that_are_marked_in_columns_of_their_own_take_part(merges):
    sheet = form(
        """
        Школа | Мероприятие | Школы-участники | | | Дата
         | | СОШ №1 | СОШ №2 | Лицей |
        СОШ 8 | Атом | + | | да | 10.10
        СОШ 9 | Квест | | | | 11.10
        """,
        *merges,
    )
    assert sheet.header_rows == (0, 1)
    said = [values(row).get("participating_schools") for row in sheet.rows[2:]]
    assert said == ["СОШ №1, Лицей", None]
    assert not sheet.findings


def test_columns_of_schools_that_hold_more_than_marks_are_unknown():
    sheet = form("Школа | Мероприятие | Дата | СОШ №1 | Лицей\nСОШ 8 | Атом | 10.10 | 5 | 3")
    assert [each.code for each in sheet.findings] == ["column-unknown"] * 2


def test_a_column_of_dates_goes_before_months_beside_it():
    sheet = form(f"{HEADER} | Дата\nСОШ 8 | Атом | + | | | 8 кл | 10.10")
    assert said(sheet, "date") == ["10.10"]


def test_two_months_alone_are_no_calendar():
    sheet = form("Школа | Мероприятие | сентябрь | октябрь\nСОШ 8 | Атом | + |", wanted=DATED)
    assert [each.code for each in sheet.findings] == [
        *("column-unknown", "column-unknown", "column-missing")
    ]


def test_months_that_no_row_is_marked_under_are_told_as_what_they_are():
    (problem,) = form(f"{HEADER}\nСОШ 8 | Атом | | | | 8 кл", wanted=DATED).findings
    assert (problem.code, problem.reason) == ("column-missing", "across")
    assert problem.facts["columns"] == "C–E"


def test_events_written_into_columns_of_months_are_told_so():
    sheet = form("№ | Школа | сентябрь | октябрь | ноябрь\n1 | СОШ 8 | Квест 10.09 | | Урок")
    (problem,) = sheet.findings
    assert (problem.code, problem.reason, problem.row) == ("form-unrecognised", "across", 1)


def test_months_beside_schools_alone_are_told_so_though_a_row_below_is_more_like_a_header():
    months = "Школа | сентябрь | октябрь | ноябрь | декабрь"
    (problem,) = form(f"План работы\n{months}\nСОШ 8 | Семинар | Семинар | Квест | Урок").findings
    assert (problem.code, problem.reason, problem.row) == ("form-unrecognised", "across", 2)
    assert problem.facts["columns"] == "B–E"


@pytest.mark.parametrize(("sign", "shown"), [(";", ";"), ("\t", "Tab"), (",", ",")])
def test_a_table_whose_columns_were_not_parted_is_told_so(sign, shown):
    lines = "План\nШкола;Мероприятие;Дата;Участники\nСОШ 8;Квест | и урок;10.10;8 кл"
    sheet = form(lines.replace(";", sign))
    (problem,) = sheet.findings
    assert problem.reason == "one_column"
    assert (problem.facts["cell"], problem.facts["sign"]) == ("A2", shown)


@pytest.mark.parametrize(
    "heads", ["1 четверть | 2 четверть | 3 четверть", "I полугодие | II полугодие | "]
)
def test_longer_parts_of_the_year_may_stand_in_columns_too(heads):
    sheet = form(
        f"Школа | Мероприятие | {heads} | Участники\nСОШ 8 | Атом | | + | | 8 кл", wanted=DATED
    )
    assert said(sheet, "date") == [heads.split(" | ")[1]]
    assert not sheet.findings


PEOPLE = "Школа | Мероприятие | Дата | Педагоги | Учащиеся | Родители"


def test_people_who_are_marked_are_those_whom_an_event_is_for():
    sheet = form(
        f"{PEOPLE}\nСОШ 8 | Атом | 1.10 | + | | \nСОШ 8 | Бой | 2.10 | - | да | х\nСОШ 8 | Ода | 3.10"
    )
    assert said(sheet, "audience") == ["педагоги", "учащиеся, родители", None]
    assert not sheet.findings


@pytest.mark.parametrize("merges", [(), ("A1:A2", "B1:B2", "C1:C2", "D1:E1")])
def test_people_may_be_marked_below_a_heading_of_participants(merges):
    sheet = form(
        """
        Школа | Мероприятие | Дата | Участники |
         | | | педагоги | учащиеся
        СОШ 8 | Атом | 1.10 | + | +
        """,
        *merges,
    )
    assert said(sheet, "audience") == ["педагоги, учащиеся"]


def test_numbers_under_people_count_them():
    row = values(form(f"{PEOPLE}\nСОШ 8 | Атом | 1.10 | 1 | 1 | ").rows[-1])
    assert "1" in {row.get("teachers"), row.get("students")}


def test_a_column_that_says_for_whom_in_words_goes_before_marks():
    sheet = form(f"{PEOPLE} | Категория участников\nСОШ 8 | Атом | 1.10 | + | + | | 8 кл")
    assert said(sheet, "audience") == ["8 кл"]


def test_the_way_an_event_is_held_may_be_marked():
    sheet = form(
        "Школа | Мероприятие | Дата | Очно | Онлайн\nСОШ 8 | Атом | 1.10 | | v\nСОШ 8 | Бой | 2.10 | + | +"
    )
    assert [values(row).get("format") for row in sheet.rows[1:]] == ["Онлайн", "Очно, Онлайн"]
    assert not sheet.findings
