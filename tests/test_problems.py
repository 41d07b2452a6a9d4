"""Cells that say the same have one problem; each of them is told of at its own place."""

from tests.plans import HEADER, found, judged

BAD = "СОШ №8 | Науку в каждый класс | 31 апреля | педагоги | Иванова А.П."


def test_equal_cells_are_told_of_each_at_its_own_row_school_and_event():
    other = BAD.replace("№8", "№6").replace("Науку в каждый класс", "Шахматный ход")
    first, second = found(judged(HEADER, BAD, other), "date-impossible")
    assert (first.cell, first.school, first.title) == ("C2", "sosh-8", "Науку в каждый класс")
    assert (second.cell, second.school, second.title) == ("C3", "sosh-6", "Шахматный ход")
    assert first.problem == second.problem
    assert first.fingerprint != second.fingerprint


def test_equal_cells_of_two_columns_of_one_meaning_are_told_of_each_at_its_own():
    header = f"{HEADER} | Дата"
    here, there = f"{BAD} | ", f"{BAD.replace('31 апреля', '')} | 31 апреля"
    assert [each.cell for each in found(judged(header, here, there), "date-impossible")] == [
        "C2",
        "F3",
    ]


def test_what_is_refused_is_told_before_what_is_only_remarked_on():
    row = BAD.replace("СОШ", "CОШ")  # with a Latin letter
    [*told] = judged(HEADER, row, row).findings
    codes = [each.code for each in told if each.row]
    assert codes[:2] == ["date-impossible", "text-corrected"]
    assert codes[2:4] == codes[:2]


def test_each_blank_cell_is_offered_the_school_above_it():
    one, other = BAD, BAD.replace("№8", "№6")
    blank = BAD.replace("СОШ №8", "")
    result = judged(HEADER, one, blank, other, blank)
    offered = [each.candidates for each in found(result, "required-missing")]
    assert offered == [("СОШ №8",), ("СОШ №6",)]
