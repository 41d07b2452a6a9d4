import datetime as dt
from random import Random

import pytest

from tests.values.district import context
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.reading import Reading
from tochka_sync.values.what import contracts
from tochka_sync.values.what.contracts import Contract, ContractStatus

CONTEXT = context()
AUGUST = dt.date(2023, 8, 12)
SIGNED, PROGRESS = ContractStatus.SIGNED, ContractStatus.IN_PROGRESS
NOT_NEEDED, UNKNOWN = ContractStatus.NOT_NEEDED, ContractStatus.UNKNOWN


def read(text: str, value: object = None) -> Reading[Contract]:
    return contracts.read(Cell(text, value), CONTEXT)  # type: ignore[arg-type]


def reasons(text: str) -> set[str]:
    return {note.reason for note in read(text).notes}


def signed(number: str | None = "5", date: dt.date | None = AUGUST, **rest: str) -> Contract:
    return Contract(SIGNED, number, date, **rest)  # type: ignore[arg-type]


PARTS = {
    "договор №5 от 12.08.2023": signed(),
    "№ 5 от 12.08.2023 г.": signed(),
    "дог. №12/2023-С от 01.08.23": signed("12/2023-С", dt.date(2023, 8, 1)),
    "Договор б/н от 12.08.2023": signed(None),
    "договор без номера от 12.08.2023": signed(None),
    "Nº5 от 12.08.2023": signed(),
    "№5 от 12.08.2023 подписан, скан отправлен": signed(),
    "№5 от 12.08.2023, копия договора прилагается": signed(),
    "договор с СОШ №5 и №6 от 12.08.2023": signed(None),
    "договор №5 от 05.09.2023": signed(date=dt.date(2023, 9, 5)),
    "Доп. соглашение №1 к договору №5 от 12.08.2023": signed(addendum="1"),
    "дополнительное соглашение № 2 к договору № 5 от 12.08.2023": signed(addendum="2"),
    "доп. соглашение №1 от 01.09.2023 к договору №5 от 12.08.2023": signed(addendum="1"),
    "договор №5 от 12.08.2023, доп. соглашение №1 от 01.09.2023": signed(addendum="1"),
    "доп. соглашение №1 от 12.08.2023": signed(None, addendum="1"),
    "соглашение о сотрудничестве № 3 от 12.08.2023": signed("3"),
    "договор о сетевом взаимодействии с СОШ №8 от 12.08.2023 №14": signed("14"),
    "договор с МБОУ «СОШ №9 г. Алдан» №5 от 12.08.2023": signed(),
    "№5 от 12.08.2023 с гимназией г. Алдан и СОШ №2": signed(),
    "№14 от 1 сентября 2023г.": signed("14", dt.date(2023, 9, 1)),
    "договор № 5 от «12» августа 2023 г.": signed(),
    'договор № 5 от "12" августа 2023 года': signed(),
    "договор №5 от 12 авг. 2023": signed(),
    "договор №5 от 12-08-2023": signed(),
    "договор №5 от 12/08/2023": signed(),
    "договор №5 от 2023-08-12": signed(),
    "договор №5 от 12. 08. 2023": signed(),
    "договор №5 от 12.8.23г": signed(),
    "№5от12.08.2023": signed(),
    "договор N5 от 12.08.2023": signed(),
    "договор номер 5 от 12.08.2023": signed(),
    "5 от 12.08.2023": signed(),
    "договор 5 от 12.08.2023": signed(),
    "12.08.2023 №5": signed(),
    "от 12.08.2023 № 5": signed(),
    "№01-03/12 от 12.08.2023": signed("01-03/12"),
    "№ 7-ТР от 12.08.2023": signed("7-ТР"),
    "№ 5/2 от 12.08.2023": signed("5/2"),
    "№С-15 от 12.08.2023": signed("С-15"),
    "подписан №5 от 12.08.2023": signed(),
    "Заключен договор № 5 от 12.08.2023г.": signed(),
    "ДОГОВОР №5 ОТ 12.08.2023": signed(),
    "договор №5 от 12.08.2023 до 31.05.2024": signed(),
    "договор №5 от 12.08.2023 (действует до 31.05.2024)": signed(),
    "договор на 2023-2024 уч. год №5 от 12.08.2023": signed(),
    "заключен 12.08.2023": signed(None),
    "от 12.08.2023": signed(None),
    "договор от 12.08.2023": signed(None),
    "+, №5 от 12.08.2023": signed(),
    "договор №5 от 12.августа 2023": signed(),
    "№5": signed(date=None),
    "договор №5": signed(date=None),
    "б/н": signed(None, None),
    "№5 от 12.08.2023; №6 от 15.08.2023": signed(),
    "договор №5 от 12.08": signed(),
    "№5 от 12 августа": signed(),
    "договор №5 от 15.12": signed(date=dt.date(2023, 12, 15)),
    "договор №5 от 15.01": signed(date=dt.date(2024, 1, 15)),
    "договор № 5 - С от 12.08.2023": signed("5-С"),
    "договор №5 - есть": signed(date=None),
    "№5-ТР. Есть": signed("5-ТР", None),
    "договор 5/2024": signed("5/2024", None),
    "договор 5": signed(date=None),
    "договор5 от 12.08.2023": signed(),
    "дог5 от 12.08.23": signed(),
    "№5 ОТ 12.08.2023-31.05.2024": signed(),
    "дог. 14-С": signed("14-С", None),
    "договор 12/08": signed("12/08", None),
    "No 5 от 12.08.2023": signed(),
    "Contract No. 5 of 12.08.2023": signed(),
    "договор с гимназией от 12.08.2023": signed(None),
    "договоры со школами района заключены 12.08.2023": signed(None),
    "договор с лицеем от «12» августа 2023 г. № 5": signed(),
    "договор №5 от 12.08.2023 на сумму 5000 руб.": signed(),
    "№5 от 12.08.2023, 15 000 р.": signed(),
    "договор №5 от 12,08,2023": signed(),
    "договор №5 от 12.08 2023": signed(),
    "договор №5 с 01.09.2023 по 31.05.2024": signed(date=None),
    "договор №5 действует с 01.09.2023": signed(date=None),
    "договор №5 по 31.05.2024": signed(date=None),
    "№№ 5, 6 и 7 от 12.08.2023": signed(),
    "договор заключен в августе 2023": signed(None, None),
    "сетевой договор заключен в 2022 году": signed(None, None),
    "договор №5 от 12.08.2023, действует до 31.12.2027": signed(),
    "договор №5 от 12.08.2023-31.05.2024": signed(),
    "договор №5 с 01.09.2023-31.05.2024": signed(date=None),
    "договор №5 от 12.08.2022 на 2022-2023, 2023-2024 уч. г.": signed(date=dt.date(2022, 8, 12)),
    "договор Ne5 от 12.08.2023": signed(),
    "договор Ns 5 от 12.08.2023": signed(),
    "согл. 5 от 12.08.2023": signed(),
}
STATES = {
    SIGNED: (
        "заключён", "заключен", "Заключены", "договоры заключены", "подписан", "имеется", "есть", "да", "Да.", "+", "✓",
        "в наличии", "договор есть", "есть договор", "договор подписан", "заключили", "действует", "TRUE",
        "заключено 3 из 3", "закл.", "signed", "баар",
        "√", "есть, действует до 31.12.2025", "заключены со всеми школами", "договор заключён с СОШ №8", "подписан, номер уточняется",
    ),
    PROGRESS: (
        "на подписании", "в стадии подписания", "на стадии подписания", "на согласовании", "согласовывается", "в работе",
        "планируется", "будет заключен", "оформляется", "готовится", "в процессе", "проект договора", "ещё не подписан",
        "пока нет", "отправлен на подпись", "подписывается", "на рассмотрении", "в разработке", "будет", "не готов",
        "планируем заключить", "договор на подписи", "на подп.", "нет, но готовится", "не подписан (ждём)", "будет заключен в августе 2023", "in progress", "составляется", "идёт согласование", "подпишут в понедельник",
    ),
    NOT_NEEDED: (
        "не требуется", "не нужен", "не нужно", "не нужны", "без договора", "не предусмотрен", "Не требуется.",
        "не тр.", "н/т", "not required", "наада суох",
        "договор не требуется", "нет необходимости", "необходимости нет", "НЕ ТРЕБУЕТСЯ", "не треб.", "не требуется, т.к. внутришкольное",
        "заключение договора не требуется", "нет, не требуется", "не заключён, не требуется", "не подписан, т.к. не нужен", "в договоре нет необходимости", "не предусмотрено", "нe трeбуeтся",
    ),
    UNKNOWN: (
        "нет", "нету", "no", "отсутствует", "договор расторгнут", "договор закончился", "нет договора", "договора нет", "не заключен", "не подписан", "не имеется", "неподписан", "договор незаключен", "договор №5 неподписан", "FALSE",
        "по необходимости", "при необходимости", "в случае необходимости", "заключить договоры (по необходимости)",
    ),
}  # fmt: skip
DUE = {
    "будет заключен до 30.08.2023": dt.date(2023, 8, 30),
    "до 30 августа": dt.date(2023, 8, 30),
    "до 30.08": dt.date(2023, 8, 30),
    "до 25.08.2023 г.": dt.date(2023, 8, 25),
    "нет, будет до 30.08": dt.date(2023, 8, 30),
    "на подписании, до 30.08.2023": dt.date(2023, 8, 30),
    "заключить до 30.08.2023": dt.date(2023, 8, 30),
    "подписание до 30.08": dt.date(2023, 8, 30),
    "заключение до 30.08.2023": dt.date(2023, 8, 30),
    "планируется до 15 сентября": dt.date(2023, 9, 15),
}
REFUSED = {
    "договор №5 от 31.09.2023": "impossible_date",
    "договор №5 от 29.02.2023": "impossible_date",
    "договор №5 от 45.13.2023": "impossible_date",
    "договор №5 от 0.08.2023": "impossible_date",
    "до 31 июня": "impossible_date",
    "договор №5 от 12.08.2203": "contract_year",
    "договор №5 от 12.08.2033": "contract_year",
    "договор №5 от 12.08.2023 расторгнут": "contradiction",
    "договор №5 от 12.08.202": "unreadable",
    "договор": "no_status",
    "Договор о сетевом взаимодействии": "no_status",
    "договор с СОШ №8": "no_status",
    "доп. соглашение": "no_status",
    "договор до 31.05.2024": "no_status",
    "договор с 01.09.2023 по 31.05.2024": "no_status",
    "договор № ___ от ___": "no_status",
    "договор готов": "no_status",
    "договор №5/12.08.2023": "unreadable",
    "договор №5 от 12.08.2023 требует продления": "doubtful",
    "договор №5 от 12.08.2023 (без подписи)": "doubtful",
    "№5 от 12.08.2023, нужно перезаключить": "doubtful",
    "договор №5 (образец)": "doubtful",
    "вместо договора №3 от 01.08.2022 будет новый": "doubtful",
    "заключён устно": "doubtful",
    "подписан?": "doubtful",
    "договор №5 от 12.08.2023, доп. соглашение №1. расторгнут": "contradiction",
    "договоры 5-7": "unreadable",
    "договор №5 от 12.08.2023 отменен": "contradiction",
    "договор 2022 года": "no_status",
    "договор в 2 экз.": "no_status",
    "№5 от «__» августа 2023 г.": "no_status",
    "№5 от 12.08.2023 с СОШ №9; на подписании с СОШ №6": "contradiction",
    "подписан одной стороной": "partly",
    "заключено 3 договора из 5": "partly",
    "приказ №5 от 12.08.2023": "unreadable",
    "подписан с нашей стороны": "partly",
    "12.08.2023": "date_alone",
    "12 августа 2023 г.": "date_alone",
    "не требуется, договор №5 от 12.08.2023": "contradiction",
    "подписан, на согласовании": "contradiction",
    "подписан не требуется": "contradiction",
    "не подписан, есть": "contradiction",
    "+/-": "unreadable",
    "+ -": "unreadable",
    "есть, но старый": "doubtful",
    "есть под вопросом": "doubtful",
    "наверное есть": "doubtful",
    "№5 от 12.08.2023 - неверно": "doubtful",
    "№5 от 12.08.2023 (удалить)": "doubtful",
    "было №5 от 12.08.2023": "doubtful",
    "половина есть": "partly",
    "есть (прошлогодний)": "doubtful",
    "есть на 2022-2023 уч.г.": "doubtful",
    "договор №5 от 12.08.2022 на 2022-2023 уч. год": "doubtful",
    "до 31.12.2025": "contract_year",
    "на подписании до 31.12.2025": "contract_year",
    "с лицеем есть, с гимназией нет": "partly",
    "с СОШ №1 - есть, с №2 - на подписании": "partly",
    "договор №12 от 1/IX-23": "unreadable",
    "договор 01.09.2023 - 31.05.2024": "no_status",
    "требуется": "no_status",
    "устный": "no_status",
    "подписан, кроме СОШ №5": "partly",
    "заключены частично": "partly",
    "Иванова А.П.": "unreadable",
    "89141234567": "unreadable",
    "ivanova@mail.ru": "unreadable",
    "https://vk.com/wall-1_2": "unreadable",
    "СОШ №8": "unreadable",
    "8-9 классы": "unreadable",
    "в августе": "unreadable",
    "договоры с СОШ №5, №6": "no_status",
    "онлайн": "unreadable",
}


