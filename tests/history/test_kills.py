"""A run killed at any moment leaves the history as it was before or after it, never between.

More kills: TORTURE=40 pytest tests/history/test_kills.py
"""

import os
import random
import subprocess
import sys

import pytest

from tests.program import ROOT, run, started, workplace
from tochka_sync.history import reads
from tochka_sync.history.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")

RUNS = 8 * int(os.environ.get("TORTURE", "1"))
NURSERY = """
import datetime as dt, os, signal, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.history.nights import Nights
from tests.history.test_kills import lines
folder = Path(sys.argv[2])
start = dt.datetime(2023, 5, 1, tzinfo=dt.UTC)
warm = Nights(folder / "warm")
warm.folder.mkdir()
warm.read(start, *lines(0))
begun = time.monotonic()
warm.read(start + dt.timedelta(hours=1), *lines(1))
once = time.monotonic() - begun
for order in sys.stdin:
    night, whole, share = order.split()
    inward, outward = os.pipe()
    child = os.fork()
    if not child:
        nights = Nights(folder)
        for number in range(int(night), 10_000):
            nights.read(start + dt.timedelta(hours=number), *lines(number))
            os.write(outward, b".")
    os.close(outward)
    done = sum(len(os.read(inward, 1)) for _ in range(int(whole)))
    time.sleep(float(share) * once)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while told := os.read(inward, 10_000):
        done += len(told)
    print(int(night) + done, flush=True)
    os.close(inward)
"""
"""A process that has everything loaded, and for every order a child that is killed at its work:
some whole nights after it began, and a share of one more."""


def lines(number):
    """Return the sheet of a night: forty rows, of which some are edited every night."""
    return [
        f"СОШ №{n % 9 + 1} | Событие {n} о предмете {n * 7} | {number % 28 + 1}.02.2024 | педагоги | Иванова А.П."
        if (n + number) % 5 == 0
        else f"СОШ №{n % 9 + 1} | Событие {n} о предмете {n * 7} | 10.02.2024 | педагоги | Иванова А.П."
        for n in range(40)
    ]


def test_killed_at_random_moments_it_goes_on_and_nothing_is_missing(tmp_path):
    chance = random.Random(7)
    path, night = tmp_path / ".tochka" / "history.sqlite", 0
    command = [sys.executable, "-c", NURSERY, str(ROOT), str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(RUNS):
            nursery.stdin.write(f"{night} {chance.randrange(5)} {chance.random()}\n")
            nursery.stdin.flush()
            done = int(nursery.stdout.readline())
            night = _whole(path, done) if path.exists() else 0
        nursery.stdin.close()
    assert night > RUNS / 4


def _whole(path, done):
    """Check that every night there is in the history is there whole; return how many there are."""
    with Store.existing(path) as store:
        assert store.rows("PRAGMA integrity_check") == [("ok",)]
        assert store.rows("PRAGMA foreign_key_check") == []
        kept = reads.every(store, store.find("plan 2023–2024") or 0)
        assert len(kept) in {done, done + 1}
        for number, read in enumerate(kept[-3:], len(kept[:-3])):
            (table,) = reads.book(store, read).tables
            assert [table.text(row, 2) for row in range(1, 41)] == [
                line.split(" | ")[2] for line in lines(number)
            ]
            (roster,) = reads.rosters(store, read) or ()
            assert sorted(roster.rows) == list(range(1, 41))
    return len(kept)


def test_a_run_of_the_program_that_is_killed_leaves_no_lock(tmp_path):
    place = workplace(tmp_path)
    path = place / "config" / ".tochka" / "history.sqlite"
    journal = path.with_name(f"{path.name}-journal")
    for made in (path, journal, journal):
        with started("check", "plan.csv", cwd=place) as process:
            while process.poll() is None and not made.exists():
                pass
    assert run("check", "plan.csv", cwd=place).code == 1
    assert path.is_file()
