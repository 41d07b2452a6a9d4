"""A sheet that lost too much is not believed, and nothing is lost with it."""

import pytest

from tests.history.nights import GOOD, Nights, night
from tests.plans import found
from tochka_sync import messages
from tochka_sync.check import check
from tochka_sync.errors import GuardError
from tochka_sync.history import forget, reads
from tochka_sync.history.store import Store

A, B, C, D = GOOD


def test_a_night_that_loses_too_many_entries_is_not_believed(nights):
    nights.read(night(1), *GOOD)
    with pytest.raises(GuardError) as stopped:
        nights.read(night(2), A, B)
    error = stopped.value
    assert (error.code, error.exit_code) == ("guard-loss", 5)
    assert (error.facts["n"], error.facts["total"], error.facts["snapshot"]) == (2, 4, 1)
    assert "День открытых дверей" in str(error.facts["events"])


def test_up_to_the_share_allowed_may_go(nights):
    nights.read(night(1), *GOOD)
    result = nights.read(night(2), A, B, C)
    assert [finding.title for finding in found(result, "entry-removed")] == ["День открытых дверей"]


def test_the_share_is_the_plan_s_to_say(nights):
    nights.sections = {"history": {"max_loss": 0.5}}
    nights.read(night(1), *GOOD)
    assert len(found(nights.read(night(2), A, B), "entry-removed")) == 2


def test_entries_are_counted_by_who_they_are_not_by_how_many_rows(nights):
    nights.read(night(1), *GOOD)
    others = [
        f"СОШ №{n} | Олимпиада {n} | {n}.03.2024 | педагоги | Кузнецов К.К." for n in (1, 2, 5, 7)
    ]
    with pytest.raises(GuardError):
        nights.read(night(2), *others)


def test_a_form_suddenly_unrecognisable_is_not_believed(nights):
    nights.read(night(1), *GOOD)
    nights.header = ""
    with pytest.raises(GuardError, match="guard-form"):
        nights.read(night(2))


def test_a_form_that_never_was_recognised_is_a_finding_every_night(nights):
    nights.header = "что | почему | зачем"
    for day in (1, 2):
        assert found(nights.read(night(day)), "form-unrecognised")


def test_what_is_not_believed_is_kept_and_the_measure_stays(nights):
    nights.read(night(1), *GOOD)
    first = nights.ids()
    for day in (2, 3):
        with pytest.raises(GuardError):
            nights.read(night(day), A)
    with Store.existing(nights.history.path) as store:
        every = reads.every(store, 1)
        assert [read.accepted for read in every] == [True, False, False]
        assert reads.book(store, every[2]).tables[0].height == 2
    nights.read(night(4), *GOOD)
    assert nights.ids() == first


def test_a_loss_that_is_accepted_is_the_new_measure_and_is_asked_for_no_more(nights):
    nights.read(night(1), *GOOD)
    nights.accept = True
    assert not found(nights.read(night(2), A), "entry-removed")
    nights.accept = False
    assert not found(nights.read(night(3), A), "entry-removed")


def test_a_removed_entry_is_a_finding_until_it_is_back(nights):
    nights.read(night(1), *GOOD)
    for day in (2, 3):
        (finding,) = found(nights.read(night(day), A, B, C), "entry-removed")
        assert finding.facts["snapshot"] == 1
        assert (finding.school, finding.row) == ("lyceum", None)
    assert not found(nights.read(night(4), *GOOD), "entry-removed")


def test_a_removed_entry_names_the_last_read_that_had_it(nights):
    nights.read(night(1), *GOOD)
    nights.read(night(2), *GOOD)
    (finding,) = found(nights.read(night(3), A, B, C), "entry-removed")
    assert (finding.facts["snapshot"], finding.facts["read"]) == (2, night(2))


def test_the_command_that_gives_a_removed_entry_back_is_whole_whatever_its_paths_look_like(
    tmp_path,
):
    nights = Nights(tmp_path / "8 914 000-00-01")
    nights.folder.mkdir()
    nights.read(night(1), *GOOD)
    (finding,) = found(nights.read(night(2), A, B, C), "entry-removed")
    assert finding.facts["restore"] == f'tochka-sync restore 1 --config "{nights.config.path}"'


@pytest.mark.parametrize("school", ["СОШ №8", "СОШ №88", ""], ids=["known", "unknown", "blank"])
def test_a_double_that_is_taken_out_is_missed_by_nobody(nights, school):
    double = A.replace("СОШ №8", school)
    nights.read(night(1), B, C, D, double, double)
    assert not found(nights.read(night(2), B, C, D, double), "entry-removed")
    assert found(nights.read(night(3), B, C, D), "entry-removed")


def test_the_next_school_year_begins_anew(nights):
    nights.read(night(1), *GOOD)
    nights.sections = {"plan": {"school_year": "2024-2025"}}
    assert not found(nights.read(night(2), A), "entry-removed")


def forgotten(nights):
    with Store.existing(nights.history.path) as store:
        forget.older_than(store, night(30))


def test_nobody_is_sent_to_a_snapshot_that_is_forgotten(nights):
    nights.read(night(1), *GOOD)
    forgotten(nights)
    with pytest.raises(GuardError) as stopped:
        nights.read(night(2), A)
    (gone,) = found(nights.read(night(3), A, B, C), "entry-removed")
    for language in messages.Language:
        for _, hint in messages.error(language, stopped.value), messages.finding(language, gone):
            assert "restore" not in hint
            assert "--accept-loss" in hint


def test_a_finding_stays_the_same_when_the_snapshot_of_its_read_is_forgotten(nights):
    nights.read(night(1), *GOOD)
    (first,) = found(nights.read(night(2), A, B, C), "entry-removed")
    forgotten(nights)
    (second,) = found(nights.read(night(3), A, B, C), "entry-removed")
    assert (second.fingerprint, second.since) == (first.fingerprint, night(2))


@pytest.mark.parametrize("share", [0.29, 0.57, 0.3])
def test_the_share_allowed_is_not_lost_to_rounding(nights, share):
    nights.sections = {"history": {"max_loss": share}}
    lines = [f"СОШ №8 | Опыт {n} | {1 + n % 28}.03.2024 | педагоги | К.К." for n in range(100)]
    nights.read(night(1), *lines)
    allowed = round(share * 100)
    assert len(found(nights.read(night(2), *lines[allowed:]), "entry-removed")) == allowed
    with pytest.raises(GuardError):
        nights.read(night(3), *lines[2 * allowed + 1 :])


def test_a_replay_is_guarded_too_unless_the_loss_is_accepted(nights):
    nights.read(night(1), *GOOD)
    book, told = nights.book(night(2), A), nights.config

    def judge(memory):
        return check(book, told, night(9), memory=memory)

    with pytest.raises(GuardError, match="guard-loss"):
        nights.history.replayed(told, judge)
    assert nights.last().id == 1
    nights.accept = True
    assert not found(nights.history.replayed(told, judge), "entry-removed")
