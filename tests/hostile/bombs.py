"""Files made to break who reads them: each is small, and asks for much."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

from tests.program import PLAN

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LAUGHS = (
    "<!DOCTYPE x ["
    + '<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)


def workbook(
    sheet: bytes | str | Iterator[bytes] = "<worksheet/>",
    strings: bytes | str = "<sst/>",
    styles: str = "<styleSheet/>",
    *,
    sheets: int = 1,
    rels: str = "",
    more: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A workbook of hand-made parts."""
    data = io.BytesIO()
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(sheets)
    )
    tabs = "".join(f'<sheet name="П{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(sheets))
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{_OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships>{related}<Relationship Id="s"'
        f' Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t"'
        f' Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": strings,
        "xl/styles.xml": styles,
        "xl/worksheets/_rels/s0.xml.rels": f"<Relationships>{rels}</Relationships>",
        **(more or {}),
    }
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        pieces = sheet if isinstance(sheet, Iterator) else [_bytes(sheet)]
        with archive.open("xl/worksheets/s0.xml", "w", force_zip64=True) as part:
            for piece in pieces:
                part.write(piece)
        for n in range(1, sheets):
            archive.writestr(f"xl/worksheets/s{n}.xml", _bytes(sheet))
    return data.getvalue()


def _bytes(text: object) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode()


def _rows(body: str) -> str:
    return f"<worksheet><sheetData>{body}</sheetData></worksheet>"


def _zeros(total: int) -> Iterator[bytes]:
    yield b"<worksheet>"
    for _ in range(total >> 20):
        yield b" " * (1 << 20)
    yield b"</worksheet>"


def _noise(total: int) -> bytes:
    """Bytes that pack badly, so that no ratio gives them away."""
    return random.Random(1).randbytes(total // 2).hex().encode()


def _overlapping() -> bytes:
    """One deflated member, which the directory names ten thousand times."""
    base = io.BytesIO(workbook(" " * (15 << 20)))
    with zipfile.ZipFile(base, "a") as archive:
        info = archive.getinfo("xl/worksheets/s0.xml")
        for n in range(9000):
            twin = zipfile.ZipInfo(f"xl/x{n}.xml")
            twin.header_offset, twin.CRC = info.header_offset, info.CRC
            twin.compress_size, twin.file_size = info.compress_size, info.file_size
            twin.compress_type = info.compress_type
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
        archive._didModify = True  # type: ignore[attr-defined]
    return base.getvalue()


def _lying() -> bytes:
    """A member that unpacks to far more than its directory says."""
    data = workbook(_zeros(64 << 20))
    return data.replace(struct.pack("<L", (64 << 20) + 23), struct.pack("<L", 1000))


def _link_rel() -> str:
    return (
        f'<Relationship Id="h" Type="{_OFFICE}/hyperlink" Target="https://evil.example/"'
        ' TargetMode="External"/>'
    )


CHEAP: Mapping[str, tuple[Callable[[], bytes], int | tuple[int, ...]]] = {
    "a bomb of one sheet": (lambda: workbook(_zeros(256 << 20)), 4),
    "a directory that names one member often": (_overlapping, 4),
    "a member larger than it says": (_lying, 4),
    "a billion laughs in the strings": (
        lambda: workbook(strings=f"{_LAUGHS}<sst><si><t>&j;</t></si></sst>"), 4),
    "a billion laughs in the sheet": (lambda: workbook(_LAUGHS + _rows("&j;")), 4),
    "an entity from a file": (
        lambda: workbook('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + _rows("&e;")), 4),
    "a sheet elsewhere": (
        lambda: workbook(more={"xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r0"'
        f' Type="{_OFFICE}/worksheet" Target="https://evil.example/s.xml" TargetMode="External"/>'
        "</Relationships>"}), 4),
    "a sheet outside the archive": (
        lambda: workbook(more={"xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r0"'
        f' Type="{_OFFICE}/worksheet" Target="../../../../etc/passwd"/></Relationships>'}), 4),
    "a cell at the far end": (
        lambda: workbook(_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 4),
    "a row beyond all rows": (lambda: workbook(_rows('<row r="99999999999"/>')), 4),
    "numbers of any size": (
        lambda: workbook(_rows("".join(f'<row r="{n}"><c><v>{v}</v></c></row>' for n, v in
        enumerate(("1e999", "-1e999", "nan", "1e-999", "9" * 400), 1)))), (1, 4)),
    "a number of many digits": (
        lambda: workbook(_rows(f'<row r="{"1" * 5000}"><c><v>1</v></c></row>')), 4),
    "a merge of everything, a thousand times": (
        lambda: workbook("<worksheet><sheetData/><mergeCells>"
        + '<mergeCell ref="A1:XFD1048576"/>' * 1000 + "</mergeCells></worksheet>"), 4),
    "links over everything": (
        lambda: workbook("<worksheet><sheetData/><hyperlinks>"
        + '<hyperlink ref="A1:XFD1048576" r:id="h" xmlns:r="x"/>' * 5000
        + "</hyperlinks></worksheet>", rels=_link_rel()), 4),
    "tags without an end": (lambda: workbook(b"<worksheet><sheetData>" + b"<c r=" * (3 << 20)), 4),
    "attributes without an end": (
        lambda: workbook(b"<worksheet><sheetData><c " + b' r="' * (1 << 20)), 4),
    "elements without an end": (lambda: workbook(b"<a>" * 500_000), 4),
    "a format of percents": (
        lambda: workbook(_rows('<row r="1"><c s="0"><v>5</v></c></row>'),
        styles=f'<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0{"%" * 9_000_000}"/></numFmts>'
        '<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'), (1, 4)),
    "separated text that is none": (lambda: bytes(range(256)) * 4000, 2),
    "a quote without an end": (lambda: b'"' + "а;".encode() * 3_000_000, 4),
    "one row of quoted line ends": (lambda: b'"\n";' * 8_000_000, 4),
    "one line of separators": (lambda: b";" * 30_000_000, 4),
    "ten thousand columns": (lambda: PLAN.encode() + b"a;" * 10_000 + b"\n", 1),
    "a wide row and a million blank ones": (lambda: b"a;" * 10_000 + b"\n" * 1_000_000, 4),
    "a million blank rows": (lambda: PLAN.encode() + b";;;;\n" * 1_000_000 + PLAN.encode(), 1),
}  # fmt: skip
"""What → the file, and how the run must end."""

DEAR: Mapping[str, tuple[Callable[[], bytes], int | tuple[int, ...]]] = {
    "a bomb that packs no better than a plan": (
        lambda: workbook(_rows("<row>" + "<c><v>1</v></c>" * 8 + "</row>") * 200_000), 4),
    "many sheets, each of many cells": (
        lambda: workbook(_rows(("<row>" + "<c><v>7</v></c>" * 20 + "</row>") * 20_000), sheets=26), 4),
    "one long text in a million cells": (
        lambda: workbook(_rows('<row><c t="s"><v>0</v></c></row>' * 400_000),
        strings=f"<sst><si><t>{'длинный текст ' * 2000}</t></si></sst>"), 4),
    "a cell of ten million letters": (
        lambda: workbook(_rows(f'<row><c t="inlineStr"><is><t>{_noise(10 << 20).decode()}</t></is></c></row>')),
        4),
    "forty megabytes of plan": (
        lambda: (PLAN + 'СОШ №9;"' + "слово " * 3000 + '";1.02.2024;8 класс;Иванова А.П.\n')
        .encode()[:-1] + (("СОШ №9;" + "слово " * 5000 + ";1.02.2024;8 класс;Иванова А.П.\n") * 700).encode(),
        1),
    "half a gigabyte of nothing known": (lambda: b"\xe0\xe1;" * 150_000_000, (4,)),
    "a hundred megabytes of nothing known": (lambda: b"\xe0\xe1;" * 42_000_000, (2, 4)),
    "a hundred megabytes of noise": (lambda: _noise(120 << 20), (1, 2, 4)),
    "two hundred megabytes": (lambda: b"a;b\n" * (50 << 20), 4),
}  # fmt: skip
"""What takes seconds to make or to refuse."""
