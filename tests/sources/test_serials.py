"""Serial numbers are days since 30 December 1899, rounded to the second."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tochka_sync.sources.serials import EPOCH, EPOCH_1904, Kind, moment

MOMENTS = st.datetimes(EPOCH, dt.datetime.fromisoformat("9999-12-30T00:00")).map(
    lambda when: when.replace(microsecond=0)
)


@given(MOMENTS)
def test_every_moment_survives_being_a_serial(when):
    assert moment((when - EPOCH) / dt.timedelta(days=1), Kind.DATE_TIME) == when


@pytest.mark.parametrize(
    ("serial", "kind", "expected"),
    [
        (2.5, Kind.DATE_TIME, dt.datetime.fromisoformat("1900-01-01T12:00")),
        (43831, Kind.DATE, dt.date(2020, 1, 1)),
        (45079.7397222, Kind.DATE_TIME, dt.datetime.fromisoformat("2023-06-02T17:45:12")),
        (45079.7397222, Kind.DATE, dt.datetime.fromisoformat("2023-06-02T17:45:12")),
        (45079.5, Kind.TIME, dt.datetime.fromisoformat("2023-06-02T12:00")),
        (0.0, Kind.TIME, dt.time()),
        (0.9999999, Kind.TIME, dt.time(23, 59, 59)),
        (-1, Kind.DATE, None),
        (1e9, Kind.DATE, None),
        (float("nan"), Kind.DATE, None),
    ],
)
def test_a_serial_is_what_its_format_makes_of_it(serial, kind, expected):
    assert moment(serial, kind) == expected


def test_another_epoch_counts_from_elsewhere():
    assert moment(0, Kind.DATE, EPOCH_1904) == dt.date(1904, 1, 1)
