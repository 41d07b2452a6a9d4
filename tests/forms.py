"""A tiny language of tables: one line a row, cells between bars."""

from tochka_sync.fields import Field, RowKind
from tochka_sync.sheet.form import Form, Row, Wanted, recognise
from tochka_sync.table import Merge, Table


def table(drawing: str, *merges: str) -> Table:
    """Draw a table; a merge is «A1:C1»."""
    rows = [[cell.strip() for cell in line.split("|")] for line in drawing.strip("\n").split("\n")]
    return Table.of_rows("План", rows, merges=tuple(map(_merge, merges)))


def form(drawing: str, *merges: str, wanted: Wanted | None = None) -> Form:
    """Draw a table and recognise it."""
    return recognise(table(drawing, *merges), wanted or Wanted())


def fields(found: Form) -> dict[str, str | None]:
    """Return heading → field."""
    return {column.header: column.field and column.field.value for column in found.columns}


def kinds(found: Form) -> list[str]:
    """Return the kinds of the rows below the header."""
    last = found.header_rows[-1] + 1
    return [row.kind.value for row in found.rows if row.number > last]


def values(row: Row) -> dict[str, str]:
    """Return the texts of a row by field."""
    return {name.value: cell.text for name, cell in row.cells.items()}


def said(found: Form, name: str) -> list[str | None]:
    """Return what each event says of a field."""
    return [values(row).get(name) for row in found.rows if row.kind is RowKind.EVENT]


def under(
    lines: str, header: str = "№ | Школа | Мероприятие | Дата | Участники | Ответственный"
) -> Form:
    """Recognise rows put under a usual header."""
    return form(f"{header}\n{lines}")


USUAL = frozenset({Field.SCHOOL, Field.TITLE, Field.DATE, Field.AUDIENCE, Field.RESPONSIBLE})


def _merge(name: str) -> Merge:
    first, last = name.split(":")
    top, left, bottom, right = int(first[1:]), first[0], int(last[1:]), last[0]
    return Merge(top - 1, ord(left) - 65, bottom, ord(right) - 64)
