"""Text as people leave it, and the noise taken off before it is read.

The only module that knows invisible characters, look-alike letters and words that stand for an
empty cell. Sakha letters (ҕ ҥ ө һ ү) are Cyrillic letters like any other.
"""

import re
import unicodedata
from functools import lru_cache

from tochka_sync.pattern import Pattern, either

_INVISIBLE = Pattern(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe]")
_CUT_SOFTLY = Pattern(r"[\u00ad¬]\s*\n\s*")
"""A word cut by the end of a line, as PDF and Word copy it."""
_CONTROL = Pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SPACES = Pattern(r"\s+")
_SUSPICIOUS = Pattern(
    r"[\x00-\x1f*\x7f-\xa0\xad¹²³\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2079\u3000\ufeff\uff10-\uff19\ufffe]"
)
"""Every character that cleaning may take off or change; double spaces are looked for beside."""
_WIDE_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_FOOTNOTE = Pattern(r"(?<=\w)(?:\*+(?!\d)|[¹²³⁰-⁹]+)")
_FOOTNOTES = "*¹²³\u2070\u2071\u2072\u2073⁴⁵⁶⁷⁸⁹"

DASH = "-‐‑‒–—―−"
"""Every character typed for a dash, for use inside a character class (the hyphen stands first)."""
TO_HYPHEN = dict.fromkeys(map(ord, DASH), "-")
ANY_DASH = either("-−", "‐-―")
"""An expression of one of them."""
_DASH = Pattern("[‐-―−]")
_ALIKE = dict.fromkeys(map(ord, "‐‑‒―−"), "-")
"""Dashes nobody tells from a hyphen; «–» and «—» also part what is said."""
_INSIDE = Pattern(rf"(?<=[\w№]){ANY_DASH}(?=[^\W\d_])")

_FIRST_PICTURE = "\u231a"
_NEGATIVE = frozenset("❌❎✗✘🚫⛔❓❔")
"""Pictures that take a value back, or ask; any other is put beside it for beauty: «📅 15 сентября»."""

_LATIN = "ABCEHKMOPTXYacekmoptxy"
_CYRILLIC = "АВСЕНКМОРТХУасекмортху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_DIGIT = str.maketrans(
    {"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1", "|": "1", "З": "3", "з": "3"}
)
_AS_DIGITS = frozenset("OoОоlI|Зз")
_WORD = Pattern(r"[^\W\d_]+")
_HAS_LATIN = Pattern(r"[A-Za-z]")
_HAS_CYRILLIC = Pattern(r"[\u0400-\u052f]")
_MISTYPED = Pattern(rf"{either('Oo', 'lI', '|', 'Оо', 'Зз')}(?:(?<=\d.)|(?=\.?\d))")
"""A letter beside a digit, without which no number has one in it."""
_NUMBERLIKE = Pattern(
    r"(?<![^\W\d_])(?<!\|\|)[OoОоlI|Зз]*+\d[\dOoОоlI|Зз]*(?![^\W\d_])|(?<!\w)[OoОоlI|Зз](?=\.\d)"
    r"|(?<=\d\.)[OoОо][OoОоlI|Зз](?=\.\d)"
)

_ERRORS = Pattern(
    r"#(?:REF|VALUE|NAME|DIV/0|N/?A|NUM|NULL|ERROR|SPILL|CALC|LOADING"
    r"|ССЫЛКА|ЗНАЧ|ИМЯ|ДЕЛ/0|Н/Д|ЧИСЛО|ПУСТО|ОШИБКА|ПЕРЕНОС|ВЫЧИСЛ)[!?.]*|#{3,}",
    re.IGNORECASE,
)
_LOADING = frozenset({"loading", "загрузка"})
"""What a sheet shows, with dots behind it, while the values of a formula come."""
_FORMULA = Pattern(r"=\s*[A-ZА-ЯЁa-zа-яё+\-(\d]")
_NOTHING = frozenset(DASH + " .…?!_*/\\|,;:xXхХ\"'«»“”„″〃")
"""Signs of which a cell says nothing, or «the same as above»."""
_PLACEHOLDERS = Pattern(
    r"(?:(?:дата|время|место|тема|название|срок|сроки|данные|информация|фио|количество|участники|состав)\s+)?"
    r"(?:(?:будет|будут|пока|еще|ещё|надо|нужно)\s+)?"
    r"(?:нет|нет данных|нет информации|нет сведений|не указан[аоы]?|не определен[аоы]?|неизвестн[оа]|не известн[оа]"
    r"|не назначен[аоы]?|не заполнен[аоы]?|назнача[ею]тся|пусто|прочерк|не решено|уточняется|уточняются|уточнить|на уточнении|на согласовании|согласовывается"
    r"|(?:будет )?уточнен[аоы]?|уточнять|по согласованию|по плану|по графику|по расписанию|по запросу"
    r"|по мере (?:необходимости|поступления)|по необходимости|сообщен[аоы]?(?: дополнительно| позже| позднее)?"
    r"|сообщим(?: дополнительно| позже| позднее)?|дополнительно|позже|позднее|заполнить|вписать|ввести"
    r"|тот же|та же|то же|те же|там же|он же|она же|см\.?\s*выше|аналогично|---+|n/?a|<na>|nan|null|none|undefined|н/?д|tbd|тбд|todo|xxx+|ххх+)"
)
_SAID_OF_NOTHING = (
    "дата|время|место|тема|название|срок|данные|информация|фио|количество|участники|состав|буд|пока|еще|надо|нужно"
    "|нет|не |неизвестн|уточн|на |согласов|по |сообщ|дополнительно|поз|заполнить|вписать|ввести|тот же|та же|то же"
    "|те же|там же|он же|она же|см|аналогично|назнача|пусто|прочерк|---|n|<na>|undefined|н/д|нд|tbd|тбд|todo|xxx|ххх"
)
_BEGINNINGS = tuple(_SAID_OF_NOTHING.split("|"))
"""How placeholders begin: few cells do, and the expression is costly to compile."""

