"""How a tab of the workbook looks: widths, heights, marks, comments, links, print.

Every text is a text cell, whatever it looks like; only whole days and counts are typed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from heapq import merge
from itertools import chain, groupby, islice, product
from operator import attrgetter
from typing import Any, BinaryIO, Generic, TypeVar

from tochka_sync.errors import WriteError
from tochka_sync.exports import cells, measures, notes, plan
from tochka_sync.exports.cells import Filling
from tochka_sync.exports.links import Link
from tochka_sync.exports.notes import Note
from tochka_sync.exports.parts import PLACE
from tochka_sync.visible import visible

_LONGEST = 32_767
"""The most a cell may hold; more would make the file unreadable."""
_ROWS, _COLUMNS = 1_048_576, 16_384
"""The most a tab may hold."""
_LINKS = 60_000
"""How many links a tab gets: Excel refuses a file with many more."""
_KEPT = 1 << 10
"""How many different cells of a column are remembered."""
_LINE = 15.0
_TALLEST = 408.75
"""Points: of one line, and the most Excel allows a row."""
_PAGE = 240
"""The characters across an A4 page in the smallest print one still reads."""
_SMALL = 55
"""Per cent of the size on the screen, for what does not go on one page across."""


Item = TypeVar("Item")


class Mark(StrEnum):
    """Why a cell is coloured."""

    WRONG = "#FBE0DD"
    DOUBTFUL = "#FFF1CC"
    RIGHT = "#E0F2E1"


Look = tuple[str, Mark | None]
"""What kind of cell it is, and why it is coloured."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a cell is more than it shows."""

    row: int
    """Of the rows under the header, from zero."""
    column: int
    shown: plan.Shown
    mark: Mark
    comment: str = ""
    url: str | None = None
    """Opens the cell of the sheet."""


@dataclass(frozen=True, slots=True)
class Again(Generic[Item]):
    """What is made anew each time it is gone through: of a long column nothing is kept."""

    make: Callable[[], Iterator[Item]]

    def __iter__(self) -> Iterator[Item]:
        return self.make()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab, before it is drawn; its columns are gone through more than once."""

    title: str
    names: Sequence[str]
    """The columns' names in every language."""
    headers: Sequence[str]
    columns: Sequence[Iterable[plan.Shown]]
    height: int
    """How many rows are under the header."""
    marked: Sequence[Marked] = ()
    """In the order of the rows, and in each of the columns."""
    links: Iterable[str] | None = None
    """What opens each row of the sheet: a click on its number, in the column `row`."""


class Painter:
    """Draws the tabs of one workbook; of a large one all but the cells, which are filled in last."""

    def __init__(self, book: Any, *, large: bool = False) -> None:
        self._book = book
        self._large = large
        self._fillings: list[Filling] = []
        self._looks: dict[Look, Any] = {}
        self._links = 0

    def draw(self, sheet: Sheet) -> None:
        """Add a tab. Raises `WriteError` for one that is larger than a workbook can hold."""
        if sheet.height >= _ROWS or len(sheet.headers) > _COLUMNS:
            raise WriteError("xlsx-too-large", tab=sheet.title, rows=_ROWS, columns=_COLUMNS)
        tab = self._book.add_worksheet(sheet.title)
        tab.set_comments_author("tochka-sync")
        lines = [0] * (sheet.height + 1)
        widths: list[int] = []
        for name, header, column in zip(sheet.names, sheet.headers, sheet.columns, strict=True):
            width, own = measures.measured(name, chain([measures.headed(header)], column))
            lines = list(map(max, lines, own))
            tab.set_column(len(widths), len(widths), width)
            widths.append(width)
        high = {each: min(_LINE * each + 3, _TALLEST) for each in set(lines)}
        heights = [high[each] for each in lines]
        tab.set_row(0, heights[0])
        for place, header in enumerate(sheet.headers):
            tab.write_string(0, place, _held(header), self._look(("head", None)))
        links = Again(partial(_links, sheet, _LINKS - self._links))
        self._links += sum(1 for _ in links)
        if self._large:
            self._leave(tab, sheet, links, widths, heights)
        else:
            self._put(tab, sheet, links, heights)
        _finish(tab, sheet, sum(widths))

    def write(self, book: bytes, out: BinaryIO) -> None:
        """Write the workbook, once it is closed, with what was left out of it."""
        if self._large:
            cells.fill(book, self._fillings, _LOOKS, out)
        else:
            out.write(book)

    def _put(self, tab: Any, sheet: Sheet, links: Iterable[Link], heights: Sequence[float]) -> None:
        urls = {(link.row, link.column): link.url for link in links}
        noted = {(note.row, note.column): note for note in _notes(sheet)}
        rows = _cells(sheet, lambda _, shown, look: (shown, self._look(look)))
        for at, row in enumerate(rows, 1):
            tab.set_row(at, heights[at])
            for place, (shown, look) in enumerate(row):
                if url := urls.get((at, place)):
                    tab.write_url(at, place, url)  # the text is written over it
                if note := noted.get((at, place)):
                    size = {"width": note.width, "height": note.height}
                    tab.write_comment(at, place, note.text, size)
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
        self,
        tab: Any,
        sheet: Sheet,
        links: Iterable[Link],
        widths: Sequence[int],
        heights: Sequence[float],
    ) -> None:
        """Add a link and a comment if there are any, and a cell of every look: how they are written."""
        for link in islice(links, 1):
            tab.write_url(*PLACE, link.url)
        if any(marked.comment for marked in sheet.marked):
            tab.write_comment(*PLACE, notes.SAMPLE)
        for place, look in enumerate(_LOOKS, len(widths)):
            tab.write_blank(1, place, None, self._look(look))
        self._fillings.append(
            Filling(partial(_cells, sheet), links, Again(partial(_notes, sheet)), widths, heights)
        )

    def _look(self, look: Look) -> Any:
        if look not in self._looks:
            kind, mark = look
            colour = {"bg_color": mark.value} if mark else {}
            self._looks[look] = self._book.add_format({**_BODY, **_KINDS[kind], **colour})
        return self._looks[look]


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
    tab.autofilter(0, 0, sheet.height, len(sheet.headers) - 1)
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


