"""Names of schools that differ in number and settlement only, taken apart once for all of them.

«МБОУ «СОШ №8 г. Томмот»» and «МБОУ «СОШ №3 г. Алдан»» are of one shape. Takes names of usual words,
at most one number and the school's own settlement; any other name is of no shape.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.where import gazetteer, names, vocabulary
from tochka_sync.values.where.gazetteer import TYPE_OF, Gazetteer, Place
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.spelling import Lexicon

_TOWN = "Ъъ"
"""Stands for the settlement in a shape: a name like any other, and no word begins with it."""
_DIGIT = "9"
"""Stands for the number: one that does not enumerate."""

_TOWN_NAME = Pattern(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)*")
_NUMBER = Pattern(r"\d+")
_ALONE = Pattern(r"(?<!\w)9(?!\w)")
_LEADING = Pattern(r"\W*\d")
_LATIN = Pattern(r"[A-Za-z]")
_TYPED = Pattern(rf"\b(?:{'|'.join(TYPE_OF)})(?:\.\s*|\s+)(?={_TOWN.lower()}\b)")
_COMMON = frozenset({*vocabulary.WORDS, *TYPE_OF})
"""Words that in a school's name are no settlement's."""
_Shape = tuple[str, str | None] | None
"""A name with its number and settlement replaced, and the settlement's type, if it has a shape."""
_NOWHERE = Place(_TOWN, None)
"""The settlement of a school of which nobody said where it is: nothing is replaced."""
_USUAL = frozenset(
    word
    for word, said in vocabulary.WORDS.items()
    if said.role in {"kind", "org", "noise", "sign", "quality"}
)


class Shapes:
    """The shapes met so far in the names of one registry."""

    def __init__(self) -> None:
        self._known = _Known()
        self._replaceable = cache(_replaceable)

    def mention(self, name: str, number: int | None, place: Place | None) -> Mention | None:
        """Return what a name says but for its number and settlement; `None` for one of no shape.

        `number` is what the registry states beside the name, if it does. The mention has the
        number where the name says one.
        """
        return self._known[_shape(name, str(number) if number else None, self._replaceable(place))]

    def mentions(
        self,
        names_: Sequence[str],
        numbers: Sequence[int | None],
        settlements: Sequence[str | None],
        places: Mapping[str | None, Place],
    ) -> list[Mention | None]:
        """Return the same of many schools by column, in half of the time."""
        digits: dict[int | None, str] = {number: str(number) for number in set(numbers) if number}
        towns = {said: self._replaceable(places.get(said)) for said in set(settlements)}
        shapes = map(_shape, names_, map(digits.get, numbers), map(towns.get, settlements))
        return list(map(self._known.__getitem__, shapes))

    def numbered(self, name: str, place: Place | None) -> Mention | None:
        """Return what a name says but for its settlement; `None` for one of no shape."""
        mention = self.mention(name, None, place)
        if mention is None or mention.number is None:
            return mention
        found = _NUMBER.search(name)
        return replace(mention, number=int(found.group())) if found else None


class _Known(dict[_Shape, Mention | None]):
    """What each shape says, taken apart when it is met first."""

    def __missing__(self, shape: _Shape) -> Mention | None:
        self[shape] = mention = _taken_apart(shape)
        return mention


def _shape(name: str, digits: str | None, town: Place | None) -> _Shape:
    """Return a name with its number and settlement replaced, and the type of the settlement."""
    if town is None or (_TOWN in name and town is not _NOWHERE):
        return None
    shape = name.replace(digits, _DIGIT) if digits else _NUMBER.sub(_DIGIT, name)
    return shape.replace(town[0], _TOWN), town[1]


def _replaceable(place: Place | None) -> Place | None:
    """Return a settlement whose name reads as one wherever it stands; no other can be replaced."""
    if place is None:
        return _NOWHERE
    town = _TOWN_NAME.fullmatch(place.name)
    return place if town and _COMMON.isdisjoint(gazetteer.folded(place)) else None


def _taken_apart(shaped: _Shape) -> Mention | None:
    if shaped is None:
        return None
    shape, kind = shaped
    digits = _NUMBER.findall(shape)
    if digits and (len(digits) > 1 or not _ALONE.search(shape) or _LEADING.match(shape)):
        return None
    if _LATIN.search(shape):
        return None
    words = gazetteer.WORDS.findall(_TYPED.sub("", text.fold(shape)))
    if not all(word in _USUAL or word == _TOWN.lower() for word in words):
        return None
    settlement = f"{kind} {_TOWN}" if kind else _TOWN
    found = names.parse(shape, _lexicon(settlement)).mentions
    return found[0] if found else None


def _lexicon(settlement: str) -> Lexicon:
    return Lexicon(Gazetteer([settlement]))
