"""The plan as files other people and programs take on: the kind is the file's suffix."""

import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Self

from tochka_sync import whole
from tochka_sync.errors import ConfigError
from tochka_sync.messages import Language
from tochka_sync.result import Result


class ExportFormat(StrEnum):
    """A kind of export, by its suffix; a folder holds a data package."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    ICS = "ics"
    PACKAGE = "/"

    @classmethod
    def of(cls, name: str) -> Self:
        """Return the format a name asks for: by its suffix, else a folder that is there or ends in a slash.

        Raises `ConfigError` for any other name, `WriteError` where nothing may be looked for.
        """
        path = Path(name)
        suffix = path.suffix.lower().removeprefix(".")
        if suffix in set(cls) and name[-1] not in {os.sep, os.altsep}:
            return cls(suffix)
        if name and (name[-1] in {os.sep, os.altsep} or _is_folder(path)):
            return cls("/")
        known = ", ".join(cls.PACKAGE if kind == cls.PACKAGE else f".{kind}" for kind in cls)
        raise ConfigError("export-unknown", path=name, known=known)


def _is_folder(path: Path) -> bool:
    """Tell whether a folder is there. Raises `WriteError` where the system does not tell."""
    try:
        return path.is_dir()
    except OSError as error:
        raise whole.refusal(error, path) from error


def _write(kind: ExportFormat, result: Result, language: Language, path: Path) -> None:
    """Load the module named like the format, which alone of them is needed, and let it write."""
    import_module(f"tochka_sync.exports.{kind.name.lower()}").write(result, language, path)


WRITERS: Mapping[ExportFormat, Callable[[Result, Language, Path], None]] = {
    kind: partial(_write, kind) for kind in ExportFormat
}
"""Every format is written by the module of its name."""


def writable(kind: ExportFormat, path: Path) -> None:
    """Raise `WriteError` now for what would certainly fail after the work."""
    check = whole.writable_folder if kind is ExportFormat.PACKAGE else whole.writable
    check(path)


def places(kind: ExportFormat, path: Path) -> tuple[Path, ...]:
    """Return the files an export would write."""
    if kind is not ExportFormat.PACKAGE:
        return (path,)
    from tochka_sync.exports import package  # noqa: PLC0415 - only for this format

    return tuple(path / name for name in package.FILES)


def left_out(kind: ExportFormat, result: Result) -> int:
    """Return how many clean entries a format cannot hold: a calendar needs a day."""
    if kind is not ExportFormat.ICS:
        return 0
    from tochka_sync.exports import ics  # noqa: PLC0415 - only for this format

    return ics.undated(result)
