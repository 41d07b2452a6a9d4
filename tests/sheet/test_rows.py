import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms import form, kinds, under
from tochka_sync.fields import RowKind
from tochka_sync.sheet.rows import Layout, filled, is_evident, judge, mark, numbering

EVENT = "1 | СОШ 8 | Семинар | 10.10 | педагоги | Иванова"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("СЕНТЯБРЬ", "section"),
        ("Сентябрь 2023 г.", "section"),
        ("| | сентябрь", "section"),
        ("1 | | ОКТЯБРЬ", "section"),
        ("I. Мероприятия для педагогов", "section"),
        ("| | II. Работа с учащимися", "section"),
        ("2 полугодие", "section"),
        ("III четверть", "section"),
        ("Осенние каникулы", "section"),
        ("| | РАБОТА С ПЕДАГОГАМИ", "section"),
        ("| | Мероприятия для педагогов", "section"),
        ("| | Районные события:", "section"),
        ("| | Социокультурные мероприятия", "section"),
        ("| | Учебно-воспитательная, внеурочная деятельность", "section"),
        ("| | Методическая работа с педагогами", "section"),
        ("| | Работа с родителями", "section"),
        ("| | Ключевые общешкольные дела", "section"),
        ("Организационная работа", "section"),
        ("II | | Организационная работа", "section"),
        ("Раздел 1. Наука", "section"),
        ("№ п/п | Школа | Мероприятие | Дата", "repeated_header"),
        ("№ | Школа | Мероприятие | Дата | Участники | Ответственный", "repeated_header"),
        ("Итого: | | | 12", "total"),
        ("| ИТОГО по району | 25 мероприятий", "total"),
        ("| | | Всего: | =СУММ(E2:E9)", "total"),
        ("| | Всего мероприятий: 25", "total"),
        ("| | Общее количество участников | | 60", "total"),
        ("* даты могут быть изменены", "footnote"),
        ("Примечание: даты уточняются", "footnote"),
        ("Пример: СОШ №1 | Семинар | 10.10.2023 | …", "example_row"),
        ("1 | СОШ №1 | Семинар (пример) | 10.10.2023", "example_row"),
        ("Образец заполнения | СОШ №1 | Квест | 1.10 | дети | Иванова", "example_row"),
        ("1 | СОШ №__ | Квест | дд.мм.гггг | дети", "example_row"),
        ("1 | СОШ №1 | Квест | дд.мм.гггг | дети | Иванов И.И.", "example_row"),
        ("по уставу | полное | в формате ДД.ММ.ГГГГ | класс | Фамилия И.О.", "example_row"),
        ("например | СОШ 1 | Квест", "example_row"),
        ("17", "prenumbered"),
        ("17. |", "prenumbered"),
        ("17 | — | — | — | —", "prenumbered"),
        ("- | - | - | - | - | -", "prenumbered"),
        ("… | … | … | … | … | …", "prenumbered"),
        ("17 | ... | ... | ...", "prenumbered"),
        ("17 | | | | | FALSE", "prenumbered"),
        (" | | | ЛОЖЬ | ЛОЖЬ | ЛОЖЬ", "prenumbered"),
        ("17 | | ЛОЖЬ | ЛОЖЬ | ЛОЖЬ | ЛОЖЬ", "prenumbered"),
        (" | | | | | ЛОЖЬ", "prenumbered"),
    ],
)
def test_row_that_is_no_event_is_told_by_its_kind(row, kind):
    assert kinds(under(f"{EVENT}\n{row}\n{EVENT}")) == ["event", kind, "event"]


