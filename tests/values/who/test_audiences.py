from datetime import date
from itertools import combinations
from random import Random

import pytest

from tests.values import noise
from tests.values.district import context, problem
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.who import audiences
from tochka_sync.values.who.groups import Audience, Who

ALDAN = context()
S, T, PRIMARY, YOUNG = Who.STUDENTS, Who.TEACHERS, Who.PRIMARY_TEACHERS, Who.YOUNG_TEACHERS
TR, HEADS, DEPUTIES = Who.TR_TEACHERS, Who.TR_HEADS, Who.DEPUTY_HEADS
PRESCHOOL, PARENTS, OPEN = Who.PRESCHOOL, Who.PARENTS, Who.OPEN


def read(shown, value=None):
    return audiences.read(Cell(shown, value), ALDAN)


def said(shown):
    reading = read(shown)
    assert reading.problem is None, (shown, reading.problem)
    return reading.value


def reasons(reading):
    return [note.reason for note in reading.notes]


def of(*who, grades=(), **rest):
    return Audience(who, tuple(grades), **rest)


def pupils(*grades, **rest):
    return of(S, grades=grades, **rest)


CELLS = {
    # As people of one district filled the column.
    "8-9 классы": pupils(8, 9),
    "дети из многодетных семей": pupils(),
    "сотрудники Точки роста": of(TR),
    "10-15 лет и педагоги": of(S, T, age=(10, 15)),
    "педагоги\n8-9 классы": of(S, T, grades=(8, 9)),
    "учителя физики\nуч-ся 8-9 кл.": of(S, T, grades=(8, 9)),
    "Педагоги ТР\n5-9 кл.": of(S, TR, grades=(5, 6, 7, 8, 9)),
    "родители\nучащихся": of(PARENTS),
    "учителя\nначальных классов": of(PRIMARY),
    "учителя начальных классов, 8-9 кл.": of(S, PRIMARY, grades=(8, 9)),
    "сотрудники центров «Точка роста»": of(TR),
    'работники ЦО "Точка роста"': of(TR),
    "специалисты ТР": of(TR),
    "кураторы ТР": of(HEADS),
    "педагоги до 35 лет": of(YOUNG),
    "учащ. 8-9 кл.": pupils(8, 9),
    "мл. школьники": pupils(1, 2, 3, 4),
    "подг. группа": of(PRESCHOOL),
    "5-9 кылаас үөрэнээччилэрэ": pupils(5, 6, 7, 8, 9),
    "учууталлар, төрөппүттэр": of(T, PARENTS),
    "обучающиеся 5 – х классов": pupils(5),
    "уровень НОО": pupils(1, 2, 3, 4),
    "обучающиеся НОО, ООО": pupils(*range(1, 10)),
    "весь педколлектив": of(T),
    "тренеры": of(T),
    "отцы": of(PARENTS),
    "команды учащихся 7-8 кл. (по 5 человек)": pupils(7, 8),
    "8,9,10,11 и педагоги": of(S, T, grades=(8, 9, 10, 11)),
    "3–4 кл.": pupils(3, 4),
    "учащихся 3-4 классов и учителей начальных классов": of(S, PRIMARY, grades=(3, 4)),
    "для учащихся 8-9 классов и педагогов": of(S, T, grades=(8, 9)),
    "молодые педагоги": of(YOUNG),
    "педагоги и учащиеся": of(S, T),
    "9а, 9б": pupils(9, classes=("9А", "9Б")),
    '9 "А" и 9 «Б»': pupils(9, classes=("9А", "9Б")),
    "1 – 2 классы, 4 – А класс": pupils(1, 2, 4, classes=("4А",)),
    "5-11": pupils(*range(5, 12)),
    "5—11 классы": pupils(*range(5, 12)),
    "с 5 по 8 класс": pupils(5, 6, 7, 8),
    "уч-ся 7,8,10 кл.": pupils(7, 8, 10),
    "VIII-IX классы": pupils(8, 9),
    "8и9 классы": pupils(8, 9),
    "начальные классы": pupils(1, 2, 3, 4),
    "среднее звено": pupils(*range(5, 10)),
    "выпускники 9, 11 кл.": pupils(9, 11),
    "обучающиеся ОО": pupils(),
    "дети с ОВЗ": pupils(tags=("ОВЗ",)),
    "дошкольники": of(PRESCHOOL),
    "6-7 лет": pupils(age=(6, 7)),
    "родители": of(PARENTS),
    "все желающие": of(OPEN),
    "зам. директора по УВР": of(DEPUTIES),
    # Grades in other writings.
    "5-х–7-х классов": pupils(5, 6, 7),
    "7-й класс": pupils(7),
    "7кл.": pupils(7),
    "7, 8, 9, 10": pupils(7, 8, 9, 10),
    "7-9, 11 классы": pupils(7, 8, 9, 11),
    "с 5-го по 8-й класс": pupils(5, 6, 7, 8),
    "с пятого по восьмой класс": pupils(5, 6, 7, 8),
    "пятые-седьмые классы": pupils(5, 6, 7),
    "девятый класс": pupils(9),
    "пятиклассники": pupils(5),
    "8-9-классники": pupils(8, 9),
    "девятиклассники и одиннадцатиклассники": pupils(9, 11),
    "параллель 7-х классов": pupils(7),
    "7 параллель": pupils(7),
    "класс 9": pupils(9),
    "XI класс": pupils(11),
    "ХI класс": pupils(11),  # a Cyrillic Ха
    "IX, X, XI": pupils(9, 10, 11),
    "5.6 классы": pupils(5, 6),
    "5/6 классы": pupils(5, 6),
    "8 9 классы": pupils(8, 9),
    "9 а класс": pupils(9, classes=("9А",)),
    "9 А,Б,В": pupils(9, classes=("9А", "9Б", "9В")),
    "5 в": pupils(5, classes=("5В",)),
    "начальная школа": pupils(1, 2, 3, 4),
    "нач. кл.": pupils(1, 2, 3, 4),
    "младшие школьники": pupils(1, 2, 3, 4),
    "начальное и среднее звено": pupils(*range(1, 10)),
    "начальные классы, 7-8 классы": pupils(1, 2, 3, 4, 7, 8),
    "1 ступень": pupils(1, 2, 3, 4),
    "II ступень": pupils(*range(5, 10)),
    "все классы": pupils(*range(1, 12)),
    "мальчики 5-6 классов": pupils(5, 6),
    "школьные команды 7-8 классов": pupils(7, 8),
    "учащиеся 8 классов СОШ №8": pupils(8),
    "учащиеся СОШ №1, 2, 4": pupils(),
    "8-ые классы": pupils(8),
    "8..9": pupils(8, 9),
    "от 5 до 8 класса": pupils(5, 6, 7, 8),
    "5-8 и 10 классы": pupils(5, 6, 7, 8, 10),
    "5;6;7": pupils(5, 6, 7),
    "Классы: 8-9": pupils(8, 9),
    "(8-9 классы)": pupils(8, 9),
    "7Е класс": pupils(7, classes=("7Е",)),
    "7е классы": pupils(7),
    "5а, 6б, 7в": pupils(5, 6, 7, classes=("5А", "6Б", "7В")),
    "ученики 6-ого класса": pupils(6),
    "дети младшего школьного возраста": pupils(1, 2, 3, 4),
    "8-9 параллельных классов": pupils(8, 9),
    "педагоги СОШ №1, 8-9 классы": of(S, T, grades=(8, 9)),
    # Groups.
    "учащимся": pupils(),
    "школьники": pupils(),
    "выпускники": pupils(),
    "одарённые дети": pupils(tags=("одарённые",)),
    "учащиеся с ОВЗ 5-9 классов": pupils(*range(5, 10), tags=("ОВЗ",)),
    "дети 7-10 лет": pupils(age=(7, 10)),
    "от 7 до 12 лет": pupils(age=(7, 12)),
    "учителя-предметники": of(T),
    "учителя физики, химии и биологии": of(T),
    "классные руководители": of(T),
    "педколлектив": of(T),
    "педагогические работники": of(T),
    "педагоги дополнительного образования": of(T),
    "воспитатели детского сада": of(T),
    "уч. физики": of(T),
    "учителя нач. классов": of(PRIMARY),
    "педагоги начальной школы": of(PRIMARY),
    "учителя 1-4 классов": of(PRIMARY),
    "молодые специалисты": of(YOUNG),
    "молодые и начинающие педагоги": of(YOUNG),
    "педагоги центров «Точка роста»": of(TR),
    "руководители центров «Точка роста»": of(HEADS),
    "руководители и педагоги центров «Точка роста»": of(TR, HEADS),
    'Руководители, педагоги Центров "Точка роста"': of(TR, HEADS),
    "педагоги ТР": of(TR),
    "заместители директора по УВР": of(DEPUTIES),
    "завучи, педагоги": of(T, DEPUTIES),
    "родители (законные представители)": of(PARENTS),
    "педагоги и обучающиеся центров «Точка роста»": of(S, TR),
    "руководители ШМО": of(T),
    "педагоги всех категорий": of(T),
    "педагоги ДОУ": of(T),
    "учителя русского языка и литературы": of(T),
    "дети дошкольного возраста": of(PRESCHOOL),
    "открыто для всех": of(OPEN),
    "дети-инвалиды": pupils(tags=("инвалидность",)),
    "родительская общественность": of(PARENTS),
    "учащиеся и их родители": of(S, PARENTS),
    "воспитанники детского сада": of(PRESCHOOL),
    "дети подготовительной группы": of(PRESCHOOL),
    "всем желающим": of(OPEN),
    "жители района": of(OPEN),
    # Composed.
    "Учащиеся 1-4 кл., родители, педагоги": of(S, T, PARENTS, grades=(1, 2, 3, 4)),
    "педагоги, 8-9 классы": of(S, T, grades=(8, 9)),
    "учащиеся и педагоги 8-9 классов": of(S, T, grades=(8, 9)),
    "учащиеся и учителя начальных классов": of(S, PRIMARY, grades=(1, 2, 3, 4)),
    "учителя начальных классов и учащиеся 3-4 классов": of(S, PRIMARY, grades=(3, 4)),
    "уч. 5-7 кл.": pupils(5, 6, 7),
    "Х-ХI классы": pupils(10, 11),
    '7 "A" класс': pupils(7, classes=("7А",)),
    "начальные и 5 классы": pupils(1, 2, 3, 4, 5),
    "учителя начальных и 5 классов": of(T),
    "с 5 класса по 8 класс": pupils(5, 6, 7, 8),
    "будущие первоклассники": of(PRESCHOOL),
    "3-4 года": of(PRESCHOOL, age=(3, 4)),
    "кл.рук.": of(T),
    # Another dash, another key, and letters of classes from one to another.
    "5--7 кл": pupils(5, 6, 7),
    "5–-7 классы": pupils(5, 6, 7),
    "5—-7 кл": pupils(5, 6, 7),
    "5 - - 7 кл": pupils(5, 6, 7),
    "5~7 кл": pupils(5, 6, 7),
    "5 и7кл": pupils(5, 7),
    "7 А-В": pupils(7, classes=("7А", "7Б", "7В")),
    '7 "А"-"В"': pupils(7, classes=("7А", "7Б", "7В")),
    # Numbers of schools and «первых» are no grades, initials no Roman numbers.
    "обуч. шк. 1, 2": pupils(),
    "8 кл шк 9": pupils(8),
    "5-7 кл. СОШ № 8, 9": pupils(5, 6, 7),
    "Движение первых": pupils(),
    "актив РДДМ, 8-9 кл": pupils(8, 9),
    "ученики Ивановой А.П.": pupils(),
    "для всех 8-9 классов": pupils(8, 9),
    "1 группа 5-6 кл, 2 группа 7-8 кл": pupils(5, 6, 7, 8),
    "I возрастная категория 5-7 кл.": pupils(5, 6, 7),
    "1 этап - 5-7 кл, 2 этап - 8-9 кл": pupils(*range(5, 10)),
    "5-7 кл 1 смена": pupils(5, 6, 7),
    # Folk and short words.
    "шестиклашки": pupils(6),
    "первокл.": pupils(1),
    "оскуола оҕолоро": pupils(),
    "5-9 кыл.": pupils(*range(5, 10)),
    "салайааччылар": of(T),
    "баҕалаахтар": of(OPEN),
    "пед.колл.": of(T),
    "РМО учителей физики": of(T),
    "МО учителей нач. классов": of(PRIMARY),
    "учителя матем., физ.": of(T),
    "рук-ли и пед-ги ТР": of(TR, HEADS),
    "зам. по УВР, ВР": of(DEPUTIES),
    "подг. гр.": of(PRESCHOOL),
    "учащиеся и другие желающие": of(S, OPEN),
}


