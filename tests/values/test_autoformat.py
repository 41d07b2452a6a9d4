from datetime import date, datetime, time

import pytest

from tochka_sync.table import Cell
from tochka_sync.values import autoformat

_RUSSIAN = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
_ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SHAPES = (
    "{d:02}.{m}",
    "{d} {m}",
    "{d}-{m}",
    "{d:02}.{m}.",
    "{m}.{d:02}",
    "{m}-{d:02}",
    "{d} {m}.",
    "{d:02}.{m}.23",
    "{d} {m} 2023",
)


@pytest.mark.parametrize("months", [_RUSSIAN, _ENGLISH])
@pytest.mark.parametrize("shape", _SHAPES)
def test_every_day_and_month_a_spreadsheet_shows_is_undone(shape, months):
    for day in range(1, 29):
        for number, name in enumerate(months, start=1):
            shown = shape.format(d=day, m=name)
            for noisy in (shown, f" {shown}\u00a0", shown.upper()):
                assert autoformat.undo(Cell(noisy)) == (day, number), noisy


@pytest.mark.parametrize(
    "shown",
    [
        "08.09.2023",
        "8.9.2023",
        "2023-09-08",
        "08/09/2023",
        "8 сент.",
        "2023-09-08 00:00:00",
        "45177",
        "45177,0",
    ],
)
def test_a_whole_date_is_undone(shown):
    assert autoformat.undo(Cell(shown)) == (8, 9)


@pytest.mark.parametrize("value", [date(2023, 9, 8), datetime.combine(date(2023, 9, 8), time())])
@pytest.mark.parametrize("shown", ["08.09", "8 сентября", "08.09.23", "пт 8"])
def test_a_typed_date_is_undone_however_it_is_shown(shown, value):
    assert autoformat.undo(Cell(shown, value)) == (8, 9)


def test_a_date_still_shown_as_it_was_typed_is_left_to_be_read():
    assert autoformat.undo(Cell("8-9", date(2023, 9, 8))) is None


@pytest.mark.parametrize(
    "shown",
    [
        "8-9",
        "8 сентября",
        "сентябрь",
        "8–9 классы",
        "25",
        "99999",
        "12345",
        "",
        "32.сен",
        "08.13.2023",
        "марафон",
        "8 май 1945 победа",
        "мария 5",
        "10.02",
        "4-25-16",
    ],
)
def test_other_cells_are_not_dates(shown):
    assert autoformat.undo(Cell(shown)) is None


def test_a_range_is_told_in_ascending_order_with_an_en_dash():
    assert autoformat.span(8, 9) == autoformat.span(9, 8) == "8–9"
