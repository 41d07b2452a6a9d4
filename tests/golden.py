"""Whole files to compare with; UPDATE_GOLDEN=1 writes them anew, to be read before they are kept."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def same(name: str, text: str) -> None:
    """Assert that a text is the golden file of this name, to the byte."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="")
    assert text.encode("utf-8") == path.read_bytes(), f"{name} differs; see UPDATE_GOLDEN"
