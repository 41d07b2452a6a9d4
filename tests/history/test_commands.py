"""The history on the command line: what each command says, does and leaves alone."""

import datetime as dt
import json
import re
import shlex
import shutil
import sqlite3
import stat
import sys

import pytest
import xlsxwriter

from tests.program import PLAN, Outcome, run, workplace

LINES = PLAN.splitlines()
MENDED = PLAN.replace("31 апреля", "30.04.2024")


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path)


def check(place, *args, plan=None) -> Outcome:
    if plan is not None:
        (place / "plan.csv").write_text(plan, encoding="utf-8")
    return run("check", "plan.csv", *args, cwd=place)


def history(place):
    return place / "config" / ".tochka" / "history.sqlite"


def listed(place):
    return json.loads(run("history", "-f", "json", cwd=place).out)["reads"]


def test_a_check_remembers_beside_the_configuration(place):
    check(place)
    assert history(place).is_file()
    if sys.platform != "win32":
        assert stat.S_IMODE(history(place).stat().st_mode) == 0o600
        assert stat.S_IMODE(history(place).parent.stat().st_mode) == 0o700


def test_where_it_is_can_be_said_by_an_option_or_the_environment(place):
    check(place, "--history", "mine/one.sqlite")
    run("check", "plan.csv", cwd=place, env={"TOCHKA_HISTORY": "mine/{plan}.sqlite"})
    assert (place / "mine" / "one.sqlite").is_file()
    assert (place / "mine" / "config.sqlite").is_file()
    assert not history(place).exists()


@pytest.mark.parametrize("args", [["--no-history"], ["--as-of", "2023-06-01"]])
def test_a_replay_and_a_check_without_history_remember_nothing(place, args):
    check(place, *args)
    assert not history(place).exists()


