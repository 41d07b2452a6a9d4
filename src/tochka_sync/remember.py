"""One run and the history: what is remembered before it is judged, what is written down after.

Reading the sheet comes first and holds nothing. Judging and writing down are one transaction, so
that of two runs at once the second knows what the first found. Reports and exports come after it:
evidence of what was in the sheet must not be lost because a disk is full. That a report reached
somebody is written down last; a run killed between the two only tells the same news once more.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tochka_sync import small
from tochka_sync.config import PLACES, Config
from tochka_sync.errors import ConfigError, GuardError
from tochka_sync.history import guard, ledger, problems, recalled
from tochka_sync.history.memory import Memory
from tochka_sync.history.store import Store
from tochka_sync.result import Result
from tochka_sync.table import Book


@dataclass(frozen=True, slots=True)
class History:
    """The history of one plan."""

    path: Path
    series: str
    """What the plan's reads are called in the file: the configuration's name and the school year."""
    plan: Path
    """The configuration."""
    accept: bool = False
    """Whether what is gone from the sheet is right so."""
    options: str = ""
    """What a command has to be told to come to this history, if not what it would take by itself."""

    @classmethod
    def of(
        cls, config: Config, stated: Path | str | None = None, *, accept: bool = False
    ) -> "History":
        """Return the history of a plan: where it is `stated` to be, or the configuration says.

        `{plan}` in a path is the plan's name.
        """
        # Half of a surrogate pair, as in a name of another encoding, has no UTF-8.
        stem = config.path.stem.encode("utf-8", "backslashreplace").decode("utf-8")
        path = config.history if stated is None else Path(config.named(str(stated)))
        told = {
            "--config": None
            if config.path == next(filter(small.is_seen, PLACES), None)
            else config.path,
            "--history": None if stated is None else path,
        }
        options = "".join(f" {name} {_word(place)}" for name, place in told.items() if place)
        return cls(path, f"{stem} {config.file.plan.school_year}", config.path, accept, options)

    def find(self, store: Store) -> int | None:
        """Return the id of the plan's series of reads, if it has any.

        Raises `ConfigError` for one that another plan of the same name keeps there: what one read
        would be missing for the other. A configuration that is there no more was moved.
        """
        found = store.find(self.series)
        home = None if found is None else store.home(found)
        if home is not None and small.is_seen(home) and not small.same(home, self.plan):
            raise ConfigError("history-other-plan", path=self.path, plan=home)
        return found

    def judged(
        self, book: Book, config: Config, judge: Callable[[Memory], Result]
    ) -> tuple[Result, int]:
        """Judge a read with what is remembered, and write it down; return also its number.

        Raises `GuardError` for a read that cannot be believed: it is kept as a snapshot, and what
        was believed before stays the measure. Raises `WriteError` when the history fails.
        """
        with Store.open(self.path) as store, store.writing():
            series = self.find(store) or store.series(self.series)
            store.settle(series, self.plan)
            known = recalled.recall(store, series, config.timezone, accept=self.accept)
            known = replace(problems.asked(known, config.silent), options=self.options)
            result = judge(known)
            stop = _watched(known, result, config)
            if stop is None:
                number, meeting = ledger.record(store, series, known, book, result)
                return result._replace(meeting=meeting), number
            ledger.keep(store, series, book, recognised=result.recognised, accepted=False)
        raise stop

    def replayed(self, config: Config, judge: Callable[[Memory], Result]) -> Result:
        """Judge with what is remembered, and remember nothing.

        Raises as `judged` does: what is read now may have lost its entries, whenever it is judged.
        """
        if not small.may_be(self.path):
            return judge(Memory())
        with Store.existing(self.path) as store, store.reading():  # a run may be writing just now
            series = self.find(store)
            known = Memory()
            if series is not None:
                known = recalled.recall(store, series, config.timezone, accept=self.accept)
            known = replace(known, reported=None, options=self.options)
            result = judge(known)
        if stop := _watched(known, result, config):
            raise stop
        return result

    def reported(self, read: int) -> None:
        """Write down that the report of a read reached somebody."""
        with Store.open(self.path) as store, store.writing():
            ledger.reported(store, read)


def _word(path: Path) -> str:
    """Return a path as one word of a command line, of Windows too."""
    text = str(path)
    return f'"{text}"' if " " in text else text


def _watched(known: Memory, result: Result, config: Config) -> GuardError | None:
    share = config.file.history.max_loss
    return guard.watch(known, result.meeting, share, recognised=result.recognised)
