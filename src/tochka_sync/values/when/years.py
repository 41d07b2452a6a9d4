"""The year a school's centre opened."""

import re
from datetime import date

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.months import MONTH
from tochka_sync.values.reading import Reading, placeholder, refuse

_YEAR = Pattern(
    rf"(?:с |в )?(?:(?:\d{{1,2}}[./]){{1,2}}|(?:\d{{1,2}}\s+)?{MONTH}\s+)?(20\d\d)(?:-\d\d-\d\d)?\s*(?:г\.?|год[ау]?)?",
    re.IGNORECASE,
)
"""A year, or a day or month with its year."""
FIRST = 2019
"""The first centres opened in 2019."""


def read(cell: Cell, context: Context) -> Reading[int]:
    """Read a year, not before the first centres and not after the plan's school year."""
    if isinstance(cell.value, date):
        year = cell.value.year
    elif isinstance(cell.value, float) and cell.value.is_integer():
        year = int(cell.value)
    else:
        shown = text.digits(text.clean(cell.text))
        if text.is_placeholder(shown):
            return placeholder(shown)
        match = _YEAR.fullmatch(shown.removesuffix(",0"))
        if match is None:
            return refuse(Code.VALUE_UNREADABLE, "year_unreadable")
        year = int(match[1])
    if not FIRST <= year <= context.year.start + 1:
        return refuse(
            Code.VALUE_UNREADABLE, "year_impossible", first=FIRST, last=context.year.start + 1
        )
    return Reading(year)
