"""JSON Schemas of what the program writes and of what it is configured with."""

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from pydantic import BaseModel


class Name(StrEnum):
    """What has a schema."""

    REPORT = "report"
    EXPORT = "export"
    CONFIG = "config"


def text(name: Name) -> str:
    """Return a JSON Schema (draft 2020-12) as text."""
    import json  # noqa: PLC0415 - the other commands that load this write none

    schema = _model(name).model_json_schema()
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**dialect, **schema}, ensure_ascii=False, indent=2) + "\n"


def _model(name: Name) -> "type[BaseModel]":
    """Load the model behind a schema, and no other."""
    match name:
        case Name.REPORT:
            from tochka_sync.models.report import Report  # noqa: PLC0415

            return Report
        case Name.EXPORT:
            from tochka_sync.models.export import Export  # noqa: PLC0415

            return Export
        case Name.CONFIG:
            from tochka_sync.planfile import PlanFile  # noqa: PLC0415

            return PlanFile
        case _:
            assert_never(name)
