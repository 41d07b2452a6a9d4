"""Russian surnames, first names and patronymics brought to the nominative.

The only module that knows their endings. A form that is the nominative of some surname already
(«Иванова», «Лановой») stays as it is: a name is never guessed.
"""

import re
from enum import StrEnum

from tochka_sync.pattern import Pattern
from tochka_sync.values.who.alphabet import LOWER
from tochka_sync.values.who.forenames import FORENAMES


class Gender(StrEnum):
    """What a patronymic says of its bearer."""

    MALE = "male"
    FEMALE = "female"


PATRONYMIC = Pattern(
    rf"[{LOWER}-]+(?:(?P<male>[оеё]вич|[ькммн]ич|лич|лукич|фомич)(?P<male_case>|а|у|ем|ом|е)"
    r"|(?P<female>[оеё]вн|ичн|инишн)(?P<female_case>а|ы|е|у|ой|ою))",
    re.IGNORECASE,
)

# Masculine surnames that look like a feminine one in an oblique case.
_MASCULINE_OJ = Pattern(
    r"(?:лан|яр|бор|берег|пол|степ|полов|верх|кош|лес|луг|вест|ряд|стан|час|сад|дуб|мост|ключ|сторож|круг|сух|гус|корен|корн|толст"
    r"|низ|рог|роз|коз|бур|хмел|край|щег|конов|снегов|терен|озер|боль|черт|торг|бел|сив|тур|вод|весел|плот|гор|шелк|рул)[ое]вой"
    r"|(?:дон|кром|крам|трубец|луг|лугов|шахов|шехов|ям|лан|мор|люд|мир|завод|город|городец|задон|сар|руд|рудн|слобод|волк|волконс|пан|насел|заго|полян|зареч)"
    r"[сц]?кой",
    re.IGNORECASE,
)
_OBLIQUE = (  # unmistakable without knowing the gender
    (Pattern(r"(?<=[а-яё])(ов|ев|ёв|ин|ын)(?:ой|ою)$", re.IGNORECASE), r"\1а"),
    (Pattern(r"(?<=[а-яё])(ов|ев|ёв|ин|ын)ым$", re.IGNORECASE), r"\1"),
    (Pattern(r"(?<=[а-яё])([сцз]к)ую$", re.IGNORECASE), r"\1ая"),
    (Pattern(r"(?<=[а-яё])([сцз]к)(?:ому|им)$", re.IGNORECASE), r"\1ий"),
    (Pattern(r"(?<=[а-яё])([сцз]к)ого$", re.IGNORECASE), r"\1ий"),
    (Pattern(r"(?<=[а-яё])([сц]к)ой$", re.IGNORECASE), r"\1ая"),
)
_LAST = frozenset("йюмуо")
"""One of these ends every unmistakable form, and the dative."""
_UNCLEAR = Pattern(r"[бвгджзклмнпрстфхцчшщ]у$|[ое](?:го|му)$")
_DATIVE = Pattern(r"(?<=[а-яё])(ов|ев|ёв|ин|ын)у$", re.IGNORECASE)
_MASCULINE = (
    (Pattern(r"(?<=[а-яё])(ов|ев|ёв|ин|ын)(?:а|у|ым|е)$", re.IGNORECASE), r"\1"),
    (Pattern(r"(?<=[а-яё])([сцз]к)(?:ого|ому|им|ом)$", re.IGNORECASE), r"\1ий"),
    (Pattern(r"(?<=[а-яё])(ич|[уюя]к|[ео]й|ель|ян)(?:а|у|ем|ом|е)$", re.IGNORECASE), r"\1"),
)
_FEMININE = (
    (Pattern(r"(?<=[а-яё])(ов|ев|ёв|ин|ын)(?:ой|ою|у)$", re.IGNORECASE), r"\1а"),
    (Pattern(r"(?<=[а-яё])([сцз]к)(?:ой|ою|ую)$", re.IGNORECASE), r"\1ая"),
)
_AMBIGUOUS_KOGO = Pattern(
    r"(?:трубец|дон|крам|луг|лугов|шахов|лан)[сц]?к(?:ого|ому|им)", re.IGNORECASE
)

