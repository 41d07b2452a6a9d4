"""A table as bytes and back: what was read can be had again, to the last cell.

Takes any `Table`, whatever its text holds: half of a surrogate pair, a line break, nothing. Equal
tables give equal bytes, so that a tab that did not change is kept once.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from tochka_sync.history.store import Store
from tochka_sync.table import Book, Cell, Merge, Origin, Table, Value

FORMAT = 1
"""Grows when these bytes change their meaning."""


def freeze(table: Table) -> bytes:
    """Return a table as bytes."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "title": table.title,
        "gid": table.gid,
        "hidden": table.hidden,
        "hidden_rows": sorted(table.hidden_rows),
        "merges": [[merge.top, merge.left, merge.bottom, merge.right] for merge in table.merges],
        "columns": [list(column) for column in table.columns],
        "rich": [
            [row, column, cell.text, _packed(cell.value), cell.link, cell.error]
            for (row, column), cell in sorted(table.rich.items(), key=lambda item: item[0])
        ],
    }
    if table.struck:  # few tabs have any, and those kept before tell of none
        document["struck"] = sorted(table.struck)
    return _bytes(document)


def thaw(data: bytes) -> Table:
    """Return the table that became these bytes."""
    document = json.loads(data.decode("utf-8", "surrogatepass"))
    return Table(
        title=document["title"],
        columns=tuple(tuple(column) for column in document["columns"]),
        rich={
            (row, column): Cell(text, _unpacked(value), link, error)
            for row, column, text, value, link, error in document["rich"]
        },
        merges=tuple(Merge(*merge) for merge in document["merges"]),
        hidden_rows=frozenset(document["hidden_rows"]),
        gid=document["gid"],
        hidden=document["hidden"],
        struck=frozenset((row, column) for row, column in document.get("struck", ())),
    )


def keep(store: Store, tables: Sequence[Table]) -> int:
    """Keep the tabs of one read and return the id of the whole."""
    return store.put(_bytes([store.put(freeze(table)) for table in tables]))


def tables(store: Store, book: int) -> tuple[Table, ...] | None:
    """Return the tabs of one read, or nothing where they were forgotten."""
    contents = contents_of(store, book)
    data = [store.get(content) for content in contents]
    if any(each is None for each in data):
        return None
    return tuple(thaw(each) for each in data if each is not None)


def contents_of(store: Store, book: int) -> tuple[int, ...]:
    """Return the ids of the tabs of one read."""
    return tuple(json.loads(store.get(book) or b"[]"))


def book(store: Store, content: int, origin: Origin) -> Book | None:
    """Return one read as it was, or nothing where it was forgotten."""
    found = tables(store, content)
    return None if found is None else Book(origin, found)


def _bytes(document: object) -> bytes:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _packed(value: Value) -> Any:
    """Return a value as JSON keeps it: a moment as its kind and its text."""
    match value:
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case _:
            return value


def _unpacked(value: Any) -> Value:
    match value:
        case {"datetime": text}:
            return datetime.fromisoformat(text)
        case {"date": text}:
            return date.fromisoformat(text)
        case {"time": text}:
            return time.fromisoformat(text)
        case _:
            return value  # type: ignore[no-any-return]
