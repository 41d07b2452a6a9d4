"""Who is responsible."""

from dataclasses import dataclass

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the cell names them; the last name in the nominative."""

    last: str
    initials: str
    """«А.П.», without spaces; «А.» where no patronymic is given."""
    first: str | None = None
    patronymic: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The people a cell names, and a role that stands alone («руководитель центра»)."""

    persons: tuple[Person, ...]
    role: str | None = None


def read(cell: Cell, context: Context) -> Reading[People]:
    """Read names."""
    raise NotImplementedError(cell, context)
