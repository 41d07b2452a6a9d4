"""What a check found, for people and for programs."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from importlib import import_module
from typing import TextIO

from tochka_sync.messages import Language
from tochka_sync.result import Result


class ReportFormat(StrEnum):
    """A kind of report, as `--format` names it."""

    TERMINAL = "terminal"
    CONCISE = "concise"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def _write(kind: ReportFormat, result: Result, language: Language, out: TextIO) -> None:
    """Load the module named like the format, which alone of them is needed, and let it write."""
    import_module(f"tochka_sync.reports.{kind}").write(result, language, out)


WRITERS: Mapping[ReportFormat, Callable[[Result, Language, TextIO], None]] = {
    kind: partial(_write, kind) for kind in ReportFormat
}
"""Every format is written by the module of its name."""

READ = frozenset({ReportFormat.TERMINAL, ReportFormat.CONCISE, ReportFormat.MARKDOWN})
"""The formats a person reads in a log, where a line may begin with text of the sheet."""
