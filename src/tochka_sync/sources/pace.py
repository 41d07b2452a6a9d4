"""How fast Google may be asked: its quota is kept by design, not found out by being refused.

A project may read 300 times a minute, one person or service account 60 times unless the project's
owner has raised it. The program asks at the project's pace, and at a person's once it was refused.
"""

import threading
import time
from collections import deque
from collections.abc import Callable

_MINUTE = 60.5
"""Seconds; a little more, since what we send together need not come together."""
_PROJECT = 296
_PERSON = 55


class Pace:
    """The requests of one run, of all its threads together."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.clock = clock
        self.sleep = sleep
        self._limit = _PROJECT
        self._sent: deque[float] = deque()
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Wait until one more request is within the quota, and count it."""
        while pause := self._pause():
            self.sleep(pause)

    def slow(self) -> None:
        """Go on at the pace of one person."""
        with self._lock:
            self._limit = _PERSON

    def _pause(self) -> float:
        """Count a request, or return for how many seconds there is no room for it."""
        with self._lock:
            now = self.clock()
            while self._sent and self._sent[0] <= now - _MINUTE:
                self._sent.popleft()
            if len(self._sent) < self._limit:
                self._sent.append(now)
                return 0.0
            return max(self._sent[len(self._sent) - self._limit] + _MINUTE - now, 0.001)
