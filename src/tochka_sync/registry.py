"""The schools the order speaks of, by id."""

from dataclasses import dataclass, field
from functools import cached_property

from tochka_sync.models.school import School


@dataclass(frozen=True)
class Registry:
    """The schools of a district or a country, in the order of the file."""

    schools: tuple[School, ...] = field(default=())

    @cached_property
    def by_id(self) -> dict[str, School]:
        """The schools by their ids."""
        return {school.id: school for school in self.schools}
