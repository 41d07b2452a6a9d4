"""Schools listed under their settlements, «Томмот: СОШ 6, 8; Алдан: СОШ 9, гимназия», or to choose of.

Each member gets its settlement, so that «гимназия» is the one of Алдан and none of the next line.
"""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.where.gazetteer import TYPE_OF, WORDS, Gazetteer, Place
from tochka_sync.values.where.mentions import Mention

_GROUP = Pattern(
    r"\s*(?P<town>[^:;()\d\n]{2,40}?)\s*(?::\s*(?P<listed>[^:;()\n]+)|\((?P<bracketed>[^:;()\n]+)\))\s*(?:[;,.\n]+\s*|$)"
)
_MEMBERS = Pattern(r"\s*(?:[,\n]|\bи\b)\s*")
_OR = Pattern(r"\W+(?:или|либо)\W+", re.IGNORECASE)
_FEWEST = 2


def spread(shown: str, gazetteer: Gazetteer) -> str:
    """Return a list with the settlement of each group behind each of its schools; any other as it is."""
    if "(" not in shown and ":" not in shown:
        return shown
    groups, place = [], 0
    while place < len(shown):
        group = _GROUP.match(shown, place)
        if group is None or not _is_town(group["town"], gazetteer):
            return shown
        members = _MEMBERS.split((group["listed"] or group["bracketed"]).strip(" .,"))
        groups.append([f"{member} {group['town']}" for member in members if member])
        place = group.end()
    if len(groups) < _FEWEST:
        return shown
    return "; ".join(", ".join(group) for group in groups)


def alternatives(shown: str) -> str | None:
    """Return «СОШ №1 или СОШ №2» as a list of the schools it may be; `None` for any other text."""
    folded = shown.casefold()
    if "или" not in folded and "либо" not in folded:
        return None
    listed = _OR.sub(", ", shown)
    return None if listed == shown else listed


def hints(mentions: list[Mention]) -> list[tuple[Place, ...]]:
    """Return for each school the settlement said next under the same head, or before its first."""
    before: list[tuple[Place, ...]] = []
    for mention in mentions:
        before.append(before[-1] if mention.shared and before else mention.places)
    after: tuple[Place, ...] = ()
    found = []
    for mention, first in zip(reversed(mentions), reversed(before), strict=True):
        found.append(after or first)
        after = (mention.places or after) if mention.shared else ()
    return found[::-1]


def _is_town(said: str, gazetteer: Gazetteer) -> bool:
    """Tell whether words are a settlement and nothing else: «г. Томмот», «Н.Куранах»."""
    words = WORDS.findall(text.fold(said))
    if len(words) > 1 and words[0] in TYPE_OF and not words[0].startswith("н"):
        words = words[1:]
    found = gazetteer.find(words, 0) if words else None
    return found is not None and found.length == len(words) and found.form != "adjective"
