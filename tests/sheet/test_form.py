import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms import USUAL, fields, form, kinds, said, table, under, values
from tochka_sync import messages
from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language
from tochka_sync.sheet.form import Form, Kind, Wanted, recognise
from tochka_sync.table import Cell, Merge, Table

HEADER = "№ | Школа | Мероприятие | Дата | Участники | Ответственный"


def _said(found: Form) -> list[tuple[str, str | None]]:
    return [(problem.code.value, problem.cell) for problem in found.findings]


def test_cells_of_an_event_are_those_that_are_not_blank():
    found = under("1 | СОШ 8 | Семинар | | \u200b |  ")
    event = found.rows[-1]
    assert values(event) == {"number": "1", "school": "СОШ 8", "title": "Семинар"}
    assert len(event.cells) == 3
    assert Field.DATE not in event.cells
    assert Field.PLACE not in event.cells
    assert "Семинар" in repr(event.cells)


def test_typed_values_and_links_come_with_the_cell():
    plain = table(f"{HEADER}\n1 | СОШ 8 | Семинар | 10.10")
    typed = Cell("10.10", value=45209.0)
    hidden = Cell("", value=12.0)
    found = recognise(
        Table(plain.title, plain.columns, rich={(1, 3): typed, (1, 4): hidden, (3, 2): hidden}),
        Wanted(),
    )
    assert found.rows[1].cells[Field.DATE] is typed
    assert found.rows[1].cells[Field.AUDIENCE] is hidden


def test_texts_are_those_of_the_whole_row_as_shown():
    found = under("1 | СОШ 8 | Семинар")
    assert found.rows[-1].texts == ("1", "СОШ 8", "Семинар", "", "", "")


def test_blank_rows_are_counted_and_left_out():
    found = under("\n1 | СОШ 8 | Семинар\n\n\u200b |\n2 | СОШ 9 | Квест")
    assert found.lines.kinds.count(None) == 3
    assert [row.number for row in found.rows] == [1, 3, 6]


def test_rows_above_the_header_are_titles():
    found = form(f"План\nПриказ № 5\n{HEADER}\n1 | СОШ 8 | Квест")
    assert [row.kind for row in found.rows] == [
        RowKind.TITLE,
        RowKind.TITLE,
        RowKind.HEADER,
        RowKind.EVENT,
    ]


# What is carried to a row.


def test_merged_cell_counts_for_every_row_of_its_merge():
    found = form(
        f"{HEADER}\n7 | СОШ 8 | Семинар | 1.10\n8 | | мастер-класс «Роботы»\n9 | | Квест | 2.10",
        "B2:B4", "D2:D3",
    )  # fmt: skip
    second, third = found.rows[2:]
    assert (values(second)["school"], values(second)["date"]) == ("СОШ 8", "1.10")
    assert second.filled == {Field.SCHOOL, Field.DATE}
    assert (values(third)["school"], values(third)["date"]) == ("СОШ 8", "2.10")
    assert third.filled == {Field.SCHOOL}
    assert found.rows[1].filled == frozenset()


def test_row_covered_by_a_merge_and_otherwise_blank_stays_blank():
    found = form(f"{HEADER}\n1 | СОШ 8 | Квест\n |\n", "B2:B3")
    assert kinds(found) == ["event"]


def test_merge_that_reaches_past_the_table_or_holds_nothing_carries_nothing():
    merges = (Merge(1, 1, 90, 2), Merge(1, 3, 3, 4), Merge(1, 40, 3, 41))
    plain = table(f"{HEADER}\n1 | СОШ 8 | Квест\n2 | | Урок")
    found = recognise(Table("План", plain.columns, merges=merges), Wanted())
    assert found.rows[-1].filled == {Field.SCHOOL}


def test_heading_that_a_blank_merge_covers_is_none():
    """A workbook may hold a text where a merge shows none."""
    found = form(" | Школа | Мероприятие\nДата | Тема | Участники\n10.02 | СОШ 8 | Квест", "A1:A2")
    assert fields(found) == {"": None, "Школа": "school", "Мероприятие": "title"}


