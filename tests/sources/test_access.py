"""Every way to open a sheet, as a program of its own, against the stand-in."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import gspread.auth
import pytest
from google.oauth2 import credentials as user
from oauthlib.oauth2 import AccessDeniedError  # type: ignore[import-untyped]

from tests.google import ACCOUNT, API_KEY, FEDERATED, ID, PERSON, Spreadsheet, Tab
from tests.program import PATIENCE
from tochka_sync.errors import AccessError, WriteError
from tochka_sync.sources import pull
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import Secrets, choose, gcloud_file, login_folder
from tochka_sync.sources.identity import identify
from tochka_sync.sources.locate import locate

SCRIPT = """
import datetime, json, os, sys, threading
from tochka_sync.errors import TochkaError
from tochka_sync.sources import pull
from tochka_sync.sources.access import Access
from tochka_sync.sources.locate import locate
now = datetime.datetime(2023, 6, 1, tzinfo=datetime.UTC)
try:
    book = pull.pull(locate(sys.argv[1]), Access(sys.argv[2]), pull.secrets(os.environ), now, 300)
    told = {"name": book.origin.name, "access": book.origin.access, "gid": book.tables[0].gid,
            "cell": book.tables[0].text(1, 0)}
    for thread in threading.enumerate():  # whatever was started in the background asks before we end
        if thread is not threading.current_thread():
            thread.join()
except TochkaError as error:
    told = {"code": error.code, "exit": error.exit_code, "facts": error.facts}
print(json.dumps(told))
"""


HOMELESS = """
import os, pwd
def unknown(number):
    raise KeyError(number)