_SURNAME = Pattern(
    r".+(?:[оеё]ва?|[иы]на?|[сцз]к(?:ий|ая|ой)|енко|[ое]вой|[иы]х|ук|юк|чак|ец|ян|дзе|швили|ич|ло|ко|ман|берг|[оеё]в(?:ой|у|ым)|[иы]н(?:ой|у|ым))",
    re.IGNORECASE,
)


def is_surname(word: str) -> bool:
    """Tell whether the word ends as surnames do."""
    return _SURNAME.fullmatch(word) is not None


def is_unclear(word: str) -> bool:
    """Tell what is no nominative, but of which surname nobody can say: «Сороку», «Толстого»."""
    return word.endswith(("у", "го")) and _UNCLEAR.search(word) is not None


def is_of_either(word: str) -> bool:
    """Tell whether a surname may be a man's in the dative or a woman's in the accusative."""
    return any(_DATIVE.search(part) for part in word.split("-"))


def patronymic(word: str) -> tuple[Gender, str, str] | None:
    """Return a patronymic's gender, nominative and case; `None` for another word."""
    match = PATRONYMIC.fullmatch(word)
    if match is None:
        return None
    if match["male"]:
        case = "oblique" if match["male_case"] else "nominative"
        return Gender.MALE, word[: match.end("male")], case
    nominative = word[: match.end("female")] + ("А" if word.isupper() else "а")
    ending = match["female_case"].lower()
    return Gender.FEMALE, nominative, "nominative" if ending == "а" else "oblique"


def surname(word: str, gender: Gender | None = None, *, after_on: bool = False) -> str:
    """Return a surname in the nominative; as typed where it may be one already.

    With a `gender` the word is known to stand in an oblique case. Without one, «-ову» is the
    dative of a man's name, unless the preposition «на» stands before it.
    """
    if "-" not in word:
        return _one_surname(word, gender, after_on=after_on)
    parts = word.split("-")
    return "-".join(_one_surname(part, gender, after_on=after_on) for part in parts)


def _one_surname(word: str, gender: Gender | None, *, after_on: bool) -> str:
    if gender is not None:
        rules = _MASCULINE if gender is Gender.MALE else _FEMININE
        return _apply(word, rules)
    if word[-1:].lower() not in _LAST:
        return word
    if _MASCULINE_OJ.fullmatch(word) or _AMBIGUOUS_KOGO.fullmatch(word):
        return word
    if _DATIVE.search(word):
        return _DATIVE.sub(r"\1а" if after_on else r"\1", word)
    return _apply(word, _OBLIQUE)


def _apply(word: str, rules: tuple[tuple[Pattern, str], ...]) -> str:
    for pattern, right in rules:
        if pattern.search(word):
            return pattern.sub(right, word)
    return word


_FORENAME_ENDINGS = (
    ("ии", "ия"), ("ию", "ия"), ("ией", "ия"), ("ьи", "ья"), ("ье", "ья"), ("ью", "ья"), ("ьей", "ья"),
    ("и", "я"), ("е", "я"), ("ю", "я"), ("ей", "я"), ("ы", "а"), ("и", "а"), ("е", "а"), ("у", "а"), ("ой", "а"), ("ей", "а"),
    ("я", "й"), ("ю", "й"), ("ем", "й"), ("е", "й"), ("я", "ь"), ("ю", "ь"), ("ем", "ь"), ("и", "ь"), ("ью", "ь"),
    ("а", ""), ("у", ""), ("ом", ""), ("ем", ""), ("е", ""),
    ("ла", "ел"), ("лу", "ел"), ("лом", "ел"), ("ьва", "ев"), ("ьву", "ев"), ("ви", "вь"), ("вью", "вь"), ("тра", "тр"),
)  # fmt: skip


def forename(word: str) -> str:
    """Return a first name in the nominative; as typed where none of the known names fits."""
    lower = word.lower()
    for ending, right in _FORENAME_ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) > 1:
            known = lower[: len(lower) - len(ending)] + right
            if known in FORENAMES:
                return known[0].upper() + known[1:]
    return word
