"""Everything that can go wrong between here and Google, and what each is called."""

import datetime as dt
import json
import time
import warnings
from contextlib import contextmanager

import pytest
import urllib3

from tests.google import ACCOUNT, API_KEY, FEDERATED, FOREVER, ID, PERSON, Fault, Spreadsheet, Tab
from tests.google.recordings import RECORDED
from tochka_sync.errors import AccessError, ConfigError, SourceError, TochkaError
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import Secrets
from tochka_sync.sources.google import Sheet
from tochka_sync.sources.identity import identify
from tochka_sync.sources.transport import Transport

HTML = {"Content-Type": "text/html; charset=UTF-8"}
DISABLED = "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project="


class Clock:
    """Stands for waiting: remembers how long, and does not."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hurried(clock, monkeypatch):
    """Let Google's own library not wait between its tries either."""
    monkeypatch.setattr(time, "sleep", lambda _: None)
    return clock


@pytest.fixture
def plan(google, monkeypatch):
    for name, value in google.env().items():
        monkeypatch.setenv(name, value)
    readers = {ACCOUNT, FEDERATED, PERSON, "anyone"}
    return google.share(Spreadsheet("План", [Tab("План", [["Школа"]])], readers=readers))


def secrets(google) -> Secrets:
    return Secrets(str(google.folder / "service-account.json"), API_KEY)


def read(google, clock, access=Access.API_KEY, held=None, seconds=300.0):
    who = identify(access, held or secrets(google))
    with Sheet(ID, who, Transport(seconds, clock.sleep)) as sheet:
        return sheet.read()[1]


def refused(google, clock, **how) -> TochkaError:
    with pytest.raises((AccessError, SourceError, ConfigError)) as error:
        read(google, clock, **how)
    return error.value


@contextmanager
def our_patience_alone():
    """Tell the end of our patience from what else would end: a minute without a byte, the answer."""
    started = time.monotonic()
    yield
    assert time.monotonic() - started < 40


def body(name: str) -> Fault:
    recorded = RECORDED[name]
    if "html" in recorded:
        return Fault(recorded["status"], recorded["html"], HTML, times=-1)
    return Fault(recorded["status"], json.dumps(recorded["body"]), times=-1)


def said(status: int, message: str, name: str = "INVALID_ARGUMENT") -> Fault:
    error = {"code": status, "message": message, "status": name}
    return Fault(status, json.dumps({"error": error}), times=-1)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (body("no sheet"), ("google-no-sheet", 3, 1)),
        (body("not shared"), ("google-not-shared-key", 3, 1)),
        (body("api off"), ("google-api-off", 3, 1)),
        (body("api off, older"), ("google-api-off", 3, 1)),
        (body("quota"), ("google-quota", 4, 6)),
        (body("sorry page"), ("google-quota", 4, 6)),
        (body("bad mask"), ("google-refused", 4, 1)),
        (said(400, "This operation is not supported for this document", "FAILED_PRECONDITION"),
         ("google-not-a-sheet", 2, 1)),
        (said(400, "API key not valid. Please pass a valid API key."), ("google-key-refused", 3, 1)),
        (said(403, "The request is missing a valid API key."), ("google-key-refused", 3, 1)),
        (said(403, "Request had insufficient authentication scopes."), ("google-scopes", 3, 1)),
        (said(401, "Request had invalid authentication credentials."),
         ("google-unauthenticated", 3, 3)),
        (said(503, "The service is currently unavailable.", "UNAVAILABLE"), ("google-busy", 4, 7)),
        (Fault(500, "", HTML, times=-1), ("google-busy", 4, 7)),
        (Fault(502, "<html>Bad Gateway</html>", HTML, times=-1), ("google-busy", 4, 7)),
        (Fault(403, '{"error": "text"}', times=-1), ("google-not-shared-key", 3, 1)),
        (Fault(403, "[1]", times=-1), ("google-not-shared-key", 3, 1)),
        (Fault(403, '{"error": {"details": [{"reason": "CONSUMER_SUSPENDED"}]}}', times=-1),
         ("google-project-refused", 3, 1)),
        (Fault(403, "<html>Доступ ограничен</html>", HTML, times=-1), ("google-blocked", 3, 1)),
        (Fault(418, "", times=-1), ("google-refused", 4, 1)),
        (Fault(302, "", {"Location": "https://evil.example/"}, times=-1), ("google-redirect", 4, 1)),
        (Fault(200, "<html>Sign in</html>", HTML, times=-1), ("google-not-json", 4, 5)),
        (Fault(200, "<html>", times=-1), ("google-not-json", 4, 5)),
        (Fault(200, "[]", times=-1), ("google-not-json", 4, 5)),
        (Fault(200, "[" * 100_000, times=-1), ("google-not-json", 4, 5)),
        (Fault(200, "{}", times=-1), ("google-partial", 4, 5)),
        (Fault(200, '{"sheets": []}', times=-1), ("google-partial", 4, 5)),
        (Fault(200, '{"spreadsheetId": "another"}', times=-1), ("google-other-sheet", 4, 5)),
        (Fault(reset=True, times=-1), ("google-unreachable", 4, 5)),
        (Fault(cut=50, times=-1), ("google-cut", 4, 5)),
    ],
)  # fmt: skip
def test_a_permanent_fault_ends_with_its_name_after_so_many_tries(
    google, plan, clock, fault, expected
):
    google.fail("sheets", fault)
    error = refused(google, clock)
    assert (error.code, error.exit_code, len(google.asked())) == expected


