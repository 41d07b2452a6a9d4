"""JUnit XML, for systems that show test results: a school is a suite, an entry is a case.

A school's own obligations, its plan and its contracts, are cases as well. A case with an error
fails; warnings and notes are its output. What is not due yet, or does not concern the school, is
skipped. XML cannot hold control characters, so they are shown as symbols.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from zoneinfo import ZoneInfo

from tochka_sync import discreet, messages
from tochka_sync.findings import Code, Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import groups
from tochka_sync.reports.said import Sayer
from tochka_sync.result import Contracts, Result, SchoolReport, Standing
from tochka_sync.visible import line

_Row = tuple[str | None, int | None]


class _Case(NamedTuple):
    """A test case: its name and the findings that belong to it."""

    name: str
    findings: Sequence[Finding]
    skipped: str = ""
    """Why it does not count, if it does not."""


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write one suite for each school, one for what belongs to none, one for the whole sheet."""
    root = Element("testsuites", {"name": line(result.plan.title)})
    writer = _Suites(result, language)
    totals: Counter[str] = Counter()
    for name, group, cases in writer.suites():
        totals += writer.add(root, name, group, cases)
    counts = _counts(totals)
    del counts["skipped"]  # the schema of Jenkins has it for a suite only
    root.attrib |= counts
    indent(root)
    out.write('<?xml version="1.0" encoding="utf-8"?>\n')
    out.write(tostring(root, encoding="unicode") + "\n")


class _Suites:
    """Sorts entries and findings into suites and cases."""

    def __init__(self, result: Result, language: Language) -> None:
        self._result = result
        self._reports = result.schools
        self._words = partial(messages.text, language)
        self._sayer = Sayer(result, language)
        self._several = len(result.tabs) > 1
        read = result.origin.read_at.astimezone(ZoneInfo(result.plan.timezone))
        self._read = f"{read:%Y-%m-%dT%H:%M:%S}"
        self._rows: dict[_Row, list[Finding]] = defaultdict(list)
        self._schools: dict[str | None, list[Finding]] = defaultdict(list)
        self._titles: dict[str | None, dict[_Row, str]] = defaultdict(dict)
        for entry in result.entries:
            title = line(discreet.title(entry, result))
            self._titles[entry.values.get("school")][entry.tab, entry.row] = title
        entries = {place for titles in self._titles.values() for place in titles}
        for found in result.findings:
            place = (found.tab, found.row)
            if place in entries:
                self._rows[place].append(found)
            else:
                self._schools[found.school].append(found)

    def suites(self) -> Iterable[tuple[str, str, list[_Case]]]:
        """Return every suite: its name, the group of its cases, the cases."""
        titles = dict(self._titles)
        for report in self._reports:
            school = report.school.id
            entries = self._entries(titles.pop(school, {}))
            name = line(self._reports.names[school])
            yield name, school, [*self._obligations(report), *entries, *self._others(school)]
        strays = {place: title for own in titles.values() for place, title in own.items()}
        if strays:
            yield self._words("report.no-school"), "no-school", self._entries(strays)
        rest = [each for school in [*self._schools] for each in self._others(school)]
        if rest:
            yield self._words("report.form"), "sheet", rest

    def add(self, root: Element, name: str, group: str, cases: list[_Case]) -> Counter[str]:
        """Write one suite and return how many tests, failures and skipped there are in it."""
        suite = SubElement(root, "testsuite", {"name": name})
        counts: Counter[str] = Counter()
        for case in cases:
            element = SubElement(
                suite, "testcase", {"classname": group, "name": case.name, "time": "0"}
            )
            counts["tests"] += 1
            counts += self._outcome(element, case)
        suite.attrib |= {**_counts(counts), "timestamp": self._read, "time": "0"}
        return counts

    def _outcome(self, element: Element, case: _Case) -> Counter[str]:
        errors = [each for each in case.findings if each.severity is Severity.ERROR]
        rest = [each for each in case.findings if each.severity is not Severity.ERROR]
        counts: Counter[str] = Counter()
        if errors:
            first = self._sayer.say(errors[0]).message
            codes = " ".join(dict.fromkeys(each.code.value for each in errors))
            failure = SubElement(element, "failure", {"message": first, "type": codes})
            failure.text = "\n".join(map(self._sentence, errors))
            counts["failures"] += 1
        elif case.skipped:
            SubElement(element, "skipped", {"message": case.skipped})
            counts["skipped"] += 1
        if rest:
            SubElement(element, "system-out").text = "\n".join(map(self._sentence, rest))
        return counts

    def _obligations(self, report: SchoolReport) -> list[_Case]:
        """Return what a school owes as a whole: its plan and its contracts."""
        school, standing = report.school.id, report.standing
        waits = report.untold or standing in {Standing.PENDING, Standing.NOT_OBLIGED}
        settled = report.contracts in {Contracts.SIGNED, Contracts.NOT_NEEDED}
        return [
            _Case(
                self._words("html.column.events"),
                self._take(school, Code.SCHOOL_MISSING, Code.EVENTS_MISSING),
                self._words(groups.standing(report)) if waits else "",
            ),
            _Case(
                self._words("export.column.contracts"),
                self._take(school, Code.CONTRACT_MISSING),
                "" if settled else self._words(f"contracts.{report.contracts}"),
            ),
        ]

    def _take(self, school: str, *codes: Code) -> list[Finding]:
        own = self._schools[school]
        self._schools[school] = [each for each in own if each.code not in codes]
        return [each for each in own if each.code in codes]

    def _entries(self, titles: Mapping[_Row, str]) -> list[_Case]:
        """Return the entries as cases; a title that stands for several is told apart by its row."""
        counts = Counter(titles.values())
        cases = []
        for place, title in titles.items():
            name = title
            if not title or counts[title] > 1:
                key = "report.tab-row" if self._several else "report.row"
                tab = line(discreet.tab(self._result, place[0] or ""))
                row = self._words(key, tab=tab, row=place[1])
                name = f"{title} ({row})" if title else row
            cases.append(_Case(name, self._rows[place]))
        return cases

    def _others(self, school: str | None) -> list[_Case]:
        """Return what is left of a school's findings, or of the sheet's, each kind a case."""
        kinds: dict[Code, list[Finding]] = defaultdict(list)
        for found in self._schools.pop(school, []):
            kinds[found.code].append(found)
        return [
            _Case(self._words(f"report.about.{code}"), findings) for code, findings in kinds.items()
        ]

    def _sentence(self, found: Finding) -> str:
        said = self._sayer.say(found)
        place = f"{said.place} " if said.place else ""
        return f"{place}{said.grade}: {said.message} {said.advice} [{found.code}]"


def _counts(counts: Counter[str]) -> dict[str, str]:
    return {
        "tests": str(counts["tests"]),
        "failures": str(counts["failures"]),
        "errors": "0",
        "skipped": str(counts["skipped"]),
    }
