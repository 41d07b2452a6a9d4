import re
from datetime import date
from itertools import cycle
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values import noise
from tests.values.altered import altered, catalogue
from tests.values.district import context, problem
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.what import counts
from tochka_sync.values.what.counts import Participants, Qualifier

ALDAN = context()
ABOUT, MORE, LEAST = Qualifier.ABOUT, Qualifier.MORE, Qualifier.AT_LEAST
LESS, MOST, ALL, OPEN = Qualifier.LESS, Qualifier.AT_MOST, Qualifier.ALL, Qualifier.OPEN


def read(shown, value=None):
    return counts.read(Cell(shown, value), ALDAN)


def said(shown):
    reading = read(shown)
    assert reading.problem is None, (shown, reading.problem)
    return reading.value


def reasons(reading):
    return [note.reason for note in reading.notes]


def of(total=None, qualifier=None, **rest):
    return Participants(total=total, qualifier=qualifier, **rest)


CELLS = {
    "45 учен.": of(45, students=45),
    "5 кл - 20, 6 кл - 15": of(35, students=35),
    "5 кл. – 10, 6 кл. – 8": of(18, students=18),
    "5-6 классы: 10, 7 класс: 8, педагоги: 3": of(21, students=18, teachers=3),
    "20 (8-9 кл.)": of(20, students=20),
    "20 (5, 6 кл)": of(20, students=20),
    "группа 15 человек": of(15),
    "20 челловек": of(20),
    "20 киһи": of(20),
    "20 педагогов ДО": of(20, teachers=20),
    "15 пед.раб.": of(15, teachers=15),
    "20 обучающихся 8 СОШ": of(20, students=20),
    "20 учащихся СОШ №8": of(20, students=20),
    "20 учащихся из 8 СОШ": of(20, students=20, organisations=8),
    "45 всего": of(45),
    "св. 100": of(100, MORE),
    "'20": of(20),
    "20-ть человек": of(20),
    "20 тренеров": of(20, teachers=20),
    "120 чел. (охват)": of(120),
    "40 (примерно)": of(40, ABOUT),
    "20 чел., педагоги": of(20, teachers=20),
    "20 чел., из них 5 с ОВЗ": of(20),
    "20 очно, 30 онлайн": of(50),
    "20 (очно) + 30 (онлайн)": of(50),
    "20÷25": of(min=20, max=25),
    "3 чел. от школы, всего 30": of(30),
    "8 команд (40 человек)": of(40, teams=8),
    "17 учителей-предметников": of(17, teachers=17),
    # As people of one district filled the column.
    "80": of(80),
    "около 80 приглашённых, из них 26 молодых педагогов": of(80, ABOUT, teachers=26),
    "~ 80": of(80, ABOUT),
    "порядка 80": of(80, ABOUT),
    "более 20": of(20, MORE),
    "более 20 учащихся и 14 учителей начальных классов": of(
        34, MORE, students=20, teachers=14, students_qualifier=MORE
    ),
    ">20": of(20, MORE),
    "20+": of(20, LEAST),
    "до 50": of(50, MOST),
    "менее 10": of(10, LESS),
    "30 педагогов из 12 ОО": of(30, teachers=30, organisations=12),
    "около 30 педагогов": of(30, ABOUT, teachers=30),
    "11 ученических команд": of(teams=11),
    "20-25": of(min=20, max=25),
    "20–25 чел.": of(min=20, max=25),
    "25 чел": of(25),
    "25человек": of(25),
    "25 (двадцать пять)": of(25),
    "25,0": of(25),
    "25.0": of(25),
    "1 200": of(1200),
    "1\u00a0200": of(1200),
    "уч-ся – 20, пед. – 5": of(25, students=20, teachers=5),
    "20 детей, 5 родителей, 2 педагога": of(27, students=20, parents=5, teachers=2),
    "2 класса": of(classes=2),
    # Qualifiers.
    "≈ 80 чел.": of(80, ABOUT),
    "примерно 45 человек": of(45, ABOUT),
    "ориентировочно 45": of(45, ABOUT),
    "ок. 30": of(30, ABOUT),
    "не менее 20": of(20, LEAST),
    "минимум 15 учащихся": of(15, LEAST, students=15),
    "20 и более": of(20, LEAST),
    "20 чел. и более": of(20, LEAST),
    "от 20 человек": of(20, LEAST),
    "≥ 30": of(30, LEAST),
    "не более 30 человек": of(30, MOST),
    "максимум 12": of(12, MOST),
    "до 20-ти человек": of(20, MOST),
    "свыше 100 участников": of(100, MORE),
    "больше 40": of(40, MORE),
    "меньше 15": of(15, LESS),
    "<10": of(10, LESS),
    "все": of(None, ALL),
    "все учащиеся": of(None, ALL),
    "все педагоги школы": of(None, ALL),
    "все желающие": of(None, OPEN),
    "неограниченно": of(None, OPEN),
    # Whom, before the number or behind it.
    "15 уч-ся": of(15, students=15),
    "15 обучающихся": of(15, students=15),
    "15 школьников": of(15, students=15),
    "12 учителей": of(12, teachers=12),
    "12 пед. работников": of(12, teachers=12),
    "14 учителей физики и химии": of(14, teachers=14),
    "26 молодых педагогов": of(26, teachers=26),
    "10 родителей": of(10, parents=10),
    "20 детей с ОВЗ": of(20, students=20),
    "20 учащихся 8-9 классов": of(20, students=20),
    "20 учащихся 8-9 классов и 3 педагога": of(23, students=20, teachers=3),
    "учащихся: 25, педагогов: 4": of(29, students=25, teachers=4),
    "учащиеся – 20; педагоги – 5; родители – 3": of(28, students=20, teachers=5, parents=3),
    "учащиеся 20 педагоги 5": of(25, students=20, teachers=5),
    "20 учащихся 5 педагогов": of(25, students=20, teachers=5),
    "дети (20), родители (10)": of(30, students=20, parents=10),
    "20 (дети), 10 (родители)": of(30, students=20, parents=10),
    "20 дет., 5 взр.": of(25, students=20),
    "45 обуч., 3 пед., 2 род.": of(50, students=45, teachers=3, parents=2),
    "20 реб.": of(20, students=20),
    "12 преп.": of(12, teachers=12),
    "25...": of(25),
    # «ОО» at a number is organisations, were its letters like zeros.
    "3ОО, 25 детей": of(25, students=25, organisations=3),
    "40 чел. из 5ОО": of(40, organisations=5),
    "8-9 классы - 20 чел.": of(20, students=20),
    "20 уч., 5 пед.": of(25, students=20, teachers=5),
    "20 уч./5 пед.": of(25, students=20, teachers=5),
    "20 уч.": of(20),  # pupils, teachers or participants: twenty all the same
    "45 учащихся и педагогов": of(45),
    "20 учащихся + 5 педагогов": of(25, students=20, teachers=5),
    "20 детей и 5 взрослых": of(25, students=20),
    # Parts and wholes.
    "50 человек, в том числе 40 детей и 10 педагогов": of(50, students=40, teachers=10),
    "50 чел., в т.ч. 10 педагогов": of(50, teachers=10),
    "50 чел. (40 детей, 10 педагогов)": of(50, students=40, teachers=10),
    "80 (26 педагогов)": of(80, teachers=26),
    "26 молодых педагогов из 80 приглашённых": of(80, teachers=26),
    "Всего 25: 20 детей, 5 педагогов": of(25, students=20, teachers=5),
    "20 детей, 5 педагогов, всего 25": of(25, students=20, teachers=5),
    "25 человек, 20 детей, 5 педагогов": of(25, students=20, teachers=5),
    "итого 25 чел.": of(25),
    # Schools, teams, classes.
    "12 школ": of(organisations=12),
    "12 ОО, 30 педагогов": of(30, organisations=12, teachers=30),
    "из 12 ОО - 30 педагогов": of(30, organisations=12, teachers=30),
    "более 50 участников из 10 школ": of(50, MORE, organisations=10),
    "11 команд (55 человек)": of(55, teams=11),
    "команда 5 чел": of(5),
    "экипаж: 4 чел.": of(4),
    "команда 5 детей": of(5, students=5),
    "группа 12 детей": of(12, students=12),
    "6 команд по 5 = 30": of(30, teams=6, team_size=5),
    "30 чел. (6 команд по 5)": of(30, teams=6, team_size=5),
    "25уч.3пед.": of(28, students=25, teachers=3),
    "уч.25,пед.5": of(30, students=25, teachers=5),
    "26 молодых педагогов из80 приглашённых": of(80, teachers=26),
    "Учащиеся 15, педагоги 10, итого25": of(25, students=15, teachers=10),
    "максимально 25": of(25, qualifier="at_most"),
    "минимально 25": of(25, qualifier="at_least"),
    "11 команд, 55 чел.": of(55, teams=11),
    "6 команд из 6 школ": of(teams=6, organisations=6),
    "5 классов": of(classes=5),
    "120 учащихся из 6 классов": of(120, students=120, classes=6),
    "7 класс – 20 чел., 8 класс – 15 чел.": of(35, students=35),
    "15 директоров, 30 педагогов": of(45, teachers=30),
    "все 25 учащихся": of(25, ALL, students=25),
    "20 учащихся (7 класс)": of(20, students=20),
    "25 участников (20 детей, 5 взрослых)": of(25, students=20),
    "до 100 чел. (из них 20 педагогов)": of(100, MOST, teachers=20),
    "уч-ся-20": of(20, students=20),
    "20(учащиеся), 5(педагоги)": of(25, students=20, teachers=5),
    "10 пед + 30 уч": of(40, students=30, teachers=10),
    # Ranges.
    "от 20 до 25": of(min=20, max=25),
    "20…25 чел.": of(min=20, max=25),
    "25~30": of(min=25, max=30),
    "25--30": of(min=25, max=30),
    "20...25": of(min=20, max=25),
    "не менее 20, но не более 30": of(min=20, max=30),
    "около 20-25 чел": of(None, ABOUT, min=20, max=25),
    "20-25 учащихся и 3 педагога": of(min=23, max=28, teachers=3),
    # Odd writings.
    "20 (чел.)": of(20),
    "25 чел. (100%)": of(25),
    "25.": of(25),
    "1,5 тыс.": of(1500),
    "планируется 25 человек": of(25),
    "12 (двенадцать) человек": of(12),
    "25: 15 учащихся, 10 учителей": of(25, students=15, teachers=10),
    "25 человек (15 – учащиеся; 10 – учителя)": of(25, students=15, teachers=10),
    "15 – дети; 10 – педагоги": of(25, students=15, teachers=10),
    "Учащиеся – 15 человек\nПедагоги – 10 человек\nИтого: 25": of(25, students=15, teachers=10),
    "25 чел., из них 10 девочек": of(25),
    "5 девочек, 5 мальчиков": of(10, students=10),
    "6 мальч., 4 дев.": of(10, students=10),
    "20 чел. детей, 5 педагогов": of(25, students=20, teachers=5),
    "20 молод. педагогов": of(20, teachers=20),
    "7А – 20, 7Б – 18": of(38, students=38),
    "8а-25, 8б-24, итого 49": of(49, students=49),
    "25+24=49": of(49),
    "20 учащихся + 5 педагогов = 25": of(25, students=20, teachers=5),
    "25 = 20 учащихся + 5 педагогов": of(25, students=20, teachers=5),
    "5 педагогов-психологов": of(5, teachers=5),
    "10 учеников-волонтёров": of(10, students=10),
    "12 школ-участниц": of(organisations=12),
    "50 с лишним": of(50, MORE),
    "100 детей 7-10 лет": of(100, students=100),
    "100 детей в возрасте от 7 до 10 лет": of(100, students=100),
    "5 лет - 10, 6 лет - 12": of(22, students=22),
    "1 группа 12 человек": of(12),
    "24 чел. (2 группы)": of(24),
}


