"""What an entry is known again by, without anyone's contacts, and how alike two of them are.

A portrait keeps what the ledger may keep for ever: people are hidden in its texts. The contacts of
a row are compared while both moments are at hand and are never kept with it.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from tochka_sync import privacy
from tochka_sync.values.text import fold

_WORD = re.compile(r"\w+")
_NUMBERS = re.compile(r"\d+")
_STEM = 5
_TYPO = 75.0  # percent of likeness from which two words are one with a slip of the finger
_KIND = 0.08  # what a word of the kind of event weighs beside a word of its subject
_KINDS = frozenset(
    word[:_STEM]
    for word in _WORD.findall(
        """
        семинар практикум мастер класс класса классов фестиваль конкурс олимпиада турнир квест игра
        марафон акция неделя день дни урок занятие открытый открытие круглый стол конференция
        вебинар экскурсия смена лагерь форум хакатон интенсив стажировка выставка соревнования
        методический методическое районный муниципальный межшкольный сетевой школьный научно
        практическая учебно познавательная творческий проект проекта проекты проектов тема теме
        наука науки науке знаний час встреча мероприятие этап среди день игры клуб
        опыт опыта работа работы работе центр центра точка точки роста школа школы школе педагог
        педагогов учитель учителей учащихся обучающихся для и в во на по с со из о об от до за
        """
    )
)
"""Beginnings of the words that say of what kind an event is, rather than which."""
_RARE = 0.02  # the share of titles from which a word is rare
_LETTERS = 0.9  # the share of letters in common from which titles are one with slips
_NOTHING = 0.25  # the share of words that any two titles may have in common
_UNLIKE = 0.3  # below it two titles or two days are not the same at all
_ALIKE = 0.8  # above it they are the same
_NEAR = 31  # days by which an event is moved rather than replaced

_WEIGHTS = {"title": 0.40, "date": 0.18, "school": 0.14, "people": 0.14}
"""How much each part says of whether two rows are one entry; the other columns say the rest."""
_REST = 0.14
_FILLED, _CLEARED = 0.1, 0.5
"""What of a part's weight speaks against, where a cell was blank before, or is blank now."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """One entry at one moment. Blank cells are empty strings or absent."""

    school: str = ""
    """The registry's id, or the text where it could not be read."""
    title: str = ""
    """As shown, people hidden."""
    date: str = ""
    """`start/end` where it could be read, or the text."""
    rest: Mapping[str, str] = field(default_factory=dict)
    """The other columns, but numbers and contacts: folded, people hidden."""
    people: str = field(default="", compare=False)
    """The contacts, folded; never kept."""

    def dumps(self) -> str:
        """Return the portrait as the ledger keeps it."""
        kept = [self.school, self.title, self.date, self.rest]
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        # Half of a surrogate pair has no UTF-8; JSON can write it as an escape.
        return text.encode("utf-8", "backslashreplace").decode("utf-8")

    @classmethod
    def loads(cls, text: str) -> "Portrait":
        """Return the portrait the ledger kept."""
        return cls(*json.loads(text))

    def with_people(self, people: str) -> "Portrait":
        """Return the portrait with the contacts of the moment."""
        return replace(self, people=people)

    @property
    def essence(self) -> tuple[str, str, str]:
        """Return what makes two rows the same event entered twice."""
        return self.school, _essence(self.title), self.date


@lru_cache(maxsize=65536)
def hidden(text: str) -> str:
    """Return a text with people hidden, without asking twice."""
    return privacy.mask(text)


