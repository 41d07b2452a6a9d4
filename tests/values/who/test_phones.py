from random import Random

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tests.values.district import context
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.reading import Reading
from tochka_sync.values.who import phones

CONTEXT = context()
IVAN, PETR, LOCAL = "+79141234567", "+79147654321", "+74114542516"


def read(shown: str, value: object = None) -> Reading[tuple[str, ...]]:
    return phones.read(Cell(shown, value), CONTEXT)  # type: ignore[arg-type]


def reasons(reading: Reading[tuple[str, ...]]) -> set[str]:
    return {note.reason for note in reading.notes}


CATALOGUE = {
    "8-411-45-4-25-16": ((LOCAL,), set()),
    "т. 4-25-16 доб. 102": ((LOCAL,), {"area_code_inferred", "extension"}),
    "+7 914 123-45-67": ((IVAN,), set()),
    "89141234567": ((IVAN,), set()),
    "8(914)1234567": ((IVAN,), set()),
    "79141234567": ((IVAN,), set()),
    "9141234567": ((IVAN,), {"prefix_inferred"}),
    "8 914 123 45 67, 8 (41145) 4-25-16": ((IVAN, LOCAL), set()),
    "8 914 123 45 67/ 8 914 765 43 21": ((IVAN, PETR), set()),
    "89141234567 89147654321": ((IVAN, PETR), set()),
    "8 914 123 45 67 (Анна Петровна)": ((IVAN,), {"caption"}),
    "+8 914 123 45 67": ((IVAN,), {"plus8_fixed"}),
}
ONE = {
    "+7(41145)4-25-16": LOCAL,
    "8 (411-45) 4-25-16": LOCAL,
    "8 411 45 42516": LOCAL,
    "84114542516": LOCAL,
    "41145 4-25-16": LOCAL,
    "(41145) 42516": LOCAL,
    "4 25 16": LOCAL,
    "42516": LOCAL,
    "425-16": LOCAL,
    "раб. 4-25-16": LOCAL,
    "4-25-16 (приёмная)": LOCAL,
    "тел./факс: 4-25-16": LOCAL,
    "тел.: 8 914 123 45 67": IVAN,
    "телефон 8 914 123 45 67.": IVAN,
    "8-914-123-45-67 моб.": IVAN,
    "моб89141234567": IVAN,
    "тел89141234567": IVAN,
    "89141234567 (WhatsApp)": IVAN,
    "WhatsApp: 89141234567": IVAN,
    "ватсап 8 914 123-45-67": IVAN,
    "8.914.123.45.67": IVAN,
    "8–914–123–45–67": IVAN,
    "8 9 1 4 1 2 3 4 5 6 7": IVAN,
    "+7\u00a0914\u00a0123‑45‑67": IVAN,
    "8_914_123_45_67": IVAN,
    "8_(914)_123-45-67": IVAN,
    "8,914,123,45,67": IVAN,
    "8, 914, 123, 45, 67": IVAN,
    "№ 89141234567": IVAN,
    "8914 123 4567": IVAN,
    "8 (914) 12-345-67": IVAN,
    "7 (914) 123-45-67": IVAN,
    "+7-914-1234567": IVAN,
    "914 123-45-67": IVAN,
    "007 914 123 45 67": IVAN,
    "89141234567.0": IVAN,
    "89141234567,00": IVAN,
    "89141234567 после 18:00": IVAN,
    "89141234567 с 9 до 18": IVAN,
    "Иванова А.П., 89141234567": IVAN,
    "89141234567 - Иванова А.П.": IVAN,
    "89141234567, каб. 12": IVAN,
    "СОШ №8 89141234567": IVAN,
    "1) 89141234567": IVAN,
    "'89141234567": IVAN,
    "«89141234567»": IVAN,
    "+375 29 123-45-67": "+375291234567",
    "8-10-375-29-123-45-67": "+375291234567",
    "+7 701 123 45 67": "+77011234567",
    "8 800 200-06-00": "+78002000600",
    "8 (4112) 42-25-16": "+74112422516",
}
MANY = {
    "8914 123 45 67; 42516": (IVAN, LOCAL),
    "8-914-123-45-67 моб., раб. 4-25-16": (IVAN, LOCAL),
    "8 914 123 45 67\n8 914 765 43 21": (IVAN, PETR),
    "8 914 123 45 67 и 8 914 765 43 21": (IVAN, PETR),
    "89141234567и89147654321": (IVAN, PETR),
    "89141234567|89147654321": (IVAN, PETR),
    "89141234567 / 4-25-16": (IVAN, LOCAL),
    "сот. 8914 1234567 дом. 4-25-16": (IVAN, LOCAL),
    "1. 89141234567 2. 89147654321": (IVAN, PETR),
    "директор 89141234567, завуч 89147654321": (IVAN, PETR),
    "+7 914 1234567 +7 914 7654321": (IVAN, PETR),
    "89141234567, 89147654321, 42516": (IVAN, PETR, LOCAL),
    "42516 42517": (LOCAL, "+74114542517"),
    "+79141234567+79147654321": (IVAN, PETR),
    "4-25-16, 4-25-17": (LOCAL, "+74114542517"),
    "89141234567, 8 914 123-45-67": (IVAN,),
}
REFUSED = {
    "8,91412E+10": "excel_scientific",
    "8.91412e+10": "excel_scientific",
    "8О9141234567": "bad_length",
    "8 914 123 45 678": "bad_length",
    "8 914 123 45 6": "bad_length",
    "8914123456": "bad_length",
    "7914123456": "bad_length",
    "8411454251": "bad_length",
    "891412345678": "bad_length",
    "123-45-67": "bad_length",
    "4-25-1": "bad_length",
    "8 914 123-45-67, 68": "bad_length",
    "8-914-123-45": "bad_length",
    "375291234567": "bad_length",
    "+7 8 914 123 45 67": "bad_length",
    "8 8 914 123 45 67": "bad_length",
    "8914123456789147654321": "bad_length",
    "00000": "bad_length",
    "11111": "bad_length",
    "8 000 123 45 67": "bad_code",
    "+7 200 123 45 67": "bad_code",
    "ivanova@mail.ru": "unreadable",
    "Иванова А.П.": "unreadable",
    "СОШ №8": "unreadable",
    "8-9 классы": "unreadable",
    "10 февраля 2024": "unreadable",
    "10.02.2024": "unreadable",
    "1.02.24": "unreadable",
    "9-2024": "unreadable",
    "https://vk.com/wall-1_2": "unreadable",
    "договор №5 от 12.08.2023": "unreadable",
}
PLACEHOLDERS = (
    "нет", "тот же", "-", "—", "уточняется", "тел. нет", "+7 (___) ___-__-__", "8", "+7",
    "нет телефона", "отсутствует", "тел.:",
)  # fmt: skip