@pytest.mark.parametrize("text", PARTS)
def test_number_and_date_are_read_in_every_order(text):
    assert read(text).value == PARTS[text]


@pytest.mark.parametrize(
    ("status", "text"), [(key, text) for key in STATES for text in STATES[key]]
)
def test_a_state_in_words_is_that_state(status, text):
    value = read(text).value
    assert value is not None
    assert (value.status, value.number, value.date) == (status, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "есть, но не подписан",
        "есть, неподписан",
        "есть(не подписан)",
        "имеется, не подписан обеими сторонами",
        "договор готов, не подписан",
        "составлен, но ещё не подписан",
        "договор готов – не подписан",
    ],
)
def test_a_text_that_waits_for_its_signatures_is_on_its_way(text):
    assert read(text).value == Contract(PROGRESS)


@pytest.mark.parametrize("text", DUE)
def test_a_promise_keeps_its_day(text):
    assert read(text).value == Contract(PROGRESS, due=DUE[text])


@pytest.mark.parametrize("text", REFUSED)
def test_what_says_nothing_or_two_things_is_refused(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.reason == REFUSED[text]
    impossible = problem.reason == "impossible_date"
    assert problem.code is (Code.DATE_IMPOSSIBLE if impossible else Code.VALUE_UNREADABLE)


@pytest.mark.parametrize("text", ["-", "—", "уточняется", "?"])
def test_words_for_nothing_stand_for_an_empty_cell(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.code is Code.REQUIRED_MISSING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("договор №5 от 30.08.2023", set()), ("договор №5 от 31.08.2023", {"late"}),
        ("заключён", {"number_missing", "date_missing"}), ("№5", {"date_missing"}), ("от 12.08.2023", {"number_missing"}),
        ("договор б/н от 12.08.2023", set()), ("нет", {"not_needed_or_missing"}), ("по необходимости", {"copied_from_order"}),
        ("до 30 августа", set()),
        ("№5 от 12.08", {"year_inferred"}),
        ("не требуется", set()), ("на подписании", set()),
    ],
)  # fmt: skip
def test_what_was_assumed_or_is_missing_is_noted_silently(text, expected):
    assert reasons(text) == expected
    assert all(note.code is None for note in read(text).notes)