class Likeness:
    """How alike two entries are, from 0 to 1. Words that many titles share say little."""

    def __init__(self, titles: Iterable[str]) -> None:
        """Take the titles of one moment: how often each word is in them."""
        self._words: dict[str, frozenset[str]] = {}
        self._wholes: dict[frozenset[str], float] = {}
        each = [self._stems(title) for title in titles]
        counted = Counter(stem for stems in each for stem in stems)
        few = max(1.0, len(each) * _RARE)  # rarer than that says no more: it may be a slip
        self._weights = {
            stem: math.log(1 + len(each) / max(n, few)) ** 2 for stem, n in counted.items()
        }
        self._usual = math.log(1 + max(1, len(each)) / few) ** 2

    def of(self, old: Portrait, new: Portrait, *, still: bool = False) -> float:
        """Return the share of what is comparable that agrees.

        A cell that was filled in speaks hardly against; one that was emptied more so. Under
        another title it is the same event only on the same day, whoever holds it; at another
        school only by the same people, and on the same day unless the row stands `still`.
        """
        shares = self._shares(old, new)
        unlike = {part for part, share in shares.items() if share < _UNLIKE}
        sure = {part for part, share in shares.items() if share > _ALIKE}
        if "title" in unlike and "date" not in sure:
            return 0.0
        if "school" in unlike and ("people" in unlike or not (still or "date" in sure)):
            return 0.0
        agreed = sum(_WEIGHTS[part] * share for part, share in shares.items())
        against = sum(_WEIGHTS[part] * (1 - share) for part, share in shares.items())
        for part, weight in _WEIGHTS.items():
            if part not in shares:
                against += weight * _lonely(getattr(old, part), getattr(new, part))
        agreed, against = _rest(old.rest, new.rest, agreed, against)
        return agreed / (agreed + against) if agreed else 0.0

    def _shares(self, old: Portrait, new: Portrait) -> dict[str, float]:
        """Return how alike the parts are that both have, by name."""
        ways = {"title": self._title, "date": _date, "school": _school, "people": _ratio}
        pairs = {part: (getattr(old, part), getattr(new, part)) for part in ways}
        return {
            part: 1.0 if one == other else ways[part](one, other)
            for part, (one, other) in pairs.items()
            if one and other
        }

    def _title(self, one: str, other: str) -> float:
        left, right = self._stems(one), self._stems(other)
        shared = left & right
        weight = self._weight(shared) if shared else 0.0
        only_left, only_right = left - shared, right - shared
        for stem in sorted(only_left):
            twin = next((each for each in sorted(only_right) if _slip(stem, each)), None)
            if twin is not None:
                only_right -= {twin}
                weight += min(self._weight({stem}), self._weight({twin}))
        lighter, heavier = sorted((self._whole(left), self._whole(right)))
        if not lighter:
            return fuzz.ratio(one, other) / 100
        # Half for what they share of all their words, half for one being in the other: a title
        # that was only made longer is the same title.
        alike = weight / (lighter + heavier) + weight / lighter / 2
        return max(0.0, (min(1.0, alike) - _NOTHING) / (1 - _NOTHING), _spelt(one, other))

    def _stems(self, title: str) -> frozenset[str]:
        known = self._words.get(title)
        if known is None:
            known = frozenset(word[:_STEM] for word in _WORD.findall(fold(title)))
            self._words[title] = known
        return known

    def _whole(self, stems: frozenset[str]) -> float:
        known = self._wholes.get(stems)
        if known is None:
            known = self._wholes[stems] = self._weight(stems)
        return known

    def _weight(self, stems: Iterable[str]) -> float:
        return math.fsum(  # in whatever order a set gives them
            self._weights.get(stem, self._usual) * (_KIND if stem in _KINDS else 1)
            for stem in stems
        )


def _essence(title: str) -> str:
    return "".join(letter for letter in fold(title) if letter.isalnum())


def _spelt(one: str, other: str) -> float:
    """Return how far two titles are one with slips; another number is another event."""
    left, right = fold(one), fold(other)
    if _NUMBERS.findall(left) != _NUMBERS.findall(right):
        return 0.0
    return (fuzz.ratio(left, right) / 100 - _LETTERS) / (1 - _LETTERS)


def _slip(one: str, other: str) -> bool:
    """Tell whether two words are one with a slip of the finger; another number is no slip."""
    same = one[0] == other[0] and _NUMBERS.findall(one) == _NUMBERS.findall(other)
    return same and fuzz.ratio(one, other) >= _TYPO


def _school(one: str, other: str) -> float:
    """Two ids that differ may be a slip put right; two texts are compared as texts."""
    return 0.1 if one.isascii() and other.isascii() else _ratio(one, other)


def _date(one: str, other: str) -> float:
    left, right = _span(one), _span(other)
    if left is None or right is None:
        return _ratio(one, other)
    if left[0] <= right[1] and right[0] <= left[1]:
        return 0.7  # made more exact, or less
    apart = max((right[0] - left[1]).days, (left[0] - right[1]).days)
    return 0.2 * (1 - apart / _NEAR) if apart < _NEAR else 0.0


def _rest(
    one: Mapping[str, str], other: Mapping[str, str], agreed: float, against: float
) -> tuple[float, float]:
    """Add what the other columns say; many of them say no more together than their weight."""
    keys = one.keys() | other.keys()
    if not keys:
        return agreed, against
    share = _REST / max(3, len(keys))
    for key in keys:
        left, right = one.get(key, ""), other.get(key, "")
        if left and right:
            alike = 1.0 if left == right else _ratio(left, right)
            agreed += share * alike
            against += share * (1 - alike)
        else:
            against += share * _lonely(left, right)
    return agreed, against


def _lonely(old: str, new: str) -> float:
    """Return what of its weight a part that only one of the rows has says against them."""
    return _CLEARED if old else _FILLED if new else 0.0


def _ratio(one: str, other: str) -> float:
    """Return how alike two texts are; half of the letters in common is nothing."""
    return max(0.0, fuzz.ratio(one, other) / 50 - 1)


def _span(text: str) -> tuple[date, date] | None:
    start, _, end = text.partition("/")
    try:
        return date.fromisoformat(start), date.fromisoformat(end or start)
    except ValueError:
        return None