@pytest.mark.parametrize("text", CATALOGUE)
def test_usual_numbers_are_read_and_what_was_assumed_is_said(text):
    reading = read(text)
    assert (reading.value, reasons(reading)) == CATALOGUE[text]


@pytest.mark.parametrize("text", ONE)
def test_a_number_is_read_however_it_is_written(text):
    assert read(text).value == (ONE[text],)


@pytest.mark.parametrize("text", MANY)
def test_several_numbers_are_read_in_their_order(text):
    assert read(text).value == MANY[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_number_is_refused_with_its_reason(text):
    problem = read(text).problem
    assert problem is not None
    assert (problem.code, problem.reason) == (Code.PHONE_INVALID, REFUSED[text])


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_words_for_no_telephone_stand_for_an_empty_cell(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.code is Code.REQUIRED_MISSING


def test_an_extension_and_the_words_beside_are_kept():
    [extension] = [note for note in read("4-25-16 доб. 102").notes if note.reason == "extension"]
    assert extension.facts == {"value": "102"}
    assert extension.code is None
    [caption] = read("8 914 123 45 67 (Анна Петровна)").notes
    assert caption.facts == {"value": "Анна Петровна"}


def test_letters_typed_for_digits_are_put_right_only_if_the_length_comes_right():
    reading = read("8 9l4 123 45 67")
    assert reading.value == (IVAN,)
    [note] = reading.notes
    assert note.code is Code.TEXT_CORRECTED
    assert note.facts == {"old": "8 9l4 123 45 67", "new": "8 914 123 45 67"}
    assert read("8О9141234567").value is None


def test_the_typed_number_counts_where_the_text_lost_digits():
    assert read("8,91412E+10", 89141234567.0).value == (IVAN,)
    assert read("89,141,234,567.00", 89141234567.0).value == (IVAN,)
    assert read("42 516", 42516.0).value == (LOCAL,)


def test_a_typed_number_rounded_to_its_text_has_lost_its_digits():
    problem = read("8,91412E+10", 89141200000.0).problem
    assert problem is not None
    assert problem.reason == "excel_scientific"


def test_a_date_is_no_telephone():
    import datetime as dt

    problem = read("42516", dt.date(2016, 5, 27)).problem
    assert problem is not None
    assert problem.reason == "unreadable"


def test_a_local_number_after_another_districts_number_is_ambiguous():
    problem = read("8 (41147) 4-25-16, 4-25-17").problem
    assert problem is not None
    assert problem.reason == "ambiguous"
    assert set(problem.candidates) == {"+74114742517", "+74114542517"}


def test_an_email_beside_a_number_is_said_in_passing():
    reading = read("89141234567, ivanova@mail.ru")
    assert reading.value == (IVAN,)
    assert reading.also == {Field.EMAILS: ("ivanova@mail.ru",)}


def spellings(national: str, random: Random) -> str:
    """Write a ten-digit mobile number in one of the ways people do."""
    code, number = national[:3], national[3:]
    prefix = random.choice(("8", "+7", "7"))
    a, b, c = number[:3], number[3:5], number[5:]
    return random.choice(
        (
            f"{prefix}{national}", f"{prefix} {code} {a} {b} {c}", f"{prefix}-{code}-{a}-{b}-{c}",
            f"{prefix} ({code}) {a}-{b}-{c}", f"{prefix}({code}){number}", f"{prefix} {code} {number}",
            f"{prefix}.{code}.{a}.{b}.{c}", f"{prefix} {code} {a}-{b}{c}", f"{prefix}{code} {a} {b} {c}",
        )
    )  # fmt: skip


def noisy(text: str, random: Random) -> str:
    before = random.choice(("", "", "тел. ", "моб.: ", "т. ", " ", "сот. ", "\u200b"))
    after = random.choice(("", "", " ", ".", " (моб.)", ";", "\u00a0"))
    return before + text.replace("-", random.choice("-–—‑")) + after


def mobile(random: Random) -> str:
    """A valid Russian mobile number without its prefix."""
    return f"{random.choice(('914', '924', '964', '984', '913'))}{random.randrange(10**6, 10**7)}"


def test_every_spelling_of_a_number_is_that_number():
    random = Random(1)
    for _ in range(1500):
        national = mobile(random)
        text = noisy(spellings(national, random), random)
        assert read(text).value == (f"+7{national}",), text


def test_several_numbers_are_as_many_however_separated():
    random = Random(2)
    for _ in range(500):
        numbers = [mobile(random) for _ in range(random.randint(2, 3))]
        separator = random.choice((", ", "; ", " / ", "\n", " и ", " ", ","))
        text = separator.join(spellings(number, random) for number in numbers)
        expected = tuple(dict.fromkeys(f"+7{number}" for number in numbers))
        assert read(text).value == expected, text


def test_a_digit_too_many_or_too_few_is_always_refused():
    random = Random(3)
    for _ in range(1500):
        text = spellings(mobile(random), random)
        place = random.choice([at for at, letter in enumerate(text) if letter.isdigit()])
        if random.random() < 0.5:
            spoilt = text[:place] + text[place + 1 :]
        else:
            spoilt = text[:place] + random.choice("0123456789") + text[place:]
        digits = "".join(filter(str.isdigit, spoilt))
        if len(digits) == 10 and digits[0] == "9":
            continue  # the prefix fell off: still a whole number
        assert read(spoilt).value is None or spoilt.startswith("+"), spoilt


@pytest.mark.parametrize("code", [f"9{code:02}" for code in range(100) if code // 10 != 3])
def test_a_mobile_number_taken_without_asking_the_library_is_valid_to_it(code):
    for rest in ("0000000", "1234567", "9999999"):
        assert phonenumbers.is_valid_number(phonenumbers.parse(f"+7{code}{rest}"))


PLAIN = st.from_regex(phones._PLAIN.pattern, fullmatch=True)


@settings(max_examples=1000)
@given(st.one_of(PLAIN, altered([*catalogue("phone"), *ONE, *CATALOGUE])))
def test_a_plain_number_is_read_as_it_would_be_beside_others(shown):
    cell, clean = Cell(shown), text.clean(shown.replace("\n", ";"))
    assert phones.read(cell, CONTEXT) == phones._read_anyhow(cell, clean, CONTEXT)
