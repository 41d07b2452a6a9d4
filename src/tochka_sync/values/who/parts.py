"""What stands in a cell of people: words of names, initials, roles, signs, in the order of the cell.

Says what each part is by its spelling and its neighbours, and nothing of who is meant.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import roles
from tochka_sync.values.who.alphabet import LETTER, LOWER, UPPER
from tochka_sync.values.who.fullnames import Piece

_NO_LETTER_BEFORE = f"(?<![{LETTER}])"
_INITIALS = (
    rf"{_NO_LETTER_BEFORE}(?:[{UPPER}](?!['’])|Дж(?=\.)|Дз(?=\.)|[ДН]ь(?=\.))(?:\.?-[{UPPER}])?"
    rf"(?:(?:\.\s?-?|\s|,(?=[{UPPER}]\.))(?:[{UPPER}](?![{LETTER}])|[ДН]ь(?=\.))\.?|[{UPPER}](?![{LETTER}])\.?|\.|(?![{LETTER}]))"
)
_CAPITAL = Pattern(rf"[{UPPER}][жзь]?")
_TOKEN = Pattern(
    rf"(?P<quoted>[«\"“„][^»\"”]{{0,200}}[»\"”]|РС\s?\(Я\)|(?<!\w)[кд]\.\s?(?:[а-я]{{1,5}}\.[\s-]?){{1,2}}н\.?(?!\w)"
    rf"|(?<!\w)[гсп]\.\s?[{UPPER}][{LOWER}]+(?![{LETTER}]|\s?[{UPPER}]))"
    rf"|(?P<acting>(?<!\w)(?:[иИ]\.?\s?[оО]\.?|[вВ]рио)\s+(?=(?:дир|зав|зам|рук|нач)))"
    rf"|(?P<pair>(?<!\w)[{LOWER}]{{1,3}}/[{LOWER}]{{1,3}}(?!\w))"
    rf"|(?P<initials>{_INITIALS})"
    rf"|(?P<number>(?:№\s*)?\d[\w\-–]*)"
    rf"|(?P<word>[{LETTER}]+(?:[-'’][{LETTER}]+)*)"
    rf"|(?P<space>\s+)|(?P<mark>.)"
)
_KIN = frozenset({"оглы", "оглу", "кызы", "кизи", "гызы", "угли", "уулу", "улы"})


class Part:
    """A part of the cell: `kind` is W(ord), I(nitials), R(ole), T(ext), A(nd), P(reposition), K(in), S(eparator)."""

    __slots__ = ("end", "kind", "piece", "start")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.piece: Piece | None = None


def split(shown: str) -> list[Part]:
    """Return the parts of a cell that mean anything."""
    items: list[Part] = []
    for match in _TOKEN.finditer(shown):
        kind, word = match.lastgroup, match[0]
        item = Part("T", match.start(), match.end())
        bare = kind == "initials" and len(word) == 2 and word.isalpha()
        if (
            bare
            and (roles.is_abbreviation(word) or roles.is_role(word))
            and not _ends_with_word(items)
        ):
            item.kind = "R" if roles.is_role(word) else "T"
        elif kind == "initials":
            letters = _CAPITAL.findall(word)
            item.kind, item.piece = "I", Piece("".join(f"{one}." for one in letters), initials=True)
        elif kind == "word":
            _classify(item, word, items, shown[item.end : item.end + 30])
        elif kind == "mark" and word not in ".*_<>":
            item.kind = "S"
        elif kind in {"space", "mark"}:
            continue
        items.append(item)
    return _without_inner_and(items)


def _ends_with_word(items: list[Part]) -> bool:
    return bool(items) and items[-1].kind == "W"


def _classify(item: Part, word: str, items: list[Part], after: str) -> None:
    last = items[-1] if items else None
    if word.lower() in _KIN and last is not None and last.piece is not None:
        item.kind = "K"
        last.piece = last.piece._replace(kin=word)
    elif word.lower() == "и":
        item.kind = "A"
    elif word.lower() in {"или", "либо"}:
        item.kind = "S"
    elif word.lower() in roles.PREPOSITIONS:
        item.kind = "P"
    elif _is_surname(word, items, after):
        item.kind, item.piece = "W", Piece(word)
    elif roles.is_role(word):
        item.kind = "R"


def _is_surname(word: str, items: list[Part], after: str) -> bool:
    """Tell whether a capitalised word is part of a name, though it may look like a role."""
    if not roles.is_name(word):
        return False
    if not roles.is_role(word) and not roles.is_topic(word):
        return True
    lone_initials = items and items[-1].kind == "I" and (len(items) == 1 or items[-2].kind != "W")
    return roles.is_surname(word, " А." if lone_initials else after)


def _without_inner_and(items: list[Part]) -> list[Part]:
    """Keep «и» and prepositions inside a role as its text («учитель физики и химии»)."""
    kinds = ["S", *(item.kind for item in items), "S"]
    for before, item, after in zip(kinds, items, kinds[2:], strict=False):
        if item.kind == "A":
            item.kind = "T" if before in "RT" and after in "RT" else "S"
        elif item.kind == "P":
            item.kind = "S" if after in "WI" else "T"
    return [item for item in items if item.kind != "K"]
