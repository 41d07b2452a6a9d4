"""Every report opens with what is new, put right, still open and gone back since the last one."""

import threading
from dataclasses import replace

from tests.history.nights import GOOD, night
from tests.plans import found
from tests.program import PATIENCE
from tochka_sync import narrow, remember
from tochka_sync.check import check
from tochka_sync.findings import Severity
from tochka_sync.history.store import Store

A, B, C, D = GOOD
BAD = B.replace("10.02.2024", "31.04.2024")
WORSE = B.replace("10.02.2024", "32.04.2024")


def errors(findings):
    return [
        (each.code.value, each.school)
        for each in findings
        if each.severity is Severity.ERROR and each.row
    ]


def test_the_first_report_has_nothing_to_compare_with(nights):
    assert nights.read(night(1), A, BAD).since is None


def test_what_is_new_put_right_open_and_back(nights):
    nights.read(night(1), A, B)
    new = nights.read(night(2), A, BAD).since
    assert errors(new.new) == [("date-impossible", "sosh-9")]
    assert new.read_at == night(1)
    still = nights.read(night(3), A, BAD).since
    assert (errors(still.new), errors(still.open)) == ([], [("date-impossible", "sosh-9")])
    right = nights.read(night(4), A, B).since
    assert [(each.code.value, each.school, each.since) for each in right.put_right] == [
        ("date-impossible", "sosh-9", night(2))
    ]
    assert right.put_right[0].title == "Фестиваль идей"
    back = nights.read(night(5), A, BAD).since
    assert (errors(back.new), errors(back.reopened)) == ([], [("date-impossible", "sosh-9")])


def test_what_one_school_puts_right_is_not_taken_from_another(nights):
    nights.read(night(4), A)
    since = nights.read(night(5), A, B).since
    missing = [each.school for each in since.put_right if each.code == "school-missing"]
    assert missing == ["sosh-9"]
    assert "sosh-4" in {each.school for each in since.open if each.code == "school-missing"}
    assert not [each for each in since.new if each.code == "school-missing"]


def test_what_is_switched_off_is_not_put_right_nor_back_when_it_is_switched_on(nights):
    nights.read(night(1), A, BAD)
    nights.sections = {"severity": {"date-impossible": "off"}}
    assert nights.read(night(2), A, BAD).since.put_right == ()
    nights.sections = {}
    since = nights.read(night(3), A, BAD).since
    assert (since.new, since.reopened) == ((), ())
    (still,) = (each for each in since.open if each.code == "date-impossible")
    assert still.since == night(1)
    assert [each.code for each in nights.read(night(4), A, B).since.put_right] == [still.code]


def test_a_finding_knows_since_when_it_stands(nights):
    nights.read(night(1), A, BAD)
    (finding,) = found(nights.read(night(2), A, BAD), "date-impossible")
    assert finding.since == night(1)
    nights.read(night(3), A, B)
    (again,) = found(nights.read(night(4), A, BAD), "date-impossible")
    assert again.since == night(4)


def test_a_problem_stays_the_same_when_its_row_moves_or_its_cell_is_wrong_in_another_way(nights):
    nights.read(night(1), A, BAD, C)
    (finding,) = found(nights.read(night(2), C, WORSE, A), "date-impossible")
    assert finding.since == night(1)


def test_days_that_pass_are_no_news(nights):
    nights.read(night(1), A)
    since = nights.read(night(5), A).since
    assert {finding.code.value for finding in since.new} == set()
    assert {finding.code.value for finding in since.open} >= {"school-missing", "registry-gap"}
    assert since.put_right == ()


def test_a_report_that_reached_nobody_is_not_the_last_one(nights):
    """As when the run was killed between writing down and reporting: its news are told once more."""
    nights.read(night(1), A, B)
    book, config = nights.book(night(2), A, BAD), nights.config
    nights.history.judged(book, config, lambda memory: check(book, config, night(2), memory=memory))
    since = nights.read(night(3), A, BAD).since
    assert (errors(since.new), since.read_at) == ([("date-impossible", "sosh-9")], night(1))
    assert since.new[0].since == night(2)


def test_one_school_hears_its_own_news_only(nights):
    nights.read(night(1), A, B)
    result = nights.read(night(2), A.replace("15.02.2024", "31.02.2024"), BAD)
    own = narrow.to_schools(result, ["sosh-9"]).since
    assert own is not None
    assert {finding.school for finding in own.new} == {"sosh-9"}


def test_the_ledger_knows_nobody_s_telephone_or_name(nights):
    nights.header += " | Телефон | Примечание"
    line = f"{A} | 8 914 123-45-67 | звонить Сидоровой Ольге Викторовне, ov.sidorova@mail.ru"
    nights.read(night(1), line.replace("Науку", "Науку с Петровым П.П."), BAD + " | 4-25-16 |")
    nights.accept = True
    nights.read(night(2), line)
    data = nights.history.path.read_bytes()
    for secret in ("Иванова", "Сидоров", "Петров", "914", "123-45-67", "sidorova", "4-25-16"):
        assert secret.encode() not in data  # snapshots are packed, the ledger is not


def test_a_replay_remembers_nothing_and_still_knows_the_evidence(nights):
    nights.read(night(1), A)
    before = nights.history.path.read_bytes()
    book, config = nights.book(night(9), A, B), nights.config
    result = nights.history.replayed(
        config, lambda memory: check(book, config, night(5), memory=memory)
    )
    assert nights.history.path.read_bytes() == before
    assert result.entries[0].timing.evidence == "ledger"


def test_a_replay_sees_the_history_of_one_moment_while_a_run_writes_it(nights, monkeypatch):
    nights.read(night(1), A, B)
    run = threading.Thread(target=nights.read, args=(night(2), A, B, C, D))

    def written_between(sql):
        if "FROM entry" in sql and not run.ident:
            run.start()
            run.join(1)  # it has written, or waits until this question is answered

    class Traced(Store):
        @classmethod
        def existing(cls, path):
            store = super().existing(path)
            store._connection.set_trace_callback(written_between)
            return store

    monkeypatch.setattr(remember, "Store", Traced)
    book, config = nights.book(night(9), A, B), nights.config
    result = nights.history.replayed(
        config, lambda memory: check(book, config, night(5), memory=memory)
    )
    run.join(PATIENCE)
    assert [entry.timing.at for entry in result.entries] == [night(1), night(1)]
    assert nights.last().read_at == night(2)


def test_a_replay_without_a_history_makes_none(nights):
    book, config = nights.book(night(9), A), nights.config
    nights.history.replayed(config, lambda memory: check(book, config, night(5), memory=memory))
    assert not nights.history.path.exists()


def test_two_plans_in_one_file_know_nothing_of_each_other(nights):
    nights.read(night(1), *GOOD)
    other = replace(nights.history, series="another")
    book, config = nights.book(night(2), A), nights.config
    result, _ = other.judged(
        book, config, lambda memory: check(book, config, night(2), memory=memory)
    )
    assert not found(result, "entry-removed")


def test_a_finding_only_another_version_knows_is_left_as_it_is(nights):
    nights.read(night(1), *GOOD)
    with Store.existing(nights.history.path) as store:
        store.run("UPDATE finding SET code = 'of-another-version', key = 'x:' || id")
        before = store.rows("SELECT id, closed_read FROM finding ORDER BY id")
        result = nights.read(night(2), *GOOD)
        assert (
            store.rows("SELECT id, closed_read FROM finding ORDER BY id")[: len(before)] == before
        )
    assert result.since is not None
    assert not result.since.put_right
