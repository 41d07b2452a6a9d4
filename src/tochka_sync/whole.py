"""A file appears whole or not at all: the only module that replaces files people keep.

The content goes to a temporary file beside the target, reaches the disk, and takes the target's
name in one step; several files of one run do so together, when all of them are there. A killed run
leaves at most temporary files, which the next run removes.
Pipes and devices (`/dev/stdout`) are written straight.
"""

import errno
import io
import os
import secrets
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO, TextIO

from tochka_sync.errors import Reason, WriteError

if sys.platform != "win32":
    import fcntl

PREFIX = ".tochka-part-"
"""How our temporary files begin; nobody else's are touched."""

_OWNER_ONLY, _OWNER_FOLDER = 0o600, 0o700
_PATIENCE = 10.0  # seconds for whoever reads a pipe to open it
_ABANDONED = 3600.0  # seconds after which no run waits any more, on Windows
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ETXTBSY, errno.ENOENT}
"""The last is said of a folder that is there and takes no files, as `/proc`."""


def write(path: Path, content: bytes | str | BinaryIO, *, private: bool = False) -> None:
    """Put `content` at `path`, replacing what is there, or raise `WriteError` and change nothing.

    A file that is there keeps its permissions; with `private`, for personal data, only the owner
    may read it. Text is written as UTF-8 with its line ends as they are. An open file is copied
    from its beginning.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    with _explained(path):
        if path.is_dir():
            raise WriteError("write-is-folder", path=path)
        if _is_stream(path):
            with open(_taken(path), "wb") as stream:
                _pour(data, stream)
            return
        with _joined() as batch:
            batch.add(_real(path), data, private=private)


@contextmanager
def together() -> Iterator[None]:
    """Let all files that are written in the block take their names at its end, or none of them."""
    with _batch() as batch:
        token = _OF_THE_RUN.set(batch)
        try:
            yield
        finally:
            _OF_THE_RUN.reset(token)


@contextmanager
def opened(path: Path, *, private: bool = False) -> Iterator[TextIO]:
    """Give a text to write to, which is put at `path` when the block ends well."""
    with spooled(path, private=private) as file:
        text = io.TextIOWrapper(file, "utf-8", "backslashreplace", newline="")
        yield text
        text.flush()


@contextmanager
def spooled(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write to, which is put at `path` when the block ends well.

    It is kept on the disk of `path`, under no name, so that its size is no matter.
    """
    with _explained(path):
        if not _real(path).parent.is_dir():
            raise WriteError("write-no-folder", path=path, folder=_real(path).parent)
        folder = None if _is_stream(path) else _real(path).parent
        with tempfile.TemporaryFile("wb+", dir=folder) as file:
            yield file
            write(path, file, private=private)


def writable(path: Path) -> None:
    """Raise `WriteError` now for what would certainly fail after the work."""
    with _explained(path):
        if path.is_dir():
            raise WriteError("write-is-folder", path=path)
        target = _real(path)
        needed = [path] if path.exists() else []
        if not _is_stream(path):
            if not target.parent.is_dir():
                raise WriteError("write-no-folder", path=path, folder=target.parent)
            needed.append(target.parent)
        if not all(os.access(place, os.W_OK) for place in needed):
            raise WriteError("write-denied", path=path)


def write_all(folder: Path, files: Mapping[str, bytes], *, private: bool = False) -> None:
    """Put files into `folder`, all of them or none, or raise `WriteError` and change nothing.

    The folder is made if it is not there; other files in it stay. The files take their names in
    their order: the last should let a reader tell whether a killed run left some old, some new.
    """
    with _explained(folder), _joined() as batch:
        if not folder.exists():
            with suppress(FileExistsError):  # another run may make it just now
                _real(folder).mkdir(mode=_OWNER_FOLDER if private else 0o777)
                batch.made(_real(folder))
        for name, data in files.items():
            batch.add(_real(folder) / name, data, private=private)


def writable_folder(folder: Path) -> None:
    """Raise `WriteError` now where files could certainly not be put into a folder after the work."""
    with _explained(folder):
        if folder.exists() and not folder.is_dir():
            raise WriteError("write-not-folder", path=folder)
        place = folder if folder.exists() else _real(folder).parent
        if not place.is_dir():
            raise WriteError("write-no-folder", path=folder, folder=place)
        if not os.access(place, os.W_OK):
            raise WriteError("write-denied", path=folder)


def refusal(error: OSError, path: Path) -> WriteError:
    """Return what the system's refusal to write means."""
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return WriteError("write-no-folder", path=path, folder=path.parent)
    if isinstance(error, BrokenPipeError):
        return WriteError("write-closed-pipe")
    if error.errno == errno.ENXIO:
        return WriteError("write-nobody-reads", path=path)
    if error.errno in _DENIED:
        return WriteError("write-denied", path=path)
    if error.errno in _FULL:
        return WriteError("write-full", path=path)
    return WriteError("write-failed", path=path, reason=Reason.of(error))


