"""The letters of a name put right before it is read.

Latin look-alikes and digits typed for letters, names in capitals or small letters only, and
initials that stick to a surname. Says nothing of which word is what.
"""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.who import declension, roles
from tochka_sync.values.who.alphabet import LETTER, LOWER, UPPER

_USUAL = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ .,-")
_HAS_LOWER = Pattern(f"[{LOWER}]")
_HAS_UPPER = Pattern(f"[{UPPER}]")
_HAS_CYRILLIC = Pattern("[а-яё]", re.IGNORECASE)
_SHOUTED = Pattern(rf"[{UPPER}](?<![{LETTER}].)[{UPPER}]{{2,}}(?:-[{UPPER}]{{2,}})*(?![{LETTER}])")
_SHOUTED_TOPIC = Pattern(
    r"(?<=[А-ЯЁ.]\s)ПО(?:(?=\s[А-ЯЁ]{2,4}(?![А-ЯЁ.]))|\s[А-ЯЁ]{2,}(?:Ю|Е|[АЯ]М|МУ)(?![А-ЯЁ]))"
)
"""The «по» of «ЗАМ. ДИРЕКТОРА ПО УВР», which is no initials."""
_BEFORE_FULL_NAME = Pattern(rf"\s[{UPPER}][{LOWER}]+[,.]?\s?[{UPPER}]\.")
_BEFORE_NAME = Pattern(rf"[.,]?\s?[{UPPER}]\.|\s[{UPPER}][{LOWER}]")
_FOREIGN = Pattern(r"[A-Za-z03]")
_DIGIT_IN_WORD = Pattern(r"(?<=[а-яё])[03](?=[а-яё])", re.IGNORECASE)
_LATIN_INITIAL = Pattern(
    r"(?<![A-Za-z])(?<![a-z]\s)(?<![a-z]\s[A-Z]\.)(?<![a-z]\s[A-Z]\.\s)[ABCEHKMOPTXY](?![A-Za-z])"
    r"(?!\.\s?(?:[A-Z]\.\s?)?[A-Z][a-z])"
)
"""Not beside a Latin surname: «Ivanova A.P.»."""
_LATIN_WORD = Pattern(r"(?<![A-Za-z])[ABCEHKMOPTXY][aceopxykm]+(?![A-Za-z])")
_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXYaceopxykm", "АВСЕНКМОРТХУасеорхукм")

_CAPS_GLUED = Pattern(rf"\b([{UPPER}]{{3,}})([{UPPER}])\.([{UPPER}])\.?(?![{LETTER}.])")
_LOWER_NAME = Pattern(
    rf"(?<![{LETTER}])([{LOWER}]{{2,}}(?:-[{LOWER}]+){{0,3}})[.,]?\s+([{LOWER}])\.\s?(?:(?!и\s)([{LOWER}])\.?(?![{LOWER}]))?"
)
_LOWER_INITIAL = Pattern(rf"\s[{LOWER}]\.")
_LOWER_FULL = Pattern(
    rf"(?<![{LETTER}])([{LOWER}]{{2,}})\s+([{LOWER}]{{2,}})\s+([{LOWER}]+(?:[оеё]вич|[ькм]ич|[оеё]вна|ична|инична))(?![{LOWER}])"
)
_LOWER_SURNAME = Pattern(
    rf"(?:^|(?<=[,;]\s)|(?<=;))([{LOWER}]{{3,}})(?=[.,]?\s?[{UPPER}]\.\s?[{UPPER}](?![{LETTER}]))"
)
_ENDS = rf"(?:\.(?![{LETTER}])|(?=\s*(?:$|[,;])))"
_LOWER_INITIALS = Pattern(
    rf"(?<![{LETTER}])([{UPPER}][{LOWER}]+)\s+(?:([{LETTER}])\.\s?([{LETTER}])|([{LOWER}])\s([{LOWER}])){_ENDS}"
)
"""«Иванова а.п.», «Иванова А.п.», «Иванова а п»."""
_LOWER_GIVEN = Pattern(
    rf"(?<![{LETTER}])([{UPPER}][{LOWER}]+)\s+([{LETTER}][{LOWER}]+)\s+([{LOWER}]+(?:[оеё]вич|[ькм]ич|[оеё]вна|ична|инична))(?![{LOWER}])"
)
_LOWER_FIRST = Pattern(
    rf"(?<![{LETTER}])([{LOWER}]{{3,}})\s+([{UPPER}][{LOWER}]+)\s+([{LETTER}][{LOWER}]+(?:[оеё]вич|[ькм]ич|[оеё]вна|ична|инична))(?![{LOWER}])"
)
"""«иванова Анна петровна»: the keyboard of a telephone."""
_COMMAS = Pattern(rf"(?<=[{LOWER}]\s)([{UPPER}]),\s?([{UPPER}])[,.]?(?=\s*(?:$|;|,\s))")
"""Commas for full stops, the key beside: «Иванова А,П,»."""
_SPACED = Pattern(
    rf"(?<![{LETTER}-])([{UPPER}][{LOWER}]+)(?:\s-\s?|-\s)([{UPPER}][{LOWER}]+)(?=\s?[{UPPER}]\."
    rf"|\s[{UPPER}][{LOWER}]+\s[{UPPER}][{LOWER}]+(?:вич|ич|вна|чна)(?![{LOWER}]))"
)
_QUOTED_NAME = Pattern(
    rf"[«\"“„]([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s?[{UPPER}]\.\s?(?:[{UPPER}]\.?)?)[»\"”“]"
)
_BRACKETED = Pattern(rf"(?<=[{LOWER}])\s?\(([{UPPER}]\.\s?[{UPPER}]\.?)\)")
_KIN = Pattern(r"-(?=(?:оглы|оглу|кызы|кизи|гызы|угли)(?!\w))", re.IGNORECASE)
_THREE = Pattern(r"(?<!\w)3(?=[а-яё]{3})")
"""A three for the capital З: «3ахаров»."""
_GLUED = Pattern(
    rf"(?<![{LETTER}])([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+){{0,3}})(?=[{UPPER}](?:[{LOWER}.]|[{UPPER}](?![{LETTER}])))"
)


