"""One school, as the registry gives it."""

from typing import Annotated, NamedTuple

from pydantic import Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""Stays the same for ever: reports and exports name the school by it."""
Number = Annotated[int, Field(ge=1)]
OpenedIn = Annotated[int, Field(ge=2019, le=2100)]
"""The year a «Точка роста» opened."""


class School(NamedTuple):
    """A school and what the rules need to know of it; what nobody said is `None`.

    A plain record: a country has 25 000. Whoever makes one holds its fields against their types.
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
