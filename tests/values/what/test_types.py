from random import Random

import pytest

from tests.values import noise
from tests.values.district import context, problem
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.what import types
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType as E

ALDAN = context()


def read(shown):
    return types.read(Cell(shown), ALDAN)


def reasons(reading):
    return [note.reason for note in reading.notes]


CELLS = {
    E.METHOD_SEMINAR: ["Метод. семинар", "мет.сем.", "методический семинар", "метод.семинар", "Методсеминар", "учебно-методический семинар"],
    E.WORKSHOP_SEMINAR: ["семинар-практикум", "семинар - практикум", "практический семинар"],
    E.SEMINAR: ["обучающий семинар", "постоянно действующий семинар", "СЕМИНАР", "семинары", "«Семинар»", "1. семинар", "- семинар", "семинар - совещание", "Семинар."],
    E.MASTERCLASS: ["мастер-класс", "мастеркласс", "мастер класс", "Мастер - класс", "м/к", "МК", "мастер-классы", "мастер-клас", "МК по робототехнике", "м/класс", "м-класс", "М. класс"],
    E.CONFERENCE: ["конференция", "педагогическая конференция"],
    E.SCI_CONFERENCE: ["Научно-практическая конференция", "НПК", "научно-практич. конференция", "научно – практическая конференция", "научная конференция"],
    E.FESTIVAL: ["фестиваль", "фестиваль науки и творчества"],
    E.QUEST: ["квест-игра", "учебно-познавательный квест", "квест игра", "игра-квест", "кибер-квест", "Деловая игра-квест"],
    E.MARATHON: ["марафон педагогических идей", "марафон районных школ", "педмарафон"],
    E.MIKS: ["МИКС", "микс"],
    E.OPEN_LESSON: ["открытый урок", "откр. занятие", "открытые уроки", "открытое занятие по физике"],
    E.ROUND_TABLE: ["круглый стол", "круглого стола", "круг. стол", "кругл. стол", "к/стол", "кр.стол", "круглый ст."],
    E.HACKATHON: ["хакатон", "IT-хакатон"],
    E.CONTEST: ["конкурс", "күрэх", "фотоконкурс", "конкурс рисунков", "смотр-конкурс", "участие в конкурсе", "интернет-конкурс"],
    E.TOURNAMENT: ["турнир по шахматам", "соревнования", "Шахматный турнир", "первенство по футболу", "спартакиада", "кейс-чемпионат", "робототурнир", "Кубок"],
    E.OLYMPIAD: ["олимпиада", "интернет-олимпиада"],
    E.EXCURSION: ["экскурсия", "экскурсия в музей"],
    E.OPEN_DAY: ["день открытых дверей", "Дни открытых дверей", "день открытых дверей в центре «Точка роста»"],
    E.INTENSIVE: ["интенсив", "образовательный интенсив"],
    E.INTERNSHIP: ["стажировка", "стажировочная площадка"],
    E.METHOD_MEETING: ["заседание РМО", "РМО учителей математики", "методическое объединение", "заседание МО", "методический день", "методсовет"],
    E.CAMPAIGN: ["акция", "экологическая акция"],
    E.CAMP_SHIFT: ["профильная смена", "профсмена", "летний лагерь", "профильная смена «Лето»"],
    E.OUTREACH: ["педдесант", "педагогический десант", "методический десант"],
    E.OTHER: ["Другое", "другое:", "иное"],
}  # fmt: skip
PAIRS = [(shown, kind) for kind, cells in CELLS.items() for shown in cells]


