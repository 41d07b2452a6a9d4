"""Google's credentials out of what is configured, for reading and nothing else.

Takes a service account's key, a gcloud login, workload identity federation, a person's own login
and an API key. A file of the wrong kind is told by what it is. Nothing here goes to the network,
except a first login in a browser and Google's own machines being asked who they are.
"""

import contextlib
import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import google.auth
import gspread.auth
from google.auth import api_key, exceptions
from google.auth import external_account_authorized_user as workforce
from google.auth import impersonated_credentials as impersonated
from google.auth.credentials import Credentials
from google.oauth2 import credentials as user
from google.oauth2 import service_account

from tochka_sync import small, whole
from tochka_sync.errors import AccessError, Reason
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import Secrets, gcloud_file, login_folder
from tochka_sync.sources.locate import expanded

SCOPES = ("https://www.googleapis.com/auth/spreadsheets.readonly",)
DATING = ("https://www.googleapis.com/auth/drive.metadata.readonly",)
"""What asking when a file was last changed takes, and no more."""
_LONGEST_PATH = 260
_KEY = re.compile(r"[A-Za-z0-9._-]+")
_ADDRESSES = ("auth_uri", "token_uri", "token_url", "token_info_url", "revoke_url",
              "service_account_impersonation_url")  # fmt: skip
"""Where a credentials file sends secrets."""
_HOST = re.compile(r"(?:[a-z0-9-]+\.)*google(?:apis)?\.com")
_KEY_FIELDS = ("client_email", "private_key", "token_uri")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reads the sheet."""

    access: Access
    credentials: Credentials = field(repr=False)
    account: str | None = None
    """The e-mail a sheet has to be shared with, where it is known; it is no secret."""
    login: Path | None = None
    """Where a person's login is kept."""


def identify(access: Access, secrets: Secrets, scopes: Sequence[str] = SCOPES) -> Identity:
    """Return who reads the sheet. Raises `AccessError` for credentials that are none."""
    match access:
        case Access.API_KEY:
            key = (secrets.api_key or "").strip()
            if not _KEY.fullmatch(key):
                raise AccessError("access-not-a-key")
            return Identity(access, api_key.Credentials(key))
        case Access.OAUTH:
            return _own_login(secrets.oauth_client or "", scopes)
        case Access.SERVICE_ACCOUNT:
            info, name = _load(secrets.service_account or "", "TOCHKA_SERVICE_ACCOUNT")
            if info.get("type") != "service_account":
                raise _wrong(info, name, "service_account")
            return _quiet(access, _service_account(info, name, scopes), scopes)
        case _:
            return _quiet(access, _application_default(secrets.application_default, scopes), scopes)


def _quiet(access: Access, inner: Any, scopes: Sequence[str]) -> Identity:
    """Take only tokens from credentials.

    Left to themselves they also look up, in the background, where their account may be used
    (`allowedLocations`); nobody here needs that, and a network that forbids it delays the end.
    """

    def refresh(request: Any, scopes: Sequence[str]) -> tuple[str, datetime]:  # noqa: ARG001
        try:
            inner.refresh(request)
        except (
            TypeError,
            LookupError,
            AttributeError,
            ValueError,
            ArithmeticError,
            RecursionError,
        ) as error:
            if isinstance(error, exceptions.GoogleAuthError):
                raise
            raise exceptions.RefreshError(Reason("unintelligible"), retryable=True) from error
        return inner.token, inner.expiry

    quota = getattr(inner, "quota_project_id", None)
    outer = user.Credentials(None, refresh_handler=refresh, scopes=scopes, quota_project_id=quota)
    return Identity(access, outer, getattr(inner, "service_account_email", None) or None)


def _service_account(info: Mapping[str, Any], name: str, scopes: Sequence[str]) -> Credentials:
    missing = [field for field in _KEY_FIELDS if not isinstance(info.get(field), str)]
    if missing:
        raise AccessError("access-file-incomplete", path=name, fields=", ".join(missing))
    # A key pasted into a variable often has its line ends escaped twice.
    whole = {**info, "private_key": info["private_key"].replace("\\n", "\n")}
    credentials: Credentials = _built(
        lambda: service_account.Credentials.from_service_account_info(whole, scopes=scopes),
        "access-key-broken",
        name,
    )
    return credentials


def _application_default(stated: str | None, scopes: Sequence[str]) -> Any:
    path = stated or str(gcloud_file())
    if not stated and not small.is_seen(Path(path)):
        try:
            return google.auth.default(scopes=scopes)[0]  # on Google's own machines
        except exceptions.GoogleAuthError:
            raise AccessError("access-no-adc") from None
    info, name = _load(path, "GOOGLE_APPLICATION_CREDENTIALS")
    match info.get("type"):
        case "service_account":
            return _service_account(info, name, scopes)
        case "authorized_user":
            return _built(
                lambda: user.Credentials.from_authorized_user_info(info), "access-file-broken", name
            )
        case "external_account":
            kind = _federation(info)
            return _built(lambda: kind.from_info(info, scopes=scopes), "access-file-broken", name)
        case "external_account_authorized_user":
            return _built(lambda: workforce.Credentials.from_info(info), "access-file-broken", name)
        case "impersonated_service_account":
            return _built(
                lambda: impersonated.Credentials.from_impersonated_service_account_info(
                    info, scopes=scopes
                ),
                "access-file-broken",
                name,
            )
        case _:
            raise _wrong(info, name, "service_account, external_account, authorized_user")


