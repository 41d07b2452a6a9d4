"""Known settlements, found in any case, as an adjective or abbreviated.

«Томмоте», «Томмотская», «Н. Куранах» and «Нижнекуранахская» are forms of the names it is given;
a word that only resembles one is not. Rules of inflection only, no dictionary of towns.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values import text

TYPES = {
    "г.": "г гор город города городе городу городом",
    "п.": "п пос поселок поселка поселке поселку поселком пгт рп гп птг",
    "с.": "с село села селе селу селом",
    "д.": "д дер деревня деревни деревне деревню",
    "х.": "х хут хутор хутора хуторе",
    "ст.": "ст станица станицы станице",
    "аул": "аул аула ауле",
}
"""The types of a settlement as they are normalised, and how people write them."""

TYPE_OF = {form: kind for kind, forms in TYPES.items() for form in forms.split()}

# What is left of a nominative when its ending is taken off, and every ending it can then take.
_NOMINATIVE = Pattern(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|[аяоеыиьй])$")
_OBLIQUE = (
    "ого его ому ему ыми ими ами ями ым им ом ем ов ев ой ей ою ею ую юю ая яя ое ее ые ие ых их"
    " ый ий ам ям ах ях а я о е у ю ы и ь й"
)
_CASES = frozenset(_OBLIQUE.split())
_ADJECTIVE = Pattern(
    r"(.{2,}?)(ов|ев|ин|ен|ан|ян|й)?(ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|их|им|ую|ом|ими|ою)"
)
_ENDINGS = {
    "m": ("ий", "ый", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
    "f": ("ая", "яя", "ой", "ей", "ую", "юю"),
    "n": ("ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
    "p": ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими"),
    "noun": ("ым", "им", "ом", "ем"),
}
"""The endings of a name that is an adjective, by its gender or number; no other has «ой».

