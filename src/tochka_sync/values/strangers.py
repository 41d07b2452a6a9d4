"""Words that can stand in no text of certain shapes: a text with one of them is none of those.

Which they are the shapes' own expressions say: of a word of three letters or more in a text that
fits, two letters or more stand in the expression as they are. So nearly every text is told from all
the shapes at once, by a look at its first words.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from tochka_sync.pattern import Pattern

_BARE = Pattern(r"\\.|\[[^\]]*\]|[а-яa-z](?=[?*])")
"""Of an expression what are no letters that must stand in a text."""
_WORD = Pattern(r"[а-яa-z]{3}")


class Strangers:
    """The words strange to some shapes, given as expressions for folded text."""

    def __init__(self, shapes: Iterable[str], is_known: Callable[[str], bool]) -> None:
        """Take words that are known beside the shapes, too: a text is asked about between spaces."""
        self._shapes = tuple(shapes)
        self._is_known = is_known
        self._is_stranger = lru_cache(maxsize=1 << 12)(self._look)

    def stand_in(self, folded: str) -> bool:
        """Tell whether one of the words of folded text is strange."""
        return any(map(self._is_stranger, folded.split()))

    def _look(self, word: str) -> bool:
        if _WORD.search(word) is None:
            return False
        for place in range(len(word) - 1):
            for letters in self._letters.get(word[place : place + 2], ()):
                if word.startswith(letters, place):
                    return False
        return not self._is_known(word)

    @cached_property
    def _letters(self) -> dict[str, set[str]]:
        """Return the letters that stand in the shapes as they are, by the first two of them."""
        found: dict[str, set[str]] = {}
        for shape in self._shapes:
            for letters in re.findall("[а-яa-z]{2,}", _BARE.sub(" ", shape)):
                found.setdefault(letters[:2], set()).add(letters)
        return found
