"""A list of days or of months, as one value."""

from collections.abc import Iterator
from datetime import date, timedelta

from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.spans import EventDate, Precision, Span

_LONGEST = 62


def days(spans: list[Span]) -> EventDate:
    """Return the days of a list; a row too long to be one is refused, and days said over again."""
    ordered = sorted(spans)
    mixed = spans != ordered and len({f"{span.start:%Y-%m}" for span in spans}) == 1
    runs = any(span.start < span.end for span in spans)
    if runs and (mixed or any(map(_overlap, ordered, ordered[1:]))):
        raise RefusalError.unreadable("several_dates")  # «18–28, 10–15 декабря»
    found = sorted({day for span in spans for day in _each(span)})
    if len(found) > _LONGEST:
        raise RefusalError.unreadable("mixed_list")
    if len(found) == 1:
        return EventDate(found[0], found[0], Precision.DAY)
    return EventDate(found[0], found[-1], Precision.LIST, dates=tuple(found))


def months(spans: list[Span]) -> EventDate:
    """Return the months of a list."""
    firsts = sorted({first for span in spans for first in _each(span) if first.day == 1})
    names = tuple(f"{first:%Y-%m}" for first in firsts)
    return EventDate(firsts[0], max(span.end for span in spans), Precision.LIST, months=names)


def _overlap(first: Span, second: Span) -> bool:
    """Tell whether days are within a run before: «9–15, 12–30», but not «10–12, 12»."""
    ends = (first.start, first.end)
    return second.start <= first.end and not (second.start == second.end and second.start in ends)


def _each(span: Span) -> Iterator[date]:
    for count in range((span.end - span.start).days + 1):
        yield span.start + timedelta(days=count)
