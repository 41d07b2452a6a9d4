"""Where the header of a table is, and which column is which field.

The header is the run of one to three rows, near the top, that names the most fields; what no
heading decides alone («Участники», «Форма») is decided by the other headings and by the cells
beneath. A column nobody can name stays without a field: it is never taken by its position.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from tochka_sync.fields import CONTACT_FIELDS, Field
from tochka_sync.sheet import headings, looks, sections
from tochka_sync.sheet.grid import TALLEST, Grid
from tochka_sync.sheet.headings import Meaning
from tochka_sync.sheet.wanted import Lexicon, Wanted
from tochka_sync.table import Table

DEEPEST = 30
"""How many rows from the top a header is looked for first."""
_LOWEST = 200
"""How far down it is looked for where it is not there: under a long order, or blank rows."""

ANCHORS = frozenset({Field.SCHOOL, Field.TITLE, Field.DATE})
"""What a header that is one names at least one of."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column with a heading or with anything in it."""

    index: int
    header: str
    """The header cells as shown, joined, on one line."""
    field: Field | None
    corrected: bool = False
    """Whether the heading was recognised in spite of a typo."""
    aside: bool = False
    """Whether it needs no field: a second table's, or of the months of the days in another column."""
    about: Field | None = None
    """Of what it is, though another column may be read for that; in doubt of people."""


class Header(NamedTuple):
    """The header found: its zero-based rows, and what its columns can be."""

    rows: tuple[int, ...]
    texts: Mapping[int, str]
    """Column → the joined heading, for columns that have one."""
    meanings: Mapping[int, Meaning]
    fields: int
    """How many different fields it names."""


class Decision(NamedTuple):
    """Which column is which field, and which columns lost to another of the same field."""

    fields: Mapping[int, Field]
    duplicates: tuple[tuple[Field, int, int], ...]
    """(field, column kept, column dropped)."""
    months: int | None = None
    """The column that only names the months of the days in the column of dates."""
    years: int | None = None
    """The column that only names their years."""

    def columns(self, name: Field) -> list[int]:
        """Return all columns of a field, those included that lost to another."""
        lost = {each for field, *pair in self.duplicates if field is name for each in pair}
        return sorted(lost.union(column for column, field in self.fields.items() if field is name))


def find(table: Table, wanted: Wanted) -> Header | None:
    """Return the best header among the first rows, or the one at the configured row."""
    if wanted.header_row:
        best = _best(table, wanted, [wanted.header_row - 1])
        return best if best and best.fields else _fit(best)
    found = _fit(_best(table, wanted, range(DEEPEST)))
    return found or _fit(_best(table, wanted, range(DEEPEST, _LOWEST)))


def _fit(best: Header | None) -> Header | None:
    """Return a header that is one beyond doubt."""
    if best is None:
        return None
    anchored = any(not ANCHORS.isdisjoint(found.fields) for found in best.meanings.values())
    clear = best.fields > 2 or 2 * len(best.meanings) >= len(best.texts)
    return best if best.fields > 1 and anchored and clear else None


def nearest(table: Table, wanted: Wanted) -> Header | None:
    """Return the row most like a header where none is good enough, to show it to a person."""
    best = _best(table, wanted, range(DEEPEST))
    return best if best and best.fields else None


def decide(table: Table, header: Header, first: int) -> Decision:
    """Give every column its field; `first` is the first row of entries, where samples begin.

    Headings that mean one thing go first; the others take what is left and fits their cells. Of two
    columns for one field the one of facts is kept, or the fuller, or the left one.
    """
    taken = _Taken(table, header, first)
    for column in sorted(header.meanings, key=lambda column: header.meanings[column].weak):
        name = taken.meant(column)
        if name is not None:
            taken.take(column, name)
    fields = {column: name for name, column in taken.columns.items()}
    years = next(
        (each for each, said in header.texts.items() if _names_years(header, each, said)), None
    )
    return Decision(dict(sorted(fields.items())), tuple(taken.duplicates), taken.months, years)


