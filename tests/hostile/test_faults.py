"""A failed read is never an empty plan: faults × ways to open a sheet × commands, as processes.

A part of the table runs with the tests, all of it with `make torture`.
"""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.google import ACCOUNT, API_KEY, FEDERATED, ID, PERSON, Fault, Google, Spreadsheet, Tab
from tests.google.identities import OIDC
from tests.hostile.faults import ANSWERS, EVIL, ON_THE_WAY, TOKENS, WAYS, Case, environment
from tests.program import Outcome, run, workplace

ROWS: list[list[object]] = [
    ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный"],
    ["СОШ №8", "Науку в каждый класс", "15.02.2024", "педагоги", "Иванова А.П."],
    ["СОШ №9", "Фестиваль идей", "31 апреля", "8-9 классы", "Петров С.И."],
]
COMMANDS = ("check", "doctor", "init", "pull")
SECRETS = (API_KEY, "refresh-token", "client-secret", "token-of-", OIDC, "PRIVATE KEY", "Иванова")
EARLIER = ("out.json", "out.csv", "out.xlsx", "report.json", "history.sqlite")

Row = tuple[str, Case, str, str]


def rows() -> list[Row]:
    """The table: what befalls, the case, the way, the command.

    Every fault in every way with `check`; the other commands share its reading, and take the ways
    by turns.
    """
    trickles = [case for case in ON_THE_WAY if not (case.befall or case.env)]
    of_token = [way for way, (_, tokens) in WAYS.items() if tokens]
    table = [
        *(("sheet", case, way) for case in ON_THE_WAY + ANSWERS for way in WAYS),
        *(("token", case, way) for case in (*trickles, *TOKENS) for way in of_token),
    ]
    return [
        (target, case, way, command)
        for number, (target, case, way) in enumerate(table)
        for command in ("check", COMMANDS[1 + number % 3])
        if command == "check" or number % 2 == 0
    ]


def sample() -> list[Row]:
    """Every fault once, in ways and commands by turns; only what is cheap to run each time."""
    table = [row for row in rows() if row[3] == "check"]
    wanted = {
        ("sheet", "refused", "api-key"), ("sheet", "hung at connect", "link"),
        ("sheet", "headers that trickle", "service-account"), ("sheet", "cut short", "api-key"),
        ("sheet", "401, always", "gcloud-login"), ("sheet", "403, not shared", "federation"),
        ("sheet", "429, HTML", "link"), ("sheet", "503, once", "own-login"),
        ("sheet", "200, HTML", "link"), ("sheet", "200, deep JSON", "api-key"),
        ("sheet", "302 by a backslash", "link"), ("sheet", "200, a bomb", "service-account"),
        ("token", "307 elsewhere", "service-account"), ("token", "a body that trickles", "federation"),
    }  # fmt: skip
    return [row for row in table if (row[0], row[1].name, row[2]) in wanted]


def named(row: Row) -> str:
    return f"{row[0]} {row[1].name} × {row[2]} × {row[3]}"


@pytest.fixture(scope="session")
def remembered(tmp_path_factory) -> Path:
    """A history of one read."""
    place = workplace(tmp_path_factory.mktemp("remembered"))
    assert run("check", "plan.csv", "--history", "history.sqlite", cwd=place).code == 1
    return place / "history.sqlite"


@pytest.mark.parametrize("row", sample(), ids=named)
def test_a_fault_has_its_exit_code_a_next_step_and_touches_nothing(
    google, remembered, tmp_path, row
):
    _holds(google, remembered, tmp_path, row)


@pytest.mark.torture
@pytest.mark.parametrize("row", rows(), ids=named)
def test_the_whole_table(google, remembered, tmp_path, row):
    _holds(google, remembered, tmp_path, row)


@pytest.mark.parametrize("command", ["doctor", "init", "pull"])
def test_the_other_commands_end_as_check_does(google, remembered, tmp_path, command):
    case = next(case for case in ANSWERS if case.name == "404")
    _holds(google, remembered, tmp_path, ("sheet", case, "api-key", command))