@pytest.mark.parametrize(
    ("shown", "number"),
    [("№5 от 12.О8.2023", "5"), ("№l2 от 12.08.2023", "12"), ("№I5 от 12.08.2023", "15")],
)
def test_a_letter_typed_for_a_digit_is_put_right_and_told(shown, number):
    reading = read(shown)
    assert reading.value == signed(number)
    [note] = reading.notes
    assert note.code is Code.TEXT_CORRECTED


def test_a_typed_date_alone_is_asked_about():
    for value in (AUGUST, dt.datetime.combine(AUGUST, dt.time())):
        problem = read("12.08.2023", value).problem
        assert problem is not None
        assert problem.candidates == ("договор от 12.08.2023", "до 12.08.2023")


@pytest.mark.parametrize("text", [text for text, why in REFUSED.items() if why == "date_alone"])
def test_every_reading_of_a_lone_date_can_be_read(text):
    problem = read(text).problem
    assert problem is not None
    signing, promise = (read(candidate).value for candidate in problem.candidates)
    assert signing == signed(None)
    assert promise == Contract(PROGRESS, due=AUGUST)


MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def written(day: dt.date, random: Random) -> str:
    month = MONTHS[day.month - 1]
    return random.choice(
        (
            f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}", f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y} г.", f"{day:%d.%m.%Y}г.",
            f"{day.day} {month} {day.year} г.", f"{day.day} {month} {day.year} года", f"«{day.day}» {month} {day.year} г.",
            f"{day.day} {month[:3]}. {day.year}" if month != "мая" else f"{day.day} мая {day.year}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}",
        )
    )  # fmt: skip


