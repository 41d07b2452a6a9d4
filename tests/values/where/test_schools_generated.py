"""Cells made by rule, each with the answer it was made from."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.values.district import ALDAN, IDS, context, problem
from tochka_sync.findings import Code
from tochka_sync.registry import Registry
from tochka_sync.table import Cell
from tochka_sync.values.where import schools

CONTEXT = context()
NUMBERS = [school.number for school in ALDAN.schools if school.number]
PLACES = {6: "томмот", 8: "томмот", 9: "алдан", 4: "куранах"}
FORMS = {
    "томмот": ["г.Томмот", "г. Томмот", "города Томмот", "города Томмота", "Томмот", "в Томмоте", "(Томмот)", "ТОММОТ"],
    "алдан": ["г.Алдан", "г. Алдан", "город Алдан", "города Алдана", "Алдан", "в Алдане", "(г. Алдан)"],
    "куранах": [
        "п.Нижний Куранах", "пгт Нижний Куранах", "пос. Н. Куранах", "п. Н-Куранах", "Нижний Куранах",
        "посёлка Нижний Куранах", "в Нижнем Куранахе", "Нижнего Куранаха", "п.г.т. Нижний Куранах",
    ],
}  # fmt: skip
ADJECTIVES = {
    "томмот": ["Томмотская", "Томмотской"],
    "алдан": ["Алданская", "Алданскую"],
    "куранах": ["Нижнекуранахская", "Нижне-Куранахской"],
}
KINDS = ["СОШ", "сош", "Сош", "СШ", "школа", "Школа", "школы", "школе", "средняя школа", "шк.",
         "средняя общеобразовательная школа", "Средней общеобразовательной школе", "общеобразовательная школа"]  # fmt: skip
SIGNS = [
    "№{}",
    "№ {}",
    " № {}",
    "N{}",
    "N {}",
    "No {}",
    "N° {}",
    "#{}",
    "№\u00a0{}",
    " {}",
    "-{}",
    "№{}.",
    "№ № {}",
]
ORGS = [
    "",
    "МБОУ ",
    "МКОУ ",
    "МОУ ",
    "муниципальное бюджетное общеобразовательное учреждение ",
    "Муниципальное казённое общеобразовательное учреждение ",
]
QUOTES = ["{}", "«{}»", '"{}"', "„{}“", "“{}”", "«{}", "{}»", '«"{}"»', "({})", "'{}'"]
NOISE = [
    "{}",
    " {} ",
    "{}.",
    "на базе {}",
    "в {}",
    "\u200b{}",
    "{}\n",
    "- {}",
    "{}, Алданский район",
    "1. {}",
]


def hosts(seed: int, count: int):
    """Give cells of one school with its id."""
    pick = random.Random(seed)
    for _ in range(count):
        number = pick.choice(NUMBERS)
        name = pick.choice(KINDS) + pick.choice(SIGNS).format(number)
        place = PLACES.get(number)
        if place:
            how = pick.randrange(5)
            if how == 0:
                name = f"{pick.choice(ADJECTIVES[place])} {name}"
            elif how == 1:
                name = f"{pick.choice(FORMS[place]).strip('()')}, {name}"
            elif how < 4:
                name = f"{name}{pick.choice([' ', ', '])}{pick.choice(FORMS[place])}"
        name = pick.choice(ORGS) + pick.choice(QUOTES).format(name)
        yield pick.choice(NOISE).format(name), f"sosh-{number}"


def test_thousands_of_wordings_of_a_host_are_read_right():
    wrong = [
        (cell, reading.value, reading.problem)
        for cell, expected in hosts(1, 4000)
        if (reading := schools.read(Cell(cell), CONTEXT)).value != expected
    ]
    assert not wrong[:5]


def test_a_list_of_any_schools_in_any_separator_is_exactly_those():
    pick = random.Random(2)
    for _ in range(1500):
        ids = pick.sample(IDS, pick.randint(2, 9))
        separator = pick.choice(
            [", ", "; ", "\n", ",", " и ", " , ", "; \n", " / ", ",\n", ", а также "]
        )
        written = [pick.choice(wordings(school)) for school in ids]
        cell = separator.join(written)
        assert schools.read_list(Cell(cell), CONTEXT).value == tuple(ids), cell


def test_a_list_with_its_head_said_once_is_exactly_those():
    pick = random.Random(3)
    for _ in range(1500):
        numbers = pick.sample(NUMBERS, pick.randint(2, 8))
        named = pick.sample([i for i in IDS if not i.startswith("sosh")], pick.randint(0, 3))
        head = pick.choice(
            ["СОШ №", "СОШ ", "школы № ", "Школы №№ ", "СОШ: ", "СОШ №№", "МБОУ СОШ №"]
        )
        joint = pick.choice([",", ", ", "; ", ", №", "/", " и ", ", № ", " , "])
        cell = head + joint.join(map(str, numbers))
        for school in named:
            cell += pick.choice([", ", " и ", "; ", "\n"]) + pick.choice(wordings(school))
        expected = tuple(f"sosh-{number}" for number in numbers) + tuple(named)
        assert schools.read_list(Cell(cell), CONTEXT).value == expected, cell


def wordings(school: str) -> list[str]:
    """Return ways to write one school of a list."""
    named = {
        "gymn-aldan": [
            "гимназия г.Алдан",
            "Алданская гимназия",
            "гимназии г. Алдан",
            "Гимназия (Алдан)",
        ],
        "gymn-nk": ["гимназия п.Нижний Куранах", "Нижнекуранахская гимназия", "гимназия Н-Куранах"],
        "lyceum": ["лицей", "лицея", "МБОУ «Лицей»", "ЛИЦЕЙ"],
        "tsshi": ["ТСШИ", "Томмотская санаторная школа-интернат", "Томмотской санаторной школы"],
        "uiop": ["УИОП", "СОШ с УИОП", "школа с углублённым изучением отдельных предметов"],
    }
    number = school.removeprefix("sosh-")
    return named.get(school) or [
        f"СОШ №{number}",
        f"СОШ {number}",
        f"МБОУ «СОШ № {number}»",
        f"школа №{number}",
        f"{number} школа",
        f"{number}-я школа",
    ]


def test_a_number_the_registry_lacks_is_never_a_school():
    pick = random.Random(4)
    strangers = [number for number in range(1, 200) if number not in NUMBERS]
    for number in strangers:
        cell = pick.choice(KINDS) + pick.choice(SIGNS).format(number)
        reading = schools.read(Cell(cell), CONTEXT)
        assert reading.value is None, cell
        assert problem(reading).code is Code.SCHOOL_UNKNOWN, cell


def test_a_settlement_that_is_not_the_schools_is_always_a_conflict():
    for (number, place), (other, forms) in itertools.product(PLACES.items(), FORMS.items()):
        if place == other:
            continue
        for form, template in itertools.product(
            forms, ("СОШ №{n} {p}", "МБОУ «СОШ № {n}» {p}", "{p}, школа {n}")
        ):
            cell = template.format(n=number, p=form.strip("()"))
            refused = problem(schools.read(Cell(cell), CONTEXT))
            assert refused.code is Code.SCHOOL_CONFLICT, cell


@pytest.mark.parametrize("read", [schools.read, schools.read_list])
@pytest.mark.parametrize(
    "cell",
    [
        "10 февраля 2023 г.", "09.12.2022", "в течение года", "III четверть", "14:00", "сентябрь",
        "8 (41145) 4-25-16", "+7 914 123 45 67", "89141234567", "Иванова А.П.", "Петров Иван Сергеевич",
        "директор Иванов И.И.", "учащиеся 8-9 классов", "8-9 классы", "3-4 кл.", "педагоги", "около 80",
        "30 педагогов", "Науку в каждый класс", "методический семинар", "квест-игра «Тайна 9-ой планеты»",
        "https://vk.com/wall-1_2", "school8@mail.ru", "договор №5 от 12.08.2023", "муниципальный", "ZOOM",
        "ДДТ", "детский сад «Солнышко»", "МБДОУ №8", "техникум", "г. Алдан", "Алданский район", "#REF!", "=A1+8",
    ],
)  # fmt: skip
def test_values_of_other_columns_are_never_schools(read, cell):
    assert read(Cell(cell), CONTEXT).value is None


def test_every_registered_name_and_alias_is_its_own_school():
    for school in ALDAN.schools:
        for name in (school.name, *school.aliases):
            reading = schools.read(Cell(name), CONTEXT)
            assert (reading.value, reading.notes) == (school.id, ())


def test_the_order_of_the_registry_changes_no_answer():
    turned = context(Registry(tuple(reversed(ALDAN.schools))))
    for cell, _ in hosts(5, 300):
        assert schools.read(Cell(cell), turned).value == schools.read(Cell(cell), CONTEXT).value
    for cell in ("гимназия", "школа г.Томмот", "СОШ №8 г. Алдан", "лицей №1"):
        here, there = (problem(schools.read(Cell(cell), c)) for c in (CONTEXT, turned))
        assert set(here.candidates) == set(there.candidates)
        assert here.reason == there.reason


@given(st.text(alphabet="СОШсош №8123,;.-и гимназлцйТАН«»\n/()аяв", max_size=30))
def test_no_text_breaks_the_reader(cell):
    for read in (schools.read, schools.read_list):
        reading = read(Cell(cell), CONTEXT)
        assert reading.value is None or reading.problem is None


@given(st.sampled_from(ALDAN.schools), st.text(alphabet=" \u00a0\u200b\ufeff«»\"'()", max_size=4))
def test_quotes_and_spaces_around_a_name_change_nothing(school, noise):
    cell = noise + school.name + noise[::-1]
    assert schools.read(Cell(cell), CONTEXT).value == school.id