@pytest.mark.parametrize("shown", CELLS)
def test_a_count_is_read(shown):
    assert said(shown) == CELLS[shown]


NOTED = {
    "двадцать пять": (of(25), ["number_in_words"]),
    "сто двадцать человек": (of(120), ["number_in_words"]),
    "тридцать – сорок": (of(min=30, max=40), ["number_in_words"]),
    "двадцать-двадцать пять человек": (of(min=20, max=25), ["number_in_words"]),
    "один педагог": (of(1, teachers=1), ["number_in_words"]),
    "0": (of(0), ["zero"]),
    "3О чел": (of(30), ["lookalike_fixed"]),
    "3ОО чел": (of(300), ["lookalike_fixed"]),
    "11 команд по 5 человек": (of(55, teams=11, team_size=5), ["derived"]),
    "11 команд по 5-6 человек": (of(teams=11, min=55, max=66), ["derived"]),
    "12 школ по5 человек": (of(60, organisations=12), ["derived"]),
    "12 школ по 5 человек": (of(60, organisations=12), ["derived"]),
    "по 5 чел. от 12 школ": (of(60, organisations=12), ["derived"]),
    "2 класса по 25 человек": (of(50, classes=2), ["derived"]),
    "3 группы по 5 человек": (of(15), ["derived"]),
    "20+5": (of(25), ["derived"]),
}