_DIGITS = 18


_BEFORE_INITIAL = (" ", ".")


@lru_cache(maxsize=64)  # a cell is asked about several times while it is read, and then no more
def clean(text: str) -> str:
    """Return the text without invisible characters and footnote marks, its spaces made single.

    Nor with the apostrophe that tells a spreadsheet that a text follows: in a cell that is of text
    already it stays.
    """
    if (
        _SUSPICIOUS.search(text) is None
        and "  " not in text
        and unicodedata.is_normalized("NFC", text)
    ):
        bare = text.strip(" ")  # nearly every cell: 0.4 µs instead of 4
    else:
        text = _CONTROL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
        text = text.translate(_WIDE_DIGITS)
        bare = _FOOTNOTE.sub("", _SPACES.sub(" ", text).strip()).rstrip(_FOOTNOTES).strip()
    if bare[:1] == "'" and bare.count("'") == 1:
        return bare[1:].strip() or bare
    return bare


def tidy(text: str) -> str:
    """Return the text with each of its lines clean: where a line ends may say something."""
    if len(text.splitlines()) < 2:
        return clean(text)
    return "\n".join(map(clean, _CUT_SOFTLY.sub("", text).splitlines())).strip("\n")


def hyphened(text: str) -> str:
    """Return the text with a hyphen for every dash that can only be one: «5‑7», «Усть–Мая», «уч–ся»."""
    return text if _DASH.search(text) is None else _INSIDE.sub("-", text.translate(_ALIKE))


def plain(text: str) -> str:
    """Return the text without pictures that say nothing: «☎ 8 914…», «📅 15 сентября ✅»."""
    try:
        text.encode("cp1251")  # has none of them: a tenth of what looking at every sign takes
    except UnicodeEncodeError:
        pass
    else:
        return text
    return "".join([" " if _is_beauty(char) else char for char in text])


def unstopped(text: str) -> str:
    """Return the text without the full stop at its end, if it is not that of an initial: «Иванова А.»."""
    bare = text.rstrip(" .")
    initial = bare[-2:-1] in _BEFORE_INITIAL and bare[-1:].isupper()
    return f"{bare}." if initial and bare != text else bare


def bare(text: str) -> str:
    """Return the text without pictures around it; those inside are a part of what it says."""
    text = text.strip()
    if text[:1] < _FIRST_PICTURE and text[-1:] < _FIRST_PICTURE:
        return text  # nearly always, in a quarter of the time
    start, end = 0, len(text)
    while start < end and (_is_beauty(text[start]) or text[start].isspace()):
        start += 1
    while end > start and (_is_beauty(text[end - 1]) or text[end - 1].isspace()):
        end -= 1
    return text[start:end]


def _is_beauty(char: str) -> bool:
    if char < _FIRST_PICTURE or char in _NEGATIVE:
        return False
    return char == "\ufe0f" or unicodedata.category(char) in {"So", "Sk"}


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """Return clean text for comparing: lower case, ё as е."""
    return clean(text).lower().replace("ё", "е")


def cyrillic(text: str) -> str:
    """Put Cyrillic letters for Latin look-alikes inside words that mix both scripts.

    «COШ» becomes «СОШ»; «STEM», «3D» and «Tinkercad» are of one script and stay.
    """
    return _WORD.sub(_one_script, text) if _HAS_LATIN.search(text) else text


def digits(text: str) -> str:
    """Put digits for letters typed for them next to digits: «2O23» is «2023», «З.03» is «3.03»."""
    if _AS_DIGITS.isdisjoint(text) or _MISTYPED.search(text) is None:
        return text
    return _NUMBERLIKE.sub(lambda match: match.group().translate(_TO_DIGIT), text)


def number(digits: str) -> int:
    """Return a whole number; one of more digits than anyone counts with is only very large.

    Python refuses to turn thousands of digits into a number.
    """
    return int(digits) if len(digits) <= _DIGITS else 10**_DIGITS


def is_error(text: str) -> bool:
    """Tell whether the text is a spreadsheet's error value, English or Russian, or `#####`."""
    shown = text.strip()
    if shown.startswith("#"):
        return _ERRORS.fullmatch(shown) is not None
    return shown.endswith((".", "…")) and shown.lower().rstrip(".…") in _LOADING


def is_formula(text: str) -> bool:
    """Tell whether a formula was typed as text."""
    shown = text.strip()
    return shown.startswith("=") and _FORMULA.match(shown) is not None


def is_placeholder(text: str) -> bool:
    """Tell whether the text only stands for an empty cell: «-», «?», «уточняется», «по плану»."""
    folded = fold(text)
    bare = folded.strip(" .,;:!()«»\"'")
    if _NOTHING.issuperset(folded):
        return True
    return bare.startswith(_BEGINNINGS) and _PLACEHOLDERS.fullmatch(bare) is not None


def _one_script(match: re.Match[str]) -> str:
    word = match.group()
    if not (_HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word)):
        return word
    fixed = word.translate(_TO_CYRILLIC)
    return word if _HAS_LATIN.search(fixed) else fixed
