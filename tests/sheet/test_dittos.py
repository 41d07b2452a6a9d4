"""Cells that say «the same as above»."""

import pytest

from tests.forms import form, values
from tests.plans import HEADER, found, judged
from tochka_sync.sheet import dittos

NUMBERED = f"№ | {HEADER}"
FIRST = "СОШ №8 | Науку в каждый класс | 15.02.2024 | 5-7 классы | Иванова А.П."
SAME = (
    *('"', "″", "〃", "«", "»", "-//-", "- // -", '-"-', "-''-", "—„—", "//", "||", ",,", "―″―", '--"--', "' '"),
    *("то же", "То же.", "тоже", "то же самое", "он же", "она же", "Они же", "те же", "тe жe", "там же", "в то же время", "в тот же день"),
    *("аналогично", "как выше", "см. выше", "см выше", "указано выше", "выше", "та же школа", "ditto"),
)  # fmt: skip
OWN = (
    *("", " ", "-", "—", "---", "/", "|", ",", ".", "?", "…", "5-7", "Т", "Тест", "те", "так", "тема та же, но для 8 класса", "там"),
    *("тоже и педагоги", "он", "онлайн", "высшее", "смотр", "см. приказ", "как есть", "Томмот", "ТР", "нет", "уточняется", "sam"),
)  # fmt: skip


@pytest.mark.parametrize("cell", SAME)
def test_signs_and_words_that_say_the_same_are_known(cell):
    assert dittos.is_one(cell)


@pytest.mark.parametrize("cell", OWN)
def test_a_dash_and_other_words_say_something_of_their_own(cell):
    assert not dittos.is_one(cell)


def test_what_stands_above_is_read_and_pointed_out():
    result = judged(
        HEADER,
        FIRST,
        "-//- | Фестиваль идей | 16.02.2024 | те же | она же",
        "″ | Ярмарка идей | 19.02.2024 | ″ | ″",
    )
    for entry in result.entries[1:]:
        assert entry.values["school"] == "sosh-8"
        assert entry.values["audience"] == result.entries[0].values["audience"]
        assert entry.values["responsible"] == result.entries[0].values["responsible"]
        assert entry.complete
        assert [remark.reason for remark in entry.notes["audience"]] == ["filled_down"]
    told = [(each.cell, each.facts["new"]) for each in found(result, "text-corrected")]
    assert told == [
        *(("A3", "СОШ №8"), ("D3", "5-7 классы"), ("E3", "•••")),
        *(("A4", "СОШ №8"), ("D4", "5-7 классы"), ("E4", "•••")),
    ]


@pytest.mark.parametrize(
    ("above", "own"),
    [
        (f"1 | {FIRST}", "5 | СОШ №9 | Фестиваль идей | 16.02.2024 | те же | Петров С.И."),
        (f"4 | {FIRST}", "3 | СОШ №9 | Фестиваль идей | 16.02.2024 | те же | Петров С.И."),
        ("1 | СОШ №8 | Наука | 15.02.2024 | | Иванова А.П.", "2 | СОШ №9 | Идеи | 16.02.2024 | те же | Петров С.И."),
        ("1 | СОШ №8 | Наука | 15.02.2024 | уточняется | Иванова А.П.", "2 | СОШ №9 | Идеи | 16.02.2024 | те же | Петров С.И."),
    ],
    ids=["rows are missing between", "rows were sorted", "nothing stands above", "above is no value yet"],
)  # fmt: skip
def test_where_it_is_not_known_what_stood_above_the_value_is_asked_for(above, own):
    result = judged(NUMBERED, above, own)
    assert "audience" not in result.entries[1].values
    assert [each.cell for each in found(result, "required-missing")][-1] == "E3"


def test_another_row_between_is_not_what_stood_above():
    result = judged(HEADER, FIRST, " | | | | ", "СОШ №9 | Идеи | 16.02.2024 | те же | Петров С.И.")
    assert "audience" not in result.entries[1].values


@pytest.mark.parametrize("own", ["2", "2.", ""])
def test_what_stands_above_is_read_in_rows_that_are_numbered_one_after_another(own):
    second = f"{own} | -//- | Ярмарка идей | 19.02.2024 | те же | Петров С.И."
    first, entry = judged(NUMBERED, f"1 | {FIRST}", second).entries
    assert entry.values["school"] == "sosh-8"
    assert entry.values["audience"] == first.values["audience"]


def test_numbers_of_rows_that_nobody_counts_with_are_not_next_to_one_another():
    rows = [f"1 | {FIRST}", f"{'9' * 5000} | -//- | Ярмарка | 19.02.2024 | дети | Иванова А.П."]
    assert "school" not in judged(NUMBERED, *rows).entries[1].values


def test_nothing_is_said_where_a_value_is_carried_to_a_blank_cell():
    result = judged(NUMBERED, f"1 | {FIRST}", " | | Идеи | 16.02.2024 | дети | Петров С.И.")
    assert result.entries[1].values["school"] == "sosh-8"
    assert not found(result, "text-corrected")


def test_nothing_is_lost_in_silence_where_a_ditto_in_a_column_that_may_be_blank_is_not_known():
    header = f"№ | {HEADER} | Место"
    result = judged(header, f"1 | {FIRST} | актовый зал", f"5 | {FIRST} | там же")
    assert "place" not in result.entries[1].values
    (asked,) = [each for each in found(result, "value-unreadable") if each.reason == "ditto"]
    assert (asked.cell, asked.value) == ("G3", "там же")


def test_nothing_is_asked_of_a_ditto_in_a_column_that_nobody_reads():
    result = judged(f"{HEADER} | Краткое содержание", f"{FIRST} | -//-")
    assert result.entries[0].complete
    assert not [each for each in result.findings if each.row]


def test_a_merged_cell_that_says_the_same_says_it_in_all_its_rows():
    dates = form(
        "Школа | Мероприятие | Дата\n"
        "СОШ №8 | Квест | 10.02.2024\n"
        "СОШ №9 | Урок | -//-\n"
        "СОШ №6 | Игра | ",
        "C3:C4",
    )
    assert [values(row)["date"] for row in dates.rows[1:]] == ["10.02.2024"] * 3


def test_a_blank_school_is_offered_what_the_same_above_it_is():
    header = "Школа | Мероприятие | Дата"
    rows = ("СОШ №8 | Квест | 10.02.2024", "-//- | Урок | 11.02.2024", " | Игра | 12.02.2024")
    (blank,) = found(judged(header, *rows, required=["school"]), "required-missing")
    assert blank.candidates == ("СОШ №8",)
    undecided = (rows[0], "уточняется | Урок | 11.02.2024", rows[2])
    (_, blank) = found(judged(header, *undecided, required=["school"]), "required-missing")
    assert blank.candidates == ()
