"""How a tab of the workbook looks: widths, heights, marks, comments, links, print.

Every text is a text cell, whatever it looks like; only whole days and counts are typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product, repeat
from typing import Any, BinaryIO

from tochka_sync.exports import cells, plan, words
from tochka_sync.exports.cells import Filling
from tochka_sync.visible import visible

_LONGEST = 32_767
"""The most a cell may hold; more would make the file unreadable."""
_LINKS = 60_000
"""How many links a tab gets: Excel refuses a file with many more."""
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
_LINE = 15.0
_TALLEST = 408.75
"""Points: of one line, and the most Excel allows a row."""
_PAGE = 240
"""The characters across an A4 page in the smallest print one still reads."""
_SMALL = 55
"""Per cent of the size on the screen, for what does not go on one page across."""


class Mark(StrEnum):
    """Why a cell is coloured."""

    WRONG = "#FBE0DD"
    DOUBTFUL = "#FFF1CC"
    RIGHT = "#E0F2E1"


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell that is more than what it shows."""

    shown: plan.Shown
    mark: Mark | None = None
    comment: str = ""
    url: str | None = None
    """Opens the cell of the sheet."""


Looking = tuple[plan.Shown, tuple[str, Mark | None]]
"""What a cell holds; its kind and why it is coloured."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab, before it is drawn."""

    title: str
    names: Sequence[str]
    """The columns' names in every language."""
    headers: Sequence[str]
    rows: Sequence[Sequence[plan.Shown | Marked]]


@dataclass(frozen=True, slots=True)
class _Column:
    """What is known of one column before it is drawn; each distinct cell is looked at once."""

    width: int
    """As many characters as the longest line needs, within bounds."""
    lines: Sequence[int]
    """How many lines each row's cell takes in that width, as LibreOffice works out no height."""
    plain: Mapping[plan.Shown, Looking]
    """What is shown → what a cell can hold of it, and how that looks where nothing is wrong."""


class Painter:
    """Draws the tabs of one workbook; of a large one all but the cells, which are filled in last."""

    def __init__(self, book: Any, *, large: bool = False) -> None:
        self._book = book
        self._large = large
        self._fillings: list[Filling] = []
        self._looks: dict[tuple[str, Mark | None], Any] = {}
        self._links = 0

    def draw(self, sheet: Sheet) -> None:
        """Add a tab."""
        tab = self._book.add_worksheet(sheet.title)
        tab.set_comments_author("tochka-sync")
        below: Iterable[Sequence[plan.Shown | Marked]] = zip(*sheet.rows, strict=True)
        columns = [
            _column(name, [_roomy(header), *map(_shown, own)])
            for name, header, own in zip(
                sheet.names, sheet.headers, below if sheet.rows else repeat(()), strict=False
            )
        ]
        for at, column in enumerate(columns):
            tab.set_column(at, at, column.width)
        heights = [
            min(_LINE * max(lines) + 3, _TALLEST)
            for lines in zip(*[column.lines for column in columns], strict=True)
        ]
        tab.set_row(0, heights[0])
        for place, header in enumerate(sheet.headers):
            tab.write_string(0, place, _held(header), self._look("head", None))
        if self._large:
            self._leave(tab, sheet, columns, heights[1:])
        else:
            self._put(tab, sheet, columns, heights)
        _finish(tab, sheet, sum(column.width for column in columns))

    def filled(self, book: bytes) -> bytes | BinaryIO:
        """Return the workbook, once it is closed, with what was left out of it."""
        return cells.fill(book, self._fillings, _LOOKS) if self._large else book

    def _put(
        self, tab: Any, sheet: Sheet, columns: Sequence[_Column], heights: Sequence[float]
    ) -> None:
        for at, row in enumerate(sheet.rows, 1):
            tab.set_row(at, heights[at])
            for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
                if isinstance(cell, Marked):
                    self._more(tab, (at, place), cell)
                shown, (kind, mark) = _looking(cell, column)
                look = self._look(kind, mark)
                match shown:
                    case "":
                        tab.write_blank(at, place, None, look)
                    case str():
                        tab.write_string(at, place, shown, look)
                    case date():
                        tab.write_datetime(at, place, shown, look)
                    case _:
                        tab.write_number(at, place, shown, look)

    def _leave(
        self, tab: Any, sheet: Sheet, columns: Sequence[_Column], heights: Sequence[float]
    ) -> None:
        """Add comments and links, and a cell of every look, which shows what the looks are called."""
        for at, row in enumerate(sheet.rows, 1):
            for place, cell in enumerate(row):
                if isinstance(cell, Marked):
                    self._more(tab, (at, place), cell)
        for place, (kind, mark) in enumerate(_LOOKS, len(columns)):
            tab.write_blank(1, place, None, self._look(kind, mark))
        rows = (
            [_looking(cell, column) for cell, column in zip(row, columns, strict=True)]
            for row in sheet.rows
        )
        self._fillings.append(Filling(rows, heights, len(columns)))

    def _more(self, tab: Any, at: tuple[int, int], cell: Marked) -> None:
        """Add the link and the comment of a cell."""
        if cell.url and cell.shown != "" and self._links < _LINKS:
            self._links += 1
            tab.write_url(*at, cell.url)  # the text is written over it
        if cell.comment:
            tab.write_comment(*at, _held(cell.comment), _box(cell.comment))

    def _look(self, kind: str, mark: Mark | None) -> Any:
        if (kind, mark) not in self._looks:
            colour = {"bg_color": mark.value} if mark else {}
            self._looks[kind, mark] = self._book.add_format({**_BODY, **_KINDS[kind], **colour})
        return self._looks[kind, mark]


