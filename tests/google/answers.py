"""What Google answers, by host and path, in the shapes of the recordings."""

import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from tests.google import mask
from tests.google.book import Spreadsheet
from tests.google.identities import ACCOUNT, API_KEY, FEDERATED, OIDC, PERSON

Json = dict[str, Any]

__all__ = ["ACCOUNT", "API_KEY", "FEDERATED", "PERSON", "Reply", "answer", "route"]

_SHEETS = "/v4/spreadsheets/"
_READS = tuple(
    f"https://www.googleapis.com/auth/{scope}"
    for scope in ("spreadsheets.readonly", "spreadsheets", "drive.readonly", "drive", "drive.file")
)
_DATES = tuple(
    f"https://www.googleapis.com/auth/{scope}"
    for scope in ("drive.metadata.readonly", "drive.metadata", "drive.readonly", "drive")
)
_HTML = {"Content-Type": "text/html; charset=utf-8"}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIGN_IN = (
    "<!doctype html><html><head><title>Google Sheets: Sign-in</title></head><body>"
    '<form action="https://accounts.google.com/v3/signin"></form></body></html>'
)


@dataclass
class Reply:
    """An answer before it is sent."""

    status: int
    body: str | bytes
    headers: dict[str, str] = field(default_factory=Json)


def route(host: str, path: str) -> str:
    """What a request is for."""
    if host == "sheets.googleapis.com" and path.startswith(_SHEETS):
        return "values" if "/values" in path else "sheets"
    if host == "iamcredentials.googleapis.com":
        return "locations" if "allowedLocations" in path else "iam"
    if host == "docs.google.com" and path.endswith("/export"):
        return "export"
    if host.endswith(".googleusercontent.com"):
        return "download"
    return {
        "oauth2.googleapis.com": "token",
        "sts.googleapis.com": "sts",
        "www.googleapis.com": "drive",
        "accounts.google.com": "sign-in",
    }.get(host, "other")


def answer(google, request) -> Reply:
    """The answer to a request that nothing befalls."""
    match request.route:
        case "sheets" | "values":
            return _sheets(google, request)
        case "token":
            return _token(google, parse_qs(request.body))
        case "sts":
            return _exchange(google, parse_qs(request.body))
        case "iam":
            return _impersonate(google, request)
        case "drive":
            return _drive(google, request)
        case "export":
            return _export(google, request)
        case "download":
            return _download(google, request)
        case "sign-in":
            return Reply(200, SIGN_IN, _HTML)
        case _:
            return error(404, "Not found", "NOT_FOUND")


def error(status: int, message: str, name: str, details: list[Any] | None = None) -> Reply:
    """An error as Google describes it."""
    described: Json = {"code": status, "message": message, "status": name}
    if details:
        described["details"] = details
    return Reply(status, json.dumps({"error": described}, indent=2) + "\n")


def _sheets(google, request) -> Reply:
    spreadsheet = google.spreadsheets.get(request.path.removeprefix(_SHEETS).partition("/")[0])
    reader, refusal = _reader(google, request)
    if refusal:
        return refusal
    if spreadsheet is None:
        return error(404, "Requested entity was not found.", "NOT_FOUND")
    if not {"anyone", reader} & spreadsheet.readers:
        return error(403, "The caller does not have permission", "PERMISSION_DENIED")
    pretty = request.query.get("prettyPrint") != ["false"]
    body = (_values if request.route == "values" else _get)(spreadsheet, request.query)
    return body if isinstance(body, Reply) else Reply(200, _dump(body, pretty=pretty))


