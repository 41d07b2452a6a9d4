"""When the entries came, against the deadline: a staircase of their number over time.

Only moments that something tells are drawn: a time stamp in the row, or the read of the sheet in
which an entry was first there. Between two reads around the deadline an entry counts as in time,
as it does for its school; that is its own deadline where it has got one. Where nothing tells any,
there is no picture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise, zip_longest
from operator import itemgetter
from zoneinfo import ZoneInfo

from markupsafe import Markup

from tochka_sync import messages
from tochka_sync.history.meeting import Seen
from tochka_sync.messages import Language
from tochka_sync.result import Entry, Result

WIDTH, HEIGHT = 720, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 44, 34, 34
_NOON = time(12)
_LONGEST = timedelta(days=120)
"""How far from the deadline the picture goes: one old stamp must not press all others together."""
_QUIET = 0.25
"""How long the time since the last entry is drawn at most, as a part of what came before it."""
_STEPS = (1, 2, 3, 7, 14, 28, 56)
_MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Arrivals:
    """When entries came, as far as it is known."""

    moments: tuple[datetime, ...]
    """In order, in the plan's time zone."""
    due: datetime
    """The deadline of most."""
    at_first_read: int = 0
    """How many of them were there when the sheet was first read: they came then or earlier."""
    unknown: int = 0
    dues: tuple[datetime, ...] = ()
    """The deadlines of their schools, one for each moment, where some have one of their own."""

    @property
    def late(self) -> list[bool]:
        """Tell of each moment whether it was after the deadline."""
        dues = self.dues or (self.due,) * len(self.moments)
        return [moment > due for moment, due in zip(self.moments, dues, strict=True)]

    @property
    def in_time(self) -> int:
        """How many came until the deadline."""
        return self.late.count(False)

    @property
    def after(self) -> int:
        """How many came after the deadline."""
        return self.late.count(True)


def arrivals(result: Result) -> Arrivals:
    """Return when the entries of a result came: by their stamps, else by the reads of the sheet."""
    zone = ZoneInfo(result.plan.timezone)
    met = result.meeting.places if result.meeting else {}
    came, first = [], 0
    for entry in result.entries:
        known = met.get((entry.tab, entry.row))
        due = result.plan.due(entry.values.get("school")).astimezone(zone)
        if (stamp := _stamp(entry, due)) is not None:
            came.append((stamp, due))
        elif known is not None and (read := _by_reads(known.seen, due)) is not None:
            came.append((read.astimezone(zone), due))
            first += known.seen.after is None
    came.sort()
    common = result.plan.events_due.astimezone(zone)
    dues = tuple(due for _, due in came)
    return Arrivals(
        tuple(moment for moment, _ in came),
        common,
        first,
        len(result.entries) - len(came),
        dues if any(due != common for due in dues) else (),
    )


def draw(known: Arrivals, now: datetime, language: Language) -> Markup | None:
    """Return the picture, or nothing where no moment is known."""
    if not known.moments:
        return None
    return _Picture(known, now.astimezone(known.due.tzinfo), language).svg()


