"""The report for programs: `models.report` says what is in it."""

from typing import TextIO

from tochka_sync import shape
from tochka_sync.messages import Language
from tochka_sync.result import Result


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write the JSON report."""
    shape.write_report(result, language, out)
