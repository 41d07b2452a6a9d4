"""Names of schools that differ in number and settlement only, taken apart once for all of them.

«МБОУ «СОШ №8 г. Томмот»» and «МБОУ «СОШ №3 г. Алдан»» are of one shape. Takes names of usual words,
at most one number and the school's own settlement; any other name is of no shape.
"""

from dataclasses import replace
from functools import cache

from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.where import names, vocabulary
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
_WORDS = Pattern(r"[^\W\d_]+")
_USUAL = frozenset(
    word
    for word, said in vocabulary.WORDS.items()
    if said.role in {"kind", "org", "noise", "sign", "quality"}
)


class Shapes:
    """The shapes met so far in the names of one registry."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None], Mention | None] = {}
        self._replaceable = cache(_is_replaceable)

    def mention(self, name: str, number: int | None, place: Place | None) -> Mention | None:
        """Return what a name says but for its number and settlement; `None` for one of no shape.

        `number` is what the registry states beside the name, if it does. The mention has the
        number where the name says one.
        """
        shape = name.replace(str(number), _DIGIT) if number else _NUMBER.sub(_DIGIT, name)
        kind = None
        if place is not None:
            town, kind = place
            if not self._replaceable(town) or _TOWN in name:
                return None
            shape = shape.replace(town, _TOWN)
        key = shape, kind
        if key not in self._known:
            self._known[key] = _taken_apart(shape, kind)
        return self._known[key]

    def numbered(self, name: str, place: Place | None) -> Mention | None:
        """Return what a name says but for its settlement; `None` for one of no shape."""
        mention = self.mention(name, None, place)
        if mention is None or mention.number is None:
            return mention
        found = _NUMBER.search(name)
        return replace(mention, number=int(found.group())) if found else None


def _is_replaceable(town: str) -> bool:
    """Tell whether a settlement's name reads as one wherever it stands."""
    words = _WORDS.findall(text.fold(town))
    return _TOWN_NAME.fullmatch(town) is not None and not any(
        word in vocabulary.WORDS or word in TYPE_OF for word in words
    )


def _taken_apart(shape: str, kind: str | None) -> Mention | None:
    digits = _NUMBER.findall(shape)
    if digits and (len(digits) > 1 or not _ALONE.search(shape) or _LEADING.match(shape)):
        return None
    if _LATIN.search(shape):
        return None
    words = _WORDS.findall(_TYPED.sub("", text.fold(shape)))
    if not all(word in _USUAL or word == _TOWN.lower() for word in words):
        return None
    settlement = f"{kind} {_TOWN}" if kind else _TOWN
    found = names.parse(shape, _lexicon(settlement)).mentions
    return found[0] if found else None


def _lexicon(settlement: str) -> Lexicon:
    return Lexicon(Gazetteer([settlement]), frozenset)
