"""The page as text; what a browser makes of it is in tests/browser."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import golden, results
from tests.reports.news import with_news
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language
from tochka_sync.reports.html import write
from tochka_sync.result import Standing, Standings

RU = Language.RU


def page(result, language=RU) -> str:
    out = io.StringIO()
    write(result, language, out)
    return out.getvalue()


def text(result) -> str:
    """Return what a reader sees, without tags."""
    body = page(result).partition("<body>")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def part(result, name: str) -> str:
    """Return one section of the page."""
    return re.split(r'<section (?:class="\w+" )?id=', page(result).partition(f'id="{name}"')[2])[0]


def finding(row=4, **known):
    known = {"column": "D", "school": "sosh-6", "severity": Severity.ERROR, **known}
    return results.found(Code.COLUMN_UNKNOWN, "no_heading", facts={"column": "D"}, row=row, **known)


def with_findings(*findings):
    return results.result()._replace(findings=findings)


@pytest.mark.parametrize("language", Language)
def test_the_page_is_what_it_was(language):
    golden.same(f"html.{language}.html", page(with_news(), language))


def test_a_page_is_one_file_without_a_script():
    whole = page(with_news())
    assert "<script" not in whole
    assert not re.search(r"\b(?:src|srcset)=|@import|url\(", whole)
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in whole
    assert re.findall(r'<link[^>]*href="([^"]*)"', whole) == ["data:,"]


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (timedelta(days=-9), "До срока 8 дней"),
        (timedelta(days=-1), "Сегодня последний день"),
        (timedelta(hours=-8), "Срок вышел 1 день назад"),
        (timedelta(days=22), "Срок вышел 23 дня назад"),
    ],
)
def test_the_deadline_is_said_first(moved, said):
    at = results.MORNING_AFTER + moved
    assert said in text(results.result()._replace(as_of=at))[:600]


def test_schools_that_need_attention_come_first():
    table = part(results.result(), "schools")
    names = re.findall(r'href="#school-(sosh-\d)"', table)
    assert names == ["sosh-4", "sosh-9", "sosh-6", "sosh-8"]


def test_every_school_has_a_section_even_with_nothing_to_mend():
    whole = page(results.in_good_order())
    assert whole.count('id="school-sosh-8"') == 1
    assert "Исправлять нечего." in whole


def test_a_finding_has_its_cell_its_value_and_what_to_type():
    shown = part(
        with_findings(
            finding(url=f"{results.URL}&range=D4", value="31 апреля", suggestion="30.04.2024")
        ),
        "school-sosh-6",
    )
    assert f'href="{results.URL.replace("&", "&amp;")}&amp;range=D4">D4</a>' in shown
    assert ">31 апреля</q>" in shown
    assert "Впишите: <kbd" in shown
    assert ">30.04.2024</kbd>" in shown


def test_a_guess_is_not_offered_as_the_right_text():
    guess = finding(suggestion="a@mail.ru")._replace(facts={"column": "D", "guess": True})
    shown = text(with_findings(guess))
    assert "Возможно, имелось в виду: a@mail.ru" in shown
    assert "Впишите" not in shown


def test_a_finding_tells_since_when_it_is_there():
    old = finding(since=results.MORNING_AFTER - timedelta(days=2))
    assert "с 01.06.2023, 2 дня" in text(with_findings(old))
    assert "с 03.06.2023" not in text(with_findings(finding(since=results.MORNING_AFTER)))


def test_what_is_new_what_came_back_and_what_was_put_right_is_told():
    news = part(with_news(), "news")
    assert "С отчёта 02.06.2023 08:00: новых замечаний 1, исправлено 1, появились снова 1" in news
    assert news.index("Новые замечания") < news.index("Такой даты нет")
    assert news.index("Появились снова") < news.index("Ячейка пуста")
    assert "дату можно понять по-разному · дата · «Науку в каждый класс»" in news
    assert '<b class="news">новое</b>' in part(with_news(), "school-sosh-6")


def test_where_no_report_is_remembered_nothing_is_called_new():
    whole = page(results.result())
    assert 'id="news"' not in whole
    assert "новое" not in whole


def test_grave_news_come_before_notes():
    whole = with_news()
    note = whole.findings[0]._replace(since=results.MORNING_AFTER)
    since = whole.since
    assert since is not None
    assert note.severity is Severity.INFO
    news = part(whole._replace(since=since._replace(new=(note, *since.new))), "news")
    assert news.index("Такой даты нет") < news.index("к сведению")


def test_more_findings_than_one_reads_are_counted_and_not_shown():
    many = with_findings(*(finding(row, value=f"x{row}") for row in range(2, 10_002)))
    shown = part(many, "school-sosh-6")
    assert shown.count("<li") == 25
    assert "и ещё 9975:" in shown
    assert len(page(many)) < 100_000


def test_notes_are_folded_away():
    shown = part(with_findings(finding(severity=Severity.INFO)), "school-sosh-6")
    assert shown.index("Исправлять нечего.") < shown.index("<details>") < shown.index("D4")


def test_what_belongs_to_no_school_comes_first():
    form = finding(1, school=None)
    stray = finding(9, school=None)._replace(code=Code.PHONE_INVALID, value="8 914")
    shown = page(with_findings(finding(), stray, form))
    anchors = re.findall(r'<section class="school" id="([\w-]+)"', shown)
    assert anchors == [
        "sheet",
        "no-school",
        "school-sosh-8",
        "school-sosh-6",
        "school-sosh-9",
        "school-sosh-4",
    ]


def test_without_a_known_time_the_page_says_so_and_draws_nothing():
    shown = part(results.result(), "arrivals")
    assert "<svg" not in shown
    assert "Когда внесены записи, неизвестно" in shown


def test_a_known_time_is_drawn():
    whole = results.result()
    stamped = replace(
        whole.entries[0], values={**whole.entries[0].values, "submitted_at": results.ON_TIME.at}
    )
    shown = part(whole._replace(entries=(stamped, *whole.entries[1:])), "arrivals")
    assert '<svg class="arrivals"' in shown
    assert "Ещё 2 записи — время неизвестно." in shown


def test_the_plan_is_in_the_order_of_its_days_by_months():
    whole = results.result()
    first, _, last = whole.entries
    date = first.values["date"]
    later = replace(date, start=date.start.replace(month=5), end=date.end.replace(month=5))
    moved = replace(first, values={**first.values, "date": later})
    shown = part(whole._replace(entries=(moved, last)), "plan")
    february, may = shown.index("февраль 2024"), shown.index("май 2024")
    assert february < shown.index("День «Точки роста»") < may < shown.index("Науку в каждый класс")
    assert "2 записи без ошибок." in shown


def test_the_year_has_twelve_months_and_links_to_those_with_events():
    shown = part(results.result(), "year")
    assert shown.count("<svg") == 12
    assert re.findall(r'href="#month-([\d-]+)"', shown) == ["2024-02"]


@pytest.mark.parametrize(
    ("place", "said"),
    [("СОШ №8 г. Томмот", ""), ("СОШ №80", "СОШ №80"), ("актовый зал", "актовый зал")],
)
def test_where_an_event_is_is_said_so_far_as_its_school_does_not_say_it(place, said):
    whole = results.result()
    first, *rest = whole.entries
    there = replace(first, values={**first.values, "place": place})
    shown = part(whole._replace(entries=(there, *rest)), "plan")
    detail = f' <span class="detail">{said}</span>' if said else ""
    assert f">МБОУ «СОШ №8 г. Томмот»{detail}</td>" in shown


def test_what_is_to_be_said_of_several_cells_alike_is_said_once():
    alike = (finding(row, url=f"{results.URL}&range=D{row}") for row in (4, 7))
    shown = part(with_findings(*alike), "school-sosh-6")
    assert re.search(r">D4</a>, <a [^>]*>D7</a> <span", shown)
    assert shown.count("<li") == 1


@pytest.mark.parametrize(
    ("title", "said"),
    [("«Шахматная осень»", "«Шахматная осень»"), ("Урок «Атом»", "«Урок „Атом“»")],
)
def test_a_title_put_right_stands_in_one_pair_of_quotes(title, said):
    whole = with_news()
    since = whole.since
    assert since is not None
    settled = since.put_right[0]._replace(title=title)
    assert f" · {said} · " in part(
        whole._replace(since=since._replace(put_right=(settled,))), "news"
    )


def test_people_have_a_column_only_where_they_were_asked_for():
    assert "Иванова" not in page(results.result())
    kept = page(results.result()._replace(contacts=True))
    assert "Иванова А.П." in kept
    assert "имена и контакты скрыты" not in kept


def test_only_addresses_of_the_web_become_links():
    for address in ("javascript:alert(1)", "data:text/html,x", " https://x", "file:///etc"):
        shown = page(with_findings(finding(url=address))._replace(url=address))
        assert address not in shown


def test_a_school_the_order_does_not_name_is_last_and_not_counted():
    whole = results.result()
    free = whole.schools[3]._replace(standing=Standing.NOT_OBLIGED, obliged=False)
    shown = page(whole._replace(schools=Standings.of((free, *whole.schools[:3]))))
    names = re.findall(r'href="#school-(sosh-\d)"', shown)
    assert names[-1] == "sosh-4"
    assert "приказ не касается" not in shown.partition('class="legend"')[2].partition("</ul>")[0]


def test_an_event_without_a_day_is_the_last_of_the_plan():
    whole = results.result()
    first, _, last = whole.entries
    undated = replace(first, values={**first.values, "date": None})
    shown = part(whole._replace(entries=(undated, last)), "plan")
    assert shown.index("февраль 2024") < shown.index("Без даты") < shown.index("Науку в каждый")


def test_the_legend_tells_schools_that_filed_nobody_knows_when_from_those_that_may_have_filed():
    schools = [
        results.school(results.EIGHT, Standing.UNKNOWN, "none", entries=1, complete=1),
        results.school(results.SIX, Standing.UNKNOWN, "none"),
        results.school(results.NINE, Standing.UNKNOWN, "none", entries=2, complete=2),
    ]
    shown = page(results.result()._replace(schools=Standings.of(schools)))
    legend = shown.partition('class="legend"')[2].partition("</ul>")[0]
    assert re.findall(r"</span>(.*?) <b>(\d)</b>", legend) == [
        ("подали, время неизвестно", "2"),
        ("неизвестно, подали ли", "1"),
    ]
