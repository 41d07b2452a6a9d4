"""The schools the order speaks of, by id.

Read from `config/schools.csv`, which people edit in Excel: commas, semicolons or tabs, in any
encoding that is certain. A row that cannot be a school stops the run with its line.
All is done by columns: the 25 000 schools of a country take 35 ms, row by row they took 160.
"""

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import BaseModel, ValidationError, create_model

from tochka_sync import encoding, small
from tochka_sync.errors import ConfigError, Reason
from tochka_sync.models.school import Columns, School, Schools
from tochka_sync.values.where.directory import Directory

COLUMNS = ("id", "kind", "number", "name", "settlement", "centre_opened", "aliases", "email")
_NEEDED = frozenset({"id", "name"})
_Cells = tuple[Sequence[int], list[list[str]]]
"""The lines on which rows end, and the cells by column, the header first."""
_BLOCK = 1 << 17
"""Characters taken apart at once: what is made of so many stays in a processor's cache."""
_UNREAD = {"file-binary": "registry-not-text", "file-encoding": "registry-encoding"}
_UNSEEN = {"\xa0": " ", "\u202f": " ", "\u2011": "-", **dict.fromkeys("\xad\u200b\u2060\ufeff", "")}
"""What nobody sees in a cell, and what is seen instead."""
_END = "\ue000"
"""A private character, to see whether a quote has swallowed the rest of the file."""


