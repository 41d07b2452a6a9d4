"""The text of a date cell cut into lexemes: numbers, dates in digits, words, marks.

Puts right what may be put right without a guess (letters typed for digits, misspelt months), and
says so in notes. Decides nothing that needs more than the neighbouring lexeme.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tochka_sync.calendar import SchoolYear
from tochka_sync.findings import Code
from tochka_sync.values import numerals, text, words
from tochka_sync.values.figures import TOKEN, groups
from tochka_sync.values.reading import Remark
from tochka_sync.values.refusal import RefusalError


@dataclass(slots=True)
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


@dataclass(slots=True)
class Lexed:
    """The lexemes of a cell and what was put right on the way."""

    lexemes: list[Lexeme] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


_MARKS = {
    ",": ",",
    ";": ",",
    "/": "/",
    "|": "/",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "?": "~",
    "~": "~",
    "≈": "~",
}
_DASHES = re.compile(rf"[{text.DASH}÷]+")
_UNIT_ROMAN = re.compile(
    r"(?<!\w)(?=[1lI|]*[lI|])[1lI|]{1,3}(?=\s*-?\s*(?:четв|кварт|кв\.|полуг|декад|недел))"
)
_ZERO_WORD = re.compile(r"(?<!\w)0(?=кт)")
_SUSPECT = re.compile(r"[A-Za-z|]|\d[ОоЗз]|[ОоЗз]\.?\d|0кт")
"""What only a cell with letters for digits, or with Latin letters, holds."""
_NEXT_NUMBER = re.compile(r"[\s.]*\d")
FIRST = 2000
"""The earliest year a cell can mean."""
FARTHEST = 12
"""How many years beyond the plan's a year may be and still be meant."""


def lex(shown: str, plan: SchoolYear) -> Lexed:
    """Cut clean text into lexemes; refuse a date whose year cannot be meant."""
    return _Lexer(shown, plan).run()


def plausible(year: int, plan: SchoolYear) -> bool:
    """Tell whether a cell of a plan can mean a year."""
    return FIRST <= year <= plan.start + FARTHEST


class _Lexer:
    def __init__(self, shown: str, plan: SchoolYear) -> None:
        self.plan = plan
        self.out = Lexed()
        source = _DASHES.sub("-", shown).replace("\\", "/")
        self.source = self._mended(source) if _SUSPECT.search(source) else source

    def run(self) -> Lexed:
        for match in TOKEN.finditer(self.source):
            _READ[match.lastgroup or ""](self, match)
        for at, lexeme in enumerate(self.out.lexemes):
            lexeme.at = at
        return self.out

    def add(self, kind: str, shown: str, number: int = 0, *, form: str = "") -> Lexeme:
        lexeme = Lexeme(kind, shown, number, form=form)
        self.out.lexemes.append(lexeme)
        return lexeme

    def note(self, reason: str, old: str, new: str) -> None:
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
            self.out.notes.append(Remark("two_digit_year"))
        lexeme = self.add("D", shown, int(day))
        lexeme.month, lexeme.year = int(month), meant

    def _mended(self, source: str) -> str:
        for mend in (_roman_units, text.digits, text.cyrillic, _zero_words):
            mended = mend(source)
            if mended != source:
                pairs = zip(source.split(), mended.split(), strict=True)
                for old, new in pairs:
                    if old != new:
                        self.note("lookalike_fixed", old.strip(",;()"), new.strip(",;()"))
                source = mended
        return source


def _roman_units(source: str) -> str:
    return _UNIT_ROMAN.sub(lambda match: "I" * len(match.group()), source)


def _zero_words(source: str) -> str:
    return _ZERO_WORD.sub("о", source)


def _iso(lexer: _Lexer, match: re.Match[str]) -> None:
    year, _, month, day, clock, zone = groups(match, "iso", 6)
    lexer.date(match.group(), day, month, year)
    if clock and clock != "00:00":
        lexer.add("T", clock, form=clock)
    if clock and zone:
        lexer.add("Z", zone, form="foreign")


def _clock(lexer: _Lexer, match: re.Match[str]) -> None:
    add_time(lexer.out.lexemes, match.group(), *groups(match, "clock", 2))


def _hours(lexer: _Lexer, match: re.Match[str]) -> None:
    hour, minute = groups(match, "hours", 2)
    add_time(lexer.out.lexemes, match.group(), hour, minute or "00")


