"""Late, missing, owed: on evidence and not without."""

import datetime as dt
import io

import pytest

from tests.plans import AFTER, ALDAN, BEFORE, HEADER, found, judged
from tochka_sync.findings import Severity
from tochka_sync.messages import Language, sentence
from tochka_sync.reports.terminal import write
from tochka_sync.result import Contracts, Coverage, Standing, Standings, Timeliness

GOOD = "СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги | Иванова А.П."
NO_NAME = "СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги |"
STAMPED = HEADER + " | Отметка времени"
LATER = dt.datetime(2023, 6, 12, 8, tzinfo=ALDAN)


def standing(result, school="sosh-8"):
    return next(report for report in result.schools if report.school.id == school)


@pytest.mark.parametrize(
    ("stamp", "verdict"),
    [
        ("02.06.2023 23:59:59", Timeliness.ON_TIME),
        ("03.06.2023 00:00:00", Timeliness.LATE),
        ("2023-06-02T14:59:59Z", Timeliness.ON_TIME),
        ("2023-06-02T15:00:00Z", Timeliness.LATE),
        ("02.06.2023", Timeliness.ON_TIME),
        ("03.06.2023", Timeliness.LATE),
    ],
)
def test_the_deadline_lasts_until_its_last_second_where_the_plan_is(stamp, verdict):
    result = judged(STAMPED, f"{GOOD} | {stamp}")
    assert result.entries[0].timing.verdict is verdict
    assert result.entries[0].timing.evidence == "timestamp"


@pytest.mark.parametrize("zone", ["Europe/Moscow", "GMT+03:00"])
def test_a_stamp_is_of_the_zone_google_names_even_a_custom_one(zone):
    rows = (f"{GOOD} | 02.06.2023 17:59:59", f"{GOOD} | 02.06.2023 18:00:00")
    result = judged(STAMPED, *rows, origin={"timezone": zone})
    verdicts = [entry.timing.verdict for entry in result.entries]
    assert verdicts == [Timeliness.ON_TIME, Timeliness.LATE]


@pytest.mark.parametrize("stamp", ["06.02.2024 10:00:00", "05.06.2023", "02.06.2032 12:00"])
def test_an_entry_that_was_read_before_the_deadline_is_not_late_by_a_stamp_to_come(stamp):
    result = judged(STAMPED, f"{GOOD} | {stamp}", now=BEFORE)
    assert result.entries[0].timing.evidence == "read-before-deadline"
    assert standing(result).standing is Standing.ON_TIME
    assert not found(result, "entry-late")


@pytest.mark.parametrize("stamp", ["02.06.2032 12:00", "04.06.2023", "03.06.2023 08:00:01"])
def test_a_stamp_of_after_the_read_makes_nobody_late(stamp):
    result = judged(STAMPED, f"{GOOD} | {stamp}", now=AFTER)
    assert result.entries[0].timing.verdict is Timeliness.UNKNOWN
    assert not found(result, "entry-late")


def test_a_late_entry_is_a_finding_that_says_by_how_much():
    (finding,) = found(judged(STAMPED, f"{GOOD} | 05.06.2023 00:59:59", now=LATER), "entry-late")
    assert finding.facts["late_by"] == 2 * 86400 + 3600
    assert finding.severity is Severity.ERROR


def test_without_evidence_timing_is_unknown():
    result = judged(HEADER, GOOD)
    assert result.entries[0].timing.verdict is Timeliness.UNKNOWN
    assert standing(result).standing is Standing.UNKNOWN
    assert result.summary.unknown == 1


def test_a_read_before_the_deadline_is_evidence():
    result = judged(HEADER, GOOD, now=BEFORE)
    assert result.entries[0].timing.verdict is Timeliness.ON_TIME
    assert standing(result).standing is Standing.ON_TIME


