import pytest

from tests.forms import fields, form, kinds, values
from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import Code
from tochka_sync.sheet.form import Kind, Wanted

REAL = {
    "R1": "№ п/п=number | Мероприятия=title | Классы=audience | Сроки=date | Ответственные=responsible",
    "R2": "№п/п=number | Мероприятие=title | Дата=date | Ответственный=responsible",
    "R3": "№ п/п=number | Мероприятие=title | Дата проведения=date | Участники=audience | Ответственные=responsible",
    "R4": "№=number | Наименование мероприятия=title | Дата проведения=date | К-во уч-ков=participants"
    " | Объём финанс-я (тыс. руб.)=",
    "R5": "N п/п=number | Наименование мероприятия=title | Дата и время проведения=date | Место проведения=place"
    " | Отв-ный=responsible",
    "R6": "N п/п=number | Наименование мероприятия=title | Ответственный исполнитель=responsible | Результат=result"
    " | Срок исполнения=date",
    "R7": "Дела, события, мероприятия=title | Классы=audience | Ориентировочное время проведения=date"
    " | (Ответственные)=responsible",
    "R8": "Дела, события, мероприятия=title | Классы=audience | Дата=date | Ответственные=responsible",
    "R9": "№ п/п=number | Наименование мероприятий=title | Срок реализации=date"
    " | Ответственный исполнитель=responsible | Результат. Вид документа=result",
    "R10": "№=number | Дата=date | Наименование мероприятия=title | Каналы распространения информации=links"
    " | Ответственные=responsible",
    "R11": "№ п/п=number | Мероприятие=title | Сроки=date | Направленность в работе=subject",
    "R12": "N=number | Мероприятия=title | Кол-во лагерей= | Кол-во детей=students | Ответственные=responsible"
    " | Возможные источники финансирования=",
    "R13": "Наименование мероприятия=title | Срок реализации=date | Ответственные исполнители=responsible"
    " | Итоговый документ=result",
    "R14": "Ответственные=responsible | Мероприятия=title | Сроки=date | Результаты=result | Примечания=remark",
}  # fmt: skip


@pytest.mark.parametrize("name", REAL)
def test_headers_of_real_plans_are_recognised(name):
    expected = dict(cell.strip().split("=") for cell in REAL[name].split("|"))
    found = form("План мероприятий\n" + " | ".join(expected))
    assert found.header_rows == (1,)
    assert fields(found) == {heading: field or None for heading, field in expected.items()}


def test_plan_and_fact_below_a_heading_are_two_columns_of_it():
    found = form(
        """
        № | Мероприятие | Дата | | Ответственный
         | | план | факт |
        1 | Семинар | 10.10 | 12.10 | Иванова А.П.
        """
    )
    assert found.header_rows == (0, 1)
    assert (fields(found)["Дата факт"], fields(found)["Дата план"]) == ("date", None)
    assert kinds(found) == ["event"]


def test_the_fact_is_read_rather_than_a_fuller_plan():
    header = "Мероприятие | Дата (план) | Фактическая дата"
    found = form(f"{header}\nСеминар | 10.10 | 12.10\nКвест | 11.10 |")
    assert fields(found)["Фактическая дата"] == "date"


def test_two_row_header_with_merges_joins_both_rows():
    found = form(
        """
        План |
        № | Мероприятие | Количество участников | | Дата
         | | педагоги | учащиеся |
        1 | Семинар | 10 | 20 | 10.10
        """,
        "A2:A3", "B2:B3", "C2:D2", "E2:E3",
    )  # fmt: skip
    assert found.header_rows == (1, 2)
    assert fields(found) == {
        "№": "number",
        "Мероприятие": "title",
        "Количество участников педагоги": "teachers",
        "Количество участников учащиеся": "students",
        "Дата": "date",
    }
    assert kinds(found) == ["event"]


