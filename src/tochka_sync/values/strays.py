"""Cells that plainly hold something else: a lone telephone, address, date, name or school.

Free text fields (titles, places, unlisted types) accept nearly anything; these they do not.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values import corrections, text

_MONTH = r"(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
_DASH = rf"[{text.DASH}]"
_DAY = rf"\d{{1,2}}(?:\s*(?:{_DASH}|по|и)\s*\d{{1,2}})?"
_YEAR = r"(?:\s*(?:19|20)\d\d)?(?:\s*г(?:ода|\.)?)?"
_CONTACT = Pattern(
    r"\S+@\S+\.\S+|(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:ru|com|org|net|рф)(?:/\S*)?"
)
_PHONE = Pattern(rf"(?=(?:\D*\d){{6}})(?:тел(?:ефон)?\.?:?\s*)?[+(]?\d[{text.DASH}\d\s().]{{3,}}\d")
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
_PERSON = Pattern(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s*(?:[А-ЯЁ]\.)?"
    r"|[А-ЯЁ]\.\s*(?:[А-ЯЁ]\.)?\s*[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
    r"|[А-ЯЁ][а-яё]+(?:\s+[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ][а-яё]+(?:ович|евич|ьич|овна|евна|ична|инична)"
)
_SCHOOL = Pattern(
    r"(?:м[бкао][а-я]{0,2}у|г[бкао][а-я]{0,2}у)\b.*"
    r"|(?:сош|оош|нош|гимнази[яи]|лице[йя]|школ[аы])(?:\s*(?:№|n)?\s*\d+)?(?:\s*(?:г|п|с|пгт|пос)\.\s*[\w\s-]+)?"
    r"|(?:№\s*)?\d{1,3}\s*(?:сош|школа|оош)|[а-я]{0,3}сши|уиоп|(?:\w+\s+){0,2}школа-интернат.*"
)
_QUOTES = Pattern(r"[«»\"“”„]")
_SETTLEMENT = Pattern(
    r"(?:г|п|с|пгт|пос|д|город|посел[ое]?к|село)\.?\s[а-я]+(?:[\s-][а-я]+)?|(?:г|п|с|пгт)\.[а-я]+"
)


def is_stray(shown: str) -> bool:
    """Tell whether clean text is nothing but a value of another kind of column."""
    folded = corrections.lower(shown).strip(" .;,")
    if is_contact_or_date(shown) or is_amount(shown) or _GRADES.fullmatch(folded):
        return True
    if any(_PERSON.fullmatch(name) for name in (shown, shown.rstrip(" .;,"))):
        return True
    bare = _QUOTES.sub("", folded).strip()
    return _SCHOOL.fullmatch(bare) is not None


def is_contact_or_date(shown: str) -> bool:
    """Tell whether clean text is only a telephone, an address on the net, a date or a time."""
    folded = corrections.lower(shown).strip(" .;,")
    return any(shape.fullmatch(folded) for shape in (_CONTACT, _PHONE)) or is_date(shown)


def is_amount(shown: str) -> bool:
    """Tell whether clean text is only a number, of people or of nothing said."""
    return _NUMBER.fullmatch(corrections.lower(shown).strip(" .;,")) is not None


def is_date(shown: str) -> bool:
    """Tell whether clean text is only a date or a time of day."""
    folded = corrections.lower(shown).strip(" .;,")
    return any(shape.fullmatch(folded) for shape in (_DATE, _TIME))


def is_settlement(shown: str) -> bool:
    """Tell whether the text names a town or a village with its type: «г. Томмот»."""
    return _SETTLEMENT.fullmatch(corrections.lower(shown)) is not None
