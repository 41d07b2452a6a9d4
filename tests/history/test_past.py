"""What the history answers: reads, changes, earlier states, and what it forgets when told to."""

import csv
import datetime as dt
import io

import pytest

from tests.history.nights import GOOD, night
from tests.plans import HEADER, found
from tochka_sync import messages, status
from tochka_sync.chronicle import Chronicle
from tochka_sync.errors import ConfigError, GuardError, WriteError
from tochka_sync.history import forget, restore
from tochka_sync.history.store import Store
from tochka_sync.result import Standing
from tochka_sync.sources import files
from tochka_sync.table import Cell, Merge, Table

A, B, C, D = GOOD


@pytest.fixture
def chronicle(nights):
    """Give the history of three nights: a moved date and a new person; then one gone, one new."""
    nights.read(night(1), *GOOD)
    nights.read(
        night(2), A.replace("15.02", "16.02").replace("Иванова А.П.", "Петрова О.К."), B, C, D
    )
    nights.read(
        night(5), D, B, C, "СОШ №10 | Олимпиада по химии | 12.03.2024 | педагоги | Кузнецов К.К."
    )
    with Store.existing(nights.history.path) as store:
        yield Chronicle(store, nights.history, nights.config)


def test_changes_are_told_cell_by_cell_and_contacts_are_hidden(chronicle):
    changes = chronicle.compared("1", "2").changes
    (change,) = changes.changed
    assert (change.school, change.title, change.new_row) == ("СОШ №8", "Науку в каждый класс", 2)
    assert [(cell.header, cell.column, cell.old, cell.new) for cell in change.cells] == [
        ("Дата проведения", "C", "15.02.2024", "16.02.2024"),
        ("Ответственный", "E", "•••", "•••"),
    ]
    assert (changes.added, changes.removed) == ((), ())


def test_changes_are_of_entries_not_of_places(chronicle):
    changes = chronicle.compared(None, None).changes
    assert [change.title for change in changes.added] == ["Олимпиада по химии"]
    assert [(change.title, change.old_row) for change in changes.removed] == [
        ("Науку в каждый класс", 2)
    ]
    assert changes.changed == ()


def test_a_column_that_only_now_has_a_meaning_is_no_change(nights):
    nights.header = HEADER.replace("Ответственный", "Кто проводит")
    nights.read(night(1), A, B)
    aliases = {"responsible": "Кто проводит"}
    nights.sections = {"tabs": {"events": {"columns": aliases}}, "privacy": {"contacts": "keep"}}
    nights.read(night(2), A, B.replace("Петров И.И.", "Петрова О.К."))
    with Store.existing(nights.history.path) as store:
        told = Chronicle(store, nights.history, nights.config).compared(None, None).changes
    (change,) = told.changed
    assert [(cell.header, cell.old, cell.new) for cell in change.cells] == [
        ("Кто проводит", "Петров И.И.", "Петрова О.К.")
    ]
    nights.sections = {"tabs": {"events": {"columns": aliases}}}
    nights.read(night(3), A, B.replace("Петров И.И.", "Петрова"))
    with Store.existing(nights.history.path) as store:
        for old, new in (("1", "3"), ("3", "1")):
            told = Chronicle(store, nights.history, nights.config).compared(old, new).changes
            assert [(cell.old, cell.new) for cell in told.changed[0].cells] == [("•••", "•••")]


def compared(nights):
    """What changed between the last two reads."""
    with Store.existing(nights.history.path) as store:
        return Chronicle(store, nights.history, nights.config).compared(None, None).changes


def test_what_stood_in_a_column_that_is_gone_is_told_with_where_it_was(nights):
    nights.header = f"{HEADER} | Место"
    nights.read(night(1), f"{A} | актовый зал", f"{B} | ")
    nights.header = HEADER
    nights.read(night(2), A, B)
    (change,) = compared(nights).changed
    assert [(cell.header, cell.column, cell.old, cell.new) for cell in change.cells] == [
        ("Место", "F", "актовый зал", "")
    ]


def test_of_a_plan_without_a_column_of_schools_no_school_is_told(nights):
    nights.header = HEADER.removeprefix("Школа | ")
    nights.read(night(1), A.removeprefix("СОШ №8 | "))
    nights.read(night(2), A.removeprefix("СОШ №8 | ").replace("15.02", "16.02"))
    (change,) = compared(nights).changed
    assert (change.school, change.title) == ("", "Науку в каждый класс")
    assert [(cell.old, cell.new) for cell in change.cells] == [("15.02.2024", "16.02.2024")]


