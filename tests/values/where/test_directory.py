"""A school's name is taken apart only when it must be, and with the same outcome."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tochka_sync.models.school import School, Schools
from tochka_sync.values.where import gazetteer
from tochka_sync.values.where.directory import Directory
from tochka_sync.values.where.gazetteer import Place
from tochka_sync.values.where.shapes import Shapes

PIECES = (
    "МБОУ", "СОШ", "школа", "лицей", "№8", "№ 3", "8", "г. Алдан", "г.Алдан", "п. Алдан", "Алдан",
    "д", "аул", "станица", "с", "и", "им.", "«", "»", "центр", "УИОП", "вечерняя", "Алданская", "-", ".",
)  # fmt: skip


def known(name: str, **said: Any):
    """The one school of a registry, as readers look for it."""
    school = School(id="a", name=name, settlement="г. Алдан", **said)
    return Directory(Schools.of([school])).entries[0]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join))
def test_the_words_of_a_name_are_those_its_parse_gives(name):
    entry = known(name)
    said = {word for words in entry.words for word in words} - {entry.abbreviation}
    assert said == {word for mention in entry.names for word in mention.words}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join))
@example("МБОУ «СОШ №8 г. Алдан»")
def test_a_name_said_to_be_numbered_is(name):
    entry = known(name)
    assert not entry.is_numbered or all(mention.number is not None for mention in entry.names)


def test_the_usual_names_are_numbered():
    assert known("МБОУ «СОШ №8 г. Алдан»").is_numbered
    assert known("СОШ №8 г.Алдан").is_numbered
    assert not known("Гимназия г. Алдан").is_numbered
    assert not known("СОШ №8", aliases=("Алданская школа",)).is_numbered


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("МБОУ «СОШ №8 г. Алдан»", set()),
        ("Гимназия г.Алдан", set()),
        ("Вечерняя школа г. Алдан", {"вечерн"}),
        ("СОШ с УИОП", {"уиоп"}),
    ],
)
def test_what_tells_schools_apart_beside_kind_number_and_settlement_is_a_word(name, words):
    assert set(known(name).words[0]) == words


def test_a_stated_kind_and_number_come_before_what_the_name_says():
    entry = known("Школа №5", kind="лицей", number=8)
    assert (entry.kinds, entry.number) == (frozenset({"лицей"}), 8)
    assert known("Лицей №5").number == 5
    assert known("Лицей №5").kinds == frozenset({"лицей"})


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join))
@example("МБОУ «СОШ №8 г. Алдан»")
@example("ООШ 5, школа г.Алдан")
def test_a_name_of_a_known_shape_says_what_its_parse_says(name):
    entry = known(name)
    parsed = entry.names[0] if entry.names else None
    if parsed is not None:
        said = (entry.first.kinds, entry.number, entry.letter, entry.org, entry.honour)
        assert said == (parsed.kinds, parsed.number, parsed.letter, parsed.org, parsed.honour)


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from((*PIECES, "Ъъ")), min_size=1, max_size=6).map(" ".join),
            st.sampled_from((None, 3, 8)),
            st.sampled_from((None, "г. Алдан", "с. Ъъ", "с. Центр", "с. 8 Марта")),
        ),
        max_size=5,
    )
)
def test_the_shapes_of_many_names_are_those_of_each(said):
    names, numbers, settlements = zip(*said, strict=True) if said else ((), (), ())
    places = {each: gazetteer.split(each) for each in settlements if each}
    many, single = Shapes(), Shapes()
    apart = many.mentions(names, numbers, settlements, places)
    for name, number, settlement, mention in zip(names, numbers, settlements, apart, strict=True):
        assert many.mention(name, number, places.get(settlement)) is mention
        other = single.mention(name, number, places.get(settlement))
        assert (other and repr(other.label)) == (mention and repr(mention.label))


TOWNS = Directory(
    Schools.of(
        [
            School(id="a", name="СОШ №1", number=1, settlement="г. Киров"),
            School(id="b", name="Лицей №2 п. Киров", settlement="п. Киров"),
            School(id="c", name="СОШ №3 им. Гагарина", settlement="г.Киров"),
            School(id="d", name="Гимназия", kind="гимназия"),
            School(id="e", name="СОШ №1 г. Елец", number=1, kind="лицей", settlement="г. Елец"),
            School(id="f", name="Школа имени Ю. А. Гагарина", settlement="г. Киров"),
        ]
    )
)


def ids(entries):
    """What the schools found are called by in the registry."""
    return [entry.school.id for entry in entries]


def test_the_schools_of_a_settlement_are_those_of_its_namesakes_too_however_it_is_written():
    assert ids(TOWNS.in_place(Place("Киров", "г."))) == ["a", "c", "f", "b"]
    assert ids(TOWNS.in_places([Place("киров", None)], 2)) == ["b"]
    assert ids(TOWNS.in_place(Place("Томмот", "г."))) == []


@pytest.mark.parametrize(
    ("number", "kinds", "found"),
    [(1, set(), "ae"), (1, {"лицей"}, "e"), (1, {"сош"}, "ae"), (2, set(), "b"), (3, {"гимназия"}, ""), (9, set(), "")],
)  # fmt: skip
def test_a_number_is_that_stated_or_that_of_the_name_and_kinds_are_both(number, kinds, found):
    assert ids(TOWNS.of_number(number, "", frozenset(kinds))) == list(found)


def test_the_schools_of_no_kind_said_are_all_and_one_called_just_a_school_is_no_lyceum():
    assert ids(TOWNS.of_kinds(frozenset())) == list("abcdef")
    assert ids(TOWNS.of_kinds(frozenset({"лицей"}))) == list("be")
    assert ids(TOWNS.of_kinds(frozenset({"сош"}))) == list("acef")
    assert ids(TOWNS.nameless(frozenset({"сош"}))) == list("ae")


def test_the_schools_that_bear_a_name_stand_in_the_order_of_the_registry():
    assert ids(TOWNS.bearing(frozenset({"гагарин", "пушкин"}))) == ["c", "f"]


def test_a_school_asked_for_twice_is_one_object():
    assert TOWNS.entries[3] is next(iter(TOWNS.unplaced))
    assert TOWNS.entries[2:4] == [TOWNS.entry(2), TOWNS.entry(3)]
