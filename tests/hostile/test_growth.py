"""No reader slower than linear: texts made to lead a pattern astray, in growing lengths.

What counts is how time grows, not how long it takes: of one text and of the same text four times
as long, which is as long as a cell may be. Processor time, and what looks slow is measured again,
so that a busy machine changes nothing.
"""

import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, product
from random import Random

import pytest

from tests.hostile.mutations import ATOMS, CELLS, WORDS
from tests.plans import HEADER, cells, config
from tochka_sync import privacy, visible
from tochka_sync.fields import Field
from tochka_sync.pattern import MANY
from tochka_sync.sheet import form
from tochka_sync.sheet.wanted import Wanted
from tochka_sync.table import Cell, Table
from tochka_sync.values import text
from tochka_sync.values.cells import READERS, read

FOUND = (
    "Иванова Анна П. ", "Ким А. ", "МОБУ ", "моб тел ", "@", "а@", "а", "семинар-", "3-4 ", "1. ", ")",
    "@tochka_rosta ", "|", "О|", ".", ":@", "всем школам аа", "скск", "вотсапп", "тел1", "5 аа", "(сб) ",
    "I", "Алицея", " ", "\n", ":ёа", "(а",
)  # fmt: skip
"""What once took longer than its length: some of it as the square, the first three without end."""
FRAMED = (("1,", ("@", "")),)
"""What once did only in a frame."""
FRAMES = (
    ("", ""), ("1", "х"), ("Иванова ", "!"), ("10.02.", ""), ("СОШ №8, ", " г. Алдан"), ("«", "»"), ("всем школам ", " х"),
    ("@", ""), ("(чел", ""), ("5", "-кл"), ("зам по", "1"), ("=ГИПЕРССЫЛКА(", ""), ("а\n.", "х"),
)  # fmt: skip
LENGTHS = (500, 2000)
FLOOR = 0.005
"""Seconds below which no cell is slow, and growth is nothing but noise."""
MOST = 6.0
"""How much longer a text four times as long may take: linear, with room for a busy machine."""
TRIES = 9
LINE = cells(HEADER)


@cache
def _context():
    return config().context(None)


def _reader(field: Field) -> Callable[[str], object]:
    return lambda typed: read(field, Cell(typed), _context())


def _tab(*rows: list[str]) -> object:
    return form.recognise(Table.of_rows("П", rows), Wanted())


WHAT: dict[str, Callable[[str], object]] = {
    **{f"read {field}": _reader(field) for field in READERS},
    "find a heading": lambda typed: _tab([*LINE, typed], ["х"] * len(LINE)),
    "find an entry": lambda typed: _tab(LINE, [typed] * len(LINE), [typed]),
    "mask people": privacy.mask,
    "show": visible.visible,
    "show on a line": visible.line,
    "clean": text.clean,
    "fold": text.fold,
}


def _seconds(work: Callable[[str], object], typed: str, tries: int = 1) -> float:
    best = float("inf")
    for _ in range(tries):
        started = time.process_time()
        work(typed)
        best = min(best, time.process_time() - started)
    return best


def _grown(atom: str, frame: tuple[str, str], length: int) -> str:
    before, after = frame
    shortest = (LENGTHS[0] - len(before + after)) // len(atom)
    return before + atom * (shortest * (length // LENGTHS[0])) + after


def _is_slow(work: Callable[[str], object], atom: str, frame: tuple[str, str]) -> bool:
    short, long = (_grown(atom, frame, length) for length in LENGTHS)
    # Thrice, since a reader may go over to its whole grammar between the short and the long one.
    for tries in (1, TRIES, TRIES):
        taken = _seconds(work, long, tries)
        if taken < FLOOR or taken < MOST * _seconds(work, short, tries):
            return False
    return True


def slow(name: str, texts: Iterator[tuple[str, tuple[str, str]]]) -> list[object]:
    """Return the atoms and frames of which four times as much takes far more than four times as long."""
    for number in range(MANY + 1):
        WHAT[name](
            f"{number} х"
        )  # what is loaded once, and the whole grammar, not the few shapes of a text
    return [(atom, frame) for atom, frame in texts if _is_slow(WHAT[name], atom, frame)]


def _mixed(name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give two to four pieces put together, others for each reader and the same every time."""
    random = Random(name)
    pieces = ATOMS + WORDS
    for _ in range(1000):
        joint = random.choice(("", "", " ", ",", ", ", "-", "\n", ". "))
        atom = joint.join(random.choice(pieces) for _ in range(random.randint(2, 4))) + joint
        yield atom[:100], random.choice(FRAMES)


@pytest.mark.parametrize("name", WHAT)
def test_time_grows_no_faster_than_the_text(name):
    assert not slow(name, chain(FRAMED, product((*FOUND, *ATOMS[::4]), FRAMES[:1])))


@pytest.mark.torture
@pytest.mark.parametrize("name", WHAT)
def test_time_grows_no_faster_than_the_text_in_any_frame(name):
    assert not slow(name, product((*FOUND, *ATOMS), FRAMES))


@pytest.mark.torture
@pytest.mark.parametrize("name", WHAT)
def test_time_grows_no_faster_than_a_list_of_what_people_type(name):
    listed = [f"{cell}{end}" for cell in CELLS if len(cell) < 100 for end in (" ", "\n")]
    assert not slow(name, product(listed, FRAMES[:1]))


@pytest.mark.torture
@pytest.mark.parametrize("name", WHAT)
def test_time_grows_no_faster_than_any_mixture(name):
    assert not slow(name, _mixed(name))
