"""Cells read with the registries of other districts, in `tests/data/districts`.

There each line is a cell, and what it says: a school's id, several, `*` for all, or `!` and the
schools offered instead.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.values.district import context, problem
from tochka_sync import registry
from tochka_sync.registry import Registry
from tochka_sync.table import Cell
from tochka_sync.values.where import schools

DISTRICTS = Path(__file__).parents[2] / "data" / "districts"


@cache
def district(name: str) -> Registry:
    return registry.load(DISTRICTS / f"{name}.csv")


def cells(column: str) -> Sequence[object]:
    name, found = "", []
    for line in (DISTRICTS / f"{column}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name = line[1:]
        elif line and not line.startswith("#"):
            cell, expected = line.split(" => ")
            shown = cell.replace("\\n", "\n")
            found.append(pytest.param(name, shown, expected, id=f"{name}: {cell}"))
    return found


def offered(said: str, schools_: Registry) -> set[str]:
    return {schools_.by_id[id_].name for id_ in said.split()}


@pytest.mark.parametrize(("name", "cell", "expected"), cells("hosts"))
def test_a_host_of_another_district_is_read_or_asked_for(name, cell, expected):
    reading = schools.read(Cell(cell), context(district(name)))
    if expected.startswith("!"):
        assert offered(expected[1:], district(name)) <= set(problem(reading).candidates)
    else:
        assert reading.value == expected, reading


@pytest.mark.parametrize(("name", "cell", "expected"), cells("lists"))
def test_a_list_of_another_district_is_read_or_asked_for(name, cell, expected):
    reading = schools.read_list(Cell(cell), context(district(name)))
    if expected.startswith("!"):
        assert offered(expected[1:], district(name)) <= set(problem(reading).candidates)
    elif expected == "*":
        assert reading.value == tuple(district(name).by_id)
    else:
        assert reading.value == tuple(expected.split()), reading