@pytest.mark.parametrize("shown", CELLS)
def test_an_audience_is_read(shown):
    assert said(shown) == CELLS[shown]


NOTED = {
    "9-8 кл.": (pupils(8, 9), ["range_reversed"]),
    "старшеклассники": (pupils(10, 11), ["assumed_grades"]),
    "старшее звено": (pupils(10, 11), ["assumed_grades"]),
    "учителя 5-9 классов": (of(T), ["grades_of_adults"]),
    "родители 1 классов": (of(PARENTS), ["grades_of_adults"]),
    "педагоги и специалисты управления": (of(T), ["group_left_out"]),
    "руководители ОО и педагоги центров «Точка роста»": (of(TR), ["group_left_out"]),
    "родители учащихся 1-4 классов": (of(PARENTS), ["grades_of_adults"]),
    "учашиеся 5 класса": (pupils(5), ["typo_fixed"]),
    "педогоги": (of(T), ["typo_fixed"]),
    "1О класс": (pupils(10), ["lookalike_fixed"]),
    "З-4 классы": (pupils(3, 4), ["lookalike_fixed"]),
    "учaщиеся": (pupils(), ["lookalike_fixed"]),  # a Latin a
}


@pytest.mark.parametrize("shown", NOTED)
def test_what_was_assumed_of_an_audience_is_noted(shown):
    reading = read(shown)
    assert (reading.value, reasons(reading)) == NOTED[shown]


