"""The command line: options in, one call, exit code out. The only module that reads the clock.

Exit codes: 0 nothing to report, 1 findings, 2 usage or configuration, 3 no access, 4 the source
failed, 5 the guard, 6 nothing could be written, 70 a bug, 130 interrupted.
"""

import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tochka_sync import __version__, messages, nearest, run, whole
from tochka_sync.commands import options, schema
from tochka_sync.commands.options import ConfigOption, HistoryOption, LangOption, SourceArgument
from tochka_sync.errors import ConfigError, SourceError, TochkaError, WriteError
from tochka_sync.messages import Language
from tochka_sync.plan import Broken, Plan, named, sole
from tochka_sync.reports import ReportFormat
from tochka_sync.run import FailOn, Report, Request, Run
from tochka_sync.visible import exact, replacing
from tochka_sync.voice import BUG, Voice

INTERRUPTED = 130

_OTHERS = frozenset(
    {
        *("demo", "explain", "doctor", "init", "schema", "pull"),
        *("history", "diff", "restore", "status", "purge"),
    }
)
"""Commands that take a small check's time to put together, a hundredth of it, and to load, a tenth."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a traceback with locals would print secrets
    rich_markup_mode=None,
)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit; every way to stop has its code, its sentence, no traceback."""
    words = sys.argv[1:] if args is None else list(args)
    _open_closed()
    sys.stderr = _prepare(sys.stderr)
    voice = Voice(Language.RU, sys.stderr)
    try:
        language = options.language(words)
        voice = Voice(language, sys.stderr)
        sys.stdout = _prepare(sys.stdout)
        checking = "check" in words and _OTHERS.isdisjoint(words)
        command = typer.main.get_command(app if checking else everything())
        if not words or "--help" in words:
            from tochka_sync.commands import help as help_  # noqa: PLC0415 - only for who asks

            help_.speak(command, language)
        code = command.main(words, prog_name="tochka-sync", standalone_mode=False)
        if code == INTERRUPTED:  # what Typer makes of Ctrl-C, without a word
            voice.say("cli.interrupted")
        sys.stdout.flush()
    except TochkaError as error:
        voice.stop(error)
        code = error.exit_code
    except typer.TyperException as error:
        from tochka_sync.commands import usage  # noqa: PLC0415 - only for what cannot be parsed

        voice.stop(usage.explained(error))
        code = ConfigError.exit_code
    except OSError as error:
        code = _unwritten(error, voice)
    except SystemExit:  # so rich and Typer leave, with 1, when nobody reads what is written
        voice.stop(WriteError("write-closed-pipe"))
        code = WriteError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        voice.say("cli.interrupted")
        code = INTERRUPTED
    except MemoryError:
        voice.stop(SourceError("out-of-memory"))
        code = SourceError.exit_code
    except Exception as error:  # noqa: BLE001 - the last line before the user: no traceback
        voice.bug(error)
        code = BUG
    _let_go(sys.stdout)
    _let_go(sys.stderr)
    sys.exit(code or 0)


@cache
def everything() -> typer.Typer:
    """Return the program with all its commands."""
    from tochka_sync.commands import past  # noqa: PLC0415 - a tenth of a small check's time

    for name, command in _LESSER.items():
        app.command(name)(command)
    app.add_typer(past.app)
    return app


def _say_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"tochka-sync {__version__}\n")
        raise typer.Exit