def test_row_without_a_number_continues_the_numbered_one_where_merges_are_lost():
    found = under("1 | СОШ 8 | Семинар | 1.10\n | | Квест | 1.10\n | | Урок | 2.10")
    assert [values(row)["school"] for row in found.rows[1:]] == ["СОШ 8"] * 3
    assert [row.filled for row in found.rows[1:]] == [frozenset(), {Field.SCHOOL}, {Field.SCHOOL}]


@pytest.mark.parametrize(
    "lines",
    [
        "1 | СОШ 8 | Семинар\n2 | | Квест",  # a number of its own: the school may be forgotten
        "1 | СОШ 8 | Семинар\n\n | | Квест",  # not right under it
        "1 | | Семинар\n | | Квест",
        "| СОШ 8 | Семинар\n | | Квест",  # nobody numbers here
        "1 | СОШ 8 | Семинар\nСЕНТЯБРЬ\n | | Квест | 1.10",
        "1 | СОШ 8 | Семинар\n | СОШ 9 | Урок\n | | Квест",
    ],
)
def test_school_is_not_carried_where_it_may_have_been_forgotten(lines):
    last = under(lines).rows[-1]
    assert last.kind is RowKind.EVENT
    assert Field.SCHOOL not in last.cells
    assert not last.filled


def test_date_is_not_carried_without_a_merge():
    assert Field.DATE not in under("1 | СОШ 8 | Семинар | 1.10\n | | Квест").rows[-1].cells


def test_blank_school_stays_blank_where_the_file_keeps_merges():
    found = form(f"{HEADER}\n1 | СОШ 8 | Семинар\n | | Квест\n3 | СОШ 9 | Урок\n4", "B4:B5")
    assert Field.SCHOOL not in found.rows[2].cells


def test_heading_that_names_a_school_gives_it_to_the_events_beneath():
    found = form(
        """
        № | Мероприятие | Дата
        МБОУ «СОШ №8 г.Томмот» | |
        сентябрь | |
        1 | Квест | 10.09
        МБОУ СОШ №9 | |
        2 | Урок | 11.09
        """,
        wanted=Wanted(required=frozenset({Field.SCHOOL})),
    )
    events = [row for row in found.rows if row.kind is RowKind.EVENT]
    assert [values(row)["school"] for row in events] == ["МБОУ «СОШ №8 г.Томмот»", "МБОУ СОШ №9"]
    assert all(row.filled == {Field.SCHOOL} for row in events)
    assert not found.findings


def test_school_alone_in_its_column_heads_the_rows_that_have_none():
    found = under("| СОШ №8\n1 | | Квест\n2 | | Урок | 2.10")
    assert kinds(found) == ["section", "event", "event"]
    assert values(found.rows[-1])["school"] == "СОШ №8"


def test_school_alone_in_its_column_is_an_event_begun_where_the_next_row_has_its_own():
    assert kinds(under("| СОШ №8\n1 | СОШ №9 | Квест")) == ["event", "event"]
    assert kinds(under("1 | СОШ №9 | Квест\n | СОШ №8")) == ["event", "event"]


def test_parts_of_a_schools_block_keep_the_school_and_a_later_heading_ends_it():
    block = "| СОШ №8\nI. Для педагогов\n1 | | Квест"
    assert values(under(block).rows[-1])["school"] == "СОШ №8"
    ended = under(f"{block}\nII. Районные\n2 | | Урок")
    assert Field.SCHOOL not in ended.rows[-1].cells
    total = under(f"{block}\nИтого: 1\n2 | | Урок")
    assert Field.SCHOOL not in total.rows[-1].cells


def test_own_school_goes_before_the_headings():
    found = form(f"{HEADER}\nСОШ №8\n1 | СОШ №9 | Квест", "A2:F2")
    assert values(found.rows[-1])["school"] == "СОШ №9"


# What is said of the form.


def test_usual_form_has_no_findings():
    assert not form(f"{HEADER}\n1 | СОШ 8 | Квест", wanted=Wanted(required=USUAL)).findings


