"""What the pages of the project tell people to type, taken out of them to be tried."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.program import ROOT

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
_COMMENT = re.compile(r"\s#.*$", re.MULTILINE)


def blocks(page: str, language: str) -> list[str]:
    """Return the fenced blocks of one language on a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [block for name, block in _BLOCK.findall(text) if name == language]


def bare(block: str) -> str:
    """Return a block without its comments: those are in the language of the page."""
    return _COMMENT.sub("", re.sub(r"^#.*\n", "", block, flags=re.MULTILINE))


def yaml(text: str) -> Any:
    return YAML(typ="safe").load(text)


def filled(template: str, known: Mapping[str, str]) -> str:
    """Put values where GitHub would; a name that is not known is a mistake in the recipe."""
    return _EXPRESSION.sub(lambda match: known[match[1]], template)


def tools(folder: Path) -> Path:
    """Return a folder with `tochka-sync` in it, as a PATH would have it."""
    bin_ = folder / "bin"
    bin_.mkdir(parents=True)
    command = bin_ / "tochka-sync"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tochka_sync "$@"\n')
    command.chmod(0o755)
    return bin_


def step(name: str) -> dict[str, Any]:
    """Return a step of the action by its id."""
    action = yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
    return next(each for each in action["runs"]["steps"] if each.get("id") == name)


if __name__ == "__main__":
    print(step(sys.argv[1])["run"])  # noqa: T201 - for a shell to run
