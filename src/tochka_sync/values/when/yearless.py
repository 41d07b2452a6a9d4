"""Which years points of a cell are of where the cell does not say: those of their neighbours.

Where two school years fit, the cell is refused.
"""

from datetime import timedelta

from tochka_sync.values.context import Context
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.spans import Point, Span, Unit, resolve

Dated = tuple[Point, Span]
"""A point, and the days it stands for."""
_NEAR = timedelta(days=45)


def is_yearless(point: Point) -> bool:
    """Tell whether a point is said without a year."""
    return point.year is None and point.school_year is None


def year_before(point: Point, following: Point, context: Context) -> Point:
    """Give a point the year of the next one, or the year before across New Year."""
    year = following.year or 0
    if point.month and following.month and point.month >= 9 and following.month <= 8:
        if year == context.year.start:  # «сентябрь – май 2023» of a plan for 2023–2024
            months = f"{point.month:02}.%s–{following.month:02}.%s"
            readings = (months % (year - 1, year), months % (year, year + 1))
            raise RefusalError.ambiguous("ambiguous_year", readings)
        year -= 1
    return point._replace(year=year)


def year_after(point: Point, previous: Point) -> Point:
    """Give a point the year of the one before, or the year after across New Year."""
    year = previous.year or 0
    if point.month and previous.month and previous.month >= 9 and point.month <= 8:
        year += 1
    return point._replace(year=year)


def over_summer(first: Point, last: Point) -> bool:
    """Tell whether points without a year are of a summer and the autumn after it, by their order."""
    if not (is_yearless(first) and is_yearless(last) and first.month and last.month):
        return False
    return first.month <= 8 < last.month


def either_year(first: Point, last: Point, context: Context) -> RefusalError:
    """Return the refusal of what began before the plan's school year, or ends after it."""
    readings = []
    for year in (context.year.start, context.year.start + 1):
        spans = [resolve(point._replace(year=year), context) for point in (first, last)]
        readings.append(f"{spans[0].start}/{spans[1].end}")
    return RefusalError.ambiguous("ambiguous_year", tuple(readings))


def refuse_over_summer(before: Dated, after: Dated, context: Context) -> None:
    """Refuse «20 августа, 3 сентября»: days so near are hardly the last and the first of a year."""
    (first, ended), (last, begun) = before, after
    if not (first.unit is last.unit is Unit.DAY and over_summer(first, last)):
        return
    if begun.start.replace(year=ended.end.year) - ended.end < _NEAR:
        raise either_year(first, last, context)
