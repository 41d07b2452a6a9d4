import io
import re
from datetime import timedelta

import pytest

from tests import golden, results
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language
from tochka_sync.privacy import MASK
from tochka_sync.reports.terminal import write
from tochka_sync.result import Since, Standing, Standings

RU = Language.RU
ESCAPE = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\")


class Screen(io.StringIO):
    """A stand-in for a terminal."""

    def isatty(self) -> bool:
        return True


def shown(result, language=RU) -> str:
    out = io.StringIO()
    write(result, language, out)
    return out.getvalue()


def on_screen(result, monkeypatch, **environment: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "80", **environment}.items():
        monkeypatch.setenv(name, value)
    out = Screen()
    write(result, RU, out)
    return out.getvalue()


def finding(code=Code.COLUMN_UNKNOWN, **known):
    known = {"row": 4, "column": "D", "school": "sosh-6", "severity": Severity.ERROR, **known}
    return results.found(
        code, "no_heading", facts={"column": "D", **known.pop("facts", {})}, **known
    )


def with_findings(*findings):
    return results.result()._replace(findings=findings)


@pytest.mark.parametrize("language", Language)
def test_the_report_is_what_it_was(language):
    golden.same(f"terminal.{language}.txt", shown(results.result(), language))


@pytest.mark.parametrize("language", Language)
def test_a_plan_in_good_order_fits_a_screen(language):
    text = shown(results.in_good_order(), language)
    golden.same(f"terminal.good.{language}.txt", text)
    assert len(text.splitlines()) <= 24


def test_schools_that_filed_nothing_come_before_those_that_were_late():
    text = shown(with_findings(finding()))
    missing, late = text.index("ничего не подали (1)"), text.index("подали с опозданием (1)")
    assert missing < late < text.index("не всё заполнено (1)") < text.index("Что исправить")
    assert "№4 п. Нижний Куранах" in text[missing:late]


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (timedelta(days=-9), "осталось 8 дней"),
        (timedelta(days=-2), "остался 1 день"),
        (timedelta(days=-1), "сегодня последний день"),
        (timedelta(hours=-8), "вышел 1 день назад"),
        (timedelta(days=22), "вышел 23 дня назад"),
    ],
)
def test_days_are_counted_by_the_calendar_of_the_plans_place(moved, said):
    at = results.MORNING_AFTER + moved
    assert said in shown(with_findings()._replace(as_of=at))


def test_the_rows_add_up_and_the_sum_is_said():
    text = shown(with_findings(finding()))
    assert "Строк 5 = чистых 2 + на доработку 1 + пропущено 2." in text


def test_a_finding_names_its_cell_its_value_and_what_to_type():
    text = shown(with_findings(finding(value="31 апреля", suggestion="30.04.2024")))
    assert "    D4 ошибка: " in text
    assert "      Сейчас: 31 апреля\n" in text
    assert "      Впишите: 30.04.2024\n" in text


def test_a_hidden_value_is_not_shown_as_what_stands_there():
    assert "Сейчас" not in shown(with_findings(finding(value=MASK)))


def test_a_guess_is_not_offered_as_the_right_text():
    text = shown(with_findings(finding(suggestion="a@mail.ru", facts={"guess": True})))
    assert "Возможно, имелось в виду: a@mail.ru" in text
    assert "Впишите" not in text


def test_the_tab_is_named_only_where_there_are_several():
    assert "    D4 ошибка" in shown(with_findings(finding()))
    two = with_findings(finding(), finding(tab="Школы", column="A"))
    assert "    План!D4, Школы!A4 ошибка" in shown(two)


def test_what_is_to_be_said_of_several_cells_alike_is_said_once():
    alike = [finding(row=row, suggestion="10.02.2024") for row in (4, 7, 9)]
    text = shown(with_findings(*alike, finding(row=8, suggestion="11.02.2024")))
    assert "    D4, D7, D9 ошибка: " in text
    assert "    D8 ошибка: " in text
    assert text.count("Впишите: ") == 2


def test_of_very_many_cells_alike_the_first_are_named_and_the_rest_counted():
    text = shown(with_findings(*(finding(row=row) for row in range(2, 57))))
    plain = re.sub(r"\s+", " ", text)
    assert "D12, D13 и ещё 43 — ошибка: " in plain
    assert "замечаний: все" not in text


