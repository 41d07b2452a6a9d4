"""Separated text as a table: `;`, comma, tab or `|`, in UTF-8, UTF-16 with its mark, or cp1251.

The separator is the one that cuts the rows most alike. Refuses other encodings, bytes that are
no text, and a quote that never closes, rather than read them wrongly.
"""

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import AnyStr, TypeVar

from tochka_sync import encoding
from tochka_sync.errors import SourceError
from tochka_sync.pattern import Pattern
from tochka_sync.table import Table

_DELIMITERS = ";\t,|"
_END_OF_FILE = b"\x1a"  # with which DOS and what is made for it close a text
_NAMES_SEPARATOR = re.compile(rb"(?:\xef\xbb\xbf)?sep=.\r?\n", re.IGNORECASE)
"""A line for Excel, which shows the one below it as its first."""
_SAMPLE = 200
_BLOCK = 256  # rows taken apart at once
_ALONE = 4 * _BLOCK  # rows whose cells are all distinct, as numbers of rows are: so are the others
_CELLS = 10_000_000  # of a Google Sheet as well
_PLACES = 20_000_000  # cells counted with the blanks beside them
_WHOLE = 128 << 20  # bytes of what is not read line by line: as text it takes four times as many
_LINE = 4 << 20  # characters, of a row of several lines too
_CELL = 131_072  # characters; ours, since the csv module's own bound is any library's to change
_IN_TEXT = Pattern(r"(?<=\d),(?=\d)|,(?=\s)")  # a decimal comma, a comma between words
_Item = TypeVar("_Item")
_END = "\ue000"  # a private character, to see whether a quote has swallowed the end of a line


class _UnusualError(Exception):
    """The file comes near a bound, so each of its rows has to be looked at."""


def read(data: bytes, title: str) -> Table:
    """Return the one table of a file of separated text."""
    if data.endswith(_END_OF_FILE) and not data.startswith(encoding.MARKS):
        data = data.removesuffix(_END_OF_FILE)
    if names := _NAMES_SEPARATOR.match(data):
        data = data[names.end() :]
    if b"\0" not in data and not _has_endless_line(data, (b"\r", b"\n")):
        with suppress(UnicodeDecodeError):
            return _ordinary(title, _stream(data)) or _by_rows(title, _text(data))
    text = _text(data)
    return _ordinary(title, _lines(text)) or _by_rows(title, text)


def _text(data: bytes) -> str:
    if len(data) > _WHOLE:
        raise SourceError("file-too-large")
    text = encoding.decode(data)
    if _has_endless_line(text, ("\r", "\n")):
        raise SourceError("file-too-large")  # before it becomes a row of millions of cells
    return text


