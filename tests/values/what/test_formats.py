from random import Random

import pytest

from tests.values import noise
from tests.values.district import context, problem
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.what import formats
from tochka_sync.values.what.formats import NAMES, Format

ALDAN = context()
CELLS = {
    Format.OFFLINE: ["очная", "очно", "Очный формат", "офлайн", "оффлайн", "offline", "форма: очная", "очное участие", "в очной форме", "очно (актовый зал)", "очно, СОШ №8", "очно, на базе СОШ №8"],
    Format.ONLINE: [
        "онлайн", "анлайн", "он-лайн", "on-line", "дистанц.", "дистанционно", "дистант", "дист.", "ZOOM", "Сферум", "ВКС",
        "видеоконференцсвязь", "Яндекс.Телемост", "на платформе Сферум", "в формате ВКС (Zoom)", "удалённо",
        "в режиме онлайн", "вебинар", "Google Meet", "дистанционная форма", "zoom-конференция", "по зуму", "VK Звонки",
    ],
    Format.REMOTE_ASYNC: ["заочно", "заочная", "заочный формат", "асинхронно"],
    Format.MIXED: [
        "очно-заочно", "очно-заочная", "очно-дистанционно", "очно/онлайн", "очно и онлайн", "смешанный",
        "гибридный", "комбинированная", "очно, онлайн-трансляция", "очно + ВКС",
    ],
}  # fmt: skip
PAIRS = [(shown, value) for value, cells in CELLS.items() for shown in cells]


def read(shown):
    return formats.read(Cell(shown), ALDAN)


@pytest.mark.parametrize(("shown", "value"), PAIRS, ids=[shown for shown, _ in PAIRS])
def test_a_format_is_read_whatever_the_noise(shown, value):
    random = Random(11)
    for noisy in noise.spoiled(shown, random, times=8):
        assert (read(noisy).value, read(noisy).notes) == (value, ()), noisy


@pytest.mark.parametrize("value", Format)
def test_what_is_suggested_for_a_format_is_read_as_it(value):
    assert read(NAMES[value]).value is value


@pytest.mark.parametrize(
    ("shown", "candidates"),
    [("очно или онлайн", ("очно", "онлайн")), ("онлайн, заочно", ("онлайн", "заочно"))],
)
def test_a_choice_is_refused_with_both(shown, candidates):
    refused = problem(read(shown))
    assert (refused.reason, refused.candidates) == ("ambiguous", candidates)


@pytest.mark.parametrize(
    ("shown", "new"),
    [("дистанционо", "дистанционно"), ("смешаный", "смешанный"), ("зачно", "заочно")],
)
def test_a_typo_is_read_as_the_word_it_was(shown, new):
    assert read(shown).value is read(new).value


OTHERS = (
    *noise.PHONES, *noise.ADDRESSES, *noise.DATES, *noise.PEOPLE, *noise.SCHOOLS, *noise.SETTLEMENTS,
    *noise.CONTRACTS, *noise.GRADES, *noise.COUNTS, *noise.LEVELS, "семинар", "не очно", "на базе школы", "25",
)  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_a_value_of_another_column_is_never_taken_for_a_format(shown):
    assert read(shown).value is None


def test_a_placeholder_is_no_format():
    assert problem(read("уточняется")).code is Code.REQUIRED_MISSING
