"""A contract told in several columns: «№ договора | Дата договора», «Договор: наличие | номер | дата».

Their cells are put together as one that tells it all: «да № 5 от 12.08.2023».
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum, auto
from operator import itemgetter

from tochka_sync.pattern import Pattern
from tochka_sync.sheet import headings
from tochka_sync.sheet.lines import is_blank
from tochka_sync.table import Cell
from tochka_sync.values import text


class Part(IntEnum):
    """What a column tells of a contract, in the order in which people say it."""

    STATE = auto()
    NUMBER = auto()
    DATE = auto()


_NUMBER = Pattern(r"(?:№\s*)?([\w./-]+)")
_DATED = Pattern(r"дат[аы]?\b|\bdate\b")
_NONE = frozenset({"нет", "no"})


def parts(heads: Mapping[int, str], columns: Sequence[int]) -> Mapping[int, Part]:
    """Return what each of several columns of contracts tells; nothing where none tells a part alone."""
    found = {column: _part(heads[column]) for column in columns}
    return found if len(set(found.values())) > 1 else {}


def _part(heading: str) -> Part:
    numbered = "no" in headings.concepts(heading)
    dated = _DATED.search(text.fold(heading)) is not None
    if numbered == dated:
        return Part.STATE
    return Part.NUMBER if numbered else Part.DATE


def together(cells: Sequence[tuple[Part, Cell]]) -> str | None:
    """Return what the cells of a row tell of a contract; nothing where they tell nothing."""
    in_order = sorted(cells, key=itemgetter(0))
    typed = [(part, cell) for part, cell in in_order if not is_blank(cell)]
    telling = [(part, cell) for part, cell in typed if not text.is_placeholder(cell.text)]
    said = [_said(part, cell) for part, cell in telling]
    if any(part is not Part.STATE for part, _ in telling) and any(
        part is Part.STATE and text.fold(cell.text).strip(" .") in _NONE for part, cell in typed
    ):
        said = [
            "не заключен",
            *(_said(part, cell) for part, cell in telling if part is not Part.STATE),
        ]
    return " ".join(said) or None


def _said(part: Part, cell: Cell) -> str:
    shown = f"{cell.value:%d.%m.%Y}" if isinstance(cell.value, date) else cell.text.strip()
    number = _NUMBER.fullmatch(shown) if part is Part.NUMBER else None
    if number is not None and any(map(str.isdigit, shown)):
        return f"№ {number[1]}"
    dated = part is Part.DATE and shown[:1].isdigit()
    return f"от {shown}" if dated else shown
