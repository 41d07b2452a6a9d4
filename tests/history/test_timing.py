"""Late is a fact with its evidence: between which reads an entry appeared and became complete."""

import datetime as dt

import pytest

from tests.history.nights import DUE, GOOD, Nights, entry, night
from tests.plans import HEADER, found
from tochka_sync import shape
from tochka_sync.chronicle import Chronicle
from tochka_sync.evidence import by_reads
from tochka_sync.exports import plan
from tochka_sync.history import forget
from tochka_sync.history.meeting import Seen, widest
from tochka_sync.history.store import Store
from tochka_sync.messages import Language
from tochka_sync.result import Standing, Timeliness

A, B, C, D = GOOD
SHORT = B.replace("10.02.2024", "")


def standing(result, school):
    return next(report for report in result.schools if report.school.id == school)


def test_an_entry_seen_before_the_deadline_is_in_time_after_it(nights):
    nights.read(night(1), A)
    timing = entry(nights.read(night(5), A), 2).timing
    assert (timing.verdict, timing.evidence, timing.at) == (Timeliness.ON_TIME, "ledger", night(1))


def test_an_entry_between_two_reads_after_the_deadline_is_late_by_at_least_the_first(nights):
    nights.read(night(4), A)
    result = nights.read(night(5), A, B)
    timing = entry(result, 3).timing
    assert (timing.verdict, timing.evidence) == (Timeliness.LATE, "ledger")
    assert (timing.after, timing.at) == (night(4), night(5))
    assert timing.late_by == int((night(4) - DUE).total_seconds())
    (finding,) = found(result, "entry-late")
    assert (finding.row, finding.reason) == (3, "ledger")
    assert standing(result, "sosh-9").standing is Standing.LATE


def test_an_interval_that_straddles_the_deadline_counts_for_the_school_and_says_so(nights):
    nights.read(night(2), A)
    result = nights.read(night(3), A, B)
    timing = entry(result, 3).timing
    assert (timing.verdict, timing.evidence) == (Timeliness.ON_TIME, "ledger")
    assert timing.after is not None
    assert timing.at is not None
    assert timing.after < DUE < timing.at
    assert standing(result, "sosh-9").standing is Standing.ON_TIME
    shown = next(row for row in plan.of(result, Language.RU).rows if row[0] == "СОШ №9 г.Алдан")
    assert f"между {timing.after:%d.%m.%Y %H:%M} и {timing.at:%d.%m.%Y %H:%M}" in str(shown)
    told = next(
        event["evidence"]
        for event in shape.export(result, Language.RU)["events"]
        if event["school"] == "sosh-9"
    )
    both = {"after": timing.after.isoformat(), "at": timing.at.isoformat()}
    assert told == {"kind": "ledger", **both}


def test_an_entry_of_the_first_read_after_the_deadline_is_unknown(nights):
    result = nights.read(night(4), A)
    assert entry(result, 2).timing.verdict is Timeliness.UNKNOWN
    assert standing(result, "sosh-8").standing is Standing.UNKNOWN


def test_a_read_of_a_clock_set_back_is_no_evidence_of_being_in_time(nights):
    nights.read(night(4), A)
    result = nights.read(night(1), A, B)  # really the night after
    assert entry(result, 3).timing.verdict is Timeliness.UNKNOWN
    with Store.existing(nights.history.path) as store:
        result = Chronicle(store, nights.history, nights.config).result(night(6), None)
    assert standing(result, "sosh-9").standing is Standing.UNKNOWN
    assert standing(result, "sosh-4").standing is Standing.PENDING  # nobody knows
    assert entry(nights.read(night(6), A, B), 3).timing.verdict is Timeliness.UNKNOWN


def test_a_read_of_a_clock_set_back_does_not_unsay_that_an_entry_was_missing_late(nights):
    nights.read(night(4), A)
    nights.read(night(1), A)  # really the night after
    assert entry(nights.read(night(6), A, B), 3).timing.verdict is Timeliness.UNKNOWN


def test_an_entry_taken_out_and_put_back_reworded_is_not_called_late(nights):
    nights.read(night(1), *GOOD)
    nights.read(night(3), A, B, C)
    back = D.replace("открытых дверей", "открытых дверей для пятиклассников")
    assert entry(nights.read(night(5), A, B, C, back), 5).timing.verdict is Timeliness.UNKNOWN


def test_it_stays_unknown_on_the_nights_after(nights):
    nights.read(night(4), A)
    assert entry(nights.read(night(5), A), 2).timing.verdict is Timeliness.UNKNOWN


def test_complete_in_time_and_broken_later_is_not_late(nights):
    nights.read(night(1), A, B)
    broken = entry(nights.read(night(5), A, SHORT), 3)
    assert not broken.complete
    assert broken.timing.verdict is Timeliness.ON_TIME
    mended = nights.read(night(6), A, B)
    assert entry(mended, 3).timing.verdict is Timeliness.ON_TIME
    assert standing(mended, "sosh-9").standing is Standing.ON_TIME


