"""What reading one cell gives: a value with remarks, or the reason there is none."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from tochka_sync.fields import Field
from tochka_sync.findings import Code

T_co = TypeVar("T_co", covariant=True)


class Remark(NamedTuple):
    """Something to say about a cell: an assumption on an accepted value, or why it was refused.

    `reason` is the fine name («year_inferred», «range_reversed»); `code` the finding it raises, if
    any. `facts` fill the sentence that `messages` keeps for it.
    """

    reason: str
    code: Code | None = None
    facts: Mapping[str, object] = {}
    suggestion: str | None = None
    """The exact text to type instead."""
    candidates: tuple[str, ...] = ()
    """The readings between which the cell does not decide."""
    column: Field | None = None
    """The column it is about, where that is not the one the value is told of."""


class Reading(NamedTuple, Generic[T_co]):
    """The outcome of one cell. A blank cell has neither a value nor a problem."""

    value: T_co | None = None
    notes: tuple[Remark, ...] = ()
    """What was assumed or put right; those with a code become findings."""
    problem: Remark | None = None
    """Why there is no value. Never set together with a value."""
    also: Mapping[Field, Any] = {}
    """Values of other fields said in passing: «вебинар» is a type and says the format too."""


BLANK: Reading[Any] = Reading()


class RefusedError(Exception):
    """A text has no reading; `remark` is why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.reason)
        self.remark = remark


class Unclear(Exception):  # noqa: N818 - a refusal of a cell, not an error of the program
    """A text has no one reading, for `reason`; `candidates` are those it may have."""

    def __init__(self, reason: str = "unreadable", *candidates: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.candidates = candidates


def refuse(
    code: Code,
    reason: str,
    *,
    suggestion: str | None = None,
    candidates: tuple[str, ...] = (),
    **facts: object,
) -> Reading[Any]:
    """Return a reading without a value, and why."""
    return Reading(problem=Remark(reason, code, facts, suggestion, candidates))


def placeholder(text: str) -> Reading[Any]:
    """Return the reading of a cell that only stands for an empty one («-», «уточняется»)."""
    return refuse(Code.REQUIRED_MISSING, "placeholder", text=text)