pwd.getpwuid = unknown
del os.environ["HOME"]
"""
"""A user the system does not know, as in a container that is run under a number of its own."""


def run(google, access, source=ID, before="", **variables):
    """Pull in a program of its own, warnings being errors; return what it told."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", before + SCRIPT, source, access],
        env={**kept, **google.env(), **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.fixture
def plan(google):
    return google.share(Spreadsheet("План", [Tab("Лист", [["Школа"], ["СОШ №8"]])]))


@pytest.mark.parametrize("access", ["auto", "service-account"])
def test_a_service_account_costs_one_token_and_one_read(google, plan, access):
    plan.readers = {ACCOUNT}
    key = google.folder / "service-account.json"
    told = run(google, access, TOCHKA_SERVICE_ACCOUNT=str(key))
    assert told == {"name": "План", "access": "service-account", "gid": 0, "cell": "СОШ №8"}
    assert google.asked() == ["token", "sheets"]


def test_a_key_may_be_the_variable_itself_with_its_line_ends_escaped_twice(google, plan):
    key = (google.folder / "service-account.json").read_text().replace("\\n", "\\\\n")
    assert run(google, "auto", TOCHKA_SERVICE_ACCOUNT=key)["cell"] == "СОШ №8"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_key_is_read_as_editors_and_shells_of_windows_write_it(google, plan, encoding):
    key = google.folder / "rewritten.json"
    key.write_text((google.folder / "service-account.json").read_text(), encoding=encoding)
    assert run(google, "auto", TOCHKA_SERVICE_ACCOUNT=str(key))["cell"] == "СОШ №8"


def test_a_variable_that_holds_neither_a_path_nor_a_key_is_called_broken(google):
    told = run(google, "auto", TOCHKA_SERVICE_ACCOUNT="A" * 300)
    assert (told["code"], told["facts"]["path"]) == ("access-file-broken", "TOCHKA_SERVICE_ACCOUNT")


def test_only_reading_is_asked_for(google, plan):
    run(google, "auto", TOCHKA_SERVICE_ACCOUNT=str(google.folder / "service-account.json"))
    scope = "https://www.googleapis.com/auth/spreadsheets.readonly"
    assert google.scopes == {f"token-of-{ACCOUNT}": scope}


@pytest.mark.parametrize("access", ["auto", "adc"])
def test_federation_asks_nobody_but_who_gives_the_token(google, plan, access):
    plan.readers = {FEDERATED}
    told = run(
        google, access,
        GOOGLE_APPLICATION_CREDENTIALS=str(google.folder / "external-account.json"),
    )  # fmt: skip
    assert (told["access"], told["cell"]) == ("adc", "СОШ №8")
    assert google.asked() == ["sts", "iam", "sheets"]


def test_a_gcloud_login_is_found_where_gcloud_leaves_it(google, plan):
    plan.readers = {PERSON}
    folder = google.folder / "gcloud"
    folder.mkdir()
    (google.folder / "authorized-user.json").rename(folder / "application_default_credentials.json")
    assert run(google, "auto")["access"] == "adc"
    assert google.asked() == ["token", "sheets"]


def test_a_kept_login_is_used_again(google, plan):
    plan.readers = {PERSON}
    client = google.folder / "oauth-client.json"
    needed = run(google, "oauth", TOCHKA_OAUTH_CLIENT=str(client))
    assert (needed["code"], needed["exit"]) == ("access-login-needed", 3)
    kept = needed["facts"]["path"]
    os.makedirs(os.path.dirname(kept))  # noqa: PTH103, PTH120
    os.replace(google.folder / "authorized-user.json", kept)  # noqa: PTH105
    assert run(google, "auto", TOCHKA_OAUTH_CLIENT=str(client))["access"] == "oauth"
    assert google.asked() == ["token", "sheets"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def sit_down(monkeypatch):
    """Be at the keyboard; between a fixture and its test pytest takes the streams back."""
    for stream in ("stdin", "stderr"):
        monkeypatch.setattr(sys, stream, Terminal())


@pytest.fixture
def laptop(google, monkeypatch):
    """A machine with a browser that agrees to everything."""
    monkeypatch.setenv("XDG_DATA_HOME", str(google.folder / "data"))
    login = user.Credentials.from_authorized_user_info(google.identities.authorized_user())
    login.token = "a token for an hour"

    def agreed(*_):
        sys.stdout.write("please visit …")
        return login

    monkeypatch.setattr(gspread.auth, "local_server_flow", agreed)
    return Secrets(oauth_client=str(google.folder / "oauth-client.json"))


def test_a_first_login_is_kept_for_its_owner_alone(laptop, monkeypatch, capsys):
    sit_down(monkeypatch)
    kept = identify(Access.OAUTH, laptop).login
    assert kept is not None
    assert json.loads(kept.read_text())["refresh_token"] == "refresh-token"
    assert "a token for an hour" not in kept.read_text()
    if os.name == "posix":
        assert kept.stat().st_mode & 0o777 == 0o600
    assert capsys.readouterr().out == ""  # standard output is the report's


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_what_a_killed_login_left_open_to_others_is_not_written_into(laptop, monkeypatch):
    sit_down(monkeypatch)
    kept = identify(Access.OAUTH, laptop).login
    assert kept is not None
    kept.unlink()
    kept.with_suffix(".new").write_text("")
    kept.with_suffix(".new").chmod(0o644)
    identify(Access.OAUTH, laptop)
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_login_that_was_declined_is_no_access(laptop, monkeypatch):
    def declined(*_):
        raise AccessDeniedError

    sit_down(monkeypatch)
    monkeypatch.setattr(gspread.auth, "local_server_flow", declined)
    with pytest.raises(AccessError) as error:
        identify(Access.OAUTH, laptop)
    assert error.value.code == "access-login-failed"


def test_a_revoked_login_is_forgotten_so_that_the_next_asks_anew(google, plan):
    client = google.folder / "oauth-client.json"
    kept = run(google, "oauth", TOCHKA_OAUTH_CLIENT=str(client))["facts"]["path"]
    login = google.identities.authorized_user() | {"refresh_token": "revoked"}
    os.makedirs(os.path.dirname(kept))  # noqa: PTH103, PTH120
    with open(kept, "w") as file:  # noqa: PTH123
        json.dump(login, file)
    told = run(google, "oauth", TOCHKA_OAUTH_CLIENT=str(client))
    assert (told["code"], told["exit"]) == ("access-login-expired", 3)
    assert not os.path.exists(kept)  # noqa: PTH110


def test_a_login_that_may_not_see_the_sheet_is_kept(google, plan):
    plan.readers = set()
    client = google.folder / "oauth-client.json"
    kept = run(google, "oauth", TOCHKA_OAUTH_CLIENT=str(client))["facts"]["path"]
    os.makedirs(os.path.dirname(kept))  # noqa: PTH103, PTH120
    os.replace(google.folder / "authorized-user.json", kept)  # noqa: PTH105
    told = run(google, "oauth", TOCHKA_OAUTH_CLIENT=str(client))
    assert told["exit"] == 3
    assert told["code"] != "access-login-expired"
    assert os.path.exists(kept)  # noqa: PTH110


IMMOVABLE = """
from pathlib import Path
def refuse(self, missing_ok=False):
    raise PermissionError(13, "Permission denied")
Path.unlink = refuse
"""
"""A folder that may only be read, as where a login is given to a container."""


def test_a_revoked_login_that_cannot_be_removed_is_expired_all_the_same(google, plan):
    client = google.folder / "oauth-client.json"
    kept = run(google, "oauth", TOCHKA_OAUTH_CLIENT=str(client))["facts"]["path"]
    os.makedirs(os.path.dirname(kept))  # noqa: PTH103, PTH120
    with open(kept, "w") as file:  # noqa: PTH123
        json.dump(google.identities.authorized_user() | {"refresh_token": "revoked"}, file)
    told = run(google, "oauth", before=IMMOVABLE, TOCHKA_OAUTH_CLIENT=str(client))
    assert (told["code"], told["exit"]) == ("access-login-expired", 3)


def test_a_login_that_cannot_be_kept_is_said(google, laptop, monkeypatch):
    sit_down(monkeypatch)
    (google.folder / "data").write_text("no folder")
    with pytest.raises(WriteError) as error:
        identify(Access.OAUTH, laptop)
    assert error.value.exit_code == 6


def test_a_key_reads_a_sheet_open_to_all_in_one_request(google, plan):
    assert run(google, "auto", TOCHKA_API_KEY=API_KEY)["access"] == "api-key"
    assert google.asked() == ["sheets"]
    assert "key" not in google.log[0].query  # an address is logged on its way, a header is not


def test_without_credentials_a_shared_sheet_is_read_by_its_link(google, plan):
    told = run(google, "auto", f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0")
    assert (told["access"], told["gid"], told["cell"]) == ("link", None, "СОШ №8")
    assert google.asked() == ["export", "download"]
    assert all("authorization" not in request.headers for request in google.log)


@pytest.mark.parametrize(
    ("variable", "name", "code"),
    [
        ("TOCHKA_SERVICE_ACCOUNT", "oauth-client.json", "access-is-oauth-client"),
        ("TOCHKA_SERVICE_ACCOUNT", "external-account.json", "access-wrong-file"),
        ("TOCHKA_SERVICE_ACCOUNT", "nowhere.json", "access-file-missing"),
        ("TOCHKA_SERVICE_ACCOUNT", "gcloud", "access-file-unreadable"),
        ("TOCHKA_SERVICE_ACCOUNT", "oidc-token", "access-file-broken"),
        ("TOCHKA_SERVICE_ACCOUNT", "key.p12", "access-file-broken"),
        ("TOCHKA_SERVICE_ACCOUNT", "half.json", "access-file-incomplete"),
        ("TOCHKA_SERVICE_ACCOUNT", "bent.json", "access-key-broken"),
        ("TOCHKA_OAUTH_CLIENT", "service-account.json", "access-is-service-account"),
        ("TOCHKA_OAUTH_CLIENT", "authorized-user.json", "access-wrong-file"),
        ("GOOGLE_APPLICATION_CREDENTIALS", "oauth-client.json", "access-is-oauth-client"),
        ("GOOGLE_APPLICATION_CREDENTIALS", "nowhere.json", "access-file-missing"),
        ("GOOGLE_APPLICATION_CREDENTIALS", "list.json", "access-file-broken"),
        ("GOOGLE_APPLICATION_CREDENTIALS", "empty-user.json", "access-file-broken"),
        ("GOOGLE_APPLICATION_CREDENTIALS", "empty-pool.json", "access-file-broken"),
    ],
)
def test_a_credentials_file_of_the_wrong_kind_is_told_by_what_it_is(google, variable, name, code):
    key = google.identities.service_account()
    (google.folder / "gcloud").mkdir()
    for made, content in {
        "half.json": {"type": "service_account", "client_email": ACCOUNT},
        "bent.json": key | {"private_key": key["private_key"][:300]},
        "list.json": [],
        "empty-user.json": {"type": "authorized_user"},
        "empty-pool.json": {"type": "external_account"},
    }.items():
        (google.folder / made).write_text(json.dumps(content))
    (google.folder / "key.p12").write_bytes(b"0\x82\x09\x10\xff\xfe")
    secrets = pull.secrets({variable: str(google.folder / name)})
    with pytest.raises(AccessError) as error:
        identify(choose(Access.AUTO, secrets), secrets)
    assert error.value.code == code


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/token", "http://oauth2.googleapis.com/token",
     "https://oauth2.googleapis.com.evil.example/", "https://oauth2.googleapis.com@evil.example/",
     "https://[bad", "googleapis.com"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["token_uri", "source_credentials"])
def test_a_key_that_would_send_its_secret_elsewhere_is_not_used(address, place):
    there = address if place == "token_uri" else {"token_url": address}
    with pytest.raises(AccessError) as error:
        identify(
            Access.SERVICE_ACCOUNT, Secrets(json.dumps({"type": "service_account", place: there}))
        )
    assert error.value.code == "access-foreign-host"


@pytest.mark.parametrize("secret", ['{"private_key": "TOP', "VE9Q" * 700, "line\nTOP"])
def test_a_secret_never_shows_in_a_refusal(secret):
    with pytest.raises(AccessError) as error:
        identify(Access.SERVICE_ACCOUNT, Secrets(service_account=secret))
    assert error.value.facts["path"] == "TOCHKA_SERVICE_ACCOUNT"
    assert error.value.__cause__ is None


@pytest.mark.parametrize("key", ["ключ", "AIza key", '{"type": "service_account"}', "  "])
def test_what_is_no_api_key_is_not_sent(key):
    with pytest.raises(AccessError) as error:
        identify(Access.API_KEY, Secrets(api_key=key))
    assert (error.value.code, error.value.facts) == ("access-not-a-key", {})


@pytest.mark.parametrize(
    "content",
    [
        {"type": "impersonated_service_account", "service_account_impersonation_url":
         f"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/{FEDERATED}"
         ":generateAccessToken", "source_credentials": "person"},
        {"type": "external_account", "subject_token_type":
         "urn:ietf:params:aws:token-type:aws4_request", "credential_source": {
             "environment_id": "aws1", "regional_cred_verification_url": "https://sts.aws/"}},
        {"type": "external_account", "credential_source": {"executable": {"command": "true"}}},
    ],
    ids=["impersonated", "aws", "executable"],
)  # fmt: skip
def test_every_kind_of_google_credentials_is_known(google, tmp_path, content):
    if content.get("source_credentials"):
        content = content | {"source_credentials": google.identities.authorized_user()}
    if content["type"] == "external_account":
        content = google.identities.external_account(tmp_path) | content
    (tmp_path / "adc.json").write_text(json.dumps(content))
    who = identify(Access.ADC, Secrets(application_default=str(tmp_path / "adc.json")))
    assert who.account == FEDERATED


def test_secrets_do_not_show_themselves():
    secrets = Secrets(service_account='{"private_key": "TOP"}', api_key="TOP")
    assert repr(secrets) == str(secrets) == "Secrets(service_account, api_key)"


@pytest.mark.parametrize("access", [Access.SERVICE_ACCOUNT, Access.API_KEY, Access.OAUTH])
def test_a_chosen_way_without_its_secret_is_refused(access):
    with pytest.raises(AccessError) as error:
        choose(access, Secrets())
    assert error.value.code == f"access-no-{access}"


def test_without_any_credentials_adc_is_refused(google):
    assert run(google, "adc")["code"] == "access-no-adc"


def test_what_was_configured_for_the_program_comes_before_what_gcloud_left(tmp_path, monkeypatch):
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    (tmp_path / "application_default_credentials.json").write_text("{}")
    everything = Secrets("a", "b", "c", "d")
    assert choose(Access.AUTO, everything) is Access.SERVICE_ACCOUNT
    assert choose(Access.AUTO, Secrets(None, "b", "c", "d")) is Access.ADC
    assert choose(Access.AUTO, Secrets(None, "b", "c")) is Access.API_KEY
    assert choose(Access.AUTO, Secrets(None, None, "c")) is Access.OAUTH
    assert choose(Access.AUTO, Secrets()) is Access.ADC
    assert choose(Access.LINK, everything) is Access.LINK


@pytest.mark.skipif(os.name != "posix", reason="POSIX users")
def test_who_has_no_home_opens_a_sheet_all_the_same(google, plan):
    plan.readers = {ACCOUNT, "anyone"}
    key = str(google.folder / "service-account.json")
    nowhere = {"CLOUDSDK_CONFIG": "", "XDG_DATA_HOME": ""}
    for access, secrets in (("link", {}), ("service-account", {"TOCHKA_SERVICE_ACCOUNT": key})):
        told = run(google, "auto", before=HOMELESS, HOME="/", **nowhere, **secrets)
        assert (told["access"], told["cell"]) == (access, "СОШ №8")


def test_a_home_of_somebody_unknown_is_a_file_that_is_not_there():
    assert locate("~nobody-of-this-name/plan.csv").path == Path("~nobody-of-this-name/plan.csv")
    with pytest.raises(AccessError) as error:
        identify(Access.SERVICE_ACCOUNT, Secrets("~nobody-of-this-name/key.json"))
    assert error.value.code == "access-file-missing"


@pytest.mark.parametrize(
    ("platform", "end"),
    [("win32", "tochka-sync"), ("darwin", "Library/Application Support/tochka-sync"),
     ("linux", ".local/share/tochka-sync")],
)  # fmt: skip
def test_a_login_is_kept_where_each_system_keeps_such_things(monkeypatch, tmp_path, platform, end):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert login_folder() == tmp_path / end


@pytest.mark.parametrize(
    ("platform", "folder"), [("win32", "AppData/gcloud"), ("linux", ".config/gcloud")]
)
def test_a_gcloud_login_is_looked_for_where_gcloud_leaves_it_on_each_system(
    monkeypatch, tmp_path, platform, folder
):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path / "AppData"))
    monkeypatch.delenv("CLOUDSDK_CONFIG", raising=False)
    assert gcloud_file() == tmp_path / folder / "application_default_credentials.json"
