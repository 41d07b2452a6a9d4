"""Answers that stand in columns of their own: «сентябрь | октябрь», «Педагоги | Учащиеся», «СОШ №1 | СОШ №2».

The rows mark those that hold, and write days under months. Where no column asks for it otherwise,
what is marked is the date of the event, whom it is for, how it is held or who takes part.
"""

from collections.abc import Iterator, Mapping, Sequence

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern
from tochka_sync.sheet import sections
from tochka_sync.sheet.columns import Header
from tochka_sync.sheet.lines import Lines
from tochka_sync.table import EMPTY, Cell, Table

Answers = Mapping[int, str]
"""Column → what a mark in it says."""
_FEWEST = 3
"""How many months have to head columns for them to be those of a calendar; longer parts of a year are few."""
_LONGEST = 12
"""Words of a school's name."""
_SAMPLE = 50
"""Rows that tell of nearly every column that it holds more than marks."""
_SIGNS = frozenset({*"+xх*vу✓✔☑✅●•■█", "да", "истина", "true", "yes"})
_NOTHING = frozenset({*"-–—", "нет", "ложь", "false", ""})
_MARKS, _BLANK = _SIGNS | {"1"}, _NOTHING | {"0"}
"""Under months; «1» under «Педагоги» counts them."""
_DATED = Pattern(r"\d{1,2}\.\d{1,2}(?!\d)")
"""A day with its month."""


def months(heads: Mapping[int, str]) -> Answers:
    """Return the columns that are headed by parts of the year, with these; nothing where they are few."""
    found = {column: named for column, head in heads.items() if (named := _part(head))}
    parts = {sections.month(named) or named.lower() for named in found.values()}
    longer = not any(map(sections.is_month, found.values()))
    return found if len(parts) >= _FEWEST - longer else {}


def _part(head: str) -> str | None:
    """Return the month at the end of a heading: «сентябрь» below «Сроки проведения» is one too."""
    words = head.split()
    for named in (" ".join(words[-2:]), *words[-1:]):
        if sections.is_month(named) or sections.is_part_of_year(named):
            return named
    return None


def marked(table: Table, header: Header, first: int) -> Mapping[Field, Answers]:
    """Return what several columns of nothing but marks answer, by field.

    Not where a column that can mean nothing else asks for it and is answered in words.
    """
    schools = _schools(table, header, first)
    found = {Field.PARTICIPATING_SCHOOLS: schools} if schools else {}
    for name in (Field.AUDIENCE, Field.FORMAT):
        asking = {
            column: meant for column, meant in header.meanings.items() if meant.fields[0] is name
        }
        answers = {
            column: _answer(name, header.texts[column])
            for column in (asking if len(asking) > 1 else ())
            if _is_marked(table.columns[column][first:])
        }
        others = any(not asking[column].weak for column in asking.keys() - answers.keys())
        if len(answers) > 1 and not others:
            found[name] = answers
    return found


def _schools(table: Table, header: Header, first: int) -> Answers:
    """Return the columns of marks that are headed by schools, with these: they take part."""
    name, meanings = Field.PARTICIPATING_SCHOOLS, header.meanings
    asked = {column for column, meant in meanings.items() if meant.fields[0] is name}
    schools = {
        column: named
        for column, head in header.texts.items()
        if (column in asked or column not in meanings)
        and _SIGNS.issuperset(_typed(table.columns[column][first : first + _SAMPLE]))
        and (named := _school(head))
        and _SIGNS.issuperset(_typed(table.columns[column][first:]))
    }
    whole = len(schools) > 1 and asked <= schools.keys()
    marked = whole and any(_is_marked(table.columns[column][first:]) for column in schools)
    return schools if marked else {}


def _school(head: str) -> str | None:
    """Return the school at the end of a heading: «СОШ №1» below «Школы-участники» is one too."""
    words = head.split()[-_LONGEST:]
    named = (sections.school_name(" ".join(words[start:])) for start in range(len(words)))
    return next(filter(None, named), None)


def _is_marked(cells: Sequence[str]) -> bool:
    said = _typed(cells)
    return bool(said) and _SIGNS.issuperset(said)


def _typed(cells: Sequence[str]) -> list[str]:
    """Return the cells in which anything is said, in lower case."""
    return [low for cell in cells if (low := cell.strip(EMPTY).lower()) not in _NOTHING]


def _answer(name: Field, head: str) -> str:
    """Return what a heading answers, without what stands above it: «педагоги» of «Участники педагоги»."""
    people = sections.people(head) if name is Field.AUDIENCE else None
    return people or head.rsplit(maxsplit=1)[-1]


def without(header: Header, found: Mapping[Field, Answers]) -> Header:
    """Return a header without the columns of answers."""
    answers = {column for columns in found.values() for column in columns}
    meanings = {column: meant for column, meant in header.meanings.items() if column not in answers}
    return header._replace(meanings=meanings)


def told(judged: Lines, columns: Answers) -> Iterator[tuple[int, int, Cell]]:
    """Give what is marked in the rows of events: row, the first column that is, answers."""
    spread = _spread(judged.table, list(columns))
    for row in judged.events():
        typed = {
            column: cell
            for column in columns
            if (cell := judged.table.text(row, spread.get((row, column), column)).strip(EMPTY))
            and cell.lower() not in _BLANK
        }
        if not typed:
            continue
        said = {column: _said(cell, columns[column]) for column, cell in typed.items()}
        unsaid = [column for column, answer in said.items() if answer is None]
        if unsaid:  # among others it would be read as of their months
            yield row, unsaid[0], Cell(typed[unsaid[0]])
        else:
            yield row, min(said), Cell(", ".join(filter(None, said.values())))


def _said(cell: str, named: str) -> str | None:
    """Return what a cell under an answer tells; of a bare «4» nobody knows, it may count events."""
    if cell.lower() in _MARKS:
        return named
    if cell.isdecimal():
        return None
    return sections.days(cell, named) or (cell if _DATED.match(cell) else None)


def _spread(table: Table, columns: Sequence[int]) -> Mapping[tuple[int, int], int]:
    """Return the cells that a block merged over several columns covers: where its text stands."""
    return {
        (merge.top, column): merge.left
        for merge in table.merges
        if merge.right - merge.left > 1
        for column in columns
        if merge.left < column < merge.right
    }
