"""A plan on several tabs, as its users meet it: a workbook and a Google Sheet, the program a process."""

import csv
import json
import re

import icalendar
import openpyxl
import pytest
import xlsxwriter

from tests.google import ID, Spreadsheet, Tab
from tests.google.answers import API_KEY
from tests.program import run, workplace

FIRST = [
    ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный"],
    ["СОШ №8", "Науку в каждый класс", "15.09.2023", "педагоги", "Иванова А.П."],
    ["СОШ №9", "Фестиваль идей", "31 сентября", "8-9 классы", "Петров С.И."],
]
SECOND = [
    ["План на 2 четверть"],
    ["№", "Дата", "Наименование мероприятия", "Для кого", "Школа", "Отв."],
    ["1", "10.11.2023", "Неделя робототехники", "родители", "СОШ №4", "Котова М.М."],
    ["2", "15.09.2023", "Науку в каждый класс", "педагоги", "СОШ №8", "Иванова А.П."],
    ["3", "32.12.2023", "День лицеиста", "педагоги", "Лицей", "Котова М.М."],
]
LAST_YEAR = [FIRST[0], ["СОШ №1", "Прошлое", "15.02.2023", "педагоги", "Орлова О.О."]]
TABS = {"1 четверть": FIRST, "2 четверть": SECOND, "План 2022-2023": LAST_YEAR}
BOTH = 'title = ["1 четверть", "2 четверть"]'


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path, plan=None)


def workbook(path, tabs=TABS):
    with xlsxwriter.Workbook(path) as book:
        for title, rows in tabs.items():
            sheet = book.add_worksheet(title)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)


def configure(place, said):
    path = place / "config" / "plan.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[tabs.events]\n", f"[tabs.events]\n{said}\n"), encoding="utf-8")


def test_a_tab_that_waits_for_its_first_entry_has_nothing_wrong(place):
    lacking = {"3 четверть": [["Мероприятие", "Дата", "Участники"]]}
    workbook(place / "plan.xlsx", TABS | lacking)
    configure(place, "all = true")
    told = json.loads(run("check", "plan.xlsx", "-f", "json", "--no-history", cwd=place).out)
    assert not [each for each in told["findings"] if each["tab"] == "3 четверть"]


def places(findings, *codes):
    return [(each["tab"], each["cell"]) for each in findings if each["code"] in codes]


def test_a_school_that_may_have_filed_on_a_tab_nobody_reads_is_not_told_of_a_missing_column(place):
    workbook(place / "plan.xlsx")
    asked = ("--no-history", "--school", "lyceum", "--lang", "en")
    told = run("check", "plan.xlsx", *asked, cwd=place).out
    assert "no column of schools was found" not in told
    assert "2 четверть" in told


def test_what_the_warning_says_to_write_is_all_there_is_to_do(place):
    workbook(place / "plan.xlsx")
    before = run("check", "plan.xlsx", "-f", "json", "--no-history", cwd=place)
    (warning,) = (
        each for each in json.loads(before.out)["findings"] if each["code"] == "tab-unread"
    )
    assert warning["tab"] == "2 четверть"
    said = re.search(r"^(title = \[.*?\])$", warning["hint"], re.MULTILINE)
    assert said is not None
    assert said[1] == BOTH
    standings = {each["school"]: each["standing"] for each in json.loads(before.out)["schools"]}
    assert (standings["sosh-4"], standings["sosh-1"]) == ("unknown", "missing")

    configure(place, said[1])
    after = run("check", "plan.xlsx", "-f", "json", "--no-history", cwd=place)
    report = json.loads(after.out)
    assert not places(report["findings"], "tab-unread")
    assert places(report["findings"], "date-impossible", "duplicate-entry") == [
        ("1 четверть", "C3"),
        ("2 четверть", "C4"),
        ("2 четверть", "B5"),
    ]
    summary = report["summary"]
    assert (summary["rows"], summary["entries"], summary["skipped"]) == (8, 5, 3)


