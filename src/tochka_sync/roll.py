"""The tab of schools, where the plan has one: its rows held against the schema and the registry."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from tochka_sync import namesakes
from tochka_sync.config import Config
from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import SEVERITIES, Code, Finding
from tochka_sync.models.accept import problems
from tochka_sync.models.claim import ClaimedSchool
from tochka_sync.models.school import School
from tochka_sync.registry import Registry
from tochka_sync.sheet.form import Form, Kind, Row, Wanted, recognise
from tochka_sync.table import Cell, Table, letters
from tochka_sync.values.cells import Reader
from tochka_sync.values.reading import BLANK, Reading, Remark

_COLUMNS = {
    "id": Field.SCHOOL,
    "settlement": Field.SETTLEMENT,
    "centre_opened": Field.CENTRE_OPENED,
    "email": Field.EMAILS,
}
"""Field of `School` → the column that says it."""
_REQUIRED = frozenset({"id"})
_GAPS = ("settlement", "centre_opened", "email")
"""What the tab may add to the registry."""


def call(table: Table, config: Config, reader: Reader) -> tuple[Registry, list[Finding]]:
    """Return the registry with the gaps the tab fills, and what is wrong in the tab.

    Where tab and registry disagree the registry stands, and the cell is a finding.
    """
    form = recognised(table, config)
    known = dict(config.registry.by_id)
    found = list(form.findings)
    for row in form.rows:
        if row.kind is RowKind.EVENT:
            school, unfit = _school(row, form, reader, known)
            found += unfit
            if school is not None:
                known[school.id] = school
    return Registry(tuple(known.values())), found


def recognised(table: Table, config: Config) -> Form:
    """Return the form of a tab of schools."""
    tab = config.file.tabs.schools
    columns, header_row = (tab.columns, tab.header_row) if tab else ({}, None)
    # The registry's own file may be copied into the tab.
    added = {field: (name, *columns.get(field, ())) for name, field in _COLUMNS.items()}
    wanted = Wanted({**columns, **added}, header_row, frozenset({Field.SCHOOL}), Kind.SCHOOLS)
    return recognise(table, wanted)


def _school(
    row: Row, form: Form, reader: Reader, known: Mapping[str, School]
) -> tuple[School | None, list[Finding]]:
    """Hold one row against the schema; return the school with its gaps filled.

    A cell that is refused takes nothing from those beside it.
    """
    readings = {
        name: reader.read(field, row.cells[field]) if field in row.cells else BLANK
        for name, field in _COLUMNS.items()
    }
    readings |= {name: _stated(readings[name]) for name in readings.keys() - _REQUIRED}
    if (place := readings["settlement"].value) and (doubt := readings["id"].problem):
        told = namesakes.told_by(row.cells[Field.SCHOOL].text, doubt, place, reader)
        readings["id"] = told or readings["id"]
    registered = known.get(str(readings["id"].value))
    if registered is not None:
        readings |= {
            name: _held_against(registered, name, readings[name], reader)
            for name in ("settlement", "centre_opened")
        }
    email = readings["email"]
    readings["email"] = email._replace(value=email.value[0] if email.value else None)
    settlement = readings["settlement"]
    if settlement.value is not None:
        stated = settlement.value
        readings["settlement"] = settlement._replace(
            value=f"{stated.type} {stated.name}" if stated.type else stated.name
        )
    refused = _refused(readings)
    unfit = [_finding(row, form, name, remark) for name, remark in refused.items()]
    if registered is None or not _REQUIRED.isdisjoint(refused):
        return None, unfit
    claimed = {name: readings[name].value for name in _GAPS if name not in refused}
    gaps = {
        name: value
        for name, value in claimed.items()
        if value is not None and getattr(registered, name) is None
    }
    return registered._replace(**gaps), unfit


def _refused(readings: Mapping[str, Reading[object]]) -> Mapping[str, Remark]:
    """Return what the schema does not take, by field."""
    try:
        ClaimedSchool.model_validate(readings, context=_REQUIRED)
    except ValidationError as error:
        return problems(error)
    return {}


def _stated(reading: Reading[Any]) -> Reading[Any]:
    """Take a word that stands for an empty cell as an empty cell."""
    problem = reading.problem
    return BLANK if problem is not None and problem.code is Code.REQUIRED_MISSING else reading


def _held_against(
    registered: School, name: str, reading: Reading[Any], reader: Reader
) -> Reading[Any]:
    """Refuse a value that disagrees with the registry."""
    ours = getattr(registered, name)
    theirs = reading.value
    if ours is None or theirs is None:
        return reading
    if name == "settlement":
        named = reader.read(Field.SETTLEMENT, Cell(ours)).value
        same = theirs.name in ours if named is None else theirs.name == named.name
    else:
        same = theirs == ours
    if same:
        return reading
    return Reading(
        problem=Remark("registry_differs", Code.SCHOOL_CONFLICT, {"registered": ours}, str(ours))
    )


def _finding(row: Row, form: Form, name: str, remark: Remark) -> Finding:
    field = _COLUMNS[name]
    column = next((column.index for column in form.columns if column.field is field), None)
    code = Code(remark.code) if remark.code else Code.VALUE_UNREADABLE
    return Finding(
        code=code,
        severity=SEVERITIES[code],
        reason=remark.reason,
        facts=remark.facts,
        tab=form.table.title,
        row=row.number,
        column=letters(column) if column is not None else None,
        field=field.value,
        value=row.cells[field].text if field in row.cells else "",
        suggestion=remark.suggestion,
        candidates=remark.candidates,
        school=None,
    )
