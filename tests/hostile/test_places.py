"""Odd places, streams and settings: a documented exit code, a next step, nothing lost, no waiting."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.google import ID
from tests.plans import AFTER
from tests.program import PATIENCE, PLAN, run, workplace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX names, pipes and streams")


def often(*given: object) -> object:
    """Mark what is one more of a kind: it runs with `make torture`."""
    return pytest.param(*given, marks=pytest.mark.torture)


def files(place: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def link(place: Path) -> None:
    (place / "link.csv").symlink_to("plan.csv")


def twin(place: Path) -> None:
    os.link(place / "plan.csv", place / "twin.csv")


def nothing(_: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (nothing, ["--export", "plan.csv"]),
        often(link, ["--export", "link.csv"]),
        often(twin, ["--export", "twin.csv"]),
        often(nothing, ["--export", "config/../plan.csv"]),
        often(nothing, ["-f", "json:plan.csv"]),
        often(nothing, ["-f", "json:config/plan.toml"]),
        often(nothing, ["--export", "config/schools.csv"]),
        often(nothing, ["--export", "config/"]),  # a package has a schools.csv of its own
        (nothing, ["--history", "kept.json", "--export", "kept.json"]),
        (nothing, ["-f", "json:out.json", "--export", "./out.json"]),
        (nothing, ["--export", "./", "--export", "events.csv"]),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else given.__name__,
)
def test_nothing_that_is_read_or_written_is_written_over(tmp_path, made, words):
    made(workplace(tmp_path))
    before = files(tmp_path)
    outcome = run("check", "plan.csv", *words, cwd=tmp_path)
    assert outcome.code == 2, outcome
    assert outcome.err.startswith("Ошибка: ")
    assert "\nЧто делать: " in outcome.err
    assert files(tmp_path) == before


def test_two_plans_of_one_name_do_not_take_each_others_place(tmp_path):
    for year in ("new", "old"):
        (tmp_path / year).mkdir()
        workplace(tmp_path / year, None)
    plans = [f"{year}/config/plan.toml" for year in ("new", "old")]
    outcome = run("check", *plans, "--export", "{plan}.json", "--no-history", cwd=tmp_path)
    assert outcome.code == 2, outcome
    assert "\nЧто делать: " in outcome.err
    assert not list(tmp_path.glob("*.json"))


def test_a_snapshot_is_not_restored_over_the_history(tmp_path):
    workplace(tmp_path)
    assert run("check", "plan.csv", "--history", "kept.csv", cwd=tmp_path).code == 1
    before = files(tmp_path)
    outcome = run("restore", "1", "--history", "kept.csv", "--export", "kept.csv", cwd=tmp_path)
    assert outcome.code == 2, outcome
    assert files(tmp_path) == before


def test_many_texts_may_go_to_one_device(tmp_path):
    words = ["-f", "json:/dev/null", "-f", "html:/dev/null"]
    assert run("check", "plan.csv", "--no-history", *words, cwd=workplace(tmp_path)).code == 1


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    path.write_bytes(b"#" * (9 << 20))


def deep(path: Path) -> None:
    path.write_text("a = " + "[" * 100_000, encoding="utf-8")


SETTINGS = [
    (name, make)
    for make in (pipe, endless, huge, deep, Path.mkdir)
    for name in ("config/plan.toml", "config/schools.csv", ".env")
]


@pytest.mark.parametrize("make", [pipe, endless, huge, Path.mkdir])
@pytest.mark.parametrize(
    "variable", ["TOCHKA_SERVICE_ACCOUNT", "TOCHKA_OAUTH_CLIENT", "GOOGLE_APPLICATION_CREDENTIALS"]
)
def test_credentials_are_neither_waited_for_nor_read_without_end(tmp_path, make, variable):
    make(tmp_path / "credentials")
    outcome = run(
        "check",
        ID,
        "--no-history",
        cwd=workplace(tmp_path),
        env={variable: "credentials"},
        timeout=60,
    )
    assert outcome.code == 3, outcome
    assert "Файл с доступом не открывается: credentials" in outcome.err


@pytest.mark.parametrize(
    ("name", "make"),
    [row if number % 4 == 0 else often(*row) for number, row in enumerate(SETTINGS)],
)
def test_settings_are_neither_waited_for_nor_read_without_end(
    tmp_path, make: Callable[[Path], None], name
):
    path = workplace(tmp_path) / name
    path.unlink(missing_ok=True)
    make(path)
    outcome = run("check", "plan.csv", "--no-history", "--config", "config/plan.toml", cwd=tmp_path)
    passed_over = name == ".env" and make in {pipe, endless, deep, Path.mkdir}
    assert outcome.code == (1 if passed_over else 2), outcome
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("make", [pipe, often(endless)])
def test_a_plan_is_a_file(tmp_path, make):
    make(workplace(tmp_path) / "odd.csv")
    assert run("check", "odd.csv", cwd=tmp_path).code == 2


@pytest.mark.torture  # it is waited for ten seconds
def test_a_pipe_nobody_reads_is_not_waited_for(tmp_path):
    pipe(workplace(tmp_path) / "pipe")
    outcome = run("check", "plan.csv", "--no-history", "-f", "json:pipe", cwd=tmp_path)
    assert outcome.code == 6, outcome
    assert "\nЧто делать: " in outcome.err


def shell(place: Path, words: str, **more: str) -> tuple[str, str]:
    """Run the program from a shell, which can close what it inherits; give its code and its errors."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("this system has no bash")
    line = f'"{sys.executable}" -m tochka_sync {words}'
    done = subprocess.run(
        [bash, "-c", f"({line}) 2>err; echo $? >code"],
        cwd=place,
        env={**os.environ, "HOME": str(place), "PYTHONWARNINGS": "error", **more},
        check=False,
        timeout=PATIENCE,
        stdout=subprocess.DEVNULL,
    )
    assert done.returncode == 0
    return (place / "code").read_text().strip(), (place / "err").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("check plan.csv --no-history >&-", "6"),
        ("check plan.csv --no-history -f json:x.json --export x.xlsx <&- >&-", "1"),
        often("check plan.csv --no-history <&- >&- 2>&-", "6"),
        often("check none.csv --no-history 2>&-", "3"),
        often("check plan.csv --history h.sqlite <&-", "1"),
        often("explain >&-", "6"),
        often("--help >&-", "6"),
        often("--version >&-", "6"),
        ("--version >/dev/full", "6"),
        often("--version", "0"),
    ],
)
def test_closed_streams_are_no_reason_to_crash(tmp_path, words, code):
    ended, told = shell(workplace(tmp_path), words)
    assert (ended, "Traceback" in told, "Warning" in told) == (code, False, False), told
    if "x.json" in words:
        assert {"x.json", "x.xlsx"} <= {path.name for path in tmp_path.iterdir()}
    if "h.sqlite" in words:
        assert (tmp_path / "h.sqlite").read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_said_whether_python_buffers_or_not(tmp_path, unbuffered):
    for words in ("--version >/dev/full", "explain >/dev/full"):
        ended, told = shell(workplace(tmp_path / words[:4]), words, PYTHONUNBUFFERED=unbuffered)
        assert (ended, "Traceback" in told) == ("6", False), told