@pytest.mark.parametrize("tab", [Table("План", ()), Table("План", ((), ("", " ")))])
def test_table_without_text_is_empty(tab):
    found = recognise(tab, Wanted(required=USUAL))
    assert [(p.code, p.reason) for p in found.findings] == [(Code.FORM_UNRECOGNISED, "empty")]
    assert (found.columns, found.rows) == ((), ())


def test_table_of_one_cell_has_no_header():
    found = form("Школа")
    assert found.findings[0].reason == "no_header"
    assert [row.kind for row in found.rows] == [RowKind.TITLE]


def test_without_a_header_the_likest_row_is_shown():
    found = form("Просто текст\nДата | Особое | Прочее | Иное | Разное\n1 | 2 | 3 | 4 | 5")
    problem = found.findings[0]
    assert (problem.severity, problem.row) == (Severity.ERROR, 2)
    assert problem.candidates == ("Дата | Особое | Прочее | Иное | Разное",)
    assert "Ответственный" in str(problem.facts["looked_for"])


def test_table_with_only_a_header_has_columns_and_no_events():
    found = form(HEADER)
    assert len(found.columns) == 6
    assert kinds(found) == []


def test_unknown_column_is_reported_once_and_blank_one_not_at_all():
    found = form(f"{HEADER} | Особое | |\n1 | СОШ 8 | Квест | 1.10 | дети | Иванова | да | |")
    assert _said(found) == [("column-unknown", "G1")]
    assert [column.index for column in found.columns] == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("language", Language)
def test_the_columns_an_export_adds_are_not_unknown_in_a_file_it_wrote(language):
    ours = [
        messages.text(language, f"export.column.{name}")
        for name in ("timing", "notes", "tab", "row")
    ]
    row = "1 | СОШ 8 | Квест | 1.10 | дети | Иванова"
    assert _said(form(f"{HEADER} | {' | '.join(ours)}\n{row} | в срок | | План | 2")) == []
    assert _said(form(f"{HEADER} | {ours[0]}\n{row} | да")) == [("column-unknown", "G1")]


def test_column_without_a_heading_is_reported_where_an_event_has_something_in_it():
    found = form(f"{HEADER} | |\n1 | СОШ 8 | Квест | | | | да |")
    assert _said(found) == [("column-unknown", "G1")]
    assert found.findings[0].reason == "no_heading"
    assert not form(f"{HEADER} | |\nСЕНТЯБРЬ | | | | | |").findings


def test_of_two_columns_for_one_field_the_fuller_is_kept():
    found = form(f"{HEADER} | Срок\n1 | СОШ 8 | Квест | | | | 1.10")
    assert _said(found) == [("column-duplicate", "D1")]
    assert found.findings[0].facts == {"kept": "G", "kept_header": "Срок"}
    assert values(found.rows[-1])["date"] == "1.10"
    first = form(f"{HEADER} | Срок\n1 | СОШ 8 | Квест | 1.10 | | | 1.10")
    assert _said(first) == [("column-duplicate", "G1")]


def test_a_second_column_of_numbers_of_rows_is_nothing_to_settle():
    assert not _said(
        form(f"{HEADER} | № мероприятия\n1 | СОШ 8 | Квест | 1.10 | дети | Иванова | 2")
    )


def test_a_second_column_for_one_field_is_read_where_the_first_is_blank():
    found = form(
        f"{HEADER} | Срок\n1 | СОШ 8 | Квест | 1.10 | | | 2.10\n2 | СОШ 8 | Квест | 3.10 | | |"
        "\n3 | СОШ 8 | Квест | | | | 4.10"
    )
    assert _said(found) == [("column-duplicate", "G1")]
    assert [values(row)["date"] for row in found.rows[-3:]] == ["1.10", "3.10", "4.10"]
    assert not found.rows[-1].filled


