"""The schools the order speaks of, by id.

Read from `config/schools.csv`, which people edit in Excel: UTF-8 with or without a BOM or
Windows-1251, commas or semicolons. A row that cannot be a school stops the run with its line.
"""

import csv
import difflib
import io
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from tochka_sync import small
from tochka_sync.errors import ConfigError, Reason
from tochka_sync.models.school import School
from tochka_sync.values.where.directory import Directory

COLUMNS = ("id", "kind", "number", "name", "settlement", "centre_opened", "aliases", "email")
_NEEDED = frozenset({"id", "name"})


class Registry:
    """The schools of a district or a country, in the order of the file."""

    def __init__(self, schools: tuple[School, ...] = ()) -> None:
        self.schools = schools

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
    lines: list[int] = []
    given: list[dict[str, object]] = []
    for line, cells in rows:
        lines.append(line)
        given.append(_values(path, line, columns, cells))
    if not given:
        raise ConfigError("registry-empty", path=path)
    try:
        schools = _adapter().validate_python(given)  # all at once: twice as fast as one by one
    except ValidationError as error:
        raise _refused(path, lines, given, error) from error
    first: dict[str, int] = {}
    for line, school in zip(lines, schools, strict=True):
        if first.setdefault(school.id, line) != line:
            raise ConfigError(
                "registry-duplicate", path=path, line=line, id=school.id, first=first[school.id]
            )
    return Registry(tuple(schools))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        raw = small.read(path)
    except FileNotFoundError:
        raise ConfigError("registry-missing", path=path) from None
    except OSError as error:
        raise ConfigError("registry-unreadable", path=path, problem=Reason.of(error)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:  # Excel's «CSV» on a Russian Windows
        text = raw.decode("cp1251", errors="replace")
    head = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        cleaned = list(map(str.strip, cells))
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


def _values(path: Path, line: int, columns: list[str], cells: list[str]) -> dict[str, object]:
    """Return what a line says, by column."""
    if len(cells) > len(columns) and (extra := next(filter(None, cells[len(columns) :]), None)):
        raise ConfigError("registry-extra", path=path, line=line, value=extra)
    values: dict[str, object] = {
        name: cell for name, cell in zip(columns, cells, strict=False) if cell
    }
    if aliases := values.get("aliases"):
        values["aliases"] = tuple(filter(None, map(str.strip, str(aliases).split(";"))))
    if _NEEDED - values.keys():
        missing = next(name for name in COLUMNS if name in _NEEDED and name not in values)
        raise ConfigError("registry-value-missing", path=path, line=line, column=missing)
    return values


@cache
def _adapter() -> TypeAdapter[list[School]]:
    return TypeAdapter(list[School])


def _refused(
    path: Path, lines: list[int], given: list[dict[str, object]], error: ValidationError
) -> ConfigError:
    """Return the first line that cannot be a school, with its column."""
    at, name = error.errors(include_url=False)[0]["loc"][:2]
    row, column = int(at), str(name)
    return ConfigError(
        f"registry-{column.replace('_', '-')}",
        path=path,
        line=lines[row],
        column=column,
        value=given[row].get(column),
    )
