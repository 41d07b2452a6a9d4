"""Annotations for GitHub Actions: a workflow command a line, that the runner shows beside the code.

Errors and warnings are annotated; what is only for information is counted in the notice that sums
up. GitHub shows ten annotations of a level for each step, so from the tenth on one says how many
more there are; all are in the log of the step. Nothing of the sheet can become a command: every
character the runner would interpret is escaped.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TextIO

from tochka_sync import messages
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import groups
from tochka_sync.reports.moments import deadline
from tochka_sync.reports.news import News
from tochka_sync.reports.places import Places
from tochka_sync.reports.said import Sayer
from tochka_sync.result import Result
from tochka_sync.visible import line

_SHOWN = 10
"""How many annotations of one level GitHub shows for one step."""

_COMMAND = re.compile(r"(?m)^(\s*)(::)")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write the notice that sums up, then the errors, then the warnings."""
    out.write(_summary(result, language))
    page = _Page(result, language)
    for severity, level in _LEVELS.items():
        out.writelines(page.level(severity, level))


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """Return one workflow command with its line end."""
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {told}::{_data(message)}\n" if told else f"::{name}::{_data(message)}\n"


def harmless(text: str) -> str:
    """Return a text for the log of a job in which the runner finds no command.

    A line is one when it begins with two colons, or has the older mark anywhere in it; a space of
    no width takes its meaning away, and nothing of what is read.
    """
    return _COMMAND.sub("\\1\u200b\\2", text).replace("##[", "#\u200b#[")


class _Page:
    def __init__(self, result: Result, language: Language) -> None:
        self._words = partial(messages.text, language)
        self._findings = result.findings
        self._names = result.schools.names
        self._sayer = Sayer(result, language)
        self._places = Places(result, language)

    def level(self, severity: Severity, level: str) -> Iterator[str]:
        """Write the findings of one severity, and how many there are if not all will be shown."""
        found = [each for each in self._findings if each.severity is severity]
        first = found if len(found) <= _SHOWN else found[: _SHOWN - 1]
        yield from (self._annotation(each, level) for each in first)
        if rest := found[len(first) :]:
            text = self._words(f"github.more-{level}s", n=len(rest))
            yield command(level, {"title": self._words("github.title")}, text)
        yield from (self._annotation(each, level) for each in rest)

    def _annotation(self, found: Finding, level: str) -> str:
        place = self._places.of(found)
        said = self._sayer.say(found)
        school = line(self._names.get(found.school or "", ""))
        title = " · ".join(filter(None, (school, said.place))) or self._words("report.form")
        known = {"file": place.file, "line": place.line, "col": place.column, "title": title}
        return command(level, known, f"{said.message}\n{said.advice}")


def _summary(result: Result, language: Language) -> str:
    summary = result.summary
    key, facts = deadline(result)
    schools, counts = groups.filed(result)
    said = (
        messages.text(language, f"report.{key}", **facts),
        messages.text(language, f"report.{schools}", **counts),
        messages.text(
            language,
            "report.findings" if result.findings else "report.nothing",
            errors=summary.errors,
            warnings=summary.warnings,
            infos=summary.infos,
        ),
    )
    news = News.of(result, language)
    since = messages.text(language, news.key, read=news.read, **news.counts) if news else ""
    text = "\n".join(filter(None, (*said, since)))
    return command("notice", {"title": line(result.plan.title)}, text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