def test_a_correction_names_old_and_new():
    note = read("педогоги").notes[0]
    assert (note.code, note.facts) == (Code.TEXT_CORRECTED, {"old": "педогоги", "new": "педагоги"})


AMBIGUOUS = {
    "уч. нач. кл.": ("учащиеся 1–4 классов", "учителя начальных классов"),
    "уч. 1-4 кл.": ("учащиеся 1–4 классов", "учителя начальных классов"),
    "уч.": ("учащиеся", "учителя"),
    "педагоги ДО": ("педагоги дополнительного образования", "педагоги дошкольного образования"),
    "5.8 классы": ("5–8", "5, 8"),
    "5 8 классы": ("5–8", "5, 8"),
    "5:8 классы": ("5–8", "5, 8"),
    "5=8 классы": ("5–8", "5, 8"),
    "учащиеся – 8": ("учащиеся, 8 чел.", "8 класс"),
    "педагоги 5": ("педагоги, 5 чел.", "педагоги, 5 класс"),
}


@pytest.mark.parametrize("shown", AMBIGUOUS)
def test_an_audience_of_two_meanings_is_refused_with_both(shown):
    refused = problem(read(shown))
    assert (refused.reason, refused.candidates) == ("ambiguous", AMBIGUOUS[shown])


def test_each_meaning_offered_can_be_read():
    for candidates in AMBIGUOUS.values():
        assert all(map(said, candidates))


