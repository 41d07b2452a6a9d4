"""When an entry came, on what evidence, and whether that is late.

A deadline lasts until its last second in the plan's time zone. No evidence of when a row was typed
means `unknown`, never «on time».
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tochka_sync.config import Config
from tochka_sync.entries import Entries, Found
from tochka_sync.findings import SEVERITIES, Code, Problem
from tochka_sync.once import each
from tochka_sync.result import UNTIMED, Timeliness, Timing
from tochka_sync.table import Origin

if TYPE_CHECKING:
    from tochka_sync.history.meeting import Seen


def time(
    entries: Entries, config: Config, origin: Origin, now: datetime, seen: Sequence["Seen"] = ()
) -> None:
    """Give the entries their timing, and a finding where one is late.

    `seen` is what the history knows of them, of each or of none.
    """
    schools, stamps = entries.values("school"), entries.values("submitted_at")

    def unsaid(school: str | None) -> tuple[Timing, Timing]:
        """Return what holds for an incomplete and a complete entry of which nothing says when it came."""
        due = config.due(school)
        return _by_the_read(due, False, origin, now), _by_the_read(due, True, origin, now)  # noqa: FBT003

    pairs = zip(each(unsaid, schools), entries.complete, strict=True)
    entries.timings = timings = [pair[complete] for pair, complete in pairs]
    if not seen and not any(stamps):
        return
    late = []
    for place, stamp in enumerate(stamps):
        known = seen[place] if seen else None
        if known is None and stamp is None:
            continue
        timings[place] = found = timing(
            stamp,
            config.due(schools[place]),
            origin,
            now,
            complete=entries.complete[place],
            seen=known,
        )
        if found.verdict is Timeliness.LATE:
            late.append((place, Found(_late(found), None, None)))
    entries.add(late)


def timing(
    stamp: datetime | date | None,
    due: datetime,
    origin: Origin,
    now: datetime,
    *,
    complete: bool,
    seen: "Seen | None" = None,
) -> Timing:
    """Judge when an entry came, by the first evidence that applies.

    A time `stamp` in the row; the reads between which it appeared and became complete; a read made
    before the deadline; the file's modification time, since nothing in a file is younger than it.
    A stamp says when an entry was begun: that it was completed after the deadline, or was
    complete before it and broken later, the reads may still say. A stamp of after the read names a
    moment still to come, and tells nothing; one of after the deadline says nothing against a read
    before it, for a form stamps an answer anew that is edited.
    """
    remembered = None if seen is None else by_reads(seen, due)
    if stamp is not None and not _to_come(stamp, origin.read_at.astimezone(due.tzinfo)):
        stamped = _by_stamp(stamp, due, now, complete=complete)
        if remembered is None:
            return stamped
        in_time = remembered.verdict is Timeliness.ON_TIME
        if stamped.verdict is Timeliness.LATE:
            better = in_time and remembered.at is not None and remembered.at <= due
        else:
            better = remembered.reason == "completed_late" or (in_time and not complete)
        return remembered if better else stamped
    if remembered is not None and (now > due or remembered.verdict is Timeliness.LATE):
        return remembered
    return _by_the_read(due, complete, origin, now)


def _by_the_read(due: datetime, complete: bool, origin: Origin, now: datetime) -> Timing:
    """Judge an entry that neither says when it was typed nor was seen before."""
    if now <= due:
        verdict = Timeliness.ON_TIME if complete else Timeliness.PENDING
        return Timing(verdict, "read-before-deadline", now)
    if complete and origin.modified is not None and origin.modified <= due:
        return Timing(Timeliness.ON_TIME, "file-modified", origin.modified)
    return UNTIMED


def by_reads(seen: "Seen", due: datetime) -> Timing | None:
    """Judge by the reads between which an entry appeared and became complete, if they tell.

    An interval that straddles the deadline counts for the school. What was complete in time and
    broken later is in time; what was begun in time and completed after is late.
    """
    zone = due.tzinfo
    begun_late = seen.after is not None and seen.after >= due
    if seen.complete_before is None:
        if not begun_late:
            return None
        after, before = seen.after, seen.before
    else:
        after, before = seen.complete_after, seen.complete_before
    if before <= due or (after is not None and after < due):
        at = before.astimezone(zone)
        return Timing(
            Timeliness.ON_TIME,
            "ledger",
            at,
            after=None if after is None else after.astimezone(zone),
        )
    if after is None:
        return None
    return Timing(
        Timeliness.LATE,
        "ledger",
        before.astimezone(zone),
        max(1, int((after - due).total_seconds())),
        after.astimezone(zone),
        None if begun_late else "completed_late",
    )


def _to_come(stamp: datetime | date, read_at: datetime) -> bool:
    return stamp > read_at if isinstance(stamp, datetime) else stamp > read_at.date()


def _by_stamp(stamp: datetime | date, due: datetime, now: datetime, *, complete: bool) -> Timing:
    """Judge by a time stamp; a bare date is compared as a date, so all of its day is meant."""
    if isinstance(stamp, datetime):
        at_moment = stamp.astimezone(due.tzinfo)
        late_by = at_moment - due
    else:
        at_moment = datetime.combine(stamp, due.timetz())
        late_by = timedelta(days=(stamp - due.date()).days)
    if late_by > timedelta(0):
        return Timing(Timeliness.LATE, "timestamp", at_moment, max(1, int(late_by.total_seconds())))
    if complete:
        return Timing(Timeliness.ON_TIME, "timestamp", at_moment)
    # Begun in time, not complete: before the deadline it may still be; after it nobody can say
    # whether it was complete then and broken later.
    verdict = Timeliness.PENDING if now <= due else Timeliness.UNKNOWN
    return Timing(verdict, "timestamp", at_moment)


def _late(timing: Timing) -> Problem:
    """Return what is wrong with a late entry."""
    facts = {"at": timing.at, "late_by": timing.late_by, "evidence": timing.evidence}
    if timing.after is not None:
        facts["after"] = timing.after
    code, reason = Code.ENTRY_LATE, timing.reason or timing.evidence
    return Problem(code, SEVERITIES[code], reason, facts)
