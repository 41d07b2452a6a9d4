"""Google's description of a spreadsheet as tables.

Takes what `spreadsheets.get` answers to `MASK`, and refuses an answer that lacks a part: a tab
without its cells must not look like an empty one.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tochka_sync.errors import ConfigError, SourceError
from tochka_sync.sources.links import formula_link
from tochka_sync.sources.serials import Kind, moment
from tochka_sync.table import Cell, Merge, Table, Value

_ABOUT = "spreadsheetId,properties(title,locale,timeZone)"
_TAB = (
    "properties(sheetId,title,index,sheetType,hidden,gridProperties(rowCount,columnCount)),merges"
)
_LINKS = (
    "hyperlink,userEnteredValue(formulaValue),textFormatRuns(format(link(uri))),"
    "chipRuns(chip(richLinkProperties(uri)))"
)
_ROWS = "rowMetadata(hiddenByUser,hiddenByFilter)"


def _mask(cell: str) -> str:
    return f"{_ABOUT},sheets({_TAB},data(startRow,startColumn,rowData(values({cell})),{_ROWS}))"


MASK = _mask(
    "formattedValue,effectiveValue(numberValue,boolValue,errorValue),"
    f"effectiveFormat(numberFormat(type)),userEnteredFormat(textFormat(strikethrough)),{_LINKS}"
)
"""Everything a table holds, in one answer."""
LINKS_MASK = _mask(_LINKS)
"""All but the values, for a sheet whose one answer would be too large; what is struck out is not told."""

_TALLEST = 10_000_000  # a sheet has ten million cells at most
_WIDEST = 18_278
_PLACES = 20_000_000  # cells with the blanks above them

Json = Mapping[str, Any]


def tables(answer: Json) -> tuple[Table, ...]:
    """Return the tabs in their order."""
    return tuple(table(tab) for tab in tabs(answer))


def tabs(answer: Json) -> list[Json]:
    """Return the descriptions of the tabs that have cells, in their order.

    Raises `SourceError` for an answer that is not whole, `ConfigError` where no tab has cells.
    """
    listed = answer.get("sheets")
    if not isinstance(answer.get("properties"), dict) or not isinstance(listed, list) or not listed:
        raise SourceError("google-partial")
    found = []
    for tab in listed:
        properties = tab.get("properties") if isinstance(tab, dict) else None
        if not isinstance(properties, dict) or not isinstance(properties.get("title"), str):
            raise SourceError("google-partial")
        if properties.get("sheetType", "GRID") != "GRID":  # a chart on a tab of its own
            continue
        if not isinstance(tab.get("data"), list) or not tab["data"]:
            raise SourceError("google-partial")
        found.append(tab)
    if not found:
        raise ConfigError("no-tabs")
    return sorted(found, key=lambda tab: int(tab["properties"].get("index", 0)))


def columns(answer: Json) -> list[list[Any]]:
    """Return the columns of an answer for one range; blank ones at its end are left out.

    Raises `SourceError` for an answer that is not whole.
    """
    found = answer.get("valueRanges")
    if not isinstance(found, list) or len(found) != 1 or "range" not in found[0]:
        raise SourceError("google-partial")
    held: list[list[Any]] = found[0].get("values", [])
    return held


def table(tab: Json) -> Table:
    """Return one tab as a table."""
    columns: list[list[str]] = []
    rich: dict[tuple[int, int], Cell] = {}
    struck: set[tuple[int, int]] = set()
    places = 0
    for row, column, described in cells(tab):
        cell = _cell(described)
        if cell.text:
            if _is_struck(described):
                struck.add((row, column))
            places += _put(columns, row, column, cell.text)
            if places > _PLACES:
                raise SourceError("google-too-large")
        if cell.value is not None or cell.link is not None or cell.error:
            rich[row, column] = cell
    return build(tab, columns, rich)._replace(struck=frozenset(struck))


def build(
    tab: Json, columns: Iterable[Iterable[str]], rich: Mapping[tuple[int, int], Cell]
) -> Table:
    """Return a table of given cells with what the description says of the tab itself."""
    properties = tab["properties"]
    return Table(
        properties["title"],
        tuple(tuple(column) for column in columns),
        rich,
        tuple(_merge(block) for block in tab.get("merges", ())),
        frozenset(_hidden_rows(tab)),
        int(properties.get("sheetId", 0)),
        hidden=bool(properties.get("hidden", False)),
    )


def cells(tab: Json) -> Iterator[tuple[int, int, Json]]:
    """Go through the described cells with their zero-based rows and columns."""
    for block in tab["data"]:
        left, top = _start(block, "startColumn", _WIDEST), _start(block, "startRow", _TALLEST)
        for row, described in enumerate(block.get("rowData", ()), top):
            for column, cell in enumerate(described.get("values", ()), left):
                if cell:
                    yield row, column, cell
                elif cell is None:
                    raise SourceError("google-partial")


def link(cell: Json) -> str | None:
    """Return the address behind a cell, or those behind parts of its text, a line each."""
    if found := cell.get("hyperlink"):
        return str(found)
    runs = [run.get("format", {}).get("link", {}) for run in cell.get("textFormatRuns", ())]
    chips = [run.get("chip", {}).get("richLinkProperties", {}) for run in cell.get("chipRuns", ())]
    if behind := dict.fromkeys(str(each["uri"]) for each in (*runs, *chips) if each.get("uri")):
        return "\n".join(behind)
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    return formula_link(str(formula))[0] if formula else None


def _cell(described: Json) -> Cell:
    text = described.get("formattedValue", "")
    if not isinstance(text, str):
        raise SourceError("google-partial")
    held = described.get("effectiveValue") or {}
    value: Value = None
    if "numberValue" in held:
        value = _number(held["numberValue"], described)
    elif "boolValue" in held:
        value = bool(held["boolValue"])
    return Cell(text, value, link(described), error="errorValue" in held)


def _is_struck(described: Json) -> bool:
    """Tell whether somebody struck out the whole cell; a rule that does so says that it is done."""
    format_ = described.get("userEnteredFormat")
    return bool(format_ and format_.get("textFormat", {}).get("strikethrough"))


def _number(serial: float, described: Json) -> Value:
    kind = described.get("effectiveFormat", {}).get("numberFormat", {}).get("type")
    if kind in _KINDS:
        return moment(serial, Kind(kind)) or float(serial)
    return float(serial)


_KINDS = frozenset(kind.value for kind in Kind)


def _start(block: Json, name: str, bound: int) -> int:
    """Return where a block of cells begins. Raises `SourceError` for a place no sheet has."""
    start = int(block.get(name, 0))
    if not 0 <= start < bound:
        raise SourceError("google-partial")
    return start


def _put(columns: list[list[str]], row: int, column: int, text: str) -> int:
    """Put a text in its place, below blanks where there are any; return how many places it took.

    Raises `SourceError` for a place that is taken: no answer tells of a cell twice.
    """
    while len(columns) <= column:
        columns.append([])
    gap = row - len(columns[column])
    if gap < 0:
        raise SourceError("google-partial")
    columns[column].extend([""] * gap)
    columns[column].append(text)
    return gap + 1


def _merge(block: Json) -> Merge:
    merge = Merge(
        int(block.get("startRowIndex", 0)),
        int(block.get("startColumnIndex", 0)),
        int(block["endRowIndex"]),
        int(block["endColumnIndex"]),
    )
    if not (0 <= merge.top < merge.bottom and 0 <= merge.left < merge.right):
        raise SourceError("google-partial")
    return merge


def _hidden_rows(tab: Json) -> Iterator[int]:
    for block in tab["data"]:
        for row, kept in enumerate(block.get("rowMetadata", ()), int(block.get("startRow", 0))):
            if kept.get("hiddenByUser") or kept.get("hiddenByFilter"):
                yield row
