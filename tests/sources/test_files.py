"""Files of every kind, and everything that is not one. Workbooks are written by xlsxwriter."""

import datetime as dt
import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tochka_sync.errors import AccessError, ConfigError, SourceError
from tochka_sync.sources import files

NOW = dt.datetime(2023, 6, 3, 4, tzinfo=dt.UTC)
PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le")


def workbook() -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.add_worksheet("План").write("A1", "Школа")
    return data.getvalue()


def charts_alone() -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    book.create_chartsheet("График")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    "spell",
    [
        lambda name: name.replace("sharedStrings", "SharedStrings"),
        lambda name: name.replace("/", "\\"),
        lambda name: f"/{name.upper()}",
    ],
    ids=["another case", "backslashes", "from the root"],
)
def test_the_parts_of_a_workbook_are_found_however_they_are_spelt(tmp_path, spell):
    with zipfile.ZipFile(io.BytesIO(workbook())) as book:
        parts = {spell(name): book.read(name) for name in book.namelist()}
    (tmp_path / "plan.xlsx").write_bytes(archive(parts))
    assert files.read(tmp_path / "plan.xlsx", NOW).tables[0].text(0, 0) == "Школа"


def refused(path: Path) -> tuple[str, int]:
    with pytest.raises((ConfigError, AccessError, SourceError)) as error:
        files.read(path, NOW)
    assert error.value.facts["path"] == str(path)
    return error.value.code, error.value.exit_code


def test_a_file_is_what_its_bytes_say_whatever_its_name(tmp_path):
    (tmp_path / "план.csv").write_bytes(workbook())
    book = files.read(tmp_path / "план.csv", NOW)
    assert book.origin.kind == "xlsx"
    assert book.tables[0].text(0, 0) == "Школа"


def test_a_book_remembers_its_name_its_moment_and_the_files(tmp_path):
    path = tmp_path / "план.csv"
    path.write_text("Школа;Дата\n", encoding="utf-8")
    os.utime(path, (1685698200, 1685698200))
    origin = files.read(path, NOW).origin
    assert (origin.kind, origin.name, origin.read_at) == ("csv", "план.csv", NOW)
    assert origin.modified == dt.datetime(2023, 6, 2, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("year", [1970, 1980, 2010])
def test_a_moment_no_plan_was_changed_at_is_none(tmp_path, year):
    path = tmp_path / "plan.csv"
    path.write_text("Школа", encoding="utf-8")
    moment = dt.datetime(year, 1, 1, 12, tzinfo=dt.UTC).timestamp()
    os.utime(path, (moment, moment))
    assert files.read(path, NOW).origin.modified is None


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("plan.xlsx", PASSWORD, ("file-password", 3)),
        ("plan.xls", OLD, ("file-xls", 2)),
        ("plan.xlsx", b"", ("file-damaged", 4)),
        ("plan.xlsx", b"not a workbook", ("file-damaged", 4)),
        ("plan.xlsx", workbook()[:-400], ("file-damaged", 4)),
        ("plan.xlsx", b"PK\x03\x04", ("file-damaged", 4)),
        ("plan.xlsx", charts_alone(), ("no-tabs", 2)),
        ("plan.ods", archive({"mimetype": b"x", "content.xml": b"<x/>"}), ("file-ods", 2)),
        ("plan.xlsb", archive({"xl/workbook.bin": b"x"}), ("file-xlsb", 2)),
        ("plan.docx", archive({"word/document.xml": b"<x/>"}), ("file-binary", 2)),
        ("plan.pdf", b"%PDF-1.7\n", ("file-binary", 2)),
        ("plan.csv", b"\x89PNG\r\n\x1a\n", ("file-binary", 2)),
        ("plan.csv", b"a;b\0c", ("file-binary", 2)),
        ("plan.xls", b"<html><table><tr><td>1</td></tr></table>", ("file-html", 2)),
        ("plan.csv", "\ufeff<!DOCTYPE html>".encode(), ("file-html", 2)),
        (
            "plan.csv",
            b'<!doctype html><form action="https://accounts.google.com/v3/signin">',
            ("file-web-page", 2),
        ),
        ("plan.xlsx", b"<html><input type=password></html>", ("file-web-page", 2)),
        ("plan.xlsx", archive({"xl/sharedStrings.xml": bytes(20 << 20)}), ("file-bomb", 4)),
    ],
)
def test_what_is_no_plan_is_refused_with_its_reason(tmp_path, name, data, expected):
    (tmp_path / name).write_bytes(data)
    assert refused(tmp_path / name) == expected


def test_an_archive_with_a_password_is_no_access(tmp_path):
    data = bytearray(workbook())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + offset] |= 1
    (tmp_path / "plan.xlsx").write_bytes(bytes(data))
    assert refused(tmp_path / "plan.xlsx") == ("file-password", 3)


def test_a_folder_is_no_file(tmp_path):
    assert refused(tmp_path) == ("file-is-folder", 2)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert refused(tmp_path / "pipe.csv") == ("file-not-regular", 2)


def test_a_missing_file_is_told_with_similar_ones_beside_it(tmp_path):
    assert refused(tmp_path / "plan.xlsx") == ("file-missing", 3)
    (tmp_path / "plan-2023.xlsx").write_bytes(b"")
    (tmp_path / "photo.jpg").write_bytes(b"")
    with pytest.raises(AccessError) as error:
        files.read(tmp_path / "plan_2023.xlsx", NOW)
    assert error.value.code == "file-missing-near"
    assert error.value.facts["candidates"] == "plan-2023.xlsx"


def test_a_path_through_a_file_is_missing_too(tmp_path):
    (tmp_path / "plan.csv").write_bytes(b"x")
    assert refused(tmp_path / "plan.csv" / "plan.csv") == ("file-missing", 3)


@pytest.mark.parametrize("name", ["a\0b.csv", "x" * 5000])
def test_what_cannot_be_a_path_is_refused(tmp_path, name):
    assert refused(tmp_path / name)[1] in {2, 3}


def test_a_file_that_may_not_be_read_is_no_access(tmp_path, monkeypatch):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "plan.csv").write_bytes(b"x")
    monkeypatch.setattr(Path, "open", forbidden)  # the mode bits do not stop root
    assert refused(tmp_path / "plan.csv") == ("file-unreadable", 3)
