"""Everything the program says beside its reports: to standard error, in the reader's language."""

import traceback
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from tochka_sync import __version__, messages, visible
from tochka_sync.errors import TochkaError
from tochka_sync.messages import Language

BUG = 70
"""The exit code of a fault in the program itself."""


class Voice(NamedTuple):
    """A language and the stream for hints, progress and errors."""

    language: Language
    stream: TextIO

    def say(self, key: str, **facts: object) -> None:
        """Say a sentence of `messages`."""
        self._write(messages.text(self.language, key, **messages.plain(facts)))

    def stop(self, error: TochkaError, plan: str | None = None) -> None:
        """Say why a run stopped and what to do next; with several plans, which of them."""
        sentence, hint = messages.error(self.language, error)
        about = f"{plan}: " if plan else ""
        label = messages.text(self.language, "cli.error")
        self._write(f"{label}: {about}{sentence}")
        if hint:
            self._write(f"{messages.text(self.language, 'cli.next')}: {hint}")

    def undated(self, error: TochkaError) -> None:
        """Say that nobody knows when the sheet was last changed, and why."""
        sentence, hint = messages.error(self.language, error)
        self.say("cli.not-dated", why=" ".join(filter(None, (sentence, hint))))

    def bug(self, error: Exception, plan: str | None = None) -> None:
        """Say that the program is at fault, and where; never with a cell's text or a secret."""
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "tochka_sync" in frame.filename] or frames
        where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
        facts = {"kind": type(error).__name__, "where": where, "version": __version__}
        about = f"{plan}: " if plan else ""
        self._write(about + messages.text(self.language, "cli.bug", **facts))

    def progress(self, key: str, **facts: object) -> None:
        """Say how far a long run is, on a terminal only; the next words take its place.

        Without escape sequences: neither a dumb terminal nor an old Windows console obeys them.
        """
        if self.stream.isatty():
            said, room = messages.text(self.language, key, **facts), visible.room(self.stream)
            shown = said if len(said) <= room else f"{said[: room - 1]}…"
            self.stream.write(f"\r{shown.ljust(room)}\r")
            self.stream.flush()

    def clear(self) -> None:
        """Take off what progress was said last, before a report is shown."""
        if self.stream.isatty():
            self.stream.write(f"\r{' ' * visible.room(self.stream)}\r")
            self.stream.flush()

    def _write(self, line: str) -> None:
        self.clear()
        with suppress(OSError):  # on a full disk only the exit code can tell
            self.stream.write(f"{visible.fitted(line, self.stream)}\n")
            self.stream.flush()