@pytest.mark.parametrize(
    "row",
    [
        "| | Семинар для педагогов",
        "5 | | Социокультурные мероприятия",
        "| | Социокультурные мероприятия | 10.05",
        "5 | | СЕМИНАР",
        "5 | | | сентябрь",
        "5 | | Мероприятия для педагогов",
        "| | | | | Петрова Б.В.",
        "| | Итоги года | 10.05 | педагоги | Петрова",
        "| | Итоговая конференция",
        "| | Всего понемногу",
        "| | Итого: подводим черту | 10.05",
        "6 | СОШ 9 | Пример для подражания | 1.10 | дети | Петрова",
        "6 | СОШ 9 | Учитель — пример | 1.10 | дети | Петрова",
        "6 | СОШ 9 | Мастер-класс (пример урока) | 1.10 | дети | Петрова",
        "6 | СОШ 9 | Пример: живые уроки | 1.10 | дети | Петрова",
        "6 | СОШ 9 | Например, физика | 1.10 | дети | Петрова",
        "| | Внимание, пешеход! | 10.05",
        "| СОШ 9 | * Химия для всех",
        "6 | СОШ 9 | Семинар | октябрь (примерно) | дети | Петрова",
        "6 | СОШ 9 | Квест | дд.мм.гггг | дети | Петрова",
        "6 | СОШ 9 | Квест | 1.10 | дети | Иванов И.И.",
        "6 | лицей | Директор на час | 1.10 | дети | Иванов И.И.",
        "8 | | | | мастер-класс «Роботы» |",
        "| СОШ 9 | Сентябрьский марафон",
        "1 | 2 | Квест | 4 | 5 | 6",
    ],
)
def test_row_that_someone_may_have_typed_as_an_event_is_an_event(row):
    assert kinds(under(f"{EVENT}\n{row}\n{EVENT}")) == ["event", "event", "event"]


@pytest.mark.parametrize(
    "row",
    ["1 | 2 | 3 | 4 | 5 | 6", "1. | 2. | 3. | 4. | 5.", "(1) | (2) | (3)", "1.0 | 2.0 | 3.0", "А | Б | 1 | 2 | 3",
     "А | Б | В | Г | Д | Е", "1 | 2 | | 4 | 5", "1 | 2"],
)  # fmt: skip
def test_numbers_of_columns_under_the_header_are_not_an_event(row):
    assert kinds(under(f"{row}\n{EVENT}")) == ["numbering", "event"]


def test_two_small_numbers_far_from_the_header_are_an_event():
    assert kinds(under(f"{EVENT}\n1 | 2"))[-1] == "event"


def test_text_merged_across_is_a_section():
    found = form(
        f"№ | Школа | Мероприятие | Дата | Участники | Ответственный\nНеделя науки\n{EVENT}",
        "A2:F2",
    )
    assert kinds(found) == ["section", "event"]


def test_capitals_that_head_nothing_are_an_event_just_begun():
    assert kinds(under(f"{EVENT}\n | | ДЕНЬ НАУКИ")) == ["event", "event"]


def test_text_beside_the_table_is_not_an_event():
    found = under(f"{EVENT} | |\n | | | | | | | не забудьте заполнить")
    assert kinds(found) == ["event", "footnote"]


@pytest.mark.parametrize(
    "line",
    [
        "| Директор ______ | Иванова А.П.",
        "Исп. Иванова А.П., 4-25-16",
        "| | Начальник отдела образования | | | Петрова",
        "Заполнять до 2 июня",
        "| | ____________ / подпись /",
    ],
)
def test_signature_under_the_table_is_a_footnote(line):
    assert kinds(under(f"{EVENT}\n\n{line}")) == ["event", "footnote"]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("Школа | Мероприятие | Дата | Участники | Ответственный", "Согласовано | | 10.05.2023"),
        ("Дата | Школа | Мероприятие | Участники | Ответственный", "Директор     Смирнова А.П."),
        ("Дата | Школа | Мероприятие | Участники | Ответственный", "Исп. Смирнова, тел. 4-25-16"),
        (
            "Школа | Мероприятие | Дата | Участники | Ответственный",
            "Директор | _____ | Смирнова А.П.",
        ),
    ],
)
def test_a_signature_is_one_with_its_date_and_in_any_column(header, line):
    row = {
        "Дата": "10.10.2023",
        "Школа": "СОШ 8",
        "Мероприятие": "Семинар",
        "Участники": "педагоги",
    }
    event = " | ".join(row.get(heading, "Иванова") for heading in header.split(" | "))
    found = under(f"{event}\n{line}", header)
    assert kinds(found) == ["event", "footnote"]


