"""The plan as a data package: tables for other programs, and `datapackage.json` that describes them.

Comma, UTF-8 without a mark, LF, ISO dates; an empty cell says nothing. Control characters are shown
as symbols, and a text that a spreadsheet would calculate gets an apostrophe before it. The description comes last
and holds each table's digest, so a reader can tell a folder in which a killed run left two states.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from tochka_sync import messages, shape, visible, whole
from tochka_sync.exports import inert, names, tables
from tochka_sync.exports.tables import Column, Table
from tochka_sync.messages import Language
from tochka_sync.models.report import FORMAT_VERSION
from tochka_sync.result import Result

DESCRIPTION = "datapackage.json"
FILES = (
    *(
        f"{table.name}.csv"
        for table in (
            tables.EVENTS,
            tables.PARTICIPANTS,
            tables.SCHOOLS,
            tables.UNRESOLVED,
            tables.FINDINGS,
        )
    ),
    DESCRIPTION,
)
"""What a package consists of."""

_BREAK = re.compile(r"[\t\r]")
_SEPARATOR = ","
_SIGNED = re.compile(r"[+-]?\d[\d ().]*(?:;[+-]?\d[\d ().]*)*")
_Row = Mapping[str, Any]


def write(result: Result, language: Language, folder: Path) -> None:
    """Write the package into `folder`, which is made if it is not there."""
    files, described = {}, []
    for table, rows in _tables(result, language):
        content = _csv(table, rows)
        files[f"{table.name}.csv"] = content
        described.append(_resource(table, content))
    files[DESCRIPTION] = shape.dumps(_package(result, language, described)).encode()
    whole.write_all(folder, files, private=result.contacts)


def _tables(result: Result, language: Language) -> Iterator[tuple[Table, Iterable[_Row]]]:
    plan = shape.export(result, language)
    report = shape.report(result, language)
    named = list(zip(result.entries, names.of(result), strict=True))
    clean = [name for entry, name in named if entry.clean]
    mend = [name for entry, name in named if not entry.clean]
    by_row = {(entry.tab, entry.row): name for entry, name in named}
    events = [{**row, "event": name} for row, name in zip(plan["events"], clean, strict=True)]
    columns = (*tables.EVENTS.columns, *(tables.CONTACTS if result.contacts else ()))
    yield replace(tables.EVENTS, columns=columns), events
    yield tables.PARTICIPANTS, _participants(events)
    yield tables.SCHOOLS, _schools(result, plan["schools"])
    unresolved = zip(plan["unresolved"], mend, strict=True)
    yield tables.UNRESOLVED, [{**row, "entry": name} for row, name in unresolved]
    yield (
        tables.FINDINGS,
        [
            {**found, "entry": by_row.get((found["tab"], found["row"]))}
            for found in report["findings"]
        ],
    )


def _participants(events: Iterable[_Row]) -> Iterator[_Row]:
    for event in events:
        for school in dict.fromkeys(event.get("participating_schools", ())):
            yield {"event": event["event"], "school": school}


def _schools(result: Result, standings: Iterable[_Row]) -> Iterator[_Row]:
    for report, standing in zip(result.schools, standings, strict=True):
        school = report.school
        yield {
            **standing,
            "kind": school.kind,
            "number": school.number,
            "settlement": school.settlement,
            "centre_opened": school.centre_opened,
        }


def _csv(table: Table, rows: Iterable[_Row]) -> bytes:
    out = io.StringIO(newline="")
    lines = csv.writer(out, delimiter=_SEPARATOR, lineterminator="\n")
    lines.writerow(column.name for column in table.columns)
    for row in rows:
        lines.writerow(_cell(column, _found(row, column.path)) for column in table.columns)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _found(row: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        if row is None:
            return None
        row = row.get(name)
    return row


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    match column.type:
        case "list":
            return _inert(visible.visible(tables.SEPARATOR.join(str(item) for item in value)))
        case "array" | "object":
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            return inert.escaped(visible.escaped(text), _SEPARATOR)
        case "boolean":
            return "true" if value else "false"
        case _:
            return _inert(visible.visible(str(value)))


def _inert(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate; signed numbers and phones are none."""
    if _SIGNED.fullmatch(text):
        return text
    text = inert.held(text, _SEPARATOR)
    return f"'{text}" if inert.FORMULA.match(text) or _BREAK.match(text) else text


def _package(result: Result, language: Language, resources: list[dict[str, Any]]) -> dict[str, Any]:
    year = "-".join(re.findall(r"\d+", result.plan.school_year))
    source = {"title": result.origin.name, **({"path": result.url} if result.url else {})}
    return {
        "name": f"tochka-sync-plan-{year}",
        "title": result.plan.title,
        "description": messages.text(language, "package.about"),
        "profile": "tabular-data-package",
        "created": result.origin.read_at.isoformat(timespec="seconds"),
        "sources": [source],
        "format_version": FORMAT_VERSION,
        "resources": resources,
    }


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    foreign = [
        {"fields": [column], "reference": {"resource": other, "fields": [_KEYS[other]]}}
        for column, other in table.links.items()
    ]
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True, "header": True},
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [column.described for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


_KEYS = {"events": "event", "schools": "school"}
"""The tables others point at, and the column they point at."""
