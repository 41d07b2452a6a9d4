"""What a sequence of points means together: one period, a list, «до», «с»; in which years.

A point takes what it lacks from its neighbours («10, 17 и 24 февраля 2024»), and a year from the
plan where the cell gives none. Where two school years fit, the cell is refused.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from tochka_sync.calendar import SchoolYear
from tochka_sync.values.context import Context
from tochka_sync.values.when import listed, yearless
from tochka_sync.values.when.phrases import Item
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.spans import (
    EventDate,
    Point,
    Precision,
    Span,
    Unit,
    in_month,
    resolve,
    show,
)


class Meaning(NamedTuple):
    """The value of a cell, the days by the places of their points, and what was assumed."""

    value: EventDate
    days: tuple[tuple[int, date], ...]
    notes: tuple[str, ...]


class _Placed:
    """A point with the days it stands for."""

    def __init__(self, joint: str, point: Point, span: Span) -> None:
        self.joint = joint
        self.point = point
        self.span = span


class _Part:
    """A piece between separators: a single point or a range, with its prefix."""

    def __init__(self, prefix: str, first: _Placed) -> None:
        self.prefix = prefix
        self.first = first
        self.joint = ""
        self.last: _Placed | None = None


_SMALL = frozenset({Unit.PART, Unit.DECADE, Unit.HALF, Unit.WEEK, Unit.MONTH})
_ONE_DAY = frozenset({Unit.DAY, Unit.NTH_WEEKDAY})
_JOINED = frozenset("->t")
"""What makes two points the ends of one run."""


def combine(items: list[Item], context: Context) -> Meaning:
    """Return what points and joints mean together."""
    try:
        items = _complete(items, context)
    except RefusalError as refusal:
        if refusal.remark.reason == "no_month" and any(item.point.month for item in items):
            raise RefusalError.unreadable() from None  # a month there is; what is its day, is unclear
        raise
    placed = [_Placed(item.joint, item.point, resolve(item.point, context)) for item in items]
    if any("|" in item.joint or "/" in item.joint for item in items):
        if len({each.span[:2] for each in placed}) == 1:  # «алтынньы/октябрь»
            del placed[1:]
        else:
            _alternatives(placed, context)
    parts = list(_parts(placed))
    days = tuple(
        [(each.point.at, each.span.start) for each in placed if each.point.unit in _ONE_DAY]
    )
    if len(parts) == 1:
        value, notes = _single(parts[0], context)
    else:
        value, notes = _several(parts, context)
    return Meaning(value, days, notes)


def _complete(items: list[Item], context: Context) -> list[Item]:
    """Give every point its unit, month and year, from right to left, then from left to right."""
    if len(items) == 1:
        _filled(items[0].point, None)
        return items
    points = [item.point for item in items]
    stated = {point.school_year for point in points if point.school_year is not None}
    if len(stated) == 1 and not any(point.year for point in points):
        points = [point._replace(school_year=next(iter(stated))) for point in points]
    for index in range(len(points) - 1, -1, -1):
        following = points[index + 1] if index + 1 < len(points) else None
        points[index] = _filled(points[index], following)
    items = [item._replace(point=point) for item, point in zip(items, points, strict=True)]
    for index in range(len(items) - 2, -1, -1):
        point, following = items[index].point, items[index + 1].point
        if yearless.is_yearless(point) and following.year is not None:
            point = yearless.year_before(point, following, context)
            items[index] = items[index]._replace(point=point)
    for index in range(1, len(items)):
        point, previous = items[index].point, items[index - 1].point
        if yearless.is_yearless(point) and previous.year is not None:
            _refuse_either_year(items, index, context)
            items[index] = items[index]._replace(point=yearless.year_after(point, previous))
    return items


def _filled(point: Point, following: Point | None) -> Point:
    """Give a bare number or a bare part of a month what the next point has."""
    if point.unit is None:
        if following is None or following.unit is Unit.MONTH:
            raise RefusalError.unreadable("no_month")
        ordinal = point.vague  # Roman or «последняя»: never a day
        if following.unit in {Unit.SEASON, Unit.HOLIDAYS, Unit.YEAR, Unit.PART} or (
            ordinal and following.unit is Unit.DAY
        ):
            raise RefusalError.unreadable()
        if point.year is not None and following.year not in {None, point.year}:
            raise RefusalError.unreadable()
        # «2022 г. 10, 12 мая»: a year before the first number is of all of them
        return following._replace(
            number=point.number,
            at=point.at,
            year=point.year,
            school_year=point.school_year or following.school_year,
            vague=False,
        )
    if point.month is None and (point.unit in _SMALL or point.unit in _ONE_DAY):
        if following is None or following.unit is not point.unit:
            raise RefusalError.unreadable("no_month")
        return point._replace(month=following.month)
    return point


def _refuse_either_year(items: list[Item], index: int, context: Context) -> None:
    """Refuse «10.02.2024 и 1 октября» of a plan for 2023–2024: the year before, or the plan's."""
    joint, point = items[index]
    previous = items[index - 1].point
    if not point.month or not previous.month or not _JOINED.isdisjoint(joint):
        return
    own, lent = context.year.year_of(point.month), yearless.year_after(point, previous).year
    if own != lent and context.year.year_of(previous.month) == previous.year:
        either = ([*items[:index], Item(joint, point._replace(year=year))] for year in (own, lent))
        readings = tuple(
            iso(combine([*each, *items[index + 1 :]], context).value) for each in either
        )
        raise RefusalError.ambiguous("ambiguous_year", readings)


