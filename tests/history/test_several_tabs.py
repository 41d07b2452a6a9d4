"""A plan on several tabs, night after night: an entry is itself on whichever tab it stands."""

import json

import pytest

from tests.history.nights import GOOD, Nights, night
from tests.plans import HEADER, cells, found
from tochka_sync.check import check
from tochka_sync.chronicle import Chronicle
from tochka_sync.errors import GuardError
from tochka_sync.exports import names
from tochka_sync.history import forget, reads
from tochka_sync.history.meeting import Column
from tochka_sync.history.reads import Roster
from tochka_sync.history.store import Store
from tochka_sync.result import Timeliness
from tochka_sync.table import Book, Origin, Table

TURNED = "№ | Дата | Название | Для кого | Школа | Отв. | Согласовано"
NEW = "СОШ №1 | Хакатон юных | 21.03.2024 | педагоги | Орлова О.О."
ALL = {"tabs": {"events": {"all": True}}}


def turned(line: str, number: int = 1, agreed: str = "") -> str:
    """Write a row of the usual form in the other one."""
    school, title, date, audience, people = cells(line)
    return " | ".join((str(number), date, title, audience, school, people, agreed))


def book(now, first=(), second=(), **more):
    tabs = {"Педагоги": (HEADER, *first), "Учащиеся": (TURNED, *second), **more}
    tables = tuple(
        Table.of_rows(title, [cells(line) for line in lines], gid=10 * at)
        for at, (title, lines) in enumerate(tabs.items())
    )
    return Book(Origin("google", "План", now, "sheet"), tables)


def stood(nights: Nights) -> dict[int, tuple[str, int]]:
    """Return where every entry stood at the last read that was believed."""
    with Store.existing(nights.history.path) as store:
        rosters = reads.rosters(store, nights.last()) or ()
    return {entry: (roster.tab, row) for roster in rosters for entry, row in roster.rows.items()}


@pytest.fixture
def nights(tmp_path):
    return Nights(tmp_path, ALL)


def test_a_row_moved_to_another_tab_with_other_columns_is_the_same_entry(nights):
    nights.read_book(book(night(1), GOOD[:3], [turned(GOOD[3])]))
    before = stood(nights)
    result = nights.read_book(book(night(4), GOOD[:2], [turned(GOOD[3]), turned(GOOD[2], 2, "да")]))
    assert not found(result, "entry-removed")
    assert before.keys() == stood(nights).keys()
    moved = next(entry for entry, place in before.items() if place == ("Педагоги", 4))
    assert stood(nights)[moved] == ("Учащиеся", 3)
    # It came before the deadline of 2 June and was only moved after it.
    assert {entry.timing.verdict for entry in result.entries} == {Timeliness.ON_TIME}


def test_a_row_of_each_tab_at_the_same_number_is_an_entry_of_its_own(nights):
    nights.read_book(book(night(1), GOOD[:1], [turned(GOOD[1])]))
    nights.read_book(book(night(3), GOOD[:1], [turned(GOOD[1])]))
    before = stood(nights)
    result = nights.read_book(book(night(4), [*GOOD[:1], NEW], [turned(GOOD[1])]))
    assert before.items() <= stood(nights).items()
    late = [entry for entry in result.entries if entry.timing.verdict is Timeliness.LATE]
    assert [(entry.tab, entry.row) for entry in late] == [("Педагоги", 3)]
    assert [(each.tab, each.row) for each in found(result, "entry-late")] == [("Педагоги", 3)]


def test_a_row_that_is_gone_from_one_tab_is_asked_for(nights):
    nights.read_book(book(night(1), GOOD[:3], [turned(GOOD[3])]))
    result = nights.read_book(book(night(4), GOOD[:3]))
    assert [each.title for each in found(result, "entry-removed")] == ["День открытых дверей"]


def named(*titles: str) -> dict[str, object]:
    return {"tabs": {"events": {"title": list(titles)}}}


