"""What the history of one plan answers: what was read, what changed, what was where, who is where.

Nothing here reads the sheet; only `forget` changes anything.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, time

from tochka_sync import check, times
from tochka_sync.config import Config
from tochka_sync.errors import ConfigError
from tochka_sync.history import changes, problems, reads, recalled
from tochka_sync.history.changes import Changes, Side
from tochka_sync.history.memory import Memory
from tochka_sync.history.reads import Read, Roster
from tochka_sync.history.store import Store
from tochka_sync.planfile import Contacts
from tochka_sync.remember import History
from tochka_sync.result import Result
from tochka_sync.sheet import tabs
from tochka_sync.table import Book, Table


@dataclass(frozen=True, slots=True)
class Listed:
    """One read in the list of what was read when."""

    read: Read
    entries: int | None
    """How many entries it had; unknown of a read nobody believed."""
    same: bool
    """Whether the sheet was as at the read before."""
    kept: bool
    """Whether its snapshot is still there."""
    fingerprint: str
    """Of two reads of the same sheet it is the same."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reads and what changed from one to the other."""

    old: Read
    new: Read
    changes: Changes


class Chronicle:
    """The history of one plan, open for looking."""

    def __init__(self, store: Store, history: History, config: Config) -> None:
        """Raises `ConfigError` where nothing of the plan was ever read, or another of its name was."""
        self.path = history.path
        self._store = store
        self._config = config
        self._series = history.find(store) or 0
        self._reads = reads.every(store, self._series)
        if not self._reads:
            raise ConfigError("history-empty", path=history.path)

    def listed(self) -> list[Listed]:
        """Return all reads, oldest first."""
        found = []
        before: int | None = None
        for read in self._reads:
            stood = reads.rosters(self._store, read)
            found.append(
                Listed(
                    read,
                    None if stood is None else sum(len(roster.rows) for roster in stood),
                    same=read.book == before,
                    kept=reads.kept(self._store, read),
                    fingerprint=reads.fingerprint(self._store, read),
                )
            )
            before = read.book
        return found

    def compared(self, old: str | None, new: str | None) -> Compared:
        """Return what changed between two reads: by default from the one before to the last.

        Raises `ConfigError` for a read that is not there or whose snapshot is forgotten.
        """
        newer = self.pick("last" if new is None else new)
        older = self._before(newer) if old is None else self.pick(old)
        contacts = self._config.file.privacy.contacts is Contacts.KEEP
        told = changes.between(self._sides(older), self._sides(newer), contacts=contacts)
        return Compared(older, newer, told)

    def book(self, text: str) -> tuple[Read, Book]:
        """Return a read and what was read. Raises `ConfigError`."""
        read = self.pick(text)
        return read, reads.book(self._store, read)

    def events(self, read: Read, book: Book) -> list[Table]:
        """Return the tabs of events of a read."""
        rosters = reads.rosters(self._store, read) or ()
        return tabs.events(book, _then(self._config, book, rosters))

    def result(self, now: datetime, as_of: datetime | None) -> Result:
        """Return the plan as the last read shows it, or the last one before a moment.

        Raises `ConfigError` where there is none, or its snapshot is forgotten.
        """
        read = self.last() if as_of is None else reads.at(self._reads, as_of)
        if read is None:
            raise ConfigError("history-before", moment=as_of)
        known = self._known(read)
        book = reads.book(self._store, read)
        config, gid = _then(self._config, book, known.rosters), _gid(book, known.rosters)
        return check.check(book, config, as_of or now, gid=gid, memory=known)

    def last(self) -> Read:
        """Return the last read that was believed. Raises `ConfigError` where there is none."""
        return self.pick("last")

    def pick(self, text: str) -> Read:
        """Return the read someone means: by number, by time, `last` or `previous`.

        A time means the last read not after it; a bare date all of its day. Raises `ConfigError`.
        """
        believed = [read for read in self._reads if read.accepted]
        match text:
            case "last" if believed:
                return believed[-1]
            case "previous" if len(believed) > 1:
                return believed[-2]
            case _:
                number = text.lstrip("0")  # as text: Python makes no number of 5000 digits
                found = next((read for read in self._reads if str(read.id) == number), None)
                found = found or self._at(text)
        if found is None:
            raise ConfigError("history-unknown-read", value=text)
        return found

    def _at(self, text: str) -> Read | None:
        """Return the last believed read not after a time; of a day, all of it."""
        with suppress(ValueError):
            moment = times.named(text, time.max)
            return reads.at(self._reads, times.local(moment, self._config.timezone))
        return None

    def _known(self, read: Read) -> Memory:
        """Return what was known of the plan once a read of it was judged."""
        known = recalled.replay(self._store, self._series, read, self._config.timezone)
        return problems.asked(known, self._config.silent)

    def _before(self, read: Read) -> Read:
        """Return the believed read before another; of the first, itself."""
        earlier = [each for each in self._reads if each.accepted and each.id < read.id]
        return earlier[-1] if earlier else read

    def _sides(self, read: Read) -> list[Side]:
        book = reads.book(self._store, read)
        tables = {table.title: table for table in reversed(book.tables)}
        stood = reads.rosters(self._store, read)
        rosters = self._met(read, book) if stood is None else stood
        return [Side(roster, tables.get(roster.tab, book.tables[0])) for roster in rosters]

    def _met(self, read: Read, book: Book) -> Sequence[Roster]:
        """Tell who stands where in a read nobody believed, by the believed one before it."""
        known = replace(self._known(self._before(read)), replay=False)
        config, gid = _then(self._config, book, known.rosters), _gid(book, known.rosters)
        meeting = check.check(book, config, read.read_at, gid=gid, memory=known).meeting
        if meeting is None:
            return ()
        ids = [met.id or -at for at, met in enumerate(meeting.met, 1)]
        return [Roster.of(tab) for tab in meeting.named(ids).tabs]


def _gid(book: Book, rosters: Sequence[Roster]) -> int | None:
    """Return the number of the tab that was the plan's when it was read."""
    titles = {roster.tab for roster in rosters}
    return next((table.gid for table in book.tables if table.title in titles), None)


def _then(config: Config, book: Book, rosters: Sequence[Roster]) -> Config:
    """Return the configuration for an older read: of its tabs those that were there then.

    Where none of the plan's was, since they were called otherwise, those it was taken for count.
    """
    section, schools = config.file.tabs.events, config.file.tabs.schools
    titles = {table.title.strip() for table in book.tables}
    gids = {table.gid for table in book.tables}
    there = {
        "title": tuple(title for title in section.title if title.strip() in titles),
        "gid": tuple(gid for gid in section.gid if gid in gids),
    }
    if (section.title or section.gid) and not any(there.values()):
        there = {
            "title": tuple(each.tab for each in rosters if each.tab.strip() in titles),
            "gid": (),
        }
    if not any(there.values()):
        there = {}  # it says which tab it lacks
    if schools and (schools.title or "").strip() not in titles and schools.gid not in gids - {None}:
        schools = None
    update = {"events": section.model_copy(update=there), "schools": schools}
    tabs_then = config.file.tabs.model_copy(update=update)
    return replace(config, file=config.file.model_copy(update={"tabs": tabs_then}))
