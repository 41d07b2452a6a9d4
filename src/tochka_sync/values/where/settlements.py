"""Towns and villages.

Accepts a settlement of the registry in any case, abbreviated, with its type or without, and any
other by its type («с. Хатыстыр»), with the district or the street beside it. Refuses a district
alone, two settlements in one cell, and a bare word the registry does not know.
"""

import re
from dataclasses import dataclass

from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import BLANK, Reading, Remark, placeholder, refuse
from tochka_sync.values.where import gazetteer, spelling, tokens
from tochka_sync.values.where.gazetteer import TYPE_OF, Found, Place
from tochka_sync.values.where.spelling import Lexicon
from tochka_sync.values.where.tokens import Token

_POSTCODE = Pattern(r"^\s*\d{6}\s*,?")
_STREET = Pattern(
    r"[,\s]\s*(?:ул|улица|пер|переулок|пр|проспект|мкр|микрорайон|кв-л)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_INITIALS = Pattern(r"\s[А-ЯЁ]\.\s?[А-ЯЁ]\.?$")
"""«с Вороновой Г.В.» is no village."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement by its name in the nominative and its type («г.», «п.», «с.»)."""

    name: str
    type: str | None


@dataclass(slots=True, eq=False, repr=False)
class _Seen:
    """What has been met in the cell so far."""

    found: list[tuple[Place, tuple[Remark, ...]]]
    district: bool = False
    stray: bool = False
    several: tuple[Place, ...] = ()
    part: Place | None = None
    """What only the last word is said of: «Куранах», but not «Верхний Куранах»."""


def read(cell: Cell, context: Context) -> Reading[Settlement]:
    """Read a settlement."""
    if not text.clean(cell.text) and cell.value is None:
        return BLANK
    if text.is_placeholder(cell.text):
        return placeholder(cell.text)
    if text.is_formula(cell.text):
        return refuse(Code.VALUE_UNREADABLE, "unknown_settlement")
    lexicon = context.registry.directory.lexicon
    shown = _STREET.sub("", _POSTCODE.sub("", spelling.lines(cell.text)))
    without = spelling.without_region(shown)
    fixed, notes = spelling.scripts(without, lexicon)
    seen = _look(tokens.split(fixed, lexicon, notes), lexicon)
    seen.district = seen.district or without != shown
    return _judge(seen, notes)


def _judge(seen: _Seen, notes: list[Remark]) -> Reading[Settlement]:
    if seen.several:
        return _several(seen.several)
    places = {gazetteer.key(place): place for place, _ in seen.found}
    if len(places) > 1:
        return _several(tuple(places.values()))
    if seen.part and not places:
        whole = f"{seen.part.type or ''} {seen.part.name}".strip()
        return refuse(Code.VALUE_UNREADABLE, "part_of_name", suggestion=whole, guess=True)
    if seen.stray or not places:
        only = seen.district and not seen.stray
        return refuse(
            Code.VALUE_UNREADABLE, "district_not_settlement" if only else "unknown_settlement"
        )
    place, said = seen.found[0]
    if _INITIALS.search(place.name):
        return refuse(Code.VALUE_UNREADABLE, "unknown_settlement")
    return Reading(Settlement(place.name, place.type), (*notes, *said))


def _several(places: tuple[Place, ...]) -> Reading[Settlement]:
    named = tuple(f"{place.type or ''} {place.name}".strip() for place in places)
    return refuse(Code.VALUE_UNREADABLE, "several_settlements", candidates=named)


def _look(found: list[Token], lexicon: Lexicon) -> _Seen:
    seen = _Seen([])
    words = [token.text if token.kind == "w" else "" for token in found]
    at = 0
    while at < len(found):
        if found[at].kind == "sep" or found[at].text == "и":
            at += 1
        elif found[at].kind != "w":
            seen.stray = True
            at += 1
        elif skipped := tokens.district_length(found, at):
            seen.district = True
            at += skipped
        else:
            at += _settlement(found, words, at, seen, lexicon)
    return seen


def _settlement(
    found: list[Token], words: list[str], at: int, seen: _Seen, lexicon: Lexicon
) -> int:
    if at + 1 == len(found) and words[at] in TYPE_OF and seen.found:
        return 1  # «Томмот (г.)»
    initial = lexicon.gazetteer.find(words, at) if tokens.is_initial(found, at) else None
    if initial and initial.form == "short" and words[at] in TYPE_OF:
        seen.part = initial.places[0]  # «С. Бор»: Серебряный, or a village
        return initial.length
    used = tokens.type_length(found, at)
    kind = TYPE_OF["п" if used > 1 else words[at]] if used else None
    start = at + used
    notes: list[Remark] = []
    known = lexicon.gazetteer.find(words, start)
    if known is None and (known := lexicon.misprinted(words, start, kind)):
        said = " ".join(token.raw for token in found[start : start + known.length])
        notes.append(spelling.corrected("typo_fixed", said, known.places[0].name))
    if known is not None and known.form == "part" and not (kind or seen.stray):
        seen.part = known.places[0]
    if known is None or known.form == "part" or (kind and known.form == "adjective"):
        return used + _foreign(found, start, kind, seen)
    if known.form == "adjective" and known.length == 1:
        seen.stray = True
    _accept(known, kind, notes, seen)
    return used + known.length


def _accept(known: Found, kind: str | None, notes: list[Remark], seen: _Seen) -> None:
    places = [place for place in known.places if place.type == kind] or list(known.places)
    if len({gazetteer.key(place) for place in places}) > 1 or len(places) > 1:
        seen.several = tuple(places)
        return
    place = places[0]
    if kind and place.type and kind != place.type:
        notes.append(
            spelling.corrected(
                "type_corrected", f"{kind} {place.name}", f"{place.type} {place.name}"
            )
        )
    if known.form == "case" and not notes:
        notes.append(Remark("case_normalised"))
    seen.found.append((Place(place.name, place.type or kind), tuple(notes)))


def _foreign(found: list[Token], start: int, kind: str | None, seen: _Seen) -> int:
    """Take a settlement the registry does not know: its type vouches for it."""
    if kind is None:
        little = found[start].text in {"в", "во", "из", "на", "мо", "рс", "я"}
        seen.stray = seen.stray or not little or tokens.is_initial(found, start)
        return 1
    end = start + 1
    while (
        end < len(found)
        and found[end].kind == "w"
        and found[end].text != "и"
        and not tokens.district_length(found, end)
    ):
        end += 1
    name = found[start].raw + "".join(token.gap + token.raw for token in found[start + 1 : end])
    if end - start > 3 or len(name) < 3:
        seen.stray = True
    else:
        shown = name.title() if name in {name.lower(), name.upper()} else name
        seen.found.append((Place(shown, kind), (Remark("settlement_not_listed"),)))
    return end - start
