"""Whether a contract of network co-operation is concluded (the order's point 2.2)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


class ContractStatus(StrEnum):
    """How far a contract is; «не требуется» is a valid final state."""

    SIGNED = "signed"
    IN_PROGRESS = "in_progress"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract as the cell states it."""

    status: ContractStatus
    number: str | None = None
    date: dt.date | None = None
    addendum: str | None = None
    """The number of an additional agreement."""
    due: dt.date | None = None
    """By when it is promised."""


def read(cell: Cell, context: Context) -> Reading[Contract]:
    """Read the state of a contract."""
    raise NotImplementedError(cell, context)
