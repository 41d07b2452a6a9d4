"""One run from a source to its reports and exports: pull, check, write, exit code.

The only module that puts input, judgement and output in a row. A plan that fails does not touch
the others, and a run that fails leaves every earlier export as it was.
"""

import datetime as dt
import gc
import io
import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO
from zoneinfo import ZoneInfo

from tochka_sync import check, clash, exports, privacy, reports, small, times, whole
from tochka_sync.environment import Environment
from tochka_sync.errors import ConfigError, SourceError, TochkaError, WriteError
from tochka_sync.exports import ExportFormat
from tochka_sync.findings import Severity
from tochka_sync.plan import Broken, Plan, usable
from tochka_sync.reports import ReportFormat
from tochka_sync.result import Result
from tochka_sync.sources import pull
from tochka_sync.table import Book
from tochka_sync.visible import exact
from tochka_sync.voice import BUG, Voice

if TYPE_CHECKING:
    from tochka_sync.history.memory import Memory
    from tochka_sync.remember import History
    from tochka_sync.reports.plans import Tally


class FailOn(StrEnum):
    """From which severity on a finding makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


_FAILING = {
    FailOn.ERROR: frozenset({Severity.ERROR}),
    FailOn.WARNING: frozenset({Severity.ERROR, Severity.WARNING}),
    FailOn.NEVER: frozenset[Severity](),
}


DEMO_MOMENT = dt.datetime(2023, 6, 3, 8, tzinfo=ZoneInfo("Asia/Yakutsk"))
"""The morning after the deadline: when the plan shipped in the package is judged."""


class Report(NamedTuple):
    """A report in one format, to a file or, without a path, to standard output."""

    format: ReportFormat
    path: Path | None = None


class Request(NamedTuple):
    """What the command line asks of one run."""

    reports: tuple[Report, ...] = (Report(ReportFormat.TERMINAL),)
    exports: tuple[str, ...] = ()
    """Files, and folders with a slash at their end or already there."""
    fail_on: FailOn = FailOn.ERROR
    schools: tuple[str, ...] = ()
    as_of: dt.datetime | None = None
    """Judge as if it were then; without a zone, by the clock of each plan."""
    timeout: float = 300.0
    """Seconds for all reading together."""
    history: Path | None = None
    """Where the history is, if not where the configuration says."""
    remember: bool = True
    """Whether to use the history at all."""
    accept: bool = False
    """Whether what is gone from the sheet is right so."""


class Run:
    """What every plan of one command shares."""

    def __init__(
        self,
        request: Request,
        environment: Environment,
        now: dt.datetime,
        voice: Voice,
        out: TextIO,
    ) -> None:
        """Take the moment of the read, with its zone, as `now`."""
        self.request = request
        self.environment = environment
        self.now = now
        self.voice = voice
        self.out = out
        self.keys = pull.secrets(environment.values)

    def every(self, plans: Sequence[Plan | Broken]) -> int:
        """Run plans, several of them read ahead and judged in their order; return the gravest exit code.

        Whatever stops one plan leaves the others alone. Raises `ConfigError` where several would
        write one file.
        """
        if len(plans) == 1:
            return self.one(usable(plans[0]))
        from tochka_sync.ahead import ahead  # noqa: PLC0415 - only several plans need these
        from tochka_sync.reports.plans import Tally, write  # noqa: PLC0415

        _apart(self.request, self.environment, plans)
        tally = Tally()
        gc.freeze()  # so that what is collected after each plan is only the plan's own
        for plan, book in zip(plans, ahead(self._fetch, plans), strict=True):
            path = str(plan.path if isinstance(plan, Broken) else plan.config.path)
            self.voice.progress("progress.plans", plan=path, at=len(tally.codes), n=len(plans))
            try:
                tally.codes[path] = self.one(usable(plan), book.get, tally)
            except TochkaError as error:
                self.voice.stop(error, path)
                tally.codes[path] = error.exit_code
            except MemoryError:
                self.voice.stop(SourceError("out-of-memory"), path)
                tally.codes[path] = SourceError.exit_code
            except Exception as error:  # noqa: BLE001 - a bug met in one plan is no reason to leave the rest
                self.voice.bug(error, path)
                tally.codes[path] = BUG
            gc.collect()
            gc.freeze()  # what outlives a plan is not looked through after each other: with 400, 47 ms a time
        people = any(report == Report(ReportFormat.TERMINAL) for report in self.request.reports)
        write(tally, self.voice.language, self.out if people else self.voice.stream)
        return max(tally.codes.values())

    def one(
        self, plan: Plan, fetch: Callable[[], Book] | None = None, tally: "Tally | None" = None
    ) -> int:
        """Run one plan and return its exit code. Raises `TochkaError` when it cannot go on.

        `fetch` gives the sheet where it is read elsewhere; `tally` counts what became of it.
        """
        named = [plan.config.named(name) for name in self.request.exports]
        writes = [(Path(name), ExportFormat.of(name)) for name in named]
        for path, kind in writes:
            exports.writable(kind, path)
        outputs = [_name(report.path, plan) for report in self.request.reports if report.path]
        for path in outputs:
            whole.writable(path)
        outputs += [place for path, kind in writes for place in exports.places(kind, path)]
        history = self.history(plan).path if self.request.remember else None
        clash.refuse(outputs, plan.config, plan.location.path, history)
        book = self.read(plan, fetch)
        if tally is None:
            self.voice.progress("progress.judging")
        result, number = self.judged(plan, book)
        if tally is not None:
            tally.add(str(plan.config.path), result)
        if not result.recognised:
            if writes:
                self.voice.say("cli.not-exported", path=", ".join(str(path) for path, _ in writes))
            writes = []
        with whole.together():  # a run that cannot go on leaves every file as it was
            for path, kind in writes:
                if tally is None:
                    self.voice.progress("progress.writing", path=path)
                exports.WRITERS[kind](result, self.voice.language, path)
                result = result._replace(exported=(*result.exported, str(path)))
            shown = self._narrowed(result)
            for report in self.request.reports:
                self._report(shown, report, plan)
            self._hosted(shown)
        for path, kind in writes:
            self.voice.say("cli.exported", path=path)
            if missing := exports.left_out(kind, result):
                self.voice.say("ics.left-out", n=missing)
        if number is not None and shown is result:
            self.history(plan).reported(number)
        return exit_code(shown, self.request.fail_on)

    def _narrowed(self, result: Result) -> Result:
        if not self.request.schools:
            return result
        from tochka_sync import narrow  # noqa: PLC0415 - only for some of the schools

        return narrow.to_schools(result, self.request.schools)

    def judged(self, plan: Plan, book: Book) -> tuple[Result, int | None]:
        """Judge a read with what is remembered; return also its number if it was written down."""

        def judge(memory: "Memory | None") -> Result:
            as_of = times.local(self.request.as_of or self.now, plan.config.timezone)
            return check.check(book, plan.config, as_of, gid=plan.location.gid, memory=memory)

        if not self.request.remember:
            return judge(None), None
        history = self.history(plan)
        if self.request.as_of is not None:
            return history.replayed(plan.config, judge), None
        return history.judged(book, plan.config, judge)

    def history(self, plan: Plan) -> "History":
        """Return the history of a plan."""
        from tochka_sync.remember import History  # noqa: PLC0415 - a check without one needs none of it

        stated = self.request.history or self.environment.get("TOCHKA_HISTORY")
        return History.of(plan.config, stated, accept=self.request.accept)

    def read(self, plan: Plan, fetch: Callable[[], Book] | None = None) -> Book:
        """Read the plan's sheet and say how it was opened."""
        if fetch is None:
            self.voice.progress("progress.reading")
        began = time.monotonic()
        book = fetch() if fetch else self._fetch(plan)
        if book.origin.access:
            self.voice.say(
                "cli.opened", name=privacy.called(book.origin.name), access=book.origin.access
            )
        asked = plan.config.file.source.modified_time
        left = max(self.request.timeout - (time.monotonic() - began), 1.0)
        return pull.dated(book, self.keys, self.voice.undated, left) if asked else book

    def _fetch(self, plan: Plan | Broken) -> Book:
        named = usable(plan)
        return pull.pull(
            named.location,
            named.config.file.source.access,
            self.keys,
            now=self.now,
            timeout=self.request.timeout,
        )

    def _hosted(self, result: Result) -> None:
        """On GitHub's machines, annotate the run and write the summary of its step.

        GitHub reads standard error too, so standard output stays what was asked for.
        """
        if not self._on_github():
            return
        if Report(ReportFormat.GITHUB) not in self.request.reports:
            reports.WRITERS[ReportFormat.GITHUB](result, self.voice.language, self.voice.stream)
        summary = self.environment.get("GITHUB_STEP_SUMMARY")
        if summary and small.is_seen(Path(summary)):
            text = io.StringIO()
            try:
                before = small.read(Path(summary))
            except OSError as error:
                raise whole.refusal(error, Path(summary)) from error
            from tochka_sync.reports import markdown  # noqa: PLC0415 - only on GitHub's machines

            room = markdown.LIMIT - len(before)
            markdown.write(result, self.voice.language, text, room)
            added = text.getvalue().encode("utf-8", "backslashreplace")
            whole.write(Path(summary), before + added, private=result.contacts)

    def _on_github(self) -> bool:
        return self.environment.get("GITHUB_ACTIONS") == "true"

    def _report(self, result: Result, report: Report, plan: Plan) -> None:
        write = reports.WRITERS[report.format]
        self.voice.clear()
        if report.path is not None:
            with whole.opened(_name(report.path, plan), private=result.contacts) as file:
                write(result, self.voice.language, file)
            return
        try:
            if self._on_github() and report.format in reports.READ:
                from tochka_sync.reports import github  # noqa: PLC0415 - only on its machines

                text = io.StringIO()
                write(result, self.voice.language, text)
                self.out.write(github.harmless(text.getvalue()))
            else:
                person = report.format in reports.READ
                write(result, self.voice.language, self.out if person else exact(self.out))
            self.out.flush()
        except BrokenPipeError:
            raise WriteError("write-closed-pipe") from None


def exit_code(result: Result, fail_on: FailOn) -> int:
    """Return 1 when there are findings at or above the bound, else 0."""
    return int(any(finding.severity in _FAILING[fail_on] for finding in result.findings))


def _apart(request: Request, environment: Environment, plans: Sequence[Plan | Broken]) -> None:
    """Refuse to let several plans write one file."""
    paths = [
        *map(Path, request.exports),
        *(report.path for report in request.reports if report.path),
    ]
    history = request.history or environment.get("TOCHKA_HISTORY")
    if history and request.remember:
        paths.append(Path(history))
    for path in paths:
        if "{plan}" not in str(path):
            raise ConfigError("cli-one-file", path=path)
    clash.apart([plan.name for plan in plans if isinstance(plan, Plan)], paths)


def _name(path: Path, plan: Plan) -> Path:
    return Path(plan.config.named(str(path)))
