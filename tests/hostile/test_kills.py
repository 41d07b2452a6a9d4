"""Killed at any moment: exports are old or new, the history is consistent, nothing is left lying.

The program is loaded once and forked for every run, so that a kill falls into its work, not into
its start. A few moments run with the tests, some hundreds with `make torture`.
"""

import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from tests.program import PATIENCE, PLAN, run, started, workplace
from tochka_sync.history import reads
from tochka_sync.history.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX forks and kills")

ONE = PLAN + "".join(
    f"СОШ №8;Физика вокруг нас {n};{n}.03.2024;5 класс;Иванова А.П.\n" for n in range(10, 19)
)
OTHER = ONE + "СОШ №8;Квест;20.03.2024;6 класс;Иванова А.П.\n"
ENTRIES = (11, 12)
EXPORTS = ("out.csv", "out.json", "out.xlsx", "out.ics", "report.json")
WORDS = [
    "check", "plan.csv", "--history", "kept/history.sqlite", "-f", "json:report.json",
    *(word for name in EXPORTS[:4] for word in ("--export", name)),
]  # fmt: skip
NURSERY = """
import os, signal, sys, time
from tochka_sync import cli

def work():
    try:
        cli.main(sys.argv[1:])
    except SystemExit as end:
        return end.code

work()
while order := sys.stdin.readline():
    if (child := os.fork()) == 0:
        os._exit(work())
    if order.strip():
        time.sleep(float(order))
        os.kill(child, signal.SIGKILL)  # of one that has ended it changes nothing
    os.write(1, f"{os.waitpid(child, 0)[1]}\\n".encode())
"""


class Nursery:
    """Forks runs of the program, and kills them."""

    def __init__(self, place: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, *WORDS],
            cwd=place,
            env={**os.environ, "HOME": str(place)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.communicate(timeout=PATIENCE)

    def run(self) -> float:
        """Run once; return how many seconds it took."""
        began = time.monotonic()
        assert os.waitstatus_to_exitcode(self._run()) == 1
        return time.monotonic() - began

    def is_killed(self, after: float) -> bool:
        """Run once; return whether it was still at work after so many seconds, and killed."""
        return self._run(after) == signal.SIGKILL

    def _run(self, until: float | None = None) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\n" if until is None else f"{until}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def survive(place: Path, kills: int, seed: int) -> None:
    """Kill so many runs at their work, and look at everything after each."""
    moments = random.Random(seed)
    workplace(place, ONE)
    killed = turn = 0
    with Nursery(place) as nursery:
        nursery.run()
        longest = nursery.run()
        while killed < kills:
            turn += 1
            (place / "plan.csv").write_text(OTHER if turn % 2 else ONE, encoding="utf-8")
            before = {name: (place / name).read_bytes() for name in EXPORTS}
            if nursery.is_killed(after=moments.uniform(0, longest)):
                killed += 1
            else:  # it came through; the machine may have become faster
                longest = nursery.run()
            for name in EXPORTS:
                data = (place / name).read_bytes()
                assert data == before[name] or entries(name, data) in ENTRIES
            holds_together(place / "kept" / "history.sqlite")
        nursery.run()
    last = 12 if turn % 2 else 11
    assert {entries(name, (place / name).read_bytes()) for name in EXPORTS} <= {last, last - 1}
    assert sorted(path.name for path in place.iterdir()) == sorted(
        ["config", "kept", "plan.csv", *EXPORTS]
    )
    assert [path.name for path in (place / "kept").iterdir()] == ["history.sqlite"]


def entries(name: str, data: bytes) -> int:
    """Read a whole export and count the entries in it; for a torn one this raises."""
    match Path(name).suffix:
        case ".csv":
            assert data.endswith(b"\r\n")
            return data.count(b"\r\n")  # one is the header, one entry is to be mended
        case ".xlsx":
            book = openpyxl.load_workbook(io.BytesIO(data))
            return sum(sheet.max_row - 1 for sheet in book.worksheets[:2])
        case ".ics":
            assert data.endswith(b"END:VCALENDAR\r\n")
            return data.count(b"BEGIN:VEVENT") + 1
        case _:
            document = json.loads(data)
            if "summary" in document:
                return int(document["summary"]["entries"])
            return len(document["events"]) + len(document["unresolved"])


def holds_together(path: Path) -> None:
    """Assert that the history is whole, and that every read of it can be had again."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        known = {row[0] for row in connection.execute("SELECT id FROM entry")}
    with Store.open(path) as store:
        every = reads.every(store, 1)
        for read in every[-3:]:
            (stood,) = reads.rosters(store, read) or ()
            assert set(stood.rows) <= known
            assert len(stood.rows) in ENTRIES
            assert reads.book(store, read).tables[0].height in {14, 13}


def test_some_kills(tmp_path):
    survive(tmp_path, 6, seed=1)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(10))
def test_some_hundred_kills(tmp_path, seed):
    survive(tmp_path, 30, seed=100 + seed)


def test_two_runs_at_once_wait_for_each_other(tmp_path):
    workplace(tmp_path, ONE)
    with started(*WORDS, cwd=tmp_path) as one, started(*WORDS, cwd=tmp_path) as other:
        told = [process.communicate(timeout=PATIENCE)[1].decode() for process in (one, other)]
    assert (one.returncode, other.returncode) == (1, 1), told
    holds_together(tmp_path / "kept" / "history.sqlite")
    assert run("check", "plan.csv", "--history", "kept/history.sqlite", cwd=tmp_path).code == 1