def test_begun_in_time_and_completed_after_is_completed_late(nights):
    nights.read(night(1), A, SHORT)
    nights.read(night(4), A, SHORT)
    result = nights.read(night(5), A, B)
    timing = entry(result, 3).timing
    assert (timing.verdict, timing.evidence, timing.reason) == (
        Timeliness.LATE,
        "ledger",
        "completed_late",
    )
    assert timing.late_by == int((night(4) - DUE).total_seconds())
    assert [finding.reason for finding in found(result, "entry-late")] == ["completed_late"]


def test_begun_in_time_and_never_complete_is_unknown_after_the_deadline(nights):
    nights.read(night(1), A, SHORT)
    assert entry(nights.read(night(5), A, SHORT), 3).timing.verdict is Timeliness.UNKNOWN


def test_begun_after_the_deadline_is_late_before_it_is_complete(nights):
    nights.read(night(4), A)
    timing = entry(nights.read(night(5), A, SHORT), 3).timing
    assert (timing.verdict, timing.reason) == (Timeliness.LATE, None)


def test_a_school_s_own_extension_counts(nights):
    nights.sections = {"deadlines": {"extensions": {"sosh-9": dt.date(2023, 6, 10)}}}
    nights.read(night(4), A)
    result = nights.read(night(12), A, B)
    assert entry(result, 3).timing.verdict is Timeliness.ON_TIME  # the interval straddles 10 June
    late = entry(nights.read(night(13), A, B, B.replace("Фестиваль идей", "Турнир")), 4)
    assert late.timing.late_by == int((night(12) - DUE - dt.timedelta(days=8)).total_seconds())


def test_a_time_stamp_is_better_evidence_than_the_reads(nights):
    nights.header = HEADER + " | Отметка времени"
    nights.read(night(4), f"{A} | 01.06.2023 10:00")
    result = nights.read(night(5), f"{A} | 01.06.2023 10:00", f"{B} | 02.06.2023 10:00")
    assert entry(result, 3).timing.verdict is Timeliness.ON_TIME
    assert entry(result, 3).timing.evidence == "timestamp"


@pytest.mark.parametrize(
    ("first", "verdict"),
    [
        (f"{A} | 01.06.2023 10:00", Timeliness.ON_TIME),
        (f"{A} | ", Timeliness.ON_TIME),
        (f"{A.replace('15.02.2024', '')} | 01.06.2023 10:00", Timeliness.LATE),
    ],
    ids=["stamped", "not stamped yet", "not complete yet"],
)
def test_a_form_that_stamps_an_edited_answer_anew_makes_nobody_late(nights, first, verdict):
    nights.header = HEADER + " | Отметка времени"
    nights.read(night(2), first)
    for day in (5, 6):
        result = nights.read(night(day), f"{A} | 04.06.2023 10:00")
        assert entry(result, 2).timing.verdict is verdict


def test_a_stamp_of_after_the_deadline_says_more_than_an_interval_that_straddles_it(nights):
    nights.header = HEADER + " | Отметка времени"
    nights.read(night(2), f"{A} | 01.06.2023 10:00")
    result = nights.read(night(5), f"{A} | 01.06.2023 10:00", f"{B} | 04.06.2023 10:00")
    assert entry(result, 3).timing.verdict is Timeliness.LATE


def test_a_stamp_in_time_does_not_hide_that_the_entry_was_completed_late(nights):
    nights.header = HEADER + " | Отметка времени"
    stamp = "02.06.2023 10:00"
    nights.read(night(4), f"{SHORT} | {stamp}")
    timing = entry(nights.read(night(5), f"{B} | {stamp}"), 2).timing
    assert (timing.verdict, timing.reason) == (Timeliness.LATE, "completed_late")


@pytest.mark.parametrize(
    "line",
    [
        "СОШ №9 | Фестиваль идей и открытий | 12.05.2024 | родители | Котова М.М.",
        "СОШ №9 | Фестиваль великих идей | 12.05.2024 | родители | Котова М.М.",
    ],
)
def test_what_may_be_an_entry_in_time_is_not_called_late_and_says_since_when(nights, line):
    """Moved, reworded and in other hands at once: the same event, or another like it?"""
    nights.read(night(30, month=5), A, C)
    nights.read(night(1), A, B, C)
    nights.read(night(4), A, B, C)
    timing = entry(nights.read(night(5), A, C, line), 4).timing
    assert (timing.verdict, timing.after, timing.at) == (
        Timeliness.ON_TIME,
        night(30, month=5),
        night(5),
    )
    again = entry(nights.read(night(6), A, C, line), 4).timing
    assert again == timing


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([(1, 2, 1, 2), (4, 5, 4, 5)], (1, 5, 1, 5)),
        ([(None, 1, None, 1), (4, 5, 4, 5)], (None, 5, None, 5)),
        ([(1, 2, 1, 2), (4, 5, None, None)], (1, 5, 1, 5)),
        ([(1, 2, None, None), (4, 5, None, None)], (1, 5, None, None)),
    ],
)
def test_evidence_in_doubt_holds_whichever_reading_is_true(readings, expected):
    def seen(days):
        return Seen(*(day and night(day) for day in days))

    assert widest([seen(days) for days in readings]) == seen(expected)


