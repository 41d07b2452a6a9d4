from datetime import date, datetime, timedelta

import pytest

from tests.values.moments import PLAN, YAKUTSK, context, why
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.when import stamps


def at(*numbers: int) -> datetime:
    year, month, day, hour, minute, second = (*numbers, 0)[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=YAKUTSK)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("02.06.2023 17:45:12", at(2023, 6, 2, 17, 45, 12)),
        ("02.06.2023 23:59:59", at(2023, 6, 2, 23, 59, 59)),
        ("2.6.2023 7:05", at(2023, 6, 2, 7, 5)),
        ("02.06.23 17:45", at(2023, 6, 2, 17, 45)),
        ("02.06.2023, 17:45", at(2023, 6, 2, 17, 45)),
        ("02.06.2023 г. в 17:45", at(2023, 6, 2, 17, 45)),
        ("O2.06.2023 17:45", at(2023, 6, 2, 17, 45)),
        ("2023-06-02T15:30:00Z", at(2023, 6, 3, 0, 30)),
        ("2023-06-02T14:59:59Z", at(2023, 6, 2, 23, 59, 59)),
        ("2023-06-02T14:59:59.123Z", at(2023, 6, 2, 23, 59, 59)),
        ("2023-06-02T17:45:12+09:00", at(2023, 6, 2, 17, 45, 12)),
        ("2023-06-02 17:45:12", at(2023, 6, 2, 17, 45, 12)),
        ("2023/06/02 5:45:12 PM GMT+9", at(2023, 6, 2, 17, 45, 12)),
        ("2023/06/02 12:05:00 AM GMT+3", at(2023, 6, 2, 6, 5)),
        ("2023/06/02 17:45 GMT-1", at(2023, 6, 3, 3, 45)),
        ("6/13/2023 17:45:12", at(2023, 6, 13, 17, 45, 12)),
        ("13/6/2023 17:45:12", at(2023, 6, 13, 17, 45, 12)),
        ("06/06/2023 17:45", at(2023, 6, 6, 17, 45)),
        ("2 июня 2023 г., 17:45", at(2023, 6, 2, 17, 45)),
        ("02.06.2023 17:45:12 МСК", at(2023, 6, 2, 23, 45, 12)),
        ("02.06.2023 в 17:45 (мск)", at(2023, 6, 2, 23, 45)),
        ("02.06.2023 22:10 по московскому времени", at(2023, 6, 3, 4, 10)),
        ("02.06.2023 17:45 мск+6", at(2023, 6, 2, 17, 45)),
        ("2 июня 2023 г. в 22:10 МСК", at(2023, 6, 3, 4, 10)),
        ("02.06.2023 17:45 по якутскому времени", at(2023, 6, 2, 17, 45)),
        ("Jun 2, 2023, 5:45:12 PM", at(2023, 6, 2, 17, 45, 12)),
        ("June 2, 2023 at 5:45 PM", at(2023, 6, 2, 17, 45)),
        ("2 июн. 2023 г., 17:45:12", at(2023, 6, 2, 17, 45, 12)),
        ("17:45:12 02.06.2023", at(2023, 6, 2, 17, 45, 12)),
        ("пятница, 2 июня 2023, 17:45 +03:00", at(2023, 6, 2, 23, 45)),
        ("Fri, 2 Jun 2023 08:45:12 GMT", at(2023, 6, 2, 17, 45, 12)),
        ("Дата: Пт, 2 июн 2023 17:45:12 +0900", at(2023, 6, 2, 17, 45, 12)),
        ("Sent: Friday, June 2, 2023 5:45 PM", at(2023, 6, 2, 17, 45)),
        ("Отправлено: 2 июня 2023 г. 17:45", at(2023, 6, 2, 17, 45)),
        ("Дата и время заполнения: 02.06.2023 17:45", at(2023, 6, 2, 17, 45)),
        ("Fri Jun  2 17:45:12 2023", at(2023, 6, 2, 17, 45, 12)),
        (
            "Fri Jun 02 2023 17:45:12 GMT+0900 (Якутск, стандартное время)",
            at(2023, 6, 2, 17, 45, 12),
        ),
        ("2023-06-02T17:45:12+09:00[Asia/Yakutsk]", at(2023, 6, 2, 17, 45, 12)),
        ("02.06.2023 17:45:12 (GMT+3)", at(2023, 6, 2, 23, 45, 12)),
        ("20230602T084512Z", at(2023, 6, 2, 17, 45, 12)),
        ("2023-06-02_17-45-12", at(2023, 6, 2, 17, 45, 12)),
        ("02.06.2023_17:45", at(2023, 6, 2, 17, 45)),
        ("1685695512", at(2023, 6, 2, 17, 45, 12)),
        ("1685695512000", at(2023, 6, 2, 17, 45, 12)),
        ("02.06.2023 24:00", at(2023, 6, 2, 23, 59, 59)),
        ("Fri 6/2/2023 5:45 PM", at(2023, 6, 2, 17, 45)),
        ("пн 6/2/2023 17:45", at(2023, 2, 6, 17, 45)),
    ],
)
def test_a_submission_time_is_a_moment_in_the_plans_zone(text, moment):
    reading = stamps.read(Cell(text), PLAN)
    assert reading.value == moment
    assert isinstance(reading.value, datetime)
    assert reading.value.utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize("text", ["02.06.2023", "2023-06-02", "2 июня 2023", "02.06.23"])
