from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tests.values.district import context, problem
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.reading import Reading
from tochka_sync.values.who import declension, people, plain
from tochka_sync.values.who.people import People

CONTEXT = context()


def read(shown: str) -> Reading[People]:
    return people.read(Cell(shown), CONTEXT)


def told(text: str) -> str | None:
    """Return the persons a cell names as «Иванова А.П. [role]; …»."""
    value = read(text).value
    if value is None:
        return None
    return "; ".join(
        f"{one.last} {one.initials}" + (f" [{one.role}]" if one.role else "")
        for one in value.persons
    )


def reasons(text: str) -> set[str]:
    return {note.reason for note in read(text).notes}


A, B = "Иванова А.П.", "Петров С.И."
ONE = {
    "Иванова А. П.": A,
    "Иванова А.П": A,
    "Иванова АП": A,
    "Иванова А П": A,
    "Иванова А,П.": A,
    "Иванова. А.П.": A,
    "Иванова.А.П.": A,
    "Иванова, А.П.": A,
    "ИвановаА.П.": A,
    "Иванова  А.  П.": A,
    "Иванова\u00a0А.П.": A,
    "А.П. Иванова": A,
    "А. П. Иванова": A,
    "А.П.Иванова": A,
    "Иванова А.П.,": A,
    "(Иванова А.П.)": A,
    "Иванова (А.П.)": A,
    "1. Иванова А.П.": A,
    "ИВАНОВА А.П.": A,
    "ИВАНОВАА.П.": A,
    "иванова а.п.": A,
    "Ивановa А.П.": A,
    "Иванова A.П.": A,
    "Иванова A.P.": "Иванова А.Р.",
    "Иван0ва А.П.": A,
    "Иванова Анна Петровна": A,
    "Анна Петровна Иванова": A,
    "Анна Иванова Петровна": A,
    "ИВАНОВА АННА ПЕТРОВНА": A,
    "ИВАНОВА Анна Петровна": A,
    "иванова анна петровна": A,
    "Иванова А. Петровна": A,
    "Иванова Анна П.": A,
    "Ивановой А.П.": A,
    "А.П. Ивановой": A,
    "Ивановой Анне Петровне": A,
    "Ивановой Анны Петровны": A,
    "Иванову Анну Петровну": A,
    "иванова А.П.": A,
    "Иванова\nА.П.": A,
    "Иванова\nАнна\nПетровна": A,
    "Иванова а.п.": A,
    "Иванова А..П.": A,
    "Петровым С.И.": B,
    "Петрова Сергея Ивановича": B,
    "Петрову Сергею Ивановичу": B,
    "Петровым Сергеем Ивановичем": B,
    "Петров Сергей Иванович": B,
    "на Иванову А.П.": A,
    "Достоевской А.П.": "Достоевская А.П.",
    "Островского А.П.": "Островский А.П.",
    "Кузьминой Е.А.": "Кузьмина Е.А.",
    "Петровой-Водкиной М.С.": "Петрова-Водкина М.С.",
    "Абрамовича Сергея Ивановича": "Абрамович С.И.",
    "Гончаренко Ольге Викторовне": "Гончаренко О.В.",
    "Петрова-Водкина М.С.": "Петрова-Водкина М.С.",
    "Соловьёва Е.Н.": "Соловьёва Е.Н.",
    "Мамедов Рашид Али оглы": "Мамедов Р.А.",
    "Гусейнова Лейла Рашид кызы": "Гусейнова Л.Р.",
    "Ким А.": "Ким А.",
    "Цой В. Р.": "Цой В.Р.",
    "Ким Анна": "Ким А.",
    "Иванова Анна": "Иванова А.",
    "Анна Иванова": "Иванова А.",
    "Сардаана Ноговицына": "Ноговицына С.",
    "Ноговицына Туйаара Айсеновна": "Ноговицына Т.А.",
    "Өксөкүлээх А.Е.": "Өксөкүлээх А.Е.",
    "Гильмутдинова Гүзәл Рәшитовна": "Гильмутдинова Г.Р.",
    "Қасымова Ә.Ғ.": "Қасымова Ә.Ғ.",
    "Цыдендамбаева Д.-Ц.Б.": "Цыдендамбаева Д.Ц.Б.",
    "Совина Катя": "Совина К.",
    "Сивцев-Суорун Д.К.": "Сивцев-Суорун Д.К.",
    "Абрамович Анна Петровна": "Абрамович А.П.",
    "Анна Петровна Абрамович": "Абрамович А.П.",
    "Бестужев-Рюмин К.Н.": "Бестужев-Рюмин К.Н.",
    "О'Нил Дж.": "О'Нил Дж.",
    "Лановой В.С.": "Лановой В.С.",
    "Толстой Л.Н.": "Толстой Л.Н.",
    "Донской Д.И.": "Донской Д.И.",
    "Черных А.П.": "Черных А.П.",
    "Шевченко О.В.": "Шевченко О.В.",
    "Шевчук О.В.": "Шевчук О.В.",
    "Сорока П.П.": "Сорока П.П.",
    "Иванова О.И.": "Иванова О.И.",
    "«Иванова А.П.»": A,
    "Иванова А,П,": A,
    "Иванова анна петровна": A,
    "Иванова А.П. и др.": A,
    "Петрова - Иванова А.С.": "Петрова-Иванова А.С.",
    "Анна А.П.": "Анна А.П.",
    "Петрова - Иванова Анна Сергеевна": "Петрова-Иванова А.С.",
    "3ахаров Г.С.": "Захаров Г.С.",
    "Ибрагимов Мамед Али-оглы": "Ибрагимов М.А.",
    "Иванова И.О.": "Иванова И.О.",
    "Ли А.П.": "Ли А.П.",
    "ИвановаАннаПетровна": A,
    "иванова Анна петровна": A,
    "Иванова Анна петровна": A,
    "Иванова_А_П": A,
    "Сивцева Нь.И.": "Сивцева Нь.И.",
    "Петрова Дь.С.": "Петрова Дь.С.",
}
MANY = (
    "Иванова А.П., Петров С.И.", "Иванова А.П. Петров С.И.", "Иванова А.П. и Петров С.И.", "Иванова А.П./Петров С.И.",
    "Иванова А.П.; Петров С.И.", "Иванова А.П.\nПетров С.И.", "1. Иванова А.П. 2. Петров С.И.",
    "1) Иванова А.П.; 2) Петров С.И.", "Иванова А.П.,Петров С.И.", "А.П. Иванова, С.И. Петров", "А.П.Иванова С.И.Петров",
    "Иванова А.П., С.И. Петров", "Иванова А.П + Петров С.И", "Иванова Анна Петровна, Петров Сергей Иванович",
    "Иванова Анна Петровна Петров Сергей Иванович", "Иванова Анна Петровна и Петров С.И.", "Ивановой А.П. и Петровым С.И.",
    "ИВАНОВА А.П., ПЕТРОВ С.И.", "Иванова АП, Петров СИ", "Иванова А.П. - Петров С.И.",
)  # fmt: skip
ROLES = {
    "Иванова А.П., учитель физики": f"{A} [учитель физики]",
    "Иванова А.П. учитель физики": f"{A} [учитель физики]",
    "Иванова А.П. (учитель физики)": f"{A} [учитель физики]",
    "Иванова А.П. - учитель физики": f"{A} [учитель физики]",
    "Иванова А.П. – зам. директора": f"{A} [зам. директора]",
    "Иванова А.П.Кл. рук.": f"{A} [Кл. рук.]",
    "директор Иванова А.П.": f"{A} [директор]",
    "замдиректора Иванова Анна петровна": f"{A} [замдиректора]",
    "Директор: Иванова А.П.": f"{A} [Директор]",
    "Иванова А.П., отличник образования РС(Я)": f"{A} [отличник образования РС(Я)]",
    "Иванова А.П., Заслуженный учитель РФ": f"{A} [Заслуженный учитель РФ]",
    "Директор школы Иванова А.П.": f"{A} [Директор школы]",
    "отв. Иванова А. П.": f"{A} [отв.]",
    "Кл. рук. Петров С.И.": f"{B} [Кл. рук.]",
    "И.о. директора Петров С.И.": f"{B} [И.о. директора]",
    "и.о. директора Петров С.И.": f"{B} [и.о. директора]",
    "Зам. директора по УВР Иванова А.П.": f"{A} [Зам. директора по УВР]",
    "Иванова А.П., зам. директора по ВР": f"{A} [зам. директора по ВР]",
    "учитель физики и информатики Иванова А.П.": f"{A} [учитель физики и информатики]",
    "Руководитель центра «Точка роста» Иванова А.П.": f"{A} [Руководитель центра «Точка роста»]",
    "Руководитель Точки роста Иванова А.П.": f"{A} [Руководитель Точки роста]",
    "Педагог-организатор Иванова А.П.": f"{A} [Педагог-организатор]",
    "Иванова А.П., учитель начальных классов СОШ №8": f"{A} [учитель начальных классов СОШ №8]",
    "Иванова Анна Петровна, директор": f"{A} [директор]",
    "учителю Ивановой А.П.": f"{A} [учителю]",
    "Иванова А.П., директор, Петров С.И., завуч": f"{A} [директор]; {B} [завуч]",
    "директор Иванова А.П., завуч Петров С.И.": f"{A} [директор]; {B} [завуч]",
    "Иванова А.П. - директор, Петров С.И. - завуч": f"{A} [директор]; {B} [завуч]",
    "учителя Иванова А.П., Петров С.И.": f"{A} [учителя]; {B} [учителя]",
    "ДИРЕКТОР ИВАНОВА А.П.": f"{A} [директор]",
    "РУК. ТР ИВАНОВА А.П.": f"{A} [рук. ТР]",
    "Рук. ТР Иванова А.П.": f"{A} [Рук. ТР]",
    "ИВАНОВА А.П., ЗАМ. ДИРЕКТОРА ПО ВР": f"{A} [зам. директора по ВР]",
    "СОВЕТНИК ДИРЕКТОРА ПО ВОСПИТАНИЮ ИВАНОВА А.П.": f"{A} [советник директора по воспитанию]",
    "Директор – Иванова А.П.; завуч – Петров С.И.": f"{A} [Директор]; {B} [завуч]",
    "Педагоги ТР: Иванова А.П., Петров С.И.": f"{A} [Педагоги ТР]; {B} [Педагоги ТР]",
    "Методист Иванова А.П. и педагог Петров С.И.": f"{A} [Методист]; {B} [педагог]",
}
ALONE = (
    "Кл. рук.", "руководитель центра", "администрация школы", "педагоги центра", "учителя-предметники",
    "все классные руководители", "классные руководители 8-9 классов", "Зам. директора по УВР", "зам по ВР", "учитель",
    "Педагог-организатор", "Руководитель центра «Точка роста»", "Департамент образования", "ШМО учителей математики",
    "учителя физики и химии", "педколлектив", "Администрация", "и.о. директора", "Педагоги Точки роста", "методист управления образования",
)  # fmt: skip
REFUSED = {
    "Иванова А.П. вместо Петрова С.И.": "substitute",
    "вместо Ивановой А.П. Петров С.И.": "substitute",
    "Иванова А.П. (отпуск до 15.02, замещает Петров С.И.)": "substitute",
    "Иванова А.П. → Петров С.И.": "substitute",
    "Иваноva А.П.": "unreadable",
    "Анна Петровна": "no_last_name",
    "Анна": "no_last_name",
    "Анна П.": "no_last_name",
    "ван дер Меер А.П.": "unclear_name",
    "Петровна": "no_last_name",
    "директор Анна Петровна": "no_last_name",
    "Мария Ивановна, учитель": "no_last_name",
    "Иванова": "no_initials",
    "Петров": "no_initials",
    "учитель Иванова": "no_initials",
    "Иванова, Петров": "no_initials",
    "Иванова А.П., Петров": "no_initials",
    "Иванова А.П. Петров": "unclear_name",
    "Ким Ен Сук": "unclear_name",
    "Роман Максим": "no_last_name",
    "СОШ №8": "unreadable",
    "МБОУ «СОШ №8 г. Томмот»": "unreadable",
    "ivanova@mail.ru": "unreadable",
    "89141234567": "unreadable",
    "10.02.2024": "unreadable",
    "8-9 классы": "unreadable",
    "г. Томмот": "unreadable",
    "согласно приказу": "unreadable",
    "https://vk.com/wall-1_2": "unreadable",
    "онлайн": "unreadable",
    "12": "unreadable",
    "Иванова А.П. 12": "unreadable",
}


