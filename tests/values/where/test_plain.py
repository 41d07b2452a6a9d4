from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tests.values.district import ALDAN, context
from tochka_sync.registry import Registry
from tochka_sync.table import Cell
from tochka_sync.values.where import names, plain, schools
from tochka_sync.values.where.gazetteer import Gazetteer
from tochka_sync.values.where.mentions import Parsed
from tochka_sync.values.where.spelling import Lexicon

CONTEXT = context()
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
    found = [plain.mention(piece, lexicon) for piece in shown.split(plain.SEPARATOR)]
    mentions = [each for each in found if each is not None]
    whole = Parsed(mentions, signed=True)
    assert len(mentions) < len(found) or asdict(whole) == asdict(names.parse(shown, lexicon))
    assert all(each.number and each.places for each in mentions)


@pytest.mark.parametrize(
    "shown",
    ["МБОУ «СОШ №8 г. Томмот»", "сош 4 Алдан", "гимназия № 1 п. Томмот, МБОУ СОШ 36 г.Алдан"],
)
def test_what_most_write_is_plain(shown):
    assert all(plain.mention(piece, LEXICONS[0]) for piece in shown.split(plain.SEPARATOR))


PIECES = ["МБОУ «СОШ №8 г. Томмот»", "сош 9 Алдан", "СОШ №8 г. Алдан", "школа 77 Томмот", "МКОУ СОШ 6 г.Томмот"]  # fmt: skip


@given(shown=st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
def test_a_school_in_a_list_is_the_one_it_is_alone_whichever_was_read_first(shown):
    listed = Cell(plain.SEPARATOR.join(shown))
    fresh = schools.read_list(listed, context(Registry(ALDAN.schools)))
    alone = [schools.read(Cell(piece), CONTEXT).value for piece in shown]
    again = schools.read_list(listed, CONTEXT)
    assert fresh == again
    assert again.value is None or again.value == tuple(dict.fromkeys(filter(None, alone)))
    assert (again.value is None) == (set(alone) == {None})
