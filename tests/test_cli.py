"""The command line: what each way to end says, and its exit code."""

import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from datetime import datetime

import pytest
import typer

from tests.plans import ALDAN
from tests.program import PATIENCE, PLAN, run, started, workplace
from tochka_sync import cli, plan, times
from tochka_sync.commands import options
from tochka_sync.environment import Environment

CLEAN = PLAN.replace("31 апреля", "30 апреля 2024")


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path)


def stopped(outcome, code, *words):
    """Assert a run that could not go on: its code, a sentence, a next step, no traceback, no report."""
    assert outcome.code == code, outcome
    assert outcome.out == ""
    assert outcome.err.startswith("Ошибка: "), outcome.err
    assert "\nЧто делать: " in outcome.err
    assert "Traceback" not in outcome.err
    for word in words:
        assert word in outcome.err, outcome.err


def test_findings_make_the_exit_code_one_and_the_report_goes_to_standard_output(place):
    outcome = run("check", "plan.csv", "-f", "concise", cwd=place)
    assert outcome.code == 1
    assert "plan!C4: error date-impossible sosh-9" in outcome.out
    assert outcome.err == ""


def test_a_plan_in_good_order_exits_with_zero(place):
    (place / "plan.csv").write_text(CLEAN, encoding="utf-8")
    outcome = run("check", "plan.csv", "--as-of", "2023-06-01", cwd=place)
    assert outcome.code == 0, outcome


@pytest.mark.parametrize("day", ["2023-06-02", "20230602", "02.06.2023", "2023-W22-5"])
def test_a_day_of_as_of_is_meant_to_its_last_second_however_it_is_written(day):
    last = datetime(2023, 6, 2, 23, 59, 59, tzinfo=ALDAN)
    assert times.local(options.moment(day), ALDAN) == last
    morning = times.local(options.moment("2023-06-02T00:00"), ALDAN)
    assert morning == last.replace(hour=0, minute=0, second=0)


def test_a_time_without_a_zone_is_by_the_clock_of_each_plan(place):
    west = (place / "config" / "plan.toml").read_text(encoding="utf-8")
    start, end = west.index("spreadsheet = "), west.index("[deadlines]")
    west = west[:start] + 'spreadsheet = "../plan.csv"\n' + west[end:]
    (place / "config" / "east.toml").write_text(west, encoding="utf-8")
    west = west.replace('timezone = "Asia/Yakutsk"', 'timezone = "Europe/Kaliningrad"')
    (place / "config" / "west.toml").write_text(west, encoding="utf-8")
    plans = ("config/east.toml", "config/west.toml")
    asked = ("--no-history", "-f", "json:{plan}.json", "--as-of", "2023-06-02")
    run("check", *plans, *asked, cwd=place)
    told = [json.loads((place / f"{name}.json").read_bytes())["as_of"] for name in ("east", "west")]
    assert told == ["2023-06-02T23:59:59+09:00", "2023-06-02T23:59:59+02:00"]


@pytest.mark.parametrize(
    ("args", "env"),
    [
        ([], {}),
        (["--config", "config/plan.toml"], {}),
        (["config/plan.toml"], {}),
        ([], {"TOCHKA_CONFIG": "config/plan.toml"}),
    ],
    ids=["found here", "option", "source", "variable"],
)
def test_an_env_file_beside_the_configuration_counts_however_that_is_named(place, args, env):
    (place / "config" / ".env").write_text("TOCHKA_LANG=en\nTOCHKA_SOURCE=plan.csv\n")
    plan = place / "config" / "plan.toml"
    text = plan.read_text(encoding="utf-8")
    start = text.index("spreadsheet = ")
    text = f'{text[:start]}spreadsheet = "../plan.csv"{text[text.index(chr(10), start) :]}'
    plan.write_text(text, encoding="utf-8")
    outcome = run("check", *args, "--no-history", cwd=place, env=env)
    assert outcome.code == 1
    assert "Schools:" in outcome.out
    broken = run("check", *args, "--fail-on", "none", cwd=place, env=env)
    assert broken.err.startswith("Error:")


