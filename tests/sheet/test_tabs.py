"""Which tab is the plan where nobody says, and that no tab with events goes unmentioned."""

import pytest

from tests.plans import AFTER, HEADER, config, found
from tests.plans import cells as cut
from tochka_sync.check import check
from tochka_sync.result import Result
from tochka_sync.table import Book, Origin, Table

ROW = "СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги | Иванова А.П."
PLAN = ("План", HEADER, ROW)
COVER = ("Титул", "", "| План сетевого взаимодействия", "| 2023–2024 учебный год")
SCHOOLS = (
    "Школы",
    "№ | Школа | Год открытия центра | E-mail",
    *(["1 | СОШ №1 | 2020 | a@b.ru"] * 4),
)
LIST = ("Справочник", "Форма", "семинар", "квест", "фестиваль")
EMPTY = ("Лист1",)


def _checked(*tabs: tuple[str, ...], hidden: tuple[str, ...] = (), **sections: object) -> Result:
    tables = tuple(
        Table.of_rows(title, [cut(line) for line in lines])._replace(hidden=title in hidden)
        for title, *lines in tabs
    )
    book = Book(Origin("xlsx", "plan.xlsx", AFTER), tables)
    return check(book, config(**sections), AFTER)


@pytest.mark.parametrize("before", [COVER, SCHOOLS, LIST, EMPTY], ids=lambda tab: tab[0])
def test_what_is_no_plan_before_the_plan_is_passed_over(before):
    result = _checked(before, PLAN)
    assert [entry.tab for entry in result.entries] == ["План"]
    assert not found(result, "tab-unread")


def test_of_two_plans_the_first_is_checked_and_the_other_is_spoken_of():
    result = _checked(PLAN, ("СОШ №2", HEADER, ROW, "", ROW))
    assert [entry.tab for entry in result.entries] == ["План"]
    (finding,) = found(result, "tab-unread")
    assert (finding.tab, finding.severity) == ("СОШ №2", "warning")
    assert finding.facts == {
        "other": "СОШ №2",
        "checked": "План",
        "n": 2,
        "several": 'title = ["План", "СОШ №2"]',
        "one": 'title = "План"',
    }


THIS = ("2023-2024", HEADER, ROW)
LAST = ("2022-2023", HEADER, ROW, ROW)
TITLED = ("Новый", "План на 2023-2024 учебный год | ", HEADER, ROW)


@pytest.mark.parametrize("this", [THIS, TITLED], ids=["by its name", "by its title"])
def test_last_years_plan_before_this_years_is_passed_over_in_silence(this):
    result = _checked(LAST, this)
    assert {entry.tab for entry in result.entries} == {this[0]}
    assert not found(result, "tab-unread")


def test_last_years_plan_is_checked_where_no_other_says_to_be_this_years():
    result = _checked(LAST, PLAN)
    assert {entry.tab for entry in result.entries} == {"2022-2023"}
    assert [finding.tab for finding in found(result, "tab-unread")] == ["План"]


def test_a_tab_that_is_hidden_or_has_no_events_is_not_spoken_of():
    result = _checked(PLAN, ("Архив", HEADER, ROW), ("Форма", HEADER), SCHOOLS, hidden=("Архив",))
    assert not found(result, "tab-unread")


def test_where_the_configuration_names_the_tab_the_others_are_left_out_on_purpose():
    result = _checked(("Архив", HEADER, ROW), PLAN, tabs={"events": {"title": "План"}})
    assert [entry.tab for entry in result.entries] == ["План"]
    assert not found(result, "tab-unread")


def test_no_other_tab_stands_in_for_a_plan_that_lost_its_header():
    result = _checked(("План", ROW, ROW, ROW, ROW), ("2022–2023", HEADER, ROW))
    assert not result.recognised
    assert [finding.tab for finding in found(result, "form-unrecognised")] == ["План"]
    assert [finding.tab for finding in found(result, "tab-unread")] == ["2022–2023"]


OTHER = "СОШ №9 | Урок физики | 16.02.2024 | 8 класс | Ким Ю.Ю."
SPOILT = {
    "no header": (OTHER, OTHER),
    "no header, bare days": (OTHER.replace("16.02.2024", "16"),) * 2,
    "no date": (HEADER.replace("Дата проведения", "!!!"), OTHER),
    "no title": (HEADER.replace("Мероприятие", "Что"), OTHER),
    "neither": (HEADER.replace("Мероприятие", "Что").replace("Дата проведения", "!!!"), OTHER),
    "on its side": tuple(
        map(" | ".join, zip(HEADER.split(" | "), ROW.split(" | "), OTHER.split(" | "), strict=True))
    ),
}
INNOCENT = {
    "contacts": ("№ | Школа | Ответственный | Телефон", *["1 | СОШ №8 | Ким Ю.Ю. | 4-25-16"] * 3),
    "contracts": ("Школа | Номер договора | Дата", *["СОШ №8 | 5 | 1.09.2023"] * 3),
    "media": ("Школа | Мероприятие | Ссылка", *["СОШ №8 | Квест | vk.com/wall-1_2"] * 3),
    "sums": ("Школа | Сентябрь | Октябрь | Ноябрь | Итого", *["СОШ №8 | 1 | 0 | 2 | 3"] * 3),
    "how to fill": (
        "Столбец | Как заполнять | Пример",
        "Школа | как в списке | СОШ №8",
        "Мероприятие | полностью | Квест",
        "Дата проведения | ДД.ММ.ГГГГ | 15.02.2024",
        "Участники | классы | 8 класс",
    ),
}


@pytest.mark.parametrize("lines", SPOILT.values(), ids=SPOILT)
def test_a_tab_whose_form_somebody_spoilt_does_not_go_unread(lines):
    spoilt = ("СОШ №9", *lines)
    (finding,) = found(_checked(PLAN, spoilt), "tab-unread")
    assert (finding.tab, finding.severity) == ("СОШ №9", "warning")
    assert finding.reason == (None if "Ответственный" in lines[0] else "spoilt")
    result = _checked(PLAN, spoilt, tabs={"events": {"all": True}})
    told = found(result, "form-unrecognised") + found(result, "column-missing")
    assert {finding.tab for finding in told} == {"СОШ №9"}
    assert result.summary.rows == 1 + 1 + len(lines)
    assert "sosh-9" not in {finding.school for finding in found(result, "school-missing")}


@pytest.mark.parametrize("lines", SPOILT.values(), ids=SPOILT)
def test_no_other_tab_stands_in_for_a_plan_whose_form_somebody_spoilt(lines):
    result = _checked(("План", *lines), ("Копия", HEADER, ROW))
    assert {entry.tab for entry in result.entries} <= {"План"}
    assert [finding.tab for finding in found(result, "tab-unread")] == ["Копия"]


@pytest.mark.parametrize("all_", [False, True])
@pytest.mark.parametrize("lines", INNOCENT.values(), ids=INNOCENT)
def test_a_tab_that_only_speaks_of_schools_or_of_the_form_is_no_spoilt_plan(lines, all_):
    for tabs in (PLAN, ("Лист", *lines)), (("Лист", *lines), PLAN):
        result = _checked(*tabs, tabs={"events": {"all": all_}})
        assert [entry.tab for entry in result.entries] == ["План"]
        assert not found(result, "tab-unread") + found(result, "form-unrecognised")