class _Picture:
    """The staircase, its axis and the line of the deadline."""

    def __init__(self, known: Arrivals, now: datetime, language: Language) -> None:
        self._known = known
        self._language = language
        low, high = known.due - _LONGEST, known.due + _LONGEST
        first, last = known.moments[0], known.moments[-1]
        start = max(min(first, known.due), low)
        end = min(max(last, known.due), high)
        self._now = max(now, last)
        end += min(max(now - end, timedelta(0)), (end - start) * _QUIET)
        margin = max((end - start) * 0.04, timedelta(hours=12))
        self._start, self._end = start - margin, end + margin

    def svg(self) -> Markup:
        parts = (self._counts(), self._ticks(), *self._stairs(), self._deadline())
        label = messages.text(
            self._language,
            "drawing.arrivals-own" if self._known.dues else "drawing.arrivals",
            due=self._known.due,
            in_time=self._known.in_time,
            after=self._known.after,
        )
        return Markup(
            '<svg class="arrivals" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
        ).format(WIDTH, HEIGHT, label, Markup("").join(parts))

    def _x(self, moment: datetime) -> float:
        share = (moment - self._start) / (self._end - self._start)
        return round(_LEFT + min(max(share, 0), 1) * (WIDTH - _LEFT - _RIGHT), 1)

    def _y(self, count: int) -> float:
        share = count / len(self._known.moments)
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)

    def _stairs(self) -> Iterator[Markup]:
        """Give what came in time and what came late, each as a line with the ground under it.

        Where schools have deadlines of their own, the one and the other may come by turns.
        """
        groups = [
            (late, [moment for _, moment in own])
            for late, own in groupby(
                zip(self._known.late, self._known.moments, strict=True), key=itemgetter(0)
            )
        ]
        due, before = self._known.due, 0
        start = min(due, groups[0][1][0]) if groups[0][0] else self._start
        for (late, own), following in zip_longest(groups, groups[1:]):
            end = following[1][0] if following else own[-1]
            if not late and own[-1] <= due:  # in time it goes on until the deadline
                end = min(due, end if following else self._now)
            yield self._stair("late" if late else "in-time", [start, *own, end], before)
            start, before = end, before + len(own)

    def _stair(self, name: str, moments: Sequence[datetime], before: int) -> Markup:
        x, ground = self._x(moments[0]), self._y(0)
        steps = [f"M{x} {self._y(before)}"]
        for count, moment in enumerate(moments[1:-1], before + 1):
            if self._x(moment) != x:
                x = self._x(moment)
                steps.append(f"H{x}")
            steps.append(f"V{self._y(count)}")
        steps.append(f"H{self._x(moments[-1])}")
        line = "".join(_joined(steps))
        area = f"{line}V{ground}H{self._x(moments[0])}Z"
        return Markup('<path class="area {0}" d="{1}"/><path class="line {0}" d="{2}"/>').format(
            name, area, line
        )

    def _counts(self) -> Markup:
        """Return how many entries there are at the foot, half-way and at the top."""
        total = len(self._known.moments)
        lines = [
            Markup(
                '<line class="grid" x1="{}" x2="{}" y1="{y}" y2="{y}"/>'
                '<text class="count" x="{}" y="{}">{}</text>'
            ).format(
                _LEFT,
                WIDTH - _RIGHT,
                WIDTH - _RIGHT + 8,
                self._y(count) + 5,
                count,
                y=self._y(count),
            )
            for count in sorted({0, total // 2, total} if total > 3 else {0, total})
        ]
        return Markup("").join(lines)

    def _ticks(self) -> Markup:
        days = _days(self._start, self._end)
        ticks = [
            Markup('<text class="tick {}" x="{}" y="{}">{:%d.%m}</text>').format(
                "odd" if number % 2 else "even", self._x(midnight), HEIGHT - 10, midnight
            )
            for number, midnight in enumerate(days)
        ]
        return Markup("").join(ticks)

    def _deadline(self) -> Markup:
        """Return the line of the deadline, its name on the side where there is room."""
        x = self._x(self._known.due)
        right = x < WIDTH * 0.6
        words = messages.text(self._language, "drawing.deadline", due=self._known.due)
        return Markup(
            '<line class="due" x1="{x}" x2="{x}" y1="{}" y2="{}"/>'
            '<text class="due {}" x="{}" y="{}">{}</text>'
        ).format(
            _TOP - 20,
            HEIGHT - _BOTTOM,
            "right" if right else "left",
            x + 8 if right else x - 8,
            _TOP - 12,
            words,
            x=x,
        )


def _stamp(entry: Entry, due: datetime) -> datetime | None:
    """Return the time stamp in the row.

    A day without an hour stands for its noon, that of the deadline for the deadline if it is sooner:
    all of that day is in time.
    """
    match entry.values.get("submitted_at"):
        case datetime() as moment:
            return moment.astimezone(due.tzinfo)
        case date() as day:
            noon = datetime.combine(day, _NOON, due.tzinfo)
            return min(noon, due) if day == due.date() else noon
        case _:
            return None


def _by_reads(seen: Seen, due: datetime) -> datetime | None:
    """Return the read that first had an entry, or the deadline where it may have come before it.

    What was there when the sheet was first read, after the deadline, came nobody knows when.
    """
    if seen.before <= due:
        return seen.before
    if seen.after is None:
        return None
    return due if seen.after < due else seen.before


def _days(start: datetime, end: datetime) -> list[datetime]:
    """Return the midnights to name on an axis: few enough to be read, evenly apart."""
    length = (end - start).days
    step = next((each for each in _STEPS if length / each <= _MOST_TICKS), _STEPS[-1])
    first = datetime.combine(start.date() + timedelta(days=1), time(), start.tzinfo)
    midnights = [first + timedelta(days=day) for day in range(0, length + 1, step)]
    room = (end - start) * 0.03
    return [each for each in midnights if start + room <= each <= end - room]


def _joined(steps: Sequence[str]) -> list[str]:
    """Leave out a rise that the next one overtakes at the same place."""
    kept = [one for one, other in pairwise(steps) if not (one[0] == other[0] == "V")]
    return [*kept, steps[-1]]