def test_a_mistyped_variable_is_named_once_and_the_run_goes_on(place):
    outcome = run("check", "plan.csv", cwd=place, env={"TOCHKA_HISTROY": "h.sqlite"})
    assert outcome.code == 1
    assert outcome.err.count("TOCHKA_HISTROY") == 1
    assert "TOCHKA_HISTORY" in outcome.err


def test_an_env_file_beside_the_configuration_that_is_no_text_is_refused(place):
    (place / "config" / ".env").write_bytes(b"TOCHKA_LANG=\xff\xfe")
    stopped(run("check", "plan.csv", cwd=place), 2, ".env")


@pytest.mark.parametrize("command", ["check", "pull", "doctor"])
def test_two_configurations_at_once_are_refused_and_one_named_twice_is_not(place, command):
    config = place / "config"
    (config / "other.toml").write_bytes((config / "plan.toml").read_bytes())
    outcome = run(command, "config/plan.toml", "--config", "config/other.toml", cwd=place)
    assert outcome.code == 2
    assert "other.toml" in outcome.err + outcome.out
    named = plan.sole(str(config / "plan.toml"), config / "plan.toml", Environment({}))
    assert named.config.path == config / "plan.toml"


@pytest.mark.parametrize("blank", [("--as-of", ""), ("--format", "json:")])
def test_what_is_left_blank_is_asked_for_rather_than_passed_over(place, blank):
    outcome = run("check", "plan.csv", *blank, cwd=place)
    assert outcome.code == 2
    assert not (place / "config" / ".tochka").exists()


