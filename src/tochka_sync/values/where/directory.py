"""The registry's schools as readers look for them: by number, by kind, by settlement and word.

A school is known under its registered name and its aliases, each taken apart by the same grammar
as a cell, so that every registered name reads as its own school. An index is made when it is first
asked for, and what every cell of one wording would look for is found once: a country's 25 000
schools are looked through by kind and number, not by cell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, partial
from typing import TypeVar

from tochka_sync.models.school import School
from tochka_sync.values.where import gazetteer, names
from tochka_sync.values.where.entries import Entry, Grammar, kind_fits
from tochka_sync.values.where.gazetteer import Gazetteer, Place
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.shapes import Shapes
from tochka_sync.values.where.spelling import Lexicon

T = TypeVar("T")
_ANY: frozenset[str] = frozenset()
_LIKE = 65
"""Per cent of likeness from which a word is offered for another."""


class Directory:
    """An index of schools, made once for a registry."""

    def __init__(self, schools: Sequence[School]) -> None:
        said = dict.fromkeys(school.settlement for school in schools if school.settlement)
        settlements = Gazetteer(said)
        places = {settlement: gazetteer.split(settlement) for settlement in said}
        bare = Lexicon(settlements, frozenset)
        self._shapes = Shapes()
        grammar = Grammar(bare, self._shapes, cache(partial(_kinds, bare)))
        self.entries = tuple(
            Entry(school, places.get(school.settlement or ""), grammar) for school in schools
        )
        self.lexicon = Lexicon(settlements, lambda: frozenset(self.by_word))
        self._of_number: dict[tuple[int, str, frozenset[str]], list[Entry]] = {}
        self._of_kinds: dict[frozenset[str], list[Entry]] = {}
        self._nameless: dict[frozenset[str], list[Entry]] = {}
        self._called: dict[frozenset[str], list[Entry]] = {}
        self._alike: dict[frozenset[str], list[Entry]] = {}
        self._here: dict[str, dict[int | None, list[Entry]]] = {}

    @cached_property
    def by_number(self) -> dict[int, list[Entry]]:
        """Schools by number."""
        found: defaultdict[int, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            number = entry.number
            if number is not None:
                found[number].append(entry)
        return dict(found)

    @cached_property
    def by_place(self) -> dict[str, list[Entry]]:
        """Schools by the name of their settlement."""
        groups = _index(self.entries, lambda entry: (entry.place,))
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for place, entries in groups.items():
            if place is not None:
                found[gazetteer.key(place)] += entries
        return dict(found)

    @cached_property
    def by_word(self) -> dict[str, list[Entry]]:
        """Schools by the words of their names."""
        return _index(
            self.unusual, lambda entry: dict.fromkeys(word for said in entry.words for word in said)
        )

    @cached_property
    def by_kind(self) -> dict[str, list[Entry]]:
        """Schools by kind; one of two kinds stands under both."""
        return _index(self.entries, lambda entry: entry.kinds)

    @cached_property
    def by_honour(self) -> dict[str, list[Entry]]:
        """Schools by the words of the name they bear."""
        return _index(self.unusual, lambda entry: entry.honour)

    @cached_property
    def unusual(self) -> tuple[Entry, ...]:
        """Schools that may be called by something else than kind, number and settlement."""
        is_usual = self._shapes.is_usual
        return tuple(
            entry
            for entry in self.entries
            if (school := entry.school).aliases
            or not is_usual(school.name, school.number, entry.place)
        )

    @cached_property
    def unplaced(self) -> tuple[Entry, ...]:
        """Schools whose settlement nobody said."""
        return tuple(entry for entry in self.entries if entry.place is None)

    def in_places(self, places: Iterable[Place], number: int | None) -> list[Entry]:
        """Return the schools of a number in some settlements."""
        return [
            entry
            for place in places
            for entry in self._numbered(gazetteer.key(place)).get(number, ())
        ]

    def _numbered(self, place: str) -> dict[int | None, list[Entry]]:
        """Return the schools of a settlement by number."""
        if place not in self._here:
            self._here[place] = _index(self.by_place.get(place, ()), lambda entry: (entry.number,))
        return self._here[place]

    def of_number(self, number: int, letter: str, kinds: frozenset[str]) -> Sequence[Entry]:
        """Return the schools of a number that may be of some kinds."""
        key = number, letter, kinds
        if key not in self._of_number:
            self._of_number[key] = (
                [entry for entry in self.of_number(number, letter, _ANY) if kind_fits(kinds, entry)]
                if kinds
                else [e for e in self.by_number.get(number, ()) if e.letter == letter]
            )
        return self._of_number[key]

    def of_kinds(self, kinds: frozenset[str]) -> Sequence[Entry]:
        """Return the schools that may be of some kinds."""
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = [entry for entry in self.entries if kind_fits(kinds, entry)]
        return self._of_kinds[kinds]

    def nameless(self, kinds: frozenset[str]) -> Sequence[Entry]:
        """Return the schools that may be of some kinds and bear nobody's name."""
        if kinds not in self._nameless:
            self._nameless[kinds] = [entry for entry in self.of_kinds(kinds) if not entry.honour]
        return self._nameless[kinds]

    def called(self, kinds: frozenset[str]) -> Sequence[Entry]:
        """Return the schools that are called by some kinds and nothing else: «Гимназия»."""
        if kinds not in self._called:
            self._called[kinds] = [
                entry
                for entry in (self.unusual if kinds else ())
                if kind_fits(kinds, entry)
                and any(
                    name.number is None and name.kinds == kinds and not (name.words or name.places)
                    for name in entry.says
                )
            ]
        return self._called[kinds]

    def alike(self, kinds: frozenset[str]) -> Sequence[Entry]:
        """Return the schools of the kinds said, if any is, that have no number and no words."""
        if kinds not in self._alike:
            self._alike[kinds] = [
                entry
                for kind in sorted(kinds)
                for entry in self.by_kind.get(kind, ())
                if entry.number is None and kind_fits(kinds, entry) and not entry.words[0]
            ]
        return self._alike[kinds]

    def bearing(self, honour: frozenset[str]) -> list[Entry]:
        """Return the schools that bear a name, in the order of the registry."""
        found = {entry for word in honour for entry in self.by_honour.get(word, ())}
        return [entry for entry in self.entries if entry in found] if found else []

    def resembling(self, mention: Mention) -> list[Entry]:
        """Return the schools whose names have words like those said, the likest first."""
        from rapidfuzz import process  # noqa: PLC0415 - costs more to import than most runs need

        return [
            entry
            for word in mention.words
            for like, _, _ in process.extract(word, list(self.by_word), limit=3, score_cutoff=_LIKE)
            for entry in self.by_word[like]
        ]

    def without_number(self, mention: Mention) -> Sequence[Entry]:
        """Return the fewest schools among which one named without a number must be."""
        groups: list[Sequence[Entry]] = [self.by_word.get(word, ()) for word in mention.words]
        groups += [self.by_kind.get(kind, ()) for kind in mention.kinds]
        if mention.places:
            here = [e for p in mention.places for e in self.by_place.get(gazetteer.key(p), ())]
            groups.append([*here, *self.unplaced])
        return min(groups, key=len, default=self.entries)


def _index(entries: Iterable[Entry], under: Callable[[Entry], Iterable[T]]) -> dict[T, list[Entry]]:
    found = defaultdict(list)
    for entry in entries:
        for key in under(entry):
            found[key].append(entry)
    return dict(found)


def _kinds(lexicon: Lexicon, stated: str) -> frozenset[str]:
    mentions = names.parse(stated, lexicon).mentions
    return mentions[0].kinds if mentions else frozenset()
