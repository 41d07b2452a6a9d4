"""One school, as a tab of schools gives it."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from tochka_sync.models.accept import accept
from tochka_sync.models.school import Id, OpenedIn


class ClaimedSchool(BaseModel):
    """What a row of a tab of schools claims of a school: made of the readings of its cells."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: Id
    settlement: str | None = None
    centre_opened: OpenedIn | None = None
    email: str | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _accept(cls, reading: object, info: ValidationInfo) -> Any:
        return accept(reading, info)