def test_the_demo_remembers_nothing(tmp_path):
    run("demo", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_pull_keeps_a_snapshot_and_says_no_report(place):
    done = run("pull", "plan.csv", cwd=place)
    assert (done.code, done.out) == (0, "")
    assert [read["entries"] for read in listed(place)] == [2]


def test_history_lists_reads_the_last_first(place):
    check(place)
    check(place)
    check(place, plan="\n".join(LINES[:2]))
    reads = listed(place)
    assert [read["snapshot"] for read in reads] == [3, 2, 1]
    assert [read["accepted"] for read in reads] == [False, True, True]
    assert [read["unchanged"] for read in reads] == [False, True, False]
    assert reads[0]["fingerprint"] != reads[1]["fingerprint"] == reads[2]["fingerprint"]
    text = run("history", "--lang", "en", cwd=place).out
    assert text.splitlines()[0].startswith("3. ")
    assert "not believed" in text.splitlines()[0]


def test_diff_says_what_changed(place):
    check(place)
    check(place, plan=MENDED)
    text = run("diff", cwd=place).out
    assert "Дата проведения: 31 апреля → 30.04.2024" in text
    document = json.loads(run("diff", "1", "2", "-f", "json", cwd=place).out)
    (changed,) = document["changed"]
    assert changed["cells"] == [
        {"column": "C", "header": "Дата проведения", "old": "31 апреля", "new": "30.04.2024"}
    ]


def test_a_diff_of_the_first_read_says_that_there_is_no_other(place):
    check(place)
    assert "одно и то же чтение" in run("diff", cwd=place).out
    check(place)
    assert "одно и то же чтение" not in run("diff", cwd=place).out


def test_a_diff_shows_contacts_only_when_asked(place):
    check(place)
    check(place, plan=PLAN.replace("Иванова А.П.", "Петрова О.К."))
    assert "Петрова" not in run("diff", cwd=place).out
    assert "Иванова А.П. → Петрова О.К." in run("diff", "--with-contacts", cwd=place).out


def test_a_diff_is_a_page_of_its_own_and_text_of_the_sheet_is_only_text(place):
    check(place)
    hostile = MENDED.replace("Науку в каждый класс", "<script>alert(1)</script> Наука")
    check(place, plan=hostile)
    page = run("diff", "-f", "html", "--lang", "en", cwd=place).out
    assert page.startswith("<!DOCTYPE html>")
    assert "<del>31 апреля</del>" in page
    assert "<ins>30.04.2024</ins>" in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "Nothing changed." in run("diff", "2", "2", "-f", "html", "--lang", "en", cwd=place).out


@pytest.mark.parametrize("name", ["old.xlsx", "old.csv"])
def test_restore_gives_back_a_file_that_checks_like_the_first(place, name):
    first = check(place, "-f", "concise").out
    check(place, plan=MENDED)
    done = run("restore", "1", "--export", name, cwd=place)
    assert done.code == 0
    if sys.platform != "win32":
        assert stat.S_IMODE((place / name).stat().st_mode) == 0o600
    again = run("check", name, "--no-history", "-f", "concise", cwd=place).out
    assert [line.split(": ", 1)[1] for line in again.splitlines()] == [
        line.split(": ", 1)[1] for line in first.splitlines()
    ]


def test_a_file_of_one_tab_says_which_it_is(place):
    with xlsxwriter.Workbook(place / "tabs.xlsx") as book:
        for title in ("План", "Справочник"):
            book.add_worksheet(title).write_row(0, 0, ["Школа", "Мероприятие", "Дата"])
    run("pull", "tabs.xlsx", cwd=place)
    assert "«План»" in run("restore", "1", "--export", "one.csv", cwd=place).err
    assert "«План»" not in run("restore", "1", "--export", "all.xlsx", cwd=place).err


@pytest.mark.parametrize("folder", ["plans", "мои планы"])
@pytest.mark.parametrize("options", [(), ("--history", "kept/{plan}.sqlite")])
def test_the_restore_that_is_offered_can_be_pasted_whatever_plan_it_is_of(place, folder, options):
    (place / "config").rename(place / folder)
    asked = ("--config", f"{folder}/plan.toml", *options)
    check(place, *asked, plan="\n".join(LINES))
    done = check(place, *asked, plan="\n".join(LINES[:2]))
    told = re.search(r"tochka-sync (restore .* --export \S+)", done.err)
    assert told is not None
    assert run(*shlex.split(told[1]), cwd=place).code == 0


def test_restore_takes_only_kinds_it_can_write(place):
    check(place)
    done = run("restore", "1", "--export", "old.pdf", cwd=place)
    assert done.code == 2
    assert ".xlsx" in done.err


def test_the_guard_is_five_and_leaves_exports_and_says_how_to_go_on(place):
    check(place, "--export", "out.json")
    before = (place / "out.json").read_bytes()
    done = check(place, "--export", "out.json", "-f", "json:report.json", plan="\n".join(LINES[:2]))
    assert done.code == 5
    assert "tochka-sync restore 1" in done.err
    assert "--accept-loss" in done.err
    assert (place / "out.json").read_bytes() == before
    assert not (place / "report.json").exists()
    assert check(place, "--accept-loss").code == 1
    assert check(place).code == 1


def test_status_answers_from_the_history(place):
    check(place)
    (place / "plan.csv").unlink()
    document = json.loads(run("status", "-f", "json", "--school", "sosh-9", cwd=place).out)
    assert [school["standing"] for school in document["schools"]] == ["incomplete"]
    assert run("status", cwd=place).out.count("\n") > 16
    assert run("status", "-f", "markdown", "--lang", "en", cwd=place).out.count("|") > 100


def test_status_of_a_moment_before_the_first_read_is_refused(place):
    check(place)
    assert run("status", "--as-of", "2020-01-01", cwd=place).code == 2


def test_purge_forgets_snapshots_and_keeps_what_was_found(place):
    check(place)
    assert run("purge", "--older-than", "1d", cwd=place).code == 0
    assert [read["kept"] for read in listed(place)] == [True]
    assert run("purge", "--older-than", "0d", cwd=place).code == 0
    assert [read["kept"] for read in listed(place)] == [False]
    assert run("restore", "1", "--export", "old.csv", cwd=place).code == 2
    assert check(place).code == 1


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Ответственный;Ответственное лицо;Телефон;Тел.", "Иванова А.П.;жаворонкова;42516;42517"),
        ("Ответственный;;Школа;Директор;Телефон;Ответственный", "К.К.;;СОШ №1;Жаворонкова;42517;"),
    ],
    ids=["a second column", "a second table"],
)
def test_people_in_columns_that_are_not_read_are_hidden_and_forgotten_too(place, header, row):
    usual = "Школа;Мероприятие;Дата проведения;Участники"
    rows = [f"СОШ №{n};Опыт {n};{n}.02.2024;педагоги;{row}" for n in (8, 9)]
    kinds = ("json:r.json", "html:r.html", "sarif:r.sarif", "junit:r.xml")
    asked = [word for kind in kinds for word in ("-f", kind)]
    asked += ["--export", "o.json", "--export", "o.csv", "--export", "pack/"]
    done = check(place, *asked, plan="\n".join((f"{usual};{header}", *rows)))
    told = [done.out, run("diff", cwd=place).out]
    told += [path.read_text(encoding="utf-8") for path in place.glob("[ro].*")]
    told += [path.read_text(encoding="utf-8") for path in (place / "pack").iterdir()]
    assert run("purge", "--older-than", "0d", cwd=place).code == 0
    told.append(history(place).read_bytes().decode("utf-8", "ignore"))
    assert not [text for text in told if "жаворонк" in text.lower() or "42517" in text]


