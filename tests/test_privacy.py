"""What hides people must hide all of them, and nothing a reader of the plan needs."""

from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tochka_sync import privacy
from tochka_sync.privacy import MASK, mask

PEOPLE = (
    "Иванова А.П.", "Иванова А. П.", "Иванова А.П", "ИвановаА.П.", "Иванова. А.П.", "Иванова, А.П.", "Иванова\u00a0А.\u00a0П.",
    "А.П. Иванова", "А. П. Иванова", "А.П.Иванова", "А. Иванова", "Ким А.", "Иванова АП", "Петров СИ", "Петров С И",
    "ИВАНОВА А.П.", "иванова а.п.", "ИВАНОВА АП", "Иванова Анна Петровна", "Анна Петровна Иванова", "Анна Петровна",
    "ИВАНОВА АННА ПЕТРОВНА", "иванова анна петровна", "Ивановой Анне Петровне", "Иванова Сергея Петровича",
    "Кузьмин Илья Ильич", "Петрова Дарья Ильинична", "Мамедов Рашид Али оглы", "Гусейнова Лейла Рашид кызы",
    "Петрова-Водкина М.С.", "Петров‑Водкин К.С.", "Соловьёва Е.Н.", "Өксөкүлээх А.Е.", "О'Нил Д.П.", "Ивановa A.П.", "Ivanova A.P.",
    "Ива\u00adнова А.П.", "Иванова\u200b А.П.", "Соловье\u0308ва Е.Н.", "Щёголев Ю.-М. А.",
)  # fmt: skip
NUMBERS = (
    "4 25 16", "2-12-34", "41145 4 25 16", "8 2014 12 34 56", "89141234567", "8 914 123-45-67", "8 914 123 45 67", "+7 914 123 45 67", "8(914)1234567", "8 (41145) 4-25-16", "9141234567",
    "8.914.123.45.67", "8 9 1 4 1 2 3 4 5 6 7", "8 91 41 23 45 67", "8–914–123–45–67", "8\u00a0914\u00a0123\u00a045\u00a067", "4-25-16",
    "123-45-67", "+375 29 123-45-67", "+42516", "8\u200b9141234567", "т. 42516", "тел. 4 25 16", "тел.: 42516", "моб 89141234567",
    "8914123456", "891412345678", "79141234567.0",
)  # fmt: skip
ADDRESSES = (
    "ivanova@mail.ru", "Ivanova.A-P_1+x@sub.mail.ru", "иванова@почта.рф", "ivanova@mail", "ivanova (at) mail.ru", "ivanova @ mail.ru",
    "ivanova＠mail.ru",
)  # fmt: skip
KEPT = (
    "10.02.2024", "10.02.24", "10 февраля 2024 г.", "2023-06-02T17:45:12+09:00", "2023-06-02 17:45", "01.09.2023-31.05.2024",
    "01.09.2023 – 31.05.2024", "2023-2024", "2023–2024 учебный год", "2023/24", "2022 2023 2024", "05.2024", "__.05.2024", "05-2024", "2024.05", "12.2023-01.2024", "11 10.2023", "2023 10 11", "15.05 14.00", "15.05 14.00-16.00", "31.09.2023", "28.12-10.01", "20240210",
    "с 25.04. – 8.05.13.", "14:00", "14.00-15.30", "10.00 - 12.00", "44904", "45332.583333", "пятница, 10 февраля",
    "СОШ №8", "МБОУ «СОШ №8 г.Томмот»", "МБОУ СОШ № 8 г. Томмот", "гимназия г. Алдан", "гимназий г.Алдан и п.Нижний Куранах", "ТСШИ",
    "№1,2,4,5,6,7,9,10,36", "СОШ 1 2 4 5 6 7 9 10 36", "№01-03/12345", "договор №12345 от 12.08.2023", "дог. №12/2023-С от 01.08.23",
    "около 80", "более 20 и 14", "12 500", "1 250 000 руб.", "30 педагогов из 12 ОО", "Директора ОО", "8-9 классы", "8 9 10 11", "10-11 12-13",
    "https://vk.com/wall-123456789_4567890", "vk.com/wall-123456789_4567890", "school8.ru", "www.school8.ru/a/2024/12345678",
    "https://docs.google.com/spreadsheets/d/1A_b/edit#gid=1234567890", "Тайна 9-ой планеты", "«Науку в каждый класс»", "Точка роста",
    "семинары, круглые столы и т.д.", "в т. ч. онлайн", "директор и. о.", "на муниципальном уровне", "НА МУНИЦИПАЛЬНОМ УРОВНЕ",
    "ОСНОВНОЙ ШКОЛЫ", "Публичной Защиты", "методический СЕМИНАР.", "МИКС", "Tinkercad", "3D-моделирование", "I. Общие", "V. Итоги",
    "Plan!B2", "8 «А» класс", "УИОП", "г. Томмот", "п. Нижний Куранах", "Нижний Куранах", "#ЗНАЧ!", "МАМА И Я",
)  # fmt: skip
HISTORIC = (
    "Юрий Гагарин — первый космонавт", "«Юрия Гагарина»", "Творчество А.С. Пушкина", "А. С. Пушкин и дети", "Вечер памяти Платона Ойунского",
    "таблица Д.И. Менделеева", "Лев Николаевич Толстой", "Марии Кюри, Альберта Эйнштейна", "гимназия им. В.И. Ленина", "СОШ им. И.И. Иванова",
    "имени Героя Советского Союза Николая Кондакова", "имени Гагарина Юрия Алексеевича", "СОШ имени дважды Героя Советского Союза И.Х. Краснова",
)  # fmt: skip
COMMON = (
    "Основа А",
    "Витамин С",
    "Слова А и Б",
    "педагоги Центров «Точка роста»", "учителя Алдана", "руководители РМО г. Алдан", "учителя г. Ростов", "директор Школы", "середина марта",
    "Клуб «Мастер Самоделкин»", "Классный час «Пушкин»", "Викторина", "Викторина «Юный химик»", "Вера, Надежда, Любовь", "Река Лена",
    "Ньургун Боотур", "Марафон 8 Марта", "Ростов", "Роза ветров", "Тимур и его команда", "учитель Якутского языка", "Алгыс Саха",
)  # fmt: skip
WORDED = (
    ("ведёт Мария Жаворонкова", "ведёт •••"),
    ("Жаворонкова Мария", "•••"),
    ("ЖАВОРОНКОВА МАРИЯ", "•••"),
    ("жаворонкова мария", "•••"),
    ("Жаворонкова", "•••"),
    ("Жаворонкова м п", "•••"),
    ("Жаворонкова М", "•••"),
    ("ведут Петров А, Жаворонкова И", "ведут •••, •••"),
    ("Жаворонкова (Мария)", "••• (•••)"),
    ("Жаворонкова, 8 914 123-45-67", "•••, •••"),
    ("Жаворонкова Мария П.", "•••"),
    ("Мария П. Жаворонкова", "•••"),
    ("встреча с Никифоровым Ньургуном", "встреча с •••"),
    ("учитель Жаворонкова", "учитель •••"),
    ("учителя Жаворонкова и Петров, 5 класс", "учителя ••• и •••, 5 класс"),
    ("учитель русского языка и литературы Жаворонкова", "учитель русского языка и литературы •••"),
    ("зам. директора по УВР Петренко", "зам. директора по УВР •••"),
    ("кл. рук. Мария", "кл. рук. •••"),
    ("ФИО: Жаворонкова", "ФИО: •••"),
    ("урок «Юрий Гагарин», проводит А.С. Жаворонкова", "урок «Юрий Гагарин», проводит •••"),
    ("Гагарина Ю.А.", "•••"),
    ("И.П. Павлова", "•••"),
    ("Zhavoronkova Maria Petrovna", "•••"),
    ("8/914/555/44/33, 8_914_555_44_33", "•••, •••"),
    ("https://t.me/+79145554433", "https://t.me/•••"),
    ("viber://chat?number=%2B79145554433", "viber://chat?number=%2B•••"),
)
FRAMES = (
    "{}",
    "Ответственный: {}, звонить",
    "«{}»",
    "({})",
    "{}\n",
    "Алдан; {}; онлайн",
    "10.02.2024 {} СОШ №8",
)