@pytest.mark.parametrize("changes", [1, 4], ids=["once", "all the time"])
def test_a_sheet_changed_between_two_requests_of_one_read_is_read_anew(google, tmp_path, changes):
    google.share(Spreadsheet("План", [Tab("План", ROWS, size=(3, 5))]))
    google.fail("sheets", Fault(200, " " * (65 << 20)))  # too large for one answer
    for _ in range(changes):
        for word in ("Школа", "Шкала"):  # shown and held are of two moments
            table = {"range": "План!A:E", "values": [[word, "СОШ №8", "СОШ №9"]]}
            google.fail("values", Fault(200, json.dumps({"valueRanges": [table]})))
    env = environment(google, "api-key")
    outcome = run(
        "check", ID, "-f", "json:report.json", "--no-history", cwd=workplace(tmp_path), env=env
    )
    assert outcome.code == (1 if changes == 1 else 4), outcome
    assert (tmp_path / "report.json").exists() is (changes == 1)
    if changes == 1:
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        assert report["summary"]["entries"] == 2


def _holds(google: Google, remembered: Path, place: Path, row: Row) -> None:
    target, case, way, command = row
    google.share(
        Spreadsheet("План", [Tab("План", ROWS)], readers={ACCOUNT, FEDERATED, PERSON, "anyone"})
    )
    workplace(place)
    _log_in(google)
    for name in EARLIER[:-1]:
        (place / name).write_text("earlier", encoding="utf-8")
    shutil.copy(remembered, place / "history.sqlite")
    before = _files(place)
    asked, tokens = WAYS[way]
    case.begin(google, (asked,) if target == "sheet" else tokens)
    env = environment(google, way) | dict(case.env or {})
    code = case.by_link if way == "link" and case.by_link is not None else case.code
    # What passes by itself is tried again as long as that; all else waits only for an answer.
    outcome = run(*_words(command, 2 if code == 4 else 300), cwd=place, env=env)
    came_through = code == 1
    if came_through and command != "check":
        code = 0
    assert outcome.code == code, outcome
    _is_said(outcome, command, came_through=came_through)
    _is_discreet(outcome, place)
    assert EVIL not in google.hosts
    if not came_through:
        assert _files(place) == before


def _words(command: str, seconds: int) -> list[str]:
    patience = ["--timeout", str(seconds)]
    match command:
        case "check":
            reports = ["-f", "concise", "-f", "json:report.json", "--history", "history.sqlite"]
            exports = [word for name in EARLIER[:3] for word in ("--export", name)]
            return ["check", ID, *patience, *reports, *exports]
        case "pull":
            return ["pull", ID, *patience, "--history", "history.sqlite"]
        case "init":
            return ["init", ID, *patience, "--config", "new.toml"]
        case _:
            return [command, ID, *patience]


def _is_said(outcome: Outcome, command: str, *, came_through: bool) -> None:
    """Assert one sentence and a next step, in the place for it, and no traceback."""
    assert "Traceback" not in outcome.err + outcome.out
    if came_through:
        return
    told = outcome.out if command == "doctor" else outcome.err
    lines = told.strip().split("\n")
    assert lines[-1].lstrip().startswith("Что делать: "), outcome
    assert len(lines[-1]) < 500
    if command != "doctor":
        assert len(lines) == 2, outcome
        assert lines[0].startswith("Ошибка: ")
        assert len(lines[0]) < 500
        assert outcome.out == ""


def _is_discreet(outcome: Outcome, place: Path) -> None:
    """Assert that no secret and no person is in what was said or written."""
    written = [(place / name).read_text(encoding="utf-8") for name in ("out.json", "report.json")]
    for secret in SECRETS:
        assert not any(secret in text for text in (outcome.out, outcome.err, *written))


def _log_in(google: Google) -> None:
    """Leave a login where an earlier run of a person's own would have kept it."""
    client = google.identities.oauth_client()["installed"]["client_id"]
    kept = Path(google.env()["XDG_DATA_HOME"]) / "tochka-sync"
    kept.mkdir(parents=True)
    mark = hashlib.sha256(client.encode()).hexdigest()[:12]
    (kept / f"google-login-{mark}.json").write_text(json.dumps(google.identities.authorized_user()))


def _files(place: Path) -> dict[str, str]:
    return {
        str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }
