import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.values import noise
from tests.values.district import context, problem
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.what import titles
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType

ALDAN = context()
LONG = (
    "Формирование современных компетенций обучающихся в условиях деятельности центра образования цифрового"
    " и гуманитарного образования «Точка роста»"
)


def read(shown):
    return titles.read(Cell(shown), ALDAN)


def reasons(reading):
    return [note.reason for note in reading.notes]


CELLS = {
    "«Науку в каждый класс»": "Науку в каждый класс",
    '"Науку в каждый класс"': "Науку в каждый класс",
    "<<Науку в каждый класс>>": "Науку в каждый класс",
    "“Науку в каждый класс”": "Науку в каждый класс",
    "„Науку в каждый класс“": "Науку в каждый класс",
    "'Науку в каждый класс'": "Науку в каждый класс",
    "«Науку в каждый класс».": "Науку в каждый класс",
    "''Науку в каждый класс''": "Науку в каждый класс",
    "🚀 «Науку в каждый класс» ✨": "Науку в каждый класс",
    '"«Науку в каждый класс»"': "Науку в каждый класс",
    "  Науку   в каждый\nкласс. ": "Науку в каждый класс",
    "1. Науку в каждый класс": "Науку в каждый класс",
    "12) «Науку в каждый класс»": "Науку в каждый класс",
    "1.2. Науку в каждый класс": "Науку в каждый класс",
    "Тема: «Науку в каждый класс»": "Науку в каждый класс",
    "Науку в каждый класс*": "Науку в каждый класс",
    "‹Науку в каждый класс›": "Науку в каждый класс",
    "• Науку в каждый класс": "Науку в каждый класс",
    "- Науку в каждый класс": "Науку в каждый класс",
    "Школа №8 - центр притяжения": "Школа №8 - центр притяжения",
    "9 Мая - День Победы": "9 Мая - День Победы",
    "Неделя физики 10-15 февраля": "Неделя физики 10-15 февраля",
    "5. 3D моделирование": "3D моделирование",
    "1.1 Наука": "1.1 Наука",
    "Наука!!!": "Наука!!!",
    "Конкурс: Я и мир": "Конкурс: Я и мир",
    "«Я и мир» - конкурс": "«Я и мир» - конкурс",
    "«Я и мир», «Мы вместе»": "«Я и мир», «Мы вместе»",
    "«Работа центра „Точка роста“ в школе»": "Работа центра «Точка роста» в школе",
    'Работа центра "Точка роста" в школе': "Работа центра «Точка роста» в школе",
    'Конкурс рисунков "Моя "Точка роста""': "Конкурс рисунков «Моя «Точка роста»»",
    "«Точка роста» и «Кванториум»": "«Точка роста» и «Кванториум»",
    "STEM-урок «3D-моделирование в Tinkercad»": "STEM-урок «3D-моделирование в Tinkercad»",
    "Лаборатории «МедЭксперт», Z+": "Лаборатории «МедЭксперт», Z+",
    "Семинар по робототехнике": "Семинар по робототехнике",
    "Семинар для педагогов «Наука»": "Семинар для педагогов «Наука»",
    "Физика вокруг нас (8-9 кл.)": "Физика вокруг нас (8-9 кл.)",
    "1 сентября — День знаний": "1 сентября — День знаний",
    "22.04 День Земли": "22.04 День Земли",
    "2024 - год семьи": "2024 - год семьи",
    "100 вопросов о космосе": "100 вопросов о космосе",
    "3D-моделирование": "3D-моделирование",
    "Встреча выпускников 2023 г.": "Встреча выпускников 2023 г.",
    "Мы помним...": "Мы помним...",
    "«Что? Где? Когда?»": "Что? Где? Когда?",
    "Марафон педагогических идей": "Марафон педагогических идей",
    "Семинар №2": "Семинар №2",
    "День открытых дверей": "День открытых дверей",
    "Школа молодого педагога": "Школа молодого педагога",
    "Учитель года": "Учитель года",
    "КОСМОС": "КОСМОС",
    "STEM": "STEM",
    "Ыһыах күнэ": "Ыһыах күнэ",
    "«Оҕолор өйдөрө»": "Оҕолор өйдөрө",
    "ЫҺЫАХ": "ЫҺЫАХ",
    "VR-очки и IT-куб": "VR-очки и IT-куб",
}


@pytest.mark.parametrize("shown", CELLS)
def test_a_title_is_its_text(shown):
    reading = read(shown)
    assert reading.problem is None
    assert (reading.value, reasons(reading), dict(reading.also)) == (CELLS[shown], [], {})


