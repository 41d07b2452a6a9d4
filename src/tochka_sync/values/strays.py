"""Cells that plainly hold something else: a lone telephone, address, date, name or school.

Free text fields (titles, places, unlisted types) accept nearly anything; these they do not.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values import corrections, text
from tochka_sync.values.who import eponyms, named
from tochka_sync.values.who.alphabet import LOWER, UPPER

_MONTH = r"(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
_DASH = text.ANY_DASH
_DAY = rf"\d{{1,2}}(?:\s*(?:{_DASH}|по|и)\s*\d{{1,2}})?"
_YEAR = r"(?:\s*(?:19|20)\d\d)?(?:\s*г(?:ода|\.)?)?"
_CONTACT = Pattern(
    r"\S[^\s@]*@\S[^\s.]*\.\S+|(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:ru|com|org|net|рф)(?:/\S*)?"
)
_CALLED = rf"(?:тел(?:ефон)?\.?:?\s*)?[+(]?\d[{text.DASH}\d\s().]{{3,}}\d"
_PHONE = Pattern(rf"(?=[т+(\d])(?=(?:\D*\d){{6}}){_CALLED}")
_DATE = Pattern(
    rf"(?:с |до |по |от )?(?:\d{{1,2}}[./]\d{{1,2}}(?:[./](?:\d{{4}}|\d\d))?|\d{{4}}-\d\d-\d\d"
    rf"|{_DAY}\s*{_MONTH}|{_MONTH}(?:\s*{_DASH}\s*{_MONTH})?){_YEAR}"
    rf"(?:\s*(?:в\s*)?\d{{1,2}}[:.]\d\d)?"
)
_TIME = Pattern(r"(?:в\s*)?\d{1,2}[:.]\d\d(?:\s*" + _DASH + r"\s*\d{1,2}[:.]\d\d)?")
_NUMBER = Pattern(
    rf"(?:(?:около|более|свыше|до|не менее|не более|примерно|порядка|[~≈<>])\s*)?"
    rf"(?:\d[\d\s.,]*|\d+\s*{_DASH}\s*\d+)\+?\s*(?:чел(?:\.|овека?)?|участник[а-я]*)?\.?"
)
_GRADES = Pattern(
    rf"(?:учащиеся |уч-ся |обучающиеся |ученики )?\d{{1,2}}(?:\s*(?:,|и|{_DASH})\s*\d{{1,2}})*"
    rf"\s*(?:{_DASH}?\s*[хе]\s*)?(?:кл\.?|класс[а-я]*)"
)
_NAME = rf"[{UPPER}][{LOWER}]++(?:-[{UPPER}][{LOWER}]++)?"
_PERSON = Pattern(
    rf"{_NAME}\s++[{UPPER}]\.\s*(?:[{UPPER}]\.?)?|[{UPPER}]\.\s*(?:[{UPPER}]\.)?\s*{_NAME}"
    rf"|{_NAME}(?:\s++[{UPPER}][{LOWER}]++)?\s++[{UPPER}][{LOWER}]+(?:ович|евич|ьич|овна|евна|ична)"
)
_SCHOOL = Pattern(
    r"(?:м[бкао][а-я]{0,2}у|г[бкао][а-я]{0,2}у)\b.*"
    r"|(?:сош|оош|нош|гимнази[яи]|лице[йя]|школ[аы])(?:\s*(?:№|n)?\s*\d+)?(?:\s*(?:г|п|с|пгт|пос)\.\s*[\w\s-]+)?"
    r"|(?:№\s*)?\d{1,3}\s*(?:сош|школа|оош)|[а-я]{0,3}сши|уиоп|(?:\w++\s++){0,2}школа-интернат.*"
)
# How what the expressions above fit begins, or a part of it, looked for first: most texts have none,
# and most of the expressions are costly to compile.
_MONTHS = ("январ", "феврал", "март", "апрел", "май", "мае", "мая", "июн", "июл", "август",
           "сентябр", "октябр", "ноябр", "декабр")  # fmt: skip
_TOPS = ("www.", ".ru", ".com", ".org", ".net", ".рф")
_DATES = (*_MONTHS, "с ", "до ", "по ", "от ", "в")
_NUMBERS = ("около", "более", "свыше", "до", "не ", "примерно", "порядка", "~", "≈", "<", ">")
_PUPILS = ("учащиеся ", "уч-ся ", "обучающиеся ", "ученики ")
_FATHERLY = ("ович", "евич", "ьич", "овна", "евна", "ична", "инична")
_INSTITUTIONS = tuple(f"{owner}{kind}" for owner in "мг" for kind in "бкао")
_SCHOOLS = ("сош", "оош", "нош", "гимнази", "лице", "школ", "№", "уиоп")
_TOWNS = frozenset(
    {*("г", "п", "с", "пгт", "пос", "д", "город", "поселок", "поселек", "поселк", "село")}
)
"""What stands before the first space or full stop of a settlement."""
_QUOTES = '«»"“”„'
_SETTLEMENT = Pattern(
    r"(?:г|п|с|пгт|пос|д|город|посел[ое]?к|село)\.?\s[а-я]+(?:[\s-][а-я]+)?|(?:г|п|с|пгт)\.[а-я]+"
)


CLOSED = (_CALLED, *(shape.pattern for shape in (_DATE, _TIME, _NUMBER, _GRADES)))
"""The shapes of `is_figure`, in which no other words stand than those they name."""


def is_stray(shown: str) -> bool:
    """Tell whether clean text is nothing but a value of another kind of column."""
    return is_figure(shown) or is_name(shown)


def is_figure(shown: str) -> bool:
    """Tell whether clean text is only a telephone, a date, a time, a number or grades."""
    folded = _folded(shown)
    return (
        _is_phone(folded)
        or _is_date(folded)
        or _is_number(folded)
        or (_begins(folded, _PUPILS) and _GRADES.fullmatch(folded) is not None)
    )


def is_name(shown: str) -> bool:
    """Tell whether clean text is only an address on the net, a person's name or a school's."""
    folded = _folded(shown)
    if " " not in folded and _is_contact(folded):
        return True
    return _is_person(shown) or _is_school(_unquoted(folded).strip())


def is_person(shown: str) -> bool:
    """Tell whether clean text is only a person's name."""
    return _is_person(shown)