@pytest.mark.parametrize(("bound", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on_sets_the_bound(place, bound, code):
    assert (
        run("check", "plan.csv", "--fail-on", bound, "--as-of", "2023-06-01", cwd=place).code
        == code
    )


def test_version_and_help_answer_in_the_language_asked_for(place):
    assert run("--version", cwd=place).out.startswith("tochka-sync 0.")
    told = run("check", "--help", cwd=place).out
    assert "Проверить план" in told
    assert told.startswith("Вызов: tochka-sync check [ПАРАМЕТРЫ] [SOURCE]...\n")
    assert "list[" not in told
    assert "Check a plan" in run("check", "--help", "--lang", "en", cwd=place).out
    assert "Check a plan" in run("--help", cwd=place, env={"TOCHKA_LANG": "en"}).out


@pytest.mark.parametrize("command", ["", "check", "restore", "status"])
def test_a_page_of_help_is_of_one_language(place, command):
    words = [command, "--help"] if command else ["--help"]
    told = run(*words, cwd=place).out
    english = {
        "Usage",
        "Options",
        "Arguments",
        "Commands",
        "default",
        "required",
        "OPTIONS",
        "ARGS",
    }
    assert not english & set(re.findall(r"\w+", told))
    assert "Параметры:\n" in told
    assert run(*words, "--lang", "en", cwd=place).out.startswith(f"Usage: tochka-sync {command}")


def test_help_says_what_holds_unless_it_is_said_otherwise(place):
    told = " ".join(run("check", "--help", cwd=place).out.split())
    assert "код возврата 1. По умолчанию error." in told
    assert "Не скрывать имена, телефоны и почту. --as-of" in told
    assert "previous.  [обязательно]" in run("restore", "--help", cwd=place).out


def test_what_stops_a_run_is_said_in_the_language_of_the_configuration(place):
    plan = place / "config" / "plan.toml"
    english = plan.read_text(encoding="utf-8").replace('language = "ru"', 'language = "en"')
    (place / "config" / "english.toml").write_text(english, encoding="utf-8")
    for words in (["--config", "config/english.toml"], ["--config=config/english.toml"]):
        assert run("check", "none.csv", *words, cwd=place).err.startswith("Error: No such file")
    assert run("check", "none.csv", cwd=place).err.startswith("Ошибка: Нет такого файла")
    plan.write_text(english, encoding="utf-8")
    assert run("check", "none.csv", cwd=place).err.startswith("Error: No such file")
    assert "Check a plan" in run("check", "--help", cwd=place).out
    assert "✗ No such file" in run("doctor", "none.csv", cwd=place).out
    asked = run("check", "none.csv", "--lang", "ru", cwd=place)
    assert asked.err.startswith("Ошибка: Нет такого файла")


def test_every_command_is_there_whether_it_is_put_together_early_or_late():
    commands = typer.main.get_command(cli.everything()).commands  # type: ignore[attr-defined]
    assert commands.keys() == {"check"} | cli._OTHERS
    assert "check" in typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_option_is_explained_in_both_languages(language, capsys):
    for name in typer.main.get_command(cli.everything()).commands:  # type: ignore[attr-defined]
        with pytest.raises(SystemExit) as ended:
            cli.main([name, "--help", "--lang", language])
        assert ended.value.code == 0
        assert ("Показать эту справку." in capsys.readouterr().out) is (language == "ru")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["chek"], ["chek", "check"]),
        (["schema"], ["NAME"]),
        (["explain", "a", "b"], ["b"]),
        (["check", "--format"], ["--format"]),
        (["check", "--timeout", "soon"], ["--timeout"]),
        (["check", "--fail-on", "panic"], ["panic", "warning"]),
        (["check", "--formt", "json"], ["--formt", "--format"]),
        (["check", "plan.csv", "-f", "jsn"], ["jsn", "json"]),
        (["check", "plan.csv", "-f", "json", "-f", "concise"], ["json:"]),
        (["check", "a.csv", "b.csv"], ["a.csv b.csv"]),
        (["check", "plan.csv", "--as-of", "завтра"], ["завтра", "2023-06-02"]),
        (["check", "plan.csv", "--as-of", "9999-12-31T23:59:59-14:00"], ["9999", "2023-06-02"]),
        (["check", "plan.csv", "--as-of", "0001-01-01"], ["0001", "2023-06-02"]),
        (["check", "plan.csv", "--school", "sosh-88"], ["sosh-88", "sosh-8"]),
        (["check", "plan.csv", "--export", "plan.pdf"], ["plan.pdf", ".xlsx"]),
        (["check", "plan.csv", "--config", "none.toml"], ["none.toml"]),
        (["check", "config"], ["config"]),
        (["check", "https://docs.google.com/spreadsheets/d/e/2PACX-1vQabc/pubhtml"], ["2PACX"]),
        (["check", "https://example.org/plan"], ["example.org"]),
        (["explain", "date-ambigous"], ["date-ambiguous"]),
        (["schema", "reprot"], ["report"]),
        ([], ["demo"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_two_and_names_what_is_near(place, args, words):
    stopped(run(*args, cwd=place), 2, *words)


def test_a_file_that_is_not_there_is_three_and_names_its_neighbours(place):
    stopped(run("check", "plan.xlsx", cwd=place), 3, "plan.xlsx", "plan.csv")


def test_without_a_configuration_the_next_step_is_init(tmp_path):
    (tmp_path / "plan.csv").write_text(PLAN, encoding="utf-8")
    stopped(run("check", cwd=tmp_path), 2, "tochka-sync init ССЫЛКА-ИЛИ-ФАЙЛ")


def test_without_a_configuration_the_next_step_names_the_sheet_that_was_asked_for(tmp_path):
    outcome = run("check", "план школ.csv", cwd=tmp_path)
    stopped(outcome, 2, 'tochka-sync init "план школ.csv"')


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, 2, "plan.xlsx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + b"\0" * 600
            + "EncryptedPackage".encode("utf-16-le")
            + b"\0" * 600,
            3,
            "парол",
        ),
        (b"PK\x03\x04" + b"\0" * 100, 4, "plan.xlsx"),
    ],
    ids=["a picture", "a password", "a damaged workbook"],
)
def test_what_is_no_workbook_is_said_and_leaves_earlier_exports(place, content, code, word):
    (place / "plan.xlsx").write_bytes(content)
    (place / "out.json").write_text("earlier", encoding="utf-8")
    stopped(run("check", "plan.xlsx", "--export", "out.json", cwd=place), code, word)
    assert (place / "out.json").read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize("content", ["", "одно;два;три\n1;2;3\n"], ids=["empty", "no header"])
