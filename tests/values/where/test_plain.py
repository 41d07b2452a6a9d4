from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tests.values.district import ALDAN
from tochka_sync.values.where import names, plain
from tochka_sync.values.where.gazetteer import Gazetteer
from tochka_sync.values.where.spelling import Lexicon

LEXICONS = (
    ALDAN.directory.lexicon,
    Lexicon(
        Gazetteer(["г. Томмот", "п. Томмот", "с. Майское", "Хатыстыр", "п. Нижний Куранах"]),
        lambda: frozenset({"томмот"}),
    ),
)
FORMS = ["", "МБОУ ", "мкоу ", "МБОУ «", '"', "ОО ", "Томмотская "]
KINDS = ["СОШ", "сош", "Школа", "гимназия", "лицей", "Лицея", "оош", "Кружок", "ши", "ОУ"]
SIGNS = [" №", " № ", "№", " ", "", " N", " №№"]
TOWNS = ["г. ", "г.", "г ", "п.", "с. ", "с ", "д.", "", ", ", "-", "пгт "]
PLACES = ["Томмот", "Алдан", "Томмоте", "Куранах", "Хатыстыр", "Майское", "Город", "Школа", "Томмотский", "томмот"]  # fmt: skip
ENDS = ["", "»", '"', ".", " район", " 5"]
WORDINGS = st.builds(
    "{}{}{}{}{}{}{}{}".format,
    *map(st.sampled_from, (FORMS, KINDS, SIGNS)),
    st.sampled_from([8, 4, 36, 105, "08", "8а", 1000]),
    *map(st.sampled_from, ([" ", "", "-"], TOWNS, PLACES, ENDS)),
)


@pytest.mark.parametrize("lexicon", LEXICONS)
@settings(max_examples=1500)
@given(
    shown=st.one_of(
        st.lists(WORDINGS, min_size=1, max_size=3).map(", ".join),
        altered([*catalogue("school", "schools"), "МБОУ «СОШ №8 г. Томмот», сош 4 Алдан"]),
    )
)
def test_schools_plainly_named_are_taken_apart_as_any_others(lexicon, shown):
    found = plain.parse(shown, lexicon)
    assert found is None or asdict(found) == asdict(names.parse(shown, lexicon))


@pytest.mark.parametrize(
    "shown",
    ["МБОУ «СОШ №8 г. Томмот»", "сош 4 Алдан", "гимназия № 1 п. Томмот, МБОУ СОШ 36 г.Алдан"],
)
def test_what_most_write_is_plain(shown):
    assert plain.parse(shown, LEXICONS[0]) is not None
