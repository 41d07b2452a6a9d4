"""Whom an event is for."""

from dataclasses import dataclass
from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


class Who(StrEnum):
    """A group of people an event is for."""

    STUDENTS = "students"
    TEACHERS = "teachers"
    PRIMARY_TEACHERS = "primary_teachers"
    YOUNG_TEACHERS = "young_teachers"
    TR_TEACHERS = "tr_teachers"
    TR_HEADS = "tr_heads"
    DEPUTY_HEADS = "deputy_heads"
    PRESCHOOL = "preschool"
    PARENTS = "parents"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant, with the grades (1–11) where pupils are."""

    who: tuple[Who, ...]
    grades: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()
    """Single classes by their letter: «9А»."""
    age: tuple[int, int] | None = None
    """Years of age, where the cell gives ages and no grades."""
    tags: tuple[str, ...] = ()
    """«ОВЗ» and the like."""


def read(cell: Cell, context: Context) -> Reading[Audience]:
    """Read an audience."""
    raise NotImplementedError(cell, context)
