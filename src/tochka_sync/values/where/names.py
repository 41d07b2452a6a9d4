"""A wording taken apart into the schools it mentions: kind, number, settlement, other words.

Says nothing of which school that is: `directory` and `schools` decide. Takes lists in every
separator, heads said once («СОШ №1,2 и 4», «гимназия г.Алдан и п.Нижний Куранах»), legal forms,
honours, districts and misprints; a word it does not know is kept, so that nothing is stretched.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals, text
from tochka_sync.values.reading import Remark
from tochka_sync.values.where import misprints, spelling, tokens, vocabulary
from tochka_sync.values.where.gathering import Gathering
from tochka_sync.values.where.gazetteer import TYPE_OF, Place
from tochka_sync.values.where.mentions import Parsed
from tochka_sync.values.where.spelling import Lexicon
from tochka_sync.values.where.tokens import GLUED, Token

_RANGE = Pattern(rf"\s*(?:[{text.DASH}]|по|до)\s*№?\s*")
"""What makes two numbers the ends of a range: «№4-№6», «с 4 по 6»."""
_QUOTED = Pattern(r"\s*[«\"“”„'‘’]")
_ORDINAL = frozenset(("й", "я", "ая", "ой", "ый", "ей", "м", "е", "ое", "ую", "го", "ом", "му"))
_COUNTED = frozenset("(:")
_DASHES = frozenset(text.DASH)
_DIGITS = 3
"""No school has a longer number, and no school sends more people."""
_JUBILEE = vocabulary.stem("летия")
_WIDEST = 30
"""More schools than this no range of numbers means: «8-914» is a telephone."""


def parse(raw: str, lexicon: Lexicon) -> Parsed:
    """Take a wording apart."""
    said = spelling.without_region(spelling.lines(raw))
    shown, notes = spelling.scripts(said, lexicon)
    parser = _Parser(tokens.split(shown, lexicon, notes), lexicon, notes)
    return parser.run()


class _Parser:
    """Goes through the tokens once; each step takes one or more of them."""

    def __init__(self, found: list[Token], lexicon: Lexicon, notes: list[Remark]) -> None:
        self.tokens = found
        self.folded = [token.text if token.kind == "w" else "" for token in found]
        self.lexicon = lexicon
        self.said = Gathering(Parsed(notes=notes), lexicon.words)
        self.parsed = self.said.parsed
        self.at = 0
        self.ranges = False

    def run(self) -> Parsed:
        while self.at < len(self.tokens):
            self.at += _STEPS[self.tokens[self.at].kind](self)
        self.said.finish()
        self.parsed.share()
        if self.ranges and self.parsed.repeats:
            self.parsed.doubt = "number_or_people"
        return self.parsed

    def separator(self) -> int:
        self.said.separate()
        return 1

    def number_sign(self) -> int:
        self.said.sign()
        return 1

    def word(self) -> int:
        word = self.folded[self.at]
        if used := self.settlement():
            return used
        meaning = vocabulary.WORDS.get(word)
        if meaning is None:
            return self.unknown()
        if meaning.role == "kind":
            singular = self.tokens[self.at].raw if word in vocabulary.SINGULAR else None
            after = self.tokens[self.at + 1 : self.at + 2]
            ended = self.tokens[self.at].gap.startswith(".")  # «СОШ №8, 36. Лицей»
            numbered = ended or (bool(after) and after[0].kind == "sign")
            self.said.kind(meaning.value, singular, numbered=numbered)
        elif meaning.role == "org":
            self.said.org(meaning.value)
        elif meaning.role == "and":
            self.said.separate()
        elif meaning.role == "sign":
            self.said.sign()
        elif meaning.role == "honour":
            return self.honour()
        elif meaning.role == "quality":
            self.quality(meaning.value, word)
        elif meaning.role == "district":
            return self.district() or 1
        elif word.startswith("центр") and any(
            map(vocabulary.EXTRA.fullmatch, self.folded[self.at + 1 : self.at + 2])
        ):
            self.quality("центр", word)
        return 1

    def quality(self, stem: str, raw: str) -> None:
        leads = self.said.now.number is not None and self.leads(self.at)
        self.said.word(stem, raw, leads=leads)

    def number(self) -> int:
        token = self.tokens[self.at]
        if tokens.is_padded(self.tokens, self.at, alone=self.said.awaits_number):
            self.parsed.doubt = self.parsed.doubt or "not_a_number"
        following = self.tokens[self.at + 1 : self.at + 2]
        if following and following[0].text in {"летия", "летие", "лет"}:
            return 2
        if self.said.apart and self.is_item(token, following):
            self.parsed.doubt = self.parsed.doubt or "number_or_people"
        previous = self.last_number()
        if previous is not None and not self.said.apart:
            between = (
                "".join(t.gap + t.text for t in self.tokens[previous + 1 : self.at]) + token.gap
            )
            if _RANGE.fullmatch(between):
                self.range(text.number(self.tokens[previous].text), text.number(token.text))
            elif between.strip(" №") == ".":
                self.parsed.doubt = self.parsed.doubt or "number_or_date"
            elif between.strip() in _COUNTED and self.said.now.head:
                self.parsed.doubt = "number_or_people"  # «СОШ №8 (5)», «СОШ №8: 5»
            elif between.isspace() and self.is_lone(token, following):
                self.parsed.doubt = "number_or_people"  # «СОШ №1 3, СОШ №2 4»
        self.said.number(text.number(token.text), loose=self.is_loose(token))
        return 1 + self.suffix()

    def is_item(self, token: Token, following: Sequence[Token]) -> bool:
        """Tell whether a number may count the items of a list: «СОШ №3, 2. СОШ №13»."""
        counts = text.number(token.text) in {1, len(self.parsed.mentions) + 2}
        ended = bool(following) and following[0].gap[:1] in {".", ")"}
        return counts and ended and self.leads(self.at + 1)

    def is_lone(self, token: Token, following: Sequence[Token]) -> bool:
        """Tell whether one number alone goes on from a school: «школы 1 2», «СОШ №1 2 4» list them."""
        now = self.said.now
        listed = not now.head or (now.generic and not now.singular)
        goes_on = [each.kind for each in following] == ["n"] and following[0].gap.isspace()
        return token.gap.isspace() and len(token.text) <= _DIGITS and not (listed or goes_on)

    def is_loose(self, token: Token) -> bool:
        """Tell whether a number stands apart from the school it may count people of: «лицей (2)»."""
        between = token.gap.strip()
        apart = between == "(" or (between in _DASHES and token.gap[:1].isspace())
        return apart and not self.said.signed and self.said.awaits_number

    def last_number(self) -> int | None:
        """Return where the number is that this one may go on from."""
        before = range(self.at - 1, max(self.at - 4, 0) - 1, -1)
        return next((at for at in before if self.tokens[at].kind == "n"), None)

    def range(self, first: int, last: int) -> None:
        if last <= first or last - first > _WIDEST:
            # «№8 - 5, №9 - 7» count people; «8-12-05» is no list of schools at all.
            self.parsed.doubt = "number_or_people" if self.said.now.head else "not_a_number"
            return
        if last - first > 1:
            self.parsed.notes.append(Remark("range_expanded"))
        self.parsed.doubt = self.parsed.doubt or "bare_range"
        self.ranges = True
        for between in range(first + 1, last):
            self.said.number(between)

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
            self.said.now.letter = token.text
            return 1
        return 0

    def settlement(self) -> int:
        """Take a settlement with its type or one the registry knows; return how many words it took."""
        at, kind = self.at, None
        if types := tokens.type_length(self.tokens, at):
            kind = TYPE_OF["п" if types > 1 else self.folded[at]]
            at += types
        elif self.folded[at] in vocabulary.WORDS or self.district():
            return 0
        found = self.lexicon.gazetteer.find(self.folded, at)
        if found is None and kind and (found := self.lexicon.misprinted(self.folded, at, kind)):
            self.corrected(at, found.places[0].name)
        adjective = found is not None and found.form == "adjective"
        if found is None or (kind and adjective):  # «г. Берёзовский» is no village of Берёзовка
            return self.foreign(at, kind) if kind else 0
        if found.form == "part" and at and tokens.is_initial(self.tokens, at - 1):
            whole = f"{self.tokens[at - 1].raw}. {self.tokens[at].raw}"  # «В.Куранах» is another
            self.place((Place(whole, kind),), at + 1, known=False)
            return at + 1 - self.at
        end = at + found.length
        places = tuple(place for place in found.places if kind is None or place.type == kind)
        said = self.folded[end - 1] if adjective else ""
        self.place(places or found.places, end, known=True, adjective=said)
        self.said.now.part = self.said.now.part or found.form == "part"
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
        self.place((Place(name, kind),), at + len(taken), known=False)
        return at + len(taken) - self.at

    def place(
        self, places: tuple[Place, ...], end: int, *, known: bool, adjective: str = ""
    ) -> None:
        after = self.tokens[end].kind if end < len(self.tokens) else "sep"
        leads = (self.said.apart or bool(adjective)) and self.leads(end)
        self.said.place(places, after, known=known, adjective=adjective, leads=leads)

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
        capitals = sum(map(str.isupper, token.raw)) > 2
        if self.said.begins and capitals and misprints.is_form(token.text):
            return 1
        strange = vocabulary.stem(token.text) not in self.lexicon.words
        if strange and (fixed := self.lexicon.mend(token.text, self.folded[self.at + 1 :])):
            shown = fixed.capitalize() if token.raw[:1].isupper() else fixed
            self.corrected(self.at, shown)
            self.said.now.mended = True
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
            waits = self.said.signed or (self.said.awaits_number and not self.said.apart)
            number = (numerals.cardinal(said) if waits else None) or numerals.ordinal(said)
            if number and (waits or self.ordinals[self.at + length]):
                self.said.number(number)
                self.parsed.notes.append(Remark("number_in_words"))
                return length
        return 0

    def district(self) -> int:
        """Take «Алданский район» where the registry knows the name; another's district is a word."""
        length = tokens.district_length(self.tokens, self.at)
        end = self.at + length
        names = [at for at in range(self.at, end) if not tokens.says_what(self.tokens[at])]
        known = not names or (
            self.lexicon.knows(self.folded[names[0]])
            or self.lexicon.gazetteer.find(self.folded, names[0]) is not None
        )
        return length if known else 0

    def honour(self) -> int:
        """Take whose name a school bears, up to what is certainly something else."""
        said: dict[str, str] = {}
        taken = self.run_of(lambda token: self.honours(token, said), 8)
        self.said.honour(frozenset(self.borne(stem, raw) for stem, raw in said.items()))
        return 1 + taken

    def borne(self, stem: str, raw: str) -> str:
        """Return a word of a name that a school bears, put right if it is one letter from it."""
        fixed = self.lexicon.bearer(stem)
        if fixed == stem:
            return stem
        ending = raw[len(stem) :]
        self.parsed.notes.append(spelling.corrected("typo_fixed", raw, fixed.capitalize() + ending))
        return fixed

    def honours(self, token: Token, said: dict[str, str]) -> bool:
        """Take a token that may belong to a person's name or «60-летия Победы» into what is `said`.

        A town does not, unless nothing else is: «им. Гагарина» in г. Гагарин.
        """
        initial = len(token.text) == 1 and token.raw.isupper()
        if initial or token.text in vocabulary.TITLES or (token.text == "и" and not said):
            return True  # «им. А.Г. и Н.К. Чиряевых»
        if token.kind == "w":
            town = self.lexicon.gazetteer.find((token.text,), 0)
            begun = any(word.isalpha() and word != _JUBILEE for word in said)
            if tokens.says_what(token) or (town and town.form in {"exact", "case"} and begun):
                return False
        said[_JUBILEE if token.text == "лет" else vocabulary.stem(token.text)] = token.raw
        return True

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
