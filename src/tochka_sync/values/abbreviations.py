"""What an abbreviation stands for among known words: «районн.», «мун-ный», «экск.»."""

from collections.abc import Iterable

from tochka_sync.pattern import Pattern

_CUT = Pattern(r"([а-я]{3,})\.?")
_DRAWN = Pattern(r"([а-я]{2,})-([а-я]{1,3})")


def meant(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that begin like a folded word, and end like it where it says how."""
    if cut := _CUT.fullmatch(word):
        return [full for full in known if full.startswith(cut[1])]
    if drawn := _DRAWN.fullmatch(word):
        return [full for full in known if full.startswith(drawn[1]) and full.endswith(drawn[2])]
    return []
