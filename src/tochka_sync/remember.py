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
from tochka_sync.config import Config
from tochka_sync.history import guard, ledger, memory, problems
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
    accept: bool = False
    """Whether what is gone from the sheet is right so."""

    @classmethod
    def of(
        cls, config: Config, stated: Path | str | None = None, *, accept: bool = False
    ) -> "History":
        """Return the history of a plan: where it is `stated` to be, or the configuration says.

        `{plan}` in a stated path is the plan's name.
        """
        series = f"{config.path.stem} {config.file.plan.school_year}"
        path = Path(str(stated).replace("{plan}", config.name)) if stated else config.history
        return cls(path, series, accept)

    def judged(
        self, book: Book, config: Config, judge: Callable[[Memory], Result]
    ) -> tuple[Result, int]:
        """Judge a read with what is remembered, and write it down; return also its number.

        Raises `GuardError` for a read that cannot be believed: it is kept as a snapshot, and what
        was believed before stays the measure. Raises `WriteError` when the history fails.
        """
        with Store.open(self.path) as store, store.writing():
            series = store.series(self.series)
            known = memory.recall(store, series, config.timezone, accept=self.accept)
            known = problems.asked(known, config.silent)
            result = judge(known)
            stop = guard.watch(
                known, result.meeting, config.file.history.max_loss, recognised=result.recognised
            )
            if stop is None:
                number, meeting = ledger.record(store, series, known, book, result)
                return result._replace(meeting=meeting), number
            ledger.keep(store, series, book, recognised=result.recognised, accepted=False)
        raise stop

    def replayed(self, config: Config, judge: Callable[[Memory], Result]) -> Result:
        """Judge with what is remembered, and remember nothing."""
        if not small.may_be(self.path):
            return judge(Memory())
        with Store.existing(self.path) as store, store.reading():  # a run may be writing just now
            series = store.find(self.series)
            known = memory.recall(store, series, config.timezone) if series else Memory()
        return judge(replace(known, reported=None))

    def reported(self, read: int) -> None:
        """Write down that the report of a read reached somebody."""
        with Store.open(self.path) as store, store.writing():
            ledger.reported(store, read)
