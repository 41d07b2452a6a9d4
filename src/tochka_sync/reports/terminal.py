"""The report a person reads: what an attentive colleague would say first.

Plain text where it does not go to a terminal. Text of the sheet is never markup, and its control
characters are shown, not obeyed. Nothing is cut: long lines are folded. Where there is more than
a person reads, it says how much more.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from tochka_sync import messages
from tochka_sync.findings import Code, Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import groups, skipped
from tochka_sync.reports.moments import deadline, moment
from tochka_sync.reports.news import News
from tochka_sync.reports.said import Said, Sayer, left
from tochka_sync.result import Result, SchoolReport, Standing
from tochka_sync.visible import freed, held, line

_PLAIN_WIDTH = 80
_WIDEST = 100
"""Longer lines lose the eye on its way back, however wide the terminal."""
_MOST = 20
"""How many findings of one school a person reads."""
_MOST_IN_ALL = 500
"""How many of all schools; those of the schools after that are counted by kind."""
_MOST_SCHOOLS = 200
"""How many schools are listed by name where nothing more is said of them."""
_MOST_PLACES = 6

_STYLES = {  # told apart on a light and on a dark ground, and by their words without colour
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold magenta",
    Severity.INFO: "bold",
}


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write the whole report."""
    width = None if out.isatty() else _PLAIN_WIDTH
    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    _Page(result, language, console).write()