def _real(path: Path) -> Path:
    """Return the file behind a link, so that a link stays a link; a loop fails when it is opened."""
    return Path(os.path.realpath(path))


def _is_stream(path: Path) -> bool:
    """Tell whether the path is a pipe or a device, which has no name to take."""
    return path.exists() and (not path.is_file() or path.is_relative_to("/dev"))


def _taken(path: Path) -> int:
    """Open a pipe or a device; a pipe that nobody comes to read is refused, not waited for."""
    if sys.platform == "win32":
        return os.open(path, os.O_WRONLY)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            os.set_blocking(handle, True)
            return handle


class _Batch:
    """Files that stand ready beside their targets, to take their names when all of them do."""

    def __init__(self, held: ExitStack) -> None:
        self.parts: dict[Path, Path] = {}
        self._swept: set[Path] = set()
        self._held = held

    def made(self, folder: Path) -> None:
        """Take a folder made for the files away again, should it stay empty."""
        self._held.callback(_drop, folder)

    def add(self, target: Path, data: bytes | BinaryIO, *, private: bool) -> None:
        """Put the content beside its target, whole and on the disk."""
        if target.parent not in self._swept:  # once, lest it take our own
            _sweep(target.parent)
            self._swept.add(target.parent)
        self.parts[target] = self._held.enter_context(_part(target, data, private=private))


_OF_THE_RUN: ContextVar[_Batch | None] = ContextVar("_OF_THE_RUN", default=None)


@contextmanager
def _batch() -> Iterator[_Batch]:
    with ExitStack() as held:
        batch = _Batch(held)
        yield batch
        _take(batch.parts)
        for folder in {target.parent for target in batch.parts}:
            _settle(folder)


@contextmanager
def _joined() -> Iterator[_Batch]:
    """Give the batch of the run, or one that ends with the block."""
    if batch := _OF_THE_RUN.get():
        yield batch
        return
    with _batch() as alone:
        yield alone


def _drop(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


@contextmanager
def _part(target: Path, data: bytes | BinaryIO, *, private: bool) -> Iterator[Path]:
    """Give a temporary file beside `target` with all its content; it is there to be renamed."""
    part, handle = _begun(target, private=private)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - from a descriptor
            _pour(data, file)
            file.flush()
            os.fsync(handle)
            if not private and target.exists():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            if sys.platform != "win32":  # there an open file cannot be renamed
                yield part
        if sys.platform == "win32":
            yield part
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _begun(target: Path, *, private: bool) -> tuple[Path, int]:
    """Make a temporary file beside `target` and hold it; return it, open.

    Another run that sweeps the folder may take it for abandoned before it is held: then anew.
    """
    while True:
        part = _beside(target)
        # The system applies the umask, as it does for any new file.
        mode = _OWNER_ONLY if private else 0o666
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        _hold(handle)
        if os.fstat(handle).st_nlink or sys.platform == "win32":
            return part, handle
        os.close(handle)


def _pour(data: bytes | BinaryIO, file: BinaryIO) -> None:
    if isinstance(data, bytes):
        file.write(data)
    else:
        data.seek(0)
        shutil.copyfileobj(data, file)


def _take(parts: Mapping[Path, Path]) -> None:
    """Give every part its target's name; if one cannot have it, put back what was there."""
    before: dict[Path, Path | None] = {}
    try:
        for target, part in parts.items():
            with _explained(target):
                before[target] = _second(target) if len(parts) > 1 else None
                part.replace(target)
    except BaseException:
        for target, second in before.items() if len(parts) > 1 else ():
            with suppress(OSError):
                if second is None:
                    target.unlink(missing_ok=True)
                else:
                    second.replace(target)
        raise
    finally:
        for second in filter(None, before.values()):
            with suppress(OSError):
                second.unlink(missing_ok=True)


def _second(target: Path) -> Path | None:
    """Give the file that is there a second name, by which it can be put back."""
    if not target.is_file():
        return None
    second = _beside(target)
    try:
        second.hardlink_to(target)
    except OSError:  # some disks know no second names
        shutil.copy2(target, second)
    return second


def _beside(target: Path) -> Path:
    return target.parent / f"{PREFIX}{secrets.token_hex(8)}"


def _sweep(folder: Path) -> None:
    """Remove what killed runs left. A file still being written is held, and stays."""
    for part in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if sys.platform == "win32":  # there a file that waits for its name is not held
                if time.time() - part.stat().st_mtime > _ABANDONED:
                    part.unlink()
                continue
            handle = os.open(part, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                part.unlink()
            finally:
                os.close(handle)


def _hold(handle: int) -> None:
    """Keep a temporary file from being swept; whoever sweeps it just now is waited for."""
    if sys.platform != "win32":
        with suppress(OSError):  # some network disks know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)


def _settle(folder: Path) -> None:
    """Make the new name itself last through a power cut, where the system can."""
    if sys.platform != "win32":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says into a `WriteError`."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path) from error
