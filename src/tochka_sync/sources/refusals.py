"""Why Google did not give the sheet: its answers and the failures on the way, each made an error.

Three kinds: what a person has to open or mend (`AccessError`, `ConfigError`), and what passes by
itself (`SourceError`). The only module that knows Google's wording.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import requests
import urllib3
from google.auth import exceptions

from tochka_sync.errors import AccessError, ConfigError, Reason, SourceError, TochkaError
from tochka_sync.sources.access import Access
from tochka_sync.sources.identity import Identity

_LONGEST = 200
_BODY = 1 << 16
_SECRET = re.compile(r"[\w.+/=~-]{30,}")  # keys and tokens are long; words are not
_BROKEN_OFF = re.compile("RemoteDisconnected|ConnectionReset")  # behind a proxy that let us through
_KEY_REFUSED = ("API_KEY_INVALID", "API_KEY_SERVICE_BLOCKED", "API_KEY_HTTP_REFERRER_BLOCKED",
                "API_KEY_IP_ADDRESS_BLOCKED", "API_KEY_ANDROID_APP_BLOCKED",
                "API_KEY_IOS_APP_BLOCKED")  # fmt: skip
_TOKEN_REFUSED = ("invalid_", "unauthorized_client", "unsupported_grant_type", "access_denied",
                  "deleted_client", "disabled_client", "admin_policy", "org_internal",
                  "account_", "rapt_required")  # fmt: skip
_GONE_SINCE = ("Unable to parse range", "exceeds grid limits")
"""What is said of a range of a tab that was there when the tabs were described."""
_NO_TOKEN_IN_IT = ("No access token", "refresh_handler")
"""What the library says of an answer that brings no good token."""
_INSECURE = {
    "not yet valid": Reason("tls-early"),
    "expired": Reason("tls-expired"),
    "ostname mismatch": Reason("tls-other-host"),
    "doesn't match": Reason("tls-other-host"),
    "certificate bundle": Reason("tls-no-file"),
    "CERTIFICATE_VERIFY_FAILED": Reason("tls-stranger"),
}
"""What the secure layer says, and what it means; the first that is found counts."""
_NOT_SHARED = {
    Access.API_KEY: "google-not-shared-key",
    Access.OAUTH: "google-not-shared-login",
    Access.ADC: "google-not-shared-login",
}


def answer(response: requests.Response, who: Identity) -> TochkaError:
    """Return what an answer other than success means."""
    status, error = response.status_code, _error(response)
    message = str(error.get("message", ""))
    reasons = _reasons(error)
    if 300 <= status < 400:
        return SourceError("google-redirect", status=status)
    if status == 429 or reasons & {"RATE_LIMIT_EXCEEDED", "rateLimitExceeded"}:
        return SourceError("google-quota")
    if status == 408 or status >= 500:
        return SourceError("google-busy", status=status)
    if reasons & set(_KEY_REFUSED) or "API key" in message:
        return AccessError("google-key-refused", reason=_said(message))
    if status == 400 and "not supported for this document" in message:
        return ConfigError("google-not-a-sheet")
    if status == 400 and any(words in message for words in _GONE_SINCE):
        return SourceError("google-changing")
    if status == 401:
        return AccessError("google-unauthenticated")
    if status == 403 and "html" in response.headers.get("Content-Type", ""):
        return AccessError("google-blocked")  # a page for a person, where Google would say why
    if status == 403:
        return _forbidden(message, reasons, error, who)
    if status == 404:
        return AccessError("google-no-sheet")
    return SourceError("google-refused", status=status, reason=_said(message))


def failure(error: Exception, who: Identity | None = None) -> TochkaError:
    """Return what a failure on the way means."""
    if isinstance(error, exceptions.RefreshError | exceptions.OAuthError):
        return _no_token(error, who)
    if isinstance(error, exceptions.GoogleAuthError):
        inner = error.__cause__ or (error.args[0] if error.args else error)
        if not isinstance(inner, requests.RequestException):
            return SourceError("google-token-down", reason=_said(str(error)))
        return _broken(inner)
    return _broken(error)


def _broken(cause: object) -> SourceError:
    """Return which part of the way broke."""
    match cause:
        case requests.exceptions.SSLError():
            return SourceError("google-tls", reason=_insecure(str(cause)))
        case requests.exceptions.ProxyError() if not _BROKEN_OFF.search(str(cause)):
            return SourceError("google-proxy")
        case requests.Timeout() | urllib3.exceptions.TimeoutError():
            return SourceError("google-timeout")
        case requests.ConnectionError() if "timed out" in str(cause):
            return SourceError("google-timeout")
        case requests.ConnectionError() if "NameResolution" in str(cause):
            return SourceError("google-no-network")
        case (
            requests.exceptions.ChunkedEncodingError() | requests.exceptions.ContentDecodingError()
        ):
            return SourceError("google-cut")
        case requests.RequestException():
            return SourceError("google-unreachable")
        case OSError() if "certificate" in str(cause):  # the file of them is not there
            return SourceError("google-tls", reason=_insecure(str(cause)))
        case urllib3.exceptions.HTTPError():
            return SourceError("google-cut")
        case _:
            return SourceError("google-unreachable")


def _forbidden(
    message: str, reasons: set[str], error: Mapping[str, Any], who: Identity
) -> TochkaError:
    if reasons & {"SERVICE_DISABLED", "accessNotConfigured"} or "it is disabled" in message:
        api = "Drive" if "Drive API" in message else "Sheets"
        return AccessError("google-api-off", api=api, url=_activation(error, message, api))
    if "ACCESS_TOKEN_SCOPE_INSUFFICIENT" in reasons or "insufficient authentication" in message:
        return AccessError("google-scopes")
    if codes := ", ".join(sorted(filter(str.isupper, reasons))):  # of a sheet none are told
        return AccessError("google-project-refused", codes=_short(codes), reason=_said(message))
    if who.account:
        return AccessError("google-not-shared", account=who.account)
    return AccessError(_NOT_SHARED.get(who.access, "google-not-shared-login"))


def _no_token(error: exceptions.GoogleAuthError, who: Identity | None) -> TochkaError:
    told = error.args[0] if error.args else ""
    text = str(told)
    if isinstance(told, Reason) or any(words in text for words in _NO_TOKEN_IN_IT):
        return SourceError("google-token-down", reason=Reason("unintelligible"))
    details = error.args[1] if len(error.args) > 1 else {}
    account = (who.account if who else None) or "?"
    if "impersonated" in text:
        code = _error_of(details).get("code")
        if isinstance(code, int) and code < 500:
            return AccessError("access-impersonation", account=account)
        return SourceError("google-token-down", reason=_said(text))
    plain = text.removeprefix("Error code ")
    if "was not found" in text:  # the file with the token to exchange
        return AccessError("access-refused", reason=_said(text))
    if not plain.startswith(_TOKEN_REFUSED):
        return SourceError("google-token-down", reason=_said(text))
    if "reasonable timeframe" in text or "short-lived" in text:
        return AccessError("access-clock")
    if "ignature" in text:
        return AccessError("access-key-revoked", account=account)
    if "account not found" in text or "valid email" in text:
        return AccessError("access-account-gone", account=account)
    if "invalid_grant" in text and not (who and who.account):  # a person's login
        return AccessError("access-login-expired")
    return AccessError("access-refused", reason=_said(plain))


def _error(response: requests.Response) -> Mapping[str, Any]:
    return _error_of(response.content[:_BODY].decode("utf-8", "replace"))


def _error_of(body: object) -> Mapping[str, Any]:
    """Return Google's description of an error; whatever is none gives an empty one."""
    try:
        parsed = json.loads(body) if isinstance(body, str | bytes) else body
    except (ValueError, RecursionError):
        return {}
    error = parsed.get("error") if isinstance(parsed, Mapping) else None
    if isinstance(error, str):
        return {"message": error}
    return error if isinstance(error, Mapping) else {}


