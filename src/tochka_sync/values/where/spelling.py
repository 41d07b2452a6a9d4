"""Words and signs of a school's name put right: scripts, abbreviations, misprints.

A misprint is put right only in a word long enough, when exactly one known word is one letter
away (two in words of nine letters and more). Numbers are never touched but for letters typed as digits.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, cached_property

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals, text
from tochka_sync.values.reading import Remark
from tochka_sync.values.where import gazetteer, misprints, vocabulary
from tochka_sync.values.where.gazetteer import Found, Gazetteer
from tochka_sync.values.where.misprints import Misprints

_ABBREVIATED = r"(?:[oоOО](?![^\W\d_]))?[.°º˚]*\s*(?=[\d№])"
_SIGN = Pattern(
    rf"№(?:[.°º˚]+|(?:\s*№)*\s*)|#(?:\s*№)*\s*|N(?<![A-Za-z]N)N?{_ABBREVIATED}|n(?<![A-Za-z]n){_ABBREVIATED}"
)
_SIGNS = frozenset("№#Nn")
"""One of these begins every sign."""
_BULLET = Pattern(rf"^[{text.DASH}\s•·▪●○*]+", re.MULTILINE)
_ITEM = Pattern(r"(?<![\w№.,-])(\d{1,2})[.)]\s*(?=[«\"“„'‘(№]*[^\W\d]|№)")
_COUNTED_LINE = Pattern(r"(\d{1,2})\s+(?=[^\W\d].*\d)")
_SLASHED = Pattern(r"\b([сшдт])(?:/|\.(?=ш))([шиср])\b\.?", re.IGNORECASE)
"""«с/ш», «с.ш.», «ш/и», «д/с», «т/р»."""
_IN_WORD = Pattern(r"(?<=[^\W\d_])\(([^\W\d_])\)(?=[^\W\d_])")
"""«С(К)ОШ»."""
_OKRUG = Pattern(r"\bг\.\s?о\.")
"""«г.о.»: an urban district."""
_CENTRE = Pattern(
    r"\b(?:цо|центр[а-я]{0,2}\s+образования)(?=\s*(?:№\s*)?\d|\s*[«\"„“]\s*(?!точк))", re.IGNORECASE
)
"""«ЦО №5»: a school, and no «центр образования цифрового и гуманитарного профилей»."""
_BRANCH = Pattern(
    r"\b(филиал[а-я]{0,2})\s+[^,;\n]{3,80}?\s+во?\s+(?=(?:с|п|д|г|х|ст|пос|дер)\.|(?:сел|посел|дерев)[а-я]+\s)"
    r"|\b(филиал[а-я]{0,2}\s+во?\s+[^,;\n«\"]{3,40}?)\s+[А-Яа-я]{3,6}\s+[«\"][^»\"]+[»\"]",
    re.IGNORECASE,
)
"""«филиал МБОУ «СОШ №2» в с. Ефремово»: whose branch it is is no school beside it."""
_BRANCH_OF = Pattern(
    r"\s*(?:[–—-]\s*|\()(филиал)[а-я]{0,2}\s+(?![^,;\n)]*\sво?\s)[^,;\n)]*?(?:ош|школ|гимнази|лице)[^,;\n)]*\)?",
    re.IGNORECASE,
)
"""«Заречная НОШ — филиал МБОУ «Покровская СОШ»»."""
_ROMAN = Pattern(
    r"(?<![^\W\d_])([IVX]{1,4})(?=(?:-?а?я)?[\s-]{1,3}[А-ЯЁ][а-яё]+(?:ая|ую|ой|ие|ых)(?!\w))"
)
"""«II Мальжагарская СОШ» is the second."""
_RUN = Pattern(
    r"(?<!\w)(?:с|от)\s+([^\W\d_]+)(\s*№?\s*\d+)\s+(?:по|до)\s+\1\s*№?\s*(?=\d)", re.IGNORECASE
)
"""«с СОШ №1 по СОШ №4»."""
_DOTS = Pattern(r"(?<=\d)\s?(?:…|\.{3})\s?(?=№?\s?\d)")
"""«№1…10»: a range."""
_SAKHA_NUMBER = Pattern(r"(?<!\d)(\d{1,3})\s?(?:№-?\s?|нүөмэр)дээх(?!\w)", re.IGNORECASE)
"""«8 №-дээх орто оскуола»."""
_ZERO_LETTER = Pattern(r"(?<=[^\W\d_])0(?=[^\W\d_])")
"""«С0Ш»."""
_COMMA = Pattern(r"\b(г|п|пос|пгт),\s*(?=[А-ЯЁ])")
"""A comma for the full stop beside it on the keyboard: «г,Томмот»."""
_REGION = Pattern(
    r"\b(?:республик[аи]|респ\.)\s+[^\W\d]+(?:-[^\W\d]+)*(?:\s+эл\b|\s+осети\w+)?(?:\s*\([^)]*\))?"
    r"|\bмо\s?[«\"“][а-яё]{2,4}[»\"”]"  # МО «ЛМР»
    r"|\bрс\s*\(\s*я\s*\)|\bсаха\s*\(?\s*якути[яи]\b\)?|\bякути[яи]\b",
    re.IGNORECASE,
)
_REGIONS = ("респ", "рс", "якути", *(f"мо{gap}{quote}" for gap in ("", " ") for quote in '«"“'))
"""One of these is in a region: every cell of schools is asked, and «Томмот» in most has «мо»."""
_SPACED = Pattern(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]\b\.?")
_LONE_ONE = Pattern(r"(№\s*)[lI](?!\w)")
_LATIN = Pattern(r"[A-Za-z']{2,}")
_LONG_WORD = 10
"""Shorter adjectives are like too many others."""
_LONG_STEM = 6
"""Of an adjective a shorter stem is like those of too many other places."""
_SHORTEST = 5
"""A shorter word is like too many others."""


class Lexicon:
    """What one registry adds to the language: its settlements and the words of its names."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        said: Callable[[], frozenset[str]] | None = None,
        borne: Callable[[], Collection[str]] | None = None,
        adjectival: Callable[[], Collection[str]] | None = None,
    ) -> None:
        """Take what looks up `words`, names schools bear and adjectives: most runs need none.

        The registry's own names are read without it.
        """
        self.gazetteer = gazetteer
        self._said = said
        self._borne = borne
        self._adjectival = adjectival

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of registered names and aliases that are no kind, form or settlement, as stems."""
        return self._said() if self._said else frozenset()

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is one of school names, here or anywhere."""
        return (
            word in vocabulary.WORDS
            or vocabulary.stem(word) in self.words
            or self.gazetteer.find((word,), 0) is not None
        )

    def correct(self, word: str) -> str | None:
        """Return the one known word of which this is a misprint."""
        if len(word) < 4:
            return None
        found = {_kinds().nearest(word), self._place(word)} - {None}
        own, adjective = self._own(word), None if found else self._adjective(word)
        if own and adjective and own != adjective:  # of a word of a name and of a settlement
            return misprints.nearer(word, own, adjective)
        found |= {own, adjective} - {None}
        return found.pop() if len(found) == 1 else None

    def mend(self, word: str, following: Sequence[str]) -> str | None:
        """Return what `correct` does, unless that stays unknown: «Большая» without its «Елань»."""
        fixed = self.correct(word)
        if fixed is None or fixed in vocabulary.WORDS or vocabulary.stem(fixed) in self.words:
            return fixed
        stays = self.correct(fixed) == fixed  # it would be put right again for ever
        return None if stays and self.gazetteer.find([fixed, *following], 0) is None else fixed

    def bearer(self, stem: str) -> str:
        """Return the word of a name some school bears of which this is a misprint, or the word."""
        known = self._borne() if self._borne else ()
        return stem if not known or stem in known else self._bearers.nearest(stem) or stem

    @cached_property
    def _bearers(self) -> Misprints:
        return Misprints(tuple(self._borne() if self._borne else ()))

    def misprinted(self, words: Sequence[str], at: int, kind: str | None) -> Found | None:
        """Find the settlement whose name is misprinted; «г. Покровск» is no village of Покровка."""
        fixed = self.correct(words[at])
        found = self.gazetteer.find((fixed, *words[at + 1 :]), 0) if fixed else None
        if found is None or kind is None:
            return found
        towns = {place.type == "г." for place in found.places if place.type}
        return found if not towns or (kind == "г.") in towns else None

    def _own(self, word: str) -> str | None:
        """Return the word of a registered name, in the form of the misprint: «Тюнгюлюнская»."""
        stem = vocabulary.stem(word)
        nearest = self._words.nearest(stem) if word.startswith(stem) else None
        return nearest and nearest + word[len(stem) :]

    @cached_property
    def _words(self) -> Misprints:
        return Misprints(tuple(self.words))

    def _place(self, word: str) -> str | None:
        found = {
            base
            for form in {word, vocabulary.stem(word)}
            if len(form) >= _SHORTEST and (base := self._places.nearest(form))
        }
        return found.pop() if len(found) == 1 else None

    def _adjective(self, word: str) -> str | None:
        """Return the adjective of a settlement, of which this is a misprint: «Бутейдяхская».

        In the registry «Тюнгюлюнская» is none of Тюнгюлю, but a word of its own.
        """
        if self._said is None:
            return None
        if len(word) >= _LONG_WORD and (own := self._adjectives.nearest(word)):
            return own
        found = {
            base + word[len(form) :].replace("ц", "с", 1)  # «Хоробуцкая»
            for form in gazetteer.stems(word)
            if len(form) >= _LONG_STEM and word.startswith(form)
            if (base := self._places.nearest(form)) and base != form
        }
        known = {fixed for fixed in found if self.gazetteer.find((fixed,), 0)}
        return known.pop() if len(known) == 1 else None

    @cached_property
    def _adjectives(self) -> Misprints:
        return Misprints(tuple(self._adjectival() if self._adjectival else ()))

    @cached_property
    def _places(self) -> Misprints:
        return Misprints(self.gazetteer.bases)