@pytest.mark.parametrize("text", ONE)
def test_a_name_is_read_in_every_order_and_case(text):
    assert told(text) == ONE[text]


@pytest.mark.parametrize("text", MANY)
def test_several_people_are_read_in_their_order(text):
    assert told(text) == f"{A}; {B}"


@pytest.mark.parametrize("text", ROLES)
def test_a_role_goes_to_the_person_it_stands_at(text):
    assert told(text) == ROLES[text]


@pytest.mark.parametrize("text", ALONE)
def test_a_role_alone_names_nobody(text):
    assert read(text).value == People((), text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_names_nobody_for_certain_is_refused(text):
    problem = read(text).problem
    assert problem is not None
    assert (problem.code, problem.reason) == (Code.VALUE_UNREADABLE, REFUSED[text])


@pytest.mark.parametrize("text", ["-", "нет", "уточняется", "тот же"])
def test_words_for_nobody_stand_for_an_empty_cell(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.code is Code.REQUIRED_MISSING


def test_a_full_name_keeps_its_parts():
    value = read("Мамедов Рашид Али оглы").value
    assert value is not None
    [person] = value.persons
    assert (person.first, person.patronymic) == ("Рашид", "Али оглы")


def test_an_oblique_full_name_is_put_into_the_nominative_whole():
    value = read("Ивановой Анне Петровне").value
    assert value is not None
    [person] = value.persons
    assert (person.last, person.first, person.patronymic) == ("Иванова", "Анна", "Петровна")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Иванова А.П.", set()), ("Ивановой А.П.", {"case_normalised"}), ("Ивановa А.П.", {"lookalike_fixed"}),
        ("ИВАНОВА А.П.", {"capitals_fixed"}), ("Лановой В.С.", set()), ("Иванова А.П., учитель", set()),
    ],
)  # fmt: skip
def test_what_was_changed_in_a_name_is_noted(text, expected):
    assert reasons(text) == expected


