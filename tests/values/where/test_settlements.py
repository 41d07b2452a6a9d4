import itertools

import pytest

from tests.values.district import ALDAN, context, problem
from tochka_sync.findings import Code
from tochka_sync.messages import en, ru
from tochka_sync.models.school import School
from tochka_sync.registry import Registry
from tochka_sync.table import Cell
from tochka_sync.values.where import settlements
from tochka_sync.values.where.gazetteer import Gazetteer, split
from tochka_sync.values.where.settlements import Settlement

CONTEXT = context()
TOMMOT, ALDAN_TOWN = Settlement("Томмот", "г."), Settlement("Алдан", "г.")
KURANAKH = Settlement("Нижний Куранах", "п.")


@pytest.mark.parametrize(
    ("cell", "expected", "notes"),
    [
        ("г.Томмот", TOMMOT, ""),
        ("г. Томмот", TOMMOT, ""),
        ("Томмот", TOMMOT, ""),
        ("ТОММОТ", TOMMOT, ""),
        ("«Томмот»", TOMMOT, ""),
        ("в Томмоте", TOMMOT, "case_normalised"),
        ("из Алдана", ALDAN_TOWN, "case_normalised"),
        ("г Алдан", ALDAN_TOWN, ""),
        ("город Алдан", ALDAN_TOWN, ""),
        ("гор. Алдан", ALDAN_TOWN, ""),
        ("п.Нижний Куранах", KURANAKH, ""),
        ("п.НижнийКуранах", KURANAKH, ""),
        ("пгт Нижний Куранах", KURANAKH, ""),
        ("п.г.т. Нижний Куранах", KURANAKH, ""),
        ("посёлок городского типа Нижний Куранах", KURANAKH, ""),
        ("пос. Н. Куранах", KURANAKH, ""),
        ("Н-Куранах", KURANAKH, ""),
        ("в Нижнем Куранахе", KURANAKH, "case_normalised"),
        ("Tommot", TOMMOT, "transliterated"),
        ("Toммот", TOMMOT, "lookalike_fixed"),
        ("Томот", TOMMOT, "typo_fixed"),
        ("с. Алдан", ALDAN_TOWN, "type_corrected"),
        ("Алданский район, г. Томмот", TOMMOT, ""),
        ("г. Томмот Алданского района", TOMMOT, ""),
        ("Республика Саха (Якутия), г. Алдан", ALDAN_TOWN, ""),
        ("678953, г. Томмот, ул. Октябрьская, 12", TOMMOT, ""),
        ("с. Хатыстыр", Settlement("Хатыстыр", "с."), "settlement_not_listed"),
        ("село Хатыстыр", Settlement("Хатыстыр", "с."), "settlement_not_listed"),
        ("с. Верхняя Амга", Settlement("Верхняя Амга", "с."), "settlement_not_listed"),
        ("с.Усть-Мая", Settlement("Усть-Мая", "с."), "settlement_not_listed"),
    ],
)
def test_a_settlement_is_known_in_any_wording(cell, expected, notes):
    reading = settlements.read(Cell(cell), CONTEXT)
    assert reading.value == expected
    assert " ".join(note.reason for note in reading.notes) == notes


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Алданский район", "district_not_settlement"),
        ("Мегино-Кангаласский улус", "district_not_settlement"),
        ("РС(Я)", "district_not_settlement"),
        ("г.Томмот, г.Алдан", "several_settlements"),
        ("п.Лебединый и п.Ленинский", "several_settlements"),
        ("Хатыстыр", "unknown_settlement"),
        ("с Вороновой Г.В.", "unknown_settlement"),
        ("Куранах", "part_of_name"),
        ("Верхний Куранах", "unknown_settlement"),
        ("Б. Хатыми", "unknown_settlement"),
        ("Томмотский", "unknown_settlement"),
        ("СОШ №8", "unknown_settlement"),
        ("8", "unknown_settlement"),
        ("10.02.2024", "unknown_settlement"),
        ("Иванова А.П.", "unknown_settlement"),
        ("онлайн", "unknown_settlement"),
        ("=A1", "unknown_settlement"),
    ],
)
def test_what_is_no_settlement_is_refused(cell, reason):
    reading = settlements.read(Cell(cell), CONTEXT)
    assert reading.value is None
    assert (problem(reading).code, problem(reading).reason) == (Code.VALUE_UNREADABLE, reason)
    for book in (ru, en):
        assert f"value-unreadable.{reason}" in book.FINDINGS


def test_a_placeholder_and_a_blank_are_no_settlement():
    assert problem(settlements.read(Cell("уточняется"), CONTEXT)).code is Code.REQUIRED_MISSING
    blank = settlements.read(Cell(" "), CONTEXT)
    assert (blank.value, blank.problem) == (None, None)


