"""Millions of spoilt cells and tables into the readers and the finder of the form: `make fuzz`.

    python -m tests.hostile.wander readers|form SECONDS [SEED]

It goes nowhere on purpose, as fuzz.py does, but five times as fast; it ends with an error as soon as
anything but the documented comes out, or a cell takes longer than a moment. The seed is told: with
it the same cells come again.
"""

import gc
import sys
import time
from collections.abc import Callable
from random import Random

from tests.hostile import mutations
from tests.plans import AFTER, book, config
from tochka_sync.check import check
from tochka_sync.sheet import form as forms
from tochka_sync.sheet.wanted import Wanted
from tochka_sync.table import Book
from tochka_sync.values import cells

PLAN = config()
CONTEXT = PLAN.context(None)
WANTED = Wanted()
ORIGIN = book("х").origin
MOMENT = 0.02
"""Seconds no cell of 300 characters may take, three times in a row."""


def readers(random: Random) -> object:
    """Read one cell in one column."""
    field, cell = random.choice(mutations.FIELDS), mutations.cell(random)
    taken: list[float] = []
    while not taken or (taken[-1] > MOMENT and len(taken) < 4):
        started = time.perf_counter()
        reading = cells.read(field, cell, CONTEXT)
        taken.append(time.perf_counter() - started)
        mutations.hold(reading, field)
    assert min(taken) <= MOMENT, ("slow", field, cell)
    return field, cell


def form(random: Random) -> object:
    """Find the form of a table; judge one of sixteen."""
    table = mutations.table(random)
    if random.randrange(16):
        forms.recognise(table, WANTED)
        return table
    result = check(Book(ORIGIN, (table,)), PLAN, AFTER)
    assert result.summary.rows == len(result.entries) + len(result.skipped)
    return table


TARGETS: dict[str, Callable[[Random], object]] = {"readers": readers, "form": form}


def wander(target: Callable[[Random], object], seconds: float, seed: int) -> int:
    """Feed the target for so many seconds of the processor; return how many inputs it took."""
    count, end = 0, time.process_time() + seconds
    while time.process_time() < end:
        for number in range(count, count + 500):
            try:
                target(Random(seed * 1_000_000_007 + number))
            except BaseException:
                sys.stderr.write(f"seed {seed}, input {number}\n")
                raise
        count += 500
    return count


if __name__ == "__main__":
    name, seconds, *seeds = sys.argv[1:]
    gc.freeze()
    seed = int(seeds[0]) if seeds else Random().randrange(10**6)
    count = wander(TARGETS[name], float(seconds), seed)
    sys.stdout.write(f"{name}, seed {seed}: {count:,} inputs, nothing found\n")
