"""From a `Result` to plain dictionaries: the one place that knows the JSON other programs read.

`models.report` and `models.export` say what the documents may hold; nothing else gets out of here.
"""

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, TextIO

import pydantic_core

from tochka_sync import discreet, messages, visible
from tochka_sync.findings import Finding, shared
from tochka_sync.messages import Language
from tochka_sync.models.export import CleanEvent, Export, SkippedRow, Unresolved
from tochka_sync.models.report import FORMAT_VERSION, Problem, Report, Shape
from tochka_sync.once import once
from tochka_sync.result import Entry, Result, SchoolReport, Since, Timing
from tochka_sync.values.reading import Remark
from tochka_sync.values.when.dates import EventDate
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.groups import Audience

Document = dict[str, Any]
Parts = Mapping[str, Iterable[Shape]]
"""The long lists of a document by their keys, made as they are taken."""

_ALWAYS: Mapping[type, frozenset[str]] = {
    Audience: frozenset({"who", "grades"}),
    EventDate: frozenset({"start", "end"}),
    Settlement: frozenset({"type"}),
}
"""The keys that are there even when they say nothing."""

_quote = json.JSONEncoder(ensure_ascii=False).encode


def report(result: Result, language: Language) -> Document:
    """Return the JSON report: what is wrong, for programs and for people in `language`."""
    texts = _problems(result, language)
    problems = (Problem.model_validate(json.loads(text)) for text in texts)
    return _whole(_report(result, _listed(result)), {"findings": problems})


def write_report(result: Result, language: Language, out: TextIO) -> None:
    """Write the same as text, finding by finding: a hundred thousand of them take no memory."""
    parts = {"schools": _schools(result), "findings": _problems(result, language)}
    _write(_report(result), parts, out)


def export(result: Result, language: Language) -> Document:  # noqa: ARG001 - data has no language
    """Return the JSON export: every row of the plan as data.

    Raises `AssertionError` if a row is lost on the way, so that no file pretends to be whole.
    """
    return _whole(*_export(result, _listed(result)))


def write_export(result: Result, out: TextIO) -> None:
    """Write the same as text, row by row."""
    head, parts = _export(result)
    rows = {name: map(_json, items) for name, items in parts.items()}
    _write(head, {**rows, "schools": _schools(result)}, out)


def _report(result: Result, schools: Sequence[Document] = ()) -> Shape:
    """Return the report without its findings."""
    document = {
        **_head(result),
        "as_of": result.as_of,
        "summary": result.summary,
        "schools": schools,
        "findings": (),
        "news": _news(result.since),
    }
    return Report.model_validate(document)


def _news(since: Since | None) -> Document | None:
    """Return what became of the findings since the last report."""
    if since is None:
        return None
    return {
        "read_at": since.read_at,
        "new": tuple(found.fingerprint for found in since.new),
        "reopened": tuple(found.fingerprint for found in since.reopened),
        "put_right": since.put_right,
        "open": len(since.open),
    }


def _export(result: Result, schools: Sequence[Document] = ()) -> tuple[Shape, Parts]:
    """Return the export without its rows, and them."""
    rows = len(result.entries) + len(result.skipped)
    if rows != result.summary.rows:
        raise AssertionError(f"rows lost: {rows} exported of {result.summary.rows}")
    document = {**_head(result), "events": (), "unresolved": (), "skipped": (), "schools": schools}
    plain = once(_plain)  # many rows share a date or an audience
    events = (
        CleanEvent.model_validate({**_fields(entry, result, plain), **_row(entry, result)})
        for entry in result.entries
        if entry.clean
    )
    unresolved = (
        Unresolved.model_validate(
            {
                **_row(entry, result),
                "values": _fields(entry, result, plain),
                "problems": entry.problems,
            }
        )
        for entry in result.entries
        if not entry.clean
    )
    skipped = (
        SkippedRow.model_validate(row._replace(tab=discreet.tab(result, row.tab)))
        for row in result.skipped
    )
    parts = {"events": events, "unresolved": unresolved, "skipped": skipped}
    return Export.model_validate(document), parts


def _whole(head: Shape, parts: Parts) -> Document:
    """Put a document together."""
    lists = {name: [_dump(item) for item in items] for name, items in parts.items()}
    return {**_dump(head), **lists}


def _write(head: Shape, parts: Mapping[str, Iterable[str]], out: TextIO) -> None:
    """Write a document, its long lists item by item as they come."""
    between = "{"
    for name, value in _dump(head).items():
        out.write(f'{between}\n  "{name}": ')
        between = ","
        if name not in parts:
            out.write(_text(value).replace("\n", "\n  "))
            continue
        opening = "["
        for item in parts[name]:
            out.write(f"{opening}\n    {item}")
            opening = ","
        out.write("[]" if opening == "[" else "\n  ]")
    out.write("\n}\n")


def _dump(item: Shape) -> Document:
    return item.model_dump(mode="json", exclude_unset=True)


def _json(item: Shape) -> str:
    """Return the text of an item of a list."""
    try:
        text = visible.escaped(item.model_dump_json(indent=2, exclude_unset=True))
    except pydantic_core.PydanticSerializationError:  # half of a surrogate pair
        text = _text(_dump(item))
    return text.replace("\n", "\n    ")


