"""What a sentence tells a person besides itself: what to type, an example, days as they are typed."""

import pytest

from tests import results
from tochka_sync import messages
from tochka_sync.errors import GuardError
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.messages import Language
from tochka_sync.reports.said import Sayer

RU = Language.RU


@pytest.mark.parametrize("field", Field)
@pytest.mark.parametrize("language", Language)
def test_an_empty_cell_is_told_what_may_stand_in_it(field, language):
    empty = results.found(Code.REQUIRED_MISSING, "empty", row=4, column="D", field=field)
    _, hint = messages.finding(language, empty)
    assert messages.text(language, f"example.{field}") in hint


@pytest.mark.parametrize(
    ("candidates", "shown"),
    [
        (("2024-02-01/2024-02-29", "/2024-02-23"), "01.02.2024 – 29.02.2024; до 23.02.2024"),
        (("2024-02-01/", "2024-03-01"), "с 01.02.2024; 01.03.2024"),
        (("2024-03-10", "2024-05-10"), "10.03.2024; 10.05.2024"),
        (("2024-03-10/2024-03-12", "2024-03-12"), "10.03.2024 – 12.03.2024; 12.03.2024"),
        (("10:15", "10.15"), "10:15; 10.15"),
        (("СОШ №8/9",), "СОШ №8/9"),
    ],
)
def test_readings_are_named_as_people_type_them(candidates, shown):
    unclear = results.found(
        Code.DATE_AMBIGUOUS, row=4, column="D", value="10 ма 2024", candidates=candidates
    )
    assert (
        messages.finding(RU, unclear)[0] == f"Дату «10 ма 2024» можно понять по-разному: {shown}."
    )


@pytest.mark.parametrize("typed", [" 31 апреля ", "31 апреля\n", "\t31 апреля\xa0"])
def test_blanks_around_a_value_do_not_stand_in_its_quotes(typed):
    found = results.found(Code.DATE_IMPOSSIBLE, value=typed)
    assert messages.finding(RU, found)[0] == "Такой даты нет: «31 апреля»."
    assert messages.sentence(Language.EN, found) == "There is no such date: '31 апреля'."


@pytest.mark.parametrize(
    ("typed", "said"),
    [("«Квест»", "«Квест»"), ("квест «Бор»", "«квест „Бор“»"), ("«А» и «Б»", "«„А“ и „Б“»")],
)
def test_a_value_in_quotes_is_told_in_one_pair_of_them(typed, said):
    found = results.found(Code.VALUE_UNREADABLE, reason="title_is_type", value=typed)
    assert messages.sentence(RU, found).startswith(f"{said} — это форма проведения")
    assert Sayer(results.result(), RU).say(found).now == ""


def test_a_text_to_type_is_all_there_is_to_do():
    known = results.found(Code.DATE_IMPOSSIBLE, suggestion="30.04.2024")
    assert messages.told(RU, known)[1:] == ("Впишите: 30.04.2024", "")
    assert messages.told(RU, known, "2026–2027")[1:] == ("Впишите: 30.04.2024", "")


@pytest.mark.parametrize(
    ("code", "reason", "field", "example"),
    [
        (Code.REQUIRED_MISSING, "empty", "date", "10.02.2027"),
        (Code.DATE_UNREADABLE, "which_one", "date", "10.02.2027 или февраль 2027"),
        (Code.DATE_UNREADABLE, "part_of_unit", "date", "25.10.2026"),
        (Code.VALUE_UNREADABLE, "stamp_unreadable", "submitted_at", "02.06.2026"),
    ],
)
def test_examples_are_of_the_plan_s_school_year(code, reason, field, example):
    found = results.found(code, reason, field=field, value="10 ма 2024")
    wrong, _, hint = messages.told(RU, found, "2026–2027")
    assert example in hint
    assert not {"2023", "2024"} & set(hint.replace(".", " ").split())
    assert "2026" not in wrong


