"""What a wording says of schools, one mention for each."""

from dataclasses import dataclass, field
from itertools import pairwise

from tochka_sync.values.reading import Remark
from tochka_sync.values.where import vocabulary
from tochka_sync.values.where.gazetteer import Place

_ADJECTIVE = ("ая", "яя", "ой", "ей", "ую", "ий", "ый", "ое", "ого", "ые", "ие", "все", "обе")
"""How a word ends that stands before the kind."""
_FEMININE = ("ая", "яя", "ой", "ей", "ую", "юю")
_PLURAL = ("ие", "ые", "их", "ых", "им", "ым", "ими", "ыми")


@dataclass(slots=True, eq=False, repr=False)
class Mention:
    """One school as a cell words it."""

    kinds: frozenset[str] = frozenset()
    """Without «школа», which fits every kind."""
    generic: bool = False
    number: int | None = None
    letter: str = ""
    places: tuple[Place, ...] = ()
    """The settlements meant: several where one word may name several."""
    known: bool = False
    """Whether the registry knows such a settlement."""
    words: dict[str, str] = field(default_factory=dict)
    """Everything else that is said: stem → the word."""
    before: dict[str, str] = field(default_factory=dict)
    """The words said before the number."""
    honour: frozenset[str] = frozenset()
    org: str | None = None
    shared: bool = False
    """Whether the kind was said before, of another school."""
    singular: str | None = None
    """The nominative that heads it, where it is one."""
    part: bool = False
    """Whether only the last word of a settlement's name is said: «Куранах»."""
    adjective: str = ""
    """The adjective by which the settlement is said: «томмотская»."""
    goes_on: "Mention | None" = None
    """The numbered school of another settlement said before it: «СОШ №1 г. Ленск, г. Мирный»."""
    head: bool = False
    """Whether a kind or a sign introduces its number."""
    led: bool = False
    """Whether its number stands before its kind: «8 школа»."""
    mended: bool = False
    """Whether a misprint was put right in it."""
    loose: bool = False
    """Whether its number may as well count people: «лицей (2)», «Хоробутская СОШ - 4»."""

    @property
    def typed(self) -> bool:
        """Whether a kind is said."""
        return bool(self.kinds) or self.generic

    @property
    def is_branch(self) -> bool:
        """Whether a school may still be said whose branch it is: «филиал МБОУ «СОШ №2»»."""
        return "филиал" in self.words and not (self.typed or self.places)

    @property
    def is_adjectival(self) -> bool:
        """Whether only adjectives stand before its kind, if that is said: «Майская СОШ»."""
        words = all([word.endswith(_ADJECTIVE) for word in self.words.values()])  # noqa: C419
        return words and self.number is None and bool(self.adjective or self.words)

    @property
    def shares_ordinal(self) -> bool:
        """Whether a number before it is of the same name: «1 и 2 Жемконские СОШ»."""
        return self.led and any(word.endswith(_PLURAL) for word in self.words.values())

    @property
    def named(self) -> bool:
        """Whether anything is said beside a settlement and a legal form."""
        return self.typed or self.number is not None or bool(self.words or self.honour)

    def following(self) -> "Mention":
        """Return the beginning of another school under the same head: «СОШ №1, 2»."""
        return Mention(kinds=self.kinds, generic=self.generic, words=self.words, shared=True)

    @property
    def label(self) -> str:
        """What to call it in a sentence."""
        parts: list[str] = []
        if self.words and (not self.kinds or self.number is None):
            parts += self.words.values()
        if self.kinds or (self.generic and not self.words):
            before = [word for word in parts if word.endswith(_ADJECTIVE)]
            after = [word for word in parts if word not in before]
            parts = [*before, vocabulary.label(self.kinds), *after]
        if self.number is not None:
            parts.append(f"№{self.number}{self.letter}")
        parts += [f"{place.type or ''} {place.name}".strip() for place in self.places[:1]]
        return " ".join(parts)


@dataclass(slots=True, eq=False, repr=False)
class Parsed:
    """The mentions of a cell, and what was put right or assumed in reading it."""

    mentions: list[Mention] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    signed: bool = False
    """Whether a kind or a sign says that the numbers are schools."""
    doubt: str | None = None
    """Why the numbers may be no list of schools: `number_or_date`, `bare_range`, `not_a_number`,
    `number_or_people`."""

    @property
    def repeats(self) -> bool:
        """Whether a number is said twice, as in «СОШ №1 – 5, СОШ №2 – 4»: how many came."""
        said = [(one.number, one.letter) for one in self.mentions if one.number is not None]
        return len(set(said)) < len(said)

    def share(self) -> None:
        """Give each mention what the one behind it says for both: «Алданская и Томмотская гимназии»."""
        for following, mention in pairwise(reversed(self.mentions)):
            if mention.is_adjectival and following.is_adjectival and not mention.typed:
                mention.kinds, mention.generic = following.kinds, following.generic
                if mention.adjective and following.adjective:
                    mention.words = following.words
            if following.shares_ordinal and mention.number is not None and not mention.head:
                mention.kinds, mention.words = following.kinds, following.words
        for mention in self.mentions:
            if not mention.named and mention.adjective.endswith(_FEMININE):
                mention.generic = True  # «Томмотская»: a school, and no settlement
