"""How many take part."""

from dataclasses import dataclass
from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


class Qualifier(StrEnum):
    """What the cell says about its number beside the number."""

    ABOUT = "about"
    MORE = "more"
    AT_LEAST = "at_least"
    LESS = "less"
    AT_MOST = "at_most"
    ALL = "all"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Participants:
    """People and organisations counted; what the cell does not say is `None`."""

    total: int | None = None
    students: int | None = None
    teachers: int | None = None
    parents: int | None = None
    organisations: int | None = None
    teams: int | None = None
    classes: int | None = None
    team_size: int | None = None
    min: int | None = None
    max: int | None = None
    qualifier: Qualifier | None = None
    students_qualifier: Qualifier | None = None


def read(cell: Cell, context: Context) -> Reading[Participants]:
    """Read a count."""
    raise NotImplementedError(cell, context)