def test_missing_column_is_reported_with_what_was_looked_for():
    found = form(
        "№ | Школа | Мероприятие",
        wanted=Wanted({Field.DATE: ("Когда",)}, required=frozenset({Field.DATE})),
    )
    problem = found.findings[0]
    assert (problem.code, problem.reason, problem.field) == (Code.COLUMN_MISSING, None, "date")
    assert str(problem.facts["looked_for"]).startswith("Когда, Дата")


def test_missing_column_names_the_unknown_heading_that_may_be_meant():
    shared = form(
        "№ | Школа | Мероприятие | Дата и ведущий", wanted=Wanted(required=frozenset({Field.DATE}))
    )
    spelt = form("№ | Школа | Мероприятие | Дтаа", wanted=Wanted(required=frozenset({Field.DATE})))
    for found, nearest in ((shared, "Дата и ведущий"), (spelt, "Дтаа")):
        problem = found.findings[-1]
        assert (problem.reason, problem.cell) == ("nearest", "D1")
        assert problem.candidates == (nearest,)


def test_a_missing_column_is_not_to_be_called_as_another_is_called_already():
    (problem,) = form(
        "Школа | Мероприятие | Участники\nСОШ №9 | Квест | СОШ №1, №2\nСОШ №9 | Урок | лицей",
        wanted=Wanted(required=frozenset({Field.AUDIENCE})),
    ).findings
    assert (problem.field, problem.suggestion) == ("audience", "Категория участников")


def test_every_finding_of_a_form_can_be_said_in_both_languages():
    found = [
        *form("а | б", wanted=Wanted(required=USUAL)).findings,
        *recognise(Table("План", ()), Wanted()).findings,
        *form(
            "№ | Школа | Дата проведения | Срок | Дата, место | Особое |\n1 | 2 | 3 | 4 | 5 | 6 | 7",
            wanted=Wanted(required=USUAL),
        ).findings,
        *form("№ | Школа | Тема и место | Дата", wanted=Wanted(required=USUAL)).findings,
    ]
    assert {problem.code for problem in found} >= {
        Code.FORM_UNRECOGNISED,
        Code.COLUMN_DUPLICATE,
        Code.COLUMN_MISSING,
        Code.COLUMN_UNKNOWN,
    }
    for language in Language:
        for problem in found:
            sentence, hint = messages.finding(language, problem)
            assert sentence
            assert hint
            assert "{" not in sentence + hint


def test_every_field_and_row_kind_has_a_name_in_both_languages():
    for language in Language:
        for name in Field:
            assert messages.text(language, f"field.{name}")
        for kind in RowKind:
            assert messages.text(language, f"row.{kind}")


# Laws.

WORDS = st.sampled_from(
    ["", "", "", "№", "Школа", "Мероприятие", "Дата", "Участники", "СОШ №8", "1", "2", "17", "Итого", "СЕНТЯБРЬ", "* сноска",
     "Пример: да", "I. Раздел", "10.10.2023", "Исп. Иванова", "педагоги", "Количество:", "дд.мм.гггг ___"]
)  # fmt: skip
GRIDS = st.lists(st.lists(WORDS | st.text(max_size=12), max_size=7), max_size=12)
MERGES = st.lists(
    st.tuples(*[st.integers(0, 6)] * 2, *[st.integers(1, 5)] * 2).map(
        lambda m: Merge(m[0], m[1], m[0] + m[2], m[1] + m[3])
    ),
    max_size=4,
)


@given(GRIDS, MERGES, st.none() | st.integers(1, 14), st.sampled_from(Kind))
def test_every_non_blank_row_comes_out_once_whatever_the_table(rows, merges, header_row, kind):
    tab = Table.of_rows("План", rows, merges=tuple(merges))
    found = recognise(tab, Wanted(header_row=header_row, required=USUAL, kind=kind))
    numbers = [row.number for row in found.rows]
    assert numbers == sorted(set(numbers))
    assert len(numbers) + found.lines.kinds.count(None) == tab.height
    for row in found.rows:
        assert row.filled <= set(row.cells)
        assert (row.kind is RowKind.EVENT) or not row.cells


