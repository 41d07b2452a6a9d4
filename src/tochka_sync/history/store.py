"""The history file: its versions, its locks, its permissions.

The only module that opens SQLite. A change happens whole or not at all: the file keeps SQLite's
rollback journal rather than a write-ahead log, so that between runs it is one file that can be
copied or carried along. Two runs at once wait for each other. What cannot be read is reported and
never written over.
"""

import os
import sqlite3
import stat
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from tochka_sync import small
from tochka_sync.errors import ConfigError, Reason, TochkaError, WriteError
from tochka_sync.history import schema

PATIENCE = 60.0
"""Seconds to wait for another run that is writing."""

APPLICATION = 0x546F6368
"""Marks the file as ours."""

SHAPELESS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)
"""What is raised over something kept that is not as it was put there."""

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DENIED = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH,
}
_CHECKED = 16 << 20  # bytes up to which the whole file is looked over at every opening
_FAST = 4 << 20  # bytes from which packing fast matters more than packing small


@contextmanager
def taken() -> Iterator[None]:
    """Say that the history is damaged where what is taken from it is not what was put there."""
    try:
        yield
    except SHAPELESS as error:
        raise WriteError("history-damaged") from error


class Store:
    """One history file, open. Use it with `with`, or `close` it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE) -> Self:
        """Open the history, creating it for its owner alone where there is none yet.

        Raises `WriteError`: for a folder that cannot be written, a damaged file, one of another
        program or of a newer version of this one.
        """
        with _explained(path):
            _prepare(path)
            store = cls(_connect(path, patience), path)
        with store._opening():
            _examine(store, path)
            _protect(path)
            _migrate(store)
        return store

    @classmethod
    def existing(cls, path: Path) -> Self:
        """Open a history that must be there. Raises `ConfigError` where it is not."""
        if not small.may_be(path):
            raise ConfigError("history-none", path=path)
        return cls.open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, WriteError):  # what was found damaged does not know where it lay
            error.facts.setdefault("path", self.path)
        self.close()

    def close(self) -> None:
        """Close the file; what was not committed is as if it had never been."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the file for one change, all of it or nothing.

        Raises `WriteError` when another run holds it longer than one should wait.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(TochkaError):
                self.run("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let several questions see the file as it is at one moment."""
        self.run("BEGIN")
        try:
            yield
        finally:
            with suppress(TochkaError):
                self.run("ROLLBACK")

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement and return the id of the row it added."""
        with _explained(self.path):
            return self._connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """Run one statement for every set of values."""
        with _explained(self.path):
            self._connection.executemany(sql, values)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows a question gives."""
        with _explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def put(self, data: bytes) -> int:
        """Keep content and return its id; content that is kept already costs nothing."""
        digest = sha256(data).digest()
        known = self.rows("SELECT id, packed IS NULL FROM content WHERE digest = ?", (digest,))
        if known and not known[0][1]:
            return int(known[0][0])
        packed = zlib.compress(data, 1 if len(data) > _FAST else 9)
        if known:  # forgotten once, and there again
            self.run("UPDATE content SET packed = ? WHERE id = ?", (packed, known[0][0]))
            return int(known[0][0])
        return self.run("INSERT INTO content (digest, packed) VALUES (?, ?)", (digest, packed))

    def get(self, content: int) -> bytes | None:
        """Return kept content, or nothing where it was forgotten.

        Raises `WriteError` where what is kept is not what was put there.
        """
        ((digest, packed),) = self.rows(
            "SELECT digest, packed FROM content WHERE id = ?", (content,)
        )
        if packed is None:
            return None
        try:
            data = zlib.decompress(packed)
        except (zlib.error, TypeError):
            raise WriteError("history-damaged", path=self.path) from None
        if sha256(data).digest() != digest:
            raise WriteError("history-damaged", path=self.path)
        return data

    def series(self, name: str) -> int:
        """Return the id of a plan's series of reads, a new one where there is none."""
        return self.find(name) or self.run("INSERT INTO series (name) VALUES (?)", (name,))

    def find(self, name: str) -> int | None:
        """Return the id of a plan's series of reads, if it has any."""
        known = self.rows("SELECT id FROM series WHERE name = ?", (name,))
        return int(known[0][0]) if known else None

    def home(self, series: int) -> Path | None:
        """Return the configuration whose reads a series holds, where it was when it was read last.

        Nothing where this file was elsewhere then: it may be a copy, as the configuration may be.
        """
        ((home,),) = self.rows("SELECT home FROM series WHERE id = ?", (series,))
        if home is None:
            return None
        if not isinstance(home, bytes):
            raise WriteError("history-damaged", path=self.path)
        plan, _, here = home.partition(b"\0")
        return Path(os.fsdecode(plan)) if here == self._here else None

    def settle(self, series: int, plan: Path) -> None:
        """Write down whose reads a series holds, and where."""
        home = os.fsencode(plan.absolute()) + b"\0" + self._here
        self.run("UPDATE series SET home = ? WHERE id = ?", (home, series))

    @property
    def _here(self) -> bytes:
        return os.fsencode(os.path.realpath(self.path))

    @contextmanager
    def _opening(self) -> Iterator[None]:
        """Leave nothing open when opening fails."""
        try:
            yield
        except BaseException:
            self.close()
            raise


def _prepare(path: Path) -> None:
    """Make the folder and the file, for the owner alone, where they are not there yet."""
    real = Path(os.path.realpath(path))
    for folder in reversed(real.parents):
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
    try:
        os.close(os.open(real, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if not real.is_file():
            raise WriteError("history-not-file", path=path) from None


def _protect(path: Path) -> None:
    """Leave a file that is known to be a history to its owner alone."""
    with suppress(OSError):  # someone else's file is theirs to protect
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(0o600)


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    # By its whole path: «:memory:» alone is no file to SQLite.
    connection = sqlite3.connect(path.absolute(), timeout=patience, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is gone from the disk
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _examine(store: Store, path: Path) -> None:
    """Refuse a file that is damaged, of another program, or of a later version of this one."""
    with store.reading():  # another run may be making the file: it is seen before that or after
        ((application,),) = store.rows("PRAGMA application_id")
        ((version,),) = store.rows("PRAGMA user_version")
        empty = not store.rows("SELECT 1 FROM sqlite_master LIMIT 1")
    if application != APPLICATION:
        if version or not empty:
            raise WriteError("history-foreign", path=path)
        return
    if version > len(schema.MIGRATIONS):
        raise WriteError("history-newer", path=path, version=version, known=len(schema.MIGRATIONS))
    if path.stat().st_size <= _CHECKED:
        ((verdict,),) = store.rows("PRAGMA quick_check(1)")
        if verdict != "ok":
            raise WriteError("history-damaged", path=path)


def _migrate(store: Store) -> None:
    """Bring the schema forward, all steps or none."""
    if _version(store) == len(schema.MIGRATIONS):
        return
    with store.writing():
        for script in schema.MIGRATIONS[_version(store) :]:  # another run may have been first
            for statement in _statements(script):
                store.run(statement)
        store.run(f"PRAGMA application_id = {APPLICATION}")
        store.run(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")


def _version(store: Store) -> int:
    ((version,),) = store.rows("PRAGMA user_version")
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """Part a script into statements: `executescript` would commit on its own."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into a `WriteError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(error, path) from error
    except UnicodeDecodeError as error:  # in what SQLite says of a damaged file
        raise WriteError("history-damaged", path=path) from error
    except OSError as error:
        raise WriteError("history-denied", path=path, reason=Reason.of(error)) from error


def _told(error: sqlite3.DatabaseError, path: Path) -> WriteError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return WriteError("history-busy", path=path)
    if code in _DAMAGED:
        return WriteError("history-damaged", path=path)
    if code in _DENIED:
        return WriteError("history-denied", path=path, reason=Reason(_name(error)))
    if code == sqlite3.SQLITE_FULL:
        return WriteError("history-full", path=path)
    return WriteError("history-failed", path=path, reason=Reason(_name(error)))


def _name(error: sqlite3.DatabaseError) -> str:
    """Return what befell SQLite by its short name: `SQLITE_IOERR` of `SQLITE_IOERR_WRITE`."""
    return "_".join(getattr(error, "sqlite_errorname", "SQLITE_ERROR").split("_")[:2])
