"""What comes from elsewhere is what was chosen: locked by hash, pinned by commit, audited on schedule."""

import re

import pytest
from ruamel.yaml import YAML

from tests.program import ROOT

LOCKS = sorted(
    path
    for path in (ROOT / "requirements").glob("*.txt")
    if path.name in {"run.txt", "test.txt", "fuzz.txt", "audit.txt"}
)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_version_and_hashes(lock):
    entries = re.split(r"\n(?=[\w])", "\n" + lock.read_text(encoding="utf-8"))[1:]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+(?:\[[\w,-]+\])?==\S+", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
        assert "://" not in entry.split("    # via")[0], entry


def test_users_and_tests_take_only_what_is_locked():
    for path in (ROOT / "Makefile", ROOT / "action.yml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        asked = [line for line in lines if re.search(r"pip\)? install .*-r ", line, re.IGNORECASE)]
        assert asked, path
        for line in asked:
            assert "--require-hashes" in line or "requirements/bench.txt" in line, line


def test_the_auditor_is_locked_and_looks_at_every_lock_that_is_installed():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(r"^audit:.*\n((?:\t.*\n)+)", text, re.MULTILINE)
    assert recipe
    assert "--require-hashes -r requirements/audit.txt" in recipe[1]
    assert "for lock in run test audit;" in recipe[1]
    assert re.search(r"^pip-audit==", (ROOT / "requirements/audit.txt").read_text(), re.MULTILINE)


def test_the_audit_runs_every_week_with_no_right_to_write():
    path = ROOT / ".github" / "workflows" / "audit.yml"
    audit = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    assert audit["permissions"] == {"contents": "read"}
    [schedule] = audit["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    steps = audit["jobs"]["audit"]["steps"]
    assert [step["run"].split()[:2] for step in steps if "run" in step] == [["make", "audit"]]
    for step in steps:
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]), step
