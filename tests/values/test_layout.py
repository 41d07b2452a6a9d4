import pytest

from tests.values.district import context
from tests.values.moments import PLAN
from tochka_sync.fields import Field
from tochka_sync.table import Cell
from tochka_sync.values import cells, layout

ALDAN = PLAN._replace(registry=context().registry)


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        (Field.DATE, "10 atdhfkz", "10 февраля"),
        (Field.DATE, "jrnz,hm 2023", "октябрь 2023"),
        (Field.DATE, "c 5 gj 10 b.yz d 14:00", "с 5 по 10 июня в 14:00"),
        (Field.DATE, "10atdhfkz", "10февраля"),
        (Field.CONTRACT, "gjlgbcfy 12.08.2023", "подписан 12.08.2023"),
        (Field.CONTRACT, "yt nht,etncz", "не требуется"),
        (Field.SCHOOL, "CJI №8", "СОШ №8"),
        (Field.AUDIENCE, "5-9 rkfccs", "5-9 классы"),
        (Field.PARTICIPANTS, "xtkjdtr 50", "человек 50"),
        (Field.FORMAT, "jykfqy", "онлайн"),
        (Field.LEVEL, "hfqjyysq", "районный"),
    ],
)
def test_russian_typed_on_english_keys_is_read_and_told_of(field, typed, meant):
    reading = cells.read(field, Cell(typed), ALDAN)
    assert reading.value is not None
    assert reading.value == cells.read(field, Cell(meant), ALDAN).value
    assert reading.notes[0].reason == "typo_fixed"
    assert reading.notes[0].facts == {"old": typed, "new": meant}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (Field.DATE, "Tommot"),
        (Field.AUDIENCE, "STEM"),
        (Field.SETTLEMENT, "Njvvjn"),
        (Field.RESPONSIBLE, "Bdfyjdf F/G/"),
        (Field.LEVEL, "district"),
        (Field.SCHOOL, "B1"),
        (Field.PARTICIPATING_SCHOOLS, "C1:E1"),
        (Field.TYPES, "VR"),
        (Field.CONTRACT, "№12, https://vk.com/wall-1_2"),
    ],
)
def test_other_latin_words_and_names_are_never_taken_for_it(field, typed):
    reading = cells.read(field, Cell(typed), ALDAN)
    assert "typo_fixed" not in [note.reason for note in reading.notes]


def test_words_with_a_russian_letter_and_signs_between_digits_stay():
    assert layout.russian("IT-технологии, 10.02.2024u") == "IT-технологии, 10.02.2024г"