@pytest.mark.parametrize(
    ("shown", "suggestion"),
    [
        ("89 классы", "8–9"),
        ("57 кл.", "5–7"),
        ("1011 классы", "10–11"),
        ("511 кл", "5–11"),
        ("98 классы", None),
        ("25", None),
        ("15-17 классы", None),
        ("12, 13 классы", None),
    ],
)
def test_a_grade_there_is_not_is_refused_and_a_lost_hyphen_guessed(shown, suggestion):
    refused = problem(read(shown))
    assert (refused.code, refused.reason) == (Code.VALUE_UNREADABLE, "grade_out_of_range")
    assert refused.suggestion == suggestion


@pytest.mark.parametrize("low", range(1, 12))
def test_grades_that_became_a_date_are_given_back(low):
    months = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя")
    for high in range(low + 1, 12):
        for cell in (
            Cell(f"{low:02}.{months[high - 1]}"),
            Cell(f"{low:02}.{high:02}.2023", date(2023, high, low)),
            Cell(f"{low}.{high}", date(2023, high, low)),
        ):
            refused = problem(audiences.read(cell, ALDAN))
            assert (refused.code, refused.suggestion) == (Code.EXCEL_AUTOFORMAT, f"{low}–{high}")
            assert said(refused.suggestion) == pupils(*range(low, high + 1))


