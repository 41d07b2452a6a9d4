"""The cells of a large tab, written as they stand in the file.

For a million and a half cells xlsxwriter does the same work again for each. Here a distinct cell is
put into XML once, and a workbook of which xlsxwriter has written all but these cells is filled with
them: in a fifth of the time, and in the memory of a few rows. What comes out is what xlsxwriter
itself writes, byte for byte; a test compares them.
"""

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import BinaryIO

from tochka_sync.exports import links, notes, plan
from tochka_sync.exports.links import Link
from tochka_sync.exports.notes import Note
from tochka_sync.table import letters

Look = tuple[str, str | None]
"""A kind of cell, and why it is coloured."""
Make = Callable[[int, plan.Shown, Look], str]
"""Makes what is written of a cell, by its zero-based column."""
Filled = Callable[[str], Iterator[str]]
"""Makes of an empty part of the workbook the filled one, piece by piece."""

_FIRST = 2
"""The row under the header; right of it stands one blank cell of every look, to learn its number."""
_EPOCH = date(1899, 12, 30)
_LEVEL = 3
"""Of compression: the usual 6 takes twice the time for a file a fifth smaller."""
_LONGEST = 32_767
"""Units of UTF-16, in which Excel counts: a character is one or two of them."""
_ROW = re.compile(r'<row r="1".*?</row>', re.DOTALL)
_STYLE = re.compile(rf'<c r="[A-Z]+{_FIRST}" s="(\d+)"/>')


@dataclass(frozen=True, slots=True)
class Filling:
    """What is to be put into a tab."""

    rows: Callable[[Make], Iterable[Sequence[str]]]
    """Gives the rows under the header, of cells made by what it is called with."""
    links: Iterable[Link]
    notes: Iterable[Note]
    widths: Sequence[int]
    """Of the columns, in characters."""
    heights: Sequence[float]
    """Of the rows, the header's too, in points."""


def fill(book: bytes, fillings: Sequence[Filling], looks: Sequence[Look], out: BinaryIO) -> None:
    """Write the workbook with its tabs filled, in their order.

    Each has, right of the first row under its header, a blank cell of every look, in the order of
    `looks`; and there a link if it is to have links, and the sample of `notes` if comments.
    """
    parts = _parts(fillings, looks)
    with (
        zipfile.ZipFile(io.BytesIO(book)) as empty,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as full,
    ):
        for member in empty.infolist():
            content = empty.read(member)
            filled = parts.get(member.filename)
            if filled is None:
                full.writestr(member, content, zipfile.ZIP_DEFLATED)
                continue
            with io.TextIOWrapper(full.open(member.filename, "w"), "utf-8", newline="") as file:
                file.writelines(filled(content.decode()))


def _parts(fillings: Sequence[Filling], looks: Sequence[Look]) -> Mapping[str, Filled]:
    """Return what fills the parts of a workbook, by their names."""
    parts: dict[str, Filled] = {}
    noted, block = 0, 1
    for at, filling in enumerate(fillings, 1):
        parts[f"xl/worksheets/sheet{at}.xml"] = partial(_tab, filling, looks)
        if _any(filling.links):
            parts[f"xl/worksheets/_rels/sheet{at}.xml.rels"] = partial(links.targets, filling.links)
        if count := sum(1 for _ in filling.notes):
            noted += 1
            blocks = range(block, block + notes.taken(count))
            parts[f"xl/comments{noted}.xml"] = partial(notes.texts, filling.notes)
            parts[f"xl/drawings/vmlDrawing{noted}.vml"] = partial(
                notes.boxes, filling.notes, blocks, filling.widths, filling.heights
            )
            block += len(blocks)
    return parts


def _any(them: Iterable[object]) -> bool:
    return any(True for _ in them)


def _tab(filling: Filling, looks: Sequence[Look], empty: str) -> Iterator[str]:
    """Give the text of a tab, piece by piece."""
    before, _, rest = empty.partition("<sheetData>")
    blank, _, after = rest.partition("</sheetData>")
    header = _ROW.match(blank)
    styles = dict(zip(looks, _STYLE.findall(blank), strict=True))
    last = f"{letters(len(filling.widths) - 1)}{len(filling.heights)}"
    yield re.sub(r'<dimension ref="[^"]*"/>', f'<dimension ref="A1:{last}"/>', before)
    yield "<sheetData>" + (header[0] if header else "")
    yield from _rows(filling, styles)
    yield "</sheetData>"
    yield from links.cells(filling.links, after) if _any(filling.links) else [after]


def _rows(filling: Filling, styles: Mapping[Look, str]) -> Iterator[str]:
    """Give the rows under the header.

    The number of a row stands in each of its cells. So a cell is made from behind that number to
    before the next one, and the number joins the cells: a large workbook takes a seventh less time.
    """
    names = [letters(column) for column in range(len(filling.widths))]
    closings = [*(f'<c r="{name}' for name in names[1:]), "</row>"]
    openings = {
        height: f'" ht="{height:g}" customHeight="1"><c r="{names[0]}'
        for height in set(filling.heights)
    }
    rows = filling.rows(partial(_cell, closings, styles))
    for at, (row, height) in enumerate(zip(rows, filling.heights[1:], strict=True), _FIRST):
        yield str(at).join(('<row r="', openings[height], *row))


def _cell(
    closings: Sequence[str], styles: Mapping[Look, str], column: int, shown: plan.Shown, look: Look
) -> str:
    """Return a cell from behind the number of its row on, with what closes it."""
    opening = f'" s="{styles[look]}"'
    closing = closings[column]
    match shown:
        case "":
            return f"{opening}/>{closing}"
        case str():
            space = ' xml:space="preserve"' if shown != shown.strip() else ""
            return f'{opening} t="inlineStr"><is><t{space}>{_text(shown)}</t></is></c>{closing}'
        case date():
            return f"{opening}><v>{(shown - _EPOCH).days}</v></c>{closing}"
        case _:
            return f"{opening}><v>{shown}</v></c>{closing}"


def _text(shown: str) -> str:
    """Return a text that is safe in XML; it holds no control characters."""
    if len(shown) > _LONGEST // 2:
        shown = shown.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")
    if "_x" in shown:
        shown = notes.ESCAPED.sub(r"_x005F\1", shown)
    return html.escape(shown, quote=False)
