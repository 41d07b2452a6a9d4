import io
import json
from datetime import date, datetime

import pytest

from tests import results
from tests.reports.news import with_news
from tochka_sync import shape
from tochka_sync.findings import Code, Finding, Severity
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.models.export import Export
from tochka_sync.models.report import Report
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where.settlements import Settlement

RU = Language.RU


def event(**fields):
    """Export one clean event and return it."""
    whole = results.in_good_order()
    entry = results.clean(2, Event(**{**results.values(results.FULL), **fields}), results.ON_TIME)
    [exported] = shape.export(whole._replace(entries=(entry,)), RU)["events"]
    return exported


def test_a_report_has_the_keys_of_the_contract_in_their_order():
    report = shape.report(results.result(), RU)
    assert list(report) == [
        "format_version", "plan", "source", "as_of", "summary", "schools", "findings", "news",
    ]  # fmt: skip
    assert list(report["summary"])[-3:] == ["expected", "received", "received_on_time"]
    assert report["as_of"] == "2023-06-03T08:00:00+09:00"


def test_a_report_tells_what_became_of_the_findings_of_the_last():
    assert shape.report(results.result(), RU)["news"] is None
    result = with_news()
    assert result.since is not None
    news = shape.report(result, RU)["news"]
    names = {found.fingerprint for found in result.findings}
    assert {*news["new"], *news["reopened"]} <= names
    assert len(news["new"]) == len(result.since.new) > 0
    assert len(news["put_right"]) == len(result.since.put_right) > 0
    assert set(news["put_right"][0]) == {"code", "school", "field", "title", "since"}
    assert news["open"] == len(result.since.open)


def test_a_finding_has_all_keys_and_null_where_there_is_nothing_to_say():
    report = shape.report(results.result(), RU)
    of_cell, of_school = report["findings"][2], report["findings"][-1]
    assert of_cell["cell"] == "D4"
    assert of_cell["value"] == "31 апреля"
    assert of_cell["url"].endswith("range=D4")
    assert list(of_cell) == list(of_school)
    assert of_school["school"] == "sosh-4"
    assert of_school["row"] is None


def test_a_school_is_stood_against_every_obligation():
    late = shape.report(results.result(), RU)["schools"][2]
    assert late == {
        "school": "sosh-9",
        "name": "МБОУ «СОШ №9 г. Алдан»",
        "obliged": True,
        "standing": "late",
        "evidence": "timestamp",
        "entries": 1,
        "complete": 1,
        "on_time": 0,
        "contracts": "signed",
        "coverage": {"held": 1, "covered": 1},
    }


def test_every_row_of_the_plan_is_in_the_export_once():
    export = shape.export(results.result(), RU)
    assert [event["row"] for event in export["events"]] == [2, 5]
    assert [entry["row"] for entry in export["unresolved"]] == [4]
    assert [(row["row"], row["kind"]) for row in export["skipped"]] == [
        (1, "header"),
        (3, "section"),
    ]


def test_a_lost_row_stops_the_export():
    whole = results.result()
    with pytest.raises(AssertionError, match="4 exported of 5"):
        shape.export(whole._replace(skipped=whole.skipped[:1]), RU)


def test_an_event_holds_its_fields_and_where_it_stands():
    exported = event()
    assert exported["date"] == {
        "start": "2024-02-10",
        "end": "2024-02-10",
        "precision": "day",
        "time": "14:00",
    }
    assert exported["audience"] == {"who": ["students", "teachers"], "grades": [8, 9]}
    assert exported["participants"] == {
        "total": 80,
        "teachers": 26,
        "organisations": 3,
        "qualifier": "about",
    }
    assert exported["contract"] == {"status": "signed", "number": "5", "date": "2023-08-12"}
    assert exported["timing"] == "on-time"
    assert exported["evidence"] == {"kind": "timestamp", "at": "2023-05-30T12:00:00+09:00"}
    assert exported["complete"] is True


def test_what_nobody_filled_is_left_out_but_an_open_end_is_null():
    exported = event(
        date=EventDate(None, date(2024, 2, 10), Precision.UNTIL),
        settlement=Settlement("Томмот", None),
        place=None,
    )
    assert exported["date"] == {"start": None, "end": "2024-02-10", "precision": "until"}
    assert exported["settlement"] == {"name": "Томмот", "type": None}
    assert "place" not in exported
    assert "level" not in exported


def test_a_late_entry_says_by_how_many_seconds():
    late = shape.export(results.result(), RU)["events"][1]
    assert (late["timing"], late["evidence"]["late_by"]) == ("late", 7200)