def test_rows_numbered_anew_in_two_columns_are_no_change(nights):
    nights.header = f"№ | № п/п | {HEADER}"
    nights.read(night(1), f"1 | 1 | {A}", f"2 | 2 | {B}")
    nights.read(night(2), f"2 | 5 | {A}", f"1 | 6 | {B}")
    with Store.existing(nights.history.path) as store:
        told = Chronicle(store, nights.history, nights.config).compared(None, None).changes
    assert not told


def test_merging_equal_cells_is_no_change(nights):
    again = A.replace("Науку в каждый класс", "Турнир по шашкам")
    plain = nights.book(night(1), A, again, B)
    nights.read_book(plain)
    whole = nights.book(night(2), A, again.replace("СОШ №8", ""), B)
    table = whole.tables[0]._replace(merges=(Merge(1, 0, 3, 1),))
    result = nights.read_book(whole._replace(tables=(table,)))
    assert [met.changed for met in result.meeting.met] == [False, False, False]
    with Store.existing(nights.history.path) as store:
        assert not Chronicle(store, nights.history, nights.config).compared(None, None).changes


def test_cells_that_look_the_same_are_no_change(nights):
    nights.read(night(1), A, B)
    nights.read(night(2), A.replace(" ", "\u00a0"), B.replace("СОШ", "СО\u00adШ  "))
    with Store.existing(nights.history.path) as store:
        told = Chronicle(store, nights.history, nights.config).compared(None, None).changes
    assert not told


def test_contacts_are_shown_to_those_who_asked(nights):
    nights.sections = {"privacy": {"contacts": "keep"}}
    nights.read(night(1), A)
    nights.read(night(2), A.replace("Иванова А.П.", "Петрова О.К."))
    with Store.existing(nights.history.path) as store:
        (change,) = (
            Chronicle(store, nights.history, nights.config).compared(None, None).changes.changed
        )
    assert [(cell.old, cell.new) for cell in change.cells] == [("Иванова А.П.", "Петрова О.К.")]


def test_a_read_and_itself_differ_in_nothing(chronicle):
    assert not chronicle.compared("2", "2").changes


def test_a_read_that_was_not_believed_can_be_compared(nights):
    nights.read(night(1), *GOOD)
    with pytest.raises(GuardError):
        nights.read(night(2), B, "СОШ №1 | Иное | 01.03.2024 | педагоги | Кузнецов К.К.")
    with Store.existing(nights.history.path) as store:
        changes = Chronicle(store, nights.history, nights.config).compared("1", "2").changes
    assert [change.title for change in changes.added] == ["Иное"]
    assert len(changes.removed) == 3


def test_reads_are_listed_with_what_became_of_them(nights):
    nights.read(night(1), *GOOD)
    nights.read(night(2), *GOOD)
    with pytest.raises(GuardError):
        nights.read(night(3), A)
    with Store.existing(nights.history.path) as store:
        listed = Chronicle(store, nights.history, nights.config).listed()
    told = [(each.read.id, each.entries, each.same, each.read.accepted) for each in listed]
    assert told == [(1, 4, False, True), (2, 4, True, True), (3, None, False, False)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1", 1),
        ("last", 3),
        ("previous", 2),
        ("2023-06-01", 1),
        ("2023-06-04", 2),
        ("2023-06-05T02:59", 2),
        ("2023-06-05T03:00", 3),
        ("2023-06-04T18:00Z", 3),
        ("04.06.2023", 2),
        ("4.6.2023 12:00", 2),
        ("20230604", 2),
    ],
)
def test_a_read_is_named_by_number_time_or_word(chronicle, text, read):
    assert chronicle.pick(text).id == read


@pytest.mark.parametrize("text", ["9", "0", "9" * 5000, "yesterday", "2023-05-01", "2023-13-01"])
def test_a_read_that_is_not_there_is_refused(chronicle, text):
    with pytest.raises(ConfigError, match="history-unknown-read"):
        chronicle.pick(text)