@pytest.mark.parametrize(
    "fault",
    [
        body("quota"), Fault(503), Fault(500), Fault(429, headers={"Retry-After": "7"}), Fault(408),
        Fault(200, "<html>", HTML), Fault(200, "{}"), Fault(reset=True), Fault(cut=50),
    ],
)  # fmt: skip
def test_a_passing_fault_is_waited_out(google, plan, clock, fault):
    fault.times = 2
    google.fail("sheets", fault)
    assert read(google, clock)[0].text(0, 0) == "Школа"
    assert google.asked() == ["sheets"] * 3
    assert len(clock.waits) == 2


def test_half_of_a_surrogate_pair_is_read_as_it_came(google, plan, clock):
    cell = '{"formattedValue": "Школа \\ud83d"}'
    tab = (
        f'{{"properties": {{"title": "План"}}, "data": [{{"rowData": [{{"values": [{cell}]}}]}}]}}'
    )
    google.fail("sheets", Fault(200, f'{{"properties": {{"title": "П"}}, "sheets": [{tab}]}}'))
    assert read(google, clock)[0].text(0, 0) == "Школа \ud83d"
    assert google.asked() == ["sheets"]


def test_the_server_is_waited_for_as_long_as_it_asks(google, plan, clock):
    google.fail("sheets", Fault(503, headers={"Retry-After": "7"}))
    google.fail(
        "sheets",
        Fault(
            429,
            headers={
                "Date": "Fri, 02 Jun 2023 10:00:00 GMT",
                "Retry-After": "Fri, 02 Jun 2023 10:00:09 GMT",
            },
        ),
    )
    read(google, clock)
    assert 7 <= clock.waits[0] <= 8
    assert 9 <= clock.waits[1] <= 10


def test_a_wait_longer_than_our_patience_is_not_begun(google, plan, clock):
    google.fail("sheets", Fault(503, headers={"Retry-After": "600"}))
    assert refused(google, clock).code == "google-busy"
    assert clock.waits == []


def test_waiting_for_a_quota_outlasts_the_minute_it_is_refilled_in(google, plan, clock):
    google.fail("sheets", body("quota"))
    refused(google, clock, seconds=300)
    assert sum(clock.waits) >= 60


def test_a_quota_is_waited_for_even_if_the_server_asks_for_no_wait(google, plan, clock):
    google.fail("sheets", Fault(429, headers={"Retry-After": "0"}, times=-1))
    refused(google, clock, seconds=300)
    assert sum(clock.waits) >= 60


def test_a_server_that_hangs_is_given_up_in_time(google, plan, clock):
    google.fail("sheets", Fault(hang=FOREVER, times=-1))
    with our_patience_alone():
        assert refused(google, clock, seconds=2).code == "google-timeout"


def test_a_trickle_is_given_up_in_time(google, plan, clock):
    google.fail("sheets", Fault(drip=0.5, times=-1))
    with our_patience_alone():
        assert refused(google, clock, seconds=2).code == "google-timeout"


@pytest.mark.parametrize(
    ("route", "fault"),
    [
        ("sheets", Fault(dawdle=0.5, times=-1)),
        ("token", Fault(drip=0.5, times=-1)),
        ("token", Fault(hang=FOREVER, times=-1)),
    ],
    ids=["headers that trickle", "a token that trickles", "a token that hangs"],
)
def test_nothing_on_the_way_outlasts_our_patience(google, plan, clock, route, fault):
    google.fail(route, fault)
    with our_patience_alone():
        assert refused(google, clock, access=Access.SERVICE_ACCOUNT, seconds=0.5).exit_code == 4


@pytest.mark.parametrize("asked", ["\u00b2", "-1", "soon", "9" * 400, "Fri, 02 Jun 2023 10:00:00"])
def test_an_odd_wish_to_wait_does_no_harm(google, plan, clock, asked):
    google.fail("sheets", Fault(503, headers={"Retry-After": asked, "Date": asked}, times=9))
    assert refused(google, clock).code == "google-busy"


def test_who_has_to_be_let_in_is_named(google, plan, clock):
    plan.readers = {"director@school.ru"}
    error = refused(google, clock, access=Access.SERVICE_ACCOUNT)
    assert (error.code, error.facts) == ("google-not-shared", {"account": ACCOUNT})


def test_the_address_that_enables_the_interface_is_named(google, plan, clock):
    google.fail("sheets", body("api off"))
    assert refused(google, clock).facts["url"] == f"{DISABLED}1234567890"