class _Taken:
    """The columns taken for fields so far."""

    def __init__(self, table: Table, header: Header, first: int) -> None:
        self._table = table
        self._header = header
        self._first = first
        self._in_days = False
        self._named: dict[str, Field] = {}
        """What unclear headings were taken for: one that stands there twice asks the same twice."""
        self.columns: dict[Field, int] = {}
        self.duplicates: list[tuple[Field, int, int]] = []
        self.months: int | None = None

    def meant(self, column: int) -> Field | None:
        """Return the field of a column, of an unclear heading one still open that the cells fit."""
        meant = self._header.meanings[column]
        if not meant.weak:
            return meant.fields[0]
        sample = looks.sample(self._table, column, self._first)
        # «12» under «Начало» is a day where the date beside is a month, else an hour.
        date = self._header.texts.get(self.columns.get(Field.DATE, -1), "")
        self._in_days = self._in_days or headings.is_month(date)
        day = looks.of_days(meant.fields, sample) if self._in_days else None
        heading = headings.key(self._header.texts[column])
        same = self._named.get(heading)
        found = day or _choose(meant.fields, self.columns, sample, same)
        if found is not None:
            self._named[heading] = found
        return found

    def take(self, column: int, name: Field) -> None:
        """Take a column for a field; of two of one meaning each may have one of its own."""
        kept = self.columns.setdefault(name, column)
        if kept == column:
            return
        pair = kept, column
        if name is Field.TITLE and Field.TYPES not in self.columns:
            kind = _kind_of_event(self._table, pair, self._first)
            if kind is not None:
                self.columns |= {name: sum(pair) - kind, Field.TYPES: kind}
                return
        if name is Field.DATE and self.months is None:
            months = [each for each in pair if headings.is_month(self._header.texts[each])]
            if len(months) == 1:
                (self.months,) = months
                self.columns[name] = sum(pair) - self.months
                return
        weak = self._header.meanings[column].weak
        if not weak and _goes_before(self._table, self._header, name, pair, self._first):
            kept, column = column, kept
            self.columns[name] = kept
        self.duplicates.append((name, kept, column))


def _names_years(header: Header, column: int, heading: str) -> bool:
    return column not in header.meanings and headings.is_year(heading)


def _goes_before(
    table: Table, header: Header, name: Field, pair: tuple[int, int], first: int
) -> bool:
    """Tell whether of two columns of a field the second is to be read rather than the one on its left.

    So is «факт», «Школа» rather than its number, which may be another, what looks like values of
    the field, and the fuller one.
    """
    said, others = (headings.concepts(header.texts[column]) for column in reversed(pair))
    if ("fact" in said) != ("fact" in others):
        return "fact" in said
    if name is Field.SCHOOL and ("no" in said) != ("no" in others):
        return "no" in others
    if name in looks.TELLING:
        left, right = (looks.fits(name, looks.sample(table, column, first)) for column in pair)
        if left != right:
            return right
    return looks.filled(table, pair[1], first) > looks.filled(table, pair[0], first)


def _kind_of_event(table: Table, pair: tuple[int, int], first: int) -> int | None:
    """Return which of two columns of titles says «семинар», «квест» and is none, if one does."""
    samples = {column: looks.sample(table, column, first) for column in pair}
    kinds = [column for column in pair if looks.fits(Field.TYPES, samples[column])]
    return kinds[0] if len(kinds) == 1 and all(samples.values()) else None


def _choose(
    fields: tuple[Field, ...], taken: Mapping[Field, int], sample: Sequence[str], same: Field | None
) -> Field | None:
    """Pick the field of an unclear heading: one still open that the cells fit, else that of the `same` heading."""
    if fields[:2] == (Field.TITLE, Field.TYPES):
        # «Мероприятие» is the title, unless «Тема» is and this says «семинар», «квест».
        spare = Field.TITLE in taken and Field.TYPES not in taken and same is None
        return Field.TYPES if spare and looks.fits(Field.TYPES, sample) else Field.TITLE
    available = [name for name in fields if name not in taken]
    preferred: Sequence[Field] = () if fields[0] in taken else available
    for name in (*preferred, *fields):
        if looks.fits(name, sample):
            return name  # maybe a second column for one field: that is for a person to settle
    if same is not None:
        return same
    people = fields[0] is Field.AUDIENCE and sample and not any(map(_begins_in_digits, sample))
    if not available or (people and fields[0] in taken):  # «Участники» beside «Классы»
        return fields[0] if len(fields) > 1 else None
    if sample:
        untested = [name for name in available if name not in looks.LOOKS]
        return (untested or available)[0]
    return available[0]


def _begins_in_digits(cell: str) -> bool:
    return cell[0].isdecimal()


def _best(table: Table, wanted: Wanted, tops: Sequence[int]) -> Header | None:
    """Return the best header that begins at one of some rows."""
    lexicon = Lexicon(wanted)
    grid = Grid(table, max(tops, default=0) + TALLEST)
    best: Header | None = None
    rank = (0, 0, 0, 0)
    found: list[Header] = []
    for top in tops:
        if top >= table.height:
            break
        if len(tops) > 1 and grid.continues(0, top):
            continue
        ranked = [(_rank(header), header) for header in _headers(grid, lexicon, top)]
        ranked.sort(key=itemgetter(0), reverse=True)
        found += [header for _, header in ranked]
        if ranked and (best is None or ranked[0][0] > rank):
            rank, best = ranked[0]
        if best and best.fields == len(best.texts) == table.width:
            break  # no row below can mean more, and of two alike the upper one is meant
    return best and _at_the_first(best, found)


