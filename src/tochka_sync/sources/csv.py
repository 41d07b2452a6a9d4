"""Separated text as a table: `;`, comma, tab or `|`, in UTF-8, UTF-16 with its mark, or cp1251.

The separator is the one that cuts the rows most alike. Refuses other encodings, bytes that are
no text, and a quote that never closes, rather than read them wrongly.
"""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator

from tochka_sync.errors import ConfigError, SourceError
from tochka_sync.pattern import Pattern
from tochka_sync.table import Table

_DELIMITERS = ";\t,|"
_SAMPLE = 200
_CELLS = 2_000_000
_PLACES = 20_000_000  # cells counted with the blanks beside them
_LINE = 4 << 20  # characters, of a row of several lines too
_CELL = 131_072  # characters; ours, since the csv module's own bound is any library's to change
_LOOKED_AT = 300_000  # characters, thrice, by which an encoding is judged
_COMMON = frozenset("оеаинтсрвл")  # three letters of five in any Russian text
_IN_TEXT = Pattern(r"(?<=\d),(?=\d)|,(?=\s)")  # a decimal comma, a comma between words
_END = "\ue000"  # a private character, to see whether a quote has swallowed the end of a line


def read(data: bytes, title: str) -> Table:
    """Return the one table of a file of separated text."""
    text = decode(data)
    if _has_endless_line(text):
        raise SourceError("file-too-large")  # before it becomes a row of millions of cells
    delimiter = _delimiter(text)
    try:
        return _table(title, _rows(text, delimiter))
    except csv.Error:
        return _table(title, _line_by_line(text, delimiter))


def decode(data: bytes) -> str:
    """Return the text of a file whose encoding is certain, without its byte-order mark.

    Raises `ConfigError` for bytes that are no text, or text of an encoding that is not certain.
    """
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and b"\0" in data:
        raise ConfigError("file-binary")
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        text = _cp1251(data)
    if "\0" in text:
        raise ConfigError("file-binary")
    return text


def _cp1251(data: bytes) -> str:
    """Return the text if it reads as Russian: a wrong encoding gives letters, but not words."""
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        raise ConfigError("file-encoding") from None
    foreign = [char for char in _excerpt(text) if char > "\x7f" and char.isalpha()]
    russian = [char for char in foreign if "А" <= char <= "я" or char in "Ёё"]
    common = sum(char.lower() in _COMMON for char in russian)
    swapped = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(russian))
    if (
        not russian
        or len(russian) < 0.9 * len(foreign)
        or (len(russian) >= 20 and common < 0.4 * len(russian))
        or swapped > 0.25 * len(russian)
    ):
        raise ConfigError("file-encoding")
    return text


def _excerpt(text: str) -> str:
    """Return the text, or of a long one its beginning, middle and end."""
    if len(text) <= 3 * _LOOKED_AT:
        return text
    middle = len(text) // 2
    return text[:_LOOKED_AT] + text[middle : middle + _LOOKED_AT] + text[-_LOOKED_AT:]


def _delimiter(text: str) -> str:
    sample = list(itertools.islice(_lines(text[:_LINE]), _SAMPLE))
    listed = [_IN_TEXT.sub(" ", line) for line in sample]

    def alike(delimiter: str) -> float:
        lines = listed if delimiter == "," else sample
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row))
        except csv.Error:  # a field longer than any cell: a quote that never closes
            return 0
        return max(((width - 1) * rows for width, rows in widths.items()), default=0)

    return max(_DELIMITERS, key=alike)


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


def _has_endless_line(text: str) -> bool:
    """Look for an end in every so many characters, which is 500 times as fast as going by lines."""
    at = 0
    while len(text) - at > _LINE:
        at = 1 + max(text.rfind(end, at, at + _LINE) for end in "\r\n")
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
