"""The report and the progress on the consoles there are: narrow, wide, dumb, of few characters."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from tests.google import ID, Fault, Spreadsheet, Tab
from tests.program import PATIENCE, workplace

TITLE = "«Ысыах» — ҕ ҥ ө ү һ ✓ №5 … ┌─┐"
PLAN = f"""Школа;Мероприятие;Дата проведения;Участники;Ответственный
СОШ №8;Науку в каждый класс;15.02.2024;педагоги;Иванова А.П.
СОШ №9;{TITLE};31 апреля;8-9 классы;Петров С.И.
СОШ №9;{TITLE};21.06.2024;8-9 классы;Петров С.И.
СОШ №9;{TITLE};21.06.2024;8-9 классы;Петров С.И.
"""
CHECK = ("check", "plan.csv", "--no-history", "--as-of", "2023-06-03T08:00")
STEERING = re.compile(r"\x1b\[[\d;]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\")


@pytest.fixture
def place(tmp_path):
    return workplace(tmp_path, PLAN)


def _settings(**own: str) -> dict[str, str]:
    foreign = (
        "TOCHKA_",
        "GOOGLE_",
        "GITHUB_",
        "CI",
        "PYTHONIO",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**kept, "TERM": "xterm-256color", **own}


def _piped(place, *args: str, **own: str) -> tuple[bytes, bytes]:
    """Run the program with both streams in pipes."""
    done = subprocess.run(
        [sys.executable, "-m", "tochka_sync", *args],
        cwd=place,
        env=_settings(**own),
        capture_output=True,
        check=False,
    )
    return done.stdout, done.stderr


@dataclass
class Sent:
    """What a terminal was sent."""

    all: bytes = b""
    awaited: bytes | None = None
    came: threading.Event = field(default_factory=threading.Event)
    """Set when what is awaited was sent."""

    def take(self, data: bytes) -> None:
        self.all += data
        if self.awaited is not None and self.awaited in self.all:
            self.came.set()


def _on_terminal(
    place, *args: str, columns: int = 80, said: Sent | None = None, **own: str
) -> tuple[Sent, Sent]:
    """Run the program with each stream on a terminal of its own; return what each was sent."""
    sent = {"stdout": Sent(), "stderr": said or Sent()}
    ends, readers = {}, []
    for name, own_sent in sent.items():
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        ends[name] = slave
        readers.append(threading.Thread(target=_drain, args=(own_sent, master)))
    started = subprocess.Popen(
        [sys.executable, "-m", "tochka_sync", *args],
        cwd=place,
        env=_settings(**own),
        stdout=ends["stdout"],
        stderr=ends["stderr"],
    )
    for slave in ends.values():
        os.close(slave)
    for reader in readers:
        reader.start()
    started.wait(PATIENCE)
    for reader in readers:
        reader.join(PATIENCE)
    return sent["stdout"], sent["stderr"]


def _drain(sent: Sent, master: int) -> None:
    with suppress(OSError):  # how a terminal says that nobody writes any more
        while data := os.read(master, 65536):
            sent.take(data)
    os.close(master)


def _seen(sent: bytes, encoding: str = "utf-8") -> str:
    """What a person sees of what a terminal was sent."""
    return STEERING.sub("", sent.decode(encoding)).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("encoding", "title"),
    [("cp866", '"Ысыах" - г н о у х + №5 ... ┌─┐'), ("cp1251", "«Ысыах» — г н о у х + №5 … +-+")],
)
def test_a_console_of_few_characters_shows_what_looks_alike(place, encoding, title):
    in_pipe, _ = _piped(place, *CHECK, PYTHONIOENCODING=encoding)
    on_screen, said = _on_terminal(place, *CHECK, PYTHONIOENCODING=encoding)
    for text in (in_pipe.decode(encoding), _seen(on_screen.all, encoding)):
        assert title in text
        assert "?" not in text
    assert "?" not in said.all.decode(encoding)


def test_what_programs_read_is_utf8_whatever_the_console_has(place):
    out, _ = _piped(place, *CHECK, "-f", "json", PYTHONIOENCODING="cp866")
    values = {finding["value"] for finding in json.loads(out)["findings"]}
    assert TITLE in values


def test_a_file_is_utf8_whatever_the_console_has(place):
    _piped(place, *CHECK, "-f", "terminal:report.txt", PYTHONIOENCODING="cp866")
    assert TITLE in (place / "report.txt").read_text(encoding="utf-8")


def test_progress_is_shown_on_a_terminal_and_gone_when_finished(place):
    _, said = _on_terminal(place, *CHECK, TERM="dumb")
    shown = said.all.decode()
    assert "Читаю таблицу…" in shown
    assert "Проверяю…" in shown
    assert "\x1b" not in shown
    assert shown.split("\r")[-2].strip() == ""


def test_a_slow_read_is_seen_to_be_going_on(place, google):
    rows: list[list[object]] = [[*line.split(";")] for line in PLAN.splitlines()]
    google.share(Spreadsheet("План", [Tab("План", rows)]))
    said = Sent(awaited="Читаю таблицу…".encode())
    google.fail("export", Fault(until=said.came))  # not answered before it is seen
    _on_terminal(place, "check", ID, *CHECK[2:], said=said, **google.env())
    assert said.came.is_set()
    assert "Проверяю…" in said.all.decode().partition("Читаю таблицу…")[2]


def test_progress_never_takes_a_second_line(place):
    _, said = _on_terminal(place, *CHECK, "--export", "plan.csv" + "x" * 60 + ".csv", columns=40)
    steps = said.all.decode().split("Записано")[0].split("\r")
    assert max(map(len, steps)) == 39


def test_in_a_pipe_there_is_no_progress(place):
    assert _piped(place, *CHECK)[1] == b""


@pytest.mark.parametrize("columns", [40, 80])
def test_a_report_fits_the_width_of_the_terminal(place, columns):
    sent, _ = _on_terminal(place, *CHECK, columns=columns)
    assert max(map(len, _seen(sent.all).splitlines())) <= columns


def test_on_a_wide_terminal_lines_stay_short_enough_to_be_read(place):
    sent, _ = _on_terminal(place, *CHECK, columns=200)
    assert 80 < max(map(len, _seen(sent.all).splitlines())) <= 100


def test_colours_are_shown_only_where_they_are_wanted(place):
    red = b"\x1b[1;31m"
    assert red in _on_terminal(place, *CHECK)[0].all
    assert red not in _on_terminal(place, *CHECK, NO_COLOR="1")[0].all
    assert b"\x1b" not in _on_terminal(place, *CHECK, TERM="dumb")[0].all
    assert b"\x1b" not in _piped(place, *CHECK)[0]
    assert red in _piped(place, *CHECK, FORCE_COLOR="1")[0]
