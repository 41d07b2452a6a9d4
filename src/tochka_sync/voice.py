"""Everything the program says beside its reports: to standard error, in the reader's language."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

from tochka_sync import messages
from tochka_sync.errors import TochkaError
from tochka_sync.messages import Language


@dataclass(frozen=True, slots=True)
class Voice:
    """A language and the stream for hints, progress and errors."""

    language: Language
    stream: TextIO

    def say(self, key: str, **facts: object) -> None:
        """Say a sentence of `messages`."""
        self._write(messages.text(self.language, key, **facts))

    def stop(self, error: TochkaError, plan: str | None = None) -> None:
        """Say why a run stopped and what to do next; with several plans, which of them."""
        sentence, hint = messages.error(self.language, error)
        about = f"{plan}: " if plan else ""
        label = messages.text(self.language, "cli.error")
        self._write(f"{label}: {about}{sentence}")
        if hint:
            self._write(f"{messages.text(self.language, 'cli.next')}: {hint}")

    def _write(self, line: str) -> None:
        with suppress(OSError):  # on a full disk only the exit code can tell
            self.stream.write(f"{line}\n")
            self.stream.flush()
