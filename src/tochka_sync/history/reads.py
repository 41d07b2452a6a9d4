"""What was read when: every read of a plan, and which of them someone means.

Takes a number («17»), a time («2023-06-02», «2023-06-02T18:00»), `last` or `previous`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from tochka_sync import privacy
from tochka_sync.errors import ConfigError
from tochka_sync.history import snapshots
from tochka_sync.history.meeting import Column, MetTab
from tochka_sync.history.store import Store, taken
from tochka_sync.table import Book, Origin, Table

_FIRST_YEAR, _LAST_YEAR = 1900, 9000  # a file may say it was changed at any time
_COLUMNS = "id, read_at, state_at, accepted, recognised, reported, origin, book, roster"


@dataclass(frozen=True, slots=True)
class Roster:
    """Which entry stood where on one tab of a read."""

    tab: str
    columns: tuple[Column, ...]
    rows: dict[int, int]
    """Entry → sheet row."""

    @classmethod
    def of(cls, tab: MetTab) -> "Roster":
        """Return where the entries of a tab stand that have a number."""
        rows = {met.id: met.row for met in tab.met if met.id is not None}
        return cls(tab.title, tab.columns, rows)

    def _document(self) -> list[object]:
        columns = [[each.key, each.index, each.header, each.personal] for each in self.columns]
        stood = sorted(self.rows.items())
        return [self.tab, columns, [entry for entry, _ in stood], [row for _, row in stood]]

    @classmethod
    def _of(cls, document: Sequence[Any]) -> "Roster":
        tab, columns, entries, rows = document
        stood = dict(zip(entries, rows, strict=True))
        return cls(tab, tuple(Column(*each) for each in columns), stood)

    @staticmethod
    def dumps(rosters: Sequence["Roster"]) -> bytes:
        """Return the rosters of a read as bytes: that of a single tab stands by itself."""
        documents = [each._document() for each in rosters]
        document = documents[0] if len(documents) == 1 else documents
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")

    @classmethod
    def loads(cls, data: bytes) -> tuple["Roster", ...]:
        """Return the rosters that became these bytes."""
        document = json.loads(data.decode("utf-8", "surrogatepass"))
        several = isinstance(document[0], list)
        return tuple(map(cls._of, document if several else [document]))


@dataclass(frozen=True, slots=True)
class Read:
    """One read of the plan."""

    id: int
    read_at: datetime
    state_at: datetime
    """Nothing in it is younger: the read, or the last change of the file before it."""
    accepted: bool
    """Whether the guard believed it."""
    recognised: bool
    reported: bool
    """Whether its report reached somebody."""
    origin: Origin
    book: int
    roster: int | None

    @property
    def absent_at(self) -> datetime:
        """The moment at which what is not in it was surely not in the plan.

        A file may be a copy made when it was last changed; a sheet on the network is itself.
        """
        return self.read_at if self.origin.spreadsheet else self.state_at


@taken()
def every(store: Store, series: int) -> list[Read]:
    """Return all reads, oldest first."""
    found = store.rows(f"SELECT {_COLUMNS} FROM read WHERE series = ? ORDER BY id", (series,))  # noqa: S608 - our own names
    return [_read(row) for row in found]


@taken()
def last(store: Store, series: int, where: str = "accepted") -> Read | None:
    """Return the last read that is `accepted`, or `reported`."""
    found = store.rows(
        f"SELECT {_COLUMNS} FROM read WHERE series = ? AND {where} ORDER BY id DESC LIMIT 1",  # noqa: S608
        (series,),
    )
    return _read(found[0]) if found else None


def at(reads: Sequence[Read], moment: datetime) -> Read | None:
    """Return the last believed read not younger than a moment."""
    return next(
        (read for read in reversed(reads) if read.accepted and read.read_at <= moment), None
    )


@taken()
def book(store: Store, read: Read) -> Book:
    """Return what was read. Raises `ConfigError` where it was forgotten."""
    found = snapshots.book(store, read.book, read.origin)
    if found is None:
        raise ConfigError("history-forgotten", read=read.id)
    return found


@taken()
def kept(store: Store, read: Read) -> bool:
    """Tell whether the snapshot of a read is still there."""
    contents = snapshots.contents_of(store, read.book)
    marks = ",".join("?" * len(contents))
    asked = f"SELECT count(*) FROM content WHERE packed IS NULL AND id IN ({marks})"  # noqa: S608 - only marks
    ((forgotten,),) = store.rows(asked, contents)
    return not int(forgotten)


@taken()
def fingerprint(store: Store, read: Read) -> str:
    """Return what tells the sheet of a read from every other: equal sheets have equal ones."""
    contents = snapshots.contents_of(store, read.book)
    marks = ",".join("?" * len(contents))
    asked = f"SELECT id, digest FROM content WHERE id IN ({marks})"  # noqa: S608 - only marks
    digests = dict(store.rows(asked, contents))
    return sha256(b"".join(digests[content] for content in contents)).hexdigest()


@taken()
def tables(store: Store, read: Read) -> tuple[Table, ...] | None:
    """Return the tabs of a read, or nothing where they were forgotten."""
    return snapshots.tables(store, read.book)


@taken()
def rosters(store: Store, read: Read) -> tuple[Roster, ...] | None:
    """Return which entry stood where, tab by tab, if the read was judged."""
    data = None if read.roster is None else store.get(read.roster)
    return None if data is None else Roster.loads(data)


def packed(origin: Origin) -> str:
    """Return where a read came from, as the history keeps it."""
    kept = {
        "kind": origin.kind,
        "name": privacy.called(origin.name),  # a purge leaves it
        "spreadsheet": origin.spreadsheet,
        "access": origin.access,
        "modified": None if origin.modified is None else moment(origin.modified),
        "timezone": origin.timezone,
        "locale": origin.locale,
    }
    text = json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def moment(value: datetime) -> str:
    """Return a moment as text that sorts in time."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def instant(text: str) -> datetime:
    """Return the moment a text of the history names. Raises `ValueError` for none a read can have."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or not _FIRST_YEAR < found.year < _LAST_YEAR:
        raise ValueError(text)
    return found


def _read(row: Sequence[object]) -> Read:
    number, read_at, state_at, accepted, recognised, reported, origin, content, stood = row
    at_moment = instant(str(read_at))
    return Read(
        id=int(str(number)),
        read_at=at_moment,
        state_at=instant(str(state_at)),
        accepted=bool(accepted),
        recognised=bool(recognised),
        reported=bool(reported),
        origin=_origin(str(origin), at_moment),
        book=int(str(content)),
        roster=None if stood is None else int(str(stood)),
    )


def _origin(text: str, read_at: datetime) -> Origin:
    kept = json.loads(text)
    modified = kept.pop("modified", None)
    return Origin(
        **{"kind": "", "name": "", **kept},
        read_at=read_at,
        modified=instant(modified) if modified else None,
    )