@pytest.mark.parametrize("shown", NOTED)
def test_what_was_assumed_of_a_count_is_noted(shown):
    reading = read(shown)
    assert (reading.value, reasons(reading)) == NOTED[shown]


REFUSED = {
    "1.200": "ambiguous_number", "1,200": "ambiguous_number", "20/5": "ambiguous_number",
    "25-20": "ambiguous_number", "25 (двадцать)": "ambiguous_number", "25 человек, 5 педагогов": "ambiguous_number",
    "20 25": "several_numbers", "20, 5": "several_numbers",
    "-5": "negative", "– 10 чел.": "negative", "100%": "percent", "50 % педагогов": "percent",
    "99999": "implausible", "25 000": "implausible", "2023": "implausible", "89141234567": "implausible",
    "20 чел., из них 25 педагогов": "part_exceeds",
    "по 5 человек от школы": "per_unit", "1-2 педагога от школы": "per_unit",
    "по 10 с каждой школы": "per_unit", "по 2 от школы": "per_unit", "20 чел / день": "per_unit", "ежедневно 20": "per_unit",
    "20 подключений": "unreadable", "5 занятий": "unreadable", "3 мероприятий": "unreadable",
    "6 команд по 5 = 35": "per_unit", "25 чел., каб. 12": "unreadable", "5-6 классы:10,7 класс:8": "unreadable",
    "команда: 5": "ambiguous_number", "команды 5 чел": "ambiguous_number", "школы: 12 чел.": "ambiguous_number",
    "8 команд (5 человек)": "ambiguous_number", "3 класса, 2 человека": "ambiguous_number",
    "3 человека из каждой школы": "per_unit", "20 чел, 20 чел": "ambiguous_number", "+30": "unreadable",
    "30 -": "unreadable", "25+24 = 50": "ambiguous_number", "20 родителей-учащихся": "unreadable", "30 лет, 20 чел.": "unreadable", "2 группы 12 человек": "unreadable", "10 000 просмотров": "unreadable", "команды по 5 человек": "unreadable",
    "8-9 классы": "unreadable", "9 класс": "unreadable", "1 класс": "unreadable", "учащиеся 9 классов": "unreadable",
    "25,5": "unreadable", "много": "unreadable", "несколько": "unreadable", "учащиеся": "unreadable",
    "весь класс": "unreadable", "20 ч.": "unreadable", "8 школа": "unreadable", "школа 8": "unreadable",
    "3 группы": "unreadable", "25 февраля": "unreadable", "№5": "unreadable", "25 руб.": "unreadable",
    "15 мин.": "unreadable", "2 ч 30 мин": "unreadable", "5 в": "unreadable", "2 этаж": "unreadable",
    "25 чел., но не все": "several_numbers", "25 детей, все педагоги": "several_numbers", "2023-2024 уч. год": "unreadable", "25 и все": "several_numbers", "25 учащихся и все педагоги": "several_numbers",
    "20 детей и их родители": "several_numbers", "25 учащихся и педагоги": "several_numbers",
    "учащиеся – 15, педагоги – 10, итого: 26": "ambiguous_number", "5*4": "unreadable",
    "из них 6 педагогов": "unreadable", "в т.ч. 5 детей": "unreadable", "1/2 класса": "unreadable", "янв.00": "unreadable", "каб. 12": "unreadable",
}  # fmt: skip