def test_number_and_date_come_back_from_every_wording():
    random = Random(9)
    for _ in range(3000):
        day = dt.date(2023, 1, 1) + dt.timedelta(random.randrange(700))
        number = random.choice(
            ("5", "14", "12/2023-С", "01-03/7", "3-ТР", "107", "ТР-14", "СВ-3/2023")
        )
        shown, sign = written(day, random), random.choice(("№", "№ ", "N"))
        text = random.choice(
            (
                f"договор {sign}{number} от {shown}", f"Договор {sign}{number} от {shown}", f"{sign}{number} от {shown}",
                f"дог. {sign}{number} от {shown}", f"заключен договор {sign}{number} от {shown}", f"от {shown} {sign}{number}",
                f"договор с СОШ №9 {sign}{number} от {shown}", f"соглашение {sign}{number} от {shown}", f"  {sign}{number}  от  {shown} ",
            )
        )  # fmt: skip
        assert read(text).value == Contract(SIGNED, number, day), text


def test_an_impossible_date_is_never_read():
    random = Random(10)
    for _ in range(500):
        day, month = random.choice(((31, 9), (31, 4), (30, 2), (32, 8), (0, 8), (12, 13), (12, 0)))
        reading = read(f"договор №{random.randrange(1, 99)} от {day:02}.{month:02}.2023")
        assert reading.value is None
        assert reading.problem is not None
        assert reading.problem.code is Code.DATE_IMPOSSIBLE


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("договор №5 - не подписан", UNKNOWN), ("договор №5. Не подписан", UNKNOWN), ("№5 - истёк", UNKNOWN),
        ("договор №5 - на согласовании", PROGRESS), ("соглашение №5. Проект", PROGRESS),
    ],
)  # fmt: skip
def test_a_word_behind_a_number_is_no_part_of_it(text, status):
    value = read(text).value
    assert value is not None
    assert value.status is status


