"""A spreadsheet from a Python description, in Google's shapes and as an exported workbook."""

import datetime as dt
import io
import re
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

Json = dict[str, Any]

ID = "1StandInStandInStandInStandInStandIn_-abcde0"
EPOCH = dt.datetime.fromisoformat("1899-12-30")


@dataclass(frozen=True)
class Shown:
    """A cell that is more than its value."""

    value: object = None
    text: str | None = None
    """What is shown, where it is not what the value would show."""
    format: str | None = None
    """A number format's type: DATE, TIME, DATE_TIME, PERCENT, …"""
    link: str | None = None
    formula: str | None = None
    error: str | None = None
    """An error's type: REF, VALUE, …"""
    runs: tuple[str, ...] = ()
    """Links of parts of the text."""
    chip: str | None = None
    note: str | None = None
    struck: bool = False


@dataclass
class Tab:
    """One tab: rows of values, as the sheet holds them."""

    title: str
    rows: list[list[object]] = field(default_factory=list)
    gid: int = 0
    hidden: bool = False
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """top, left, bottom, right; ends exclusive."""
    hidden_rows: set[int] = field(default_factory=set)
    filtered_rows: set[int] = field(default_factory=set)
    size: tuple[int, int] = (1000, 26)
    kind: str = "GRID"


@dataclass
class Spreadsheet:
    """A spreadsheet and who may read it."""

    title: str
    tabs: list[Tab]
    id: str = ID
    locale: str = "ru_RU"
    timezone: str = "Asia/Yakutsk"
    modified: str = "2023-06-01T21:29:57.884Z"
    """When it was last changed, as Drive says it."""
    readers: set[str] = field(default_factory=lambda: {"anyone"})
    """E-mails, or `anyone` with the link."""

    def describe(self) -> Json:
        """Everything `spreadsheets.get` can give, grid data included."""
        return {
            "spreadsheetId": self.id,
            "properties": {
                "title": self.title,
                "locale": self.locale,
                "autoRecalc": "ON_CHANGE",
                "timeZone": self.timezone,
            },
            "sheets": [_describe(tab, index) for index, tab in enumerate(self.tabs)],
            "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{self.id}/edit",
        }

    def values(self, area: str, render: str, dates: str, major: str) -> Json | None:
        """What `values.get` gives for a range; `None` if there is no such range."""
        found = re.fullmatch(
            r"(?:'((?:[^']|'')*)'|([^'!]+))(?:!([A-Z]+)(\d*):([A-Z]+)(\d*))?", area
        )
        if found is None:
            return None
        title = (found[1] or found[2] or "").replace("''", "'")
        tab = next((tab for tab in self.tabs if tab.title == title), None)
        if tab is None:
            return None
        left, top = column(found[3] or "A"), int(found[4] or 1) - 1
        right = min(column(found[5]) + 1 if found[5] else tab.size[1], tab.size[1])
        bottom = min(int(found[6] or tab.size[0]), tab.size[0])
        rows = [
            [_rendered(cell, render, dates) for cell in (*row, *[None] * right)[left:right]]
            for row in tab.rows[top:bottom]
        ]
        if major == "COLUMNS":
            rows = [list(each) for each in zip(*rows, strict=True)]
        quoted = (
            title
            if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", title)
            else "'{}'".format(title.replace("'", "''"))
        )
        answer: Json = {
            "range": f"{quoted}!{letters(left)}{top + 1}:{letters(right - 1)}{bottom}",
            "majorDimension": major,
        }
        if values := _trimmed([_trimmed(row, "") for row in rows], []):
            answer["values"] = values
        return answer

    def workbook(self) -> bytes:
        """The spreadsheet as it is exported to .xlsx."""
        data = io.BytesIO()
        with xlsxwriter.Workbook(data) as book:
            for tab in self.tabs:
                sheet = book.add_worksheet(tab.title)
                if tab.hidden:
                    sheet.hide()
                for top, left, bottom, right in tab.merges:
                    sheet.merge_range(top, left, bottom - 1, right - 1, "")
                for row, cells in enumerate(tab.rows):
                    for at, cell in enumerate(cells):
                        _export(book, sheet, (row, at), cell)
        return data.getvalue()


def column(letters_: str) -> int:
    """A → 0."""
    number = 0
    for letter in letters_:
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters(number: int) -> str:
    """0 → A."""
    text = ""
    while number >= 0:
        number, digit = divmod(number, 26)
        text, number = chr(65 + digit) + text, number - 1
    return text


def serial(value: dt.date | dt.datetime | dt.time) -> float:
    """Days since the epoch, as the sheet counts."""
    if isinstance(value, dt.time):
        value = dt.datetime.combine(EPOCH, value)
    elif not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    days = (value - EPOCH) / dt.timedelta(days=1)
    return int(days) if days == int(days) else days