def test_purge_must_be_told_how_old(place):
    check(place)
    assert run("purge", cwd=place).code == 2
    for age in ("старые", "90", "0001-01-01", "9999-12-31T23:59:59-14:00"):
        assert run("purge", "--older-than", age, cwd=place).code == 2


def test_a_day_is_its_beginning_where_older_is_meant_however_it_is_written(place):
    check(place)
    (read,) = listed(place)
    day = dt.datetime.fromisoformat(read["read_at"])
    for old in (f"{day:%d.%m.%Y}", f"{day:%Y%m%d}", f"{day:%Y-%m-%d}"):
        assert run("status", "--max-age", old, cwd=place).code == 0
    assert run("status", "--max-age", "01.09.2999", cwd=place).code == 4


@pytest.mark.parametrize(
    "args",
    [
        ["history"],
        ["diff"],
        ["status"],
        ["restore", "1", "--export", "a.csv"],
        ["purge", "--older-than", "1d"],
    ],
)
def test_without_a_history_every_command_says_how_it_begins(place, args):
    done = run(*args, "--lang", "en", cwd=place)
    assert done.code == 2
    assert "tochka-sync check" in done.err
    assert not history(place).exists()


def test_a_damaged_history_is_six_and_is_left_as_it_is(place):
    check(place)
    history(place).write_bytes(b"damaged" * 1000)
    done = check(place)
    assert done.code == 6
    assert "--no-history" in done.err
    assert history(place).read_bytes() == b"damaged" * 1000
    assert check(place, "--no-history").code == 1


def test_a_history_of_a_newer_program_is_six(place):
    check(place)
    database = sqlite3.connect(history(place))
    database.execute("PRAGMA user_version = 99")
    database.close()
    assert check(place).code == 6


def test_a_report_says_what_is_new_since_the_last(place):
    check(place)
    worse = PLAN.replace("СОШ №8;Науку", "СОШ №88;Науку")
    document = json.loads(check(place, "-f", "json", plan=worse).out)
    since = {f["code"]: dt.datetime.fromisoformat(f["since"]) for f in document["findings"]}
    read_at = dt.datetime.fromisoformat(document["source"]["read_at"])
    assert since["date-impossible"] < since["school-unknown"] == read_at


def test_several_plans_need_a_history_each(place):
    (place / "other").mkdir()
    for name in ("plan.toml", "schools.csv"):
        (place / "other" / name).write_bytes((place / "config" / name).read_bytes())
    for folder in ("config", "other"):
        path = place / folder / "plan.toml"
        text = path.read_text(encoding="utf-8")
        start = text.index("spreadsheet = ")
        end = text.index("\n", start)
        path.write_text(text[:start] + 'spreadsheet = "../plan.csv"' + text[end:], encoding="utf-8")
    plans = ("config/plan.toml", "other/plan.toml")
    refused = run("check", *plans, "-f", "json:{plan}.json", "--history", "one.sqlite", cwd=place)
    assert refused.code == 2
    done = run("check", *plans, "-f", "json:{plan}.json", "--history", "{plan}.sqlite", cwd=place)
    assert done.code == 1
    assert (place / "config.sqlite").is_file()
    assert (place / "other.sqlite").is_file()


