"""Runs the program and its peers in turn on the same machine, and writes docs/performance.md.

`make bench` gives the environment of the peers; `--quick` takes a tenth of the sizes and leaves
out what a country needs.
"""

import argparse
import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import data, peers, stand_in, table
from benchmarks.process import ROOT, Spent, google, medians, spend
from benchmarks.table import Growth, Row

LARGE, SMALL = "B" * 44, "S" * 44
AS_OF = ("--as-of", "2024-05-30", "--fail-on", "never", "--no-history")
PLAN = """[plan]
title = "План"
school_year = "2023-2024"
[severity]
date-clash = "off"    # on any day of a country somebody clashes
registry-gap = "off"
"""
AGAIN = PLAN + 'duplicate-entry = "off"\n'
"""For rows that were met before."""


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
        self.growth: dict[int, Growth] = {}
        self.start = 0.25
        """Seconds of CPU of a check before its first row, as `flatness` finds by one of few rows."""

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
        taken = medians(5, self.folder, {
            str(count): [self.program, "check", f"messy{count}.csv", "--config", "plan.toml", "-f", "json:out.json", *AS_OF]
            for count in (20, 1000, 10_000, self.size)
        })  # fmt: skip
        self.start = taken["20"].cpu
        for count in sorted({1000, 10_000, self.size}):
            spent = taken[str(count)].cpu - self.start
            self._grow(count, spent, data.messy(count, self.registry))

    def _grow(self, count: int, spent: float, rows: Iterator[list[str]]) -> None:
        """Note the time of a plan after its start, and how much of it is new in each row."""
        new = sum(len(set(column)) for column in list(zip(*rows, strict=True))[1:])
        self.growth[count] = Growth(spent / count * 1e6, new / count)

    def again(self) -> None:
        """Time for each row more that says nothing new, beyond a thousand rows."""
        known = list(data.messy(1000, self.registry))
        (self.folder / "again.toml").write_text(AGAIN, encoding="utf-8")
        sizes = sorted({1000, 10_000, self.size})
        for count in sizes:
            data.write(
                self.folder / f"again{count}.csv", data.HEADERS, data.again(count, known), ";"
            )
        few, *others = sizes
        taken = medians(9, self.folder, {
            str(count): [self.program, "check", f"again{count}.csv", "--config", "again.toml", "-f", "json:out.json", *AS_OF]
            for count in sizes
        })  # fmt: skip
        for count in others:
            self._more(count, taken[str(count)].cpu - taken[str(few)].cpu)

    def again_google(self) -> None:
        """The same of ten million cells from Google, beyond a thousand rows from there."""
        known = list(data.messy(1000, self.registry))
        (self.folder / "again.toml").write_text(AGAIN, encoding="utf-8")
        bodies = self.folder / "again"
        bodies.mkdir()
        stand_in.prepare_whole(bodies, SMALL, iter(known))
        stand_in.prepare_columns(bodies, LARGE, data.again(self.large, known))
        with google(bodies) as served:
            few, many = (
                medians(times, self.folder, {
                    "ours": [self.program, "check", sheet, "--config", "again.toml", "-f", "json:out.json", *AS_OF],
                }, served.env)["ours"].cpu
                for sheet, times in ((SMALL, 3), (LARGE, 1))
            )  # fmt: skip
        self._more(self.large, many - few)

    def _more(self, count: int, spent: float) -> None:
        before = self.growth.get(count, Growth())
        self.growth[count] = before._replace(more=spent / (count - 1000) * 1e6)

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
            taken = medians(3, self.folder, {"ours": words}, served.env)
            asked = served.asked()["asked"]
        cells = self.large * len(data.HEADERS)
        spent = taken["ours"].cpu - self.start
        self._grow(self.large, spent, data.messy(self.large, nation))
        self._add(
            f"{self.large} rows × 13 from Google ({cells / 1e6:.0f} million cells), JSON",
            taken,
            f"requests of 3 runs: {asked}",
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
        "again",
        "national",
        "again_google",
        "many",
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        program, tools = asked.program.absolute(), asked.tools.absolute()
        bench = Bench(Path(folder), program, tools, quick=asked.quick)
        bench.prepare()
        spend([program, "--version"], bench.folder)  # where it was never started, it is compiled
        for name in asked.only or (names if not asked.quick else names[:-3]):
            getattr(bench, name)()
        text = f"{table.machine(tools)}\n\n{table.write(bench.rows, bench.growth)}\n"
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
