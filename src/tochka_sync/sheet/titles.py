"""What the name of a tab and the titles above its header say of the rows: whose, for whom and when they are."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from tochka_sync.fields import Field, RowKind
from tochka_sync.sheet import sections
from tochka_sync.sheet.lines import Lines

Reads = Callable[[str], str | None]
"""Returns what a heading names, if it does."""
NAMED: Mapping[Field, Reads] = {
    Field.SCHOOL: sections.school_name,
    Field.AUDIENCE: sections.audience,
}
"""What reads a field off a heading, beside the part of the year."""


class Title(NamedTuple):
    """What a cell above the header names, and where it stands, counted from zero."""

    row: int
    column: int
    said: str


class Conflict(NamedTuple):
    """A title that names another school, month or people than the tab is called after."""

    field: Field
    title: Title


def fields(judged: Lines) -> set[Field]:
    """Return of what the name of a tab or its titles speak."""
    named = {name for name, read in NAMED.items() if any(spoken(judged, read))}
    return named | ({Field.DATE} if any(spoken(judged, sections.part_of_year)) else set())


def spoken(judged: Lines, read: Reads) -> tuple[str | None, str | None]:
    """Return what is said of all rows of a tab, and what of the first of them.

    The name of a tab speaks for all. So does a title above the header, but where the header comes
    again or headings inside say something else: there it heads the first block, as they do the
    others. Where name and title contradict each other nothing is said.
    """
    tab, title = read(judged.table.title), _title(judged, read)
    if title is None:
        return tab, tab
    if tab and _differ(tab, title.said):
        return None, None
    if tab and sections.month(tab) and not sections.month(title.said):
        return tab, tab  # «Октябрь» with «План на I полугодие» in it
    blocks = any(
        line.kind is RowKind.REPEATED_HEADER
        or (line.kind is RowKind.SECTION and read(line.cells[line.present[-1]]))
        for line in judged.others()
    )
    return tab if blocks else title.said, title.said


def conflicts(judged: Lines, places: Mapping[Field, int]) -> Iterator[Conflict]:
    """Give the titles that contradict the name of the tab, where no row says better."""
    for name, read in (*NAMED.items(), (Field.DATE, sections.part_of_year)):
        if name in NAMED and is_told(judged, places.get(name)):
            continue
        tab, title = read(judged.table.title), _title(judged, read)
        if tab and title and _differ(tab, title.said):
            yield Conflict(name, title)


def is_told(judged: Lines, column: int | None) -> bool:
    """Tell whether any event has something in a column."""
    return column is not None and any(
        kind is RowKind.EVENT and column in present
        for kind, present in zip(judged.kinds, judged.present, strict=True)
    )


def _title(judged: Lines, read: Reads) -> Title | None:
    """Return what the titles name; of a list of schools none is meant."""
    lines = list(takewhile(lambda line: line.kind is RowKind.TITLE, judged.others()))
    found = [
        Title(line.row, column, said)
        for line in lines
        for column in line.present
        if (said := read(line.cells[column]))
    ]
    if len({title.said for title in found}) > 1:  # «МБОУ СОШ №8» over «СОШ №8»
        alone = len(lines[-1].present) == 1
        found = [title for title in found if alone and title.row == lines[-1].row]
    return found[-1] if found else None


def _differ(one: str, other: str) -> bool:
    """Tell whether two names are of different months, numbers, or have no word alike."""
    if sections.is_part_of_year(one):
        months = {sections.month(one), sections.month(other)}
        return len(months) > 1 and None not in months
    numbers, others = (set(re.findall(r"\d+", name)) for name in (one, other))
    if numbers or others:
        return bool(numbers and others) and numbers.isdisjoint(others)
    words, others = (set(re.findall(r"\w{4}", name.lower())) for name in (one, other))
    return bool(words and others) and words.isdisjoint(others)
