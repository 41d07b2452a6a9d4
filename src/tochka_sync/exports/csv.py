"""The clean entries as a table for people: opened by Russian Excel with a double click.

Holds only entries in which nothing must be mended; what must be is in the xlsx and in the reports.
Semicolons, UTF-8 with its mark, CRLF, days as дд.мм.гггг. A text that a spreadsheet would take for
a formula, a number or a date gets an apostrophe before it, as one types it by hand.
"""

import csv
import io
import re
from datetime import date
from pathlib import Path

from tochka_sync import whole
from tochka_sync.exports import inert, plan, words
from tochka_sync.messages import Language
from tochka_sync.result import Result
from tochka_sync.values import months
from tochka_sync.visible import visible

_SEPARATOR = ";"
_BREAK = re.compile(r"[\t\r\n]")
_NUMBER = r"[.,:/\\%()$€₽Ee+\-\s]*+\d[\d.,:/\\%()$€₽Ee+\-\s]*+"
_MONTH = rf"(?:{months.BEGINNING}|{months.ENGLISH_BEGINNING})[a-zа-я]*"
_GAP = r"[\s.,/\-]*"
_DATE = rf"\d+{_GAP}{_MONTH}{_GAP}(?:\d+(?:{_GAP}г\.?)?)?|{_MONTH}{_GAP}\d+(?:{_GAP}\d+)?(?:{_GAP}г\.?)?"
_TYPED = re.compile(rf"\s*+(?:{_NUMBER}|{_DATE}|true|false|истина|ложь)\s*", re.IGNORECASE)
_FREE = frozenset({"title", "place", "links", "tab"})
"""The columns whose text is as somebody typed it: «8 марта» and «007» are titles."""


def write(result: Result, language: Language, path: Path) -> None:
    """Write the clean entries to `path`."""
    table = plan.of(result, language)
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=_SEPARATOR, lineterminator="\r\n")
    rows.writerow(table.headers)
    for row in table.rows:
        rows.writerow(
            _cell(shown, free=name in _FREE) for name, shown in zip(table.names, row, strict=True)
        )
    whole.write(path, "\ufeff" + out.getvalue(), private=result.contacts)


def guarded(text: str, *, free: bool = True) -> str:
    """Return a text that stays a text in a spreadsheet.

    What was not typed `free` but made by this program can look like a formula and like nothing else.
    """
    text = inert.held(text, _SEPARATOR)
    taken_for_more = (
        inert.FORMULA.match(text) or _BREAK.match(text) or (free and _TYPED.fullmatch(text))
    )
    return f"'{text}" if taken_for_more else text


def _cell(shown: plan.Shown, *, free: bool) -> str:
    match shown:
        case str():
            return guarded(visible(shown), free=free)
        case date():
            return words.day(shown)
        case _:
            return str(shown)