@pytest.mark.parametrize(
    "form", ["terminal", "concise", "markdown", "html", "github", "sarif", "junit"]
)
def test_every_report_tells_the_tab_of_a_cell(place, form):
    workbook(place / "plan.xlsx")
    configure(place, BOTH)
    out = run("check", "plan.xlsx", "-f", form, "--no-history", cwd=place).out
    for cell in ("1 четверть!C3", "2 четверть!B5"):
        assert cell in out.replace("%21", "!")


def test_the_exports_say_the_tab_of_every_row(place):
    workbook(place / "plan.xlsx")
    configure(place, BOTH)
    names = ("out.json", "out.csv", "out.xlsx", "out.ics")
    done = run(
        "check", "plan.xlsx", *(arg for name in names for arg in ("--export", name)), cwd=place
    )
    assert done.code == 1, done
    told = json.loads((place / "out.json").read_text(encoding="utf-8"))
    assert [(each["tab"], each["row"]) for each in told["events"]] == [
        *(("1 четверть", 2), ("2 четверть", 3), ("2 четверть", 4))
    ]
    assert [(each["tab"], each["row"]) for each in told["unresolved"]] == [
        *(("1 четверть", 3), ("2 четверть", 5))
    ]
    assert [(each["tab"], each["row"], each["kind"]) for each in told["skipped"]] == [
        ("1 четверть", 1, "header"),
        ("2 четверть", 1, "title"),
        ("2 четверть", 2, "header"),
    ]
    with (place / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["Лист"], row["Строка"]) for row in rows] == [
        *(("1 четверть", "2"), ("2 четверть", "3"), ("2 четверть", "4"))
    ]
    mend = openpyxl.load_workbook(place / "out.xlsx")["На доработку"]
    header, *rest = mend.iter_rows()
    columns = {cell.value: at for at, cell in enumerate(header, 1)}
    assert [(row[0].value, row[1].value) for row in rest] == [("1 четверть", 3), ("2 четверть", 5)]
    for row, own, other in ((2, "Дата проведения", "Дата"), (3, "Дата", "Дата проведения")):
        assert mend.cell(row, columns[own]).comment is not None
        assert mend.cell(row, columns[other]).comment is None
        assert mend.cell(row, columns[other]).value is None
    calendar = icalendar.Calendar.from_ical((place / "out.ics").read_bytes())
    uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert len(set(uids)) == len(uids) == 3


def sheet(*, moved=False):
    first, second = (FIRST[:2], [*SECOND, ["4", *_turned(FIRST[2])]]) if moved else (FIRST, SECOND)
    tabs = [("Титул", [["План"]]), ("1 четверть", first), ("2 четверть", second)]
    return Spreadsheet(
        "Сетевой план",
        [
            Tab(title, [list(row) for row in rows], gid=11 * at)
            for at, (title, rows) in enumerate(tabs)
        ],
    )


def _turned(row):
    school, title, date, audience, people = row
    return [date, title, audience, school, people]