def _dotted(lexer: _Lexer, match: re.Match[str]) -> None:
    day, first, month, second, year, *short = groups(match, "dotted", 8)
    if not day:
        day, month, year = short
    elif first + second != "..":
        lexer.note("typo_fixed", match.group(), f"{day}.{month}.{year}")
    lexer.date(match.group(), day, month, year)


def _slashed(lexer: _Lexer, match: re.Match[str]) -> None:
    day, month, year = groups(match, "slashed", 3)
    if int(month) > 12 >= int(day):
        day, month = month, day
        lexer.out.notes.append(Remark("us_order"))
    elif int(day) <= 12 and int(day) != int(month):
        lexer.out.notes.append(Remark("slash_dmy_assumed"))
    lexer.date(match.group(), day, month, year)


def _dashed(lexer: _Lexer, match: re.Match[str]) -> None:
    day, month, year, *short = groups(match, "dashed", 6)
    if not day:
        day, month, year = short
    lexer.date(match.group(), day, month, year)


def _spaced(lexer: _Lexer, match: re.Match[str]) -> None:
    day, month, year = groups(match, "spaced", 3)
    lexer.note("typo_fixed", match.group(), f"{day}.{month}.{year}")
    lexer.date(match.group(), day, month, year)


def _years(lexer: _Lexer, match: re.Match[str]) -> None:
    """A school year, «2023/24», or a month after its year, «2024-02»."""
    first, second = (group for group in groups(match, "years", 6) if group)
    start, month = lexer.year(first), int(second)
    following = start is not None and int(second[-2:]) == (start + 1) % 100
    is_month = len(first) == 4 and len(second) == 2 and 1 <= month <= 12
    if start is None or (following and is_month and not match["study"]):
        lexer.add("B", match.group())
    elif following:
        lexer.add("S", match.group()).year = start
    elif is_month:
        _add_month(lexer, match.group(), month, start)
    else:
        lexer.add("B", match.group())


def _monthly(lexer: _Lexer, match: re.Match[str]) -> None:
    month, digits = groups(match, "monthly", 2)
    year = lexer.year(digits)
    if year is None:
        raise RefusalError.unreadable("bad_year")
    _add_month(lexer, match.group(), int(month), year)


def _add_month(lexer: _Lexer, shown: str, month: int, year: int) -> None:
    if not 1 <= month <= 12:
        raise RefusalError.impossible("impossible_date")
    lexeme = lexer.add("E", shown)
    lexeme.month, lexeme.year = month, year


def _pair(lexer: _Lexer, match: re.Match[str]) -> None:
    first, mark, second = groups(match, "pair", 3)
    form = "time" if mark == "." and len(second) == 2 else mark
    lexeme = lexer.add("P", match.group(), int(first), form=form)
    lexeme.month = int(second)


def _span(lexer: _Lexer, match: re.Match[str]) -> None:
    first, second = groups(match, "span", 2)
    lexer.add("Q", match.group(), int(first)).month = int(second)


def _year(lexer: _Lexer, match: re.Match[str]) -> None:
    digits = match.group()[:4] if match.group()[:4].isdecimal() else match.group()[:2]
    year = lexer.year(digits)
    if year is None:
        lexer.add("B", match.group())
        return
    lexer.add("Y", match.group()).year = year
    if len(digits) == 2:
        lexer.out.notes.append(Remark("two_digit_year"))


def _roman(lexer: _Lexer, match: re.Match[str]) -> None:
    shown = match.group()
    number = numerals.roman(shown)
    if number is None:
        lexer.add("#", shown)
        return
    lexer.add("r", shown, number)
    if not set(shown) <= set("IVX"):
        lexer.note("lookalike_fixed", shown, numerals.show(number))


def _number(lexer: _Lexer, match: re.Match[str]) -> None:
    digits = match["number"] or match["day"]
    if len(digits) > 2:
        lexer.add("B", match.group())
    else:
        lexer.add("d", digits, int(digits), form="suffix" if match["suffix"] else "")


def _word(lexer: _Lexer, match: re.Match[str]) -> None:
    shown = match.group()
    word = shown.lower().replace("ё", "е")
    known = words.find(word)
    if known is None and word.isascii():
        cyrillic = text.cyrillic(f"я{shown}")[1:]  # «MAPT», all in Latin letters
        known = words.find(cyrillic.lower())
        if known is not None:
            lexer.note("lookalike_fixed", shown, cyrillic)
    if known is not None:
        after_year = known.kind == "g" and [each.kind for each in lexer.out.lexemes[-1:]] == ["Y"]
        if known.kind and not after_year:
            lexer.add(known.kind, shown, known.number, form=known.form)
        return
    if numerals.roman(shown) is not None:
        _roman(lexer, match)
    elif not _numeral(lexer, word):
        _unknown(lexer, match, shown, word)