def test_guests_without_a_number_are_left_out_and_noted():
    reading = read("30 педагогов из 12 ОО и специалисты отдела")
    assert reading.value == of(30, teachers=30, organisations=12)
    assert reasons(reading) == ["group_left_out"]


@pytest.mark.parametrize("shown", REFUSED)
def test_an_unclear_count_is_refused_with_its_reason(shown):
    refused = problem(read(shown))
    assert (refused.code, refused.reason) == (Code.VALUE_UNREADABLE, REFUSED[shown])


@pytest.mark.parametrize("shown", ["нет", "—", "по согласованию", "?", "уточняется"])
def test_a_placeholder_is_no_count(shown):
    assert problem(read(shown)).code is Code.REQUIRED_MISSING


def test_the_readings_of_an_unclear_number_are_named():
    assert problem(read("1.200")).candidates == ("1.2", "1200")
    assert problem(read("20/5")).candidates == (
        "20 учащихся, 5 педагогов",
        "20 педагогов, 5 учащихся",
    )
    assert problem(read("3ОО")).candidates == ("3 ОО", "300")
    assert problem(read("25-20")).candidates == ("20–25", "25 + 20")
    assert problem(read("25 человек, 5 педагогов")).candidates == ("25", "30")


@pytest.mark.parametrize(
    "cell",
    [
        Cell("10.дек"),
        Cell("10.12", date(2023, 12, 10)),
        Cell("10.12.2023", date(2023, 12, 10)),
        Cell("Dec-10"),
        Cell("10 дек"),
    ],
)
def test_a_range_that_became_a_date_is_given_back_with_a_dash_no_spreadsheet_converts(cell):
    refused = problem(counts.read(cell, ALDAN))
    assert (refused.code, refused.suggestion) == (Code.EXCEL_AUTOFORMAT, "10–12")
    assert said(refused.suggestion) == of(min=10, max=12)