def test_nothing_in_a_file_is_younger_than_the_file():
    modified = dt.datetime(2023, 6, 1, 12, tzinfo=ALDAN)
    result = judged(HEADER, GOOD, origin={"modified": modified})
    assert result.entries[0].timing.evidence == "file-modified"
    assert result.entries[0].timing.verdict is Timeliness.ON_TIME


def test_a_file_changed_after_the_deadline_says_nothing_of_its_rows():
    modified = dt.datetime(2023, 6, 3, 7, tzinfo=ALDAN)
    result = judged(HEADER, GOOD, origin={"modified": modified})
    assert result.entries[0].timing.verdict is Timeliness.UNKNOWN


def test_an_incomplete_entry_is_pending_before_the_deadline_and_unknown_after():
    before, after = judged(HEADER, NO_NAME, now=BEFORE), judged(HEADER, NO_NAME, now=AFTER)
    assert before.entries[0].timing.verdict is Timeliness.PENDING
    assert standing(before).standing is Standing.PENDING
    assert after.entries[0].timing.verdict is Timeliness.UNKNOWN
    assert standing(after).standing is Standing.INCOMPLETE
    assert (after.summary.complete, after.summary.incomplete) == (0, 1)


def test_a_school_without_an_entry_is_an_error_after_the_deadline_and_days_left_before():
    for now, severity, days in ((AFTER, Severity.ERROR, 1), (BEFORE, Severity.INFO, 3)):
        missing = found(judged(HEADER, GOOD, now=now), "school-missing")
        assert len(missing) == 15
        assert {finding.severity for finding in missing} == {severity}
        assert {finding.facts["days"] for finding in missing} == {days}


def test_a_school_with_fewer_events_than_it_owes_is_told_how_many_more():
    for now, severity, days in ((AFTER, Severity.ERROR, 1), (BEFORE, Severity.INFO, 3)):
        result = judged(HEADER, GOOD, now=now, obliged={"min_events": 3})
        (short,) = found(result, "events-missing")
        assert (short.school, short.severity) == ("sosh-8", severity)
        told = {name: short.facts[name] for name in ("n", "wanted", "more", "days")}
        assert told == {"n": 1, "wanted": 3, "more": 2, "days": days}
        assert len(found(result, "school-missing")) == 15


def test_a_school_with_entries_enough_is_told_of_their_cells_alone():
    other = GOOD.replace("Науку", "Музыку").replace("15.02", "16.02")
    for second in (other, NO_NAME.replace("15.02", "16.02")):
        result = judged(HEADER, GOOD, second, obliged={"min_events": 2})
        assert not found(result, "events-missing")
    assert not found(judged(HEADER, GOOD), "events-missing")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (dt.datetime(2023, 6, 1, 23, tzinfo=ALDAN), "до срока 1 день."),
        (dt.datetime(2023, 6, 2, 7, tzinfo=ALDAN), "сегодня последний день."),
        (dt.datetime(2023, 6, 2, 18, tzinfo=ALDAN), "срок вышел 02.06.2023 12:00, сегодня."),
        (dt.datetime(2023, 6, 3, 7, tzinfo=ALDAN), "срок вышел 02.06.2023 12:00, 1 день назад."),
    ],
)
def test_the_last_day_is_called_so_and_never_0_days(now, said):
    noon = {"events": "2023-06-02T12:00:00", "contracts": "2023-06-02T12:00:00"}
    result = judged(f"{HEADER} | Договор", f"{GOOD} |", now=now, deadlines=noon)
    owed = found(result, "school-missing") + found(result, "contract-missing")
    assert len(owed) == 16
    assert all(sentence(Language.RU, each).endswith(f", {said}") for each in owed)


def test_an_extension_moves_the_deadline_of_its_school_only():
    extended = {"extensions": {"sosh-8": dt.date(2023, 6, 10)}}
    other = GOOD.replace("№8", "№9")
    lines = (f"{each} | 05.06.2023" for each in (GOOD, other))
    result = judged(STAMPED, *lines, now=LATER, deadlines=extended)
    assert [entry.timing.verdict for entry in result.entries] == [
        Timeliness.ON_TIME,
        Timeliness.LATE,
    ]