def test_a_form_nobody_knows_is_a_finding_and_leaves_earlier_exports(place, content):
    (place / "plan.csv").write_text(content, encoding="utf-8")
    (place / "out.csv").write_text("earlier", encoding="utf-8")
    outcome = run("check", "plan.csv", "-f", "concise", "--export", "out.csv", cwd=place)
    assert outcome.code == 1
    assert "form-unrecognised" in outcome.out
    assert "out.csv" in outcome.err
    assert (place / "out.csv").read_text(encoding="utf-8") == "earlier"


def test_a_tab_that_is_not_there_names_the_others(place):
    plan = (place / "config" / "plan.toml").read_text(encoding="utf-8")
    other = place / "config" / "other.toml"
    other.write_text(
        "\n".join(
            line for line in plan.splitlines() if not line.startswith(("[tabs", "gid", "title ="))
        )
        + '\n[tabs.events]\ntitle = "Планы"\n',
        encoding="utf-8",
    )
    stopped(run("check", "plan.csv", "--config", other, cwd=place), 2, "«Планы»", "«plan»")


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's here")
def test_a_place_that_cannot_be_written_is_found_before_the_work(place):
    (place / "folder").mkdir()
    for target in ("folder/none/out.csv", "folder.csv"):
        if target == "folder.csv":
            (place / target).mkdir()
        outcome = run("check", "plan.csv", "--export", target, cwd=place)
        stopped(outcome, 6, target)


def test_several_plans_run_one_after_another_and_one_that_fails_does_not_touch_the_rest(place):
    good = place / "config" / "plan.toml"
    for name in ("a", "b"):
        text = good.read_text(encoding="utf-8")
        source = "plan.csv" if name == "a" else "gone.csv"
        line = next(line for line in text.splitlines() if line.startswith("spreadsheet"))
        (place / "config" / f"{name}.toml").write_text(
            text.replace(line, f'spreadsheet = "../{source}"'), encoding="utf-8"
        )
    outcome = run("check", "config/b.toml", "config/a.toml", "-f", "json:{plan}.json", cwd=place)
    assert outcome.code == 3
    assert "b.toml" in outcome.err
    assert json.loads((place / "a.json").read_text(encoding="utf-8"))["summary"]["entries"] == 2
    assert not (place / "b.json").exists()
    refused = run("check", "config/a.toml", "config/b.toml", "-f", "json:one.json", cwd=place)
    stopped(refused, 2, "{plan}")


def test_a_plan_there_is_no_memory_for_fails_alone(place, monkeypatch, capsys):
    from tochka_sync import check as checking
    from tochka_sync import cli

    original = checking.check

    def starved(book, config, *rest, **named):
        if config.path.stem == "first":
            raise MemoryError
        return original(book, config, *rest, **named)

    monkeypatch.setattr(checking, "check", starved)
    monkeypatch.chdir(place)
    text = (place / "config/plan.toml").read_text(encoding="utf-8")
    text = re.sub('spreadsheet = ".*"', 'spreadsheet = "../plan.csv"', text)
    for name in ("first", "second"):
        (place / f"config/{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", "config/first.toml", "config/second.toml", "--no-history",
                  "--export", "{plan}.json"])  # fmt: skip
    assert ended.value.code == 4
    assert "config/first.toml: Программе не хватило памяти." in capsys.readouterr().err
    assert [path.name for path in place.glob("*.json")] == ["second.json"]


