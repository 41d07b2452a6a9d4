"""One finding as reports for people say it: where, how grave, what is wrong, what to type, since when.

What is to be said of several cells alike is said once, of all of them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tochka_sync import discreet, messages
from tochka_sync.findings import Finding, Severity, shared
from tochka_sync.messages import Language
from tochka_sync.privacy import MASK
from tochka_sync.result import Result
from tochka_sync.visible import line

_SCHEMES = ("https://", "http://")


_MOST_SPOTS = 12
"""How many cells are named of which the same is said."""


class Spot(NamedTuple):
    """A cell and what opens it."""

    place: str
    address: str | None


class Said(NamedTuple):
    """A finding in the words of one language, every part but the hint on one line."""

    severity: Severity
    grade: str
    """The severity in words."""
    message: str
    place: str
    """The cell, with its tab where there are several; empty for a whole school or form."""
    address: str | None
    """Opens the cell."""
    now: str
    """What stands in the cell, where the sentence does not say it already."""
    suggestion: str
    """The exact text to type."""
    guess: bool
    """Whether the suggestion is only what may have been meant."""
    typed: str
    """The same as a sentence."""
    hint: str
    """What to do where there is no text to type, or where that alone would not do; lines to be
    pasted stand alone."""
    since: str
    """From which day on it has been there, and for how many days."""
    news: str
    """Whether it is new, or there again, since the last report."""
    others: tuple[Spot, ...] = ()
    """More cells of which the same is said."""
    pasted: frozenset[str] = frozenset()
    """The lines of the hint that are to be pasted as they are."""

    @property
    def advice(self) -> str:
        """What to type and what to do, a line each."""
        return "\n".join(filter(None, (self.typed, self.hint)))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The cells to name."""
        return (Spot(self.place, self.address), *self.others)[:_MOST_SPOTS] if self.place else ()

    @property
    def unnamed(self) -> int:
        """How many cells more there are than are named."""
        return max(1 + len(self.others) - _MOST_SPOTS, 0)


class Sayer:
    """Says the findings of one result in one language."""

    def __init__(self, result: Result, language: Language) -> None:
        self._result = result
        self._language = language
        self._zone = ZoneInfo(result.plan.timezone)
        self._year = result.plan.school_year
        self._today = result.origin.read_at.astimezone(self._zone).date()
        self._tabs = {*result.tabs, *(found.tab for found in result.findings if found.tab)}
        since = result.since
        self._new = _ids(since.new if since else ())
        self._back = _ids(since.reopened if since else ())
        self._wordy = shared(self._words)

    def say(self, found: Finding) -> Said:
        """Return one finding in words."""
        return self._wordy(found)._replace(
            place=self.place(found),
            address=web(found.url),
            since=self._since(found),
            news=self._news(found),
        )

    def together(self, findings: Iterable[Finding]) -> list[Said]:
        """Return findings in words, those of which the same is to be said as one."""
        first: dict[Said, int] = {}
        spots: list[list[Spot]] = []
        for found in findings:
            said = self.say(found)
            alike = said._replace(place="", address=None) if said.place else said
            at = first.setdefault(alike, len(spots))
            if at == len(spots):
                spots.append([])
            spots[at].append(Spot(said.place, said.address))
        return [_of(said, spots[at]) for said, at in first.items()]

    def place(self, found: Finding) -> str:
        """Return the cell, with its tab where there are several."""
        cell = found.cell or ""
        if not cell and found.row:
            cell = messages.text(self._language, "report.row", row=found.row)
        if not cell or not found.tab or len(self._tabs) < 2:
            return cell
        return f"{line(discreet.tab(self._result, found.tab))}!{cell}"

    def _words(self, found: Finding) -> Said:
        """Return what is said of a finding wherever it stands and since whenever."""
        message, typed, hint = messages.told(self._language, found, self._year)
        message, lines = line(message), [line(each) for each in hint.split("\n")]
        facts = frozenset(fact for fact in found.facts.values() if isinstance(fact, str))
        value = line(found.value or "")
        return Said(
            severity=found.severity,
            grade=messages.text(self._language, f"severity.{found.severity}"),
            message=message,
            place="",
            address=None,
            now="" if value in {"", MASK} or _plain(value) in _plain(message) else value,
            suggestion=line(found.suggestion or "") if typed else "",
            guess=bool(found.facts.get("guess")),
            typed=line(typed),
            hint="\n".join(lines),
            since="",
            news="",
            pasted=facts.intersection(lines) if len(lines) > 1 else frozenset(),
        )

    def _since(self, found: Finding) -> str:
        if found.since is None:
            return ""
        day = found.since.astimezone(self._zone).date()
        age = (self._today - day).days
        return messages.text(self._language, "said.since", day=day, n=age) if age > 0 else ""

    def _news(self, found: Finding) -> str:
        if found.fingerprint in self._new:
            return messages.text(self._language, "said.new")
        return (
            messages.text(self._language, "said.again") if found.fingerprint in self._back else ""
        )


def _plain(said: str) -> str:
    """Return text with quotes of one kind: those of a value are others within a sentence."""
    return said.replace("„", "«").replace("“", "»")


def left(told: Sequence[Said], most: int) -> int:
    """Return of how many cells nothing is said when only `most` sentences are."""
    return sum(1 + len(said.others) for said in told[most:])


def web(address: str | None) -> str | None:
    """Return an address that is safe to follow: of the web and nothing else, or nothing."""
    if address is None or not address.lower().startswith(_SCHEMES):
        return None
    return address


def _of(said: Said, spots: Sequence[Spot]) -> Said:
    """Return what is said of several cells."""
    first, *others = spots
    return said._replace(place=first.place, address=first.address, others=tuple(others))


def _ids(findings: Iterable[Finding]) -> frozenset[str]:
    return frozenset(found.fingerprint for found in findings)
