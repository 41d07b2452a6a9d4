"""What was read can be had again to the last cell, and what did not change costs nothing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.history.nights import GOOD, night
from tochka_sync.history import snapshots
from tochka_sync.history.store import Store
from tochka_sync.table import Cell, Merge, Table

TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
VALUE = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False),
    st.integers(-(10**9), 10**9),
    TEXT,
    st.dates(),
    st.datetimes(),
    st.times(),
)
CELL = st.builds(Cell, TEXT, VALUE, st.none() | TEXT, st.booleans())
PLACE = st.integers(0, 20)
TABLE = st.builds(
    Table,
    TEXT,
    st.lists(st.lists(TEXT, max_size=5).map(tuple), max_size=4).map(tuple),
    st.dictionaries(st.tuples(PLACE, PLACE), CELL, max_size=4),
    st.lists(st.builds(Merge, PLACE, PLACE, PLACE, PLACE), max_size=2).map(tuple),
    st.frozensets(PLACE, max_size=3),
    st.none() | st.integers(0, 10**9),
    st.booleans(),
)


@given(TABLE)
def test_a_table_comes_back_as_it_was(table):
    again = snapshots.thaw(snapshots.freeze(table))
    assert again == table
    assert [type(cell.value) for cell in again.rich.values()] == [
        type(table.rich[place].value) for place in again.rich
    ]


@given(TABLE)
def test_equal_tables_are_equal_bytes(table):
    turned = Table(
        table.title,
        [list(column) for column in table.columns],
        dict(reversed(table.rich.items())),
        table.merges,
        table.hidden_rows,
        table.gid,
        table.hidden,
        table.struck,
    )
    assert snapshots.freeze(turned) == snapshots.freeze(table)


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2024, 2, 10),
        dt.datetime(2024, 2, 10, 14, 0),  # noqa: DTZ001 - a cell has wall time
        dt.time(14, 30),
        45332.5,
        8,
        True,
        None,
    ],
)
def test_a_typed_value_keeps_its_type(value):
    table = Table("План", (("x",),), {(0, 0): Cell("x", value)})
    again = snapshots.thaw(snapshots.freeze(table)).rich[0, 0].value
    assert (again, type(again)) == (value, type(value))


def test_an_unchanged_sheet_costs_a_row_and_no_copy(nights):
    def count(table):
        with Store.existing(nights.history.path) as store:
            return store.rows(f"SELECT count(*) FROM {table}")[0][0]

    nights.read(night(1), *GOOD)
    before = count("content"), count("entry"), count("finding"), count("read")
    nights.read(night(2), *GOOD)
    assert (count("content"), count("entry"), count("finding")) == before[:3]
    assert count("read") == before[3] + 1


def test_tabs_that_did_not_change_are_kept_once(tmp_path):
    with Store.open(tmp_path / "history.sqlite") as store, store.writing():
        schools = Table.of_rows("Школы", [["СОШ №8"]])
        one = snapshots.keep(store, (Table.of_rows("План", [["a"]]), schools))
        other = snapshots.keep(store, (Table.of_rows("План", [["b"]]), schools))
        first, second = snapshots.contents_of(store, one), snapshots.contents_of(store, other)
    assert first[0] != second[0]
    assert first[1] == second[1]