class Registry:
    """The schools of a district or a country, in the order of the file."""

    def __init__(self, schools: Sequence[School] = ()) -> None:
        self.schools = schools if isinstance(schools, Schools) else Schools.of(schools)

    @cached_property
    def by_id(self) -> Mapping[str, School]:
        """The schools by their ids."""
        return _ById(self.schools, self.places)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The places of the schools in the registry by their ids."""
        ids = self.schools.columns.ids
        return dict(zip(ids, range(len(ids)), strict=True))

    @cached_property
    def directory(self) -> Directory:
        """The schools as the readers of cells look for them."""
        return Directory(self.schools)


class _ById(Mapping[str, School]):
    """Schools by their ids, each made when it is asked for."""

    def __init__(self, schools: Schools, places: Mapping[str, int]) -> None:
        self._schools = schools
        self._places = places

    def __getitem__(self, id_: str) -> School:
        return self._schools[self._places[id_]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def load(path: Path) -> Registry:
    """Read the registry; raise `ConfigError` naming file, line and column of what is wrong."""
    text, delimiter = _separator(_text(path))
    lines, cells = _aligned(text, delimiter) or _any(path, text, delimiter)
    columns = _columns(path, [each[0] for each in cells])
    if len(lines) < 2:
        raise ConfigError("registry-empty", path=path)
    listed = _Listed(path, lines, dict(zip(columns, cells, strict=False)))
    listed.refuse_incomplete(cells[len(columns) :])
    registry = Registry(listed.schools())
    if len(registry.places) < len(registry.schools):
        raise listed.twice()
    return registry


def _text(path: Path) -> str:
    try:
        raw = small.read(path)
    except FileNotFoundError:
        raise ConfigError("registry-missing", path=path) from None
    except OSError as error:
        raise ConfigError("registry-unreadable", path=path, problem=Reason.of(error)) from error
    try:
        text = encoding.decode(raw)
    except ConfigError as error:
        raise ConfigError(_UNREAD[error.code], path=path) from error
    unseen = {ord(char): seen for char, seen in _UNSEEN.items() if char in text}
    return text.translate(unseen) if unseen else text


def _separator(text: str) -> tuple[str, str]:
    """Return the text and what separates its cells, said before all in «sep=;» or the commonest."""
    first = _head(text)
    said = first.strip(' \r"').lower().removeprefix("sep=")
    if len(said) == 1 and said in ",;\t" and len(first) > len(said):
        return text[len(first) :], said
    return text, max(",;\t", key=_head(text.lstrip()).count)


def _any(path: Path, text: str, delimiter: str) -> _Cells:
    """Take apart any separated text, passing over rows that say nothing."""
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=delimiter)
    lines, rows = [], []
    before = line = 0
    try:
        for cells in reader:
            before, line = line, reader.line_num
            if any(map(str.strip, cells)):
                lines.append(line)
                rows.append(cells)
    except csv.Error:  # a cell longer than the module reads
        before, rows = line, [[]]
    if rows.pop() != [_END]:
        raise ConfigError("registry-quote", path=path, line=before + 1)
    return lines[:-1], [list(map(str.strip, each)) for each in zip_longest(*rows, fillvalue="")]


def _aligned(text: str, delimiter: str) -> _Cells | None:
    """Take apart a text without quotes whose every line has as many cells, as programs write them.

    25 000 schools take 20 ms less than with the module of such files, block by block 10 less than
    at once: what is taken apart and said before gives its memory to the next block.
    """
    if "\r" in text:  # looking for two characters takes ten times as long
        text = text.replace("\r\n", "\n")
    if not text or '"' in text or "\r" in text:
        return None
    header = _head(text).split(delimiter)
    width = len(header)
    columns: list[list[str]] = [[] for _ in header]
    read = [
        str.strip if name.strip().lower() in _NEEDED else _Recurring().__getitem__
        for name in header
    ]
    for block in _blocks(text):
        cells = block.replace("\n", f"{delimiter}\n").split(delimiter)
        breaks = block.count("\n")
        begun = cells[width::width]  # each with the break before it, if every line is as wide
        if not "".join(begun).count("\n") == breaks == len(begun):
            return None
        if len(cells) != width * (breaks + 1):
            return None
        for at in range(width):
            columns[at] += map(read[at], cells[at::width])
    return None if "" in columns[0] else (range(1, len(columns[0]) + 1), columns)


class _Recurring(dict[str, str]):
    """The cells of a column without the spaces around them, equal ones as one object."""

    def __missing__(self, cell: str) -> str:
        self[cell] = shown = cell.strip()
        return shown


def _blocks(text: str) -> Iterator[str]:
    """Cut a text between lines, the break left out."""
    start, last = 0, len(text) - text.endswith("\n")
    while start < len(text):
        end = text.find("\n", start + _BLOCK)
        end = last if end < 0 else end
        yield text[start:end]
        start = end + 1


def _head(text: str) -> str:
    """Return the first line, without the copy of the rest that `partition` makes."""
    return text[: text.index("\n")] if "\n" in text else text


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


class _Listed:
    """The cells of a registry by its columns, each beginning with its header."""

    def __init__(self, path: Path, lines: Sequence[int], said: Mapping[str, Sequence[str]]) -> None:
        self.path = path
        self.lines = lines
        self.said = said
        self.distinct: dict[str, Sequence[str]] = {}
        for name, cells in said.items():
            own = name in _NEEDED  # nearly all differ: to look which do not takes thrice as long
            told = cells[1:] if own else filter(None, dict.fromkeys(cells[1:]))
            self.distinct[name] = list(told)

    def refuse_incomplete(self, beyond: Sequence[Sequence[str]]) -> None:
        """Refuse the first row with a cell `beyond` the columns, or without what it must say."""
        wrong: dict[int, ConfigError] = {}
        for name in COLUMNS:
            if name in _NEEDED and "" in self.said[name]:
                row = self.said[name].index("")
                wrong.setdefault(row, self._wrong("registry-value-missing", row, column=name))
        for cells in reversed(beyond):
            for row in [row for row, cell in enumerate(cells) if cell][:1]:
                wrong[row] = self._wrong("registry-extra", row, value=cells[row])
        if wrong:
            raise wrong[min(wrong)]

    def schools(self) -> Schools:
        """Return the schools; each distinct cell of a column is held against the schema once."""
        given: dict[str, Sequence[Any]] = {**self.distinct}
        if "aliases" in given:
            given["aliases"] = [
                tuple(filter(None, map(str.strip, cell.replace("\n", ";").split(";"))))
                for cell in given["aliases"]
            ]
        try:
            meant = _schema().model_validate(given)
        except ValidationError as error:
            raise self._unfit(error) from error
        return Schools(
            Columns._make([self._values(name, getattr(meant, name)) for name in School._fields])
        )

    def twice(self) -> ConfigError:
        """Return the first line with an id that an earlier school has."""
        ids = self.said["id"]
        first: dict[str, int] = {}
        row = next(row for row, id_ in enumerate(ids[1:], 1) if first.setdefault(id_, row) != row)
        earlier = self.lines[first[ids[row]]]
        return self._wrong("registry-duplicate", row, id=ids[row], first=earlier)

    def _values(self, name: str, meant: Sequence[Any]) -> Sequence[Any]:
        """Return a field of each school."""
        many, default = len(self.lines) - 1, School._field_defaults.get(name)
        if not meant:
            return [default] * many
        if len(meant) == many:  # each school has its own, as of ids
            return meant
        value_of = {"": default, **dict(zip(self.distinct[name], meant, strict=True))}
        return list(map(value_of.__getitem__, self.said[name][1:]))

    def _unfit(self, error: ValidationError) -> ConfigError:
        """Return the first line that cannot be a school, with its column."""
        wrong = []
        for detail in error.errors(include_url=False):
            name, at = detail["loc"][:2]
            cell = self.distinct[str(name)][int(at)]
            wrong.append(
                (self.said[str(name)].index(cell, 1), School._fields.index(str(name)), cell)
            )
        row, field, cell = min(wrong)
        column = School._fields[field]
        return self._wrong(f"registry-{column.replace('_', '-')}", row, column=column, value=cell)

    def _wrong(self, code: str, row: int, **facts: object) -> ConfigError:
        return ConfigError(code, path=self.path, line=self.lines[row], **facts)


@cache
def _schema() -> type[BaseModel]:
    """Return the schema of many schools by column: the fields of one, each a list."""
    fields = get_type_hints(School, include_extras=True).items()
    lists: dict[str, Any] = {name: (list[hint], []) for name, hint in fields}  # type: ignore[valid-type]
    return create_model("Columns", **lists)
