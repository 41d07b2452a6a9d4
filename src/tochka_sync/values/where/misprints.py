"""The one known word of which another is a misprint.

One letter may be wrong, missing, needless or swapped with the next; two in words of nine letters and
more. Words equally near that mean the same are one answer, that mean different things are none.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tochka_sync.values.where import vocabulary

_SHORTEST = 5
_LONG = 9
_HEAD = 2
_TAILS = (1, 2, 3)


class Misprints:
    """Known words, looked up by what a slip leaves whole: of a country's towns few are compared."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [word for word in words if len(word) >= _SHORTEST]
        self._heads: defaultdict[str, list[int]] = defaultdict(list)
        self._tails: defaultdict[str, list[int]] = defaultdict(list)
        self._lengths: defaultdict[int, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words):
            self._heads[word[:_HEAD]].append(at)
            self._lengths[len(word)].append(at)
            for start in _TAILS:
                self._tails[word[start:]].append(at)

    def nearest(self, word: str) -> str | None:
        """Return the word this is a misprint of, if it is of one."""
        choices = self._alike(word)
        if not choices:
            return None
        from rapidfuzz import process  # noqa: PLC0415 - costs more to import than most runs need
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        ranked = process.extract(
            word, choices, scorer=OSA.distance, score_cutoff=_slips(word), limit=3
        )
        if not ranked:
            return None
        meanings = {_meaning(choice) for choice, distance, _ in ranked if distance == ranked[0][1]}
        return ranked[0][0] if len(meanings) == 1 else None

    def _alike(self, word: str) -> list[str]:
        """Return the words that may be near: all of its length, or with its beginning or its rest.

        One slip beyond the second letter leaves the first two; any other leaves what follows.
        """
        slips, length = _slips(word), len(word)
        if slips > 1:
            lengths = range(length - slips, length + slips + 1)
            found = [at for near in lengths for at in self._lengths.get(near, ())]
        else:
            found = [
                at
                for at in {
                    *self._heads.get(word[:_HEAD], ()),
                    *(at for start in _TAILS for at in self._tails.get(word[start:], ())),
                }
                if abs(len(self._words[at]) - length) <= 1
            ]
        return [self._words[at] for at in sorted(found)]


@cache
def is_form(word: str) -> bool:
    """Tell whether a word is a legal form or one letter from it: «МБУО»; «МСОШ» is a school."""
    if word in vocabulary.ORGS or len(word) < min(map(len, vocabulary.USUAL_ORGS)) or "ш" in word:
        return word in vocabulary.ORGS
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - costs more to import than most runs need

    return any(OSA.distance(word, form) == 1 for form in vocabulary.USUAL_ORGS)


def nearer(word: str, one: str, other: str) -> str | None:
    """Return which of two words another is a misprint of; none where both are as near."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - costs more to import than most runs need

    slips, more = OSA.distance(word, one), OSA.distance(word, other)
    return None if slips == more else one if slips < more else other


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _meaning(word: str) -> str:
    known = vocabulary.WORDS.get(word)
    return known.value if known else word