def _listed(result: Result) -> list[Document]:
    """Return the schools of a document."""
    said = once(_standing)
    return [
        {"school": id_, "name": name, **said(report)} for id_, name, report in _each_school(result)
    ]


def _schools(result: Result) -> Iterator[str]:
    """Return the texts of schools: 2 µs each instead of 13, since of most the same is said."""
    said = once(_standing_text)
    for id_, name, report in _each_school(result):
        # An id is letters and digits: there is nothing to escape.
        known = visible.escaped(_quote(name))
        yield f'{{\n      "school": "{id_}",\n      "name": {known},{said(report)}\n    }}'


def _each_school(result: Result) -> Iterator[tuple[str, str, SchoolReport]]:
    """Give id and name of each school, and what is said of it, maybe in the report of another."""
    columns = result.schools.registered.columns
    return zip(columns.ids, columns.names, result.schools.alike, strict=True)


def _standing(report: SchoolReport) -> Document:
    """Return where a school stands, but for which it is."""
    return {
        "obliged": report.obliged,
        "standing": report.standing,
        "evidence": report.evidence,
        "entries": report.entries,
        "complete": report.complete,
        "on_time": report.on_time,
        "contracts": report.contracts,
        "coverage": {"held": report.coverage.held, "covered": report.coverage.covered},
    }


def _standing_text(report: SchoolReport) -> str:
    """Return the same as text, without the braces around it."""
    return _text(_standing(report)).strip("{}").rstrip().replace("\n", "\n    ")


def _problems(result: Result, language: Language) -> Iterator[str]:
    """Return the texts of findings, of which most say what others do: 3 µs each instead of 18."""

    @shared
    def said(found: Finding) -> tuple[str, str]:
        message, hint = messages.finding(language, found, result.plan.school_year)
        kind = _keys(code=found.code, severity=found.severity, reason=found.reason)
        return kind, _keys(
            field=found.field,
            value=found.value,
            message=message,
            hint=hint,
            suggestion=found.suggestion,
            candidates=found.candidates,
        )

    often = lru_cache(maxsize=1 << 12)(_value)  # the names of a tab, its columns, the schools
    for found in result.findings:
        kind, cell = said(found)
        # A fingerprint and a cell's name are letters and digits: there is nothing to escape.
        name = f'"{found.cell}"' if found.cell else "null"
        yield (
            f'{{{kind},\n      "tab": {often(found.tab and discreet.tab(result, found.tab))},\n      "row": {found.row or "null"},'
            f'\n      "column": {often(found.column)},\n      "cell": {name},{cell},'
            f'\n      "school": {often(found.school)},\n      "url": {_value(found.url)},'
            f'\n      "fingerprint": "{found.fingerprint}",\n      "since": {often(found.since)}'
            "\n    }"
        )


def _keys(**known: str | int | datetime | tuple[str, ...] | None) -> str:
    """Return keys of an item of a list."""
    return ",".join([f'\n      "{name}": {_value(value)}' for name, value in known.items()])


def _value(value: str | int | datetime | tuple[str, ...] | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return visible.escaped(_quote(value))
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return pydantic_core.to_json(value).decode()
    return _text(value).replace("\n", "\n      ") if value else "[]"


def dumps(document: Document) -> str:
    """Return a document as JSON text that any file can hold."""
    return _text(document) + "\n"


def _text(value: object) -> str:
    try:
        text = pydantic_core.to_json(value, indent=2).decode()  # in a tenth of the time
    except pydantic_core.PydanticSerializationError:  # half of a surrogate pair
        text = json.dumps(value, ensure_ascii=False, indent=2)
    return visible.escaped(text)


def _head(result: Result) -> Document:
    plan = result.plan._asdict()
    del plan["area_code"], plan["extensions"]
    return {
        "format_version": FORMAT_VERSION,
        "plan": plan,
        "source": {**result.origin._asdict(), "url": result.url},
    }


def _row(entry: Entry, result: Result) -> Document:
    return {
        "tab": discreet.tab(result, entry.tab),
        "row": entry.row,
        "raw": dict(entry.raw),
        "notes": {field: _reasons(remarks) for field, remarks in entry.notes.items()},
        "timing": entry.timing.verdict,
        "evidence": _evidence(entry.timing),
        "complete": entry.complete,
    }


def _reasons(remarks: tuple[Remark, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(remark.reason for remark in remarks))


def _evidence(timing: Timing) -> Document:
    known = {
        "kind": timing.evidence,
        "after": timing.after,
        "at": timing.at,
        "late_by": timing.late_by,
    }
    return {key: value for key, value in known.items() if value is not None}


def _fields(entry: Entry, result: Result, plain: Callable[[object], object]) -> Document:
    """Return what could be read, in the order of the schema."""
    return {
        name: value if name in discreet.FREE else plain(value)  # texts are plain
        for name, value in discreet.told(entry, result).items()
    }


def _plain(value: object) -> object:
    """Return a value without the keys that say nothing."""
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if not dataclasses.is_dataclass(value):
        return value
    always = _ALWAYS.get(type(value), frozenset())
    known = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {
        name: _plain(item)
        for name, item in known.items()
        if name in always or item not in (None, ())
    }
