"""A plan of Aldan read night after night, its history in a folder of the test."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.plans import ALDAN, HEADER, cells, config
from tochka_sync.check import check
from tochka_sync.config import Config
from tochka_sync.history import reads
from tochka_sync.history.reads import Read
from tochka_sync.history.store import Store
from tochka_sync.remember import History
from tochka_sync.result import Entry, Result
from tochka_sync.table import Book, Origin, Table

DUE = dt.datetime(2023, 6, 2, 23, 59, 59, tzinfo=ALDAN)
GOOD = (
    "СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги | Иванова А.П.",
    "СОШ №9 | Фестиваль идей | 10.02.2024 | учащиеся 8-9 классов | Петров И.И.",
    "СОШ №4 | Робототехника для всех | 20.02.2024 | педагоги | Сидоров С.С.",
    "Лицей | День открытых дверей | 09.02.2024 | родители | Котова М.М.",
)


def night(day: int, hour: int = 3, month: int = 6) -> dt.datetime:
    """Return the hour of a nightly read; the deadline is the end of 2 June."""
    return dt.datetime(2023, month, day, hour, tzinfo=ALDAN)


@dataclass
class Nights:
    """One plan and its history."""

    folder: Path
    sections: dict[str, Any] = field(default_factory=dict)
    accept: bool = False
    header: str = HEADER

    @property
    def config(self) -> Config:
        return replace(config(**self.sections), path=self.folder / "plan.toml")

    @property
    def history(self) -> History:
        return History.of(self.config, accept=self.accept)

    def book(self, now: dt.datetime, *lines: str, **origin: Any) -> Book:
        rows = [cells(line) for line in (self.header, *lines)] if lines or self.header else []
        table = Table.of_rows("План", rows, gid=0)
        return Book(Origin("google", "План", now, "sheet", **origin), (table,))

    def read(self, now: dt.datetime, *lines: str, **origin: Any) -> Result:
        """Read, judge, remember and report one night."""
        return self.read_book(self.book(now, *lines, **origin))

    def read_book(self, book: Book) -> Result:
        now, told = book.origin.read_at, self.config
        result, number = self.history.judged(
            book, told, lambda memory: check(book, told, now, memory=memory)
        )
        self.history.reported(number)
        return result

    def last(self) -> Read:
        with Store.existing(self.history.path) as store:
            found = reads.last(store, 1)
        assert found is not None
        return found

    def ids(self) -> dict[int, int]:
        """Return sheet row → entry at the last read that was believed."""
        with Store.existing(self.history.path) as store:
            (roster,) = reads.rosters(store, self.last()) or ()
        return {row: entry for entry, row in roster.rows.items()}

    def known(self, before: Sequence[str], after: Sequence[str]) -> list[int | None]:
        """Return for every line after which line before it is, by its place; nothing if it is new."""
        self.read(night(1), *before)
        first = {entry: row - 2 for row, entry in self.ids().items()}
        self.read(night(2), *after)
        second = self.ids()
        return [first.get(second[place + 2]) for place in range(len(after))]


def entry(result: Result, row: int) -> Entry:
    return next(each for each in result.entries if each.row == row)
