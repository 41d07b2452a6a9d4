"""Commands about the past: options in, one call, exit code out."""

import datetime as dt
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from tochka_sync import clash, narrow, status, times, whole
from tochka_sync import config as configuration
from tochka_sync.chronicle import Chronicle
from tochka_sync.commands import options
from tochka_sync.commands.options import ConfigOption, HistoryOption, LangOption, SourceArgument
from tochka_sync.config import Config
from tochka_sync.diffs import DiffFormat, ListFormat, Pages
from tochka_sync.environment import Environment
from tochka_sync.errors import ConfigError, SourceError
from tochka_sync.history import forget, restore
from tochka_sync.history.store import Store
from tochka_sync.messages import Language
from tochka_sync.pattern import Pattern
from tochka_sync.plan import sole
from tochka_sync.remember import History
from tochka_sync.run import Request, Run
from tochka_sync.status import StatusFormat
from tochka_sync.voice import Voice

app = typer.Typer(rich_markup_mode=None)

_AGE = Pattern(r"([0-9]{1,5})([hчdд])", re.IGNORECASE)


@app.command("pull")
def _pull(
    context: typer.Context,
    source: SourceArgument = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=1)] = 300,
    history: HistoryOption = None,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    environment = options.environment(context, config, source)
    option = config or context.obj["config"]
    plan = sole(source, option, environment)
    plan = options.adapted(plan, lang or context.obj["lang"], environment, contacts=False)
    voice = Voice(plan.config.file.language, sys.stderr)
    request = Request(timeout=timeout, history=history)
    session = Run(request, environment, context.obj["now"], voice, sys.stdout)
    _, number = session.judged(plan, session.read(plan))
    voice.say("history.kept", n=number, path=session.history(plan).path)
    return 0


@app.command("history")
def _history(
    context: typer.Context,
    form: Annotated[ListFormat, typer.Option("--format", "-f")] = ListFormat.TERMINAL,
    history: HistoryOption = None,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    with _opened(context, config, lang, history) as (chronicle, loaded, _):
        Pages(loaded, sys.stdout).reads(chronicle.listed(), form)
    return 0


@app.command("diff")
def _diff(
    context: typer.Context,
    old: Annotated[str | None, typer.Argument(metavar="OLD")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW")] = None,
    form: Annotated[DiffFormat, typer.Option("--format", "-f")] = DiffFormat.TERMINAL,
    with_contacts: Annotated[bool, typer.Option("--with-contacts")] = False,
    history: HistoryOption = None,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    with _opened(context, config, lang, history, contacts=with_contacts) as (chronicle, loaded, _):
        Pages(loaded, sys.stdout).changes(chronicle.compared(old, new), form)
    return 0


@app.command("restore")
def _restore(
    context: typer.Context,
    snapshot: Annotated[str, typer.Argument(metavar="SNAPSHOT")],
    export: Annotated[Path, typer.Option("--export", metavar="PATH")],
    history: HistoryOption = None,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    kind = export.suffix.lower()
    if kind not in {".xlsx", ".csv"}:
        raise ConfigError("history-restore-kind", path=export)
    with _opened(context, config, lang, history) as (chronicle, loaded, voice):
        clash.refuse([export], loaded, chronicle.path)
        read, book = chronicle.book(snapshot)
        events = [] if kind == ".xlsx" else chronicle.events(read, book)
        if len(events) > 1:
            titles = ", ".join(f"«{table.title}»" for table in events)
            raise ConfigError("history-restore-tabs", titles=titles)
        content = restore.separated(events[0]) if events else restore.workbook(book.tables)
        whole.write(export, content, private=True)
        voice.say("history.restored", n=read.id, path=export)
        if events and len(book.tables) > 1:
            voice.say("history.restored-tab", tab=events[0].title)
    return 0


@app.command("status")
def _status(
    context: typer.Context,
    schools: Annotated[list[str] | None, typer.Option("--school", metavar="ID")] = None,
    form: Annotated[StatusFormat, typer.Option("--format", "-f")] = StatusFormat.TERMINAL,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="TIME")] = None,
    max_age: Annotated[str | None, typer.Option("--max-age", metavar="AGE")] = None,
    history: HistoryOption = None,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    now = context.obj["now"]
    with _opened(context, config, lang, history) as (chronicle, loaded, _):
        moment = None if as_of is None else times.local(options.moment(as_of), loaded.timezone)
        oldest = None if max_age is None else _age(max_age, now, loaded.timezone)
        result = chronicle.result(now, moment)
        shown = narrow.to_schools(result, schools) if schools else result
        status.WRITERS[form](shown, loaded.file.language, sys.stdout)
        last = chronicle.last().read_at
        if oldest is not None and last < oldest:
            at, since = last.astimezone(loaded.timezone), now - last
            raise SourceError("history-stale", at=at, since=since, oldest=oldest)
    return 0


@app.command("purge")
def _purge(
    context: typer.Context,
    older_than: Annotated[str, typer.Option("--older-than", metavar="AGE")],
    history: HistoryOption = None,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    loaded, where = _history_of(context, config, lang, history)
    voice = Voice(loaded.file.language, sys.stderr)
    moment = _age(older_than, context.obj["now"], loaded.timezone)
    with Store.existing(where.path) as store:
        gone = forget.older_than(store, moment)
    voice.say("history.purged", n=gone.reads, size=gone.bytes // 1000)
    return 0


@contextmanager
def _opened(
    context: typer.Context,
    option: Path | None,
    lang: Language | None,
    path: Path | None,
    *,
    contacts: bool = False,
) -> Iterator[tuple[Chronicle, Config, Voice]]:
    """Open the history of the plan the options name."""
    loaded, where = _history_of(context, option, lang, path, contacts=contacts)
    with Store.existing(where.path) as store:
        yield Chronicle(store, where, loaded), loaded, Voice(loaded.file.language, sys.stderr)


def _history_of(
    context: typer.Context,
    option: Path | None,
    lang: Language | None,
    path: Path | None,
    *,
    contacts: bool = False,
) -> tuple[Config, History]:
    environment: Environment = options.environment(context, option)
    found = configuration.find(option or context.obj["config"], environment)
    chosen = lang or context.obj["lang"]
    loaded = options.configured(configuration.load(found), chosen, environment, contacts=contacts)
    return loaded, History.of(loaded, path or environment.get("TOCHKA_HISTORY"))


def _age(text: str, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """Read an age, «90d», «36h», or a date; a bare number may be either. Raises `ConfigError`."""
    if match := _AGE.fullmatch(text):
        unit = "hours" if match[2] in "hHчЧ" else "days"
        return now - dt.timedelta(**{unit: int(match[1])})
    try:
        return times.local(times.named(text, times.FIRST), zone)
    except ValueError:
        raise ConfigError("history-age", value=text) from None
