"""Holds JSON that the program wrote to the schemas it publishes."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

FOLDER = Path(__file__).parent.parent / "docs" / "schemas"


@cache
def validator(name: str) -> Draft202012Validator:
    published = "report" if name == "status" else name
    schema = json.loads((FOLDER / f"{published}.json").read_text(encoding="utf-8"))
    if name == "status":  # the report without its findings
        schema["required"].remove("findings")
    return Draft202012Validator(schema, format_checker=FormatChecker())


def hold(document: Any) -> str | None:
    """Assert that a report or an export is what its schema says; return which it was."""
    if not isinstance(document, dict) or "format_version" not in document:
        return None
    name = next((name for key, name in _KINDS.items() if key in document), None)
    if name is not None:
        validator(name).validate(document)
    return name


def hold_all(folder: Path, out: str) -> None:
    """Do so with what a run wrote to standard output and into a folder."""
    texts = [out, *(path.read_text(encoding="utf-8") for path in folder.glob("*.json"))]
    for text in texts:
        if text.startswith("{"):
            hold(json.loads(text))


_KINDS = {"findings": "report", "events": "export", "summary": "status"}
"""What tells one of them, looked for in this order."""
