"""The report to open in a browser, to print and to mail: one file, no network, no script.

What a person reads is bounded, so that a plan with ten thousand findings opens at once; it says
how much more there is, and the formats for programs have it all. Text of the sheet is only text:
every expression of the template is escaped, control characters are shown, and only addresses of
the web become links.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TextIO

from tochka_sync import __version__, messages
from tochka_sync.drawings import arrivals, months, shares
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import agenda, groups, moments, skipped
from tochka_sync.reports.news import News
from tochka_sync.reports.page import template
from tochka_sync.reports.said import Said, Sayer, left, web
from tochka_sync.result import Contracts, Result, SchoolReport, Standing

_MOST = 25
"""How many findings of one school a person reads."""

_LONG = 2000
"""From how many findings on laying out all of a page at once keeps its reader waiting."""

_BAR = (*reversed(groups.PRESSING[:-1]),)
"""Standings of obliged schools from good to bad."""


@dataclass(frozen=True, slots=True)
class _School:
    """A row of the table of schools."""

    anchor: str
    name: str
    report: SchoolReport
    entries: str
    contracts: Contracts
    coverage: str
    mend: int


@dataclass(frozen=True, slots=True)
class _Section:
    """A school, or the sheet as a whole, with its findings."""

    anchor: str
    name: str
    report: SchoolReport | None
    said: Sequence[Said]
    more: int
    infos: Sequence[Said]
    more_infos: int
    all_infos: int


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write the whole page."""
    out.write(template("page.html").render(page=_Page(result, language)))


class _Page:
    """What the template asks for, part by part."""

    def __init__(self, result: Result, language: Language) -> None:
        self.result = result
        self.language = language
        self.words = partial(messages.text, language)
        self.version = __version__
        self.address = web(result.url)
        self.news = News.of(result, language)
        self.agenda = agenda.of(result, language)
        self.arrivals = arrivals.arrivals(result)
        self.year = months.year(result)
        self._sayer = Sayer(result, language)
        self._groups: dict[str | None, list[Finding]] = defaultdict(list)
        for school, own in groups.by_school(result.findings):
            self._groups[school] += own

    @property
    def deadline(self) -> tuple[str, dict[str, object]]:
        """Return the key of the deadline's sentence and its facts."""
        return moments.deadline(self.result)

    @property
    def read(self) -> str:
        """When the sheet was read."""
        return moments.moment(self.result.origin.read_at, self.result.plan)

    @property
    def replayed(self) -> str:
        """As of when the plan is judged, where that is not the moment of the read."""
        result = self.result
        differs = result.as_of != result.origin.read_at
        return moments.moment(result.as_of, result.plan) if differs else ""

    @property
    def skipped(self) -> str:
        """Which rows are no entries, and what they were taken for."""
        return skipped.told(self.result, self.language)

    @property
    def long(self) -> bool:
        """Whether there is so much to mend that a browser had better lay out only what is in sight."""
        return len(self.result.findings) > _LONG

    @property
    def standings(self) -> list[tuple[Standing, int]]:
        """Return how many obliged schools there are of each standing, from good to bad."""
        obliged = [report.standing for report in self.result.schools.obliged]
        counts = [(standing, obliged.count(standing)) for standing in _BAR]
        return [(standing, count) for standing, count in counts if count]

    @property
    def legend(self) -> list[tuple[Standing, str, int]]:
        """Return what the colours of the bar mean, and how many schools each stands for.

        One colour has two meanings: when some filed is unknown, of others whether they did.
        """
        obliged = self.result.schools.obliged
        counts = Counter((report.standing, groups.standing(report)) for report in obliged)
        return sorted(
            ((standing, words, count) for (standing, words), count in counts.items()),
            key=lambda told: _BAR.index(told[0]),
        )

    def stands(self, report: SchoolReport) -> str:
        """Return the key of the words for where a school stands."""
        return groups.standing(report)

    def bar(self) -> str:
        """Return the picture of the standings."""
        key, facts = groups.filed(self.result)
        label = self.words(f"report.{key}", **facts)
        return shares.draw([(standing.value, n) for standing, n in self.standings], label)

    def stairs(self) -> str | None:
        """Return the picture of the entries arriving."""
        return arrivals.draw(self.arrivals, self.result.as_of, self.language)

    def months(self) -> Iterator[tuple[str, str, str]]:
        """Return the months of the school year: anchor, name, picture."""
        for number in (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8):
            first = date(self.year.year.year_of(number), number, 1)
            anchor = f"month-{first:%Y-%m}" if first in self.agenda.months else ""
            name = months.name(first, self.language)
            yield anchor, name, months.draw(self.year, number, self.language)

    def schools(self) -> list[_School]:
        """Return the table of schools, those that need attention first."""
        ordered = sorted(self.result.schools, key=lambda each: groups.PRESSING.index(each.standing))
        return [self._school(report) for report in ordered]

    def sections(self) -> Iterator[_Section]:
        """Return the findings: of the whole sheet, of unknown schools, then school by school."""
        known = {report.school.id: report for report in self.result.schools}
        whole = [each for each in self._groups[None] if groups.of_the_sheet(each)]
        stray = [each for each in self._groups[None] if not groups.of_the_sheet(each)]
        if whole:
            yield self._section("sheet", self.words("report.form"), None, whole)
        if stray:
            yield self._section("no-school", self.words("report.no-school"), None, stray)
        names = self.result.schools.names
        for school, report in known.items():
            own = self._groups[school]
            yield self._section(f"school-{school}", names[school], report, own)

    def _school(self, report: SchoolReport) -> _School:
        own = self._groups[report.school.id]
        covered, held = report.coverage.covered, report.coverage.held
        return _School(
            anchor=f"school-{report.school.id}",
            name=self.result.schools.names[report.school.id],
            report=report,
            entries=self.words(
                "report.entries-of",
                entries=report.entries,
                complete=report.complete,
                on_time=report.on_time,
            )
            if report.entries
            else "",
            contracts=report.contracts,
            coverage=self.words("export.coverage", covered=covered, held=held)
            if held and covered is not None
            else "",
            mend=sum(each.severity is not Severity.INFO for each in own),
        )

    def _section(
        self, anchor: str, name: str, report: SchoolReport | None, own: Sequence[Finding]
    ) -> _Section:
        mend = self._sayer.together(each for each in own if each.severity is not Severity.INFO)
        infos = self._sayer.together(each for each in own if each.severity is Severity.INFO)
        return _Section(
            anchor=anchor,
            name=name,
            report=report,
            said=mend[:_MOST],
            more=left(mend, _MOST),
            infos=infos[:_MOST],
            more_infos=left(infos, _MOST),
            all_infos=left(infos, 0),
        )
