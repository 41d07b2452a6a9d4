"""A wording as numbers, words, signs and separators."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals, text
from tochka_sync.values.reading import Remark
from tochka_sync.values.where import spelling, vocabulary
from tochka_sync.values.where.gazetteer import TYPE_OF
from tochka_sync.values.where.spelling import Lexicon

_TOKEN = Pattern(r"(?P<n>\d+)|(?P<w>[^\W\d_]+)|(?P<sign>№)|(?P<sep>[,;/\\+&\n])")
_LOST_SPACE = Pattern(r"(?<=[а-яё]{2})(?=[А-ЯЁ][А-ЯЁа-яё])")
"""Where «НижнийКуранах», «ТомпонскаяСОШ» want a space."""
GLUED = Pattern(rf"[{text.DASH}.]")
"""What joins two words into one."""
_LONGEST = 5
"""No longer word is of one piece where capitals stand within it."""
_FORMS = frozenset(form[:3] for form in vocabulary.ORGS)
"""What a legal form begins with."""
_EXTRA = frozenset({"до", "дод"})
_URBAN = frozenset({"го", "округ", "округа", "округе"})
_HEADS = {"kind": True, "org": True, "and": False}
_TOGETHER = ("ом", "ем", "ью", "ами", "ями", "овой", "евой", "иной", "ской")
"""How a word ends behind the preposition «с»."""
_ADJECTIVAL = ("ий", "ого", "ом", "ый", "ая", "ой", "ому", "ую")


class Token(NamedTuple):
    """A number, a word, a sign or a separator, and what stands between it and the one before."""

    kind: str
    text: str
    raw: str
    gap: str


def split(shown: str, lexicon: Lexicon, notes: list[Remark]) -> list[Token]:
    """Split a text; an abbreviation hyphenated or dotted («р-н», «ТСШ-И») is one word."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(shown):
        kind = match.lastgroup or ""
        raw = match.group()
        gap = shown[end : match.start()]
        end = match.end()
        if len(raw) > _LONGEST and not (raw[1:].islower() or raw.isupper()):
            *before, raw = _LOST_SPACE.split(raw)
            for word in before:
                tokens.append(Token("w", word.lower().replace("ё", "е"), word, gap))
                gap = ""
        if kind != "w":
            tokens.append(Token(kind, raw, raw, gap))
            continue
        folded = raw.lower().replace("ё", "е")
        if gap and tokens and tokens[-1].kind == "w" and GLUED.fullmatch(gap):
            whole = tokens[-1].text + folded
            abbreviated = len(folded) <= 2 and (gap != "." or len(tokens[-1].text) > 1)
            if _is_said(whole, lexicon) or (abbreviated and whole in vocabulary.WORDS):
                shown = tokens[-1].raw + (raw if raw.isupper() else raw.lower())
                if _is_said(whole, lexicon):
                    old = tokens[-1].raw + gap + raw
                    notes.append(spelling.corrected("typo_fixed", old, shown))
                tokens[-1] = tokens[-1]._replace(text=whole, raw=shown)
                continue
        if folded in _EXTRA and tokens and tokens[-1].text + folded in vocabulary.WORDS:
            tokens[-1] = tokens[-1]._replace(text="удо")  # «МБУ ДО»
        elif folded[:3] in _FORMS and folded not in vocabulary.WORDS:
            tokens += _unglued(folded, raw, gap)
        elif folded in vocabulary.EXPANDED:
            tokens += [Token("w", word, raw, gap) for word in vocabulary.EXPANDED[folded]]
        else:
            tokens.append(Token("w", folded, raw, gap))
    return tokens


def type_length(found: Sequence[Token], at: int) -> int:
    """Return how many words of a settlement's type stand here: «с» is mostly a preposition."""
    used = 1
    word = found[at].text
    if (word == "п" and after_words(found, at) == ["г", "т"]) or (
        word.startswith("посел") and after_words(found, at) == ["городского", "типа"]
    ):
        used = 3
    elif word == "р" and [token.text for token in found[at + 1 : at + 2]] == ["п"]:
        used = 2
    elif word not in TYPE_OF:
        return 0
    after = found[at + used : at + used + 1]
    if not after or after[0].kind != "w" or after[0].text in vocabulary.WORDS:
        return 0
    if len(word) > 1 or used > 1 or after[0].gap.startswith(".") or word in "гп":
        return used
    name = after[0]
    capital = name.raw[0].isupper() and not vocabulary.DEEPENED.fullmatch(name.text)
    return used if capital and not (found[at].raw == "с" and _is_beside(name)) else 0


