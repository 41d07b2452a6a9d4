"""What a date cell is cut into, and the cell while it is being cut.

Letters typed for digits, and Latin letters inside Russian words, are put right first; notes say so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tochka_sync.calendar import SchoolYear
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern, either
from tochka_sync.values import text
from tochka_sync.values.reading import Remark
from tochka_sync.values.when.refusal import RefusalError
from tochka_sync.values.when.rewording import reworded


@dataclass(slots=True, eq=False, repr=False)
class Lexeme:
    """One lexeme; `kind` is explained in `words.KINDS`, the rest depends on it."""

    kind: str
    text: str
    number: int = 0
    """The day, the count, the month of a word, the day of a week from 0."""
    month: int = 0
    year: int | None = None
    form: str = ""
    """The case of a month, the time «14:00», the value of an adverb."""
    others: tuple[int, ...] = ()
    """The months between which an abbreviation does not decide."""
    at: int = 0


class Lexed(NamedTuple):
    """The lexemes of a cell and what was put right on the way."""

    lexemes: list[Lexeme]
    notes: list[Remark]


def kinds(lexemes: Sequence[Lexeme]) -> str:
    """Return the kinds of lexemes as one line, for patterns to match."""
    return "".join([lexeme.kind for lexeme in lexemes])


def without(lexemes: Sequence[Lexeme], gone: set[int]) -> list[Lexeme]:
    """Return the lexemes but some, without the brackets and separators these leave behind."""
    rest: list[Lexeme] = []
    for index, lexeme in enumerate(lexemes):
        if index in gone:
            continue
        rest.append(lexeme)
        if lexeme.kind == ")":
            start = len(rest) - 2
            while start >= 0 and rest[start].kind in ",-=/":
                start -= 1
            if start >= 0 and rest[start].kind == "(":
                del rest[start:]
    if gone and not (lexemes[-1].kind in "-=" and len(lexemes) - 1 not in gone):
        while rest and rest[-1].kind in "-=,/":
            rest.pop()
    return trimmed(rest)


def trimmed(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Return lexemes without commas and slashes at either end."""
    while lexemes and lexemes[-1].kind in ",/":
        lexemes = lexemes[:-1]
    while lexemes and lexemes[0].kind in ",/":
        lexemes = lexemes[1:]
    return lexemes


_BULLETS = "•·▪●◦■* "
_DASHES = frozenset(f"{text.DASH}÷")
_TO_HYPHEN = dict.fromkeys(map(ord, _DASHES), "-")
_UNIT_ROMAN = Pattern(
    r"(?<!\w)(?=[1lI|]{0,2}[lI|])[1lI|]{1,3}(?=\s*-?\s*(?:четв|кварт|кв\.|полуг|декад|недел))"
)
_ROMAN_GLUED = Pattern(r"(?<!\w)[1lIVX]{1,4}(?=(?:четв|кварт|полуг|декад|недел|триместр))")
"""«IVчетверть»: the number of a quarter that sticks to it."""
_ROMAN_ENDED = Pattern(r"(?<=[IVX])-(?:ой|ый|ий|ая|ья|ое|ую|го|ом|[яйем])(?!\w)", re.IGNORECASE)
_ROMAN_ENDS = ("I-", "V-", "X-")
_TORN_WORDS = {
    "м-ц": ("месяц", Pattern(r"(?<!\w)м-ц[аеу]?(?!\w)", re.IGNORECASE)),
    "п/г": ("полугодие", Pattern(r"(?<!\w)п/г(?!\w)", re.IGNORECASE)),
    "ч-т": ("четверть", Pattern(r"(?<!\w)ч-т[ьи](?!\w)", re.IGNORECASE)),
}
"""Words with their middle left out."""
_ELEVEN = Pattern(r"(?<=\d\.)[l|]{2}(?=\.\d)")
"""«15.ll.2023»: a scan's November, for the Roman two is in capitals."""
_ZERO_WORD = Pattern(r"(?<!\w)0(?=кт)")
_REKEYED = Pattern(
    r"(?<![^\W_])\d{1,4}(?:[юЮ./]\d{1,4})*(?:[юЮ]\d{1,4}|[жЖ^]\d\d)(?:[юЮ./]\d{1,4})*(?![^\W_])"
)
"""«12ю05ю2024», «15Ж00», «15^00»: the full stop and the colon of the other layout."""
_OTHER_KEYS = frozenset("юЮжЖ^")
_KEYS = str.maketrans("юЮжЖ^", "..:::")
_LETTER_FOR_DIGIT = either("Оо", "Зз")
_SUSPECT = Pattern(rf"[A-Za-z|]|\d{_LETTER_FOR_DIGIT}|{_LETTER_FOR_DIGIT}\.?\d|0кт")
"""What only a cell with letters for digits, or with Latin letters, holds."""
FIRST = 2000
"""The earliest year a cell can mean."""
FARTHEST = 12
"""How many years beyond the plan's a year may be and still be meant."""


