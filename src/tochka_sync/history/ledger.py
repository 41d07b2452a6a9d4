"""One run written down: what was read, who stands where, what each finding became.

All of it in the transaction of the caller, so that a run is remembered whole or not at all. Knows
nobody's contacts: they are in snapshots alone.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from tochka_sync.findings import Finding
from tochka_sync.history import problems, reads, snapshots
from tochka_sync.history.before import state_at
from tochka_sync.history.meeting import Meeting, Met
from tochka_sync.history.memory import Memory
from tochka_sync.history.portraits import Portrait
from tochka_sync.history.reads import Roster
from tochka_sync.history.store import Store
from tochka_sync.result import Result
from tochka_sync.table import Book

_Told = tuple[str, Finding, int | None]
"""A finding, its lasting name and the entry it is about."""


def keep(store: Store, series: int, book: Book, *, recognised: bool, accepted: bool) -> int:
    """Write down that a sheet was read, and what it was; return the number of the read."""
    origin = book.origin
    return store.run(
        "INSERT INTO read (series, read_at, state_at, accepted, recognised, origin, book)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            series,
            reads.moment(origin.read_at),
            reads.moment(state_at(origin)),
            int(accepted),
            int(recognised),
            reads.packed(origin),
            snapshots.keep(store, book.tables),
        ),
    )


def record(
    store: Store, series: int, memory: Memory, book: Book, result: Result
) -> tuple[int, Meeting | None]:
    """Write down a read that was believed and what it was found to hold.

    Returns its number, and the meeting with the numbers of new entries.
    """
    read = keep(store, series, book, recognised=result.recognised, accepted=True)
    meeting = result.meeting
    if meeting is None:
        return read, None
    ids = _entries(store, series, read, meeting)
    _gone(store, series, read, memory, ids)
    _drop(store, read, meeting.aside)
    named = meeting.named(ids)
    rosters = [Roster.of(tab) for tab in named.tabs]
    store.run("UPDATE read SET roster = ? WHERE id = ?", (store.put(Roster.dumps(rosters)), read))
    stood = {roster.tab: {row: entry for entry, row in roster.rows.items()} for roster in rosters}
    names = problems.names(result.findings, stood)
    told = [
        (name, found, problems.entry(found, stood))
        for name, found in zip(names, result.findings, strict=True)
    ]
    _findings(store, series, read, memory, told)
    return read, named


def reported(store: Store, read: int) -> None:
    """Write down that the report of a read reached somebody."""
    store.run("UPDATE read SET reported = 1 WHERE id = ?", (read,))


def _entries(store: Store, series: int, read: int, meeting: Meeting) -> list[int]:
    """Write down the entries of a read and return their numbers, in the order of its rows."""
    ((number,),) = store.rows("SELECT coalesce(max(id), 0) FROM entry")
    ids: list[int] = []
    fresh: list[tuple[object, ...]] = []
    for met in meeting.met:
        if met.id is None:
            number += 1
            fresh.append((number, series, *_first(met, read)))
        ids.append(met.id or number)
    store.many(_FRESH, fresh)
    known = [met for met in meeting.met if met.id is not None]
    store.many(
        "UPDATE entry SET portrait = ?, changed_read = ? WHERE id = ?",
        [(met.portrait.dumps(), read, met.id) for met in known if met.portrait is not None],
    )
    store.many(
        "UPDATE entry SET complete_read = ?, complete_after = ?, complete_before = ? WHERE id = ?",
        [(*_completed(met, read), met.id) for met in known if met.completed],
    )
    store.many(
        "UPDATE entry SET seen_after = ?1, seen_before = ?2, complete_read = CASE WHEN ?4 IS NULL"
        " THEN NULL ELSE coalesce(complete_read, ?5) END, complete_after = ?3, complete_before = ?4"
        " WHERE id = ?6",
        [(*_evidence(met), read, met.id) for met in known if met.doubted],
    )
    store.many(
        "UPDATE entry SET gone_read = NULL, dropped_read = NULL WHERE id = ?",
        [(met.id,) for met in known if met.back],
    )
    return ids


_FRESH = """
    INSERT INTO entry (id, series, portrait, first_read, seen_after, seen_before,
                       complete_read, complete_after, complete_before, changed_read, last_read)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _first(met: Met, read: int) -> tuple[object, ...]:
    """Return what is written of a new entry, after its number and its plan's."""
    portrait = (met.portrait or Portrait()).dumps()
    seen = (_text(met.seen.after), _text(met.seen.before))
    completed = _completed(met, read) if met.completed else (None, None, None)
    return (portrait, read, *seen, *completed, read, read)


def _completed(met: Met, read: int) -> tuple[int, str | None, str | None]:
    return read, _text(met.seen.complete_after), _text(met.seen.complete_before)


def _evidence(met: Met) -> tuple[str | None, ...]:
    seen = met.seen
    moments = (seen.after, seen.before, seen.complete_after, seen.complete_before)
    return tuple(_text(moment) for moment in moments)


@lru_cache(maxsize=4096)
def _text(moment: datetime | None) -> str | None:
    return None if moment is None else reads.moment(moment)


def _gone(store: Store, series: int, read: int, memory: Memory, ids: Sequence[int]) -> None:
    """Write down which entries of the read before are there no more."""
    there = set(ids)
    last = read if memory.last is None else memory.last.id
    store.many(
        "UPDATE entry SET gone_read = ?, last_read = ? WHERE id = ?",
        [
            (read, last, known.id)
            for known in memory.entries
            if not known.gone and known.id not in there
        ],
    )
    if memory.accept:
        store.run(
            "UPDATE entry SET dropped_read = ?"
            " WHERE series = ? AND gone_read IS NOT NULL AND dropped_read IS NULL",
            (read, series),
        )


def _drop(store: Store, read: int, aside: Iterable[int]) -> None:
    """Write down that nobody asks for entries any more whose tabs the plan leaves out."""
    store.many("UPDATE entry SET dropped_read = ? WHERE id = ?", [(read, one) for one in aside])


def _findings(store: Store, series: int, read: int, memory: Memory, told: Sequence[_Told]) -> None:
    """Write down which findings are new and which were put right."""
    open_now = {span.key: span for span in memory.spans if span.closed is None}
    there = {name for name, _, _ in told}
    store.many(
        "UPDATE finding SET closed_read = ? WHERE id = ?",
        [(read, span.id) for name, span in open_now.items() if name not in there],
    )
    store.many(
        "INSERT INTO finding (series, key, code, reason, field, school, entry, opened_read)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (series, name, found.code, found.reason, found.field, found.school, entry, read)
            for name, found, entry in told
            if name not in open_now
        ],
    )
