"""Telephone numbers."""

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


def read(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read telephone numbers, as E.164."""
    raise NotImplementedError(cell, context)
