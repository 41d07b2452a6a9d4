"""Persons in free text told by their words: «ведёт Мария Иванова», «учитель физики Иванова».

A first name beside a surname, or a post before one. Who has initials or a patronymic is told by
that shape, and is not looked for here. Persons of history are nobody's contact.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import declension, eponyms, roles
from tochka_sync.values.who.forenames import FORENAMES

HIDDEN = "•••"
"""What stands in a text for a person found before."""

_WORD = Pattern(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*|•••")
_FAMILY = (
    *(f"{base}{case}" for base in ("ов", "ев", "ёв", "ин", "ын") for case in ("", "а", "у", "ым", "ой", "ою", "е")),
    *("енко", "чук", "щук", "юк", "швили", "дзе", "ян", "овы", "евы", "овых", "евых"),
)  # fmt: skip
"""How surnames end that are hardly ever anything else; «-ский» is of places as well."""
_HERS = ("ова", "ева", "ёва")
"""Of these, what neither towns nor other words end like: «Викторина» is no surname."""
_LETTERED = (*_HERS, "ов", "ев", "ёв")
_OF_ONE = (*_LETTERED, "енко", "чук", "щук", "швили", "дзе", "ян")
"""Beside these a capitalised word is a first name, be it known or not: «Қурбонов Ўткир»."""
_NO_NAMES = (
    "основа слова голова корова готова подкова обнова королева остров покров улов посев напев припев"
    " готов здоров краков киев ростов азов тамбов саратов псков киров серов серпухов чехов королев"
    " королёв могилев могилёв"
)
_COMMON = frozenset(_NO_NAMES.split())
"""Words and towns that end like these: «Основа А», «Ростов»."""
_SHORT_NAMES = "ким пак цой ли хан тен тян хегай югай лим шин юн ан кан чен хван мун эм огай тигай"
_SHORT = frozenset(_SHORT_NAMES.split())
"""Korean and Chinese surnames, beside a first name or after a post."""
_SUSPECT = (*_FAMILY, "ский", "ская", "ской", "скую", "цкий", "цкая", "цкой")
_SHORTEST = 4
_BETWEEN = frozenset({"", ",", "("})
"""What may stand between a surname and a first name, besides spaces."""
_APART = Pattern(r"[,;:()/|\n\t]|\s[-–—]\s")
_PLACES = frozenset({"г", "гор", "город", "города", "городе", "п", "пос", "поселок", "поселка", "с", "село", "села"})  # fmt: skip
_BEFORE = (
    "фио семья семьи семье семью семьей семьёй ведет ведёт проводит проводят провела провел провёл"
    " звонить звоните позвонить обращаться обращайтесь спросить замещает заменяет составил составила"
    " подготовил подготовила проверил проверила заполнил заполнила внес внёс внесла утвердил"
    " утвердила согласовал согласовала отвечает выступает выступит вместо"
)
_SAYS = frozenset(_BEFORE.split())
"""Words before a name that are no posts: «звонить Ивановой», «семья Ивановых»."""
_OF_MANY = ("мастер", "лидер", "инженер", "программист", "оператор", "эксперт", "классн", "команд", "коллектив", "групп", "центр", "точк")  # fmt: skip
"""How posts begin that are in names of clubs, too: «Мастер Самоделкин»."""
_DUTY = 4
"""The most words between a post and a name: «учитель русского языка и литературы Иванова»."""


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def find(text: str) -> list[tuple[int, int]]:
    """Return where in a text persons are named, from left to right."""
    if not any([_may_be_name(word) for word in _WORD.findall(text.lower())]):  # noqa: C419 - in half the time
        return []
    words = [_Word(found.group(), *found.span()) for found in _WORD.finditer(text)]
    named = sorted(
        {
            *_paired(text, words),
            *_on_duty(text, words),
            *_lettered(text, words),
            *_alone(text, words),
        }
    )
    spans: list[tuple[int, int]] = []
    for at in named:
        _, start, end = words[at]
        if spans and not text[spans[-1][1] : start].strip():
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _paired(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of surnames beside a first name, or beside what was found before."""
    for at, (one, other) in enumerate(pairwise(words)):
        between = text[one.end : other.start].strip()
        if between in _BETWEEN and _is_pair(one, other) and not eponyms.is_at(text, one.start):
            yield from (at, at + 1)


def _may_be_name(low: str) -> bool:
    return (
        low.endswith(_SUSPECT) or low in FORENAMES or low in _SHORT or low == HIDDEN or "-" in low
    )


def is_name(text: str) -> bool:
    """Tell whether a text is somebody's name and nothing else."""
    return find(text) == [(0, len(text))]