COLUMNS = {
    "№": "1",
    "Школа": "СОШ №8",
    "Мероприятие": "Семинар «Наука»",
    "Дата проведения": "10.10.2023",
    "Категория участников": "педагоги",
    "Кол-во участников": "25",
    "Отв-ный": "Иванова А.П.",
    "Особое": "да",
}


@given(st.permutations(list(COLUMNS)), st.integers(0, 20))
def test_order_of_columns_and_titles_above_change_nothing(order, titles):
    plain = Table.of_rows("План", [list(COLUMNS), list(COLUMNS.values())])
    moved = Table.of_rows(
        "План", [*[["План мероприятий"]] * titles, order, [COLUMNS[name] for name in order]]
    )
    expected, found = recognise(plain, Wanted()), recognise(moved, Wanted())
    assert values(found.rows[-1]) == values(expected.rows[-1])
    assert fields(found) == fields(expected)


def test_ten_thousand_columns_are_recognised():
    headings = ["№", "Школа", "Мероприятие", "Дата", *[f"Столбец {n}" for n in range(10_000)]]
    found = recognise(Table.of_rows("План", [headings, ["1", "СОШ 8", "Квест", "1.10"]]), Wanted())
    assert len(found.findings) == 10_000
    assert values(found.rows[-1])["title"] == "Квест"


def test_hidden_rows_are_judged_like_others():
    plain = table(f"{HEADER}\n1 | СОШ 8 | Квест")
    found = recognise(Table("План", plain.columns, hidden_rows=frozenset({1})), Wanted())
    assert kinds(found) == ["event"]


LINE = "Школа | Мероприятие | Дата | Участники | Ответственный"
ENTRY = "СОШ 8 | Семинар | 10.10 | педагоги | Иванова"


def _years(drawing: str) -> list[tuple[int | None, object]]:
    found = form(drawing, wanted=Wanted(year=2023))
    return [
        (problem.row, problem.facts["said"])
        for problem in found.findings
        if problem.code is Code.DATE_OUTSIDE_YEAR
    ]


def test_a_title_or_a_section_of_another_year_is_said_to_be():
    assert _years(f"План на 2022-2023 учебный год\n{LINE}\n{ENTRY}") == [(1, "2022–2023")]
    assert _years(f"План на 2023-2024\n{LINE}\nСентябрь 2022\n{ENTRY}") == [(3, "2022–2023")]


def test_a_title_of_the_plans_own_year_clears_what_else_is_named_above():
    assert not _years(f"взамен плана 2022-2023\nПлан на 2023-2024\n{LINE}\n{ENTRY}")
    assert not _years(f"План\n{LINE}\nСентябрь 2023 г.\n{ENTRY}")


def test_entries_above_a_header_are_entries_all_the_same():
    found = form(f"План\n{ENTRY}\n{ENTRY}\n{LINE}\n{ENTRY}")
    assert [row.kind for row in found.rows] == ["title", "event", "event", "header", "event"]


def test_the_lines_of_an_approval_above_a_header_are_titles():
    found = form(
        f"Согласовано | | Утверждаю: 20.05.2023 | | Директор\nРайон | Алдан | 2023 | |\n{LINE}\n{ENTRY}"
    )
    assert [row.kind for row in found.rows][:2] == ["title", "title"]


def test_a_second_header_of_another_order_is_spoken_of_once_and_the_same_one_is_not():
    other = "Дата | Школа | Название семинара | Ответственный | Категория педагогов"
    found = form(f"{LINE}\n{ENTRY}\n\n{other}\n14.03 | СОШ 5 | Оценка | Марченко | учителя")
    assert [(p.code, p.reason, p.row) for p in found.findings] == [
        (Code.FORM_UNRECOGNISED, "other_header", 4)
    ]
    assert not form(f"{LINE}\n{ENTRY}\n{LINE}\n{ENTRY}").findings