def test_a_date_without_a_time_stays_a_date(text):
    assert stamps.read(Cell(text), PLAN).value == date(2023, 6, 2)


def test_a_time_without_a_zone_is_of_the_sheets_zone():
    moscow = context(sheet="Europe/Moscow")
    typed = datetime(2023, 6, 2, 17, 45)  # noqa: DTZ001 - a sheet holds wall time
    for cell in (Cell("02.06.2023 17:45"), Cell("", typed), Cell("45079,7395833")):
        assert stamps.read(cell, moscow).value == at(2023, 6, 2, 23, 45)


def test_a_serial_number_is_a_moment_rounded_to_the_second():
    for cell in (Cell("45079.7397222"), Cell("02.06.2023", 45079.7397222)):
        reading = stamps.read(cell, PLAN)
        assert reading.value == at(2023, 6, 2, 17, 45, 12)
        assert [note.reason for note in reading.notes] == ["excel_serial"]


def test_a_typed_date_is_the_truth():
    assert stamps.read(Cell("июнь", date(2023, 6, 2)), PLAN).value == date(2023, 6, 2)
    assert stamps.read(Cell("45079"), PLAN).value == date(2023, 6, 2)


def test_slashes_that_read_both_ways_are_refused_with_both_days():
    problem = why(stamps.read(Cell("6/2/2023 17:45:12"), PLAN))
    assert (problem.code, problem.reason) == (Code.VALUE_UNREADABLE, "stamp_ambiguous")
    assert problem.candidates == ("2023-02-06", "2023-06-02")
    assert why(stamps.read(Cell("6/2/23 17:45"), PLAN)).candidates == problem.candidates


@pytest.mark.parametrize(
    "text",
    [
        "да",
        "31.06.2023 10:00",
        "02.06.2023 25:00",
        "02.06.2023 17:60",
        "2023-06-02 13:00 PM",
        "02.06.1023",
        "2 июня",
        "июнь 2023",
        "10 июня 2023 с 10:00 до 12:00",
        "17:45",
        "31/31/2023 10:00",
        "02.06.2023 24:01",
        "02.06.2023 5:45:12 дня",
        "02.06.2023 до 18:00",
        "02.06.2023 около 18:00",
        "02.06.2023 17:45 (исправлено 05.06.2023)",
        "чт, 02.06.2023 17:45",
        "02.06.2023 17:45, 05.06.2023 10:00",
        "89141234567",
        "20230631T174512",
    ],
)
def test_what_is_not_a_moment_is_refused(text):
    problem = why(stamps.read(Cell(text), PLAN))
    assert (problem.code, problem.reason) == (Code.VALUE_UNREADABLE, "stamp_unreadable")


def test_a_placeholder_stands_for_an_empty_cell():
    assert why(stamps.read(Cell("-"), PLAN)).reason == "placeholder"


def test_true_is_no_moment():
    assert why(stamps.read(Cell("ИСТИНА", value=True), PLAN)).reason == "stamp_unreadable"


def test_a_deadline_is_no_stamp():
    assert stamps.read(Cell("до 2 июня 2023"), PLAN).problem is not None


@pytest.mark.parametrize("text", ["02.06.2023 10:00-12:00", "2023-06-02 09:00-11:00"])
def test_an_hour_behind_a_hyphen_is_no_zone(text):
    assert stamps.read(Cell(text), PLAN).value is None
    assert stamps.read(Cell("2023-06-02T10:00-05:00"), PLAN).value == at(2023, 6, 3, 0, 0)
