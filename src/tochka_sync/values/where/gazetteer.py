"""Known settlements, found in any case, as an adjective or abbreviated.

«Томмоте», «Томмотская», «Н. Куранах» and «Нижнекуранахская» are forms of the names it is given;
a word that only resembles one is not. Rules of inflection only, no dictionary of towns.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
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
_FLEETING = Pattern(r"(.+[бвгджзклмнпрстфхцчшщ])[ео]([цклнр])$")
_WORDS = Pattern(r"[^\W\d_]+")


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


class Gazetteer:
    """An index of settlements, each given as the registry writes it: «г. Томмот»."""

    def __init__(self, settlements: Iterable[str]) -> None:
        self._bases: defaultdict[str, list[tuple[tuple[str, ...], Place]]] = defaultdict(list)
        self._last: defaultdict[str, list[tuple[tuple[str, ...], Place]]] = defaultdict(list)
        for place in dict.fromkeys(split(settlement) for settlement in settlements):
            self._add(place)

    def find(self, words: Sequence[str], at: int) -> Found | None:
        """Find the settlement whose name starts at a word; the longest and the exactest wins.

        `words` are folded; a compound is given word by word («усть», «маи»).
        """
        word = words[at]
        if len(word) <= 4 and at + 1 < len(words) and (short := self._short(words, at)):
            return short
        for base in _bases(word):
            known = self._bases.get(base)
            if known and (found := _longest(known, words, at)):
                return found
        stems = _stems(word)
        if known := [entry for stem in stems for entry in self._bases.get(stem, ()) if stem]:
            places = tuple(dict.fromkeys(place for names, place in known if len(names) == 1))
            if places:
                return Found(places, 1, "adjective")
        for base in (*_bases(word), *stems):
            if base in self._last:
                return Found(tuple(place for _, place in self._last[base]), 1, "part")
        return None

    def bases(self) -> Sequence[str]:
        """Return the names without their endings, to look for misprints among."""
        return tuple(self._bases)

    def by_base(self, base: str) -> Found:
        """Return the settlements of one of `bases`."""
        return Found(tuple(place for _, place in self._bases[base]), 1, "case")

    def _add(self, place: Place) -> None:
        words = tuple(_WORDS.findall(text.fold(place.name)))
        if not words:
            return
        bases = tuple(_nominative(word) for word in words)
        self._bases[bases[0]].append((words, place))
        if fleeting := _FLEETING.match(words[0]):
            for link in ("", "ь"):  # «Городца», «Ельца»
                self._bases[link.join(fleeting.groups())].append((words, place))
        if len(words) > 1:
            for link in ("е", "о", ""):  # «Нижнекуранахская»
                self._bases[link.join(bases)].append((("".join(words),), place))
            self._last[bases[-1]].append((words, place))

    def _short(self, words: Sequence[str], at: int) -> Found | None:
        for base in (*_bases(words[at + 1]), *_stems(words[at + 1])):
            places = tuple(
                place
                for names, place in self._last.get(base, ())
                if len(names) == 2 and names[0].startswith(words[at]) and names[0] != words[at]
            )
            if places:
                return Found(places, 2, "short")
        return None


@functools.lru_cache(maxsize=8192)
def split(settlement: str) -> Place:
    """Split «г. Томмот» into name and type; without a type the whole is the name."""
    cleaned = text.clean(settlement)
    match = re.match(r"([^\W\d_]+)(?:\.\s*|\s+)(?=\S)", cleaned)
    kind = TYPE_OF.get(match[1].lower().replace("ё", "е")) if match else None
    if match is None or kind is None:
        return Place(cleaned, None)
    return Place(cleaned[match.end() :], kind)


def same(place: Place, other: Place) -> bool:
    """Tell whether two places are one: types may only differ where one is not said."""
    return key(place) == key(other) and (
        place.type is None or other.type is None or place.type == other.type
    )


@functools.lru_cache(maxsize=65536)
def key(place: Place) -> str:
    """Return the name for comparing."""
    return " ".join(_WORDS.findall(text.fold(place.name)))


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
def _stems(word: str) -> tuple[str, ...]:
    """Return the bases of the nouns an adjective may come from: «ивановская» has three."""
    match = _ADJECTIVE.fullmatch(word)
    if match is None:
        return ()
    stem, tail = match[1], match[2]
    whole = word[: match.start(3)]
    stems = [stem, f"{stem}к", whole]
    if tail:
        stems += [stem + tail, f"{stem}{tail}к"]
    if match[3] == "цк":
        stems.append(f"{stem}{tail or ''}ц")
    return tuple(stems)


def _longest(
    known: list[tuple[tuple[str, ...], Place]], words: Sequence[str], at: int
) -> Found | None:
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
    adjective = length > 1 and _ADJECTIVE.fullmatch(words[at + length - 1])
    places = tuple(dict.fromkeys(place for place, _ in fits[length]))
    return Found(places, length, "adjective" if adjective else "case")


def _is_form(word: str, name: str) -> bool:
    base = _nominative(name)
    return base in _bases(word) or base in _stems(word)