def test_a_last_row_of_nothing_but_counts_is_a_sum_and_one_that_goes_on_with_a_merged_row_is_none():
    header = "№ | Школа | Мероприятие | Дата | Участники | Ответственный | Дети | Педагоги"
    event = "1 | СОШ №8 | Квест | 10.02.2024 | 8 кл | Иванова А.П. | 20 | 2"
    counts = "| | | | | | 40 | 4"
    assert kinds(form(f"{header}\n{event}\n{event}\n{counts}")) == ["event", "event", "total"]
    assert kinds(form(f"{header}\n{event}\n{counts}\n{event}")) == ["event"] * 3
    assert kinds(form(f"{header}\n{event}\n{counts}", "C2:C3")) == ["event"] * 2


def test_short_entry_above_the_header_is_one_and_a_title_with_a_date_is_not():
    header = "Школа | Мероприятие | Дата | Участники | Ответственный"
    event = "СОШ 8 | Квест | 1.10 | дети | Иванова"
    for date in ("10.10.2023", "октябрь"):
        found = form(f"СОШ 9 | Семинар | {date}\n{header}\n{event}")
        assert found.rows[0].kind is RowKind.EVENT
    titled = form(f"План | сетевых событий | 10.10.2023\n{header}\n{event}")
    assert titled.rows[0].kind is RowKind.TITLE


def test_an_example_in_words_a_title_may_have_stands_under_the_header():
    example = "1 | СОШ №1 | Пример: Семинар | 10.10.2023 | дети | Иванова"
    assert kinds(under(f"{example}\n{example}\n{EVENT}")) == ["example_row", "example_row", "event"]


def test_a_draft_of_a_contract_is_no_example():
    header = "Школа | Мероприятие | Дата | Договор | Примечание"
    rows = "СОШ 8 | Квест | 1.10 | образец | \nСОШ 8 | Квест | 2.10 | есть | образец"
    assert kinds(under(f"СОШ 8 | Квест | 1.09 | есть\n{rows}", header)) == ["event"] * 3


@pytest.mark.parametrize("title", ["Методист XXI века: мастер-класс", "Руководитель — ученик"])
def test_last_row_with_a_school_is_an_event_unless_its_title_is_a_post(title):
    header = "Мероприятие | Дата | Школа | Участники | Ответственный"
    event = "Семинар | 10.10 | СОШ 8 | педагоги | Иванова"
    assert kinds(under(f"{event}\n{title} | | СОШ 8", header)) == ["event", "event"]
    post = "Руководитель центра «Точка роста» | | СОШ 8"
    assert kinds(under(f"{event}\n{post}", header)) == ["event", "footnote"]


def test_signature_like_title_among_events_is_an_event():
    assert kinds(under(f"| | Директор школы\n{EVENT}")) == ["event", "event"]


def test_second_header_row_repeated_is_not_an_event():
    found = form(
        """
        № | Мероприятие | Охват | | Дата
         | | педагоги | учащиеся |
        1 | Семинар | 10 | 20 | 10.10
        № | Мероприятие | Охват | | Дата
         | | педагоги | учащиеся |
        1 | 2 | 3 | 4 | 5
        """
    )
    assert kinds(found) == ["event", "repeated_header", "repeated_header", "numbering"]


@pytest.mark.parametrize("line", ["Директор | | | ________ | | Смирнова А.П."])
def test_a_line_for_a_date_to_be_signed_is_no_date(line):
    assert kinds(under(f"{EVENT}\n\n{line}")) == ["event", "footnote"]


