"""A Google sheet read through its interface: one request, all tabs, one moment.

Only for reading. A sheet too large for one answer is read by columns. Credentials go to Google's
own hosts: a redirect is not followed.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Self

import gspread
import requests
from google.auth.transport.requests import AuthorizedSession, Request
from gspread.urls import DRIVE_FILES_API_V3_URL, SPREADSHEET_URL, SPREADSHEET_VALUES_BATCH_URL
from pydantic_core import from_json

from tochka_sync.errors import AccessError, SourceError
from tochka_sync.sources import grid, refusals
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import Secrets
from tochka_sync.sources.identity import DATING, SCOPES, Identity, identify
from tochka_sync.sources.pace import Pace
from tochka_sync.sources.serials import PLAUSIBLE
from tochka_sync.sources.transport import TooLargeError, Transport
from tochka_sync.table import Book, Origin, Table

LIMIT = 64 << 20
"""Bytes of one answer; of values alone, which take less room once they are read, twice as many."""
SHAPELESS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a description raises that is not shaped like one."""


def read(spreadsheet: str, access: Access, secrets: Secrets, now: datetime, timeout: float) -> Book:
    """Return all tabs of a spreadsheet.

    Raises `AccessError`, `SourceError` or `ConfigError`; a part of a sheet is never returned.
    """
    who = _who(access, secrets)
    try:
        with Sheet(spreadsheet, who, Transport(timeout), pace=secrets.pace) as sheet:
            about, tables = sheet.read()
    except AccessError as error:
        error.facts.setdefault("spreadsheet", spreadsheet)
        if error.code == "access-login-expired" and who.login:
            with suppress(OSError):  # where it was put for reading alone, it is for others to mend
                who.login.unlink()  # so that the next run on a laptop asks anew
        raise
    origin = Origin(
        "google",
        _text(about, "title") or "",
        now,
        spreadsheet,
        str(access),
        timezone=_text(about, "timeZone"),
        locale=_text(about, "locale"),
    )
    return Book(origin, tables)


def _text(about: Mapping[str, Any], name: str) -> str | None:
    stated = about.get(name)
    return stated if isinstance(stated, str) else None


def modified(spreadsheet: str, access: Access, secrets: Secrets, timeout: float) -> datetime:
    """Return when a spreadsheet was last changed, as Drive tells those who may ask it.

    To be asked after the sheet was read: then nothing that was read is younger. Has a token of its
    own, so that a refusal costs no sheet. Raises `AccessError`, `SourceError` or `ConfigError`.
    """
    who = _who(access, secrets, DATING)
    try:
        with Sheet(spreadsheet, who, Transport(timeout)) as sheet:
            return sheet.modified()
    except AccessError as error:
        error.facts.setdefault("spreadsheet", spreadsheet)
        raise


def _who(access: Access, secrets: Secrets, scopes: tuple[str, ...] = SCOPES) -> Identity:
    """Return who reads, the same for all plans of a run: one token is enough for them."""
    known = secrets.opened.get((access, scopes))
    if not isinstance(known, Identity):
        known = secrets.opened[access, scopes] = identify(access, secrets, scopes)
    return known


def _decoded(body: bytes) -> object:
    """Return what is written in JSON; nothing where it is not JSON."""
    # Straight from bytes, short texts that recur as one object: a quarter of the pages of memory,
    # and for ten million cells 1.5 s less than by `json`, which alone takes half a surrogate pair.
    with suppress(ValueError):
        return from_json(body, cache_strings="all")
    with suppress(ValueError, RecursionError):
        return json.loads(body)
    return None


def _moment(answer: Mapping[str, Any]) -> datetime:
    moment = datetime.fromisoformat(answer["modifiedTime"])
    if moment.tzinfo is None or not PLAUSIBLE[0] <= moment.year <= PLAUSIBLE[1]:
        raise ValueError(moment)
    return moment


class _Straight(requests.Session):
    """Takes no redirect: what asks for a token carries a secret, and goes where it was sent."""

    def request(self, *args: Any, **options: Any) -> requests.Response:
        """Send a request and return whatever answers it."""
        return super().request(*args, **{**options, "allow_redirects": False})