def test_what_is_said_of_many_schools_is_said_of_each_by_its_own_name():
    extended = {"extensions": {"sosh-4": dt.date(2023, 6, 10)}}
    result = judged(HEADER, GOOD, deadlines=extended)
    reports = list(result.schools)
    assert [report.school for report in reports] == list(result.schools.registered)
    assert [result.schools[place] for place in range(len(reports))] == reports
    assert list(result.schools[1:3]) == reports[1:3]
    told = {report.school.id: report.standing for report in reports}
    assert (told.pop("sosh-4"), told.pop("sosh-8")) == (Standing.PENDING, Standing.UNKNOWN)
    assert set(told.values()) == {Standing.MISSING}
    assert result.schools.names == {report.school.id: report.school.name for report in reports}
    assert result.schools.obliged == reports
    again = Standings.of(reports)
    assert (list(again), again.names) == (reports, result.schools.names)


def test_a_late_entry_leaves_the_school_late_and_an_earlier_one_saves_it():
    late = f"{GOOD} | 05.06.2023"
    early = f"{GOOD.replace('Науку', 'Физику')} | 01.06.2023"
    assert standing(judged(STAMPED, late, now=LATER)).standing is Standing.LATE
    assert standing(judged(STAMPED, late, early, now=LATER)).standing is Standing.ON_TIME


def test_a_school_that_owes_two_events_is_incomplete_with_one():
    result = judged(HEADER, GOOD, obliged={"min_events": 2})
    assert standing(result).standing is Standing.INCOMPLETE


def test_only_schools_whose_centre_opened_in_the_order_s_years_are_obliged():
    result = judged(HEADER, GOOD)
    assert all(report.obliged for report in result.schools)  # no year is known: all are expected
    assert len(found(result, "registry-gap")) == 16
    assert (result.summary.expected, result.summary.received, result.summary.received_on_time) == (
        16,
        1,
        0,
    )


CONTRACTED = HEADER + " | Договор"


@pytest.mark.parametrize(
    ("cell", "state", "owed"),
    [
        ("договор №5 от 12.08.2023", Contracts.SIGNED, False),
        ("не требуется", Contracts.NOT_NEEDED, False),
        ("на подписании", Contracts.IN_PROGRESS, True),
        ("нет", Contracts.UNKNOWN, True),
        ("", Contracts.MISSING, True),
        ("-", Contracts.MISSING, True),
    ],
)
def test_a_contract_is_owed_until_signed_or_not_needed(cell, state, owed):
    result = judged(CONTRACTED, f"{GOOD} | {cell}")
    assert standing(result).contracts is state
    assert [finding.school for finding in found(result, "contract-missing")] == ["sosh-8"] * owed


def test_a_contract_owed_is_an_error_after_30_august_and_days_left_before():
    end = dt.datetime(2023, 8, 30, 23, 59, 59, tzinfo=ALDAN)
    for now, severity in ((end, Severity.INFO), (end + dt.timedelta(seconds=1), Severity.ERROR)):
        (finding,) = found(judged(CONTRACTED, f"{GOOD} |", now=now), "contract-missing")
        assert finding.severity is severity


def test_a_form_that_does_not_ask_for_contracts_is_not_held_against_schools():
    result = judged(HEADER, GOOD)
    assert standing(result).contracts is Contracts.UNKNOWN
    assert not found(result, "contract-missing")


LINKED = HEADER + " | Ссылка на публикацию"
LATER = dt.datetime(2024, 3, 1, 8, tzinfo=ALDAN)


