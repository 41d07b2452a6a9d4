"""What kind each row under a header is, told by its own cells and by the row after it.

An entry is whatever cannot be shown to be something else: a row that someone may have typed as an
event is judged as one, so that nothing is passed over in silence. A lone text is a section only if
it is merged across, names a month or term, is numbered in Roman, begins with a heading's word, or —
heading something beneath it — is in capitals, ends with a colon or stands in the number column.
"""

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import NamedTuple

from tochka_sync.fields import CONTACT_FIELDS, Field, RowKind
from tochka_sync.pattern import Pattern
from tochka_sync.sheet import examples, headings, looks, sections
from tochka_sync.sheet.vocabulary import NAMES
from tochka_sync.table import EMPTY, Table
from tochka_sync.values import text


class Mark(IntEnum):
    """What one cell can do to the kind of its row."""

    BLANK = 0
    PLAIN = 1
    COUNTING = 2
    """It may be one of the numbers under a header that count the columns, or shows that nothing is there."""
    HEADING = 3
    """It is a heading: at the start of a row it may be the header once more."""
    PECULIAR = 4
    """It has the look of an example or of a total."""


class Doubt(StrEnum):
    """A lone text that its own row does not settle: a section if it heads something."""

    SCHOOL = "school"  # a school alone in its column; else an entry just begun
    CAPITALS = "capitals"  # capitals or a colon where titles stand; else an entry just begun
    NUMBERED = "numbered"  # a text with a number: a section if the next is a point of it, 1.1 of 1
    ASIDE = "aside"  # a text in the number column; else a footnote


