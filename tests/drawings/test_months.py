from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests import results
from tochka_sync.calendar import SchoolYear
from tochka_sync.drawings.months import Year, draw, exact_days, year
from tochka_sync.messages import Language
from tochka_sync.values.when.dates import EventDate, Precision

RU = Language.RU


def day(number, month=2, year_=2024):
    return date(year_, month, number)


def span(first, last, precision):
    return EventDate(first, last, precision)


def of(*dates):
    whole = results.result()
    entries = tuple(replace(whole.entries[1], values={"date": each}) for each in dates)
    return year(whole._replace(entries=entries))


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (span(day(10), day(10), Precision.DAY), [day(10)]),
        (span(day(28), day(1, 3), Precision.RANGE), [day(28), day(29), day(1, 3)]),
        (EventDate(day(3), day(9), Precision.LIST, dates=(day(3), day(9))), [day(3), day(9)]),
        (EventDate(day(1), day(29), Precision.LIST, months=("2024-02",)), []),
        (span(day(1), day(29), Precision.MONTH), []),
        (span(day(1), day(29, 12), Precision.RANGE), []),
        (span(None, day(3), Precision.UNTIL), []),
    ],
    ids=["day", "range", "list", "months", "month", "a season", "until"],
)
def test_only_days_a_date_names_are_marked(when, days):
    assert exact_days(when) == days


def test_events_are_counted_by_day_and_what_has_no_day_apart():
    counted = of(
        span(day(10), day(11), Precision.RANGE),
        span(day(10), day(10), Precision.DAY),
        span(day(1), day(29), Precision.MONTH),
        span(day(10, 2, 2023), day(10, 2, 2023), Precision.DAY),
        None,
    )
    assert counted.days == {day(10): 2, day(11): 1}
    assert (counted.vague, counted.outside) == (1, 1)


def test_a_month_has_all_its_days_and_marks_those_with_events():
    counted = Year(SchoolYear(2023), {day(10): 2, day(29): 9, day(1, 3): 1})
    picture = ET.fromstring(draw(counted, 2, RU))
    numbers = [text.text for text in picture.iter("text")]
    assert numbers == [str(number) for number in range(1, 30)]
    assert [mark.attrib["class"] for mark in picture.iter("rect")] == ["mark n2", "mark n3"]
    assert picture.attrib["aria-label"] == "февраль 2024: отмечено мероприятий по дням — 11."


def test_weeks_begin_on_monday_and_sundays_stand_last():
    picture = ET.fromstring(draw(Year(SchoolYear(2023)), 9, RU))
    places = {text.text: float(text.attrib["x"]) for text in picture.iter("text")}
    assert places["4"] == min(places.values())
    assert places["3"] == max(places.values())
    assert "sunday" in next(t for t in picture.iter("text") if t.text == "3").attrib["class"]


@pytest.mark.parametrize(("number", "named"), [(9, "сентябрь 2023"), (8, "август 2024")])
def test_a_school_year_begins_in_september(number, named):
    assert f'aria-label="{named}:' in draw(Year(SchoolYear(2023)), number, RU)