@pytest.mark.parametrize(
    ("link", "owed"),
    [
        ("", True),
        ("см. сайт", True),
        ("https://vk.com/wall-1_2", False),
        ("газета «Алданский рабочий» №12", False),
    ],
)
def test_a_held_event_needs_a_link_or_a_printed_publication(link, owed):
    result = judged(LINKED, f"{GOOD} | {link}", now=LATER)
    assert bool(found(result, "coverage-missing")) is owed
    assert standing(result).coverage.held == 1
    assert standing(result).coverage.covered == int(not owed)


def test_where_a_form_does_not_ask_for_contracts_nobody_knows_of_any():
    assert {each.contracts for each in judged(HEADER, GOOD).schools} == {Contracts.UNKNOWN}
    asked = judged(f"{HEADER} | Договор", f"{GOOD} | не требуется").schools
    assert {each.contracts for each in asked} == {Contracts.NOT_NEEDED, Contracts.MISSING}


@pytest.mark.parametrize(("now", "held"), [(BEFORE, 0), (LATER, 1)])
def test_a_form_that_asks_for_no_publications_tells_of_none(now, held):
    assert standing(judged(HEADER, GOOD, now=now)).coverage == Coverage(held, None)
    assert standing(judged(LINKED, f"{GOOD} |", now=now)).coverage == Coverage(held, 0)


def test_an_event_still_to_come_or_of_a_vague_date_is_not_held():
    for line in (GOOD, GOOD.replace("15.02.2024", "в течение года")):
        now = LATER if "течение" in line else dt.datetime(2024, 2, 15, 20, tzinfo=ALDAN)
        assert not found(judged(LINKED, f"{line} |", now=now), "coverage-missing")


@pytest.mark.parametrize(("moment", "over"), [("14:59", False), ("15:01", True)])
def test_a_day_is_over_at_midnight_in_the_plan_s_zone_wherever_the_program_runs(moment, over):
    now = dt.datetime.fromisoformat(f"2024-02-15T{moment}:00+00:00")
    result = judged(LINKED, f"{GOOD} |", now=now)
    assert bool(found(result, "coverage-missing")) is over


def test_a_cancelled_event_needs_no_coverage():
    result = judged(LINKED + " | Примечание", f"{GOOD} |  | отменено", now=LATER)
    assert not found(result, "coverage-missing")


@pytest.mark.parametrize(
    ("remark", "owed"), [("перенесено на 20.03", False), ("перенесено с 01.02 на 15.02", True)]
)
def test_a_moved_event_is_held_on_its_new_day(remark, owed):
    result = judged(LINKED + " | Примечание", f"{GOOD} |  | {remark}", now=LATER)
    assert bool(found(result, "coverage-missing")) is owed


def test_a_link_that_cannot_be_read_is_one_finding_not_two():
    result = judged(LINKED, f"{GOOD} | C:\\Users\\1\\фото.jpg", now=LATER)
    assert len([finding for finding in result.findings if finding.field == "links"]) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["1 | 2 | 3", "4 | 5 | 6"],
        [],
        [
            "Мероприятие | Дата проведения | Участники | Ответственный",
            "Семинар | 15.02.2024 | педагоги | Иванова А.П.",
        ],
    ],
    ids=["no header", "nothing", "no column of schools"],
)
@pytest.mark.parametrize("now", [BEFORE, AFTER])
def test_a_form_that_does_not_tell_schools_says_of_none_that_it_filed_nothing(lines, now):
    result = judged(*lines, now=now)
    assert not found(result, "school-missing")
    assert not found(result, "contract-missing")
    assert {r.standing for r in result.schools if r.obliged} == {Standing.UNKNOWN}
    assert result.summary.received == 0
    assert not result.tells_schools
    said = io.StringIO()
    write(result, Language.RU, said)
    assert "кто подал, неизвестно" in said.getvalue()
    assert "СОШ №8" not in said.getvalue().partition("К сведению")[0]


def test_a_form_of_schools_without_rows_leaves_every_school_missing():
    result = judged(HEADER)
    assert len(found(result, "school-missing")) == 16
    assert result.tells_schools