@pytest.mark.parametrize(("old", "new"), [("", None), (None, ""), ("", "")])
def test_a_read_that_is_left_blank_is_asked_for(chronicle, old, new):
    with pytest.raises(ConfigError, match="history-unknown-read"):
        chronicle.compared(old, new)


def test_a_plan_nobody_read_has_no_past(nights):
    nights.read(night(1), A)
    nights.sections = {"plan": {"school_year": "2030-2031"}}
    with (
        Store.existing(nights.history.path) as store,
        pytest.raises(ConfigError, match="history-empty"),
    ):
        Chronicle(store, nights.history, nights.config)


def standing(result, school):
    return next(report.standing for report in result.schools if report.school.id == school)


def test_where_schools_stand_now_and_stood_then(chronicle):
    now = chronicle.result(night(9), None)
    assert standing(now, "sosh-10") is Standing.ON_TIME  # straddles: read on the 2nd and on the 5th
    then = chronicle.result(night(9), night(2, hour=12))
    assert (standing(then, "sosh-10"), standing(then, "sosh-8")) == (
        Standing.PENDING,
        Standing.ON_TIME,
    )
    assert then.as_of == night(2, hour=12)


@pytest.mark.parametrize("as_of", [None, night(8)])
def test_of_a_plan_nobody_read_after_the_deadline_no_school_is_called_missing(nights, as_of):
    nights.sections = {
        "deadlines": {"events": "2023-06-02", "extensions": {"lyceum": "2023-05-30"}}
    }
    nights.read(night(1), A, B.replace("10.02.2024", ""))
    with Store.existing(nights.history.path) as store:
        result = Chronicle(store, nights.history, nights.config).result(night(9), as_of)
    schools = ("sosh-8", "sosh-9", "sosh-4", "lyceum")
    assert [standing(result, school) for school in schools] == [
        Standing.ON_TIME,
        Standing.PENDING,
        Standing.PENDING,
        Standing.MISSING,  # its own deadline was over when the sheet was read
    ]
    late = [finding for finding in found(result, "school-missing") if finding.severity == "error"]
    assert [finding.school for finding in late] == ["lyceum"]
    assert result.as_of == (as_of or night(9))
    for form in (status.terminal, status.markdown):
        out = io.StringIO()
        form(result, messages.Language.EN, out)
        assert "not read after the deadline" in out.getvalue()
        assert "01.06.2023 03:00" in out.getvalue()


def test_what_was_held_since_the_last_read_is_not_called_uncovered(nights):
    nights.header = f"{HEADER} | Ссылка на публикацию"
    nights.read(night(1), f"{A} | ".replace("15.02.2024", "05.06.2023"))
    with Store.existing(nights.history.path) as store:
        result = Chronicle(store, nights.history, nights.config).result(night(9), None)
    assert not found(result, "coverage-missing")
    assert found(
        nights.read(night(9), f"{A} | ".replace("15.02.2024", "05.06.2023")), "coverage-missing"
    )


def test_a_past_moment_knows_nothing_of_what_came_after(nights):
    nights.read(night(4), A, B.replace("10.02.2024", ""))
    nights.read(night(6), A, B)
    with Store.existing(nights.history.path) as store:
        chronicle = Chronicle(store, nights.history, nights.config)
        now, then = chronicle.result(night(9), None), chronicle.result(night(9), night(5))
    assert [standing(each, "sosh-9") for each in (then, now)] == [
        Standing.INCOMPLETE,
        Standing.LATE,
    ]


def test_what_was_gone_then_is_gone_then(nights):
    nights.read(night(1), *GOOD)
    nights.read(night(2), A, B, C)
    nights.read(night(4), *GOOD)
    with Store.existing(nights.history.path) as store:
        chronicle = Chronicle(store, nights.history, nights.config)
        then, now = chronicle.result(night(9), night(3)), chronicle.result(night(9), None)
    gone = [
        [f.facts["snapshot"] for f in each.findings if f.code == "entry-removed"]
        for each in (then, now)
    ]
    assert gone == [[1], []]


def test_before_the_first_read_nothing_is_known(chronicle):
    with pytest.raises(ConfigError, match="history-before"):
        chronicle.result(night(9), night(1, hour=2))