def _at_the_first(best: Header, found: Sequence[Header]) -> Header:
    """Return a header where its columns are headed first: a second table below may have one more."""
    for upper in found:
        named = {meant.fields[0] for meant in upper.meanings.values()}
        if (
            upper.rows[-1] < best.rows[0]
            and len(named & ANCHORS) > 1
            and all(_agrees(best, at, meant) for at, meant in upper.meanings.items())
        ):
            texts = dict(sorted({**best.texts, **upper.texts}.items()))
            meanings = {**upper.meanings, **best.meanings}
            return upper._replace(texts=texts, meanings=meanings, fields=best.fields)
    return best


def _agrees(header: Header, column: int, meant: Meaning) -> bool:
    """Tell whether a header says the same of a column, or nothing."""
    own = header.meanings.get(column)
    return column not in header.texts if own is None else own.fields[0] is meant.fields[0]


def _rank(header: Header) -> tuple[int, int, int, int]:
    unknown = sum(
        column not in header.meanings and not headings.familiar(text)
        for column, text in header.texts.items()
    )
    return header.fields, -unknown, -header.rows[0], len(header.rows)


def _headers(grid: Grid, lexicon: Lexicon, top: int) -> Iterator[Header]:
    """Give the headers of one, two and three rows that can begin at `top`."""
    if top >= grid.bottom or not grid.filled(top):
        return
    alone = len(grid.filled(top)) < 2  # a title, not a heading over others
    for height in range(1, TALLEST + 1):
        rows = tuple(range(top, top + height))
        if height > 1 and (alone or not _goes_on(grid, lexicon, rows)):
            return
        if height < TALLEST and not alone and grid.goes_down(top, top + height):
            continue
        texts = grid.joined(rows)
        meanings = {
            column: found
            for column, text in texts.items()
            if (found := _meant(lexicon, text, grid.lowest(rows, column)))
        }
        fields = len({found.fields[0] for found in meanings.values()})
        yield Header(rows, texts, meanings, fields)


def _meant(lexicon: Lexicon, whole: str, lowest: str) -> Meaning | None:
    """Read a heading of several rows; under «Ответственный» «Телефон» is that alone, and «Должность» is nobody."""
    found = _told(lexicon, whole, lowest) or lexicon.added(lowest)
    if found and found.fields[0] is Field.RESPONSIBLE and lowest.strip() != whole:
        own = lexicon.read(lowest)
        if own and own.fields[0] in CONTACT_FIELDS:
            return own
        if headings.concepts(lowest) == {"position"}:
            return None
    return found


def _told(lexicon: Lexicon, whole: str, lowest: str) -> Meaning | None:
    """Read a heading of several rows, if need be without «Общие сведения» or «Мероприятие» above."""
    found = lexicon.read(whole)
    if found or whole == lowest:
        return found
    above = whole.removesuffix(lowest)
    if headings.familiar(above) and headings.concepts(above) == {"event"}:
        return lexicon.read(lowest)
    if headings.familiar(above) and sections.school_name(lowest):
        return lexicon.read(above)  # one of «Школы-участники», each with a column of its own
    return lexicon.read(headings.without_data(whole))


def _is_shared(grid: Grid, top: int, column: int) -> bool:
    """Tell whether the heading over a column stands over its neighbour as well, or may."""
    return "" in [grid.table.text(top, at) for at in (column, column + 1) if at < grid.table.width]


def _goes_on(grid: Grid, lexicon: Lexicon, rows: tuple[int, ...]) -> bool:
    """Tell whether the last of `rows` belongs to the header that the others begin."""
    top, last = rows[0], rows[-1]
    if last >= grid.bottom:
        return False
    if grid.continues(top, last):
        return True
    filled = grid.filled(last)
    texts = grid.joined(rows)
    for column in filled:
        own, whole = grid.table.text(last, column), texts.get(column, "")
        stated = lexicon.added(own) or lexicon.added(whole)
        if not (
            stated
            or sections.is_month(own)
            or (_is_shared(grid, top, column) and sections.school_name(own))
            or (headings.familiar(own) and _told(lexicon, whole, own))
        ):
            return False
    return len(filled) > 1
