"""Fields said in several columns: none of them takes anything from the others."""

import pytest

from tests.plans import codes, found, judged
from tochka_sync.values.what.counts import Participants, Qualifier

GOOD = "СОШ №8 | Науку в каждый класс | педагоги | Иванова А.П."
HEADER = "Школа | Мероприятие | Участники | Ответственный"
PUPILS, TEACHERS = "Кол-во участников: учащиеся", "Кол-во участников: педагоги"


def date(columns, cells):
    """What «date» of an entry with these columns and cells is."""
    (entry,) = judged(f"{HEADER} | {columns}", f"{GOOD} | {cells}").entries
    return entry.values.get("date")


def counted(columns, cells):
    result = judged(f"{HEADER} | Дата | {columns}", f"{GOOD} | 15.02.2024 | {cells}")
    return result.entries[0].values["participants"]


@pytest.mark.parametrize("dash", ["-", "—", "нет"])
def test_a_dash_for_an_end_leaves_the_day_of_the_beginning(dash):
    assert str(date("Дата начала | Дата окончания", f"12.02.2024 | {dash}").end) == "2024-02-12"


@pytest.mark.parametrize(
    ("columns", "cells", "time"),
    [
        ("Дата начала | Дата окончания", "12.02.2024 10:00 | 12.02.2024 12:00", "10:00-12:00"),
        ("Дата | Начало | Окончание", "12.02.2024 | 10:00 | 12:30", "10:00-12:30"),
        ("Дата | Начало | Окончание", "12.02.2024 | 10.00 | 12.30", "10:00-12:30"),
        ("Дата | Время начала | Время окончания", "12.02.2024 | 9.00 | 12.10", "09:00-12:10"),
        ("Дата | с | по", "12.02.2024 | 10:00 | 12:00", "10:00-12:00"),
        ("Дата | Время начала и окончания", "12.02.2024 | 10:00-12:00", "10:00-12:00"),
        ("Дата | Время", "12.02.2024, 10:00 | 10:00-12:00", "10:00-12:00"),
        ("Дата | Время", "12.02.2024, 10:00-12:00 | 10:00", "10:00-12:00"),
        ("Дата | Время", "12.02.2024, 10:00 | ", "10:00"),
        ("Дата | Время начала | Время окончания", "12.02.2024 | с 10 | до 12:30", "10:00-12:30"),
    ],
)
def test_the_time_of_an_end_is_kept_with_that_of_the_beginning(columns, cells, time):
    found = date(columns, cells)
    assert (str(found.end), found.time) == ("2024-02-12", time)


@pytest.mark.parametrize(
    ("columns", "cells", "reason"),
    [
        ("Дата | Время", "12.02.2024, 10:00 | 14:00", "said_twice"),
        ("Дата | Время окончания", "12.02.2024 | 14:00", "no_beginning"),
        ("Дата, время начала | Время окончания", "12.02.2024, 15:00 | 14:00", "range_reversed"),
    ],
)
def test_times_that_are_not_one_are_asked_about_where_the_second_stands(columns, cells, reason):
    (finding,) = found(judged(f"{HEADER} | {columns}", f"{GOOD} | {cells}"), "value-unreadable")
    assert (finding.reason, finding.cell, finding.value) == (reason, "F2", "14:00")


def test_columns_of_beginning_and_end_are_of_days_where_days_stand_in_them():
    span = date("Начало | Окончание", "12.02.2024 | 14.02.2024")
    assert (str(span.start), str(span.end)) == ("2024-02-12", "2024-02-14")
    span = date("Дата | Начало | Окончание", "12.02.2024 | 10:00 | 14.02.2024")
    assert (str(span.start), str(span.end), span.time) == ("2024-02-12", "2024-02-14", "10:00")


@pytest.mark.parametrize("columns", ["с | по", "Период | Начало | Конец"])
def test_a_beginning_with_days_in_it_goes_before_the_month_beside(columns):
    cells = (
        "12.02.2024 | 14.02.2024" if columns == "с | по" else "февраль | 12.02.2024 | 14.02.2024"
    )
    span = date(columns, cells)
    assert (str(span.start), str(span.end)) == ("2024-02-12", "2024-02-14")