def test_of_two_columns_of_titles_the_one_that_says_what_kind_it_is_holds_types():
    for header in ("Наименование мероприятия | Тема", "Тема мероприятия | Название мероприятия"):
        found = form(
            f"""
            № | Школа | {header} | Дата
            1 | СОШ 8 | Семинар | Оптика | 10.10
            2 | СОШ 8 | Квест | Механика | 11.10
            """
        )
        kind, title = header.split(" | ")
        assert (fields(found)[kind], fields(found)[title]) == ("types", "title")
        assert not found.findings


def test_a_contact_under_the_heading_of_the_responsible_is_a_column_of_its_own():
    found = form(
        """
        № | Школа | Мероприятие | Дата | Ответственный | |
         | | | | ФИО | Должность | Телефон
         | | | | | |
        1 | СОШ 8 | Семинар | 10.10 | Иванова А.П. | методист | 4-25-16
        """,
        *("E1:G1", "E2:E3", "F2:F3", "G2:G3", "A1:A3", "B1:B3", "C1:C3", "D1:D3"),
    )
    assert fields(found)["Ответственный ФИО"] == "responsible"
    assert fields(found)["Ответственный Телефон"] == "phones"
    assert fields(found)["Ответственный Должность"] is None
    assert [each.code for each in found.findings] == [Code.COLUMN_UNKNOWN]


def test_a_post_beside_a_name_below_one_heading_leaves_the_heading_whole():
    found = form(
        """
        № | Школа | Мероприятие | Дата | Ответственный |
         | | | | Должность | ФИО
        1 | СОШ 8 | Семинар | 10.10 | методист | Иванова А.П.
        """,
        *("E1:F1", "A1:A2", "B1:B2", "C1:C2", "D1:D2"),
    )
    assert found.header_rows == (0, 1)
    assert fields(found)["Ответственный ФИО"] == "responsible"
    assert [each.code for each in found.findings] == [Code.COLUMN_UNKNOWN]


def test_two_row_header_is_joined_without_merges_too():
    found = form(
        """
        № | Мероприятие | Количество участников | | Дата
         | | педагоги | учащиеся |
        1 | Семинар | 10 | 20 | 10.10
        """
    )
    assert found.header_rows == (0, 1)
    assert "Количество участников учащиеся" in fields(found)


def test_heading_split_over_two_rows_by_hand_is_one_heading():
    found = form("№ | Наименование | Дата\n | мероприятия | проведения\n1 | Семинар | 10.10")
    assert fields(found) == {
        "№": "number",
        "Наименование мероприятия": "title",
        "Дата проведения": "date",
    }


def test_three_row_header_is_joined():
    found = form(
        """
        Школа | Мероприятие | Охват | | | Дата
         | | педагоги | дети | |
         | | | начальные классы | все |
        СОШ 8 | Семинар | 3 | 4 | 5 | 1.10
        """,
        "A1:A3", "B1:B3", "C1:E1", "C2:C3", "D2:E2", "F1:F3",
    )  # fmt: skip
    assert found.header_rows == (0, 1, 2)
    assert fields(found)["Охват педагоги"] == "teachers"


def test_first_row_of_data_is_not_taken_into_the_header():
    found = form("Школа | Мероприятие | Участники\nСОШ 8 | Семинар | педагоги")
    assert found.header_rows == (0,)
    assert kinds(found) == ["event"]


def test_heading_with_a_colon_does_not_swallow_the_row_beneath():
    found = form("№: | Школа: | Участники: | Дата:\n1 | СОШ 8 | педагоги | 1.10")
    assert found.header_rows == (0,)


def test_entry_under_a_heading_merged_down_by_accident_stays_an_entry():
    found = form("№ | Школа | Мероприятие | Дата\n | СОШ 8 | Квест | 1.10", "A1:A2")
    assert found.header_rows == (0,)
    assert kinds(found) == ["event"]


