"""Towns and villages."""

from dataclasses import dataclass

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement by its name in the nominative and its type («г.», «п.», «с.»)."""

    name: str
    type: str | None


def read(cell: Cell, context: Context) -> Reading[Settlement]:
    """Read a settlement."""
    raise NotImplementedError(cell, context)
