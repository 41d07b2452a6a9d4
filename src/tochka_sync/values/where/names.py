"""A wording taken apart into the schools it mentions: kind, number, settlement, other words.

Says nothing of which school that is: `directory` and `schools` decide. Takes lists in every
separator, heads said once («СОШ №1,2 и 4», «гимназия г.Алдан и п.Нижний Куранах»), legal forms,
honours, districts and misprints; a word it does not know is kept, so that nothing is stretched.
"""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals, text
from tochka_sync.values.reading import Remark
from tochka_sync.values.where import spelling, tokens, vocabulary
from tochka_sync.values.where.gazetteer import TYPE_OF, Place, key
from tochka_sync.values.where.mentions import Mention, Parsed
from tochka_sync.values.where.spelling import Lexicon
from tochka_sync.values.where.tokens import GLUED, Token

_RANGE = Pattern(rf"\s*(?:[{text.DASH}]|по|до)\s*№?\s*")
"""What makes two numbers the ends of a range: «№4-№6», «с 4 по 6»."""
_QUOTED = Pattern(r"\s*[«\"“”„'‘’]")
_ORDINAL = frozenset(("й", "я", "ая", "ой", "ый", "ей", "м", "е", "ое", "ую", "го", "ом", "му"))
_NUMBERED = frozenset(("сош", "оош", "нош"))
"""Kinds that wait for a number: «СОШ», a line break, «№8»."""
_COUNTED = frozenset("(:")
_NOBODY = Mention()
_WIDEST = 30
"""More schools than this no range of numbers means: «8-914» is a telephone."""


def parse(raw: str, lexicon: Lexicon) -> Parsed:
    """Take a wording apart."""
    shown, notes = spelling.scripts(spelling.lines(raw), lexicon)
    parser = _Parser(tokens.split(shown, lexicon, notes), lexicon, notes)
    return parser.run()


