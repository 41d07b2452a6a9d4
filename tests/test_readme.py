"""What the pages tell people to type works, and what the program can do is on a page.

After a change of commands: UPDATE_GOLDEN=1 .venv/bin/pytest tests/test_readme.py
"""

import os
import re
import shlex
from enum import StrEnum
from pathlib import Path

import openpyxl
import pytest
import typer

from tests import recipes
from tests.google import ID, Spreadsheet, Tab
from tests.program import PLAN, ROOT, run, workplace
from tochka_sync import cli, errors, messages, voice
from tochka_sync.commands import help as help_
from tochka_sync.messages import Language

PAGES = [
    "README.md",
    "README.ru.md",
    *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]
ENGLISH = [page for page in PAGES if not page.endswith(".ru.md")]
"""What is tried; a test holds the Russian pages to the same commands."""
SYNTAX = "docs/commands.md"
READMES = {Language.EN: "README.md", Language.RU: "README.ru.md"}
COMMANDS = {Language.EN: "docs/commands.md", Language.RU: "docs/commands.ru.md"}
HEADS = {
    Language.EN: "# Commands\n\nWhat `--help` says, of every command. [По-русски](commands.ru.md)",
    Language.RU: "# Команды\n\nТо, что говорит `--help`, о каждой команде. [In English](commands.md)",
}
LINK = f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0"
STANDS_FOR = {
    "LINK": LINK,
    "[SOURCE]": "plan.csv",
    "[CODE]": "date-vague",
    "CODE": "date-vague",
    "КОД": "date-vague",
    "NAME": "report",
    "[OLD]": "previous",
    "[NEW]": "last",
    "SNAPSHOT": "last",
    "PATH": "earlier.csv",
    "AGE": "90d",
}
"""What a reader puts in the place of a word in capitals."""


_PAST = re.compile(r"tochka-sync (?:history|diff|restore|status|purge)\b")
"""Commands that answer from what earlier checks remembered."""


def typed(line: str) -> list[str]:
    """Return the arguments of a line as a reader would type it."""
    line = re.sub(r"\s+>.*$|\s+#.*$", "", line)
    words = shlex.split(
        line.replace("https://docs.google.com/spreadsheets/d/YOUR-SHEET/edit", LINK)
    )
    return [STANDS_FOR.get(word, word) for word in words[1:]]


def scripts(page: str) -> list[str]:
    """Return the fenced blocks that run the program."""
    found = [*recipes.blocks(page, "sh"), *recipes.blocks(page, "bat")]
    return [block for block in found if re.search(r"^tochka-sync ", block, re.MULTILINE)]


def mentions(page: str) -> list[str]:
    """Return the commands named by the way."""
    text = re.sub(
        r"^```.*?^```",
        "",
        (ROOT / page).read_text(encoding="utf-8"),
        flags=re.MULTILINE | re.DOTALL,
    )
    return list(dict.fromkeys(re.findall(r"`(tochka-sync [a-z][^`]*)`", text)))


def succeeds(place: Path, line: str, env: dict[str, str]) -> None:
    outcome = run(*typed(line), cwd=place, env=env)
    assert outcome.code in {0, 1}, (line, outcome)
    assert not re.search(r"^(Ошибка|Error)", outcome.err, re.MULTILINE), (line, outcome)


@pytest.fixture
def online(google):
    """Share a sheet under the link people have, and under the one of the order."""
    rows: list[list[object]] = [[*line.split(";")] for line in PLAN.splitlines()]
    ordered = re.findall(
        r"/d/([\w-]+)/", (ROOT / "config" / "plan.toml").read_text(encoding="utf-8")
    )
    for each in (ID, *ordered):
        google.share(Spreadsheet("План", [Tab("План", rows)], id=each))
    return google.env()


@pytest.mark.parametrize(
    ("page", "index"), [(page, index) for page in ENGLISH for index in range(len(scripts(page)))]
)
def test_the_lines_of_a_block_run_one_after_another(tmp_path, online, page, index):
    script = scripts(page)[index]
    place = tmp_path if "tochka-sync init" in script else workplace(tmp_path)
    for line in script.splitlines():
        if line.startswith("tochka-sync "):
            succeeds(place, line, online)


