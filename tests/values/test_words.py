"""Alternatives tried one by one fit what their whole expression fits."""

import re
from itertools import product

import pytest

from tochka_sync.pattern import MANY, Words, either
from tochka_sync.values import text
from tochka_sync.values.what import genres, media, types
from tochka_sync.values.who import circles

_TRIED = """
    для участников категория групп сборные учебных состава возраста всех районный т. тч районной
    мини-игры экспресс мун.-ный этапа уровня форматов iv 3-го на и по викторина видеолекции
    брейн-ринг кино-показ мастерская опубликовано сайте вк группа госпаблик ватсап смотрите
    школьной мбоу №9 9 после позже новостях также
"""
WORDS = _TRIED.split()


@pytest.mark.parametrize(
    "words", [circles._FILLER, types._MODIFIER, genres._STEM, media._PLACE, media._PLACE_WORDS]
)
def test_words_one_by_one_fit_what_all_of_them_fit(words):
    whole = re.compile(words.pattern)
    for first, second in product(["", *WORDS], WORDS):
        for shown in {first + second, f"{first} {second}", f"{first}-{second}", second[:-1]}:
            single = any(each.fullmatch(shown) for each in words.on(shown))
            assert single == bool(whole.fullmatch(shown)), shown


def test_a_word_is_compiled_only_for_a_text_with_its_beginning():
    words = Words(
        "пед(?:агог)?[а-я]*|учител[ья]|(?:завуч|методист)и?|клас{1,2}|игры?", "(?<!-)", "$"
    )
    assert [each.pattern for each in words.on("учитель")] == [
        "(?<!-)(?:учител[ья])$",
        "(?<!-)(?:(?:завуч|методист)и?)$",
    ]
    assert "(?<!-)(?:пед(?:агог)?[а-я]*)$" in [each.pattern for each in words.on("педкласс")]
    assert len(words.on("кла игр")) == 3


def test_a_bar_in_a_set_or_behind_a_backslash_parts_no_words():
    assert [each.pattern for each in Words(r"а[|]б|в\|г|[\]|]").on("а в")] == [
        "(?:а[|]б)",
        r"(?:в\|г)",
        r"(?:[\]|])",
    ]


def test_after_many_texts_words_still_fit_the_same():
    words = Words("учител[ья]|педагог[а-я]*")
    for _ in range(MANY + 2):
        assert words.fullmatch("педагоги")
        assert words.fullmatch("ученики") is None


def test_a_character_out_of_several_sets_is_one_of_any_of_them():
    assert re.compile(text.ANY_DASH).findall("а-б–в—г−д+е") == ["-", "–", "—", "−"]
    sets = ("ае", "и-йо", "ю-я")
    assert re.findall(either(*sets), "абвгдеёжзийклмнопэюя") == list("аеийоюя")
