"""No reader slower than linear: texts made to lead a pattern astray, in growing lengths.

What counts is how time grows, not how long it takes: of one text and of the same text four times
as long, which is as long as a cell may be. Processor time, and the best of several, so that a busy
machine changes nothing.
"""

import time
from collections.abc import Callable
from functools import cache

import pytest

from tests.hostile.mutations import ATOMS
from tests.plans import config
from tochka_sync import privacy, visible
from tochka_sync.fields import Field
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.cells import READERS

FRAMES = ("{}", "1{}х", "Иванова {}!", "10.02.{}")
LENGTHS = (500, 2000)
FLOOR = 0.02
"""Seconds below which no cell is slow, and growth is nothing but noise."""
MOST = 9.0
"""How much longer a text four times as long may take: linear, with room for a busy machine."""
TRIES = 5


@cache
def _context():
    return config().context(None)


def _reader(field: Field) -> Callable[[str], object]:
    return lambda typed: READERS[field](Cell(typed), _context())


WHAT: dict[str, Callable[[str], object]] = {
    **{f"read {field}": _reader(field) for field in READERS},
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


def _grown(atom: str, frame: str, length: int) -> str:
    return frame.format(atom * (length // len(atom)))


def slow(work: Callable[[str], object], frames=FRAMES) -> dict[str, float]:
    """The texts of which four times as much takes far more than four times as long."""
    found = {}
    for frame in frames:
        for atom in ATOMS:
            short, long = (_grown(atom, frame, length) for length in LENGTHS)
            if _seconds(work, long) < FLOOR or (taken := _seconds(work, long, TRIES)) < FLOOR:
                continue
            ratio = taken / max(_seconds(work, short, TRIES), FLOOR / 8)
            if ratio > MOST:
                found[frame.format(f"{atom!r}…")] = round(ratio, 1)
    return found


@pytest.mark.parametrize("name", WHAT)
def test_time_grows_no_faster_than_the_text(name):
    WHAT[name]("х")  # what is loaded once
    assert slow(WHAT[name], FRAMES[:1]) == {}


@pytest.mark.torture
@pytest.mark.parametrize("name", WHAT)
def test_time_grows_no_faster_than_the_text_in_any_frame(name):
    WHAT[name]("х")
    assert slow(WHAT[name], FRAMES[1:]) == {}
