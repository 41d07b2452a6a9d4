"""The styles of a workbook: how its cells are shown, by the numbers the cells give."""

import zipfile
from collections.abc import Mapping

from tochka_sync.sources import formats, parts

_FORMAT = 255
"""The longest a format may be."""


def read(archive: zipfile.ZipFile, part: str) -> tuple[list[str], frozenset[int]]:
    """Return the format codes by the numbers of styles, and which styles strike a text out."""
    custom: dict[str, str] = {}
    used: list[str] = []
    fonts = 0
    struck: set[str] = set()
    drawn: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal fonts
        inside.append(name)
        if name == "numFmt" and "numFmts" in inside:
            custom[attributes["numFmtId"]] = attributes.get("formatCode", "")[:_FORMAT]
        elif name == "font" and "fonts" in inside:
            fonts += 1
        elif name == "strike" and "fonts" in inside:
            if attributes.get("val", "1") not in {"0", "false"}:
                struck.add(str(fonts - 1))
        elif name == "xf" and "cellXfs" in inside:
            used.append(attributes.get("numFmtId", "0"))
            drawn.append(attributes.get("fontId", "0"))

    def end(_name: str, _text: str) -> None:
        inside.pop()

    parts.walk(archive, part, start, end)
    codes = [custom.get(number) or formats.BUILTIN.get(int(number), "General") for number in used]
    return codes, frozenset(style for style, font in enumerate(drawn) if font in struck)
