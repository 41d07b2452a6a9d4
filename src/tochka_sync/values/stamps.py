"""When a row was submitted («Отметка времени»)."""

from datetime import date, datetime

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


def read(cell: Cell, context: Context) -> Reading[datetime | date]:
    """Read a submission time: a moment with the plan's zone, or a bare date where no time is given."""
    raise NotImplementedError(cell, context)