def is_contact_or_date(shown: str) -> bool:
    """Tell whether clean text is only a telephone, an address on the net, a date or a time."""
    folded = _folded(shown)
    return _is_contact(folded) or _is_phone(folded) or _is_date(folded)


def is_amount(shown: str) -> bool:
    """Tell whether clean text is only a number, of people or of nothing said."""
    return _is_number(_folded(shown))


def is_date(shown: str) -> bool:
    """Tell whether clean text is only a date or a time of day."""
    return _is_date(_folded(shown))


def is_settlement(shown: str) -> bool:
    """Tell whether the text names a town or a village with its type: «г. Томмот»."""
    folded = corrections.lower(shown)
    head = folded.partition(" ")[0].partition(".")[0]
    return head in _TOWNS and _SETTLEMENT.fullmatch(folded) is not None


def _folded(shown: str) -> str:
    return corrections.lower(shown).strip(" .;,")


def _unquoted(folded: str) -> str:
    for quote in _QUOTES:
        if quote in folded:  # twice as fast as putting nothing for what is not there
            folded = folded.replace(quote, "")
    return folded


def _is_contact(folded: str) -> bool:
    if "@" not in folded and "//" not in folded and not any(map(folded.__contains__, _TOPS)):
        return False
    return _CONTACT.fullmatch(folded) is not None


def _is_person(shown: str) -> bool:
    if not shown[:1].isupper():
        return False
    shown = shown.title() if shown.isupper() else shown
    ended = shown.rstrip(" .;,")
    if "." in shown or ended.endswith(_FATHERLY):
        return _PERSON.fullmatch(shown) is not None or _PERSON.fullmatch(ended) is not None
    return shown.count(" ") == 1 and named.is_name(shown) and not eponyms.find(shown)


def _is_school(bare: str) -> bool:
    owned = "у" in bare[2:5] and bare.startswith(_INSTITUTIONS)
    begins = owned or bare[:1].isdecimal() or bare.startswith(_SCHOOLS)
    if not begins and "сши" not in bare and "школа-интернат" not in bare:
        return False
    return _SCHOOL.fullmatch(bare) is not None


def _is_phone(folded: str) -> bool:
    return _begins(folded, ("т", "+", "(")) and _PHONE.fullmatch(folded) is not None


def _is_date(folded: str) -> bool:
    if not _begins(folded, _DATES):
        return False
    dotted = "." in folded or "/" in folded
    if not dotted and ":" not in folded and folded.count("-") < 2:
        return any(map(folded.__contains__, _MONTHS)) and _DATE.fullmatch(folded) is not None
    return _DATE.fullmatch(folded) is not None or _TIME.fullmatch(folded) is not None


def _is_number(folded: str) -> bool:
    return _begins(folded, _NUMBERS) and _NUMBER.fullmatch(folded) is not None


def _begins(folded: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text begins with a digit or one of some words."""
    return folded[:1].isdecimal() or folded.startswith(words)