_BODY: Mapping[str, object] = {
    "font_name": "Calibri",
    "font_size": 11,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#C9D1D9",
}
_KINDS: Mapping[str, Mapping[str, object]] = {
    "head": {
        "bold": True,
        "bg_color": "#1F4E79",
        "font_color": "#FFFFFF",
        "valign": "vcenter",
        "num_format": "@",
    },
    "text": {"num_format": "@"},
    "day": {"num_format": "dd.mm.yyyy", "align": "left"},
    "number": {"num_format": "0", "align": "left"},
    "link": {"num_format": "0", "align": "left", "font_color": "#1155CC", "underline": 1},
}


_LOOKS = tuple(product(("text", "day", "number", "link"), (None, *Mark)))
"""Every way in which a cell under the header can look."""


def _finish(tab: Any, sheet: Sheet, width: int) -> None:
    """Set what holds for a whole tab: the header stays, rows can be filtered, print is legible."""
    tab.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    tab.freeze_panes(1, 0)
    tab.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    tab.set_landscape()
    tab.set_paper(9)  # A4
    if width <= _PAGE:
        tab.fit_to_pages(1, 0)
    else:
        tab.set_print_scale(_SMALL)
        tab.print_across()
        tab.repeat_columns(0, 1)
    tab.repeat_rows(0)
    tab.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    tab.set_footer("&L&A&R&P / &N")


def _column(name: str, cells: Sequence[plan.Shown]) -> _Column:
    lengths = {
        shown: [len(each) for each in _text(shown).split("\n")] for shown in dict.fromkeys(cells)
    }
    longest = max(max(lines) for lines in lengths.values())
    width = min(max(longest + 2, _NARROWEST), _WIDE.get(name, _WIDEST))
    lines = {
        shown: sum(-(-(each + each // 16) // width) or 1 for each in own)
        for shown, own in lengths.items()
    }
    plain: dict[plan.Shown, Looking] = {
        shown: (_held(shown) if isinstance(shown, str) else shown, (_kind(shown), None))
        for shown in lengths
    }
    return _Column(width, [lines[shown] for shown in cells], plain)


def _kind(shown: plan.Shown) -> str:
    if isinstance(shown, str):
        return "text"
    return "day" if isinstance(shown, date) else "number"


def _looking(cell: plan.Shown | Marked, column: _Column) -> Looking:
    """Return what a cell holds and how it looks."""
    if not isinstance(cell, Marked):
        return column.plain[cell]
    held, (kind, _) = column.plain[cell.shown]
    return held, ("link" if cell.url and kind == "number" else kind, cell.mark)


def _roomy(header: str) -> str:
    """Return a header as long as it is in bold, with the button of the filter."""
    return header + " " * (len(header) // 6 + 2)


def _shown(cell: plan.Shown | Marked) -> plan.Shown:
    return cell.shown if isinstance(cell, Marked) else cell


def _text(shown: plan.Shown) -> str:
    return words.day(shown) if isinstance(shown, date) else str(shown)


def _box(comment: str) -> dict[str, int]:
    """Return the size in which a comment is seen whole, in pixels."""
    lines = sum(1 + len(each) // 42 for each in comment.split("\n"))
    return {"width": 320, "height": min(18 * lines + 12, 600)}


def _held(text: str) -> str:
    """Return a text a cell can hold, cut where it must be so that the reader sees it."""
    text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