@pytest.mark.parametrize(
    "cell", [Cell("15.дек"), Cell("10.02.2024", date(2024, 2, 10)), Cell("25.12.2023")]
)
def test_a_date_that_never_was_grades_is_only_refused(cell):
    assert problem(audiences.read(cell, ALDAN)).reason == "unreadable"


def test_a_list_taken_for_a_decimal_is_still_a_list():
    assert read("7,8", 7.8).value == pupils(7, 8)


@pytest.mark.parametrize(
    "shown",
    ["8–9 классы и все", "все и 8-9 классы", "8-9 классы, все", "8-9 кл. и другие", "8-9 кл. и др.",
     "8-9 классы и прочие", "8, 9, остальные классы"],
)  # fmt: skip
def test_others_who_are_not_named_are_asked_about(shown):
    assert problem(read(shown)).reason == "who_else"


@pytest.mark.parametrize("shown", ["-", "уточняется", "нет"])
def test_a_placeholder_is_no_audience(shown):
    assert problem(read(shown)).code is Code.REQUIRED_MISSING


@pytest.mark.parametrize("shown", ["директора школ", "гости", "студенты"])
def test_a_group_the_plan_does_not_know_is_refused_by_name(shown):
    assert problem(read(shown)).reason == "unlisted_group"


COUNTED = {
    "Участники: учащиеся 8-9 классов, 45 чел.": (pupils(8, 9), Participants(total=45, students=45)),
    "учащиеся 8-9 классов - 20 чел.": (pupils(8, 9), Participants(total=20, students=20)),
    "учащиеся 8-9 классов (20 человек)": (pupils(8, 9), Participants(total=20, students=20)),
    "20 учащихся 8-9 классов": (pupils(8, 9), Participants(total=20, students=20)),
    "учащиеся - 20, педагоги - 5": (of(S, T), Participants(total=25, students=20, teachers=5)),
    "8–9 классы (30 чел.), педагоги (5 чел.)": (
        of(S, T, grades=(8, 9)),
        Participants(total=35, students=30, teachers=5),
    ),
    "30 педагогов": (of(T), Participants(total=30, teachers=30)),
    "8 класс 25 учеников": (pupils(8), Participants(total=25, students=25)),
    "8 кл - 25": (pupils(8), Participants(total=25, students=25)),
    "5-7 кл. (2 команды)": (pupils(5, 6, 7), Participants(teams=2)),
    "30 педагогов из 12 ОО": (of(T), Participants(total=30, teachers=30, organisations=12)),
    "учащиеся 8-9 классов 11 школ": (pupils(8, 9), Participants(organisations=11)),
    "5-8, 10 класс 40 детей": (pupils(5, 6, 7, 8, 10), Participants(total=40, students=40)),
}


