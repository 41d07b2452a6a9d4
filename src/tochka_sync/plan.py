"""What the command line names: one plan or many, each a configuration and where its sheet is."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tochka_sync import config, small
from tochka_sync.config import Config
from tochka_sync.environment import Environment
from tochka_sync.errors import ConfigError, TochkaError
from tochka_sync.sources.locate import Location, locate


class Plan(NamedTuple):
    """A configuration and where its sheet is."""

    config: Config
    location: Location

    @property
    def name(self) -> str:
        """What to call the plan in a file name: the configuration's, or its folder's."""
        return self.config.name


class Broken(NamedTuple):
    """One of several plans whose configuration cannot be used."""

    path: Path
    error: TochkaError


def named(
    sources: Sequence[str], option: Path | None, environment: Environment
) -> list[Plan | Broken]:
    """Return what the command line names: one source, or one or more `plan.toml`.

    Without a source the environment or the configuration says where the sheet is.
    Raises `ConfigError`.
    """
    if len(sources) < 2:
        return [sole(sources[0] if sources else None, option, environment)]
    if not all(source.endswith(".toml") for source in sources):
        raise ConfigError("cli-one-source", sources=" ".join(sources))
    for source in sources:
        _refuse_another(source, option)
    return [_loaded(source) for source in sources]


def sole(source: str | None, option: Path | None, environment: Environment) -> Plan:
    """Return the one plan that the command line names. Raises `ConfigError`."""
    if source and source.endswith(".toml"):
        _refuse_another(source, option)
        return _plan(config.load(Path(source)), None)
    asked = environment.get("TOCHKA_SOURCE") if source is None else source
    return _plan(config.load(config.find(option, environment, asked)), asked)


def _refuse_another(source: str, option: Path | None) -> None:
    """Refuse a configuration that is named beside another."""
    if option is not None and not small.same(Path(source), option):
        raise ConfigError("cli-two-plans", source=source, option=option)


def usable(plan: Plan | Broken) -> Plan:
    """Return a plan that can be run; raise what is wrong with its configuration."""
    if isinstance(plan, Broken):
        raise plan.error
    return plan


def _loaded(source: str) -> Plan | Broken:
    try:
        return _plan(config.load(Path(source)), None)
    except TochkaError as error:
        return Broken(Path(source), error)


def _plan(loaded: Config, source: str | None) -> Plan:
    if source is not None:
        return Plan(loaded, locate(source))
    stated = loaded.file.source.spreadsheet
    if not stated:
        raise ConfigError("cli-no-source", path=loaded.path)
    beside = loaded.path.parent / stated
    return Plan(loaded, locate(str(beside) if small.may_be(beside) else stated))
