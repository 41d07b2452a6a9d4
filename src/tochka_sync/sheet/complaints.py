"""What is wrong with a form itself: no header, a column missing, twice or unknown."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import chain

from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import SEVERITIES, Code, Finding
from tochka_sync.pattern import Pattern
from tochka_sync.sheet import across, headings, rows, sections, width
from tochka_sync.sheet import columns as headers
from tochka_sync.sheet.columns import Column, Decision, Header
from tochka_sync.sheet.lines import Line, Lines
from tochka_sync.sheet.titles import Conflict
from tochka_sync.sheet.vocabulary import NAMES, OURS
from tochka_sync.sheet.wanted import Wanted
from tochka_sync.table import Table, a1, letters

_ALIKE = 70
"""From how many percent on a heading is shown as possibly meant."""
_BENEATH, _BESIDE = 30, 12
"""How many rows and columns of a table that is no plan are looked at for what is wrong with it."""
_WHOLE = ("transposed", "cards", "garbled", "one_column")
"""What is wrong with a table in which no row is like a header."""
_FEW = 3
"""With so few fields a row of a table on its side may pass for a header."""
_SAMPLE = 40
"""How many characters are shown of letters that are none, and have to be there to say so."""
_SIGNS = ";\t,|"
_SHOWN = {"\t": "Tab"}
_RUSSIAN = Pattern("[а-яё]", re.IGNORECASE)


def unrecognised(table: Table, wanted: Wanted, *, empty: bool) -> Finding:
    """Say that no header was found, what was looked for, and which row is most like one."""
    code = Code.FORM_UNRECOGNISED
    names = [name for name in Field if name in (wanted.required or _USUAL)]
    facts: dict[str, object] = {
        "looked_for": ", ".join(_aliases(wanted, name)[0] for name in names)
    }
    amiss = None if empty else _amiss(table, wanted, facts)
    best = None if empty or amiss in _WHOLE else headers.nearest(table, wanted)
    if best is None:
        reason = "empty" if empty else amiss or "no_header"
        return Finding(code, SEVERITIES[code], reason, facts, tab=table.title)
    row, texts = best.rows[0] + 1, best.texts
    for at, heads in (
        () if amiss else ((row, texts), *enumerate(map(_heads, turned(table).columns), 1))
    ):
        if months := across.months(heads):  # «Школа | сентябрь | октябрь» is hardly like a header
            amiss, facts["columns"], row, texts = "across", _run(months), at, heads
            break
    said = " | ".join(headings.shown(text) for text in list(texts.values())[:12])
    facts |= {"best_row": row, "best_text": said}
    return Finding(
        code,
        SEVERITIES[code],
        amiss or "no_header",
        facts,
        tab=table.title,
        row=row,
        candidates=(said,),
    )


def _amiss(table: Table, wanted: Wanted, facts: dict[str, object]) -> str | None:
    """Return what keeps a whole table from being read, and put what shows it into `facts`."""
    if wanted.header_row:
        facts["header_row"] = wanted.header_row
        return "not_there"
    on_side = turned(table)
    for row, cells in enumerate(on_side.columns):
        if len(lone := rows.filled(cells)) == 1 and (sign := _unparted(cells[lone[0]], wanted)):
            facts |= {"cell": a1(row, lone[0]), "column": letters(lone[0]), "sign": sign}
            return "one_column"
    header = headers.find(on_side, wanted)
    if header is not None:
        facts["column"] = letters(header.rows[0])
        again = width.split(on_side, header, header.rows[-1] + 1)[1]
        return "transposed" if again is None else "cards"
    words = " ".join(filter(None, chain.from_iterable(on_side.columns)))
    if _is_garbled(words):
        facts["sample"] = words[:_SAMPLE]
        return "garbled"
    return None


def turned(table: Table) -> Table:
    """Return the beginning of a table with its rows as columns."""
    top = [[table.text(row, column) for column in range(_BESIDE)] for row in range(_BENEATH)]
    return Table(table.title, top)


def _heads(cells: Sequence[str]) -> dict[int, str]:
    return {column: head for column, head in enumerate(cells) if head}


def lies_on_its_side(table: Table, wanted: Wanted, found: Header) -> bool:
    """Tell whether a column names far more fields than the row taken for a header: «Форма | квест | конкурс»."""
    if wanted.header_row or found.fields > _FEW:
        return False
    other = headers.find(turned(table), wanted)
    return other is not None and other.fields > found.fields + 1


def _unparted(line: str, wanted: Wanted) -> str | None:
    """Return the sign that parts a whole header in one cell, of a file that was opened without it."""
    for sign in _SIGNS:
        parted = Table("", [[cell] for cell in line.split(sign)])
        if line.count(sign) > 1 and headers.find(parted, wanted._replace(header_row=None)):
            return _SHOWN.get(sign, sign)
    return None


def _run(columns: Collection[int]) -> str:
    return f"{letters(min(columns))}–{letters(max(columns))}"


def _is_garbled(words: str) -> bool:
    """Tell whether letters are UTF-8 shown as something else: «РЁРєРѕР»Р°», «Ð¨ÐºÐ¾Ð»Ð°»."""
    for encoding in ("cp1251", "latin-1", "cp866"):
        meant = words.encode(encoding, "ignore").decode("utf-8", "ignore")
        if 3 * len(_RUSSIAN.findall(meant)) > len(words.replace(" ", "")) > _SAMPLE:
            return True
    return False


def duplicates(
    table: Table, header: Header, decision: Decision, together: Container[int]
) -> Iterator[Finding]:
    """Say of each column that it was left for a fuller one of the same field.

    Not of links, which are all read, nor of numbers of rows, which say nothing of an event, nor of
    those that tell one thing `together`.
    """
    code = Code.COLUMN_DUPLICATE
    for name, kept, dropped in decision.duplicates:
        if name in {Field.LINKS, Field.NUMBER} or dropped in together:
            continue
        yield Finding(
            code,
            SEVERITIES[code],
            facts={"kept": letters(kept), "kept_header": headings.shown(header.texts[kept])},
            tab=table.title,
            row=_row(table, header, dropped),
            column=letters(dropped),
            field=name,
            value=headings.shown(header.texts[dropped]),
        )


def beside(table: Table, header: Header, start: int | None, first: int) -> Iterator[Finding]:
    """Say of a second table to the right of the first that its entries are not read."""
    entries = 0 if start is None else width.filled(table, start, first)
    if start is None or not entries:
        return
    code = Code.FORM_UNRECOGNISED
    facts = {"column": letters(start), "n": entries}
    row, column = _row(table, header, start), letters(start)
    yield Finding(code, SEVERITIES[code], "beside", facts, tab=table.title, row=row, column=column)


def unknown(
    table: Table, header: Header, decision: Decision, named: Sequence[Column]
) -> Iterator[Finding]:
    """Say of each column that nobody knows what it is."""
    code = Code.COLUMN_UNKNOWN
    told = {column for _, _, column in decision.duplicates}
    ours = {column.index for column in named if column.header in OURS}
    told |= ours if len(ours) > 2 else set()
    for column in named:
        if column.field is None and not column.aside and column.index not in told:
            yield Finding(
                code,
                SEVERITIES[code],
                reason=None if column.header else "no_heading",
                facts={"column": letters(column.index)},
                tab=table.title,
                row=_row(table, header, column.index),
                column=letters(column.index),
                value=column.header,
            )


def missing(
    table: Table,
    wanted: Wanted,
    header: Header,
    named: Sequence[Column],
    there: Collection[Field],
    *,
    months: Collection[int],
) -> Iterator[Finding]:
    """Say of each required field that it has no column, and which unknown one may be meant.

    `months` are columns of months, which no row has marked as any would be understood.
    """
    code = Code.COLUMN_MISSING
    free = [column for column in named if not (column.field or column.aside) and column.header]
    heads = {column.header.lower() for column in named}
    for name in Field:
        if name not in wanted.required or name in there:
            continue
        aliases = _aliases(wanted, name)
        facts: dict[str, object] = {"looked_for": ", ".join(aliases)}
        nearest = _nearest(wanted, name, free)
        reason = "nearest" if nearest else None
        if months and name is Field.DATE:
            nearest, reason = None, "across"
            facts["columns"] = _run(months)
        if nearest:
            facts |= {"nearest": nearest.header, "nearest_column": letters(nearest.index)}
        yield Finding(
            code,
            SEVERITIES[code],
            reason=reason,
            facts=facts,
            tab=table.title,
            row=_row(table, header, nearest.index) if nearest else header.rows[-1] + 1,
            column=letters(nearest.index) if nearest else None,
            field=name,
            suggestion=next((each for each in aliases if each.lower() not in heads), aliases[0]),
            candidates=(nearest.header,) if nearest else (),
        )


def other_year(table: Table, plan: int, found: Iterable[Line]) -> Iterator[Finding]:
    """Say of the titles and sections that name another school year than the plan's.

    Dates without a year are read into the plan's, so last year's sheet would pass for this one's.
    """
    titles: list[tuple[Line, int, int]] = []
    others: list[tuple[Line, int, int]] = []
    for line in found:
        if line.kind is RowKind.TITLE or line.kind is RowKind.SECTION:
            said = titles if line.kind is RowKind.TITLE else others
            for column in line.present:
                if year := sections.year(line.cells[column]):
                    said.append((line, column, year))
    if all(year != plan for *_, year in titles):
        others = titles + others
    code = Code.DATE_OUTSIDE_YEAR
    for line, column, year in others:
        if year != plan:
            yield Finding(
                code,
                SEVERITIES[code],
                reason="plan_year",
                facts={"said": f"{year}–{year + 1}", "year": f"{plan}–{plan + 1}"},
                tab=table.title,
                row=line.row + 1,
                column=letters(column),
            )


def contradicted(judged: Lines, found: Iterable[Conflict]) -> Iterator[Finding]:
    """Say of titles that they name another school or month than the tab is called after."""
    tab = judged.table.title
    for field, title in found:
        code = Code.SCHOOL_CONFLICT if field is Field.SCHOOL else Code.MISPLACED_VALUE
        shown = headings.shown(judged.table.text(title.row, title.column))
        yield Finding(
            code,
            SEVERITIES[code],
            "other_tab",
            facts={"called": tab, "said": shown},
            tab=tab,
            row=title.row + 1,
            column=letters(title.column),
            field=field,
            value=shown,
        )


def other_header(
    header: Header, decision: Decision, judged: Lines, found: Iterable[Line]
) -> Iterator[Finding]:
    """Say of another header with entries that its columns stand in another order than the taken one's."""
    code, tab = Code.FORM_UNRECOGNISED, judged.table.title
    known = set(decision.fields.values())
    for line in found:
        events = RowKind.EVENT in judged.kinds[line.row : header.rows[0]]
        between = range(line.row + 1, header.rows[0])
        above = events or any(len(judged.present[row]) > 2 for row in between)
        if line.kind is not (RowKind.TITLE if above else RowKind.REPEATED_HEADER):
            continue
        moved, named = 0, set()
        for column in line.present:
            meant = headings.meaning(line.cells[column])
            named.add(meant and meant.fields[0])
            own = meant.fields[0] if meant and len(meant.fields) == 1 else None
            moved += own in known and decision.fields.get(column, own) is not own
        if above and not events and len(named & headers.ANCHORS) < 2:
            continue  # a list of schools over the plan
        if moved:
            at = line.row + 1
            facts = {"at": at, "taken": header.rows[0] + 1}
            yield Finding(code, SEVERITIES[code], "other_header", facts, tab=tab, row=at)


_USUAL = (Field.SCHOOL, Field.TITLE, Field.DATE, Field.AUDIENCE, Field.RESPONSIBLE)


def _aliases(wanted: Wanted, name: Field) -> tuple[str, ...]:
    return (*wanted.aliases.get(name, ()), *NAMES[name])


def _row(table: Table, header: Header, column: int) -> int:
    """Return the sheet's number of the lowest header row with a text in this column."""
    own = [row for row in header.rows if table.text(row, column).strip()]
    return (own or header.rows)[-1] + 1


def _nearest(wanted: Wanted, name: Field, free: Sequence[Column]) -> Column | None:
    """Return the unknown column whose heading shares a word with the field's, or is spelt like it."""
    if not free:
        return None
    leading = headings.leading(name)
    for column in free:
        if leading & headings.concepts(column.header):
            return column
    from rapidfuzz import fuzz, process  # noqa: PLC0415  slow to import, seldom needed

    spelt = [column.header.lower() for column in free]
    found = [
        best
        for alias in _aliases(wanted, name)
        if (
            best := process.extractOne(alias.lower(), spelt, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        )
    ]
    return free[max(found, key=lambda best: best[1])[2]] if found else None
