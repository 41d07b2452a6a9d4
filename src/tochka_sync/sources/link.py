"""A Google sheet that anyone with the link may see, read without credentials.

Takes the sheet as a workbook, so tabs have titles and no numbers. A sign-in page, a page for
people or an answer from another host is never taken for a plan.
"""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import requests

from tochka_sync.errors import AccessError, ConfigError, Reason, SourceError, TochkaError
from tochka_sync.sources import files, refusals
from tochka_sync.sources.transport import TooLargeError, Transport
from tochka_sync.table import Book, Origin, Table

_EXPORT = "https://docs.google.com/spreadsheets/d/{}/export"
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+google(?:usercontent)?\.com")
"""In full, since what two programs take for the end of a host's name may differ (`evil\\.google.com`)."""
_SIGN_IN = "accounts.google.com"
_SIGN_IN_PAGE = re.compile(rb"accounts\.google\.com|sign[ -]?in|ServiceLogin", re.IGNORECASE)
_LIMIT = 64 << 20
_HOPS = 5


def read(spreadsheet: str, now: datetime, timeout: float) -> Book:
    """Return all tabs of a shared spreadsheet.

    Raises `AccessError` for one that is not shared, `SourceError` for an answer that is no sheet.
    """
    try:
        return fetch(spreadsheet, now, Transport(timeout))
    except AccessError as error:
        error.facts.setdefault("spreadsheet", spreadsheet)
        raise


def fetch(spreadsheet: str, now: datetime, transport: Transport) -> Book:
    """Return all tabs, as patiently as `transport` is."""
    with requests.Session() as session:
        transport.hold(session)

        def ask(timeouts: tuple[float, float]) -> requests.Response:
            return _follow(session, _EXPORT.format(spreadsheet), timeouts)

        def accept(response: requests.Response) -> Book:
            name = _name(_accept(response)) or spreadsheet
            return Book(Origin("link", name, now, spreadsheet, "link"), _tables(response.content))

        try:
            return transport.get(ask, accept, refusals.failure, _LIMIT)
        except TooLargeError:
            raise SourceError("google-too-large") from None


def _tables(data: bytes) -> tuple[Table, ...]:
    """Return the tabs of a workbook; what is wrong with it is told as of an answer, not of a file."""
    try:
        return files.read_bytes(data, Path("sheet.xlsx"))[1]
    except (AccessError, ConfigError) as error:
        if error.code == "no-tabs":
            raise
        raise SourceError("google-not-a-workbook") from error
    except SourceError as error:
        code = "google-cut" if error.code == "file-damaged" else "google-too-large"
        raise SourceError(code) from error


def _follow(
    session: requests.Session, url: str, timeouts: tuple[float, float]
) -> requests.Response:
    """Go where Google sends, as long as it is Google's."""
    params: dict[str, str] | None = {"format": "xlsx"}
    for _ in range(_HOPS):
        response = session.get(
            url, params=params, timeout=timeouts, stream=True, allow_redirects=False
        )
        params = None
        if not response.is_redirect:
            return response
        response.close()
        url, host = _there(url, response.headers["Location"])
        if host == _SIGN_IN:
            raise AccessError("google-not-public")
        if not _HOST.fullmatch(host) or not url.startswith("https://"):
            raise SourceError("google-redirect", status=response.status_code)
    raise SourceError("google-redirect", status=requests.codes.found)


def _there(url: str, location: str) -> tuple[str, str]:
    """Return the address a redirect leads to, and its host; of an address that is none, none."""
    try:
        there = urljoin(url, location)
        return there, urlsplit(there).hostname or ""
    except ValueError:
        return "", ""


def _accept(response: requests.Response) -> requests.Response:
    status = response.status_code
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if status == requests.codes.ok and response.content.startswith(b"PK"):
        return response
    raise _refused(status, kind, response)


def _refused(status: int, kind: str, response: requests.Response) -> TochkaError:
    if status == requests.codes.ok:
        if kind == "text/html" and _SIGN_IN_PAGE.search(response.content):
            return AccessError("google-not-public")
        return SourceError("google-not-a-workbook")
    if status in {401, 403}:
        return AccessError("google-not-public")
    if status in {400, 404, 410}:
        return AccessError("google-no-sheet")
    if status == 429:
        return SourceError("google-quota")
    if status == 408 or status >= 500:
        return SourceError("google-busy", status=status)
    return SourceError("google-refused", status=status, reason=Reason("silent"))


def _name(response: requests.Response) -> str:
    """Return the spreadsheet's title, which the answer gives as a file's name."""
    given = response.headers.get("Content-Disposition", "")
    _, found, encoded = given.partition("filename*=UTF-8''")
    if found:
        return unquote(encoded.partition(";")[0]).removesuffix(".xlsx")
    return given.partition('filename="')[2].partition('"')[0].removesuffix(".xlsx")
