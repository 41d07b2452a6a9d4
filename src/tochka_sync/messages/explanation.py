"""What is told of one kind of finding."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """One code explained, with an example."""

    title: str
    what: str
    """What the finding means."""
    why: str
    """Why it matters, with the order's point where there is one."""
    fix: str
    """How to mend it."""
    wrong: str
    """As it was typed."""
    right: str
    """What to type."""
