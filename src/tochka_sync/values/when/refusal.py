"""How the parts of the date grammar say that a cell has no one reading."""

from datetime import date
from typing import Self

from tochka_sync.calendar import SchoolYear
from tochka_sync.findings import Code
from tochka_sync.values.reading import RefusedError, Remark


class RefusalError(RefusedError):
    """A cell is not a date, or not one date; `remark` says why."""

    @classmethod
    def unreadable(cls, reason: str = "not_a_date", suggestion: str | None = None) -> Self:
        """Return the refusal of what is not a date."""
        return cls(_remark(reason, Code.DATE_UNREADABLE, suggestion))

    @classmethod
    def impossible(cls, reason: str, suggestion: str | None = None) -> Self:
        """Return the refusal of a day or a run of days that cannot be."""
        return cls(_remark(reason, Code.DATE_IMPOSSIBLE, suggestion))

    @classmethod
    def ambiguous(cls, reason: str, candidates: tuple[str, ...]) -> Self:
        """Return the refusal of a cell with several readings."""
        return cls(Remark(reason, Code.DATE_AMBIGUOUS, candidates=candidates))

    @classmethod
    def bad_year(cls, day: int, month: int, plan: SchoolYear) -> Self:
        """Return the refusal of a year no plan can mean, guessing the plan's where the day exists."""
        return cls.unreadable("bad_year", guess(day, month, plan))


def guess(day: int, month: int, plan: SchoolYear) -> str | None:
    """Return a day of the plan's school year as it is typed, if there is such a day."""
    try:
        return f"{date(plan.year_of(month), month, day):%d.%m.%Y}"
    except ValueError:
        return None


def _remark(reason: str, code: Code, suggestion: str | None) -> Remark:
    return Remark(reason, code, {"guess": True} if suggestion else {}, suggestion)
