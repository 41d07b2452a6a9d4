"""Numbers written otherwise than in digits: Roman ones and Russian words.

Accepts any grammatical case, and for Roman numerals the letters and digits people type instead of
them («Ш», «1V», «П»). Refuses, with `None`, anything else, plain digits too.
"""

import unicodedata
from collections.abc import Iterator

from tochka_sync.pattern import Pattern

_ROMAN = Pattern(r"(X{0,3})(IX|IV|V?I{0,3})")
_TO_ROMAN = str.maketrans(
    {
        **dict.fromkeys("ivxхХ", "X"),
        **dict.fromkeys("i1l|іІ", "I"),
        **dict.fromkeys("vуУѵѴ", "V"),
        "П": "II",
        "Ш": "III",
    }
)
_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}

_ENDINGS = "ый ой ий ого его ому ему ым им ом ем ая яя ую юю ою ею ое ее ые ие ых их ыми ими ей"
_THIRD = "ий ья ье ьего ьей ьему ью ьим ьем ьи ьих ьими ьею"
_SPLIT = Pattern(r"[\s-]+")


def roman(text: str) -> int | None:
    """Read a Roman numeral up to XXXIX, look-alikes included; digits alone are not one."""
    text = unicodedata.normalize("NFKC", text.strip())
    if text.isdecimal():
        return None
    match = _ROMAN.fullmatch(text.translate(_TO_ROMAN))
    if not match or not text:
        return None
    return 10 * len(match[1]) + _UNITS[match[2]]


def show(number: int) -> str:
    """Write a Roman numeral up to XXXIX."""
    units = next(numeral for numeral, value in _UNITS.items() if value == number % 10)
    return "X" * (number // 10) + units


def cardinal(text: str) -> int | None:
    """Read a number from 0 to 9999 in words, in any case: «двадцать пять», «пятнадцати», «двое»."""
    return _sum([_CARDINALS.get(word) for word in _words(text)])


def ordinal(word: str) -> int | None:
    """Read an ordinal from 1 to 9999 in words, in any case: «третьей», «двадцать пятое»."""
    words = _words(word)
    last = _ORDINALS.get(words[-1])
    return _sum([*(_CARDINALS.get(part) for part in words[:-1]), last])


def _words(text: str) -> list[str]:
    return _SPLIT.split(text.strip().lower().replace("ё", "е"))


def _sum(parts: list[int | None]) -> int | None:
    """Add parts that descend as a spoken number does; «пять двадцать» is not a number."""
    if None in parts:
        return None
    numbers = [part for part in parts if part is not None]
    thousands = 0
    if 1000 in numbers:
        place = numbers.index(1000)
        before, numbers = numbers[:place], numbers[place + 1 :]
        if len(before) > 1 or not all(0 < number < 10 for number in before):
            return None
        thousands = sum(before or [1])
        if not numbers:
            return thousands * 1000
    room = 1000 if thousands else 10_000
    for number in numbers:
        if number >= room or (number == 0 and len(parts) > 1):
            return None
        room = _room_after(number)
    return thousands * 1000 + sum(numbers)


def _room_after(part: int) -> int:
    """Return below what the next part must be: after twenty come ones, after ten nothing."""
    if part >= 1000:
        return 1
    if part >= 100:
        return 100
    return 10 if part >= 20 else 1


def _cardinals() -> Iterator[tuple[str, int]]:
    for number, forms in {
        0: "ноль ноля нулю нуль нуля нулем нуле",
        1: "один одна одно одного одной одному одну одним одном одною",
        2: "два две двух двум двумя двое двоих двоим двоими",
        3: "три трех трем тремя трое троих троим троими",
        4: "четыре четырех четырем четырьмя четверо четверых четверым четверыми",
        5: "пятеро пятерых пятерым пятерыми",
        6: "шестеро шестерых шестерым шестерыми",
        7: "семеро семерых семерым семерыми",
        8: "восемь восьми восемью восьмью восьмеро восьмерых",
        40: "сорок сорока",
        80: "восемьдесят восьмидесяти восьмьюдесятью восемьюдесятью",
        90: "девяносто девяноста",
        100: "сто ста",
        200: "двести двухсот двумстам двумястами двухстах",
        300: "триста трехсот тремстам тремястами трехстах",
        400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
        800: "восемьсот восьмисот восьмистам восьмьюстами восемьюстами восьмистах",
        1000: "тысяча тысячи тысячу тысяче тысячей тысячью тысяч тысячам тысячами тысячах",
    }.items():
        for form in forms.split():
            yield form, number
    for number, stem in _SOFT.items():
        for ending in ("ь", "и", "ью"):
            yield stem + ending, number
    for number in (5, 6, 7, 9):
        stem = _SOFT[number]
        for ending in ("ьсот", "исот", "истам", "ьюстами", "истах"):
            yield stem + ending, 100 * number
        for ending in ("ьдесят", "идесяти", "ьюдесятью") if number != 9 else ():
            yield stem + ending, 10 * number


def _ordinals() -> Iterator[tuple[str, int]]:
    for ending in _THIRD.split():
        yield f"трет{ending}", 3
    for number, stem in (*_SOFT.items(), *_HARD.items()):
        for ending in _ENDINGS.split() if stem != "сем" else ():  # «семей» are families
            yield stem + ending, number


def _table(text: str) -> dict[int, str]:
    """Return stems by number out of «пят 5, шест 6»."""
    pairs = (pair.split() for pair in text.split(","))
    return {int(number): stem for stem, number in pairs}


_SOFT = _table(
    "пят 5, шест 6, сем 7, девят 9, десят 10, одиннадцат 11, двенадцат 12, тринадцат 13,"
    "четырнадцат 14, пятнадцат 15, шестнадцат 16, семнадцат 17, восемнадцат 18,"
    "девятнадцат 19, двадцат 20, тридцат 30"
)
"""Stems that take «-ь» as a count and, but for «сем», «-ый» or «-ой» as an ordinal."""
_HARD = _table(
    "перв 1, втор 2, четверт 4, седьм 7, восьм 8, сороков 40, пятидесят 50, шестидесят 60,"
    "семидесят 70, восьмидесят 80, девяност 90, сот 100, тысячн 1000, двухтысячн 2000"
)
_CARDINALS = dict(_cardinals())
_ORDINALS = dict(_ordinals())