def test_a_header_above_a_fuller_one_is_spoken_of_where_it_has_entries():
    wider = "№ | Школа | Форма | Мероприятие | Дата | Участники | Ответственный"
    found = form(f"{HEADER}\n1 | СОШ №8 | Квест | 10.10 | 8 кл | Иванова А.П.\n{wider}\n1 | СОШ №9")
    assert found.header_rows == (2,)
    assert [(p.reason, p.row) for p in found.findings] == [("other_header", 1)]
    assert not form(f"Школа | Кол-во | Ответственный\nСОШ №8 | 2\n{HEADER}\n1 | СОШ №8").findings


def test_a_card_under_another_is_no_table_on_its_side():
    card = "Школа | СОШ №8\nМероприятие | Квест\nДата | 10.10\n"
    assert [problem.reason for problem in form(card + "|\n" + card).findings] == ["cards"]


def test_a_tab_called_after_a_school_is_that_schools_where_it_has_no_column():
    bare = table("Мероприятие | Дата\nКвест | 1.10\nРабота с детьми: |\nСеминар | 2.10")
    named = bare._replace(title="СОШ №2")
    schools = [row.cells.get(Field.SCHOOL) for row in recognise(named, Wanted()).rows]
    assert [cell.text for cell in schools if cell is not None] == ["СОШ №2", "СОШ №2"]
    assert all(row.cells.get(Field.SCHOOL) is None for row in recognise(bare, Wanted()).rows)


def test_a_column_of_schools_goes_before_the_name_of_the_tab():
    named = table(f"{LINE}\n{ENTRY}\n| Квест | 1.10 | дети |")._replace(title="СОШ №2")
    schools = [row.cells.get(Field.SCHOOL) for row in recognise(named, Wanted()).rows[1:]]
    assert [cell and cell.text for cell in schools] == ["СОШ 8", None]


MONTHS = "Месяц | Дата | Школа | Мероприятие | Участники | Ответственный"


@pytest.mark.parametrize(
    ("heading", "day", "date"),
    [
        ("СЕНТЯБРЬ", "10", "10 сентября"),
        ("Октябрь 2023 г.", "10-12", "10-12 октября 2023"),
        ("Месяц: май", "5, 12 и 19", "5, 12 и 19 мая"),
        ("Март", "12-го", "12-го марта"),
        ("Март", "10.04.2024", "10.04.2024"),
        ("Март", "вт, 12", "вт, 12 марта"),
        ("Март 2024", "12 (вторник) в 14.00", "12 марта 2024 (вторник) в 14.00"),
        ("Март", "до 15", "до 15 марта"),
        ("Март", "2-я неделя", "2-я неделя марта"),
        ("Март", "в течение месяца", "в течение месяца марта"),
        ("Март", "по вторникам и четвергам", "по вторникам и четвергам марта"),
        ("Март", "12.00", "12.00"),
        ("Март", "2 недели подряд", "2 недели подряд"),
        ("Март", "вторник", "вторник"),
        ("Сентябрь-октябрь", "10", "10"),
        ("1 четверть", "10", "10"),
        ("2023-2024 уч. год", "10", "10"),
        ("Раздел 2. Разное", "10", "10"),
    ],
)
def test_days_under_a_heading_of_one_month_are_days_of_it(heading, day, date):
    found = under(f"{heading} | | | | |\n1 | СОШ 8 | Квест | {day} | 8 кл | Иванова А.П.")
    assert said(found, "date") == [date]


def test_a_month_ends_where_anything_else_begins():
    day = "СОШ 8 | Квест | 10 | 8 кл | Иванова А.П."
    found = under(f"Май |\n1 | {day}\nИтого: 1 |\n2 | {day}\nМарт |\nСОШ №9 |\n3 | {day}")
    assert said(found, "date") == ["10 мая", "10", "10"]
    assert said(under(f"Май |\n1 | {day}\n{HEADER}\n2 | {day}"), "date") == ["10 мая"] * 2


