"""What form an event takes: seminar, festival, quest.

Accepts a type in any case and abbreviation after any adjectives, with anything said about it behind
(«турнир по шахматам»), and several types in one cell. A readable form that is not in the list
(«викторина», «концерт») is `other`. Refuses what is no form of event.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern, Words
from tochka_sync.table import Cell
from tochka_sync.values import corrections, strays, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.what import formats, genres, levels
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level


class EventType(StrEnum):
    """A form of event."""

    SEMINAR = "seminar"
    METHOD_SEMINAR = "method_seminar"
    WORKSHOP_SEMINAR = "workshop_seminar"
    MASTERCLASS = "masterclass"
    WEBINAR = "webinar"
    VIDEOCONFERENCE = "videoconference"
    CONFERENCE = "conference"
    SCI_CONFERENCE = "sci_conference"
    FESTIVAL = "festival"
    QUEST = "quest"
    MARATHON = "marathon"
    MIKS = "miks"
    OPEN_LESSON = "open_lesson"
    ROUND_TABLE = "round_table"
    HACKATHON = "hackathon"
    CONTEST = "contest"
    TOURNAMENT = "tournament"
    OLYMPIAD = "olympiad"
    EXCURSION = "excursion"
    OPEN_DAY = "open_day"
    INTENSIVE = "intensive"
    INTERNSHIP = "internship"
    METHOD_MEETING = "method_meeting"
    CAMPAIGN = "campaign"
    CAMP_SHIFT = "camp_shift"
    OUTREACH = "outreach"
    OTHER = "other"


_SAYS_ONLINE = frozenset({EventType.WEBINAR, EventType.VIDEOCONFERENCE})
_ASIDE = Pattern(r"\(([^()]*)\)?")
_NUMBERING = Pattern(rf"^[{text.DASH}\s\d.)•*]+(?=[^\W\d])")
_CHUNKS = Pattern(r"(?:(?<!\s)\s+)?(?:[,;+&|]|•{1}|(?<!\b[мнк])/|\s\d[.)](?=\s))\s*")
_SPLIT = Pattern(
    rf"\b(мастер|семинар|научно|учебно) ?{text.ANY_DASH} ?(?=класс|практи|метод|исслед|познав)"
)
_WORDS = Pattern(r"[^\s,;:()«»\"/|+]+")
_MODIFIER = Words(
    r"[а-я-]*(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их|ым|им|ую)|[а-я]{1,9}-?[а-я]*\."
    r"|[ivx]+|\d+(?:-?[а-я]{1,2})?|онлайн|офлайн|интернет|экспресс|мини|мега|арт|it|ит|stem"
    r"|проведени[ея]|участи[ея]|организаци[яи]|цикл|сери[яи]"
    r"|этап[аеы]?|тур|уров(?:ень|ня|не)|формат[ае]?|форма|вид|тип|на|в|во|и|для|по"
)
_JOIN = Pattern(rf"\s*(?:и|с|со|{text.ANY_DASH})?\s*")
_CHOICE = Pattern(r"\b(?:или|либо)\b|→|->")
_STAGE = Pattern(r"(?<!\S)(\S+) (?:этап|тур|уров)")
_OBLIQUE = Pattern(r"(?:[ое]в|ей|[ая]ми?|[ая]х|[ое]м|у|ий|викторин|встреч|игр|бесед|(?<![нт]и)е)$")
_MOST_WORDS = 6
"""A text of more is no mere type."""
_CONNECTIVES = frozenset(
    {
        *("и", "на", "по", "тему", "теме", "под", "названием", "этап", "тур", "уровня", "уровне"),
        *("в", "формате"),
    }
)


class _Found:
    """What one cell has given so far."""

    def __init__(self, notes: tuple[Remark, ...] = ()) -> None:
        self.types: dict[EventType, None] = {}
        self.notes = notes
        self.words: list[str] = []
        """Words that may name a level or a format."""
        self.strange = False
        """Whether something stands beside the types that nobody understood."""
        self.choice: tuple[str, ...] = ()
        """Types of which one is meant: «семинар или мастер-класс»."""
        self.generic = False
        self.unlisted = False
        self.rest = False

    def __bool__(self) -> bool:
        return bool(self.types or self.generic or self.unlisted or self.rest)


def read(cell: Cell, context: Context) -> Reading[tuple[EventType, ...]]:  # noqa: ARG001
    """Read the event types a cell names; a level or a format named in passing goes to `also`."""
    reading = _read_line(text.clean(cell.text))
    if "\n" not in cell.text:
        return reading
    listed = _read_line("; ".join(filter(None, map(text.clean, cell.text.splitlines()))))
    more = {*(listed.value or ())} - {EventType.OTHER}
    return listed if more > {*(reading.value or ())} - {EventType.OTHER} else reading


def _read_line(shown: str) -> Reading[tuple[EventType, ...]]:
    if corrections.is_placeholder(shown):
        return placeholder(shown)
    if text.is_formula(shown) or strays.is_stray(shown) or strays.is_settlement(shown):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    shown, notes = corrections.unmix(shown)
    folded = corrections.lower(shown)
    if not folded[:1].isalpha():
        folded = _NUMBERING.sub("", folded)
    folded = _SPLIT.sub(r"\1-", folded)
    found = _Found(notes)
    asides = " ".join(_ASIDE.findall(folded))
    _take(_ASIDE.sub(" ", folded), found)
    if not found:
        _take(asides, found)
    found.words += _words(asides)
    if found.choice:
        return refuse(Code.VALUE_UNREADABLE, "ambiguous", candidates=found.choice)
    if found:
        return _reading(found, folded)
    also = _also(found, folded) if all(map(_is_passing, found.words)) else {}
    return Reading(also=also) if also else refuse(Code.VALUE_UNREADABLE, "unreadable")


def read_format(cell: Cell, context: Context) -> Reading[Format]:
    """Read a format; a type in its place («Формат»: «семинар») goes to `also`."""
    reading = formats.read(cell, context)
    if reading.problem is None or reading.problem.reason != "unreadable":
        return reading
    instead = read(cell, context)
    if instead.value is None or EventType.OTHER in instead.value:
        return reading
    shape = instead.also.get(Field.FORMAT)
    if shape is None and _SAYS_ONLINE.issuperset(instead.value):
        return reading  # «в зале + ВКС»
    return Reading(shape, instead.notes, also={**instead.also, Field.TYPES: instead.value})


def read_level(cell: Cell, context: Context) -> Reading[Level]:
    """Read a level; a type beside it («Уровень»: «районный конкурс») goes to `also`."""
    reading = levels.read(cell, context)
    unread = reading.problem is not None and reading.problem.reason == "unreadable"
    instead = named(text.clean(cell.text)) if unread else None
    if instead is None or not (level := instead.also.get(Field.LEVEL)):
        return reading
    listed = instead.value if EventType.OTHER not in (instead.value or ()) else None
    also = {**instead.also, **({Field.TYPES: listed} if listed else {})}
    return Reading(level, instead.notes, also=also)


@lru_cache(maxsize=256)  # the same few stand before the quotes of many titles
def named(shown: str) -> Reading[tuple[EventType, ...]] | None:
    """Return the types of a text that holds nothing but types, levels and formats."""
    if shown.count(" ") > _MOST_WORDS:
        return None
    folded = corrections.lower(text.cyrillic(shown)).translate(text.TO_HYPHEN)
    if genres.is_silent(folded):
        return None
    matches = list(genres.find(folded))
    left = folded
    for start, end, _ in reversed(matches):
        left = f"{left[:start]} {left[end:]}"
    words = _words(left)
    generic = not matches and bool(words) and genres.is_generic(words[-1])
    if generic:
        words.pop()
    if not (matches or generic) or not all(map(_is_passing, words)):
        return None
    found = _Found()
    found.types = dict.fromkeys(EventType(name) for _, _, name in matches)
    found.words, found.generic = words, generic
    return _reading(found, folded)


def is_passing(folded: str) -> bool:
    """Tell whether folded text holds nothing but levels, formats and what joins them to a type."""
    return all(map(_is_passing, _words(folded)))


def _take(folded: str, found: _Found) -> None:
    """Add what the parts of a text name, each by its first noun."""
    for chunk in chain.from_iterable(map(_apart, _CHUNKS.split(folded))):
        if not chunk.strip():
            continue
        fixed, notes = _mend(chunk)
        taken = _take_chunk(fixed, found) or _take_chunk(_spelled_out(chunk), found)
        if not taken:  # «мастер-касс»: what looks sound may be the typo
            fixed, notes = _mend(chunk, doubt=True)
            taken = bool(notes) and _take_chunk(fixed, found)
        if taken:
            found.notes += notes
        else:
            found.words += _words(chunk)
            found.strange |= not is_passing(chunk)


def _apart(chunk: str) -> Iterator[str]:
    """Cut «родительское собрание и мастер-класс» at «и», but not «неделя науки и конкурсов»."""
    left, joint, right = chunk.partition(" и ")
    if (
        joint
        and _is_another(right.partition(" и ")[0])
        and (_is_type(left) or next(genres.find(left), None))
    ):
        yield left
        yield from _apart(right.lstrip('«"'))
    else:
        yield chunk


def _is_another(right: str) -> bool:
    """Tell whether a type in the nominative stands behind «и»."""
    right = right.lstrip('«"')
    head = next(filter(_is_head, _words(right)), "")
    if genres.is_silent(right):
        right, _ = _mend(right)
    types = next(genres.find(right), None)
    if types is None:
        return genres.is_unlisted(head) and _OBLIQUE.search(head) is None
    return _leads(right[: types[0]]) and _OBLIQUE.search(right, 0, types[1]) is None


def _is_type(left: str) -> bool:
    return any(map(genres.is_unlisted, _words(left)))


def _take_chunk(chunk: str, found: _Found) -> bool:
    types = list(genres.find(chunk))
    if types and _leads(chunk[: types[0][0]]):
        found.words += _words(chunk[: types[0][0]])
        found.types[EventType(types[0][2])] = None
        for previous, current in pairwise(types):
            if not _JOIN.fullmatch(chunk, previous[1], current[0]):
                if previous[2] != current[2] and _CHOICE.search(chunk, previous[1], current[0]):
                    found.choice = tuple(chunk[start:end] for start, end, _ in types)
                break
            found.types[EventType(current[2])] = None
        found.words += [word for word in _words(chunk[types[0][1] :]) if formats.spot(word)]
        return True
    words = _words(chunk)
    if genres.is_rest(" ".join(words)):
        found.rest = True
        return True
    place = next((i for i, word in enumerate(words) if _is_head(word)), len(words))
    head = words[place] if place < len(words) else ""
    found.words += words[:place]
    found.generic |= genres.is_generic(head)
    found.unlisted |= genres.is_unlisted(head)
    return genres.is_generic(head) or genres.is_unlisted(head)


def _is_head(word: str) -> bool:
    known = genres.is_generic(word) or genres.is_unlisted(word)
    return known or not _MODIFIER.fullmatch(word)


def _leads(before: str) -> bool:
    """Tell whether what stands before a type only describes it: «районный », «игра-»."""
    return all(
        _MODIFIER.fullmatch(word.strip("-"))
        or (word.endswith("-") and genres.is_unlisted(word[:-1]))
        for word in _words(before)
        if word.strip("-")
    )


def _mend(chunk: str, *, doubt: bool = False) -> tuple[str, tuple[Remark, ...]]:
    """Put typos right in the words up to the first that is understood, unless all are in doubt."""
    notes: tuple[Remark, ...] = ()
    for word in _words(chunk):
        if not doubt and genres.is_known(word.strip(".")):
            break
        if fixed := corrections.nearest(word, genres.SPELT):
            notes += corrections.changed(word, fixed, "typo_fixed")
            chunk = chunk.replace(word, fixed)
    return chunk, notes


def _spelled_out(chunk: str) -> str:
    """Put the words for their abbreviations: «экск. в музей» is an excursion."""
    words = _words(chunk)
    for word in words:
        if full := genres.spelled_out(word, alone=len(words) == 1):
            chunk = chunk.replace(word, full)
    return chunk


def _reading(found: _Found, folded: str) -> Reading[tuple[EventType, ...]]:
    types = tuple(found.types)
    notes = found.notes
    if found.unlisted:
        types += (EventType.OTHER,)
        notes += (Remark("unlisted_type"),)
    elif not types or found.rest:
        types += (EventType.OTHER,)
        notes += (Remark("too_generic"),) if found.generic else ()
    if len(types) > 1:
        notes += (Remark("multiple"),)
    return Reading(types, notes, also=_also(found, folded))


def _also(found: _Found, folded: str) -> dict[Field, Any]:
    """Return the level and the format said in passing, where only one is."""
    stage = _STAGE.search(folded)
    words = [stage[1]] if stage and levels.spot(stage[1]) else found.words
    named_levels = {level for word in words if (level := levels.spot(word))}
    named_formats = {shape for word in found.words if (shape := _format(word))}
    said = named_formats or found.strange or not found.types
    if not said and found.types.keys() <= _SAYS_ONLINE:
        named_formats = {Format.ONLINE}
    if {Format.ONLINE, Format.OFFLINE} <= named_formats:
        named_formats = {Format.MIXED}
    also: dict[Field, Level | Format] = {}
    if len(named_levels) == 1:
        also[Field.LEVEL] = named_levels.pop()
    if len(named_formats) == 1:
        also[Field.FORMAT] = named_formats.pop()
    return also


def _format(word: str) -> Format | None:
    return formats.spot(word) or formats.spot(word.strip("-"))


@lru_cache(maxsize=1 << 12)
def _is_passing(word: str) -> bool:
    bare = word.strip(".-")
    return not bare or bare in _CONNECTIVES or bool(levels.spot(word) or _format(word))


def _words(folded: str) -> list[str]:
    return _WORDS.findall(folded)
