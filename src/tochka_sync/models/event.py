"""One event of the plan."""

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from tochka_sync.models.accept import accept
from tochka_sync.values.what.contracts import Contract
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType
from tochka_sync.values.when.dates import EventDate
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.groups import Audience
from tochka_sync.values.who.people import Person


class Event(BaseModel):
    """An event as the order's form wants it (point 2.1); a field nobody filled is `None`.

    Which fields must be filled is the plan's to say: their names are the validation context.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    school: str | None = None
    """Registry id of the host."""
    title: str | None = None
    types: tuple[EventType, ...] | None = None
    date: EventDate | None = None
    audience: Audience | None = None
    participating_schools: tuple[str, ...] | None = None
    participants: Participants | None = None
    settlement: Settlement | None = None
    place: str | None = None
    level: Level | None = None
    format: Format | None = None
    responsible: tuple[Person, ...] | None = None
    """Empty where the cell names only a role."""
    phones: tuple[str, ...] | None = None
    emails: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None
    print_media: str | None = None
    """A printed publication, which is coverage as well as a link is."""
    contract: Contract | None = None
    submitted_at: dt.datetime | dt.date | None = None
    """A bare date where the form gives no time of day."""

    @field_validator("*", mode="before")
    @classmethod
    def _accept(cls, reading: object, info: ValidationInfo) -> Any:
        return accept(reading, info)