@pytest.mark.parametrize("shown", COUNTED)
def test_a_number_of_people_beside_an_audience_is_kept(shown):
    reading = read(shown)
    assert (reading.value, reading.also[Field.PARTICIPANTS]) == COUNTED[shown]


@pytest.mark.parametrize("shown", ["дети 6,5-8 лет", "6,5 лет", "дети от 10 лет", "5 занятий"])
def test_years_and_things_are_no_grades(shown):
    assert read(shown).value is None


def test_an_audience_without_a_number_says_nothing_of_participants():
    assert not read("учащиеся 8-9 классов").also


_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
_CLASS = (" классы", " кл.", " кл", "-е классы", " классов", "кл.")
_LEADS = ("", "учащиеся ", "уч-ся ", "для обучающихся ", "ученики ", "дети ")


def test_every_range_of_grades_is_read_as_it_was_made_whatever_the_noise():
    random = Random(3)
    for low, high in combinations(range(1, 12), 2):
        value = pupils(*range(low, high + 1))
        for _ in range(12):
            lead, end = random.choice(_LEADS), random.choice(_CLASS)
            made = (
                f"{lead}{low}-{high}{end}",
                f"{lead}{low} - {high}{end}",
                f"{lead}с {low} по {high} класс",
                f"{lead}{low}-х – {high}-х классов",
                f"{_ROMAN[low]}-{_ROMAN[high]}{random.choice((' классы', ' кл.'))}",
                f"{low}-{high}",
            )
            for shown in made:
                for noisy in noise.spoiled(shown, random, times=1):
                    assert said(noisy) == value, noisy


def test_every_list_of_grades_is_read_as_it_was_made_whatever_the_noise():
    random = Random(4)
    for _ in range(800):
        grades = sorted(random.sample(range(1, 12), random.randint(2, 5)))
        end = random.choice(_CLASS)
        listed = ", ".join(map(str, grades[:-1]))
        for shown in (
            f"{listed}, {grades[-1]}{end}",
            f"{random.choice(_LEADS)}{listed} и {grades[-1]}{end}",
            ",".join(map(str, grades)),
            " и ".join(f"{grade}-й" for grade in grades) + " классы",
        ):
            for noisy in noise.spoiled(shown, random, times=1):
                assert said(noisy) == pupils(*grades), noisy


_GROUPS = {
    S: ("учащиеся", "обучающиеся", "школьники", "ученики", "уч-ся"),
    T: ("педагоги", "учителя", "преподаватели", "пед. работники"),
    PRIMARY: ("учителя начальных классов", "учителя нач. кл."),
    YOUNG: ("молодые педагоги", "молодые специалисты"),
    DEPUTIES: ("зам. директора", "заместители директора по УВР", "завучи"),
    PARENTS: ("родители", "законные представители"),
    PRESCHOOL: ("дошкольники", "воспитанники детского сада"),
}


def test_every_list_of_groups_is_read_in_one_order_whatever_the_noise():
    random = Random(5)
    for _ in range(1200):
        who = random.sample(list(_GROUPS), random.randint(1, 3))
        words = [random.choice(_GROUPS[group]) for group in who]
        shown = (
            words[0]
            if len(words) == 1
            else f"{', '.join(words[:-1])} {random.choice(('и', ','))} {words[-1]}"
        )
        value = said(noise.spoil(shown, random))
        assert value.who == tuple(group for group in Who if group in who), shown


