"""Where a finding is, for programs that show findings beside a file of a repository.

That file is the exported plan, if one was written, else the source by its name. A line of the
exported `.csv` is named where the entry is in it; a line of the source is the row of the sheet.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from tochka_sync.exports import plan
from tochka_sync.findings import Finding
from tochka_sync.messages import Language
from tochka_sync.result import Result
from tochka_sync.visible import line


class Place(NamedTuple):
    """A file and, where they are known, a line and a column of it, counted from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    @property
    def uri(self) -> str:
        """The file as a relative reference, or as an address where its path is absolute."""
        return _uri(self.file)


_Row = tuple[str | None, int | None]


class Places:
    """Finds the places of the findings of one result."""

    def __init__(self, result: Result, language: Language) -> None:
        tables = [name for name in result.exported if name.lower().endswith(".csv")]
        self._exported = next(iter(tables or result.exported), None)
        self._lines = _lines(result, language) if tables else {}
        self._source = line(result.origin.name)

    def of(self, found: Finding) -> Place:
        """Return where a finding is."""
        if self._exported is not None:
            return Place(self._exported, self._lines.get((found.tab, found.row)))
        column = _number(found.column) if found.column and found.row else None
        return Place(self._source, found.row, column)


@lru_cache(maxsize=1)
def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")


def _lines(result: Result, language: Language) -> Mapping[_Row, int]:
    """Return the line of every entry in the exported table; a cell can be of several lines."""
    lines: dict[_Row, int] = {}
    at = 2  # after the headers
    whole = result if result.all_entries is None else result._replace(entries=result.all_entries)
    clean = [entry for entry in whole.entries if entry.clean]
    for entry, row in zip(clean, plan.of(whole, language).rows, strict=True):
        lines[entry.tab, entry.row] = at
        at += 1 + sum(cell.count("\n") for cell in row if isinstance(cell, str))
    return lines


def _number(letters: str) -> int:
    """Return a column's number by its letters: A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
