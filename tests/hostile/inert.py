"""What each report and export must be, whatever the sheet holds: read back, whole and inert."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import markdown_it
import openpyxl
import vobject

from tochka_sync.exports import ExportFormat
from tochka_sync.reports import ReportFormat

_STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
csv.field_size_limit(1 << 24)  # a whole row as typed is one cell of a package

_RUNS = frozenset(
    {"script", "iframe", "object", "embed", "form", "input", "button", "base", "applet", "frame",
     "plaintext"}
)  # fmt: skip
_SIGNED = re.compile(r"[+-]?\d[\d ().]*(?:;[+-]?\d[\d ().]*)*")
_NUMBER = re.compile(r"[+\-]\s*\d[\d ().\-]*")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def plain(text: str) -> str:
    """A text of lines that steers no terminal."""
    assert not _STEERS.search(text)
    return text


def data(text: str) -> str:
    """JSON that steers no terminal either; its texts one after another."""
    plain(text)
    found: list[str] = []

    def walk(part: object) -> None:
        match part:
            case str():
                found.append(part)
            case list():
                for each in part:
                    walk(each)
            case dict():
                for each in part.values():
                    walk(each)
            case _:
                pass

    walk(json.loads(text))
    return "\n".join(found)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.addresses: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        assert tag not in _RUNS, tag
        self.inside.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name != "style" or tag == "svg" or ":" not in (value or "") or "url" not in value
            if name in {"href", "src", "action", "xlink:href", "data"}:
                self.addresses.append(value or "")

    def handle_data(self, data):
        self.texts.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)


def page(text: str) -> str:
    """HTML that runs nothing, loads nothing and leads only to the web; its text."""
    plain(text)
    found = _Page()
    found.feed(text)
    found.close()
    assert "img" not in found.inside
    for address in found.addresses:
        assert re.match(r"https?://|#|data:,$", address), address
    return "".join(found.texts)


def markdown(text: str) -> str:
    """Markdown that, rendered with raw HTML let through, is such a page."""
    plain(text)
    rendered = markdown_it.MarkdownIt("commonmark").enable("table").render(text)
    return page(rendered.replace("<!-- -->", ""))


def workflow(text: str) -> str:
    """Commands of a runner: only ours, one a line; their messages as the runner shows them."""
    plain(text)
    shown = []
    for line in text.splitlines():
        found = re.fullmatch(r"::(error|warning|notice)( [^:]*)?::(.*)", line)
        assert found, line
        for pair in (found[2] or "").strip().split(","):
            assert pair.partition("=")[0] in {"file", "line", "col", "title", ""}, line
        said = found[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        shown.append(said)
    return "\n".join(shown)


def suites(text: str) -> str:
    """XML of known elements; its texts and names."""
    root = ET.fromstring(text.encode("utf-8"))
    known = {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out", "properties",
             "property", "error"}  # fmt: skip
    assert {element.tag for element in root.iter()} <= known
    return plain(
        "\n".join(
            "\n".join([element.text or "", *element.attrib.values()]) for element in root.iter()
        )
    )


def parted(path: Path) -> None:
    """Assert that no cell calls anything, whatever a spreadsheet takes for the end of one."""
    text = path.read_text("utf-8-sig")
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in row:
                bare = cell.lstrip(" \u00a0\u200b\ufeff")
                assert not bare.startswith(_FORMULA) or _NUMBER.fullmatch(bare), cell


def table(path: Path) -> str:
    """CSV whose rows are of one length and of which no cell is a formula."""
    parted(path)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert not any(cell.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) for cell in cells)
    return plain("\n".join(cells))


def workbook(path: Path) -> str:
    """A workbook without formulas, macros or links out, but to the sheet itself."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert not any("vba" in name or "external" in name.lower() for name in names)
        for name in names:
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))
    texts = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.value
                if cell.hyperlink:
                    assert str(cell.hyperlink.target).startswith("https://docs.google.com/")
                texts.append(str(cell.value or ""))
    return plain("\n".join(texts))


def calendar(path: Path) -> str:
    """A calendar two libraries read alike; what it says of its events."""
    text = path.read_bytes().decode("utf-8")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    others = list(vobject.readOne(text).contents.get("vevent", ()))
    assert [str(event["UID"]) for event in events] == [other.uid.value for other in others]
    allowed = {"UID", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "DESCRIPTION", "LOCATION", "URL",
               "STATUS", "TRANSP", "SEQUENCE", "LAST-MODIFIED", "CREATED", "CATEGORIES", "CLASS"}  # fmt: skip
    assert {name for event in events for name in event} <= allowed
    return plain("\n".join(str(value) for event in events for value in event.values()))


def package(path: Path) -> str:
    """A folder of tables with its description; nothing outside of it."""
    texts = []
    for each in sorted(path.rglob("*")):
        assert each.is_file()
        if each.suffix == ".csv":
            with each.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file))
            assert len({len(row) for row in rows}) <= 1, each
            parted(each)
            cells = [cell for row in rows for cell in row]
            assert not any(
                cell.lstrip(" \u00a0").startswith(_FORMULA) and not _SIGNED.fullmatch(cell)
                for cell in cells
            )
            texts += [plain(cell) for cell in cells]
        else:
            texts.append(data(each.read_text("utf-8")))
    return "\n".join(texts)


REPORTS: Mapping[ReportFormat, Callable[[str], str]] = {
    ReportFormat.TERMINAL: plain,
    ReportFormat.CONCISE: plain,
    ReportFormat.JSON: data,
    ReportFormat.MARKDOWN: markdown,
    ReportFormat.HTML: page,
    ReportFormat.GITHUB: workflow,
    ReportFormat.SARIF: data,
    ReportFormat.JUNIT: suites,
}

EXPORTS: Mapping[ExportFormat, Callable[[Path], str]] = {
    ExportFormat.CSV: table,
    ExportFormat.XLSX: workbook,
    ExportFormat.JSON: lambda path: data(path.read_text("utf-8")),
    ExportFormat.ICS: calendar,
    ExportFormat.PACKAGE: package,
}
