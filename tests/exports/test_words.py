from datetime import date

import pytest

from tochka_sync.exports import words
from tochka_sync.messages import Language
from tochka_sync.values.what.contracts import Contract, ContractStatus
from tochka_sync.values.what.counts import Participants, Qualifier
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.groups import Audience, Who
from tochka_sync.values.who.people import Person

RU, EN = Language.RU, Language.EN
TENTH, TWELFTH = date(2024, 2, 10), date(2024, 2, 12)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (EventDate(TENTH, TENTH, Precision.DAY), "10.02.2024"),
        (EventDate(TENTH, TWELFTH, Precision.RANGE), "10.02.2024 – 12.02.2024"),
        (
            EventDate(TENTH, TWELFTH, Precision.LIST, dates=(TENTH, TWELFTH)),
            "10.02.2024, 12.02.2024",
        ),
        (
            EventDate(
                date(2023, 10, 1), date(2023, 12, 31), Precision.LIST, months=("2023-10", "2023-12")
            ),
            "октябрь 2023, декабрь 2023",
        ),
        (EventDate(date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH), "февраль 2024 года"),
        (
            EventDate(date(2024, 3, 1), date(2024, 4, 30), Precision.MONTH_RANGE),
            "март 2024 – апрель 2024",
        ),
        (
            EventDate(date(2024, 1, 1), date(2024, 3, 31), Precision.QUARTER),
            "I квартал 2024 года (01.01.2024 – 31.03.2024)",
        ),
        (EventDate(None, TENTH, Precision.UNTIL), "до 10.02.2024"),
        (EventDate(TENTH, None, Precision.FROM), "с 10.02.2024"),
        (
            EventDate(TENTH, TWELFTH, Precision.RECURRING, recurrence="weekly:mon"),
            "еженедельно (пн), 10.02.2024 – 12.02.2024",
        ),
        (EventDate(None, None, Precision.RECURRING, recurrence="monthly"), "ежемесячно"),
        (
            EventDate(None, None, Precision.RECURRING, recurrence="monthly:15,30"),
            "ежемесячно (15, 30 числа)",
        ),
        (
            EventDate(None, None, Precision.RECURRING, recurrence="monthly:1tue,-1wed"),
            "ежемесячно (1-й вт, последняя ср)",
        ),
        (
            EventDate(None, None, Precision.RECURRING, recurrence="weekly:x2"),
            "еженедельно (2 раза)",
        ),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_is_known(value, shown):
    assert words.when(value, RU) == shown


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("precision", Precision)
def test_every_precision_has_words(precision, language):
    assert "2024" in words.when(EventDate(TENTH, TWELFTH, precision), language)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Audience((Who.STUDENTS, Who.TEACHERS), (8, 9)), "учащиеся (8–9 кл.), педагоги"),
        (Audience((Who.STUDENTS,), (1, 2, 4), ("4А",)), "учащиеся (1–2, 4 кл., 4А)"),
        (Audience((Who.STUDENTS,), age=(6, 7)), "учащиеся (6–7 лет)"),
        (Audience((Who.STUDENTS,), tags=("ОВЗ",)), "учащиеся (ОВЗ)"),
        (Audience((), (9,)), "9 кл."),
        (Audience((Who.OPEN,)), "все желающие"),
    ],
)
def test_an_audience_is_shown_with_the_grades_at_the_pupils(value, shown):
    assert words.audience(value, RU) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Participants(total=30), "30"),
        (
            Participants(total=80, teachers=26, qualifier=Qualifier.ABOUT),
            "около 80 (педагогов: 26)",
        ),
        (Participants(total=18, teachers=18), "педагогов: 18"),
        (Participants(total=50, students=50, qualifier=Qualifier.ABOUT), "учащихся: около 50"),
        (Participants(total=18, teachers=18, organisations=3), "педагогов: 18, организаций: 3"),
        (Participants(organisations=10, qualifier=Qualifier.ABOUT), "организаций: около 10"),
        (Participants(total=25, students=25, qualifier=Qualifier.ALL), "все 25 (учащихся: 25)"),
        (
            Participants(total=20, teams=5, team_size=4, qualifier=Qualifier.AT_MOST),
            "команд: до 5, по 4 человека",
        ),
        (Participants(total=20, teams=5, qualifier=Qualifier.AT_MOST), "до 20 (команд: 5)"),
        (Participants(min=20, max=25), "20–25"),
        (Participants(teams=11), "команд: 11"),
        (Participants(total=0), "0"),
        (Participants(qualifier=Qualifier.OPEN), "все желающие"),
    ],
)
def test_a_count_is_shown_with_what_the_cell_says_of_it(value, shown):
    assert words.participants(value, RU) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+74114542516", "8 (41145) 4-25-16"),
        ("+79141234567", "8 (914) 123-45-67"),
        ("+74951234567", "8 (495) 123-45-67"),
        ("+375291234567", "(+375291234567)"),
    ],
)
def test_a_phone_is_shown_as_people_write_it(number, shown):
    assert words.phone(number, "41145") == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Contract(ContractStatus.SIGNED, "5", date(2023, 8, 12)), "заключён, № 5 от 12.08.2023"),
        (Contract(ContractStatus.SIGNED), "заключён"),
        (Contract(ContractStatus.SIGNED, "5", addendum="1"), "заключён, № 5, доп. соглашение № 1"),
        (
            Contract(ContractStatus.IN_PROGRESS, due=date(2023, 8, 30)),
            "оформляется, будет до 30.08.2023",
        ),
        (Contract(ContractStatus.NOT_NEEDED), "не требуется"),
    ],
)
def test_a_contract_is_shown_with_its_number_and_dates(value, shown):
    assert words.contract(value, RU) == shown


def test_a_name_is_shown_in_full_where_the_cell_gave_it():
    assert words.person(Person("Иванова", "А.П.")) == "Иванова А.П."
    assert words.person(Person("Иванова", "А.П.", "Анна", "Петровна")) == "Иванова Анна Петровна"
    assert words.person(Person("Иванова", "А.П.", "Анна")) == "Иванова Анна П."
    assert words.person(Person("Иванова", "А.П.", None, "Петровна")) == "Иванова А. Петровна"
    assert words.person(Person("Иванова", "А.", "Анна")) == "Иванова Анна"
    assert words.person(Person("Иванова", "А.П.", role="завуч")) == "Иванова А.П. (завуч)"


def test_a_settlement_is_shown_with_its_type():
    assert words.settlement(Settlement("Томмот", "г.")) == "г. Томмот"
    assert words.settlement(Settlement("Томмот", None)) == "Томмот"


def test_neighbouring_numbers_are_joined_by_an_en_dash():
    assert words.runs([11, 1, 2, 3, 5, 10]) == "1–3, 5, 10–11"
    assert words.runs([]) == ""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        ("types", EventType),
        ("who", Who),
        ("level", Level),
        ("format", Format),
        ("qualifier", Qualifier),
        ("contract", ContractStatus),
    ],
)
def test_every_choice_has_words_in_both_languages(kind, choices, language):
    from tochka_sync.messages import text

    assert all(text(language, f"export.{kind}.{choice}") for choice in choices)
