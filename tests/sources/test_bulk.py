"""A sheet too large for one answer gives the same tables, in a few requests more."""

import datetime as dt
import json

import pytest

from tests.google import API_KEY, ID, Fault, Shown, Spreadsheet, Tab
from tests.google import mask as masks
from tochka_sync.errors import SourceError
from tochka_sync.sources import grid
from tochka_sync.sources.access import Access
from tochka_sync.sources.credentials import Secrets
from tochka_sync.sources.google import Sheet
from tochka_sync.sources.identity import identify
from tochka_sync.sources.transport import Transport

DAY = dt.date(2024, 9, 8)
ROWS: list[list[object]] = [
    ["Школа", "Дата", "Время", "Кол-во", "Ссылка", None, "Ошибка"],
    ["СОШ №8", DAY, dt.time(14), 25, Shown("пост", link="https://vk.com/a"), None, Shown(error="REF")],
    [],
    ["8", Shown(45543, "08.сен", "DATE"), Shown(0.5, "50%", "PERCENT"), 45543, None, True],
    [None, Shown(45543, "Сентябрь 2024", "DATE"), Shown(45543, "45 543", "NUMBER"), 8.5],
    [None, dt.datetime.fromisoformat("2024-09-08T12:30")],
    [None, Shown(0.5625, "1:30 PM", "TIME"), Shown(0.5, "0:30 доли", "NUMBER")],
]  # fmt: skip


@pytest.fixture
def opened(google, monkeypatch):
    for name, value in google.env().items():
        monkeypatch.setenv(name, value)

    def opened(limit):
        who = identify(Access.API_KEY, Secrets(api_key=API_KEY))
        return Sheet(ID, who, Transport(20, lambda _: None), limit)

    return opened


@pytest.fixture
def read(opened):
    def read(limit):
        with opened(limit) as sheet:
            return sheet.read()[1]

    return read


def put(google, *tabs: Tab) -> int:
    """Share a plan; return a bound that its whole answer is over and its links alone are not."""
    plan = google.share(Spreadsheet("План", list(tabs)))
    links = masks.apply(plan.describe(), masks.parse(grid.LINKS_MASK))
    return len(json.dumps(links, ensure_ascii=False, separators=(",", ":")).encode())


def test_the_tables_are_the_same_however_they_were_read(google, read):
    plan = Tab("План «1'2»", ROWS, gid=7, size=(40, 8), merges=[(0, 0, 1, 2)], hidden_rows={3})
    limit = put(google, plan, Tab("Пусто", size=(10, 3), gid=8, hidden=True))
    whole = read(1 << 20)
    assert google.asked() == ["sheets"]
    assert read(limit) == whole
    assert google.asked() == ["sheets"] * 3 + ["values"] * 4 + ["sheets"]


def test_columns_are_asked_for_in_portions_that_stay_small(google, read):
    row: list[object] = ["а", *[None] * 5, "б"]
    rows: list[list[object]] = [[*[None] * 25, "я"], row, row, row]
    limit = put(google, Tab("План", rows, size=(90_000, 26)))
    table = read(limit)[0]
    assert (table.text(0, 25), table.text(3, 6), table.width) == ("я", "б", 26)
    asked = [request.query["ranges"][0] for request in google.log if request.route == "values"]
    assert asked == [f"'План'!{area}" for area in ("A:K", "A:K", "L:V", "L:V", "W:Z", "W:Z", "A:K")]


def test_a_column_too_large_for_one_answer_is_asked_for_in_halves(google, read):
    rows: list[list[object]] = [["имя", "день"]]
    rows += [[f"событие {n}" * 9, None] for n in range(2999)]
    rows[7][1], rows[2500][0] = DAY, None
    put(google, Tab("План", rows, size=(3000, 2)))
    table = read(150_000)[0]
    assert [table.text(row, 0) for row in (0, 1, 2499, 2999)] == [
        "имя", "событие 0" * 9, "событие 2498" * 9, "событие 2998" * 9,
    ]  # fmt: skip
    assert (table.text(2500, 0), table.cell(7, 1).value) == ("", DAY)
    asked = [request.query["ranges"][0] for request in google.log if request.route == "values"]
    assert "'План'!A1:B1500" in asked
    assert "'План'!A1501:B3000" in asked


def changing(google, monkeypatch, times: int) -> None:
    """Let someone type between our requests, so many times."""
    plan = google.spreadsheets[ID]
    values = plan.values

    def typed(*asked):
        nonlocal times
        answer = values(*asked)
        if times and asked[1] == "FORMATTED_VALUE":
            times -= 1
            plan.tabs[0].rows[0][0] += "!"
        return answer

    monkeypatch.setattr(plan, "values", typed)


def test_a_sheet_that_changed_in_between_is_read_again(google, read, monkeypatch):
    limit = put(google, Tab("План", [[*row] for row in ROWS], size=(40, 8)))
    changing(google, monkeypatch, 1)
    assert read(limit)[0].text(0, 0) == "Школа!"


