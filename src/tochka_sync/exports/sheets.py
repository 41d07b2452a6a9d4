"""How a tab of the workbook looks: widths, heights, marks, comments, links, print.

Every text is a text cell, whatever it looks like; only whole days and counts are typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tochka_sync.exports import plan, words
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
_TALLEST = 409.0
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab, before it is drawn."""

    title: str
    names: Sequence[str]
    """The columns' names in every language."""
    headers: Sequence[str]
    rows: Sequence[Sequence[plan.Shown | Marked]]


class Painter:
    """Draws the tabs of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._looks: dict[tuple[str, Mark | None], Any] = {}
        self._links = 0

    def draw(self, sheet: Sheet) -> None:
        """Add a tab."""
        tab = self._book.add_worksheet(sheet.title)
        tab.set_comments_author("tochka-sync")
        rows = [sheet.headers, *sheet.rows]
        heads = [_roomy(header) for header in sheet.headers]
        widths = [
            _width(name, [heads[column], *(_text(row[column]) for row in sheet.rows)])
            for column, name in enumerate(sheet.names)
        ]
        for column, width in enumerate(widths):
            tab.set_column(column, column, width)
        for at, row in enumerate(rows):
            tab.set_row(at, _height(map(_text, row) if at else heads, widths))
            for column, cell in enumerate(row):
                if at == 0:
                    tab.write_string(0, column, _held(_text(cell)), self._look("head", None))
                else:
                    self._cell(tab, (at, column), cell)
        _finish(tab, sheet, sum(widths))

    def _cell(self, tab: Any, at: tuple[int, int], cell: plan.Shown | Marked) -> None:
        whole = cell if isinstance(cell, Marked) else Marked(cell)
        shown, mark = whole.shown, whole.mark
        if whole.url and shown != "" and self._links < _LINKS:
            self._links += 1
            tab.write_url(*at, whole.url)  # the text is written over it
        if whole.comment:
            tab.write_comment(*at, _held(whole.comment), _box(whole.comment))
        match shown:
            case "":
                tab.write_blank(*at, None, self._look("text", mark))
            case str():
                tab.write_string(*at, _held(shown), self._look("text", mark))
            case date():
                tab.write_datetime(*at, shown, self._look("day", mark))
            case _:
                tab.write_number(*at, shown, self._look("link" if whole.url else "number", mark))

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


def _text(cell: plan.Shown | Marked) -> str:
    shown = cell.shown if isinstance(cell, Marked) else cell
    return words.day(shown) if isinstance(shown, date) else str(shown)


def _roomy(header: str) -> str:
    """Return a header as long as it is in bold, with the button of the filter."""
    return header + " " * (len(header) // 6 + 2)


def _width(name: str, texts: Iterable[str]) -> int:
    """Return as many characters as the longest line needs, within bounds."""
    longest = max(len(each) for text in texts for each in text.split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDE.get(name, _WIDEST))


def _height(texts: Iterable[str], widths: Sequence[int]) -> float:
    """Return the height in which the fullest cell shows all its lines: LibreOffice works out none."""
    lines = max(
        sum(-(-(len(each) + len(each) // 16) // width) or 1 for each in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(_LINE * lines + 3, _TALLEST)


def _box(comment: str) -> dict[str, int]:
    """Return the size in which a comment is seen whole, in pixels."""
    lines = sum(1 + len(each) // 42 for each in comment.split("\n"))
    return {"width": 320, "height": min(18 * lines + 12, 600)}


def _held(text: str) -> str:
    """Return a text a cell can hold, cut where it must be so that the reader sees it."""
    text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
