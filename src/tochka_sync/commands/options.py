"""Options that several commands share, and what they say together with the environment."""

import datetime as dt
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from tochka_sync import nearest, small, times
from tochka_sync.config import Config, find
from tochka_sync.environment import KNOWN, Environment
from tochka_sync.errors import ConfigError
from tochka_sync.messages import Language
from tochka_sync.plan import Plan
from tochka_sync.planfile import Contacts
from tochka_sync.voice import Voice

ConfigOption = Annotated[Path | None, typer.Option("--config")]
LangOption = Annotated[Language | None, typer.Option("--lang")]
HistoryOption = Annotated[Path | None, typer.Option("--history", metavar="PATH")]
SourceArgument = Annotated[str | None, typer.Argument(metavar="SOURCE")]


def environment(context: typer.Context, option: Path | None, *sources: str | None) -> Environment:
    """Read the environment, with a `.env` beside the configuration the command line names."""
    plans = [Path(source) for source in sources if source and _is_plan(source)]
    named = plans or [option or context.obj["config"]]
    found = _around(named)
    for name in found.strange:
        voice = Voice(spoken(context, None, named[0]), sys.stderr)
        near = nearest.name(name, KNOWN) or ", ".join(KNOWN)
        voice.say("cli.strange-variable", name=name, near=near)
    return found


def spoken(context: typer.Context, lang: Language | None, option: Path | None = None) -> Language:
    """Return the language for a command that may have no configuration."""
    named = option or context.obj["config"]
    return lang or context.obj["lang"] or language(("--config", str(named)) if named else ())


def language(words: Sequence[str]) -> Language:
    """Return the language asked for, before anything is parsed: help and errors need it too."""
    named = _option("--config", words) or next(filter(_is_plan, words), None)
    around = _around([Path(named) if named else None])
    asked = _option("--lang", words) or around.get("TOCHKA_LANG")
    if asked is None:
        asked = _planned(named, around)
    return Language(asked) if asked in set(Language) else Language.RU


def _around(plans: Sequence[Path | None]) -> Environment:
    """Read the environment, with a `.env` beside plans of one folder; without any, of the one found here."""
    here = Environment.read()
    folders: set[Path] = set()
    with suppress(ConfigError):  # that there is none is said later
        folders = {find(plan, here).parent for plan in plans}
    return Environment.read(*folders) if len(folders) == 1 else here


def _option(name: str, words: Sequence[str]) -> str | None:
    """Return what an option is given, the last time it is."""
    given = None
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == name:
            given = following
        elif word.startswith(f"{name}="):
            given = word.removeprefix(f"{name}=")
    return given


def _planned(named: str | None, environment: Environment) -> str | None:
    """Return the language the configuration asks for; what is wrong in it is said later."""
    with suppress(ConfigError, OSError, ValueError):
        path = find(Path(named) if named else None, environment)
        for line in small.read(path).decode("utf-8-sig").splitlines():
            key, _, value = line.partition("=")
            if key.strip() == "language":
                return value.partition("#")[0].strip(" \t\"'")
            if line.lstrip().startswith("["):
                break  # of a section is no key of all
    return None


def _is_plan(word: str) -> bool:
    return word.endswith(".toml")


def adapted(plan: Plan, lang: Language | None, environment: Environment, *, contacts: bool) -> Plan:
    """Put options and environment over what a plan's configuration says."""
    return Plan(configured(plan.config, lang, environment, contacts=contacts), plan.location)


def configured(
    loaded: Config, lang: Language | None, environment: Environment, *, contacts: bool
) -> Config:
    """Put options and environment over what a configuration says. Raises `ConfigError`."""
    stated = environment.get("TOCHKA_LANG")
    if stated is not None and stated not in set(Language):
        raise ConfigError("cli-language", value=stated, known=", ".join(Language))
    language = lang or (Language(stated) if stated else None)
    return loaded.adapted(language, Contacts.KEEP if contacts else None)


def moment(text: str) -> dt.datetime:
    """Read `--as-of`: a date is its last second; a time without a zone is that of each plan.

    Raises `ConfigError`.
    """
    try:
        return times.named(text, times.LAST)
    except ValueError:
        raise ConfigError("cli-as-of", value=text) from None
