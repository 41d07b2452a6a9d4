"""A file as a book: a workbook (.xlsx, .xlsm) or separated text (.csv, .tsv, .txt).

What a file is, its first bytes say, whatever it is called. Refuses folders, other formats,
passwords, and archives that unpack to more than a plan could be. The file is read once, whole.
"""

import difflib
import io
import os
import re
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from tochka_sync.errors import AccessError, ConfigError, Reason, SourceError
from tochka_sync.sources import csv
from tochka_sync.sources.serials import PLAUSIBLE
from tochka_sync.table import Book, Origin, Table

_LARGEST = 512 << 20
_UNPACKED = 1 << 30
_MEMBERS = 10_000
_SUSPICIOUS = 16 << 20  # unpacked bytes of one member from which its ratio is looked at
_RATIO = 250  # a sheet of blank formatted rows packs 1:40, a bomb about 1:1000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SUFFIXES = frozenset({".xlsx", ".xlsm", ".csv", ".tsv", ".txt"})
_PAGE = 1 << 20
"""Bytes of a page in which it is looked whether it is one of an account, not a table saved as a page."""
_OF_AN_ACCOUNT = re.compile(
    rb"accounts\.google\.com|passport\.yandex|type\s*=\s*[\"']?password", re.IGNORECASE
)
_FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
            b"SQLite", b"{\\rtf", b"MZ", b"\x7fELF")  # fmt: skip


def read(path: Path, now: datetime) -> Book:
    """Return the tables of a file.

    Raises `AccessError` for a file that is not there or may not be read, `ConfigError` for one
    that is no plan, `SourceError` for a damaged one.
    """
    data, modified = _bytes(path)
    kind, tables = read_bytes(data, path)
    return Book(Origin(kind, path.name, now, modified=modified), tables)


def read_bytes(data: bytes, path: Path) -> tuple[str, tuple[Table, ...]]:
    """Return what kind of file the bytes are, `xlsx` or `csv`, and its tables."""
    try:
        if data.startswith(b"PK"):
            return "xlsx", _workbook(data)
        _refuse_foreign(data, path)
        return "csv", (csv.read(data, path.stem),)
    except (ConfigError, SourceError, AccessError) as error:
        error.facts.setdefault("path", str(path))
        raise


def _bytes(path: Path) -> tuple[bytes, datetime | None]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ConfigError("file-is-folder", path=str(path))
        if not stat.S_ISREG(status.st_mode):
            raise ConfigError("file-not-regular", path=str(path))
        if status.st_size > _LARGEST:
            raise SourceError("file-too-large", path=str(path))
        with path.open("rb") as file:
            data = file.read(status.st_size + 1)
            after = os.fstat(file.fileno())
        if (len(data), status.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise SourceError("file-changed", path=str(path))
        return data, _moment(status.st_mtime)
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(path) from None
    except PermissionError:
        raise AccessError("file-unreadable", path=str(path)) from None
    except ValueError:
        raise ConfigError("file-not-regular", path=str(path)) from None
    except OSError as error:
        raise AccessError("file-unopened", path=str(path), reason=Reason.of(error)) from error


def _moment(seconds: float) -> datetime | None:
    """Return when a file was last changed; a moment no plan can be of is none."""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ArithmeticError, ValueError, OSError):
        return None
    return moment if PLAUSIBLE[0] <= moment.year <= PLAUSIBLE[1] else None


def _missing(path: Path) -> AccessError:
    try:
        beside = [other.name for other in path.parent.iterdir() if other.suffix in _SUFFIXES]
    except OSError:
        beside = []
    near = difflib.get_close_matches(path.name, beside, n=3, cutoff=0.5)
    if near:
        return AccessError("file-missing-near", path=str(path), candidates="; ".join(near))
    return AccessError("file-missing", path=str(path))


def _refuse_foreign(data: bytes, path: Path) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise AccessError("file-password")
        raise ConfigError("file-xls")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<table", b"<meta")):
        raise ConfigError("file-web-page" if _OF_AN_ACCOUNT.search(data, 0, _PAGE) else "file-html")
    if data.startswith(_FOREIGN):
        raise ConfigError("file-binary")
    if path.suffix.lower() in {".xlsx", ".xlsm", ".xls"}:
        raise SourceError("file-damaged", reason=Reason("no-workbook"))


def _workbook(data: bytes) -> tuple[Table, ...]:
    from tochka_sync.sources import parts, xlsx  # noqa: PLC0415 - separated text needs none of it

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise SourceError("file-damaged", reason=Reason("archive")) from error
    with archive:
        members = archive.infolist()
        _refuse_bomb(members)
        if any(member.flag_bits & 1 for member in members):
            raise AccessError("file-password")
        names = {parts.spelt(member.filename) for member in members}
        if len(names) < len(members):  # two programs would read two plans out of it
            raise SourceError("file-damaged", reason=Reason("twins"))
        if "mimetype" in names or "content.xml" in names:
            raise ConfigError("file-ods")
        if "xl/workbook.bin" in names:
            raise ConfigError("file-xlsb")
        if not any(name.startswith("xl/") for name in names):
            raise ConfigError("file-binary")
        tables = xlsx.read(archive)
    if not tables:
        raise ConfigError("no-tabs")
    return tables


def _refuse_bomb(members: list[zipfile.ZipInfo]) -> None:
    large = [member for member in members if member.file_size > _SUSPICIOUS]
    if (
        len(members) > _MEMBERS
        or sum(member.file_size for member in members) > _UNPACKED
        or any(member.file_size > _RATIO * max(member.compress_size, 1) for member in large)
    ):
        raise SourceError("file-bomb")
