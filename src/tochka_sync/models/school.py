"""One school, as the registry gives it."""

from pydantic import BaseModel, ConfigDict, Field


class School(BaseModel):
    """A school and what the rules need to know of it; what nobody said is `None`."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Stays the same for ever: reports and exports name the school by it."""
    kind: str | None = None
    """«СОШ», «гимназия», «лицей», as the district writes it."""
    number: int | None = Field(default=None, ge=1)
    name: str
    """As it is registered; what a refused cell is told to type."""
    settlement: str | None = None
    """With its type: «г. Томмот»."""
    centre_opened: int | None = Field(default=None, ge=2019, le=2100)
    """The year its «Точка роста» opened."""
    aliases: tuple[str, ...] = ()
    """Other names and abbreviations people type."""
    email: str | None = None
