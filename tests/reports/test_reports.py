"""What holds for every report."""

import io
from dataclasses import replace

import pytest

from tests import results
from tests.plans import ROOT, judged
from tests.reports.news import with_news
from tochka_sync import messages
from tochka_sync.messages import Language
from tochka_sync.reports import WRITERS, ReportFormat
from tochka_sync.result import Standings

HEADER = "Школа | Мероприятие | Дата проведения | Участники | Ответственный | Телефон | Почта"
PEOPLE = (
    "СОШ №8 | Семинар Сидоровой О.Н. | 31 апреля 8 914 123-45-67 | Кузнецов Пётр Ильич | Иванова А.П. | 8 914 765 43 | boss@@mail.ru",
    "СОШ 777 тел. 8 914 222-33-44 | Квест, отв. Романова И.И. | 15.02.2024 | педагоги | + | 12 | тест@mail.ru",
)
MARKERS = (
    "Сидоров",
    "123-45-67",
    "1234567",
    "Кузнецов",
    "Иванова",
    "765 43",
    "boss@",
    "222-33-44",
    "Романова",
    "тест@",
)
NASTY = "\x1b[2J\x00\x08\u202e\ud800\ufffe \r\n::error::x\u2028##[group]`</failure>]]>&lt;"


def written(format_: ReportFormat, result, language=Language.RU) -> str:
    out = io.StringIO()
    WRITERS[format_](result, language, out)
    return out.getvalue()


def test_every_format_has_a_writer():
    assert set(WRITERS) == set(ReportFormat)


@pytest.mark.parametrize("page", ["reports.md", "reports.ru.md"])
def test_every_format_is_described(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert [each for each in ReportFormat if f"| `{each}` |" not in text] == []


@pytest.mark.parametrize("language", Language)
def test_the_help_names_every_format(language):
    known = messages.text(language, "help.option.formats")
    assert [each for each in ReportFormat if each not in known] == []


@pytest.mark.parametrize("format_", ReportFormat)
def test_people_stay_out_of_every_report(format_):
    text = written(format_, judged(HEADER, *PEOPLE))
    assert [marker for marker in MARKERS if marker in text] == []


@pytest.mark.parametrize("format_", ReportFormat)
@pytest.mark.parametrize("language", Language)
def test_every_report_speaks_both_languages(format_, language):
    text = written(format_, with_news(), language)
    other = {Language.RU: "is empty", Language.EN: "Ячейка пуста"}[language]
    own = {Language.RU: "Ячейка пуста", Language.EN: "is empty"}[language]
    assert (own in text, other in text) == (True, False)


@pytest.mark.parametrize("format_", ReportFormat)
def test_no_report_carries_control_characters_of_the_sheet(format_):
    finding = results.BAD_DATE._replace(value=NASTY, suggestion=NASTY, candidates=(NASTY,))
    school = results.SIX._replace(name=NASTY)
    whole = results.result()
    entry = replace(whole.entries[0], values={**whole.entries[0].values, "title": NASTY})
    text = written(
        format_,
        whole._replace(
            findings=(finding,),
            entries=(entry, *whole.entries[1:]),
            schools=Standings.of((whole.schools[0], whole.schools[1]._replace(school=school))),
            origin=whole.origin._replace(name=NASTY),
        ),
    )
    forbidden = {"\x1b", "\x00", "\x08", "\u202e", "\ud800", "\ufffe", "\r"}
    if format_ is ReportFormat.JSON or format_ is ReportFormat.SARIF:
        forbidden -= {"\u202e", "\ufffe"}  # JSON carries values as they are; escapes do the rest
    assert sorted(forbidden & set(text)) == []
    assert text.encode("utf-8")


@pytest.mark.parametrize("format_", ReportFormat)
def test_an_empty_plan_is_a_report_too(format_):
    nothing = results.in_good_order()._replace(
        entries=(), schools=Standings.of(()), skipped=(), findings=(), url=None
    )
    assert written(format_, nothing) or format_ is ReportFormat.CONCISE


@pytest.mark.parametrize("format_", [ReportFormat.HTML, ReportFormat.MARKDOWN])
def test_of_no_school_is_it_said_that_it_filed_where_the_form_does_not_tell(format_):
    text = written(format_, judged("когда-то | что-то", "10.02.2024 | Семинар"))
    assert "неизвестно, подали ли" in text
    assert "подали, время неизвестно" not in text
