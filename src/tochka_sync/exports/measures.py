"""How wide the columns of a workbook are, and how many lines a text takes in them."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from tochka_sync.exports import plan, words

_WIDEST = 30
_WIDE = {
    "school": 40,
    "title": 38,
    "participating_schools": 34,
    "what": 60,
    "type": 34,
    "notes": 32,
}
"""The widest a column may grow, in characters, where it is not the ordinary."""
_NARROWEST = 7
_KEPT = 1 << 10
"""How many different cells of a column are remembered."""


def measured(name: str, cells: Iterable[plan.Shown]) -> tuple[int, Iterable[int]]:
    """Return the width of a column, in characters within bounds, and the lines each cell takes in it.

    The lines are counted since LibreOffice works out no height.
    """
    once: dict[tuple[int, ...], tuple[int, ...]] = {}
    widest = _WIDE.get(name, _WIDEST)

    @lru_cache(_KEPT)
    def lengths(shown: plan.Shown) -> tuple[int, ...]:
        """Return the lengths of the lines, of those too long the negative count of lines they take.

        Cells that have the same share one object.
        """
        said = text(shown)
        own = tuple(
            len(each) if len(each) <= widest else -_folded(each, widest)
            for each in said.split("\n")
        )
        return once.setdefault(own, own)

    measures = list(map(lengths, cells))
    longest = widest if min(map(min, once)) < 0 else max(map(max, once))
    width = min(max(longest + 2, _NARROWEST), widest)
    lines = {
        own: sum(-each if each < 0 else -(-_roomy_length(each) // width) or 1 for each in own)
        for own in once
    }
    return width, map(lines.__getitem__, measures)


def _folded(line: str, width: int) -> int:
    """Return how many lines a line takes that is folded between words, and in words that are longer."""
    lines, room = 0, 0
    for word in line.split(" "):
        length = _roomy_length(len(word))
        if length < room:
            room -= length + 1
        else:
            lines += max(-(-length // width), 1)
            room = width - length % width
    return lines


def _roomy_length(length: int) -> int:
    """Return a length as it is in letters that are wider than a digit, which a width is counted in."""
    return length + length // 16


def headed(header: str) -> str:
    """Return a header as long as it is in bold, with the button of the filter."""
    return header + " " * (len(header) // 6 + 2)


def text(shown: plan.Shown) -> str:
    """Return what a cell shows."""
    return words.day(shown) if isinstance(shown, date) else str(shown)