@pytest.mark.parametrize("cell", [Cell("15.10.2023", date(2023, 10, 15)), Cell("10.10.2023")])
def test_a_date_that_never_was_a_range_is_only_refused(cell):
    assert problem(counts.read(cell, ALDAN)).reason == "unreadable"


@pytest.mark.parametrize(
    ("shown", "value", "total"),
    [
        ("25", 25.0, 25),
        ("1 200", 1200.0, 1200),
        ("1.200", 1200.0, 1200),
        ("1,200", 1200.0, 1200),
        ("25,00", 25.0, 25),
    ],
)
def test_the_number_behind_the_text_decides(shown, value, total):
    assert read(shown, value).value == of(total)


def test_a_fraction_is_no_count_even_as_a_number():
    assert problem(read("25,5", 25.5)).reason == "unreadable"


def test_a_column_of_pupils_says_whom_a_bare_number_counts():
    def value(shown):
        return counts.read_students(Cell(shown), ALDAN).value

    assert value("20") == of(20, students=20)
    assert value("около 20 чел.") == of(20, ABOUT, students=20)
    assert value("20 детей и 3 педагога") == of(23, students=20, teachers=3)
    assert value("20-25") == of(min=20, max=25)
    assert problem(counts.read_students(Cell("5 педагогов"), ALDAN)).reason == "unreadable"


def test_a_column_of_teachers_says_whom_a_bare_number_counts():
    assert counts.read_teachers(Cell("5"), ALDAN).value == of(5, teachers=5)
    assert problem(counts.read_teachers(Cell("20 детей"), ALDAN)).reason == "unreadable"
    assert problem(counts.read_teachers(Cell("-"), ALDAN)).code is Code.REQUIRED_MISSING


