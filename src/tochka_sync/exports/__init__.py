"""The plan as files other people and programs take on: the kind is the file's suffix."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self

from tochka_sync.errors import ConfigError
from tochka_sync.exports import csv, json, xlsx
from tochka_sync.messages import Language
from tochka_sync.result import Result


class ExportFormat(StrEnum):
    """A kind of export, by its suffix."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"

    @classmethod
    def of(cls, path: Path) -> Self:
        """Return the format a file's name asks for. Raises `ConfigError` for any other name."""
        suffix = path.suffix.lower().removeprefix(".")
        if suffix not in set(cls):
            known = ", ".join(f".{kind}" for kind in cls)
            raise ConfigError("export-unknown", path=path, known=known)
        return cls(suffix)


WRITERS: Mapping[ExportFormat, Callable[[Result, Language, Path], None]] = {
    ExportFormat.CSV: csv.write,
    ExportFormat.XLSX: xlsx.write,
    ExportFormat.JSON: json.write,
}
