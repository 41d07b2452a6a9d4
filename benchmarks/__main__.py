"""Runs the program and its peers in turn on the same machine, and writes docs/performance.md.

`make bench` gives the environment of the peers; `--quick` takes a tenth of the sizes and leaves
out what a country needs.
"""

import argparse
import csv
import datetime as dt
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.google import API_KEY

from benchmarks import data, peers, stand_in

ROOT = Path(__file__).parent.parent
LARGE, SMALL = "B" * 44, "S" * 44
AS_OF = ("--as-of", "2024-05-30", "--fail-on", "never", "--no-history")
PLAN = """[plan]
title = "План"
school_year = "2023-2024"
[severity]
date-clash = "off"    # on any day of a country somebody clashes
registry-gap = "off"
"""


@dataclass(frozen=True)
class Spent:
    """What one process took."""

    wall: float
    cpu: float
    peak: float
    """MiB."""
    out: str = field(default="", repr=False)


@dataclass
class Row:
    """A row of the table: what was measured, what came of it, beside whom."""

    what: str
    ours: Spent
    note: str = ""
    peers: dict[str, Spent] = field(default_factory=dict)


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


class Bench:
    """All measurements, in the order of the table."""

    def __init__(self, folder: Path, program: Path, tools: Path, *, quick: bool) -> None:
        self.folder = folder
        self.program = program
        self.tools = tools
        self.size = 10_000 if quick else 100_000
        self.large = 770_000
        self.plans = 60 if quick else 2300
        self.registry = data.schools(1000)
        self.rows: list[Row] = []
        self.flat: dict[int, float] = {}

    def prepare(self) -> None:
        """Make all inputs."""
        peers.write(self.folder)
        for name, schools in (
            ("", self.registry),
            ("16", data.schools(16)),
            ("25000", data.schools(25_000)),
        ):
            data.write_registry(
                self.folder / f"schools{name}.csv", schools, obliged=16 if name else None
            )
            named = f'schools = "schools{name}.csv"\n' if name else ""
            (self.folder / f"plan{name}.toml").write_text(named + PLAN, encoding="utf-8")
        for count in {20, 1000, 10_000, self.size}:
            messy = data.messy(count, self.registry)
            data.write(self.folder / f"messy{count}.csv", data.HEADERS, messy, ";")
        clean = list(data.clean(self.size, self.registry))
        data.write(self.folder / "clean.csv", data.CLEAN, iter(clean), ",")
        peers.write_rows(self.folder / "clean.json", clean)
        for name, count in (("few", 1000), ("district", 20)):
            rows = data.messy(count, data.schools(16))
            data.write(self.folder / f"{name}.csv", data.HEADERS, rows, ";")

    def version(self) -> None:
        """`--version`."""
        taken = medians(9, self.folder, {
            "ours": [self.program, "--version"],
            "frictionless": [self.tools / "frictionless", "--version"],
            "check-jsonschema": [self.tools / "check-jsonschema", "--version"],
        })  # fmt: skip
        self._add("`--version`", taken)

    def small(self) -> None:
        """Twenty rows of a district of sixteen schools, from a file."""
        taken = medians(15, self.folder, {
            "ours": [self.program, "check", "district.csv", "--config", "plan16.toml", "-f", "concise", *AS_OF],
            "frictionless": [self.tools / "frictionless", "validate", "district.csv"],
        })  # fmt: skip
        self._add("20 rows of a district from CSV, `concise`, no history", taken)

    def small_google(self) -> None:
        """Twenty rows from Google."""
        bodies = self.folder / "small"
        bodies.mkdir()
        stand_in.prepare_whole(bodies, SMALL, data.messy(20, data.schools(16)))
        with google(bodies) as served:
            words = [
                self.program,
                "check",
                SMALL,
                "--config",
                "plan16.toml",
                "-f",
                "concise",
                *AS_OF,
            ]
            taken = medians(7, self.folder, {"ours": words}, served.env)
            asked = served.asked()["asked"]
        self._add("the same from Google", taken, f"requests of 7 runs: {asked}")

    def middling(self) -> None:
        """A hundred thousand rows from a file."""
        taken = medians(3, self.folder, {
            "ours": [self.program, "check", f"messy{self.size}.csv", "--config", "plan.toml", "-f", "json:out.json", *AS_OF],
            "frictionless": [self.tools / "frictionless", "validate", "frictionless.json", "--type", "package", "--json"],
            "pandera (polars)": [self.tools / "python", "with_pandera.py", "clean.csv"],
            "check-jsonschema": [self.tools / "check-jsonschema", "--schemafile", "rows.schema.json", "clean.json"],
        })  # fmt: skip
        found = len(json.loads((self.folder / "out.json").read_text(encoding="utf-8"))["findings"])
        note = f"ours: messy rows, {found} findings with their cells; peers: clean typed columns"
        self._add(f"{self.size} rows from CSV, report in JSON", taken, note)

    def flatness(self) -> None:
        """Time per row as plans grow."""
        start = self._started()
        for count in sorted({1000, 10_000, self.size}):
            words = [self.program, "check", f"messy{count}.csv", "--config", "plan.toml", "-f", "json:out.json", *AS_OF]  # fmt: skip
            taken = medians(3, self.folder, {"ours": words})["ours"]
            self.flat[count] = (taken.cpu - start) / count * 1e6

    def _started(self) -> float:
        """The CPU time of a check before its first row, by one of as few rows as there are."""
        words = [self.program, "check", "messy20.csv", "--config", "plan.toml", "-f", "json:out.json", *AS_OF]  # fmt: skip
        return medians(3, self.folder, {"ours": words})["ours"].cpu

    def export(self) -> None:
        """An export of a hundred thousand rows; what the check alone takes is taken off."""
        words = [
            self.program,
            "check",
            f"messy{self.size}.csv",
            "--config",
            "plan.toml",
            "-f",
            "concise:out.txt",
            *AS_OF,
        ]
        taken = medians(1, self.folder, {"check": words, "ours": [*words, "--export", "out.xlsx"]})
        plain = taken.pop("check")
        note = f"of it the check {plain.wall:.1f} s, CPU {plain.cpu:.1f} s, {plain.peak:.0f} MiB"
        self._add(f"{self.size} rows, with an export to xlsx", taken, note)

    def registries(self) -> None:
        """A thousand rows of a district with a small and with a national registry."""
        taken = medians(5, self.folder, {
            "16 schools": [self.program, "check", "few.csv", "--config", "plan16.toml", "-f", "concise:out.txt", *AS_OF],
            "ours": [self.program, "check", "few.csv", "--config", "plan25000.toml", "-f", "concise:out.txt", *AS_OF],
        })  # fmt: skip
        self._add("1,000 rows, a registry of 25,000 schools", taken)

    def national(self) -> None:
        """Ten million cells from Google."""
        bodies = self.folder / "large"
        bodies.mkdir()
        nation = data.schools(25_000)
        data.write_registry(self.folder / "nation.csv", nation)
        (self.folder / "nation.toml").write_text(
            'schools = "nation.csv"\n' + PLAN, encoding="utf-8"
        )
        stand_in.prepare_columns(bodies, LARGE, data.messy(self.large, nation))
        with google(bodies) as served:
            words = [
                self.program,
                "check",
                LARGE,
                "--config",
                "nation.toml",
                "-f",
                "json:out.json",
                *AS_OF,
            ]
            taken = medians(1, self.folder, {"ours": words}, served.env)
            asked = served.asked()["asked"]
        cells = self.large * len(data.HEADERS)
        self.flat[self.large] = (taken["ours"].cpu - self._started()) / self.large * 1e6
        self._add(
            f"{self.large} rows × 13 from Google ({cells / 1e6:.0f} million cells), JSON",
            taken,
            f"{asked}",
        )

    def many(self) -> None:
        """Thousands of plans within Google's quota."""
        bodies, folder = self.folder / "many", self.folder / "config"
        bodies.mkdir()
        folder.mkdir()
        shutil.copy(self.folder / "schools16.csv", folder / "schools.csv")
        for number in range(self.plans):
            name = f"plan-{number:05}" + "p" * 34
            stand_in.prepare_whole(bodies, name, data.messy(20, data.schools(16)))
            source = f'[source]\nspreadsheet = "{name}"\n'
            text = PLAN + source if number != 7 else "broken ="
            (folder / f"{number:05}.toml").write_text(text, encoding="utf-8")
        with google(bodies, 300) as served:
            words = [
                self.program,
                "check",
                *sorted(f"config/{path.name}" for path in folder.glob("*.toml")),
                "-f",
                "terminal",
                *AS_OF,
            ]
            taken = spend(words, self.folder, served.env, frozenset({2}))
            answer = served.asked()
        note = f"one configuration broken; refused by the quota: {answer['refused']}; {answer['asked']}"
        self._add(
            f"{self.plans} plans of 20 rows from Google at 300 reads a minute",
            {"ours": taken},
            note,
        )

    def _add(self, what: str, taken: dict[str, Spent], note: str = "") -> None:
        row = Row(what, taken.pop("ours"), note, taken)
        self.rows.append(row)
        sys.stderr.write(f"{what}: {row.ours} {row.peers} {note}\n")


