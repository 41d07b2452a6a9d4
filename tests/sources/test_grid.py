"""Google's description of a sheet as tables. The stand-in that writes it is held to recordings."""

import datetime as dt
from typing import Any

import pytest

from tests.google import Shown, Spreadsheet, Tab
from tests.google import mask as masks
from tests.google.recordings import RECORDED
from tochka_sync.errors import ConfigError, SourceError
from tochka_sync.sources import grid
from tochka_sync.table import Cell, Merge

DAY = dt.date(2024, 9, 8)
NOON = dt.datetime.fromisoformat("2024-09-08T12:30")


def described(*tabs: Tab) -> Any:
    return masks.apply(Spreadsheet("План", list(tabs)).describe(), masks.parse(grid.MASK))


def cell(value: object) -> Cell:
    return grid.tables(described(Tab("План", [[value]])))[0].cell(0, 0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("СОШ №8", Cell("СОШ №8")),
        ("08.09.2024", Cell("08.09.2024")),
        (DAY, Cell("08.09.2024", DAY)),
        (NOON, Cell("08.09.2024 12:30:00", NOON)),
        (dt.time(14), Cell("14:00", dt.time(14))),
        (Shown(45332.583333, "10.02.2024 14:00", "DATE_TIME"),
         Cell("10.02.2024 14:00", dt.datetime.fromisoformat("2024-02-10T14:00"))),
        (Shown(45543, "08.сен", "DATE"), Cell("08.сен", DAY)),
        (45543, Cell("45543", 45543.0)),
        (Shown(0.25, "25%", "PERCENT"), Cell("25%", 0.25)),
        (Shown(89141234567, "8,91412E+10", "SCIENTIFIC"), Cell("8,91412E+10", 89141234567.0)),
        (Shown(-5, "-5", "DATE"), Cell("-5", -5.0)),
        (True, Cell("ИСТИНА", value=True)),
        (Shown(error="REF"), Cell("#REF!", error=True)),
        (Shown("пост", link="https://vk.com/a"), Cell("пост", link="https://vk.com/a")),
        (Shown("два", runs=("https://a.ru/", "https://b.ru/")), Cell("два", link="https://a.ru/\nhttps://b.ru/")),
        (Shown("раз", runs=("https://a.ru/", "https://a.ru/")), Cell("раз", link="https://a.ru/")),
        (Shown("ролик", chip="https://youtu.be/a"), Cell("ролик", link="https://youtu.be/a")),
        (Shown("сайт", formula='=ГИПЕРССЫЛКА("https://s.ru/";"сайт")'),
         Cell("сайт", link="https://s.ru/")),
        (Shown("сайт", formula='=HYPERLINK(A1,"сайт")'), Cell("сайт")),
        (Shown("сайт", formula='=HYPERLINK("","сайт")'), Cell("сайт")),
        (None, Cell("")),
    ],
)  # fmt: skip
def test_a_cell_keeps_its_text_and_what_is_behind_it(value, expected):
    assert cell(value) == expected


def test_a_tab_keeps_its_place_its_merges_and_what_is_hidden():
    tabs = (
        Tab("План", [["а"], [], [None, "б"]], merges=[(0, 0, 2, 3)], hidden_rows={5},
            filtered_rows={7}),
        Tab("Черновик", [], gid=42, hidden=True, merges=[(1, 1, 2, 3)]),
        Tab("График", gid=7, kind="OBJECT"),
    )  # fmt: skip
    first, second = grid.tables(described(*tabs))
    assert (first.title, first.gid, first.hidden) == ("План", 0, False)
    assert (first.text(0, 0), first.text(2, 1), first.height) == ("а", "б", 3)
    assert first.merges == (Merge(0, 0, 2, 3),)
    assert first.hidden_rows == {5, 7}
    assert (second.title, second.gid, second.hidden, second.height) == ("Черновик", 42, True, 0)


def test_cells_whose_text_is_struck_out_are_told():
    rows: list[list[object]] = [
        ["Квест", Shown("Урок", struck=True)],
        [Shown(struck=True), Shown(DAY, struck=True)],
    ]
    (table,) = grid.tables(described(Tab("План", rows)))
    assert table.struck == {(0, 1), (1, 1)}


def test_tabs_come_in_the_order_people_see():
    answer = described(Tab("Первый"), Tab("Второй", gid=1))
    answer["sheets"].reverse()
    assert [table.title for table in grid.tables(answer)] == ["Первый", "Второй"]


def test_a_block_that_starts_below_and_to_the_right_keeps_its_place():
    answer = described(Tab("План", [["а"]]))
    answer["sheets"][0]["data"][0] |= {"startRow": 3, "startColumn": 2}
    table = grid.tables(answer)[0]
    assert table.text(3, 2) == "а"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda answer: answer.pop("properties"),
        lambda answer: answer.pop("sheets"),
        lambda answer: answer["sheets"].clear(),
        lambda answer: answer["sheets"][0].pop("data"),
        lambda answer: answer["sheets"][0].pop("properties"),
        lambda answer: answer["sheets"][0]["data"].clear(),
        lambda answer: answer["sheets"][0]["properties"].update(title=None),
        lambda answer: answer["sheets"][0]["data"].append(answer["sheets"][0]["data"][0]),
        lambda answer: cells_of(answer).insert(0, None),
        lambda answer: cells_of(answer)[0].update(formattedValue=None),
        lambda answer: cells_of(answer)[0].update(formattedValue=5),
        lambda answer: cells_of(answer)[0].update(formattedValue=["а"]),
    ],
    ids=["about", "tabs", "no tabs", "cells", "tab", "no cells", "a title that is none",
         "cells told twice", "a cell that is none", "a text that is none", "a number for a text",
         "a list for a text"],
)  # fmt: skip
def test_an_answer_that_is_not_whole_is_no_plan(spoil):
    answer = described(Tab("План", [["а"]]), Tab("Школы", gid=1))
    spoil(answer)
    with pytest.raises(SourceError) as error:
        grid.tables(answer)
    assert error.value.code == "google-partial"


def cells_of(answer):
    return answer["sheets"][0]["data"][0]["rowData"][0]["values"]


def test_a_spreadsheet_of_charts_alone_has_no_plan():
    with pytest.raises(ConfigError) as error:
        grid.tables(described(Tab("График", kind="OBJECT")))
    assert error.value.code == "no-tabs"


def test_recorded_metadata_has_no_cells_and_is_no_plan():
    with pytest.raises(SourceError):
        grid.tables(RECORDED["metadata"]["body"])


def test_recorded_merges_are_read_though_the_first_tab_is_not_named():
    answer = RECORDED["metadata"]["body"]
    whole = {**answer, "sheets": [{**answer["sheets"][0], "data": [{}]}]}
    assert grid.tables(whole)[0].merges == (Merge(1, 0, 3, 1),)
