"""How wide the table under a header is: what a heading spans, and where a second table begins.

A heading merged over several columns is given to each of them; where only the first is filled, the
others are no columns. Headings that begin anew to the right head another table.
"""

from tochka_sync.fields import Field
from tochka_sync.sheet import headings
from tochka_sync.sheet.columns import ANCHORS, Header
from tochka_sync.table import EMPTY, Table

_FEWEST = 3
"""How many headings have to come again for a second table."""


def own(table: Table, header: Header, first: int) -> Header:
    """Return a header without the columns under a spanning heading that are blank from `first` on."""
    spans: list[list[int]] = []
    for column in header.texts:
        if any(table.text(row, column).strip() for row in header.rows) or not spans:
            spans.append([])
        spans[-1].append(column)
    blank: set[int] = set()
    for span in spans:
        if len(span) < 2:
            continue
        there = [column for column in span if any(map(_said, table.columns[column][first:]))]
        blank.update(set(span) - set(there or span[:1]))
    if not blank:
        return header
    texts = {column: text for column, text in header.texts.items() if column not in blank}
    meanings = {column: each for column, each in header.meanings.items() if column not in blank}
    return header._replace(texts=texts, meanings=meanings)


def split(table: Table, header: Header, first: int) -> tuple[Header, int | None]:
    """Return the header of one table, and the column where that of a second one begins, if any.

    The second is a plan like the first, or a small one behind a blank column: «Школа | Сколько».
    `first` is the first row of entries.
    """
    start = _again(header)
    if start is not None and not _in_turn(table, header, start, first):
        again = _named(header, range(start)) & _named(header, range(start, table.width))
        start = start if len(again) >= _FEWEST and len(again & ANCHORS) > 1 else None
    else:
        start = None
    if start is None:
        start = _behind_a_gap(table, header)
    if start is None:
        return header, None
    meanings = {column: found for column, found in header.meanings.items() if column < start}
    return header._replace(meanings=meanings), start


def _again(header: Header) -> int | None:
    """Return the first column whose heading stands farther left already."""
    known: set[str] = set()
    for column, heading in header.texts.items():
        key = headings.key(heading)
        if key in known:
            return column
        known.add(key)
    return None


def _in_turn(table: Table, header: Header, start: int, first: int) -> bool:
    """Tell whether no row fills headings on both sides: a form that branches has its questions again."""
    sides: tuple[dict[str, list[int]], ...] = ({}, {})
    for column, heading in header.texts.items():
        sides[column >= start].setdefault(headings.key(heading), []).append(column)
    again = sides[0].keys() & sides[1].keys()
    left, right = ([column for key in again for column in side[key]] for side in sides)
    both = [
        [any(_said(table.text(row, column)) for column in columns) for columns in (left, right)]
        for row in range(first, table.height)
    ]
    return not any(map(all, both)) and any(there for _, there in both)


def _behind_a_gap(table: Table, header: Header) -> int | None:
    """Return the first column behind a blank one from where on schools are headed again."""
    top, before = header.rows[0], -1
    for column in header.texts:
        gap = before >= 0 and any(
            not any(map(_said, table.columns[each][top:])) for each in range(before + 1, column)
        )
        left, right = (_named(header, range(*ends)) for ends in ((column,), (column, table.width)))
        if gap and len(left & ANCHORS) > 1 and Field.SCHOOL in left & right:
            return column
        before = column
    return None


def _named(header: Header, columns: range) -> set[Field]:
    """Return what some columns can mean before anything else."""
    return {found.fields[0] for column, found in header.meanings.items() if column in columns}


def filled(table: Table, start: int, first: int) -> int:
    """Return how many rows have several cells filled from a column on: entries of a second table."""
    cells = [column[first:] for column in table.columns[start:]]
    height = max(map(len, cells), default=0)
    return sum(
        sum(row < len(column) and _said(column[row]) for column in cells) >= _FEWEST
        for row in range(height)
    )


def _said(cell: str) -> bool:
    return bool(cell and cell.strip(EMPTY))
