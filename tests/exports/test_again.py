"""A plan that is written for people is a plan: read again, it says what it said, and nothing new is wrong."""

import csv
import json
from dataclasses import replace

import pytest

from tests.program import run, workplace
from tests.test_cells import CELLS, COLUMNS, GOOD
from tests.values.moments import read
from tests.values.when.test_dates import table
from tochka_sync.exports import words
from tochka_sync.messages import Language

UNSAID = {"contract": {"status": "unknown"}}
"""What is written as a word that says nothing."""


def checked(place, source, export):
    """Return the clean entries of a source, and what is wrong with the others."""
    outcome = run(
        *("check", source, "-f", "json", "--with-contacts", "--no-history"),
        *(f"--export={name}" for name in (export, "out.json")),
        cwd=place,
    )
    assert outcome.code in {0, 1}, outcome.err
    told = json.loads((place / "out.json").read_text(encoding="utf-8"))
    return told["events"], told["unresolved"]


def values(event):
    names = {
        *("school", "title", "types", "date", "audience", "participating_schools", "participants"),
        *("settlement", "place", "level", "format", "responsible", "phones", "emails", "links"),
        *("contract", "submitted_at"),
    }
    return {
        name: said
        for name, said in event.items()
        if name in names and said and said != UNSAID.get(name)
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_cell_of_the_catalogue_is_read_from_the_export_as_from_the_sheet(tmp_path, kind):
    place = workplace(tmp_path)
    with (place / "cells.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(COLUMNS.values())
        for number, cell in enumerate(CELLS, 1):
            row = {
                **GOOD,
                "title": f"Мероприятие номер {number} плана",
                cell["field"]: cell["typed"],
            }
            writer.writerow([row.get(name, "") for name in COLUMNS])
    first, _ = checked(place, "cells.csv", f"first.{kind}")
    second, wrong = checked(place, f"first.{kind}", f"second.{kind}")
    assert not wrong
    assert list(map(values, second)) == list(map(values, first))


@pytest.mark.parametrize("cells", ["dates.txt", "dates_unseen.txt"])
def test_a_date_is_shown_in_words_that_are_read_as_the_same_date(cells):
    said = [value for cell, *_ in table(cells) if (value := read(cell).value) is not None]
    days = [replace(value, time=None) for value in said]  # the time stands in a column of its own
    assert len(days) > 80
    again = {words.when(value, Language.RU): value for value in days}
    assert {shown: read(shown).value for shown in again} == again
