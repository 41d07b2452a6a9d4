"""The name somebody probably meant: for hints only, never to decide anything."""

from collections.abc import Iterable


def name(typed: str, known: Iterable[str]) -> str | None:
    """Return the known name most like the typed one, if any is like it at all."""
    from rapidfuzz import process, utils  # noqa: PLC0415 - only a mistake pays for the import

    found = process.extractOne(typed, list(known), processor=utils.default_process, score_cutoff=60)
    return found[0] if found else None