@pytest.mark.parametrize("personal", [*PEOPLE, *NUMBERS, *ADDRESSES])
@pytest.mark.parametrize("frame", FRAMES)
def test_nothing_of_a_person_is_left(personal, frame):
    masked = mask(frame.format(personal))
    assert MASK in masked
    left = masked
    for word in frame.format("").split():
        left = left.replace(word, "")
    assert not any(letter.isalnum() for letter in left.replace(MASK, ""))


@pytest.mark.parametrize("text", [*KEPT, *HISTORIC, *COMMON])
@pytest.mark.parametrize("frame", ["{}", "Мероприятие: {}, да", "({})", "{}\n"])
def test_what_is_no_person_survives(text, frame):
    assert mask(frame.format(text)) == frame.format(text)


@pytest.mark.parametrize(("text", "shown"), WORDED)
def test_people_are_told_by_first_names_and_posts(text, shown):
    assert mask(text) == shown
    assert mask(shown) == shown


def test_what_is_said_of_a_cell_has_no_word_that_is_hidden_in_it():
    words = privacy.hidden("Жаворонкова М.П., 25 детей")
    assert (
        privacy.without("Школы «Жаворонкова М п. 25 детей» нет", words)
        == f"Школы «{MASK} М п. 25 детей» нет"
    )
    assert privacy.hidden("Робототехника, 25 детей") == frozenset()


