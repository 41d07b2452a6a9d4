"""One school, as a tab of schools gives it."""

from typing import Any

from pydantic import ValidationInfo, field_validator

from tochka_sync.models.accept import accept
from tochka_sync.models.school import School


class ClaimedSchool(School):
    """A school as a row of a tab of schools claims it: made of the readings of its cells."""

    @field_validator("*", mode="before")
    @classmethod
    def _accept(cls, reading: object, info: ValidationInfo) -> Any:
        return accept(reading, info)
