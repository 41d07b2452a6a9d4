import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tochka_sync.values import corrections, text
from tochka_sync.values.strangers import Strangers
from tochka_sync.values.what import titles

STRANGERS = Strangers([r"(?:круглый|квадратный) стол[аы]?"], "тема".__eq__)
FIELDS = ("title", "event_type", "level", "format", "date", "count", "audience", "phone")


@pytest.mark.parametrize(
    ("folded", "strange"),
    [
        ("круглый стол", False),
        ("столы, 17", False),
        ("тема", False),
        ("в на №5", False),
        ("урок", True),
        ("круглый стол для всех", True),
        ("", False),
    ],
)
def test_a_word_is_strange_that_has_no_letters_of_the_shapes_and_is_not_known(folded, strange):
    assert STRANGERS.stand_in(folded) is strange


@pytest.mark.parametrize("shape", titles._STRANGERS._shapes)
def test_no_word_is_strange_in_a_text_that_fits(shape):
    few = shape.replace("[а-я]", "[аби]").replace(r"\w", "[аби]")  # few letters are drawn faster

    @settings(max_examples=100)
    @given(st.from_regex(re.compile(few), fullmatch=True))
    def has_none(fitting):
        assert not titles._STRANGERS.stand_in(fitting)

    has_none()


@settings(max_examples=1000)
@given(altered(catalogue(*FIELDS)))
def test_a_title_with_a_strange_word_would_not_be_refused_after_a_longer_look(shown):
    title = corrections.unmix(text.clean(shown))[0]
    if titles._STRANGERS.stand_in(corrections.lower(title)):
        assert titles._doubt(title) is None
