from random import Random

import email_validator
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.district import context
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values.reading import Reading
from tochka_sync.values.who import contacts, emails

CONTEXT = context()
IVANOVA, SCHOOL = "ivanova@mail.ru", "school8@mail.ru"


def read(text: str, link: str | None = None) -> Reading[tuple[str, ...]]:
    return emails.read(Cell(text, link=link), CONTEXT)


ONE = {
    "Ivanova@Mail.ru": "Ivanova@mail.ru",
    " ivanova@mail.ru ": IVANOVA,
    "ivanova@mail.ru.": IVANOVA,
    "ivanova@mail.ru;": IVANOVA,
    "mailto:ivanova@mail.ru": IVANOVA,
    "mailto:ivanova@mail.ru?subject=План": IVANOVA,
    "Иванова А.П. <ivanova@mail.ru>": IVANOVA,
    "<ivanova@mail.ru>": IVANOVA,
    "(ivanova@mail.ru)": IVANOVA,
    "«ivanova@mail.ru»": IVANOVA,
    "'ivanova@mail.ru'": IVANOVA,
    "e-mail: ivanova@mail.ru": IVANOVA,
    "E-mail:ivanova@mail.ru": IVANOVA,
    "эл. почта: ivanova@mail.ru": IVANOVA,
    "Почта - ivanova@mail.ru": IVANOVA,
    "почта:ivanova@mail.ru": IVANOVA,
    "ivanova@mail.ru (личная)": IVANOVA,
    "ivanova@mail.ru(рабочая)": IVANOVA,
    "ivanova@mail.ru, 8 914 123-45-67": IVANOVA,
    "8 914 123-45-67 ivanova@mail.ru": IVANOVA,
    "почта: ivanova@mail.ru, сайт: school8.ru": IVANOVA,
    "ivanova@mail.ru — Иванова А.П.": IVANOVA,
    "ivanova@mail.ru\u200b": IVANOVA,
    "\u00a0ivanova@mail.ru": IVANOVA,
    "ivanova＠mail.ru": IVANOVA,
    "• ivanova@mail.ru": IVANOVA,
    "ivanova@MAIL.RU": IVANOVA,
    "ivanova.anna-p_1+plan@yandex.ru": "ivanova.anna-p_1+plan@yandex.ru",
    "sosh8@obr.aldan.sakha.gov.ru": "sosh8@obr.aldan.sakha.gov.ru",
    "1-shkola@list.ru": "1-shkola@list.ru",
    "a@bk.ru": "a@bk.ru",
    "школа8@почта.рф": "школа8@почта.рф",
    "info@школа8.рф": "info@школа8.рф",
    "info@xn--80a1acny.xn--p1ai": "info@почта.рф",
}
MANY = (
    "ivanova@mail.ru; school8@mail.ru", "ivanova@mail.ru, school8@mail.ru", "ivanova@mail.ru,school8@mail.ru",
    "ivanova@mail.ru school8@mail.ru", "ivanova@mail.ru\nschool8@mail.ru", "ivanova@mail.ru и school8@mail.ru",
    "ivanova@mail.ru/school8@mail.ru", "ivanova@mail.ru | school8@mail.ru", "1. ivanova@mail.ru 2. school8@mail.ru",
    "личная: ivanova@mail.ru, школы: school8@mail.ru", "ivanova@mail.ru, school8@mail.ru, ivanova@mail.ru",
)  # fmt: skip
REFUSED = {
    "ivanova@mail,ru": ("bad_email", IVANOVA),
    "ivanova(at)mail.ru": ("bad_email", IVANOVA),
    "ivanova[at]mail.ru": ("bad_email", IVANOVA),
    "ivanova собака mail.ru": ("bad_email", IVANOVA),
    "ivanova(собака)mail.ru": ("bad_email", IVANOVA),
    "ivanova(a)mail.ru": ("bad_email", IVANOVA),
    'ivanova"mail.ru': ("bad_email", IVANOVA),
    "ivanova собака mail точка ru": ("bad_email", IVANOVA),
    "ivanova@mail": ("bad_email", None),
    "ivanova@mail.r": ("bad_email", None),
    "ivanova@@mail.ru": ("bad_email", IVANOVA),
    "ivanova@mail..ru": ("bad_email", IVANOVA),
    "ivanova @mail.ru": ("bad_email", IVANOVA),
    "ivanova@ mail.ru": ("bad_email", IVANOVA),
    "ivanova @ mail.ru": ("bad_email", IVANOVA),
    "ivanova@mail. ru": ("bad_email", IVANOVA),
    "ivanova@mailru": ("bad_email", IVANOVA),
    "ivanova.mail.ru": ("bad_email", IVANOVA),
    "ivanova mail.ru": ("bad_email", IVANOVA),
    ".ivanova@mail.ru": ("bad_email", IVANOVA),
    "iv@nova@mail.ru": ("bad_email", None),
    "ivanova@mail.ruschool8@mail.ru": ("bad_email", None),
    "anna ivanova@mail.ru": ("bad_email", None),
    "@mail.ru": ("bad_email", None),
    "ivanova@": ("bad_email", None),
    "ivanova@mail.ru, petrov@mail": ("bad_email", None),
    "ivanova@-mail.ru": ("bad_email", None),
    "iva..nova@mail.ru": ("bad_email", IVANOVA.replace("iva", "iva.")),
    "ivanovа@mail.ru": ("mixed_script", IVANOVA),
    "сорока@mail.ru": ("mixed_script", "copoka@mail.ru"),
    "иванова@mail.ru": ("mixed_script", None),
    "ivanova@mаil.ru": ("mixed_script", IVANOVA),
    "ivanova@mail.rу": ("mixed_script", IVANOVA),
    "ivanova@mail.ру": ("mixed_script", IVANOVA),
    "ivanova@майл.ру": ("mixed_script", IVANOVA),
    "иванова@майл.ру": ("mixed_script", None),
    "ivanova_mail.ru": ("bad_email", IVANOVA),
    "ivanova2mail.ru": ("bad_email", None),
    "sosh№8@mail.ru": ("bad_email", None),
    "www.school8.ru": ("unreadable", None),
    "https://vk.com/wall-1_2": ("unreadable", None),
    "89141234567": ("unreadable", None),
    "СОШ №8": ("unreadable", None),
    "Иванова А.П.": ("unreadable", None),
    "10.02.2024": ("unreadable", None),
    "mail.ru": ("unreadable", None),
}


