"""The table: what can befall a read, in each way a sheet is opened, and how the run must end."""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tests.google import API_KEY, Fault, Google

HTML = {"Content-Type": "text/html; charset=UTF-8"}
EVIL = "evil.example"
SIGN_IN = "https://accounts.google.com/v3/signin/identifier"
_CLOCK = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
)
_INFO = "type.googleapis.com/google.rpc.ErrorInfo"


@dataclass(frozen=True)
class Case:
    """A fault and the exit code it must lead to."""

    name: str
    fault: Fault
    code: int
    """Of a run with credentials; 1 is a run that came through."""
    by_link: int | None = None
    """Of a run by link, where that differs."""
    lasting: bool = True
    """Whether the fault befalls every request, or only the first."""
    befall: Callable[[Google], None] | None = None
    """What happens to the stand-in itself, instead of a fault."""
    env: Mapping[str, str] | None = None

    def begin(self, google: Google, routes: tuple[str, ...]) -> None:
        """Let it happen."""
        if self.befall:
            self.befall(google)
            return
        if routes == ("download",) and self in ANSWERS:
            routes = ("export",)  # where a sheet by its link is asked for first
        for route in routes:
            google.fail(route, replace(self.fault, times=-1 if self.lasting else 1))


WAYS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "link": ("download", ()),
    "api-key": ("sheets", ()),
    "service-account": ("sheets", ("token",)),
    "gcloud-login": ("sheets", ("token",)),
    "own-login": ("sheets", ("token",)),
    "federation": ("sheets", ("sts", "iam")),
}
"""How a sheet is opened: what is asked for it last, and where its tokens come from."""


def environment(google: Google, way: str) -> dict[str, str]:
    """What is set for one way to open a sheet."""
    folder = google.folder
    return (
        google.env()
        | {
            "link": {},
            "api-key": {"TOCHKA_API_KEY": API_KEY},
            "service-account": {"TOCHKA_SERVICE_ACCOUNT": str(folder / "service-account.json")},
            "gcloud-login": {
                "GOOGLE_APPLICATION_CREDENTIALS": str(folder / "authorized-user.json")
            },
            "own-login": {"TOCHKA_OAUTH_CLIENT": str(folder / "oauth-client.json")},
            "federation": {"GOOGLE_APPLICATION_CREDENTIALS": str(folder / "external-account.json")},
        }[way]
    )


def _said(status: int, message: str, reason: str | None = None) -> Fault:
    error: dict[str, object] = {"code": status, "message": message}
    if reason:
        error["details"] = [{"@type": _INFO, "reason": reason}]
    return Fault(status, json.dumps({"error": error}))


def _grant(status: int, name: str, description: str) -> Fault:
    return Fault(status, json.dumps({"error": name, "error_description": description}))


def _sheet(**where: int) -> Fault:
    """A sheet of one cell, for those who read it through the interface."""
    block = {"rowData": [{"values": [{"formattedValue": "Школа"}]}], **where}
    tab = {"properties": {"title": "П"}, "data": [block]}
    return Fault(200, json.dumps({"properties": {}, "sheets": [tab]}))


_BOMB = gzip.compress(bytes(100 << 20), 1)


def _deaf(google: Google) -> None:
    google.deaf = 60


def _mute(google: Google) -> None:
    google.mute = 60


_NOWHERE = dict.fromkeys(("HTTPS_PROXY", "https_proxy"), "http://127.0.0.1:9")

ON_THE_WAY = (
    Case("refused", Fault(), 4, env=_NOWHERE),
    Case("hung at connect", Fault(), 4, befall=_deaf),
    Case("hung before it is secured", Fault(), 4, befall=_mute),
    Case("reset", Fault(reset=True), 4),
    Case("hung", Fault(hang=60), 4),
    Case("hung in the headers", Fault(dawdle=60), 4),
    Case("headers that trickle", Fault(dawdle=0.2), 4),
    Case("hung in the body", Fault(drip=60), 4),
    Case("a body that trickles", Fault(200, " " * 4000, drip=0.2), 4),
    Case("cut short", Fault(cut=40), 4),
)
"""What befalls any request."""

