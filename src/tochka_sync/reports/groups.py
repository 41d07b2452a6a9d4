"""The order in which a person wants to hear of findings and of schools."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tochka_sync.findings import Code, Finding, Severity, of_the_form
from tochka_sync.result import Result, SchoolReport, Standing

PRESSING = (
    Standing.MISSING,
    Standing.LATE,
    Standing.INCOMPLETE,
    Standing.PENDING,
    Standing.UNKNOWN,
    Standing.ON_TIME,
    Standing.NOT_OBLIGED,
)
"""Standings, the most pressing first."""
_NEEDING = PRESSING[:4]

_SERIOUS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def needing(obliged: Iterable[SchoolReport]) -> list[tuple[Standing, list[SchoolReport]]]:
    """Return the schools that need attention by their standing, the most pressing first."""
    found: dict[Standing, list[SchoolReport]] = defaultdict(list)
    for report in obliged:
        found[report.standing].append(report)
    return [(standing, found[standing]) for standing in _NEEDING if found[standing]]


def standing(report: SchoolReport) -> str:
    """Return the key of the words for where a school stands; of some nobody knows whether it filed."""
    return "standing.untold" if report.untold else f"standing.{report.standing}"


def filed(result: Result) -> tuple[str, dict[str, object]]:
    """Return the key and the facts of the sentence on how many schools filed, if that is known."""
    summary = result.summary
    facts: dict[str, object] = {
        "expected": summary.expected,
        "received": summary.received,
        "on_time": summary.received_on_time,
    }
    return ("schools" if result.tells_schools else "schools-unknown"), facts


def summed_up(found: Finding) -> bool:
    """Tell whether a finding is said elsewhere than in the list of what to mend.

    Notes are counted by kind; schools without an entry or a contract are listed by name.
    """
    whole_school = {Code.SCHOOL_MISSING, Code.CONTRACT_MISSING}
    return found.severity is Severity.INFO or found.code in whole_school


def of_the_sheet(found: Finding) -> bool:
    """Tell whether a finding concerns the sheet as a whole; another without a school is of some row."""
    if found.school is not None:
        return False
    return found.row is None or of_the_form(found.code, found.reason)


def by_school(found: Iterable[Finding]) -> list[tuple[str | None, Sequence[Finding]]]:
    """Return findings by school, and then by tab and row; those of the whole sheet come first."""
    grouped: dict[tuple[bool, str | None], list[Finding]] = defaultdict(list)
    tabs: dict[str | None, int] = {}
    for finding in found:
        tabs.setdefault(finding.tab, len(tabs))
        grouped[of_the_sheet(finding), finding.school].append(finding)
    ordered = sorted(grouped.items(), key=lambda group: (not group[0][0], group[0][1] is None))

    def place(each: Finding) -> tuple[int, int, int]:
        tab = tabs[each.tab] if each.row else 0
        return tab, each.row or 0, _SERIOUS.index(each.severity)

    return [(school, sorted(own, key=place)) for (_, school), own in ordered]


def by_code(found: Iterable[Finding]) -> list[tuple[Code, list[Finding]]]:
    """Return findings by their code, in the order of the catalogue."""
    grouped: dict[Code, list[Finding]] = defaultdict(list)
    for finding in found:
        grouped[finding.code].append(finding)
    return [(code, grouped[code]) for code in Code if code in grouped]
