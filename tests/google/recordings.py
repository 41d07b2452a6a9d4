"""Answers of Google's own, to hold the stand-in and the program against."""

import json
from pathlib import Path
from typing import Any

_PATH = Path(__file__).parent.parent / "data" / "google" / "recordings.json"
RECORDED: dict[str, Any] = json.loads(_PATH.read_text(encoding="utf-8"))