_STUDENTS = ("уч-ся", "учащихся", "обучающихся", "детей", "школьников", "учеников", "воспитанников")
_TEACHERS = ("педагогов", "пед.", "учителей", "преподавателей", "пед. работников")
_PEOPLE = ("", "чел.", "чел", "человек", "участников")
_QUALIFIERS = {
    "": None, "около ": ABOUT, "~": ABOUT, "≈ ": ABOUT, "примерно ": ABOUT, "порядка ": ABOUT,
    "более ": MORE, "свыше ": MORE, ">": MORE, "не менее ": LEAST, "до ": MOST, "не более ": MOST,
    "менее ": LESS,
}  # fmt: skip


def test_every_made_count_is_read_as_it_was_made_whatever_the_noise():
    random = Random(1)
    for _ in range(1500):
        number, other = random.randint(2, 999), random.randint(2, 99)
        sign = random.choice(list(_QUALIFIERS))
        pupils, staff, people = map(random.choice, (_STUDENTS, _TEACHERS, _PEOPLE))
        joint = random.choice((", ", " и ", " + ", "; "))
        label = random.choice((" – ", ": ", " - "))
        made = {
            f"{sign}{number} {people}".strip(): of(number, _QUALIFIERS[sign]),
            f"{sign}{number} {pupils}": of(number, _QUALIFIERS[sign], students=number),
            f"{number} {pupils}{joint}{other} {staff}": of(
                number + other, students=number, teachers=other
            ),
            f"{pupils}{label}{number}, {staff}{label}{other}": of(
                number + other, students=number, teachers=other
            ),
            f"{number}-{number + other} {people}".strip(): of(min=number, max=number + other),
            f"{number + other} чел., из них {number} {staff}": of(number + other, teachers=number),
            f"{number} {staff} из {other} ОО": of(number, teachers=number, organisations=other),
        }
        for shown, value in made.items():
            if value == of(number) and 1990 <= number < 2050:
                continue
            for noisy in noise.spoiled(shown, random, times=2):
                assert said(noisy) == value, noisy


OTHERS = (
    *noise.PHONES, *noise.ADDRESSES, *noise.DATES, *noise.PEOPLE, *noise.SCHOOLS, *noise.SETTLEMENTS,
    *noise.CONTRACTS, *noise.GRADES, *noise.LEVELS, *noise.FORMATS, "семинар", "Науку в каждый класс", "5 «А»",
)  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_a_value_of_another_column_is_never_taken_for_a_count(shown):
    random = Random(2)
    for noisy in noise.spoiled(shown, random, times=10):
        assert read(noisy).value is None, noisy


@settings(max_examples=1000)
@given(
    altered(
        [*catalogue("count"), *CELLS, "9 пап и 5 мам", "5 классов по 20", "8-9 кл.", "7 из 9 ОО"]
    ),
    st.lists(st.integers(0, 1200).map(str), min_size=5, max_size=9),
)
def test_a_wording_is_read_with_other_numbers_as_if_they_were_the_first(shown, numbers):
    others = cycle(numbers)
    for _ in range(4):
        said = text.clean(re.sub(r"\d+", lambda _: next(others), shown))
        assert read(said) == counts._read_anyhow(Cell(said), said)


def test_a_number_in_words_beside_it_is_not_forgotten():
    for number in ("25", "25", "26", "25", "27"):
        reading = read(f"{number} (двадцать пять)")
        assert (reading.value == of(25)) == (number == "25")


@pytest.mark.parametrize("shown", ["20 учеников и учитель", "20 учеников и классный руководитель"])
def test_one_named_without_a_number_is_asked_about(shown):
    assert problem(read(shown)).reason == "several_numbers"


@pytest.mark.parametrize("month", ["января", "марта", "мая", "июля", "августа", "ноября"])
def test_a_day_of_a_month_counts_nobody(month):
    assert read(f"10 {month}").value is None
    assert read(f"11 класс, 9 {month}").value is None