def test_an_entry_that_comes_back_keeps_its_evidence(nights):
    nights.accept = True
    nights.read(night(1), A, B)
    nights.read(night(4), A)
    assert entry(nights.read(night(6), A, B), 3).timing.verdict is Timeliness.ON_TIME


def test_without_a_history_there_is_no_evidence(nights, tmp_path):
    """As when CI lost the file: nothing is late, and nothing is in time."""
    nights.read(night(1), A)
    fresh = Nights(tmp_path / "another")
    fresh.folder.mkdir()
    assert entry(fresh.read(night(5), A), 2).timing.verdict is Timeliness.UNKNOWN


def test_nothing_in_a_file_is_younger_than_its_last_change(nights):
    nights.read(night(4), A, modified=night(1))
    assert entry(nights.read(night(6), A), 2).timing.verdict is Timeliness.ON_TIME


def test_a_form_nobody_could_read_is_no_evidence_that_its_entries_were_not_there(nights):
    nights.header = "что | почему | зачем"
    nights.read(night(4))
    nights.header = HEADER
    assert entry(nights.read(night(5), A), 2).timing.verdict is Timeliness.UNKNOWN


def test_an_entry_that_only_the_configuration_made_complete_is_not_completed_late(nights):
    nights.sections = {"required": ["school", "title", "date", "audience", "responsible", "place"]}
    nights.read(night(1), A, B)
    nights.read(night(4), A, B.replace("10.02.2024", "11.02.2024"))
    nights.sections = {}
    result = nights.read(night(5), A, B.replace("10.02.2024", "11.02.2024"))
    assert entry(result, 2).timing.verdict is Timeliness.ON_TIME
    assert entry(result, 2).timing.at == night(1)
    edited = entry(result, 3).timing  # between the reads around the deadline, as far as one knows
    assert (edited.verdict, edited.after, edited.at) == (Timeliness.ON_TIME, night(1), night(4))


def test_a_column_that_only_now_has_a_name_makes_nobody_late(nights):
    nights.header = HEADER.replace("Дата проведения", "Веха")
    nights.read(night(1), A)
    nights.read(night(4), A)
    nights.sections = {"tabs": {"events": {"columns": {"date": ["Веха"]}}}}
    assert entry(nights.read(night(5), A), 2).timing.verdict is Timeliness.ON_TIME


@pytest.mark.parametrize("purged", [None, night(2), night(4)], ids=["kept", "first", "all but one"])
def test_columns_that_get_their_names_one_after_another_make_nobody_late(nights, purged):
    nights.header = "Школа | Мероприятие | ЮЮ | ЯЯ | ЭЭ"
    nights.read(night(1), A, B)
    nights.read(night(3), A, B)
    named = {"date": "ЮЮ", "audience": "ЯЯ"}
    nights.sections = {"tabs": {"events": {"columns": named}}}
    nights.read(night(4), A, B.replace("Петров И.И.", ""))
    if purged:
        with Store.existing(nights.history.path) as store:
            forget.older_than(store, purged)
    nights.sections = {"tabs": {"events": {"columns": {**named, "responsible": "ЭЭ"}}}}
    result = nights.read(night(5), A, B)
    verdict, filled = entry(result, 2).timing.verdict, entry(result, 3).timing
    assert verdict is (Timeliness.UNKNOWN if purged == night(4) else Timeliness.ON_TIME)
    assert (filled.verdict, filled.reason) == (Timeliness.LATE, "completed_late")


def test_a_row_that_was_taken_for_none_until_now_is_not_late(nights):
    nights.sections = {"tabs": {"events": {"header_row": 3}}}
    nights.read(night(4), A, HEADER, B)
    nights.sections = {}
    timing = entry(nights.read(night(5), A, HEADER, B), 2).timing
    assert timing.verdict is Timeliness.UNKNOWN


@pytest.mark.parametrize(
    ("after", "before", "verdict"),
    [
        (None, DUE, Timeliness.ON_TIME),
        (None, DUE + dt.timedelta(seconds=1), None),
        (DUE - dt.timedelta(seconds=1), DUE + dt.timedelta(seconds=1), Timeliness.ON_TIME),
        (DUE, DUE + dt.timedelta(seconds=1), Timeliness.LATE),
    ],
)
def test_the_deadline_lasts_until_its_last_second(after, before, verdict):
    timing = by_reads(Seen(after, before, after, before), DUE)
    assert (timing and timing.verdict) == verdict
    if timing is not None and verdict is Timeliness.LATE:
        assert timing.late_by == 1
