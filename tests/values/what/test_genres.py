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
