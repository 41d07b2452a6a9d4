"""What no single cell shows."""

import pytest

from tests.plans import AFTER, HEADER, book, codes, config, found, judged
from tochka_sync.check import check
from tochka_sync.result import Result

TEACHERS = "педагоги"


def row(
    school="СОШ №8",
    title="Науку в каждый класс",
    date="15.02.2024",
    audience=TEACHERS,
    who="Иванова А.П.",
):
    return f"{school} | {title} | {date} | {audience} | {who}"


def test_the_same_event_entered_twice_is_found_at_the_later_row():
    result = judged(HEADER, row(), row(title="«Науку в каждый класс»."))
    (finding,) = found(result, "duplicate-entry")
    assert (finding.row, finding.facts["other"]) == (3, 2)


@pytest.mark.parametrize(
    "other",
    [row(school="СОШ №9"), row(title="Другая тема"), row(date="16.02.2024")],
    ids=["another school", "another title", "another day"],
)
def test_events_that_differ_are_no_doubles(other):
    assert "duplicate-entry" not in codes(judged(HEADER, row(), other))


@pytest.mark.parametrize("lacking", [{"title": ""}, {"date": ""}, {"date": "31 апреля"}])
def test_rows_that_lack_a_title_or_a_day_are_no_doubles(lacking):
    assert "duplicate-entry" not in codes(judged(HEADER, row(**lacking), row(**lacking)))


def test_two_events_for_the_same_people_on_one_day_clash():
    result = judged(HEADER, row(), row(school="СОШ №9", title="Фестиваль идей"))
    (finding,) = found(result, "date-clash")
    assert (finding.row, finding.facts["other"], finding.severity) == (3, 2, "info")


def test_pupils_of_different_grades_do_not_clash():
    one = row(audience="8 класс")
    other = row(school="СОШ №9", title="Фестиваль идей", audience="9 класс")
    assert "date-clash" not in codes(judged(HEADER, one, other))


def test_pupils_of_no_stated_grade_clash_with_those_of_any():
    one = row(audience="учащиеся")
    other = row(school="СОШ №9", title="Фестиваль идей", audience="9 класс")
    assert "date-clash" in codes(judged(HEADER, one, other))


def test_a_school_that_a_column_puts_elsewhere_is_asked_about_and_kept():
    header = HEADER + " | Населённый пункт"
    result = judged(
        header, row() + " | г. Алдан", row(title="Квест", date="16.02.2024") + " | Томмот"
    )
    (finding,) = found(result, "school-conflict")
    assert (finding.cell, finding.severity, finding.value) == ("F2", "warning", "г. Алдан")
    assert result.entries[0].values["school"] == "sosh-8"


def test_a_school_whose_settlement_nobody_knows_is_put_elsewhere_by_no_column():
    assert "school-conflict" not in codes(
        judged(HEADER + " | Населённый пункт", row(school="СОШ №1") + " | г. Алдан")
    )


def test_events_open_to_all_do_not_clash():
    first = row(audience="все желающие")
    second = row(school="СОШ №9", title="Фестиваль идей", audience="все желающие")
    assert "date-clash" not in codes(judged(HEADER, first, second))


def test_a_double_is_not_called_a_clash_too():
    assert "date-clash" not in codes(judged(HEADER, row(), row()))


REMARKED = HEADER + " | Примечание"


def test_an_event_called_off_is_told_of_where_it_says_so_and_is_nothing_to_mend():
    result = judged(REMARKED, row() + " | отменено из-за морозов")
    (finding,) = found(result, "event-cancelled")
    assert (finding.cell, finding.severity) == ("F2", "info")
    assert result.clean == 1


def test_an_event_called_off_in_its_title_is_told_of_there():
    result = judged(HEADER, row(title="Науку в каждый класс (отменён)"))
    (finding,) = found(result, "event-cancelled")
    assert finding.cell == "B2"
    assert result.entries[0].values["title"] == "Науку в каждый класс"


def _struck(*cells: tuple[int, int], lines: tuple[str, ...]) -> Result:
    plain = book(*lines)
    tables = (plain.tables[0]._replace(struck=frozenset(cells)),)
    return check(plain._replace(tables=tables), config(), AFTER)


def test_a_row_whose_title_is_struck_out_is_asked_about_and_stays_an_entry():
    result = _struck((1, 1), (1, 2), lines=(HEADER, row(), row(title="А и Б")))
    (finding,) = found(result, "event-cancelled")
    assert (finding.reason, finding.cell, finding.severity) == ("struck", "B2", "info")
    assert result.clean == 2


def test_a_date_or_a_word_that_is_struck_out_strikes_out_no_row():
    assert "event-cancelled" not in codes(_struck((1, 2), lines=(HEADER, row())))


def test_a_value_struck_out_alone_is_asked_about_once_and_the_row_is_to_be_mended():
    result = _struck((1, 2), (2, 2), lines=(HEADER, row(), row(date="завтра")))
    (finding,) = found(result, "value-unreadable")
    assert (finding.reason, finding.cell, finding.severity) == ("struck", "C2", "error")
    assert result.clean == 0


def test_a_row_struck_out_is_not_asked_about_where_it_says_what_became_of_it():
    lines = (REMARKED, row() + " | отменено")
    (finding,) = found(_struck((1, 1), lines=lines), "event-cancelled")
    assert finding.reason is None


def test_a_date_left_behind_by_a_move_is_pointed_out_with_the_new_day():
    result = judged(
        REMARKED,
        row() + " | перенесено на 15.03.2024",
        row(title="А и Б") + " | перенесено с 15.02",
    )
    told, untold = found(result, "event-postponed")
    assert (told.cell, told.suggestion, told.facts["where"]) == ("C2", "15.03.2024", "F")
    assert (untold.cell, untold.suggestion) == ("C3", None)


