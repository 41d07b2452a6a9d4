from datetime import date

import holidays
import pytest

from tochka_sync import decrees


@pytest.mark.parametrize("year", decrees.YEARS)
def test_the_public_days_of_a_year_are_those_the_library_knows(year):
    known = holidays.country_holidays("RU", years=year, language="ru", expand=False)
    public = decrees.public(year)
    assert public.off == dict(known)
    assert public.worked == known.weekend_workdays


def test_a_decree_moves_a_day_off_and_its_saturday_is_worked():
    public = decrees.public(2024)
    assert date(2024, 4, 29) in public.off
    assert date(2024, 4, 27) in public.worked
    assert date(2024, 4, 27) not in public.off


def test_a_public_day_on_a_weekend_is_taken_on_the_next_working_day():
    assert decrees.public(2023).off[date(2023, 11, 6)].startswith("День народного единства")
