"""What is configured to open a Google sheet with, and which way `auto` takes.

A secret is named here and never shown: not in a message, a log or a traceback.
"""

import os
import sys
from dataclasses import dataclass, field, fields
from pathlib import Path

from tochka_sync import small
from tochka_sync.errors import AccessError
from tochka_sync.sources.access import Access
from tochka_sync.sources.locate import expanded
from tochka_sync.sources.pace import Pace


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What the environment holds; each may be absent."""

    service_account: str | None = None
    """The path of a service account's key, or the key itself as JSON."""
    api_key: str | None = None
    oauth_client: str | None = None
    """The path of an OAuth client of the kind «desktop»."""
    application_default: str | None = None
    """The path in `GOOGLE_APPLICATION_CREDENTIALS`."""

    pace: Pace = field(default_factory=Pace, compare=False)
    """How fast all that read with these may ask."""
    opened: dict[tuple[Access, tuple[str, ...]], object] = field(
        default_factory=dict, compare=False
    )
    """Who they turned out to be, by what they may, so that many plans take one token."""

    def __repr__(self) -> str:
        held = [each.name for each in fields(self) if each.compare and getattr(self, each.name)]
        return f"Secrets({', '.join(held)})"


def choose(access: Access, secrets: Secrets) -> Access:
    """Return the way to open a sheet; `auto` takes the first that is configured.

    What was put there for this program comes before what gcloud left on the machine.
    Raises `AccessError` for a way that has nothing to open a sheet with.
    """
    held = {
        Access.SERVICE_ACCOUNT: secrets.service_account,
        Access.API_KEY: secrets.api_key,
        Access.OAUTH: secrets.oauth_client,
    }
    if access is not Access.AUTO:
        if access in held and not held[access]:
            raise AccessError(f"access-no-{access}")
        return access
    if secrets.service_account:
        return Access.SERVICE_ACCOUNT
    if secrets.application_default:
        return Access.ADC
    if secrets.api_key:
        return Access.API_KEY
    if secrets.oauth_client:
        return Access.OAUTH
    return Access.ADC if small.is_seen(gcloud_file()) else Access.LINK


def gcloud_file() -> Path:
    """Return where gcloud keeps a person's application default credentials."""
    folder = os.environ.get("CLOUDSDK_CONFIG")
    if not folder and sys.platform == "win32":
        folder = os.path.join(os.environ.get("APPDATA", ""), "gcloud")  # noqa: PTH118
    return expanded(folder or "~/.config/gcloud") / "application_default_credentials.json"


def login_folder() -> Path:
    """Return where a person's own login is kept, out of the way of the project's files."""
    if sys.platform == "win32":
        return expanded(os.environ.get("LOCALAPPDATA") or "~") / "tochka-sync"
    if sys.platform == "darwin":
        return expanded("~/Library/Application Support/tochka-sync")
    return expanded(os.environ.get("XDG_DATA_HOME") or "~/.local/share") / "tochka-sync"
