"""Which tab of a spreadsheet is the plan, which is the list of schools, and which nobody reads."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tochka_sync.config import Config
from tochka_sync.errors import ConfigError
from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import SEVERITIES, Code, Finding
from tochka_sync.planfile import TabSection
from tochka_sync.sheet import columns, sections
from tochka_sync.sheet.form import Kind, Wanted, recognise
from tochka_sync.sheet.rows import filled
from tochka_sync.table import Book, Table


def events(book: Book, config: Config, gid: int | None = None) -> Table:
    """Return the events tab: as configured, else the one a link points at, else the first visible.

    A cover, a list of schools or an empty tab before the plan is passed over, and last year's plan
    where this year's is there. Raises `ConfigError` naming the tabs there are.
    """
    section = config.file.tabs.events
    if section.gid is None and section.title is None and gid:
        section = TabSection(gid=gid)
    if found := _named(book, section):
        return found
    visible = [table for table in book.tables if not table.hidden] or list(book.tables)
    form = wanted(config)
    for table in visible if len(visible) > 1 else ():
        if _is_plan(table, form):
            return _of_this_year(table, visible, form)
        if not _is_aside(table):
            break  # a plan without its header: no other tab may stand in for it
    return visible[0]


def wanted(config: Config) -> Wanted:
    """Return what the configuration says of the form of the events tab."""
    tab = config.file.tabs.events
    required = frozenset(Field(name) for name in config.file.required if name in set(Field))
    year = config.file.plan.school_year.start
    return Wanted(tab.columns, tab.header_row, required, Kind.EVENTS, year)


def unread(book: Book, config: Config, chosen: Table) -> Iterator[Finding]:
    """Say of every other visible tab with events that they are not in the plan.

    Where the configuration names the tab, the others are left out on purpose; and beside a plan
    that says to be of this year one that says to be of another is its past.
    """
    section = config.file.tabs.events
    if section.gid is not None or section.title is not None:
        return
    form = wanted(config)._replace(header_row=None)
    dated = form.year in _years(chosen, form)
    for table in book.tables:
        if table is chosen or table.hidden or not _is_plan(table, form):
            continue
        if dated and sections.year(table.title) not in {None, form.year}:
            continue
        entries = sum(row.kind is RowKind.EVENT for row in recognise(table, form).rows)
        if entries:
            code = Code.TAB_UNREAD
            facts = {"other": table.title, "checked": chosen.title, "n": entries}
            yield Finding(code, SEVERITIES[code], facts=facts, tab=table.title)


def schools(book: Book, config: Config) -> Table | None:
    """Return the tab of schools where the configuration names one. Raises `ConfigError`."""
    section = config.file.tabs.schools
    return _named(book, section) if section else None


def _is_plan(table: Table, form: Wanted) -> bool:
    """Tell whether a tab has the header of a plan: what is held, and when."""
    header = columns.find(table, form)
    if header is None:
        return False
    named = {found.fields[0] for found in header.meanings.values()}
    return {Field.TITLE, Field.DATE} <= named


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
    """Tell whether a tab is blank, a cover, a list of few columns, or a list of schools."""
    if columns.find(table, Wanted(kind=Kind.SCHOOLS)):
        return True
    rows = zip_longest(*table.columns, fillvalue="")
    return sum(len(filled(row)) >= _BROAD for row in rows) <= _FEW


_BROAD = 3
_FEW = 2


def _named(book: Book, section: TabSection) -> Table | None:
    if section.gid is None and section.title is None:
        return None
    for table in book.tables:
        if section.gid is not None and table.gid == section.gid:
            return table
        if section.title is not None and table.title.strip() == section.title.strip():
            return table
    titles = ", ".join(f"«{table.title}»" for table in book.tables)
    if section.title is not None:
        raise ConfigError("tab-not-found", tab=f"«{section.title}»", titles=titles)
    if any(table.gid is not None for table in book.tables):
        raise ConfigError("tab-not-found", tab=f"gid={section.gid}", titles=titles)
    if section.gid == 0 or len(book.tables) == 1:
        return (
            None  # a workbook does not keep Google's numbers; 0 is what every link says by default
        )
    raise ConfigError("tab-by-number", gid=section.gid, titles=titles)
