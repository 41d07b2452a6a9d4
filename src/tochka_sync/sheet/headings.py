"""What a column heading means: from the words of a header cell to the fields it can name.

A heading is read word by word (abbreviations,
inflections, look-alike letters and typos included) into concepts; a rule says which concepts
together name a field. A heading with a word nobody knows is refused, not guessed: «Дата рождения»
is not a date of an event.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern
from tochka_sync.sheet.vocabulary import RULES, WORDS
from tochka_sync.values import slips, text

LONGEST = 200
"""A longer cell is prose, not a heading."""


class Meaning(NamedTuple):
    """What a heading can mean: `fields` in order of preference; more than one needs the cells."""

    fields: tuple[Field, ...]
    corrected: bool = False
    """Whether a typo had to be put right to read it."""
    weak: bool = False
    """Whether a heading that can mean nothing else goes before this one."""


class _Rule(NamedTuple):
    fields: tuple[Field, ...]
    need: tuple[frozenset[str], ...]
    allow: frozenset[str]
    lead: frozenset[str]

    def fits(self, concepts: tuple[str, ...]) -> bool:
        found = set(concepts)
        if not found <= self.allow or (self.lead and concepts[0] not in self.lead):
            return False
        return all(not found.isdisjoint(either) for either in self.need) and (
            len(self.need) == 1 or len(found) > 1
        )


def shown(raw: str) -> str:
    """Return a header cell as a person reads it, on one line."""
    return " ".join(raw.split())


def key(raw: str) -> str:
    """Return what two spellings of one heading share: its words in lower case, nothing else."""
    return " ".join(re.findall(r"№|\w+", _folded(raw)))


@lru_cache(maxsize=20_000)
def meaning(raw: str) -> Meaning | None:
    """Read a heading: with the hint in brackets, else without it, else up to a dash or colon."""
    if len(raw) > LONGEST or not raw.strip():
        return None
    if ("," in raw or "/" in raw) and _TWO.match(raw):
        return None
    raw = _whole(re.sub(r"^\s*\d{1,2}[.)]\s+", "", raw))
    raw = _SCHOOL_YEAR.sub(" ", raw) if "20" in raw and raw[:1].isalpha() else raw
    bare = re.sub(r"\([^)]*\)?|\[[^\]]*\]?|<[^>]*>", " ", raw)
    found = _read(raw) or _read(bare)
    return found or _read(_ASIDE.split(bare.strip(), maxsplit=1)[0]) or _BARE.get(key(raw))


def _whole(raw: str) -> str:
    """Return a heading without hyphens at the ends of its lines, and «Д А Т А» as a word."""
    joined = _BROKEN.sub(_joined, raw) if "\n" in raw else raw
    return re.sub(
        r"(?<!\w)(?:[^\W\d] ){2,}[^\W\d](?!\w)", lambda it: it[0].replace(" ", ""), joined
    )


def _joined(broken: re.Match[str]) -> str:
    """Return the end of a line as the next goes on: of «Школа-организатор» the hyphen stays."""
    first, second = broken.groups()
    if all(_word(text.fold(part)) is not None for part in (first, second)):
        return f"{first}-"
    return first if second[0].islower() or (first + second).isupper() else broken[0]


def concepts(raw: str) -> frozenset[str]:
    """Return the concepts of the words that are known, whatever stands between them."""
    words = _TOKEN.findall(_folded(_whole(raw)))
    return frozenset(concept for word in words for concept in _concepts(word)[0] or () if concept)


def is_month(raw: str) -> bool:
    """Tell whether a heading of dates asks for the month alone."""
    found = concepts(raw)
    return "month" in found and found.isdisjoint({"date", "day", "time"})


def without_data(raw: str) -> str:
    """Return a heading without words that only say that others follow: «Общие сведения», «Информация о»."""
    low = raw.lower()
    return _OF_DATA.sub(" ", _whole(raw)) if any(map(low.__contains__, _DATA)) else raw


def is_year(raw: str) -> bool:
    """Tell whether a heading asks for the year of an event and nothing else: «Год», «Учебный год»."""
    return "year" in concepts(raw) <= {"year", "hold", "event", "plan"} and familiar(
        _OF_YEARS.sub("", _folded(raw))
    )


@lru_cache(
    maxsize=4096
)  # every row above a table is asked about, and rows of many columns are alike
def familiar(raw: str) -> bool:
    """Tell whether a text is made of nothing but words of headings."""
    words = _TOKEN.findall(_folded(_whole(raw))) if len(raw) <= LONGEST else []
    return bool(words) and all(_concepts(word)[0] is not None for word in words)


def leading(field: Field) -> frozenset[str]:
    """Return the concepts of which a heading of the field has at least one."""
    return frozenset(
        concept for rule in _rules() if rule.fields[0] is field for concept in rule.need[0]
    )


_BARE = {
    **dict.fromkeys(("с", "от"), Meaning((Field.TIME, Field.DATE))),
    **dict.fromkeys(("по", "до"), Meaning((Field.ENDS, Field.ENDS_AT))),
}
"""Headings that are no more than the word before a day or an hour."""
_BROKEN = Pattern(r"([^\W\d]+)-[ \t]*\n\s*(?=([^\W\d]+))")
_ASIDE = Pattern(
    rf"[:;]|\s[{text.DASH}/]\s|\n\s*(?![^\W\d])"
    r"|\n\s*(?=(?:в\s+)?формат|дд|чч|напр|пример|образец|ука[зж]|заполн|выб[еи]р|впи[сш]|без\s|не\s|кратк|только|если|можно"
    r"|где\s|кто\s|что\s|котор|[^\n]*[,/\d])",
    re.IGNORECASE,
)
"""Where a heading ends and what to type begins; «рождения» under «Дата» goes on with it."""
_DATA = ("сведени", "информаци", "данны")
_OF_DATA = Pattern(
    r"\b(?:(?:общ|основн|кратк|дополнительн)\w+\s+)?(?:сведени\w+|информаци\w+|данны\w+)(?:\s+(?:о|об|по)\b)?",
    re.IGNORECASE,
)
_OF_YEARS = Pattern(r"\b(?:учебн|календарн)\w+")
_SCHOOL_YEAR = Pattern(
    r"\b(?:(?:на|в|за)\s+)?20\d\d\s?[-–—/]\s?(?:20)?\d\d(?!\d)(?:\s*уч\w*\.?)?(?:\s*г(?:од[ау]?\b|\.|\b))?",
    re.IGNORECASE,
)
"""«Мероприятия на 2023-2024 учебный год»: which year the plan is of, says nothing of a column."""
_TOKEN = Pattern(r"№|\w+(?:[-/]\w+)*\.?")
_TWO = Pattern(r"\s*мероприяти[ея]\s*[,/]\s*(?:дат|срок)", re.IGNORECASE)
"""Two columns in one: «Мероприятие, сроки»."""
_ENDING = Pattern(
    r"(?<=\w{3})(?:иями|ами|ями|ого|его|ему|ому|ыми|ими|ией|ая|яя|ое|ее|ие|ые|ий|ый|ой|ей|ов|ев|ам|ям|ах|ях"
    r"|ом|ем|ию|ия|ии|ью|ую|ых|их|а|я|о|е|и|ы|у|ю|ь|й)$"
)
_SPELT = (
    (Pattern(r"\bф\s?\.?\s?и\s?\.?\s?о\b\.?"), "фио"),
    (Pattern(r"\bп\s?[/.\\]?\s?п\b\.?"), "пп"),
    (Pattern(r"\bн\s?[/.]?\s?п\b\.?"), "нп"),
    (Pattern(r"\b[eе]\s?-?\s?mail\w*"), "email"),
    (Pattern(r"\bнаселенн\w*\s+пункт\w*"), "населенный"),
    (Pattern(r"\bn\s?°|№+"), " № "),
    (Pattern(r"\bв\s?т\.\s?ч\b\.?"), ""),
    (Pattern(r"\bnumber\s+of\b|\bhow\s+many\b"), "count"),
    (Pattern(r"(?<=\w)\s+(?:по|до)\s*$|^\s*(?:по|до)(?=\W*дат)"), " окончание "),
    (Pattern(r"\bиз\s+(?:\w+\s+)?списка\b|(?<=\w),?\s+если\s.*"), ""),
    (Pattern(r"\bс\s+какими\b"), "партнеры"),
    (Pattern(r"\bво\s+сколько\b"), "время"),
    (Pattern(r"\bорганизатор\w*\s+от\s+(?:школы|оо|оу)\b"), "ответственный"),
    (Pattern(r"(№|номер)(?:\s*п/?п)?\s*(?:в|по)\s+(?:школе|оо|оу)\b"), r"\1"),
    (Pattern(r"\bкто\s+будет\b"), ""),
    (Pattern(r"[_\u2010-\u2015]"), "-"),
)
_LONG = 9
"""Letters from which on two may be wrong; words that say nothing of a column are no shorter."""
_LOOKALIKE = str.maketrans("acehkmoptxyb", "асенкмортхув")


def _folded(raw: str) -> str:
    folded = text.fold(text.cyrillic(raw))
    for pattern, spelling in _SPELT:
        folded = pattern.sub(spelling, folded)
    return folded


def _read(raw: str) -> Meaning | None:
    found: list[str] = []
    corrected = False
    for word in _TOKEN.findall(_folded(raw)):
        known, typo = _concepts(word)
        if known is None:
            return None
        found.extend(concept for concept in known if concept)
        corrected |= typo
    if not found:
        return None
    for rule in _rules():
        if rule.fits(tuple(found)):
            return Meaning(rule.fields, corrected)
    return None


@lru_cache(maxsize=20_000)
def _concepts(word: str) -> tuple[tuple[str, ...] | None, bool]:
    """Return the concepts of one written word, and whether a typo was put right."""
    bare = word.rstrip(".")
    for spelling in (bare, bare.translate(_LOOKALIKE)):
        known = _word(spelling)
        if known is None and spelling == bare:
            known = _abbreviated(word)
        if known is not None:
            return (known,), False
        parts = [_word(part) for part in re.split("[-/]", spelling)]
        if len(parts) > 1 and None not in parts:
            return tuple(part for part in parts if part is not None), False
        if len(parts) > 1 and (whole := _word(re.sub("[-/]", "", spelling))):
            return (whole,), False  # hyphened where a line ended: «меро-приятие»
    meant = _typo(bare)
    return ((meant,), True) if meant is not None else (None, False)


def _word(word: str) -> str | None:
    exact, stems = _vocabulary()
    return exact[word] if word in exact else stems.get(_ENDING.sub("", word))


def _abbreviated(word: str) -> str | None:
    """Read «кол-во», «отв-ный», «уч/ся» by both ends, «наим.» by its beginning."""
    exact, _ = _vocabulary()
    head, _, tail = word.rstrip(".").replace("/", "-").partition("-")
    if tail:
        meant = {
            exact[full]
            for full in exact
            if len(full) > len(head) + len(tail) and full.startswith(head) and full.endswith(tail)
        }
    elif word.endswith(".") and len(head) > 1:
        meant = {exact[full] for full in exact if full.startswith(head)}
    else:
        return None
    return meant.pop() if len(meant) == 1 else None


def _typo(word: str) -> str | None:
    """Read a long word with one letter wrong, two in a very long one; one concept must be nearest.

    Very long ones are held against each other without their endings, too.
    """
    if len(word) < 5 or not word.isalpha():
        return None
    words, stems = _misspellable()
    meant = _nearest(word, words, 1 if len(word) < _LONG else 2)
    return _nearest(_ENDING.sub("", word), stems, 1) if meant is None else meant


def _nearest(typed: str, known: Mapping[int, list[tuple[str, str]]], allowed: int) -> str | None:
    near: dict[int, set[str]] = {}
    for length in range(len(typed) - allowed, len(typed) + allowed + 1):
        for full, concept in known.get(length, ()):
            if typed[0] != full[0] and typed[:2] != full[1:3]:
                continue  # «Водитель» is another word than «родитель», «тветственный» is «ответственный»
            distance = slips.distance(typed, full, allowed)
            if distance <= allowed:
                near.setdefault(distance, set()).add(concept)
    best = near[min(near)] if near else set()
    return next(iter(best)) if len(best) == 1 else None


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, str]]:
    exact = {word: concept for concept, words in WORDS.items() for word in words.split()}
    stems: dict[str, str] = {}
    for word, concept in exact.items():
        if len(word) > 3:
            stems.setdefault(_ENDING.sub("", word), concept)
    return exact, stems


@cache
def _misspellable() -> tuple[dict[int, list[tuple[str, str]]], dict[int, list[tuple[str, str]]]]:
    """Return the long words with their concepts, by their length, and the stems of such words."""
    exact, stems = _vocabulary()
    by_length: list[dict[int, list[tuple[str, str]]]] = []
    for known, shortest in ((exact, 5), (stems, _LONG)):
        words: dict[int, list[tuple[str, str]]] = {}
        for full, concept in known.items():
            if len(full) >= (shortest if concept else _LONG):
                words.setdefault(len(full), []).append((full, concept))
        by_length.append(words)
    return by_length[0], by_length[1]


@cache
def _rules() -> tuple[_Rule, ...]:
    rules = []
    for fields, need, allow, lead in RULES:
        needed = tuple(frozenset(either.split("|")) for either in need.split())
        rules.append(
            _Rule(
                tuple(Field(name) for name in fields.split(",")),
                needed,
                frozenset(allow.split()).union(*needed),
                frozenset(lead.split()),
            )
        )
    return tuple(rules)