@pytest.mark.parametrize("page", [page for page in ENGLISH if page != SYNTAX and mentions(page)])
def test_a_command_named_by_the_way_runs(tmp_path, online, page):
    place = workplace(tmp_path)
    book = openpyxl.Workbook()
    for each in PLAN.splitlines():
        book.worksheets[0].append(each.split(";"))
    book.save(place / "plan.xlsx")  # what a coordinator downloads
    if any(_PAST.search(line) for line in mentions(page)):
        for _ in range(2):  # two nights, for what is compared with the one before
            run("check", "plan.csv", cwd=place)
    for line in sorted(mentions(page), key=lambda line: " init" in line):  # it makes a new plan
        if line.startswith("tochka-sync init"):
            (place / "config" / "plan.toml").unlink()
            (place / "config" / "schools.csv").unlink()
        succeeds(place, line, online)


def command(language: Language) -> typer.core.TyperGroup:
    """Return the command line with its help in a language."""
    group = typer.main.get_command(cli.everything())
    help_.speak(group, language)
    assert isinstance(group, typer.core.TyperGroup)
    return group


def section(name: str, sub) -> str:
    arguments, options = [], []
    for param in sub.params:
        told = " ".join((param.help or "").split()).replace("|", "\\|")
        if param.param_type_name == "argument":
            word = param.metavar or param.name.upper()
            word = word if param.required else f"[{word}]"
            arguments.append((f"`{word}`" if param.nargs == 1 else f"`{word}...`", told))
            continue
        names = ", ".join(f"`{each}`" for each in param.opts)
        options.append((names if param.is_flag else f"{names} `{_value(param)}`", told))
    usage = " ".join(["tochka-sync", name, *(each.strip("`") for each, _ in arguments)])
    table = "\n".join(f"| {left} | {right} |" for left, right in (*arguments, *options))
    return f"## {name}\n\n`{usage}`\n\n{sub.help}\n\n| | |\n|---|---|\n{table}"


def _value(param) -> str:
    kind = param.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "\\|".join(kind)
    return param.metavar or "PATH"


@pytest.mark.parametrize("language", Language)
def test_the_page_of_commands_says_what_the_help_says(language):
    group = command(language)
    parts = [HEADS[language], *(section(name, sub) for name, sub in group.commands.items())]
    wanted = "\n\n".join(parts) + "\n"
    path = ROOT / COMMANDS[language]
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(wanted, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("language", Language)
def test_every_command_is_in_the_readme(language):
    text = (ROOT / READMES[language]).read_text(encoding="utf-8")
    assert [name for name in command(language).commands if f"`tochka-sync {name}" not in text] == []


@pytest.mark.parametrize("language", Language)
def test_every_exit_code_of_the_readme_is_one_of_the_program_s(language):
    text = (ROOT / READMES[language]).read_text(encoding="utf-8")
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    stops = {each.exit_code for each in errors.TochkaError.__subclasses__()}
    assert listed == {0, 1, voice.BUG, cli.INTERRUPTED} | stops


@pytest.mark.parametrize("page", ENGLISH)
def test_both_languages_of_a_page_show_the_same_commands(page):
    def shown(page: str) -> list[list[str]]:
        lines = [line for block in scripts(page) for line in block.splitlines()]
        told = [line for line in [*lines, *mentions(page)] if line.startswith("tochka-sync")]
        return [[word.replace("отчёт", "report") for word in typed(line)] for line in told]

    assert shown(page.replace(".md", ".ru.md")) == shown(page)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_every_page_has_both_languages():
    english = {page.removesuffix(".md") for page in PAGES if not page.endswith(".ru.md")}
    russian = {page.removesuffix(".ru.md") for page in PAGES if page.endswith(".ru.md")}
    assert english == russian


def test_the_words_of_the_help_are_the_program_s():
    assert command(Language.EN).help == messages.text(Language.EN, "help")