def test_one_school_sees_what_is_its_own(place):
    outcome = run("check", "plan.csv", "-f", "json", "--school", "sosh-9", cwd=place)
    report = json.loads(outcome.out)
    assert {finding["school"] for finding in report["findings"]} == {"sosh-9"}
    assert [school["school"] for school in report["schools"]] == ["sosh-9"]


@pytest.mark.parametrize(
    ("form", "code"),
    [("один;два\n1;2\n", "form-unrecognised"), (PLAN.replace("Участники", "?"), "column-missing")],
)
def test_what_is_wrong_with_the_form_is_told_whatever_school_is_asked_for(place, form, code):
    (place / "plan.csv").write_text(form, encoding="utf-8")
    outcome = run("check", "plan.csv", "-f", "json", "--school", "sosh-8", cwd=place)
    codes = [finding["code"] for finding in json.loads(outcome.out)["findings"]]
    assert code in codes
    assert outcome.code == 1


def test_that_the_plan_is_called_another_year_s_is_told_whatever_school_is_asked_for(place):
    (place / "plan.csv").write_text(CLEAN.replace("2023-2024", "2019-2020"), encoding="utf-8")
    outcome = run("check", "plan.csv", "-f", "json", "--school", "sosh-8", cwd=place)
    told = [(each["code"], each["cell"]) for each in json.loads(outcome.out)["findings"]]
    assert ("date-outside-year", "A1") in told


def test_lines_of_the_exported_plan_are_those_of_the_file_when_one_school_is_asked_for(place):
    (place / "plan.csv").write_text(
        CLEAN + "СОШ №9;Физика вокруг нас;15.10.2023;8 класс;Петров С.И.\n", encoding="utf-8"
    )
    asked = ("-f", "sarif", "--export", "out.csv", "--school", "sosh-9", "--as-of", "2023-06-01")
    log = json.loads(run("check", "plan.csv", *asked, cwd=place).out)
    *_, sunday = (
        result for result in log["runs"][0]["results"] if result["ruleId"] == "date-non-working"
    )
    line = sunday["locations"][0]["physicalLocation"]["region"]["startLine"]
    assert "Физика" in (place / "out.csv").read_text(encoding="utf-8-sig").splitlines()[line - 1]


def test_a_reader_who_goes_away_is_six_without_a_traceback(place):
    (place / "plan.csv").write_text(
        PLAN + "СОШ №9;Тема;31 апреля;8 класс;Петров С.И.\n" * 3000, encoding="utf-8"
    )
    with started("check", "plan.csv", "-f", "json", cwd=place) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        error = process.stderr.read().decode("utf-8")
        assert process.wait(PATIENCE) == 6
    assert error.startswith("Ошибка: ")
    assert "Traceback" not in error


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's here")
def test_an_interrupted_run_is_130_and_leaves_earlier_exports(place, google):
    from tests.google import FOREVER, Fault

    google.fail("export", Fault(hang=FOREVER))
    (place / "out.json").write_text("earlier", encoding="utf-8")
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where a shell runs us behind it
    with started("check", "--export", "out.json", cwd=place, env=google.env()) as process:
        signal.signal(signal.SIGINT, usual)
        google.wait_for("export")
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert out == b""
    assert error.decode("utf-8").startswith("Прервано.")
    assert error.count(b"\n") == 1
    assert (place / "out.json").read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize(
    ("words", "step"),
    [
        (["explain", "qqqq"], "Все коды: tochka-sync explain."),
        (["check", "plan.csv", "--qqqq"], "Все параметры: --help."),
        (["check", "plan.csv", "--school", "qqqq"], "Все id — в schools.csv."),
    ],
)
def test_where_nothing_is_like_a_word_the_nearest_is_not_spoken_of(place, words, step):
    outcome = run(*words, cwd=place)
    assert outcome.code == 2
    assert outcome.err.splitlines()[1] == f"Что делать: {step}"


