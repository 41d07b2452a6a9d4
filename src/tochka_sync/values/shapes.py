"""Shapes of words of which the first that fits is meant, as alternatives of one expression are.

One expression of them all is the fastest way to cut many texts, and takes longer to compile than a
small plan to read. So the first texts are held against the shapes one by one: a shape names parts
one of which is in all it fits, and is compiled for the first text that has such a part. Of a shape
of many words no more is compiled than the words that may stand in the text.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import NamedTuple

from tochka_sync.pattern import MANY, Pattern, Words

Fitting = tuple[str, re.Match[str]]
Tried = tuple[str, Pattern, bool]
"""A shape's name, its expression, and whether it begins with a digit."""


class _Shape(NamedTuple):
    name: str
    pattern: Pattern | Words
    parts: tuple[str, ...]
    figure: bool
    """Whether it begins with a digit."""


class Shapes:
    """Named expressions in their order, with the parts of those that need not be tried on all texts."""

    def __init__(
        self,
        sources: Mapping[str, str | Words],
        parts: Mapping[str, str],
        flags: int = 0,
        figures: Collection[str] = (),
    ) -> None:
        """Take as `figures` the names of shapes that begin with a digit, and are tried at digits only."""
        self._shapes = tuple(
            _Shape(
                name,
                source if isinstance(source, Words) else Pattern(source, flags),
                tuple(parts.get(name, "").split()),
                name in figures,
            )
            for name, source in sources.items()
        )
        self._names = {f"k{at}": name for at, name in enumerate(sources)}
        self._whole = Pattern("|".join(_grouped(self._shapes)), flags)
        self._texts = 0

    def on(self, text: str) -> Callable[[int], Fitting | None]:
        """Return what tells the name and the match of the shape that fits at a place of a text."""
        self._texts += 1
        if self._texts > MANY:
            return partial(self.at_once, text)
        return self.one_by_one(text)

    def one_by_one(self, text: str) -> Callable[[int], Fitting | None]:
        """Hold a text against the shapes that have a part in it, each by itself."""
        shown = f"{text}\n{text.lower()}"
        return partial(_one_by_one, list(self._possible(shown)), text)

    def _possible(self, shown: str) -> Iterator[Tried]:
        for name, pattern, parts, figure in self._shapes:
            if parts and not any(part in shown for part in parts):
                continue
            for each in pattern.on(shown) if isinstance(pattern, Words) else (pattern,):
                yield name, each, figure

    def cut(self, text: str) -> Iterator[Fitting]:
        """Cut a text into shapes from left to right; a sign that fits none is passed over."""
        self._texts += 1
        if self._texts > MANY:
            yield from map(self._named, self._whole.finditer(text))
            return
        fitting_at = self.one_by_one(text)
        place = 0
        while place < len(text):
            fitting = fitting_at(place)
            if fitting is None:
                place += 1
                continue
            yield fitting
            place = fitting[1].end()

    def at_once(self, text: str, place: int) -> Fitting | None:
        """Hold a place of a text against all shapes together."""
        match = self._whole.match(text, place)
        return match and self._named(match)

    def _named(self, match: re.Match[str]) -> Fitting:
        return self._names[match.lastgroup or ""], match


def _grouped(shapes: Iterable[_Shape]) -> Iterator[str]:
    """Give the alternatives of the whole expression; those of digits are tried at digits only."""
    numbered = enumerate(shapes)
    for figure, group in groupby(numbered, key=lambda each: each[1].figure):
        alternatives = "|".join(f"(?P<k{at}>{shape.pattern.pattern})" for at, shape in group)
        yield rf"(?=\d)(?:{alternatives})" if figure else alternatives


def _one_by_one(possible: list[Tried], text: str, place: int) -> Fitting | None:
    digit = text[place : place + 1].isdecimal()
    for name, pattern, figure in possible:
        if figure and not digit:
            continue
        if match := pattern.match(text, place):
            return name, match
    return None
