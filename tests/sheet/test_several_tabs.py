"""A plan that stands on several tabs: each is read by its own form, and all of them are one plan."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from tests.plans import AFTER, BEFORE, HEADER, config, found
from tests.plans import cells as cut
from tochka_sync.check import check
from tochka_sync.errors import ConfigError
from tochka_sync.result import Contracts, Coverage, Result, Standing
from tochka_sync.table import Book, Origin, Table

FIRST = (
    "1 четверть",
    HEADER,
    "СОШ №8 | Науку в каждый класс | 15.09.2023 | педагоги | Иванова А.П.",
    "",
    "СОШ №9 | Фестиваль идей | 22.09.2023 | 8-9 классы | Петров С.И.",
)
SECOND = (
    "2 четверть",
    "План на 2 четверть",
    "№ | Дата | Наименование мероприятия | Для кого | Школа | Отв. | Договор",
    "1 | 10.11.2023 | Неделя робототехники | родители | СОШ №4 | Котова М.М. | не требуется",
    "2 | 15.09.2023 | Науку в каждый класс | педагоги | СОШ №8 | Иванова А.П. | не требуется",
)
OLD = ("План 2022-2023", HEADER, "СОШ №1 | Старое | 15.02.2023 | педагоги | Котова М.М.")
COPY = ("Копия", *FIRST[1:])
COVER = ("Титул", "", "План сетевого взаимодействия")
TITLES = ["1 четверть", "2 четверть"]


def _checked(
    *tabs: tuple[str, ...], hidden: tuple[str, ...] = (), now=AFTER, gids=False, **events: object
) -> Result:
    tables = tuple(
        Table.of_rows(title, [cut(line) for line in lines])._replace(
            hidden=title in hidden, gid=10 * at if gids else None
        )
        for at, (title, *lines) in enumerate(tabs)
    )
    origin = Origin("google", "План", now, "sheet" if gids else None)
    sections = {"tabs": {"events": events}} if events else {}
    return check(Book(origin, tables), config(**sections), now)


def _titles(result: Result) -> list[tuple[str, int, str]]:
    return [(entry.tab, entry.row, entry.values["title"]) for entry in result.entries]


WHOLE = [
    ("1 четверть", 2, "Науку в каждый класс"),
    ("1 четверть", 4, "Фестиваль идей"),
    ("2 четверть", 3, "Неделя робототехники"),
    ("2 четверть", 4, "Науку в каждый класс"),
]


@pytest.mark.parametrize(
    "events",
    [
        {"title": TITLES},
        {"title": [" 2 четверть ", "1 четверть"]},
        {"gid": [10, 30]},
        {"gid": 10, "title": ["1 четверть", "2 четверть"]},
        {"all": True},
    ],
    ids=["titles", "in any order", "numbers", "both", "all"],
)
def test_every_tab_named_is_read_by_its_own_header_in_the_order_of_the_sheet(events):
    result = _checked(COVER, FIRST, OLD, SECOND, gids=True, **events)
    assert _titles(result) == WHOLE
    assert not found(result, "tab-unread")
    assert [entry.values["school"] for entry in result.entries] == [
        *("sosh-8", "sosh-9", "sosh-4", "sosh-8")
    ]
    assert all(entry.complete for entry in result.entries)


def test_nothing_is_lost_on_any_tab():
    result = _checked(FIRST, SECOND, title=TITLES)
    assert Counter(row.tab for row in result.skipped) == {"1 четверть": 1, "2 четверть": 2}
    assert (result.summary.rows, result.summary.entries) == (7, 4)


def test_all_leaves_out_what_is_hidden_of_another_year_or_no_plan():
    result = _checked(COVER, OLD, FIRST, SECOND, COPY, hidden=("Копия",), all=True)
    assert {entry.tab for entry in result.entries} == {"1 четверть", "2 четверть"}


def test_where_no_tab_has_the_form_of_a_plan_the_first_is_said_to_lack_its_header():
    (finding,) = found(_checked(COVER, all=True), "form-unrecognised")
    assert finding.tab == "Титул"


def test_a_tab_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(ConfigError) as refused:
        _checked(FIRST, SECOND, title=["1 четверть", "3 четверть"])
    assert refused.value.code == "tab-not-found"
    assert refused.value.facts["tab"] == "«3 четверть»"
    assert refused.value.facts["titles"] == "«1 четверть», «2 четверть»"
    with pytest.raises(ConfigError) as refused:
        _checked(FIRST, SECOND, gids=True, gid=[0, 7])
    assert refused.value.facts["tab"] == "gid=7"
    with pytest.raises(ConfigError) as refused:
        _checked(FIRST, SECOND, gid=[0, 7])
    assert refused.value.code == "tab-by-number"


def test_a_double_is_found_across_tabs_and_the_other_tab_is_named():
    (finding,) = found(_checked(FIRST, SECOND, title=TITLES), "duplicate-entry")
    assert (finding.tab, finding.row, finding.column) == ("2 четверть", 4, "C")
    assert finding.facts == {"other": 2, "other_tab": "1 четверть"}


def test_a_clash_is_found_across_tabs_and_the_other_tab_is_named():
    other = ("Педагоги", HEADER, "СОШ №4 | Слёт | 15.09.2023 | педагоги | Котова М.М.")
    (finding,) = found(_checked(FIRST, other, all=True), "date-clash")
    assert (finding.tab, finding.facts["other_tab"]) == ("Педагоги", "1 четверть")


def test_a_finding_opens_the_cell_of_its_own_tab():
    spoilt = ("Май", HEADER, "СОШ №4 | Слёт | 31 апреля | педагоги | Котова М.М.")
    result = _checked(FIRST, spoilt, gids=True, all=True)
    (finding,) = found(result, "date-impossible")
    assert finding.url == "https://docs.google.com/spreadsheets/d/sheet/edit#gid=10&range=C2"
    assert next(entry.findings for entry in result.entries if entry.tab == "Май")[0] == finding


def test_where_the_name_of_a_tab_is_a_month_its_days_are_of_that_month():
    days = "Школа | Мероприятие | Число | Участники | Ответственный"
    result = _checked(
        ("октябрь", days, "СОШ №8 | Слёт | 12 | педагоги | Котова М.М."),
        ("ноябрь", days, "СОШ №8 | Сбор | 12 | педагоги | Котова М.М."),
        all=True,
    )
    assert [str(entry.values["date"].start) for entry in result.entries] == [
        "2023-10-12",
        "2023-11-12",
    ]


def test_a_tab_named_after_a_month_needs_no_column_of_dates_to_be_a_plan():
    undated = "Школа | Мероприятие | Участники | Ответственный"
    result = _checked(
        ("октябрь", undated, "СОШ №8 | Слёт | педагоги | Котова М.М."),
        ("ноябрь", undated, "СОШ №9 | Сбор | педагоги | Котова М.М."),
        all=True,
    )
    assert [str(entry.values["date"].start) for entry in result.entries] == [
        "2023-10-01",
        "2023-11-01",
    ]


OWN = "Мероприятие | Дата проведения | Участники | Ответственный"


def test_where_each_school_has_a_tab_of_its_own_the_one_with_an_empty_tab_is_missing():
    result = _checked(
        ("СОШ №8", OWN, "Слёт | 12.10.2023 | педагоги | Котова М.М."),
        ("СОШ №9", OWN, "Сбор | 13.10.2023 | педагоги | Котова М.М."),
        ("СОШ №4", OWN),
        all=True,
    )
    assert [entry.values["school"] for entry in result.entries] == ["sosh-8", "sosh-9"]
    assert _standing(result, "sosh-4") is Standing.MISSING
    missing = {finding.school for finding in found(result, "school-missing")}
    assert "sosh-4" in missing
    assert missing.isdisjoint({"sosh-8", "sosh-9"})


def _standing(result: Result, school: str) -> Standing:
    return next(each.standing for each in result.schools if each.school.id == school)


def test_publications_are_owed_for_the_events_of_tabs_that_ask_for_them():
    asking = [f"{HEADER} | Ссылка", f"{FIRST[2]} | https://vk.com/wall-1_2"]
    now = datetime(2024, 6, 1, tzinfo=UTC)
    result = _checked(("1 четверть", *asking), SECOND, now=now, title=TITLES)
    (school,) = [each for each in result.schools if each.school.id == "sosh-8"]
    assert (school.entries, school.coverage) == (2, Coverage(held=1, covered=1))


@pytest.mark.parametrize("now", [AFTER, BEFORE], ids=["after the deadline", "before it"])
def test_a_school_with_entries_on_an_unread_tab_alone_is_not_called_missing(now):
    result = _checked(FIRST, SECOND, now=now)
    (finding,) = found(result, "tab-unread")
    assert finding.tab == "2 четверть"
    assert {entry.tab for entry in result.entries} == {"1 четверть"}
    assert _standing(result, "sosh-4") is Standing.UNKNOWN
    missing = {finding.school for finding in found(result, "school-missing")}
    assert "sosh-4" not in missing
    assert "sosh-1" in missing


def test_an_unread_tab_of_another_year_excuses_nobody():
    this = ("План 2023-2024", *FIRST[1:])
    result = _checked(this, OLD)
    assert "sosh-1" in {finding.school for finding in found(result, "school-missing")}


def test_an_unread_tab_that_names_no_schools_excuses_nobody():
    result = _checked(FIRST, ("Календарь", OWN, "Слёт | 12.10.2023 | педагоги | Котова М.М."))
    assert found(result, "tab-unread")
    assert "sosh-4" in {finding.school for finding in found(result, "school-missing")}


def test_a_tab_that_lost_its_header_stops_no_other_and_calls_nobody_missing():
    result = _checked(FIRST, ("2 четверть", *SECOND[3:]), title=TITLES)
    assert result.recognised
    assert [finding.tab for finding in found(result, "form-unrecognised")] == ["2 четверть"]
    assert result.summary.rows == 5
    assert _standing(result, "sosh-4") is Standing.UNKNOWN
    assert not found(result, "school-missing")


def test_a_tab_without_a_column_of_contracts_or_links_asks_nobody_for_them():
    linked = HEADER + " | Ссылка"
    read = ("Педагоги", linked, "СОШ №4 | Слёт | 12.05.2023 | педагоги | Котова М.М. |")
    unasked = ("Учащиеся", HEADER, "СОШ №8 | Сбор | 13.05.2023 | 5 класс | Котова М.М.")
    result = _checked(read, unasked, SECOND, all=True)
    assert [finding.school for finding in found(result, "coverage-missing")] == ["sosh-4"]
    by_id = {each.school.id: each for each in result.schools}
    assert by_id["sosh-4"].contracts is Contracts.NOT_NEEDED
    assert tuple(by_id["sosh-4"].coverage) == (1, 0)
    assert by_id["sosh-8"].coverage.covered is None
    only = _checked(read, unasked, all=True)
    assert {each.contracts for each in only.schools} == {Contracts.UNKNOWN}


def test_a_contract_is_owed_by_those_whose_tab_asks_for_it():
    asked = (
        "Педагоги",
        HEADER + " | Договор",
        "СОШ №4 | Слёт | 12.05.2024 | педагоги | Котова М.М. |",
    )
    result = _checked(FIRST, asked, all=True)
    assert [finding.school for finding in found(result, "contract-missing")] == ["sosh-4"]
    by_id = {each.school.id: each.contracts for each in result.schools}
    assert (by_id["sosh-8"], by_id["sosh-4"]) == (Contracts.UNKNOWN, Contracts.MISSING)


def test_people_are_hidden_in_the_columns_of_their_own_tab():
    result = _checked(FIRST, SECOND, title=TITLES)
    assert all("Котова" not in text for entry in result.entries for text in entry.raw.values())
    assert result.entries[2].raw["Школа"] == "СОШ №4"


def test_one_by_one_entries_are_what_they_are_in_a_row():
    result = _checked(FIRST, SECOND, title=TITLES)
    alone = [result.entries[place] for place in range(len(result.entries))]
    assert [(each.tab, each.row, dict(each.raw), each.texts) for each in alone] == [
        (each.tab, each.row, dict(each.raw), each.texts) for each in result.entries
    ]


def test_the_name_of_a_tab_fills_a_column_of_schools_that_nobody_filled():
    blank = " | Слёт | 12.10.2023 | педагоги | Котова М.М."
    result = _checked(("СОШ №8", HEADER, blank), ("СОШ №9", HEADER, blank, FIRST[2]), all=True)
    assert [entry.values.get("school") for entry in result.entries] == ["sosh-8", None, "sosh-8"]
    assert [(each.tab, each.cell) for each in found(result, "required-missing")] == [
        ("СОШ №9", "A2")
    ]


def test_headings_over_some_rows_alone_do_not_tell_who_filed():
    rows = ("Слёт | 12.10.2023 | педагоги | Котова М.М.", "МБОУ СОШ №8")
    result = _checked(("План", OWN, *rows, "Сбор | 13.10.2023 | педагоги | Котова М.М."))
    assert [entry.values.get("school") for entry in result.entries] == [None, "sosh-8"]
    assert not found(result, "school-missing")


UNSAID = "Школа | Мероприятие | Дата проведения | Ответственный"


def _who(result: Result) -> list[str]:
    said = [entry.values.get("audience") for entry in result.entries]
    return [" ".join(audience.who) if audience else "" for audience in said]


def test_where_tabs_are_called_after_people_their_events_are_for_them():
    row = "СОШ №8 | Слёт | 12.10.2023 | Котова М.М."
    result = _checked(
        ("Педагоги", UNSAID, row),
        ("Для учащихся", UNSAID, row.replace("Слёт", "Сбор")),
        ("Мероприятия с родителями и детьми", HEADER, "СОШ №8 | Сход | 14.10.2023 | | Котова М.М."),
        ("Ученики", UNSAID),
        all=True,
    )
    assert _who(result) == ["teachers", "students", "students parents"]
    assert all(entry.complete for entry in result.entries)
    assert not found(result, "column-missing")


def test_where_rows_say_for_whom_they_are_the_name_of_their_tab_is_not_asked():
    result = _checked(("Педагоги", HEADER, FIRST[2], "СОШ №4 | Слёт | 12.10.2023 | | Котова М.М."))
    assert _who(result) == ["teachers", ""]


def test_headings_inside_a_tab_say_for_whom_the_rows_under_them_are():
    row = "СОШ №8 | Слёт {} | 12.10.2023 | Котова М.М."
    lines = ("I. Для педагогов", row.format(1), "СЕНТЯБРЬ", row.format(2), "II. Для учащихся")
    result = _checked(("План", UNSAID, *lines, row.format(3), "Раздел 3", row.format(4)))
    assert _who(result) == ["teachers", "teachers", "students", ""]
