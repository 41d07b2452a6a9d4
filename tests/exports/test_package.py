"""The data package, held to what `frictionless validate` says of it."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import golden, results
from tests.program import run, workplace
from tochka_sync.exports import names, package
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.visible import visible

FILES = {"events", "participants", "schools", "unresolved", "findings"}


def written(result, folder, language=Language.RU) -> dict[str, list[dict[str, str]]]:
    """Write, read back and return the rows of every table."""
    package.write(result, language, folder)
    return {path.stem: rows(path) for path in folder.glob("*.csv")}


def rows(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def description(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def validated(folder) -> tuple[int, str]:
    """Ask the judge of data packages, as its users do."""
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_judge_of_data_packages_accepts_it(tmp_path):
    written(results.result(), tmp_path)
    code, said = validated(tmp_path)
    assert code == 0, said
    assert {task["name"] for task in json.loads(said)["tasks"]} == FILES


@pytest.mark.parametrize("language", Language)
def test_it_accepts_the_demo_with_every_kind_of_row(tmp_path, language):
    outcome = run("demo", "--export", f"{tmp_path}/out/", "--lang", language, cwd=tmp_path)
    assert outcome.code == 0, outcome
    code, said = validated(tmp_path / "out")
    assert code == 0, said


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("schools", "sosh-9,", "sosh-99,"),  # a school nobody has
        ("events", "2024-02-10", "10.02.2024"),  # no ISO date
        ("findings", "date-impossible,", "date-wrong,"),  # no code of ours
    ],
)
def test_it_would_notice_a_wrong_file(tmp_path, name, old, new):
    written(results.result(), tmp_path)
    path = tmp_path / f"{name}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert validated(tmp_path)[0] == 1


def test_a_folder_left_half_old_by_a_killed_run_is_not_valid(tmp_path):
    written(results.result(), tmp_path / "a")
    written(results.in_good_order(), tmp_path / "b")
    (tmp_path / "a" / "events.csv").replace(tmp_path / "b" / "events.csv")
    assert validated(tmp_path / "b")[0] == 1


def test_the_package_is_as_it_was(tmp_path):
    package.write(results.result(), Language.RU, tmp_path)
    paths = list(tmp_path.iterdir())
    assert {path.stem for path in paths} == {*FILES, "datapackage"}
    for path in paths:
        golden.same(f"package.{path.name}", path.read_bytes().decode())


def test_tables_are_plain_for_programs(tmp_path):
    package.write(results.result(), Language.RU, tmp_path)
    for name in FILES:
        data = (tmp_path / f"{name}.csv").read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")


def test_every_column_is_described_in_the_order_of_the_file(tmp_path):
    tables = written(results.result()._replace(contacts=True), tmp_path)
    assert set(tables) == FILES
    for resource in description(tmp_path)["resources"]:
        described = [field["name"] for field in resource["schema"]["fields"]]
        assert described == list(tables[resource["name"]][0])


def test_an_event_says_what_the_sheet_says(tmp_path):
    [event, _] = written(results.result(), tmp_path)["events"]
    assert event["event"] == names.of(results.result())[0]
    assert (event["school"], event["types"]) == ("sosh-8", "method_seminar;quest")
    assert (event["date_start"], event["date_end"], event["time"]) == (
        "2024-02-10", "2024-02-10", "14:00",
    )  # fmt: skip
    assert (event["grades"], event["participants_total"]) == ("8;9", "80")
    assert (event["participants_qualifier"], event["participants_students"]) == ("about", "")
    assert (event["contract_status"], event["contract_date"]) == ("signed", "2023-08-12")
    assert json.loads(event["links"]) == ["https://vk.com/tochka8"]
    assert json.loads(event["notes"])["date"] == ["year_inferred"]
    assert json.loads(event["raw"])["Дата"] == "10.02"
    assert (event["timing"], event["evidence"]) == ("on-time", "timestamp")


def test_a_list_of_days_is_in_one_cell(tmp_path):
    days = (date(2024, 2, 10), date(2024, 2, 17))
    listed = EventDate(days[0], days[1], Precision.LIST, dates=days)
    event = Event(**{**results.values(results.FULL), "date": listed})
    result = results.in_good_order()._replace(entries=(results.clean(2, event, results.ON_TIME),))
    [row] = written(result, tmp_path)["events"]
    assert (row["date_precision"], row["dates"]) == ("list", "2024-02-10;2024-02-17")


def test_each_school_that_takes_part_is_a_row_once(tmp_path):
    event = Event(
        **{**results.values(results.FULL), "participating_schools": ("sosh-6", "sosh-9", "sosh-6")}
    )
    entry = results.clean(2, event, results.ON_TIME)
    tables = written(results.in_good_order()._replace(entries=(entry,)), tmp_path)
    assert [row["school"] for row in tables["participants"]] == ["sosh-6", "sosh-9"]
    assert {row["event"] for row in tables["participants"]} == {tables["events"][0]["event"]}


def test_nothing_is_lost_and_findings_point_at_their_entry(tmp_path):
    tables = written(results.result(), tmp_path)
    [unresolved] = tables["unresolved"]
    assert unresolved["problems"] == "required-missing;date-impossible"
    assert json.loads(unresolved["values"])["school"] == "sosh-6"
    told = {row["code"]: row["entry"] for row in tables["findings"]}
    assert told["date-impossible"] == unresolved["entry"]
    assert told["text-corrected"] == tables["events"][0]["event"]
    assert told["school-missing"] == ""
    assert len(tables["findings"]) == len(results.result().findings)


def test_contacts_are_there_only_where_they_were_asked_for(tmp_path):
    written(results.result(), tmp_path / "without")
    everything = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "without").iterdir()
    )
    assert not any(word in everything for word in ("Иванова", "Петров", "+7", "@"))
    kept = results.result()._replace(contacts=True)
    [event, _] = written(kept, tmp_path / "with")["events"]
    assert event["phones"] == "+74114542516;+79141234567"
    assert json.loads(event["responsible"])[0]["last"] == "Иванова"
    assert validated(tmp_path / "with")[0] == 0


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_title_comes_back_as_it_can_be_shown(tmp_path_factory, title):
    event = Event(**{**results.values(results.FULL), "title": title})
    entry = results.clean(2, event, results.ON_TIME)
    result = results.in_good_order()._replace(entries=(entry,), contacts=True)
    [row] = written(result, tmp_path_factory.mktemp("package"))["events"]
    # An apostrophe holds what a spreadsheet would calculate, wherever a cell could begin.
    assert row["title"].replace("'", "") == visible(title).replace("'", "")


@pytest.mark.parametrize("title", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "＝1"])
def test_a_title_is_nothing_to_calculate(tmp_path, title):
    event = Event(**{**results.values(results.FULL), "title": title})
    entry = results.clean(2, event, results.ON_TIME)
    result = results.in_good_order()._replace(entries=(entry,))
    [row] = written(result, tmp_path)["events"]
    assert row["title"] == f"'{title}"


@pytest.mark.parametrize("text", ["Урок;=1+1", 'Урок;"=1', "Урок; +cmd|' /C calc'!A0"])
def test_nothing_is_calculated_where_semicolons_part_the_cells(tmp_path, text):
    event = Event(**{**results.values(results.FULL), "title": text})
    entry = replace(results.clean(2, event, results.ON_TIME), raw={"Мероприятие": text})
    result = results.in_good_order()._replace(entries=(entry,))
    [row] = written(result, tmp_path)["events"]
    assert row["title"] == text.replace(";", ";'")
    assert json.loads(row["raw"]) == {"Мероприятие": text}
    lines = (tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()
    cells = [cell for line in csv.reader(lines, delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+"))]


def test_an_export_into_a_folder_replaces_the_last_one(tmp_path):
    place = workplace(tmp_path)
    for _ in range(2):
        outcome = run("check", "plan.csv", "--export", "out/", "--as-of", "2023-06-03", cwd=place)
        assert outcome.code == 1, outcome
    assert {path.stem for path in (place / "out").glob("*.csv")} == FILES
    assert [row["title"] for row in rows(place / "out" / "events.csv")] == ["Науку в каждый класс"]
    assert len(list((place / "out").iterdir())) == len(FILES) + 1


def test_a_file_is_no_folder(tmp_path):
    place = workplace(tmp_path)
    outcome = run("check", "plan.csv", "--export", "plan.csv/", cwd=place)
    assert outcome.code == 6
    assert "нужна папка" in outcome.err


@pytest.mark.skipif(sys.platform == "win32", reason="links take a right there")
def test_a_folder_behind_a_link_is_made_like_any(tmp_path):
    place = workplace(tmp_path)
    (place / "out").symlink_to("packages")
    assert run("check", "plan.csv", "--export", "out/", cwd=place).code == 1
    assert (place / "packages" / "datapackage.json").exists()
    assert (place / "out").is_symlink()