def test_header_is_found_under_eleven_rows_of_titles():
    found = form("Приказ отдела образования\n" * 11 + "№ | Школа | Мероприятие\n1 | СОШ 8 | Квест")
    assert found.header_rows == (11,)


def test_header_is_found_under_a_long_order_and_under_blank_rows():
    found = form("Пункт приказа\n" * 45 + "№ | Школа | Мероприятие\n1 | СОШ 8 | Квест")
    assert (found.header_rows, kinds(found)) == ((45,), ["event"])
    found = form("Дата\n" + "\n" * 60 + "№ | Школа | Мероприятие\n1 | СОШ 8 | Квест")
    assert (found.header_rows, kinds(found)) == ((61,), ["event"])


def test_of_two_headers_the_one_near_the_top_is_taken():
    lines = "1 | СОШ 8 | Квест\n" * 45
    found = form(f"№ | Школа | Мероприятие\n{lines}№ | Школа | Мероприятие | Дата | Участники")
    assert found.header_rows == (0,)


def test_title_merged_across_is_not_a_header_row():
    found = form("План мероприятий | |\n№ | Мероприятие | Дата\n1 | Квест | 1.10", "A1:C1")
    assert found.header_rows == (1,)


def test_configured_header_row_is_taken_and_its_aliases_known():
    wanted = Wanted({Field.TITLE: ("Чем займёмся",)}, 3)
    found = form("№ | Школа | Дата\n\nчем  займемся: | Чем помочь\nКвест | 1.10", wanted=wanted)
    assert found.header_rows == (2,)
    assert fields(found) == {"чем займемся:": "title", "Чем помочь": None}


def test_configured_alias_goes_before_the_programs_own_meaning():
    found = form("№ | Школа | Мероприятие | Тема | Дата", wanted=Wanted({Field.REMARK: ("Тема",)}))
    assert fields(found)["Тема"] == "remark"


def test_configured_row_without_a_heading_is_no_header():
    assert not form("№ | Школа | Дата\nа | б", wanted=Wanted(header_row=2)).columns
    assert not form("№ | Школа | Дата\nа | б", wanted=Wanted(header_row=99)).columns


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Участники", ["8-9 классы", "педагоги"], "audience"),
        ("Участники", ["8-9", "11"], "audience"),
        ("Участники", ["25", "около 30", "120 чел."], "participants"),
        ("Участники", ["СОШ №1, 2", "гимназия г. Алдан"], "participating_schools"),
        ("Участники", ["педагоги школ района", "учащиеся СОШ №8"], "audience"),
        ("Участники", ["30 педагогов из 12 ОО", "дети школы"], "audience"),
        ("Участники", [], "audience"),
        ("Форма", ["очно", "онлайн"], "format"),
        ("Форма", ["семинар", "квест"], "types"),
        ("Формат", ["семинар", "мастер-класс"], "types"),
        ("Формат", ["очно", "ВКС"], "format"),
        ("Формат", [], "format"),
        ("Время проведения", ["14:00", "15-30"], "time"),
        ("Статус", ["районный", "школьный"], "level"),
        ("Статус", ["перенесено", "отменено"], "remark"),
        ("Педагоги", ["12", "7"], "teachers"),
        ("Учащиеся", ["25", "30"], "students"),
        ("Участники родители", ["3", "5"], "parents"),
        ("Участники (родители)", ["родители 5 классов"], "audience"),
        ("Учащиеся", ["5-9 кл.", "11"], "audience"),
        ("Педагог", ["Иванова А.П.", "Петров Пётр Петрович"], "responsible"),
        ("Педагоги", ["молодые педагоги", "учителя"], "audience"),
        ("Организатор", ["СОШ №8", "гимназия"], "school"),
        ("Название", ["СОШ №8", "Лицей"], "school"),
        ("Название", ["Урок", "Квест"], "title"),
    ],
)
def test_unclear_heading_is_decided_by_its_cells(heading, cells, field):
    rows = "\n".join(f"1.10 | Иванова | {cell}" for cell in cells)
    person = "Результат" if heading == "Педагог" else "Ответственный"
    other = "Дата" if heading == "Название" else "Мероприятие"
    found = form(f"{other} | {person} | {heading} | № | Договор\n{rows}")
    assert fields(found)[heading] == field