def _alternatives(placed: list[_Placed], context: Context) -> None:
    """Read «октябрь/ноябрь» as a range of months; refuse any other choice, both readings named."""
    joints = [each.joint for each in placed]
    if joints == ["", "/"] and all(each.point.unit is Unit.MONTH for each in placed):
        first, second = (in_month(each.point, context) for each in placed)
        if 12 * first[0] + first[1] + 1 == 12 * second[0] + second[1]:
            placed[1].joint = "-"
            return
    raise RefusalError.ambiguous("ambiguous_two_dates", _shown(placed))


def _shown(placed: list[_Placed]) -> tuple[str, ...]:
    return tuple(iso(each.span) for each in placed)


def iso(span: Span | EventDate) -> str:
    """Return days as candidates are named: «2024-02-10», «2024-02-01/2024-02-29»."""
    if isinstance(span, EventDate) and span.dates:
        return ", ".join(map(str, span.dates))
    if isinstance(span, EventDate) and span.months:
        return ", ".join(f"{month[5:]}.{month[:4]}" for month in span.months)
    return str(span.start) if span.start == span.end else f"{span.start or ''}/{span.end or ''}"


def _parts(placed: list[_Placed]) -> Iterator[_Part]:
    """Cut points into pieces at commas and «и»; two points with nothing between are refused."""
    current: _Part | None = None
    listed = len(placed) > 2 and not any(each.joint for each in placed)  # «15.09 20.10 17.11»
    for each in placed:
        joint = each.joint if "-" not in each.joint else each.joint.replace(",", "")
        bare = joint.strip(",&")
        if current is None:
            if joint != bare:
                raise RefusalError.unreadable()
            current = _Part(bare, each)
        elif (
            bare in {"-", ">", "t"}
            and current.last is None
            and (joint == bare or current.prefix == "<")
        ):
            current.joint, current.last = bare, each
        elif joint == bare and not listed:
            if bare or len(set(_shown(placed))) == 1:
                raise RefusalError.unreadable()
            raise RefusalError.ambiguous("ambiguous_two_dates", _shown(placed))
        else:
            yield current
            current = _Part(bare, each)
    if current is not None:
        yield current


def _single(part: _Part, context: Context) -> tuple[EventDate, tuple[str, ...]]:
    """Read one piece."""
    point, span, prefix = part.first.point, part.first.span, part.prefix
    if part.last is not None:
        if prefix not in {"", "<"}:
            raise RefusalError.unreadable()
        span, prefix = _range(part, part.last, context), ""
    if prefix == "" and point.counted and part.last is None:
        raise RefusalError.ambiguous("ambiguous_count", _counted(point, span, context))
    if prefix == "":
        return EventDate(span.start, span.end, span.precision), span.notes
    notes = tuple(note for note in span.notes if note not in {"approximate", "too_vague"})
    if prefix in {"<", "a"}:
        return EventDate(_from(prefix, point, span), None, Precision.FROM), notes
    if prefix in {"t", "k", "L", ">"}:
        return EventDate(None, _until(prefix, point, span, context), Precision.UNTIL), notes
    raise RefusalError.unreadable()


def _counted(point: Point, span: Span, context: Context) -> tuple[str, ...]:
    """Return the readings of «2 недели мая»: the second one, or two of them some time in May."""
    whole = resolve(point._replace(unit=Unit.MONTH if point.month else Unit.YEAR), context)
    return iso(span), iso(whole)