def test_a_mended_letter_is_told_with_old_and_new():
    [note] = read("Ивановa А.П.").notes
    assert note.code is Code.TEXT_CORRECTED
    assert note.facts == {"old": "Ивановa А.П.", "new": A}


def test_phones_and_emails_beside_a_name_are_said_in_passing():
    reading = read("Иванова А.П., тел. 8 914 123-45-67, ivanova@mail.ru")
    assert reading.also == {Field.PHONES: ("+79141234567",), Field.EMAILS: ("ivanova@mail.ru",)}
    assert told("Иванова А.П. 8-914-123-45-67, Петров С.И. 4-25-16") == f"{A}; {B}"


def test_a_broken_phone_beside_a_name_is_a_finding_and_the_name_is_read():
    reading = read("Иванова А.П. 8 914 123 45 678")
    assert reading.value is not None
    assert [note.code for note in reading.notes] == [Code.PHONE_INVALID]


FEMALE = ("Анна", "Мария", "Ольга", "Елена", "Сардаана", "Туйаара", "Наталья")
MALE = ("Сергей", "Иван", "Айсен", "Пётр", "Николай", "Илья", "Дмитрий")
FATHERS = (
    ("Петрович", "Петровна"),
    ("Иванович", "Ивановна"),
    ("Ильич", "Ильинична"),
    ("Сергеевич", "Сергеевна"),
)
STEMS = ("Иванов", "Ноговицын", "Сивцев", "Никитин", "Соловьёв", "Птицын", "Ушницк")