ANSWERS = (
    Case("400", _said(400, "Request contains an invalid argument."), 4, by_link=3),
    Case("400, not a sheet", _said(400, "This operation is not supported for this document"), 2, by_link=3),
    Case("400, a key that is none", _said(400, "API key not valid.", "API_KEY_INVALID"), 3),
    Case("401, then refreshed", _said(401, "Invalid credentials"), 1, by_link=3, lasting=False),
    Case("401, always", _said(401, "Invalid credentials"), 3),
    Case("403, not shared", _said(403, "The caller does not have permission"), 3),
    Case("403, interface off", _said(403, "it is disabled", "SERVICE_DISABLED"), 3),
    Case("403, too narrow a scope", _said(403, "No", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"), 3),
    Case("403, key kept from it", _said(403, "No", "API_KEY_SERVICE_BLOCKED"), 3),
    Case("403, quota", _said(403, "Quota exceeded", "RATE_LIMIT_EXCEEDED"), 4, by_link=3),
    Case("403, HTML", Fault(403, "<html>Forbidden</html>", HTML), 3),
    Case("404", _said(404, "Requested entity was not found."), 3),
    Case("404, HTML", Fault(404, "<html>Not found</html>", HTML), 3),
    Case("408", Fault(408), 4),
    Case("418", Fault(418), 4),
    Case("429", _said(429, "Quota exceeded"), 4),
    Case("429, Retry-After", Fault(429, headers={"Retry-After": "30"}), 4),
    Case("429, Retry-After soon, once", Fault(429, headers={"Retry-After": "0"}), 1, lasting=False),
    Case("429, HTML", Fault(429, "<html>We're sorry</html>", HTML), 4),
    Case("500", Fault(500), 4),
    Case("502, HTML", Fault(502, "<html>Bad gateway</html>", HTML), 4),
    Case("503", Fault(503), 4),
    Case("503, once", Fault(503), 1, lasting=False),
    Case("504", Fault(504), 4),
    Case("200, HTML", Fault(200, "<html>Maintenance</html>", HTML), 4),
    Case("200, a page to sign in", Fault(200, f'<a href="{SIGN_IN}">', HTML), 4, by_link=3),
    Case("200, nothing", Fault(200, ""), 4),
    Case("200, half of JSON", Fault(200, '{"properties": {"title": "План"'), 4),
    Case("200, an empty object", Fault(200, "{}"), 4),
    Case("200, no tabs", Fault(200, '{"properties": {}, "sheets": []}'), 4),
    Case("200, wrong type", Fault(200, "{}", {"Content-Type": "text/plain"}), 4),
    Case("200, wrong encoding", Fault(200, '{"имя": "План"}'.encode("cp1251")), 4),
    Case("200, said to be packed", Fault(200, "{}", {"Content-Encoding": "gzip"}), 4),
    Case("200, another shape", Fault(200, '{"properties": 1, "sheets": [{"properties": [], "data": 5}]}'), 4),
    Case("200, tabs of another shape", Fault(200, '{"properties": {}, "sheets": [{"properties": {"sheetId": "x", "title": 1}, "data": [{"rowData": [{"values": [5]}]}]}]}'), 4),
    Case("500, deep JSON", Fault(500, "[" * 200_000), 4),
    Case("403, odd details", Fault(403, '{"error": {"code": "x", "message": [], "details": [1, [], {"reason": []}], "errors": 5}}'), 3),
    Case("200, deep JSON", Fault(200, "[" * 200_000), 4),
    Case("302 to sign in", Fault(302, "", {"Location": SIGN_IN}), 4, by_link=3),
    Case("302 elsewhere", Fault(302, "", {"Location": f"https://{EVIL}/"}), 4),
    Case("308 elsewhere", Fault(308, "", {"Location": f"https://{EVIL}/"}), 4),
    Case("302 by a backslash", Fault(302, "", {"Location": f"https://{EVIL}\\.google.com/"}), 4),
    Case("200, a bomb", Fault(200, _BOMB, {"Content-Encoding": "gzip"}), 4),
    Case("200, a bomb in a bomb", Fault(200, gzip.compress(_BOMB), {"Content-Encoding": "gzip, gzip"}), 4),
    Case("200, headers without end", Fault(200, "{}", {f"X-{n}": "a" for n in range(300)}), 4),
    Case("200, a header without end", Fault(200, "{}", {"X": "a" * 100_000}), 4),
    Case("200, an endless number", Fault(200, '{"properties": {}, "sheets": [' + "9" * 5000 + "]}"), 4),
    Case("200, cells beyond the sheet", _sheet(startRow=10**9), 4),
    Case("200, cells before the sheet", _sheet(startColumn=-1), 4),
    Case("503, Retry-After in another age", Fault(503, headers={"Retry-After": "9" * 5000}), 4),
    Case("302 to nowhere", Fault(302), 4),
    Case("302 to nonsense", Fault(302, "", {"Location": "https://[::1"}), 4),
)  # fmt: skip
"""What is answered instead of a sheet."""

TOKENS = (
    Case("400, revoked", _grant(400, "invalid_grant", "Token has been expired or revoked."), 3),
    Case("400, a clock that is wrong", _grant(400, "invalid_grant", _CLOCK), 3),
    Case("400, nonsense", Fault(400, "[1]"), 4),
    Case("401", _grant(401, "invalid_client", "The OAuth client was not found."), 3),
    Case("403", _grant(403, "access_denied", "No"), 3),
    Case("404", Fault(404, "<html>Not found</html>", HTML), 4),
    Case("408", Fault(408), 4),
    Case("429", Fault(429, "<html>We're sorry</html>", HTML), 4),
    Case("500", Fault(500), 4),
    Case("502", Fault(502, "<html>Bad gateway</html>", HTML), 4),
    Case("503", Fault(503), 4),
    Case("504", Fault(504), 4),
    Case("200, HTML", Fault(200, "<html>", HTML), 4),
    Case("200, an empty object", Fault(200, "{}"), 4),
    Case("200, a list", Fault(200, "[]"), 4),
    Case("200, an odd moment", Fault(200, '{"access_token": "x", "expires_in": "soon"}'), 4),
    Case("200, wrong encoding", Fault(200, '{"имя": 1}'.encode("cp1251")), 4),
    Case("200, deep JSON", Fault(200, "[" * 200_000), 4),
    Case("302 elsewhere", Fault(302, "", {"Location": f"https://{EVIL}/"}), 4),
    Case("307 elsewhere", Fault(307, "", {"Location": f"https://{EVIL}/"}), 4),
)  # fmt: skip
"""What is answered instead of a token."""
