"""SARIF 2.1.0: findings for code scanning and for other readers of analysis results.

A location is a place in the exported plan, or in the source where nothing was exported; the
address of the cell in the sheet is a related location. Fingerprints are those of the history, so
a reader knows a finding again when rows move.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TextIO

from tochka_sync import __version__, discreet, messages, shape
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.reports import groups
from tochka_sync.reports.places import Place, Places
from tochka_sync.reports.said import Sayer, web
from tochka_sync.result import Result
from tochka_sync.shape import Document
from tochka_sync.visible import line

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_EMBEDDED = re.compile(r"\[(?=[^\]]*\]\()")
"""What a viewer would take for a link; in a message of ours it can only be text of the sheet."""
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.OFF: "none",
}


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write one log with one run, result by result."""
    codes = [code for code, _ in groups.by_code(result.findings)]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result, language, codes)]}
    start, _, end = shape.dumps(log).rpartition("[]")
    results = _Results(result, language, codes)
    out.write(start)
    between = "["
    for found in result.findings:
        told = shape.dumps(results.of(found)).rstrip().replace("\n", "\n        ")
        out.write(f"{between}\n        {told}")
        between = ","
    out.write(("\n      ]" if result.findings else "[]") + end)


def _run(result: Result, language: Language, codes: Sequence[Code]) -> Document:
    """Return the run with room for its results at its end."""
    driver = {
        "name": "tochka-sync",
        "semanticVersion": __version__,
        "rules": [_rule(code, language) for code in codes],
    }
    return {
        "tool": {"driver": driver},
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"tochka-sync/{line(result.plan.title)}"},
        "results": [],
    }


def _rule(code: Code, language: Language) -> Document:
    told = messages.explanation(language, code)
    why, fix, wrong, right = (
        messages.text(language, f"explain.{part}") for part in ("why", "fix", "wrong", "right")
    )
    plain = f"{why}: {told.why}\n{fix}: {told.fix}\n{wrong}: {told.wrong}\n{right}: {told.right}"
    marked = (
        f"**{why}.** {told.why}\n\n**{fix}.** {told.fix}\n\n"
        f"- {wrong}: `{told.wrong}`\n- {right}: `{told.right}`"
    )
    return {
        "id": code.value,
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": told.what},
        "help": {"text": plain, "markdown": marked},
        "defaultConfiguration": {"level": _LEVELS[SEVERITIES[code]]},
    }


class _Results:
    """Makes results of findings."""

    def __init__(self, result: Result, language: Language, codes: Sequence[Code]) -> None:
        self._result = result
        self._language = language
        self._rules = {code: number for number, code in enumerate(codes)}
        self._sayer = Sayer(result, language)
        self._places = Places(result, language)
        self._new: frozenset[str] | None = None
        if (since := result.since) is not None:
            fresh = (*since.new, *since.reopened)
            self._new = frozenset(found.fingerprint for found in fresh)

    def of(self, found: Finding) -> Document:
        """Return one finding as a result."""
        said = self._sayer.say(found)
        related = self._related(found)
        told: Document = {
            "ruleId": found.code.value,
            "ruleIndex": self._rules[found.code],
            "level": _LEVELS[found.severity],
            "message": {"text": _EMBEDDED.sub(r"\\[", f"{said.message} {said.advice}")},
            "locations": [self._location(found)],
            **({"relatedLocations": [related]} if related else {}),
            "partialFingerprints": {"tochkaSync/v1": found.fingerprint},
            "properties": _properties(found),
        }
        if self._new is not None:
            fresh = found.fingerprint in self._new
            told["baselineState"] = "new" if fresh else "unchanged"
        return told

    def _location(self, found: Finding) -> Document:
        location: Document = {"physicalLocation": _physical(self._places.of(found))}
        if name := self._sayer.place(found):
            whole = (
                f"{line(discreet.tab(self._result, found.tab))}!{name}"
                if found.tab and "!" not in name
                else name
            )
            kind = "cell" if found.cell else "row"
            location["logicalLocations"] = [{"fullyQualifiedName": whole, "kind": kind}]
        elif found.school:
            location["logicalLocations"] = [{"name": found.school, "kind": "school"}]
        return location

    def _related(self, found: Finding) -> Document | None:
        address = web(found.url)
        if address is None:
            return None
        return {
            "physicalLocation": {"artifactLocation": {"uri": address}},
            "message": {"text": messages.text(self._language, "sarif.sheet")},
        }


def _physical(place: Place) -> Document:
    physical: Document = {"artifactLocation": {"uri": place.uri}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
        if place.column is not None:
            physical["region"]["startColumn"] = place.column
    return physical


def _properties(found: Finding) -> Document:
    """Return what a reader of this program's own may want, without what is not known."""
    known = {
        "school": found.school,
        "field": found.field,
        "value": found.value,
        "suggestion": found.suggestion,
        "candidates": list(found.candidates),
        "since": found.since.isoformat() if found.since else None,
    }
    return {name: value for name, value in known.items() if value}
