"""One line for each finding, made for grep and for editors that jump to a place.

    TAB!CELL: SEVERITY CODE SCHOOL: message | what to type

A question mark stands before what is only a guess, a dash for a place or a school that a finding
does not have. Nothing found, nothing written.
"""

from typing import TextIO

from tochka_sync import discreet, messages
from tochka_sync.findings import Finding
from tochka_sync.messages import Language
from tochka_sync.result import Result
from tochka_sync.visible import line


def write(result: Result, language: Language, out: TextIO) -> None:
    """Write the findings in the order of the sheet."""
    out.writelines(f"{_line(found, result, language)}\n" for found in result.findings)


def _line(found: Finding, result: Result, language: Language) -> str:
    message = messages.sentence(language, found)
    head = f"{_place(found, result)}: {found.severity} {found.code} {found.school or '-'}: {line(message)}"
    if not found.suggestion:
        return head
    return f"{head} | {'? ' if found.facts.get('guess') else ''}{line(found.suggestion)}"


def _place(found: Finding, result: Result) -> str:
    if found.tab is None:
        return "-"
    cell = found.cell or found.row
    tab = line(discreet.tab(result, found.tab))
    return f"{tab}!{cell}" if cell else tab