def test_what_is_new_since_the_last_report_is_said_first_and_marked():
    new, old = finding(row=4, value="31 апреля"), finding(row=5, value="32 мая")
    since = Since(results.MORNING_AFTER - timedelta(days=1), (new,), (), (old,), ())
    text = shown(with_findings(new, old)._replace(since=since))
    assert text.index("новых замечаний 1, исправлено 0") < text.index("Школы, которым")
    assert "    новое D4 ошибка: " in text
    assert "    D5 ошибка: " in text


def test_a_night_without_news_is_said_in_one_line():
    old = finding()
    since = Since(results.MORNING_AFTER - timedelta(days=1), (), (), (old,), ())
    text = shown(with_findings(old)._replace(since=since))
    assert "С отчёта 02.06.2023 08:00 ничего не изменилось; замечаний: 1.\n" in text


def test_findings_are_grouped_by_school_and_ordered_by_row():
    text = shown(
        with_findings(
            finding(row=9),
            finding(school="sosh-8", row=7),
            finding(row=2),
            finding(Code.PHONE_INVALID, school=None, value="8 914"),
        )
    )
    places = [text.index(part) for part in ("№6 г. Томмот»\n    D2", "D9", "»\n    D7", "Школа не")]
    assert places == sorted(places)


def test_what_concerns_the_whole_sheet_comes_first():
    text = shown(with_findings(finding(), finding(school=None, row=None, column=None)))
    assert text.index("Таблица в целом") < text.index("D4 ошибка")


def test_what_is_wrong_with_the_header_concerns_the_whole_sheet_and_no_school_that_is_not_known():
    text = shown(with_findings(finding(), finding(school=None, row=1)))
    assert text.index("Таблица в целом") < text.index("D1 ошибка") < text.index("D4 ошибка")
    assert "Школа не определена" not in text


@pytest.mark.parametrize(
    ("code", "reason", "facts"),
    [
        (Code.DATE_OUTSIDE_YEAR, "plan_year", {"said": "2022–2023", "year": "2023–2024"}),
        (Code.SCHOOL_CONFLICT, "other_tab", {"called": "СОШ №1", "said": "СОШ №2"}),
        (Code.MISPLACED_VALUE, "other_tab", {"called": "Март", "said": "Апрель"}),
    ],
)
def test_what_a_title_says_concerns_the_whole_sheet_and_no_school_that_is_not_known(
    code, reason, facts
):
    title = results.found(code, reason, facts=facts, row=1, column="A", school=None)
    text = shown(with_findings(finding(), title))
    assert text.index("Таблица в целом") < text.index("A1 ") < text.index("D4 ошибка")
    assert "Школа не определена" not in text


@pytest.mark.parametrize("language", Language)
def test_a_command_to_be_pasted_is_not_folded_where_it_fits_a_line(language):
    facts = {
        "event": "Урок «Точки роста» для всех",
        "read": "01.12.2023 10:10",
        "snapshot": 1234567,
        "restore": "tochka-sync restore 1234567 --config plans/aldan.toml",
    }
    gone = results.found(Code.ENTRY_REMOVED, facts=facts, school="sosh-6")
    lines = shown(with_findings(gone), language).splitlines()
    command = r"tochka-sync restore 1234567 --config plans/aldan.toml --export \w+\.xlsx"
    assert any(re.search(command, line) for line in lines)
    assert max(map(len, lines)) <= 80
    assert "\ue000" not in "".join(lines)


def test_more_findings_than_one_reads_are_counted():
    text = shown(with_findings(*(finding(row=row, value=f"x{row}") for row in range(2, 57))))
    assert text.count(" ошибка: ") == 20
    assert "и ещё 35 замечаний: все" in text


def test_findings_of_more_schools_than_one_reads_are_counted_by_kind():
    of_many = [
        finding(row=row, value=f"x{row}", school=f"s-{school}")
        for school in range(60)
        for row in range(school * 30, school * 30 + 30)
    ]
    mistyped = finding(Code.PHONE_INVALID, school="s-59", row=4000, value="8 914")
    text = shown(with_findings(*of_many, mistyped))
    assert text.count(" ошибка: ") == 25 * 20
    plain = re.sub(r"\s+", " ", text)
    assert "И ещё 35 школ, у них 1051 замечание: все — в отчёте json или concise" in plain
    assert "    незнакомые столбцы: 1050\n    неверный телефон: 1\n" in text


