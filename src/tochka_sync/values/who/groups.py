"""The groups of people an event may be for, and what is known of them while a cell is read."""

from dataclasses import dataclass
from enum import StrEnum

from tochka_sync.values.reading import Remark


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


class Seen:
    """What the tokens before the present one have said."""

    def __init__(self, notes: tuple[Remark, ...]) -> None:
        self.who: dict[Who, None] = {}
        self.grades: dict[int, None] = {}
        self.classes: dict[str, None] = {}
        self.tags: dict[str, None] = {}
        self.age: tuple[int, int] | None = None
        self.notes = notes
        self.counted = False
        self.left_out: str | None = None
        self.last = ""
        """The kind of the group last named, while what follows may describe it."""
        self.before = ""
        """The kind of the group before the comma or the «и»."""
        self.teams = ""
        """The last number of people or teams said with what it counts."""
        self.word = ""
        """What the group last named is called."""
        self.chain: list[str] = []
        """Teachers and heads just named: «руководители и педагоги центров «Точка роста»»."""
        self.fresh = False
        """Whether the last group was named for the first time."""
        self.heads = False
        """Whether heads are named and nobody said of what."""
        self.bare = False
        """Whether some grades stand without «класс»."""
        self.headed = False
        """Whether «классы» stands before what comes: «классы: 5, 8»."""
        self.shared = False
        """Whether pupils stand right before it, of no grades yet: «учащиеся и учителя 8-9 классов»."""
