"""A result seen by some schools only."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tochka_sync import check, nearest
from tochka_sync.errors import ConfigError
from tochka_sync.findings import Code, Finding, of_the_form
from tochka_sync.result import Result, Settled, Since, Standings

Told = TypeVar("Told", Finding, Settled)


def to_schools(result: Result, schools: Sequence[str]) -> Result:
    """Return what concerns the named schools: their entries, findings and standings, counted anew.

    What is wrong with the form concerns every school.

    Raises `ConfigError` for an id that is not in the registry, naming the nearest.
    """
    known = result.schools.names
    for school in schools:
        if school not in known:
            raise ConfigError("cli-unknown-school", school=school, near=nearest.name(school, known))
    wanted = frozenset(schools)
    entries = tuple(entry for entry in result.entries if entry.values.get("school") in wanted)
    findings = _own(result.findings, wanted)
    reports = Standings.of([each for each in result.schools if each.school.id in wanted])
    since = result.since and _since(result.since, wanted)
    return result._replace(
        since=since,
        entries=entries,
        all_entries=result.entries,
        skipped=(),
        findings=findings,
        clean=sum(entry.clean for entry in entries),
        schools=reports,
        summary=check.summary(
            [entry.complete for entry in entries],
            [entry.timing for entry in entries],
            (),
            reports.obliged,
            findings,
        ),
    )


def _since(since: Since, wanted: frozenset[str]) -> Since:
    """Return what changed at the named schools."""
    return Since(
        since.read_at,
        new=_own(since.new, wanted),
        put_right=_own(since.put_right, wanted),
        open=_own(since.open, wanted),
        reopened=_own(since.reopened, wanted),
    )


def _own(told: Iterable[Told], wanted: frozenset[str]) -> tuple[Told, ...]:
    return tuple(each for each in told if each.school in wanted or _of_all(each))


def _of_all(told: Finding | Settled) -> bool:
    """Tell what is wrong for every school: its entries may be unread, incomplete or misdated."""
    reason = told.reason if isinstance(told, Finding) else None
    return told.code is not Code.COLUMN_UNKNOWN and of_the_form(told.code, reason)