@pytest.mark.parametrize(
    ("shown", "kinds"),
    [
        ("мастер-класс\nрайонный семинар", (E.MASTERCLASS, E.SEMINAR)),
        ("слёт\nэкскурсия", (E.EXCURSION, E.OTHER)),
        ("семинар, другое", (E.SEMINAR, E.OTHER)),
        ("методический\nсеминар", (E.METHOD_SEMINAR,)),
        ("семинар\nпрактикум", (E.WORKSHOP_SEMINAR,)),
        ("заседание МО и конкурс", (E.METHOD_MEETING, E.CONTEST)),
        ("конкурс и «семинар»", (E.CONTEST, E.SEMINAR)),
        ("родительское собрание и мастер-класс", (E.MASTERCLASS, E.OTHER)),
        ("неделя науки и конкурсов", (E.OTHER,)),
        ("турнир по шахматам и шашкам", (E.TOURNAMENT,)),
        ("семинар по проведению олимпиад и конкурсов", (E.SEMINAR,)),
    ],
)
def test_every_type_of_a_list_is_read_and_nothing_else(shown, kinds):
    assert {*read(shown).value} == {*kinds}


@pytest.mark.parametrize(("shown", "kind"), PAIRS, ids=[shown for shown, _ in PAIRS])
def test_a_type_is_read_whatever_the_noise(shown, kind):
    random = Random(7)
    for noisy in noise.spoiled(shown, random, times=6):
        reading = read(noisy)
        assert reading.value == (kind,), noisy
        assert reasons(reading) == [], noisy


@pytest.mark.parametrize(
    ("shown", "kind", "also"),
    [
        ("метод.семинар (очно)", E.METHOD_SEMINAR, {Field.FORMAT: Format.OFFLINE}),
        ("вебинар", E.WEBINAR, {Field.FORMAT: Format.ONLINE}),
        ("ВКС", E.VIDEOCONFERENCE, {Field.FORMAT: Format.ONLINE}),
        ("Zoom-конференция", E.VIDEOCONFERENCE, {Field.FORMAT: Format.ONLINE}),
        ("веб-конференция", E.VIDEOCONFERENCE, {Field.FORMAT: Format.ONLINE}),
        ("районный МИКС (Молодежный интеллектуальный креативный семинар)", E.MIKS, {Field.LEVEL: Level.MUNICIPAL}),
        ("Районный семинар-практикум", E.WORKSHOP_SEMINAR, {Field.LEVEL: Level.MUNICIPAL}),
        ("онлайн-семинар", E.SEMINAR, {Field.FORMAT: Format.ONLINE}),
        ("семинар в режиме онлайн", E.SEMINAR, {Field.FORMAT: Format.ONLINE}),
        ("семинар (ВКС)", E.SEMINAR, {Field.FORMAT: Format.ONLINE}),
        ("семинар (районный, очно)", E.SEMINAR, {Field.LEVEL: Level.MUNICIPAL, Field.FORMAT: Format.OFFLINE}),
        ("очно-заочная конференция", E.CONFERENCE, {Field.FORMAT: Format.MIXED}),
        ("школьный этап олимпиады", E.OLYMPIAD, {Field.LEVEL: Level.SCHOOL}),
        ("муниципальный этап всероссийской олимпиады", E.OLYMPIAD, {Field.LEVEL: Level.MUNICIPAL}),
        ("Всероссийская олимпиада школьников", E.OLYMPIAD, {Field.LEVEL: Level.FEDERAL}),
        ("республиканский конкурс", E.CONTEST, {Field.LEVEL: Level.REGIONAL}),
    ],
)  # fmt: skip
def test_a_level_or_a_format_said_in_passing_is_kept(shown, kind, also):
    reading = read(shown)
    assert (reading.value, dict(reading.also)) == ((kind,), also)


@pytest.mark.parametrize(
    ("shown", "kinds"),
    [
        ("семинар, мастер-класс", (E.SEMINAR, E.MASTERCLASS)),
        ("1) Семинар 2) Мастер-класс", (E.SEMINAR, E.MASTERCLASS)),
        ("Семинар\nМастер-класс", (E.SEMINAR, E.MASTERCLASS)),
        ("м/к и квест", (E.MASTERCLASS, E.QUEST)),
        ("семинар/мастер-класс", (E.SEMINAR, E.MASTERCLASS)),
        ("семинар с мастер-классом", (E.SEMINAR, E.MASTERCLASS)),
        ("конкурс-фестиваль", (E.CONTEST, E.FESTIVAL)),
        ("квест; турнир; олимпиада", (E.QUEST, E.TOURNAMENT, E.OLYMPIAD)),
    ],
)
def test_several_types_are_kept_in_order_and_noted(shown, kinds):
    reading = read(shown)
    assert (reading.value, reasons(reading)) == (kinds, ["multiple"])


