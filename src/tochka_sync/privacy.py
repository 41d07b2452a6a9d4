"""The only module that hides people in free text: in logs, reports and exports.

It hides telephone numbers, e-mail addresses and names. It keeps dates, times, school and contract
numbers, counts and links. In doubt it hides: a name shown is worse than a word too few.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from tochka_sync.pattern import Pattern
from tochka_sync.values.where import vocabulary
from tochka_sync.values.who import declension, eponyms, named, roles
from tochka_sync.values.who.alphabet import LOWER as _L
from tochka_sync.values.who.alphabet import UPPER as _U

MASK = named.HIDDEN
"""What stands for a hidden person."""

_HIDDEN = r"\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
"""Marks and invisible characters a word or a number may carry inside."""

# Every repetition below is bounded or begins where a word begins, so the time is linear.
_START = rf"(?<![\w{_HIDDEN}])"
_WORD = rf"[{_U}](?:['’][{_U}])?[{_U}{_L}{_HIDDEN}]{{1,40}}(?:[-‐‑'’][{_U}{_L}{_HIDDEN}]{{1,40}}){{0,3}}"
_SMALL = rf"[{_L}][{_L}{_HIDDEN}]{{1,40}}(?:[-‐‑][{_L}{_HIDDEN}]{{1,40}}){{0,3}}"
_SPELT = r"[^\W\d_](?:\s[^\W\d_](?!\w)){3,20}"
_GAP = rf"[\s_{_HIDDEN}]{{0,4}}"
_SPACE = rf"[\s_{_HIDDEN}]{{1,4}}"
_ONCE = r"(?:\s{0,2}\(\s?[^\W\d_][\w-]{1,40}\s?\))?"
"""The name a woman had before: «Иванова (Петрова) А.П.»."""
_ASKED = r"Ф\.\s?И\.\s?О"
"""What a heading asks for: nobody's initials."""
_INITIAL = rf"[{_U}][ьж]?"
"""Of some names two letters: «Дьулустан» is «Дь.», «Джулия» «Дж.»."""
_INITIALS = rf"(?!{_ASKED}){_INITIAL}(?:-{_INITIAL})?{_GAP}\.(?:{_GAP}-?{_GAP}{_INITIAL}(?![{_U}{_L}]){_GAP}\.?){{0,2}}"
_TWO_INITIALS = rf"{_INITIAL}\.{_GAP}{_INITIAL}\."
_BARE = rf"[{_U}](?:{_SPACE})?[{_U}](?![\w{_HIDDEN}])"
_SMALL_INITIALS = rf"(?!т\.\s?[деокпч]\.|и\.\s?о\.|[нд]\.\s?э\.|с\.\s?г\.|г\.\s?р\.|п\.\s?г\.)[{_L}]\.{_GAP}[{_L}]\.?(?!\w)"
_NO_FATHER = r"(?!(?:осн|дух|верх|церк|ур|публ|разл|отл|част|больн|практ|перв|втор|типи|л|прил|налич|гран)(?:овн|евн|ичн|ични|чн))"
_FATHERLY = (
    rf"(?i:(?:[оеё]вич|ьич|укич|омич|ьмич|итич|аввич)(?:а|у|ем|ом|е)?"
    rf"|(?:[оеё]вн|ичн)(?:а|ы|е|у|ой|ою)|[oe]v(?:ich|na))(?![\w{_HIDDEN}])"
)
_FATHER = rf"(?i:{_NO_FATHER}[{_L}{_HIDDEN}-]{{1,40}}){_FATHERLY}"
_KIN = r"(?i:оглы|оглу|кызы|кизи|гызы|угли|уулу|улы)(?!\w)"