def table(bench: Bench) -> str:
    """Return the results as Markdown."""
    lines = [
        "| what | wall | CPU | peak memory | beside | times as fast |",
        "|---|---:|---:|---:|---|---:|",
    ]
    for row in bench.rows:
        beside = "; ".join(
            f"{name} {_seconds(peer.wall)}, {peer.peak:.0f} MiB" for name, peer in row.peers.items()
        )
        ratios = "; ".join(f"{peer.wall / row.ours.wall:.1f}" for peer in row.peers.values())
        lines.append(
            f"| {row.what}{f' ({row.note})' if row.note else ''} | {_seconds(row.ours.wall)} | {_seconds(row.ours.cpu)}"
            f" | {row.ours.peak:.0f} MiB | {beside} | {ratios} |"
        )
    lines += [
        "",
        "CPU time per row, the start taken off:",
        "",
        "| rows | µs per row |",
        "|---:|---:|",
    ]
    lines += [f"| {count:,} | {spent:.0f} |" for count, spent in sorted(bench.flat.items())]
    return "\n".join(lines)


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 2 else f"{seconds:.1f} s"


def machine(tools: Path) -> str:
    """Return the machine and the versions in one paragraph."""
    listed = subprocess.run(
        [tools / "python", "-m", "pip", "list", "--format=json"], capture_output=True, check=True
    )
    versions = {each["name"].lower(): each["version"] for each in json.loads(listed.stdout)}
    said = ", ".join(
        f"{name} {versions[name]}"
        for name in ("frictionless", "pandera", "polars", "check-jsonschema")
    )
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        model = next(
            (
                line.partition(":")[2].strip()
                for line in cpuinfo.read_text().splitlines()
                if line.startswith("model name")
            ),
            model,
        )
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    day = dt.datetime.now(dt.UTC).date()  # noqa: TID251 - the day of the measurement
    return (
        f"{day}: {os.cpu_count()} cores, {model}, {platform.system()}{load}; {platform.python_implementation()}"
        f" {platform.python_version()}; {said}. Data from seed {data.SEED}."
    )


