"""What a source is, by what it looks like: a spreadsheet of Google's, or a file.

Accepts any link that names a spreadsheet, a bare id and a path; an existing file wins. Refuses
published links (`/d/e/2PACX-…`), other kinds of documents and other sites, each with its reason.
The only module that knows the shapes of links; it opens nothing.
"""

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from tochka_sync.errors import ConfigError
from tochka_sync.pattern import Pattern


class Kind(StrEnum):
    """What a source is."""

    SPREADSHEET = "spreadsheet"
    FILE = "file"


class Location(NamedTuple):
    """Where a plan is: a spreadsheet by its id, or a file by its path."""

    kind: Kind
    spreadsheet: str | None = None
    gid: int | None = None
    """The tab a link points to."""
    path: Path | None = None

    @property
    def url(self) -> str | None:
        """Return the address that opens the spreadsheet, at its tab if one is named."""
        if self.spreadsheet is None:
            return None
        tab = "" if self.gid is None else f"#gid={self.gid}"
        return f"https://docs.google.com/spreadsheets/d/{self.spreadsheet}/edit{tab}"


_WRAPPING = " \t\r\n\"'`<>«»“”„"
_SCHEME = Pattern(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HOST = r"(?:docs|drive|spreadsheets|sheets)\.google\.com"
_REDIRECT = r"www\.google\.[a-z]{2,3}(?:\.[a-z]{2})?"
_BARE_HOST = Pattern(rf"(?:{_HOST}|{_REDIRECT}|forms\.gle)/", re.IGNORECASE)
_LINK_IN_TEXT = Pattern(rf"https?://(?:{_HOST}|{_REDIRECT})/[^\s<>\"«»]+", re.IGNORECASE)
_SITE = Pattern(r"(?:[a-zа-я0-9-]+\.)+[a-zа-я]{2,}/\S*", re.IGNORECASE)
_ID = Pattern(r"[A-Za-z0-9_-]{25,120}")
_IN_PATH = Pattern(r"/d/([^/?#]+)")
_GID = Pattern(r"\d{1,10}")
_OTHER_DOCUMENTS = {
    "document": "link-document",
    "presentation": "link-document",
    "drawings": "link-document",
    "forms": "link-form",
}
_PLAN_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".xls", ".ods")


def locate(text: str) -> Location:
    """Tell what a source is from its text.

    Raises `ConfigError` for text that names neither a spreadsheet nor a file.
    """
    trimmed = text.strip(_WRAPPING)
    if not trimmed:
        raise ConfigError("link-empty")
    if _is_file(trimmed):
        return _file(trimmed)
    if inside := _LINK_IN_TEXT.search(trimmed):
        return _link(inside.group())
    if scheme := _SCHEME.match(trimmed):
        if scheme[1].lower() == "file":
            return _file_url(urlsplit(trimmed))
        return _link(trimmed)
    if _BARE_HOST.match(trimmed):
        return _link(f"https://{trimmed}")
    if _ID.fullmatch(trimmed):
        return Location(Kind.SPREADSHEET, trimmed)
    if _SITE.fullmatch(trimmed) and not trimmed.lower().endswith(_PLAN_SUFFIXES):
        return _link(f"https://{trimmed}")
    return _file(trimmed)


def _is_file(text: str) -> bool:
    try:
        return expanded(text).is_file()
    except (OSError, ValueError):  # too long, a NUL: not a path at all
        return False


def _file(text: str) -> Location:
    return Location(Kind.FILE, path=expanded(text))


def expanded(text: str) -> Path:
    """Return a path with `~` written out; where the system knows no home, as in some containers, as it is."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _file_url(url: SplitResult) -> Location:
    from urllib.request import url2pathname  # noqa: PLC0415 - brings the HTTP client with it

    path = url2pathname(url.path)
    if url.netloc and url.netloc != "localhost":
        path = f"//{url.netloc}{path}"
    return Location(Kind.FILE, path=Path(path))


def _link(text: str) -> Location:
    try:
        url = urlsplit(text)
        host = (url.hostname or "").lower()
    except ValueError:
        raise ConfigError("link-unknown", link=text) from None
    query = {name: values[0] for name, values in parse_qs(url.query).items()}
    if re.fullmatch(_REDIRECT, host) and url.path == "/url":
        return _link(query.get("q") or query.get("url") or "")  # as copied from a letter
    if host == "forms.gle":
        raise ConfigError("link-form", link=text)
    if not re.fullmatch(_HOST, host):
        raise ConfigError("link-foreign", link=text, host=host)
    return _google(url, query, text)


def _google(url: SplitResult, query: dict[str, str], text: str) -> Location:
    parts = [part for part in unquote(url.path).split("/") if part]
    if "folders" in parts or "folderview" in parts:
        raise ConfigError("link-folder", link=text)
    for part in parts:
        if part in _OTHER_DOCUMENTS:
            raise ConfigError(_OTHER_DOCUMENTS[part], link=text)
        if part == "d":
            break
    if "/d/e/" in url.path:
        raise ConfigError("link-published", link=text)
    found = _IN_PATH.search(url.path)
    spreadsheet = found[1] if found else query.get("id") or query.get("key") or ""
    if not spreadsheet:
        raise ConfigError("link-no-id", link=text)
    if not _ID.fullmatch(spreadsheet):
        raise ConfigError("link-broken-id", link=text, id=spreadsheet)
    return Location(Kind.SPREADSHEET, spreadsheet, _gid(url, query))


def _gid(url: SplitResult, query: dict[str, str]) -> int | None:
    in_fragment = parse_qs(url.fragment).get("gid", [""])[0]
    for gid in (in_fragment, query.get("gid", "")):  # the fragment is what the browser shows
        if _GID.fullmatch(gid):
            return int(gid)
    return None
