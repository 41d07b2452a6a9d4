"""The schools the order speaks of, by id.

Read from `config/schools.csv`, which people edit in Excel: UTF-8 with or without a BOM or
Windows-1251, commas or semicolons. A row that cannot be a school stops the run with its line.
"""

import csv
import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from tochka_sync import small
from tochka_sync.errors import ConfigError
from tochka_sync.models.school import School
from tochka_sync.values.where.directory import Directory

COLUMNS = ("id", "kind", "number", "name", "settlement", "centre_opened", "aliases", "email")
_NEEDED = ("id", "name")


@dataclass(frozen=True)
class Registry:
    """The schools of a district or a country, in the order of the file."""

    schools: tuple[School, ...] = field(default=())

    @cached_property
    def by_id(self) -> dict[str, School]:
        """The schools by their ids."""
        return {school.id: school for school in self.schools}

    @cached_property
    def directory(self) -> Directory:
        """The schools as the readers of cells look for them."""
        return Directory(self.schools)


def load(path: Path) -> Registry:
    """Read the registry; raise `ConfigError` naming file, line and column of what is wrong."""
    rows = _rows(path)
    _, header = next(rows, (1, []))
    columns = _columns(path, header)
    schools: dict[str, School] = {}
    lines: dict[str, int] = {}
    for line, cells in rows:
        school = _school(path, line, columns, cells)
        if school.id in schools:
            raise ConfigError(
                "registry-duplicate", path=path, line=line, id=school.id, first=lines[school.id]
            )
        schools[school.id] = school
        lines[school.id] = line
    if not schools:
        raise ConfigError("registry-empty", path=path)
    return Registry(tuple(schools.values()))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        raw = small.read(path)
    except FileNotFoundError:
        raise ConfigError("registry-missing", path=path) from None
    except OSError as error:
        raise ConfigError("registry-unreadable", path=path, problem=error.strerror or "") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:  # Excel's «CSV» on a Russian Windows
        text = raw.decode("cp1251", errors="replace")
    head = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        cleaned = [cell.strip() for cell in cells]
        if any(cleaned):
            yield reader.line_num, cleaned


def _columns(path: Path, header: list[str]) -> list[str]:
    columns = [name.lower() for name in header]
    while columns and not columns[-1]:  # Excel leaves empty columns at the right
        columns.pop()
    for name in columns:
        if name in COLUMNS:
            continue
        near = difflib.get_close_matches(name, COLUMNS, n=1)
        if near:
            raise ConfigError("registry-column-near", path=path, line=1, column=name, near=near[0])
        raise ConfigError(
            "registry-column", path=path, line=1, column=name, known=", ".join(COLUMNS)
        )
    for name in COLUMNS:
        if columns.count(name) > 1:
            raise ConfigError("registry-column-twice", path=path, line=1, column=name)
        if name in _NEEDED and name not in columns:
            raise ConfigError("registry-column-missing", path=path, line=1, column=name)
    return columns


def _school(path: Path, line: int, columns: list[str], cells: list[str]) -> School:
    extra = [cell for cell in cells[len(columns) :] if cell]
    if extra:
        raise ConfigError("registry-extra", path=path, line=line, value=extra[0])
    values: dict[str, object] = {
        name: cell for name, cell in zip(columns, cells, strict=False) if cell
    }
    aliases = str(values.pop("aliases", ""))
    values["aliases"] = tuple(part for alias in aliases.split(";") if (part := alias.strip()))
    for name in _NEEDED:
        if name not in values:
            raise ConfigError("registry-value-missing", path=path, line=line, column=name)
    try:
        return School.model_validate(values)
    except ValidationError as error:
        column = str(error.errors(include_url=False)[0]["loc"][0])
        code = f"registry-{column.replace('_', '-')}"
        raise ConfigError(
            code, path=path, line=line, column=column, value=values.get(column)
        ) from error
