"""Which dates are so coarse that somebody is to be told."""

from tochka_sync.values.when.spans import EventDate, Precision

_COARSE = frozenset(
    {
        Precision.MONTH_RANGE,
        Precision.SCHOOL_QUARTER,
        Precision.QUARTER,
        Precision.HALF_YEAR,
        Precision.SEASON,
        Precision.SCHOOL_YEAR,
    }
)
_FINE_RECURRENCES = ("daily", "weekly:", "monthly:")
_MONTH = 31


def is_vague(value: EventDate, *, exact: bool) -> bool:
    """Tell whether a value is coarser than a month; a run of days named by day is exact."""
    if value.precision in _COARSE or value.months:
        return True
    if value.precision is Precision.RECURRING:
        often = value.recurrence or ""
        return not often.startswith(_FINE_RECURRENCES) or ":x" in often
    if value.precision not in {Precision.RANGE, Precision.SCHOOL_HOLIDAYS} or exact:
        return False
    return (
        value.start is not None
        and value.end is not None
        and (value.end - value.start).days >= _MONTH
    )
