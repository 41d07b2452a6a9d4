"""What a cell shows of the day that a sheet holds behind it.

Whoever types «февраль 2024» or «10.02» types no day or no year: the sheet adds it and hides it.
"""

import re
from contextlib import suppress
from datetime import date

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Value
from tochka_sync.values import months, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.spans import EventDate

_DAY_AND_MONTH = Pattern(r"(0?[1-9]|[12]\d|3[01])[.,](\d\d?)")
_MONTH_ALONE = Pattern(
    rf"(?:{months.BEGINNING}|{months.ENGLISH_BEGINNING})"
    r"[а-яa-z]*\.?(?:[ .,'’/-]{1,2}(\d\d(?:\d\d)?)(?: ?г(?:\.|ода)?)?)?|\d\d?[./-](\d{4})|\d{4}-\d\d"
)
"""What a format of month and year shows."""


def day_and_month(value: Value, shown: str, context: Context) -> str | None:
    """Return the «12.09» a sheet made a number of, if the cell shows one.

    Raises `RefusalError` for «12.1»: as a number «12.10» is shown like that too.
    """
    number = isinstance(value, float) and _DAY_AND_MONTH.fullmatch(shown)
    if not number:
        return None
    day, month = number.groups()
    if month == "1":
        both = [date(context.year.year_of(each), each, int(day)).isoformat() for each in (1, 10)]
        raise RefusalError.ambiguous("lost_zero", tuple(both))
    return f"{day}.{month}"


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