def test_numbers_after_a_doubled_sign_are_contracts_too():
    (note,) = [n for n in read("№№ 5, 6 и 7 от 12.08.2023").notes if n.facts.get("others")]
    assert note.facts["others"] == "6, 7"


def test_a_second_contract_in_the_cell_is_said_aloud():
    reading = read("№5 от 12.08.2023, №6 от 15.08.2023")
    assert reading.value is not None
    assert reading.value.number == "5"
    (note,) = [note for note in reading.notes if note.reason == "several_contracts"]
    assert (note.code, note.facts["others"]) == (Code.VALUE_UNREADABLE, "6")


def test_a_number_before_the_name_of_a_month_is_no_day_of_it():
    assert read("договор №5 август 2023").value == signed(date=None)
    assert read("№ 5 12 августа 2023").value == signed()


def test_the_same_day_said_twice_is_one_day():
    assert reasons("№5 от 12.08.2023 (подписан 12.08.2023)") == set()


def test_a_second_day_in_the_cell_is_said_aloud():
    reading = read("договор №5 от 12.08.2023 и 15.08.2023")
    assert reading.value == signed()
    (note,) = [note for note in reading.notes if note.code]
    assert (note.reason, note.facts["others"]) == ("several_days", "15.08.2023")


CAPITALS = {
    "ДОГОВОР №5 - НЕ ПОДПИСАН": Contract(UNKNOWN),
    "ДОГОВОР №5 - НА СОГЛАСОВАНИИ": Contract(PROGRESS, "5"),
    "№5ОТ12.08.2023": signed(),
    "ДОГОВОР 5-НА ОТ 12.08.2023": signed("5-НА"),
    "договор № 5 – С от 12.08.2023": signed("5-С"),
}


