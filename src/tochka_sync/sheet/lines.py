"""Every non-blank row with its kind: judged by itself, then by what stands under it.

What can be known of many rows at once is: by the marks of their cells nearly all are events.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple, assert_never

from tochka_sync.fields import RowKind
from tochka_sync.sheet import dittos, rows
from tochka_sync.sheet.columns import Header
from tochka_sync.sheet.rows import Doubt, Layout
from tochka_sync.table import EMPTY, Cell, Table


class Line(NamedTuple):
    """One non-blank row and what it is."""

    row: int
    cells: tuple[str, ...]
    present: tuple[int, ...]
    kind: RowKind | Doubt


class Lines:
    """The rows of a tab by their zero-based numbers. An object for each would take most of the time."""

    __slots__ = ("dittos", "kinds", "odd", "present", "table")

    def __init__(
        self,
        table: Table,
        kinds: list[RowKind | Doubt | None],
        present: list[tuple[int, ...]],
        odd: Iterable[int],
        dittos: Mapping[int, frozenset[str]],
    ) -> None:
        """Take the kind of every row, of a blank one nothing, and its filled columns.

        `dittos` are the texts of a column that say «the same as above».

        Whatever is neither an event nor blank is among the rows that are `odd`.
        """
        self.table = table
        self.kinds = kinds
        self.present = present
        self.odd = set(odd)
        self.dittos = dittos

    def events(self) -> list[int]:
        """Return the rows of events."""
        event = RowKind.EVENT
        return [row for row, kind in enumerate(self.kinds) if kind is event]

    def column(self, column: int, lines: Sequence[int]) -> Sequence[str]:
        """Return the texts of a column in some rows, in order: mostly they follow one another."""
        shown = self.table.columns[column]
        if lines and lines[-1] < len(shown) and lines[-1] - lines[0] == len(lines) - 1:
            return shown[lines[0] : lines[-1] + 1]
        return [shown[line] if line < len(shown) else "" for line in lines]

    def others(self) -> Iterator[Line]:
        """Give the rows that are neither events nor blank."""
        for row in sorted(self.odd):
            kind = self.kinds[row]
            if kind is not None and kind is not RowKind.EVENT:
                yield Line(row, self.cells(row), self.present[row], kind)

    def take(self, row: int, kind: RowKind) -> RowKind:
        """Take a row for something else than it was taken for; return its kind."""
        self.odd.add(row)
        self.kinds[row] = kind
        return kind

    def cells(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row."""
        return tuple([self.table.text(row, column) for column in range(self.table.width)])


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell has nothing to read."""
    return cell.value in (None, "") and not cell.text.strip(EMPTY)


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
            if (not text or text[0] in EMPTY) and not (text.strip(EMPTY) or is_blank(cells[row])):
                found.setdefault(row, []).append(column)
    return found


def titles(table: Table, unshown: Mapping[int, Sequence[int]]) -> Lines:
    """Take every row that is not blank for a title: without a header there is nothing else to tell."""
    present = [tuple(rows.filled(cells)) for cells in texts(table)]
    kinds: list[RowKind | Doubt | None] = [
        RowKind.TITLE if filled or row in unshown else None for row, filled in enumerate(present)
    ]
    return Lines(table, kinds, present, range(len(kinds)), {})


class _Shape(NamedTuple):
    """What rows of equal marks have in common."""

    present: tuple[int, ...]
    kind: RowKind | None
    """Nothing for blank rows, and where the marks do not decide."""


class _Shapes(dict[tuple[int, ...], _Shape]):
    """The shapes by the marks of rows; each is worked out once."""

    def __missing__(self, marks: tuple[int, ...]) -> _Shape:
        present = tuple([column for column, mark in enumerate(marks) if mark])
        kind = RowKind.EVENT if rows.is_evident(marks, present) else None
        self[marks] = shape = _Shape(present, kind)
        return shape


def _marks(
    table: Table, layout: Layout
) -> tuple[Iterator[tuple[int, ...]], dict[int, frozenset[str]]]:
    """Return the marks of every row's cells, and the dittos; each distinct cell is looked at once."""
    marked = []
    same: dict[int, frozenset[str]] = {}
    for index, column in enumerate(table.columns):
        distinct = set(column)
        if index != layout.number and (found := dittos.among(distinct)):
            same[index] = found
        if 2 * len(distinct) > len(column):  # the numbers of the rows, mostly
            marked.append(
                bytes(
                    [
                        rows.number_mark(cell) if cell.isdecimal() else rows.mark(layout, cell)
                        for cell in column
                    ]
                )
            )
            continue
        known = {cell: rows.mark(layout, cell) for cell in distinct}
        marked.append(bytes(map(known.__getitem__, column)))  # ten million cells, ten MiB
    return zip_longest(*marked, fillvalue=rows.Mark.BLANK.value), same


