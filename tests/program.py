"""The program as its users start it: a process of its own, streams apart."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import schemas

ROOT = Path(__file__).parent.parent
PATIENCE = 300.0
"""Seconds after which a program is taken to hang; on the busiest machine it needs far fewer."""
PLAN = """План мероприятий на 2023-2024 учебный год;;;;
Школа;Мероприятие;Дата проведения;Участники;Ответственный
СОШ №8;Науку в каждый класс;15.02.2024;педагоги;Иванова А.П.
СОШ №9;Фестиваль идей;31 апреля;8-9 классы;Петров С.И.
"""
"""Two schools, one of them with an impossible day."""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def run(
    *args: object, cwd: Path, env: Mapping[str, str] | None = None, timeout: float = PATIENCE
) -> Outcome:
    """Run the program in a folder, with nothing of this machine's settings."""
    with started(*args, cwd=cwd, env=env) as process:
        told, err = process.communicate(timeout=timeout)
    out = told.decode("utf-8")
    schemas.hold_all(cwd, out)
    return Outcome(process.returncode, out, err.decode("utf-8"))


@contextmanager
def started(
    *args: object, cwd: Path, env: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program as `run` does; it ends with the block, whatever becomes of the test."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TOCHKA_", "GOOGLE_", "GITHUB_", "CI"))
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tochka_sync", *map(str, args)],
        cwd=cwd,
        env={**clean, "HOME": str(cwd), "PYTHONWARNINGS": "error", **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def workplace(folder: Path, plan: str | None = PLAN) -> Path:
    """Lay out a folder as a coordinator has it: config/ and, if given, plan.csv."""
    shutil.copytree(ROOT / "config", folder / "config")
    if plan is not None:
        (folder / "plan.csv").write_text(plan, encoding="utf-8")
    return folder