def somebody(random: Random) -> tuple[str, str, str]:
    female = random.random() < 0.5
    stem = random.choice(STEMS)
    ending = ("ая" if female else "ий") if stem.endswith("к") else ("а" if female else "")
    father = random.choice(FATHERS)[female]
    return stem + ending, random.choice(FEMALE if female else MALE), father


def spelt(last: str, first: str, father: str, random: Random) -> str:
    a, b = first[0], father[0]
    return random.choice(
        (
            f"{last} {a}.{b}.", f"{last} {a}. {b}.", f"{last} {a}.{b}", f"{last}  {a} {b}", f"{last} {a}{b}", f"{a}.{b}. {last}",
            f"{a}. {b}. {last}", f"{a}.{b}.{last}", f"{last}{a}.{b}.", f"{last}. {a}.{b}.", f"{last} {first} {father}",
            f"{first} {father} {last}", f"{last} {a}. {father}", f"{last.upper()} {a}.{b}.",
        )
    )  # fmt: skip


def test_every_spelling_of_a_name_is_that_name():
    random = Random(11)
    for _ in range(3000):
        last, first, father = somebody(random)
        text = spelt(last, first, father, random)
        assert told(text) == f"{last} {first[0]}.{father[0]}.", text


def test_lists_of_names_with_roles_are_as_many_people():
    random = Random(12)
    for _ in range(1500):
        expected, parts = [], []
        for _ in range(random.randint(1, 4)):
            last, first, father = somebody(random)
            role = random.choice(
                (None, None, "учитель физики", "директор", "зам. директора по УВР")
            )
            expected.append(f"{last} {first[0]}.{father[0]}." + (f" [{role}]" if role else ""))
            parts.append(f"{last} {first[0]}.{father[0]}." + (f", {role}" if role else ""))
        text = random.choice(("; ", "\n", ", ")).join(parts)
        assert told(text) == "; ".join(expected), text