def test_an_earlier_state_comes_back_as_a_workbook(chronicle, tmp_path):
    _, book = chronicle.book("1")
    path = tmp_path / "plan.xlsx"
    path.write_bytes(restore.workbook(book.tables))
    again = files.read(path, night(9)).tables
    assert [table.title for table in again] == ["План"]
    assert again[0].columns == book.tables[0].columns


def test_a_workbook_keeps_tabs_merges_links_days_and_what_is_hidden(tmp_path):
    day = dt.datetime(2024, 2, 10)  # noqa: DTZ001 - a cell has wall time
    rich = {
        (1, 0): Cell("10.02.2024", day),
        (1, 1): Cell("сайт", link="https://vk.com/tochka"),
        (2, 0): Cell("фев 2024", day.replace(day=1)),
        (2, 1): Cell("80", 80.0),
    }
    rows = [
        ["Дата", "=1+1"],
        ["10.02.2024", "сайт"],
        ["фев 2024", "80"],
        ["с", ""],
        ["", "x\ud800\x07"],
    ]
    first = Table.of_rows(
        "План [1]",
        rows,
        rich=rich,
        merges=(Merge(3, 0, 5, 1),),
        hidden_rows=frozenset({4}),
        struck=frozenset({(1, 0), (1, 1), (2, 0)}),
    )
    tables = (
        Table.of_rows("Тайный", [["a"]], hidden=True),
        first,
        Table.of_rows("план  1", [["b"]]),
    )
    path = tmp_path / "plan.xlsx"
    path.write_bytes(restore.workbook(tables))
    again = files.read(path, night(9)).tables
    assert [(table.title, table.hidden) for table in again] == [
        ("Тайный", True),
        ("План  1", False),
        ("план  1 2", False),
    ]
    plan = again[1]
    assert (plan.merges, plan.hidden_rows) == (first.merges, first.hidden_rows)
    assert plan.struck == first.struck
    assert plan.cell(1, 0).value in {day, day.date()}
    assert plan.cell(1, 1).link == "https://vk.com/tochka"
    assert [plan.text(2, 0), plan.text(2, 1), plan.text(0, 1)] == ["фев 2024", "80", "=1+1"]
    assert plan.cell(2, 0).value is None


def test_blocks_across_one_another_and_what_they_cover_come_back(tmp_path):
    merges = (Merge(0, 0, 2, 1), Merge(1, 0, 3, 2), Merge(0, 1, 1_000_000, 3))
    rows = [["Школа", "Дата", "Тема"], ["под блоком", "1", "2"], ["", "3", ""]]
    path = tmp_path / "back.xlsx"
    path.write_bytes(restore.workbook((Table.of_rows("План", rows, merges=merges),)))
    (back,) = files.read(path, night(1)).tables
    assert [[back.text(row, column) for column in range(3)] for row in range(3)] == rows
    assert back.merges == (Merge(0, 0, 2, 1), Merge(0, 1, 3, 3))


def test_a_cell_no_workbook_can_hold_is_refused_rather_than_cut():
    with pytest.raises(WriteError, match="history-long-cell"):
        restore.workbook((Table.of_rows("План", [["я" * 40_000]]),))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("01.01.1850", dt.date(1850, 1, 1)),
        ("31.12.1899 10:00", dt.datetime.fromisoformat("1899-12-31T10:00")),
        ("inf", float("inf")),
        ("nan", float("nan")),
        ("много", 10**400),
    ],
)
def test_what_a_workbook_has_no_type_for_comes_back_as_its_text(tmp_path, text, value):
    path = tmp_path / "back.xlsx"
    table = Table.of_rows("План", [["да"]], rich={(0, 0): Cell(text, value)})
    path.write_bytes(restore.workbook((table,)))
    assert files.read(path, night(1)).tables[0].text(0, 0) == text


def test_a_number_comes_back_with_the_digits_its_column_was_too_narrow_for(tmp_path):
    path = tmp_path / "back.xlsx"
    table = Table.of_rows("План", [["да"]], rich={(0, 0): Cell("8,91412E+10", 89141234567)})
    path.write_bytes(restore.workbook((table,)))
    assert files.read(path, night(1)).tables[0].cell(0, 0).value == 89141234567