def _describe(tab: Tab, index: int) -> Json:
    rows, columns = tab.size
    described: Json = {
        "properties": {
            "sheetId": tab.gid,
            "title": tab.title,
            "index": index,
            "sheetType": tab.kind,
            "gridProperties": {"rowCount": rows, "columnCount": columns},
        }
    }
    if tab.hidden:
        described["properties"]["hidden"] = True
    if tab.kind != "GRID":
        del described["properties"]["gridProperties"]
        return described
    grid: Json = {}
    cells = [_trimmed([_cell(value) for value in row], {}) for row in tab.rows]
    if data := _trimmed([{"values": row} if row else {} for row in cells], {}):
        grid["rowData"] = data
    grid["rowMetadata"] = [_row(tab, row) for row in range(rows)]
    grid["columnMetadata"] = [{"pixelSize": 100} for _ in range(columns)]
    described["data"] = [grid]
    if tab.merges:
        described["merges"] = [_merge(tab.gid, block) for block in tab.merges]
    return described


def _row(tab: Tab, row: int) -> Json:
    described: Json = {"pixelSize": 21}
    if row in tab.hidden_rows:
        described["hiddenByUser"] = True
    if row in tab.filtered_rows:
        described["hiddenByFilter"] = True
    return described


def _merge(gid: int, block: tuple[int, int, int, int]) -> Json:
    top, left, bottom, right = block
    described = {"sheetId": gid} if gid else {}  # left out when it is 0, as in the recordings
    return described | {
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def _cell(value: object) -> Json:
    cell = value if isinstance(value, Shown) else Shown(value)
    held, kind, text = _held(cell.value)
    if cell.error:
        held, text = {"errorValue": {"type": cell.error, "message": "Ошибка"}}, f"#{cell.error}!"
    text = text if cell.text is None else cell.text
    if not held and not cell.link:
        return {"note": cell.note} if cell.note else {}
    described: Json = {
        "userEnteredValue": {"formulaValue": cell.formula} if cell.formula else held,
        "effectiveValue": held,
    }
    if text:
        described["formattedValue"] = text
    if kind := cell.format or kind:
        described["effectiveFormat"] = {"numberFormat": {"type": kind, "pattern": "…"}}
    if cell.struck:
        described["userEnteredFormat"] = {"textFormat": {"strikethrough": True}}
    if cell.link:
        described["hyperlink"] = cell.link
    if cell.runs:
        described["textFormatRuns"] = [
            {"startIndex": at, "format": {"link": {"uri": link}}} if at else
            {"format": {"link": {"uri": link}}}
            for at, link in enumerate(cell.runs)
        ]  # fmt: skip
    if cell.chip:
        described["chipRuns"] = [{"chip": {"richLinkProperties": {"uri": cell.chip}}}]
    if cell.note:
        described["note"] = cell.note
    return described


def _held(value: object) -> tuple[Json, str | None, str]:
    """An extended value, its format's type and the text a Russian sheet shows."""
    match value:
        case None | "":
            return {}, None, ""
        case bool():
            return {"boolValue": value}, None, "ИСТИНА" if value else "ЛОЖЬ"
        case int() | float():
            return {"numberValue": value}, None, f"{value:g}".replace(".", ",")
        case dt.datetime():
            return {"numberValue": serial(value)}, "DATE_TIME", f"{value:%d.%m.%Y %H:%M:%S}"
        case dt.date():
            return {"numberValue": serial(value)}, "DATE", f"{value:%d.%m.%Y}"
        case dt.time():
            return {"numberValue": serial(value)}, "TIME", f"{value:%H:%M}"
        case _:
            return {"stringValue": str(value)}, None, str(value)


def _rendered(value: object, render: str, dates: str) -> object:
    described = _cell(value)
    text = described.get("formattedValue", "")
    held = described.get("effectiveValue", {})
    kind = described.get("effectiveFormat", {}).get("numberFormat", {}).get("type", "")
    dated = kind.startswith(("DATE", "TIME"))
    if render == "FORMATTED_VALUE" or "errorValue" in held:
        return text
    if dated and dates == "FORMATTED_STRING" and render == "UNFORMATTED_VALUE":
        return text
    return next(iter(held.values()), "")


def _trimmed(items: list[Any], empty: object) -> list[Any]:
    while items and items[-1] == empty:
        items = items[:-1]
    return items


def _export(book, sheet, place: tuple[int, int], value: object) -> None:
    cell = value if isinstance(value, Shown) else Shown(value)
    match cell.value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(*place, cell.value)
        case int() | float():
            sheet.write_number(*place, cell.value)
        case dt.datetime() | dt.date() | dt.time():
            formats = {dt.datetime: "dd.mm.yyyy hh:mm:ss", dt.date: "dd.mm.yyyy", dt.time: "hh:mm"}
            format_ = book.add_format({"num_format": formats[type(cell.value)]})
            sheet.write_number(*place, serial(cell.value), format_)
        case _ if cell.link:
            sheet.write_url(*place, cell.link, string=str(cell.value))
        case _:
            sheet.write_string(*place, str(cell.value))
