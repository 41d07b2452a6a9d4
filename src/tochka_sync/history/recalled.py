"""The memory of a plan as the history gives it: as it is, or as it was once a past read was judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import lru_cache, partial

from tochka_sync.history import reads
from tochka_sync.history.meeting import Known, Seen, Span
from tochka_sync.history.memory import Memory
from tochka_sync.history.reads import Read, Roster
from tochka_sync.history.store import Store, taken
from tochka_sync.table import Table


@taken()
def recall(store: Store, series: int, zone: tzinfo, *, accept: bool = False) -> Memory:
    """Return what is remembered of a plan, its moments as the clocks of `zone` show them.

    It is to be asked while the history is open: earlier reads are taken from it when they tell. With `accept`, whatever is gone is right so.
    """
    last = reads.last(store, series)
    if last is None:
        return Memory(accept=accept)
    rosters, every = reads.rosters(store, last), reads.every(store, series)
    tables = reads.tables(store, last) if rosters else None
    moments = {each.id: each.read_at.astimezone(zone) for each in every}
    entries = tuple(_known(row, moments) for row in store.rows(_ENTRIES, (series,)))
    return Memory(
        last=last,
        reported=reads.last(store, series, "reported"),
        entries=entries,
        spans=_spans(store, series, moments),
        moments=moments,
        past=tuple(each for each in every if each.accepted),
        rosters=rosters or (),
        tables={table.title: table for table in tables or ()},
        snapshot=partial(_snapshot, store),
        kept=_kept(store, every, entries, last),
        accept=accept,
    )


@taken()
def replay(store: Store, series: int, read: Read, zone: tzinfo) -> Memory:
    """Return what was known of a plan once a past read of it was judged."""
    rosters = reads.rosters(store, read) or ()
    stood = set().union(*(roster.rows for roster in rosters))
    every = {each.id: each for each in reads.every(store, series)}
    past = [each for each in every.values() if each.id <= read.id]
    entries = []
    for row in store.rows(_ENTRIES, (series,)):
        complete_read, first_read, dropped_read = row[9], row[10], row[8]
        if first_read > read.id:
            continue
        known = _known(row, every)
        seen = known.seen
        if complete_read is not None and complete_read > read.id:
            seen = replace(seen, complete_after=None, complete_before=None)
        gone = known.id not in stood
        last = _last(store, past, known) if gone and known.last_read > read.id else known.last_read
        dropped = gone and dropped_read is not None and dropped_read <= read.id
        entries.append(replace(known, seen=seen, gone=gone, dropped=dropped, last_read=last))
    moments = {each.id: each.read_at.astimezone(zone) for each in past}
    return Memory(
        last=read,
        reported=next((each for each in reversed(past[:-1]) if each.reported), None),
        entries=tuple(entries),
        kept=_kept(store, past, entries, read),
        spans=tuple(span.until(read.id) for span in _spans(store, series, moments, read.id)),
        moments=moments,
        rosters=rosters,
        replay=True,
    )


_ENTRIES = (
    "SELECT id, portrait, seen_after, seen_before, complete_after, complete_before,"
    " last_read, gone_read, dropped_read, complete_read, first_read,"
    " (SELECT read_at FROM read WHERE read.id = changed_read)"
    " FROM entry WHERE series = ? ORDER BY id"
)
_SPANS = (
    "SELECT id, key, code, reason, field, school, entry, opened_read, closed_read"
    " FROM finding WHERE series = ? ORDER BY id"
)


def _known(row: Sequence[object], every: Mapping[int, object]) -> Known:
    number, text, after, before, complete_after, complete_before, last, gone, dropped = row[:9]
    if last not in every:
        raise ValueError(last)
    return Known(
        id=int(str(number)),
        text=str(text),
        seen=Seen(
            _moment(after), _at(str(before)), _moment(complete_after), _moment(complete_before)
        ),
        last_read=int(str(last)),
        gone=gone is not None,
        dropped=gone is not None and dropped is not None,
        changed_at=_moment(row[11]),
    )


def _spans(
    store: Store, series: int, moments: Mapping[int, datetime], until: int | None = None
) -> tuple[Span, ...]:
    """Return the findings there ever were, each opened by a read that is there."""
    found = []
    for row in store.rows(_SPANS, (series,)):
        span = Span(*row)
        if until is not None and span.opened > until:
            continue
        if span.opened not in moments or not isinstance(span.closed, int | None):
            raise ValueError(row)
        found.append(span)
    return tuple(found)


def _moment(text: object) -> datetime | None:
    return None if text is None else _at(str(text))


@lru_cache(maxsize=4096)
def _at(text: str) -> datetime:
    """Return a moment; entries by the thousand share those of a few reads."""
    return reads.instant(text)


def _last(store: Store, past: Sequence[Read], known: Known) -> int:
    """Return the last of past reads that had an entry."""
    for read in reversed(past):
        if any(known.id in roster.rows for roster in reads.rosters(store, read) or ()):
            return read.id
    return past[0].id


def _kept(
    store: Store, every: Sequence[Read], entries: Sequence[Known], last: Read
) -> frozenset[int]:
    """Return which of the reads to which somebody may be sent for what is gone still have a snapshot."""
    asked = {known.last_read for known in entries if known.gone and not known.dropped} | {last.id}
    return frozenset(read.id for read in every if read.id in asked and reads.kept(store, read))


@taken()
def _snapshot(store: Store, read: Read) -> tuple[Sequence[Roster], Mapping[str, Table]] | None:
    """Return who stood where at an earlier read, and all its tabs, if they were not forgotten."""
    tables, rosters = reads.tables(store, read), reads.rosters(store, read)
    if tables is None or rosters is None:
        return None
    return rosters, {table.title: table for table in tables}