def _cells(sheet: Sheet, make: Callable[[int, plan.Shown, Look], Item]) -> Iterator[Sequence[Item]]:
    """Give what is made of the cells of each row, by their column; of one often seen, once."""

    def made(place: int, link: bool, mark: Mark | None, shown: plan.Shown) -> Item:
        if isinstance(shown, str):
            return make(place, _held(shown), ("text", mark))
        kind = "day" if isinstance(shown, date) else "link" if link else "number"
        return make(place, shown, (kind, mark))

    linked = _linked(sheet)
    columns = [
        map(lru_cache(_KEPT)(partial(made, place, place == linked, None)), column)
        for place, column in enumerate(sheet.columns)
    ]
    marked = groupby(sheet.marked, key=attrgetter("row"))
    nothing: tuple[int, Iterable[Marked]] = (-1, ())
    upcoming, own = next(marked, nothing)
    for at, row in enumerate(zip(*columns, strict=True)):
        if at != upcoming:
            yield row
            continue
        cells = list(row)
        for each in own:
            link = each.column == linked or each.url is not None
            cells[each.column] = made(each.column, link, each.mark, each.shown)
        yield cells
        upcoming, own = next(marked, nothing)


def _notes(sheet: Sheet) -> Iterator[Note]:
    """Give the comments."""
    for marked in sheet.marked:
        if marked.comment:
            text, height = _noted(marked.comment)
            yield Note(marked.row + 1, marked.column, text, 320, height)


@lru_cache(_KEPT)
def _noted(comment: str) -> tuple[str, int]:
    """Return what a box holds of a comment, and the height in which it is seen whole."""
    lines = sum(1 + len(each) // 42 for each in comment.split("\n"))
    return _held(comment), min(18 * lines + 12, 600)


def _links(sheet: Sheet, most: int) -> Iterator[Link]:
    """Give the links, in the order of the cells."""
    linked = _linked(sheet)
    own = (
        Link(each.row + 1, each.column, each.url)
        for each in sheet.marked
        if each.url and each.column != linked
    )
    if linked is None or sheet.links is None:
        return islice(own, most)
    rows = (Link(row, linked, url) for row, url in enumerate(sheet.links, 1) if url)
    return islice(merge(own, rows), most)


def _linked(sheet: Sheet) -> int | None:
    """Return the column whose cells open their rows."""
    return None if sheet.links is None else sheet.names.index("row")


def _held(text: str) -> str:
    """Return a text a cell can hold, cut where it must be so that the reader sees it."""
    if not text.isprintable():  # as most are
        text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