class Layout(NamedTuple):
    """What judging a row needs to know of its table."""

    fields: Mapping[int, Field]
    number: int | None
    title: int | None
    school: int | None
    date: int | None
    headings: frozenset[str]
    """The header's own cells and the usual headings, in lower case."""
    across: Mapping[int, int]
    """Row → the first column of a merge across most of the table."""

    @classmethod
    def of(cls, table: Table, fields: Mapping[int, Field], header: Sequence[int]) -> "Layout":
        """Lay out a table by its recognised columns and zero-based header rows."""
        places = {name: column for column, name in fields.items()}
        own = {table.text(row, column) for row in header for column in range(table.width)}
        usual = {name for names in NAMES.values() for name in names}
        wide = max(2, (len(fields) + 1) // 2)
        return cls(
            fields,
            places.get(Field.NUMBER),
            places.get(Field.TITLE),
            places.get(Field.SCHOOL),
            places.get(Field.DATE),
            frozenset(name.strip(EMPTY).lower() for name in own | usual | _NUMBER_HEADINGS) - {""},
            {
                merge.top: merge.left
                for merge in table.merges
                if merge.right - merge.left >= wide and merge.bottom - merge.top == 1
            },
        )


def filled(cells: Sequence[str]) -> list[int]:
    """Return the columns with a text in them."""
    return [
        column
        for column, cell in enumerate(cells)
        if cell and (cell[0] not in EMPTY or cell.strip(EMPTY))
    ]


def mark(layout: Layout, cell: str) -> Mark:
    """Tell what a cell can do to the kind of its row, whatever else stands in the row."""
    if cell.isdecimal():
        return number_mark(cell)
    bare = cell.strip(EMPTY)
    if not bare:
        return Mark.BLANK
    low = bare.lower()
    if examples.may_be_in_one(low) or _begins_total(bare):
        return Mark.PECULIAR
    if low in layout.headings:
        return Mark.HEADING
    return Mark.COUNTING if _ORDINAL.fullmatch(bare) or _is_nothing(bare) else Mark.PLAIN


def number_mark(cell: str) -> Mark:
    """Tell the same of a cell of digits."""
    return Mark.COUNTING if len(cell) <= 3 else Mark.PLAIN


def is_evident(marks: Sequence[int], present: Sequence[int]) -> bool:
    """Tell whether a row of such cells is an event whatever they say: nearly every row is.

    It is one that `judge` calls an event for having more than a number and two cells, unless it is
    one of what that looks for before.
    """
    return (
        len(present) > 3
        and Mark.PLAIN in marks
        and Mark.PECULIAR not in marks
        and Mark.HEADING not in {marks[present[0]], marks[present[1]]}
    )


def judge(
    layout: Layout, row: int, cells: Sequence[str], present: Sequence[int], *, top: bool = False
) -> RowKind | Doubt:
    """Tell what a non-blank row is, by its own cells; `present` are its filled columns.

    At the `top`, next to the header, stand examples.
    """
    first = cells[present[0]].strip(EMPTY)
    numbered = _is_number(layout, present[0], first)
    core = present[1:] if numbered else present
    if all(_is_nothing(cells[column].strip(EMPTY)) for column in core):
        return RowKind.PRENUMBERED
    if numbering(cells, present) and len(present) > 2:
        return RowKind.NUMBERING
    if _repeats(layout, cells, present):
        return RowKind.REPEATED_HEADER
    if examples.is_one(layout.fields, cells, top=top):
        return RowKind.EXAMPLE
    if _is_total(cells, core):
        return RowKind.TOTAL
    if len(core) > 2:
        return RowKind.EVENT
    if not numbered and _FOOTNOTE.match(first) and not _is_begun(layout, cells, core):
        return RowKind.FOOTNOTE
    if len(core) == 2 and core[0] == layout.number and _ROMAN.fullmatch(first):
        return RowKind.SECTION
    if len(core) == 1:
        return _lone(layout, row, cells[core[0]].strip(EMPTY), core[0], numbered=numbered)
    return _entry(layout, core)


def numbering(cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether the cells count the columns: «1 | 2 | 3», «А | Б | 1 | 2», «(1) | (2)», «А | Б | В»."""
    if len(present) < 2 or len(cells[present[-1]]) > 6 or len(cells[present[0]]) > 6:
        return False
    if "".join([cells[column].strip(EMPTY) for column in present]).lower() in _ALPHABETS:
        return True
    numbers: list[tuple[int, int]] = []
    for column in present:
        found = _ORDINAL.fullmatch(cells[column].strip(EMPTY))
        if found is None or (found[1] is None and numbers):
            return False
        if found[1]:
            numbers.append((column, int(found[1])))
    if len(numbers) < 2:
        return False
    in_turn = all(after[1] - before[1] == 1 for before, after in pairwise(numbers))
    in_place = len({number - column for column, number in numbers}) == 1
    return in_turn or in_place


def counts(cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether a row is of a table of sums: whatever stands behind its first cell is a count."""
    said = [cells[column].strip(EMPTY).lower() for column in present[1:]]
    return all(_COUNTLIKE.fullmatch(cell) and not looks.fits(Field.DATE, [cell]) for cell in said)


def is_sum(layout: Layout, cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether a row says nothing but how many: sums without a word, if it is the last."""
    return all(
        layout.fields.get(column) in _HOW_MANY and _COUNTLIKE.fullmatch(cells[column].strip(EMPTY))
        for column in present
    )


def is_units(cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether a row only says how to fill the columns: «(дд.мм.гггг)», «(чел.)»."""
    return all(_UNIT.fullmatch(cells[column].strip(EMPTY)) for column in present)


def is_misplaced(layout: Layout, cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether a row above the header is an entry all the same: its own header may be gone."""
    known = sum(column in layout.fields for column in present)
    date = cells[layout.date] if layout.date in present and layout.date is not None else ""
    dated = any(map(str.isdecimal, date)) or sections.is_period(date)
    whole = layout.title in present and _names_school(layout, cells, present)
    return dated and (
        whole or (known > 3 and not {layout.title, layout.school}.isdisjoint(present))
    )


def is_signature(layout: Layout, cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether a row could be the signature or the clerk's line under the table."""
    if len(present) > 3:
        return False
    # A date alone may be that of the signature, and so may a line drawn for it be.
    drawn = any(
        column in present and _BLANKS.search(cells[column])
        for column in (layout.title, layout.date)
        if column is not None
    )
    if layout.title in present and layout.date in present and not drawn:
        return False
    first = cells[present[0]].strip(EMPTY)
    if len(present) == 1 and _CLERK.fullmatch(first):
        return True
    folded = text.fold(first)
    if _names_school(layout, cells, present[1:]) and not _POST.fullmatch(folded):
        return False
    return bool(_SIGNATURE.match(folded) or _BLANKS.search(first))


def _is_begun(layout: Layout, cells: Sequence[str], core: Sequence[int]) -> bool:
    """Tell whether a row that begins like a footnote has the date or the school of an event."""
    dated = layout.date in core[1:] and any(map(str.isdecimal, cells[layout.date or 0]))
    return dated or _names_school(layout, cells, core[1:])


def _names_school(layout: Layout, cells: Sequence[str], present: Sequence[int]) -> bool:
    return layout.school in present and sections.may_be_school(cells[layout.school or 0])


def _is_nothing(bare: str) -> bool:
    """Tell whether a cell only shows that there is nothing in it: a dash, dots, a box that is not ticked."""
    return not bare.strip("-–—−_.…") or bare.lower() in _UNTICKED


_HOW_MANY = {Field.PARTICIPANTS, Field.STUDENTS, Field.TEACHERS, Field.PARENTS}
_NUMBER_HEADINGS = {"№", "№ п/п", "№п/п", "n п/п", "п/п", "n"}
_UNTICKED = {"false", "ложь"}
_NUMBER = Pattern(r"№?\s*\d+(?:[.,]\d+)*\s*[.)]?")
_ORDINAL = Pattern(r"\(?(?:(\d{1,3})(?:[.,]0)?|[а-яa-z])[.)]?\)?", re.IGNORECASE)
_ALPHABETS = frozenset(
    letters[:end] for letters in ("абвгдежзиклмнопрст", "abcdefghijklmnop") for end in range(3, 17)
)
_ROMAN = Pattern(r"[IVXХІ]+[.)]?")
_COUNTLIKE = Pattern(
    r"[~≈]?\d[\d\s.,]*%?\s*(?:[^\W\d]++\.?){0,2}|[-–—]|(?:по|за|в)\s.*|=.+", re.IGNORECASE
)
"""A number, maybe one that nobody has calculated yet: «=SUM(F2:F9)»."""
_TOTAL = Pattern(
    r"(?:под|про)?итого\b|общий итог|общ(?:ее (?:количество|число)|ий охват)\b|total\b"
    r"|всего(?:\s*(?:[:\d–—-]|$)|\s+(?:по|за|в|мероприяти\w+|участник\w+|школ\w*|педагог\w+|учащихся|детей)\b)",
    re.IGNORECASE,
)
_FOOTNOTE = Pattern(
    r"[*¹²³†]|прим(?:ечани[ея]|\.)|сноска|внимание\b|p\.?\s?s\b|n\.?\s?b\b", re.IGNORECASE
)
_SIGNATURE = Pattern(
    r"(?:и\.?\s?о\.?\s*)?(?:зам\w*\.?\s+)?(?:директор|руководител|начальник|заведующ|методист|специалист|координатор"
    r"|исп(?:\.|олнитель|олнил)|подпис|составил|подготовил|согласован|утвержда|м\.\s?п\b|тел\.|дата составления)"
)
_POST = Pattern(
    r"(?:и\.?\s?о\.?\s*)?(?:зам\w*\.?\s+)?(?:директор|руководител|начальник|заведующ|методист|специалист|координатор)[а-я]*"
    r"(?:[\s,]+(?:по|и|увр|у?вр|школ[а-я]*|центр[а-я]*|образован[а-я]*|отдел[а-я]*|управлени[а-я]*|работ[а-я]*|ресурс[а-я]*"
    r"|учебн[а-я-]*|воспитательн[а-я]*|методическ[а-я]*|научно[а-я-]*|\W*точк[аи]|роста\W*)){0,8}\W*"
)
"""A post and nothing else: with a school beside it, it signs."""
_UNIT = Pattern(r"\([^()]*\)|дд[.,/]мм[.,/]г{2,4}|чел\.?|шт\.?|ф\.?\s?и\.?\s?о\.?", re.IGNORECASE)
_CLERK = Pattern(
    r"\d{1,2}\.\d{1,2}\.\d{2,4}(?:\s*г(?:\.|ода)?)?|\S[^\s@]*@\S+|[+\d][\d\s()-]{4,}|тел(?:\w*[^\W\d])?\.?:?[\s\d()+-]+",
    re.IGNORECASE,
)
"""A date, an address or a telephone alone under the table."""
_BLANKS = Pattern(r"_{3,}")
_HEADING_WORD = Pattern(
    r"(?:раздел|модуль|блок|часть|глава|этап|направление|подраздел)\b[\s№:.«\"\d]"
    r"|план(?:-график)?\s+(?:мероприятий|работы|проведения|сетев\w+)\b"
    r"|мероприятия\s+(?:для|по|с|в|на|со|центр\w*|муниципальн\w*|районн\w*)\b",
    re.IGNORECASE,
)
_HEADING_KIND = Pattern(
    r"(?:[а-яё-]+(?:ая|ые|ие|ое),?\s(?:и\s)?){1,4}"
    r"(?:мероприятия|события|дела|работа|деятельность|сопровождение|направление|обеспечение|просвещение)"
    r"(?:\s(?:с|для|по)\s[а-яё ]{3,40})?|работа со?\s[а-яё ]{3,40}",
    re.IGNORECASE,
)
"""What kind of events follow: «Социокультурные мероприятия», «Методическая работа с педагогами»."""
_HEADING_ROMAN = Pattern(r"[IVXХІ]+\s*[.)]\s*\S")


def _lone(layout: Layout, row: int, cell: str, column: int, *, numbered: bool) -> RowKind | Doubt:
    """Judge a row whose only text, its number apart, is `cell`."""
    across = layout.across.get(row) is not None
    if across or (sections.is_period(cell) and not (numbered and column == layout.date)):
        return RowKind.SECTION
    if numbered:
        return Doubt.NUMBERED if column == layout.title else _entry(layout, [column])
    if sections.school_name(cell):
        return Doubt.SCHOOL if column == layout.school else RowKind.SECTION
    if _HEADING_ROMAN.match(cell) or _HEADING_WORD.match(cell):
        return RowKind.SECTION
    if column == layout.number or (column == 0 and column not in layout.fields):
        return Doubt.ASIDE
    capitals = cell.isupper() and sum(map(str.isalpha, cell)) > 3
    heading = capitals or cell.endswith(":") or _HEADING_KIND.fullmatch(cell) is not None
    person = cell.isupper() and layout.fields.get(column) in CONTACT_FIELDS
    first = column == min(layout.fields, default=0) and not person
    if heading and (first or column in {layout.title, layout.school}):
        return Doubt.CAPITALS
    if column == layout.school and sections.is_no_school(cell):
        return Doubt.CAPITALS
    return _entry(layout, [column])


def _entry(layout: Layout, core: Sequence[int]) -> RowKind:
    """Return the kind of a row of few texts: an entry, unless none of them is in a known column."""
    return RowKind.EVENT if any(column in layout.fields for column in core) else RowKind.FOOTNOTE


def _is_number(layout: Layout, column: int, cell: str) -> bool:
    return column == layout.number and len(cell) <= 8 and _NUMBER.fullmatch(cell) is not None


def _repeats(layout: Layout, cells: Sequence[str], present: Sequence[int]) -> bool:
    """Tell whether the row is the header once more, whole or in part."""
    if len(present) < 2:
        return False
    first, second = cells[present[0]].strip(EMPTY), cells[present[1]].strip(EMPTY)
    if first.lower() not in layout.headings and second.lower() not in layout.headings:
        return False
    alike = sum(
        cells[column].strip(EMPTY).lower() in layout.headings
        or headings.meaning(cells[column]) is not None
        or headings.familiar(cells[column])
        for column in present
    )
    return alike == len(present) or (alike >= 3 and 5 * alike >= 3 * len(present))


def _is_total(cells: Sequence[str], core: Sequence[int]) -> bool:
    return _begins_total(cells[core[0]].lstrip(EMPTY)) and counts(cells, core)


def _begins_total(cell: str) -> bool:
    return cell[:1] in "ИиПпВвОоTt" and _TOTAL.match(cell) is not None