@pytest.mark.parametrize(
    "line", ["25.05.2023 г.", "тел. 8 (41145) 3-11-22", "school1@mail.ru", "8 914 123-45-67"]
)
def test_a_date_or_a_contact_alone_under_the_table_is_the_clerks(line):
    assert kinds(under(f"{EVENT}\n | {line}")) == ["event", "footnote"]


def test_units_under_the_header_are_part_of_it_and_further_down_are_not():
    units = " | | | (дд.мм) | (класс) | (ФИО)"
    assert kinds(under(f"{units}\n{EVENT}")) == ["repeated_header", "event"]
    assert kinds(under(f"{EVENT}\n | | | | | (ФИО)")) == ["event", "event"]


def test_a_small_table_under_the_plan_is_a_summary():
    found = under(f"{EVENT}\n\n | Школа | Количество мероприятий\n | СОШ №1 | 1\n | СОШ №2 | 0")
    assert kinds(found) == ["event", "repeated_header", "total", "total"]
    apart = under(
        f"{EVENT}\n\n | Школа | Количество мероприятий\n | СОШ №1 | 1\n\n | СОШ №2 | Квест"
    )
    assert kinds(apart)[-1] == "event"


@pytest.mark.parametrize(
    "row", ["| СОШ №1 | Квест | 1.10", "| СОШ №1 | | 1 октября", "| СОШ №1 | Квест"]
)
def test_entries_under_a_short_header_once_more_are_no_sums(row):
    header = "№ | Школа | Мероприятие | Дата | Участники | Ответственный | Телефон | Примечание"
    assert kinds(under(f"{EVENT}\n\n | Школа | Мероприятие | Дата\n{row}", header))[-1] == "event"


def test_what_is_begun_under_a_total_or_a_header_of_a_narrow_plan_is_an_event():
    assert kinds(under(f"{EVENT}\n | Итого | 1\n | СОШ №2"))[-1] == "event"
    narrow = "Школа | Мероприятие | Дата"
    assert kinds(under(f"СОШ 8 | Квест | 1.10\n{narrow}\nСОШ 9 | Семинар", narrow)) == [
        "event",
        "repeated_header",
        "event",
    ]


def test_instructions_left_under_the_header_are_an_example():
    asking = "Укажите краткое название | Введите тему | дд.мм.гггг | Класс | Фамилия И.О."
    event = "СОШ 8 | Укажите путь роботу | 10.10 | педагоги | Иванова А.П."
    found = under(f"{asking}\n{event}", "Школа | Мероприятие | Дата | Участники | Ответственный")
    assert kinds(found) == ["example_row", "event"]


@pytest.mark.parametrize(
    "name", ["1. Методическая работа", "Работа с одарёнными детьми", "Просьба заполнить до 2 июня!"]
)
def test_words_that_name_no_school_in_its_column_head_the_events_under_them(name):
    header = "Школа | Мероприятие | Дата | Участники | Ответственный"
    event = "СОШ 8 | Семинар | 10.10 | педагоги | Иванова"
    assert kinds(under(f"{name}\n{event}", header)) == ["section", "event"]
    assert kinds(under(f"{event}\n{name}", header)) == ["event", "event"]


@pytest.mark.parametrize(
    "name", ["Гимнзия Алдан", "Школа искусств", "СОШ восемь", "Куранах", "ДДТ 2"]
)
def test_what_may_be_a_school_typed_badly_is_an_event_just_begun(name):
    header = "Школа | Мероприятие | Дата | Участники | Ответственный"
    event = "СОШ 8 | Семинар | 10.10 | педагоги | Иванова"
    assert kinds(under(f"{name}\n{event}", header)) == ["event", "event"]