def test_a_name_without_a_surname_is_never_read():
    for first in FEMALE + MALE:
        for father in FATHERS[0]:
            assert told(f"{first} {father}") is None
        assert told(first) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Старостина А.П.", "Старостина А.П."), ("Директор Старостина А.П.", "Старостина А.П. [Директор]"), ("СТАРОСТИНА А.П.", "Старостина А.П."),
        ("А.П. Языкова", "Языкова А.П."), ("Мастерова Анна Петровна", "Мастерова А.П."), ("Секретарева А.П.", "Секретарева А.П."),
        ("Рук. ЦОЦиГП «Точка роста» Иванова А.П.", "Иванова А.П. [Рук. ЦОЦиГП «Точка роста»]"), ("с Петровым С.И.", B),
        ("фон Дервиз А.А.", None), ("Ван дер Берг А.А.", None), ("Поручить Ивановой А.П.", None),
    ],
)  # fmt: skip
def test_words_that_are_both_names_and_posts_are_told_apart_or_refused(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", ["Мельнику А.П.", "Сороку А.П.", "Толстого Л.Н."])
def test_a_case_that_fits_two_surnames_is_kept_as_typed_and_noted(text):
    assert told(text) == text
    assert reasons(text) == {"case_unclear"}


def test_a_typed_number_or_a_broken_address_beside_a_name_is_said():
    assert people.read(Cell("42516", 42516.0), CONTEXT).value is None
    reading = read("Иванова А.П. ivanova@mail")
    assert reading.value is not None
    assert [note.code for note in reading.notes] == [Code.EMAIL_INVALID]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Иванову А.П.", {"Иванов А.П.", "Иванова А.П."}),
        ("Петрову С.И.", {"Петров С.И.", "Петрова С.И."}),
        ("Ивановой А.П. и Никитину О.Б.", {"Никитин О.Б.", "Никитина О.Б."}),
    ],
)
def test_a_surname_that_may_be_a_man_s_or_a_woman_s_is_asked_about(text, both):
    refused = problem(read(text))
    assert (refused.reason, set(refused.candidates)) == ("either_gender", both)


