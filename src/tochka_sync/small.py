"""Files of settings, looked for and read within bounds: a regular file no longer than a person writes.

A pipe would be waited for and a device read without end.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

LARGEST = 8 << 20
"""Bytes; a registry of a hundred thousand schools has as many."""


def read(path: Path) -> bytes:
    """Return the bytes of a file. Raises `OSError` for what is no such file, or none at all."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, f"larger than {LARGEST >> 20} MB", str(path))
    return data


def may_be(path: Path) -> bool:
    """Tell whether something is there, or may be, in a folder one may not enter: opening it tells."""
    try:
        return path.exists()
    except PermissionError:
        return True
    except OSError:
        return False  # no name for a file


def is_seen(path: Path) -> bool:
    """Tell whether a file that is used only where it is there can be seen; else it is not there."""
    with suppress(OSError):
        return path.is_file()
    return False


def same(one: Path, other: Path) -> bool:
    """Tell whether two paths are one file that is there."""
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return False