def test_entries_of_a_tab_that_the_plan_leaves_out_are_not_gone(tmp_path):
    both, rows = Nights(tmp_path, named("Педагоги", "Учащиеся")), [turned(GOOD[3])]
    both.read_book(book(night(1), GOOD[:3], rows))
    one = Nights(tmp_path, named("Педагоги"))
    for day in (4, 5):
        assert not found(one.read_book(book(night(day), GOOD[:3], rows)), "entry-removed")
    assert len(one.ids()) == 3
    back = both.read_book(book(night(6), GOOD[:3], rows))
    assert {entry.timing.verdict for entry in back.entries} == {Timeliness.ON_TIME}
    # What was deleted there before it was left out is gone all the same.
    gone = one.read_book(book(night(7), GOOD[:3], [turned(NEW)]))
    assert [each.title for each in found(gone, "entry-removed")] == ["День открытых дверей"]


def test_a_plan_that_leaves_out_many_entries_asks_whether_it_is_right_so(tmp_path):
    both, rows = Nights(tmp_path, named("Педагоги", "Учащиеся")), list(map(turned, GOOD[2:]))
    both.read_book(book(night(1), GOOD[:2], rows))
    one = Nights(tmp_path, named("Педагоги"))
    with pytest.raises(GuardError) as stopped:
        one.read_book(book(night(4), GOOD[:2], rows))
    assert (stopped.value.code, stopped.value.facts["tabs"]) == ("guard-aside", "«Учащиеся»")
    with pytest.raises(GuardError) as stopped:
        one.read_book(book(night(5), GOOD[:2], []))
    assert stopped.value.code == "guard-loss"
    one.accept = True
    assert not found(one.read_book(book(night(6), GOOD[:2], rows)), "entry-removed")


def test_another_tab_read_instead_of_the_plan_stops_the_run(tmp_path):
    first = Nights(tmp_path)
    first.read_book(book(night(1), GOOD, []))
    tables = book(night(4), GOOD, [turned(NEW)]).tables
    with pytest.raises(GuardError) as stopped:
        first.read_book(Book(Origin("google", "План", night(4), "sheet"), tables[::-1]))
    assert stopped.value.code == "guard-aside"


def test_entries_of_a_tab_whose_header_is_lost_are_asked_for(nights):
    nights.read_book(book(night(1), GOOD[:3], [turned(GOOD[3])]))
    headless = {"Учащиеся": [turned(GOOD[3])]}
    result = nights.read_book(book(night(4), GOOD[:3], **headless))
    assert [each.title for each in found(result, "entry-removed")] == ["День открытых дверей"]


def test_a_problem_is_the_same_one_when_its_row_moves_to_another_tab(nights):
    spoilt = GOOD[0].replace("15.02.2024", "31 апреля")
    nights.read_book(book(night(1), [spoilt, GOOD[1]]))
    result = nights.read_book(book(night(2), GOOD[1:2], [turned(spoilt)]))
    (finding,) = found(result, "date-impossible")
    assert (finding.tab, finding.since) == ("Учащиеся", night(1))
    assert result.since is not None
    assert not [each for each in result.since.new if each.code == "date-impossible"]
    assert not [each for each in result.since.put_right if each.code == "date-impossible"]


@pytest.mark.parametrize(
    ("first", "old", "new"),
    [
        (night(1), Timeliness.ON_TIME, Timeliness.ON_TIME),  # it may have come before the deadline
        (night(3), Timeliness.UNKNOWN, Timeliness.LATE),
    ],
    ids=["seen before the deadline", "seen after it"],
)
def test_entries_of_a_tab_that_is_read_from_now_on_are_not_late(tmp_path, first, old, new):
    one = Nights(tmp_path)
    result = one.read_book(book(first, GOOD[:2], [turned(GOOD[2])]))
    assert [each.tab for each in found(result, "tab-unread")] == ["Учащиеся"]
    both = Nights(tmp_path, ALL)
    result = both.read_book(book(night(4), GOOD[:2], [turned(GOOD[2]), turned(NEW, 2)]))
    timings = {entry.values["title"]: entry.timing.verdict for entry in result.entries}
    assert (timings["Робототехника для всех"], timings["Хакатон юных"]) == (old, new)