A noun that ends in a consonant has four of them too.
"""
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_GENDER = {
    "ий": "m", "ый": "m", "ая": "f", "яя": "f", "ое": "n", "ее": "n", "ые": "p", "ие": "p",
}  # fmt: skip
_ADJECTIVAL = tuple({ending for endings in _ENDINGS.values() for ending in endings})
_FLEETING = Pattern(r"(.+[бвгджзклмнпрстфхцчшщ])[ео]([цклнр])$")
WORDS = Pattern(r"[^\W\d_]+")
"""Runs of letters."""
_WORD = Pattern("[А-ЯЁа-яё]+")
"""Nearly every name: folded as it is, without looking for noise, in a third of the time."""
_PLAIN = Pattern(r"([а-я]{1,3})\. ?([А-ЯЁа-яё]+(?:[ -][А-ЯЁа-яё]+)*)")
"""Nearly every settlement: there is nothing to clean, which takes half the time of splitting."""
_TYPED = Pattern(r"(п\.\s?г\.\s?т|р\.\s?п|[^\W\d_]+)(?:\.\s*|\s+)(?=\S)", re.IGNORECASE)
_TYPED_BEHIND = Pattern(r"\s+\(?([^\W\d_]+)\.?\)?$")
"""«Томмот г», as address registers write it."""
_LINKS = ("е", "о")
_BEGINNING = 2
"""Letters that no ending reaches."""
_INITIALS = 2
"""The letters of «НК»."""


class Place(NamedTuple):
    """A settlement by its name in the nominative and its type, «г.»."""

    name: str
    type: str | None


class Found(NamedTuple):
    """Which settlements some words may name, and how they say it."""

    places: tuple[Place, ...]
    length: int
    """How many words were used."""
    form: str
    """`exact`, `case`, `adjective`, `short` («Н. Куранах») or `part` («Куранах»)."""


_Named = tuple[tuple[str, ...], Place]
"""A settlement with the folded words of its name."""


class _Index(NamedTuple):
    """Settlements by the words of their names, without endings."""

    bases: dict[str, list[_Named]]
    """By the first word, or by the whole in one."""
    last: dict[str, list[_Named]]
    """By the last word of several."""


_NOWHERE = _Index({}, {})


class Gazetteer:
    """Settlements, each given as the registry writes it: «г. Томмот».

    They are indexed by the two letters a name begins with, when a word that begins so is looked
    up: a form of a name begins as the name does, and a plan names few of a country's settlements.
    """

    def __init__(self, settlements: Iterable[str]) -> None:
        self.places = {settlement: split(settlement) for settlement in settlements}
        """The settlements as they are written, taken apart."""
        self._words = {place: folded(place) for place in self.places.values()}
        self._begun: defaultdict[str, list[_Named]] = defaultdict(list)
        for place, words in self._words.items():
            for beginning in _beginnings(words):
                self._begun[beginning].append((words, place))
        self._indexes: dict[str, _Index] = {}

    @functools.cached_property
    def of_key(self) -> dict[str, list[Place]]:
        """The settlements by their names as they are compared."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place, words in self._words.items():
            found[" ".join(words)].append(place)
        return dict(found)

    @functools.cached_property
    def _initials(self) -> dict[str, list[Place]]:
        """The settlements of two words by what these begin with, where no word is that itself."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place, words in self._words.items():
            if len(words) == _INITIALS:
                found["".join(word[0] for word in words)].append(place)
        return {letters: places for letters, places in found.items() if letters not in TYPE_OF}

    def find(self, words: Sequence[str], at: int) -> Found | None:
        """Find the settlement whose name starts at a word; the longest and the exactest wins.

        `words` are folded; a compound is given word by word («усть», «маи»).
        """
        word = words[at]
        if len(word) <= 4 and at + 1 < len(words) and (short := self._short(words, at)):
            return short
        if len(word) == _INITIALS and (initials := self._initials.get(word)):
            return Found(tuple(initials), 1, "part")  # «НК»
        index = self._index(word)
        for base in _bases(word):
            known = index.bases.get(base)
            if known and (found := _longest(known, words, at)):
                return found
        adjectival = stems(word)
        if known := [entry for stem in adjectival for entry in index.bases.get(stem, ()) if stem]:
            places = tuple(dict.fromkeys(place for names, place in known if len(names) == 1))
            if places:
                return Found(places, 1, "adjective")
        for base in (*_bases(word), *adjectival):
            if base in index.last:
                return Found(tuple(place for _, place in index.last[base]), 1, "part")
        return self._joined(words, at)

    @functools.cached_property
    def bases(self) -> Sequence[str]:
        """The names without their endings, to look for misprints among."""
        return tuple(
            dict.fromkeys(base for words in self._words.values() for base, _ in _keys(words))
        )

    def _index(self, word: str) -> _Index:
        """Return the settlements a word may be a form of."""
        beginning = word[:_BEGINNING]
        known = self._begun.get(beginning)
        if known is None:
            return _NOWHERE
        if beginning not in self._indexes:
            index = self._indexes[beginning] = _Index({}, {})
            for words, place in known:
                for base, named in _keys(words):
                    index.bases.setdefault(base, []).append((named, place))
                if len(words) > 1:
                    index.last.setdefault(_nominative(words[-1]), []).append((words, place))
        return self._indexes[beginning]

    def _joined(self, words: Sequence[str], at: int) -> Found | None:
        """Find «Верхне-Вилюйск», whose name is one word."""
        if words[at][-1:] not in _LINKS or at + 1 == len(words) or not words[at + 1]:
            return None
        found = self.find([words[at] + words[at + 1]], 0)
        return found and found._replace(length=2)

    def _short(self, words: Sequence[str], at: int) -> Found | None:
        index = self._index(words[at + 1])
        for base in (*_bases(words[at + 1]), *stems(words[at + 1])):
            places = tuple(
                place
                for names, place in index.last.get(base, ())
                if len(names) == 2 and names[0].startswith(words[at]) and names[0] != words[at]
            )
            if places:
                return Found(places, 2, "short")
        return None


def split(settlement: str) -> Place:
    """Split «г. Томмот» into name and type; without a type the whole is the name."""
    plain = _PLAIN.fullmatch(settlement)
    if plain and plain[1] in TYPE_OF:
        return Place(plain[2], TYPE_OF[plain[1]])
    cleaned = text.cyrillic(text.clean(settlement))
    for piece in map(str.strip, cleaned.split(",")):  # «г. Томмот, ул. Мира, 1»
        for match in (_TYPED.match(piece), _TYPED_BEHIND.search(piece)):
            said = match[1].lower().replace("ё", "е") if match else ""
            if match and (kind := TYPE_OF.get(said.replace(".", "").replace(" ", ""))):
                return Place(piece[: match.start()] or piece[match.end() :], kind)
    return Place(cleaned, None)


def same(place: Place, other: Place) -> bool:
    """Tell whether two places are one: types may only differ where one is not said."""
    return key(place) == key(other) and (
        place.type is None or other.type is None or place.type == other.type
    )


@functools.lru_cache(maxsize=65536)
def key(place: Place) -> str:
    """Return the name for comparing."""
    return " ".join(folded(place))


def folded(place: Place) -> tuple[str, ...]:
    """Return the folded words of a name."""
    if _WORD.fullmatch(place.name):
        return (place.name.lower().replace("ё", "е"),)
    return tuple(WORDS.findall(text.fold(place.name)))


def _keys(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what a name is looked up by, each with the words that must then follow."""
    if not words:
        return
    bases = [_nominative(word) for word in words]
    yield bases[0], words
    if fleeting := _FLEETING.match(words[0]):
        for link in ("", "ь"):  # «Городца», «Ельца»
            yield link.join(fleeting.groups()), words
    if len(words) > 1:
        for link in ("е", "о", ""):  # «Нижнекуранахская»
            yield link.join(bases), ("".join(words),)