def _federation(info: Mapping[str, Any]) -> Any:
    from google.auth import aws, identity_pool, pluggable  # noqa: PLC0415 - 4 ms, for few

    if info.get("subject_token_type") == "urn:ietf:params:aws:token-type:aws4_request":
        return aws.Credentials
    source = info.get("credential_source")
    if isinstance(source, Mapping) and "executable" in source:
        return pluggable.Credentials
    return identity_pool.Credentials


def _own_login(client: str, scopes: Sequence[str]) -> Identity:
    info, name = _load(client, "TOCHKA_OAUTH_CLIENT")
    inner = info.get("installed") or info.get("web")
    if not isinstance(inner, Mapping) or not inner.get("client_id"):
        raise _wrong(info, name, "oauth client")
    mark = hashlib.sha256(str(inner["client_id"]).encode()).hexdigest()[:12]
    kept = login_folder() / f"google-login-{mark}.json"
    try:
        known = user.Credentials.from_authorized_user_info(json.loads(small.read(kept)), scopes)
    except (OSError, ValueError):
        known = _log_in(info, kept)
    return replace(_quiet(Access.OAUTH, known, scopes), login=kept)


def _log_in(client: Mapping[str, Any], kept: Path) -> Any:
    """Let a person log in with their browser, and keep the login for later runs."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise AccessError("access-login-needed", path=str(kept))
    from oauthlib.oauth2 import OAuth2Error  # type: ignore[import-untyped] # noqa: PLC0415

    with contextlib.redirect_stdout(sys.stderr):  # standard output is the report's
        try:
            login = gspread.auth.local_server_flow(client, SCOPES)
        except OAuth2Error as error:
            raise AccessError("access-login-failed", reason=Reason("login-refused")) from error
        except OSError as error:
            raise AccessError("access-login-failed", reason=Reason.of(error)) from error
        except ValueError as error:
            raise AccessError("access-login-failed", reason=Reason("login-answer")) from error
    try:
        _keep(login, kept)
    except OSError as error:
        raise whole.refusal(error, kept) from error
    return login


def _keep(login: Any, kept: Path) -> None:
    """Put a login where later runs find it, for its owner alone."""
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = kept.with_suffix(".new")
    beside.unlink(missing_ok=True)  # what a killed run left may be open to others
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
        file.write(login.to_json(strip=["token", "expiry"]))
    beside.replace(kept)


def _load(stated: str, variable: str) -> tuple[dict[str, Any], str]:
    """Return a credentials file as an object, and what to call it in a message."""
    looks_like_path = len(stated) < _LONGEST_PATH and "\n" not in stated.strip()
    text: str | bytes
    if stated.lstrip().startswith("{") or not looks_like_path:
        text, name = stated, variable
    else:
        path = expanded(stated.strip())
        name = str(path)
        try:
            text = small.read(path)  # in any Unicode, as PowerShell's «>» writes it
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError)
            code = "access-file-missing" if missing else "access-file-unreadable"
            raise AccessError(code, path=name, variable=variable) from None
    try:
        info = json.loads(text)
    except (ValueError, RecursionError):
        info = None
    if not isinstance(info, dict):
        raise AccessError("access-file-broken", path=name) from None
    _refuse_strangers(info, name)
    return info, name


def _refuse_strangers(info: Mapping[str, Any], name: str) -> None:
    """Refuse a file that would send its secret to a host that is not Google's."""
    inner = (info.get(key) for key in ("installed", "web", "source_credentials"))
    for part in (info, *(each for each in inner if isinstance(each, Mapping))):
        for key in _ADDRESSES:
            address = str(part.get(key) or "")
            if address and not _is_google(address):
                raise AccessError("access-foreign-host", path=name, key=key, address=address[:100])


def _is_google(address: str) -> bool:
    try:
        url = urlsplit(address)
        host = url.hostname or ""
    except ValueError:
        return False
    return url.scheme == "https" and _HOST.fullmatch(host) is not None


def _built(build: Callable[[], Any], code: str, name: str) -> Any:
    try:
        return build()
    except (ValueError, TypeError, KeyError, AttributeError, exceptions.GoogleAuthError):
        raise AccessError(code, path=name) from None  # the cause may quote the key


def _wrong(info: Mapping[str, Any], name: str, expected: str) -> AccessError:
    if "installed" in info or "web" in info:
        return AccessError("access-is-oauth-client", path=name)
    if info.get("type") == "service_account":
        return AccessError("access-is-service-account", path=name)
    kind = str(info.get("type", "?"))[:40]
    return AccessError("access-wrong-file", path=name, kind=kind, expected=expected)