def _from(prefix: str, point: Point, span: Span) -> date:
    if prefix == "a":
        if point.unit not in _ONE_DAY:
            raise RefusalError.unreadable()
        return span.end + timedelta(days=1)
    if point.unit is Unit.YEAR or (point.unit is Unit.PART and point.number != 1):
        raise RefusalError.unreadable()
    return span.start


def _until(prefix: str, point: Point, span: Span, context: Context) -> date:
    """Return the last day of «до», which counts itself; «до марта» may or may not count March."""
    if point.unit in _ONE_DAY or (prefix == ">" and point.unit is Unit.MONTH):
        return span.end
    if point.unit is Unit.PART:
        if point.number != 3:
            raise RefusalError.unreadable()
        return span.end
    if point.unit is Unit.YEAR:
        teaching = context.calendar.terms[-1].end
        raise RefusalError.ambiguous("ambiguous_end", (str(teaching), str(span.end)))
    if point.end:
        return span.end
    raise RefusalError.ambiguous(
        "ambiguous_end", (str(span.start - timedelta(days=1)), str(span.end))
    )


def _range(part: _Part, closing: _Placed, context: Context) -> Span:
    """Read a range; its ends are of one unit, or of units no larger than a month."""
    first, last = part.first.point, closing.point
    start, end = part.first.span, closing.span
    units = {first.unit, last.unit}
    if len(units) == 2 and not units <= _SMALL | _ONE_DAY:
        raise RefusalError.unreadable()
    if Unit.YEAR in units:
        raise RefusalError.unreadable()
    if start.start > end.end:
        raise _reversed(first, last, start, end, context)
    if part.joint == "t" and last.unit not in _ONE_DAY | {Unit.PART}:
        before = f"{start.start}/{end.start - timedelta(days=1)}"
        raise RefusalError.ambiguous("ambiguous_end", (before, f"{start.start}/{end.end}"))
    notes = tuple(dict.fromkeys((*start.notes, *end.notes)))
    if (start.start, start.end) == (end.start, end.end):
        return start._replace(notes=notes)
    months = units == {Unit.MONTH}
    return Span(start.start, end.end, Precision.MONTH_RANGE if months else Precision.RANGE, notes)


def _reversed(first: Point, last: Point, start: Span, end: Span, context: Context) -> RefusalError:
    """Return why a range that ends before it begins is refused."""
    if yearless.over_summer(first, last):
        return yearless.either_year(first, last, context)
    if first.unit is last.unit is Unit.TERM and first.year is not None:
        years = (SchoolYear(first.year - 1), SchoolYear(first.year))  # «II–III четверть 2022»
        pairs = [
            [resolve(p._replace(school_year=y, year=None), context) for p in (first, last)]
            for y in years
        ]
        shown = tuple(f"{one.start}/{other.end}" for one, other in pairs)
        raise RefusalError.ambiguous("ambiguous_year", shown)
    if first.unit is not Unit.DAY:
        return RefusalError.impossible("range_reversed")
    until = end.end
    turns = until.year == context.year.start and until < context.year.first <= start.start
    if turns and (until.month, until.day) != (2, 29):  # «28.12.23–10.01.23» forgets the new year
        until = until.replace(year=until.year + 1)
        return RefusalError.impossible("range_reversed", show(start.start, until))
    return RefusalError.impossible("range_reversed", show(end.start, start.end))


def _several(parts: list[_Part], context: Context) -> tuple[EventDate, tuple[str, ...]]:
    """Read a list: days and runs of days, or months; the whole year swallows the rest."""
    if any(part.prefix not in {"", "<"} or (part.prefix and part.last is None) for part in parts):
        raise RefusalError.unreadable()
    spans = [
        part.first.span if part.last is None else _range(part, part.last, context) for part in parts
    ]
    for part, following in pairwise(parts):
        before, after = part.last or part.first, following.first
        yearless.refuse_over_summer((before.point, before.span), (after.point, after.span), context)
    notes = tuple(dict.fromkeys(note for span in spans for note in span.notes))
    ends = [end for part in parts for end in (part.first, part.last) if end is not None]
    units = {end.point.unit for end in ends}
    if Unit.YEAR in units:
        whole = next(span for span in spans if span.precision is Precision.SCHOOL_YEAR)
        kept = (*whole.notes, "multiple")
        return EventDate(whole.start, whole.end, Precision.SCHOOL_YEAR), kept
    if units <= _ONE_DAY:
        return listed.days(spans), notes
    if units == {Unit.MONTH}:
        return listed.months(spans), notes
    raise RefusalError.unreadable("mixed_list")
