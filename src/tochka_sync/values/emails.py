"""E-mail addresses."""

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


def read(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read e-mail addresses, the domain in lower case."""
    raise NotImplementedError(cell, context)