def test_entries_of_a_newly_read_tab_are_in_time_if_any_snapshot_before_the_deadline_had_them(
    tmp_path,
):
    one, later = Nights(tmp_path), GOOD[3]
    one.read_book(book(night(1), GOOD[:2], [turned(GOOD[2])]))
    one.read_book(book(night(4), GOOD[:2], [turned(GOOD[2]), turned(later, 2)]))
    one.read_book(book(night(5), GOOD[:2], [turned(GOOD[2], 7), turned(later, 8)]))
    result = Nights(tmp_path, ALL).read_book(
        book(night(6), GOOD[:2], [turned(GOOD[2]), turned(later, 2), turned(NEW, 3)])
    )
    timings = {entry.values["title"]: entry.timing for entry in result.entries}
    early = timings["Робототехника для всех"]
    assert (early.verdict, early.at) == (Timeliness.ON_TIME, night(1))
    # What came to a tab nobody read is not held against it: it may have been reworded there.
    assert timings["День открытых дверей"].verdict is Timeliness.UNKNOWN
    assert timings["Хакатон юных"].verdict is Timeliness.LATE


def test_a_forgotten_snapshot_or_one_of_a_clock_set_back_had_nothing(tmp_path):
    one, rows = Nights(tmp_path), [turned(GOOD[2])]
    one.read_book(book(night(1), GOOD[:2], rows, Ещё=["заметка"]))
    with Store.existing(one.history.path) as store:
        one.read_book(book(night(4), GOOD[:2], rows))
        forget.older_than(store, night(2))
    one.read_book(book(night(2), GOOD[:2], rows))  # the clock was set back
    result = Nights(tmp_path, ALL).read_book(book(night(6), GOOD[:2], rows))
    timings = {entry.values["title"]: entry.timing.verdict for entry in result.entries}
    assert timings["Робототехника для всех"] is Timeliness.UNKNOWN


def test_a_replay_asks_the_snapshots_too(tmp_path):
    one, rows = Nights(tmp_path), [turned(GOOD[2])]
    one.read_book(book(night(1), GOOD[:2], rows))
    one.read_book(book(night(4), GOOD[:2], rows))
    both = Nights(tmp_path, ALL)
    now, config = book(night(6), GOOD[:2], rows), both.config
    result = both.history.replayed(config, lambda known: check(now, config, night(6), memory=known))
    assert {entry.timing.verdict for entry in result.entries} == {Timeliness.ON_TIME}


def test_rows_taken_over_from_an_unread_tab_are_not_late(tmp_path):
    nights = Nights(tmp_path)
    nights.read_book(book(night(1), GOOD[:2], [turned(GOOD[2])]))
    result = nights.read_book(book(night(4), GOOD[:3]))
    assert {entry.timing.verdict for entry in result.entries} == {Timeliness.ON_TIME}


def test_the_name_of_an_event_outlasts_its_move_to_another_tab(nights):
    before = nights.read_book(book(night(1), GOOD[:2], [turned(GOOD[2])]))
    nights.read_book(book(night(2), GOOD[:2], [turned(GOOD[2])]))
    after = nights.read_book(book(night(3), GOOD[:1], [turned(GOOD[2]), turned(GOOD[1], 2)]))

    def named(result):
        titles = [entry.values["title"] for entry in result.entries]
        return dict(zip(titles, names.of(result), strict=True))

    assert len(set(named(after).values())) == 3
    assert named(before) == named(after)


def _chronicle(nights, store):
    return Chronicle(store, nights.history, nights.config)