def test_a_preposition_tells_a_woman_s_surname():
    assert told("на Иванову А.П.") == A


@pytest.mark.parametrize("shown", ["Фамилия И.О.", "ФИО", "Фамилия, имя, отчество"])
def test_what_a_form_asks_for_names_nobody(shown):
    assert problem(read(shown)).reason == "placeholder"


def test_names_with_nothing_between_them_are_cut_at_once():
    """Of a hundred such names there would be more ways than can ever be gone through."""
    named = read("Иванова Анна П. " * 100).value
    assert named is not None
    assert [f"{one.last} {one.initials}" for one in named.persons] == [A] * 100


def test_a_long_list_of_names_keeps_its_order():
    named = read("Иванова Анна Петровна Белов Б.Б. " * 30).value
    assert named is not None
    assert [one.last for one in named.persons] == ["Иванова", "Белов"] * 30


BEGINNINGS = [
    "Иван",
    "Сид",
    "Толст",
    "Директ",
    "Учител",
    "Мастер",
    "Лан",
    "Со",
    "Дл",
    "Физик",
    "Ку",
    "Замят",
]
ENDINGS = ["ова", "ову", "ой", "ым", "ского", "ом", "ор", "ь", "я", "ук", "", "ова-Вой", "у"]


@settings(max_examples=1000)
@given(
    st.one_of(
        st.builds("{}{} {}.{}.".format, *map(st.sampled_from, (BEGINNINGS, ENDINGS, "АИО", "ПОИ"))),
        st.builds("{}.{}. {}{}".format, *map(st.sampled_from, ("АИО", "ПОИ", BEGINNINGS, ENDINGS))),
        altered([*catalogue("person"), *ONE, A, "Ким А. Б.", "И.О. Директор"]),
    )
)
def test_a_name_with_nothing_beside_it_is_read_as_it_would_be_beside_others(shown):
    clean = people._DOTS.sub(".", text.clean(shown))
    if plain.read(clean) is not None:
        assert read(clean) == people._read_anyhow(clean, CONTEXT) or text.is_placeholder(clean)


@pytest.mark.parametrize(
    "pattern", [declension._DATIVE, *(pattern for pattern, _ in declension._OBLIQUE)]
)
def test_every_form_that_is_put_right_ends_as_such_forms_do(pattern):
    found = [f"Иван{end}" for end in FORMS if pattern.search(f"Иван{end}")]
    assert found
    assert all(form[-1] in declension._LAST for form in found)


FORMS = [
    a + b for a in ("ов", "ск") for b in ("ой", "ою", "ым", "ую", "ому", "им", "ого", "у", "а")
]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Ким Юлия", "Ким Ю."),
        ("Юлия Ким", "Ким Ю."),
        ("Цой Марина Владимировна", "Цой М.В."),
        ("Хегай Инна, Ли Анна", "Хегай И.; Ли А."),
        ("Айсен Николаев", "Николаев А."),
        ("Сардаана Ивановна Петрова", "Петрова С.И."),
        ("Егоров Уйгулаан Айсенович", "Егоров У.А."),
        ("Дьулуур Николаев", "Николаев Д."),
        ("Һ.Ө. Дьяконова", "Дьяконова Һ.Ө."),
        ("Дагданча Чечена", "Дагданча Ч."),
        ("Монгуш Айлана", "Монгуш А."),
        ("Кара-оол Шолбан", "Кара-оол Ш."),
        ("Оюн Айдыс Кызыл-оолович", "Оюн А.К."),
        ("Дашиева Номин", "Дашиева Н."),
        ("Баир Цыренов", "Цыренов Б."),
    ],
)
def test_names_of_every_people_of_the_north_and_east_are_read(cell, meant):
    assert told(cell) == meant


