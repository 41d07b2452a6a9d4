"""One school, as the registry gives it, and many of them by column."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Annotated, NamedTuple, overload

from pydantic import Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""Stays the same for ever: reports and exports name the school by it."""
Number = Annotated[int, Field(ge=1)]
OpenedIn = Annotated[int, Field(ge=2019, le=2100)]
"""The year a «Точка роста» opened."""


class School(NamedTuple):
    """A school and what the rules need to know of it; what nobody said is `None`.

    A plain record. Whoever makes one holds its fields against their types.
    """

    id: Id
    name: str
    """As it is registered; what a refused cell is told to type."""
    kind: str | None = None
    """«СОШ», «гимназия», «лицей», as the district writes it."""
    number: Number | None = None
    settlement: str | None = None
    """With its type: «г. Томмот»."""
    centre_opened: OpenedIn | None = None
    """The year its «Точка роста» opened."""
    aliases: tuple[str, ...] = ()
    """Other names and abbreviations people type."""
    email: str | None = None


class Columns(NamedTuple):
    """The fields of many schools, each in the order of the schools."""

    ids: Sequence[str]
    names: Sequence[str]
    kinds: Sequence[str | None]
    numbers: Sequence[int | None]
    settlements: Sequence[str | None]
    years: Sequence[int | None]
    """When their centres opened."""
    aliases: Sequence[tuple[str, ...]]
    emails: Sequence[str | None]


class Schools(Sequence[School]):
    """Schools by column; one is made when it is asked for.

    A country has 25 000, of which a plan speaks of few: what is asked of all is asked of a column.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns

    @classmethod
    def of(cls, schools: Iterable[School]) -> "Schools":
        """Return schools that are there already."""
        fields = tuple(zip(*schools, strict=True)) or ((),) * len(Columns._fields)
        return cls(Columns._make(fields))

    @cached_property
    def called(self) -> Sequence[str]:
        """What to call each: its name, with its settlement where another has the same name."""
        names = self.columns.names
        if len(set(names)) == len(names):
            return names
        several = {name for name, times in Counter(names).items() if times > 1}
        return [
            f"{name}, {settlement}" if settlement and name in several else name
            for name, settlement in zip(names, self.columns.settlements, strict=True)
        ]

    def __len__(self) -> int:
        """Count them."""
        return len(self.columns.ids)

    def __iter__(self) -> Iterator[School]:
        """Go through them."""
        return map(School._make, zip(*self.columns, strict=True))

    @overload
    def __getitem__(self, index: int) -> School: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[School, ...]: ...
    def __getitem__(self, index: int | slice) -> School | tuple[School, ...]:
        """Return one or some."""
        if isinstance(index, slice):
            return tuple(
                map(School._make, zip(*[each[index] for each in self.columns], strict=True))
            )
        return School._make([column[index] for column in self.columns])
