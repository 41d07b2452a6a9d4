"""How far off the deadline is, in words."""

import datetime as dt

import pytest

from tests import results
from tochka_sync.reports.moments import deadline


@pytest.mark.parametrize(
    ("later", "key", "days"),
    [
        (dt.timedelta(days=-2), "due", 2),
        (dt.timedelta(hours=-23), "due-today", 0),
        (dt.timedelta(0), "due-today", 0),
        (dt.timedelta(seconds=1), "overdue", 1),
        (dt.timedelta(days=2), "overdue", 2),
    ],
)
def test_until_its_last_second_the_deadline_is_not_past(later, key, days):
    result = results.result()
    said, facts = deadline(result._replace(as_of=result.plan.events_due + later))
    assert (said, facts["n"]) == (key, days)
    assert facts["due"] == "02.06.2023 23:59"
