"""The tab of schools: what it adds to the registry, and what is wrong in it."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.plans import ALDAN, cells, config
from tests.values.district import context
from tochka_sync import messages
from tochka_sync.check import check
from tochka_sync.messages import Language
from tochka_sync.models.school import School
from tochka_sync.registry import Registry
from tochka_sync.result import Result
from tochka_sync.table import Book, Cell, Origin, Table
from tochka_sync.values.when import years

NOW = dt.datetime(2023, 6, 3, 8, tzinfo=ALDAN)
PLAN = ("Школа | Мероприятие | Дата", "СОШ №8 | Науку в каждый класс | 15.02.2024")


HEADER = "Школа | Населённый пункт | Год открытия центра | E-mail"


def rolled(*rows: str, schools: tuple[School, ...] = (), header: str = HEADER) -> Result:
    listed = (header, *rows)
    tables = tuple(
        Table.of_rows(title, [cells(line) for line in lines])
        for title, lines in (("План", PLAN), ("Школы", listed))
    )
    plan = config(tabs={"schools": {"title": "Школы"}})
    plan = replace(plan, registry=Registry(schools)) if schools else plan
    return check(Book(Origin("xlsx", "plan.xlsx", NOW), tables), plan, NOW)


def school(result, id_):
    return next(report.school for report in result.schools if report.school.id == id_)


def wrong(result):
    return [(each.code, each.cell) for each in result.findings if each.tab == "Школы"]


def test_the_tab_fills_the_gaps_of_the_registry():
    result = rolled("СОШ №2 | г. Алдан | 2023 | shkola2@mail.ru")
    known = school(result, "sosh-2")
    assert (known.settlement, known.centre_opened) == ("г. Алдан", 2023)
    assert known.email == "shkola2@mail.ru"
    assert not wrong(result)


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ("СОШ №2 | г. Алдан | 2023 | нечто", ("email-invalid", "D2")),
        ("СОШ №9 | г. Томмот | 2023 | ", ("school-conflict", "B2")),
    ],
)
def test_a_cell_that_is_refused_takes_nothing_from_those_beside_it(row, finding):
    result = rolled(row)
    assert wrong(result) == [finding]
    opened = [report.school.centre_opened for report in result.schools]
    assert opened.count(2023) == 1


@pytest.mark.parametrize("dash", ["-", "нет", "уточняется"])
def test_a_dash_in_the_tab_is_a_blank_cell(dash):
    result = rolled(f"СОШ №2 | {dash} | 2023 | {dash}")
    assert school(result, "sosh-2").centre_opened == 2023
    assert not wrong(result)


def test_a_settlement_whose_name_begins_that_of_another_is_another():
    schools = (
        School("one", "СОШ №1 п.Алданский", "СОШ", 1, "п. Алданский"),
        School("two", "СОШ №2 г.Алдан", "СОШ", 2, "г. Алдан"),
    )
    said = rolled("СОШ №1 | г. Алдан | | ", "СОШ №2 | Алдан | | ", schools=schools)
    assert wrong(said) == [("school-conflict", "B2")]


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("01.09.2021", 2021),
        ("сентябрь 2021 г.", 2021),
        ("1 сентября 2021 года", 2021),
        ("2021-09-01", 2021),
        ("09.2021", 2021),
        ("2021-2022", None),
        ("2019, 2022", None),
        ("№ 15 2021", None),
        ("01.09.21", None),
    ],
)
def test_a_centre_opened_in_the_year_of_the_day_it_opened(said, year):
    result = rolled(f"СОШ №2 | | {said} | ")
    assert school(result, "sosh-2").centre_opened == year
    assert bool(wrong(result)) is (year is None)


def test_a_day_that_a_sheet_holds_tells_the_year_too():
    day = Cell("сен.21", dt.date(2021, 9, 1))
    assert years.read(day, context()).value == 2021


def test_what_disagrees_with_the_registry_is_told_with_what_stands_there():
    (finding,) = [each for each in rolled("СОШ №9 | г. Томмот | | ").findings if each.cell == "B2"]
    sentence, _ = messages.finding(Language.RU, finding)
    assert "«г. Алдан»" in sentence
    assert "«г. Томмот»" in sentence


def test_a_row_of_no_known_school_adds_nothing_and_says_so():
    assert wrong(rolled("СОШ №88 | г. Алдан | 2021 | ")) == [("school-unknown", "A2")]


def test_missing_schools_of_one_name_are_told_apart_by_their_settlements():
    schools = (
        School("one-aldan", "СОШ №1", "СОШ", 1, "г. Алдан"),
        School("one-tommot", "СОШ №1", "СОШ", 1, "г. Томмот"),
    )
    missing = [each for each in rolled(schools=schools).findings if each.code == "school-missing"]
    assert [each.facts["name"] for each in missing] == ["СОШ №1, г. Алдан", "СОШ №1, г. Томмот"]


def test_the_settlement_beside_tells_schools_of_one_name_apart():
    result = rolled("гимназия | г. Алдан | 2021 | ", "гимназия | | 2022 | ")
    assert school(result, "gymn-aldan").centre_opened == 2021
    assert wrong(result) == [("school-ambiguous", "A3")]


def test_the_registry_may_be_copied_into_the_tab():
    header = "id | settlement | centre_opened | email"
    result = rolled("sosh-2 | г. Алдан | 2021 | a@mail.ru", header=header)
    known = school(result, "sosh-2")
    assert (known.settlement, known.centre_opened, known.email) == ("г. Алдан", 2021, "a@mail.ru")
    assert not wrong(result)
