"""Every row of the plan as data for other programs: `models.export` says what is in it."""

from pathlib import Path

from tochka_sync import shape, whole
from tochka_sync.messages import Language
from tochka_sync.result import Result


def write(result: Result, language: Language, path: Path) -> None:
    """Write the JSON export to `path`."""
    whole.write(path, shape.dumps(shape.export(result, language)), private=result.contacts)
