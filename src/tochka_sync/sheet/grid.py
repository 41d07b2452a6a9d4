"""The top of a table as it looks: a merged heading over every column it spans."""

from collections.abc import Sequence

from tochka_sync.sheet import sections
from tochka_sync.table import Table

TALLEST = 3
"""How many rows a header has at most."""


class Grid:
    """The top of a table with merged blocks spread over the cells they cover."""

    def __init__(self, table: Table, bottom: int) -> None:
        """Take so many rows of a table from its top."""
        self.table = table
        self.bottom = min(bottom, table.height)
        self._origins: dict[tuple[int, int], tuple[int, int]] = {}
        for merge in table.merges:
            if merge.top < self.bottom and merge.bottom - merge.top <= TALLEST:
                for row in range(merge.top, merge.bottom):
                    for column in range(merge.left, min(merge.right, table.width)):
                        self._origins[row, column] = (merge.top, merge.left)

    def filled(self, row: int) -> list[int]:
        """Return the columns with a text of their own."""
        return [
            column
            for column in range(self.table.width)
            if (cell := self.table.text(row, column)) and cell.strip()
        ]

    def continues(self, top: int, row: int) -> bool:
        """Tell whether merged headings of the block reach down into `row`, over most of it."""
        covered = sum(
            top <= self._origins.get((row, column), (row, 0))[0] < row
            for column in range(self.table.width)
        )
        return 0 < covered >= len(self.filled(row))

    def goes_down(self, top: int, row: int) -> bool:
        """Tell whether a header reaches down into `row` beyond doubt: by merges, or by months in a row."""
        if self.continues(top, row):
            return True
        own = self.filled(row) if row < self.bottom else []
        return len(own) > 2 and all(sections.is_month(self.table.text(row, each)) for each in own)

    def spans(self, row: int, column: int) -> bool:
        """Tell whether a cell belongs to a merged block."""
        return (row, column) in self._origins

    def lowest(self, rows: Sequence[int], column: int) -> str:
        """Return the last text of a column over some rows."""
        texts = (self.table.text(row, column).strip() for row in reversed(rows))
        return next(filter(None, texts), "")

    def joined(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the headings of the columns over some rows, a spanning one given to each column."""
        parts: dict[int, list[tuple[int, int]]] = {}
        for row in rows:
            carried: tuple[int, int] | None = None
            below = set(self.filled(row + 1)) if row + 1 in rows else set()
            for column in range(self.table.width):
                origin = self._origins.get((row, column), (row, column))
                if self.table.text(*origin).strip():
                    carried = origin
                elif carried and column in below and not self.spans(*carried):
                    origin = carried  # a file without merges keeps only the first cell
                else:
                    continue
                if origin not in parts.setdefault(column, []):
                    parts[column].append(origin)
        return {
            column: " ".join(self.table.text(*origin).strip() for origin in origins)
            for column, origins in sorted(parts.items())
        }
