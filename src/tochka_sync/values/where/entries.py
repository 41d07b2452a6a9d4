"""A school of the registry with what its names say, taken apart only when somebody asks."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from tochka_sync.models.school import School
from tochka_sync.values.where import names, vocabulary
from tochka_sync.values.where.gazetteer import Place
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.shapes import Shapes
from tochka_sync.values.where.spelling import Lexicon


class Grammar(NamedTuple):
    """What the names of one registry are read with."""

    lexicon: Lexicon
    shapes: Shapes
    kinds: Callable[[str], frozenset[str]]
    """Reads the kind the registry states."""


class Entry:
    """A school with what its names say.

    Most names need not be taken apart: of a country's 25 000 nearly all are of a few shapes.
    """

    def __init__(self, school: School, name: str, place: Place | None, grammar: Grammar) -> None:
        """Take what to call it, the settlement the registry states, and what the names are read with."""
        self.school = school
        self.name = name
        """The registered name, with the settlement where another school has the same."""
        self.place = place
        self._grammar = grammar

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The registered name and the aliases, taken apart."""
        return tuple(
            mention
            for name in self._said
            for mention in names.parse(name, self._grammar.lexicon).mentions[:1]
        )

    # Asked of each of 25 000 schools once: keeping the answer would take four times as long.
    @property
    def kinds(self) -> frozenset[str]:
        """Its kinds as the registry states them and as its name says."""
        stated = self._grammar.kinds(self.school.kind) if self.school.kind else _UNKNOWN
        return join(stated, self.first)

    @property
    def number(self) -> int | None:
        """Its number."""
        stated = self.school.number
        return self.first.number if stated is None else stated

    @property
    def is_ordinal(self) -> bool:
        """Whether its number only says which of its name it is: «1-Жемконская» is no «СОШ №1»."""
        return self.first.led and bool(self.first.words) and self.school.number is None

    @property
    def letter(self) -> str:
        """The letter after its number."""
        return self.first.letter

    @property
    def org(self) -> str | None:
        """Its legal form."""
        return self.first.org

    @property
    def honour(self) -> frozenset[str]:
        """Whose name it bears."""
        return self.first.honour

    @property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each of its names, beside kind, number and settlement."""
        return self._words or (frozenset(),)

    @property
    def is_numbered(self) -> bool:
        """Whether each of its names surely has a number, as nearly all have."""
        return all(shape is not None and shape.number is not None for shape in self._shapes)

    @property
    def says(self) -> tuple[Mention, ...]:
        """What each name says, but for which settlement it is, and where it has a number, which."""
        known = tuple(shape for shape in self._shapes if shape is not None)
        return known if len(known) == len(self._shapes) else self.names

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        said = [frozenset(mention.words) for mention in self.says]
        short = self.abbreviation
        return (*said, frozenset({short})) if short else tuple(said)

    @property
    def abbreviation(self) -> str | None:
        """«асош» for «Амгинская СОШ №1» and «СОШ №1 с. Амга», as teachers shorten them."""
        letters = ""
        for shown in self.school.name.replace("-", " ").lower().split():
            word = shown.strip("«»„“”\"'()")
            meaning = vocabulary.WORDS.get(word.replace("ё", "е"))
            if meaning is None and word.endswith(_ADJECTIVE):
                letters += word[0]
            elif meaning is None or meaning.role not in {"org", "noise"}:
                break
        else:
            return None
        if not letters and self.place:
            letters = self.place.name[0].lower()
        kind = min(self.first.kinds, default=vocabulary.SCHOOL)
        said = meaning is not None and meaning.role == "kind"
        short = letters + vocabulary.SHORT.get(kind, "")
        return short if said and letters and len(short) >= _SHORTEST else None

    @cached_property
    def first(self) -> Mention:
        """What the registered name says; where the registry states a number, with some number."""
        school, shapes = self.school, self._grammar.shapes
        shape = (
            shapes.numbered(school.name, self.place)
            if school.number is None
            else shapes.mention(school.name, school.number, self.place)
        )
        if shape is not None:
            return shape
        return self.names[0] if self.names else _NAMELESS

    @cached_property
    def _shapes(self) -> tuple[Mention | None, ...]:
        school, shape = self.school, self._grammar.shapes.mention
        first = shape(school.name, school.number, self.place)
        if not school.aliases:
            return (first,)
        return (first, *(shape(name, school.number, self.place) for name in school.aliases))

    @property
    def _said(self) -> tuple[str, ...]:
        return (self.school.name, *self.school.aliases)


def join(stated: frozenset[str], name: Mention) -> frozenset[str]:
    """Return the kinds a registry states and those a name says; «школа» if that is all it says."""
    kinds = stated if name.kinds <= stated else stated | name.kinds
    if name.generic:
        kinds -= vocabulary.NO_SCHOOLS  # «МБУ ДО «Спортивная школа»»
    if kinds or not name.generic:
        return kinds
    return _PLAIN if vocabulary.APART.isdisjoint(name.words) else _APART


def kind_fits(kinds: frozenset[str], entry: Entry) -> bool:
    """Tell whether the kinds said may be the school's."""
    return kinds_fit(kinds, entry.kinds)


def kinds_fit(kinds: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether the kinds said may be those of a school; one called just that is no lyceum."""
    if not kinds or kinds <= own:
        return True
    if not own or own == _PLAIN:
        return kinds.isdisjoint(_SPECIAL)
    return frozenset() < kinds - vocabulary.COMMON <= own  # «СОШ-интернат»


def words_fit(mention: Mention, entry: Entry) -> bool:
    """Tell whether all that is said is said in the school's names."""
    return not mention.words or frozenset(mention.words) <= frozenset().union(*entry.words)


def bears(entry: Entry, honour: frozenset[str]) -> bool:
    """Tell whether a name is the one a school bears, of which either may be said in part."""
    own = entry.honour
    return bool(own and honour) and (own <= honour or honour <= own)


_NAMELESS = Mention()
_UNKNOWN: frozenset[str] = frozenset()
_PLAIN = frozenset({vocabulary.SCHOOL})
_APART = frozenset({"особая школа"})
_ADJECTIVE = ("ая", "яя", "ий", "ый", "ой")
_SHORTEST = 3
"""Fewer letters abbreviate too many names."""
_SPECIAL = vocabulary.SINGULAR | vocabulary.NURSERIES