def test_people_are_hidden_and_the_rest_of_the_sentence_stays():
    text = (
        "10.02.2024, СОШ №8: отв. Иванова А.П., тел. 8 914 123-45-67, ivanova@mail.ru, 30 педагогов"
    )
    assert mask(text) == f"10.02.2024, СОШ №8: отв. {MASK}, {MASK}, {MASK}, 30 педагогов"


def test_a_link_loses_only_the_person_in_it():
    assert mask("https://a.ru/?mail=ivanova@mail.ru&id=5") == f"https://a.ru/?mail={MASK}&id=5"
    assert mask("https://wa.me/79141234567") == f"https://wa.me/{MASK}"


def test_several_people_in_a_row_are_all_hidden():
    masked = mask("Иванова А.П., Петров С.И.\nСидоров К.К. и Ким А.")
    assert all(name not in masked for name in ("Иванова", "Петров", "Сидоров", "Ким"))


def test_masked_text_stays_as_it_is():
    once = mask("Иванова А.П., 8 914 123-45-67, ivanova@mail.ru, 10.02.2024, СОШ №8")
    assert mask(once) == once


@pytest.mark.parametrize(
    "pattern",
    [
        "а", "А", "1", "a.", "ru.", " ", "@", "А-", "Аа-", "Иванова ", "А\u200b", "1 ", "анна ", "+", "А.", "www.", "№ ", "12-", "8.",
        "Юрий Гагарин ", "Жаворонкова Мария ", "учитель Петров и ", "имени Гагарина ", "Ю.А. Гагарин и И.И. Петров, ",
        "%", "(1", "Иванова" + " " * 9, "Ивановна ", "т. ", "https://", "Аа Аа", "1.1.", "a@", "иванова и.", "-", "2023-", "\u00ad",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(pattern):
    """A hundred thousand characters of anything take a moment of the processor, not minutes."""
    started = process_time()
    mask((pattern * 100_000)[:100_000])
    assert process_time() - started < 3


def test_generated_telephones_and_names_never_show():
    random = Random(13)
    surnames = ("Иванов", "Петрова", "Ноговицына", "Ким", "Шевченко", "Островский")
    for _ in range(3000):
        code, number = (
            random.choice(("914", "924", "41145")),
            "".join(random.choices("0123456789", k=7)),
        )
        number = number[: 10 - len(code)]
        phone = random.choice(("8{} {}", "8 ({}) {}", "+7 {} {}", "8-{}-{}", "{}{}")).format(
            code, number
        )
        name = random.choice(("{} {}.{}.", "{} {}. {}.", "{} {}.{}")).format(
            random.choice(surnames), random.choice("АБВГДЕИКЛМН"), random.choice("АБВГДЕИКЛМН")
        )
        masked = mask(f"{name} {phone}")
        assert number not in masked, phone
        assert name.split()[0] not in masked, name


PIECES = (
    *("Иванов", "иванов", "Оглы", "Ивановна", "ивановична", "физичного", "ович", "И.", "и.", "А Б"),
    *(
        "СОШ",
        "№",
        "914",
        "5",
        "+7",
        "(",
        ")",
        "-",
        " ",
        "  ",
        ".",
        ",",
        "@",
        "(at)",
        "mail.ru",
        "тел",
    ),
    *("\u00ad", "'", "wa.me/", "89141234567", "%40", "https://", "X.", "кызы", "ИИ"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_text_that_is_not_suspected_hides_nobody(said):
    assert privacy._by_shape(said) == privacy._ALL.sub(privacy._hide, said)


@pytest.mark.parametrize("said", ["новогодние каникулы", "МБОУ «СОШ №6 г.Мешихалар»", "03.03.2024"])
def test_what_most_findings_speak_of_names_nobody(said):
    """To compile how people are named takes ten milliseconds, a twentieth of a small check."""
    assert not privacy._may_name(said, said.lower())
    assert mask(said) == said
