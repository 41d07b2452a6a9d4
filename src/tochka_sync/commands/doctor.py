"""What works, what does not, and what to do next: configuration, credentials, access, columns."""

import os
from functools import partial
from pathlib import Path

from tochka_sync import messages, privacy, small, visible, whole
from tochka_sync.calendar import SchoolYear
from tochka_sync.config import Config
from tochka_sync.errors import TochkaError
from tochka_sync.fields import CONTACT_FIELDS, RowKind
from tochka_sync.findings import Finding, Severity
from tochka_sync.finish import Finish
from tochka_sync.history import reads
from tochka_sync.history.store import Store
from tochka_sync.plan import Plan, sole
from tochka_sync.run import Run
from tochka_sync.sheet import tabs
from tochka_sync.sheet.form import Form
from tochka_sync.sources import pull
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import choose
from tochka_sync.sources.locate import Kind
from tochka_sync.table import Book, letters

_GOOD, _BAD, _NOTE = "✓", "✗", "·"


def examine(source: str | None, option: Path | None, session: Run) -> int:
    """Examine the set-up step by step; return the exit code of what stops the next run.

    1 where nothing stops it, but a column is missing or no header was found: no entry would be
    complete; otherwise 0.
    """
    doctor = _Doctor(session)
    try:
        plan = sole(source, option, session.environment)
        doctor.configuration(plan.config)
        doctor.credentials(plan)
        book = session.read(plan)
        doctor.sheet(book)
        sound = doctor.columns(book, plan)
        doctor.history(plan)
        doctor.next(sound=sound)
    except TochkaError as error:
        doctor.stopped(error)
        return error.exit_code
    return 0 if sound else 1


class _Doctor:
    def __init__(self, session: Run) -> None:
        self._session = session
        self._text = partial(messages.text, session.voice.language)

    def configuration(self, loaded: Config) -> None:
        """Say which plan it is, whom it expects and what its registry lacks."""
        obliged = frozenset(loaded.file.obliged.centre_opened)
        years = [school.centre_opened for school in loaded.registry.schools]
        expected = sum(year is None or year in obliged for year in years)
        self._line(
            _GOOD,
            "doctor.config",
            path=loaded.path,
            title=loaded.file.plan.title,
            year=loaded.file.plan.school_year,
            due=f"{loaded.events_due:%d.%m.%Y %H:%M}",
            zone=loaded.timezone.key,
        )
        year = loaded.file.plan.school_year
        own = {school: loaded.due(school) for school in loaded.file.deadlines.extensions}
        for due in sorted({loaded.events_due, loaded.contracts_due, *own.values()}):
            if not SchoolYear(year.start - 1).first <= due.date() <= year.last:
                self._line(_NOTE, "doctor.due", due=f"{due:%d.%m.%Y}", year=year)
        if early := ", ".join(school for school, due in own.items() if due < loaded.events_due):
            self._line(_NOTE, "doctor.early", schools=early)
        self._line(_GOOD, "doctor.registry", n=len(years), expected=expected)
        if gaps := years.count(None):
            self._line(_NOTE, "doctor.gaps", n=gaps)

    def credentials(self, plan: Plan) -> None:
        """Say how the sheet will be opened, and which e-mail it must be shared with."""
        if plan.location.kind is Kind.FILE:
            self._line(
                _NOTE,
                "doctor.file",
                path=privacy.called(os.path.normpath(plan.location.path or "")),
            )
            return
        secrets = pull.secrets(self._session.environment.values)
        access = choose(plan.config.file.source.access, secrets)
        self._line(_GOOD, "doctor.access", access=access)
        if access is Access.LINK:
            self._line(_NOTE, "doctor.link")
            return
        from tochka_sync.sources import identity  # noqa: PLC0415 - a file costs no Google library

        account = identity.identify(access, secrets).account
        if account:
            self._line(_NOTE, "doctor.share", account=account)

    def sheet(self, book: Book) -> None:
        """Say that the sheet was read, and which tabs it has."""
        titles = ", ".join(
            f"«{privacy.called(table.title)}»"
            + (f" (gid={table.gid})" if table.gid is not None else "")
            for table in book.tables
        )
        self._line(_GOOD, "doctor.read", name=privacy.called(book.origin.name), titles=titles)

    def columns(self, book: Book, plan: Plan) -> bool:
        """Say which column is taken for what, and what is missing; tell whether nothing is."""
        forms = tabs.forms(book, plan.config, plan.location.gid)
        finish = Finish(book, plan.config, tuple)
        sound = [self._tab(seen, "doctor.rows", finish) for seen in forms]
        for found in finish.all(tabs.left_out(tabs.unread(book, plan.config, forms), forms)):
            self._problem(_NOTE, found)
        if (table := tabs.schools(book, plan.config)) is not None:
            from tochka_sync import roll  # noqa: PLC0415 - most plans have no such tab

            self._tab(roll.recognised(table, plan.config), "doctor.schools", finish)
        return all(sound)

    def history(self, plan: Plan) -> None:
        """Say where the plan's reads are kept. Raises what would stop a check that writes there."""
        kept = self._session.history(plan)
        if not small.may_be(kept.path):
            self._line(_NOTE, "doctor.no-history", path=kept.path)
            return
        with Store.existing(kept.path) as store:
            series = kept.find(store)
            n = len(reads.every(store, series)) if series else 0
        whole.writable(kept.path)
        self._line(_GOOD, "doctor.history", path=kept.path, n=n)

    def next(self, *, sound: bool) -> None:
        """Say what to do next."""
        self._line(_NOTE, "doctor.next" if sound else "doctor.mend")

    def _tab(self, seen: Form, rows: str, finish: Finish) -> bool:
        n = seen.lines.kinds.count(RowKind.EVENT)
        mark = _GOOD if seen.columns else _BAD
        self._line(mark, rows, n=n, tab=privacy.called(seen.table.title))
        for column in seen.columns:
            # «Месяц», «Год», «сентябрь»: they tell a field together with others.
            part = column.about if column.aside and column.about not in CONTACT_FIELDS else None
            if column.aside and part is None:
                continue
            field = column.field or part
            name = self._text(f"field.{field}" if field else "doctor.unknown")
            mark = _GOOD if field else _NOTE
            header = privacy.masked(column.header)
            place = letters(column.index)
            self._line(mark, "doctor.column", column=place, header=header, name=name)
        problems = [each for each in seen.findings if each.severity is Severity.ERROR]
        for finding in finish.all(problems):
            self._problem(_BAD, finding)
        return not problems

    def _problem(self, mark: str, finding: Finding) -> None:
        sentence, hint = messages.finding(self._session.voice.language, finding)
        self._write(mark, visible.line(f"{sentence} {hint}"))

    def stopped(self, error: TochkaError) -> None:
        """Say what stops the next run and what to do."""
        sentence, hint = messages.error(self._session.voice.language, error)
        self._write(_BAD, sentence)
        if hint:
            self._write(" ", f"{self._text('cli.next')}: {hint}")

    def _line(self, mark: str, key: str, **facts: object) -> None:
        self._write(mark, self._text(key, **messages.plain(facts)))

    def _write(self, mark: str, text: str) -> None:
        out = self._session.out
        out.write(visible.fitted(f"{mark} {text}", out) + "\n")
