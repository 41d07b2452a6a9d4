import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tochka_sync.values import slips

words = st.text("абвг", max_size=7)


@given(one=words, other=words, most=st.integers(0, 4))
def test_a_distance_is_what_the_library_counts_as_far_as_it_is_asked_for(one, other, most):
    assert slips.distance(one, other, most) == OSA.distance(one, other, score_cutoff=most)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("семинар", "семнар", 1), ("квест", "квсет", 1), ("класс", "клас", 1), ("урок", "игра", 3)],
)
def test_a_letter_missing_added_wrong_or_out_of_place_is_one_slip(one, other, slip):
    assert slips.distance(one, other, 2) == slip