def test_pupils_of_some_grades_beside_other_groups_are_read_whatever_stands_between():
    random = Random(6)
    others = [group for group in _GROUPS if group is not S]
    for _ in range(2500):
        grades = sorted(random.sample(range(1, 12), random.randint(2, 4)))
        listed = random.choice((", ", ",", "; ", "/", " , ")).join(map(str, grades))
        pupils_of = random.choice(
            (
                f"{random.choice(_GROUPS[S])} {listed} классов",
                f"{listed} кл. (дети)",
                f"{listed} классы",
                f"{random.choice(('классы', 'Классы:', 'кл.'))} {listed}",
                f"школьники ({listed} кл.)",
            )
        )
        who = random.sample(others, random.randint(1, 2))
        parts = [pupils_of, *(random.choice(_GROUPS[group]) for group in who)]
        random.shuffle(parts)
        shown = random.choice((", ", "; ", "\n")).join(parts)
        value = said(shown)
        assert (set(value.who), value.grades) == ({S, *who}, tuple(grades)), shown


@pytest.mark.parametrize("shown", ["5 , 8 х классов", "5,8 -х классов", "V и VIII -х классов"])
def test_an_ending_may_stand_apart_from_its_grade(shown):
    assert said(shown) == pupils(5, 8)


@pytest.mark.parametrize(
    ("shown", "who"),
    [
        ("педагоги и руководители центров «Точка роста»", {TR, HEADS}),
        ("педагоги; руководители центров «Точка роста»", {T, HEADS}),
        ("педагоги\nруководители центров «Точка роста»", {T, HEADS}),
        ("учителя химии, руководители центров «Точка роста»", {T, HEADS}),
        ("учителя химии центров «Точка роста»", {TR}),
    ],
)
def test_teachers_are_those_of_a_centre_only_where_it_is_said_of_them(shown, who):
    assert set(said(shown).who) == who


OTHERS = (
    *noise.PHONES, *noise.ADDRESSES, *noise.DATES, *noise.PEOPLE, *noise.SCHOOLS, *noise.SETTLEMENTS,
    *noise.CONTRACTS, *noise.COUNTS, *noise.LEVELS, *noise.FORMATS, "семинар", "Науку в каждый класс",
    "8 марта", "2023", "№8", "актовый зал", "команды школ", "педагоги 5", "5-11 учащиеся", "9а-9в",
    "1-2 ступени", "20-25", "2 команды по 5 человек", "от 14 лет", "14+", "5-7-9", "9 класс – 10",
    "с 5 класса", "от 8 классов", "до 9 класса", "5+", "6 +", "5-9 кл. (кроме 9)", "педагоги не ТР",
    "двенадцатиклассники", "6,5 лет",
    "8 класс, 9 школа", "8 шк 9 кл", "будущие 5-классники", "РМО нач. кл.", "8 класс 11", "8-9 классы 2", "7 классы, 10 марта", "8 класс, 9 этаж",
    "учащиеся 5, 6 и 7 школ", "12 ОО", "8 кл, 3 часа", "8 кл., 9 баллов", "5-7 кл., 1 тур - 10 февраля", "7А-7В", "8 кл 25 кл",
    "педагоги со стажем до 3 лет", "учащиеся 8 школы", "8 лучших", "средняя школа",
)  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_a_value_of_another_column_is_never_taken_for_an_audience(shown):
    random = Random(6)
    for noisy in noise.spoiled(shown, random, times=10):
        assert read(noisy).value is None, noisy


@pytest.mark.parametrize(
    "typed",
    [
        "учителя технологии (мальчики)",
        "Учителя технологии (для девочек)",
        "учителя физкультуры (юноши)",
        "учителя физической культуры (девушки)",
    ],
)
def test_a_subject_taught_to_one_sex_names_teachers_and_no_pupils(typed):
    assert read(typed).value.who == (Who.TEACHERS,)