def _numeral(lexer: _Lexer, word: str) -> bool:
    """Take an ordinal in words, with the words before it: «двадцать» «пятое»."""
    lexemes, parts = lexer.out.lexemes, [word]
    while (
        lexemes and len(parts) < 5 and lexemes[-len(parts)].form == "count"
        if len(lexemes) >= len(parts)
        else False
    ):
        parts.insert(0, lexemes[-len(parts)].text)
    number = numerals.ordinal(" ".join(parts))
    if number is None:
        if numerals.cardinal(word) is None:
            return False
        lexer.add("x", word, form="count")
        return True
    del lexemes[len(lexemes) - len(parts) + 1 :]
    if number >= 2000:
        lexer.add("Y", " ".join(parts)).year = number
    elif number > 31:
        lexer.add("x", word)
    else:
        plural = word.endswith(("ые", "ых", "ым", "ыми")) and word[-2:] != "ым"
        lexer.add("p" if plural else "d", " ".join(parts), number, form="word")
    return True


def _unknown(lexer: _Lexer, match: re.Match[str], shown: str, word: str) -> None:
    """Put a misspelt word right where a date's word is due, or keep it as unknown."""
    before = "".join(lexeme.kind for lexeme in lexer.out.lexemes[-2:])
    number_follows = _NEXT_NUMBER.match(lexer.source, match.end()) is not None
    due = (
        before[-1:] in set("drplYbki<>tLjv")
        or (before[-1:] in set("-=,&/") and before[:1] in set("Mdr"))
        or number_follows
        or len(word) == len(lexer.source)
    )
    months = words.beginning(word) if before[-1:] == "d" else ()
    if len(word) >= 2 and months and len(word) < 8:
        lexeme = lexer.add("M", shown, months[0], form="short")
        lexeme.others = months if len(months) > 1 else ()
        if len(months) == 1 and lexer.source[match.end() : match.end() + 1] != ".":
            lexer.note("typo_fixed", shown, words.OF_MONTHS[months[0] - 1])
        return
    near = words.nearest(word) if due and (len(word) >= 4 or before[-1:] == "d") else []
    if len(near) == 1:
        form, meaning = near[0]
        lexer.note("typo_fixed", shown, form)
        lexer.add(meaning.kind, shown, meaning.number, form=meaning.form)
    elif near and all(meaning.kind == "M" for _, meaning in near):
        lexer.add("M", shown, near[0][1].number, form="short").others = tuple(
            sorted(meaning.number for _, meaning in near)
        )
    else:
        lexer.add("x", shown)


def _mark(lexer: _Lexer, match: re.Match[str]) -> None:
    shown = match.group()
    if shown == "-":
        start, end = match.span()
        around = lexer.source[start - 1 : start] + lexer.source[end : end + 1]
        lexer.add("-" if " " in around or start == 0 else "=", shown)
    else:
        lexer.add(_MARKS.get(shown, "#"), shown)


def _plain(kind: str) -> Callable[[_Lexer, re.Match[str]], None]:
    """Return the reader of a phrase that means one kind and nothing more."""

    def read(lexer: _Lexer, match: re.Match[str]) -> None:
        lexer.add(kind, match.group())

    return read


def add_time(lexemes: list[Lexeme], shown: str, hour: str | int, minute: str | int) -> None:
    """Add a time of day, or a sign nothing can be read from where there is no such time."""
    valid = int(hour) <= 23 and int(minute) <= 59
    lexemes.append(Lexeme("T" if valid else "#", shown, form=f"{int(hour):02}:{int(minute):02}"))


_READ: dict[str, Callable[[_Lexer, re.Match[str]], None]] = {
    "iso": _iso,
    "clock": _clock,
    "hours": _hours,
    "dotted": _dotted,
    "slashed": _slashed,
    "dashed": _dashed,
    "spaced": _spaced,
    "years": _years,
    "monthly": _monthly,
    "pair": _pair,
    "span": _span,
    "year": _year,
    "plain_year": _year,
    "day": _number,
    "roman": _roman,
    "number": _number,
    "suffix": _number,
    "during": _plain("i"),
    "limit": _plain("L"),
    "since": _plain("<"),
    "study_year": _plain("G"),
    "word": _word,
    "late_word": _word,
    "mark": _mark,
}