def mend(shown: str) -> str:
    """Put Cyrillic letters for Latin look-alikes and digits, where the rest is Cyrillic."""
    if not _FOREIGN.search(shown):
        return shown
    shown = _THREE.sub("З", shown)
    mended = _DIGIT_IN_WORD.sub(lambda match: "о" if match[0] == "0" else "з", text.cyrillic(shown))
    if not _HAS_CYRILLIC.search(mended):
        return mended
    mended = _LATIN_INITIAL.sub(lambda match: match[0].translate(_TO_CYRILLIC), mended)
    return _LATIN_WORD.sub(lambda match: match[0].translate(_TO_CYRILLIC), mended)


def spell(shown: str) -> str:
    """Give names in capitals or in small letters their usual spelling."""
    if _is_usual(shown):
        return shown
    shown = _CAPS_GLUED.sub(r"\1 \2.\3.", shown)
    shown = _LOWER_FULL.sub(lambda match: match[0].title(), shown)
    if not _HAS_UPPER.search(shown):
        return _LOWER_NAME.sub(_capitalise, shown)
    shown = _LOWER_SURNAME.sub(_raised, shown)
    shown = _LOWER_NAME.sub(_lowered, shown) if _LOWER_INITIAL.search(shown) else shown
    shown = _LOWER_INITIALS.sub(_capitalise, shown)
    shown = _LOWER_GIVEN.sub(_given, shown)
    shown = _LOWER_FIRST.sub(_given, shown)
    all_caps = not _HAS_LOWER.search(shown)
    shown = _SHOUTED_TOPIC.sub(lambda match: match[0].lower(), shown) if all_caps else shown

    def spell_one(match: re.Match[str]) -> str:
        word = match[0]
        if roles.is_abbreviation(word):
            return word
        known = roles.is_role(word) or roles.is_topic(word)
        if known and not roles.is_surname(_title(word), shown[match.end() : match.end() + 30]):
            return word.lower() if all_caps else word
        named = all_caps or declension.is_surname(word)
        if not named and _BEFORE_FULL_NAME.match(shown, match.end()):
            return word  # «доцент СВФУ Иванова А.П.»
        return _title(word) if named or _BEFORE_NAME.match(shown, match.end()) else word

    return _SHOUTED.sub(spell_one, shown)


def unglue(shown: str) -> str:
    """Part a surname from the initials or the next word that stick to it."""
    return shown if _is_usual(shown) else _GLUED.sub(r"\1 ", _GLUED.sub(r"\1 ", shown))


def _is_usual(shown: str) -> bool:
    """Tell whether every word begins with a capital and has no other; most names are spelt so."""
    return shown.upper() == shown.lower() or (shown.istitle() and _USUAL.issuperset(shown))


def join(shown: str) -> str:
    """Put right the signs of a name: «Петрова - Иванова А.С.», «Иванова А,П,», «Иванова А .П.»."""
    shown = shown.replace(" .", ".")
    if any(quote in shown for quote in '«"“„'):
        shown = _QUOTED_NAME.sub(r"\1", shown)
    if "(" in shown:
        shown = _BRACKETED.sub(r" \1", shown)  # «Иванова (А.П.)»
    if "-" in shown:
        shown = _SPACED.sub(_joined, _KIN.sub(" ", shown))
    return _COMMAS.sub(r"\1.\2.", shown) if "," in shown else shown


def _joined(match: re.Match[str]) -> str:
    """Join the halves of a surname: both are surnames of one gender, and only one has initials."""
    one, two = match.groups()
    surnames = all(declension.is_surname(word) and not roles.is_role(word) for word in (one, two))
    return f"{one}-{two}" if surnames and (one[-1] in "ая") == (two[-1] in "ая") else match[0]


def _lowered(match: re.Match[str]) -> str:
    """Raise a name in small letters that stands beside others: «Югай А.А., иванова а.»."""
    return _capitalise(match) if _is_surname(match[1]) else match[0]


def _given(match: re.Match[str]) -> str:
    known = any(roles.is_role(word) for word in match.groups())
    return match[0] if known else match[0].title()


def _title(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _raised(match: re.Match[str]) -> str:
    return match[0].title() if _is_surname(match[0]) else match[0]


def _is_surname(word: str) -> bool:
    """Tell a surname from a post or its topic that ends alike."""
    return declension.is_surname(word) and not (roles.is_role(word) or roles.is_topic(word))


def _capitalise(match: re.Match[str]) -> str:
    word, *letters = filter(None, match.groups())
    if roles.is_role(word) or "".join(letters) in {"тп", "тд", "тч", "ио"}:
        return match[0]
    return f"{word[0].upper()}{word[1:]} " + "".join(f"{letter.upper()}." for letter in letters)