def plausible(year: int, plan: SchoolYear) -> bool:
    """Tell whether a cell of a plan can mean a year."""
    return FIRST <= year <= plan.start + FARTHEST


class Lexer:
    """A cell being cut: its text, mended, and the lexemes so far."""

    def __init__(self, shown: str, plan: SchoolYear) -> None:
        self.plan = plan
        self.out = Lexed([], [])
        source = shown.replace("\\", "/").lstrip(_BULLETS)
        if not _DASHES.isdisjoint(source):
            source = _hyphened(source)
        if not _OTHER_KEYS.isdisjoint(source):
            source = _REKEYED.sub(self._rekeyed, source)
        low = source.lower()
        for beginning, (word, pattern) in _TORN_WORDS.items():
            if beginning in low:
                source = pattern.sub(word, source)
        if _SUSPECT.search(source):
            source = self._mended(_ROMAN_GLUED.sub(r"\g<0> ", source))
        self.source, fixed = reworded(source)
        for old, new in fixed:
            self.note("typo_fixed", old, new)

    def _rekeyed(self, match: re.Match[str]) -> str:
        typed = match[0]
        self.note("typo_fixed", typed, typed.translate(_KEYS))
        return typed.translate(_KEYS)

    def add(self, kind: str, shown: str, number: int = 0, *, form: str = "") -> Lexeme:
        """Add a lexeme and return it."""
        lexeme = Lexeme(kind, shown, number, form=form)
        self.out.lexemes.append(lexeme)
        return lexeme

    def note(self, reason: str, old: str, new: str) -> None:
        """Say that `old` was read as `new`."""
        self.out.notes.append(Remark(reason, Code.TEXT_CORRECTED, {"old": old, "new": new}))

    def year(self, digits: str) -> int | None:
        """Return the year two or four digits mean, or `None` where no plan can mean it."""
        if len(digits) not in {2, 4}:
            return None
        year = int(digits) + (2000 if len(digits) == 2 else 0)
        return year if plausible(year, self.plan) else None

    def date(self, shown: str, day: str, month: str, year: str) -> None:
        """Add a date in digits with its year."""
        meant = self.year(year)
        if meant is None:
            raise RefusalError.bad_year(int(day), int(month), self.plan)
        if len(year) == 2:
            self._refuse_year_first(int(day), int(month), meant)
            self.out.notes.append(Remark("two_digit_year"))
        lexeme = self.add("D", shown, int(day))
        lexeme.month, lexeme.year = int(month), meant

    def _refuse_year_first(self, day: int, month: int, year: int) -> None:
        """Refuse «24.02.10» of a plan for 2023–2024: its year may stand first."""
        ours = range(self.plan.start - 2, self.plan.start + 4)
        if year in ours or 2000 + day not in {self.plan.start, self.plan.start + 1}:
            return
        try:
            either = (date(2000 + day, month, year % 100), date(year, month, day))
        except ValueError:
            return
        raise RefusalError.ambiguous("ambiguous_day_or_year", tuple(map(str, either)))

    def _mended(self, source: str) -> str:
        for mend in (_roman_units, _elevens, text.digits, text.cyrillic, _zero_words):
            mended = mend(source)
            if mended != source:
                pairs = zip(source.split(), mended.split(), strict=True)
                for old, new in pairs:
                    if old != new:
                        self.note("lookalike_fixed", old.strip(",;()"), new.strip(",;()"))
                source = mended
        return source


def _hyphened(source: str) -> str:
    """Return text with a hyphen for every dash and row of dashes, and without endings of numbers."""
    source = source.translate(_TO_HYPHEN)
    while "--" in source:
        source = source.replace("--", "-")
    upper = source.upper()
    return _ROMAN_ENDED.sub("", source) if any(end in upper for end in _ROMAN_ENDS) else source


def _roman_units(source: str) -> str:
    return _UNIT_ROMAN.sub(lambda match: "I" * len(match.group()), source)


def _elevens(source: str) -> str:
    return _ELEVEN.sub("11", source)


def _zero_words(source: str) -> str:
    return _ZERO_WORD.sub("о", source)