@pytest.mark.parametrize("text", ONE)
def test_an_address_is_read_whatever_stands_around_it(text):
    assert read(text).value == (ONE[text],)


@pytest.mark.parametrize("text", MANY)
def test_several_addresses_are_read_in_their_order(text):
    assert read(text).value == (IVANOVA, SCHOOL)


@pytest.mark.parametrize("text", REFUSED)
def test_a_broken_address_is_refused_with_the_one_that_was_meant(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.code is Code.EMAIL_INVALID
    assert (problem.reason, problem.suggestion) == REFUSED[text]


@pytest.mark.parametrize("text", [text for text, (_, meant) in REFUSED.items() if meant])
def test_a_suggested_address_is_called_a_guess_and_can_be_read(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.facts["guess"] is True
    assert read(str(problem.suggestion)).value == (problem.suggestion,)


@pytest.mark.parametrize("text", ["-", "нет", "нет почты", "отсутствует", "e-mail:", "уточняется"])
def test_words_for_no_address_stand_for_an_empty_cell(text):
    problem = read(text).problem
    assert problem is not None
    assert problem.code is Code.REQUIRED_MISSING


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ivanova@gmail.ru", "gmail.com"), ("ivanova@mail.ry", "mail.ru"), ("a@yandex.ry", "yandex.ru"),
        ("ivanova@mial.ru", "mail.ru"), ("ivanova@maill.ru", "mail.ru"), ("a@yndex.ru", "yandex.ru"),
        ("a@gmial.com", "gmail.com"), ("a@ramdler.ru", "rambler.ru"),
    ],
)  # fmt: skip
def test_a_slip_in_a_well_known_domain_is_noted_and_not_changed(text, meant):
    reading = read(text)
    assert reading.value == (text,)
    [note] = reading.notes
    assert (note.reason, note.code, note.facts["new"]) == ("domain_typo", None, meant)


