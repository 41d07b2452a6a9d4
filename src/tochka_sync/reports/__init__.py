"""What a check found, for people and for programs."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TextIO

from tochka_sync.messages import Language
from tochka_sync.reports import concise, html, json, terminal
from tochka_sync.result import Result


class ReportFormat(StrEnum):
    """A kind of report, as `--format` names it."""

    TERMINAL = "terminal"
    CONCISE = "concise"
    JSON = "json"
    HTML = "html"


WRITERS: Mapping[ReportFormat, Callable[[Result, Language, TextIO], None]] = {
    ReportFormat.TERMINAL: terminal.write,
    ReportFormat.CONCISE: concise.write,
    ReportFormat.JSON: json.write,
    ReportFormat.HTML: html.write,
}
