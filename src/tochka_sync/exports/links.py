"""The links of a large tab, written as they stand in the file: the cells, and what they open.

xlsxwriter keeps two kilobytes for every link until all are written; here nothing is kept.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tochka_sync.exports.parts import around
from tochka_sync.table import a1

_LINK = re.compile(r"<hyperlink .*/>(?=</hyperlinks>)")
_RELATION = re.compile(r'<Relationship Id="rId1".*?/>')
_TARGET = re.compile(r'(?<=Target=")[^"]*')
_NUMBER = re.compile(r'(?<=<legacyDrawing r:id="rId)\d+|(?<=<Relationship Id="rId)\d+')


class Link(NamedTuple):
    """What a cell opens, by its zero-based row and column."""

    row: int
    column: int
    url: str


def cells(links: Iterable[Link], sample: str) -> Iterator[str]:
    """Give the end of a tab with its links; `sample` is that end with one of them."""
    before, _, after = around(_LINK, sample)
    count = 0
    yield before
    for count, link in enumerate(links, 1):
        place = link.url.partition("#")[2]
        location = f' location="{html.escape(place)}"' if place else ""
        yield f'<hyperlink ref="{a1(link.row, link.column)}" r:id="rId{count}"{location}/>'
    yield _later(after, count - 1)


def targets(links: Iterable[Link], sample: str) -> Iterator[str]:
    """Give the part of a workbook that holds what a tab opens; `sample` is that part with one link."""
    before, relation, after = around(_RELATION, sample)
    opening, closing = _TARGET.split(relation)
    opening = opening.replace('"rId1"', '"rId%d"')
    count = 0
    yield before
    for count, link in enumerate(links, 1):
        yield f"{opening % count}{html.escape(link.url.partition('#')[0])}{closing}"
    yield _later(after, count - 1)


def _later(text: str, by: int) -> str:
    """Return a text in which what is numbered after the links has numbers higher by so many."""
    return _NUMBER.sub(lambda number: str(int(number[0]) + by), text)
