from random import Random

import pytest

from tests.values import noise
from tests.values.district import context, problem
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.what import levels
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import NAMES, Level

ALDAN = context()
CELLS = {
    Level.SCHOOL: ["школьный", "оскуола", "оскуола иһинэн", "школа", "внутришкольный", "общешкольный", "уровень ОО", "шк.", "школьный этап"],
    Level.INTER_SCHOOL: ["межшкольный", "кустовой", "меж-школьный", "куст"],
    Level.MUNICIPAL: [
        "муниципальный", "улусный", "районный", "Муниципальный уровень", "муниц.", "на муниципальном уровне",
        "р-ный", "район", "улус", "городской", "муниципальная", "муниципалитет", "районный/муниципальный",
        "районный (дистанционный)", "улуустааҕы", "оройуон", "райн.", "муниципальный этап ВсОШ", "Алданский район", "городской округ",
    ],
    Level.REGIONAL: ["республиканский", "өрөспүүбүлүкэтээҕи", "региональный", "областной", "краевой", "РС(Я)", "Республика Саха (Якутия)", "респ.", "регион"],
    Level.FEDERAL: ["всероссийский", "федеральный", "российский", "Россия", "РФ", "общероссийский", "Всероссийский (заочный)"],
    Level.INTERNATIONAL: ["международный", "межд.", "междунар.", "международная"],
}  # fmt: skip
PAIRS = [(shown, level) for level, cells in CELLS.items() for shown in cells]


def read(shown):
    return levels.read(Cell(shown), ALDAN)


@pytest.mark.parametrize(("shown", "level"), PAIRS, ids=[shown for shown, _ in PAIRS])
def test_a_level_is_read_whatever_the_noise(shown, level):
    random = Random(10)
    for noisy in noise.spoiled(shown, random, times=8):
        assert (read(noisy).value, read(noisy).notes) == (level, ()), noisy


@pytest.mark.parametrize(
    ("shown", "shape"),
    [
        ("районный (очно)", Format.OFFLINE),
        ("районный (дистанционный)", Format.ONLINE),
        ("Всероссийский (заочный)", Format.REMOTE_ASYNC),
    ],
)
def test_a_format_beside_a_level_is_kept(shown, shape):
    assert read(shown).also == {Field.FORMAT: shape}


def test_a_level_in_doubt_is_no_level():
    assert problem(read("районный?")).reason == "unreadable"


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("ending", ["ый", "ая", "ое", "ые", "ого", "ом", "ых"])
def test_a_level_is_read_in_every_form(level, ending):
    form = NAMES[level].removesuffix("ый").removesuffix("ий") + ending
    for shown in (form, f"{form} уровень", f"уровень: {form}", f"на {form} уровне"):
        assert read(shown).value is level, shown


@pytest.mark.parametrize(
    ("shown", "candidates"),
    [
        ("межрайонный", ("муниципальный", "региональный")),
        ("межрегиональный", ("региональный", "всероссийский")),
        ("окружной", ("муниципальный", "всероссийский")),
        ("школьный, муниципальный", ("школьный", "муниципальный")),
        ("районный и республиканский", ("муниципальный", "региональный")),
        ("сетевой", ("межшкольный", "муниципальный")),
        ("сельский", ("межшкольный", "муниципальный")),
        ("от школьного до районного", ("школьный", "муниципальный")),
    ],
)
def test_between_two_levels_both_are_offered(shown, candidates):
    refused = problem(read(shown))
    assert (refused.reason, refused.candidates) == ("ambiguous", candidates)
    assert all(read(candidate).value for candidate in candidates)


@pytest.mark.parametrize(
    ("shown", "new"),
    [
        ("муницыпальный", "муниципальный"),
        ("рйонный", "районный"),
        ("всеросийский", "всероссийский"),
        ("республиканскй", "республиканский"),
    ],
)
def test_a_typo_is_put_right_and_named(shown, new):
    reading = read(shown)
    note = reading.notes[0]
    assert (note.code, note.facts) == (Code.TEXT_CORRECTED, {"old": shown, "new": new})
    assert reading.value is read(new).value


OTHERS = (
    *noise.PHONES, *noise.ADDRESSES, *noise.DATES, *noise.PEOPLE, *noise.SETTLEMENTS, *noise.CONTRACTS,
    *noise.GRADES, *noise.COUNTS, *noise.FORMATS, "СОШ №8", "семинар", "педагоги", "Алдан", "25", "все", "высокий",
)  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_a_value_of_another_column_is_never_taken_for_a_level(shown):
    assert read(shown).value is None


def test_a_level_beside_a_type_is_one_word():
    assert levels.spot("районный") is Level.MUNICIPAL
    assert levels.spot("р-н.") is Level.MUNICIPAL
    assert levels.spot("районный этап") is None


def test_a_placeholder_is_no_level():
    assert problem(read("-")).code is Code.REQUIRED_MISSING