POOR = {
    "no UTF-8": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "no such zone": {"TZ": "Nowhere/Bad"},
    "nowhere to put things": {"TMPDIR": "/nonexistent"},
    "set but empty": dict.fromkeys(
        ("TOCHKA_CONFIG", "TOCHKA_SOURCE", "TOCHKA_HISTORY", "TOCHKA_LANG", "TOCHKA_SERVICE_ACCOUNT",
         "TOCHKA_API_KEY", "TOCHKA_OAUTH_CLIENT", "GOOGLE_APPLICATION_CREDENTIALS"), ""),
    "no home": {"HOME": ""},
}  # fmt: skip


@pytest.mark.parametrize(
    "env", [env if name == "no UTF-8" else often(env) for name, env in POOR.items()], ids=POOR
)
def test_a_poor_environment_changes_nothing(tmp_path, env):
    workplace(tmp_path)
    (tmp_path / "plan.csv").rename(tmp_path / "план.csv")
    outcome = run(
        "check", "план.csv", "--export", "вывод.csv", "--no-history", cwd=tmp_path, env=env
    )
    assert outcome.code == 1, outcome
    assert "31 апреля" in outcome.out
    assert (tmp_path / "вывод.csv").read_text(encoding="utf-8-sig").count("СОШ №8") >= 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", ""], 2),
        (["check", "\x1b[31mred\x07\n::error::x\u202e.csv"], 3),
        (["check", "plan.csv", "-f", "\x1b]0;x\x07"], 2),
        often(["check", "plan.csv", "--school", "\x9b2J../.."], 2),
        (["check", "plan.csv", "--fail-on", "x" * 100_000], 2),
        often(["check", "a" * 100_000], 3),
        often(["check", "plan.csv", "--config", "b" * 100_000], 2),
        often(["check", b"\xff\xfe.csv"], 3),
        often(["\x1b[31m"], 2),
    ],
    ids=range(9),
)
def test_what_is_said_of_a_word_steers_nothing_and_is_short(tmp_path, words, code):
    done = subprocess.run(
        [sys.executable, "-m", "tochka_sync", *words],
        cwd=workplace(tmp_path),
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    told = done.stderr.decode("utf-8")
    assert done.returncode == code, told
    lines = told.strip().split("\n")
    assert [line.partition(":")[0] for line in lines] == ["Ошибка", "Что делать"]
    assert all(len(line) < 1000 for line in lines)
    assert not any(char in told for char in "\x1b\x07\x9b\u202e")


def test_a_summary_of_another_programs_bytes_is_kept(tmp_path):
    summary = workplace(tmp_path) / "summary"
    summary.write_bytes(b"\xff\xfe before\n")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    assert run("check", "plan.csv", "--no-history", cwd=tmp_path, env=env).code == 1
    assert summary.read_bytes().startswith(b"\xff\xfe before\n#")


@pytest.mark.skipif(sys.platform != "linux", reason="a file of Linux's that nobody can read")
def test_a_summary_that_cannot_be_read_is_six(tmp_path):
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/proc/self/mem"}
    words = ["-f", "json:report.json", "--no-history"]
    outcome = run("check", "plan.csv", *words, cwd=workplace(tmp_path), env=env)
    assert outcome.code == 6, outcome
    assert "Ошибка: Нельзя записать /proc/self/mem: сбой диска." in outcome.err
    assert not (tmp_path / "report.json").exists()


def test_too_little_memory_is_no_bug(tmp_path, monkeypatch, capsys):
    from tochka_sync import cli
    from tochka_sync.sources import csv

    def hungry(*_: object) -> None:
        raise MemoryError

    monkeypatch.chdir(workplace(tmp_path))
    monkeypatch.setattr(csv, "read", hungry)
    (tmp_path / "out.csv").write_text("earlier", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", "plan.csv", "--no-history", "--export", "out.csv"])
    assert ended.value.code == 4
    assert "\nЧто делать: " in capsys.readouterr().err
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "earlier"


def test_a_file_that_changes_while_it_is_read_is_no_plan(tmp_path, monkeypatch):
    from tochka_sync.errors import SourceError
    from tochka_sync.sources import files as source

    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    real = os.fstat

    def later(handle: int) -> os.stat_result:
        with path.open("a", encoding="utf-8") as file:
            file.write("СОШ №8;")
        return real(handle)

    monkeypatch.setattr(os, "fstat", later)
    with pytest.raises(SourceError) as stopped:
        source.read(path, AFTER)
    assert stopped.value.code == "file-changed"
