import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from tests import golden, results
from tests.reports.news import with_news
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language
from tochka_sync.reports.junit import write
from tochka_sync.result import Contracts, Standing, Standings

RU = Language.RU
SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parent.parent / "data" / "junit.xsd"))


def text(result, language=RU) -> str:
    out = io.StringIO()
    write(result, language, out)
    return out.getvalue()


def root(result):
    return ET.fromstring(text(result))


def case(result, suite: str, name: str):
    """Return one case, by words of the names of its suite and its own."""
    (found,) = [
        each
        for suite_ in root(result)
        if suite in suite_.attrib["name"]
        for each in suite_
        if name in each.attrib["name"]
    ]
    return found


@pytest.mark.parametrize("language", Language)
def test_the_results_are_what_they_were(language):
    golden.same(f"junit.{language}.xml", text(with_news(), language))


@pytest.mark.parametrize(
    "result",
    [
        results.result(),
        results.in_good_order(),
        with_news(),
        results.result()._replace(schools=Standings.of(())),
        results.result()._replace(schools=Standings.of(()), entries=(), findings=()),
    ],
    ids=["whole", "good", "news", "no schools", "empty"],
)
def test_schema_and_reader_accept_the_results(result):
    SCHEMA.validate(text(result))
    read = JUnitXml.fromstring(text(result).encode())
    cases = [each for suite in read for each in suite]
    assert len(cases) == read.tests
    assert sum(each.is_failure for each in cases) == read.failures
    assert sum(each.is_skipped for each in cases) == sum(suite.skipped for suite in read)


def test_a_school_is_a_suite_and_an_entry_a_case():
    suites = {
        suite.attrib["name"]: [each.attrib["name"] for each in suite]
        for suite in root(results.result())
    }
    assert suites == {
        "МБОУ «СОШ №8 г. Томмот»": ["План", "Договоры", "Науку в каждый класс"],
        "МБОУ «СОШ №6 г. Томмот»": ["План", "Договоры", "строка 4"],
        "МБОУ «СОШ №9 г. Алдан»": ["План", "Договоры", "День «Точки роста»"],
        "МБОУ «СОШ №4 п. Нижний Куранах»": ["План", "Договоры"],
    }


def test_an_error_fails_its_entry_and_says_all_that_is_wrong():
    (failure,) = case(results.result(), "№6", "строка 4")
    assert failure.tag == "failure"
    assert failure.attrib["type"] == "required-missing date-impossible"
    assert failure.text is not None
    first, second = failure.text.splitlines()
    assert first.startswith("C4 ошибка: ")
    assert second.endswith("[date-impossible]")


def test_a_note_is_output_and_fails_nothing():
    (output,) = case(results.result(), "№8", "Науку")
    assert output.tag == "system-out"


def test_a_school_without_an_entry_fails_once_the_deadline_is_over():
    (failure,) = case(results.result(), "№4", "План")
    assert (failure.tag, failure.attrib["type"]) == ("failure", "school-missing")
    whole = results.result()
    early = whole._replace(
        schools=Standings.of([whole.schools[3]._replace(standing=Standing.PENDING)]),
        findings=(results.NOTHING_FILED._replace(severity=Severity.INFO),),
    )
    skipped, output = case(early, "№4", "План")
    assert (skipped.tag, skipped.attrib["message"]) == ("skipped", "пока не подали полностью")
    assert output.tag == "system-out"


def test_a_contract_that_nobody_knows_of_is_skipped_and_one_that_is_due_fails():
    whole = results.result()
    assert [each.tag for each in case(whole, "№4", "Договоры")] == ["skipped"]
    assert [each.tag for each in case(whole, "№8", "Договоры")] == []
    owing = results.NOTHING_FILED._replace(
        code=Code.CONTRACT_MISSING, school="sosh-8", fingerprint="c"
    )
    schools = (whole.schools[0]._replace(contracts=Contracts.MISSING),)
    due = whole._replace(schools=Standings.of(schools), findings=(owing,))
    assert [each.tag for each in case(due, "№8", "Договоры")] == ["failure"]


def test_entries_of_one_title_are_told_apart_by_their_rows():
    whole = results.result()
    twins = whole._replace(entries=(whole.entries[0], replace(whole.entries[0], row=7)))
    names = [each.attrib["name"] for each in root(twins)[0]]
    assert names[2:] == ["Науку в каждый класс (строка 2)", "Науку в каждый класс (строка 7)"]


def test_what_belongs_to_no_school_has_suites_of_its_own():
    whole = results.result()
    stray = replace(whole.entries[1], values={}, row=9)
    unknown = results.BAD_DATE._replace(school=None, row=9)
    form = results.BAD_DATE._replace(school=None, row=None, column=None)
    result = whole._replace(entries=(stray,), findings=(unknown, form))
    suites = {suite.attrib["name"]: suite for suite in root(result)}
    assert suites["Школа не определена"].attrib["failures"] == "1"
    assert suites["Таблица в целом"].attrib["failures"] == "1"


def test_every_error_fails_some_case_and_none_is_lost():
    whole = with_news()
    told = text(whole)
    assert all(told.count(f"[{each.code}]") == 1 for each in whole.findings)


@given(st.text(max_size=30))
def test_any_text_of_the_sheet_makes_xml_that_is_read(value):
    finding = results.BAD_DATE._replace(value=value, suggestion=value)
    whole = results.result()
    entry = replace(whole.entries[0], values={**whole.entries[0].values, "title": value})
    read = ET.fromstring(text(whole._replace(entries=(entry,), findings=(finding,))))
    assert read.attrib["tests"]


def test_control_characters_are_shown():
    finding = results.BAD_DATE._replace(suggestion="30\x00.04\x1b")
    assert "30␀.04␛" in text(results.result()._replace(findings=(finding,)))