def _is_pair(one: _Word, other: _Word) -> bool:
    if HIDDEN in (one.text, other.text):
        rest = one if other.text == HIDDEN else other
        return rest.capital and (_is_last(rest.text) or _is_given(rest.text))
    if not (one.capital and other.capital):
        return False
    if _is_given(other.text):
        return _is_beside_given(one.text)
    return _is_given(one.text) and _is_beside_given(other.text)


def _lettered(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of a surname with one initial behind it or two before: «Жаворонкова М», «М П Жаворонкова»."""
    for at, (one, other, last) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        initials = one.text + other.text
        lone = (
            len(initials) == 2
            and initials.isupper()
            and not text[one.end : last.start].strip(f" {other.text}")
        )
        if lone and last.capital and _is_family(last.text):
            yield from (at, at + 1, at + 2)
    for at, (one, other) in enumerate(pairwise(words)):
        initial = len(other.text) == 1 and other.capital and not text[one.end : other.start].strip()
        surname = one.capital and _is_uncommon(one.text, _LETTERED, _SHORTEST)
        if initial and surname and not eponyms.is_at(text, one.start):
            yield from (at, at + 1)


def _on_duty(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of names after a post: «педагоги Иванова и Петров»."""
    for at, post in enumerate(words):
        if not _is_post(post.text):
            continue
        found = False
        for place in range(at + 1, min(at + 2 + _DUTY, len(words))):
            before, word = words[place - 1], words[place]
            if not set(text[before.end : word.start]).isdisjoint(";!?\n"):
                break
            if word.capital and before.text.lower() not in _PLACES and _is_one(word.text):
                found = True
                yield place
            elif (found and word.text != "и") or (
                word.capital and not roles.is_abbreviation(word.text)
            ):
                break


def _is_post(word: str) -> bool:
    low = word.lower()
    return low in _SAYS or (roles.is_role(low) and not low.startswith(_OF_MANY))


def _is_one(word: str) -> bool:
    """Tell a name from what a post is of: «педагоги Центров»."""
    if roles.is_role(word) or roles.is_topic(word):
        return False
    return _is_last(word) or word.lower() in FORENAMES


def _alone(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of names that nothing else stands beside, between commas or in brackets."""
    said = [at for at, word in enumerate(words) if word.text != HIDDEN]
    pieces: list[list[int]] = []
    for at in said:
        word = words[at]
        before = text[words[at - 1].end if at else 0 : word.start]
        if word.text == "и":
            pieces.append([])
        elif roles.is_abbreviation(word.text):  # «СОШ №8 Иванова»
            continue
        elif pieces and (len(word.text) == 1 or not _APART.search(before)):
            pieces[-1].append(at)
        else:
            pieces.append([at])
    lone = all(len(piece) <= 1 for piece in pieces)
    alone: list[list[int]] = []
    others: list[list[int]] = []
    for piece in pieces:
        said_alone = _is_alone([words[at] for at in piece], lone=lone)
        (alone if said_alone else others).append(piece)
    yield from chain.from_iterable(alone)
    if len(alone) > 1:  # a list of names: «Сидорова, Попова, Лыткина»
        singles = [piece[0] for piece in others if len(piece) == 1]
        yield from [at for at in singles if words[at].capital and _is_beside_given(words[at].text)]


def _is_alone(words: Sequence[_Word], *, lone: bool) -> bool:
    match [word.text for word in words]:
        case [one]:
            return words[0].capital and _is_uncommon(one, _LETTERED if lone else _HERS)
        case [one, other] if words[0].capital and other.istitle() and len(other) > 1:
            return _is_uncommon(one, _OF_ONE)
        case [one, other]:
            return (_is_uncommon(one, _HERS) and other in FORENAMES) or (
                one in FORENAMES and _is_uncommon(other, _HERS)
            )
        case [one, *letters] if len(letters) == 2 and max(map(len, letters)) == 1:
            return _is_family(one)
        case _:
            return False


def _is_family(word: str) -> bool:
    return len(word) >= _SHORTEST and word.lower().endswith(_FAMILY)


def _is_last(word: str) -> bool:
    return _is_family(word) or word.lower() in _SHORT


def _is_beside_given(word: str) -> bool:
    """Tell a last name where a first name stands beside it: «Заболотский», «Черных» alone may be anything."""
    return _is_last(word) or any(
        declension.is_surname(declension.surname(part)) for part in word.split("-")
    )


def _is_uncommon(word: str, endings: tuple[str, ...], least: int = _SHORTEST + 1) -> bool:
    low = word.lower()
    return len(low) >= least and low.endswith(endings) and low not in _COMMON


def _is_given(word: str) -> bool:
    first = word.lower().partition("-")[0]
    return first in FORENAMES or declension.forename(first) != first
