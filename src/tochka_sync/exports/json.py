"""Every row of the plan as data for other programs: `models.export` says what is in it."""

from pathlib import Path

from tochka_sync import shape, whole
from tochka_sync.messages import Language
from tochka_sync.result import Result


def write(result: Result, language: Language, path: Path) -> None:  # noqa: ARG001 - data has no language
    """Write the JSON export to `path`."""
    with whole.opened(path, private=result.contacts) as out:
        shape.write_export(result, out)