@pytest.mark.parametrize(
    ("shown", "title", "also"),
    [
        ("Семинар «Науку в каждый класс»", "Науку в каждый класс", {Field.TYPES: (EventType.SEMINAR,)}),
        ("Районный семинар «Наука»", "Наука", {Field.TYPES: (EventType.SEMINAR,), Field.LEVEL: Level.MUNICIPAL}),
        ("Онлайн-семинар: «Наука»", "Наука", {Field.TYPES: (EventType.SEMINAR,), Field.FORMAT: Format.ONLINE}),
        ("Семинар на тему «Наука рядом»", "Наука рядом", {Field.TYPES: (EventType.SEMINAR,)}),
        ("Квест-игра «Тайна 9-ой планеты»", "Тайна 9-ой планеты", {Field.TYPES: (EventType.QUEST,)}),
        ("«Мастер-класс «Наука»»", "Наука", {Field.TYPES: (EventType.MASTERCLASS,)}),
        ("Фестиваль \"Точка роста\"", "Точка роста", {Field.TYPES: (EventType.FESTIVAL,)}),
        ("Квест «8 марта»", "Квест «8 марта»", {Field.TYPES: (EventType.QUEST,)}),
        ("Семинар «В»", "Семинар «В»", {Field.TYPES: (EventType.SEMINAR,)}),
        ("Квест «Z»", "Квест «Z»", {Field.TYPES: (EventType.QUEST,)}),
        ("Тема: Науку в каждый класс", "Науку в каждый класс", {}),
        ("Название мероприятия: «Наука»", "Наука", {}),
        (
            "Науку в каждый класс https://vk.com/wall-1_2",
            "Науку в каждый класс",
            {Field.LINKS: ("https://vk.com/wall-1_2",)},
        ),
        ("Наука (см. https://vk.com/a)", "Наука", {Field.LINKS: ("https://vk.com/a",)}),
        (
            "Семинар «Наука» — https://vk.com/a",
            "Наука",
            {Field.TYPES: (EventType.SEMINAR,), Field.LINKS: ("https://vk.com/a",)},
        ),
        ("«Наука» (https://vk.com/a)", "Наука", {Field.LINKS: ("https://vk.com/a",)}),
    ],
)  # fmt: skip
def test_a_type_before_the_quotes_is_kept_apart(shown, title, also):
    reading = read(shown)
    assert (reading.value, dict(reading.also)) == (title, also)


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        (f"«{LONG}", LONG),
        ("Работа центра «Точка роста", "Работа центра «Точка роста»"),
        ("Науку в каждый класс»", "Науку в каждый класс"),
        ('"Науку в каждый класс', "Науку в каждый класс"),
        ("Точка роста» в школе", "Точка роста в школе"),
    ],
)
def test_an_unpaired_quote_is_mended_and_noted(shown, title):
    reading = read(shown)
    assert (reading.value, reasons(reading)) == (title, ["unbalanced_quotes"])


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("ТОЧКА РОСТА - ТЕРРИТОРИЯ ВОЗМОЖНОСТЕЙ", "Точка роста - территория возможностей"),
        ("НАУКА БЕЗ ГРАНИЦ", "Наука без границ"),
        ("«ПОДГОТОВКА К ЕГЭ»", "Подготовка к ЕГЭ"),
        ("ДЕНЬ НАУКИ. ШКОЛА БУДУЩЕГО", "День науки. Школа будущего"),
        ("РАБОТА ЦЕНТРА «ТОЧКА РОСТА» В ШКОЛЕ", "Работа центра «Точка роста» в школе"),
        ("STEM И 3D В ШКОЛЕ", "STEM и 3D в школе"),
        ("ТВОРЧЕСТВО А.С. ПУШКИНА", "Творчество А.С. Пушкина"),
        ("УРОК ВЕДЁТ МАРИЯ ЖАВОРОНКОВА", "Урок ведёт Мария Жаворонкова"),
    ],
)
def test_capitals_are_calmed_and_the_calm_title_suggested(shown, title):
    reading = read(shown)
    assert reading.value == title
    note = reading.notes[0]
    assert (note.reason, note.code, note.suggestion) == ("all_caps", Code.TEXT_CORRECTED, title)


def test_look_alike_letters_are_put_right_and_named():
    reading = read("Hауку в каждый класс")  # the first letter is Latin
    assert (reading.value, reasons(reading)) == ("Науку в каждый класс", ["lookalike_fixed"])


@pytest.mark.parametrize(
    "shown",
    [
        "семинар",
        "Мастер-класс",
        "Районный конкурс",
        "МИКС",
        "«Круглый стол»",
        "вебинар",
        "мероприятие",
        "семинар-практикум",
        "онлайн-семинар",
    ],
)
def test_a_type_alone_is_no_title(shown):
    assert problem(read(shown)).reason == "title_is_type"


@pytest.mark.parametrize(
    "shown", ["нет мероприятий", "Мероприятий нет", "не планируется", "Мероприятия не планируются"]
)
def test_a_school_that_plans_nothing_names_no_event(shown):
    assert problem(read(shown)).code is Code.REQUIRED_MISSING


@pytest.mark.parametrize(
    "shown", ["Название мероприятия", "Тема", "Тема:", "«Наименование»", "педагоги", "Все желающие"]
)
def test_the_name_of_a_column_or_of_an_audience_is_no_title(shown):
    assert problem(read(shown)).reason == "unreadable"


