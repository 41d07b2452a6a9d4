"""JSON Schemas of what the program writes and of what it is configured with."""

import json
from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel

from tochka_sync.models.export import Export
from tochka_sync.models.report import Report
from tochka_sync.planfile import PlanFile


class Name(StrEnum):
    """What has a schema."""

    REPORT = "report"
    EXPORT = "export"
    CONFIG = "config"


_MODELS: Mapping[Name, type[BaseModel]] = {
    Name.REPORT: Report,
    Name.EXPORT: Export,
    Name.CONFIG: PlanFile,
}


def text(name: Name) -> str:
    """Return a JSON Schema (draft 2020-12) as text."""
    schema = _MODELS[name].model_json_schema()
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**dialect, **schema}, ensure_ascii=False, indent=2) + "\n"
