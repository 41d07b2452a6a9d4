"""Links are made up but have the shapes Google gives them."""

from pathlib import Path

import pytest

from tochka_sync.errors import ConfigError
from tochka_sync.sources.locate import Kind, Location, locate

ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd"


@pytest.mark.parametrize(
    ("text", "gid"),
    [
        (ID, None),
        (f"  {ID}\n", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0", 0),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid=17#gid=42", 42),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid=17", 17),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit?usp=sharing&ouid=1&rtpof=true", None),
        (f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=5&range=B7", 5),
        (f"https://docs.google.com/spreadsheets/u/1/d/{ID}/edit#gid=3", 3),
        (f"https://docs.google.com/a/school.ru/spreadsheets/d/{ID}/htmlview#gid=3", 3),
        (f"https://docs.google.com/spreadsheets/d/{ID}/export?format=csv&gid=9", 9),
        (f"https://docs.google.com/spreadsheets/d/{ID}/gviz/tq?tqx=out:csv&gid=8", 8),
        (f"docs.google.com/spreadsheets/d/{ID}/edit", None),
        (f"<https://docs.google.com/spreadsheets/d/{ID}/edit>", None),
        (f"«https://docs.google.com/spreadsheets/d/{ID}/edit»", None),
        (f"План: https://docs.google.com/spreadsheets/d/{ID}/edit#gid=6 — заполните", 6),
        (f"http://DOCS.GOOGLE.COM/spreadsheets/d/{ID}/edit", None),
        (f"https://drive.google.com/open?id={ID}&usp=drive_copy", None),
        (f"https://drive.google.com/file/d/{ID}/view?usp=sharing", None),
        (f"https://spreadsheets.google.com/ccc?key={ID}#gid=2", 2),
        (
            f"https://www.google.com/url?q=https%3A%2F%2Fdocs.google.com%2Fspreadsheets%2Fd%2F{ID}"
            "%2Fedit%23gid%3D4&sa=D",
            4,
        ),
    ],
)
def test_every_way_to_name_a_spreadsheet_gives_its_id_and_tab(text, gid):
    assert locate(text) == Location(Kind.SPREADSHEET, ID, gid)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "link-empty"),
        ("  «» ", "link-empty"),
        (
            "https://docs.google.com/spreadsheets/d/e/2PACX-1vQabc_def/pubhtml?gid=0",
            "link-published",
        ),
        (f"https://docs.google.com/document/d/{ID}/edit", "link-document"),
        (f"https://docs.google.com/presentation/d/{ID}/edit", "link-document"),
        (f"https://docs.google.com/forms/d/e/{ID}/viewform", "link-form"),
        ("https://forms.gle/AbCdEf", "link-form"),
        (f"https://drive.google.com/drive/folders/{ID}?usp=sharing", "link-folder"),
        (f"https://drive.google.com/drive/u/0/folders/{ID}", "link-folder"),
        ("https://docs.google.com/spreadsheets/d/1AbC/edit", "link-broken-id"),
        ("https://docs.google.com/spreadsheets/", "link-no-id"),
        ("https://disk.yandex.ru/i/AbCdEf", "link-foreign"),
        ("https://docs.google.com.evil.example/spreadsheets/d/" + ID, "link-foreign"),
        ("https://user@evil.example/docs", "link-foreign"),
        ("disk.yandex.ru/i/AbCdEf", "link-foreign"),
        ("ftp://files.example/plan.csv", "link-foreign"),
        ("https://[", "link-unknown"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_its_reason(text, code):
    with pytest.raises(ConfigError) as refused:
        locate(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "text", ["plan.xlsx", "План на год.csv", "данные/план.tsv", "./plan.txt", "нет такого", "plan"]
)
def test_anything_else_is_a_path(text):
    assert locate(text) == Location(Kind.FILE, path=Path(text))


def test_an_existing_file_wins_over_what_its_name_looks_like(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(ID).write_text("x")
    assert locate(ID) == Location(Kind.FILE, path=Path(ID))


def test_home_and_file_addresses_are_paths(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert locate("~/plan.csv").path == tmp_path / "plan.csv"
    assert locate((tmp_path / "мой план.csv").as_uri()).path == tmp_path / "мой план.csv"


def test_a_location_opens_at_its_tab():
    url = f"https://docs.google.com/spreadsheets/d/{ID}/edit"
    assert Location(Kind.SPREADSHEET, ID, 0).url == f"{url}#gid=0"
    assert Location(Kind.SPREADSHEET, ID).url == url
    assert Location(Kind.FILE, path=Path("plan.csv")).url is None


@pytest.mark.parametrize("text", ["~nobody-of-this-name/plan.csv", "a\0b", "x" * 5000])
def test_what_no_system_would_open_is_still_only_a_path(text):
    assert locate(text).kind is Kind.FILE


def test_a_file_on_another_machine_keeps_its_name():
    assert locate("file://server/share/plan.xlsx").path == Path("//server/share/plan.xlsx")