def test_a_sheet_that_keeps_changing_is_no_plan(google, read, monkeypatch):
    limit = put(google, Tab("План", [[*row] for row in ROWS], size=(40, 8)))
    changing(google, monkeypatch, 9)
    with pytest.raises(SourceError) as error:
        read(limit)
    assert error.value.code == "google-changing"


@pytest.mark.parametrize(
    "said", ["Unable to parse range: 'План'!A:H", "Range ('План'!A:H) exceeds grid limits."]
)
@pytest.mark.parametrize(("times", "asked"), [(1, 3), (9, 2)], ids=["once", "all the time"])
def test_a_tab_renamed_or_cut_down_in_between_is_a_change(google, read, said, times, asked):
    limit = put(google, Tab("План", ROWS, size=(40, 8)))
    answer = {"error": {"code": 400, "message": said, "status": "INVALID_ARGUMENT"}}
    google.fail("values", Fault(400, json.dumps(answer), times=times))
    if times == 1:
        assert read(limit)[0].text(0, 0) == "Школа"
    else:
        with pytest.raises(SourceError) as error:
            read(limit)
        assert error.value.code == "google-changing"
    assert google.asked().count("values") == asked


ROW_EDITS = {
    "came": lambda rows: rows.insert(2, ["СОШ №99", "новая строка"]),
    "went": lambda rows: rows.pop(1),
    "moved": lambda rows: rows.sort(key=lambda row: str(row[0]), reverse=True),
}


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("edit", ROW_EDITS.values(), ids=ROW_EDITS)
def test_no_row_is_put_together_of_two_when_rows_change_places_between_columns(
    google, read, monkeypatch, edit, after
):
    rows: list[list[object]] = [[f"СОШ №{n}", *[None] * 20, f"телефон {n}"] for n in range(40)]
    limit = put(google, Tab("План", rows, size=(90_000, 22))) + 100  # for one row more
    plan = google.spreadsheets[ID]
    values, left = plan.values, after

    def edited(*asked):
        nonlocal left
        left -= 1
        if left == -1:
            edit(plan.tabs[0].rows)
        return values(*asked)

    monkeypatch.setattr(plan, "values", edited)
    table = read(limit)[0]
    assert left < 0
    for row in range(table.height):
        school, phone = table.text(row, 0), table.text(row, 21)
        assert phone == school.replace("СОШ №", "телефон ") or school == "СОШ №99"


def test_a_sheet_too_large_even_so_is_refused(google, read):
    put(google, Tab("План", ROWS))
    with pytest.raises(SourceError) as error:
        read(100)
    assert error.value.code == "google-too-large"


def test_text_that_is_held_as_it_is_shown_is_taken_from_one_answer(google, opened):
    put(google, Tab("План", [["Школа", "Кол-во"], ["СОШ №8", 25]]))
    with opened(1 << 20) as sheet:
        texts, numbers = (
            [sheet.values([area], render) for render in ("FORMATTED_VALUE", "UNFORMATTED_VALUE")]
            for area in ("'План'!A:A", "'План'!B:B")
        )
        again = sheet.values(["'План'!A:A"], "UNFORMATTED_VALUE")
    assert texts[1] is texts[0]
    assert numbers[1]["valueRanges"][0]["values"] == [["Кол-во", 25]]
    assert again == texts[0]
    assert again is not texts[0]


def test_text_numbers_links_and_errors_are_told_apart_in_every_mixture(google, read):
    link = Shown("пост", link="https://vk.com/a")
    columns: list[list[object]] = [
        ["а", "б", "#НД", "а"],
        ["а", link, "#НД", Shown(error="REF")],
        [1, 2, 3, 12345678901234567890],
        [1, "2", Shown(3, "003"), Shown(error="VALUE")],
        [1, link, Shown(error="REF"), Shown(4, "4,0")],
        [True, Shown(1, "TRUE"), Shown("1"), 1],
        [1.5, 1, Shown(45543, "08.сен", "DATE"), None],
        [None, None, link, None],
    ]
    rows = [list(row) for row in zip(*columns, strict=True)]
    limit = put(google, Tab("План", rows, size=(40, 9)))
    assert read(limit) == read(1 << 20)


def test_equal_texts_of_a_column_are_one_object_unless_hardly_any_are_equal(google, read):
    rows: list[list[object]] = [[f"СОШ №{n % 7}", f"событие {n}"] for n in range(4000)]
    limit = put(google, Tab("План", rows, size=(5000, 2)))
    schools, events = read(max(limit, 200_000))[0].columns
    assert list(schools) == [f"СОШ №{n % 7}" for n in range(4000)]
    assert len(set(map(id, schools))) == 7
    assert list(events) == [f"событие {n}" for n in range(4000)]
