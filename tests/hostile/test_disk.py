"""A disk that is full, denied, or not a disk: exit 6, said clearly, earlier files as they were."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import PATIENCE, PLAN, run, workplace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX disks")

LARGE = PLAN + "".join(
    f"СОШ №8;Физика вокруг нас {n};{n}.{m:02}.2024;педагоги;Иванова А.П.\n"
    for n in range(10, 28)
    for m in range(1, 6)
)
SMALL_DISK = """
import resource, signal, sys
sys.dont_write_bytecode = True  # Python would keep half of a module, and every later test fail of it
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write then fails as on a full disk
from tochka_sync.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
main(sys.argv[2:])
"""


def small_disk(place: Path, size: int, *words: str):
    return subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(size), *words],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def often(given: object) -> object:
    """Mark what is one more of a kind: it runs with `make torture`."""
    return pytest.param(given, marks=pytest.mark.torture)


@pytest.mark.parametrize(
    "target", ["out.csv", *map(often, ["out.xlsx", "out.json", "out.ics"]), "package/"]
)
def test_an_export_that_finds_the_disk_full_leaves_the_earlier_one(tmp_path, target):
    workplace(tmp_path, LARGE)
    if not target.endswith("/"):
        (tmp_path / target).write_text("earlier", encoding="utf-8")
    before = names(tmp_path)
    done = small_disk(tmp_path, 2000, "check", "plan.csv", "--no-history", "--export", target)
    assert done.returncode == 6, done
    assert done.stderr.startswith("Ошибка: "), done
    assert "\nЧто делать: " in done.stderr
    assert "Traceback" not in done.stderr
    assert names(tmp_path) == before
    if not target.endswith("/"):
        assert (tmp_path / target).read_text(encoding="utf-8") == "earlier"


def test_a_history_that_finds_the_disk_full_stays_as_it_was(tmp_path):
    workplace(tmp_path)
    words = ("check", "plan.csv", "--history", "h.sqlite", "--export", "out.csv")
    assert run(*words, cwd=tmp_path).code == 1
    kept, exported = (tmp_path / "h.sqlite").read_bytes(), (tmp_path / "out.csv").read_bytes()
    (tmp_path / "plan.csv").write_text(LARGE, encoding="utf-8")
    done = small_disk(tmp_path, len(kept), *words)
    assert done.returncode == 6, done
    assert "\nЧто делать: " in done.stderr
    assert (tmp_path / "out.csv").read_bytes() == exported
    assert run("history", "--history", "h.sqlite", cwd=tmp_path).out.count("plan.csv") <= 1
    assert run(*words, cwd=tmp_path).code == 1
    assert "h.sqlite-journal" not in names(tmp_path)


def test_a_full_device_takes_no_report(tmp_path):
    workplace(tmp_path)
    (tmp_path / "full.csv").symlink_to("/dev/full")
    for words in (["--export", "full.csv"], ["-f", "json:/dev/full"]):
        outcome = run("check", "plan.csv", "--no-history", *words, cwd=tmp_path)
        assert outcome.code == 6, outcome
        assert "\nЧто делать: " in outcome.err


@pytest.mark.parametrize(
    "words",
    [["check", "plan.csv", "--no-history"], often(["explain"]), often(["doctor", "plan.csv"])],
    ids=" ".join,
)
def test_standard_output_on_a_full_disk_is_six(tmp_path, words):
    workplace(tmp_path)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tochka_sync", *words],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 6, done
    assert done.stderr.startswith("Ошибка: "), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["check", "plan.csv", "--no-history"],
        *map(often, (["demo"], ["explain"], ["schema", "report"], ["--help"])),
    ],
    ids=" ".join,
)
def test_standard_output_that_nobody_reads_is_six_whoever_writes(tmp_path, words):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "tochka_sync", *words]
    done = subprocess.run(
        command,
        cwd=workplace(tmp_path),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=PATIENCE,
    )
    os.close(write)
    told = done.stderr.decode("utf-8")
    assert (done.returncode, told.count("\n")) == (6, 2), told
    assert told.startswith("Ошибка: Отчёт не дописан")


def test_a_report_that_nobody_takes_leaves_the_earlier_exports(tmp_path):
    workplace(tmp_path)
    kept = [tmp_path / name for name in ("out.csv", "out.json", "report.html")]
    for path in kept:
        path.write_text("earlier")
    words = "check plan.csv --no-history --export out.csv --export out.json --export new/"
    command = [sys.executable, "-m", "tochka_sync", *words.split(), "-f", "html:report.html"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*command, "-f", "concise"], cwd=tmp_path, stdout=full, stderr=full, check=False
        )
    assert done.returncode == 6
    assert [path.read_text() for path in kept] == ["earlier"] * 3
    assert not (tmp_path / "new").exists()


def test_nothing_can_be_said_and_the_exit_code_still_tells(tmp_path):
    workplace(tmp_path)
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tochka_sync", "check", "plan.csv", "--no-history"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=full, check=False)
    assert done.returncode == 6


def test_an_env_file_that_is_no_text_is_two(tmp_path):
    (workplace(tmp_path) / ".env").write_bytes(b"TOCHKA_API_KEY=\xff\xfe")
    outcome = run("check", "plan.csv", cwd=tmp_path)
    assert outcome.code == 2, outcome
    assert outcome.err.startswith("Ошибка: .env ")


@pytest.mark.parametrize(
    "words",
    [
        ["--export", "folder.csv"],
        often(["-f", "json:folder.csv"]),
        often(["--history", "folder.csv"]),
        often(["--export", "plan.csv/out.csv"]),
        often(["--history", "plan.csv/h.sqlite"]),
        ["--history", "plan.csv"],
        ["--export", "none/out.csv"],
        ["--export", "я" * 200 + ".csv"],
        ["--export", "ю" * 200],
    ],
    ids=lambda words: " ".join(words)[:40],
)
def test_a_place_that_is_none_is_six(tmp_path, words):
    workplace(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    before = names(tmp_path)
    outcome = run("check", "plan.csv", *words, cwd=tmp_path)
    assert outcome.code == 6, outcome
    assert outcome.err.startswith("Ошибка: ")
    assert "\nЧто делать: " in outcome.err
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8") == PLAN
    assert names(tmp_path) - {".tochka"} == before


@pytest.fixture
def read_only(tmp_path):
    """A folder on a disk that cannot be written, even by root."""
    workplace(tmp_path)
    folder = tmp_path / "fixed"
    folder.mkdir()
    (folder / "out.csv").write_text("earlier", encoding="utf-8")
    libc = ctypes.CDLL(None, use_errno=True)
    if os.geteuid() != 0:
        folder.chmod(0o500)
    else:
        where = str(folder).encode()
        if libc.mount(where, where, None, 4096, None) or libc.mount(where, where, None, 4129, None):
            pytest.skip("this system mounts nothing")
    yield folder
    if os.geteuid() == 0:
        libc.umount2(str(folder).encode(), 2)
    else:
        folder.chmod(0o700)


@pytest.mark.parametrize("words", [["--export", "fixed/out.csv"], ["--history", "fixed/h.sqlite"]])
def test_a_read_only_folder_is_six(tmp_path, read_only, words):
    outcome = run("check", "plan.csv", *words, cwd=tmp_path)
    assert outcome.code == 6, outcome
    assert "\nЧто делать: " in outcome.err
    assert (read_only / "out.csv").read_text(encoding="utf-8") == "earlier"


def test_a_file_another_program_holds_is_six(tmp_path):
    """Windows refuses to replace what Excel has open; here an unchangeable file stands for it."""
    from tochka_sync import whole
    from tochka_sync.errors import WriteError

    def held(self, target):
        raise PermissionError(13, "The process cannot access the file", str(target))

    (tmp_path / "out.xlsx").write_text("earlier", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(WriteError) as stopped:
            whole.write(tmp_path / "out.xlsx", b"new")
    assert stopped.value.code == "write-denied"
    assert names(tmp_path) == {"out.xlsx"}
    assert (tmp_path / "out.xlsx").read_text(encoding="utf-8") == "earlier"