@pytest.mark.parametrize(
    "shown", ["мероприятие", "районное мероприятие", "внеклассное мероприятие", "Мероприятия"]
)
def test_a_word_for_anything_is_too_generic(shown):
    reading = read(shown)
    assert (reading.value, reasons(reading)) == ((E.OTHER,), ["too_generic"])


@pytest.mark.parametrize(
    "shown",
    ["викторина", "квиз", "линейка", "концерт", "педсовет", "деловая игра", "урок", "тренинг", "флешмоб", "неделя науки",
     "классный час", "лекция", "выставка работ", "анкетирование", "брейн-ринг", "форсайт-сессия", "защита проектов"],
)  # fmt: skip
def test_a_readable_type_that_is_not_in_the_list_is_other(shown):
    reading = read(shown)
    assert (reading.value, reasons(reading)) == ((E.OTHER,), ["unlisted_type"])


@pytest.mark.parametrize(
    ("shown", "old", "new", "kind"),
    [
        ("фистиваль", "фистиваль", "фестиваль", E.FESTIVAL),
        ("симинар", "симинар", "семинар", E.SEMINAR),
        ("Районный канкурс", "канкурс", "конкурс", E.CONTEST),
        ("хакотон", "хакотон", "хакатон", E.HACKATHON),
        ("экскурсея", "экскурсея", "экскурсия", E.EXCURSION),
        ("олемпиада", "олемпиада", "олимпиада", E.OLYMPIAD),
        ("методичский семинар", "методичский", "методический", E.METHOD_SEMINAR),
        ("викторена", "викторена", "викторина", E.OTHER),
    ],
)
def test_a_typo_is_put_right_and_named(shown, old, new, kind):
    reading = read(shown)
    assert reading.value == (kind,)
    note = reading.notes[0]
    assert (note.reason, note.code, note.facts) == (
        "typo_fixed",
        Code.TEXT_CORRECTED,
        {"old": old, "new": new},
    )


def test_look_alike_letters_are_put_right_and_named():
    reading = read("cеминар")  # the first letter is Latin
    assert reading.value == (E.SEMINAR,)
    assert reading.notes[0].facts == {"old": "cеминар", "new": "семинар"}


def test_letters_lost_or_doubled_never_give_another_type():
    random = Random(8)
    for kind, word in (
        (E.SEMINAR, "семинар"),
        (E.FESTIVAL, "фестиваль"),
        (E.MARATHON, "марафон"),
        (E.CONTEST, "конкурс"),
        (E.TOURNAMENT, "турнир"),
        (E.OLYMPIAD, "олимпиада"),
        (E.EXCURSION, "экскурсия"),
        (E.INTENSIVE, "интенсив"),
        (E.INTERNSHIP, "стажировка"),
        (E.HACKATHON, "хакатон"),
    ):
        for _ in range(40):
            place = random.randrange(1, len(word))
            letter = random.choice("абвгдежзиклмнопрстуы")
            for typo in (
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[:place] + letter + word[place + 1 :],
            ):
                assert read(typo).value in {(kind,), (E.OTHER,), None}, typo


OTHERS = (
    *noise.PHONES, *noise.ADDRESSES, *noise.DATES, *noise.PEOPLE, *noise.SCHOOLS, *noise.SETTLEMENTS,
    *noise.CONTRACTS, *noise.GRADES, *noise.COUNTS, "учителя физики",
    "педагоги и учащиеся", "физика", "Томмот", "фывапр", "подготовка к олимпиаде", "=A1", "25", "не знаю",
    "МБОУ", "образовательная организация",
)  # fmt: skip


