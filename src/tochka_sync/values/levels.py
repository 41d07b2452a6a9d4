"""For how wide a circle an event is held."""

from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


class Level(StrEnum):
    """From one school to the world."""

    SCHOOL = "school"
    INTER_SCHOOL = "inter_school"
    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    FEDERAL = "federal"
    INTERNATIONAL = "international"


def read(cell: Cell, context: Context) -> Reading[Level]:
    """Read a level."""
    raise NotImplementedError(cell, context)