def test_participants_in_words_are_the_audience_even_beside_another_column_of_it():
    found = form("Мероприятие | Участники | Классы\nКвест | учащиеся | 5–7\nУрок | педагоги |")
    assert fields(found)["Участники"] is None
    (told,) = (each for each in found.findings if each.code == "column-duplicate")
    assert told.field == "audience"


def test_participants_are_not_the_audience_where_another_column_is():
    found = form(
        "Мероприятие | Категория участников | Участники\nКвест | учащиеся | 15\nУрок | дети | 9"
    )
    assert fields(found)["Участники"] == "participants"


def test_event_is_the_kind_where_another_column_has_the_theme():
    found = form("Мероприятие | Тема | Дата\nсеминар | Наука | 1.10\nквест | Космос | 2.10")
    assert fields(found) == {"Мероприятие": "types", "Тема": "title", "Дата": "date"}


def test_head_of_the_centre_answers_where_nobody_else_does():
    alone = form("Школа | Мероприятие | Руководитель центра")
    beside = form("Школа | Мероприятие | Ответственный | Руководитель центра")
    assert fields(alone)["Руководитель центра"] == "responsible"
    assert fields(beside)["Руководитель центра"] is None


def test_organiser_is_a_person_or_a_second_school_column_where_a_school_stands_already():
    person = form("Школа | Мероприятие | Организатор\nСОШ 8 | Квест | Иванова А.П.")
    school = form("Школа | Мероприятие | Организатор\nСОШ 8 | Квест | СОШ 8")
    assert fields(person)["Организатор"] == "responsible"
    assert school.findings[0].code is Code.COLUMN_DUPLICATE


def test_tab_of_schools_has_its_own_fields():
    found = form(
        "№ | Наименование | Населённый пункт | Год открытия центра | E-mail | ФИО директора | Телефон | Сроки\n"
        "1 | СОШ №8 | г. Томмот | 2020 | a@b.ru | Иванова | 1 | 2",
        wanted=Wanted(kind=Kind.SCHOOLS),
    )
    assert list(fields(found).values()) == [
        "number",
        "school",
        "settlement",
        "centre_opened",
        "emails",
        "head",
        "phones",
        None,
    ]


def test_an_organiser_is_a_second_column_of_what_its_cells_are():
    found = form(
        "Школа | Мероприятие | Дата | Ответственный | Организатор\n"
        "СОШ №8 | Квест | 10.02.2024 | Иванова А.П. | Петров П.П."
    )
    (problem,) = [each for each in found.findings if each.code == "column-duplicate"]
    assert (problem.field, problem.facts["kept_header"]) == ("responsible", "Ответственный")


def test_a_heading_that_may_be_a_school_takes_nothing_from_the_school_for_being_fuller():
    found = form(
        "Школа | Мероприятие | Дата | База проведения\n"
        "СОШ №8 | Квест | 10.02.2024 | СОШ №9\n"
        " | Урок | 11.02.2024 | СОШ №9"
    )
    assert fields(found)["Школа"] == "school"
    assert [values(row)["school"] for row in found.rows[1:]] == ["СОШ №8", "СОШ №9"]


def test_headings_of_the_configuration_are_known_in_the_second_row_of_a_header():
    drawing = (
        "Школа | Мероприятие | Дата | Люди |\n"
        " | | | ребятня | взрослые\n"
        "СОШ №8 | Квест | 10.02.2024 | 20 | 3"
    )
    whole = {Field.STUDENTS: ("Люди ребятня",), Field.TEACHERS: ("взрослые",)}
    found = form(drawing, "D1:E1", wanted=Wanted(whole))
    assert found.header_rows == (0, 1)
    assert values(found.rows[-1])["students"] == "20"
    assert values(found.rows[-1])["teachers"] == "3"


