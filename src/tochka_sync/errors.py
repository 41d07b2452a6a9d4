"""Why the program stops, as a tree.

    TochkaError
    ├── ConfigError    2  wrong usage or configuration
    ├── AccessError    3  no access: credentials, permission, no such sheet or file
    ├── SourceError    4  the source did not answer properly; trying again later may help
    ├── GuardError     5  the sheet lost entries; nothing was exported
    └── WriteError     6  something could not be written

What is wrong *in the sheet* is never one of these: it is a `Finding`, and the run goes on.
An error carries a code and its facts; `messages` turns them into a sentence and a next step.
"""

import errno
from typing import ClassVar


class Reason(str):
    """Why something failed, by its name; `messages` has words for it under `reason.` and the name."""

    __slots__ = ()

    @classmethod
    def of(cls, error: OSError) -> "Reason":
        """Return what the system says, by the name of its number: its words are English."""
        return cls(errno.errorcode.get(error.errno or 0, "unknown"))


class TochkaError(Exception):
    """The run cannot go on; `code` names the sentence in `messages`, `facts` fill it."""

    exit_code: ClassVar[int] = 70

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class ConfigError(TochkaError):
    """The command line or the configuration asks for something that cannot be."""

    exit_code = 2


class AccessError(TochkaError):
    """The source may not be read, or is not there."""

    exit_code = 3


class SourceError(TochkaError):
    """The source answered with something other than a plan, or not at all."""

    exit_code = 4


class GuardError(TochkaError):
    """Too many entries vanished since the last read to believe this one."""

    exit_code = 5


class WriteError(TochkaError):
    """A report, an export or the history could not be written."""

    exit_code = 6