class Sheet:
    """One spreadsheet, opened by someone."""

    def __init__(
        self,
        spreadsheet: str,
        who: Identity,
        transport: Transport,
        limit: int = LIMIT,
        *,
        pace: Pace | None = None,
    ) -> None:
        self._pace = pace or Pace()
        self._spreadsheet = spreadsheet
        self._who = who
        self._transport = transport
        self._limit = limit
        self._kept: tuple[bytes, dict[str, Any]] = b"", {}
        self._tokens = _Straight()
        session = AuthorizedSession(who.credentials, auth_request=Request(self._tokens))
        self._session = gspread.authorize(who.credentials, session=session).http_client.session
        for each in (self._tokens, session):
            transport.hold(each)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()
        self._tokens.close()

    def read(self) -> tuple[Mapping[str, Any], tuple[Table, ...]]:
        """Return what the spreadsheet says of itself, and its tabs."""
        try:
            return self._read()
        except SHAPELESS as error:
            raise SourceError("google-partial") from error

    def describe(self, mask: str) -> dict[str, Any]:
        """Ask for the parts of a spreadsheet that a mask names."""
        params = {"fields": f"spreadsheetId,{mask}"}
        return self._get(SPREADSHEET_URL % self._spreadsheet, params, grid.tabs)

    def modified(self) -> datetime:
        """Ask when the file was last changed."""
        params = {"fields": "modifiedTime", "supportsAllDrives": "true"}
        url = f"{DRIVE_FILES_API_V3_URL}/{self._spreadsheet}"
        try:
            answer = self._get(url, params, _moment)
            return _moment(answer)
        except (*SHAPELESS, TooLargeError) as error:
            raise SourceError("google-partial") from error

    def values(self, ranges: Sequence[str], render: str) -> dict[str, Any]:
        """Ask for the values of ranges by columns, as shown or as held.

        What is held is the answer of what is shown, the same object, where both say the same to
        the letter, as they do of text alone: to read it again would take half of the time.
        """
        shown = render == "FORMATTED_VALUE"
        params = {
            "ranges": ranges,
            "majorDimension": "COLUMNS",
            "valueRenderOption": render,
            "dateTimeRenderOption": "SERIAL_NUMBER",
        }
        url = SPREADSHEET_VALUES_BATCH_URL % self._spreadsheet
        return self._get(url, params, grid.columns, 2 * self._limit, keep=shown)

    def _read(self) -> tuple[Mapping[str, Any], tuple[Table, ...]]:
        try:
            answer = self.describe(grid.MASK)
        except TooLargeError:
            answer = None
        if answer is not None:
            return answer["properties"], grid.tables(answer)
        from tochka_sync.sources import bulk  # noqa: PLC0415 - 4 ms, for few sheets

        return bulk.read(self)

    def _get(
        self,
        url: str,
        params: Mapping[str, str | Sequence[str]],
        check: Callable[[dict[str, Any]], object],
        limit: int | None = None,
        *,
        keep: bool = False,
    ) -> dict[str, Any]:
        """Return an answer that is an object and that `check` finds whole."""

        def ask(timeouts: tuple[float, float]) -> requests.Response:
            self._pace.wait()
            return self._session.request(
                "GET",
                url,
                params={**params, "prettyPrint": "false"},
                timeout=timeouts,
                stream=True,
                allow_redirects=False,
            )

        def accept(response: requests.Response) -> dict[str, Any]:
            if response.status_code != requests.codes.ok:
                if response.status_code == requests.codes.too_many_requests:
                    self._pace.slow()
                raise refusals.answer(response, self._who)
            answer = self._parsed(response, keep=keep)
            if answer.get("spreadsheetId", self._spreadsheet) != self._spreadsheet:
                raise SourceError("google-other-sheet")
            check(answer)
            return answer

        return self._transport.get(
            ask, accept, lambda error: refusals.failure(error, self._who), limit or self._limit
        )

    def _parsed(self, response: requests.Response, *, keep: bool) -> dict[str, Any]:
        """Return an answer that is an object; of one that was kept and is the same, the same."""
        kind = response.headers.get("Content-Type", "")
        # From what was read: what `content` keeps would live as long as the response.
        body = response.raw.read() if "json" in kind else b""
        (known, same), self._kept = self._kept, (b"", {})
        if body and body == known:
            return same
        del known, same  # before the next is made: both are large
        answer = _decoded(body)
        if not isinstance(answer, dict):
            raise SourceError("google-not-json", kind=kind.partition(";")[0] or "?")
        if keep:
            self._kept = body, answer
        return answer
