"""One read of a plan, wherever it is: `pull` turns a location into a book.

What a way of reading needs is imported only when it is taken: a file costs no Google library.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from tochka_sync.errors import TochkaError
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import Secrets, choose
from tochka_sync.sources.locate import Kind, Location
from tochka_sync.table import Book

PATIENCE = 300.0
_DATING = 30.0
"""Seconds for what is asked only where it can be had."""


def secrets(environment: Mapping[str, str]) -> Secrets:
    """Take what opens a sheet from the variables of the environment."""
    return Secrets(
        service_account=environment.get("TOCHKA_SERVICE_ACCOUNT"),
        api_key=environment.get("TOCHKA_API_KEY"),
        oauth_client=environment.get("TOCHKA_OAUTH_CLIENT"),
        application_default=environment.get("GOOGLE_APPLICATION_CREDENTIALS"),
    )


def pull(
    location: Location, access: Access, keys: Secrets, now: datetime, timeout: float = PATIENCE
) -> Book:
    """Read all tabs of a plan; `timeout` is in seconds and bounds the whole read.

    Raises `ConfigError`, `AccessError` or `SourceError`: what cannot be read whole is no plan.
    """
    if location.kind is Kind.FILE and location.path is not None:
        from tochka_sync.sources import files  # noqa: PLC0415

        return files.read(location.path, now)
    spreadsheet = location.spreadsheet or ""
    chosen = choose(access, keys)
    if chosen is Access.LINK:
        from tochka_sync.sources import link  # noqa: PLC0415

        return link.read(spreadsheet, now, timeout)
    from tochka_sync.sources import google  # noqa: PLC0415

    return google.read(spreadsheet, chosen, keys, now, timeout)


def dated(
    book: Book, keys: Secrets, undated: Callable[[TochkaError], None], timeout: float = PATIENCE
) -> Book:
    """Return a book of Google's that also says when the sheet was last changed.

    Only for credentials: a mere link tells nobody, and a file has told already. `undated` is told
    why Google does not say; the book is as good as before.
    """
    origin = book.origin
    if origin.kind != "google" or not origin.spreadsheet or not origin.access:
        return book
    from tochka_sync.sources import google  # noqa: PLC0415

    try:
        moment = google.modified(
            origin.spreadsheet, Access(origin.access), keys, min(timeout, _DATING)
        )
    except TochkaError as error:
        undated(error)
        return book
    return book._replace(origin=origin._replace(modified=moment))