@pytest.mark.parametrize(
    "domain", ["mail.ru", "list.ru", "email.ru", "school8.ru", "vk.ru", "sakha.ru"]
)
def test_a_right_domain_is_not_called_a_slip(domain):
    assert read(f"ivanova@{domain}").notes == ()


def test_a_cyrillic_address_is_noted():
    assert [note.reason for note in read("школа8@почта.рф").notes] == ["idn"]


def test_the_address_behind_a_label_is_read():
    assert read("написать", "mailto:ivanova@mail.ru").value == (IVANOVA,)
    assert read("school8@mail.ru", "mailto:ivanova@mail.ru").value == (SCHOOL,)


LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def address(random: Random) -> str:
    def word(most: int) -> str:
        return "".join(random.choice(LETTERS) for _ in range(random.randint(1, most)))

    name = "".join((word(8), random.choice(("", ".", "_", "-")), word(6)))
    return f"{name}@{random.choice(('mail.ru', 'yandex.ru', 'gmail.com', f'{word(6)}x.ru'))}"


def test_noise_around_addresses_does_not_change_them():
    random = Random(4)
    for _ in range(1500):
        addresses = [address(random) for _ in range(random.randint(1, 3))]
        text = random.choice((", ", "; ", " ", "\n", " / ")).join(addresses)
        text = random.choice(("", " ", "e-mail: ", "почта: ", "<")) + text
        text += random.choice(("", " ", ".", ";", ">", " (школа)"))
        assert read(text).value == tuple(dict.fromkeys(addresses)), text


def test_an_address_without_its_dot_or_its_at_sign_is_never_read():
    random = Random(5)
    for _ in range(1000):
        name, _, domain = address(random).partition("@")
        sign = random.choice(("@@", " @ ", "@ ", " @", "(at)"))
        assert read(f"{name}{sign}{domain}").value is None
        assert read(f"{name}@{domain.replace('.', '')}").value is None
        assert read(f"{name}@{domain.replace('.', ',')}").value is None


def test_a_cyrillic_letter_among_latin_ones_is_never_let_through():
    random = Random(6)
    for _ in range(500):
        right = address(random)
        places = [at for at, letter in enumerate(right) if letter in "aeocpxy"]
        if not places:
            continue
        place = random.choice(places)
        letter = dict(zip("aeocpxy", "аеосрху", strict=True))[right[place]]
        spoilt = right[:place] + letter + right[place + 1 :]
        problem = read(spoilt).problem
        assert problem is not None, spoilt
        assert problem.suggestion in {right, None}


NAMES = st.lists(
    st.sampled_from(["a", "Z9", ".", "-", "_", "+", "ivanova", "я", "x" * 30]), max_size=6
)
DOMAINS = st.sampled_from([*emails._DOMAINS, "Mail.ru", "mailxru", "mail.ru.ru", "school8.ru"])


@settings(max_examples=1000)
@given(st.builds("{}@{}".format, NAMES.map("".join), DOMAINS))
def test_an_address_of_a_known_provider_is_valid_where_the_library_says_so(address):
    if emails._PLAIN.fullmatch(address):
        valid = email_validator.validate_email(address, check_deliverability=False)
        assert valid.normalized == emails._valid(address) == address


@pytest.mark.parametrize(
    ("shown", "phones"),
    [
        ("ivanova@mail.ru, 8 914 123-45-67", ("+79141234567",)),
        ("4-25-16 ivanova@mail.ru", ("+74114542516",)),
        ("ivanova@mail.ru (каб. 12)", ()),
        ("ivanova1985@mail.ru", ()),
        ("school12345@mail.ru, 2023-2024", ()),
    ],
)
def test_a_phone_beside_an_address_is_kept(shown, phones):
    reading = contacts.read_emails(Cell(shown), CONTEXT)
    assert reading.value is not None
    assert reading.also.get(Field.PHONES, ()) == phones