@pytest.mark.parametrize(
    ("typed", "who", "grades"),
    [
        ("родит.", (Who.PARENTS,), ()),
        ("мол. пед.", (Who.YOUNG_TEACHERS,), ()),
        ("молодые спец.", (Who.YOUNG_TEACHERS,), ()),
        ("мол. специалисты", (Who.YOUNG_TEACHERS,), ()),
        ("шк-ки", (Who.STUDENTS,), ()),
        ("школьн. 8 кл", (Who.STUDENTS,), (8,)),
        ("старшекл.", (Who.STUDENTS,), (10, 11)),
        ("ср. звено", (Who.STUDENTS,), (5, 6, 7, 8, 9)),
        ("воспит. ДОУ", (Who.PRESCHOOL,), ()),
    ],
)
def test_groups_cut_short_are_read(typed, who, grades):
    value = audiences.read(Cell(typed), context()).value
    assert value is not None
    assert (value.who, value.grades) == (who, grades)


@pytest.mark.parametrize(
    ("shown", "candidates"),
    [
        ("5 кл. и старше", ("5–9 классы", "5–11 классы")),
        ("учащиеся с 7 класса", ("7–9 классы", "7–11 классы")),
        ("9 класс и выше", ("9–11 классы",)),
        ("до 4 класса", ("1–4 классы",)),
        ("не старше 8-го класса", ("1–8 классы", "5–8 классы")),
    ],
)
def test_grades_without_an_end_are_asked_about_with_the_ends_they_may_have(shown, candidates):
    refused = problem(read(shown))
    assert (refused.reason, refused.candidates) == ("open_grades", candidates)


@pytest.mark.parametrize(
    "shown", ["5+", "7 и старше", "10 лет и старше", "с 15 класса", "11 класс и старше"]
)
def test_an_age_or_no_grade_at_all_is_no_beginning_of_grades(shown):
    assert problem(read(shown)).reason != "open_grades"


@pytest.mark.parametrize(
    ("shown", "who", "grades"),
    [
        ("учителя начальных классов и 4 классы", (Who.STUDENTS, Who.PRIMARY_TEACHERS), (4,)),
        ("родители 1-4 классов и 5-6 классы", (Who.STUDENTS, Who.PARENTS), (5, 6)),
        ("учителя 8 и 9 классов", (Who.TEACHERS,), ()),
    ],
)
def test_classes_in_the_nominative_behind_the_grades_of_adults_are_pupils(shown, who, grades):
    value = read(shown).value
    assert (value.who, value.grades) == (who, grades)


def test_a_roman_grade_may_stick_to_its_class():
    assert read("IXкл").value.grades == (9,)


def test_the_groups_of_a_kindergarten_are_no_pupils():
    assert read("дети старшей и подготовительной групп").value.who == (Who.PRESCHOOL,)


@pytest.mark.parametrize(
    "shown",
    [
        "педагоги, работающие с одарёнными детьми",
        "учителя, работающие в 5-6 классах",
        "педагоги, обучающие детей с ОВЗ",
    ],
)
def test_with_whom_teachers_work_is_no_audience(shown):
    assert read(shown).value.who == (Who.TEACHERS,)


def test_a_dash_behind_one_class_of_several_is_no_range():
    assert problem(read("8 кл.-10, 9кл. -12"))
    assert read("5 кл.-8 кл., 10 кл").value.grades == (5, 6, 7, 8, 10)
    assert read("С 5 КЛ. ПО 8 КЛ.").value.grades == (5, 6, 7, 8)


@pytest.mark.parametrize(
    ("shown", "who"),
    [
        ("3-7 лет", (Who.PRESCHOOL,)),
        ("дети 3-5 лет", (Who.PRESCHOOL,)),
        ("5-10 лет", (Who.STUDENTS, Who.PRESCHOOL)),
        ("учащиеся 5-7 лет", (Who.STUDENTS,)),
        ("6-7 лет", (Who.STUDENTS,)),
    ],
)
def test_children_below_school_age_are_no_pupils(shown, who):
    assert set(read(shown).value.who) == set(who)