@pytest.mark.parametrize(
    ("since", "start"), [("по средам", None), ("по средам с 6 сентября", "2023-09-06")]
)
def test_what_returns_goes_on_returning_until_its_end(since, start):
    span = date("Дата начала | Дата окончания", f"{since} | 25 мая")
    assert (span.precision, span.recurrence) == ("recurring", "weekly:wed")
    assert (span.start and str(span.start), str(span.end)) == (start, "2024-05-25")


@pytest.mark.parametrize(
    ("since", "until", "precision"),
    [
        ("12.02.2024", "14.02.2024", "range"),
        ("сентябрь", "октябрь", "month_range"),
        ("сентябрь", "5 октября", "range"),
        ("3-я неделя мая", "21 мая", "range"),
    ],
)
def test_a_span_is_of_days_unless_both_its_ends_are_months(since, until, precision):
    assert date("Дата начала | Дата окончания", f"{since} | {until}").precision == precision


def test_days_of_a_list_are_no_run_of_days_to_its_end():
    days = date("Дата начала | Дата окончания", "10, 12, 15 февраля | 15 февраля").dates
    assert [day.day for day in days] == [10, 12, 15]
    columns = f"{HEADER} | Дата начала | Дата окончания"
    (asked,) = found(judged(columns, f"{GOOD} | 10, 12 февраля | 15 февраля"), "date-ambiguous")
    assert asked.candidates == ("2024-02-10, 2024-02-12", "2024-02-10/2024-02-15")


@pytest.mark.parametrize(
    ("since", "until", "vague"),
    [
        ("сентябрь", "май", True),
        ("сентябрь", "5 октября", True),
        ("04.09.2023", "24.05.2024", False),
    ],
)
def test_a_span_of_months_is_vague_and_one_from_day_to_day_is_not(since, until, vague):
    result = judged(f"{HEADER} | Дата начала | Дата окончания", f"{GOOD} | {since} | {until}")
    assert bool(found(result, "date-vague")) is vague


@pytest.mark.parametrize(
    ("pupils", "teachers", "together"),
    [
        ("20-25", "5", Participants(teachers=5, min=25, max=30)),
        ("20-25", "5-6", Participants(min=25, max=31)),
        ("20", "30 из 12 ОО", Participants(50, students=20, teachers=30, organisations=12)),
        ("все", "5", Participants(teachers=5, qualifier=Qualifier.ALL, students_qualifier=Qualifier.ALL)),
        ("12 команд", "5", Participants(teachers=5, teams=12)),
        (
            "не менее 20",
            "около 5",
            Participants(
                25,
                students=20,
                teachers=5,
                qualifier=Qualifier.ABOUT,
                students_qualifier=Qualifier.AT_LEAST,
            ),
        ),
    ],
)  # fmt: skip
def test_counts_of_columns_are_added_up_as_those_of_one_cell_are(pupils, teachers, together):
    assert counted(f"{PUPILS} | {TEACHERS}", f"{pupils} | {teachers}") == together


@pytest.mark.parametrize(
    ("whole", "pupils", "together"),
    [
        ("30 из 12 ОО", "20", Participants(30, students=20, organisations=12)),
        ("12 команд", "20", Participants(20, students=20, teams=12)),
        ("12 команд", "", Participants(teams=12)),
        ("25-30", "20", Participants(students=20, min=25, max=30)),
    ],
)
def test_the_column_of_all_says_how_many_in_all_where_it_says_a_number(whole, pupils, together):
    assert counted(f"Кол-во участников | {PUPILS}", f"{whole} | {pupils}") == together


