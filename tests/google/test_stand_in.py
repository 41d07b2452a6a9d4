"""The stand-in answers as the recordings do; it is asked by requests alone."""

import datetime as dt

import pytest
import requests

from tests.google import ACCOUNT, API_KEY, FOREVER, Fault, Shown, Spreadsheet, Tab
from tests.google.recordings import RECORDED
from tests.program import PATIENCE

RECORDED_ID = "187zm3OWka7Zlt8GGzYJLMeIxmzlCWk_H_KbUmcKXTyw"
URL = f"https://sheets.googleapis.com/v4/spreadsheets/{RECORDED_ID}"
MERGED = [["1"], [None, None, "title"], [None, None, "2"], ["num", "val", None, "0"]]
RENDERED = [
    [Shown(2, formula="=4/2"), Shown(dt.date(2020, 1, 1), text="2020-01-01"), "string", 53],
    [
        Shown(1.5, text="1.5"),
        Shown(0.12, text="0.12"),
        Shown(dt.date(1999, 1, 2), text="1999-01-02"),
        "",
    ],
]
NOTED = [
    [Shown(note="read my note")],
    [None, Shown(note="Or don't")],
    [Shown(note="another note"), None, Shown(note="test")],
]


def put(google, rows, size=(4, 4), **rest):
    tab = Tab("Sheet1", rows, size=size, **rest)
    return google.share(Spreadsheet("Test", [tab], RECORDED_ID, "en_US", "Etc/GMT"))


def ask(google, url=URL, query=None, key=API_KEY, timeout=PATIENCE):
    with requests.Session() as session:
        session.proxies = {"https": google.env()["HTTPS_PROXY"]}
        session.trust_env = False
        session.verify = google.env()["REQUESTS_CA_BUNDLE"]
        headers = {"x-goog-api-key": key} if key else {}
        return session.get(url, params=query, headers=headers, timeout=timeout)


@pytest.mark.parametrize(
    ("name", "path", "rows", "rest"),
    [
        ("metadata", "", MERGED, {"merges": [(1, 0, 3, 1)]}),
        ("values", "/values:batchGet", MERGED, {}),
        ("blank values", "/values:batchGet", [], {"size": (2, 4)}),
        ("notes", "", NOTED, {}),
        ("no notes", "", [], {}),
        ("bad mask", "", [], {}),
        ("no range", "", [], {}),
    ],
)
def test_an_answer_is_the_recorded_one(google, name, path, rows, rest):
    put(google, rows, **rest)
    recorded = RECORDED[name]
    answer = ask(google, URL + path, recorded["query"])
    assert answer.status_code == recorded.get("status", 200)
    assert answer.json() == recorded["body"]
    assert answer.text.startswith("{\n  ")  # pretty-printed unless asked not to be


@pytest.mark.parametrize(("options", "expected"), RECORDED["render"].items())
def test_values_are_rendered_as_recorded(google, options, expected):
    put(google, RENDERED)
    render, dates = options.split()
    query = {"ranges": "'Sheet1'", "valueRenderOption": render, "dateTimeRenderOption": dates}
    answer = ask(google, URL + "/values:batchGet", query).json()
    assert answer["valueRanges"][0]["values"] == expected


def test_an_unknown_sheet_and_one_not_shared_are_refused_as_recorded(google):
    answer = ask(google)
    assert (answer.status_code, answer.json()) == (404, RECORDED["no sheet"]["body"])
    put(google, MERGED).readers = {ACCOUNT}
    answer = ask(google)
    assert (answer.status_code, answer.json()) == (403, RECORDED["not shared"]["body"])


@pytest.mark.parametrize(("key", "status"), [("", 403), ("wrong", 400)])
def test_without_a_good_key_nothing_is_given(google, key, status):
    put(google, MERGED)
    assert ask(google, key=key).status_code == status


def test_an_unpermitted_host_is_logged_and_gets_nothing(google):
    url = "https://cloudresourcemanager.googleapis.com/v1/projects/1"
    assert ask(google, url).status_code == 404
    assert google.asked() == ["other"]


def test_faults_befall_their_route_one_after_another(google):
    put(google, MERGED)
    google.fail("sheets", Fault(503, times=2), Fault(429, headers={"Retry-After": "3"}))
    assert [ask(google).status_code for _ in range(4)] == [503, 503, 429, 200]


@pytest.mark.parametrize(
    ("fault", "timeout", "error"),
    [
        (Fault(reset=True), PATIENCE, requests.ConnectionError),
        (Fault(cut=10), PATIENCE, requests.exceptions.ChunkedEncodingError),
        (Fault(hang=FOREVER), 1, requests.Timeout),
    ],
)
def test_a_connection_breaks_or_hangs_on_demand(google, fault, timeout, error):
    put(google, MERGED)
    google.fail("sheets", fault)
    with pytest.raises(error):
        ask(google, timeout=timeout)


def test_a_shared_sheet_is_exported_over_a_redirect_and_a_private_one_asks_to_sign_in(google):
    spreadsheet = put(google, MERGED)
    url = f"https://docs.google.com/spreadsheets/d/{RECORDED_ID}/export?format=xlsx"
    answer = ask(google, url)
    assert [step.status_code for step in answer.history] == [307]
    assert answer.content.startswith(b"PK")
    spreadsheet.readers = {ACCOUNT}
    assert "Sign-in" in ask(google, url).text
    google.sign_in = "401"
    assert ask(google, url).status_code == 401
