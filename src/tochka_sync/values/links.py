"""Where an event was written about."""

from dataclasses import dataclass

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses on the net, and a printed publication; either is coverage (the order's point 2.3)."""

    urls: tuple[str, ...]
    print_media: str | None = None


def read(cell: Cell, context: Context) -> Reading[Links]:
    """Read references to publications."""
    raise NotImplementedError(cell, context)