@pytest.mark.parametrize(
    ("phone", "contacts", "phones"),
    [
        ("-", "8 914 000-00-01", ("+79140000001",)),
        ("8 914 000-00-02", "-", ("+79140000002",)),
        ("8 914 000-00-02", "8 914 000-00-01, a@mail.ru", ("+79140000002", "+79140000001")),
        ("8 914 000-00-02", "8 914 000-00-02", ("+79140000002",)),
    ],
)
def test_phones_of_two_columns_are_all_kept(phone, contacts, phones):
    header = f"{HEADER} | Дата | Телефон | Контакты"
    result = judged(header, f"{GOOD} | 15.02.2024 | {phone} | {contacts}")
    assert result.entries[0].values["phones"] == phones
    assert not codes(result)


def test_what_is_wrong_in_contacts_is_told_beside_a_good_phone():
    header = f"{HEADER} | Дата | Телефон | Контакты"
    result = judged(header, f"{GOOD} | 15.02.2024 | 8 914 000-00-02 | 8 914 00")
    (finding,) = found(result, "phone-invalid")
    assert finding.cell == "G2"
    assert result.entries[0].values["phones"] == ("+79140000002",)


def beside(columns, cells):
    """The values of an entry with these columns and cells, and which of these contradict others."""
    result = judged(
        f"Школа | Мероприятие | Дата | {columns}", f"СОШ №8 | Физика | 15.02.2024 | {cells}"
    )
    told = [
        (each.cell, *each.candidates) for each in result.findings if each.reason == "said_twice"
    ]
    return result.entries[0].values, told


def test_what_two_columns_say_in_passing_is_not_decided_by_which_comes_first():
    columns, cells = ("Форма мероприятия", "Место"), ("семинар (очно)", "Zoom")
    for order in (1, -1):
        said = " | ".join(columns[::order]), " | ".join(cells[::order])
        values, ((_, *candidates),) = beside(*said)
        assert "format" not in values
        assert sorted(candidates) == ["онлайн", "очно"]


def test_two_places_said_in_passing_are_asked_about_as_they_are_typed():
    header = "Школа | Мероприятие | Дата | Формат"
    result = judged(header, "СОШ №8 | Физика | 15.02.2024, 10:00, СОШ №9 | очно (каб. 5)")
    assert "place" not in result.entries[0].values
    (asked,) = [each for each in result.findings if each.reason == "said_twice"]
    assert sorted(asked.candidates) == ["СОШ №9", "каб. 5"]


def test_what_several_columns_count_is_counted_together():
    pupils = Participants(total=30, students=30, organisations=12)
    values, told = beside("Категория участников | Школы-участники", "30 учеников | 12 ОО")
    assert (values["participants"], told) == (pupils, [])
    columns = "Кол-во участников | Школы-участники"
    assert beside(columns, "25 | 12 ОО")[0]["participants"] == Participants(
        total=25, organisations=12
    )


def test_addresses_said_beside_people_and_telephones_are_all_kept():
    cells = "89141234567, one@mail.ru | Петрова А.П., two@mail.ru"
    values, _ = beside("Телефон | Ответственный", cells)
    assert set(values["emails"]) == {"one@mail.ru", "two@mail.ru"}


@pytest.mark.parametrize(
    ("columns", "cells", "told"),
    [
        ("Формат | Место", "очно | Zoom", [("E2", "онлайн", "очно")]),
        ("Формат | Место", "смешанный | Zoom", []),
        ("Формат | Форма мероприятия", "очно | онлайн-семинар", [("E2", "онлайн", "очно")]),
        ("Охват | Категория участников", "25 | 5 кл, 30 чел", [("E2", "30", "25")]),
        ("Охват | Категория участников", "более 25 | 5 кл, 30 чел", []),
        ("Охват | Категория участников", "25 | 5 кл, 20 чел", []),
        ("Уровень | Форма мероприятия", "школьный | районный семинар", []),
    ],
)
def test_a_column_of_its_own_goes_before_and_what_cannot_be_true_beside_it_is_told(
    columns, cells, told
):
    values, said = beside(columns, cells)
    assert said == told
    assert {"format", "participants", "level"} & set(values)
