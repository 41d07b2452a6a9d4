"""Every non-blank row with its kind: judged by itself, then by what stands under it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import assert_never

from tochka_sync.fields import RowKind
from tochka_sync.sheet import rows
from tochka_sync.sheet.columns import Header
from tochka_sync.sheet.rows import Doubt, Layout
from tochka_sync.table import Cell, Table


@dataclass(slots=True, eq=False, repr=False)
class Line:
    """One non-blank row and what it is."""

    row: int
    cells: tuple[str, ...]
    present: tuple[int, ...]
    kind: RowKind | Doubt


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell has nothing to read."""
    return cell.value in (None, "") and not cell.text.strip(rows.EMPTY)


def texts(table: Table) -> Iterator[tuple[str, ...]]:
    """Give the texts of every row."""
    return zip_longest(*table.columns, fillvalue="")


def textless(table: Table) -> dict[int, list[int]]:
    """Return the cells that show nothing and are not blank: row → columns."""
    found: dict[int, list[int]] = {}
    for column, cells in table.rich_columns.items():
        shown = table.columns[column] if column < table.width else ()
        for row in cells:
            text = shown[row] if row < len(shown) else ""
            if (not text or text[0] in rows.EMPTY) and not (
                text.strip(rows.EMPTY) or is_blank(cells[row])
            ):
                found.setdefault(row, []).append(column)
    return found


def _marks(table: Table, layout: Layout) -> Iterator[tuple[int, ...]]:
    """Give the marks of every row's cells, each distinct cell looked at once."""
    marked = []
    for column in table.columns:
        distinct = set(column)
        if 2 * len(distinct) > len(column):  # a column of numbers, mostly
            marked.append(bytes([rows.mark(layout, cell) for cell in column]))
            continue
        known = {cell: rows.mark(layout, cell) for cell in distinct}
        marked.append(bytes(map(known.__getitem__, column)))  # ten million cells, ten MiB
    return zip_longest(*marked, fillvalue=rows.Mark.BLANK.value)


def judged(
    table: Table, layout: Layout, header: Header, unshown: Mapping[int, Sequence[int]]
) -> list[Line]:
    """Judge every non-blank row by itself; rows of equal marks at once, where those decide."""
    lines: list[Line] = []
    last = header.rows[-1]
    shapes: dict[tuple[int, ...], tuple[tuple[int, ...], bool]] = {}
    for row, (cells, marks) in enumerate(zip(texts(table), _marks(table, layout), strict=True)):
        shape = shapes.get(marks)
        if shape is None:
            filled = tuple([column for column, mark in enumerate(marks) if mark])
            shape = shapes[marks] = (filled, rows.is_evident(marks, filled))
        present, evident = shape
        if evident and row > last and row not in unshown:
            lines.append(Line(row, cells, present, RowKind.EVENT))  # nearly every row
            continue
        if row in unshown:
            present = tuple(sorted((*present, *unshown[row])))
        if not present:
            continue
        kind: RowKind | Doubt
        if row < header.rows[0]:
            kind = RowKind.EVENT if rows.is_misplaced(layout, cells, present) else RowKind.TITLE
        elif row <= last:
            kind = RowKind.HEADER
        else:
            kind = rows.judge(layout, row, cells, present)
            under = lines[-1].kind if lines else None
            headed = under is RowKind.HEADER or under is RowKind.REPEATED_HEADER
            if headed and rows.numbering(cells, present):
                kind = RowKind.NUMBERING
            elif headed and rows.is_units(cells, present):
                kind = RowKind.REPEATED_HEADER
        lines.append(Line(row, cells, present, kind))
    return lines


def settled(layout: Layout, lines: list[Line]) -> list[Line]:
    """Settle from the bottom what a row heads, and what closes the table."""
    _sum_up(layout, lines)
    closing = True
    below: Line | None = None  # the next row of any kind
    entry: Line | None = None  # the next row that is not a heading, where only headings lie between
    for line in reversed(lines):
        if isinstance(line.kind, Doubt):
            line.kind = _settle(layout, line.kind, below, entry)
        if line.kind is RowKind.EVENT and closing:
            if rows.is_signature(layout, line.cells, line.present):
                line.kind = RowKind.FOOTNOTE
            else:
                closing = False
        below = line
        if line.kind not in _HEADINGS:
            entry = line
    return lines


def _sum_up(layout: Layout, lines: list[Line]) -> None:
    """Take the rows of a small table under the plan for totals: «Школа | Количество», «СОШ №1 | 3»."""
    small: Line | None = None
    for place, line in enumerate(lines):
        if line.kind is RowKind.REPEATED_HEADER:
            small = line if 2 * len(line.present) <= len(layout.fields) else None
        elif small is not None:
            within = len(line.present) <= len(small.present) and line.present[0] == small.present[0]
            if line.kind is RowKind.EVENT and within and line.row == lines[place - 1].row + 1:
                line.kind = RowKind.TOTAL
            else:
                small = None


_HEADINGS = {RowKind.SECTION, RowKind.NUMBERING, RowKind.REPEATED_HEADER}
_HEADED = _HEADINGS | {RowKind.EVENT, RowKind.PRENUMBERED, RowKind.EXAMPLE}


def _settle(layout: Layout, doubt: Doubt, below: Line | None, entry: Line | None) -> RowKind:
    heads = below is not None and below.kind in _HEADED
    match doubt:
        case Doubt.SCHOOL:
            heads = entry is not None and entry.kind is RowKind.EVENT
            blank = heads and entry is not None and layout.school not in entry.present
            return RowKind.SECTION if blank else RowKind.EVENT
        case Doubt.CAPITALS:
            return RowKind.SECTION if heads else RowKind.EVENT
        case Doubt.ASIDE:
            return RowKind.SECTION if heads else RowKind.FOOTNOTE
        case _:
            assert_never(doubt)
