"""Persons in free text told by their words: «ведёт Мария Иванова», «учитель физики Иванова».

A first name beside a surname, or a post before one. Who has initials or a patronymic is told by
that shape, and is not looked for here. Persons of history are nobody's contact.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import declension, eponyms, roles
from tochka_sync.values.who.forenames import FORENAMES

HIDDEN = "•••"
"""What stands in a text for a person found before."""

_WORD = Pattern(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*|•••")
_FAMILY = (
    *(f"{base}{case}" for base in ("ов", "ев", "ёв", "ин", "ын") for case in ("", "а", "у", "ым", "ой", "ою", "е")),
    *("енко", "чук", "щук", "юк", "швили", "дзе", "ян"),
)  # fmt: skip
"""How surnames end that are hardly ever anything else; «-ский» is of places as well."""
_HERS = ("ова", "ева", "ёва")
"""Of these, what neither towns nor other words end like: «Ростов», «Викторина» are no surnames."""
_LETTERED = ("ова", "ева", "ёва", "ов", "ев", "ёв")
_COMMON = frozenset({"основа", "слова", "голова", "корова", "готова", "остров", "покров"})
"""Words that end like these and may have a letter beside them: «Основа А»."""
_SHORTEST = 4
_BETWEEN = frozenset({"", ",", "("})
"""What may stand between a surname and a first name, besides spaces."""
_PLACES = frozenset({"г", "гор", "город", "города", "городе", "п", "пос", "поселок", "поселка", "с", "село", "села"})  # fmt: skip
_SAYS = frozenset({"фио", "ведет", "ведёт", "проводит", "проводят", "провела", "провел", "провёл"})
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
        {*_paired(text, words), *_on_duty(text, words), *_lettered(text, words), *_alone(words)}
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
    return low.endswith(_FAMILY) or low in FORENAMES or low == HIDDEN or "-" in low


def is_name(text: str) -> bool:
    """Tell whether a text is somebody's name and nothing else."""
    return find(text) == [(0, len(text))]


def _is_pair(one: _Word, other: _Word) -> bool:
    if HIDDEN in (one.text, other.text):
        rest = one if other.text == HIDDEN else other
        return rest.capital and (_is_family(rest.text) or _is_given(rest.text))
    if not (one.capital and other.capital):
        return False
    if _is_family(one.text) and _is_given(other.text):
        return True
    return _is_given(one.text) and _is_family(other.text)


def _lettered(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of a surname and the one initial beside it: «Жаворонкова М»."""
    for at, (one, other) in enumerate(pairwise(words)):
        initial = len(other.text) == 1 and other.capital and not text[one.end : other.start].strip()
        surname = one.capital and one.text.lower().endswith(_LETTERED) and _is_family(one.text)
        common = one.text.lower() in _COMMON or eponyms.is_at(text, one.start)
        if initial and surname and not common:
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
    return _is_family(word) or word.lower() in FORENAMES


def _alone(words: Sequence[_Word]) -> Iterator[int]:
    """Give the places in a text that is a name and nothing else."""
    places = [at for at, word in enumerate(words) if word.text != HIDDEN]
    texts = [words[at].text for at in places]
    match texts:
        case [one]:
            named = words[places[0]].capital and _is_hers(one)
        case [one, other]:
            named = (_is_hers(one) and other in FORENAMES) or (one in FORENAMES and _is_hers(other))
        case [one, *letters]:
            named = _is_family(one) and len(letters) == 2 and max(map(len, letters)) == 1
        case _:
            named = False
    yield from places if named else ()


def _is_family(word: str) -> bool:
    return len(word) >= _SHORTEST and word.lower().endswith(_FAMILY)


def _is_hers(word: str) -> bool:
    return len(word) > _SHORTEST and word.lower().endswith(_HERS)


def _is_given(word: str) -> bool:
    first = word.lower().partition("-")[0]
    return first in FORENAMES or declension.forename(first) != first