def _beginnings(words: tuple[str, ...]) -> Iterable[str]:
    """Return how the keys of a name begin: as its words do, but for words of one letter."""
    if not words:
        return ()
    if len(words) == 1:
        return (words[0][:_BEGINNING],)
    begun = {key[:_BEGINNING] for key, _ in _keys(words)} if len(words[0]) < _BEGINNING else ()
    return {words[0][:_BEGINNING], words[-1][:_BEGINNING], *begun}


def _nominative(word: str) -> str:
    base = _NOMINATIVE.sub("", word)
    return base if len(base) >= 2 else word[:-1] if len(word) >= 3 and base != word else word


@functools.lru_cache(maxsize=4096)  # the words of cells come again
def _bases(word: str) -> tuple[str, ...]:
    """Return what a noun may be a form of, the longest first: «куранах» is not «куран» in plural."""
    found = {word, _nominative(word)}
    found.update(
        word[:-length] for length in range(1, min(4, len(word) - 1)) if word[-length:] in _CASES
    )
    return tuple(sorted(found, key=len, reverse=True))


@functools.lru_cache(maxsize=4096)
def stems(word: str) -> tuple[str, ...]:
    """Return the bases of the nouns a folded adjective may come from: «ивановская» has three."""
    match = _ADJECTIVE.fullmatch(word)
    if match is None:
        return ()
    stem, tail = match[1], match[2]
    whole = word[: match.start(3)]
    found = [stem, f"{stem}к", whole]
    if tail:
        found += [stem + tail, f"{stem}{tail}к"]
    if tail == "й":
        found.append(_nominative(stem + tail))  # «Тойбохойская» of Тойбохой, as of an adjective
    if stem.endswith("с"):
        found.append(f"{stem}с")  # «Хатасская» of Хатассы
    if match[3] == "цк":
        found.append(f"{stem}{tail or ''}ц")
    return tuple(found)


def _longest(
    known: list[tuple[tuple[str, ...], Place]], words: Sequence[str], at: int
) -> Found | None:
    if len(known) == 1 and known[0][0] == (words[at],):  # nearly always, in a fifth of the time
        return Found((known[0][1],), 1, "exact")
    fits: dict[int, list[tuple[Place, bool]]] = {}
    for names, place in known:
        span = words[at : at + len(names)]
        if len(span) == len(names) and all(map(_is_form, span[1:], names[1:])):
            fits.setdefault(len(names), []).append((place, tuple(span) == names))
    if not fits:
        return None
    length = max(fits)
    exact = tuple(dict.fromkeys(place for place, is_exact in fits[length] if is_exact))
    if exact:
        return Found(exact, length, "exact")
    last = words[at + length - 1]
    places = dict.fromkeys(place for place, _ in fits[length])
    agreeing = tuple(place for place in places if _agrees(last, folded(place)[-1]))
    adjective = _ADJECTIVE.fullmatch(last) if length > 1 else not agreeing
    return Found(agreeing or tuple(places), length, "adjective" if adjective else "case")


def _agrees(word: str, name: str) -> bool:
    """Tell whether a word is no form of another gender, nor an adjective made of a noun.

    «Верхний» is no «Верхнее», «Якутская» no Якутск.
    """
    gender = _GENDER.get(name[-2:]) or ("noun" if name[-1] in _CONSONANTS else None)
    return gender is None or not word.endswith(_ADJECTIVAL) or word.endswith(_ENDINGS[gender])


def _is_form(word: str, name: str) -> bool:
    base = _nominative(name)
    return base in _bases(word) or base in stems(word)
