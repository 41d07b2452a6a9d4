"""Kinds, numbers, settlements and words gathered into the schools they are said of.

Knows what was said before, so that a head said once serves those that follow, and nothing of the
text: `names` goes through that and tells what it meets.
"""

from collections.abc import Container

from tochka_sync.values.where import vocabulary
from tochka_sync.values.where.gazetteer import Place, key
from tochka_sync.values.where.mentions import Mention, Parsed


class Gathering:
    """The mention being put together, and those that are whole."""

    __slots__ = ("_base", "_registered", "apart", "now", "parsed", "signed")

    def __init__(self, parsed: Parsed, registered: Container[str]) -> None:
        """Take the stems of all words of the registry's names as `registered`."""
        self.parsed = parsed
        self.now = Mention()
        self.apart = False
        """Whether a separator stands since the last thing said."""
        self.signed = False
        """Whether «№» stands since the last number."""
        self._base = Mention()  # what a number or a settlement after a separator goes on from
        self._registered = registered

    @property
    def begins(self) -> bool:
        """Whether nothing is said yet of the school to come."""
        return self.apart or not (self.now.named or self.now.places)

    @property
    def awaits_number(self) -> bool:
        """Whether a kind or a sign is said, and no number yet."""
        return (self.signed or self.now.typed) and self.now.number is None

    def finish(self, following: Mention | None = None) -> None:
        """Close the mention and begin another."""
        mention = self.now
        if mention.named:
            mention.goes_on = None
        if mention.named or mention.places:
            self.parsed.mentions.append(mention)
            if mention.typed or mention.words:
                self._base = mention
        elif mention.org and self.parsed.mentions and not following:
            self.parsed.mentions[-1].org = self.parsed.mentions[-1].org or mention.org
        self.now = following or Mention()
        self.apart = False

    def separate(self) -> None:
        """Take a comma, a line break or «и»."""
        self.apart = True

    def sign(self) -> None:
        """Take a «№»."""
        self.signed = self.parsed.signed = True

    def org(self, form: str) -> None:
        """Take a legal form."""
        if self.now.named and not self.now.is_branch:  # not after «г. Алдан, МБОУ …»
            self.finish()
        self.now.org = form

    def kind(self, kind: str, singular: str | None, *, numbered: bool = False) -> None:
        """Take a kind of school; `singular` is the word where it is a nominative of one.

        `numbered` is whether a «№» follows: in «СОШ №3,13 гимназии №1» no 13 is a gymnasium's.
        """
        now = self.now
        if kind == vocabulary.SCHOOL and now.led and not self.apart and not self.signed:
            now.generic = True  # «8 средняя школа»: one kind in two words
            return
        own = not now.typed or (now.shared and not now.head)
        leads = own and not self.apart and not (numbered and now.shared)
        led = now.number is not None and leads  # «8 школа», «№8 школа»
        if (self.apart and now.named) or (now.number is not None and not led):
            self.finish()
        elif led and now.shared:
            now.kinds, now.words, now.generic, now.shared = frozenset(), {}, False, False
        self.apart = False
        now = self.now
        if kind == vocabulary.SCHOOL:
            now.generic = True
        else:
            now.kinds |= {kind}
        if now.generic or len(now.kinds) > 1:  # «начальная школа - детский сад»
            now.kinds -= vocabulary.NO_SCHOOLS
        now.singular, now.led = singular or now.singular, led
        self.parsed.signed = True

    def honour(self, said: frozenset[str]) -> None:
        """Take whose name a school bears; another under the same head, where one is said already."""
        if self.apart and self.now.honour:
            self.finish(self.now.following())
        self.now.honour = said

    def number(self, number: int, *, loose: bool = False) -> None:
        """Take a school's number: of this mention, or of another under the same head."""
        now = self.now
        if now.led and self.signed and not self.apart:  # «3 СОШ №8»: whatever the three counts
            self.parsed.doubt = self.parsed.doubt or "number_or_people"
        waits = (
            now.typed and now.number is None and not now.words and now.kinds <= vocabulary.COMMON
        )  # «СОШ», a line break, «№8»
        if now.number is not None or (self.apart and now.named and not waits):
            base = now if now.typed or now.words else self._base
            strange = not base.typed and any(
                len(word) > 1 and word not in self._registered for word in base.words
            )
            counted = base if base.number is not None or strange else Mention()
            self.finish(counted.following())
            self.now.head = self.signed
            if counted.number is not None:  # of «СОШ №4 с УИОП, 7» the seventh is a plain one
                self.now.words = {
                    stem: raw
                    for stem, raw in counted.words.items()
                    if stem in counted.before or stem not in self._registered
                }
        else:
            now.head = now.typed or self.signed
            self.apart = False
        self.now.number, self.now.loose, self.now.before = number, loose, self.now.words
        self.signed = self.apart = False

    def place(
        self, places: tuple[Place, ...], after: str, *, known: bool, adjective: str, leads: bool
    ) -> None:
        """Give a settlement to the mention it belongs to: this one, the next, or one of its own.

        `after` is the kind of the next token, `leads` whether a kind or a legal form is to come.
        """
        now = self.now
        numbered = now.number is not None and after in {"n", "sign"}
        another = self.apart and adjective and after in {"w", "sep"}  # «СОШ №6, 8, Томмотская …»
        begins = another or ((self.apart or adjective) and (numbered or leads))
        if now.named and begins and not now.is_branch:
            self.finish()
        elif now.places and {key(p) for p in now.places} & {key(p) for p in places}:
            now.places = min(now.places, places, key=len)  # «Борская СОШ с. Бор», not of г. Бор
            return
        elif now.places:
            base = now if now.typed else self._base
            if base.typed and base.number is None:
                self.finish(base.following())
                self.now.singular = base.singular if not base.shared else None
            else:
                self.finish()
                self.now.goes_on = None if adjective or base.number is None else base
        self.now.places, self.now.known, self.now.adjective = places, known, adjective
        if not begins:
            self.apart = False

    def word(self, stem: str, raw: str, *, leads: bool) -> None:
        """Keep a word that tells schools apart; `leads` is whether a kind is to come behind it."""
        now = self.now
        listed = self.apart and (now.named or now.adjective)
        ordinal = now.number is not None and not (now.head or self.apart)
        if listed or (now.number is not None and leads and not ordinal):
            self.finish()
        elif ordinal and leads and now.shared:  # «1 Жемконская СОШ, 2 Мальжагарская СОШ»
            now.kinds, now.words, now.generic, now.shared = frozenset(), {}, False, False
        self.apart = False
        self.now.words = {**self.now.words, stem: raw}