@pytest.mark.parametrize(
    "shown",
    [
        "1) День физики\n2) День химии",
        "1. Мастер-класс «Свет» 2. Квест «Тень»",
        "- День физики\n- День химии",
        "Семинар «Робототехника»; мастер-класс «3D-печать»",
        "Семинар «Робототехника»\nМастер-класс «3D-печать»",
        'Квест "Тайга";\nквест "Река".',
        "Практикум «Лес»;\nвикторина «Вода»",
        "Выставка рисунков «Лес»; лекция по химии «Вода»",
    ],
)
def test_several_events_in_a_cell_are_no_title(shown):
    assert problem(read(shown)).reason == "several_events"


@pytest.mark.parametrize(
    "shown",
    [
        "1. День физики",
        "1) Умный дом 2.0",
        "Науку\nв каждый класс",
        "День физики:\n1. опыты\n2. викторина",
        "Мастер-класс\n«3D-печать»",
        "Сетевой проект «Тайга»; этап «Весна»",
        "Семинар «Роботы: „Лего“; „Ардуино“»",
        "Конкурс рисунков; выставка поделок",
    ],
)
def test_one_event_with_a_number_is_a_title(shown):
    assert read(shown).value


@pytest.mark.parametrize("shown", ["Наставничество", "Одноклассники", "Все дома"])
def test_a_word_near_an_audience_is_a_title(shown):
    assert read(shown).value == shown


def test_a_formula_is_no_title_but_its_label_may_be():
    refused = problem(read('=ГИПЕРССЫЛКА("http://x";"Науку")'))
    assert (refused.code, refused.reason, refused.suggestion) == (
        Code.VALUE_UNREADABLE,
        "formula_text",
        "Науку",
    )
    assert problem(read("=СУММ(A1:A2)")).suggestion is None


@pytest.mark.parametrize(
    "shown",
    [
        *(
            "-",
            "уточняется",
            "«-»",
            "нет",
            '"',
            "отменено",
            "Перенос",
            "перенесено на март",
            "и др.",
            "Не проводилось",
            "мероприятие 1",
            "мероприятие по плану",
            "Итого:",
        ),
        "см. приложение",
        *("без названия", "нет темы", "ТБД"),
    ],
)
def test_a_placeholder_is_no_title(shown):
    assert problem(read(shown)).code is Code.REQUIRED_MISSING


OTHERS = (
    *noise.PHONES, *noise.ADDRESSES, *noise.DATES, *noise.PEOPLE, *noise.SCHOOLS, *noise.GRADES,
    *noise.COUNTS, *noise.LEVELS, *noise.FORMATS, "тел. 89141234567", "1", "Z+", "5+", "25", "№ 8", "20-25",
    "г. Томмот", "Сивцева Н.П", "Н.П. Сивцева",
)  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_what_is_plainly_something_else_is_no_title(shown):
    assert problem(read(shown)).reason == "unreadable"


_WORDS = [
    "наука",
    "физика",
    "роста",
    "точка",
    "класс",
    "каждый",
    "мир",
    "вокруг",
    "нас",
    "химия",
    "робот",
    "космос",
    "детям",
    "школе",
    "будущее",
]
_QUOTES = (("", ""), ("«", "»"), ('"', '"'), ("“", "”"), ("„", "“"), ("<<", ">>"))


def test_a_title_survives_quotes_numbers_and_noise():
    random = Random(9)
    for _ in range(2500):
        title = " ".join(random.choices(_WORDS, k=random.randint(2, 6))).capitalize()
        if random.random() < 0.3:
            title = f"{title} «{random.choice(_WORDS)}» {random.choice(_WORDS)}"
        opening, closing = random.choice(_QUOTES)
        shown = f"{random.choice(('', '1. ', '7) '))}{opening}{title}{closing}{random.choice(('', '.', ' '))}"
        shown = shown.replace(" ", random.choice((" ", "  ", "\u00a0")))
        assert read(shown).value == title, shown


def test_what_was_read_is_read_the_same_again():
    for title in CELLS.values():
        assert read(title).value == title


@pytest.mark.parametrize("pattern", [titles._QUOTE, titles._DOUBLED])
def test_every_quote_that_is_looked_for_makes_a_title_be_looked_at(pattern):
    marks = [sign * 2 for sign in map(chr, range(0x2E80)) if pattern.search(sign * 2)]
    looked_for = [re.compile(quotes.pattern) for quotes in (titles._STRAIGHT, titles._CURLED)]
    assert all(mark == ",," or any(each.search(mark) for each in looked_for) for mark in marks)


@given(st.text(alphabet="«»«»\"'<>`,. а", max_size=12))
def test_quotes_are_paired_as_a_stack_of_them_would(title):
    found, opened = {}, []
    for at, sign in enumerate(title):
        if sign == "«":
            opened.append(at)
        elif sign == "»" and opened:
            found[opened.pop()] = at
    assert titles._partners(title) == found


@pytest.mark.parametrize("title", ["Мастер – класс", "семинар — практикум", "Мастер‑класс"])
def test_a_type_is_no_title_whatever_its_dash(title):
    assert problem(read(title)).reason == "title_is_type"