def test_on_google_links_open_the_right_tab_and_a_moved_row_is_no_loss(google, place):
    google.share(sheet())
    configure(place, "gid = [11, 22]")
    env = {**google.env(), "TOCHKA_API_KEY": API_KEY}
    args = ("check", ID, "-f", "json", "--export", "out.xlsx", "--export", "out.ics")
    first = json.loads(run(*args, cwd=place, env=env).out)
    address = f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid="
    urls = {each["cell"]: each["url"] for each in first["findings"] if each["cell"]}
    assert urls["C3"] == f"{address}11&range=C3"
    assert urls["B5"] == f"{address}22&range=B5"
    calendar = icalendar.Calendar.from_ical((place / "out.ics").read_bytes())
    assert [str(event["url"]) for event in calendar.walk("VEVENT")] == [
        f"{address}11&range=B2",
        f"{address}22&range=C3",
        f"{address}22&range=C4",
    ]
    google.share(sheet(moved=True))
    second = json.loads(run(*args, cwd=place, env=env).out)
    assert not places(second["findings"], "entry-removed")
    assert places(second["findings"], "date-impossible") == [
        *(("2 четверть", "B5"), ("2 четверть", "B6"))
    ]
    since = {each["fingerprint"]: each["since"] for each in first["findings"]}
    assert all(
        since[each["fingerprint"]] == each["since"]
        for each in second["findings"]
        if each["code"] == "date-impossible"
    )
    assert "Ничего не изменилось" in run("diff", "1", "2", cwd=place).out
    status = json.loads(run("status", "-f", "json", cwd=place).out)
    assert {each["school"]: each["entries"] for each in status["schools"]}["sosh-8"] == 2


def test_diff_names_the_tab_and_restore_gives_all_of_them(place):
    configure(place, "all = true")
    workbook(place / "plan.xlsx")
    run("check", "plan.xlsx", cwd=place)
    mended = [row.replace("32.12", "12.12") for row in SECOND[-1]]
    workbook(place / "plan.xlsx", {**TABS, "2 четверть": [*SECOND[:-1], mended]})
    run("check", "plan.xlsx", cwd=place)
    told = run("diff", cwd=place).out
    assert "~ лист «2 четверть», строка 5: Лицей · День лицеиста" in told
    assert "Дата: 32.12.2023 → 12.12.2023" in told
    page = run("diff", "-f", "html", cwd=place).out
    assert "лист «2 четверть», строка 5" in page
    (changed,) = json.loads(run("diff", "-f", "json", cwd=place).out)["changed"]
    assert (changed["old_tab"], changed["new_tab"], changed["new_row"]) == (
        *("2 четверть", "2 четверть", 5),
    )
    refused = run("restore", "1", "--export", "old.csv", cwd=place)
    assert refused.code == 2
    assert "«1 четверть», «2 четверть»" in refused.err
    run("restore", "1", "--export", "old.xlsx", cwd=place)
    assert openpyxl.load_workbook(place / "old.xlsx").sheetnames == list(TABS)


def test_init_takes_all_tabs_of_this_year_and_doctor_shows_each(tmp_path):
    tabs = {"Титул": [["План"]], "1 четверть": FIRST, "2 четверть": SECOND}
    workbook(tmp_path / "plan.xlsx", tabs)
    assert run("init", "plan.xlsx", cwd=tmp_path).code == 0
    path = tmp_path / "config" / "plan.toml"
    written = path.read_text(encoding="utf-8")
    assert "\nall = true\n" in written
    assert f"\n# {BOTH}\n" in written
    assert '# date = ["Дата проведения", "Дата"]' in written
    with (tmp_path / "config" / "schools.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert names == ["СОШ №8", "СОШ №9", "СОШ №4", "Лицей"]
    doctor = run("doctor", cwd=tmp_path)
    assert doctor.code == 0, doctor
    assert "Лист «1 четверть»: 2 строки с мероприятиями." in doctor.out
    assert "Лист «2 четверть»: 3 строки с мероприятиями." in doctor.out
    report = json.loads(run("check", "-f", "json", cwd=tmp_path).out)
    assert report["summary"]["entries"] == 5


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('title = ["1 четверть", "3 четверть"]', "«3 четверть»"),
        ('title = "План"\nall = true', "all = true"),
        ('titel = ["1 четверть"]', "title"),
        ('title = ["1 четверть", 2]', "tabs.events.title"),
    ],
)
def test_a_configuration_that_names_what_is_not_there_is_refused(place, said, told):
    workbook(place / "plan.xlsx")
    configure(place, said)
    outcome = run("check", "plan.xlsx", cwd=place)
    assert outcome.code == 2, outcome
    assert told in outcome.err
