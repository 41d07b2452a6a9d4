"""Cells that say «the same as above»: «-//-», «″», «он же», «там же», «как выше»."""

from collections.abc import Iterable

from tochka_sync.pattern import Pattern
from tochka_sync.values import text

_LONGEST = 30
_DASHES = text.DASH + "_"
_SIGNS = frozenset(_DASHES + "\"'«»“”„‟″〃`,|/ ")
_WORDS = Pattern(
    r"(?:в )?(?:то|та|тот|те|там|тогда|он|она|они|такой|такая|такое|такие) ?же"
    r"(?: самое| самый| самая| самые| день| время| место| школа| оо| класс| классы| участники| люди)?"
    r"|тоже(?: самое)?|аналогично|(?:как|см\.?|смотри|смотрите|указан[аоы]?)?\s?выше|ditto|same(?: as above)?"
)
_BEGINNINGS = ("аналог", "как", "см", "cм", "указ", "выше", "ditto", "same")
_SAME = ("т", "t", "в т", "он", "oн")
"""How the words begin, with a Latin letter too; those of the second kind have a «ж»."""
_FIRST = frozenset("".join(word[0] + word[0].upper() for word in _BEGINNINGS + _SAME)) | _SIGNS


def among(cells: Iterable[str]) -> frozenset[str]:
    """Return those of some texts that stand for the cell above."""
    short = [cell for cell in cells if len(cell) <= _LONGEST and cell[:1] in _FIRST]
    return frozenset([cell for cell in short if is_one(cell)])


def is_one(cell: str) -> bool:
    """Tell whether a text stands for the cell above: quotes and double strokes do, a dash alone does not."""
    bare = cell.strip()
    if not bare:
        return False
    if bare[0] in _SIGNS:
        return _SIGNS.issuperset(bare) and _doubled(bare)
    low = bare.lower()
    if "ж" not in low and not low.startswith(_BEGINNINGS):
        return False  # nearly always, in a tenth of the time
    return _WORDS.fullmatch(text.fold(text.cyrillic(bare)).strip(" .,;:!()«»\"'")) is not None


def _doubled(signs: str) -> bool:
    """Tell whether of these signs any is a quote, or a stroke or comma stands twice."""
    left = signs.replace(" ", "").strip(_DASHES)
    quotes = set(left).difference(",|/", _DASHES)
    return bool(quotes) or left in {"//", "||", ",,", "///", "|||"}
