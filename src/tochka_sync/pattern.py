"""Regular expressions that are compiled when first used: a run uses half of those there are.

A compiled one costs up to 20 ms of a start. After its first use an expression is as fast as one of
`re`'s own: what is kept is the method, not a way to it.
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
