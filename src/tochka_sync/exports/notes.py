"""The comments of a large tab, written as they stand in the file: their texts, and their boxes.

xlsxwriter keeps every comment in a kilobyte until all are written. Here each is made of the one
that xlsxwriter wrote as a sample, and nothing is kept. What comes out is what xlsxwriter itself
writes, byte for byte; a test compares them.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tochka_sync.exports.parts import PLACE, around
from tochka_sync.table import a1

SAMPLE = "sample"
"""The text of the comment that shows how comments are written."""
BLOCK = 1024
"""The boxes of a tab are numbered in blocks of so many, and each tab begins a new one."""
ESCAPED = re.compile(r"(_x[0-9a-fA-F]{4}_)")
"""What stands for a character in a workbook: «_x000D_» typed by a person is no end of line."""
_GAP, _DROP = 15, 10
"""Pixels of a box from the edges of the cell it begins in: right of its own and one row above."""
_COLUMN, _ROW = 64, 20
"""Pixels of a column and a row of which nothing is said."""
_COMMENT = re.compile(r"<comment .*</comment>", re.DOTALL)
_SHAPE = re.compile(r"<v:shape .*</v:shape>", re.DOTALL)
_BLOCKS = re.compile(r'(?<= data=")[^"]*')
_OWN = re.compile(
    r"(?<=_x0000_s)\d+|margin-left:.*?(?=;visibility)"
    r"|(?<=<x:Anchor>)[^<]*|(?<=<x:Row>)\d+|(?<=<x:Column>)\d+"
)
"""What each box has of its own."""


class Note(NamedTuple):
    """A comment on a cell, by its zero-based row and column."""

    row: int
    column: int
    text: str
    width: int
    """Of its box, in pixels."""
    height: int


def texts(notes: Iterable[Note], sample: str) -> Iterator[str]:
    """Give the part of a workbook that holds the texts; `sample` is that part with the sample alone."""
    before, comment, after = around(_COMMENT, sample)
    opening, closing = comment.split(f"<t>{SAMPLE}</t>")
    opening, _, middle = opening.partition(a1(*PLACE))
    yield before
    for note in notes:
        yield f"{opening}{a1(note.row, note.column)}{middle}{_text(note.text)}{closing}"
    yield after


def boxes(
    notes: Iterable[Note],
    blocks: Sequence[int],
    widths: Sequence[int],
    heights: Sequence[float],
    sample: str,
) -> Iterator[str]:
    """Give the part that holds the boxes, numbered by some blocks.

    Widths are in characters, heights in points, the header's too. `sample` is that part with the
    sample alone.
    """
    before, shape, after = around(_SHAPE, sample)
    shape = _OWN.sub("%s", shape)
    yield _BLOCKS.sub(",".join(map(str, blocks)), before)
    place = _Places(widths, heights)
    for at, note in enumerate(notes, 1):
        style, anchor = place(note)
        yield shape % (
            blocks[0] * BLOCK + at,
            f"{style};z-index:{at}",
            anchor,
            note.row,
            note.column,
        )
    yield after


def taken(count: int) -> int:
    """Return how many blocks of numbers so many boxes take."""
    return count // BLOCK + 1


class _Places:
    """Finds where boxes stand, which are asked for in the order of their rows."""

    def __init__(self, widths: Sequence[int], heights: Sequence[float]) -> None:
        self._wide = [int(width * 7 + 0.5) + 5 for width in widths]
        self._high = [int(height * 4 / 3) for height in heights]
        self._row = self._top = 0

    def __call__(self, note: Note) -> tuple[str, str]:
        """Return where a box stands on the sheet in points, and between which cells in pixels."""
        column, row = note.column + 1, note.row - 1
        self._top += sum(self._high[self._row : row])
        self._row = row
        left, top = sum(self._wide[:column]) + _GAP, self._top + _DROP
        right, across = _end(self._wide, _COLUMN, column, note.width + _GAP)
        bottom, down = _end(self._high, _ROW, row, note.height + _DROP)
        style = (
            f"margin-left:{left * 0.75:.15g}pt;margin-top:{top * 0.75:.15g}pt;"
            f"width:{note.width * 0.75:.15g}pt;height:{note.height * 0.75:.15g}pt"
        )
        ends = (column, _GAP, row, _DROP, right, across, bottom, down)
        return style, ", ".join(map(str, ends))


def _end(sizes: Sequence[int], usual: int, start: int, length: int) -> tuple[int, int]:
    """Return the cell in which a length ends that begins with a cell, and how far in it."""
    at = start
    while length >= (size := sizes[at] if at < len(sizes) else usual):
        length -= size
        at += 1
    return at, length


@lru_cache(maxsize=1 << 10)
def _text(text: str) -> str:
    space = ' xml:space="preserve"' if text != text.strip() else ""
    if "_x" in text:
        text = ESCAPED.sub(r"_x005F\1", text)
    return f"<t{space}>{html.escape(text, quote=False)}</t>"