def _reasons(error: Mapping[str, Any]) -> set[str]:
    found = []
    for name in ("details", "errors"):
        listed = error.get(name)
        if isinstance(listed, list):
            found += [item.get("reason") for item in listed if isinstance(item, Mapping)]
    return {reason for reason in found if isinstance(reason, str)}


def _activation(error: Mapping[str, Any], message: str, api: str) -> str:
    """Return the address that switches the interface on."""
    for detail in error.get("details") or ():
        metadata = detail.get("metadata") if isinstance(detail, Mapping) else None
        if isinstance(metadata, Mapping) and metadata.get("activationUrl"):
            return str(metadata["activationUrl"])
    words = [word for word in message.split() if word.startswith("https://console.")]
    library = "https://console.cloud.google.com/apis/library"
    return words[0] if words else f"{library}/{api.lower()}.googleapis.com"


def _insecure(text: str) -> Reason:
    """Return what is wrong with a connection that was to be secured."""
    return next((reason for mark, reason in _INSECURE.items() if mark in text), Reason("tls"))


def _said(text: str) -> str:
    """Quote what was answered in Google's own words; a mere page, or nothing, says nothing."""
    short = _short(text)
    return f"«{short}»" if short and "<" not in short else Reason("silent")


def _short(text: str) -> str:
    """Return what was answered, short, and without what may be a secret it quotes."""
    return _SECRET.sub("•••", " ".join(text.split())[: 4 * _LONGEST])[:_LONGEST]
