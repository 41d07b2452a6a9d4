import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tochka_sync.values import shapes
from tochka_sync.values.shapes import Shapes
from tochka_sync.values.what import headwords
from tochka_sync.values.who import circles

KNOWN = {  # «to» is one only before what it leads to, so it is no text by itself
    **{
        f"circles {name}": (circles._TOKENS, name, re.IGNORECASE)
        for name in circles._PARTS
        if name != "to"
    },
    **{f"headwords {name}": (headwords._TOKENS, name, 0) for name in headwords._PARTS},
}


def words(known, said):
    return [(name, match.group()) for name, match in known.cut(said)]


def test_the_first_shape_that_fits_is_meant_and_what_fits_none_is_passed_over():
    known = Shapes({"long": "аб+", "short": "а", "digit": r"(?<!а)\d"}, {"long": "аб"})
    assert words(known, "абба1 2") == [("long", "абб"), ("short", "а"), ("digit", "2")]


def test_many_texts_are_read_as_the_first_ones_are():
    known = Shapes({"word": "[а-я]+", "sign": "."}, {"word": "а б"}, re.IGNORECASE)
    said = "АБ, ба"
    first = words(known, said)
    assert first == [("word", "АБ"), ("sign", ","), ("sign", " "), ("word", "ба")]
    for _ in range(shapes.MANY):
        assert words(known, said) == first


@pytest.mark.parametrize("at", KNOWN)
def test_nothing_a_shape_fits_is_without_one_of_its_parts(at):
    known, wanted, flags = KNOWN[at]
    shape = next(shape for shape in known._shapes if shape.name == wanted)

    source = shape.pattern.pattern.replace("[а-я]", "[аби]")  # few letters are drawn faster

    @settings(max_examples=20)
    @given(st.from_regex(re.compile(source, flags), fullmatch=True))
    def has_a_part(fitting):
        assert any(part in f"{fitting}\n{fitting.lower()}" for part in shape.parts)

    has_a_part()
