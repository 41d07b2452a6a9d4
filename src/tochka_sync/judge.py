"""One row of the plan: what it says and what is wrong with it."""

from collections.abc import Mapping

from pydantic import ValidationError

from tochka_sync.assemble import Part, event_parts
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.form import Form, Row
from tochka_sync.models.accept import problems
from tochka_sync.models.event import Event
from tochka_sync.result import UNTIMED, Entry
from tochka_sync.table import letters
from tochka_sync.values.cells import Reader
from tochka_sync.values.reading import BLANK, Reading, Remark


class Judge:
    """Judges the rows of one form. What is the same for all of them is worked out once."""

    def __init__(self, form: Form, reader: Reader, required: frozenset[str]) -> None:
        """Take the fields without which an entry is incomplete as `required`."""
        self._form = form
        self._reader = reader
        self._columns = {
            column.field: column.index
            for column in reversed(form.columns)
            if column.field is not None
        }
        self._required = required
        self._headers = headers(form)

    def entry(self, row: Row) -> Entry:
        """Judge one event row."""
        readings = {
            field: self._reader.read(field, row.cells[field]) if field in row.cells else BLANK
            for field in self._columns.keys() | row.cells.keys()
        }
        parts = event_parts(readings)
        fields = {
            name: self._optional(name, parts[name]) for name in Event.model_fields if name in parts
        }
        event, refused = _validate(fields, self._required)
        values = {
            name: part.reading.value
            for name, part in fields.items()
            if part.reading.value is not None
        }
        complete = all(values.get(name) is not None for name in self._required)
        school = values.get("school")
        found = [
            self._finding(row, name, fields[name], remark, school, refused=True)
            for name, remark in refused.items()
        ]
        found += [
            self._finding(row, name, part, note, school, refused=False)
            for name, part in fields.items()
            for note in part.reading.notes
            if note.code is not None
        ]
        notes = {
            name: part.reading.notes
            for name, part in {**parts, **fields}.items()
            if part.reading.notes
        }
        notes |= _filled(row, notes)
        return Entry(
            tab=self._form.table.title,
            row=row.number,
            raw={header: row.texts[index] for header, index in self._headers.items()},
            values=values,
            notes=notes,
            findings=tuple(found),
            complete=complete,
            timing=UNTIMED,
            event=event,
            columns=self._columns,
            texts=row.texts,
        )

    def _optional(self, name: str, part: Part) -> Part:
        """Take a word that stands for an empty cell as an empty cell where the field is not required."""
        problem = part.reading.problem
        if problem is None or problem.code is not Code.REQUIRED_MISSING or name in self._required:
            return part
        return Part(Reading(notes=(Remark("placeholder", facts=problem.facts),)), part.column)

    def _finding(
        self, row: Row, name: str, part: Part, remark: Remark, school: str | None, *, refused: bool
    ) -> Finding:
        code = Code(remark.code) if remark.code else Code.VALUE_UNREADABLE
        severity = SEVERITIES[code]
        if refused and severity is Severity.WARNING and name in self._required:
            severity = Severity.ERROR  # without it the entry is incomplete
        column = self._columns.get(part.column)
        cell = row.cells.get(part.column)
        return Finding(
            code=code,
            severity=severity,
            reason=remark.reason,
            facts=remark.facts,
            tab=self._form.table.title,
            row=row.number,
            column=letters(column) if column is not None else None,
            field=part.column.value,
            value=cell.text if cell else "",
            suggestion=remark.suggestion,
            candidates=remark.candidates,
            school=school,
            title=row.cells[Field.TITLE].text if Field.TITLE in row.cells else None,
        )


def headers(form: Form) -> dict[str, int]:
    """Return the columns by heading, each heading once: a second or an empty one by its letters."""
    named: dict[str, int] = {}
    for column in form.columns:
        header = column.header or letters(column.index)
        named[header if header not in named else f"{header} ({letters(column.index)})"] = (
            column.index
        )
    return named


def _validate(
    fields: Mapping[str, Part], required: frozenset[str]
) -> tuple[Event | None, dict[str, Remark]]:
    """Hold a row against the schema; return the event and what each refused field was refused for.

    A field the plan does not require may be left out of the event for its own fault alone.
    """
    readings = {name: part.reading for name, part in fields.items()}
    refused: dict[str, Remark] = {}
    try:
        return Event.model_validate(readings, context=required), refused
    except ValidationError as error:
        refused = problems(error)
    if refused.keys() & required:
        return None, refused
    rest = {name: reading for name, reading in readings.items() if name not in refused}
    return Event.model_validate(rest, context=required), refused


def _filled(row: Row, notes: Mapping[str, tuple[Remark, ...]]) -> dict[str, tuple[Remark, ...]]:
    """Say of which fields the value was filled down from a merged or earlier cell."""
    return {
        field.value: (*notes.get(field.value, ()), Remark("filled_down")) for field in row.filled
    }