def test_a_small_table_behind_a_blank_column_gives_the_rows_no_school():
    found = form(
        """
        Школа | Мероприятие | Дата | | ОО | Кол-во
        СОШ №8 | Квест | 10.02.2024 | | СОШ №1 | 0
         | Урок | 11.02.2024 | | СОШ №2 | 3
         | | | | СОШ №4 | 1
        """
    )
    assert not found.findings
    events = [row for row in found.rows if row.kind is RowKind.EVENT]
    assert [values(row).get("school") for row in events] == ["СОШ №8", None]
    assert all("participants" not in values(row) for row in events)


def test_columns_behind_a_blank_one_are_of_the_same_table_where_no_school_is_headed_again():
    found = form("Школа | Мероприятие | Дата | | Ответственный\nСОШ 8 | Квест | 1.10 | | Иванова")
    assert fields(found)["Ответственный"] == "responsible"


GROUPS = """
    Общие сведения | | | Информация об участниках | | Данные ответственного |
    Школа | Мероприятие | Дата | Кто | Количество | ФИО | Телефон
    СОШ 8 | Квест | 1.10 | дети | 20 | Иванова А.П. | 4-25-16
    """


@pytest.mark.parametrize("merges", [(), ("A1:C1", "D1:E1", "F1:G1")])
def test_headings_that_only_say_that_others_follow_take_nothing_from_them(merges):
    found = form(GROUPS, *merges)
    assert [column.field for column in found.columns] == [
        *("school", "title", "date", "audience", "participants", "responsible", "phones")
    ]


def test_a_heading_of_data_alone_is_no_other_heading():
    found = form("Школа | Мероприятие | Дата | Информация о школе\nСОШ 8 | Квест | 1.10 | сельская")
    assert fields(found)["Информация о школе"] is None


def test_a_heading_hyphenated_where_a_line_once_ended_is_read():
    found = form("ШКОЛА | НАИМЕНОВАНИЕ МЕРО-ПРИЯТИЯ | ДАТА ПРОВЕДЕ-НИЯ | ОТВЕТСТ-ВЕННЫЙ")
    assert [column.field for column in found.columns] == ["school", "title", "date", "responsible"]


@pytest.mark.parametrize("merges", [(), ("A1:D1", "E1:E2")])
def test_a_school_below_a_heading_of_events_is_the_school(merges):
    found = form(
        """
        Мероприятие | | | | Ссылка
        ОО | Населённый пункт | Название | Дата |
        СОШ 8 | г. Томмот | Квест | 1.10 | vk.com/a
        """,
        *merges,
    )
    assert [column.field for column in found.columns] == [
        *("school", "settlement", "title", "date", "links")
    ]


def test_a_school_goes_before_a_number_that_may_be_another():
    rows = "1 | 1 | СОШ 8 | Квест | 1.10\n2 | 2 | СОШ 8 | Урок | 2.10"
    for heading in ("№ школы", "№ в школе", "Номер по школе"):
        found = form(f"№ | {heading} | Школа | Мероприятие | Дата\n{rows}")
        assert [values(row)["school"] for row in found.rows[1:]] == ["СОШ 8", "СОШ 8"]
    alone = form("№ школы | Мероприятие | Дата\n8 | Квест | 1.10")
    assert fields(alone)["№ школы"] == "school"


def test_a_fuller_column_of_persons_takes_nothing_from_that_of_schools():
    rows = "СОШ 8 | Квест | 1.10 | Петров П.П.\n | Урок | 2.10 | Петров П.П."
    for heading in ("Принимающая школа", "Организатор от школы"):
        found = form(f"Школа | Мероприятие | Дата | {heading}\n{rows}")
        assert fields(found)["Школа"] == "school"
        assert values(found.rows[1])["school"] == "СОШ 8"
