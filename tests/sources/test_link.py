"""A sheet shared by its link, and everything that only looks like one."""

import datetime as dt

import pytest

from tests.google import ACCOUNT, ID, Fault, Spreadsheet, Tab
from tochka_sync.errors import AccessError, SourceError, TochkaError
from tochka_sync.sources import link
from tochka_sync.sources.transport import Transport

NOW = dt.datetime(2023, 6, 1, tzinfo=dt.UTC)
DAY = dt.date(2023, 2, 10)
HTML = {"Content-Type": "text/html; charset=utf-8"}
XLSX = {"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@pytest.fixture
def plan(google, monkeypatch):
    for name, value in google.env().items():
        monkeypatch.setenv(name, value)
    tabs = [Tab("План", [["Школа", "Дата"], ["СОШ №8", DAY]], gid=5), Tab("Школы", hidden=True)]
    return google.share(Spreadsheet("План на 2023/24", tabs))


def fetch():
    return link.fetch(ID, NOW, Transport(300, lambda _: None))


def refused() -> TochkaError:
    with pytest.raises((AccessError, SourceError)) as error:
        fetch()
    return error.value


def test_a_shared_sheet_comes_whole_and_with_its_title(google, plan):
    book = fetch()
    assert (book.origin.kind, book.origin.name, book.origin.access) == (
        "link", "План на 2023/24", "link",
    )  # fmt: skip
    assert [(table.title, table.hidden, table.gid) for table in book.tables] == [
        ("План", False, None), ("Школы", True, None),
    ]  # fmt: skip
    assert book.tables[0].cell(1, 1).value == DAY


@pytest.mark.parametrize("sign_in", ["redirect", "401"])
def test_a_private_sheet_is_no_access_and_the_sign_in_page_is_never_fetched(google, plan, sign_in):
    plan.readers = {ACCOUNT}
    google.sign_in = sign_in
    error = refused()
    assert (error.code, error.exit_code) == ("google-not-public", 3)
    assert google.asked() == ["export"]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(404, "", HTML, times=-1), ("google-no-sheet", 3)),
        (Fault(403, "", HTML, times=-1), ("google-not-public", 3)),
        (Fault(429, "", HTML, times=-1), ("google-quota", 4)),
        (Fault(500, "", HTML, times=-1), ("google-busy", 4)),
        (Fault(418, "", HTML, times=-1), ("google-refused", 4)),
        (Fault(200, '<a href="https://accounts.google.com/">', HTML, times=-1),
         ("google-not-public", 3)),
        (Fault(200, "<html>Maintenance</html>", HTML, times=-1), ("google-not-a-workbook", 4)),
        (Fault(200, "PK\x03\x04 no workbook", XLSX, times=-1), ("google-cut", 4)),
        (Fault(302, "", {"Location": "https://evil.example/x"}, times=-1), ("google-redirect", 4)),
        (Fault(302, "", {"Location": "http://docs.google.com/x"}, times=-1), ("google-redirect", 4)),
        (Fault(302, "", {"Location": f"/spreadsheets/d/{ID}/export"}, times=-1),
         ("google-redirect", 4)),
        (Fault(reset=True, times=-1), ("google-unreachable", 4)),
        (Fault(cut=30, times=-1), ("google-cut", 4)),
    ],
)  # fmt: skip
def test_what_is_no_sheet_is_never_a_plan(google, plan, fault, expected):
    google.fail("download" if fault.cut else "export", fault)
    error = refused()
    assert (error.code, error.exit_code) == expected
    assert {request.host for request in google.log} <= {
        "docs.google.com", "doc-0c-4k-sheets.googleusercontent.com",
    }  # fmt: skip


def test_a_passing_fault_is_waited_out(google, plan):
    google.fail("export", Fault(503), Fault(429))
    google.fail("download", Fault(cut=100))
    assert fetch().tables[0].text(1, 0) == "СОШ №8"


def test_an_unknown_sheet_is_named(google, plan):
    with pytest.raises(AccessError) as error:
        link.read("1" * 44, NOW, 5)
    assert (error.value.code, error.value.facts) == ("google-no-sheet", {"spreadsheet": "1" * 44})


def test_a_sheet_larger_than_any_plan_is_let_go(google, plan, monkeypatch):
    monkeypatch.setattr(link, "_LIMIT", 1000)
    assert refused().code == "google-too-large"


def test_a_workbook_that_came_in_part_is_asked_for_again(google, plan):
    whole = plan.workbook()
    google.fail("download", Fault(200, whole[: len(whole) // 2], XLSX))
    assert fetch().tables[0].cell(1, 1).value == DAY
    assert google.asked().count("download") == 2
