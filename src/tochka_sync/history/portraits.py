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
from rapidfuzz.distance import OSA

from tochka_sync import privacy
from tochka_sync.errors import WriteError
from tochka_sync.history.store import SHAPELESS
from tochka_sync.values.text import fold

_WORD = re.compile(r"\w+")
_NUMBERS = re.compile(r"\d+")
_STEM = 5
_LONG = 6  # letters of a word from which two slips of the finger leave it the same
_KIND = 0.08  # what a word of the kind of event weighs beside a word of its subject
_KIND_WORDS = frozenset(
    _WORD.findall(
        """
        семинар практикум мастер класс класса классов фестиваль конкурс олимпиада турнир квест игра
        марафон акция неделя день дни урок занятие открытый открытие круглый стол конференция
        вебинар экскурсия смена лагерь форум хакатон интенсив стажировка выставка соревнования
        методический методическое районный муниципальный межшкольный сетевой школьный научно
        практическая учебно познавательная творческий проект проекта проекты проектов тема теме
        наука науки науке знаний час встреча мероприятие этап среди день игры клуб
        опыт опыта работа работы работе центр центра точка точки роста школа школы школе педагог
        кружок кружка лекция лекторий тренинг викторина соревнование спартакиада праздник ярмарка
        педагогов учитель учителей учащихся обучающихся для и в во на по с со из о об от до за
        """
    )
)
"""Words that say of what kind an event is, rather than which."""
_KINDS = frozenset(word[:_STEM] for word in _KIND_WORDS)
_RARE = 0.02  # the share of titles from which a word is rare
_LETTERS = 0.9  # the share of letters in common from which titles are one with slips
_NOTHING = 0.25  # the share of words that any two titles may have in common
_UNLIKE = 0.3  # below it two titles or two days are not the same at all
_ALIKE = 0.8  # above it they are the same
_MOVED = 0.5  # how alike titles must be for one event on two days
_SAME_DAYS = 0.7  # how alike two dates are that have a day in common
_NEAR = 31  # days by which an event is moved rather than replaced

_WEIGHTS = {"title": 0.40, "date": 0.18, "school": 0.14, "people": 0.14}
"""How much each part says of whether two rows are one entry; the other columns say the rest."""
_REST = 0.14
_FILLED, _CLEARED = 0.1, 0.5
"""What of a part's weight speaks against, where a cell was blank before, or is blank now."""


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


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
        # Half of a surrogate pair has no UTF-8; JSON can write it as an escape.
        return _JSON(kept).encode("utf-8", "backslashreplace").decode("utf-8")

    @classmethod
    def loads(cls, text: str) -> "Portrait":
        """Return the portrait the ledger kept. Raises `WriteError` for what is none."""
        try:
            school, title, date, rest = json.loads(text)
            if not all(isinstance(part, str) for part in (school, title, date, *rest.values())):
                raise TypeError
            return cls(school, title, date, rest)
        except SHAPELESS:
            raise WriteError("history-damaged") from None

    def with_people(self, people: str) -> "Portrait":
        """Return the portrait with the contacts of the moment."""
        return replace(self, people=people)

    @property
    def essence(self) -> tuple[str, str, str]:
        """Return what makes two rows the same event entered twice."""
        return self.school, _essence(self.title), self.date


@lru_cache(maxsize=65536)
def hidden(text: str) -> str:
    """Return a text folded and with people hidden, without asking twice.

    A capital tells a name, so they are hidden before it is folded, and what folding bares after it.
    """
    return privacy.mask(fold(privacy.mask(text)))


