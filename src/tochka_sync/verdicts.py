"""What the schema makes of a cell, and rows as views on it.

A country's plan repeats itself: a verdict is found once for each distinct cell and shared by all
rows that say the same. A row holds references only; its mappings are made of them when asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Self

from pydantic import ValidationError

from tochka_sync.assemble import Part
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.models.accept import problems
from tochka_sync.models.event import Event
from tochka_sync.values.reading import BLANK, Reading, Remark

FIELDS = tuple(Event.model_fields)
_NAMES = frozenset(FIELDS)


class Verdict(NamedTuple):
    """One part of an event, held against the schema."""

    part: Part
    value: Any
    """What is kept of it; nothing where there is nothing, or it was refused."""
    refused: Remark | None
    """Why the schema does not take it."""
    told: tuple[Remark, ...]
    """The notes that are findings."""
    blank: bool
    """Whether nothing stands there, or what stands for nothing: what is said in passing may count."""
    loud: bool
    """Whether it makes findings."""

    @classmethod
    def of(cls, name: str, part: Part, required: frozenset[str]) -> Self:
        """Hold one part against the schema's field of that name; a part that is no field says only its notes."""
        if name not in _NAMES:
            return cls(part, None, None, (), part.reading == BLANK, loud=False)
        if part.reading.problem is not None and name not in required:
            part = _optional(part)
        reading = part.reading
        try:
            Event.model_validate({name: reading}, context=required)
        except ValidationError as error:
            refused: Remark | None = problems(error)[name]
        else:
            refused = None
        notes = reading.notes
        told = tuple([note for note in notes if note.code is not None]) if notes else notes
        loud = refused is not None or bool(told)
        blank = reading.value is None and reading.problem is None and not told
        return cls(part, reading.value, refused, told, blank, loud)


def _optional(part: Part) -> Part:
    """Take a word that stands for an empty cell as an empty cell where the field is not required."""
    problem = part.reading.problem
    if problem is None or problem.code is not Code.REQUIRED_MISSING:
        return part
    return Part(Reading(notes=(Remark("placeholder", facts=problem.facts),)), part.column)


class Frame:
    """The names that the rows of a tab have in common: the fields of an event, then other columns."""

    __slots__ = ("names", "slots")

    def __init__(self, columns: Iterable[Field]) -> None:
        self.names = (*FIELDS, *(name.value for name in columns if name.value not in FIELDS))
        self.slots = {name: slot for slot, name in enumerate(self.names)}


class Values(Mapping[str, Any]):
    """What could be read of a row, by field of an event."""

    __slots__ = ("_frame", "_verdicts")

    def __init__(self, frame: Frame, verdicts: tuple[Verdict | None, ...]) -> None:
        self._frame = frame
        self._verdicts = verdicts

    def __getitem__(self, name: str) -> Any:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, or the default."""
        slot = self._frame.slots.get(name)
        if slot is None:
            return default
        verdict = self._verdicts[slot]
        return default if verdict is None or verdict.value is None else verdict.value

    def __iter__(self) -> Iterator[str]:
        for name, verdict in zip(self._frame.names, self._verdicts, strict=True):
            if verdict is not None and verdict.value is not None:
                yield name

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


class Notes(Mapping[str, tuple[Remark, ...]]):
    """What was assumed or put right in a row, by field."""

    __slots__ = ("_filled", "_frame", "_verdicts")

    def __init__(
        self, frame: Frame, verdicts: tuple[Verdict | None, ...], filled: frozenset[Field]
    ) -> None:
        """Take the fields whose value was carried to the row as `filled`."""
        self._frame = frame
        self._verdicts = verdicts
        self._filled = filled

    def __getitem__(self, name: str) -> tuple[Remark, ...]:
        slot = self._frame.slots.get(name)
        notes = _notes(None if slot is None else self._verdicts[slot])
        if self._filled and name in self._filled:
            notes = (*notes, Remark("filled_down"))
        if not notes:
            raise KeyError(name)
        return notes

    def __iter__(self) -> Iterator[str]:
        names, filled = self._frame.names, self._filled
        for name, verdict in zip(names, self._verdicts, strict=True):
            if _notes(verdict) or (filled and name in filled):
                yield name
        yield from (name.value for name in filled if name.value not in names)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


class Raw(Mapping[str, str]):
    """The texts of a row by heading."""

    __slots__ = ("_headers", "_texts")

    def __init__(self, headers: Mapping[str, int], texts: tuple[str, ...]) -> None:
        self._headers = headers
        self._texts = texts

    def __getitem__(self, header: str) -> str:
        return self._texts[self._headers[header]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._headers)

    def __len__(self) -> int:
        return len(self._headers)

    def __repr__(self) -> str:
        return repr(dict(self))


def _notes(verdict: Verdict | None) -> tuple[Remark, ...]:
    return () if verdict is None else verdict.part.reading.notes