class _Parser:
    """Goes through the tokens once; each step takes one or more of them."""

    def __init__(self, found: list[Token], lexicon: Lexicon, notes: list[Remark]) -> None:
        self.tokens = found
        self.folded = [token.text if token.kind == "w" else "" for token in found]
        self.lexicon = lexicon
        self.parsed = Parsed(notes=notes)
        self.now = Mention()
        self.base = _NOBODY  # what a number or a settlement after a separator goes on from
        self.apart = False  # a separator since the last thing said
        self.sign = False
        self.at = 0

    def run(self) -> Parsed:
        while self.at < len(self.tokens):
            self.at += _STEPS[self.tokens[self.at].kind](self)
        self.finish()
        for mention, following in pairwise(self.parsed.mentions):
            if mention.adjective and not mention.named and following.adjective:
                mention.kinds, mention.generic = following.kinds, following.generic
                mention.words = following.words  # «Алданская и Нижнекуранахская гимназии»
        return self.parsed

    def finish(self, following: Mention | None = None) -> None:
        """Close the mention and begin another."""
        mention = self.now
        if mention.named or mention.places:
            self.parsed.mentions.append(mention)
            if mention.typed or mention.words:
                self.base = mention
        elif mention.org and self.parsed.mentions and not following:
            self.parsed.mentions[-1].org = self.parsed.mentions[-1].org or mention.org
        self.now = following or Mention()
        self.apart = False

    def separator(self) -> int:
        self.apart = True
        return 1

    def number_sign(self) -> int:
        self.sign = self.parsed.signed = True
        return 1

    def word(self) -> int:
        word = self.folded[self.at]
        if used := self.settlement():
            return used
        meaning = vocabulary.WORDS.get(word)
        if meaning is None:
            return self.unknown()
        if meaning.role == "kind":
            return self.kind(meaning.value)
        if meaning.role == "org":
            if self.now.named:  # not after «г. Алдан, МБОУ …»
                self.finish()
            self.now.org = meaning.value
        elif meaning.role == "and":
            self.apart = True
        elif meaning.role == "sign":
            return self.number_sign()
        elif meaning.role == "honour":
            return self.honour()
        elif meaning.role == "quality":
            self.quality(meaning.value, word)
        return 1

    def kind(self, kind: str) -> int:
        now = self.now
        own = not now.typed or (now.shared and not now.head)
        led = now.number is not None and own and not self.apart  # «8 школа», «№8 школа»
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
        word = self.folded[self.at]
        if word in vocabulary.SINGULAR:
            now.singular = self.tokens[self.at].raw
        self.parsed.signed = True
        return 1

    def number(self) -> int:
        token = self.tokens[self.at]
        school = (self.sign or self.now.typed) and self.now.number is None
        if tokens.is_padded(self.tokens, self.at, alone=school):
            self.parsed.doubt = self.parsed.doubt or "not_a_number"
        following = self.tokens[self.at + 1 : self.at + 2]
        if following and following[0].text in {"летия", "летие", "лет"}:
            return 2
        previous = self.last_number()
        if previous is not None and not self.apart:
            between = (
                "".join(t.gap + t.text for t in self.tokens[previous + 1 : self.at]) + token.gap
            )
            if _RANGE.fullmatch(between):
                self.range(text.number(self.tokens[previous].text), text.number(token.text))
            elif between.strip(" №") == ".":
                self.parsed.doubt = self.parsed.doubt or "number_or_date"
            elif between.strip() in _COUNTED and self.now.head:
                self.parsed.doubt = "not_a_number"  # «СОШ №8 (5)», «СОШ №8: 5»: so many people
        return self.add_number(text.number(token.text)) + self.suffix()

    def last_number(self) -> int | None:
        """Return where the number is that this one may go on from."""
        before = range(self.at - 1, max(self.at - 4, 0) - 1, -1)
        return next((at for at in before if self.tokens[at].kind == "n"), None)

    def add_number(self, number: int) -> int:
        now = self.now
        waits = now.typed and now.number is None and not now.words and now.kinds <= _NUMBERED
        if now.number is not None or (self.apart and now.named and not waits):
            base = now if now.typed or now.words else self.base
            strange = not base.typed and any(
                len(word) > 1 and word not in self.lexicon.words for word in base.words
            )
            counted = base if base.number is not None or strange else Mention()
            self.finish(counted.following())
            self.now.head = self.sign
        else:
            now.head = now.typed or self.sign
            self.apart = False
        self.now.number = number
        self.sign = self.apart = False
        return 1

    def range(self, first: int, last: int) -> None:
        if last <= first or last - first > _WIDEST:
            self.parsed.doubt = "not_a_number"
            return
        if last - first > 1:
            self.parsed.notes.append(Remark("range_expanded"))
        self.parsed.doubt = self.parsed.doubt or "bare_range"
        for between in range(first + 1, last):
            self.add_number(between)

    def suffix(self) -> int:
        """Take «-я» of «8-я» and the letter of «8а»; «г.» of «8г.Томмот» is neither."""
        if self.at + 1 >= len(self.tokens):
            return 0
        token = self.tokens[self.at + 1]
        if token.kind != "w":
            return 0
        glued = token.gap != "." and (not token.gap or GLUED.fullmatch(token.gap))
        if glued and token.text in _ORDINAL:
            return 1
        after = self.tokens[self.at + 2 : self.at + 3]
        town = token.text in TYPE_OF and bool(after) and after[0].kind == "w"
        alone = len(token.text) == 1 and not town
        if alone and (glued or _QUOTED.fullmatch(token.gap) or token.text in "аб"):
            self.now.letter = token.text
            return 1
        return 0

    def settlement(self) -> int:
        """Take a settlement with its type or one the registry knows; return how many words it took."""
        at, kind = self.at, None
        if self.folded[at] in TYPE_OF and (types := tokens.type_length(self.tokens, self.at)):
            at += types
            kind = TYPE_OF[self.folded[self.at]]
        elif self.folded[at] in vocabulary.WORDS or self.district():
            return 0
        found = self.lexicon.gazetteer.find(self.folded, at)
        if found is None and kind and (fixed := self.lexicon.correct(self.folded[at])):
            found = self.lexicon.gazetteer.find((fixed,), 0)
            if found:
                self.corrected(at, found.places[0].name)
        if found is None:
            return self.foreign(at, kind) if kind else 0
        end = at + found.length
        places = tuple(place for place in found.places if kind is None or place.type == kind)
        self.place(places or found.places, end, known=True, adjective=found.form == "adjective")
        self.now.part = self.now.part or found.form == "part"
        return end - self.at

    def foreign(self, at: int, kind: str) -> int:
        """Take a settlement the registry does not know, by its type."""
        taken = [self.tokens[at]]
        while (
            at + len(taken) < len(self.tokens)
            and (following := self.tokens[at + len(taken)]).kind == "w"
            and following.text not in vocabulary.WORDS
            and (following.gap == "-" or taken[-1].text.endswith(("й", "ая", "ое", "ого", "ом")))
        ):
            taken.append(following)
        name = taken[0].raw + "".join(token.gap + token.raw for token in taken[1:])
        self.place((Place(name, kind),), at + len(taken), known=False, adjective=False)
        return at + len(taken) - self.at

    def place(self, places: tuple[Place, ...], end: int, *, known: bool, adjective: bool) -> None:
        """Give a settlement to the mention it belongs to: this one, the next, or one of its own."""
        now = self.now
        after = self.tokens[end].kind if end < len(self.tokens) else "sep"
        numbered = now.number is not None and after in {"n", "sign"}
        another = self.apart and adjective and after == "w"  # «СОШ №6, 8, Томмотская …»
        leads = another or ((self.apart or adjective) and (numbered or self.leads(end)))
        if now.named and leads:
            self.finish()
        elif now.places and {key(p) for p in now.places} & {key(p) for p in places}:
            return
        elif now.places:
            base = now if now.typed else self.base
            if base.typed and base.number is None:
                self.finish(base.following())
                self.now.singular = base.singular if not base.shared else None
            else:
                self.finish()
        self.now.places, self.now.known, self.now.adjective = places, known, adjective
        if not leads:
            self.apart = False

    def leads(self, at: int) -> bool:
        """Tell whether a kind or a legal form follows before the next separator or number."""
        if at >= len(self.tokens):
            return False
        here = tokens.heads(self.tokens[at])  # it may have been put right
        return self.heading[at + 1] if here is None else here

    @cached_property
    def heading(self) -> list[bool]:
        return tokens.ahead(self.tokens, tokens.heads)

    @cached_property
    def ordinals(self) -> list[bool]:
        """Where a kind ends a row of ordinals: «первая, вторая и пятая школы»."""
        return tokens.ahead(self.tokens, tokens.ends_ordinals)

    def unknown(self) -> int:
        token = self.tokens[self.at]
        if skipped := self.district():
            return skipped
        if vocabulary.DEEPENED.fullmatch(token.text):
            self.quality("уиоп", token.raw)
            return 1 + self.run_of(lambda word: vocabulary.is_subject(word.text), 4)
        if spoken := self.spoken():
            return spoken
        strange = vocabulary.stem(token.text) not in self.lexicon.words
        if strange and (fixed := self.lexicon.mend(token.text, self.folded[self.at + 1 :])):
            own = vocabulary.stem(fixed) in self.lexicon.words and token.raw[:1].isupper()
            shown = fixed.capitalize() if own else fixed
            self.corrected(self.at, shown)
            self.folded[self.at] = fixed
            self.tokens[self.at] = token._replace(text=fixed, raw=shown)
            return 0
        self.quality(vocabulary.stem(token.text), token.raw)
        return 1

    def spoken(self) -> int:
        """Take a number in words: «восьмая школа», «школа номер восемь»."""
        for length in (2, 1):
            words = self.folded[self.at : self.at + length]
            if len(words) < length or not all(words):
                continue
            said = " ".join(words)
            waits = self.sign or (self.now.typed and self.now.number is None and not self.apart)
            number = (numerals.cardinal(said) if waits else None) or numerals.ordinal(said)
            if number and (waits or self.ordinals[self.at + length]):
                self.add_number(number)
                self.parsed.notes.append(Remark("number_in_words"))
                return length
        return 0

    def quality(self, base: str, raw: str) -> None:
        """Keep a word that tells schools apart."""
        if (self.apart and self.now.named) or (self.now.number is not None and self.leads(self.at)):
            self.finish()
        self.apart = False
        self.now.words = {**self.now.words, base: raw}

    def district(self) -> int:
        """Take «Алданский район» where the registry knows the name; another's district is a word."""
        length = tokens.district_length(self.tokens, self.at)
        return length if length and self.lexicon.knows(self.folded[self.at]) else 0

    def honour(self) -> int:
        """Take whose name a school bears, up to what is certainly something else."""
        taken = self.run_of(self.honours, 8)
        names = self.tokens[self.at + 1 : self.at + 1 + taken]
        self.now.honour = frozenset(
            vocabulary.stem(name.text) for name in names if len(name.text) > 2
        )
        return 1 + taken

    def honours(self, token: Token) -> bool:
        """Tell whether a token may belong to a person's name or «60-летия Победы»."""
        if token.kind == "n" or (len(token.text) == 1 and token.raw.isupper()):
            return True
        plain = token.text not in vocabulary.WORDS and token.text not in TYPE_OF
        town = self.lexicon.gazetteer.find((token.text,), 0)
        return plain and (town is None or town.form not in {"exact", "case"})

    def run_of(self, fits: Callable[[Token], bool], most: int) -> int:
        """Count the tokens after this one that fit."""
        taken = 0
        for token in self.tokens[self.at + 1 : self.at + 1 + most]:
            if token.kind not in {"w", "n"} or not fits(token):
                break
            taken += 1
        return taken

    def corrected(self, at: int, new: str) -> None:
        self.parsed.notes.append(spelling.corrected("typo_fixed", self.tokens[at].raw, new))


_STEPS: dict[str, Callable[[_Parser], int]] = {
    "w": _Parser.word, "n": _Parser.number, "sign": _Parser.number_sign, "sep": _Parser.separator,
}  # fmt: skip
