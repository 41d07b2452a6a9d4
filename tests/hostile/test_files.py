"""Files made to exhaust who reads them: refused or read, within stated bounds of memory and time."""

import subprocess
import sys

import pytest

from tests.hostile.bombs import CHEAP, DEAR
from tests.program import ROOT, workplace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bounds of memory are POSIX's")

MEMORY = 2 << 30
"""Bytes of address space a run may take, whatever it is given: docs/reliability.md says so."""
SECONDS = 120
"""In which it must end on any machine; it takes a few."""
BOUNDS = f"""
import os, resource, sys
def forbid(event, _):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "subprocess.", "os.system", "os.exec")):
        os._exit(99)  # nothing in a file leads to the network or runs
sys.addaudithook(forbid)
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
"""
CHECK = """
from tochka_sync.cli import main
main(["check", "hostile.bin", "-f", "json:report.json", "--export", "out.csv", "--no-history"])
"""
READ = """
from pathlib import Path
from tests.hostile.bombs import CHEAP
from tochka_sync.errors import TochkaError
from tochka_sync.sources import files
for name, (make, _) in CHEAP.items():
    try:
        files.read_bytes(make(), Path("plan"))
        print(1)
    except TochkaError as error:
        print(error.exit_code)
"""


def _bounded(place, make, code):
    workplace(place, None)
    (place / "out.csv").write_text("earlier", encoding="utf-8")
    (place / "hostile.bin").write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", BOUNDS + CHECK],
        cwd=place,
        capture_output=True,
        timeout=10 * SECONDS,
        check=False,
    )
    told = done.stderr.decode("utf-8")
    assert done.returncode in (code if isinstance(code, tuple) else (code,)), told
    assert "Traceback" not in told
    assert (done.returncode == 1) == (place / "report.json").exists()
    if done.returncode != 1:
        assert "\nЧто делать: " in told
        assert (place / "out.csv").read_text(encoding="utf-8") == "earlier"


def test_no_small_file_exhausts_its_reader():
    done = subprocess.run(
        [sys.executable, "-c", BOUNDS + READ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=10 * SECONDS,
        check=False,
    )
    ended = dict(zip(CHEAP, map(int, done.stdout.split()), strict=True))
    wrong = {}
    for name, code in ended.items():
        allowed = CHEAP[name][1]
        if code not in (allowed if isinstance(allowed, tuple) else (allowed,)):
            wrong[name] = code
    assert (wrong, done.stderr) == ({}, "")


@pytest.mark.torture
@pytest.mark.parametrize("name", CHEAP)
def test_a_small_file_that_asks_for_much(tmp_path, name):
    _bounded(tmp_path, *CHEAP[name])


@pytest.mark.torture
@pytest.mark.parametrize("name", DEAR)
def test_a_large_file(tmp_path, name):
    _bounded(tmp_path, *DEAR[name])
