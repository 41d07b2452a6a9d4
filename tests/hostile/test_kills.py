"""Killed at any moment: exports are old or new, the history is consistent, nothing is left lying.

The program is loaded once and forked for every run, so that a kill falls into its work, not into
its start. A dozen moments run with the tests, some hundreds with `make torture`.
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
from contextlib import closing, suppress
from pathlib import Path

import openpyxl
import pytest

from tests.program import PLAN, run, workplace
from tochka_sync.history import reads
from tochka_sync.history.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX forks and kills")

ONE = PLAN + "".join(
    f"СОШ №8;Мастер-класс {n};{n}.03.2024;5 класс;Иванова А.П.\n" for n in range(10, 19)
)
OTHER = ONE + "СОШ №8;Квест;20.03.2024;6 класс;Иванова А.П.\n"
ENTRIES = (11, 12)
EXPORTS = ("out.csv", "out.json", "out.xlsx", "out.ics", "report.json")
WORDS = [
    "check", "plan.csv", "--history", "kept/history.sqlite", "-f", "json:report.json",
    *(word for name in EXPORTS[:4] for word in ("--export", name)),
]  # fmt: skip
NURSERY = """
import os, sys
from tochka_sync import cli

def work():
    try:
        cli.main(sys.argv[1:])
    except SystemExit as end:
        return end.code

work()
while sys.stdin.readline():
    if (child := os.fork()) == 0:
        os._exit(work())
    os.write(1, f"{child}\\n".encode())
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
        self._process.communicate(timeout=60)

    def run(self, until: float | None = None) -> int:
        """Run once, killed after so many seconds; return how it ended as `waitpid` tells it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        if until is not None:
            time.sleep(until)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return int(self._process.stdout.readline())


def survive(place: Path, kills: int, seed: int) -> int:
    """Kill so many runs, look at everything after each; return how many were killed at work."""
    moments = random.Random(seed)
    workplace(place, ONE)
    killed = 0
    with Nursery(place) as nursery:
        nursery.run()
        started = time.monotonic()
        nursery.run()
        longest = time.monotonic() - started
        for turn in range(kills):
            (place / "plan.csv").write_text(OTHER if turn % 2 else ONE, encoding="utf-8")
            before = {name: (place / name).read_bytes() for name in EXPORTS}
            killed += nursery.run(until=moments.uniform(0, longest)) == signal.SIGKILL
            for name in EXPORTS:
                data = (place / name).read_bytes()
                assert data == before[name] or entries(name, data) in ENTRIES
            holds_together(place / "kept" / "history.sqlite")
        assert os.waitstatus_to_exitcode(nursery.run()) == 1
    last = 12 if kills % 2 == 0 else 11
    assert {entries(name, (place / name).read_bytes()) for name in EXPORTS} <= {last, last - 1}
    assert sorted(path.name for path in place.iterdir()) == sorted(
        ["config", "kept", "plan.csv", *EXPORTS]
    )
    assert [path.name for path in (place / "kept").iterdir()] == ["history.sqlite"]
    return killed


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
            stood = reads.roster(store, read)
            assert stood is not None
            assert set(stood.rows) <= known
            assert len(stood.rows) in ENTRIES
            assert reads.book(store, read).tables[0].height in {14, 13}


def test_a_dozen_kills(tmp_path):
    assert survive(tmp_path, 12, seed=1) > 0


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(10))
def test_some_hundred_kills(tmp_path, seed):
    assert survive(tmp_path, 50, seed=100 + seed) > 20


def test_two_runs_at_once_wait_for_each_other(tmp_path):
    workplace(tmp_path, ONE)
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "tochka_sync", *WORDS],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    told = [process.communicate(timeout=120)[1].decode("utf-8") for process in both]
    assert [process.returncode for process in both] == [1, 1], told
    holds_together(tmp_path / "kept" / "history.sqlite")
    assert run("check", "plan.csv", "--history", "kept/history.sqlite", cwd=tmp_path).code == 1
