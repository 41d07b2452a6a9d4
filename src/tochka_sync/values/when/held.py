"""What a cell shows of the day that a sheet holds behind it.

Whoever types «февраль 2024» or «10.02» types no day or no year: the sheet adds it and hides it.
"""

import re
from contextlib import suppress
from datetime import date

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.values import months, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.when.spans import EventDate

_MONTH_ALONE = Pattern(
    rf"(?:{months.BEGINNING}|{months.ENGLISH_BEGINNING})"
    r"[а-яa-z]*\.?(?:[ .,'’/-]{1,2}(\d\d(?:\d\d)?)(?: ?г(?:\.|ода)?)?)?|\d\d?[./-](\d{4})|\d{4}-\d\d"
)
"""What a format of month and year shows."""


def shows_no_day(shown: str, value: date) -> bool:
    """Tell whether the first of a month is shown as a month: a sheet made it of «февраль 2024»."""
    match = _MONTH_ALONE.fullmatch(text.fold(shown))
    return match is not None and (match[1] or match[2] or str(value.year)).endswith(f"{value:%y}")


def year_shown(
    reading: Reading[EventDate], shown: str, day: date, context: Context
) -> Reading[EventDate]:
    """Say of a day of another year, shown without it, which one it is: a sheet adds the year of typing."""
    numbers = re.findall(r"\d+", shown)
    years = {f"{day:%y}", str(day.year)}
    if len(numbers) > 2 or years & set(numbers[1:]):
        return reading
    year = context.year.first.year if day >= day.replace(month=9, day=1) else context.year.last.year
    with suppress(ValueError):  # 29 February
        facts = {"held": f"{day:%d.%m.%Y}", "year": str(context.year)}
        told = Remark(
            "year_not_shown",
            Code.DATE_OUTSIDE_YEAR,
            facts,
            suggestion=f"{day.replace(year=year):%d.%m.%Y}",
        )
        notes = [told if each.reason == "out_of_school_year" else each for each in reading.notes]
        return reading._replace(notes=tuple(notes))
    return reading
