import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests import golden, results
from tests.reports.news import with_news
from tochka_sync.findings import Code
from tochka_sync.messages import Language
from tochka_sync.reports.markdown import LIMIT, code, escaped, link, write
from tochka_sync.visible import line

RU = Language.RU
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shown(result, language=RU, **known) -> str:
    out = io.StringIO()
    write(result, language, out, **known)
    return out.getvalue()


def plain(html: str) -> str:
    """Return the text of a page that is one paragraph."""
    body = html.removeprefix("<p>").removesuffix("</p>\n").replace("<!-- -->", "")
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        body = body.replace(entity, character)
    return body


def findings(count):
    return results.result()._replace(
        findings=tuple(
            results.BAD_DATE._replace(row=row, school=f"sosh-{row % 1000}", fingerprint=str(row))
            for row in range(count)
        )
    )


@pytest.mark.parametrize("language", Language)
def test_the_report_is_what_it_was(language):
    golden.same(f"markdown.{language}.md", shown(with_news(), language))


@pytest.mark.parametrize(
    "text",
    [
        "**жирно** _так_ ~~и так~~ `код`",
        "<b>x</b> <!-- y --> &copy; &amp;",
        "[щёлкни](javascript:alert(1)) ![x](y) <https://x.ru>",
        "# заголовок",
        "- пункт",
        "+ пункт",
        "1. пункт",
        "2) пункт",
        "---",
        "===",
        "> цитата",
        "a | b | c",
        r"\* обратная \\ черта \ ",
        "$x^2$ и $$y$$",
    ],
)
def test_nothing_of_the_sheet_is_markup(text):
    assert plain(READER.render(escaped(text))) == line(text)


@given(st.text(max_size=60))
def test_any_text_is_read_as_it_was_written(text):
    wanted = line(text)
    read = plain(READER.render(escaped(text)))
    assert re.sub(r"\s+", " ", read).strip() == re.sub(r"\s+", " ", wanted).strip()


@given(st.text(alphabet="`| a", max_size=12))
def test_any_run_of_backticks_stays_inside_of_the_code(text):
    if wanted := line(text):
        html = READER.render(f"x {code(text)} y")
        assert html == f"<p>x <code>{wanted}</code> y</p>\n"


def test_nobody_is_called_by_a_text_of_the_sheet():
    assert "@<!-- -->coordinator" in escaped("спросите @coordinator")
    assert "a@b.ru" in escaped("a@b.ru")


@pytest.mark.parametrize("text", ["мероприятие #12", "owner/repo#5", "смотри GH-7", "#3"])
def test_no_conversation_is_pointed_at_by_a_text_of_the_sheet(text):
    assert not re.search(r"(?i)#\d|gh-\d", escaped(text))
    assert "#тег" in escaped("наш #тег")


def test_only_an_address_of_the_web_is_a_link():
    assert link("D4", f"{results.URL}&range=D4") == f"[D4](<{results.URL}&range=D4>)"
    assert link("D4", "javascript:alert(1)") == "D4"
    assert link("D4", None) == "D4"
    assert READER.render(link("a", "https://x.ru/>) **b** <i>")).count("<a ") == 1
    assert "<i>" not in READER.render(link("a", "https://x.ru/>) **b** <i>"))


def test_a_summary_never_outgrows_what_github_takes():
    text = shown(findings(30_000))
    assert len(text.encode()) < LIMIT
    assert "**Отчёт сокращён:** не поместилось ещё" in text
    assert text.endswith("concise.\n")


@pytest.mark.parametrize("limit", [1100, 2000, 4000])
def test_what_is_cut_is_cut_at_a_line_and_counted(limit):
    whole = shown(findings(100))
    cut = shown(findings(100), limit=limit)
    assert len(cut.encode()) <= limit
    kept, _, said = cut.partition("\n**Отчёт сокращён:**")
    assert whole.startswith(kept)
    assert kept.endswith("\n") or not kept
    left_out = int(re.findall(r"не поместилось ещё (\d+) ", said)[0])
    assert left_out == whole.count("\n") - kept.count("\n")


def test_where_there_is_no_room_at_all_nothing_is_written():
    assert shown(results.result(), limit=10) == ""


def test_a_report_that_fits_is_not_called_cut():
    assert "сокращён" not in shown(findings(100))


def test_a_value_stands_as_code_beside_what_to_type():
    finding = results.found(
        Code.EMAIL_INVALID,
        row=4,
        column="D",
        value="*31* |апреля",
        suggestion="30.04.2024",
        url=f"{results.URL}&range=D4",
    )
    text = shown(results.result()._replace(findings=(finding,)))
    assert "Сейчас: `*31* |апреля`" in text
    assert "Впишите: `30.04.2024`" in text
    assert f"**[D4](<{results.URL}&range=D4>)** внимание: " in text


def test_a_line_to_be_pasted_stands_as_code():
    facts = {"other": "2", "checked": "1", "n": 2, "several": 'title = ["1", "2"]'}
    unread = results.found(Code.TAB_UNREAD, facts={**facts, "one": 'title = "1"'})
    text = shown(results.result()._replace(findings=(unread,)))
    assert '\n  `title = ["1", "2"]`  \n' in text
