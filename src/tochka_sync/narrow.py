"""A result seen by some schools only."""

from collections.abc import Sequence

from tochka_sync import check, nearest
from tochka_sync.errors import ConfigError
from tochka_sync.findings import Finding
from tochka_sync.result import Result, Since, Standings


def to_schools(result: Result, schools: Sequence[str]) -> Result:
    """Return what concerns the named schools: their entries, findings and standings, counted anew.

    Raises `ConfigError` for an id that is not in the registry, naming the nearest.
    """
    known = result.schools.names
    for school in schools:
        if school not in known:
            raise ConfigError("cli-unknown-school", school=school, near=nearest.name(school, known))
    wanted = frozenset(schools)
    entries = tuple(entry for entry in result.entries if entry.values.get("school") in wanted)
    findings = tuple(finding for finding in result.findings if finding.school in wanted)
    reports = Standings.of([each for each in result.schools if each.school.id in wanted])
    since = result.since and _since(result.since, wanted)
    return result._replace(
        since=since,
        entries=entries,
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

    def own(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if finding.school in wanted)

    return Since(
        since.read_at,
        new=own(since.new),
        put_right=tuple(settled for settled in since.put_right if settled.school in wanted),
        open=own(since.open),
        reopened=own(since.reopened),
    )
