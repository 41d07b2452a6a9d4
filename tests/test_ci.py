"""The recipes of docs/ci.md, tried: schemas for what the hosts read, a run for what shells do."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from configparser import RawConfigParser

import pytest

from tests import recipes, schemas
from tests.google import FEDERATED, ID, Spreadsheet, Tab
from tests.google.identities import OIDC
from tests.program import ROOT, run, workplace

PAGES = ("docs/ci.md", "docs/ci.ru.md")
ROWS: list[list[object]] = [
    ["Школа", "Мероприятие", "Дата проведения", "Участники", "Ответственный"],
    ["СОШ №8", "Науку в каждый класс", "15.02.2024", "педагоги", "Иванова А.П."],
    ["СОШ №9", "Фестиваль идей", "31 апреля", "8-9 классы", "Петров С.И."],
]
ACTION = recipes.yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path / "plan")


@pytest.fixture
def sheet(google):
    return google.share(Spreadsheet("План", [Tab("План", ROWS)], readers={FEDERATED}))


def shell(script: str, cwd, env: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    keep = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "TMPDIR"}}
    return subprocess.run(
        ["bash", *options, "-c", script],
        cwd=cwd,
        env={**keep, "HOME": str(cwd), "PYTHONUTF8": "1", **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def valid(schema: str, path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", ["yaml", "sh", "crontab", "bat"])
def test_both_languages_give_the_same_recipes(language):
    english, russian = (
        [recipes.bare(each) for each in recipes.blocks(page, language)] for page in PAGES
    )
    assert english
    assert english == russian


def test_the_action_is_one(tmp_path):
    valid("github-actions", ROOT / "action.yml")


@pytest.mark.parametrize(("schema", "index"), [("github-workflows", 0), ("gitlab-ci", 1)])
def test_a_recipe_is_what_its_host_reads(tmp_path, schema, index):
    path = tmp_path / "recipe.yml"
    path.write_text(recipes.blocks(PAGES[0], "yaml")[index], encoding="utf-8")
    valid(schema, path)


def test_every_action_is_pinned_to_a_commit_and_names_its_version():
    texts = [(ROOT / "action.yml").read_text(encoding="utf-8"), *recipes.blocks(PAGES[0], "yaml")]
    used = re.findall(r"uses: (\S+)(.*)", "\n".join(texts))
    assert len(used) >= 6
    for name, comment in used:
        if name != "./":
            assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", name), name
            assert re.fullmatch(r" # v\d+(\.\d+)*", comment), name


def test_a_recipe_installs_nothing_outside_the_lock():
    """Building the checkout would fetch what builds it, of any version."""
    texts = [(ROOT / "action.yml").read_text(encoding="utf-8"), *recipes.blocks(PAGES[0], "yaml")]
    lines = [line for text in texts for line in text.splitlines() if "pip install" in line]
    assert len(lines) == 2
    assert all("--require-hashes -r" in line for line in lines)


def test_the_recipe_gives_the_action_only_inputs_it_has():
    workflow = recipes.yaml(recipes.blocks(PAGES[0], "yaml")[0])
    [step] = [step for step in workflow["jobs"]["check"]["steps"] if step["uses"] == "./"]
    assert set(step["with"]) <= set(ACTION["inputs"])


def test_nothing_a_caller_gives_is_put_into_a_script():
    """It would be run; through the environment it is only text."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def act(place, google, **inputs: str):
    """Run the checking step of the action as GitHub would."""
    step = recipes.step("check")
    given = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    known = {f"inputs.{name}": value for name, value in given.items()}
    known |= {"steps.install.outputs.python": sys.executable, "github.action_path": str(ROOT)}
    for name in ("output", "summary"):
        (place / name).write_text("")
    env = {
        **google.env(),
        "GOOGLE_APPLICATION_CREDENTIALS": str(google.folder / "external-account.json"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(place / "output"),
        "GITHUB_STEP_SUMMARY": str(place / "summary"),
        **{name: recipes.filled(value, known) for name, value in step["env"].items()},
    }
    return shell(step["run"], place, env, "--noprofile", "--norc", "-eo", "pipefail")


@posix
def test_the_action_checks_a_closed_sheet_without_a_key(place, google, sheet):
    workflow = recipes.yaml(recipes.blocks(PAGES[0], "yaml")[0])
    [step] = [step for step in workflow["jobs"]["check"]["steps"] if step["uses"] == "./"]
    inputs = {name.replace("-", "_"): value for name, value in step["with"].items()}
    done = act(place, google, **inputs, source=ID)
    assert done.returncode == 1, done
    assert "exit-code=1" in (place / "output").read_text()
    assert "::error " in done.stderr
    assert "31 апреля" in (place / "summary").read_text(encoding="utf-8")
    written = {"report.html", "plan.xlsx", "plan.ics", ".tochka"}
    assert written <= {path.name for path in place.iterdir()}
    assert [path.suffix for path in (place / ".tochka").iterdir()] == [".sqlite"]
    assert google.asked()[0] == "sts"


@posix
def test_the_action_without_inputs_asks_for_what_the_configuration_says(place, google, sheet):
    text = (place / "config" / "plan.toml").read_text(encoding="utf-8")
    stated = re.sub(r"(?m)^spreadsheet = .*$", f'spreadsheet = "{ID}"', text)
    (place / "config" / "plan.toml").write_text(stated, encoding="utf-8")
    done = act(place, google, fail_on="never")
    assert done.returncode == 0, done
    assert not (place / ".tochka").exists()


@posix
def test_what_a_caller_gives_the_action_is_never_a_command(place, google, sheet):
    hostile = '"; touch hacked; echo "$(touch hacked)`touch hacked`\n--version\n'
    done = act(place, google, source=hostile, export="$(touch hacked).csv")
    assert done.returncode == 2, done
    assert not (place / "hacked").exists()


@posix
def test_a_broken_run_of_the_action_is_told_from_findings(place, google, sheet):
    sheet.readers.clear()
    done = act(place, google, source=ID)
    assert done.returncode == 3
    assert "exit-code=3" in (place / "output").read_text()


def test_elsewhere_there_are_no_annotations(place):
    outcome = run("check", "plan.csv", "--no-history", cwd=place)
    assert "::error" not in outcome.out + outcome.err


def test_on_github_what_was_asked_for_stays_readable_and_a_step_may_run_twice(place):
    (place / "summary.md").write_text("before\n")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(place / "summary.md")}
    for _ in range(2):
        outcome = run("check", "plan.csv", "--no-history", "-f", "json", cwd=place, env=env)
        assert outcome.out.startswith("{")
        schemas.hold_all(place, outcome.out)
        assert "::error file=plan.csv" in outcome.err
    summary = (place / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n")
    assert summary.count("31 апреля") >= 2


def test_annotations_asked_for_are_not_given_twice(place):
    env = {"GITHUB_ACTIONS": "true"}
    outcome = run("check", "plan.csv", "--no-history", "-f", "github", cwd=place, env=env)
    assert "::error" in outcome.out
    assert "::error" not in outcome.err


@posix
def test_the_gitlab_job_logs_in_and_checks(place, google, sheet, tmp_path):
    job = recipes.yaml(recipes.blocks(PAGES[0], "yaml")[1])["check-plan"]
    (place / ".venv" / "bin").mkdir(parents=True)
    python = place / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    env = {
        **google.env(),
        "TOCHKA_SOURCE": ID,
        "GOOGLE_TOKEN": OIDC,
        "GOOGLE_PROVIDER": "projects/123/locations/global/workloadIdentityPools/ci/providers/gitlab",
        "GOOGLE_SERVICE_ACCOUNT": FEDERATED,
    }
    done = shell("\n".join(job["script"]), place, env, "-eo", "pipefail")
    assert done.returncode == job["allow_failure"]["exit_codes"] == 1, done
    kept = [*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]]
    assert all((place / name).stat().st_size for name in [*kept, ".tochka/history.sqlite"])