NUMBERS = ("", "  ", "1", "12.", "2024", "а", "n", "Б)", "I.", "7 класс", "10.10", "FALSE")
HEADINGS = ("№ п/п", " Школа", "мероприятие", "Дата", "СЕНТЯБРЬ")
MARKED = (
    "Пример: 1",
    "образец",
    "дд.мм.гггг",
    "СОШ №__",
    "......",
    "Итого",
    "всего: 5",
    "* ",
    "_ _",
)
VALUES = ("СОШ 8", "Квест", "дети", "Петрова А.Б.", "Иванов И.И.")
CELLS = (*NUMBERS, *HEADINGS, *MARKED, *VALUES)


@given(st.lists(st.sampled_from(CELLS), min_size=6, max_size=6))
def test_row_evident_by_its_marks_is_the_event_it_would_be_judged_to_be(cells):
    found = form("№ | Школа | Мероприятие | Дата | Участники | Ответственный")
    fields = {column.index: column.field for column in found.columns if column.field}
    layout = Layout.of(found.table, fields, found.header_rows)
    marks, present = [mark(layout, cell) for cell in cells], filled(cells)
    assert [bool(each) for each in marks] == [column in present for column in range(6)]
    if is_evident(marks, present):
        assert judge(layout, 1, cells, present) is RowKind.EVENT
        assert not numbering(cells, present)


def test_a_numbered_title_over_points_of_its_number_heads_them():
    points = "{0}.1. | СОШ 8 | Квест | 1.10\n{0}.2. | СОШ 9 | Урок | 2.10"
    lines = [f"{n}. | | {name}\n{points.format(n)}" for n, name in ((1, "Развитие"), (2, "Смотр"))]
    found = under("\n".join(lines))
    assert kinds(found) == ["section", "event", "event"] * 2


@pytest.mark.parametrize(
    "below", ["2 | СОШ 8 | Квест | 1.10", "11 | СОШ 8 | Квест", " | СОШ 8 | Квест", "2"]
)
def test_a_numbered_title_alone_over_anything_else_is_an_entry_begun(below):
    assert kinds(under(f"1 | | Развитие\n{below}"))[0] == "event"


def test_a_row_with_points_below_it_that_says_more_than_a_title_is_an_entry():
    assert kinds(under("1 | СОШ 8 | Развитие\n1.1 | СОШ 8 | Квест"))[0] == "event"


@pytest.mark.parametrize(
    "heading", ["Методическая работа:", "Методическая работа", "МЕТОДИЧЕСКАЯ РАБОТА"]
)
@pytest.mark.parametrize("first", ["Дата", "Количество участников", "Ссылка"])
def test_a_heading_in_the_first_column_heads_the_rows_below_whatever_the_column_is_of(
    heading, first
):
    header = f"{first} | Школа | Мероприятие | Участники"
    row = " | СОШ 8 | Квест | 8 кл"
    assert kinds(under(f"{heading}\n{row}\n{row}", header)) == ["section", "event", "event"]
    assert kinds(under(f"{row}\n{heading}", header)) == ["event", "event"]


def test_a_person_alone_in_the_first_column_is_an_entry_begun():
    header = "Ответственный | Школа | Мероприятие | Дата"
    assert kinds(under("ИВАНОВА А.П.\n | СОШ 8 | Квест", header)) == ["event", "event"]


def test_a_signature_closes_each_block_that_has_a_header_of_its_own():
    header = "Мероприятие | Дата | Участники"
    block = f"{header}\nКвест | 1.10 | 8 кл\nДиректор ________ Сидорова А.А.\n"
    found = under(
        f"Квест | 1.10 | 8 кл\nДиректор ________ Сидорова А.А.\nСОШ №9\n{block}\n{block}", header
    )
    assert [kind for kind in kinds(found) if kind != "repeated_header"] == [
        *("event", "footnote", "section", "event", "footnote", "event", "footnote")
    ]


def test_what_only_begins_like_a_signature_inside_a_block_is_an_entry():
    header = "Мероприятие | Дата | Участники"
    found = under(f"Директор на час\nКвест | 1.10 | 8 кл\n{header}\nУрок | 1.10 | 8 кл", header)
    assert kinds(found)[0] == "event"
