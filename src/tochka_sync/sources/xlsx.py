"""A workbook as tables: shown text, typed values, links, merges, hidden rows and tabs.

Reads the XML itself and in one pass: openpyxl without its read-only mode keeps an object for
every blank formatted cell, of which a workbook may have millions, and with it knows no links,
merges or hidden rows. Nothing in the workbook is run or followed.
"""

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from tochka_sync.errors import Reason, SourceError
from tochka_sync.sources import formats, parts, styles
from tochka_sync.sources.links import formula_link
from tochka_sync.sources.serials import EPOCH, EPOCH_1904, excel_days, moment
from tochka_sync.table import Cell, Merge, Table, Value

_DAMAGE = (ArithmeticError, LookupError, ValueError, EOFError, StopIteration, NotImplementedError,
           expat.ExpatError, zipfile.BadZipFile, zlib.error)  # fmt: skip
_CELLS = 10_000_000  # of a Google Sheet as well
_PLACES = 20_000_000  # cells counted with the blanks above them, and what merges and links cover
_TEXT = 500_000_000  # characters; many cells may share one long text
_ROWS = 1 << 20
# Without its place, a cell counts. What lies ahead is looked at first, so that time stays linear.
_BLANK = re.compile(rb'<(?:\w+:)?c (?=[^<>]*/>)(?:[^<>]*\s)?r="[^<>]*/>')
_DIGITS = "0123456789"
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class _Tab(NamedTuple):
    title: str
    part: str
    hidden: bool


@dataclass(slots=True)
class _Workbook:
    """What the sheets of a workbook share."""

    archive: zipfile.ZipFile
    tabs: list[_Tab] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    """Style number → format code."""
    struck: frozenset[int] = frozenset()
    """The numbers of styles that strike a text out."""
    epoch: datetime = EPOCH
    cells: int = 0
    places: int = 0
    text: int = 0

    def take(self, cells: int = 0, places: int = 0, text: int = 0) -> None:
        """Count what all sheets together hold. Raises `SourceError` beyond what a plan could."""
        self.cells += cells
        self.places += places
        self.text += text
        if self.cells > _CELLS or self.places > _PLACES or self.text > _TEXT:
            raise SourceError("file-too-large")


def read(archive: zipfile.ZipFile) -> tuple[Table, ...]:
    """Return the tabs of a workbook in their order.

    Raises `SourceError` for a workbook that is damaged or larger than any plan.
    """
    try:
        parts.index(archive)
        workbook = _Workbook(archive)
        rels = _workbook(workbook)
        for target, kind in rels.values():
            if kind.endswith("/sharedStrings"):
                workbook.strings = _strings(archive, target)
            elif kind.endswith("/styles"):
                workbook.formats, workbook.struck = styles.read(archive, target)
        return tuple(_Sheet(workbook, tab).read() for tab in workbook.tabs)
    except _DAMAGE as error:
        raise SourceError("file-damaged", reason=_damage(error)) from error


def _damage(error: Exception) -> Reason:
    match error:
        case zipfile.BadZipFile() | zlib.error() | EOFError() | NotImplementedError():
            return Reason("archive")
        case expat.ExpatError():
            return Reason("xml")
        case KeyError() | StopIteration():
            return Reason("missing-part")
        case _:
            return Reason("contents")


def _workbook(workbook: _Workbook) -> dict[str, tuple[str, str]]:
    """Fill in tabs and epoch; return the relations: id → (part, kind)."""
    root = parts.relations(workbook.archive, "")
    main = next(part for part, kind in root.values() if kind.endswith("/officeDocument"))
    rels = parts.relations(workbook.archive, main)

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            workbook.epoch = EPOCH_1904
        elif name == "sheet":
            part, kind = rels[
                parts.relation(attributes)
            ]  # a tab that is nowhere is no tab to pass over
            if kind.endswith("/worksheet"):
                hidden = attributes.get("state", "visible") != "visible"
                workbook.tabs.append(_Tab(attributes["name"], part, hidden))

    parts.walk(workbook.archive, main, start)
    return rels


def _strings(archive: zipfile.ZipFile, part: str) -> list[str]:
    found: list[str] = []
    state = {"text": "", "phonetic": ""}

    def start(name: str, _: Mapping[str, str]) -> None:
        if name == "si":
            state["text"] = ""
        elif name == "rPh":
            state["phonetic"] = "yes"

    def end(name: str, text: str) -> None:
        if name == "t" and not state["phonetic"]:
            state["text"] += text
        elif name == "rPh":
            state["phonetic"] = ""
        elif name == "si":
            found.append(_unescape(state["text"]))

    parts.walk(archive, part, start, end)
    return found


