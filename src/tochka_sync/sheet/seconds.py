"""What events say in a second column of one meaning: two columns of links, of dates.

The first is read where it says anything; links and newspapers may stand in both, and all count.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tochka_sync.fields import Field
from tochka_sync.sheet import contracts
from tochka_sync.sheet.contracts import Part
from tochka_sync.sheet.lines import Lines, is_blank
from tochka_sync.table import Cell
from tochka_sync.values import text


class Second(NamedTuple):
    """What is read in place of a field's own cell, and the column a person is sent to."""

    column: int
    cell: Cell
    parts: Mapping[int, str] = {}
    """The texts it was put together of, by their columns."""

    def quoted(self, facts: Iterable[object]) -> tuple[int, str]:
        """Return the part that the facts of a problem quote, with its column; else the whole."""
        said = [fact for fact in facts if isinstance(fact, str)]
        whole = self.column, self.cell.text
        found = (part for part in self.parts.items() if any(map(part[1].__contains__, said)))
        return next(found, whole)


Seconds = dict[int, dict[Field, Second]]
"""By zero-based row."""


def of_events(
    judged: Lines,
    places: Mapping[Field, int],
    duplicates: Iterable[tuple[Field, int, int]],
    given: Mapping[int, Mapping[Field, Cell]],
    parts: Mapping[int, Part],
) -> Seconds:
    """Return what is read of second columns; not where a field has been `given` its cell already.

    `parts` is what the columns of contracts tell, where each tells its own part.
    """
    found: Seconds = {}
    pairs = [
        (name, places[name], other)
        for name, *pair in duplicates
        for other in pair
        if name in places and other != places[name] and not (parts and name is Field.CONTRACT)
    ]
    table = judged.table
    for row in judged.events() if parts else ():
        cells = {column: table.cell(row, column) for column in parts}
        whole = contracts.together([(parts[column], cell) for column, cell in cells.items()])
        if whole and Field.CONTRACT not in given.get(row, ()):
            typed = {column: cell.text for column, cell in cells.items() if not is_blank(cell)}
            found[row] = {Field.CONTRACT: Second(min(typed), Cell(whole), typed)}
    for name, kept, other in dict.fromkeys(pairs):
        for row in judged.events():
            second = table.cell(row, other)
            if _says_nothing(second) or name in given.get(row, ()):
                continue
            first = found.get(row, {}).get(name) or Second(kept, table.cell(row, kept))
            if _says_nothing(first.cell):
                found.setdefault(row, {})[name] = Second(other, second)
            elif name is Field.LINKS:
                both = Cell("\n".join(map(_whole, (first.cell, second))))
                found.setdefault(row, {})[name] = Second(first.column, both)
    return found


def _says_nothing(cell: Cell) -> bool:
    return is_blank(cell) or (cell.value is None and text.is_placeholder(cell.text))


def _whole(cell: Cell) -> str:
    """Return the text of a cell with the address behind it."""
    hidden = cell.link if cell.link and cell.link not in cell.text else ""
    return f"{cell.text} {hidden}".strip()
