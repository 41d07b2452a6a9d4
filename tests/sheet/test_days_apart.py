"""A date whose day, month and year stand in columns of their own."""

import pytest

from tests.forms import fields, form, said
from tests.plans import found, judged
from tochka_sync.sheet.headings import is_year

GOOD = "СОШ №8 | Квест | 8 кл | Иванова А.П."
HEADER = "Школа | Мероприятие | Участники | Ответственный"


def _span(columns: str, cells: str) -> tuple[str, str, str | None]:
    (entry,) = judged(f"{HEADER} | {columns}", f"{GOOD} | {cells}").entries
    date = entry.values["date"]
    return str(date.start), str(date.end), date.time


@pytest.mark.parametrize(
    ("columns", "cells", "date"),
    [
        ("Год | Месяц", "2023 | октябрь", "октябрь 2023"),
        ("Месяц | Год", "октябрь | 2023 г.", "октябрь 2023"),
        ("День | Месяц | Год", "12 | октябрь | 2023", "12 октября 2023"),
        ("Число | Месяц | Год", "12 | 10 | 2023", "12 октября 2023"),
        ("Дата | Год", "12.10 | 2023", "12.10.2023"),
        ("Дата | Год проведения", "10-12 октября | 2023", "10-12 октября 2023"),
        ("Дата | Учебный год", "12.10 | 2023-2024", "12.10"),
        ("Дата | Год", "12.10.2023 | 2023", "12.10.2023"),
        ("Дата | Год", "28.12-10.01 | 2023", "28.12-10.01"),
        ("Дата | Год", " | 2023", None),
    ],
)
def test_a_year_in_a_column_of_its_own_is_that_of_the_date_beside(columns, cells, date):
    sheet = form(f"{HEADER} | {columns}\n{GOOD} | {cells}")
    assert said(sheet, "date") == [date]
    assert not sheet.findings


def test_a_year_merged_over_rows_is_that_of_each():
    sheet = form(f"Год | Дата | {HEADER}\n2023 | 12.10 | {GOOD}\n | 13.10 | {GOOD}", "A2:A3")
    assert said(sheet, "date") == ["12.10.2023", "13.10.2023"]


@pytest.mark.parametrize(
    "heading", ["Год рождения", "Год открытия центра", "Год и место", "Школа, год"]
)
def test_a_heading_that_asks_for_another_year_is_no_year_of_the_event(heading):
    assert not is_year(heading)


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("12.10.2023", "2024"),
        ("12.10", "2022-2023"),
        ("28.12-10.01", "2022"),
        ("октябрь", "2024-2025"),
    ],
)
def test_a_date_of_another_year_than_the_column_beside_names_is_asked_about(date, year):
    result = judged(f"{HEADER} | Дата | Год", f"{GOOD} | {date} | {year}")
    (finding,) = found(result, "misplaced-value")
    assert (finding.reason, finding.cell, finding.facts["year"]) == ("other_year", "E2", year)


def test_a_date_of_the_year_beside_it_is_not_asked_about():
    for date, year in (("28.12-10.01", "2023"), ("28.12-10.01", "2024"), ("12.02", "2023/24")):
        result = judged(f"{HEADER} | Дата | Год", f"{GOOD} | {date} | {year}")
        assert not found(result, "misplaced-value")


def test_a_date_of_another_year_than_its_heading_names_is_asked_about():
    result = judged(f"{HEADER} | Дата", "Октябрь 2022 г.", f"{GOOD} | 12.10.2023")
    (finding,) = found(result, "misplaced-value")
    assert (finding.reason, finding.cell) == ("other_year", "E3")


def test_days_without_a_month_under_a_beginning_are_days_of_the_month_beside():
    assert _span("Месяц | Начало", "октябрь | 12") == ("2023-10-12", "2023-10-12", None)
    assert _span("Месяц | Начало | Окончание", "март | 3 | 5") == ("2024-03-03", "2024-03-05", None)
    assert _span("Месяц | с | по", "3 | 3 | 5") == ("2024-03-03", "2024-03-05", None)


def test_hours_under_a_beginning_are_hours_beside_a_month_too():
    assert _span("Месяц | Начало", "октябрь | 12:00") == ("2023-10-01", "2023-10-31", "12:00")
    sheet = form(f"{HEADER} | Дата | Месяц | Начало\n{GOOD} | 12.10 | октябрь | 12")
    assert fields(sheet)["Начало"] == "time"
