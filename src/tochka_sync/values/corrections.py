"""Letters put right before a cell is read, each with a remark that names old and new.

Words are compared by likeness, numbers never are.
"""

from functools import cache, lru_cache

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.values import slips, text
from tochka_sync.values.reading import Remark

_DIGIT = Pattern(r"\d")
_OTHER_DASH = Pattern(r"[‐-―−](?<=[^\W_].)(?=[^\W\d_])")
"""A dash inside a word, but for the hyphen."""
_SPACED_SUFFIX = Pattern(r"(?<=\d)\s?[-‐-―−]\s?(?=(?:х|е|ых|ые)\s)")
"""The dash of «5 – х классов»."""
_TWO_DASHES = Pattern(r"(?<=\d)\s?(?:[-‐-―−]{2,3}|[~÷])\s?(?=\d)")
"""«5--7», «5~7»: one dash, typed twice or with another key."""
_RARE_DASHES = ("--", "––", "——", "-–", "–-", "~", "÷")
_ANY_DASH = Pattern(r"[-~÷]|[−‐-―]")
_LONGEST = 60
"""No placeholder is longer."""
_SHORTEST = 5
_STEM = 4
_LONG = 8
_ENDING = 3


@lru_cache(maxsize=256)  # a title is asked about six times while it is read, and then no more
def lower(shown: str) -> str:
    """Return clean text for comparing: `text.fold` of it, every hyphen inside a word made plain."""
    return hyphens(shown.lower().replace("ё", "е"))


def hyphens(shown: str) -> str:
    """Return text with plain hyphens inside words, whatever dash was typed: «уч–ся», «7–х»."""
    if _ANY_DASH.search(shown) is None:
        return shown  # most texts, in a fifth of the time
    if any(dash in shown for dash in _RARE_DASHES):
        shown = _TWO_DASHES.sub("-", shown)
    return _SPACED_SUFFIX.sub("-", _OTHER_DASH.sub("-", shown))


def is_placeholder(shown: str) -> bool:
    """Tell whether clean text only stands for an empty cell; such text has no digits."""
    if len(shown) > _LONGEST or _DIGIT.search(shown):
        return False
    return text.is_placeholder(shown)


def unmix(shown: str) -> tuple[str, tuple[Remark, ...]]:
    """Return text with look-alike letters put right, and a note if any was."""
    fixed = text.cyrillic(shown)
    return fixed, changed(shown, fixed)


def changed(old: str, new: str, reason: str = "lookalike_fixed") -> tuple[Remark, ...]:
    """Return the note that `old` was read as `new`; nothing where they are equal."""
    if old == new:
        return ()
    return (Remark(reason, Code.TEXT_CORRECTED, {"old": old, "new": new}),)


@cache
def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the one known word a typo away: one letter, two in words of eight letters and more.

    The first letter must be right. Two words equally near are no answer, two forms of one are.
    """
    allowed = 2 if len(word) >= _LONG else 1
    best, found = allowed + 1, None
    if len(word) < _SHORTEST:
        return None
    for candidate in known:
        if candidate[0] != word[0] or len(candidate) < _SHORTEST:
            continue
        distance = slips.distance(word, candidate, allowed)
        if distance < best:
            best, found = distance, candidate
        elif distance == best <= allowed and not _same_word(str(found), candidate):
            found = None
    return found if best <= allowed else None


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words differ in their endings only."""
    stem = min(len(one), len(other)) - _ENDING
    return stem >= _STEM and one[:stem] == other[:stem]
