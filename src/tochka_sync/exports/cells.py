"""The cells of a large tab, written as they stand in the file.

For a million and a half cells xlsxwriter does the same work again for each. Here a distinct cell is
put into XML once, and a workbook of which xlsxwriter has written all but these cells is filled with
them: in a fifth of the time, and in the memory of a few rows. What comes out is what xlsxwriter
itself writes, byte for byte; a test compares them.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tochka_sync.exports import plan
from tochka_sync.table import letters

Look = tuple[str, str | None]
"""A kind of cell, and why it is coloured."""

_FIRST = 2
"""The row under the header; right of it stands one blank cell of every look, to learn its number."""
_ROWS = 500
"""Written at once."""
_EPOCH = date(1899, 12, 30)
_LEVEL = 3
"""Of compression: the usual 6 takes twice the time for a file a fifth smaller."""
_LONGEST = 2 * 32_767
"""Bytes of UTF-16, in which Excel counts."""
_ESCAPED = re.compile(r"(_x[0-9a-fA-F]{4}_)")
_ROW = re.compile(r'<row r="1".*?</row>', re.DOTALL)
_STYLE = re.compile(rf'<c r="[A-Z]+{_FIRST}" s="(\d+)"/>')


@dataclass(frozen=True, slots=True)
class Filling:
    """What is to be put into a tab: rows of cells, each with its look, and the rows' heights."""

    rows: Iterable[Sequence[tuple[plan.Shown, Look]]]
    heights: Sequence[float]
    width: int
    """How many columns."""


def fill(book: bytes, fillings: Sequence[Filling], looks: Sequence[Look]) -> io.BytesIO:
    """Return the workbook with its tabs filled, in their order.

    Each has, right of the first row under its header, a blank cell of every look, in the order of
    `looks`.
    """
    out = io.BytesIO()
    tabs = {f"xl/worksheets/sheet{at}.xml": filling for at, filling in enumerate(fillings, 1)}
    with (
        zipfile.ZipFile(io.BytesIO(book)) as empty,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as full,
    ):
        for member in empty.infolist():
            content = empty.read(member)
            filling = tabs.get(member.filename)
            if filling is None:
                full.writestr(member, content, zipfile.ZIP_DEFLATED)
                continue
            with full.open(member.filename, "w") as file:
                for text in _tab(content.decode(), filling, looks):
                    file.write(text.encode())
    return out


def _tab(empty: str, filling: Filling, looks: Sequence[Look]) -> Iterator[str]:
    """Give the text of a tab, piece by piece."""
    before, _, rest = empty.partition("<sheetData>")
    blank, _, after = rest.partition("</sheetData>")
    header = _ROW.match(blank)
    styles = dict(zip(looks, _STYLE.findall(blank), strict=True))
    last = f"{letters(filling.width - 1)}{len(filling.heights) + 1}"
    yield re.sub(r'<dimension ref="[^"]*"/>', f'<dimension ref="A1:{last}"/>', before)
    yield "<sheetData>" + (header[0] if header else "")
    yield from _rows(filling, styles)
    yield "</sheetData>" + after


def _rows(filling: Filling, styles: Mapping[Look, str]) -> Iterator[str]:
    names = [letters(column) for column in range(filling.width)]
    known: dict[tuple[plan.Shown, Look], str] = {}
    written: list[str] = []
    for at, (row, height) in enumerate(zip(filling.rows, filling.heights, strict=True), _FIRST):
        written.append(f'<row r="{at}" ht="{height:g}" customHeight="1">')
        for name, cell in zip(names, row, strict=True):
            text = known.get(cell)
            if text is None:
                text = known[cell] = _cell(*cell, styles)
            written.append(f'<c r="{name}{at}" {text}')
        written.append("</row>")
        if at % _ROWS == 0:
            yield "".join(written)
            written.clear()
    yield "".join(written)


def _cell(shown: plan.Shown, look: Look, styles: Mapping[Look, str]) -> str:
    """Return a cell from its style on."""
    style = f's="{styles[look]}"'
    match shown:
        case "":
            return f"{style}/>"
        case str():
            space = ' xml:space="preserve"' if shown != shown.strip() else ""
            return f'{style} t="inlineStr"><is><t{space}>{_text(shown)}</t></is></c>'
        case date():
            return f"{style}><v>{(shown - _EPOCH).days}</v></c>"
        case _:
            return f"{style}><v>{shown}</v></c>"


def _text(shown: str) -> str:
    """Return a text that is safe in XML; it holds no control characters."""
    held = shown.encode("utf-16-le")[:_LONGEST].decode("utf-16-le", "ignore")
    escaped = _ESCAPED.sub(r"_x005F\1", held)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