@app.callback()
def _shared(
    context: typer.Context,
    config: ConfigOption = None,
    lang: LangOption = None,
    version: Annotated[  # noqa: ARG001 - answered before anything else is looked at
        bool, typer.Option("--version", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Take the options every command shares; they may stand before or after its name."""
    context.obj = {"config": config, "lang": lang, "now": _now()}


@app.command("check")
def _check(
    context: typer.Context,
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE")] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", metavar="FORMAT[:PATH]")
    ] = None,
    exports: Annotated[list[str] | None, typer.Option("--export", metavar="PATH")] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on")] = FailOn.ERROR,
    with_contacts: Annotated[bool, typer.Option("--with-contacts")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="TIME")] = None,
    schools: Annotated[list[str] | None, typer.Option("--school", metavar="ID")] = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=1)] = 300,
    history: HistoryOption = None,
    no_history: Annotated[bool, typer.Option("--no-history")] = False,
    accept_loss: Annotated[bool, typer.Option("--accept-loss")] = False,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    environment = options.environment(context, config, *(sources or ()))
    plans = [
        options.adapted(plan, lang or context.obj["lang"], environment, contacts=with_contacts)
        if isinstance(plan, Plan)
        else plan
        for plan in named(sources or (), config or context.obj["config"], environment)
    ]
    first = next((plan.config for plan in plans if isinstance(plan, Plan)), None)
    if first is None:
        raise next(plan.error for plan in plans if isinstance(plan, Broken))
    request = Request(
        reports=tuple(_report(text) for text in formats or ["terminal"]),
        exports=tuple(exports or ()),
        fail_on=fail_on,
        schools=tuple(schools or ()),
        as_of=None if as_of is None else options.moment(as_of),
        timeout=timeout,
        history=history,
        remember=not no_history,
        accept=accept_loss,
    )
    _one_stdout(request)
    voice = Voice(first.file.language, sys.stderr)
    return Run(request, environment, _now(), voice, sys.stdout).every(plans)


def _demo(
    context: typer.Context,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", metavar="FORMAT[:PATH]")
    ] = None,
    exports: Annotated[list[str] | None, typer.Option("--export", metavar="PATH")] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on")] = FailOn.NEVER,
    lang: LangOption = None,
) -> int:
    environment = options.environment(context, None)
    folder = Path(__file__).parent / "demo"
    plan = sole(str(folder / "plan.toml"), None, environment)
    plan = options.adapted(plan, lang or context.obj["lang"], environment, contacts=False)
    request = Request(
        reports=tuple(_report(text) for text in formats or ["terminal"]),
        exports=tuple(exports or ()),
        fail_on=fail_on,
        as_of=run.DEMO_MOMENT,
        remember=False,
    )
    _one_stdout(request)
    voice = Voice(plan.config.file.language, sys.stderr)
    return Run(request, environment, _now(), voice, sys.stdout).every([plan])


def _explain(
    context: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar="CODE")] = None,
    lang: LangOption = None,
) -> int:
    from tochka_sync.commands import explain  # noqa: PLC0415 - as for the two below: only this command

    sys.stdout.write(explain.page(code, options.spoken(context, lang)))
    return 0


def _doctor(
    context: typer.Context,
    source: SourceArgument = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=1)] = 60,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    from tochka_sync.commands import doctor  # noqa: PLC0415

    language = options.spoken(context, lang, config)
    environment = options.environment(context, config, source)
    option = config or context.obj["config"]
    session = Run(
        Request(timeout=timeout), environment, _now(), Voice(language, sys.stderr), sys.stdout
    )
    return doctor.examine(source, option, session)


def _init(
    context: typer.Context,
    source: SourceArgument = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=1)] = 300,
    config: ConfigOption = None,
    lang: LangOption = None,
) -> int:
    from tochka_sync.commands import init  # noqa: PLC0415

    path = config or context.obj["config"] or Path("config/plan.toml")
    voice = Voice(options.spoken(context, lang), sys.stderr)
    session = Run(
        Request(timeout=timeout), options.environment(context, config), _now(), voice, sys.stdout
    )
    init.draft(source, path, session)
    return 0


def _schema(
    name: Annotated[schema.Name, typer.Argument(metavar="NAME")],
    lang: LangOption = None,  # noqa: ARG001 - every command takes it; a schema has no language
) -> int:
    exact(sys.stdout).write(schema.text(name))
    return 0


_LESSER: Mapping[str, Callable[..., int]] = {
    "demo": _demo,
    "explain": _explain,
    "doctor": _doctor,
    "init": _init,
    "schema": _schema,
}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - the one place that reads the clock


def _report(text: str) -> Report:
    """Read `FORMAT` or `FORMAT:PATH`. Raises `ConfigError` for an unknown format or no path."""
    name, colon, path = text.partition(":")
    if name not in set(ReportFormat):
        near = nearest.name(name, [*ReportFormat])
        raise ConfigError("cli-format", value=name, near=near, known=", ".join(ReportFormat))
    if colon and not path:
        raise ConfigError("cli-bad-value", option="--format")
    return Report(ReportFormat(name), Path(path) if path else None)


def _one_stdout(request: Request) -> None:
    """Refuse two reports on one standard output: neither could be read."""
    if sum(report.path is None for report in request.reports) > 1:
        raise ConfigError("cli-one-stdout")


def _prepare(stream: TextIO) -> TextIO:
    """Return a stream that carries any text: UTF-8 to files and pipes, what it can to a console.

    `PYTHONIOENCODING` is obeyed: so a report for a person goes through a pipe to a console that
    has another encoding. Under `PYTHONUNBUFFERED` Python would drop what a pipe did not take at once; a buffer of our own
    writes all of it or raises.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    stated = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    encoding = stream.encoding if stated or stream.isatty() else "utf-8"
    errors = replacing(encoding)
    if isinstance(stream.buffer, io.RawIOBase) and not stream.isatty():
        buffered = io.BufferedWriter(stream.buffer)
        return io.TextIOWrapper(buffered, encoding, errors, line_buffering=False)
    stream.reconfigure(encoding=encoding, errors=errors)
    return stream


def _open_closed() -> None:
    """Give streams that were closed (`>&-`) something to stand on, lest a file take their number.

    What would have to be shown on standard output then fails as on a broken disk; nobody listens
    to the errors.
    """
    for name, flags in (("stdin", os.O_RDONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            handle, mode = os.open(os.devnull, flags), "r" if name == "stdin" else "w"
            setattr(sys, name, open(handle, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - for the whole run


def _unwritten(error: OSError, voice: Voice) -> int:
    """Say that an output takes no more; any other trouble of the system is a bug. Return the code."""
    if error.filename is not None:
        voice.bug(error)
        return BUG
    voice.stop(whole.refusal(error, Path(messages.text(voice.language, "cli.output"))))
    return WriteError.exit_code


def _let_go(stream: TextIO) -> None:
    """Point a stream that takes no more at nothing, or Python complains as it closes it."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