@posix
@pytest.mark.parametrize("page", [*PAGES, "README.md", "README.ru.md"])
def test_the_crontab_writes_the_report_and_is_silent_about_findings(place, tmp_path, page):
    lines = "\n".join([*recipes.blocks(page, "crontab"), *recipes.blocks(page, "")]).splitlines()
    [line] = [line for line in lines if line.startswith("0 7")]
    command = line.split(maxsplit=5)[5].replace("/home/coordinator/plan", shlex.quote(str(place)))
    path = f"{recipes.tools(tmp_path)}:{os.environ['PATH']}"
    env = {"PATH": path, "TOCHKA_SOURCE": "plan.csv"}
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env={**os.environ, **env}, capture_output=True, text=True, check=False)  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "")
    assert "31 апреля" in (place / "report.txt").read_text(encoding="utf-8")
    assert (place / "plan.xlsx").is_file()


@posix
def test_the_crontab_speaks_up_when_the_check_itself_fails(place, tmp_path):
    [line] = [
        line for line in recipes.blocks(PAGES[0], "crontab")[0].splitlines() if line[0] == "0"
    ]
    command = line.split(maxsplit=5)[5].replace("/home/coordinator/plan", shlex.quote(str(place)))
    path = f"{recipes.tools(tmp_path)}:{os.environ['PATH']}"
    done = shell(command, tmp_path, {"PATH": path, "TOCHKA_SOURCE": "no-such-plan.csv"})
    assert "no-such-plan.csv" in done.stdout


