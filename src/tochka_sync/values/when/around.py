"""What stands in a date cell beside the date: a place, and what nobody can read.

The only module that looks at a cell the grammar refused.
"""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.values.months import MONTH

_PLACE = Pattern(
    r"[\s,;–—-]((?:(?:место|база|на базе|в|г\.)[\s:]{1,2})?[«\"]?"
    r"(?:м[а-я]{1,2}оу|сош|сш|школ[аые]|лице[йя]|гимнази[ия]|каб(?:инет)?|ауд(?:итория)?)\b)",
    re.IGNORECASE,
)
_WHEN = Pattern(
    r"\d{1,2}[./-]\d{1,2}|\d:\d\d"
    rf"|\b{MONTH}",
    re.IGNORECASE,
)


def place(shown: str) -> tuple[str, str] | None:
    """Cut «16.02.2024, 15:00, СОШ №9» before the place, if there is one that has no date in it."""
    found = _PLACE.search(shown)
    if found is None or not any(map(str.isdecimal, shown[: found.start()])):
        return None
    behind = shown[found.start(1) :]
    if _WHEN.search(behind):
        return None
    return shown[: found.start()].rstrip(" ,;–—-"), behind
