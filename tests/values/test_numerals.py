import pytest

from tochka_sync.values.numerals import cardinal, ordinal, roman

WORDS = (
    "один два три четыре пять шесть семь восемь девять"
    "|десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"
    " восемнадцать девятнадцать"
    "|двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
    "|сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
)
ONES, TEENS, TENS, HUNDREDS = (group.split() for group in WORDS.split("|"))
FORMS = {1: "тысяча", 2: "тысячи", 3: "тысячи", 4: "тысячи"}


def spell(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    words = [ONES[thousands - 1]] if thousands > 1 else []
    words += [FORMS.get(thousands, "тысяч")] if thousands else []
    words += [HUNDREDS[hundreds - 1]] if hundreds else []
    if 10 <= rest < 20:
        words.append(TEENS[rest - 10])
    else:
        words += [TENS[rest // 10 - 2]] if rest >= 20 else []
        words += [ONES[rest % 10 - 1]] if rest % 10 else []
    return " ".join(words) or "ноль"


def numeral(number: int) -> str:
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return "X" * (number // 10) + ones[number % 10]


def test_every_number_in_words_is_read():
    assert all(cardinal(spell(number)) == number for number in range(10_000))


def test_every_roman_numeral_to_39_is_read_in_capitals_and_small_letters():
    for number in range(1, 40):
        assert roman(numeral(number)) == roman(numeral(number).lower()) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ш", 3),
        ("1V", 4),
        ("П", 2),
        ("V1", 6),
        ("ІІ", 2),
        ("Ⅳ", 4),
        ("IУ", 4),
        ("1Х", 9),
        ("l", 1),
        ("lll", 3),
        ("|", 1),
        ("ХII", 12),
        (" II ", 2),
        ("ПI", 3),
    ],
)
def test_look_alikes_of_roman_numerals_are_read(text, number):
    assert roman(text) == number


@pytest.mark.parametrize(
    "text", ["", "1", "11", "IIII", "VX", "IXI", "L", "C", "М", "год", "ш", "п"]
)
def test_what_is_not_a_roman_numeral_is_refused(text):
    assert roman(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("двадцати пяти", 25),
        ("Двадцатью пятью", 25),
        ("сорока", 40),
        ("двое", 2),
        ("трёх", 3),
        ("пятьюдесятью", 50),
        ("двухсот", 200),
        ("девятисот", 900),
        ("одной", 1),
        ("тысяч", 1000),
        ("восьмьюдесятью", 80),
        ("четырнадцати", 14),
        ("двадцать-пять", 25),
        ("тысяча двести", 1200),
    ],
)
def test_cardinals_are_read_in_any_case(text, number):
    assert cardinal(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "пять двадцать",
        "двадцать двадцать",
        "двадцать десять",
        "сто тысяч",
        "пятое",
        "два слова",
        "один один",
        "двадцать ноль",
        "тысяча тысяча",
        "5",
        "десять тысяч",
    ],
)
def test_what_is_not_a_spoken_number_is_refused(text):
    assert cardinal(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("десятое", 10),
        ("первая", 1),
        ("вторая", 2),
        ("третьей", 3),
        ("двадцать пятое", 25),
        ("четвёртого", 4),
        ("тридцать первого", 31),
        ("седьмым", 7),
        ("сороковой", 40),
        ("третий", 3),
        ("две тысячи двадцать четвертого", 2024),
        ("двухтысячный", 2000),
        ("сотый", 100),
        ("Первую", 1),
        ("восьмых", 8),
        ("девяностом", 90),
        ("двухсот", None),
        ("пять", None),
        ("двадцатое пятое", None),
        ("пять двадцатое", None),
        ("", None),
        ("десятка", None),
    ],
)
def test_ordinals_are_read_in_any_case(text, number):
    assert ordinal(text) == number
