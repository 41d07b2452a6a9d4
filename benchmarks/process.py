"""A process run to its end, and what it took of the machine."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.google import API_KEY

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Spent:
    """What one process took."""

    wall: float
    cpu: float
    peak: float
    """MiB."""
    out: str = field(default="", repr=False)


_LAUNCH = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[2:], stdout=open(sys.argv[1] + ".out", "wb"), stderr=subprocess.STDOUT)
_, status, used = os.wait4(process.pid, 0)
spent = [time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status)]
json.dump(spent, open(sys.argv[1], "w"))
"""
"""A small process that starts a large one: memory is counted from what starts it."""


_AS_AT_HOME = {
    name: value
    for name, value in os.environ.items()
    if name not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
}
"""Without what would make Python compile the program anew at every start, or find another one."""


def spend(
    words: Sequence[object],
    folder: Path,
    env: Mapping[str, str] | None = None,
    codes: frozenset[int] = frozenset({0, 1}),
) -> Spent:
    """Run a process to its end; a peer that finds nothing wrong and one that does are both fine."""
    with tempfile.TemporaryDirectory() as kept:
        spent = Path(kept, "spent")
        subprocess.run(
            [sys.executable, "-S", "-I", "-c", _LAUNCH, spent, *map(str, words)],
            cwd=folder,
            env={**_AS_AT_HOME, **(env or {})},
            check=True,
        )
        wall, cpu, peak, code = json.loads(spent.read_text(encoding="utf-8"))
        said = Path(f"{spent}.out").read_text(encoding="utf-8", errors="replace")
    if code not in codes:
        raise SystemExit(f"{words}: exit {code}\n{said[-2000:]}")
    return Spent(wall, cpu, peak / (1024 * 1024 if sys.platform == "darwin" else 1024), said)


def medians(
    times: int,
    folder: Path,
    commands: Mapping[str, Sequence[object]],
    env: Mapping[str, str] | None = None,
) -> dict[str, Spent]:
    """Run commands in turn, so that a busy moment befalls all of them, and return their medians."""
    taken: dict[str, list[Spent]] = {name: [] for name in commands}
    for _ in range(times):
        for name, words in commands.items():
            taken[name].append(spend(words, folder, env))
    return {
        name: Spent(
            statistics.median(each.wall for each in own),
            statistics.median(each.cpu for each in own),
            max(each.peak for each in own),
            own[-1].out,
        )
        for name, own in taken.items()
    }


@contextmanager
def google(folder: Path, quota: int | None = None) -> Iterator["Served"]:
    """Serve prepared bodies in a process of their own."""
    words = [
        sys.executable,
        "-m",
        "benchmarks.stand_in",
        str(folder),
        *([str(quota)] if quota else []),
    ]
    process = subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    try:
        yield Served(
            process, {**json.loads(process.stdout.readline())["env"], "TOCHKA_API_KEY": API_KEY}
        )
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait()


@dataclass(frozen=True)
class Served:
    """A stand-in that is up."""

    process: subprocess.Popen[str]
    env: dict[str, str]

    def asked(self) -> dict[str, object]:
        """What was asked for since the last time."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        answer: dict[str, object] = json.loads(self.process.stdout.readline())
        return answer