def test_every_settlement_of_the_registry_is_itself_in_every_way_to_write_it():
    for school in ALDAN.schools:
        if not school.settlement:
            continue
        name = school.settlement.partition(" ")[2]
        for before, after in itertools.product(["", "  ", "«", "\u200b"], ["", ".", " ", "»"]):
            reading = settlements.read(Cell(f"{before}{school.settlement}{after}"), CONTEXT)
            assert reading.value is not None
            assert reading.value.name == name


NAMES = Gazetteer(
    ["с. Ивановка", "с. Иваново", "п. Лебединый", "с. Чагда", "г. Якутск", "г. Елец", "с. Куран",
     "п. Нижний Куранах", "с. Усть-Мая", "г. Нерюнгри", "с. Большой Нимныр", "п. Тарын"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ивановки", ["Ивановка"]),
        ("иваново", ["Иваново"]),
        ("ивановская", ["Иваново", "Ивановка"]),
        ("лебедином", ["Лебединый"]),
        ("чагдинская", ["Чагда"]),
        ("якутске", ["Якутск"]),
        ("якутская", ["Якутск"]),
        ("ельца", ["Елец"]),
        ("елецкая", ["Елец"]),
        ("куран", ["Куран"]),
        ("куранаха", ["Нижний Куранах"]),
        ("нижнего куранаха", ["Нижний Куранах"]),
        ("нижнекуранахская", ["Нижний Куранах"]),
        ("усть майская", ["Усть-Мая"]),
        ("нерюнгринской", ["Нерюнгри"]),
        ("большого нимныра", ["Большой Нимныр"]),
    ],
)
def test_inflection_leads_back_to_the_name(words, names):
    found = NAMES.find(words.split(), 0)
    assert found is not None
    assert sorted(place.name for place in found.places) == sorted(names)


@pytest.mark.parametrize(
    ("settlement", "words"),
    [
        ("с. К-ский", "к ский"), ("с. К-ский", "кеский"), ("п. А", "а"), ("г. Ия", "ия"),
        ("п. Новый Я", "нового я"), ("д. Я Новая", "яновая"), ("п. Нижний Ий", "ий"),
    ],
)  # fmt: skip
def test_a_name_with_words_of_one_or_two_letters_is_found(settlement, words):
    assert Gazetteer([settlement]).find(words.split(), 0) is not None


def test_what_was_looked_up_before_changes_no_answer():
    asked = ["куранаха", "ивановская", "ельца", "нимныра", "маи"]
    fresh = [Gazetteer(NAMES.places).find([word], 0) for word in asked]
    assert [NAMES.find([word], 0) for word in asked] == fresh
    assert [NAMES.find([word], 0) for word in reversed(asked)] == fresh[::-1]


@pytest.mark.parametrize(
    ("settlement", "place"),
    [
        ("г. Томмот", ("Томмот", "г.")), ("пгт Нижний Куранах", ("Нижний Куранах", "п.")),
        ("с.Усть-Мая", ("Усть-Мая", "с.")), ("Хатыстыр", ("Хатыстыр", None)),
        ("мкр. Южный", ("мкр. Южный", None)), ("г.  Томмот\u200b ", ("Томмот", "г.")),
    ],
)  # fmt: skip
def test_a_settlement_is_taken_apart_into_type_and_name(settlement, place):
    assert split(settlement) == place


@pytest.mark.parametrize("word", ["томпо", "школа", "ивантеевка", "чага", "якут", "таран"])
def test_a_word_that_only_resembles_a_name_is_not_it(word):
    assert NAMES.find([word], 0) is None


def test_namesakes_of_different_types_are_told_apart_or_refused():
    twins = Registry(
        tuple(
            School(id=f"k-{at}", name=f"СОШ №{at + 1}", settlement=f"{kind} Киров")
            for at, kind in enumerate(["г.", "п."])
        )
    )
    assert settlements.read(Cell("п. Киров"), context(twins)).value == Settlement("Киров", "п.")
    assert problem(settlements.read(Cell("Киров"), context(twins))).reason == "several_settlements"


@pytest.mark.parametrize("shown", ["В. Куранах", "В.Куранах", "В-Куранах"])
def test_another_settlement_of_the_same_last_word_is_not_offered_ours(shown):
    refused = problem(settlements.read(Cell(shown), CONTEXT))
    assert (refused.reason, refused.suggestion) == ("unknown_settlement", None)


def test_the_district_of_a_village_stands_beside_it():
    reading = settlements.read(Cell("Беллетский национальный наслег, с. Хатыстыр"), CONTEXT)
    assert reading.value == Settlement("Хатыстыр", "с.")
