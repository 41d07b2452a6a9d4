"""Cells read with the registries of other districts, in `tests/data/districts`.

There each line is a cell, and what it says: a school's id, several, `*` for all, or `!` and the
schools offered instead.
"""

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.values.district import context, problem
from tochka_sync import registry
from tochka_sync.findings import Code
from tochka_sync.models.school import School
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


NAMES = [path.stem for path in sorted(DISTRICTS.glob("*.csv"))]
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
UNSURE = {Code.SCHOOL_UNKNOWN, Code.SCHOOL_AMBIGUOUS, Code.SCHOOL_CONFLICT}


def wordings(school: School) -> set[str]:
    """How a school is called: as it is registered, shortened, by number and settlement."""
    bare = re.sub("[«»]", "", school.name)
    head = f"{school.kind or 'школа'} {f'№{school.number}' if school.number else ''}"
    return {
        school.name,
        bare,
        bare.partition(" ")[2].partition(" им")[0],
        f"{head} {school.settlement or ''}",
    }


def slip(wording: str, pick: random.Random) -> str:
    """Leave out, double, swap, put or add a letter where no figure stands."""
    at = pick.choice([at for at in range(len(wording) - 1) if not wording[at : at + 2].isdigit()])
    if wording[at].isdigit() or wording[at + 1].isdigit():
        return wording
    before, letter, after = wording[:at], wording[at], wording[at + 1 :]
    other = pick.choice(LETTERS)
    return pick.choice(
        [before + after, f"{before}{letter}{letter}{after}", f"{before}{other}{after}",
         f"{before}{after[0]}{letter}{after[1:]}", f"{before}{other}{letter}{after}"]
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_slip_of_a_letter_makes_one_school_another(name):
    here, pick = context(district(name)), random.Random(name)
    for school in here.registry.schools:
        for wording in sorted(wordings(school)):
            if schools.read(Cell(wording), here).value == school.id:
                for typed in [slip(wording, pick) for _ in range(3)]:
                    assert schools.read(Cell(typed), here).value in {school.id, None}, typed


@pytest.mark.parametrize("name", NAMES)
def test_a_list_loses_no_school_and_adds_none_without_a_word(name):
    here, pick = context(district(name)), random.Random(name)
    told = {
        school.id: [
            wording
            for wording in sorted(wordings(school))
            if schools.read(Cell(wording), here).value == school.id
        ]
        for school in here.registry.schools
    }
    ids = [id_ for id_, wordings in told.items() if wordings]
    for _ in range(60):
        listed = pick.sample(ids, pick.randint(2, min(5, len(ids))))
        cell = pick.choice([", ", "; ", "\n", ",", ";\n"]).join(
            pick.choice(told[id_]) for id_ in listed
        )
        reading = schools.read_list(Cell(cell), here)
        unsure = reading.problem or any(note.code in UNSURE for note in reading.notes)
        assert unsure or sorted(reading.value or ()) == sorted(listed), cell
