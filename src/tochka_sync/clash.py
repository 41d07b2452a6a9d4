"""What is written must not take the place of what is read, nor of something else that is written.

Only compares paths; the files need not be there.
"""

import itertools
import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tochka_sync import small
from tochka_sync.config import Config
from tochka_sync.errors import ConfigError


def refuse(outputs: Sequence[Path], config: Config, *others: Path | None) -> None:
    """Raise `ConfigError` where an output is a file of the configuration, one of `others`, or twice there.

    Devices and pipes take any number of texts.
    """
    home = config.path.parent
    kept = [config.path, home / config.file.schools, home / ".env", Path(".env")]
    kept += [other for other in others if other]
    files = [path for path in outputs if not _is_stream(path)]
    for path, other in itertools.product(files, kept):
        if _same(path, other):
            raise ConfigError("cli-overwrites", path=path)
    for path, other in itertools.combinations(files, 2):
        if _same(path, other):
            raise ConfigError("cli-written-twice", path=path)


def apart(names: Sequence[str], paths: Sequence[Path]) -> None:
    """Raise `ConfigError` where two plans of one name would write the same of `paths`."""
    twice = [name for name, n in Counter(map(str.casefold, names)).items() if n > 1]
    if twice and paths:
        raise ConfigError("cli-one-name", name=twice[0], path=paths[0])


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths are one file: by what the system says of those that are there."""
    with suppress(OSError, ValueError):
        return small.same(one, other) or _name(one) == _name(other)
    return False


def _name(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _is_stream(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.exists() and not path.is_file() and not path.is_dir()
    return False
