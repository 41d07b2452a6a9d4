"""A snapshot as a file: the sheet as it was, to look at or to put back.

A workbook gets every tab, its merges, links, hidden rows and what is struck out; text stays text, and a number or a
day is typed where that shows the same, or more of its digits. Separated text gets one tab, to the letter.
"""

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from tochka_sync.errors import WriteError
from tochka_sync.table import Cell, Table
from tochka_sync.visible import visible

_LONGEST = 32_767
"""The most a workbook's cell may hold."""
_ROWS, _COLUMNS = 1_048_576, 16_384
"""The most a workbook's tab may hold."""
_LINK = re.compile(r"(?:https?://|mailto:).{,1900}\Z", re.DOTALL)
_TITLE = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_FIRST_YEAR, _LARGEST = 1900, 1e300
"""The days of a workbook begin there, and its numbers end before infinity."""
_SHORTENED = re.compile(r"\d[eEеЕ]\+\d")
"""«8,91412E+10»: what a narrow column shows of a number, fewer digits than it has."""
_DAY, _MOMENT, _PLAIN = "dd.mm.yyyy", "dd.mm.yyyy hh:mm", "General"
_Looks = dict[tuple[str, bool], Any]
"""Formats of a workbook by how a number is shown, and whether the text is struck out."""


def workbook(tables: Sequence[Table]) -> bytes:
    """Return the tabs as a workbook.

    Raises `WriteError` for a cell longer or a tab larger than a workbook may hold.
    """
    for table in tables:
        if table.height > _ROWS or table.width > _COLUMNS:
            raise WriteError("history-large-tab", tab=table.title)
    import xlsxwriter  # noqa: PLC0415 - a fortieth of a second, for one command

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    looks = {
        (name, struck): book.add_format({"num_format": name, "font_strikeout": struck})
        for name in (_DAY, _MOMENT, _PLAIN)
        for struck in (False, True)
    }
    looks[_PLAIN, False] = None
    taken: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_title(table.title, taken))
        _fill(sheet, table, looks)
        if table.hidden and any(not other.hidden for other in tables):
            sheet.hide()
    if first := next((n for n, table in enumerate(tables) if not table.hidden), None):
        book.worksheets()[first].activate()
        book.worksheets()[first].set_first_sheet()
    book.close()
    return out.getvalue()


def separated(table: Table) -> str:
    """Return one tab as separated text, as Russian Excel opens it."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in range(table.height):
        rows.writerow(table.text(row, column) for column in range(table.width))
    return "\ufeff" + out.getvalue()


def _fill(sheet: Any, table: Table, looks: _Looks) -> None:
    from xlsxwriter.exceptions import OverlappingRange  # noqa: PLC0415

    for merge in table.merges:
        bottom, right = min(merge.bottom, table.height), min(merge.right, table.width)
        if (bottom - merge.top) * (right - merge.left) > 1 and bottom > merge.top:
            with suppress(OverlappingRange):  # a damaged workbook has blocks across one another
                sheet.merge_range(merge.top, merge.left, bottom - 1, right - 1, "")
    for column in range(table.width):  # over the merges, which would blank what they cover
        for row in range(table.height):
            cell = table.cell(row, column)
            if cell.text:
                _write(sheet, row, column, cell, looks, struck=(row, column) in table.struck)
    for row in table.hidden_rows:
        sheet.set_row(row, None, None, {"hidden": True})


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: _Looks, *, struck: bool) -> None:
    """Write one cell; typed only where the type shows what the sheet showed."""
    value, text = cell.value, visible(cell.text)
    if len(text) > _LONGEST:
        raise WriteError("history-long-cell", row=row + 1, column=column + 1)
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        value = None
    if isinstance(value, datetime) and text == f"{value:%d.%m.%Y %H:%M}":
        sheet.write_datetime(row, column, value, looks[_MOMENT, struck])
    elif isinstance(value, date) and text == f"{value:%d.%m.%Y}":
        sheet.write_datetime(row, column, value, looks[_DAY, struck])
    elif (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) < _LARGEST
        and (text == f"{value:g}" or _SHORTENED.search(text))
    ):
        sheet.write_number(row, column, value, looks[_PLAIN, struck])
    elif not (cell.link and _LINK.match(cell.link)) or sheet.write_url(
        row, column, cell.link.split("\n")[0], looks[_PLAIN, True] if struck else None, string=text
    ):  # refused: a workbook takes so many links and no more
        sheet.write_string(row, column, text, looks[_PLAIN, struck])


def _title(title: str, taken: set[str]) -> str:
    """Return a name a workbook takes for a tab, once."""
    name = _FORBIDDEN.sub(" ", visible(title)).strip("' ")[:_TITLE].rstrip("' ") or "Лист"
    unique, number = name, 1
    while unique.lower() in taken:
        number += 1
        unique = f"{name[: _TITLE - 3]} {number}"
    taken.add(unique.lower())
    return unique
