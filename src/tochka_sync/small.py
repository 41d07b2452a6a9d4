"""Files of settings, read within bounds: a regular file no longer than a person writes.

A pipe would be waited for and a device read without end.
"""

import errno
import os
import stat
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
