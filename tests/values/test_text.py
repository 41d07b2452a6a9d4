import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tochka_sync.values import text

ODD = " \u00a0\u2003\t\n*¹⁴\u00ad\u200b\ufeff\x07йёа.1"


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Науку  в\u00a0каждый класс ", "Науку в каждый класс"),
        ("СОШ\u200b №8*", "СОШ №8"),
        ("класс²", "класс"),
        ("'8–9 классы", "8–9 классы"),
        ("'Наука' и жизнь", "'Наука' и жизнь"),
        ("'", "'"),
        ("и\u0306од", "йод"),
        ("как есть", "как есть"),
        ("", ""),
    ],
)
def test_noise_is_taken_off_and_the_rest_left_alone(typed, clean):
    assert text.clean(typed) == clean


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("📅 15 сентября ✅", "15 сентября"),
        ("☎️8 914 123-45-67", "8 914 123-45-67"),
        ("👩🏽\u200d🎓 8-9 классы", "8-9 классы"),
        ("15 сентября ❌", "15 сентября ❌"),
        ("№ 8 «Ү» — ①", "№ 8 «Ү» — ①"),
    ],
)
def test_pictures_that_say_nothing_are_taken_off(typed, plain):
    assert text.clean(text.plain(typed)) == plain


def test_pictures_inside_a_text_are_a_part_of_it():
    assert text.bare("🚀 Я ❤ математику 🎉") == "Я ❤ математику"
    assert text.bare("Наука") == "Наука"
    assert text.bare("🚀") == ""


@given(st.text(alphabet=ODD, max_size=8))
def test_clean_text_has_single_spaces_inside_and_none_around(typed):
    clean = text.clean(typed)
    assert clean == " ".join(clean.split())
    assert not set(clean) & set("\u00ad\u200b\ufeff\x07\u00a0\t\n")


@given(st.characters(), st.sampled_from(["", "а", " "]))
def test_a_character_means_the_same_beside_a_visible_mark_that_is_taken_off(letter, before):
    # A footnote mark at the end is never kept, and makes the long way be taken.
    if letter not in "*¹²³⁰⁴⁵⁶⁷⁸⁹" and unicodedata.is_normalized("NFC", before + letter):
        assert text.clean(f"{before}{letter}") == text.clean(f"{before}{letter}*").rstrip()


@pytest.mark.parametrize(
    "shown",
    [
        "-",
        "…",
        "н/д",
        "N/A",
        "nan",
        "NULL",
        "None",
        "нет данных",
        "дата уточняется",
        "то же",
        "не заполнено",
        "(пусто)",
        "прочерк",
        "назначается",
    ],
)
def test_what_only_stands_for_an_empty_cell_is_known(shown):
    assert text.is_placeholder(shown)


@pytest.mark.parametrize(
    "shown", ["Нанотехнологии", "нет войне", "Ноль", "Урок none", "5", "Пустота"]
)
def test_a_text_that_says_something_is_no_placeholder(shown):
    assert not text.is_placeholder(shown)


@pytest.mark.parametrize(
    "shown", ["#REF!", "#ССЫЛКА!", "#####", "#Н/Д.", "Loading...", "Загрузка…"]
)
def test_what_a_sheet_shows_for_a_value_it_has_not_is_known(shown):
    assert text.is_error(shown)


@pytest.mark.parametrize(
    "shown", ["Loading", "Загрузка", "Продолжение следует...", "...", "", "№1"]
)
def test_a_value_is_no_error(shown):
    assert not text.is_error(shown)
