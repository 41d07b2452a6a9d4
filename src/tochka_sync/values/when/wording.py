"""Words, ordinals in words, Roman numerals and marks of a date cell, as lexemes.

A misspelt word is put right only where a word of a date is due, and only if it can be no other.
"""

import re
from collections.abc import Callable, Mapping

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals, text
from tochka_sync.values.when import words
from tochka_sync.values.when.lexemes import Lexer

_MARKS = {
    ",": ",",
    ";": ",",
    "+": "&",
    "&": "&",
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
_HOURS = (" час ", " часа ", " часов ")
_NEXT_NUMBER = Pattern(r"[\s.]*\d")


def _roman(lexer: Lexer, match: re.Match[str]) -> None:
    shown = match.group()
    number = numerals.roman(shown)
    if number is None:
        lexer.add("#", shown)
        return
    lexer.add("r", shown, number)
    if not set(shown) <= set("IVX"):
        lexer.note("lookalike_fixed", shown, numerals.show(number))


def _word(lexer: Lexer, match: re.Match[str]) -> None:
    shown = match.group()
    word = shown.lower().replace("ё", "е")
    if word == "дня" and _behind_hours(lexer, match.start()):
        lexer.add("o", shown, form="day")  # «2 часа дня», but not «3 дня»
        return
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


def _behind_hours(lexer: Lexer, place: int) -> bool:
    """Tell whether «дня» is said of hours, in digits or words, and counts no days."""
    if [each.kind in "TP" for each in lexer.out.lexemes[-1:]] == [True]:
        return True
    return lexer.source[max(place - 7, 0) : place].lower().endswith(_HOURS)


def _numeral(lexer: Lexer, word: str) -> bool:
    """Take an ordinal in words, with the words before it: «двадцать» «пятое»."""
    lexemes, parts = lexer.out.lexemes, [word]
    for lexeme in reversed(lexemes[-4:]):
        if lexeme.form != "count":
            break
        parts.insert(0, lexeme.text)
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
        plural = word.endswith(("ые", "ых", "ыми"))
        lexer.add("p" if plural else "d", " ".join(parts), number, form="word")
    return True


def _unknown(lexer: Lexer, match: re.Match[str], shown: str, word: str) -> None:
    """Put a misspelt word right where a date's word is due, or keep it as unknown."""
    before = "".join(lexeme.kind for lexeme in lexer.out.lexemes[-2:])
    number_follows = _NEXT_NUMBER.match(lexer.source, match.end()) is not None
    due = (
        before[-1:] in set("drplYbki<>tLjv")
        or (before[-1:] in set("-=,&/") and before[:1] in set("Mdr"))
        or number_follows
        or len(word) == len(lexer.source)
    )
    months = words.beginning(word) if before[-1:] == "d" and len(word) > 1 else ()
    if len(months) > 1 or (months and len(word) > 2):
        lexeme = lexer.add("M", shown, months[0], form="short")
        lexeme.others = months if len(months) > 1 else ()
        if len(months) == 1 and lexer.source[match.end() : match.end() + 1] != ".":
            lexer.note("typo_fixed", shown, words.OF_MONTHS[months[0] - 1])
        return
    halves = before[-1:] in {"T", "P"}  # behind an hour a half of the day is due: «7.00 вечра»
    near = words.nearest(word) if (due or halves) and (len(word) >= 4 or before[-1:] == "d") else ()
    if halves and not due:
        near = tuple([each for each in near if each[1].kind == "o"])
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


def _mark(lexer: Lexer, match: re.Match[str]) -> None:
    shown = match.group()
    if shown == "-":
        start, end = match.span()
        around = lexer.source[start - 1 : start] + lexer.source[end : end + 1]
        lexer.add("-" if " " in around or start == 0 else "=", shown)
    else:
        lexer.add(_MARKS.get(shown, "#"), shown)


def _plain(kind: str) -> Callable[[Lexer, re.Match[str]], None]:
    """Return the reader of a phrase that means one kind and nothing more."""

    def read(lexer: Lexer, match: re.Match[str]) -> None:
        lexer.add(kind, match.group())

    return read


WORDING: Mapping[str, Callable[[Lexer, re.Match[str]], None]] = {
    "during": _plain("i"),
    "limit": _plain("L"),
    "since": _plain("<"),
    "study_year": _plain("G"),
    "roman": _roman,
    "word": _word,
    "late_word": _word,
    "mark": _mark,
}
"""What reads each shape of `TOKENS` that is of letters, and of marks."""
