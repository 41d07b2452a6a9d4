"""What the environment and `.env` say."""

import io
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self

from tochka_sync import small
from tochka_sync.errors import ConfigError, Reason

_OURS = ("TOCHKA_", "GOOGLE_", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")
KNOWN = (
    *("TOCHKA_CONFIG", "TOCHKA_SOURCE", "TOCHKA_HISTORY", "TOCHKA_LANG"),
    *("TOCHKA_SERVICE_ACCOUNT", "TOCHKA_API_KEY", "TOCHKA_OAUTH_CLIENT"),
)


class Environment(NamedTuple):
    """What the environment and `.env` say; a name that is set but blank counts as not set."""

    values: Mapping[str, str]

    @classmethod
    def read(cls, beside: Path | None = None) -> Self:
        """Take what is ours, Google's own and GitHub's, from `.env` here or beside the configuration."""
        found: dict[str, str] = {}
        for folder in filter(None, (beside, Path())):
            if small.is_seen(folder / ".env"):
                found |= _held(folder / ".env")
        found |= {key: value for key, value in os.environ.items() if value.strip()}
        return cls({key: value for key, value in found.items() if key.startswith(_OURS)})

    def get(self, name: str) -> str | None:
        """Return a variable, or nothing."""
        return self.values.get(name)

    @property
    def strange(self) -> list[str]:
        """The names that look like ours and that nobody reads."""
        ours = (name for name in self.values if name.startswith("TOCHKA_"))
        return sorted(name for name in ours if name not in KNOWN)


def _held(path: Path) -> dict[str, str]:
    from dotenv import dotenv_values, parser  # noqa: PLC0415 - only a `.env` needs it

    try:
        text = small.read(path).decode("utf-8-sig")  # Notepad puts a mark before it
    except OSError as error:
        raise ConfigError("config-unreadable", path=path, why=Reason.of(error)) from None
    except UnicodeDecodeError:
        raise ConfigError("config-not-text", path=path) from None
    for binding in parser.parse_stream(io.StringIO(text)):
        if binding.error:
            raise ConfigError("config-env-line", path=path, line=binding.original.line)
    held = dotenv_values(stream=io.StringIO(text)).items()
    return {key: value for key, value in held if value and value.strip()}