def test_an_older_answer_names_that_address_only_in_its_text(google, plan, clock):
    google.fail("sheets", body("api off, older"))
    assert refused(google, clock).facts["url"] == f"{DISABLED}977449744253"


def grant(name: str, description: str, status: int = 400) -> Fault:
    told = json.dumps({"error": name, "error_description": description})
    return Fault(status, told, times=-1)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (grant("invalid_grant", "Invalid JWT: Token must be a short-lived token (60 minutes) and in"
               " a reasonable timeframe."), ("access-clock", 3)),
        (grant("invalid_grant", "Invalid JWT Signature."), ("access-key-revoked", 3)),
        (grant("invalid_grant", "Invalid grant: account not found"), ("access-account-gone", 3)),
        (grant("invalid_client", "The OAuth client was not found.", 401), ("access-refused", 3)),
        (Fault(500, "", times=-1), ("google-token-down", 4)),
        (Fault(404, "<html>Not found</html>", HTML, times=-1), ("google-token-down", 4)),
        (Fault(200, "<html>", HTML, times=-1), ("google-token-down", 4)),
        (Fault(200, "{}", times=-1), ("google-token-down", 4)),
        (Fault(200, '{"access_token": "x", "expires_in": 1e308}', times=-1), ("google-token-down", 4)),
        (Fault(200, '{"access_token": "x", "expires_in": 0}', times=-1), ("google-token-down", 4)),
        (Fault(reset=True, times=-1), ("google-unreachable", 4)),
    ],
)  # fmt: skip
def test_a_token_that_is_not_given_is_told_apart(google, plan, hurried, fault, expected):
    google.fail("token", fault)
    error = refused(google, hurried, access=Access.SERVICE_ACCOUNT)
    assert (error.code, error.exit_code) == expected
    assert "sheets" not in google.asked()


def test_a_secret_does_not_follow_a_redirect_of_who_gives_tokens(google, plan, hurried):
    google.fail("token", Fault(307, "", {"Location": "https://other.googleapis.com/"}, times=-1))
    error = refused(google, hurried, access=Access.SERVICE_ACCOUNT)
    assert (error.code, error.exit_code) == ("google-token-down", 4)
    assert set(google.asked()) == {"token"}


def test_a_token_endpoint_that_was_busy_is_asked_again(google, plan, hurried):
    google.fail("token", Fault(503, times=4))
    assert read(google, hurried, access=Access.SERVICE_ACCOUNT)
    assert google.asked() == ["token"] * 5 + ["sheets"]


def test_a_token_that_ran_out_on_the_way_is_renewed(google, plan, clock):
    fault = said(401, "Request had invalid authentication credentials.")
    fault.times = 1
    google.fail("sheets", fault)
    assert read(google, clock, access=Access.SERVICE_ACCOUNT)
    assert google.asked() == ["token", "sheets", "token", "sheets"]


@pytest.mark.parametrize(
    ("route_and_fault", "code"),
    [
        (("iam", Fault(403, '{"error": {"code": 403, "message": "denied"}}', times=-1)), "access-impersonation"),
        (("iam", Fault(503, '{"error": {"code": 503}}', times=-1)), "google-token-down"),
        (("sts", grant("invalid_grant", "The given credential is rejected.")), "access-refused"),
        (("sts", Fault(503, "", times=-1)), "google-token-down"),
    ],
)  # fmt: skip
def test_a_federated_job_is_told_what_it_lacks(google, plan, hurried, route_and_fault, code):
    google.fail(*route_and_fault)
    held = Secrets(application_default=str(google.folder / "external-account.json"))
    assert refused(google, hurried, access=Access.ADC, held=held).code == code


def test_a_revoked_login_says_so(google, plan, clock):
    google.fail("token", grant("invalid_grant", "Token has been expired or revoked."))
    held = Secrets(application_default=str(google.folder / "authorized-user.json"))
    assert refused(google, clock, access=Access.ADC, held=held).code == "access-login-expired"


def test_without_a_network_or_behind_a_wrong_proxy_that_is_said(google, plan, clock, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert refused(google, clock).code == "google-proxy"


def test_of_a_clock_that_stands_behind_no_library_speaks(google, plan, clock, monkeypatch):
    monkeypatch.setattr(urllib3.connection, "RECENT_DATE", dt.date(2200, 1, 1))
    with warnings.catch_warnings(record=True) as said_aloud:
        warnings.simplefilter("error")
        assert read(google, clock)[0].text(0, 0) == "Школа"
    assert not said_aloud


def test_a_certificate_nobody_vouches_for_is_not_accepted(google, plan, clock, monkeypatch):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    assert refused(google, clock).code == "google-tls"
    assert google.asked() == []


def test_a_file_of_certificates_that_is_not_there_is_said(google, plan, clock, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(google.folder / "nowhere.pem"))
    assert refused(google, clock).code == "google-tls"
