"""Which school of the registry a cell names: kind, number and settlement decide."""

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read the one school a cell names; the value is its registry id."""
    raise NotImplementedError(cell, context)


def read_list(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read all schools a cell names, as registry ids in the order named."""
    raise NotImplementedError(cell, context)
