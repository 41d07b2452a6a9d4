"""When a Google sheet was last changed: asked of Drive where it is wished, and never needed."""

import json

import pytest

from tests.google import ACCOUNT, API_KEY, Fault, Spreadsheet, Tab
from tests.program import run, workplace

ROWS: list[list[object]] = [
    ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный"],
    ["СОШ №8", "Науку в каждый класс", "15.02.2024", "педагоги", "Иванова А.П."],
]
IN_TIME, AFTER = "2023-06-01T21:29:57.884Z", "2023-06-02T15:00:00.000Z"  # midnight in Yakutsk
SWITCHED = "modified_time = true"


@pytest.fixture
def plan(google):
    return google.share(Spreadsheet("План", [Tab("План", ROWS)], readers={ACCOUNT}))


@pytest.fixture
def place(tmp_path):
    place = workplace(tmp_path, None)
    path = place / "config" / "plan.toml"
    text = path.read_text(encoding="utf-8")
    assert "# modified_time = false" in text
    path.write_text(text.replace("# modified_time = false", SWITCHED), encoding="utf-8")
    return place


def check(google, place, **variables):
    key = str(google.folder / "service-account.json")
    env = {"TOCHKA_SERVICE_ACCOUNT": key, **google.env(), **variables}
    url = f"https://docs.google.com/spreadsheets/d/{next(iter(google.spreadsheets))}/edit"
    done = run("check", url, "-f", "json", "--lang", "en", cwd=place, env=env)
    assert done.code in {0, 1}, done.err
    return done, json.loads(done.out)


def standing(report):
    return next(
        (school["standing"], school["evidence"])
        for school in report["schools"]
        if school["school"] == "sosh-8"
    )


def test_unless_it_is_wished_nobody_is_asked(google, plan, tmp_path):
    place = workplace(tmp_path / "plain", None)
    _, report = check(google, place)
    assert google.asked() == ["token", "sheets"]
    assert report["source"]["modified"] is None
    assert standing(report)[0] == "unknown"


def test_a_sheet_nobody_changed_since_the_deadline_is_in_time(google, plan, place):
    plan.modified = IN_TIME
    done, report = check(google, place)
    assert google.asked() == ["token", "sheets", "token", "drive"]
    assert standing(report)[0] == "on-time"
    assert report["source"]["modified"].startswith("2023-06-0")
    assert "did not say" not in done.err


def test_a_sheet_changed_after_the_deadline_tells_nothing(google, plan, place):
    plan.modified = AFTER
    _, report = check(google, place)
    assert standing(report)[0] == "unknown"


def test_only_the_time_is_asked_for_with_no_more_than_that_takes(google, plan, place):
    check(google, place)
    asked = [request for request in google.log if request.route == "drive"]
    assert [request.query["fields"] for request in asked] == [["modifiedTime"]]
    assert google.scopes[f"token-of-{ACCOUNT}"].split() == [
        "https://www.googleapis.com/auth/spreadsheets.readonly",
        "https://www.googleapis.com/auth/drive.metadata.readonly",
    ]


def test_a_key_may_ask_too(google, plan, place):
    plan.readers, plan.modified = {"anyone"}, IN_TIME
    _, report = check(google, place, TOCHKA_SERVICE_ACCOUNT="", TOCHKA_API_KEY=API_KEY)
    assert google.asked() == ["sheets", "drive"]
    assert standing(report)[0] == "on-time"


def test_a_mere_link_is_not_asked(google, plan, place):
    plan.readers = {"anyone"}
    _, report = check(google, place, TOCHKA_SERVICE_ACCOUNT="")
    assert google.asked() == ["export", "download"]
    assert standing(report)[0] == "unknown"


OFF = json.dumps({"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "Google Drive API has not been used in project 1 before or it is disabled.", "details": [{"reason": "SERVICE_DISABLED"}]}})  # fmt: skip


def test_the_interface_that_is_switched_off_is_the_one_named(google, plan, place):
    google.fail("drive", Fault(403, OFF, times=-1))
    done, _ = check(google, place)
    assert "Google Drive API" in done.err
    assert "library/drive.googleapis.com" in done.err
    assert "Sheets API" not in done.err


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault(403, OFF, times=-1), id="switched off"),
        pytest.param(Fault(404, "{}", times=-1), id="not there"),
        pytest.param(Fault(401, "{}", times=-1), id="refused"),
        pytest.param(Fault(200, "{}", {"Content-Type": "application/json"}, times=-1), id="silent"),
        pytest.param(
            Fault(200, '{"modifiedTime": "вчера"}', {"Content-Type": "application/json"}, times=-1),
            id="nonsense",
        ),
        pytest.param(
            Fault(
                200,
                '{"modifiedTime": "2023-06-01T21:29:57"}',
                {"Content-Type": "application/json"},
                times=-1,
            ),
            id="of no zone",
        ),
        *(
            pytest.param(
                Fault(200, f'{{"modifiedTime": "{moment}"}}', times=-1),
                id=f"of the year {moment[:4]}",
            )
            for moment in ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00")
        ),
        pytest.param(
            Fault(302, "", {"Location": "https://example.org/"}, times=-1), id="elsewhere"
        ),
    ],
)
def test_what_is_refused_is_said_and_costs_nothing_but_the_evidence(google, plan, place, fault):
    google.fail("drive", fault)
    done, report = check(google, place)
    assert standing(report)[0] == "unknown"
    assert "did not say when the sheet was last changed" in done.err
    assert report["summary"]["entries"] == 1


def test_a_first_read_after_the_deadline_keeps_the_evidence_for_later_nights(google, plan, place):
    plan.modified = IN_TIME
    check(google, place)
    plan.modified = AFTER
    _, report = check(google, place)
    assert standing(report) == ("on-time", "ledger")
