"""Whether a read can be believed: a sheet that lost too much at once is not the plan any more."""

from collections.abc import Iterable, Mapping

from tochka_sync import messages
from tochka_sync.errors import GuardError
from tochka_sync.history.meeting import Meeting, Removed
from tochka_sync.history.memory import Memory

_NAMED = 5


def watch(
    memory: Memory, meeting: Meeting | None, max_loss: float, *, recognised: bool
) -> GuardError | None:
    """Return why a read cannot be believed, or nothing.

    It cannot when its form is suddenly unrecognisable, or when more than `max_loss` of the entries
    of the last believed read are gone, be it that their tabs are left out now: of a sheet whose
    tabs changed places another may be read. `Memory.accept` believes it all the same.
    """
    if memory.accept or memory.last is None or meeting is None:
        return None
    facts: Mapping[str, object] = {
        "snapshot": memory.last.id,
        "restore": memory.restore(memory.last.id),
        "read": memory.moments[memory.last.id],
    }
    kept = memory.last.id in memory.kept
    if not recognised and memory.last.recognised:
        code = "guard-form" if kept else "guard-form-forgotten"
        return GuardError(code, n=meeting.live_before, **facts)
    lost = meeting.vanished
    missed = [gone for gone in lost if gone.missed]
    most = round(max_loss * meeting.live_before, 6)  # 0.29 of 100 is 28.999… to a machine
    if len(lost) <= most:
        return None
    if len(missed) > most:
        code, lost = "guard-loss" if kept else "guard-loss-forgotten", tuple(missed)
    else:
        code = "guard-aside"
    return GuardError(
        code,
        n=len(lost),
        total=meeting.live_before,
        percent=round(100 * len(lost) / meeting.live_before),
        events=_named(lost),
        tabs=", ".join(dict.fromkeys(messages.quoted(gone.aside) for gone in lost if gone.aside)),
        **facts,
    )


def _named(lost: Iterable[Removed]) -> str:
    """Name the first of what is gone, as a person would."""
    titles = [messages.quoted(gone.portrait.title) for gone in lost if gone.portrait.title]
    more = "…" if len(titles) > _NAMED else ""
    return ", ".join(titles[:_NAMED]) + more or "—"
