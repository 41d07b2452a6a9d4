from datetime import date, timedelta

import pytest

from tochka_sync.calendar import Calendar, Day, DayKind, DayOff, Holidays, SchoolYear, usual

YAKUTIA = (DayOff(4, 27, "День Республики (Якутия)"), DayOff(6, 21, "Ысыах (Якутия)"))


def yakutia(start: int = 2023) -> Calendar:
    plain = usual(SchoolYear(start))
    return Calendar(plain.terms, plain.holidays, YAKUTIA)


@pytest.mark.parametrize(
    ("day", "judged"),
    [
        (date(2023, 5, 8), Day(DayKind.OFF, "перенос с 08.01.2023")),
        (date(2024, 2, 10), Day(DayKind.SATURDAY)),
        (
            date(2024, 4, 27),
            Day(DayKind.OFF, "День Республики (Якутия)", ("federal_working_saturday",)),
        ),
        (date(2024, 6, 21), Day(DayKind.OFF, "Ысыах (Якутия)")),
        (date(2023, 6, 21), Day(DayKind.OFF, "Ысыах (Якутия)")),
        (date(2023, 6, 2), Day(DayKind.WORKING)),
        (date(2023, 8, 30), Day(DayKind.WORKING)),
        (date(2024, 1, 3), Day(DayKind.OFF, "новогодние каникулы")),
        (date(2024, 7, 15), Day(DayKind.WORKING, None, ("summer_holidays",))),
        (date(2024, 5, 9), Day(DayKind.OFF, "День Победы")),
        (date(2024, 2, 11), Day(DayKind.OFF, "воскресенье")),
        (date(2023, 11, 1), Day(DayKind.WORKING, None, ("school_holidays",))),
    ],
)
def test_a_day_is_judged_by_public_then_regional_days_off_then_weekends(day, judged):
    assert yakutia().day(day) == judged


def test_without_regional_days_off_a_working_saturday_is_a_working_day():
    judged = usual(SchoolYear(2023)).day(date(2024, 4, 27))
    assert judged == Day(DayKind.WORKING, None, ("federal_working_saturday",))


def test_a_regional_day_off_on_a_weekend_moves_to_the_next_working_day():
    calendar = yakutia(2024)
    assert calendar.day(date(2025, 4, 28)).why == "День Республики (Якутия)"
    assert calendar.day(date(2025, 6, 23)).why == "Ысыах (Якутия)"
    assert calendar.day(date(2025, 4, 27)).why == "воскресенье"
    assert calendar.day(date(2025, 6, 21)).kind is DayKind.SATURDAY


def test_a_regional_day_off_at_the_end_of_a_year_moves_past_the_holidays_of_the_next():
    calendar = usual(SchoolYear(2022))._replace(days_off=(DayOff(12, 31, "проводы года"),))
    assert calendar.day(date(2023, 1, 9)).why == "проводы года"  # 31.12.2022 was a Saturday
    assert calendar.day(date(2023, 1, 10)).kind is DayKind.WORKING
    assert calendar.day(date(2023, 1, 2)).why == "новогодние каникулы"


def test_a_day_off_of_29_february_is_held_only_in_leap_years():
    plain = usual(SchoolYear(2023))
    calendar = Calendar(plain.terms, plain.holidays, (DayOff(2, 29, "лишний день"),))
    assert calendar.day(date(2024, 2, 29)).kind is DayKind.OFF
    assert calendar.day(date(2023, 3, 1)).kind is DayKind.WORKING


@pytest.mark.parametrize("start", range(2018, 2031))
def test_usual_terms_and_holidays_cover_every_day_of_a_school_year_once(start):
    year = SchoolYear(start)
    calendar = usual(year)
    spans = [*calendar.terms, *calendar.holidays.values()]
    day = year.first
    while day <= year.last:
        assert sum(day in span for span in spans) == 1, day
        day += timedelta(days=1)
    assert calendar.default


def test_usual_bounds_of_2023_2024():
    calendar = usual(SchoolYear(2023))
    bounds = [(f"{term.start:%d.%m.%y}", f"{term.end:%d.%m.%y}") for term in calendar.terms]
    assert bounds == [
        ("01.09.23", "27.10.23"),
        ("07.11.23", "29.12.23"),
        ("09.01.24", "22.03.24"),
        ("01.04.24", "24.05.24"),
    ]
    assert set(calendar.holidays) == set(Holidays)


def test_a_school_year_runs_from_september_to_august():
    year = SchoolYear(2023)
    assert [year.year_of(month) for month in (9, 12, 1, 8)] == [2023, 2023, 2024, 2024]
    assert date(2023, 9, 1) in year
    assert date(2024, 8, 31) in year
    assert date(2024, 9, 1) not in year
    assert str(year) == "2023–2024"
