"""What was measured, as Markdown."""

import datetime as dt
import json
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks import data
from benchmarks.process import Spent


@dataclass
class Row:
    """A row of the table: what was measured, what came of it, beside whom."""

    what: str
    ours: Spent
    note: str = ""
    peers: dict[str, Spent] = field(default_factory=dict)


class Growth(NamedTuple):
    """How the time of a plan grows with its rows, in µs of CPU for each."""

    each: float | None = None
    """The start taken off."""
    new: float | None = None
    """Cells of a row that no row before it has, one with another."""
    more: float | None = None
    """For a row more that has none."""


def write(rows: Sequence[Row], growth: Mapping[int, Growth]) -> str:
    """Return the results as Markdown."""
    lines = [
        "| what | wall | CPU | peak memory | beside | times as fast |",
        "|---|---:|---:|---:|---|---:|",
    ]
    for row in rows:
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
        "CPU time per row:",
        "",
        "| rows | µs per row, the start taken off | new cells in a row | µs for a row more that has none |",
        "|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {count:,} | {_figure(each, 0)} | {_figure(new, 1)} | {_figure(more, 1)} |"
        for count, (each, new, more) in sorted(growth.items())
    ]
    return "\n".join(lines)


def _figure(known: float | None, digits: int) -> str:
    return "" if known is None else f"{known:.{digits}f}"


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
