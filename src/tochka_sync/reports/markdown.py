"""The report in Markdown: for a job summary of GitHub, a pull request, a wiki.

Text of the sheet is never markup: what Markdown or HTML would interpret is escaped, and what
stands in a cell is shown as code. A job summary may be one mebibyte; what does not fit is counted.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TextIO

from tochka_sync import messages
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import groups, skipped
from tochka_sync.reports.moments import deadline, moment
from tochka_sync.reports.news import Item, News
from tochka_sync.reports.said import Said, Sayer, left, web
from tochka_sync.result import Result, SchoolReport
from tochka_sync.visible import line

LIMIT = 1024 * 1024
"""How many bytes a job summary of GitHub holds."""
_ROOM = 1024
"""Bytes kept for saying that something was left out."""
_MOST = 25
"""How many findings of one school a person reads."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]")
_FIRST = re.compile(r"^(?:[#+\-=]|\d+(?=[.)](?:\s|$)))")
_MENTION = re.compile(r"(?<!\w)@(?=\w)|#(?=\d)|(?<=\bGH)-(?=\d)", re.IGNORECASE)
"""What calls somebody, or points at another conversation: «спросите @anna», «мероприятие #12»."""
_TICKS = re.compile(r"`+")


def write(result: Result, language: Language, out: TextIO, limit: int = LIMIT) -> None:
    """Write the report in at most `limit` bytes, whole lines only; say how many did not fit."""
    room, left_out = limit - _ROOM, 0
    if room < 0:
        return
    for block in _Page(result, language).blocks():
        room -= len(block.encode("utf-8", "backslashreplace"))
        if room < 0:
            left_out += block.count("\n")
        else:
            out.write(block)
    if left_out:
        out.write("\n" + messages.text(language, "markdown.cut", n=left_out) + "\n")


def escaped(text: str) -> str:
    """Return a text that Markdown and HTML show as it is, on one line, and that mentions nothing."""
    one = _SPECIAL.sub(lambda match: "\\" + match.group(), line(text))
    one = _FIRST.sub(_held, one)
    return _MENTION.sub(r"\g<0><!-- -->", one)