def test_what_stands_over_the_other_of_months_and_schools_ends_it():
    event = "{} | | Квест | 10 | 8 кл | Иванова А.П."
    lines = f"Май |\nСОШ №8 |\n{event.format(1)}\nСОШ №9 |\n{event.format(2)}\nМарт |\n{event.format(3)}"
    found = under(lines)
    assert said(found, "date") == ["10 мая", "10 мая", "10 марта"]
    assert said(found, "school") == ["СОШ №8", "СОШ №9", None]
    found = under(
        f"СОШ №8 |\nМай |\n{event.format(1)}\nМарт |\n{event.format(2)}\nСОШ №9 |\n{event.format(3)}"
    )
    assert said(found, "date") == ["10 мая", "10 марта", "10"]
    assert said(found, "school") == ["СОШ №8", "СОШ №8", "СОШ №9"]


def test_a_heading_of_a_part_of_the_year_is_the_date_where_there_is_no_column_of_dates():
    header = "Школа | Мероприятие | Участники | Ответственный"
    found = under("Сентябрь |\nСОШ 8 | Квест | 8 кл | Иванова А.П.", header)
    assert said(found, "date") == ["Сентябрь"]
    assert ("column-missing", None) not in _said(found)
    found = under("2023-2024 уч. год |\nСОШ 8 | Квест | 8 кл | Иванова А.П.", header)
    assert said(found, "date") == [None]


def test_a_column_of_months_beside_that_of_dates_loses_no_day():
    found = under(
        """
        Февраль | 10.02.2024 | СОШ №8 | Квест «А» | 8 кл | Иванова А.П.
        Март | 15 | СОШ №9 | Бой «Б» | 8 кл | Иванова А.П.
        Март | | СОШ №9 | Бой «В» | 8 кл | Иванова А.П.
        3 | 5 | СОШ №9 | Бой «Г» | 8 кл | Иванова А.П.
        """,
        MONTHS,
    )
    assert said(found, "date") == ["10.02.2024", "15 марта", "Март", "5 марта"]
    assert _said(found) == []


def test_a_month_merged_over_rows_is_that_of_each():
    event = "СОШ №8 | Квест «А» | 8 кл | Иванова А.П."
    found = form(f"{MONTHS}\nФевраль | 10 | {event}\n | 15 | {event}", "A2:A3")
    assert said(found, "date") == ["10 февраля", "15 февраля"]


def test_a_column_of_months_without_a_heading_is_one_all_the_same():
    event = "СОШ №8 | Квест «А» | {} | 8 кл | Иванова А.П."
    lines = [f"Май | {event.format(5)}", f" | {event.format('6-7')}", f"Июнь | {event.format('')}"]
    found = form("\n".join(["| Школа | Мероприятие | Дата | Участники | Ответственный", *lines]))
    assert said(found, "date") == ["5 мая", "6-7", "Июнь"]
    assert _said(found) == []
    other = form("\n".join(["| Школа | Мероприятие | Дата | Участники | Ответственный",
                            f"Майский квест | {event.format(5)}"]))  # fmt: skip
    assert _said(other) == [("column-unknown", "A1")]


def test_a_heading_over_several_columns_is_that_of_the_one_that_is_filled():
    header = "№ | Школа | | Мероприятие | | | Дата | Участники | Ответственный"
    event = "1 | СОШ №8 | | | Квест «Физика» | | 10.02.2024 | 8 кл | Иванова А.П."
    found = form(f"{header}\n{event}", "B1:C1", "D1:F1")
    assert values(found.rows[-1])["title"] == "Квест «Физика»"
    assert _said(found) == []


def test_a_second_table_to_the_right_takes_no_column_of_the_first():
    event = "СОШ №8 | Квест «Физика» | 10.02.2024 | 8 кл | Иванова А.П."
    other = "СОШ №9 | Фестиваль | 11.02.2024 | 30 | Петров П.П."
    header = "Школа | Мероприятие | Дата | Участники | Ответственный"
    found = form(f"{header} | | {header}\n{event} | | {other}\n{event}")
    assert values(found.rows[1]) == values(found.rows[2])
    assert _said(found) == [("form-unrecognised", "G1")]
    assert found.findings[0].facts == {"column": "G", "n": 1}
    assert _said(form(f"{header} | | {header}\n{event}")) == []