@pytest.mark.parametrize(("cell", "expected"), CAPITALS.items(), ids=list(CAPITALS))
def test_capitals_and_dashes_make_no_word_a_part_of_the_number(cell, expected):
    assert read(cell).value == expected


@pytest.mark.parametrize(
    "cell",
    [
        *("кабинет №5", "«Алданский рабочий» №12", "рассказ №5", "газета №12 от 12.08.2023"),
        *(
            "служебная записка №5 от 12.08.2023",
            "смета №5 от 12.08.2023",
            "Распоряжение № 5 от 12.08",
        ),
        *("лицензия №5 от 12.08.2020", "исх. № 77 от 12.08.2023", "вх. №77", "лот №5"),
        *("заявка №7 от 12.08.2023", "заявка на договор №5 от 12.08.2023", "приложение №5"),
    ],
)
def test_a_number_of_anything_else_is_no_contract(cell):
    assert read(cell).value is None


@pytest.mark.parametrize(
    "cell",
    [
        *("ГПХ №5 от 12.08.2023", "рамочный №5 от 12.08.2023", "догвор №5 от 12.08.2023"),
        *("с Домом культуры №5 от 12.08.2023", "счёт-оферта №5 от 12.08.2023"),
        *("договор №5 от 12.08.2023 КОСГУ 226", "ИНН 1402012345, №5 от 12.08.2023"),
        *("Дата: 12.08.2023\nНомер: 5", "№: 5, дата: 12.08.2023"),
        *("договор №5 от 12.08.2023, срок до 31.12.2023", "рег. №5 от 12.08.2023"),
        *("от 12.08.2023 г. за №5", "12.08.2023 г. № 5"),
        *("приложение №1 к договору №5 от 12.08.2023", "договор №5 от 12.08.2023, т. 4-25-16"),
    ],
)
def test_a_kind_of_contract_or_whom_it_is_with_may_stand_before_its_number(cell):
    assert read(cell).value == signed()


@pytest.mark.parametrize(
    "cell",
    [
        *("договор №5 - не поодписан", "договор №5. Не подпиисан", "есть, неподпиисан"),
        *(
            "соглашение №5. Прооект",
            "договор №5 от 12.08.2023, растргнут",
            "договор №5, не продлевается",
            "договор №5 от 12.08.2022, продлить",
            "соглашение о расторжении договора №5 от 12.08.2023",
            "договор №5 от 12.08.2021, срок до 31.08.2022",
            "договор №5 от 12.08.2022 с 01.09.2022 по 31.05.2023",
            "договор №5, заключить до 30.08.2023",
        ),
    ],
)
def test_a_contract_that_may_not_hold_in_the_year_of_the_plan_is_asked_about(cell):
    refused = read(cell).problem
    assert refused is not None
    assert refused.reason == "doubtful"


@pytest.mark.parametrize(
    "cell",
    [
        "Договор №53, 12 августа 2023",
        "договор №53 , 12 августа 2023 г.",
        "договор 53, 12 августа 2023",
        "№53 - 12 августа 2023",
        "номер 53 , 12 августа 2023",
        "дог. с СОШ №8, №53 12.08.2023",
    ],
)
def test_the_day_behind_a_number_is_the_day_of_the_contract(cell):
    assert read(cell).value == signed("53")


@pytest.mark.parametrize("cell", ["с ДДТ от 12 августа 2023 года", 'дог от "12" августа 2023г.'])
def test_a_contract_with_somebody_from_a_day_is_signed_though_it_has_no_number(cell):
    assert read(cell).value == signed(None)
