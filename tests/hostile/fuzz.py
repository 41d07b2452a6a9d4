"""Coverage-guided fuzzing with atheris, in an environment of its own: `make fuzz`.

    python tests/hostile/fuzz.py TARGET SECONDS

It ends with an error as soon as anything but the documented comes out; what it found belongs in
test_fuzz.py. Everything that is loaded once is loaded once, so that inputs follow each other fast.
"""

import contextlib
import functools
import io
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import atheris  # type: ignore[import-untyped]
import typer

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

with atheris.instrument_imports(include=["tochka_sync"]):
    from tests.hostile import mutations
    from tests.plans import AFTER, book, config
    from tochka_sync import cli, environment
    from tochka_sync import config as settings
    from tochka_sync.check import check
    from tochka_sync.errors import SourceError, TochkaError
    from tochka_sync.sheet import form as forms
    from tochka_sync.sheet.wanted import Wanted
    from tochka_sync.sources import files, google, grid
    from tochka_sync.table import Book, Cell
    from tochka_sync.values import cells

PLAN = config()
CONTEXT = PLAN.context(None)
WANTED = Wanted()
ORIGIN = book("х").origin
SETTINGS = Path(tempfile.mkdtemp()) / "plan.toml"
SCHOOLS = (ROOT / "config" / "schools.csv").read_bytes()
PARTS = ["properties", "data", "rowData", "values", "title", "sheetId", "index", "merges", "startRow",
         "startColumn", "effectiveValue", "numberValue", "boolValue", "formattedValue", "hyperlink",
         "effectiveFormat", "numberFormat", "type", "rowMetadata", "hiddenByUser", "startRowIndex",
         "startColumnIndex", "endRowIndex", "endColumnIndex", "textFormatRuns", "format", "link", "uri",
         "chipRuns", "chip", "userEnteredValue", "formulaValue"]  # fmt: skip
BARE = b'[plan]\ntitle = "a"\nschool_year = "2023-2024"\n'


def readers(data: bytes) -> None:
    """Read one cell in one column."""
    typed, column, behind = mutations.unpacked(data)
    field = mutations.FIELDS[column % len(mutations.FIELDS)]
    value = mutations.VALUES[behind] if behind < len(mutations.VALUES) else None
    mutations.hold(cells.read(field, Cell(typed, value), CONTEXT), field)


def form(data: bytes) -> None:
    """Find the form of a table; judge one of sixteen."""
    typed, chosen, corner = mutations.unpacked(data)
    table = mutations.tabled(typed, max(corner - 128, 0))
    if chosen % 16:
        forms.recognise(table, WANTED)
    else:
        check(Book(ORIGIN, (table,)), PLAN, AFTER)


def spoil(data: bytes, most: int, seed: int) -> bytes:
    """Spoil a cell as people do, or begin with another of the catalogue."""
    random = Random(seed)
    typed, first, second = mutations.unpacked(data)
    if len(data) < 4 or random.random() < 0.05:
        typed = mutations.text(random)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        typed = mutations.spoilt(typed, random)
    return _altered(typed, first, second, most, random)


def spoil_table(data: bytes, most: int, seed: int) -> bytes:
    """Spoil one row or one cell of a table, or begin with another table."""
    random = Random(seed)
    typed, first, second = mutations.unpacked(data)
    if len(data) < 4 or random.random() < 0.05:
        typed = mutations.written(mutations.table(random))
    sign = random.choice((mutations.ROW, mutations.PART))
    parts = typed.split(sign)
    place = random.randrange(len(parts))
    match random.randrange(4):
        case 0:
            parts[place] = mutations.spoilt(parts[place], random)
        case 1:
            parts[place] = random.choice(mutations.HEADINGS + mutations.CELLS)
        case 2:
            parts.insert(random.randrange(len(parts)), parts[place])
        case _:
            del parts[place]
    return _altered(sign.join(parts), first, second, most, random)


def _altered(typed: str, first: int, second: int, most: int, random: Random) -> bytes:
    if random.random() < 0.2:
        first, second = random.randrange(256), random.choice((255, random.randrange(256)))
    data = mutations.packed(typed, first, second)[:most]
    return bytes(atheris.Mutate(data, most)) if random.random() < 0.05 else data


def bytes_(data: bytes) -> None:
    """Read a file."""
    with contextlib.suppress(TochkaError):
        files.read_bytes(data, Path("plan"))


def answer(data: bytes) -> None:
    """Take an answer of Google's, of any shape."""
    given = atheris.FuzzedDataProvider(data)
    cell = _object(given, 4)
    block = {
        "rowData": [{"values": [cell, _object(given, 3)]}, *_list(given, 3)],
        **_object(given, 2),
    }
    about = {"title": "П", **_object(given, 1)}
    tab = {"properties": about, "data": [block], "merges": [_object(given, 1)], **_object(given, 2)}
    told = {"properties": {}, "sheets": [tab]}
    with contextlib.suppress(SourceError, *google.SHAPELESS):  # as google.Sheet takes it
        grid.tables(told)


def _shape(given: Any, depth: int) -> object:
    match given.ConsumeIntInRange(0, 9 if depth else 4):
        case 0:
            return given.ConsumeIntInRange(-3, 30)
        case 1:
            return given.ConsumeFloat()
        case 2:
            return given.ConsumeUnicode(12)
        case 3:
            return given.PickValueInList([None, True, 10**12, "DATE", "GRID", "#REF!"])
        case 4:
            return {}
        case 5 | 6:
            return _list(given, depth - 1)
        case _:
            return _object(given, depth - 1)


def _list(given: Any, depth: int) -> list[object]:
    return [_shape(given, depth) for _ in range(given.ConsumeIntInRange(0, 3))]


def _object(given: Any, depth: int) -> dict[str, object]:
    names = [given.PickValueInList(PARTS) for _ in range(given.ConsumeIntInRange(0, 5))]
    return {name: _shape(given, depth) for name in names}


def settings_(data: bytes) -> None:
    """Load a configuration, or a list of schools."""
    listed, data = data[:1] < b"\x80", data[1:]
    SETTINGS.write_bytes(BARE if listed else data)
    SETTINGS.with_name("schools.csv").write_bytes(data if listed else SCHOOLS)
    with contextlib.suppress(TochkaError):
        settings.load(SETTINGS)


def line(data: bytes) -> None:
    """Run a command that reads nothing."""
    words = data.decode("utf-8", "surrogateescape").split("\n")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            cli.main(["explain", *words])
        except SystemExit as ended:
            if ended.code not in {0, 2}:
                raise AssertionError(ended.code) from None


TARGETS = {"readers": readers, "form": form, "files": bytes_, "answer": answer, "settings": settings_, "line": line}  # fmt: skip

SPOILERS = {"readers": spoil, "form": spoil_table}
"""Who makes an input out of another where bytes changed at random seldom make a cell."""

if __name__ == "__main__":
    target, seconds = sys.argv[1:3]
    for where, name in (
        (typer.main, "get_command"),
        (cli, "_speak"),
        (environment.Environment, "read"),
    ):
        setattr(where, name, functools.cache(getattr(where, name)))  # built once for all inputs
    limits = [f"-max_total_time={seconds}", "-max_len=2000", "-timeout=20"]
    spoiler = {"custom_mutator": SPOILERS[target]} if target in SPOILERS else {}
    atheris.Setup([sys.argv[0], *limits, *sys.argv[3:]], TARGETS[target], **spoiler)
    atheris.Fuzz()
