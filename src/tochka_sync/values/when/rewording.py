"""Wordings of a date cell put into plainer ones before it is cut into lexemes.

«14,00» becomes «14:00», «по будням» its five days. What is said beside a date and changes nothing of
it becomes a word the grammar passes over: «5-7 кл.», «79 лет», «2 тур –», the number of a line.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals
from tochka_sync.values.months import MONTH

Fixed = tuple[str, str]
"""What was put right, old and new."""


class _Rewording(NamedTuple):
    signs: tuple[str, ...]
    """One of these stands in every text the expression fits."""
    pattern: Pattern
    put: str | Callable[[re.Match[str]], str]
    fixes: bool = False
    """Whether it puts a slip right, and that is to be said."""


def reworded(source: str) -> tuple[str, list[Fixed]]:
    """Return a text reworded, and what was put right in it."""
    low = source.lower()
    if not any([sign in low for sign in _SIGNS]):  # noqa: C419 - in half the time
        return source, []
    fixed: list[Fixed] = []
    for signs, pattern, put, fixes in _REWORDINGS:
        if not any([sign in low for sign in signs]):  # noqa: C419 - in half the time
            continue
        if fixes and callable(put):
            pairs = [(found.group(), put(found)) for found in pattern.finditer(source)]
            fixed += [(old, new) for old, new in pairs if old != new]
        source = pattern.sub(put, source)
    return source, fixed


def _returning(match: re.Match[str]) -> str:
    """Put «по выходным» and «по будням» as the days that return."""
    if (match["days"] or "").lower() == "выходн":
        return "по субботам, воскресеньям"
    return "по понедельникам, вторникам, средам, четвергам, пятницам"


def _dotted(match: re.Match[str]) -> str:
    """Put dots into «15,09,23», which are no days of one month: those are typed in their order."""
    in_order = int(match[1]) <= int(match[2])
    return match.group() if in_order else match.group().replace(",", ".")


def _in_figures(match: re.Match[str]) -> str:
    """Put «15.09.23» for «15.IX.23»."""
    month = numerals.roman(match[2].upper())
    return match.group() if month is None else f"{match[1]}.{month:02}.{match[3]}"


_ON_THE_HOUR = r"\d{1,2},(?:00|3[2-9]|[45]\d)"
"""A comma stands for a colon where behind it is no day of a month."""
_STAGE = r"(?<!\w)[1-9](?:-?(?:[иы]?й|я|ая))?\s?(?:этап|тур|поток|смен|част|заезд)[а-я]{0,2}(?!\w)"
_TILL = r"(?:\s?-\s?|\sдо\s)"
_TIME = r"\d{1,2}(?:\s?[.:-]\s?\d\d)?(?:\s?ч(?:ас(?:ов|а)?)?(?!\w)\.?)?"
_AFTER_WHEN = (
    r"(?:(?<=\bв\s)|(?<=\bс\s)|(?<=\.\d\d\.20\d\d\s)|(?<=\.\d\d\.20\d\dг\s)"
    r"|(?<=\.\d\d\.20\d\dг\.\s)|(?<=\.\d\d\.20\d\d\sг\.\s))"
)
"""Where numbers oddly parted are no list of days."""
_REWORDINGS = (
    _Rewording(
        (".i", ".v", ".x", ". i", ". v", ". x"),
        Pattern(r"(?<!\d)(\d{1,2})\.\s?([IVX]{1,4})\.\s?((?:20)?\d\d)(?!\d)", re.IGNORECASE),
        _in_figures,
    ),
    _Rewording(
        ("я6р", "а6р"),
        Pattern(r"[а-я]{2,6}[ая]6р[а-я]{1,2}", re.IGNORECASE),
        lambda match: match.group().replace("6", "б"),
        fixes=True,
    ),
    _Rewording(
        ("з ",), Pattern(rf"(?<!\w)з(?=\s{MONTH})", re.IGNORECASE), lambda _: "3", fixes=True
    ),
    _Rewording(
        tuple(f"{mark}{letter}" for mark in "_," for letter in "яфмаисонд"),
        Pattern(rf"(?<![\d.:])(\d{{1,2}})[_,](?={MONTH})", re.IGNORECASE),
        r"\1 ",
    ),
    _Rewording(
        (")", ". "), Pattern(r"^\d{1,2}(?:\)\s*|\.\s+(?=\d{1,2}\.\d{1,2}\.\d\d))(?=\d)"), ""
    ),
    _Rewording(
        (",0", ",1"),
        Pattern(
            r"(?<![\d,.])(\d\d?),(0[1-9]|1[0-2]),(?:20)?\d\d(?!\d|,\d|\s?(?:и\s|[а-я]{3}))",
            re.IGNORECASE,
        ),
        _dotted,
        fixes=True,
    ),
    _Rewording(
        (",0", ",1", ",2", ",3", ",4", ",5"),
        Pattern(
            rf"(?<![\d,.])(?:{_ON_THE_HOUR}(?:{_TILL}\d{{1,2}},\d\d)?"
            rf"|\d{{1,2}},\d\d{_TILL}{_ON_THE_HOUR}|(?<=[вВ]\s)\d{{1,2}},\d\d)(?![\d,]|[.:]\d|\s\d)"
        ),
        lambda match: match.group().replace(",", ":"),
        fixes=True,
    ),
    _Rewording(
        (" 00",),
        Pattern(r"(?<![\d,.:/-])(\d{1,2})\s00(?![\d,]|[.:]\d|\s\d)"),
        lambda match: f"{match[1]}:00",
        fixes=True,
    ),
    _Rewording(
        (";", "_", "="),
        Pattern(
            rf"{_AFTER_WHEN}([01]?\d|2[0-3])\s?[;_=]{{1,2}}\s?([0-5][05])(?!\s?\d|\s?{MONTH})",
            re.IGNORECASE,
        ),
        lambda match: f"{match[1]}:{match[2]}",
        fixes=True,
    ),
    _Rewording(
        ("оо", "oo", "°°", "ºº", "˚˚"),
        Pattern(r"(?<![\d.,:/-])(\d{1,2})\s?(?:[.:-]\s?[оo]{2}|[°º˚]{2})(?!\w)", re.IGNORECASE),
        lambda match: f"{match[1]}:00",
        fixes=True,
    ),
    _Rewording(
        ("оконч", "конец", "ок.", "до"),
        Pattern(
            rf"(?<!\w)нач(?:ало|\.)?[\s:-]*(?:(?:в|с)\s)?\s*({_TIME})[\s,;.-]*(?:и\s)?"
            rf"(?:(?:оконч(?:ание|\.)?|конец|ок\.)[\s:-]*(?:(?:в|до)\s)?|до\s)\s*({_TIME})",
            re.IGNORECASE,
        ),
        lambda match: f"с {match[1]} до {match[2]}",
    ),
    _Rewording(
        ("будн", "рабоч", "выходн"),
        Pattern(
            r"(?<!\w)(?:(?:каждые|каждый|по|в|во)\s+(?:(?P<days>будн|выходн)[а-я]{1,3}(?:\s+(?:дни|дням|день))?"
            r"|рабоч[а-я]{1,3}\s+(?:дни|дням|день))"
            r"|будни(?:е\s+дни)?)(?!\w)",
            re.IGNORECASE,
        ),
        _returning,
    ),
    _Rewording(
        ("этап", "тур", "поток", "смен", "част", "заезд"),
        Pattern(rf"(?<=\w)\s?[-,]\s{_STAGE}\s*$|{_STAGE}(?:\s?[-:])?\s?", re.IGNORECASE),
        "",
    ),
    _Rewording(
        ("день",),
        Pattern(
            r"(?<!\w)(?:[1-9](?:-?[ыи]?й)?\s?день|день\s?№?\s?[1-9])\s?[-:]\s?(?=\d)", re.IGNORECASE
        ),
        "",
    ),
    _Rewording(
        ("кл",),
        Pattern(
            r"(?<![\d.,:-])\d{1,2}(?:(?:\s?[-,]\s?|\s?и\s)\d{1,2}){0,5}(?:\s?-?\s?(?:ы?[ехй]|ого))?\s?"
            r"кл(?:ассы?|асс[аеио][а-я]{0,2})?(?!\w)\.?",
            re.IGNORECASE,
        ),
        " выполнено ",
    ),
    _Rewording(
        ("лет", "годовщин"),
        Pattern(
            r"(?<!\d)\d{1,4}(?:\s?-?\s?(?:ти|ой|ей|ая|ия|й|я))?\s?-?\s?(?:лет(?:и[а-я]{1,3})?|годовщин[а-я]{1,2})(?!\w)",
            re.IGNORECASE,
        ),
        " юбилей ",
    ),
    _Rewording(("т ый",), Pattern(r"(?<!\w)от\sый(?:а|ын|га|ыгар)(?!\w)", re.IGNORECASE), "июль"),
    _Rewording((" к.", "0к.", "5к."), Pattern(r"(?<=\d)\s?к\.(?!\w)", re.IGNORECASE), " числа"),
    _Rewording((" с.",), Pattern(r"(?<=\d{4})\sс\.(?!\w)", re.IGNORECASE), " г."),
)
"""In the order they are applied; the Sakha July is here for its first word is Russian «от», and
its «күнэ» and «сыл» for they are written as the letters of Russian words: «10 к. 2023 с.»."""
_SIGNS = tuple({sign for each in _REWORDINGS for sign in each.signs})
"""Few cells have one of them; the expressions are costly to compile."""
