"""The published schemas are what the program prints, and what it writes is what they say.

After a change of what is written: UPDATE_GOLDEN=1 .venv/bin/pytest tests/test_schemas.py
Every JSON of a run in `tests.program` is held to them too.
"""

import json
import os
import tomllib

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests import golden, results, schemas
from tests.program import ROOT, run
from tochka_sync import shape
from tochka_sync.commands import schema
from tochka_sync.messages import Language
from tochka_sync.models.report import FORMAT_VERSION


@pytest.mark.parametrize("name", schema.Name)
def test_the_published_schema_is_what_the_command_prints(name, tmp_path):
    path = schemas.FOLDER / f"{name}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(schema.text(name), encoding="utf-8", newline="\n")
    assert run("schema", name, cwd=tmp_path).out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", schema.Name)
def test_a_published_schema_is_one(name):
    Draft202012Validator.check_schema(schemas.validator(name).schema)


@pytest.mark.parametrize("contacts", [False, True])
@pytest.mark.parametrize("language", Language)
def test_what_is_written_is_what_the_schemas_say(language, contacts):
    result = results.result()._replace(contacts=contacts)
    assert schemas.hold(json.loads(shape.dumps(shape.report(result, language)))) == "report"
    assert schemas.hold(json.loads(shape.dumps(shape.export(result, language)))) == "export"


def test_the_demo_is_what_the_schemas_say(tmp_path):
    outcome = run("demo", "-f", "json", "--export", "plan.json", cwd=tmp_path)
    assert schemas.hold(json.loads(outcome.out)) == "report"
    told = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert schemas.hold(told) == "export"


@pytest.mark.parametrize("name", ["report.json", "plan.json"])
def test_the_golden_files_are_what_the_schemas_say(name):
    assert schemas.hold(json.loads((golden.FOLDER / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", ["config/plan.toml", "src/tochka_sync/demo/plan.toml"])
def test_a_configuration_is_what_its_schema_says(path):
    document = tomllib.loads((ROOT / path).read_text(encoding="utf-8"))
    plain = json.loads(json.dumps(document, default=str))  # TOML's own days become text
    schemas.validator("config").validate(plain)


@pytest.mark.parametrize(
    "change", [{"format_version": FORMAT_VERSION + 1}, {"extra": 1}, {"summary": None}]
)
def test_a_schema_refuses_what_it_does_not_say(change):
    report = json.loads(shape.dumps(shape.report(results.result(), Language.RU)))
    with pytest.raises(ValidationError):
        schemas.hold({**report, **change})
