"""A contract told in several columns is one."""

import datetime as dt

import pytest

from tests.forms import form, values
from tests.plans import found, judged
from tochka_sync.sheet import contracts
from tochka_sync.sheet.contracts import Part
from tochka_sync.table import Cell

HEADER = "Школа | Мероприятие | Дата | Участники | Ответственный"
GOOD = "СОШ №8 | Квест «Атом» | 10.02.2024 | 8 кл | Иванова А.П."
TWO = "№ договора | Дата договора"
THREE = "Договор: наличие | Договор: номер | Договор: дата заключения"


@pytest.mark.parametrize(
    ("columns", "cells", "whole"),
    [
        (TWO, "5 | 12.08.2023", "№ 5 от 12.08.2023"),
        (
            "Дата заключения договора | Номер договора",
            "12.08.2023 | 01-05/23",
            "№ 01-05/23 от 12.08.2023",
        ),
        (TWO, "б/н | 12 августа 2023 г.", "б/н от 12 августа 2023 г."),
        (TWO, "№ 5 | ", "№ 5"),
        (TWO, " | 12.08.2023", "от 12.08.2023"),
        (TWO, "- | 12.08.2023", "от 12.08.2023"),
        (TWO, "не требуется | -", "не требуется"),
        (TWO, "№5 от 12.08.2023 | ", "№5 от 12.08.2023"),
        (THREE, "да | 5 | 12.08.2023", "да № 5 от 12.08.2023"),
        (THREE, "нет | |", "нет"),
        (THREE, "нет | 5 | 12.08.2023", "не заключен № 5 от 12.08.2023"),
    ],
)
def test_what_columns_tell_of_a_contract_is_put_together(columns, cells, whole):
    sheet = form(f"{HEADER} | {columns}\n{GOOD} | {cells}")
    assert values(sheet.rows[-1])["contract"] == whole
    assert not sheet.findings


def test_a_row_that_tells_of_no_contract_has_none():
    assert "contract" not in values(form(f"{HEADER} | {TWO}\n{GOOD} | | ").rows[-1])


def test_a_date_that_a_sheet_holds_is_told_whatever_its_format():
    day = Cell("авг.23", dt.date(2023, 8, 12))
    assert (
        contracts.together([(Part.NUMBER, Cell("5", 5.0)), (Part.DATE, day)]) == "№ 5 от 12.08.2023"
    )


@pytest.mark.parametrize(
    "columns",
    ["Договор | Реквизиты договора", "Договор | № и дата договора", "№ договора | Договор №"],
)
def test_columns_that_tell_the_whole_of_it_are_two_of_one_meaning(columns):
    sheet = form(f"{HEADER} | {columns}\n{GOOD} | №5 | №6")
    assert [(each.code, each.cell) for each in sheet.findings] == [("column-duplicate", "G1")]
    assert values(sheet.rows[-1])["contract"] == "№5"


def test_a_second_column_of_links_is_read_beside_the_parts_of_a_contract():
    sheet = form(
        f"{HEADER} | {TWO} | Ссылка | Ссылка на пост\n{GOOD} | 5 | 12.08.2023 | | vk.com/a"
    )
    said = values(sheet.rows[-1])
    assert (said["contract"], said["links"]) == ("№ 5 от 12.08.2023", "vk.com/a")


def test_a_contract_that_columns_tell_of_differently_is_asked_about_where_it_is_said_first():
    for state in ("нет", "не требуется"):
        result = judged(f"{HEADER} | {THREE}", f"{GOOD} | {state} | 5 | 12.08.2023")
        (finding,) = found(result, "value-unreadable")
        assert (finding.reason, finding.cell) == ("contradiction", "F2")


def test_a_number_and_a_date_in_columns_of_their_own_are_a_contract():
    (entry,) = judged(f"{HEADER} | {TWO}", f"{GOOD} | 5 | 12.08.2023").entries
    contract = entry.values["contract"]
    assert (contract.status, contract.number, contract.date) == (
        "signed",
        "5",
        dt.date(2023, 8, 12),
    )


def test_what_is_wrong_with_one_part_of_a_contract_is_told_at_its_own_cell():
    result = judged(f"{HEADER} | {TWO}", f"{GOOD} | 5 | 31.04.2023", f"{GOOD} | 6 | 12.08.1923")
    told = [
        (each.cell, each.value)
        for each in (*found(result, "date-impossible"), *found(result, "value-unreadable"))
    ]
    assert told == [("G2", "31.04.2023"), ("G3", "12.08.1923")]