class _Page:
    """Writes one report; every part begins with a blank line and says nothing if it is empty."""

    def __init__(self, result: Result, language: Language, console: Console) -> None:
        self._result = result
        self._language = language
        self._console = console
        self._sayer = Sayer(result, language)
        self._names = result.schools.names

    def write(self) -> None:
        self._head()
        self._totals()
        self._schools()
        self._contracts()
        self._problems()
        self._infos()
        self._counts()

    def _head(self) -> None:
        plan, origin = self._result.plan, self._result.origin
        self._say(Text(line(plan.title), "bold"))
        read = moment(origin.read_at, plan)
        self._say(self._words("source", name=line(origin.name), read=read))
        if self._result.url:
            self._say(Text(self._result.url, Style(link=self._result.url)))
        if self._result.as_of != origin.read_at:
            at = moment(self._result.as_of, plan)
            self._say(self._words("as_of", moment=at, timezone=plan.timezone))

    def _totals(self) -> None:
        summary = self._result.summary
        self._gap()
        key, facts = deadline(self._result)
        self._say(Text(self._words(key, **facts), "bold"))
        key, facts = groups.filed(self._result)
        self._say(self._words(key, **facts))
        self._say(
            self._words(
                "entries", entries=summary.entries, complete=summary.complete, late=summary.late
            )
        )
        if summary.unknown:
            self._say(self._words("unknown", n=summary.unknown))
        if news := News.of(self._result, self._language):
            self._say(messages.text(self._language, news.key, read=news.read, **news.counts))

    def _schools(self) -> None:
        """List the schools that need attention, those without an entry first."""
        needing = groups.needing(self._result.schools.obliged)
        if not needing:
            return
        self._title("attention")
        for standing, reports in needing:
            words = messages.text(self._language, f"standing.{standing}")
            bad = standing in {Standing.MISSING, Standing.LATE}
            style = _STYLES[Severity.ERROR] if bad else "bold"
            self._say(Text(f"{words} ({len(reports)}):", style), indent=2)
            for report in reports[:_MOST_SCHOOLS]:
                self._say(self._school(report), indent=4)
            self._more_schools(len(reports))

    def _school(self, report: SchoolReport) -> str:
        name = line(self._names[report.school.id])
        if not report.entries:
            return name
        counted = self._words(
            "entries-of", entries=report.entries, complete=report.complete, on_time=report.on_time
        )
        return f"{name}: {counted}"

    def _contracts(self) -> None:
        """List the schools without a contract once it is due; before that they are counted."""
        owing = [found for found in self._result.findings if found.code is Code.CONTRACT_MISSING]
        due = [found for found in owing if found.severity is not Severity.INFO]
        if not due:
            return
        self._title("contracts")
        named = "; ".join(self._name(found.school) for found in due[:_MOST_SCHOOLS])
        self._say(Text(named), indent=2)
        self._more_schools(len(due))

    def _more_schools(self, listed: int) -> None:
        if listed > _MOST_SCHOOLS:
            self._say(self._words("more-schools", n=listed - _MOST_SCHOOLS), indent=4)

    def _problems(self) -> None:
        """List what must or should be mended, by school and then by row."""
        found = [each for each in self._result.findings if not groups.summed_up(each)]
        if not found:
            return
        self._title("problems")
        by_school, room = groups.by_school(found), _MOST_IN_ALL
        for place, (school, own) in enumerate(by_school):
            if place:
                self._gap()
            if room <= 0:
                self._rest(by_school[place:])
                break
            self._say(Text(self._group(school, own), "bold underline"), indent=2)
            told = self._sayer.together(own)
            for said in told[:_MOST]:
                self._finding(said)
            if more := left(told, _MOST):
                self._say(self._words("more-findings", n=more), indent=4)
            room -= len(told[:_MOST])

    def _rest(self, groups_left: Sequence[tuple[str | None, Sequence[Finding]]]) -> None:
        """Count by kind what there is beyond what a person reads."""
        found = [each for _, own in groups_left for each in own]
        counted = self._words("more-of-schools", schools=len(groups_left), n=len(found))
        self._say(Text(counted, "bold"), indent=2)
        for code, own in groups.by_code(found):
            self._say(f"{self._words(f'about.{code}')}: {len(own)}", indent=4, hang=2)

    def _group(self, school: str | None, own: Sequence[Finding]) -> str:
        if school is not None:
            return self._name(school)
        return self._words("form" if groups.of_the_sheet(own[0]) else "no-school")

    def _finding(self, said: Said) -> None:
        first = Text()
        if said.news:
            first.append(f"{said.news} ", "bold")
        for at, spot in enumerate(said.spots):
            first.append(", " if at else "")
            first.append(spot.place, Style(bold=True, link=spot.address))
        if said.unnamed:
            first.append(f" {self._words('more', n=said.unnamed)} —")
        first.append(" " if said.place else "")
        first.append(f"{said.grade}: ", _STYLES[said.severity])
        first.append(said.message)
        self._say(first, indent=4, hang=2)
        if said.now:
            self._say(self._words("now", value=said.now), indent=6, hang=2)
        if said.typed:
            self._say(Text(said.typed, "bold"), indent=6, hang=2)
        for hint in said.hint.split("\n") if said.hint else ():
            if hint in said.pasted:  # folded it could not be pasted
                self._console.print(Text(f"{' ' * 8}{hint}"), soft_wrap=True)
            else:
                self._say(hint, indent=6, hang=2)

    def _infos(self) -> None:
        """Sum up by kind what need not be mended, with the first places."""
        kinds = groups.by_code(
            found
            for found in self._result.findings
            if found.severity is Severity.INFO and found.code is not Code.SCHOOL_MISSING
        )
        if not kinds:
            return
        self._title("infos")
        for code, found in kinds:
            about = self._words(f"about.{code}")
            self._say(f"{about}: {len(found)}{self._places(found)}", indent=2, hang=2)

    def _places(self, found: Sequence[Finding]) -> str:
        places = [self._sayer.place(each) or self._name(each.school) for each in found]
        shown = [place for place in dict.fromkeys(places) if place]
        if not shown:
            return ""
        more = len(shown) - _MOST_PLACES
        rest = f", {self._words('more', n=more)}" if more > 0 else ""
        return f" ({', '.join(shown[:_MOST_PLACES])}{rest})"

    def _counts(self) -> None:
        summary = self._result.summary
        clean = self._result.clean
        self._gap()
        serious = summary.errors + summary.warnings + summary.infos
        self._say(
            self._words(
                "findings" if serious else "nothing",
                errors=summary.errors,
                warnings=summary.warnings,
                infos=summary.infos,
            )
        )
        self._say(
            self._words(
                "rows",
                rows=summary.rows,
                clean=clean,
                mend=summary.entries - clean,
                skipped=summary.skipped,
            )
        )
        if rows := skipped.told(self._result, self._language):
            self._say(self._words("skipped", rows=rows))

    def _name(self, school: str | None) -> str:
        return line(self._names.get(school, school)) if school else ""

    def _words(self, key: str, **facts: object) -> str:
        return messages.text(self._language, f"report.{key}", **facts)

    def _title(self, key: str) -> None:
        self._gap()
        self._say(Text(self._words(key), "bold"))

    def _gap(self) -> None:
        self._console.print()

    def _say(self, said: str | Text, indent: int = 0, hang: int = 0) -> None:
        """Print a paragraph folded to the width, every line indented, those after the first more."""
        text = Text(said) if isinstance(said, str) else said
        for each in _folded(text, self._console, indent, hang):
            self._console.print(each, soft_wrap=True)


def _folded(text: Text, console: Console, indent: int, hang: int) -> Iterator[Text]:
    room = max(console.width - indent - hang, 10)
    text.plain = held(text.plain, room)
    lines: Iterable[Text] = text.wrap(console, room, overflow="fold")
    for at, each in enumerate(lines):
        each.plain = freed(each.plain)
        each.rstrip()
        yield Text(" " * (indent + (hang if at else 0))) + each
