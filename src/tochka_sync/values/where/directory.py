"""The registry's schools as readers look for them: by number, by kind, by settlement and word.

A school is known under its registered name and its aliases, each taken apart by the same grammar
as a cell, so that every registered name reads as its own school.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tochka_sync.models.school import School
from tochka_sync.values.where import gazetteer, names
from tochka_sync.values.where.gazetteer import Gazetteer, Place
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.spelling import Lexicon


@dataclass(frozen=True, slots=True)
class Entry:
    """A school with what its names say."""

    school: School
    kinds: frozenset[str]
    number: int | None
    letter: str
    place: Place | None
    org: str | None
    words: tuple[frozenset[str], ...]
    """The words of each of its names, beside kind, number and settlement."""
    names: tuple[Mention, ...]
    """The registered name and the aliases, taken apart."""
    honour: frozenset[str]

    @property
    def name(self) -> str:
        """The registered name."""
        return self.school.name


class Directory:
    """An index of schools, made once for a registry."""

    def __init__(self, schools: Sequence[School]) -> None:
        places = Gazetteer(school.settlement for school in schools if school.settlement)
        bare = Lexicon(places, frozenset())
        self.entries = tuple(_entry(school, bare) for school in schools)
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


def _entry(school: School, lexicon: Lexicon) -> Entry:
    mentions = [
        mention
        for name in (school.name, *school.aliases)
        for mention in names.parse(name, lexicon).mentions[:1]
    ]
    first = mentions[0] if mentions else Mention()
    kinds = names.parse(school.kind, lexicon).mentions if school.kind else []
    place = gazetteer.split(school.settlement) if school.settlement else None
    return Entry(
        school=school,
        kinds=(kinds[0].kinds if kinds else frozenset()) or first.kinds,
        number=school.number if school.number is not None else first.number,
        letter=first.letter,
        place=place,
        org=first.org,
        words=tuple(frozenset(mention.words) for mention in mentions),
        names=tuple(mentions),
        honour=first.honour,
    )


def kind_fits(mention: Mention, entry: Entry) -> bool:
    """Tell whether the kind said may be the school's."""
    return not mention.kinds or not entry.kinds or mention.kinds <= entry.kinds


def words_fit(mention: Mention, entry: Entry) -> bool:
    """Tell whether all that is said is said in one of the school's names."""
    said = frozenset(mention.words)
    return not said or any(said <= words for words in entry.words)