def judged(
    table: Table, layout: Layout, header: Header, unshown: Mapping[int, Sequence[int]]
) -> Lines:
    """Judge every non-blank row by itself; rows of equal marks at once, where those decide."""
    marks, same = _marks(table, layout)
    shapes = list(map(_Shapes().__getitem__, marks))
    kinds: list[RowKind | Doubt | None] = [shape.kind for shape in shapes]
    odd = [row for row, kind in enumerate(kinds) if kind is None and shapes[row].present]
    lines = Lines(table, kinds, [shape.present for shape in shapes], odd, same)
    lines.odd.update(range(header.rows[-1] + 1))
    for row in unshown:
        if row < len(shapes):
            lines.present[row] = tuple(sorted((*lines.present[row], *unshown[row])))
            lines.odd.add(row)
    for row in sorted(lines.odd):
        lines.kinds[row] = _kind(lines, row, layout, header) if lines.present[row] else None
    return lines


def _kind(lines: Lines, row: int, layout: Layout, header: Header) -> RowKind | Doubt:
    """Judge one row; those above it are judged."""
    cells, present = lines.cells(row), lines.present[row]
    if row < header.rows[0]:
        return RowKind.EVENT if rows.is_misplaced(layout, cells, present) else RowKind.TITLE
    if row <= header.rows[-1]:
        return RowKind.HEADER
    over = row - 1
    while over >= 0 and lines.kinds[over] is None:
        over -= 1
    above = lines.kinds[over] if over >= 0 else None
    kind = rows.judge(layout, row, cells, present, top=above in _TOP)
    if above in {RowKind.HEADER, RowKind.REPEATED_HEADER}:
        if rows.numbering(cells, present):
            return RowKind.NUMBERING
        if rows.is_units(cells, present):
            return RowKind.REPEATED_HEADER
    return kind


def settled(layout: Layout, lines: Lines) -> Lines:
    """Settle from the bottom what a row heads, and what closes the table, or a block under a header of its own."""
    _sum_up(layout, lines)
    again = RowKind.REPEATED_HEADER
    open_ = [
        row for row in lines.odd if isinstance(kind := lines.kinds[row], Doubt) or kind is again
    ]
    top = min(open_, default=len(lines.kinds))
    closing = True
    below: int | None = None  # the next row of any kind
    entry: int | None = None  # the next row that is not a heading, where only headings lie between
    for row in range(len(lines.kinds) - 1, -1, -1):
        kind = lines.kinds[row]
        if kind is None:
            continue
        if isinstance(kind, Doubt):
            points = below is not None and _is_point(layout, lines.table, below, row)
            kind = lines.take(row, _settle(layout, lines, kind, below, entry, points=points))
        if kind is RowKind.EVENT and closing:
            if rows.is_signature(layout, lines.cells(row), lines.present[row]):
                kind = lines.take(row, RowKind.FOOTNOTE)
            elif rows.is_sum(layout, lines.cells(row), lines.present[row]) and not any(
                merge.top < row < merge.bottom for merge in lines.table.merges
            ):
                kind = lines.take(row, RowKind.TOTAL)
            else:
                closing = False
        closing = closing or kind is again
        if row <= top and not closing:
            break  # nothing above is in doubt
        below = row
        if kind not in _HEADINGS:
            entry = row
    return lines


def _sum_up(layout: Layout, lines: Lines) -> None:
    """Take the rows of a small table under the plan for totals: «Школа | Количество», «СОШ №1 | 3»."""
    kinds, present = lines.kinds, lines.present
    for head in sorted([row for row in lines.odd if kinds[row] is RowKind.REPEATED_HEADER]):
        small = present[head]
        row = head + 1
        while (
            2 * len(small) <= len(layout.fields)
            and row < len(kinds)
            and kinds[row] is RowKind.EVENT
            and len(present[row]) <= len(small)
            and present[row][0] == small[0]
            and rows.counts(lines.cells(row), present[row])
        ):
            lines.take(row, RowKind.TOTAL)
            row += 1


_TOP = {RowKind.HEADER, RowKind.REPEATED_HEADER, RowKind.NUMBERING, RowKind.EXAMPLE}
_HEADINGS = {RowKind.SECTION, RowKind.NUMBERING, RowKind.REPEATED_HEADER}
_HEADED = _HEADINGS | {RowKind.EVENT, RowKind.PRENUMBERED, RowKind.EXAMPLE}


def _is_point(layout: Layout, table: Table, row: int, head: int) -> bool:
    """Tell by the numbers of rows whether one is a point of another: 1.1 of 1."""
    if layout.number is None:
        return False
    own, over = (table.text(each, layout.number).strip(" .)№") for each in (row, head))
    return bool(over) and own.startswith(f"{over}.")


def _settle(
    layout: Layout,
    lines: Lines,
    doubt: Doubt,
    below: int | None,
    entry: int | None,
    *,
    points: bool,
) -> RowKind:
    heads = below is not None and lines.kinds[below] in _HEADED
    match doubt:
        case Doubt.SCHOOL:
            heads = entry is not None and lines.kinds[entry] is RowKind.EVENT
            blank = heads and entry is not None and layout.school not in lines.present[entry]
            return RowKind.SECTION if blank else RowKind.EVENT
        case Doubt.CAPITALS:
            return RowKind.SECTION if heads else RowKind.EVENT
        case Doubt.NUMBERED:
            return RowKind.SECTION if heads and points else RowKind.EVENT
        case Doubt.ASIDE:
            return RowKind.SECTION if heads else RowKind.FOOTNOTE
        case _:
            assert_never(doubt)
