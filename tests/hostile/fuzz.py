"""Coverage-guided fuzzing with atheris, in an environment of its own: `make fuzz`.

    python tests/hostile/fuzz.py readers|form|files|line SECONDS

It ends with an error as soon as anything but the documented comes out; what it found belongs in
test_fuzz.py.
"""

import contextlib
import datetime as dt
import io
import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

with atheris.instrument_imports(include=["tochka_sync"]):
    from tests.plans import AFTER, book, config
    from tochka_sync import cli
    from tochka_sync.check import check
    from tochka_sync.errors import TochkaError
    from tochka_sync.sources import files
    from tochka_sync.table import Book, Cell, Table
    from tochka_sync.values import cells

PLAN = config()
CONTEXT = PLAN.context(None)
HEADER = ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный", "Контакты"]
DAY = dt.datetime.fromisoformat("2024-02-15T10:00")


def readers(data: bytes) -> None:
    """Read one cell in every column."""
    given = atheris.FuzzedDataProvider(data)
    value = given.PickValueInList([None, None, DAY, DAY.date(), given.ConsumeFloat(), True])
    cell = Cell(given.ConsumeUnicode(300), value)
    for field in cells.READERS:
        cells.read(field, cell, CONTEXT)


def form(data: bytes) -> None:
    """Judge a table, with a header and without."""
    given = atheris.FuzzedDataProvider(data)
    width = given.ConsumeIntInRange(1, 6)
    rows = [[given.ConsumeUnicode(30) for _ in range(width)] for _ in range(5)]
    first = [HEADER] if given.ConsumeBool() else []
    check(Book(book("x").origin, (Table.of_rows("П", [*first, *rows]),)), PLAN, AFTER)


def bytes_(data: bytes) -> None:
    """Read a file."""
    with contextlib.suppress(TochkaError):
        files.read_bytes(data, Path("plan"))


def line(data: bytes) -> None:
    """Run a command that reads nothing."""
    words = data.decode("utf-8", "surrogateescape").split("\n")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            cli.main(["explain", *words])
        except SystemExit as ended:
            if ended.code not in {0, 2}:
                raise AssertionError(ended.code) from None


TARGETS = {"readers": readers, "form": form, "files": bytes_, "line": line}

if __name__ == "__main__":
    target, seconds = sys.argv[1:3]
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=2000", "-timeout=20", *sys.argv[3:]],
                  TARGETS[target])  # fmt: skip
    atheris.Fuzz()