@cache
def _kinds() -> Misprints:
    return Misprints(vocabulary.FIXABLE)


def lines(raw: str) -> str:
    """Return the text clean, its lines kept, without bullets, enumeration and look-alike signs."""
    shown = "\n".join(map(text.clean, raw.splitlines()))
    shown = _BULLET.sub("", shown).replace("|", ";")
    if not _SIGNS.isdisjoint(shown):
        shown = _SIGN.sub("№", shown)
    low = shown.lower()
    if " по " in low or " до " in low:
        shown = _RUN.sub(r"\1\2-", shown)
    if "дээх" in low:
        shown = _SAKHA_NUMBER.sub(r"№\1", shown)
    if "…" in shown or "..." in shown:
        shown = _DOTS.sub("-", shown)
    if "цо" in low or "центр" in low:
        shown = _CENTRE.sub("школа", shown)
    if "филиал" in low:
        shown = _BRANCH_OF.sub(r" \1 ", shown)
        shown = _BRANCH.sub(lambda match: f"{match[1] or match[2]} ", shown)
    if "I" in shown or "V" in shown or "X" in shown:
        shown = _ROMAN.sub(lambda match: str(numerals.roman(match[1]) or match[1]), shown)
    if "(" in shown:
        shown = _IN_WORD.sub(r"\1", shown)
    if "о." in shown:
        shown = _OKRUG.sub("го", shown)
    if "," in shown:
        shown = _COMMA.sub(r"\1. ", shown)
    if "/" in shown or ".ш" in shown or ".Ш" in shown:
        shown = _SLASHED.sub(r"\1\2", shown)
    if shown.count(".") > 1:
        shown = _SPACED.sub(_join, shown)
    return _unenumerated(shown).strip()


