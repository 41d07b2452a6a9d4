"""The history file: made once, its owner's alone, changed whole or not at all, never written over."""

import os
import sqlite3
import stat
import sys
import threading
import zlib

import pytest

from tests.program import PATIENCE
from tochka_sync.errors import ConfigError, WriteError
from tochka_sync.history import schema
from tochka_sync.history.store import Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".tochka" / "history.sqlite"


def test_a_history_is_made_at_first_use_and_is_there_at_the_second(path):
    with Store.open(path) as store, store.writing():
        number = store.series("plan")
    with Store.open(path) as store:
        assert store.find("plan") == number
        assert store.find("another") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_only_the_owner_may_read_it(path):
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_what_is_no_history_keeps_its_permissions(tmp_path):
    foreign, device = tmp_path / "plan.csv", tmp_path / "pipe"
    foreign.write_text("Школа;Мероприятие\n" * 100, encoding="utf-8")
    foreign.chmod(0o644)
    os.mkfifo(device, 0o666)
    device.chmod(0o666)
    for path, code in ((foreign, "history-damaged"), (device, "history-not-file")):
        before = stat.S_IMODE(path.stat().st_mode)
        with pytest.raises(WriteError) as stopped:
            Store.open(path)
        assert stopped.value.code == code
        assert stat.S_IMODE(path.stat().st_mode) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_a_link_and_a_new_folder_open_the_history_to_nobody_else(tmp_path):
    (tmp_path / "link.sqlite").symlink_to("made/inside/real.sqlite")
    before = os.umask(0)
    try:
        Store.open(tmp_path / "link.sqlite").close()
    finally:
        os.umask(before)
    made = tmp_path / "made" / "inside" / "real.sqlite"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    for folder in made.parents[:2]:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_one_file_is_all_there_is_between_runs(path):
    with Store.open(path) as store, store.writing():
        store.put(b"tab")
    assert [each.name for each in path.parent.iterdir()] == ["history.sqlite"]


def test_equal_content_is_kept_once(path):
    with Store.open(path) as store, store.writing():
        one, same, other = store.put(b"tab"), store.put(b"tab"), store.put(b"another")
        assert one == same != other
        assert store.get(one) == b"tab"


def test_a_change_that_fails_leaves_everything_as_it_was(path):
    with Store.open(path) as store:
        with pytest.raises(ZeroDivisionError), store.writing():
            _fail(store.put(b"tab"))
        assert store.rows("SELECT count(*) FROM content") == [(0,)]


def test_a_second_run_waits_for_the_first(path):
    entered, leave = threading.Event(), threading.Event()

    def first():
        with Store.open(path) as store, store.writing():
            store.series("first")
            entered.set()
            leave.wait(PATIENCE)

    run = threading.Thread(target=first)
    Store.open(path).close()
    run.start()
    entered.wait(PATIENCE)
    with Store.open(path) as store:
        # Told of every statement as it begins: by then this run has come, and finds the file held.
        store._connection.set_trace_callback(lambda _: leave.set())
        with store.writing():
            assert store.find("first") is not None
    run.join()


def test_runs_that_make_one_history_at_the_same_moment_all_open_it(tmp_path):
    refused = []

    def opened(path, together):
        together.wait(PATIENCE)
        try:
            Store.open(path).close()
        except WriteError as error:
            refused.append(error)

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # the runs meet at every step: one in seventy was refused once
    try:
        for number in range(150):
            together = threading.Barrier(4)
            path = tmp_path / f"{number}.sqlite"
            runs = [threading.Thread(target=opened, args=(path, together)) for _ in range(4)]
            for each in runs:
                each.start()
            for each in runs:
                each.join(PATIENCE)
    finally:
        sys.setswitchinterval(usual)
    assert not refused


def test_a_run_that_waited_long_enough_says_so(path):
    with Store.open(path) as store, store.writing():
        other = Store.open(path, patience=0.05)
        with other, pytest.raises(WriteError) as stopped, other.writing():
            pass
    assert (stopped.value.code, stopped.value.exit_code) == ("history-busy", 6)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(
            b"not a database, but long enough to look at" * 30, "history-damaged", id="text"
        ),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 4096, "history-damaged", id="noise"),
    ],
)
def test_what_is_no_history_is_reported_and_left_alone(path, content, code):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(WriteError) as stopped:
        Store.open(path)
    assert stopped.value.code == code
    assert path.read_bytes() == content


@pytest.mark.parametrize("spoil", [lambda data: data[: len(data) // 2], lambda data: data[:4096] + b"\x55" * (len(data) - 4096)], ids=["cut", "overwritten"])  # fmt: skip
def test_a_damaged_file_is_reported_and_never_written_over(path, spoil):
    with Store.open(path) as store, store.writing():
        for number in range(200):
            store.put(f"tab {number}".encode() * 20)
    damaged = spoil(path.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(WriteError) as stopped, Store.open(path) as store, store.writing():
        store.put(b"more")
    assert stopped.value.code == "history-damaged"
    assert path.read_bytes() == damaged


def test_a_snapshot_that_is_not_what_was_put_there_is_no_snapshot(path):
    with Store.open(path) as store:
        with store.writing():
            number = store.put(b"tab")
            packed = zlib.compress(b"forged")
            store.run("UPDATE content SET packed = ? WHERE id = ?", (packed, number))
        with pytest.raises(WriteError, match="history-damaged"):
            store.get(number)


def test_another_program_s_database_is_refused(path):
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (id)")
    other.commit()
    other.close()
    with pytest.raises(WriteError, match="history-foreign"):
        Store.open(path)


def test_a_newer_version_is_refused_and_left_alone(path):
    with Store.open(path) as store:
        store.run(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(WriteError, match="history-newer"):
        Store.open(path)
    assert path.read_bytes() == before


def test_an_older_version_is_brought_forward_with_what_it_holds(path, monkeypatch):
    with Store.open(path) as store, store.writing():
        number = store.series("plan")
    later = (*schema.MIGRATIONS, "ALTER TABLE series ADD COLUMN remark TEXT DEFAULT 'new';")
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with Store.open(path) as store:
        assert store.rows("SELECT id, remark FROM series") == [(number, "new")]
        assert store.rows("PRAGMA user_version") == [(len(later),)]


def test_a_migration_that_fails_leaves_the_older_version(path, monkeypatch):
    Store.open(path).close()
    broken = (*schema.MIGRATIONS, "CREATE TABLE half (id);\nCREATE TABLE half (id);")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", broken)
        with pytest.raises(WriteError, match="history-failed"):
            Store.open(path)
    with Store.open(path) as store:
        assert store.rows("SELECT 1 FROM sqlite_master WHERE name = 'half'") == []


def test_an_empty_file_a_killed_run_left_becomes_a_history(path):
    path.parent.mkdir()
    path.touch()
    with Store.open(path) as store:
        assert store.find("plan") is None


def test_a_folder_that_cannot_be_made_is_an_error_of_writing(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="history-denied"):
        Store.open(tmp_path / "file" / "history.sqlite")


def test_only_commands_that_write_make_a_history(path):
    with pytest.raises(ConfigError, match="history-none"):
        Store.existing(path)
    assert not path.exists()


def _fail(_: object) -> None:
    raise ZeroDivisionError