def code(text: str) -> str:
    """Return what stands in a cell as code, whatever backticks are in it."""
    one = line(text)
    longest = max((len(run) for run in _TICKS.findall(one)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if one.startswith("`") or one.endswith("`") else ""
    return f"{fence}{pad}{one}{pad}{fence}"


def link(text: str, address: str | None) -> str:
    """Return a link where the address is one of the web, else the text alone."""
    known = web(address)
    if known is None:
        return escaped(text)
    safe = known.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return f"[{escaped(text)}](<{line(safe)}>)"


class _Page:
    """Gives the report in blocks, each of whole lines."""

    def __init__(self, result: Result, language: Language) -> None:
        self._result = result
        self._language = language
        self._words = partial(messages.text, language)
        self._sayer = Sayer(result, language)
        self._names = result.schools.names

    def blocks(self) -> Iterator[str]:
        """Return the parts in their order; those without anything to say are left out."""
        yield from self._head()
        yield from self._news()
        yield from self._schools()
        yield from self._findings()
        yield from self._infos()
        yield self._counts()

    def _head(self) -> Iterator[str]:
        result, summary = self._result, self._result.summary
        plan = result.plan
        yield f"# {escaped(plan.title)}\n\n"
        read = moment(result.origin.read_at, plan)
        source = escaped(self._words("report.source", name=result.origin.name, read=read))
        if web(result.url):
            source += f" · {link(self._words('html.open'), result.url)}"
        if result.as_of != result.origin.read_at:
            at = moment(result.as_of, plan)
            source += " · " + escaped(
                self._words("report.as_of", moment=at, timezone=plan.timezone)
            )
        yield f"{source}\n\n"
        key, facts = deadline(result)
        yield f"**{escaped(self._words(f'report.{key}', **facts))}**\n\n"
        figures = {
            "html.expected": summary.expected,
            "html.received": summary.received if result.tells_schools else None,
            "html.on-time": summary.received_on_time if result.tells_schools else None,
        }
        heads = " | ".join(self._words(name, n=count or 0) for name, count in figures.items())
        counts = " | ".join("?" if count is None else str(count) for count in figures.values())
        yield f"| {heads} |\n| ---: | ---: | ---: |\n| {counts} |\n\n"
        entries = self._words(
            "report.entries", entries=summary.entries, complete=summary.complete, late=summary.late
        )
        unknown = self._words("report.unknown", n=summary.unknown) if summary.unknown else ""
        yield f"{entries} {unknown}".strip() + "\n"

    def _news(self) -> Iterator[str]:
        news = News.of(self._result, self._language)
        if news is None:
            return
        yield f"\n## {self._words('html.news')}\n\n"
        yield self._words(news.key, read=news.read, **news.counts) + "\n"
        for kind, items in (("new", news.new), ("reopened", news.reopened)):
            if items:
                yield f"\n### {self._words(f'html.news.{kind}')}\n\n"
                yield from (self._item(item) for item in items)
                yield self._more(news.more(kind))
        if news.put_right:
            yield f"\n### {self._words('html.news.put_right')}\n\n"
            yield from (f"- {escaped(settled)}\n" for settled in news.put_right)
            yield self._more(news.more("put_right"))

    def _item(self, item: Item) -> str:
        return self._said(item.said, item.school)

    def _schools(self) -> Iterator[str]:
        if not self._result.schools:
            return
        yield f"\n## {self._words('html.schools')}\n\n"
        keys = ("export.column.school", "html.column.events", "export.column.contracts")
        yield "| " + " | ".join(self._words(key) for key in keys) + " |\n| --- | --- | --- |\n"
        listed: set[str] = set()
        for _, reports in groups.needing(self._result.schools.obliged):
            for report in reports:
                listed.add(report.school.id)
                yield self._row(report)
        for report in self._result.schools:
            if report.school.id not in listed:
                yield self._row(report)

    def _row(self, report: SchoolReport) -> str:
        standing = self._words(groups.standing(report))
        if report.entries:
            counted = self._words(
                "report.entries-of",
                entries=report.entries,
                complete=report.complete,
                on_time=report.on_time,
            )
            standing = f"{standing}: {counted}"
        contracts = self._words(f"contracts.{report.contracts}")
        return f"| {escaped(self._names[report.school.id])} | {standing} | {contracts} |\n"

    def _findings(self) -> Iterator[str]:
        found = [each for each in self._result.findings if not groups.summed_up(each)]
        if not found:
            return
        yield f"\n## {self._words('report.problems')}\n"
        for school, own in groups.by_school(found):
            yield f"\n### {self._group(school, own)}\n\n"
            told = self._sayer.together(own)
            yield from (self._said(said) for said in told[:_MOST])
            yield self._more(left(told, _MOST))

    def _group(self, school: str | None, own: Sequence[Finding]) -> str:
        if school is not None:
            return escaped(self._names.get(school, school))
        return self._words("report.form" if groups.of_the_sheet(own[0]) else "report.no-school")

    def _said(self, said: Said, school: str | None = None) -> str:
        places = ", ".join(f"**{link(spot.place, spot.address)}**" for spot in said.spots)
        more = f" {self._words('report.more', n=said.unnamed)} —" if said.unnamed else ""
        place = f"{places}{more} " if places else ""
        news = f"*{said.news}* " if said.news and school is None else ""
        whose = f" ({escaped(school)})" if school else ""
        lines = [f"- {news}{place}{said.grade}: {escaped(said.message)}{whose}"]
        if said.now:
            lines.append(f"{self._words('html.now')} {code(said.now)}")
        if said.suggestion:
            key = "html.guess" if said.guess else "html.type"
            lines.append(f"{self._words(key)} {code(said.suggestion)}")
        if said.hint:
            lines += [
                code(each) if each in said.pasted else escaped(each)
                for each in said.hint.split("\n")
            ]
        if said.since:
            lines.append(f"*{said.since}*")
        return "  \n  ".join(lines) + "\n"

    def _infos(self) -> Iterator[str]:
        infos = [each for each in self._result.findings if each.severity is Severity.INFO]
        if not infos:
            return
        yield f"\n## {self._words('report.infos')}\n\n"
        for kind, found in groups.by_code(infos):
            yield f"- {self._words(f'report.about.{kind}')}: {len(found)}\n"

    def _counts(self) -> str:
        summary = self._result.summary
        clean = self._result.clean
        findings = self._words(
            "report.findings" if self._result.findings else "report.nothing",
            errors=summary.errors,
            warnings=summary.warnings,
            infos=summary.infos,
        )
        rows = self._words(
            "report.rows",
            rows=summary.rows,
            clean=clean,
            mend=summary.entries - clean,
            skipped=summary.skipped,
        )
        told = skipped.told(self._result, self._language)
        which = " " + escaped(self._words("report.skipped", rows=told)) if told else ""
        return f"\n---\n\n{findings} {rows}{which}\n"

    def _more(self, more: int) -> str:
        return f"\n{self._words('html.more', n=more)}\n" if more > 0 else ""


def _held(match: re.Match[str]) -> str:
    """Hold back what would begin a heading, a list or a rule."""
    found = match.group()
    return found + "\\" if found.isdigit() else "\\" + found
