"""Where every school stands with the order's three points, and what it owes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, datetime
from functools import partial
from itertools import compress

from tochka_sync.config import Config
from tochka_sync.entries import Entries
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.models.school import School
from tochka_sync.once import each
from tochka_sync.registry import Registry
from tochka_sync.result import (
    Contracts,
    Coverage,
    SchoolReport,
    Standing,
    Standings,
    Timeliness,
    Timing,
)
from tochka_sync.rules import Placed, at
from tochka_sync.values.what.contracts import Contract
from tochka_sync.values.when.dates import EventDate, Precision

_HELD = frozenset({Precision.DAY, Precision.RANGE, Precision.LIST})
"""Dates exact enough to say that an event is over."""

_NOBODY = School(id="", name="")
"""A school like many."""

_CONTRACTS = (Contracts.SIGNED, Contracts.NOT_NEEDED, Contracts.IN_PROGRESS, Contracts.UNKNOWN)
"""Which statement of several counts for a school: the best."""
_SETTLED = frozenset({Contracts.SIGNED, Contracts.NOT_NEEDED})


def held(entries: Entries, now: datetime) -> list[bool]:
    """Tell of each event whether it is surely over by its dates, and was not called off."""
    over = each(partial(_over, today=now.date()), entries.values("date"))
    off = entries.outcomes
    return [past and place not in off for place, past in enumerate(over)]


def uncovered(entries: Entries, held: Sequence[bool]) -> Iterator[Placed]:
    """Find held events without a link or a printed reference (point 2.3).

    A form without a column for them is not held against the events.
    """
    asked = entries.asked(Field.LINKS)
    if not asked:
        return
    bare = [past and not said for past, said in zip(held, _covered(entries), strict=True)]
    for places in asked:
        for place in compress(places, bare[places.start : places.stop]):
            known = [found.problem.field for found in entries.found.get(place, ())]
            if Field.LINKS not in known:  # one finding for one cause
                yield at(entries, place, Field.LINKS, Code.COVERAGE_MISSING)


def standings(
    entries: Entries,
    unread: Entries,
    registry: Registry,
    config: Config,
    now: datetime,
    *,
    held: Sequence[bool],
) -> Standings:
    """Return every school of the registry against every obligation, in the registry's order.

    `unread` are the entries on tabs that are not in the plan, `held` tells which events are over.

    A school that has entries only on an unread tab may have filed: it is `unknown`. And where a tab
    of the plan does not say whose its entries are, so is every school that has none elsewhere.
    """
    filed = _Filed(entries, unread, held, config, now)
    # Of all whose centres opened in one year, that filed nothing and got no other day, the same is
    # said, and of a country's most are such.
    years = registry.schools.columns.years
    idle = {year: filed.report(_NOBODY._replace(centre_opened=year)) for year in set(years)}
    alike = list(map(idle.__getitem__, years))
    special = {*filed.by_school, *filed.elsewhere, *config.file.deadlines.extensions}
    for school in special & registry.places.keys():
        at = registry.places[school]
        alike[at] = filed.report(registry.schools[at])
    return Standings(registry.schools, alike)


class _Filed:
    """What schools filed, by the places of their entries, and where they stand by it."""

    def __init__(
        self, entries: Entries, unread: Entries, held: Sequence[bool], config: Config, now: datetime
    ) -> None:
        self._entries = entries
        self._config = config
        self._now = now
        self.elsewhere = _outside(unread)
        self.by_school: dict[str, list[int]] = defaultdict(list)
        for place, school in enumerate(entries.values("school")):
            if school is not None:
                self.by_school[school].append(place)
        self._held = held
        self._links = entries.asked(Field.LINKS)
        self._covered = _covered(entries) if self._links else ()
        self._agreements = entries.asked(Field.CONTRACT)
        self._contracts = each(_status, entries.values("contract")) if self._agreements else ()

    def report(self, school: School) -> SchoolReport:
        """Return where a school stands."""
        own = self.by_school.get(school.id, ())
        timings = self._entries.timings
        came = [timings[place] for place in own if self._entries.complete[place]]
        year = school.centre_opened
        obliged = year is None or year in self._config.file.obliged.centre_opened
        if not obliged:
            standing, evidence = Standing.NOT_OBLIGED, "none"
        elif own or (self._entries.tells_schools and school.id not in self.elsewhere):
            standing, evidence = _standing(came, len(own), self._config, school.id, self._now)
        else:
            standing, evidence = Standing.UNKNOWN, "none"
        return SchoolReport(
            school=school,
            obliged=obliged,
            standing=standing,
            evidence=evidence,
            entries=len(own),
            complete=len(came),
            on_time=sum([timings[place].verdict is Timeliness.ON_TIME for place in own]),
            contracts=self._contracts_of(own),
            coverage=self._coverage_of(own),
        )

    def _contracts_of(self, own: Sequence[int]) -> Contracts:
        """Return the best of what is said of contracts, where a school was asked."""
        asked = _among(own, self._agreements)
        if not self._agreements or (own and not asked):
            return Contracts.UNKNOWN
        said = {self._contracts[place] for place in asked}
        return next((state for state in _CONTRACTS if state in said), Contracts.MISSING)

    def _coverage_of(self, own: Sequence[int]) -> Coverage:
        """Count the events that are over, and those of them with a publication, where one is asked for."""
        over = [place for place in own if self._held[place]]
        asked = _among(over, self._links)
        if not self._links or (over and not asked):
            return Coverage(len(over), None)
        return Coverage(len(asked), sum([self._covered[place] for place in asked]))


def _outside(unread: Entries) -> Set[str]:
    """Return the schools that have entries outside the plan."""
    return {school for school in unread.values("school") if school is not None}


def _among(own: Sequence[int], asked: Sequence[range]) -> Sequence[int]:
    """Return those of some entries, in their order, of which something is asked."""
    if own and asked and own[0] in asked[0] and own[-1] in asked[0]:
        return own  # nearly always
    return [place for place in own if any(place in places for places in asked)]


def owed(
    standings: Standings, entries: Entries, unread: Entries, config: Config, now: datetime
) -> Iterator[Finding]:
    """Return what schools owe: entries, contracts; and what the registry owes the rules.

    A school of which nobody knows when its centre opened is obliged too. Of one with entries enough,
    some of them incomplete, their cells say what is to be done.
    """
    wanted = config.file.obliged.min_events
    elsewhere = _outside(unread)
    schools, places = entries.values("school"), entries.asked(Field.CONTRACT)
    asked = {school for own in places for school in set(schools[own.start : own.stop])}
    for report in standings.obliged:
        school = report.school.id
        name = standings.names[school]
        if report.untold:
            pass  # it may have filed: the form does not say
        elif not report.entries:
            yield _owing(Code.SCHOOL_MISSING, school, config.due(school), now, name=name)
        elif report.entries < wanted and entries.tells_schools and school not in elsewhere:
            facts = {"n": report.entries, "wanted": wanted, "more": wanted - report.entries}
            yield _owing(Code.EVENTS_MISSING, school, config.due(school), now, name=name, **facts)
        if report.entries and school in asked and report.contracts not in _SETTLED:
            code, due, state = Code.CONTRACT_MISSING, config.contracts_due, report.contracts
            yield _owing(code, school, due, now, name=name, state=state)
        if report.school.centre_opened is None:
            code = Code.REGISTRY_GAP
            yield Finding(code, SEVERITIES[code], "centre_opened", {"name": name}, school=school)


def _owing(code: Code, school: str, due: datetime, now: datetime, **facts: object) -> Finding:
    """Return a finding that is an error after a deadline, and days left before it."""
    past = now > due
    days = abs((due.date() - now.astimezone(due.tzinfo).date()).days)
    severity, reason = (SEVERITIES[code], "overdue") if past else (Severity.INFO, "due")
    return Finding(code, severity, reason, {"days": days, "due": due, **facts}, school=school)


def _standing(
    complete: Sequence[Timing], entries: int, config: Config, school: str, now: datetime
) -> tuple[Standing, str]:
    """Judge a school by when its complete entries came: enough in time, enough in all, too few, none."""
    wanted = config.file.obliged.min_events
    verdicts = [timing.verdict for timing in complete]
    on_time = verdicts.count(Timeliness.ON_TIME)
    if on_time >= wanted:
        return Standing.ON_TIME, _evidence(complete, Timeliness.ON_TIME)
    if len(complete) >= wanted:
        if on_time + verdicts.count(Timeliness.UNKNOWN) >= wanted:
            return Standing.UNKNOWN, "none"
        return Standing.LATE, _evidence(complete, Timeliness.LATE)
    if now <= config.due(school):
        return Standing.PENDING, "read-before-deadline"
    return (Standing.INCOMPLETE if entries else Standing.MISSING), "none"


def _evidence(complete: Iterable[Timing], verdict: Timeliness) -> str:
    return next(timing.evidence for timing in complete if timing.verdict is verdict)


def _status(contract: Contract | None) -> Contracts | None:
    return None if contract is None else Contracts(contract.status)


def _over(when: object, today: date) -> bool:
    """Tell whether a date is surely past: its last day is before today."""
    if not isinstance(when, EventDate) or when.precision not in _HELD:
        return False
    last = max(when.dates, default=when.end)
    return last is not None and last < today


def _covered(entries: Entries) -> list[bool]:
    """Tell of each entry whether it has a link or a printed reference."""
    printed = entries.values("print_media")
    return [
        bool(links) or media is not None
        for links, media in zip(entries.values("links"), printed, strict=True)
    ]