def _reader(google, request, enough=_READS) -> tuple[str, Reply | None]:
    """Who asks, or why they may not."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    key = request.headers.get("x-goog-api-key") or request.query.get("key", [""])[0]
    if token:
        if token not in google.scopes:
            message = (
                "Request had invalid authentication credentials. Expected OAuth 2 access token,"
                " login cookie or other valid authentication credential."
            )
            return "", error(401, message, "UNAUTHENTICATED")
        if not set(google.scopes[token].split()) & set(enough):
            message = "Request had insufficient authentication scopes."
            reason = {"@type": "type.googleapis.com/google.rpc.ErrorInfo",
                      "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}  # fmt: skip
            return "", error(403, message, "PERMISSION_DENIED", [reason])
        return token.removeprefix("token-of-"), None
    if key == API_KEY:
        return "anyone", None
    if key:
        reason = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
        message = "API key not valid. Please pass a valid API key."
        return "", error(400, message, "INVALID_ARGUMENT", [reason])
    return "", error(403, "The request is missing a valid API key.", "PERMISSION_DENIED")


def _get(spreadsheet: Spreadsheet, query: dict[str, list[str]]) -> Json | Reply:
    described = spreadsheet.describe()
    for area in query.get("ranges", []):
        title = area.rpartition("!")[0] or area
        names = [tab["properties"]["title"] for tab in described["sheets"]]
        if title.strip("'").replace("''", "'") not in names:
            return error(400, f"Unable to parse range: {area}", "INVALID_ARGUMENT")
    if "ranges" in query:
        wanted = {(area.rpartition("!")[0] or area).strip("'") for area in query["ranges"]}
        described["sheets"] = [
            tab for tab in described["sheets"] if tab["properties"]["title"] in wanted
        ]
    if "fields" in query:
        try:
            tree = mask.parse(query["fields"][0])
        except mask.UnknownFieldError as unknown:
            return _bad_mask(str(unknown))
        left: Json = mask.apply(described, tree)
        return left
    if query.get("includeGridData") != ["true"]:
        for tab in described["sheets"]:
            tab.pop("data", None)
    return described


def _bad_mask(path: str) -> Reply:
    violation = {
        "field": path,
        "description": "Error expanding 'fields' parameter. Cannot find matching fields for path"
        f" '{path}'.",
    }
    kind = "type.googleapis.com/google.rpc.BadRequest"
    detail = {"@type": kind, "fieldViolations": [violation]}
    return error(400, "Request contains an invalid argument.", "INVALID_ARGUMENT", [detail])


def _values(spreadsheet: Spreadsheet, query: dict[str, list[str]]) -> Json | Reply:
    found = []
    for area in query.get("ranges", []):
        values = spreadsheet.values(
            area,
            query.get("valueRenderOption", ["FORMATTED_VALUE"])[0],
            query.get("dateTimeRenderOption", ["SERIAL_NUMBER"])[0],
            query.get("majorDimension", ["ROWS"])[0],
        )
        if values is None:
            return error(400, f"Unable to parse range: {area}", "INVALID_ARGUMENT")
        found.append(values)
    return {"spreadsheetId": spreadsheet.id, "valueRanges": found}


def _token(google, form: dict[str, list[str]]) -> Reply:
    if form.get("grant_type") == ["refresh_token"]:
        login = google.identities.authorized_user()
        if any(form.get(name) != [login[name]] for name in ("refresh_token", "client_id")):
            return _no_token("invalid_grant", "Token has been expired or revoked.")
        return _grant(google, PERSON, form.get("scope", [_READS[0]])[0])
    if form.get("grant_type") != ["urn:ietf:params:oauth:grant-type:jwt-bearer"]:
        return _no_token("unsupported_grant_type", "Invalid grant_type")
    claims = google.identities.claims(form.get("assertion", [""])[0])
    if claims is None:
        return _no_token("invalid_grant", "Invalid JWT Signature.")
    if claims.get("iss") != ACCOUNT or claims.get("aud") != "https://oauth2.googleapis.com/token":
        return _no_token("invalid_grant", "Invalid grant: account not found")
    if not claims["iat"] - 300 < time.time() < claims["exp"] < claims["iat"] + 3601:
        return _no_token(
            "invalid_grant",
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
            " timeframe. Check your iat and exp values in the JWT claim.",
        )
    return _grant(google, ACCOUNT, claims.get("scope", ""))


def _grant(google, who: str, scopes: str) -> Reply:
    token = {
        "access_token": _given(google, who, scopes),
        "expires_in": 3599,
        "token_type": "Bearer",
    }
    return Reply(200, json.dumps(token))


def _given(google, who: str, scopes: str) -> str:
    """Give a token; one that was given stays good for what it was given for."""
    name = f"token-of-{who}"
    known = google.scopes.get(name, "").split()
    google.scopes[name] = " ".join(dict.fromkeys([*known, *scopes.split()]))
    return name


def _no_token(name: str, description: str) -> Reply:
    return Reply(400, json.dumps({"error": name, "error_description": description}))


def _exchange(google, form: dict[str, list[str]]) -> Reply:
    if form.get("subject_token") != [OIDC]:
        return _no_token("invalid_grant", "The given credential is rejected.")
    google.scopes["token-of-federation"] = form.get("scope", [""])[0]
    token = {
        "access_token": "token-of-federation",
        "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
        "token_type": "Bearer",
        "expires_in": 3600,
    }
    return Reply(200, json.dumps(token))


def _impersonate(google, request) -> Reply:
    if not request.path.endswith(f"/{FEDERATED}:generateAccessToken") or (
        request.headers.get("authorization") != "Bearer token-of-federation"
    ):
        message = "Permission 'iam.serviceAccounts.getAccessToken' denied on resource."
        return error(403, message, "PERMISSION_DENIED")
    token = _given(google, FEDERATED, " ".join(json.loads(request.body)["scope"]))
    until = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))
    return Reply(200, json.dumps({"accessToken": token, "expireTime": until}))


def _drive(google, request) -> Reply:
    reader, refusal = _reader(google, request, _DATES)
    if refusal:
        return refusal
    spreadsheet = google.spreadsheets.get(request.path.rpartition("/")[2])
    if spreadsheet is None or not {"anyone", reader} & spreadsheet.readers:
        return error(404, "File not found: .", "NOT_FOUND")
    known = {"id": spreadsheet.id, "name": spreadsheet.title, "modifiedTime": spreadsheet.modified}
    wanted = request.query.get("fields", ["id,name"])[0].split(",")
    if any(name not in known for name in wanted):
        return _bad_mask(wanted[0])
    return Reply(200, _dump({name: known[name] for name in wanted}))


def _export(google, request) -> Reply:
    spreadsheet = google.spreadsheets.get(request.path.split("/")[3])
    if spreadsheet is None:
        return Reply(404, "<html>Page not found</html>", _HTML)
    if "anyone" not in spreadsheet.readers:
        if google.sign_in == "401":
            return Reply(401, "<html>Unauthorized</html>", _HTML)
        url = "https://accounts.google.com/v3/signin/identifier?continue=" + quote(request.path)
        return Reply(302, "<html>Moved</html>", {**_HTML, "Location": url})
    url = f"https://doc-0c-4k-sheets.googleusercontent.com/export/x/{spreadsheet.id}/*/{spreadsheet.id}?format=xlsx"
    return Reply(307, "<html>Temporary Redirect</html>", {**_HTML, "Location": url})


def _download(google, request) -> Reply:
    spreadsheet = google.spreadsheets[unquote(request.path).rpartition("/")[2]]
    name = f"attachment; filename=\"x.xlsx\"; filename*=UTF-8''{quote(spreadsheet.title)}.xlsx"
    headers = {"Content-Type": _XLSX, "Content-Disposition": name}
    return Reply(200, spreadsheet.workbook(), headers)


def _dump(value: object, *, pretty: bool = True) -> str:
    if pretty:
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
