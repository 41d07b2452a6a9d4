"""Shapes of words of which the first that fits is meant, as alternatives of one expression are.

One expression of them all is the fastest way to cut many texts, and takes longer to compile than a
small plan to read. So the first texts are held against the shapes one by one: a shape names parts
one of which is in all it fits, and is compiled for the first text that has such a part.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from tochka_sync.pattern import Pattern

Fitting = tuple[str, re.Match[str]]

MANY = 200
"""After so many texts the whole expression has paid for itself."""


class _Shape(NamedTuple):
    name: str
    pattern: Pattern
    parts: tuple[str, ...]


class Shapes:
    """Named expressions in their order, with the parts of those that need not be tried on all texts."""

    def __init__(
        self, sources: Mapping[str, str], parts: Mapping[str, str], flags: int = 0
    ) -> None:
        self._shapes = tuple(
            _Shape(name, Pattern(source, flags), tuple(parts.get(name, "").split()))
            for name, source in sources.items()
        )
        self._names = tuple(sources)
        self._whole = Pattern(
            "|".join(f"(?P<k{at}>{source})" for at, source in enumerate(sources.values())), flags
        )
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
        possible = [
            shape
            for shape in self._shapes
            if not shape.parts or any(part in shown for part in shape.parts)
        ]
        return partial(_one_by_one, possible, text)

    def cut(self, text: str) -> Iterator[Fitting]:
        """Cut a text into shapes from left to right; a sign that fits none is passed over."""
        fitting_at = self.on(text)
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
        return match and (self._names[int(str(match.lastgroup)[1:])], match)


def _one_by_one(possible: list[_Shape], text: str, place: int) -> Fitting | None:
    for name, pattern, _ in possible:
        if match := pattern.match(text, place):
            return name, match
    return None