@pytest.mark.parametrize(("rows", "columns"), [(1, 16_385), (1_048_577, 1)])
def test_a_tab_no_workbook_can_hold_is_refused_rather_than_cut(rows, columns):
    table = Table("План", tuple(("да",) * rows for _ in range(columns)))
    with pytest.raises(WriteError, match="history-large-tab"):
        restore.workbook((table,))
    assert restore.separated(table).count("да") == rows * columns


@pytest.mark.parametrize("title", [f"{'Мероприятия':_<30}'2023", "'", "[План]'"])
def test_whatever_a_tab_is_called_a_workbook_of_it_opens(tmp_path, title):
    path = tmp_path / "back.xlsx"
    path.write_bytes(restore.workbook((Table.of_rows(title, [["текст"]]),)))
    (back,) = files.read(path, night(1)).tables
    assert back.text(0, 0) == "текст"


def test_separated_text_is_to_the_letter():
    rows = [["№", "а;б"], ["=1", 'в "г"\nд'], ["", " е "]]
    text = restore.separated(Table.of_rows("План", rows))
    assert (
        list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
        == rows
    )


def test_old_snapshots_are_forgotten_and_the_ledger_stays(nights):
    nights.read(night(1), *GOOD)
    nights.read(night(2), A, B, C)
    with Store.existing(nights.history.path) as store:
        gone = forget.older_than(store, night(2))
        assert gone.reads == 1
        chronicle = Chronicle(store, nights.history, nights.config)
        assert [each.kept for each in chronicle.listed()] == [False, True]
        with pytest.raises(ConfigError, match="history-forgotten"):
            chronicle.book("1")
    result = nights.read(night(5), B, A, C)
    assert {entry.timing.evidence for entry in result.entries} == {"ledger"}


def test_the_room_of_what_is_forgotten_goes_back_to_the_disk(nights):
    long = " ".join(
        f"{number:x}" for number in range(10**5, 2 * 10**5, 40)
    )  # hardly packed smaller
    nights.read(night(1), A.replace("Науку в каждый класс", long))
    nights.read(night(2), A)
    before = nights.history.path.stat().st_size
    with Store.existing(nights.history.path) as store:
        gone = forget.older_than(store, night(2))
    assert gone.bytes == before - nights.history.path.stat().st_size > 0


def test_with_every_snapshot_forgotten_entries_are_still_known(nights):
    nights.read(night(1), *GOOD)
    first = nights.ids()
    with Store.existing(nights.history.path) as store:
        forget.older_than(store, night(9))
    nights.read(night(2), D, C.replace("20.02", "21.02"), B, A)
    ids = nights.ids()
    assert [ids[row] for row in (2, 3, 4, 5)] == [first[row] for row in (5, 4, 3, 2)]


def test_a_tab_that_a_newer_read_still_shows_is_kept_for_it(nights):
    nights.read(night(1), *GOOD)
    nights.read(night(2), *GOOD)
    with Store.existing(nights.history.path) as store:
        assert forget.older_than(store, night(2)).reads == 0
        assert Chronicle(store, nights.history, nights.config).book("2")


def test_a_forgotten_state_that_comes_again_is_kept_again(nights):
    nights.read(night(1), *GOOD)
    with Store.existing(nights.history.path) as store:
        forget.older_than(store, night(2))
    nights.read(night(3), *GOOD)
    with Store.existing(nights.history.path) as store:
        assert Chronicle(store, nights.history, nights.config).book("2")


@pytest.mark.parametrize(
    "said", ["учитель Жаворонкова", "Жаворонкова МИ", "провела Жаворонкова М", "ＪＡＶＯＲ@mail.ru"]
)
def test_a_name_told_by_its_capital_is_not_kept_in_the_ledger(nights, said):
    nights.header = f"{HEADER} | Примечание"
    nights.read(night(1), f"{A} | {said}")
    with Store.existing(nights.history.path) as store:
        ((portrait,),) = store.rows("SELECT portrait FROM entry")
    assert "жаворонков" not in portrait
    assert "javor" not in portrait


def test_contacts_that_are_forgotten_are_nowhere_in_the_file(nights):
    nights.read(night(1), *GOOD)
    with Store.existing(nights.history.path) as store:
        ((packed,),) = store.rows("SELECT packed FROM content ORDER BY length(packed) DESC LIMIT 1")
        assert packed[:60] in nights.history.path.read_bytes()
        forget.older_than(store, night(9))
    assert packed[:60] not in nights.history.path.read_bytes()