def second(place):
    """Lay out another plan of the same name, in a folder beside."""
    (place / "other").mkdir()
    for name in ("plan.toml", "schools.csv"):
        (place / "other" / name).write_bytes((place / "config" / name).read_bytes())
    (place / "other.csv").write_text(
        PLAN.replace("СОШ №8;Науку", "СОШ №6;Музыку").replace("15.02", "5.03"), encoding="utf-8"
    )


def test_plans_of_one_name_are_not_mixed_in_one_history(place):
    second(place)
    shared = {"TOCHKA_HISTORY": "one.sqlite"}
    first = ("check", "plan.csv", "--config", "config/plan.toml")
    run(*first, cwd=place, env=shared)
    refused = run("check", "other.csv", "--config", "other/plan.toml", cwd=place, env=shared)
    assert (refused.code, refused.out) == (2, "")
    assert str(place / "config" / "plan.toml") in refused.err
    for command in ("history", "status", "diff"):
        assert run(command, "--config", "other/plan.toml", cwd=place, env=shared).code == 2
    (place / "other" / "plan.toml").rename(place / "other" / "other.toml")
    apart = run("check", "other.csv", "--config", "other/other.toml", cwd=place, env=shared)
    assert apart.code == 1
    assert "entry-removed" not in run(*first, "-f", "concise", cwd=place, env=shared).out


def test_a_plan_that_moved_to_another_folder_keeps_its_history(place):
    shared = {"TOCHKA_HISTORY": "one.sqlite"}
    run("check", "plan.csv", cwd=place, env=shared)
    (place / "config").rename(place / "settings")
    moved = ("--config", "settings/plan.toml")
    run("check", "plan.csv", *moved, cwd=place, env=shared)
    done = run("history", "-f", "json", *moved, cwd=place, env=shared)
    assert len(json.loads(done.out)["reads"]) == 2


def test_a_copy_of_a_plan_and_its_history_goes_on_by_itself(place, tmp_path_factory):
    check(place)
    copy = tmp_path_factory.mktemp("copy") / "plan"
    shutil.copytree(place, copy)
    check(copy)
    assert (len(listed(place)), len(listed(copy))) == (1, 2)


def test_the_plan_s_name_has_its_place_in_the_path_of_plan_toml_too(place):
    path = place / "config" / "plan.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(".tochka/history.sqlite", "../{plan}.sqlite")
    path.write_text(text, encoding="utf-8")
    check(place)
    assert (place / "config.sqlite").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="no name of a file there")
@pytest.mark.parametrize("name", [":memory:", "100 % {x}.sqlite"])
def test_whatever_a_history_is_called_it_is_a_file(place, name):
    check(place, "--history", name)
    done = run("history", "-f", "json", "--history", name, cwd=place)
    assert len(json.loads(done.out)["reads"]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode elsewhere")
def test_a_configuration_with_a_name_in_another_encoding_has_a_history(place):
    plan = place / "config" / "pl\udcffan.toml"
    (place / "config" / "plan.toml").rename(plan)
    assert run("check", "plan.csv", "--config", plan, cwd=place).code == 1
    done = run("history", "-f", "json", "--config", plan, cwd=place)
    assert len(json.loads(done.out)["reads"]) == 1


def test_a_history_that_grew_old_is_four_and_still_answers(place):
    check(place)
    fresh = run("status", "--max-age", "36h", cwd=place)
    assert fresh.code == 0
    with sqlite3.connect(history(place)) as ledger:
        (at,) = ledger.execute("SELECT read_at FROM read").fetchone()
        old = dt.datetime.fromisoformat(at) - dt.timedelta(days=3)
        ledger.execute("UPDATE read SET read_at = ?", (old.isoformat(),))
    ledger.close()
    stale = run("status", "--max-age", "2d", cwd=place)
    assert stale.code == 4
    assert "3 дня" in stale.err
    hasty = run("status", "--max-age", "0h", cwd=place)
    assert hasty.code == 4
    assert "3 дня" in hasty.err
    assert "СОШ №9" in stale.out
    asked = run("status", "--max-age", "soon", cwd=place)
    assert (asked.code, asked.out) == (2, "")
