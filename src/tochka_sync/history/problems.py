"""Findings from one read to the next: their lasting names, since when, and what became of them."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count

from tochka_sync.findings import SEVERITIES, Code, Finding
from tochka_sync.history.meeting import Meeting, Removed, Span
from tochka_sync.history.memory import Memory
from tochka_sync.result import Settled, Since

Stood = Mapping[str, Mapping[int, int]]
"""Tab → sheet row → entry."""


def names(findings: Iterable[Finding], stood: Stood) -> list[str]:
    """Name every problem by what it is about; twins are told apart by their order."""
    seen: Counter[str] = Counter()
    return [_unique(finding, stood, seen) for finding in findings]


def entry(finding: Finding, stood: Stood) -> int | None:
    """Return the entry a finding is about, if it is about one that is known."""
    if finding.code is Code.ENTRY_REMOVED:
        return int(str(finding.facts["entry"]))
    tab = stood.get(finding.tab or "")
    return tab.get(finding.row) if tab and finding.row is not None else None


def asked(memory: Memory, silent: Container[str]) -> Memory:
    """Return a memory without the findings of codes of which a plan wants to hear nothing.

    They stay in the history as they were: that nobody asks for them puts nothing right. So do those
    of a code that only another version of the program knows.
    """
    asked = {code for code in Code if code not in silent}
    return replace(memory, spans=tuple(each for each in memory.spans if each.code in asked))


class Story:
    """What became of the findings of one read, told while they are finished."""

    def __init__(self, memory: Memory, meeting: Meeting, read_at: datetime) -> None:
        """Take what is remembered, and the moment of the read, with its zone."""
        self._memory = memory
        self._meeting = meeting
        # New entries have no number yet, so they get one that nobody else has.
        unknown = count(-1, -1)
        self._stood = {
            tab.title: {each.row: each.id or next(unknown) for each in tab.met}
            for tab in meeting.tabs
        }
        self._read_at = read_at
        self._seen: Counter[str] = Counter()
        self._there: dict[str, Finding] = {}
        self._open = {span.key: span.opened for span in self._memory.spans if span.closed is None}

    def removed(self, schools: Container[str]) -> list[Finding]:
        """Return a finding for every entry that is gone and that somebody may miss."""
        missed = [each for each in self._meeting.removed if each.missed]
        return [_removed(each, schools, self._memory.restore) for each in missed]

    def dated(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with the moment each was first seen."""
        told = []
        for finding in findings:
            name = _unique(finding, self._stood, self._seen)
            opened = self._open.get(name)
            since = self._read_at if opened is None else self._memory.moments[opened]
            self._there[name] = Finding(*finding[:-1], since)
            told.append(self._there[name])
        return tuple(told)

    def since(self) -> Since | None:
        """Say what became of the findings since the last report, if there was one.

        What a read between two reports found and lost again was never told, so it is no news.
        """
        if self._memory.reported is None:
            return None
        report = self._memory.reported.id
        spans: dict[str, list[Span]] = defaultdict(list)
        for span in self._memory.spans:
            spans[span.key].append(span)
        before = {key: span for key, own in spans.items() for span in own if span.had(report)}
        fresh = {name: found for name, found in self._there.items() if name not in before}
        back = {name for name in fresh if any(span.opened < report for span in spans.get(name, ()))}
        return Since(
            read_at=self._memory.moments[report],
            new=tuple(found for name, found in fresh.items() if name not in back),
            put_right=self._put_right(before),
            open=tuple(found for name, found in self._there.items() if name in before),
            reopened=tuple(found for name, found in fresh.items() if name in back),
        )

    def _put_right(self, before: Mapping[str, Span]) -> tuple[Settled, ...]:
        right = [span for name, span in before.items() if name not in self._there]
        about = {span.entry for span in right}
        titles = {
            known.id: known.portrait.title for known in self._memory.entries if known.id in about
        }
        return tuple(
            Settled(
                code=Code(span.code),
                school=span.school,
                field=span.field,
                title=titles.get(span.entry or 0) or None,
                since=self._memory.moments[span.opened],
            )
            for span in right
        )


def _unique(finding: Finding, stood: Stood, seen: Counter[str]) -> str:
    name = _name(finding, entry(finding, stood))
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}:{seen[name]}"


def _name(finding: Finding, about: int | None) -> str:
    """An entry's problem is its cell's, whatever is typed there meanwhile; another is its value's."""
    if about is not None:
        return f"{about}:{finding.code}:{finding.reason or ''}:{finding.field or ''}"
    parts = (finding.code, finding.school or "", finding.field or "", finding.value or "")
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{finding.code}:{digest[:16]}"


def _removed(gone: Removed, schools: Container[str], restore: Callable[[int], str]) -> Finding:
    portrait = gone.portrait
    return Finding(
        code=Code.ENTRY_REMOVED,
        severity=SEVERITIES[Code.ENTRY_REMOVED],
        reason=None if portrait.title else "untitled",
        facts={
            "entry": gone.id,
            "event": portrait.title,
            "snapshot": gone.read if gone.kept else None,
            "restore": restore(gone.read),
            "read": gone.read_at,
        },
        school=portrait.school if portrait.school in schools else None,
        title=portrait.title or None,
    )