class _Sheet:
    """One tab while it is being read."""

    def __init__(self, workbook: _Workbook, tab: _Tab) -> None:
        self._workbook = workbook
        self._tab = tab
        self._rels = parts.relations(workbook.archive, tab.part)
        self._columns: list[list[str]] = []
        self._rich: dict[tuple[int, int], Cell] = {}
        self._merges: list[Merge] = []
        self._hidden: set[int] = set()
        self._struck: set[tuple[int, int]] = set()
        self._row = self._column = -1
        self._said: dict[str, str] = {}
        """The texts of the parts of the cell that is being read."""
        self._type, self._style = "n", "0"
        self._phonetic = False
        self._places = _Places()

    def read(self) -> Table:
        parts.walk(self._workbook.archive, self._tab.part, self._start, self._end, blank=_BLANK)
        if len(self._columns) * max(map(len, self._columns), default=0) > _PLACES:
            raise SourceError("file-too-large")  # one cell far out makes a table of blanks
        return Table(
            self._tab.title,
            tuple(tuple(column) for column in self._columns),
            self._rich,
            tuple(self._merges),
            frozenset(self._hidden),
            hidden=self._tab.hidden,
            struck=frozenset(self._struck),
        )

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "c":
                self._said = {}
                self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
                place = attributes.get("r")
                self._column = self._places[place.rstrip(_DIGITS)] if place else self._column + 1
            case "row":
                self._row = int(attributes.get("r", self._row + 2)) - 1
                if not 0 <= self._row < _ROWS:
                    raise ValueError(self._row)
                self._column = -1
                if attributes.get("hidden") in {"1", "true"}:
                    self._hidden.add(self._row)
            case "rPh":
                self._phonetic = True
            case "mergeCell":
                top, left, bottom, right = _block(attributes["ref"])
                self._workbook.take(places=bottom - top + right - left)
                if (bottom, right) != (top, left):
                    self._merges.append(Merge(top, left, bottom + 1, right + 1))
            case "hyperlink":
                self._link(attributes)
            case _:
                pass

    def _end(self, name: str, text: str) -> None:
        match name:
            case "v" | "f":
                self._said[name] = text
            case "t" if not self._phonetic:
                self._said["t"] = self._said.get("t", "") + text
            case "rPh":
                self._phonetic = False
            case "c":
                self._keep(self._read_cell())
            case _:
                pass

    def _keep(self, cell: Cell) -> None:
        if not cell.text.strip() and cell.value is None and cell.link is None:
            return  # a space typed far out is no reason to make a table of blanks
        while len(self._columns) <= self._column:
            self._columns.append([])
        column = self._columns[self._column]
        gap = self._row - len(column)
        if gap < 0:
            raise SourceError("file-damaged", reason=Reason("order"))
        self._workbook.take(1, gap + 1, len(cell.text))
        column.extend([""] * gap)
        column.append(cell.text)
        if cell.value is not None or cell.link is not None or cell.error:
            self._rich[self._row, self._column] = cell
        if self._workbook.struck and _index(self._style) in self._workbook.struck:
            self._struck.add((self._row, self._column))

    def _read_cell(self) -> Cell:
        raw, formula = self._said.get("v"), self._said.get("f", "")
        link, label = formula_link(f"={formula}") if formula else (None, None)
        match self._type:
            case "s" if raw is not None:
                return Cell(self._workbook.strings[_index(raw)], link=link)
            case "inlineStr":
                return Cell(_unescape(self._said.get("t", "")), link=link)
            case "e" if raw:
                return Cell(raw, link=link, error=True)
            case "b" if raw:
                yes = raw.strip() in {"1", "true"}
                return Cell("ИСТИНА" if yes else "ЛОЖЬ", yes, link)
            case "d" if raw:
                when = datetime.fromisoformat(raw).replace(tzinfo=None)  # wall time of the sheet
                return self._moment((when - self._workbook.epoch).total_seconds() / 86_400, link)
            case "n" if raw:
                return self._moment(_float(raw), link)
            case _:
                pass
        if not raw and "f" in self._said and self._type == "n":
            # Never calculated: better the formula than nothing. One shared with another cell has none.
            return Cell(label or f"={formula or '…'}", link=link)
        return Cell(_unescape(raw or ""), link=link)

    def _moment(self, serial: float, link: str | None) -> Cell:
        style = _index(self._style)
        known = self._workbook.formats
        text, value = _number(
            serial, known[style] if style < len(known) else "General", self._workbook.epoch
        )
        return Cell(text, value, link)

    def _link(self, attributes: Mapping[str, str]) -> None:
        target = self._rels.get(parts.relation(attributes), ("", ""))[0]
        if not target:  # a jump inside the workbook
            return
        if (anchor := attributes.get("location")) and "#" not in target:
            target += f"#{anchor}"
        top, left, bottom, right = _block(attributes["ref"])
        bottom, right = min(bottom, top + 999), min(right, left + 99)
        self._workbook.take(places=(bottom - top + 1) * (right - left + 1))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                text = self._text(row, column)
                if text or (row, column) == (top, left):
                    old = self._rich.get((row, column)) or Cell(text)
                    self._rich[row, column] = Cell(old.text, old.value, target, old.error)

    def _text(self, row: int, column: int) -> str:
        if column >= len(self._columns) or row >= len(self._columns[column]):
            return ""
        return self._columns[column][row]


def _index(raw: str) -> int:
    """Return a place in a list, which Python would count from its end if it were negative."""
    index = int(raw)
    if index < 0:
        raise ValueError(raw)
    return index


def _float(raw: str) -> float:
    """Return a number as files write it: Python would also take «1_000» and other peoples' digits."""
    if "_" in raw or not raw.isascii():
        raise ValueError(raw)
    return float(raw)


@lru_cache(maxsize=65536)
def _number(serial: float, code: str, epoch: datetime) -> tuple[str, Value]:
    """Return what is shown for a number, and the date, the time or the number behind it."""
    format_ = formats.parse(code)
    if format_.elapsed and serial >= 1:  # a duration, not a time of day
        return formats.moment(time(), serial, format_), serial
    if format_.kind is not None:
        days = excel_days(serial) if epoch is EPOCH else serial
        when = None if days is None else moment(days, format_.kind, epoch)
        if when is not None:
            return formats.moment(when, serial, format_), when
        return formats.general(serial), serial
    return formats.number(serial, format_), serial


class _Places(dict[str, int]):
    """The zero-based columns by their letters."""

    def __missing__(self, name: str) -> int:
        _, column = _place(f"{name}1")
        self[name] = column
        return column


def _place(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _block(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    top, left = _place(first)
    bottom, right = _place(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