def unit(name: str) -> RawConfigParser:
    parser = RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ROOT / "contrib" / "systemd" / name, encoding="utf-8")
    return parser


def test_the_service_runs_and_takes_findings_for_success(place):
    service = unit("tochka-sync.service")["Service"]
    _, *arguments = service["ExecStart"].split()
    outcome = run(*arguments, cwd=place, env={"TOCHKA_SOURCE": "plan.csv"})
    assert str(outcome.code) == service["SuccessExitStatus"]
    assert (place / "plan.xlsx").is_file()
    assert service["WorkingDirectory"] == service["ReadWritePaths"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_takes_both_units(tmp_path):
    for name in ("tochka-sync.service", "tochka-sync.timer"):
        text = (ROOT / "contrib" / "systemd" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(
            text.replace("/usr/local/bin/tochka-sync", shutil.which("true") or "")
        )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", *tmp_path.iterdir()],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    when = unit("tochka-sync.timer")["Timer"]["OnCalendar"]
    assert (
        subprocess.run(
            ["systemd-analyze", "calendar", when], capture_output=True, check=False
        ).returncode
        == 0
    )


@pytest.mark.parametrize("page", [*PAGES, "README.md", "README.ru.md"])
def test_the_windows_task_runs_a_command_that_works(place, page):
    lines = "\n".join([*recipes.blocks(page, "bat"), *recipes.blocks(page, "")])
    command = re.findall(r"tochka-sync (check [^>]*) >", lines)[-1]
    outcome = run(*command.split(), cwd=place, env={"TOCHKA_SOURCE": "plan.csv"})
    assert outcome.code == 1, outcome
    assert (place / "plan.xlsx").is_file()


def test_on_github_text_of_the_sheet_is_no_command_of_the_log(place):
    sheet = "Школа;Мероприятие;Дата проведения\nСОШ №8;x;::add-mask::СОШ ##[error]y\n"
    (place / "plan.csv").write_text(sheet, encoding="utf-8")
    env = {"GITHUB_ACTIONS": "true"}
    for format_ in ("terminal", "concise", "markdown"):
        outcome = run("check", "plan.csv", "--no-history", "-f", format_, cwd=place, env=env)
        assert "add-mask" in outcome.out
        assert "##[" not in outcome.out
        assert not any(line.strip().startswith("::") for line in outcome.out.splitlines())


def test_on_github_a_summary_that_is_nearly_full_takes_no_more_than_fits(place):
    summary = place / "summary.md"
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    for free in (1500, 10):
        summary.write_text("x" * (1024 * 1024 - free))
        run("check", "plan.csv", "--no-history", cwd=place, env=env)
        assert summary.stat().st_size <= 1024 * 1024


def test_annotations_point_at_the_exported_file(place):
    env = {"GITHUB_ACTIONS": "true"}
    outcome = run("check", "plan.csv", "--no-history", "--export", "clean.csv", cwd=place, env=env)
    assert "::error file=clean.csv" in outcome.err
