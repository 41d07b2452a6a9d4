"""Keys, tokens and people: planted everywhere, looked for in everything that is said or written."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.google import ACCOUNT, API_KEY, ID, Fault, Google, Spreadsheet, Tab
from tests.google.identities import OIDC
from tests.program import run, workplace

PEOPLE = ("Тайникова", "тайникова@", "taynikova@example.ru", "9991234567", "999-12-34", "123-45-67")
ROWS: list[list[object]] = [
    ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный", "Телефон", "E-mail", "Примечание"],
    ["СОШ №8", "Семинар, ведёт Тайникова А.П.", "15.02.2024", "педагоги", "Тайникова А.П.",
     "8 999 123-45-67", "taynikova@example.ru", "звонить Тайниковой А.П. 8-999-123-45-67"],
    ["СОШ №9", "Фестиваль", "31 апреля", "8-9 классы", "Тайникова", "899912345670", "taynikova@", "-"],
    ["Тайникова А.П.", "8 999 123-45-67", "taynikova@example.ru", "Тайникова А.П.", "8-9", "СОШ", "х", ""],
    ["Итого", "Тайникова А.П.", "", "", "", "", "", ""],
    ["* вопросы: Тайникова А.П., 8 999 123-45-67, taynikova@example.ru", "", "", "", "", "", "", ""],
]  # fmt: skip
FORMATS = ("concise", "json", "markdown", "html", "github", "sarif", "junit")


@pytest.fixture
def secrets(google: Google) -> dict[str, str]:
    """Every secret at once, each where it is kept."""
    google.share(Spreadsheet("План", [Tab("План", ROWS)], readers={ACCOUNT, "anyone"}))
    folder = google.folder
    return google.env() | {
        "TOCHKA_SERVICE_ACCOUNT": (folder / "service-account.json").read_text(),
        "TOCHKA_API_KEY": API_KEY,
        "TOCHKA_OAUTH_CLIENT": str(folder / "oauth-client.json"),
        "GOOGLE_APPLICATION_CREDENTIALS": str(folder / "authorized-user.json"),
    }


def planted(google) -> list[str]:
    key = google.identities.service_account()["private_key"].splitlines()
    return [*key[1:-1], API_KEY, "client-secret", "refresh-token", "token-of-", OIDC]


def leaks(text: str, marks) -> list[str]:
    return [mark for mark in marks if mark.lower() in text.lower()]


def _everything(place: Path) -> dict[str, str]:
    return {
        str(path.relative_to(place)): path.read_bytes().decode("utf-8", "replace")
        for path in place.rglob("*")
        if path.is_file() and "config" not in path.parts
    }


def _words(*more: str) -> list[str]:
    reports = [word for kind in FORMATS for word in ("-f", f"{kind}:report.{kind}")]
    exports = [
        word for kind in ("csv", "json", "xlsx", "ics") for word in ("--export", f"out.{kind}")
    ]
    return ["check", ID, *reports, *exports, "--export", "package/", "--history", "h.sqlite", *more]


def test_no_secret_and_no_person_is_in_anything_said_or_written(google, tmp_path, secrets):
    workplace(tmp_path, None)
    outcome = run(*_words(), cwd=tmp_path, env=secrets | {"GITHUB_ACTIONS": "true"})
    assert outcome.code == 1, outcome
    written = _everything(tmp_path)
    history = written.pop("h.sqlite")
    for name, text in {**written, "out": outcome.out, "err": outcome.err}.items():
        assert leaks(text, [*planted(google), *PEOPLE]) == [], name
    assert leaks(history, planted(google)) == []
    assert leaks(history, PEOPLE) == []  # the ledger holds none; snapshots are packed
    workbook = _unpacked(tmp_path / "out.xlsx")
    assert leaks(workbook, PEOPLE) == []


def _unpacked(path: Path) -> str:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_what_holds_contacts_is_for_the_owner_alone(google, tmp_path, secrets):
    workplace(tmp_path, None)
    old = tmp_path / "out.csv"
    old.write_text("", encoding="utf-8")
    old.chmod(0o644)
    assert run(*_words("--with-contacts"), cwd=tmp_path, env=secrets).code == 1
    made = [path for path in tmp_path.rglob("*") if path.is_file() and "config" not in path.parts]
    assert len(made) > 12
    open_to_others = [path.name for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert open_to_others == []
    assert "Тайникова" in (tmp_path / "out.json").read_text(encoding="utf-8")


QUOTED = [
    (way, route)
    for way in ("TOCHKA_SERVICE_ACCOUNT", "TOCHKA_API_KEY", "none")
    for route in ("token", "sheets", "export")
]


@pytest.mark.parametrize(
    ("way", "route"),
    [
        row if number % 4 == 0 else pytest.param(*row, marks=pytest.mark.torture)
        for number, row in enumerate(QUOTED)
    ],
)
def test_what_google_says_back_gives_no_secret_away(google, tmp_path, secrets, way, route):
    """An answer may quote what was sent; nothing of it is passed on but a short reason."""
    mine = {
        name: value
        for name, value in secrets.items()
        if not name.startswith(("TOCHKA_", "GOOGLE_"))
    }
    mine |= {way: secrets[way]} if way in secrets else {}
    quoted = json.dumps(
        {"error": "invalid_request", "error_description": "Тайникова А.П. " + API_KEY}
    )
    google.fail(route, Fault(400, quoted, times=-1))
    outcome = run("check", ID, cwd=workplace(tmp_path, None), env=mine)
    told = outcome.out + outcome.err
    assert leaks(told, planted(google)) == [], told
    assert "Traceback" not in told


def test_a_crash_names_a_place_in_the_program_and_nothing_of_the_sheet(
    tmp_path, capsys, monkeypatch
):
    from tochka_sync import check, cli

    def broken(*_, **__):
        raise KeyError("Тайникова А.П., 8 999 123-45-67", API_KEY)

    workplace(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check, "check", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", "plan.csv", "--no-history"])
    said = capsys.readouterr()
    assert ended.value.code == 70
    assert "KeyError" in said.err
    assert leaks(said.out + said.err, [*PEOPLE, API_KEY, "Traceback"]) == []


@pytest.mark.parametrize("way", ["TOCHKA_SERVICE_ACCOUNT", "TOCHKA_API_KEY", "none"])
def test_a_password_kept_for_other_programs_is_sent_to_nobody(google, tmp_path, secrets, way):
    """What `.netrc` has for any host would also take the place of our own token."""
    names = {"TOCHKA_SERVICE_ACCOUNT", "TOCHKA_API_KEY", "TOCHKA_OAUTH_CLIENT",
             "GOOGLE_APPLICATION_CREDENTIALS"} - {way}  # fmt: skip
    mine = {name: value for name, value in secrets.items() if name not in names}
    (tmp_path / ".netrc").write_text("default login me password another\n")
    (tmp_path / ".netrc").chmod(0o600)
    outcome = run("check", ID, "--no-history", cwd=workplace(tmp_path, None), env=mine)
    assert outcome.code == 1, outcome
    assert len(google.log) >= 1
    for request in google.log:
        assert "Basic" not in request.headers.get("authorization", "")


STRANGERS = (
    "evil.example", "evil.example\\.googleapis.com", "evil.example#.google.com", "google.com.evil.example",
    "google.com@evil.example", "evilgoogle.com", "evil.example/.google.com", "evil.example%2f.google.com",
)  # fmt: skip


def test_a_credentials_file_that_names_a_strangers_host_is_refused(google):
    from tochka_sync.errors import AccessError
    from tochka_sync.sources.access import Access
    from tochka_sync.sources.credentials import Secrets
    from tochka_sync.sources.identity import identify

    for host in STRANGERS:
        key = google.identities.service_account() | {"token_uri": f"https://{host}/token"}
        with pytest.raises(AccessError) as stopped:
            identify(Access.SERVICE_ACCOUNT, Secrets(service_account=json.dumps(key)))
        assert stopped.value.code == "access-foreign-host"


def test_credentials_go_to_googles_hosts_only_and_only_to_read(google, tmp_path, secrets):
    run(*_words(), cwd=workplace(tmp_path, None), env=secrets)
    assert google.hosts <= {"oauth2.googleapis.com", "sheets.googleapis.com"}
    assert {request.method for request in google.log if request.route == "sheets"} == {"GET"}
    assert set(google.scopes.values()) == {"https://www.googleapis.com/auth/spreadsheets.readonly"}
