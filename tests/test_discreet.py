"""Where persons stand besides cells: names of files, names of tabs, headings."""

import json
import zipfile

import pytest

from tests.program import run, workplace
from tests.test_several_tabs import FIRST, configure, workbook

FORMATS = ("terminal", "concise", "markdown", "html", "github", "sarif", "junit", "json")
NAMED = ("Жаворонков", "Дроздов", "Синицын")
FILE = "План_Жаворонкова.xlsx"
TABS = {
    "Дроздова А.П.": [[*FIRST[0], "Проверила Синицына"], *([*row, "да"] for row in FIRST[1:])],
    "Дроздова": FIRST,
}


@pytest.fixture
def place(tmp_path):
    place = workplace(tmp_path, plan=None)
    workbook(place / FILE, TABS)
    return place


def everything(place, *options):
    """Return all that a check writes of the plan, by kind."""
    formats = [word for each in FORMATS for word in ("-f", f"{each}:told.{each}")]
    exports = [
        word for kind in ("csv", "json", "ics", "xlsx") for word in ("--export", f"p.{kind}")
    ]
    done = run("check", FILE, *formats, *exports, *options, cwd=place)
    told = {"printed": done.out + done.err}
    for file in (*place.glob("told.*"), *place.glob("p.*")):
        told[file.name] = file.read_text(encoding="utf-8", errors="replace")
    with zipfile.ZipFile(place / "p.xlsx") as book:
        told["p.xlsx"] = "".join(book.read(name).decode() for name in book.namelist())
    return told


@pytest.mark.parametrize("several", [False, True])
def test_no_file_tab_or_heading_names_anybody(place, several):
    if several:
        configure(place, "all = true")
    for name, text in everything(place).items():
        assert not [person for person in NAMED if person in text], name


def test_tabs_that_bear_names_are_told_apart_by_their_places(place):
    configure(place, "all = true")
    told = json.loads(everything(place)["told.json"])
    assert {each["tab"] for each in told["findings"] if each["row"]} == {"••• (1)", "••• (2)"}


def test_names_of_tabs_and_headings_stay_with_contacts(place):
    told = everything(place, "--with-contacts")
    assert "Дроздова А.П." in told["told.json"]
    assert "Проверила Синицына" in told["p.json"]


def test_what_looks_at_the_set_up_and_back_names_nobody(place):
    run("check", FILE, cwd=place)
    for command in (("doctor", FILE), ("history",), ("history", "--format", "json"), ("diff",)):
        done = run(*command, cwd=place)
        assert not [person for person in NAMED if person in done.out + done.err], command


@pytest.mark.parametrize("above", ["Дроздова А.П.", "89145554433"])
def test_a_school_offered_from_the_row_above_names_nobody(place, above):
    header, *rows = FIRST
    at = header.index("Школа")
    rows = [[*row[:at], each, *row[at + 1 :]] for row, each in zip(rows, (above, ""), strict=False)]
    workbook(place / FILE, {"План": [header, *rows]})
    for name, text in everything(place).items():
        assert above not in text, name


def test_a_purge_leaves_nobody_in_names_and_headings(place):
    configure(place, "all = true")
    run("check", FILE, cwd=place)
    run("purge", "--older-than", "0d", cwd=place)
    (kept,) = place.rglob("history.sqlite")
    left = kept.read_bytes().decode("utf-8", "ignore").lower()
    assert not [person for person in NAMED if person.lower() in left]
