"""Several plans summed up: what became of each, and of all together."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TextIO

from tochka_sync import messages
from tochka_sync.messages import Language
from tochka_sync.result import Summary
from tochka_sync.visible import line

_LISTED = 40
"""Plans; of more, those that failed are listed first, then those that owe most."""


@dataclass(slots=True)
class Tally:
    """What became of every plan of one run, by its configuration, in their order."""

    codes: dict[str, int] = field(default_factory=dict)
    """The exit code of each."""
    summaries: dict[str, Summary] = field(default_factory=dict)
    """The counts of those that were judged."""

    def total(self, name: str) -> int:
        """Sum up one of the counts of all plans."""
        return sum(getattr(summary, name) for summary in self.summaries.values())

    def listed(self) -> list[str]:
        """Return the plans to name."""
        if len(self.codes) <= _LISTED:
            return list(self.codes)
        return sorted(self.codes, key=self._pressing)[:_LISTED]

    def _pressing(self, plan: str) -> tuple[bool, int]:
        summary = self.summaries.get(plan)
        owed = 0 if summary is None else summary.late + summary.expected - summary.received
        return self.codes[plan] <= 1, -owed


def write(tally: Tally, language: Language, out: TextIO) -> None:
    """Write a line a plan, and the totals."""

    def say(key: str, **facts: object) -> None:
        out.write(messages.text(language, f"plans.{key}", **facts) + "\n")

    say("title", n=len(tally.codes), read=len(tally.summaries))
    listed = tally.listed()
    for plan in listed:
        summary = tally.summaries.get(plan)
        if summary is None:
            say("failed", plan=line(plan), code=str(tally.codes[plan]))
            continue
        say("line", plan=line(plan), code=str(tally.codes[plan]), **_counts(summary))
    if left := len(tally.codes) - len(listed):
        say("more", n=left)
    names = ("entries", "complete", "late", "errors", "expected", "received", "received_on_time")
    say("total", **{name: str(tally.total(name)) for name in names})
    codes = sorted(Counter(tally.codes.values()).items())
    say("codes", codes=", ".join(f"{code} — {count}" for code, count in codes))


def _counts(summary: Summary) -> dict[str, str]:
    return {
        "entries": str(summary.entries),
        "complete": str(summary.complete),
        "late": str(summary.late),
        "errors": str(summary.errors),
        "missing": str(summary.expected - summary.received),
    }
