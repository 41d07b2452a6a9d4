import pytest

from tests.values import noise
from tests.values.district import context, problem
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.what.formats import Format
from tochka_sync.values.where import places

ALDAN = context()


def read(shown):
    return places.read(Cell(shown), ALDAN)


@pytest.mark.parametrize(
    ("shown", "place"),
    [
        ("  на базе\nСОШ №9 г.Алдан ", "на базе СОШ №9 г.Алдан"),
        ("«Точка роста»", "«Точка роста»"),
        ("каб. 5", "каб. 5"),
        ("204", "204"),
        ("204а", "204а"),
        ("ул. Октябрьская, 10", "ул. Октябрьская, 10"),
        ("актовый зал", "актовый зал"),
        ("г. Томмот", "г. Томмот"),
        ("СОШ №9, онлайн-трансляция", "СОШ №9, онлайн-трансляция"),
    ],
)
def test_a_place_is_its_text(shown, place):
    reading = read(shown)
    assert (reading.value, reading.notes, dict(reading.also)) == (place, (), {})


@pytest.mark.parametrize(
    "shown", ["онлайн", "ZOOM", "платформа Сферум", "https://us04web.zoom.us/j/123"]
)
def test_a_place_on_the_net_says_the_format(shown):
    reading = read(shown)
    assert (reading.value, reading.also) == (shown, {Field.FORMAT: Format.ONLINE})


def test_look_alike_letters_are_put_right_and_named():
    reading = read("aктовый зал")  # the first letter is Latin
    assert reading.value == "актовый зал"
    assert reading.notes[0].facts == {"old": "aктовый зал", "new": "актовый зал"}


@pytest.mark.parametrize("shown", ["-", "там же", "уточняется"])
def test_a_placeholder_is_no_place(shown):
    assert problem(read(shown)).code is Code.REQUIRED_MISSING


def test_a_formula_is_no_place():
    assert problem(read("=A1")).reason == "formula_text"


@pytest.mark.parametrize(
    "shown", [*noise.PHONES, *noise.ADDRESSES, *noise.DATES, "25 чел.", "Иванова А.П."]
)
def test_what_is_plainly_something_else_is_no_place(shown):
    assert problem(read(shown)).reason == "unreadable"
