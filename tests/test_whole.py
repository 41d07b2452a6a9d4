import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from tochka_sync import whole
from tochka_sync.errors import WriteError

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
not_root = pytest.mark.skipif(
    sys.platform != "win32" and os.geteuid() == 0, reason="nothing is denied to root"
)


def code_of(call, *args, **options) -> str:
    with pytest.raises(WriteError) as stopped:
        call(*args, **options)
    assert stopped.value.exit_code == 6
    return stopped.value.code


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_exactly_the_content(tmp_path):
    whole.write(tmp_path / "plan.csv", "Школа\r\n")
    assert (tmp_path / "plan.csv").read_bytes() == "Школа\r\n".encode()
    assert names(tmp_path) == ["plan.csv"]


def test_an_earlier_file_is_replaced(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("a much longer earlier content")
    whole.write(path, b"new")
    assert path.read_bytes() == b"new"


def test_half_of_a_surrogate_pair_does_not_stop_the_write(tmp_path):
    whole.write(tmp_path / "a.json", "\ud800")
    assert (tmp_path / "a.json").read_bytes() == b"\\ud800"


@posix
def test_a_file_that_is_there_keeps_its_permissions(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("old")
    path.chmod(0o640)
    whole.write(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
@pytest.mark.parametrize("earlier", [None, 0o644])
def test_personal_data_is_for_the_owner_only(tmp_path, earlier):
    path = tmp_path / "plan.csv"
    if earlier:
        path.write_text("old")
        path.chmod(earlier)
    whole.write(path, "new", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
def test_a_new_file_has_the_permissions_any_new_file_has(tmp_path):
    (tmp_path / "usual").write_text("")
    whole.write(tmp_path / "plan.csv", "new")
    assert (tmp_path / "plan.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path):
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    whole.write(tmp_path / "link.csv", "new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


@posix
def test_a_pipe_is_written_straight(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    whole.writable(pipe)
    whole.write(pipe, b"new")
    reader.join()
    assert read == [b"new"]
    assert names(tmp_path) == ["pipe"]


def test_what_a_killed_run_left_is_removed(tmp_path):
    left = tmp_path / f"{whole.PREFIX}0123456789abcdef"
    left.write_text("half")
    os.utime(left, (0, 0))
    whole.write(tmp_path / "plan.csv", "new")
    assert names(tmp_path) == ["plan.csv"]


@posix
def test_what_another_run_is_writing_stays(tmp_path):
    import fcntl

    other = tmp_path / f"{whole.PREFIX}0123456789abcdef"
    with other.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        whole.write(tmp_path / "plan.csv", "new")
        assert other.exists()


def test_runs_that_write_into_one_folder_at_the_same_moment_leave_each_other_alone(tmp_path):
    """One in forty was told that it may not write: another had taken its file for abandoned."""
    refused = []

    def written(number):
        for _ in range(150):
            try:
                whole.write(tmp_path / f"{number}.txt", b"new")
            except WriteError as error:
                refused.append(error)

    runs = [threading.Thread(target=written, args=(number,)) for number in range(6)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert not refused
    assert {path.name for path in tmp_path.iterdir()} == {f"{number}.txt" for number in range(6)}


def test_files_of_others_are_left_alone(tmp_path):
    (tmp_path / "plan.csv.tmp").write_text("theirs")
    (tmp_path / ".plan.csv.part").write_text("theirs")
    whole.write(tmp_path / "plan.csv", "new")
    assert names(tmp_path) == [".plan.csv.part", "plan.csv", "plan.csv.tmp"]


@posix
def test_a_failed_write_leaves_the_earlier_file_and_no_other(tmp_path):
    import resource
    import signal

    path = tmp_path / "plan.csv"
    path.write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))  # a disk that is soon full
    try:
        code = code_of(whole.write, path, b"x" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert code == "write-full"
    assert path.read_text() == "old"
    assert names(tmp_path) == ["plan.csv"]


@pytest.mark.parametrize("call", [whole.writable, lambda path: whole.write(path, "new")])
def test_a_missing_folder_and_a_folder_are_refused(tmp_path, call):
    assert code_of(call, tmp_path / "none" / "plan.csv") == "write-no-folder"
    assert code_of(call, tmp_path) == "write-is-folder"


def test_a_name_the_system_does_not_take_is_refused(tmp_path):
    assert code_of(whole.write, tmp_path / ("я" * 300), "new") == "write-failed"


@posix
@not_root
def test_a_read_only_file_and_folder_are_refused_before_the_work(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("old")
    path.chmod(0o400)
    assert code_of(whole.writable, path) == "write-denied"
    path.chmod(0o600)
    tmp_path.chmod(0o500)
    try:
        assert code_of(whole.writable, tmp_path / "new.csv") == "write-denied"
    finally:
        tmp_path.chmod(0o700)


def test_the_check_before_the_work_changes_nothing(tmp_path):
    path = tmp_path / "plan.csv"
    whole.writable(path)
    assert names(tmp_path) == []
    path.write_text("old")
    whole.writable(path)
    assert path.read_text() == "old"


@posix
def test_a_device_is_written_straight():
    whole.writable(Path("/dev/null"))
    whole.write(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()


@posix
def test_what_was_not_foreseen_still_has_its_reason(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(WriteError) as stopped:
        whole.write(tmp_path / "loop" / "plan.csv", "new")
    assert stopped.value.code in {"write-failed", "write-no-folder"}


FILES = {"a.csv": b"new a", "b.csv": b"new b", "last.json": b"new last"}


def test_a_folder_is_made_and_holds_all_files(tmp_path):
    whole.writable_folder(tmp_path / "out")
    whole.write_all(tmp_path / "out", FILES)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == FILES


def test_runs_that_make_one_folder_at_the_same_moment_all_put_their_files_into_it(tmp_path):
    refused = []

    def written(folder, name, together):
        together.wait()
        try:
            whole.write_all(folder, {name: b"new"})
        except WriteError as error:
            refused.append(error)

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for number in range(50):
            folder, together = tmp_path / str(number), threading.Barrier(4)
            runs = [
                threading.Thread(target=written, args=(folder, f"{run}.csv", together))
                for run in range(4)
            ]
            for run in runs:
                run.start()
            for run in runs:
                run.join()
            assert names(folder) == ["0.csv", "1.csv", "2.csv", "3.csv"]
    finally:
        sys.setswitchinterval(usual)
    assert not refused


def test_files_of_others_in_the_folder_stay(tmp_path):
    (tmp_path / "notes.txt").write_text("theirs")
    (tmp_path / "a.csv").write_text("old")
    whole.write_all(tmp_path, FILES)
    assert names(tmp_path) == ["a.csv", "b.csv", "last.json", "notes.txt"]
    assert (tmp_path / "a.csv").read_bytes() == b"new a"


def test_if_one_file_cannot_have_its_name_all_are_as_they_were(tmp_path):
    (tmp_path / "a.csv").write_text("old a")
    (tmp_path / "last.json").mkdir()
    assert code_of(whole.write_all, tmp_path, FILES) == "write-failed"
    assert names(tmp_path) == ["a.csv", "last.json"]
    assert (tmp_path / "a.csv").read_text() == "old a"


@posix
def test_if_one_file_does_not_fit_all_are_as_they_were(tmp_path):
    import resource
    import signal

    (tmp_path / "a.csv").write_text("old a")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))  # a disk that is soon full
    try:
        code = code_of(whole.write_all, tmp_path, {**FILES, "last.json": b"x" * 10_000})
        made = code_of(whole.write_all, tmp_path / "out", {"last.json": b"x" * 10_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert code == made == "write-full"
    assert names(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "old a"


@posix
def test_a_killed_run_leaves_old_files_or_new_ones_and_the_last_still_old(tmp_path):
    """Killed where the second file would take its name; the next run leaves nothing behind."""
    import signal
    import subprocess

    for name in FILES:
        (tmp_path / name).write_text(f"old {name}")
    killed = f"""
import os, pathlib, signal
from tochka_sync import whole
replace = pathlib.Path.replace
def once(part, target):
    if target.name == "b.csv":
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(part, target)
pathlib.Path.replace = once
whole.write_all(pathlib.Path({str(tmp_path)!r}), {FILES!r})
"""
    done = subprocess.run([sys.executable, "-c", killed], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "a.csv").read_bytes() == b"new a"
    assert (tmp_path / "last.json").read_text() == "old last.json"
    whole.write_all(tmp_path, FILES)
    assert names(tmp_path) == sorted(FILES)


@posix
def test_every_file_with_personal_data_is_for_the_owner_only(tmp_path):
    (tmp_path / "a.csv").write_text("old")
    whole.write_all(tmp_path, FILES, private=True)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in FILES} == {0o600}


def test_a_file_and_a_missing_parent_are_no_folder(tmp_path):
    (tmp_path / "plan").write_text("")
    assert code_of(whole.writable_folder, tmp_path / "plan") == "write-not-folder"
    assert code_of(whole.writable_folder, tmp_path / "no" / "out") == "write-no-folder"
    assert code_of(whole.write_all, tmp_path / "no" / "out", FILES) == "write-no-folder"


@posix
@not_root
def test_a_read_only_folder_is_refused_before_the_work(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert code_of(whole.writable_folder, tmp_path / "out") == "write-denied"
    finally:
        tmp_path.chmod(0o700)


def test_a_text_written_by_pieces_appears_when_it_is_finished(tmp_path):
    target = tmp_path / "report.json"
    with whole.opened(target) as out:
        out.write("раз,\n")
        assert not target.exists()
        out.write("два\ud800\n")
    assert target.read_bytes() == "раз,\nдва\\ud800\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_text_that_is_not_finished_changes_nothing(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("прежнее", encoding="utf-8")

    def stumbling():
        with whole.opened(target) as out:
            out.write("новое")
            return 1 // 0

    with pytest.raises(ZeroDivisionError):
        stumbling()
    assert target.read_text(encoding="utf-8") == "прежнее"
    assert list(tmp_path.iterdir()) == [target]


def test_a_text_for_a_folder_that_is_not_there_is_refused_at_once(tmp_path):
    with pytest.raises(WriteError) as stopped, whole.opened(tmp_path / "none" / "a.json"):
        raise AssertionError
    assert stopped.value.code == "write-no-folder"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has such a folder")
def test_a_folder_that_takes_no_files_is_not_said_to_be_missing():
    if os.geteuid() == 0:  # whom nothing is denied beforehand
        whole.writable(Path("/proc/plan.csv"))
    else:
        assert code_of(whole.writable, Path("/proc/plan.csv")) == "write-denied"
    assert code_of(whole.write, Path("/proc/plan.csv"), "text") == "write-denied"


@posix
def test_a_folder_made_for_personal_data_is_the_owners_alone(tmp_path):
    before = os.umask(0)
    try:
        whole.write_all(tmp_path / "closed", {"a.csv": b"1"}, private=True)
        whole.write_all(tmp_path / "open", {"a.csv": b"1"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "closed").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "closed" / "a.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o777


@posix
def test_what_is_written_by_pieces_has_no_name_before_it_is_whole_and_is_private_if_asked(tmp_path):
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"old")
    with whole.spooled(target, private=True) as out:
        out.write(b"new")
        assert (names(tmp_path), target.read_bytes()) == (["plan.xlsx"], b"old")
        assert stat.S_IMODE(os.fstat(out.fileno()).st_mode) == 0o600
    assert (names(tmp_path), target.read_bytes()) == (["plan.xlsx"], b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_files_of_one_run_take_their_names_together(tmp_path):
    one, other = tmp_path / "one.csv", tmp_path / "out" / "other.csv"
    one.write_text("old")
    with whole.together():
        whole.write(one, "new")
        whole.write_all(other.parent, {"other.csv": b"new", "last.json": b"new"})
        with whole.opened(tmp_path / "report.json") as out:
            out.write("new")
        assert one.read_text() == "old"
        assert not other.exists()
    assert {each.read_text() for each in (one, other, tmp_path / "report.json")} == {"new"}
    assert names(tmp_path) == ["one.csv", "out", "report.json"]
    assert names(other.parent) == ["last.json", "other.csv"]


def test_a_run_that_cannot_go_on_leaves_every_file_as_it_was(tmp_path):
    one = tmp_path / "one.csv"
    one.write_text("old")

    def stumbling():
        with whole.together():
            whole.write(one, "new")
            whole.write_all(tmp_path / "out", FILES)
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        stumbling()
    assert one.read_text() == "old"
    assert names(tmp_path) == ["one.csv"]


def test_a_name_that_cannot_be_had_gives_the_others_their_earlier_files_back(tmp_path):
    """As where the last is open in Excel: here a folder took its name meanwhile."""
    kept, fresh, taken = (tmp_path / name for name in ("kept.csv", "fresh.csv", "taken.csv"))
    kept.write_text("old")

    def stumbling():
        with whole.together():
            for path in (kept, fresh, taken):
                whole.write(path, "new")
            taken.mkdir()

    assert code_of(stumbling) == "write-failed"
    assert kept.read_text() == "old"
    assert names(tmp_path) == ["kept.csv", "taken.csv"]