def _stream(data: bytes) -> Iterator[str]:
    """Return the lines of UTF-8, decoded as they are read: 40 MB never take 150 MB at once."""
    stream = io.BytesIO(data)
    stream.seek(len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
    return io.TextIOWrapper(stream, "utf-8", newline="")


def _ordinary(title: str, lines: Iterator[str]) -> Table | None:
    """Return the table, without a step of Python for each row; none for a file near a bound."""
    try:
        return Table(title, _columns(lines))
    except (csv.Error, _UnusualError):
        return None


def _columns(lines: Iterator[str]) -> tuple[list[str], ...]:
    """Return the columns; the bounds are held against blocks of rows, which takes half the time.

    Raises `csv.Error` or, where a block comes near a bound, `_UnusualError`.
    """
    sample = list(itertools.islice(lines, _SAMPLE))
    last = sum(map(len, sample))
    if last > _LINE:
        raise _UnusualError
    left = 0

    def fed() -> Iterator[list[str]]:
        nonlocal left, last
        for block in _blocks(itertools.chain(sample, lines)):
            last = sum(map(len, block))
            left -= last
            if left < 0:
                raise _UnusualError
            yield block

    flat = itertools.chain.from_iterable(fed())
    reader = csv.reader(flat, delimiter=_delimiter(sample), strict=True)
    stack = _Stack()
    left = _LINE
    for rows in _blocks(reader):
        stack.add(rows)
        left = _LINE - last  # the lines fed last may belong to the next rows
    return stack.columns()


def _blocks(items: Iterator[_Item]) -> Iterator[list[_Item]]:
    return iter(lambda: list(itertools.islice(items, _BLOCK)), [])


class _Stack:
    """Blocks of rows taken apart into columns, within the bounds of a table."""

    def __init__(self) -> None:
        self._columns: list[_Column] = []
        self._height = 0
        self._cells = 0

    def add(self, rows: list[list[str]]) -> None:
        """Put rows below all others; raise `_UnusualError` if that makes too many cells."""
        if not all(map(any, rows)):
            rows = [row if any(row) else [] for row in rows]
        above = self._height
        width = max(len(self._columns), *map(len, rows))
        self._height += len(rows)
        self._cells += sum(map(len, rows)) + rows.count([])
        if width > _BLOCK or self._cells > _CELLS or width * self._height > _PLACES:
            raise _UnusualError
        self._columns.extend(_Column() for _ in range(width - len(self._columns)))
        apart = itertools.zip_longest(*rows, fillvalue="")
        for column, texts in zip(self._columns, apart, strict=False):
            column.add(above, texts)

    def columns(self) -> tuple[list[str], ...]:
        """Return the columns, all of one length; raise `_UnusualError` for a cell too long."""
        if any(column.longest() > _CELL for column in self._columns):
            raise _UnusualError
        for column in self._columns:
            column.add(self._height, ())
        return tuple(column.texts for column in self._columns)


class _Column:
    """Texts, of equal ones always the first: a plan of a country says most things again."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._known: dict[str, str] = {}
        self._alone = False

    def add(self, above: int, texts: Sequence[str]) -> None:
        """Put texts below so many others, of which those left out are blank."""
        self.texts.extend([""] * (above - len(self.texts)))
        if above == _ALONE:
            self._alone = len(self._known) == above
        if self._alone:
            self.texts.extend(texts)
        else:
            self.texts.extend(map(self._known.setdefault, texts, texts))

    def longest(self) -> int:
        """Return the length of the longest text."""
        return max(map(len, self.texts if self._alone else self._known), default=0)


def _delimiter(sample: list[str]) -> str:
    listed = [_IN_TEXT.sub(" ", line) for line in sample]

    def alike(delimiter: str) -> float:
        lines = listed if delimiter == "," else sample
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
        except csv.Error:  # a field longer than any cell: a quote that never closes
            return 0
        return max(((width - 1) * rows for width, rows in widths.items()), default=0)

    return max(_DELIMITERS, key=alike)


def _by_rows(title: str, text: str) -> Table:
    """Return the table, each row of it held against the bounds."""
    delimiter = _delimiter(list(itertools.islice(_lines(text[:_LINE]), _SAMPLE)))
    try:
        return _table(title, _rows(text, delimiter))
    except csv.Error:
        return _table(title, _line_by_line(text, delimiter))


def _line_by_line(text: str, delimiter: str) -> Iterator[list[str]]:
    """Read a file whose quotes were never doubled: then no cell goes over several lines."""
    for number, line in enumerate(_lines(text), 1):
        ended = line.rstrip("\r\n") + delimiter + _END
        try:
            row = next(csv.reader([ended], delimiter=delimiter))
        except csv.Error:  # a cell longer than the module reads
            row = []
        if not row or row.pop() != _END or max(map(len, row), default=0) > _CELL:
            if '"' not in line:
                raise SourceError("file-too-large")
            raise SourceError("file-quote", line=number)
        yield row


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Read rows, none longer than a line may be: quotes may join millions of lines to one row."""
    if len(text) <= _LINE:
        yield from csv.reader(_lines(text), delimiter=delimiter, strict=True)
        return
    left = _LINE

    def measured() -> Iterator[str]:
        nonlocal left
        for line in _lines(text):
            left -= len(line)
            if left < 0:
                raise SourceError("file-too-large")
            yield line

    for row in csv.reader(measured(), delimiter=delimiter, strict=True):
        left = _LINE
        yield row


def _lines(text: str) -> Iterator[str]:
    return iter(io.StringIO(text, newline=""))


def _has_endless_line(text: AnyStr, ends: tuple[AnyStr, AnyStr]) -> bool:
    """Look for an end in every so many characters, which is 500 times as fast as going by lines."""
    at = 0
    while len(text) - at > _LINE:
        at = 1 + max(text.rfind(end, at, at + _LINE) for end in ends)
        if not at:
            return True
    return False


def _table(title: str, rows: Iterable[list[str]]) -> Table:
    """Return the table; raise `csv.Error` at a cell longer than any program writes."""
    table = Table.of_rows(title, _bounded(rows))
    if any(max(map(len, set(column)), default=0) > _CELL for column in table.columns):
        raise csv.Error("cell too long")
    return table


def _bounded(rows: Iterable[list[str]]) -> list[list[str]]:
    kept: list[list[str]] = []
    cells = 0
    for row in rows:
        if not any(row):
            row.clear()
        cells += len(row) or 1
        if cells > _CELLS:
            raise SourceError("file-too-large")
        kept.append(row)
    if len(kept) * max(map(len, kept), default=0) > _PLACES:
        raise SourceError("file-too-large")
    return kept