def test_of_very_many_schools_without_entries_the_rest_are_counted():
    whole = results.result()
    missing = whole.schools[0]._replace(standing=Standing.MISSING, entries=0)
    text = shown(whole._replace(schools=Standings.of([missing] * 251)))
    assert text.count(f"    {missing.school.name}\n") == 200
    assert "    и ещё 51 школа: все — в отчёте html или json\n" in text


def test_notes_are_summed_up_by_kind_with_their_first_places():
    infos = [finding(Code.COLUMN_UNKNOWN, severity=Severity.INFO, row=row) for row in range(2, 11)]
    text = shown(with_findings(*infos))
    assert "  незнакомые столбцы: 9 (D2, D3, D4, D5, D6, D7, и ещё 3)\n" in text
    assert "Что исправить" not in text


def test_schools_without_a_contract_are_listed_once_it_is_due():
    owing = results.NOTHING_FILED._replace(code=Code.CONTRACT_MISSING, school="sosh-6")
    assert "Нет сведений о договоре\n  МБОУ «СОШ №6" in shown(with_findings(owing))
    early = owing._replace(severity=Severity.INFO)
    assert "нет сведений о договоре: 1 (МБОУ «СОШ №6" in shown(with_findings(early))


def test_a_school_that_still_has_time_is_listed_and_not_noted_again():
    whole = results.result()
    waiting = whole.schools[3]._replace(standing=Standing.PENDING)
    text = shown(
        whole._replace(
            schools=Standings.of([waiting]),
            findings=(results.NOTHING_FILED._replace(severity=Severity.INFO),),
        )
    )
    assert "пока не подали полностью (1)" in text
    assert "К сведению" not in text


def test_text_of_the_sheet_is_neither_markup_nor_commands():
    text = shown(with_findings(finding(value="[bold]\x1b[2J:smile:[/]", suggestion="[red]x")))
    assert "Сейчас: [bold]␛[2J:smile:[/]" in text
    assert "Впишите: [red]x" in text
    assert "\x1b" not in text


def test_nothing_is_cut_however_narrow_the_terminal(monkeypatch):
    long = "https://example.ru/" + "a" * 200
    narrow = on_screen(with_findings(finding(value=long)), monkeypatch, COLUMNS="30")
    plain = ESCAPE.sub("", narrow)
    assert max(map(len, plain.splitlines())) <= 30
    assert long in re.sub(r"\s+", "", plain)


@pytest.mark.parametrize("language", Language)
def test_a_line_to_be_pasted_stands_alone_and_is_not_folded(language, monkeypatch):
    several = "title = [{}]".format(", ".join(f'"{n} четверть, педагоги"' for n in range(1, 6)))
    facts = {"other": "2 четверть", "checked": "1 четверть", "n": 2, "several": several}
    unread = results.found(Code.TAB_UNREAD, facts={**facts, "one": 'title = "1 четверть"'})
    for text in (
        shown(with_findings(unread), language),
        on_screen(with_findings(unread), monkeypatch),
    ):
        lines = [line.strip() for line in ESCAPE.sub("", text).splitlines()]
        assert {several, 'title = "1 четверть"'} <= set(lines)


def test_a_file_has_no_colours_and_eighty_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    text = shown(with_findings(finding(value="слово " * 60)))
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    assert all(line == line.rstrip() for line in text.splitlines())


def test_a_terminal_has_colours_and_links_to_the_cells(monkeypatch):
    text = on_screen(with_findings(finding(url=f"{results.URL}&range=D4")), monkeypatch)
    assert "\x1b[1;31m" in text
    assert f"{results.URL}&range=D4\x1b\\" in text


def test_a_reader_who_wants_no_colours_gets_none(monkeypatch):
    text = on_screen(with_findings(finding()), monkeypatch, NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*3\dm", text)


def test_a_replay_says_of_which_moment_it_speaks():
    replayed = with_findings()._replace(as_of=results.MORNING_AFTER - timedelta(days=30))
    assert "на 04.05.2023 08:00 (Asia/Yakutsk)" in shown(replayed)
    assert "(Asia/Yakutsk)" not in shown(with_findings())
