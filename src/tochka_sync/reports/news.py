"""What is new since the last report, in words and bounded: for pages a person reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tochka_sync import messages
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import moments
from tochka_sync.reports.said import Said, Sayer
from tochka_sync.result import Result, Settled, Since
from tochka_sync.visible import line

_MOST = 20
"""How much news of one kind a person reads."""
_GRAVE = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Item:
    """A finding that is news, and whose it is."""

    school: str
    said: Said


@dataclass(frozen=True, slots=True)
class News:
    """What became of the findings since the last report."""

    read: str
    """When the sheet of that report was read."""
    new: Sequence[Item]
    reopened: Sequence[Item]
    put_right: Sequence[str]
    counts: Mapping[str, int]
    """How many there are of `new`, `reopened`, `put_right` and `open`."""

    @property
    def key(self) -> str:
        """Which sentence sums them up."""
        changed = any(count for kind, count in self.counts.items() if kind != "open")
        return "html.news-counts" if changed else "html.news-same"

    def more(self, kind: str) -> int:
        """Return how many of a kind are not listed."""
        return max(self.counts[kind] - _MOST, 0)

    @classmethod
    def of(cls, result: Result, language: Language) -> "News | None":
        """Return the news of a result, or nothing where no earlier report is remembered."""
        if result.since is None:
            return None
        return _told(result, result.since, language)


def _told(result: Result, since: Since, language: Language) -> News:
    names = result.schools.names
    sayer = Sayer(result, language)

    def items(found: Sequence[Finding]) -> list[Item]:
        grave = sorted(found, key=lambda each: _GRAVE.index(each.severity))
        return [
            Item(line(names.get(each.school or "", "")), sayer.say(each)) for each in grave[:_MOST]
        ]

    return News(
        read=moments.moment(since.read_at, result.plan),
        new=items(since.new),
        reopened=items(since.reopened),
        put_right=[_settled(each, names, language) for each in since.put_right[:_MOST]],
        counts={
            "new": len(since.new),
            "reopened": len(since.reopened),
            "put_right": len(since.put_right),
            "open": len(since.open),
        },
    )


def _settled(settled: Settled, names: Mapping[str, str], language: Language) -> str:
    """Return what was put right: the kind, the field, the event and the school, as far as known."""
    field = messages.text(language, f"field.{settled.field}") if settled.field else ""
    parts = (
        messages.text(language, f"report.about.{settled.code}"),
        field,
        messages.quoted(line(settled.title)) if settled.title else "",
        line(names.get(settled.school or "", "")),
    )
    return " · ".join(filter(None, parts))
