"""What one read and the memory make of each other: which entry is which, since when, what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from tochka_sync.history.portraits import Portrait
from tochka_sync.pattern import Pattern

_NUMBERS = Pattern(r"number(?: \d+)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the events tab, by what it means rather than where it is."""

    key: str
    """The field's name, or the folded heading of a column nobody knows."""
    index: int
    header: str
    personal: bool
    """Whether it holds contacts."""

    @property
    def numbers(self) -> bool:
        """Whether it numbers the rows; a form may have two such columns."""
        return _NUMBERS.fullmatch(self.key) is not None


@dataclass(frozen=True, slots=True)
class Seen:
    """Between which two reads an entry appeared and became complete.

    It was not there at `after` and was at `before`; `None` for the earlier one where nothing was
    read before, for both of `complete_` where it has never been complete.
    """

    after: datetime | None
    before: datetime
    complete_after: datetime | None = None
    complete_before: datetime | None = None


def widest(readings: Sequence[Seen]) -> Seen:
    """Return the evidence that holds whichever of the readings is true."""
    afters = [seen.after for seen in readings if seen.after is not None]
    after = min(afters) if len(afters) == len(readings) else None
    before = max(seen.before for seen in readings)
    complete = [seen for seen in readings if seen.complete_before is not None]
    if not complete:
        return Seen(after, before)
    starts = [seen.complete_after for seen in complete if seen.complete_after is not None]
    start = min(starts) if len(starts) == len(complete) else None
    # What may have been complete once is not completed late when it is complete again.
    ends = [seen.complete_before or before for seen in readings]
    return Seen(after, before, start, max(ends))


@dataclass(frozen=True, slots=True)
class Known:
    """An entry as it is remembered; its portrait stays text until someone asks."""

    id: int
    text: str
    seen: Seen
    last_read: int
    """Of one that is gone, the last read that had it."""
    gone: bool
    dropped: bool
    """Whether it is gone and nobody asks for it any more."""
    changed_at: datetime | None = None
    """When the read was made that last found it changed."""

    @property
    def portrait(self) -> Portrait:
        """What it is known again by."""
        return Portrait.loads(self.text)


@dataclass(frozen=True, slots=True)
class Span:
    """A finding over the reads that had it: from `opened` until before `closed`."""

    id: int
    key: str
    code: str
    reason: str | None
    field: str | None
    school: str | None
    entry: int | None
    opened: int
    closed: int | None

    def had(self, read: int) -> bool:
        """Tell whether a read had it."""
        return self.opened <= read and (self.closed is None or read < self.closed)

    def until(self, read: int) -> "Span":
        """Return the span as it was known at a read."""
        later = self.closed is not None and self.closed > read
        return replace(self, closed=None) if later else self


@dataclass(frozen=True, slots=True)
class Met:
    """One entry of a tab of this read and what is remembered of it; a new one has no `id`."""

    row: int
    seen: Seen
    id: int | None = None
    completed: bool = False
    """Whether it is complete for the first time."""
    changed: bool = True
    back: bool = False
    """Whether it was gone at the read before."""
    portrait: Portrait | None = None
    """Of one that is new or changed."""
    changed_at: datetime | None = None
    """When the read was made that last found it new or changed."""
    doubted: bool = False
    """Whether it is in doubt that it is this one, so that its evidence is wider than it was."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry that is in the sheet no more, and the last read that had it."""

    id: int
    portrait: Portrait
    read: int
    read_at: datetime
    kept: bool
    """Whether the snapshot of that read is still there."""
    fresh: bool
    """Whether the read before still had it."""
    doubled: bool
    """Whether the same event is still there, in another row: a double was taken out."""
    aside: str | None
    """The tab where it still stands as it did, if the plan leaves that tab out now."""

    @property
    def missed(self) -> bool:
        """Whether somebody may miss it: it is in the sheet no more, nor its double."""
        return not self.doubled and self.aside is None


@dataclass(frozen=True, slots=True)
class MetTab:
    """One tab of this read."""

    title: str
    columns: tuple[Column, ...]
    met: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One read against the memory."""

    tabs: tuple[MetTab, ...]
    removed: tuple[Removed, ...]
    live_before: int
    """How many entries the read before had."""
    began: datetime
    """When the first read of the plan was made that is remembered."""

    def named(self, ids: Sequence[int]) -> "Meeting":
        """Return the same with the numbers under which its entries were written down."""
        numbers = iter(ids)
        tabs = [
            replace(
                tab,
                met=tuple(
                    each if each.id == known else replace(each, id=known)
                    for each, known in zip(tab.met, numbers, strict=False)
                ),
            )
            for tab in self.tabs
        ]
        return replace(self, tabs=tuple(tabs))

    @property
    def met(self) -> tuple[Met, ...]:
        """Return the entries of all tabs, in the order of the sheet."""
        return tuple(chain.from_iterable(tab.met for tab in self.tabs))

    @property
    def seen(self) -> list[Seen]:
        """Return what is known of the entries, one after another."""
        return [met.seen for met in self.met]

    @property
    def places(self) -> dict[tuple[str, int], Met]:
        """Return the same by tab and sheet row."""
        return {(tab.title, met.row): met for tab in self.tabs for met in tab.met}

    @property
    def vanished(self) -> tuple[Removed, ...]:
        """Return the entries that the read before had and this one has not, doubles left out."""
        return tuple(gone for gone in self.removed if gone.fresh and not gone.doubled)

    @property
    def aside(self) -> frozenset[int]:
        """Return the entries whose tabs the plan leaves out now."""
        return frozenset(gone.id for gone in self.removed if gone.aside is not None)
