"""What an event is called."""

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read a title; a type named before the quotes goes to `also`."""
    raise NotImplementedError(cell, context)