def _is_beside(token: Token) -> bool:
    """Tell whether «с» means «together with»: «с ДДТ», «с Домом культуры», and not «с Хатыстыр»."""
    short = token.raw.isupper() and len(token.raw) <= _LONGEST
    return short or token.text.endswith(_TOGETHER)


def is_initial(found: Sequence[Token], at: int) -> bool:
    """Tell whether a letter begins the name behind it: «В.Куранах», and not «в Куранахе»."""
    letter, after = found[at], found[at + 1 : at + 2]
    glued = bool(after) and after[0].kind == "w" and after[0].gap[:1] in {".", *text.DASH}
    return glued and len(letter.raw) == 1 and letter.raw.isupper()


def after_words(found: Sequence[Token], at: int) -> list[str]:
    """Return the two words behind a place."""
    return [token.text for token in found[at + 1 : at + 3]]


def district_length(found: Sequence[Token], at: int) -> int:
    """Return how many words of «Алданский муниципальный район» or «… область» stand here."""
    for length, token in enumerate(found[at : at + 4], start=1):
        meaning = vocabulary.WORDS.get(token.text)
        if meaning and meaning.role == "district":
            named = _urban_length(found, at + length) if token.text in _URBAN else 0
            return length + named if length + named > 1 else 0
        compound = any(after.gap == "-" for after in found[at + length : at + length + 1])
        if token.kind != "w" or not (compound or token.text.endswith(_ADJECTIVAL)):
            return 0
    return 0


def says_what(token: Token) -> bool:
    """Tell whether a word of a district's name says what it is, and not how it is called."""
    word = token.text
    return word in vocabulary.WORDS or word in TYPE_OF or word.startswith("городск")


def _urban_length(found: Sequence[Token], at: int) -> int:
    """Return how many words name an urban district behind its kind: «ГО «город Якутск»»."""
    length = int(at < len(found) and found[at].text in {"г", "город", "города"})
    while (
        at + length < len(found)
        and (token := found[at + length]).kind == "w"
        and token.raw[0].isupper()
        and token.text not in vocabulary.WORDS
        and (not length or token.gap == "-" or found[at + length - 1].text in TYPE_OF)
    ):
        length += 1
    return length


def is_padded(found: Sequence[Token], at: int, *, alone: bool) -> bool:
    """Tell whether a number begins with a nought, as dates and telephones do.

    Where it stands `alone` behind «СОШ» or «№», with no other number after it, «09» is a nine.
    """
    figures = found[at].text
    beside = any(token.kind == "n" for token in found[at + 1 : at + 2])
    nine = alone and len(figures) == len("09") and not beside
    return len(figures) > 1 and figures.startswith("0") and not nine


def ahead(found: Sequence[Token], decides: Callable[[Token], bool | None]) -> list[bool]:
    """Return for each place, the end too, what the first token from there on that decides says."""
    answers = [False] * (len(found) + 1)
    for at in range(len(found) - 1, -1, -1):
        here = decides(found[at])
        answers[at] = answers[at + 1] if here is None else here
    return answers


def heads(token: Token) -> bool | None:
    """Tell whether a token begins a school: a kind or a legal form does, not a word before it."""
    if token.kind != "w":
        return False
    meaning = vocabulary.WORDS.get(token.text)
    if meaning is None:
        return None
    return _HEADS.get(meaning.role)


def ends_ordinals(token: Token) -> bool | None:
    """Tell whether a token is the kind that ends a row of ordinals, or breaks it off."""
    meaning = vocabulary.WORDS.get(token.text)
    if meaning and meaning.role == "kind":
        return True
    joins = token.kind == "sep" or (meaning and meaning.role == "and")
    if joins or (token.kind == "w" and numerals.ordinal(token.text)):
        return None
    return False


def _is_said(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is one of the registered names."""
    return vocabulary.stem(word) in lexicon.words


def _unglued(folded: str, raw: str, gap: str) -> list[Token]:
    """Split «МБОУСОШ» into its two words."""
    for length in (3, 4, 5, 6):
        if folded[:length] in vocabulary.ORGS and folded[length:] in vocabulary.WORDS:
            return [
                Token("w", folded[:length], raw[:length], gap),
                Token("w", folded[length:], raw[length:], ""),
            ]
    return [Token("w", folded, raw, gap)]