def test_what_changed_is_told_with_the_tab_and_a_move_is_no_change(nights):
    nights.read_book(book(night(1), GOOD[:2], [turned(GOOD[2])]))
    moved = GOOD[3].replace("09.02.2024", "08.02.2024")
    nights.read_book(book(night(2), [*GOOD[:2], GOOD[3]], [turned(GOOD[2])]))
    nights.read_book(book(night(3), [GOOD[0], moved], [turned(GOOD[2]), turned(GOOD[1], 2)]))
    with Store.existing(nights.history.path) as store:
        told = _chronicle(nights, store).compared("2", "3").changes
        first = _chronicle(nights, store).compared("1", "2").changes
    assert (told.added, told.removed) == ((), ())
    (change,) = told.changed
    assert (change.old_tab, change.old_row, change.new_tab, change.new_row) == (
        *("Педагоги", 4),
        *("Педагоги", 3),
    )
    assert [(cell.header, cell.old, cell.new) for cell in change.cells] == [
        ("Дата проведения", "09.02.2024", "08.02.2024")
    ]
    assert [(each.new_tab, each.new_row) for each in first.added] == [("Педагоги", 4)]


def test_the_plan_as_it_was_before_a_tab_was_there_is_shown_without_it(tmp_path):
    named = {"tabs": {"events": {"title": ["Педагоги", "Учащиеся"]}}}
    nights = Nights(tmp_path, named)
    early = book(night(1), GOOD[:2])
    Nights(tmp_path).read_book(early._replace(tables=early.tables[:1]))
    nights.read_book(book(night(2), GOOD[:2], [turned(GOOD[2])]))
    with Store.existing(nights.history.path) as store:
        chronicle = _chronicle(nights, store)
        then = chronicle.result(night(3), night(1, 5))
        now = chronicle.result(night(3), None)
        assert [each.entries for each in chronicle.listed()] == [2, 3]
    assert {entry.tab for entry in then.entries} == {"Педагоги"}
    assert {entry.tab for entry in now.entries} == {"Педагоги", "Учащиеся"}
    assert {entry.timing.verdict for entry in now.entries} == {Timeliness.ON_TIME}


def test_a_plan_whose_tab_was_called_otherwise_is_shown_as_it_was(tmp_path):
    nights = Nights(tmp_path, {"tabs": {"events": {"title": "Педагоги"}}})
    nights.read_book(book(night(1), GOOD[:2], [turned(GOOD[2])]))
    renamed = book(night(4), GOOD[:2])
    first = Table.of_rows("План", [cells(line) for line in (HEADER, *GOOD[:2])], gid=0)
    nights.sections = {"tabs": {"events": {"title": "План"}, "schools": {"title": "Список школ"}}}
    with Store.existing(nights.history.path) as store:  # nobody has read it by its new name yet
        then = _chronicle(nights, store).result(night(3), None)
    schools = Table.of_rows("Список школ", [cells("Школа | Год открытия"), cells("СОШ №8 | 2020")])
    nights.read_book(renamed._replace(tables=(first, renamed.tables[1], schools)))
    with Store.existing(nights.history.path) as store:
        chronicle = _chronicle(nights, store)
        now, old = chronicle.result(night(5), None), chronicle.result(night(5), night(2))
        assert [each.title for each in chronicle.events(*chronicle.book("1"))] == ["Педагоги"]
    assert [{entry.tab for entry in each.entries} for each in (then, old, now)] == [
        {"Педагоги"},
        {"Педагоги"},
        {"План"},
    ]


def test_the_roster_of_one_tab_is_kept_as_it_always_was():
    column = Column("school", 0, "Школа", personal=False)
    one = Roster("План", (column,), {7: 2, 3: 5})
    assert json.loads(Roster.dumps([one])) == [
        *("План", [["school", 0, "Школа", False]], [3, 7], [5, 2])
    ]
    two = Roster("Май", (), {})
    for rosters in ((one,), (one, two), (two, one, one)):
        assert Roster.loads(Roster.dumps(rosters)) == rosters
