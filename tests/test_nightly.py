"""The nightly check from Google to the exports, in every way to open a sheet, requests counted."""

import datetime as dt
import json

import pytest

from tests.google import ACCOUNT, FEDERATED, ID, PERSON, Fault, Shown, Spreadsheet, Tab
from tests.google.answers import API_KEY
from tests.program import run, workplace

ROWS: list[list[object]] = [
    ["План мероприятий", None, None, None, None, None],
    [
        "Школа",
        "Мероприятие",
        "Дата проведения",
        "Участники",
        "Ответственный",
        "Ссылка на публикацию",
    ],
    [
        "СОШ №8",
        "Науку в каждый класс",
        Shown(dt.date(2024, 2, 15), "15 фев", "DATE"),
        "педагоги",
        "Иванова А.П.",
        None,
    ],
    [
        None,
        "Фестиваль идей",
        "16.02.2024",
        "8-9 классы",
        "Петров С.И.",
        Shown("ВК", link="https://vk.com/wall-1_2"),
    ],
    ["СОШ №9", "День открытых дверей", "31 апреля", "родители", "Сидорова О.Н.", None],
]


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path, plan=None)


@pytest.fixture
def sheet(google):
    tab = Tab("План", ROWS, merges=[(2, 0, 4, 1)])
    return google.share(Spreadsheet("Сетевой план", [tab]))


def check(google, place, **variables):
    outcome = run(
        "check",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0",
        "-f",
        "json",
        "--export",
        "out.json",
        cwd=place,
        env={**google.env(), **variables},
    )
    return outcome, json.loads(outcome.out) if outcome.out else None


def told(place):
    return json.loads((place / "out.json").read_text(encoding="utf-8"))


def test_a_service_account_takes_one_token_and_one_read(google, place, sheet):
    sheet.readers = {ACCOUNT}
    outcome, report = check(
        google, place, TOCHKA_SERVICE_ACCOUNT=str(google.folder / "service-account.json")
    )
    assert outcome.code == 1, outcome
    assert google.asked() == ["token", "sheets"]
    assert report["source"]["access"] == "service-account"
    assert "service-account" in outcome.err
    export = told(place)
    assert [event["school"] for event in export["events"]] == ["sosh-8", "sosh-8"]
    assert export["events"][0]["date"]["start"] == "2024-02-15"
    assert export["events"][1]["links"] == ["https://vk.com/wall-1_2"]
    assert "filled_down" in export["events"][1]["notes"]["school"]
    (problem,) = export["unresolved"]
    assert (problem["row"], problem["problems"]) == (5, ["date-impossible"])
    finding = next(
        finding for finding in report["findings"] if finding["code"] == "date-impossible"
    )
    assert finding["url"] == f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0&range=C5"


def test_names_stay_out_of_what_is_written_unless_asked_for(google, place, sheet):
    outcome, _ = check(google, place)
    text = outcome.out + outcome.err + (place / "out.json").read_text(encoding="utf-8")
    assert not any(name in text for name in ("Иванова", "Петров", "Сидорова"))
    kept = run("check", ID, "--with-contacts", "--export", "kept.json", cwd=place, env=google.env())
    assert kept.code == 1
    assert "Иванова" in (place / "kept.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("reader", "variable", "value", "access", "requests"),
    [
        (FEDERATED, "GOOGLE_APPLICATION_CREDENTIALS", "external-account.json", "adc", 3),
        (PERSON, "GOOGLE_APPLICATION_CREDENTIALS", "authorized-user.json", "adc", 2),
        ("anyone", "TOCHKA_API_KEY", API_KEY, "api-key", 1),
        ("anyone", None, None, "link", 2),
    ],
    ids=["federation", "gcloud login", "API key", "link"],
)
def test_every_other_way_gives_the_same_plan(
    google, place, sheet, reader, variable, value, access, requests
):
    sheet.readers = {reader}
    files = {path.name: str(path) for path in google.folder.rglob("*.json")}
    variables = {variable: files.get(value, value)} if variable else {}
    outcome, report = check(google, place, **variables)
    assert outcome.code == 1, outcome
    assert report["source"]["access"] == access
    assert len(google.asked()) == requests, google.asked()
    assert not [route for route in google.asked() if "allowed" in route]
    assert [event["date"]["start"] for event in told(place)["events"]] == [
        "2024-02-15",
        "2024-02-16",
    ]


@pytest.mark.parametrize(
    ("prepare", "code", "words"),
    [
        (lambda google, sheet: sheet.readers.clear(), 3, [ACCOUNT]),
        (lambda google, sheet: google.spreadsheets.clear(), 3, []),
        (lambda google, sheet: google.fail("sheets", Fault(status=500, times=-1)), 4, []),
        (lambda google, sheet: google.fail("token", Fault(status=503, times=-1)), 4, []),
    ],
    ids=["not shared", "no such sheet", "Google fails", "no token"],
)
def test_a_read_that_fails_is_never_an_empty_plan(google, place, sheet, prepare, code, words):
    sheet.readers = {ACCOUNT}
    prepare(google, sheet)
    (place / "out.json").write_text("earlier", encoding="utf-8")
    outcome = run(
        "check",
        ID,
        "--export",
        "out.json",
        "--timeout",
        "3" if code == 4 else "300",  # what is not refused is tried again as long
        cwd=place,
        env={**google.env(), "TOCHKA_SERVICE_ACCOUNT": str(google.folder / "service-account.json")},
    )
    assert outcome.code == code, outcome
    assert outcome.out == ""
    assert "\nЧто делать: " in outcome.err
    assert all(word in outcome.err for word in words), outcome.err
    assert (place / "out.json").read_text(encoding="utf-8") == "earlier"
