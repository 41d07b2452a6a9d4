"""Which tab of a spreadsheet is the plan, and which is the list of schools."""

from tochka_sync.config import Config
from tochka_sync.errors import ConfigError
from tochka_sync.planfile import TabSection
from tochka_sync.table import Book, Table


def events(book: Book, config: Config, gid: int | None = None) -> Table:
    """Return the events tab: as configured, else the one a link points at, else the first visible.

    Raises `ConfigError` naming the tabs there are.
    """
    wanted = config.file.tabs.events
    if wanted.gid is None and wanted.title is None and gid:
        wanted = TabSection(gid=gid)
    if found := _named(book, wanted):
        return found
    return next((table for table in book.tables if not table.hidden), book.tables[0])


def schools(book: Book, config: Config) -> Table | None:
    """Return the tab of schools where the configuration names one. Raises `ConfigError`."""
    wanted = config.file.tabs.schools
    return _named(book, wanted) if wanted else None


def _named(book: Book, wanted: TabSection) -> Table | None:
    if wanted.gid is None and wanted.title is None:
        return None
    for table in book.tables:
        if wanted.gid is not None and table.gid == wanted.gid:
            return table
        if wanted.title is not None and table.title.strip() == wanted.title.strip():
            return table
    titles = ", ".join(f"«{table.title}»" for table in book.tables)
    if wanted.title is not None:
        raise ConfigError("tab-not-found", tab=f"«{wanted.title}»", titles=titles)
    if any(table.gid is not None for table in book.tables):
        raise ConfigError("tab-not-found", tab=f"gid={wanted.gid}", titles=titles)
    if wanted.gid == 0 or len(book.tables) == 1:
        return (
            None  # a workbook does not keep Google's numbers; 0 is what every link says by default
        )
    raise ConfigError("tab-by-number", gid=wanted.gid, titles=titles)
