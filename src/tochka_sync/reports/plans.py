"""Several plans summed up: what became of each, and of all together."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TextIO

from tochka_sync import messages
from tochka_sync.messages import Language
from tochka_sync.result import Result, Summary
from tochka_sync.visible import line

_COUNTED = ("entries", "complete", "late", "errors")
_OF_SCHOOLS = ("received", "received_on_time")
_LISTED = 40
"""Plans; of more, those that failed are listed first, then those that owe most."""


@dataclass(slots=True)
class Tally:
    """What became of every plan of one run, by its configuration, in their order."""

    codes: dict[str, int] = field(default_factory=dict)
    """The exit code of each."""
    summaries: dict[str, Summary] = field(default_factory=dict)
    """The counts of those that were judged."""
    untold: set[str] = field(default_factory=set)
    """Those whose form does not tell which schools filed."""

    def add(self, plan: str, result: Result) -> None:
        """Count what was found in a plan."""
        self.summaries[plan] = result.summary
        if not result.tells_schools:
            self.untold.add(plan)

    def total(self, name: str) -> str:
        """Sum up one of the counts of all plans; of schools that filed, with a mark that more may have."""
        known = sum(getattr(summary, name) for summary in self.summaries.values())
        return f"{known} + ?" if self.untold and name in _OF_SCHOOLS else str(known)

    def missing(self, plan: str) -> int | None:
        """Return how many schools of a plan filed nothing, where its form tells."""
        summary = self.summaries[plan]
        return None if plan in self.untold else summary.expected - summary.received

    def listed(self) -> list[str]:
        """Return the plans to name."""
        if len(self.codes) <= _LISTED:
            return list(self.codes)
        return sorted(self.codes, key=self._pressing)[:_LISTED]

    def _pressing(self, plan: str) -> tuple[bool, int]:
        summary = self.summaries.get(plan)
        owed = 0 if summary is None else summary.late + (self.missing(plan) or 0)
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
        missing = tally.missing(plan)
        say(
            "line",
            plan=line(plan),
            code=str(tally.codes[plan]),
            missing="?" if missing is None else str(missing),
            **{name: str(getattr(summary, name)) for name in _COUNTED},
        )
    if left := len(tally.codes) - len(listed):
        say("more", n=left)
    names = (*_COUNTED, "expected", *_OF_SCHOOLS)
    say("total", **{name: tally.total(name) for name in names})
    codes = sorted(Counter(tally.codes.values()).items())
    say("codes", codes=", ".join(f"{code} — {count}" for code, count in codes))
