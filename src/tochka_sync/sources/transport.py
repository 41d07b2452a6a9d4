"""Asking a server until it answers properly, within bounds of time, size and politeness.

Waits longer each time and by chance, as long as the server asks, and for a quota until it is
refilled. The body is read as it comes: one that outgrows its bound is let go.
"""

import io
import logging
import queue
import random
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import requests
import urllib3
from google.auth import exceptions
from requests.adapters import HTTPAdapter

from tochka_sync.errors import SourceError, TochkaError

Ask = Callable[[tuple[float, float]], requests.Response]
"""Sends a request, given the seconds to wait for a connection and between bytes."""

Answer = TypeVar("Answer")

_LOG = logging.getLogger(__name__)
_CONNECT = 10.0
_READ = 60.0
_SLICE = 0.2
_CHUNK = 1 << 16
_FIRST_WAIT = {"google-quota": 4.0}
_TRIES = {"google-quota": 6, "google-busy": 7, "google-timeout": 3}
_USUAL_TRIES = 5
_LONGEST_WAIT = 60.0
_FINAL = frozenset(
    {"google-refused", "google-redirect", "google-tls", "google-too-large", "google-changing"}
)
TROUBLE = (OSError, urllib3.exceptions.HTTPError, exceptions.GoogleAuthError)
"""What a request may raise; `OSError` is what requests makes of everything of its own."""


class TooLargeError(Exception):
    """The answer is larger than its bound; nothing of it was kept."""


class _Adapter(HTTPAdapter):
    def __init__(self, end: float) -> None:
        super().__init__()
        self._end = end

    def send(self, *args: Any, **options: Any) -> requests.Response:
        if time.monotonic() > self._end:
            raise requests.Timeout
        return super().send(*args, **options)


@dataclass(slots=True)
class Transport:
    """The patience of one read: `seconds` for everything together."""

    seconds: float
    sleep: Callable[[float], None] = time.sleep
    _end: float = field(init=False)

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.seconds
        # Of a clock that is wrong the certificates tell, and we in the reader's words.
        warnings.simplefilter("ignore", urllib3.exceptions.SystemTimeWarning)

    def get(
        self,
        ask: Ask,
        accept: Callable[[requests.Response], Answer],
        explain: Callable[[Exception], TochkaError],
        limit: int,
    ) -> Answer:
        """Return what `accept` makes of the first proper answer.

        `accept` raises a `TochkaError` for any other answer, and `explain` makes one of a failure;
        a `SourceError` is tried again. Raises the last of them, or `TooLargeError`.
        """
        tried = 0
        while True:
            tried += 1
            response = None
            try:
                response = self._whole(ask, limit)
                return accept(response)
            except SourceError as error:
                problem: TochkaError = error
            except TROUBLE as error:
                problem = explain(error)
            pause = self._pause(problem.code, tried, response)
            if (
                not isinstance(problem, SourceError)
                or problem.code in _FINAL
                or tried >= _TRIES.get(problem.code, _USUAL_TRIES)
                or time.monotonic() + pause >= self._end
            ):
                raise problem
            _LOG.info("%s, try %d; waiting %.0f s", problem.code, tried, pause)
            self.sleep(pause)

    def hold(self, session: requests.Session) -> None:
        """Let a session send nothing any more once time is up, and nobody's password at any time.

        It may have been left behind; and what `.netrc` holds would take the place of our own token.
        """
        session.mount("https://", _Adapter(self._end))
        session.auth = _unchanged

    def _whole(self, ask: Ask, limit: int) -> requests.Response:
        """Ask, and take the answer; in a thread of its own, which is left behind when time is up.

        A name being looked up, headers that trickle and a token on its way know no end of their own.
        """
        done: queue.SimpleQueue[requests.Response | BaseException] = queue.SimpleQueue()

        def work() -> None:
            try:
                response = ask(self._timeouts())
                self._take(response, limit)
                done.put(response)
            except BaseException as error:  # noqa: BLE001 - raised where it is waited for
                nonsense = isinstance(error, ValueError) and not isinstance(error, TROUBLE)
                # requests looks at where a redirect leads even if it does not go there.
                done.put(requests.exceptions.InvalidURL() if nonsense else error)

        threading.Thread(target=work, daemon=True).start()
        while True:
            with suppress(queue.Empty):  # in slices: Windows hears an interrupt only in between
                outcome = done.get(timeout=_SLICE)
                if isinstance(outcome, BaseException):
                    try:
                        raise outcome
                    finally:
                        del outcome  # else it and what it passes by keep each other in memory
                return outcome
            if time.monotonic() > self._end:
                raise requests.ReadTimeout

    def _timeouts(self) -> tuple[float, float]:
        left = max(self._end - time.monotonic(), 0.1)
        return min(_CONNECT, left), min(_READ, left)

    def _take(self, response: requests.Response, limit: int) -> None:
        """Read the body within its bounds and put it where `response.content` finds it."""
        body = io.BytesIO()
        with response:
            while chunk := response.raw.read1(_CHUNK, decode_content=True):
                body.write(chunk)
                if body.tell() > limit:
                    body.close()
                    raise TooLargeError
                if time.monotonic() > self._end:  # a trickle never times out between bytes
                    raise requests.ReadTimeout
        response.raw = io.BytesIO(body.getvalue())  # without the room to grow it is read uncopied

    def _pause(self, code: str, tried: int, response: requests.Response | None) -> float:
        asked = None if response is None else _asked(response)
        longest = min(_FIRST_WAIT.get(code, 1.0) * 2 ** (tried - 1), _LONGEST_WAIT)
        quota = code == "google-quota"
        # A quota is refilled every minute: waiting too little only spends it.
        ours = random.uniform(longest / 2 if quota else 0, longest)  # noqa: S311
        if asked is None:
            return ours
        theirs = asked + random.uniform(0, 1)  # noqa: S311
        return max(ours, theirs) if quota else theirs


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _asked(response: requests.Response) -> float | None:
    """Return how many seconds the server asks to wait."""
    asked = response.headers.get("Retry-After", "")
    if asked.isdecimal():
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
        return max((until - parsedate_to_datetime(response.headers["Date"])).total_seconds(), 0)
    except (ValueError, TypeError, KeyError):
        return None