def without_region(shown: str) -> str:
    """Return a text without «Республики Саха (Якутия)»: it tells no school from another."""
    low = shown.lower()
    return _REGION.sub(" ", shown) if any([word in low for word in _REGIONS]) else shown  # noqa: C419


def _unenumerated(shown: str) -> str:
    """Return a text without the numbers 1, 2, 3 … before its items.

    They may go on from another cell, «3. СОШ №18, 4. СОШ №13», if each item has its own number.
    """
    if "\n" in shown:
        shown = _uncounted(shown)
    if "." not in shown and ")" not in shown:
        return shown
    items = list(_ITEM.finditer(shown))
    if not items or shown[: items[0].start()].strip()[-1:] not in {"", ":"}:
        return shown
    first = int(items[0][1])
    counted = [int(item[1]) for item in items] == list(range(first, first + len(items)))
    own = first == 1 or all(any(map(str.isdigit, each)) for each in _ITEM.split(shown)[2::2])
    return _ITEM.sub("\n", shown) if counted and own else shown


def _uncounted(shown: str) -> str:
    """Take 1, 2, 3 … off lines that go on with a school of its own number: «1 СОШ №8»."""
    lines_ = [line.strip() for line in shown.split("\n") if line.strip()]
    items = [_COUNTED_LINE.match(line) for line in lines_]
    counted = [int(item[1]) for item in items if item]
    if len(lines_) < 2 or counted != list(range(1, len(lines_) + 1)):
        return shown
    return "\n".join(line[item.end() :] for line, item in zip(lines_, items, strict=True) if item)


def scripts(shown: str, lexicon: Lexicon) -> tuple[str, list[Remark]]:
    """Put Cyrillic letters for Latin look-alikes and for whole words typed in Latin, and say so."""
    notes: list[Remark] = []
    worded = _ZERO_LETTER.sub("О", shown) if "0" in shown else shown
    fixed = _LONE_ONE.sub(r"\g<1>1", text.digits(text.cyrillic(worded)))
    if fixed != shown:
        pairs = zip(re.findall(r"\w+", shown), re.findall(r"\w+", fixed), strict=False)
        notes += [corrected("lookalike_fixed", old, new) for old, new in pairs if old != new]

    def russian(match: re.Match[str]) -> str:
        word = match.group()
        alike = word.translate(_ALIKE)
        for reason, guess in (
            ("transliterated", vocabulary.from_latin(word)),
            ("lookalike_fixed", alike),
        ):
            if not re.search("[A-Za-z]", guess) and lexicon.knows(text.fold(guess)):
                new = guess if reason == "lookalike_fixed" or word.islower() else guess.capitalize()
                notes.append(corrected(reason, word, new))
                return new
        return word

    return _LATIN.sub(russian, fixed), notes


def corrected(reason: str, old: str, new: str) -> Remark:
    """Return the note of something put right."""
    return Remark(reason, Code.TEXT_CORRECTED, {"old": old, "new": new})


_ALIKE = str.maketrans("ABCEHKMOPTXYacekmoptxy", "АВСЕНКМОРТХУасекмортху")


def _join(match: re.Match[str]) -> str:
    """Return «МБОУ» for «М.Б.О.У.», and a person's initials as they are."""
    letters = match.group().replace(".", "")
    return letters if letters.lower() in vocabulary.WORDS else match.group()
