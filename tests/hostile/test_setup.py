"""What `doctor` says and `init` drafts of a hostile sheet: only text, and a configuration the program takes."""

import csv
import tomllib

import pytest

from tests.google import API_KEY, ID, Spreadsheet, Tab
from tests.program import run, workplace

HEADER: list[object] = ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный"]
TITLES = (
    "\x1b[31mПлан\x1b[0m",
    'План»\n[privacy]\ncontacts = "keep"\n#',
    "План\u202eнал",
    'П"л\\а\x07н',
    "\U000e0041План",
)


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_a_title_is_neither_obeyed_nor_put_into_the_settings(google, tmp_path, title):
    rows: list[list[object]] = [
        [*HEADER, title],
        ["СОШ №8", title, "15.02.2024", title, "Иванова А.П.", title],
    ]
    google.share(Spreadsheet(title, [Tab(title, rows)]))
    env = google.env() | {"TOCHKA_API_KEY": API_KEY}
    workplace(tmp_path, None)
    drafted = run("init", ID, "--config", "new/plan.toml", cwd=tmp_path, env=env)
    assert drafted.code == 0, drafted
    text = (tmp_path / "new/plan.toml").read_text(encoding="utf-8")
    assert "keep" not in tomllib.loads(text).get("privacy", {}).values()
    assert not any(letter in text for letter in "\x1b\x07\u202e\U000e0041")
    examined = run("doctor", ID, "--config", "new/plan.toml", cwd=tmp_path, env=env)
    assert examined.code == 0, examined
    for told in (drafted, examined):
        assert not any(letter in told.out + told.err for letter in "\x1b\x07\u202e\U000e0041")


def test_a_name_in_the_drafted_list_of_schools_is_no_formula(tmp_path):
    typed = ("=1+1", "+СОШ №8", "@СУММ(А1)", "-СОШ №9", '=HYPERLINK("https://evil.example")')
    with (tmp_path / "plan.csv").open("w", encoding="utf-8", newline="") as file:
        plan = csv.writer(file, delimiter=";")
        plan.writerow(HEADER)
        plan.writerows([name, "Семинар", "15.02.2024", "педагоги", "И."] for name in typed)
    outcome = run("init", "plan.csv", "--config", "new/plan.toml", cwd=tmp_path)
    assert outcome.code == 0, outcome
    with (tmp_path / "new/schools.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert "СОШ №8" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_draft_that_has_no_folder_is_six(tmp_path):
    workplace(tmp_path)
    outcome = run("init", "plan.csv", "--config", "plan.csv/new.toml", cwd=tmp_path)
    assert outcome.code == 6, outcome
    assert "\nЧто делать: " in outcome.err


def test_a_sheet_whose_every_tab_is_hidden_is_drafted_all_the_same(google, tmp_path):
    google.share(Spreadsheet("План", [Tab("План", [HEADER], hidden=True)]))
    env = google.env() | {"TOCHKA_API_KEY": API_KEY}
    assert run("init", ID, "--config", "new/plan.toml", cwd=tmp_path, env=env).code == 0
