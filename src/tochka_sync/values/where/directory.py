"""The registry's schools as readers look for them: by number, by kind, by settlement and word.

A school is known under its registered name and its aliases, each taken apart by the same grammar
as a cell, so that every registered name reads as its own school.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial

from tochka_sync.models.school import School
from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.where import gazetteer, names, vocabulary
from tochka_sync.values.where.gazetteer import Gazetteer, Place
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.spelling import Lexicon


class Entry:
    """A school with what its names say.

    Its names are taken apart when somebody asks for more than its number and settlement: of a
    country's 25 000 schools a plan names few, and taking all apart takes two seconds.
    """

    def __init__(
        self, school: School, lexicon: Lexicon, kinds: Callable[[str], frozenset[str]]
    ) -> None:
        """Take the lexicon its names are read with, and what reads its stated kind."""
        self.school = school
        self.place = gazetteer.split(school.settlement) if school.settlement else None
        self._lexicon = lexicon
        self._kinds = kinds

    @property
    def name(self) -> str:
        """The registered name."""
        return self.school.name

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The registered name and the aliases, taken apart."""
        return tuple(
            mention
            for name in (self.school.name, *self.school.aliases)
            for mention in names.parse(name, self._lexicon).mentions[:1]
        )

    @property
    def kinds(self) -> frozenset[str]:
        """Its kind as the registry states it, or as its name says."""
        stated = self._kinds(self.school.kind) if self.school.kind else None
        return stated or self._first.kinds

    @property
    def number(self) -> int | None:
        """Its number."""
        return self._first.number if self.school.number is None else self.school.number

    @property
    def letter(self) -> str:
        """The letter after its number."""
        return self._first.letter

    @property
    def org(self) -> str | None:
        """Its legal form."""
        return self._first.org

    @property
    def honour(self) -> frozenset[str]:
        """Whose name it bears."""
        return self._first.honour

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each of its names, beside kind, number and settlement."""
        said = (self.school.name, *self.school.aliases)
        if all(_is_plain(name, self.place) for name in said):
            return (frozenset(),) * len(said)
        return tuple(frozenset(mention.words) for mention in self.names)

    @property
    def is_numbered(self) -> bool:
        """Whether each of its names surely has a number, as nearly all have: «МБОУ «СОШ №8 г. Томмот»»."""
        said = (self.school.name, *self.school.aliases)
        return all(_is_numbered(name, self.place) for name in said)

    @property
    def _first(self) -> Mention:
        return self.names[0] if self.names else _NAMELESS


class Directory:
    """An index of schools, made once for a registry."""

    def __init__(self, schools: Sequence[School]) -> None:
        places = Gazetteer(school.settlement for school in schools if school.settlement)
        bare = Lexicon(places, frozenset())
        kinds = cache(partial(_kinds, bare))
        self.entries = tuple(Entry(school, bare, kinds) for school in schools)
        self.lexicon = Lexicon(
            places,
            frozenset(word for entry in self.entries for words in entry.words for word in words),
        )

    @cached_property
    def by_number(self) -> dict[int, list[Entry]]:
        """Schools by number."""
        found = defaultdict(list)
        for entry in self.entries:
            if entry.number is not None:
                found[entry.number].append(entry)
        return dict(found)

    @cached_property
    def by_place(self) -> dict[str, list[Entry]]:
        """Schools by the name of their settlement."""
        found = defaultdict(list)
        for entry in self.entries:
            if entry.place:
                found[gazetteer.key(entry.place)].append(entry)
        return dict(found)

    @cached_property
    def by_word(self) -> dict[str, list[Entry]]:
        """Schools by the words of their names."""
        found = defaultdict(list)
        for entry in self.entries:
            for word in dict.fromkeys(word for words in entry.words for word in words):
                found[word].append(entry)
        return dict(found)

    @cached_property
    def by_kind(self) -> dict[str, list[Entry]]:
        """Schools by kind; one of two kinds stands under both."""
        found = defaultdict(list)
        for entry in self.entries:
            for kind in entry.kinds:
                found[kind].append(entry)
        return dict(found)

    @cached_property
    def unplaced(self) -> tuple[Entry, ...]:
        """Schools whose settlement nobody said."""
        return tuple(entry for entry in self.entries if entry.place is None)

    def with_number(self, mention: Mention) -> Sequence[Entry]:
        """Return the schools of a number: those of the settlement said, if it has any."""
        here = [
            entry
            for place in mention.places
            for entry in self.by_place.get(gazetteer.key(place), ())
            if entry.number == mention.number
        ]
        return here or self.by_number.get(mention.number or 0, ())

    def without_number(self, mention: Mention) -> Sequence[Entry]:
        """Return the fewest schools among which one named without a number must be."""
        groups: list[Sequence[Entry]] = [self.by_word.get(word, ()) for word in mention.words]
        groups += [self.by_kind.get(kind, ()) for kind in mention.kinds]
        if mention.places:
            here = [e for p in mention.places for e in self.by_place.get(gazetteer.key(p), ())]
            groups.append([*here, *self.unplaced])
        return min(groups, key=len, default=self.entries)


_WORDS = Pattern(r"[^\W\d_]+")
_USUAL = frozenset(
    word for word, said in vocabulary.WORDS.items() if said.role in {"kind", "org", "noise", "sign"}
)
_NUMBERED = Pattern(
    r"(?:(?P<org>[^\W\d_]+) )?[«\"„]?(?P<kind>[^\W\d_]+) ?№ ?\d{1,3}(?: (?P<place>[^\W\d_]+))?[»\"“]?"
)
_OTHER = vocabulary.Word("")
_NAMELESS = Mention()


def _kinds(lexicon: Lexicon, stated: str) -> frozenset[str]:
    mentions = names.parse(stated, lexicon).mentions
    return mentions[0].kinds if mentions else frozenset()


def _is_plain(name: str, place: Place | None) -> bool:
    """Tell whether a name surely says nothing beside kind, form, number and its settlement of one word."""
    own = gazetteer.key(place) if place else ""
    words = _WORDS.findall(_untyped(text.fold(name), own, place))
    return all(word in _USUAL or word == own for word in words)


def _is_numbered(name: str, place: Place | None) -> bool:
    own = gazetteer.key(place) if place else ""
    shape = _NUMBERED.fullmatch(_untyped(text.fold(name), own, place))
    return (
        shape is not None
        and (shape["org"] is None or shape["org"] in vocabulary.ORGS)
        and vocabulary.WORDS.get(shape["kind"], _OTHER).role == "kind"
        and shape["place"] in {None, own}
    )


def _untyped(folded: str, own: str, place: Place | None) -> str:
    """Return a folded name without the type of its settlement."""
    if place and place.type:
        for typed in (place.type, f"{place.type} "):
            folded = folded.replace(f"{typed}{own}", own)
    return folded


def kind_fits(mention: Mention, entry: Entry) -> bool:
    """Tell whether the kind said may be the school's."""
    return not mention.kinds or not entry.kinds or mention.kinds <= entry.kinds


def words_fit(mention: Mention, entry: Entry) -> bool:
    """Tell whether all that is said is said in one of the school's names."""
    said = frozenset(mention.words)
    return not said or any(said <= words for words in entry.words)
