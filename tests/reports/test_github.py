import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import golden, results
from tests.reports.news import with_news
from tochka_sync.findings import Severity
from tochka_sync.messages import Language
from tochka_sync.reports.github import command, harmless, write

RU = Language.RU


def lines(result, language=RU) -> list[str]:
    out = io.StringIO()
    write(result, language, out)
    return out.getvalue().splitlines()


def read(text: str) -> tuple[str, dict[str, str], str]:
    """Read one command as the runner of GitHub does."""
    head, message = text.removeprefix("::").split("::", 1)
    name, _, told = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in told.split(",") if pair)

    def plain(value: str, *names: tuple[str, str]) -> str:
        for escape, character in (("%0D", "\r"), ("%0A", "\n"), *names, ("%25", "%")):
            value = value.replace(escape, character)
        return value

    own = (("%3A", ":"), ("%2C", ","))
    return name, {key: plain(value, *own) for key, value in properties.items()}, plain(message)


def many(count, severity=Severity.ERROR):
    found = tuple(
        results.BAD_DATE._replace(row=row, severity=severity) for row in range(2, count + 2)
    )
    return results.result()._replace(findings=found)


@pytest.mark.parametrize("language", Language)
def test_the_annotations_are_what_they_were(language):
    golden.same(f"github.{language}.txt", "\n".join([*lines(with_news(), language), ""]))


@given(st.sampled_from(["error", "warning", "notice"]), st.text(min_size=1), st.text())
def test_the_runner_reads_any_text_as_it_was(name, title, message):
    text = command(name, {"file": "plan.csv", "title": title}, message)
    assert text.count("\n") == 1
    assert "\r" not in text
    assert read(text[:-1]) == (name, {"file": "plan.csv", "title": title}, message)


def test_every_line_is_one_command_whatever_is_in_the_sheet():
    attack = "x\n::set-output name=a::b\r\n::stop-commands::c%0A::error::d"
    finding = results.BAD_DATE._replace(value=attack, suggestion=attack, tab=attack)
    result = results.result()._replace(
        findings=(finding,),
        plan=results.result().plan._replace(title=attack),
        origin=results.result().origin._replace(name=attack),
    )
    assert [read(each)[0] for each in lines(result)] == ["notice", "error"]


def test_an_annotation_names_file_line_column_school_and_what_to_type():
    finding = results.BAD_DATE._replace(suggestion="30.04.2024")
    _, error = lines(results.result()._replace(findings=(finding,)))
    name, told, message = read(error)
    assert name == "error"
    assert told == {
        "file": "План 2023–2024",
        "line": "4",
        "col": "4",
        "title": "МБОУ «СОШ №6 г. Томмот» · D4",
    }
    assert message.endswith("\nВпишите: 30.04.2024")


def test_where_the_plan_was_exported_the_file_is_that_one():
    exported = results.result()._replace(exported=("out/plan.xlsx", "out/plan.csv"))
    told = {read(each)[1].get("line"): read(each)[1].get("file") for each in lines(exported)[1:]}
    assert set(told.values()) == {"out/plan.csv"}
    assert set(told) == {None, "3"}  # the late entry of row 5 is the second clean one


def test_all_are_summed_up_in_a_notice():
    name, told, message = read(lines(results.result())[0])
    assert (name, told["title"]) == ("notice", results.result().plan.title)
    assert "вышел 1 день назад" in message
    assert "должны подать 4, подали 2, из них в срок 1" in message
    assert "ошибок 4, предупреждений 0, к сведению 1" in message


def test_notes_are_counted_and_not_annotated():
    assert len(lines(many(5, Severity.INFO))) == 1


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_of_more_than_github_shows_the_tenth_says_how_many(severity):
    ten = lines(many(10, severity))[1:]
    assert len(ten) == 10
    assert all("line=" in each for each in ten)
    eleven = lines(many(11, severity))[1:]
    assert len(eleven) == 12
    assert ["line=" in each for each in eleven[:10]] == [True] * 9 + [False]
    assert "И ещё 2 " in eleven[9]


def test_errors_come_before_warnings():
    mixed = results.result()._replace(
        findings=(results.BAD_DATE._replace(severity=Severity.WARNING), results.NO_TITLE)
    )
    assert [read(each)[0] for each in lines(mixed)] == ["notice", "error", "warning"]


@pytest.mark.parametrize(
    "text", ["::error::x", "x\n  ::stop-commands::y\n", "\t::a", "СОШ ##[group]x", "\n\n::x"]
)
def test_a_report_in_a_log_holds_no_command(text):
    shown = harmless(text)
    assert shown.replace("\u200b", "") == text
    assert not any(each.strip().startswith("::") for each in shown.splitlines())
    assert "##[" not in shown


def test_a_report_without_commands_stays_as_it_is():
    assert harmless("a::b\n# [x] 10:00") == "a::b\n# [x] 10:00"