@pytest.mark.parametrize("shown", OTHERS)
def test_a_value_of_another_column_is_never_taken_for_a_type(shown):
    assert problem(read(shown)).code is Code.VALUE_UNREADABLE


@pytest.mark.parametrize("shown", [*noise.LEVELS, *noise.FORMATS])
def test_a_level_or_a_format_in_place_of_a_type_is_one(shown):
    reading = read(shown)
    assert (reading.value, reading.problem) == (None, None)
    assert reading.also


def test_a_type_in_place_of_a_format_is_one():
    reading = types.read_format(Cell("онлайн-семинар"), ALDAN)
    assert (reading.value, reading.also[Field.TYPES]) == (Format.ONLINE, (E.SEMINAR,))
    assert types.read_format(Cell("очно"), ALDAN).value is Format.OFFLINE
    assert problem(types.read_format(Cell("групповая"), ALDAN)).reason == "unreadable"


@pytest.mark.parametrize("shown", ["-", "уточняется"])
def test_a_placeholder_is_no_type(shown):
    assert problem(read(shown)).code is Code.REQUIRED_MISSING


@pytest.mark.parametrize(
    "shown", ["Семинар", "районный онлайн-семинар", "квест-игра", "Семинар на тему", "мероприятие"]
)
def test_a_text_of_nothing_but_a_type_is_known(shown):
    assert types.named(shown) is not None


@pytest.mark.parametrize(
    "shown", ["Семинар по физике", "STEM-урок", "Лаборатории", "", "районный", "Марафон идей"]
)
def test_a_text_that_says_more_than_a_type_is_known_too(shown):
    assert types.named(shown) is None


@pytest.mark.parametrize(
    ("shown", "kind"), [("сем.-практикум", E.WORKSHOP_SEMINAR), ("маст.-кл.", E.MASTERCLASS)]
)
def test_two_words_cut_short_and_joined_are_a_type(shown, kind):
    assert read(shown).value == (kind,)


@pytest.mark.parametrize("shown", ["оччно + ВКС", "в зале + вебинар"])
def test_a_screen_beside_a_word_nobody_knows_is_no_format(shown):
    assert problem(types.read_format(Cell(shown), ALDAN)).reason == "unreadable"
    assert Field.FORMAT not in read(shown).also


def test_a_choice_of_types_is_asked_about_and_a_choice_within_one_is_none():
    refused = problem(read("районный семинар или мастер-класс"))
    assert (refused.reason, refused.candidates) == ("ambiguous", ("семинар", "мастер-класс"))
    assert read("турнир по шашкам или шахматам").value == (E.TOURNAMENT,)
    assert problem(read("семинар → вебинар")).reason == "ambiguous"


@pytest.mark.parametrize(
    ("cell", "types"),
    [
        ("турнир и педагогический совет", {E.TOURNAMENT, E.OTHER}),
        ("выставка рисунков и соревнование", {E.OTHER, E.TOURNAMENT}),
        ("семинар и неделя науки и турнир", {E.SEMINAR, E.OTHER, E.TOURNAMENT}),
        ("фестиваль идей и открытий", {E.FESTIVAL}),
        ("конкурс рисунков и выставок", {E.CONTEST}),
        ("вебинар, конурсы", {E.WEBINAR, E.CONTEST}),
        ("мастер-касс, квест", {E.MASTERCLASS, E.QUEST}),
    ],
)
def test_no_form_of_a_list_is_lost_though_it_is_unlisted_or_misspelt(cell, types):
    assert set(read(cell).value) == types


def test_a_type_in_the_column_of_levels_leaves_its_level_there():
    reading = types.read_level(Cell("районный конкурс"), ALDAN)
    assert (reading.value, reading.also[Field.TYPES]) == (Level.MUNICIPAL, (E.CONTEST,))
    assert problem(types.read_level(Cell("конкурс"), ALDAN)).reason == "unreadable"
