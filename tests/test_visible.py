import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tochka_sync.visible import fitted, folded, line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07", "␀␇"),
        ("\x7f", "␡"),
        ("a\u202eb", "a\ufffdb"),
        ("\ud800", "\ufffd"),
        ("a\U000e0041", "a\ufffd"),
        ("Ысыах ҕ ҥ ө һ ү — «ё» 😀", "Ысыах ҕ ҥ ө һ ү — «ё» 😀"),
    ],
)
def test_control_characters_are_shown_and_letters_stay(text, shown):
    assert visible(text) == shown


def test_breaks_stay_in_a_cell_and_become_spaces_on_a_line():
    assert visible("a\r\nb\tc") == "a\nb\tc"
    assert line(" a\r\n\tb\u2028c ") == "a b c"


@given(st.text(st.characters()))
def test_no_text_can_steer_a_terminal_or_break_a_line(text):
    shown = line(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in shown)
    shown.encode()


@pytest.mark.parametrize("width", range(20, 100))
def test_a_folded_text_breaks_no_word_and_loses_none(width):
    text = "Ошибка: из таблицы пропало 3 из 4 записей (75 %): «Квест», «Турнир-2024».\n    Что делать: верните"
    shown = folded(text, width)
    assert shown.split() == text.split()
    assert max(map(len, shown.splitlines())) <= width
    assert [each for each in shown.splitlines() if each.startswith("    ")]


def test_a_command_is_folded_only_where_no_line_holds_it():
    command = 'tochka-sync init "план школ района.csv"'
    text = f"Составьте её по этой же таблице: {command}; или укажите путь."
    assert command in folded(text, 45)
    assert command not in folded(text, 30)
    assert folded(text, 30).split() == text.split()


def test_only_a_terminal_gets_its_lines_folded():
    text = "Что делать: " + "слово " * 40
    assert fitted(text, io.StringIO()) == text
