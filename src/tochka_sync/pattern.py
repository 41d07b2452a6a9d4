"""Regular expressions that are compiled when first used: a run uses half of those there are.

A compiled one costs up to 20 ms of a start. After its first use an expression is as fast as one of
`re`'s own: what is kept is the method, not a way to it. Of an expression of many words, those alone
that may stand in a text are compiled for it: all words for a teacher take 1.2 ms, one of them 0.1.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Finder(Protocol):
    """How a text is searched: all of it, or from one position to another."""

    def __call__(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> re.Match[str] | None:
        """Return the match, if there is one."""


class Walker(Protocol):
    """How all places in a text are gone through."""

    def __call__(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> Iterator[re.Match[str]]:
        """Return the matches, from left to right."""


class Splitter(Protocol):
    """How a text is cut."""

    def __call__(self, text: str, /, maxsplit: int = 0) -> list[Any]:
        """Return the pieces, and the groups between them."""


class Replacer(Protocol[T_co]):
    """How what is found in a text is replaced."""

    def __call__(
        self, put: str | Callable[[re.Match[str]], str], text: str, /, count: int = 0
    ) -> T_co:
        """Return the text, or the text and how many were replaced."""


class Pattern:
    """The methods of `re.Pattern` that are used here, compiled at the first call of one of them."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern = source
        self.flags = flags

    @cached_property
    def match(self) -> Finder:
        """Find at the start of a text."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Finder:
        """Match a whole text."""
        return self._compiled.fullmatch

    @cached_property
    def search(self) -> Finder:
        """Find the first place in a text."""
        return self._compiled.search

    @cached_property
    def findall(self) -> Callable[[str], list[Any]]:
        """Return the texts found, or their groups."""
        return self._compiled.findall

    @cached_property
    def finditer(self) -> Walker:
        """Find every place in a text."""
        return self._compiled.finditer

    @cached_property
    def sub(self) -> Replacer[str]:
        """Replace what is found."""
        return self._compiled.sub

    @cached_property
    def subn(self) -> Replacer[tuple[str, int]]:
        """Replace what is found, and count."""
        return self._compiled.subn

    @cached_property
    def split(self) -> Splitter:
        """Split a text at what is found."""
        return self._compiled.split

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)


def either(*sets: str) -> str:
    """Return an expression of one character out of several sets of at most two ranges each.

    Python takes 0.12 ms to compile one set of more ranges than two, were it of three dashes only;
    small ones take 0.02 together.
    """
    return f"(?:{'|'.join(f'[{each}]{{1}}' for each in sets)})"


MANY = 200
"""After so many texts an expression of many words, or shapes, has paid for itself."""

_SIGNS = Pattern(r"\\.|\[(?:\\.|[^\]\\])+\]|[(|)]|[^\\\[(|)]+")
_BEGINNING = Pattern(r"(?:[^\W\d_](?![?*{]))*")


class Words:
    """Alternatives of one expression, for texts in lower case, or for any with `re.IGNORECASE`.

    An alternative is tried, and compiled, only where the letters it begins with stand. None may
    have groups that are asked for.
    """

    def __init__(self, words: str, before: str = "", after: str = "", flags: int = 0) -> None:
        """Take what stands before the alternatives, and what behind them."""
        self._words = words
        self._before = before
        self._after = after
        self._flags = flags
        self._texts = 0
        self.pattern = f"{before}(?:{words}){after}"

    def on(self, text: str) -> list[Pattern]:
        """Return the alternatives that may stand in a text, in their order.

        Texts in which capitals matter come with themselves in small letters behind.
        """
        return [pattern for beginning, pattern in self._each if beginning in text]

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match a whole text in lower case."""
        if self._texts >= MANY:
            return self._whole.fullmatch(text)
        self._texts += 1
        return next(filter(None, (each.fullmatch(text) for each in self.on(text))), None)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def _each(self) -> list[tuple[str, Pattern]]:
        """Return the alternatives, each with the letters that stand in all it matches."""
        words, depth = [""], 0
        for sign in _SIGNS.findall(self._words):
            if sign == "|" and not depth:
                words.append("")
                continue
            depth += (sign == "(") - (sign == ")")
            words[-1] += sign
        return [
            (_beginning(word), Pattern(f"{self._before}(?:{word}){self._after}", self._flags))
            for word in words
        ]


def _beginning(word: str) -> str:
    match = _BEGINNING.match(word)
    return match.group() if match else ""