def main() -> None:
    """Measure everything and put the table between the marks of docs/performance.md."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tools", type=Path, required=True, help="the peers' bin folder")
    installed = Path(sys.executable).with_name("tochka-sync")
    options.add_argument(
        "--program", type=Path, default=installed, help="the installed program; by default our own"
    )
    options.add_argument("--quick", action="store_true")
    options.add_argument(
        "--only", action="append", help="a measurement by its name; nothing is written"
    )
    asked = options.parse_args()
    names = (
        "version",
        "small",
        "small_google",
        "registries",
        "middling",
        "export",
        "flatness",
        "national",
        "many",
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        program, tools = asked.program.absolute(), asked.tools.absolute()
        bench = Bench(Path(folder), program, tools, quick=asked.quick)
        bench.prepare()
        spend([program, "--version"], bench.folder)  # where it was never started, it is compiled
        for name in asked.only or (names if not asked.quick else names[:-2]):
            getattr(bench, name)()
        text = f"{machine(tools)}\n\n{table(bench)}\n"
    sys.stdout.write(text)
    if not asked.only and not asked.quick:
        for page in ("performance.md", "performance.ru.md"):
            path = ROOT / "docs" / page
            head, mark, rest = path.read_text(encoding="utf-8").partition("<!-- table -->\n")
            _, end, tail = rest.partition("<!-- end -->")
            path.write_text(f"{head}{mark}\n{text}\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    csv.field_size_limit(1 << 24)
    main()