def test_where_there_is_nothing_to_type_the_hint_says_what_to_do():
    _, typed, hint = messages.told(RU, results.found(Code.DATE_IMPOSSIBLE))
    assert typed == ""
    assert hint.startswith("Проверьте")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", [None, "nearest", "across"])
def test_a_column_that_is_missing_is_to_be_added_and_not_typed_somewhere(language, reason):
    facts = {"looked_for": "Дата", "nearest": "Когда", "nearest_column": "D", "columns": "C–N"}
    missing = results.found(
        Code.COLUMN_MISSING, reason, facts=facts, field="date", suggestion="Дата проведения"
    )
    _, typed, hint = messages.told(language, missing)
    assert typed == ""
    assert "Дата проведения" in hint


def test_a_guess_is_to_be_looked_at():
    guess = results.found(Code.DATE_IMPOSSIBLE, suggestion="30.04.2024", facts={"guess": True})
    _, typed, hint = messages.told(RU, guess)
    assert typed == "Возможно, имелось в виду: 30.04.2024"
    assert hint.startswith("Проверьте")


def test_what_a_spreadsheet_spoils_comes_with_the_way_to_keep_it():
    spoilt = results.found(Code.EXCEL_AUTOFORMAT, value="08.сен", suggestion="8–9")
    _, typed, hint = messages.told(RU, spoilt)
    assert typed == "Впишите: 8–9"
    assert "«Обычный текст»" in hint


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        (RU, 1, "В план не вошло 1 мероприятие с листа «2»:"),
        (RU, 3, "В план не вошли 3 мероприятия с листа «2»:"),
        (RU, 11, "В план не вошло 11 мероприятий с листа «2»:"),
        (RU, 21, "В план не вошло 21 мероприятие с листа «2»:"),
        (Language.EN, 1, "1 event of the tab '2' is not in the plan:"),
        (Language.EN, 3, "3 events of the tab '2' are not in the plan:"),
    ],
)
def test_a_sentence_agrees_with_its_count(language, count, said):
    facts = {"other": "2", "checked": "1", "n": count, "several": "a", "one": "b"}
    unread = results.found(Code.TAB_UNREAD, facts=facts)
    assert said in messages.finding(language, unread)[0]


@pytest.mark.parametrize(
    ("count", "expected", "received"),
    [
        (0, "школ должны подать", "подали"),
        (1, "школа должна подать", "подала"),
        (2, "школы должны подать", "подали"),
        (5, "школ должны подать", "подали"),
        (11, "школ должны подать", "подали"),
        (21, "школа должна подать", "подала"),
        (101, "школа должна подать", "подала"),
    ],
)
def test_figures_of_schools_agree_with_their_words(count, expected, received):
    assert messages.text(RU, "html.expected", n=count) == expected
    assert messages.text(RU, "html.received", n=count) == received


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", ["lookalike_fixed", "ditto", "typo_fixed", "transliterated"])
def test_what_was_put_right_in_a_hidden_cell_is_not_said_to_become_itself(language, reason):
    hidden = {"old": "•••", "new": "•••"}
    shown = {"old": "8О9", "new": "809"}
    said = {
        name: messages.finding(language, results.found(Code.TEXT_CORRECTED, reason, facts=facts))
        for name, facts in (("hidden", hidden), ("shown", shown))
    }
    assert "•••" not in said["hidden"][0]
    assert "809" in said["shown"][0]


@pytest.mark.parametrize(
    ("count", "said"), [(1, "Из таблицы пропала 1 из"), (2, "Из таблицы пропало 2 из")]
)
def test_a_loss_agrees_with_its_count(count, said):
    facts = {"n": count, "total": 5, "percent": 40, "events": "«Урок»", "read": "1"}
    facts["restore"] = "tochka-sync restore 1"
    assert said in messages.error(RU, GuardError("guard-loss", **facts))[0]
