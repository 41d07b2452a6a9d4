"""Whether people meet in a room or on a screen."""

from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


class Format(StrEnum):
    """How an event is attended."""

    OFFLINE = "offline"
    ONLINE = "online"
    MIXED = "mixed"
    REMOTE_ASYNC = "remote_async"


def read(cell: Cell, context: Context) -> Reading[Format]:
    """Read a format."""
    raise NotImplementedError(cell, context)