INTERRUPTED_EARLY = """
import sys
from datetime import datetime
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "tochka_sync.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from tochka_sync.__main__ import main
main()
"""


def test_an_interruption_while_the_program_loads_is_130_too():
    command = [sys.executable, "-c", INTERRUPTED_EARLY, "check"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_explain_doctor_schema_and_init_answer(place):
    assert "Такой даты нет" in run("explain", "date-impossible", cwd=place).out
    doctor = run("doctor", "plan.csv", cwd=place)
    assert doctor.code == 0
    assert "столбец C «Дата проведения»" in doctor.out
    for name in ("report", "export", "config"):
        assert json.loads(run("schema", name, cwd=place).out)["$schema"].startswith(
            "https://json-schema.org/"
        )


def test_init_drafts_a_configuration_the_program_takes(tmp_path):
    (tmp_path / "plan.csv").write_text(CLEAN, encoding="utf-8")
    outcome = run("init", "plan.csv", cwd=tmp_path)
    assert outcome.code == 0, outcome
    checked = run("check", "-f", "json", cwd=tmp_path)
    assert checked.code in {0, 1}, checked
    report = json.loads(checked.out)
    assert {school["school"] for school in report["schools"]} == {"sosh-8", "sosh-9"}
    stopped(run("init", "plan.csv", cwd=tmp_path), 2, "plan.toml")


def test_init_drafts_no_name_of_a_tab_for_a_csv_and_no_person_for_a_school(tmp_path):
    typed = ("Иванова А.П.", "—", "уточняется", "СОШ №1 им. И.М. Яковлева")
    rows = [f"{name};Опыт {n};1{n}.02.2024;педагоги;К.К." for n, name in enumerate(typed)]
    header = "Школа;Мероприятие;Дата проведения;Участники;Ответственный"
    (tmp_path / "май.csv").write_text("\n".join((header, *rows)), encoding="utf-8")
    run("init", "май.csv", cwd=tmp_path)
    schools = (tmp_path / "config" / "schools.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[3] for line in schools[1:]] == ["СОШ №1 им. И.М. Яковлева"]
    (tmp_path / "май.csv").rename(tmp_path / "июнь.csv")
    assert run("check", "июнь.csv", cwd=tmp_path).code == 1


def drafted(folder, title):
    """Return the school year and the deadline that `init` drafts for a plan under a title."""
    folder.mkdir()
    _, table = CLEAN.split("\n", 1)
    (folder / "plan.csv").write_text(f"{title}\n{table}", encoding="utf-8")
    assert run("init", "plan.csv", cwd=folder).code == 0
    plan = tomllib.loads((folder / "config/plan.toml").read_text(encoding="utf-8"))
    return plan["plan"]["school_year"], plan["deadlines"]["events"].year


def test_init_takes_the_school_year_that_the_title_of_the_plan_names_alone(tmp_path):
    named = drafted(tmp_path / "a", "План мероприятий на 2019-2020 учебный год")
    assert named == ("2019-2020", 2019)
    unnamed = drafted(tmp_path / "b", "План мероприятий школ района")
    both = drafted(tmp_path / "c", "План на 2019-2020 учебный год;План на 2020-2021 учебный год")
    assert both == unnamed == ("2023-2024", 2023)  # of which the dates are


def test_init_takes_only_a_school_s_number_for_one_whatever_is_typed(tmp_path):
    typed = ("СОШ №0", "СОШ №08", "СОШ им. 50-летия Победы", "Школа 99999", "СОШ №12345", "«»")
    rows = [f"{name};Опыт {n};1{n}.02.2024;педагоги;К.К." for n, name in enumerate(typed)]
    header = "Школа;Мероприятие;Дата проведения;Участники;Ответственный"
    (tmp_path / "plan.csv").write_text("\n".join((header, *rows)), encoding="utf-8")
    run("init", "plan.csv", cwd=tmp_path)
    drafted = (tmp_path / "config" / "schools.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",")[2] for line in drafted] == ["", "8", "", "", ""]
    assert run("check", cwd=tmp_path).code == 1


@pytest.mark.parametrize("header", ["Школа;Мероприятие;Дата", "а;б;в"], ids=["lacking", "none"])
def test_doctor_finds_no_plan_sound_whose_entries_cannot_be_complete(place, header):
    (place / "plan.csv").write_text(f"{header}\nСОШ №8;Наука;15.02.2024\n", encoding="utf-8")
    outcome = run("doctor", "plan.csv", cwd=place)
    assert outcome.code == 1
    assert "✗" in outcome.out
    assert "Можно проверять" not in outcome.out


def test_doctor_shows_the_columns_that_tell_a_date_together(place):
    header = "Школа;Мероприятие;Число;Месяц;Год;Участники;Ответственный"
    row = "СОШ №8;Атом;12;октябрь;2023;8 класс;Иванова А.П."
    (place / "plan.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    out = run("doctor", "plan.csv", cwd=place).out
    for column, name in (("C", "Число"), ("D", "Месяц"), ("E", "Год")):
        assert f"✓ столбец {column} «{name}» — дата" in out


@pytest.mark.parametrize(
    ("year", "said"), [("2023-2024", False), ("2022-2023", False), ("2024-2025", True)]
)
def test_doctor_notes_a_deadline_left_over_from_another_year(place, year, said):
    plan = place / "config" / "plan.toml"
    text = plan.read_text(encoding="utf-8").replace('"2023-2024"', f'"{year}"')
    plan.write_text(text, encoding="utf-8")
    outcome = run("doctor", "plan.csv", "--lang", "en", cwd=place)
    assert ("[deadlines]" in outcome.out) is said


def test_doctor_notes_deadlines_of_contracts_and_schools_that_cannot_be_meant(place):
    plan = place / "config" / "plan.toml"
    text = plan.read_text(encoding="utf-8")
    text = text.replace("contracts = 2023-08-30", "contracts = 2022-08-30")
    plan.write_text(text.replace("# sosh-20 = 2023-06-09", "sosh-20 = 2023-05-09"), "utf-8")
    out = run("doctor", "plan.csv", "--lang", "en", cwd=place).out
    assert "deadline 30.08.2022 is far from" in out
    assert "before everybody's: sosh-20." in out
    assert "02.06.2023 is far" not in out


def test_doctor_looks_at_the_tab_of_schools_and_the_history_too(place):
    fresh = run("doctor", "plan.csv", "--lang", "en", cwd=place)
    assert "no history yet" in fresh.out
    assert not (place / "config" / ".tochka").exists()
    run("check", "plan.csv", cwd=place)
    assert "1 read of this plan" in run("doctor", "plan.csv", "--lang", "en", cwd=place).out
    (place / "config" / ".tochka" / "history.sqlite").write_bytes(b"damaged" * 1000)
    stopped_by = run("doctor", "plan.csv", "--lang", "en", cwd=place)
    assert stopped_by.code == 6
    assert "Ready" not in stopped_by.out
    plan = place / "config" / "plan.toml"
    named = plan.read_text(encoding="utf-8") + '\n[tabs.schools]\ntitle = "none"\n'
    plan.write_text(named, encoding="utf-8")
    assert run("doctor", "plan.csv", cwd=place).code == 2


def test_doctor_says_what_stops_the_next_run(place):
    outcome = run("doctor", "none.csv", cwd=place)
    assert outcome.code == 3
    assert "✗" in outcome.out
    assert "none.csv" in outcome.out