_PERSON = (
    rf"{_START}(?:"
    rf"(?P<surname>{_WORD}{_ONCE}|{_SPELT})(?:(?:{_SPACE}|{_GAP}[.,]{_GAP}|(?<=[{_L}]))(?:{_INITIALS}(?P<after>\s{{1,2}}[{_U}]\w{{1,40}}+(?!\s{{1,2}}[^\W\d_]\s?\.))?)|{_TWO_INITIALS}"
    rf"|(?:{_SPACE}|(?<=[{_L}]))(?P<bare>{_BARE}))"
    rf"|(?![IVX]\.){_INITIALS}{_GAP}{_WORD}"
    rf"|{_WORD}(?:{_SPACE}|-)(?:{_WORD}(?:{_SPACE}|-)){{0,2}}{_KIN}(?:{_SPACE}{_WORD})?"
    rf"|{_WORD}{_SPACE}(?:{_ONCE}{_GAP}{_WORD}{_SPACE})?(?=[{_U}]){_FATHER}(?:{_SPACE}{_WORD})?"
    rf"|[^\W\d_][\w{_HIDDEN}-]{{1,40}}{_SPACE}{_SMALL}{_SPACE}(?:{_FATHER}|(?:{_SMALL}{_SPACE})?(?!угли){_KIN})"
    rf"|(?P<given>{_SMALL}){_SPACE}{_FATHER}"
    rf"|{_SMALL}{_SPACE}{_SMALL_INITIALS}"
    rf")"
)
_DOTTED = r"(?:\.[\w-]+|\s?(?:\.|[(\[]?(?:точка|dot)[)\]]?)?\s?(?:ru|com|рф|org|net)(?!\w))"
_EMAIL = (
    r"(?<![\w.+%-])(?:"
    rf"[\w.+%-]+(?:\s?(?:[@＠]{{1,3}}|%40|[(\[](?:at|dog|соба[а-я]{{2,3}})[)\]])\s?[\w-]+{_DOTTED}*|\s{{1,3}}(?:at|соба[а-я]{{2,3}})\s{{1,3}}[\w-]+{_DOTTED}+)"
    r"|[A-Za-z][\w.+%-]*[\s\"#&*]{1,2}(?:g?mail|yandex)\.(?:ru|com)(?!\w)"
    r"|@[A-Za-z][\w.]{2,}(?![\w.(])"
    r"|(?i:телеграмм?|telegram|тг|tg|скайп|skype|вайбер|viber|whatsapp|в[ао]тсапп?)(?:\s?:\s?[A-Za-z][\w.-]{2,}|\s[A-Za-z][a-z-]*[._\d][\w.]*))"
)
"""The third: the sign left out; then the name in a messenger."""
_LINK = (
    r"(?:https?://|www\.)[^\s<>\"«»]+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+(?:ru|рф|com|me|org|net)(?![\w@-]|\.[\w@])(?:[/?#][^\s<>\"«»]*)?"
)
_DAY = (
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d|Z)?)?"
    r"|[0-3]?\d\.[01]?\d\.(?:(?:19|20)\d\d|\d\d)|[0-3]?\d/[01]?\d/(?:(?:19|20)\d\d|\d\d)"
    r"|[0-3]?\d-[01]?\d-(?:19|20)\d\d|(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)"
)
_DATE = rf"(?<![\w.+-])(?:{_DAY})(?!\d|[-./–]\d)"
_NUMBER = r"№\s{0,3}(?![78]?9\d{9}(?!\d)|[78]\d{10}(?!\d))\w+(?:[-/.]\w+)*"
_APART = rf"[\s().\-‐‑–—/_{_HIDDEN}]"
_DIGITS = rf"(?<!\d)\+?\(?\d(?:{_APART}{{0,3}}\d){{4,}}"
_LABELLED = (
    r"(?<!\w)(?i:тел|телефон\w{0,3}|т|моб|сот|раб|факс|доб|звонить|whatsapp|ватсап|вотсап|viber|phone|tel)"
    rf"[.:\s]{{1,4}}\+?\(?\d(?:{_APART}{{0,3}}\d){{2,}}"
)