@pytest.mark.parametrize("cell", ["Айсен", "Сардаана", "Дьулуур", "Уйгулаан", "Чечена"])
def test_their_first_name_alone_names_nobody(cell):
    assert problem(read(cell)).reason == "no_last_name"


@pytest.mark.parametrize(
    "cell", ["Иванова А.п.", "Иванова а.П.", "Иванова а п", "Иванова А .П.", "Иванова А. П ."]
)
def test_initials_are_read_whatever_the_keyboard_made_of_them(cell):
    assert told(cell) == A


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Югай А.А., петров с.и.", "Югай А.А.; Петров С.И."),
        ("иванова а. и Петров С.И.", "Иванова А.; Петров С.И."),
        ("Петров С.И., «Иванова А.П.»", "Петров С.И.; Иванова А.П."),
        ("Ivanova A.P., Петров С.И.", "Ivanova A.P.; Петров С.И."),
    ],
)
def test_nobody_beside_others_is_lost_or_respelt(cell, meant):
    assert told(cell) == meant


@pytest.mark.parametrize("cell", ["Иванова (Петрова) А.П.", "Иванова (Петрова) Анна Петровна"])
def test_two_surnames_of_one_are_not_said_to_lack_initials(cell):
    assert problem(read(cell)).reason == "unclear_name"


def test_one_letter_is_no_role_and_or_is_none_either():
    assert problem(read("Иванова А.П. п")).reason == "unclear_name"
    assert told("Иванова А.П. или Петров С.И.") == f"{A}; {B}"


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("к.и.н. Иванова А.П.", "к.и.н."),
        ("Иванова А.П., к.ф.-м.н.", "к.ф.-м.н."),
        ("Народный учитель РФ Иванова А.П.", "Народный учитель РФ"),
        ("доцент СВФУ Иванова А.П.", "доцент СВФУ"),
        ("ЗДУВР Иванова А.П.", "ЗДУВР"),
        ("Иванова А.П., к.п.н.", "к.п.н."),
        ("Иванова А.П. г. Томмот", "г. Томмот"),
    ],
)
def test_what_stands_beside_a_name_is_no_name(cell, role):
    assert told(cell) == f"{A} [{role}]"


@pytest.mark.parametrize(
    ("cell", "surnames"),
    [
        ("иванова анна петровна, Абрамович А.П.", ["Иванова", "Абрамович"]),
        ("Кузнецов К.К.\nиванова анна петровна", ["Кузнецов", "Иванова"]),
        ("ИВАНОВАА.П., Котова М.М.", ["Иванова", "Котова"]),
        ("учитель физики иванова анна петровна; директор Ким А.А.", ["Иванова", "Ким"]),
    ],
)
def test_a_name_in_small_or_glued_letters_is_one_beside_others(cell, surnames):
    value = people.read(Cell(cell), context()).value
    assert value is not None
    assert [person.last for person in value.persons] == surnames


@pytest.mark.parametrize(
    "label", ["эл. почта: ", "эл.почта ", "электронная почта: ", "почта - ", "e-mail: "]
)
def test_the_word_for_an_address_is_no_post_of_the_person_before_it(label):
    reading = people.read(Cell(f"Шевчук Роза {label}rosa@example.org"), CONTEXT)
    assert reading.value is not None
    assert [(person.last, person.role) for person in reading.value.persons] == [("Шевчук", None)]
