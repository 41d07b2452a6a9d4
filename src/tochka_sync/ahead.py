"""Waiting for many things at once, and taking them in their order.

The threads are few, and may run ahead by no more than a few things, so that only those are held.
"""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

READERS = 8
"""Threads: a read takes Google a second or two, and its quota is five a second."""
AHEAD = 16
_SLICE = 0.2


class Outcome(Generic[Made]):
    """What became of work done elsewhere: asking for it gives what was made or raises the fault."""

    def __init__(self) -> None:
        self._done: queue.SimpleQueue[Made | BaseException] = queue.SimpleQueue()

    def put(self, made: Made | BaseException) -> None:
        """Hand over what was made, or what went wrong."""
        self._done.put(made)

    def get(self) -> Made:
        """Wait for what was made."""
        while True:
            with suppress(queue.Empty):  # in slices: Windows hears an interrupt only in between
                made = self._done.get(timeout=_SLICE)
                if isinstance(made, BaseException):
                    raise made
                return made


def ahead(
    work: Callable[[Item], Made], items: Sequence[Item], readers: int = READERS, room: int = AHEAD
) -> Iterator[Outcome[Made]]:
    """Do the work of items in threads and give the outcomes in the order of the items.

    The threads are left behind when the program ends: an interrupt waits for no server.
    """
    outcomes = [Outcome[Made]() for _ in items]
    places = threading.Semaphore(room)
    todo = iter(enumerate(items))
    lock = threading.Lock()

    def labour() -> None:
        while True:
            places.acquire()
            with lock:
                at, item = next(todo, (None, None))
            if at is None:
                return
            try:
                outcomes[at].put(work(item))  # type: ignore[arg-type]
            except BaseException as error:  # noqa: BLE001 - raised where the outcome is asked for
                outcomes[at].put(error)

    for _ in range(min(readers, len(items))):
        threading.Thread(target=labour, daemon=True).start()
    for outcome in outcomes:
        yield outcome
        places.release()
