import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tochka_sync.values.what import genres


@pytest.mark.parametrize("name", genres._LISTED)
def test_no_wording_of_a_type_lacks_the_part_by_which_it_is_looked_for(name):
    parts = genres._PARTS[name].split()
    source = genres._LISTED[name].replace("[а-я]", "[аби]")  # few letters are drawn faster

    @settings(max_examples=20)
    @given(st.from_regex(re.compile(source), fullmatch=True))
    def has_a_part(wording):
        assert any(part in wording for part in parts)

    has_a_part()


@settings(max_examples=100)
@given(st.from_regex(re.compile(genres._GENERIC.pattern), fullmatch=True))
def test_no_word_for_any_event_lacks_the_part_by_which_it_is_looked_for(word):
    assert not genres.is_silent(f"наше {word}")


def test_no_part_by_which_a_word_is_looked_for_has_a_digit_or_a_space_in_it():
    assert not any(
        sign.isdecimal() or sign.isspace() for part in genres._ALL_PARTS for sign in part
    )


@given(st.lists(st.sampled_from([*genres._ALL_PARTS, "урок", "17", "по", "3-й", "/"])))
def test_in_a_silent_text_no_type_is_found(words):
    folded = " ".join(words)
    found = [
        name
        for name, shape in genres._LISTED.items()
        if re.search(rf"(?<!\w)(?:{shape})(?!\w)", folded)
    ]
    assert sorted({name for _, _, name in genres.find(folded)} - set(found)) == []
    assert bool(found) == any(True for _ in genres.find(folded))
    assert not (found and genres.is_silent(folded))


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("научно-практическая конференция", ["sci_conference"]),
        ("семинар-практикум и мастер-класс", ["workshop_seminar", "masterclass"]),
        ("квест, вебинар, квест", ["quest", "webinar", "quest"]),
        ("репетиция", []),
    ],
)
def test_types_are_found_from_left_to_right_and_the_longer_name_of_two_at_one_place(folded, found):
    assert [name for _, _, name in genres.find(folded)] == found