def test_questions_that_a_form_asks_on_each_of_its_branches_are_no_second_table():
    asked = "Мероприятие | Дата | Участники"
    header = f"Школа | {asked} | {asked} | Ответственный"
    found = form(
        f"{header}\nСОШ №8 | Квест | 10.02 | 8 кл | | | | Иванова А.П."
        "\nСОШ №9 | | | | Урок | 11.02 | 9 кл | Ким Ю.Ю."
    )
    event = {"school": "СОШ №9", "title": "Урок", "date": "11.02", "audience": "9 кл"}
    assert values(found.rows[2]) == {**event, "responsible": "Ким Ю.Ю."}
    assert {code for code, _ in _said(found)} == {"column-duplicate"}


def test_a_table_on_its_side_is_told_so():
    found = form("Школа | СОШ №8\nМероприятие | Квест\nДата | 10.10\nУчастники | 8 кл")
    assert [problem.reason for problem in found.findings] == ["transposed"]
    assert found.findings[0].facts["column"] == "A"


def test_a_row_of_kinds_is_no_header_of_a_table_on_its_side():
    forms = (
        "Школа | СОШ №8 | СОШ №9\nФорма | семинар | конкурс\nДата | 10.10 | 11.10\nКласс | 8 | 9"
    )
    found = form(f"{forms}\nОтветственный | Иванова А.П. | Ким Ю.Ю.")
    assert [problem.reason for problem in found.findings] == ["transposed"]
    assert found.columns == ()


def test_letters_of_a_wrong_encoding_are_told_so():
    garbled = under("СОШ №8 | Квест").table.columns
    shown = [[cell.encode().decode("cp1251", "ignore") for cell in column] for column in garbled]
    found = recognise(Table("План", shown), Wanted())
    assert [problem.reason for problem in found.findings] == ["garbled"]


@pytest.mark.parametrize("row", [2, 99])
def test_a_row_that_only_the_configuration_takes_for_the_header_is_told_so(row):
    found = form(f"{HEADER}\n1 | СОШ №8 | Квест | 10.10", wanted=Wanted(header_row=row))
    (problem,) = found.findings
    assert (problem.reason, problem.facts["header_row"], problem.row) == ("not_there", row, 1)


def test_a_second_table_that_has_a_column_more_is_no_header_of_the_rows_above_it():
    event = "{} | СОШ №8 | Квест | {} | 8 кл | Иванова А.П."
    lines = ["Май", event.format(1, 10), event.format(2, ""), HEADER + " | Примечание", "Март"]
    found = under("\n".join([*lines, event.format(3, 12) + " | отменено"]))
    assert kinds(found) == ["section", "event", "event", "repeated_header", "section", "event"]
    assert said(found, "date") == ["10 мая", None, "12 марта"]
    assert values(found.rows[-1])["remark"] == "отменено"
    assert _said(found) == []


def test_one_column_that_stands_elsewhere_under_a_second_header_is_told():
    header = "№ | Школа | Мероприятие | Дата | Место | Участники | Ответственный"
    again = header.replace("Место", "Охват")
    event = "1 | СОШ №8 | Квест | 10.02.2024 | {} | 8 кл | Иванова А.П."
    found = form(
        "\n".join([header + " | Охват", event.format("зал") + " | 25", again, event.format(25)])
    )
    assert "form-unrecognised" in {code for code, _ in _said(found)}


def test_a_table_over_the_plan_with_columns_of_its_own_order_is_told_though_it_names_no_days():
    over = "Мероприятие | Школа | Срок\nКвест | СОШ №9 | сентябрь\n"
    event = "1 | СОШ №8 | Квест | 10.02.2024 | 8 кл | Иванова А.П."
    found = form(f"{over}{HEADER}\n{event}")
    assert [problem.reason for problem in found.findings] == ["other_header"]
    contacts = "Школа | Ответственный | Телефон\nСОШ №9 | Ким Ю.Ю. | 4-25-16\n"
    assert _said(form(f"{contacts}{HEADER}\n{event}")) == []
