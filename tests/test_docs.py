"""The pages and the picture are made of what the program says, so they never drift from it.

After a change of the texts: UPDATE_GOLDEN=1 .venv/bin/pytest tests/test_docs.py
"""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.program import run
from tochka_sync import messages
from tochka_sync.findings import SEVERITIES, Code
from tochka_sync.messages import Language

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {Language.RU: DOCS / "findings.ru.md", Language.EN: DOCS / "findings.md"}
HEADS = {
    Language.RU: (
        "# Замечания\n\n"
        "Что значит каждое замечание, почему оно важно и как исправить. "
        "То же в терминале: `tochka-sync explain КОД`. [In English](findings.md)\n\n"
        "Важность можно изменить в `plan.toml`, раздел `[severity]`. "
        "До срока `school-missing`, `events-missing` и `contract-missing` — к сведению; "
        "`value-unreadable` и `misplaced-value` в обязательном поле — ошибка."
    ),
    Language.EN: (
        "# Findings\n\n"
        "What each finding means, why it matters and how to mend it. "
        "The same in a terminal: `tochka-sync explain CODE`. [По-русски](findings.ru.md)\n\n"
        "Severities can be changed in `plan.toml`, section `[severity]`. "
        "Before the deadline `school-missing`, `events-missing` and `contract-missing` are for information; "
        "`value-unreadable` and `misplaced-value` in a required field are errors."
    ),
}


def page(language: Language) -> str:
    parts = [HEADS[language], *(section(language, code) for code in Code)]
    return "\n\n".join(parts) + "\n"


def section(language: Language, code: Code) -> str:
    told = messages.explanation(language, code)
    label = {
        part: messages.text(language, f"explain.{part}")
        for part in ("why", "fix", "wrong", "right")
    }
    severity = messages.text(language, f"severity.{SEVERITIES[code]}")
    return "\n\n".join(
        (
            f"## {code}",
            f"**{told.title}** · {severity}",
            told.what,
            f"*{label['why']}.* {told.why}",
            f"*{label['fix']}.* {told.fix}",
            f"- {label['wrong']}: `{told.wrong}`\n- {label['right']}: `{told.right}`",
        )
    )


@pytest.mark.parametrize("language", Language)
def test_the_page_of_findings_says_what_the_program_says(language):
    path, wanted = PAGES[language], page(language)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(wanted, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == wanted


def test_the_picture_in_the_readme_shows_what_the_demo_reports(tmp_path):
    if os.environ.get("UPDATE_GOLDEN"):
        subprocess.run([sys.executable, DOCS / "picture.py"], check=True)
    texts = ET.parse(DOCS / "report.svg").iter("{http://www.w3.org/2000/svg}text")
    drawn = "".join("".join(each.itertext()) for each in texts)
    reported = run("demo", cwd=tmp_path).out.partition("\n\n")[2]  # the head says when it was read
    lines = "".join(reported.splitlines()[:40])
    assert "".join(lines.split()) in "".join(drawn.split())
