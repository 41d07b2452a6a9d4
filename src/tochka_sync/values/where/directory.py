"""The registry's schools as readers look for them: by number, by kind, by settlement and word.

A school is known under its registered name and its aliases, each taken apart by the same grammar
as a cell, so that every registered name reads as its own school. An index is made when it is first
asked for and holds places in the registry; a school is looked at when it is one of few: a country's
25 000 schools are looked through by kind and number, by column, not by cell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import TypeVar, overload

from tochka_sync.models.school import Schools
from tochka_sync.pattern import Pattern
from tochka_sync.values.reading import Reading
from tochka_sync.values.where import gazetteer, names, vocabulary
from tochka_sync.values.where.entries import Entry, Grammar, bears, join, kind_fits, kinds_fit
from tochka_sync.values.where.gazetteer import Gazetteer, Place
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.shapes import Shapes
from tochka_sync.values.where.spelling import Lexicon

T = TypeVar("T")
E = TypeVar("E")
_ADJECTIVES = Pattern(r"\b[а-я]{3,}[сц]к(?:ая|ий|ое)\b")
_LISTED = Pattern(r"[,;\n]")
_LIKE = 65
"""Per cent of likeness from which a word is offered for another."""


class Group(Sequence[Entry]):
    """Some schools of a registry by their places in it; one is made when it is asked for."""

    def __init__(self, directory: "Directory", at: Sequence[int]) -> None:
        self.at = at
        self._entry = directory.entry

    def __len__(self) -> int:
        """Count them."""
        return len(self.at)

    def __iter__(self) -> Iterator[Entry]:
        """Go through them."""
        return map(self._entry, self.at)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        """Return one or some."""
        if isinstance(index, slice):
            return list(map(self._entry, self.at[index]))
        return self._entry(self.at[index])


class Directory:
    """An index of schools, made once for a registry."""

    def __init__(self, schools: Schools) -> None:
        self._schools = schools
        self._columns = schools.columns
        settlements = Gazetteer(filter(None, dict.fromkeys(self._columns.settlements)))
        self._places: dict[str | None, Place] = dict(settlements.places.items())
        self._namesakes = settlements.of_key
        bare = Lexicon(settlements)
        self._shapes = Shapes()
        self._grammar = Grammar(bare, self._shapes, cache(partial(_kinds, bare)))
        self.lexicon = Lexicon(
            settlements,
            lambda: frozenset(self.by_word),
            lambda: self._by_honour,
            lambda: self._adjectives,
        )
        self.plainly: dict[str, tuple[Mention, Reading[str]]] = {}
        """Schools plainly named in cells read so far, and which they are."""
        self.entry = cache(self._entry)
        """Returns the school at a place in the registry."""
        self.entries = Group(self, range(len(schools)))
        """All schools, in the order of the registry."""
        self.of_number = cache(self._of_number)
        """Returns the schools of a number and a letter that may be of some kinds."""
        self.of_kinds = cache(self._of_kinds)
        """Returns the schools that may be of some kinds."""
        self.nameless = cache(self._nameless)
        """Returns the schools that may be of some kinds and bear nobody's name."""
        self.called = cache(self._called)
        """Returns the schools that are called by some kinds and nothing else: «Гимназия»."""
        self.alike = cache(self._alike)
        """Returns the schools of the kinds said, if any is, that have no number and no words."""
        self._numbered = cache(self._by_number_in)

    def _entry(self, at: int) -> Entry:
        school = self._schools[at]
        place = self._places.get(school.settlement)
        return Entry(school, self._schools.called[at], place, self._grammar)

    @cached_property
    def by_number(self) -> dict[int, Group]:
        """Schools by number."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for at, stated in enumerate(self._columns.numbers):
            number = self.entry(at).number if stated is None else stated
            if number is not None:
                found[number].append(at)
        return {number: Group(self, at) for number, at in found.items()}

    @cached_property
    def by_word(self) -> dict[str, list[Entry]]:
        """Schools by the words of their names."""
        return _index(
            self.unusual, lambda entry: dict.fromkeys(word for said in entry.words for word in said)
        )

    @cached_property
    def by_kind(self) -> dict[str, Group]:
        """Schools by kind; one of two kinds stands under both."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, kinds in enumerate(self._kinds):
            for kind in kinds:
                found[kind].append(at)
        return {kind: Group(self, at) for kind, at in found.items()}

    @cached_property
    def renamed(self) -> dict[int | None, list[Entry]]:
        """Schools by the numbers in their aliases that are not theirs now."""
        aliased = [at for at, aliases in enumerate(self._columns.aliases) if aliases]
        return _index(
            Group(self, aliased),
            lambda entry: {name.number for name in entry.names} - {entry.number, None},
        )

    @cached_property
    def unusual(self) -> Group:
        """Schools that may be called by something else than kind, number and settlement."""
        shapes = [said for said in set(self._said) if said is not None]
        usual = {said for said in shapes if said.number is not None and not said.words}
        both = enumerate(zip(self._said, self._columns.aliases, strict=True))
        return Group(self, [at for at, (said, aliases) in both if aliases or said not in usual])

    @cached_property
    def unplaced(self) -> Group:
        """Schools whose settlement nobody said."""
        settlements = enumerate(self._columns.settlements)
        return Group(self, [at for at, settlement in settlements if not settlement])

    def exactly(self, shown: str) -> tuple[str, ...]:
        """Return the schools of a text that is their names, aliases or ids, letter for letter."""
        for pieces in ([shown], _LISTED.split(shown), shown.split()):
            named = [self._exact(piece) for piece in pieces if piece.strip()]
            found = [id_ for id_ in named if id_]
            if found and len(found) == len(named):
                return tuple(dict.fromkeys(found))
        return ()

    def _exact(self, piece: str) -> str | None:
        """Return the one school that is called so, with a legal form before it or without."""
        form, _, rest = (text := _plain(piece)).partition(" ")
        bare = rest if rest and form in vocabulary.ORGS else text
        if bare.isdecimal():
            return None
        first, last = self._by_text
        called = [bare, *[f"{org} {bare}" for org in vocabulary.ORGS]]
        found = {ids[name] for ids in (first, last) for name in called if name in ids}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _by_text(self) -> tuple[dict[str, str], dict[str, str]]:
        """The first and the last school by what it is called, of which nothing is taken apart."""
        texts: list[str] = []
        ids: list[str] = []
        for said in zip(self._columns.ids, self._columns.names, self._columns.aliases, strict=True):
            id_, name, aliases = said
            texts += (name, *aliases, id_)
            ids += [id_] * (len(aliases) + 2)
        names = _plain("\0".join(texts)).split(
            "\0"
        )  # at once: a word at a time took four times as long
        return (
            dict(zip(reversed(names), reversed(ids), strict=True)),
            dict(zip(names, ids, strict=True)),
        )

    def in_place(self, place: Place) -> list[Entry]:
        """Return the schools of a settlement, of whatever type."""
        return [
            self.entry(at)
            for namesake in self._namesakes.get(gazetteer.key(place), ())
            for at in self._settled[namesake]
        ]

    def in_places(self, places: Iterable[Place], number: int | None) -> list[Entry]:
        """Return the schools of a number in some settlements."""
        named = {gazetteer.key(place): place for place in places}.values()
        return [entry for place in named for entry in self._numbered(place).get(number, ())]

    def _of_number(self, number: int, letter: str, kinds: frozenset[str]) -> Sequence[Entry]:
        same = self.by_number.get(number)
        return Group(
            self,
            [
                at
                for at in (same.at if same else ())
                if self._first(at).letter == letter and kinds_fit(kinds, self._kinds[at])
            ],
        )

    def _of_kinds(self, kinds: frozenset[str]) -> Group:
        if not kinds:
            return self.entries
        fitting = {own for own in set(self._kinds) if kinds_fit(kinds, own)}
        return Group(self, [at for at, own in enumerate(self._kinds) if own in fitting])

    def _nameless(self, kinds: frozenset[str]) -> Sequence[Entry]:
        return Group(self, [at for at in self.of_kinds(kinds).at if not self._first(at).honour])

    def _called(self, kinds: frozenset[str]) -> Sequence[Entry]:
        return [
            entry
            for entry in (self.unusual if kinds else ())
            if kind_fits(kinds, entry)
            and any(
                name.number is None and name.kinds == kinds and not (name.words or name.places)
                for name in entry.says
            )
        ]

    def _alike(self, kinds: frozenset[str]) -> Sequence[Entry]:
        return [
            entry
            for kind in sorted(kinds)
            for entry in Group(self, [at for at in self._unstated if kind in self._kinds[at]])
            if entry.number is None and kind_fits(kinds, entry) and not entry.words[0]
        ]

    def bearing(self, honour: frozenset[str]) -> list[Entry]:
        """Return the schools that bear a name, in the order of the registry."""
        found = {at for word in honour for at in self._by_honour.get(word, ())}
        return [entry for entry in map(self.entry, sorted(found)) if bears(entry, honour)]

    def resembling(self, mention: Mention) -> list[Entry]:
        """Return the schools whose names or settlements are like words said, the likest first."""
        strange = () if mention.known else mention.places
        stems = [name for place in strange for name in gazetteer.folded(place)]
        if not (mention.words or stems):
            return []
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - costs more to import than most runs need

        like = partial(process.extract, scorer=fuzz.ratio, limit=3, score_cutoff=_LIKE)
        own, towns = list(self.by_word), self.lexicon.gazetteer.bases
        found: list[tuple[float, Sequence[Entry]]] = []
        for word, raw in mention.words.items():
            found += [(score, self.by_word[said]) for said, score, _ in like(word, own)]
            stems += gazetteer.stems(raw.lower().replace("ё", "е"))
        found += [
            (score, self.in_place(place))
            for stem in stems
            for base, score, _ in like(stem, towns)
            if (named := self.lexicon.gazetteer.find((base,), 0))
            for place in named.places
        ]
        found.sort(key=itemgetter(0), reverse=True)
        return [entry for _, entries in found for entry in entries]

    def without_number(self, mention: Mention) -> Sequence[Entry]:
        """Return the fewest schools among which one named without a number must be."""
        groups: list[Sequence[Entry]] = [self.by_word.get(word, ()) for word in mention.words]
        groups += [self.by_kind.get(kind, ()) for kind in mention.kinds]
        if mention.places:
            here = [entry for place in mention.places for entry in self.in_place(place)]
            groups.append([*here, *self.unplaced])
        return min(groups, key=len, default=self.entries)

    @cached_property
    def _unstated(self) -> list[int]:
        """The schools whose number the registry does not state."""
        return [at for at, number in enumerate(self._columns.numbers) if number is None]

    @cached_property
    def _said(self) -> list[Mention | None]:
        """What each registered name says but for number and settlement, where its shape is known."""
        said = self._columns
        return self._shapes.mentions(said.names, said.numbers, said.settlements, self._places)

    @cached_property
    def _kinds(self) -> list[frozenset[str]]:
        """The kinds of each school."""
        column = self._columns.kinds
        stated = {kind: self._grammar.kinds(kind) if kind else frozenset() for kind in set(column)}
        told = map(stated.__getitem__, column)
        return [join(own, self._first(at)) for at, own in enumerate(told)]

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        """The adjectives in registered names, as they are written: «шугуровская»."""
        said = " ".join([self._columns.names[at] for at in self.unusual.at]).lower()
        return frozenset(_ADJECTIVES.findall(said.replace("ё", "е")))

    @cached_property
    def _by_honour(self) -> dict[str, list[int]]:
        """Schools by the words of the name they bear."""
        return _index(self.unusual.at, lambda at: self._first(at).honour)

    @cached_property
    def _settled(self) -> dict[Place, list[int]]:
        """Schools by settlement."""
        found: defaultdict[str | None, list[int]] = defaultdict(list)
        for at, settlement in enumerate(self._columns.settlements):
            found[settlement].append(at)
        merged: dict[Place, list[int]] = {}
        for settlement, place in self._places.items():
            here = found[settlement]
            merged[place] = sorted([*merged[place], *here]) if place in merged else here
        return merged

    def _first(self, at: int) -> Mention:
        """Return what a registered name says; its number may be another's of the same shape."""
        return self._said[at] or self.entry(at).first

    def _by_number_in(self, place: Place) -> dict[int | None, list[Entry]]:
        """Return the schools of a settlement by number."""
        return _index(self.in_place(place), lambda entry: (entry.number,))


def _plain(names: str) -> str:
    """Return the words of one name or of many, with a space for all signs but the noughts between."""
    names = names.lower().replace("ё", "е")
    for sign in set(names) - {" ", "\0"}:
        if not sign.isalnum():
            names = names.replace(sign, " ")
    while "  " in names:
        names = names.replace("  ", " ")
    return names.replace(" \0", "\0").replace("\0 ", "\0").strip()


def _index(entries: Iterable[E], under: Callable[[E], Iterable[T]]) -> dict[T, list[E]]:
    found = defaultdict(list)
    for entry in entries:
        for key in under(entry):
            found[key].append(entry)
    return dict(found)


def _kinds(lexicon: Lexicon, stated: str) -> frozenset[str]:
    mentions = names.parse(stated, lexicon).mentions
    return mentions[0].kinds if mentions else frozenset()