def test_an_entry_to_be_mended_keeps_its_text_its_values_and_its_problems():
    [broken] = shape.export(results.result(), RU)["unresolved"]
    assert broken["raw"]["Дата"] == "31 апреля"
    assert broken["values"] == {"school": "sosh-6", "audience": {"who": ["teachers"], "grades": []}}
    assert broken["problems"] == ["required-missing", "date-impossible"]
    assert broken["complete"] is False


def test_people_are_exported_only_where_they_were_asked_for():
    without = json.dumps(shape.export(results.result(), RU), ensure_ascii=False)
    for personal in ("Иванов", "Петров", "+7914", "school8@"):
        assert personal not in without
    kept = shape.export(results.result()._replace(contacts=True), RU)
    assert kept["events"][0]["responsible"] == [{"last": "Иванова", "initials": "А.П."}]
    assert kept["events"][0]["phones"] == ["+74114542516", "+79141234567"]
    assert kept["unresolved"][0]["values"]["responsible"] == [
        {"last": "Петров", "initials": "И.И."}
    ]


def test_people_named_in_free_text_are_hidden_unless_they_were_asked_for():
    fields = {"title": "Урок", "place": "кабинет 5, звонить 8 914 123-45-67 Петрову И.И."}
    assert event(**fields)["title"] == "Урок"
    assert "123-45-67" not in event(**fields)["place"]
    assert "Петров" not in event(**fields)["place"]


def test_notes_are_reasons_by_field():
    first = shape.export(results.result(), RU)["events"][0]
    assert first["notes"] == {"date": ["year_inferred"], "school": ["lookalike_fixed"]}


@pytest.mark.parametrize(
    ("model", "document"),
    [(Report, shape.report), (Export, shape.export)],
    ids=["report", "export"],
)
def test_documents_are_what_their_schemas_say(model, document):
    text = shape.dumps(document(results.result(), RU))
    assert model.model_validate_json(text)
    assert set(model.model_json_schema()["required"]) == set(json.loads(text))


def test_json_is_readable_and_ends_with_a_line_end():
    text = shape.dumps({"школа": "СОШ №8"})
    assert text == '{\n  "школа": "СОШ №8"\n}\n'


def test_half_of_a_surrogate_pair_is_an_escape_and_comes_back():
    text = shape.dumps({"a": "\ud83d"})
    text.encode()
    assert json.loads(text) == {"a": "\ud83d"}


def written(result):
    """Return the report as it is written, and as a document."""
    out = io.StringIO()
    shape.write_report(result, RU, out)
    return out.getvalue(), json.loads(out.getvalue())


def test_what_is_written_finding_by_finding_is_the_document():
    text, document = written(results.result())
    assert document == shape.report(results.result(), RU)
    assert text == shape.dumps(document)


@pytest.mark.parametrize(
    "value", ["100 %s {x}", 'кавычки " и \\', "\x1b[31m", "а\u202eб", "a\nb", "\ud83d"]
)
def test_a_strange_value_is_written_so_that_it_comes_back(value):
    found = Finding(
        Code.DATE_UNREADABLE,
        Severity.ERROR,
        "not_a_date",
        tab=value,
        value=value,
        candidates=(value,),
        fingerprint="f",
    )
    text, document = written(results.result()._replace(findings=(found,)))
    [finding] = document["findings"]
    assert (finding["tab"], finding["value"], finding["candidates"]) == (value, value, [value])
    assert text == shape.dumps(document)
    assert all(letter == "\n" or letter.isprintable() for letter in text)


def test_findings_that_say_the_same_keep_their_places_and_names():
    one = Finding(
        Code.REQUIRED_MISSING,
        Severity.ERROR,
        "empty",
        tab="План",
        row=2,
        column="D",
        field="date",
        school="sosh-8",
        fingerprint="a",
    )
    other = one._replace(
        row=3,
        column="E",
        school=None,
        fingerprint="b",
        url="https://example.com/",
        since=results.MORNING_AFTER,
    )
    first, second = written(results.result()._replace(findings=(one, other)))[1]["findings"]
    own = ("row", "column", "cell", "school", "url", "fingerprint", "since")
    assert [first[key] for key in own] == [2, "D", "D2", "sosh-8", None, "a", None]
    assert [second[key] for key in own][:-1] == [3, "E", "E3", None, "https://example.com/", "b"]
    assert datetime.fromisoformat(second["since"]) == results.MORNING_AFTER
    assert {key: first[key] for key in first if key not in own} == {
        key: second[key] for key in second if key not in own
    }
