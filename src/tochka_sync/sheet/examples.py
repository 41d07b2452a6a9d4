"""Rows that show how to fill the others: «Пример: …», «дд.мм.гггг», «Укажите школу»."""

import re
from collections.abc import Mapping, Sequence

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern
from tochka_sync.table import EMPTY

_MARK = r"(?:пример|образец)(?:\s+(?:заполнения|строки|записи|оформления))?"
_EXAMPLE = Pattern(
    rf"\W*{_MARK}\s*(?:[:.)\]»№\d]|$).*|\W*например\b.*|.*\({_MARK}\W*\).*",
    re.IGNORECASE | re.DOTALL,
)
_EXAMPLE_ALONE = Pattern(rf"\W*{_MARK}\W*|.*\({_MARK}\W*\)", re.IGNORECASE | re.DOTALL)
_MASK = Pattern(r"\b(?:дд|чч)[.:/-]мм(?:[.:/-]г{2,4})?\b|№\s*_|_{3,}|\.{6,}", re.IGNORECASE)
_ASKING = ("укажите ", "введите ", "впишите ", "напишите ", "выберите ", "заполните ")
_NUMBERLESS = Pattern(r"№\s*_")
_NOBODY = Pattern(r"\bиванов[ау]?\s+и\.\s*и\.|\bфамилия,?\s+(?:и\.\s*о\.|имя\b)", re.IGNORECASE)


def may_be_in_one(low: str) -> bool:
    """Tell whether a text in small letters is such as examples have: few rows need a second look."""
    return low.startswith(_ASKING) or "пример" in low or "образец" in low or _may_be_masked(low)


def is_one(fields: Mapping[int, Field], cells: Sequence[str], *, top: bool) -> bool:
    """Tell whether a row shows how to fill the others; `fields` are those of its columns.

    What may be an event's own words makes an example only at the `top`, next to the header.
    """
    line = " ".join(cells).lower()
    if ("пример" in line or "образец" in line) and any(
        _EXAMPLE.fullmatch(cell) and (top or _marks_example(fields.get(column), cell))
        for column, cell in _with_mark(cells)
    ):
        return True
    if not _may_be_masked(line) and not any(map(_asks, cells)):
        return False
    # One mask may be left in an entry being typed; a template has several, or Иванов И.И.
    masks = sum(1 for cell in cells if _MASK.search(cell) or _asks(cell))
    return masks > 1 or (masks == 1 and _NOBODY.search(line) is not None)


def _marks_example(field: Field | None, cell: str) -> bool:
    """Tell whether a row is an example wherever it stands, by a cell that looks like one.

    «Пример: живые уроки» may be a title, and «образец» what is said of a contract.
    """
    if field is Field.TITLE:
        return _EXAMPLE_ALONE.fullmatch(cell) is not None
    return field not in {Field.REMARK, Field.CONTRACT}


def _asks(cell: str) -> bool:
    """Tell whether a cell is an instruction left in a form: «Укажите школу»."""
    return cell.lower().lstrip(EMPTY).startswith(_ASKING)


def _may_be_masked(line: str) -> bool:
    """Look for what is in every mask: a tenth of what looking for the masks would cost."""
    return (
        ("мм" in line and any(mark in line for mark in (".мм", ":мм", "/мм", "-мм")))
        or ("_" in line and ("___" in line or _NUMBERLESS.search(line) is not None))
        or "......" in line
    )


def _with_mark(cells: Sequence[str]) -> list[tuple[int, str]]:
    return [
        (column, cell.strip(EMPTY))
        for column, cell in enumerate(cells)
        if "пример" in (low := cell.lower()) or "образец" in low
    ]
