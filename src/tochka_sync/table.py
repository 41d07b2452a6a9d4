"""Text that remembers where it was: what every source gives and everything else reads.

A `Book` is one read of one spreadsheet, so all its tables are of one moment. A `Table` keeps the
shown text by columns and, beside it, the cells that hold more than their text.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple, Self

Value = str | float | bool | date | datetime | time | None

EMPTY = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2007\u2009\u200b\u200e\u202f\u2060\u3000\ufeff"
"""Characters of which a blank cell may consist."""


class Cell(NamedTuple):
    """One cell: `text` as shown, and what the sheet holds behind it."""

    text: str
    value: Value = None
    """The typed value where it is more than the text: a number, a date, a time of day (all wall time)."""
    link: str | None = None
    """The address behind the text, whatever the text says; several stand in lines of their own."""
    error: bool = False
    """Whether the sheet itself calls the cell an error (`#REF!`)."""


BLANK = Cell("")


class Merge(NamedTuple):
    """A merged block: zero-based rows and columns, `bottom` and `right` exclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Strip(Mapping[int, Cell]):
    """The cells of one column that are more than their text, by row: where most are, a list is smallest."""

    __slots__ = ("_cells", "_texts")

    def __init__(self, cells: Sequence[Cell | bool | None], texts: Sequence[str] = ()) -> None:
        """Take `True` for a whole number shown by its digits: its cell is made when it is asked for.

        A column that numbers 770 000 rows takes 6 MiB like that instead of 70.
        """
        self._cells = cells
        self._texts = texts

    def __getitem__(self, row: int) -> Cell:
        cell: Cell | None = self.get(row)
        if cell is None:
            raise KeyError(row)
        return cell

    def get(self, row: int, default: Any = None) -> Any:
        """Return the cell of a row, or the default."""
        cell = self._cells[row] if 0 <= row < len(self._cells) else None
        if cell is True:
            return Cell(self._texts[row], float(self._texts[row]))
        return default if cell is None else cell

    def __iter__(self) -> Iterator[int]:
        return (row for row, cell in enumerate(self._cells) if cell is not None)

    def __len__(self) -> int:
        return sum(cell is not None for cell in self._cells)

    def __bool__(self) -> bool:
        return any(cell is not None for cell in self._cells)  # mostly the first, and asked often


class Rich(Mapping[tuple[int, int], Cell]):
    """The cells of a large tab that are more than their text, kept by columns."""

    __slots__ = ("columns",)

    def __init__(self, columns: Mapping[int, Mapping[int, Cell]]) -> None:
        self.columns = columns

    def __getitem__(self, place: tuple[int, int]) -> Cell:
        return self.columns[place[1]][place[0]]

    def get(self, place: tuple[int, int], default: Any = None) -> Any:
        """Return the cell at a row and a column, or the default."""
        column = self.columns.get(place[1])
        return default if column is None else column.get(place[0], default)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for column, cells in self.columns.items() for row in cells)

    def __len__(self) -> int:
        return sum(map(len, self.columns.values()))


class Table(NamedTuple):
    """One tab. `columns[c][r]` is the shown text; `rich` holds the cells that are more than text.

    Rows and columns count from zero; columns may be of different lengths, what is beyond is blank.
    """

    title: str
    columns: Sequence[Sequence[str]]
    rich: Mapping[tuple[int, int], Cell] = {}
    """(row, column) → the cell, for every cell with a typed value, a link or an error."""
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    gid: int | None = None
    """Google's number of the tab; files have none."""
    hidden: bool = False
    struck: frozenset[tuple[int, int]] = frozenset()
    """(row, column) of every cell whose whole text is struck out."""

    @property
    def rich_columns(self) -> Mapping[int, Mapping[int, Cell]]:
        """Return the cells that are more than their text by column, and in it by row."""
        if isinstance(self.rich, Rich):
            return self.rich.columns
        found: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.rich.items():
            found.setdefault(column, {})[row] = cell
        return found

    @property
    def height(self) -> int:
        """How many rows have something in them or above something."""
        return max((len(column) for column in self.columns), default=0)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def text(self, row: int, column: int) -> str:
        """Return the shown text; beyond the table it is empty."""
        if column >= len(self.columns) or row >= len(self.columns[column]):
            return ""
        return self.columns[column][row]

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell; beyond the table it is blank."""
        return self.rich.get((row, column)) or Cell(self.text(row, column))

    @classmethod
    def of_rows(cls, title: str, rows: Sequence[Sequence[str]], **rest: object) -> Self:
        """Build a table from rows of text; equal texts of a column become one object."""
        columns = tuple(map(_shared, zip_longest(*rows, fillvalue="")))
        return cls(title, columns, **rest)  # type: ignore[arg-type]


def _shared(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts, of equal ones always the first: a plan of a country says most things again."""
    known: dict[str, str] = {}
    return tuple(map(known.setdefault, texts, texts))


class Origin(NamedTuple):
    """Where a book came from, for people and for evidence."""

    kind: str
    """`google`, `link`, `xlsx`, `csv`, `demo` or `snapshot`."""
    name: str
    """The spreadsheet's title, or the file's name."""
    read_at: datetime
    """The moment of the read, with its time zone."""
    spreadsheet: str | None = None
    """Google's id of the spreadsheet."""
    access: str | None = None
    """How it was opened: `service-account`, `adc`, `oauth`, `api-key`, `link`."""
    modified: datetime | None = None
    """When the file was last changed, with its time zone: nothing in it can be younger."""
    timezone: str | None = None
    """The sheet's own time zone, as it names it."""
    locale: str | None = None


class Book(NamedTuple):
    """All tabs of one spreadsheet at one moment."""

    origin: Origin
    tables: tuple[Table, ...]


@cache
def letters(column: int) -> str:
    """Return a column's letters: 0 → A, 25 → Z, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def a1(row: int, column: int) -> str:
    """Return the A1 name of a cell by its zero-based row and column."""
    return f"{letters(column)}{row + 1}"


def url(origin: Origin, table: Table | None, cell: str | None = None) -> str | None:
    """Return the address that opens the sheet, or one cell of it; a file has none."""
    if origin.spreadsheet is None:
        return None
    address = f"https://docs.google.com/spreadsheets/d/{origin.spreadsheet}/edit"
    if table is None or table.gid is None:
        return address
    return f"{address}#gid={table.gid}" + (f"&range={cell}" if cell else "")
