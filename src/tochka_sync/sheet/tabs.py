"""Which tabs of a spreadsheet are the plan, which is the list of schools, and which nobody reads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from tochka_sync.config import Config
from tochka_sync.errors import ConfigError
from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import SEVERITIES, Code, Finding
from tochka_sync.planfile import quoted
from tochka_sync.sheet import across, columns, complaints, headings, looks, sections
from tochka_sync.sheet.columns import Header
from tochka_sync.sheet.form import Form, Kind, Wanted, recognise
from tochka_sync.sheet.rows import filled
from tochka_sync.table import Book, Table


def forms(book: Book, config: Config, gid: int | None = None) -> list[Form]:
    """Return the forms of the tabs the plan stands on, in the order of the sheet.

    As configured, else the tab a link points at, else the first visible one. Raises `ConfigError`
    naming the tabs there are.
    """
    form = wanted(config)
    found = [recognise(table, form) for table in events(book, config, gid)]
    return (
        [each for each in found if _has_rows(each)] or found
        if config.file.tabs.events.all
        else found
    )


def events(book: Book, config: Config, gid: int | None = None) -> list[Table]:
    """Return the tabs of the plan. Raises `ConfigError`."""
    section = config.file.tabs.events
    if section.all and (found := every(book, wanted(config))):
        return found
    linked = (gid,) if gid and not (section.gid or section.title) else ()
    named = _named(book, section.gid or linked, section.title)
    return named or [_first(book, wanted(config))]


def every(book: Book, form: Wanted) -> list[Table]:
    """Return the visible plans, but for those that say to be of another year; of one title the first.

    Among them are those whose form somebody spoilt: what stands on them must not go unread.
    """
    found: dict[str, Table] = {}
    visible = _visible(book)
    plans = _plans(visible, form)
    for table in visible if plans else ():
        if _may_be_plan(table, form, plans) and (
            not (said := _years(table, form)) or form.year in said
        ):
            found.setdefault(table.title, table)
    return list(found.values())


def wanted(config: Config) -> Wanted:
    """Return what the configuration says of the form of the events tabs."""
    tab = config.file.tabs.events
    required = frozenset(Field(name) for name in config.file.required if name in set(Field))
    year = config.file.plan.school_year.start
    return Wanted(tab.columns, tab.header_row, required, Kind.EVENTS, year)


def unread(book: Book, config: Config, read: Sequence[Form]) -> list[Form]:
    """Return the forms of the other visible tabs with events: they are not in the plan.

    Where the configuration names tabs, the others are left out on purpose; and beside a plan
    that does not say to be of another year one that says so is its past.
    """
    section = config.file.tabs.events
    if section.all or section.gid or section.title or len(book.tables) == 1:
        return []
    form = wanted(config)._replace(header_row=None)
    chosen = [each.table for each in read]
    said = [_years(each.table, form) for each in read if each.columns]
    this = any(not years or form.year in years for years in said)
    plans = _plans((table for table in book.tables if not table.hidden), form)
    others = [
        table
        for table in book.tables
        if not (table in chosen or table.hidden)
        and not (this and sections.year(table.title) not in {None, form.year})
        and _may_be_plan(table, form, plans)
    ]
    return [each for table in others if _has_rows(each := recognise(table, form))]


def aside(book: Book, config: Config, read: Sequence[Form], unread: Sequence[Form]) -> list[Table]:
    """Return the visible tabs left out on purpose, or of which it is told that they are left out."""
    section = config.file.tabs.events
    if not (section.gid or section.title):
        return [form.table for form in unread]
    chosen = [form.table for form in read]
    return [table for table in book.tables if not (table.hidden or table in chosen)]


def left_out(unread: Sequence[Form], read: Sequence[Form]) -> Iterator[Finding]:
    """Say of every tab with events, or as it seems, that is not in the plan, and what to write to have it there."""
    chosen = [form.table.title for form in read]
    all_titles = f"[{', '.join(map(quoted, (*chosen, *(form.table.title for form in unread))))}]"
    for form in unread:
        code, title = Code.TAB_UNREAD, form.table.title
        facts = {
            "other": title,
            "checked": ", ".join(chosen),
            "n": form.lines.kinds.count(RowKind.EVENT),
            "several": f"title = {all_titles}",
            "one": f"title = {', '.join(map(quoted, chosen))}",
        }
        reason = None if form.columns else "spoilt"
        yield Finding(code, SEVERITIES[code], reason, facts, tab=title)


def schools(book: Book, config: Config) -> Table | None:
    """Return the tab of schools where the configuration names one. Raises `ConfigError`."""
    section = config.file.tabs.schools
    if section is None:
        return None
    gids = () if section.gid is None else (section.gid,)
    found = _named(book, gids, () if section.title is None else (section.title,))
    return found[0] if found else None


def _visible(book: Book) -> Sequence[Table]:
    return [table for table in book.tables if not table.hidden] or book.tables


def _first(book: Book, form: Wanted) -> Table:
    """Return the first visible plan.

    A cover, a list of schools or an empty tab before it is passed over, and last year's plan where
    this year's is there.
    """
    visible = _visible(book)
    plans = _plans(visible, form)
    for table in visible if len(visible) > 1 else ():
        if _is_plan(table, form):
            return _of_this_year(table, visible, form)
        if _may_be_plan(table, form, plans):
            return table  # one whose form somebody spoilt: no other tab may stand in for it
        if not _is_aside(table):
            break
    return visible[0]


def _plans(tables: Iterable[Table], form: Wanted) -> list[Header]:
    """Return the headers of the plans among some tabs, each once."""
    found = (columns.find(table, form) for table in tables if _is_plan(table, form))
    return [*{str(header.texts): header for header in found if header is not None}.values()]


def _may_be_plan(table: Table, form: Wanted, plans: Iterable[Header]) -> bool:
    """Tell whether a tab is a plan, or was one like another of `plans` before somebody spoilt its header.

    Half of the headings are still there; or there is no header, and dates stand where the other has
    them; or the table lies on its side.
    """
    if _is_plan(table, form):
        return True
    header = columns.find(table, form)
    best = header or columns.nearest(table, form)
    own = _headings(best) if best else set()
    for plan in plans:
        whole = _headings(plan)
        if 2 * len(own & whole) > max(len(whole), 4):
            return True
        if header is None and all(
            _mostly(_under(table, plan, field), reads) for field, reads in _ROWS.items()
        ):
            return True
    side = complaints.turned(table)
    header = columns.find(side, form) if _is_plan(side, form) else None
    dates = [] if header is None else _under(side, header, Field.DATE)
    return sum(map(_is_date, dates)) > 1  # one may show how to fill the form


def _headings(header: Header) -> set[str]:
    """Return the headings of a header, but for that of the numbers of rows, which any table has."""
    numbers = {at for at, meant in header.meanings.items() if meant.fields[0] is Field.NUMBER}
    return {headings.key(text) for at, text in header.texts.items() if at not in numbers}


def _under(table: Table, header: Header, field: Field) -> list[str]:
    """Return what stands in the columns that a header gives to a field, in lower case."""
    own = [at for at, meant in header.meanings.items() if meant.fields[0] is field]
    cells = chain.from_iterable(table.columns[at] for at in own if at < table.width)
    return [low for cell in cells if (low := cell.strip().lower())]


def _mostly(cells: Sequence[str], reads: Callable[[str], bool]) -> bool:
    return 2 * sum(map(reads, cells)) > len(cells)


def _is_date(cell: str) -> bool:
    return looks.fits(Field.DATE, [cell]) or looks.are_days([cell])


_ROWS: Mapping[Field, Callable[[str], bool]] = {
    Field.DATE: _is_date,
    Field.TITLE: lambda cell: any(map(str.isalpha, cell)),
}
"""What the rows of a plan are known by where its header is gone."""


def _has_rows(form: Form) -> bool:
    """Tell whether a tab has entries, or rows nobody can read."""
    return not form.columns or RowKind.EVENT in form.lines.kinds


def _is_plan(table: Table, form: Wanted) -> bool:
    """Tell whether a tab has the header of a plan: what is held, and when, if its name does not say."""
    header = columns.find(table, form)
    if header is None:
        return False
    named = {found.fields[0] for found in header.meanings.values()}
    dated = Field.DATE in named or sections.is_part_of_year(table.title)
    return Field.TITLE in named and (dated or bool(across.months(header.texts)))


def _of_this_year(first: Table, visible: Sequence[Table], form: Wanted) -> Table:
    """Return the first plan, or where it says to be of another year, the one that says to be of this."""
    if not _years(first, form) or form.year in _years(first, form):
        return first
    this = (each for each in visible if form.year in _years(each, form) and _is_plan(each, form))
    return next(this, first)


def _years(table: Table, form: Wanted) -> set[int]:
    """Return the school years that the name of a tab and the titles above its header name."""
    header = columns.find(table, form)
    above = range(header.rows[0] if header else 0)
    titles = (table.text(row, column) for row in above for column in range(table.width))
    return {named for text in (table.title, *titles) if (named := sections.year(text))}


def _is_aside(table: Table) -> bool:
    """Tell whether a tab is a list of schools, or hardly a row of it may be an event, with a date in it."""
    if columns.find(table, Wanted(kind=Kind.SCHOOLS)):
        return True
    rows = zip_longest(*table.columns, fillvalue="")
    return sum(len(filled(row)) >= _BROAD and _has_date(row) for row in rows) <= _FEW


def _has_date(row: Iterable[str]) -> bool:
    return any(looks.fits(Field.DATE, [cell.strip().lower()]) for cell in row)


_BROAD = 4
_FEW = 1


def _named(book: Book, gids: Sequence[int], titles: Sequence[str]) -> list[Table]:
    """Return the tabs of these numbers and titles; of one number and one title either will do."""
    called = {title.strip() for title in titles}
    found: dict[str, Table] = {}
    for table in book.tables:
        if table.gid in gids or table.title.strip() in called:
            found.setdefault(table.title.strip(), table)
    if found and len(gids) == len(titles) == 1:
        return [*found.values()][:1]
    there = ", ".join(f"«{table.title}»" for table in book.tables)
    for title in titles:
        if title.strip() not in found:
            raise ConfigError("tab-not-found", tab=f"«{title}»", titles=there)
    numbers = {table.gid for table in book.tables} - {None}
    for gid in gids:
        if numbers and gid not in numbers:
            raise ConfigError("tab-not-found", tab=f"gid={gid}", titles=there)
    if gids and not numbers and not (gids == (0,) or len(gids) == len(book.tables) == 1):
        # A workbook does not keep Google's numbers; 0 is what every link says by default.
        raise ConfigError("tab-by-number", gid=max(gids), titles=there)
    return [*found.values()]
