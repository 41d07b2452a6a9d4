"""What the peers are given: the same checks, as each of them says them, over clean typed columns."""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks import data

PANDERA = '''"""The same checks said in pandera over polars; prints how many cases failed."""

import datetime as dt
import sys

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

SCHOOLS = pl.read_csv("schools.csv")["id"].to_list()
SCHEMA = pa.DataFrameSchema({
    "number": pa.Column(pl.Int64, pa.Check.ge(1)),
    "school": pa.Column(str, pa.Check.isin(SCHOOLS)),
    "type": pa.Column(str, pa.Check.isin(%(types)r)),
    "title": pa.Column(str, pa.Check.str_length(1, 300)),
    "date": pa.Column(pl.Date, pa.Check.in_range(dt.date(2023, 9, 1), dt.date(2024, 8, 31))),
    "place": pa.Column(str),
    "audience": pa.Column(str, pa.Check.str_length(1, 200)),
    "partners": pa.Column(str, pa.Check.isin(SCHOOLS)),
    "people": pa.Column(pl.Int64, pa.Check.in_range(1, 10000)),
    "level": pa.Column(str, pa.Check.isin(%(levels)r)),
    "responsible": pa.Column(str, pa.Check.str_length(1, 100)),
    "phone": pa.Column(str, pa.Check.str_matches(r"^\\+7\\d{10}$")),
    "link": pa.Column(str, pa.Check.str_matches(r"^https?://")),
}, unique=["school", "title", "date"])
frame = pl.read_csv(sys.argv[1], try_parse_dates=True, schema_overrides={"phone": pl.String})
try:
    SCHEMA.validate(frame, lazy=True)
    print(0)
except SchemaErrors as error:
    print(len(error.failure_cases))
'''


def write(folder: Path) -> None:
    """Write frictionless' package, a JSON Schema, and pandera's script.

    They are to check what the program does: types and bounds, that a school is one of the registry,
    that a day is of the school year, that no event is entered twice.
    """
    (folder / "frictionless.json").write_text(json.dumps(_package()), encoding="utf-8")
    (folder / "rows.schema.json").write_text(json.dumps(_rows()), encoding="utf-8")
    said = {"types": list(data.TYPES), "levels": list(data.LEVELS)}
    (folder / "with_pandera.py").write_text(PANDERA % said, encoding="utf-8")


def write_rows(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write clean rows as JSON, for check-jsonschema."""
    numbers = {"number", "people"}
    path.write_text(
        json.dumps(
            [
                {
                    name: int(text) if name in numbers else text
                    for name, text in zip(data.CLEAN, row, strict=True)
                }
                for row in rows
            ],
            ensure_ascii=False,
        ),
        encoding="utf-8",
    )


def _package() -> dict[str, object]:
    known = {"resource": "schools", "fields": ["id"]}
    keys = [{"fields": [name], "reference": known} for name in ("school", "partners")]
    plan = {**_table(), "primaryKey": ["school", "title", "date"], "foreignKeys": keys}
    return {
        "resources": [
            {"name": "plan", "path": "clean.csv", "schema": plan},
            {"name": "schools", "path": "schools.csv"},
        ]
    }


def _table() -> dict[str, object]:
    within = {"required": True, "minimum": "2023-09-01", "maximum": "2024-08-31"}
    return {
        "fields": [
            {"name": "number", "type": "integer", "constraints": {"required": True, "minimum": 1}},
            _text("school", pattern=r"s-\d+"),
            _text("type", enum=list(data.TYPES)),
            _text("title", minLength=1, maxLength=300),
            {"name": "date", "type": "date", "constraints": within},
            _text("place"),
            _text("audience", minLength=1, maxLength=200),
            _text("partners", pattern=r"s-\d+"),
            {
                "name": "people",
                "type": "integer",
                "constraints": {"required": True, "minimum": 1, "maximum": 10000},
            },
            _text("level", enum=list(data.LEVELS)),
            _text("responsible", minLength=1, maxLength=100),
            _text("phone", pattern=r"\+7\d{10}"),
            {**_text("link", pattern=r"https?://.*"), "format": "uri"},
        ]
    }


def _text(name: str, **constraints: object) -> dict[str, object]:
    return {"name": name, "type": "string", "constraints": {"required": True, **constraints}}


def _rows() -> dict[str, object]:
    text: dict[str, object] = {"type": "string", "minLength": 1}
    fields: dict[str, dict[str, object]] = dict.fromkeys(data.CLEAN, text)
    fields |= {
        "number": {"type": "integer", "minimum": 1},
        "school": {"type": "string", "pattern": r"^s-\d+$"},
        "type": {"enum": list(data.TYPES)},
        "date": {"type": "string", "format": "date"},
        "people": {"type": "integer", "minimum": 1, "maximum": 10000},
        "level": {"enum": list(data.LEVELS)},
        "phone": {"type": "string", "pattern": r"^\+7\d{10}$"},
        "link": {"type": "string", "pattern": "^https?://"},
    }
    row = {"type": "object", "required": list(data.CLEAN), "properties": fields}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": row,
    }