@pytest.mark.parametrize(
    ("date", "remark"),
    [
        ("15.03.2024", "перенесено на 15.03"),
        ("15.02.2024", "перенесено"),
        ("скоро", "перенесено на 15.03"),
    ],
    ids=["the new day", "no day told", "no date read"],
)
def test_a_move_without_a_contradiction_is_no_finding(date, remark):
    assert "event-postponed" not in codes(judged(REMARKED, row(date=date) + f" | {remark}"))


def test_months_named_one_by_one_have_no_day_off():
    assert "date-non-working" not in codes(judged(HEADER, row(date="май, июнь 2024")))


COUNTED = HEADER + " | Количество участников | Школы-участники"


def test_ten_organisations_declared_and_eleven_listed_is_a_mismatch():
    listed = "СОШ №1,2,4,5,8,9,10,20,36, гимназий г.Алдан и п.Нижний Куранах"
    result = judged(COUNTED, f"{row()} | 14 педагогов из 10 ОО | {listed}")
    (finding,) = found(result, "count-mismatch")
    assert finding.facts["declared"] == 10
    assert finding.facts["listed"] == 11
    assert finding.cell == "F2"


def test_more_pupils_than_people_in_all_is_a_mismatch():
    header = f"{HEADER} | Количество участников | Количество учащихся"
    (finding,) = found(judged(header, f"{row()} | 20 | 30"), "count-mismatch")
    assert (finding.cell, finding.facts) == ("F2", {"part": 30, "total": 20})
    assert "count-mismatch" not in codes(judged(header, f"{row()} | 30 | 30"))


@pytest.mark.parametrize(
    ("pupils", "teachers", "whole", "part"),
    [
        (*("30", "10"), "35", 40),
        (*("30", "10"), "40", None),
        (*("30", "10"), "45", None),
        (*("30", "10"), "более 35", None),
        (*("30", "10"), "около 38", None),
        (*("30", "10"), "около 20", 30),
    ],
)
def test_a_whole_below_its_parts_together_is_a_mismatch(pupils, teachers, whole, part):
    header = f"{HEADER} | Кол-во учащихся | Кол-во педагогов | Всего участников"
    told = found(judged(header, f"{row()} | {pupils} | {teachers} | {whole}"), "count-mismatch")
    assert [each.facts["part"] for each in told] == ([] if part is None else [part])


def test_twelve_declared_and_twelve_listed_agree():
    listed = "СОШ №1,2,4,5,6,7,9,10,36, ТСШИ, УИОП, гимназии г.Алдан"
    assert "count-mismatch" not in codes(
        judged(COUNTED, f"{row()} | 30 педагогов из 12 ОО | {listed}")
    )


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("27.04.2024", "day_off"),  # Republic Day in Yakutia
        ("03.01.2024", "day_off"),
        ("11.02.2024", "day_off"),  # a Sunday
        ("30.10.2023", "school_holidays"),
        ("15.07.2024", "summer_holidays"),
    ],
)
def test_a_day_off_is_said(date, reason):
    off = {"days_off": [{"day": "04-27", "name": "День Республики (Якутия)"}]}
    (finding,) = found(judged(HEADER, row(date=date), calendar=off), "date-non-working")
    assert finding.reason == reason


@pytest.mark.parametrize("date", ["15.02.2024", "10.02.2024", "октябрь 2023"])  # from a Sunday on
def test_a_working_day_a_saturday_and_a_vague_date_are_no_days_off(date):
    assert "date-non-working" not in codes(judged(HEADER, row(date=date)))


def test_a_date_of_another_month_than_the_heading_it_stands_under_is_pointed_out():
    result = judged(
        HEADER, "ОКТЯБРЬ", row(date="12.11.2023"), row(title="Другая", date="12.10.2023")
    )
    (finding,) = found(result, "misplaced-value")
    assert (finding.row, finding.reason, finding.facts["month"]) == (3, "other_month", "ОКТЯБРЬ")


@pytest.mark.parametrize(
    "date", ["12", "30 октября – 3 ноября", "октябрь", "до 12 ноября", "сентябрь–май", "по средам"]
)
def test_a_date_that_may_be_in_the_month_of_its_heading_is_not(date):
    assert "misplaced-value" not in codes(judged(HEADER, "ОКТЯБРЬ", row(date=date)))


def test_events_of_schools_nobody_knows_are_doubles_where_these_are_written_alike():
    unknown = [row(school=name) for name in ("СОШ №88", "СОШ №99", "СОШ №88", "")]
    (finding,) = found(judged(HEADER, *unknown), "duplicate-entry")
    assert (finding.row, finding.facts["other"]) == (4, 2)


def test_a_finding_of_a_rule_points_at_the_cell_that_was_read():
    header = "Школа | Мероприятие | Дата план | Дата факт | Участники | Ответственный"
    event = "СОШ №8 | Науку в каждый класс | 18.02.2024 | | педагоги | Иванова А.П."
    (finding,) = found(judged(header, event), "date-non-working")
    assert (finding.cell, finding.value) == ("C2", "18.02.2024")


def test_a_cell_that_says_the_same_is_shown_as_it_is_typed():
    result = judged(HEADER, row(), row(school="-//-", title="Фестиваль идей"))
    (finding,) = found(result, "text-corrected")
    assert (finding.cell, finding.value, finding.facts["new"]) == ("A3", "-//-", "СОШ №8")