_FIGURES = Pattern(
    rf"(?P<labelled>{_LABELLED})|(?P<date>{_DATE})|(?P<number>{_NUMBER})|(?P<digits>{_DIGITS})"
)
"""Enough where nobody is named and nothing is an address: a date in a text is no reason to compile all."""
_ALL = Pattern(
    rf"(?P<email>{_EMAIL})|(?P<link>{_LINK})|{_FIGURES.pattern}|(?P<asked>{_ASKED}\.?)|(?P<person>{_PERSON})"
)
_LINKS = ("://", "www.", ".ru", ".рф", ".com", ".me", ".org", ".net")
_SIGNS = (
    "@", "＠", "%40", "at)", "at]", "dog)", "dog]", " at ", "соба", "mail.", "yandex.",
    "телег", "teleg", "тг", "tg", "скайп", "skype", "вайбер", "viber", "whatsapp", "тсап",
)  # fmt: skip
_SOME_DIGITS = Pattern(r"\d(?:\D{0,4}\d){2}")
_SUSPECT_DIGITS = Pattern(rf"{_DIGITS}|{_LABELLED}")
_SUSPECT_DOTS = Pattern(rf"{_INITIAL}{_GAP}\.|{_SMALL_INITIALS}")
_SUSPECT_BARE = Pattern(rf"(?:[{_U}{_L}{_HIDDEN}]{_SPACE}|[{_L}]){_BARE}")
# Sets of two ranges take a fifth of the time to compile that the sets of all letters take: what the
# two above find, these find, and most texts have neither.
_MAYBE_DOTS = Pattern(
    r"[^\W\da-zа-я][ьж]?[^\w.]{0,4}\.|[^\W\dA-ZА-Я]\.[^\w.]{0,4}[^\W\dA-ZА-Я](?!\w)"
)
_MAYBE_BARE = Pattern(r"(?:\W|[^\W\dA-ZА-Я])[^\W\da-zа-я][^\w.]{0,4}[^\W\da-zа-я](?!\w)")
_SUSPECT_NAMES = Pattern(rf"{_FATHERLY}|(?<=[\s{_HIDDEN}-]){_KIN}")
_ENDINGS = ("вн", "ич", "vich", "vna", "огл", "кызы", "кизи", "гызы", "угли", "уулу", "улы")
"""Some part of everything that is hidden: most texts have none, and are searched no further."""
_EMAIL_IN_LINK = Pattern(r"(?<![\w.+%-])[\w.+%-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
_PHONE_IN_LINK = Pattern(
    r"(?:(?<=\.me/)|(?<=app\.com/)|(?<=phone=)|(?<=number=)|(?<=tel:))(?:\+|%2[Bb])?\d{10,}"
)

_DAYS = Pattern(rf"{_DAY}|^(?:[0-3]?\d\.(?:0[1-9]|1[0-2])(?![\d.])[\s–-]{{0,3}})+")
_TIMES = Pattern(r"(?:[01]?\d|2[0-3])[.\-][0-5]\d\s?[-–—]\s?(?:[01]?\d|2[0-3])[.\-][0-5]\d")
_MOMENT = Pattern(r"[0-3]?\d\.[01]\d\s[0-2]?\d[.:][0-5]\d(?:\s?[-–—]\s?[0-2]?\d[.:][0-5]\d)?")
"""A day and a time beside it."""
_YEAR = Pattern(r"(?:19|20)\d\d")
_WITH_CODE = 11
"""The digits of a telephone with the country's code."""
_THOUSANDS = Pattern(r"\d{1,3}(?:\s\d{3}){1,2}")
_SERIAL = Pattern(r"4\d{4}\.\d+")
_COMPACT_DAY = Pattern(r"20\d\d[01]\d[0-3]\d|[0-3]\d[01]\d20\d\d")
_LOCAL = Pattern(r"\d{1,3}[-‐‑–—]\d\d[-‐‑–—]\d\d")

_LONE = Pattern(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_SUFFIXES = frozenset({"xls", "xlsx", "xlsm", "xlsb", "csv", "tsv", "txt", "ods", "zip"})
_WORDS = Pattern(r"[^\W_]{3,}")
_NONE: frozenset[str] = frozenset()
_FEW = 3
"""Words after the first in a cell that may be a name and nothing else."""
_ABBREVIATIONS = frozenset(
    "ОО ОУ ДО МО ВР ТР ЦО ПО РФ УО НО ИТ МЦ ИЗ НА УР МР КО ЗА НЕ НИ МЫ ТЫ ОН ДА ПК II IV VI IX XI XX".split()  # noqa: SIM905
)
_SURNAME = Pattern(
    r".*(?:[ОЕЁ]В|[ИЫ]Н|[СЦЗ]К|КО|[ИЫ]Х|[УЮ]К|ИЧ|ЕЦ|ЯН)(?:А|ОЙ|У|ЫМ|АЯ|ИЙ|ОГО|ОМУ)?", re.IGNORECASE
)


def mask(text: str) -> str:
    """Return the text with people hidden: their telephones, e-mail addresses and names.

    Persons of history are left: a lesson about Yuri Gagarin tells nobody's secret.
    """
    shown = _hidden_in(text)
    famous = eponyms.find(text) if shown != text else ()
    return "".join(_apart(text, famous, _hidden_in, str)) if famous else shown


def _hidden_in(text: str) -> str:
    shown = _by_shape(text)
    if not _may_be_worded(shown):
        return shown
    return "".join(_apart(shown, named.find(shown), str, lambda _: MASK))


def _apart(
    text: str,
    spans: Iterable[tuple[int, int]],
    beside: Callable[[str], str],
    within: Callable[[str], str],
) -> Iterator[str]:
    """Give a text by pieces, those beside spans of it and those within, each as its function makes it."""
    at = 0
    for start, end in spans:
        yield beside(text[at:start])
        yield within(text[start:end])
        at = end
    yield beside(text[at:])


def _may_be_worded(text: str) -> bool:
    """Tell whether words may name somebody: a name is a short text, or not the first word of one."""
    others = text.split()[1:]
    return len(others) < _FEW or not " ".join(others).islower()


def _by_shape(text: str) -> str:
    """Return the text without what has the look of a telephone, an address, a name with initials."""
    low = text.lower()
    if _holds(low, _SIGNS) or _may_name(text, low):
        return _ALL.sub(_hide, text)
    if not (_SOME_DIGITS.search(text) and _SUSPECT_DIGITS.search(text)):
        return text
    return (_ALL if _holds(low, _LINKS) else _FIGURES).sub(_hide, text)


masked = lru_cache(maxsize=1 << 15)(mask)
"""The same, remembered: most texts of a plan stand in it many times, and each costs 10 to 40 µs."""


@lru_cache(maxsize=1 << 8)
def called(name: str) -> str:
    """Return what a file or a tab is called without people: one word of it may be somebody's name."""
    stem, dot, suffix = name.rpartition(".")
    if suffix.lower() not in _SUFFIXES:
        stem, dot, suffix = name, "", ""
    shown = _LONE.sub(lambda word: masked(word.group()), masked(stem.replace("_", " ")))
    return shown + dot + suffix if MASK in shown else name


def hidden(text: str) -> frozenset[str]:
    """Return the folded words that hiding takes out of a text: what is said of it has none of them."""
    shown = masked(text)
    if shown == text:
        return _NONE
    left = {word.lower() for word in _WORDS.findall(shown)}
    return frozenset([low for word in _WORDS.findall(text) if (low := word.lower()) not in left])


def without(text: str, words: frozenset[str]) -> str:
    """Return a text with those words hidden."""
    if not words:
        return text
    return _WORDS.sub(lambda found: MASK if found.group().lower() in words else found.group(), text)


def _may_name(text: str, low: str) -> bool:
    """Tell whether a text may name somebody; each question is asked where it makes sense."""
    return bool(
        ("." in text and _MAYBE_DOTS.search(text) and _SUSPECT_DOTS.search(text))
        or (_holds(low, _ENDINGS) and _SUSPECT_NAMES.search(text))
        or (_MAYBE_BARE.search(text) and _SUSPECT_BARE.search(text))
    )


def _holds(text: str, parts: tuple[str, ...]) -> bool:
    """Tell whether a text has one of some parts, in a third of the time `any` takes."""
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def _hide(match: re.Match[str]) -> str:
    found = match.group()
    match match.lastgroup:
        case "link":
            return _PHONE_IN_LINK.sub(MASK, _EMAIL_IN_LINK.sub(MASK, found))
        case "date" | "number" | "asked":
            return found
        case "digits":
            return MASK if _is_phone(found) else found
        case "person":
            return _told(match)
        case _:
            return MASK


def _told(match: re.Match[str]) -> str:
    """Return what is left of a person's name and what stands beside it."""
    found, surname, after = match.group(), match["surname"], match["after"]
    if match["bare"] is not None and not _is_name(surname, match["bare"]):
        return found
    if match["given"] is not None and not named.is_given(match["given"]):
        return found
    if after and _is_apart(surname, after):
        return MASK + after
    before = f"{surname} " if after and _is_title(surname, after) else ""
    whose = eponyms.is_at(match.string, match.start() + len(before))
    return found if whose else before + MASK


def _is_name(surname: str, initials: str) -> bool:
    """Tell initials without dots from an abbreviation: «Петров СИ», «Директора ОО»."""
    if initials in _ABBREVIATIONS or surname.lower() in vocabulary.ORGS:  # «МКОУ НШ»
        return False
    return not surname.isupper() or _SURNAME.fullmatch(surname) is not None


def _is_apart(surname: str, after: str) -> bool:
    """Tell what stands behind a name from a surname behind its initials: «Директор А.П. Ким»."""
    word = after.strip()
    if roles.is_role(word) or roles.is_topic(word):
        return True
    first = declension.is_surname(surname) and not roles.is_role(surname)
    return first and not declension.is_surname(word)


def _is_title(word: str, after: str) -> bool:
    """Tell what somebody's name stands behind from a surname: «Урок А.П. Петровой», «Повесть Н. Лугинова»."""
    known = len(word) < 3 or declension.is_surname(word) or word.lower() in named.ENDLESS
    return not known and declension.is_surname(after.strip())


def _is_phone(run: str) -> bool:
    """Tell a run of five or more digits that may be a telephone from dates, counts and lists."""
    if run.startswith("+"):
        return True
    bare = run.lstrip("(") if ")" not in run else run
    rest = _DAYS.sub(" ", bare)
    count = sum(character.isdigit() for character in rest)
    if count < (10 if "/" in rest or "_" in rest else 5) or _SERIAL.fullmatch(bare):
        return False
    groups = re.findall(r"\d+", bare)
    if (count != _WITH_CODE and _has_year(groups)) or _MOMENT.fullmatch(bare):
        return False
    if count >= 10:
        return not _is_ascending(groups)
    if _LOCAL.search(bare):
        return True
    if len(groups) == 1:
        return count > 5 and not _COMPACT_DAY.fullmatch(bare)
    return not (_TIMES.search(bare) or _THOUSANDS.fullmatch(bare) or _is_ascending(groups))


def _has_year(groups: list[str]) -> bool:
    """Tell days, months and years by a year among them: «05.2024», «11 10.2023», «2022 2023»."""
    years = [group for group in groups if _YEAR.fullmatch(group)]
    return bool(years) and all(len(group) <= 2 or group in years for group in groups)


def _is_ascending(groups: list[str]) -> bool:
    """Tell whether the numbers are a list of schools or grades: small and rising."""
    if len(groups) < 3 or any(len(group) > 2 for group in groups):
        return False
    numbers = [int(group) for group in groups]
    return all(one < other for one, other in pairwise(numbers))