class Likeness:
    """How alike two entries are, from 0 to 1. Words that many titles share say little."""

    def __init__(self, titles: Iterable[str]) -> None:
        """Take the titles of one moment: how often each word is in them."""
        self._known: dict[str, Mapping[str, str]] = {}
        self._hefts: dict[str, float] = {}
        self._wholes: dict[str, float] = {}
        each = [self._words(title) for title in titles]
        counted = Counter(stem for words in each for stem in words)
        few = max(1.0, len(each) * _RARE)  # rarer than that says no more: it may be a slip
        self._weights = {
            stem: math.log(1 + len(each) / max(n, few)) ** 2 for stem, n in counted.items()
        }
        self._usual = math.log(1 + max(1, len(each)) / few) ** 2

    def of(self, old: Portrait, new: Portrait, *, still: bool = False, away: bool = False) -> float:
        """Return the share of what is comparable that agrees, or nought where they cannot be one.

        A cell that was filled in speaks hardly against; one that was emptied more so. Whether
        the row stands `still`, or was `away`, tells what must agree whatever the rest says.
        """
        score, possible = self.weigh(old, new, still=still, away=away)
        return score if possible else 0.0

    def weigh(self, old: Portrait, new: Portrait, *, still: bool, away: bool) -> tuple[float, bool]:
        """Return the share of what agrees, and whether that is enough to take two rows for one."""
        shares = self._shares(old, new)
        if away and not _again(old, new, shares):
            return 0.0, False
        possible = _possible(shares, still=still)
        if not possible and shares.get("title", 0.0) < _UNLIKE:
            return 0.0, False
        agreed = sum(_WEIGHTS[part] * share for part, share in shares.items())
        against = sum(_WEIGHTS[part] * (1 - share) for part, share in shares.items())
        for part, weight in _WEIGHTS.items():
            if part not in shares:
                against += weight * _lonely(getattr(old, part), getattr(new, part))
        agreed, against = _rest(old.rest, new.rest, agreed, against)
        return (agreed / (agreed + against) if agreed else 0.0), possible

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
        left, right = self._words(one), self._words(other)
        weight = math.fsum(self._heft(stem, left) for stem in left if stem in right)
        only_right = {stem: word for stem, word in sorted(right.items()) if stem not in left}
        for stem, word in sorted(left.items()):
            if stem in right:
                continue
            twin = next((each for each in only_right if _slip(word, only_right[each])), None)
            if twin is not None:
                del only_right[twin]
                weight += min(self._heft(stem, left), self._heft(twin, right))
        lighter, heavier = sorted((self._whole(one), self._whole(other)))
        if not lighter:
            return fuzz.ratio(one, other) / 100
        # Half for what they share of all their words, half for one being in the other: a title
        # that was only made longer is the same title.
        alike = weight / (lighter + heavier) + weight / lighter / 2
        return max(0.0, (min(1.0, alike) - _NOTHING) / (1 - _NOTHING), _spelt(one, other))

    def _words(self, title: str) -> Mapping[str, str]:
        """Return the words of a title by their beginnings."""
        known = self._known.get(title)
        if known is None:
            known = {word[:_STEM]: word for word in _WORD.findall(fold(title))}
            self._known[title] = known
        return known

    def _whole(self, title: str) -> float:
        known = self._wholes.get(title)
        if known is None:
            words = self._words(title)
            known = self._wholes[title] = math.fsum(self._heft(stem, words) for stem in words)
        return known

    def _heft(self, stem: str, words: Mapping[str, str]) -> float:
        """Return what a word says: a rare one much, one of a kind little, even with a slip."""
        known = self._hefts.get(stem)
        if known is None:
            kind = stem in _KINDS or any(_misspelt(words[stem], each) for each in _KIND_WORDS)
            known = self._weights.get(stem, self._usual) * (_KIND if kind else 1)
            self._hefts[stem] = known
        return known


def _possible(shares: Mapping[str, float], *, still: bool) -> bool:
    """Tell whether two rows may be one event, whatever else agrees.

    Under another title it is the same only on the same day, whoever holds it. At another school
    only by the same people, on the same day or in the same place; where nobody says by whom, only
    under the same title on the same day in the same place.
    """
    title, date, people = (shares.get(part) for part in ("title", "date", "people"))
    same_day = date is not None and date > _ALIKE
    if title is not None and title < _MOVED and not same_day:
        return False
    if shares.get("school", 1.0) >= _UNLIKE:
        return True
    if people is None:
        return still and same_day and title is not None and title > _ALIKE
    return people >= _UNLIKE and (still or same_day)


def _again(old: Portrait, new: Portrait, shares: Mapping[str, float]) -> bool:
    """Tell whether an entry that was gone may be there again: by its title, its school and its day."""
    told = shares.get("school", 1.0) >= _UNLIKE and shares.get("date", 0.0) >= _SAME_DAYS
    return told and (old.title == new.title or _spelt(old.title, new.title) > 0)


def _essence(title: str) -> str:
    return "".join(filter(str.isalnum, fold(title)))


def _spelt(one: str, other: str) -> float:
    """Return how far two titles are one with slips; another number is another event."""
    left, right = fold(one), fold(other)
    if _NUMBERS.findall(left) != _NUMBERS.findall(right):
        return 0.0
    alike = (
        fuzz.ratio(_essence(left), _essence(right)) / 100
    )  # a quote may have slipped into a word
    return (alike - _LETTERS) / (1 - _LETTERS)


def _slip(one: str, other: str) -> bool:
    """Tell whether two words are one with slips of the finger; another number is no slip.

    A word that begins with another letter is another word, unless two letters changed places or a
    quote slipped behind the first: К«раеведение».
    """
    if _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    if min(len(one), len(other)) >= _LONG and (one[1:] == other or other[1:] == one):
        return True
    if one[0] != other[0] and sorted(one) != sorted(other):
        return False
    most = 2 if one[0] == other[0] and min(len(one), len(other)) >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _misspelt(word: str, kind: str) -> bool:
    """Tell whether a word is one that says of what kind an event is, with a slip anywhere in it."""
    return _slip(word, kind) or (len(kind) >= _LONG and OSA.distance(word, kind) == 1)


def _school(one: str, other: str) -> float:
    """Two ids that differ may be a slip put right; two texts are compared as texts."""
    return 0.1 if one.isascii() and other.isascii() else _ratio(one, other)


def _date(one: str, other: str) -> float:
    left, right = _span(one), _span(other)
    if left is None or right is None:
        return _ratio(one, other)
    if left[0] <= right[1] and right[0] <= left[1]:
        return _SAME_DAYS  # made more exact, or less
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
