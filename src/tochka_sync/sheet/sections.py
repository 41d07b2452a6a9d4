"""What a heading inside a table names: a school, a part of the year, or something else."""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.values import text


def school_name(raw: str) -> str | None:
    """Return the school a heading names, if it names one plainly and says nothing else.

    «Школа молодого педагога» and «Летняя школа» are events: a bare «школа» needs a number, a form
    of organisation or a place.
    """
    bare = _HEADING_NUMBER.sub("", text.cyrillic(text.clean(raw))).rstrip(" :")
    words = re.findall(r"[\w-]+", bare)
    low = [word.lower().replace("ё", "е") for word in words]
    known = [
        bool(_KIND.fullmatch(word) or _TAIL.fullmatch(word) or _ORGANISATION.fullmatch(word))
        for word in low
    ]
    proper = [word[0].isupper() or word == "роста" for word in words]
    if len(words) > 20 or not all(map(any, zip(known, proper, strict=True))):
        return None
    kinds = [word for word in low if _KIND.fullmatch(word)]
    before = low.index(kinds[0]) if kinds else 0
    if not all(known[at] or _BEFORE.fullmatch(low[at]) for at in range(before)):
        return None
    anchored = any(
        word.isdigit() or word in {"г", "п", "с", "пгт"} or _ORGANISATION.fullmatch(word)
        for word in low
    )
    return bare if set(kinds) - {"школа"} or (kinds and anchored) else None


def is_period(raw: str) -> bool:
    """Tell whether a heading only names a part of the year: «СЕНТЯБРЬ», «2 полугодие»."""
    return _PERIOD.fullmatch(text.fold(raw).strip(" .:")) is not None


def is_no_school(cell: str) -> bool:
    """Tell whether a text names no school even badly: several words, no number, no kind of school."""
    words = re.findall(r"\w+", text.fold(text.cyrillic(_HEADING_NUMBER.sub("", cell))))
    return len(words) > 1 and not any(
        word.isdecimal() or _KIND.fullmatch(word) or _SCHOOLISH.match(word) for word in words
    )


_MONTHS = "январ|феврал|март|апрел|май|мая|июн|июл|август|сентябр|октябр|ноябр|декабр"
_PERIOD = Pattern(
    rf"(?:месяц\s*:?\s*)?(?:(?:{_MONTHS})[а-я]*(?:\s*[-–—,/и]\s*)?){{1,3}}\s*(?:20\d\d)?\s*(?:г(?:\.|од|ода)?)?"
    r"|(?:(?:[1-4ivхx]+|перв\w+|втор\w+|треть\w+|четверт\w+)(?:[-–—]?\w{1,2})?\s+)(?:полугоди\w+|четверт\w+|квартал\w*|триместр\w*)"
    r"(?:\s+20\d\d.*)?|(?:осенн\w+|зимн\w+|весенн\w+|летн\w+)\s+каникул\w*|лето|осень|зима|весна|в течение (?:учебного )?года"
)
_HEADING_NUMBER = Pattern(
    r"(?:\d{1,2}|[IVXХІ]+)\s*[.)]\s*|(?:школа|оо|оу)(?:\s*:|\s[–—-]\s)\s*", re.IGNORECASE
)
_ORGANISATION = Pattern(
    r"[мгкч][а-я]{0,2}оу|муниципальное|бюджетное|казенное|автономное|общеобразовательное|учреждение"
)
_KIND = Pattern(r"[сон]?ош|сш|тсши|уиоп|школа(?:-интернат)?|интернат|лицей|гимназия")
_SCHOOLISH = Pattern(r"шк|гимн|лиц|интер|цент|образов|учр|[мгкч][а-я]{0,2}оу\b|точк|г\b|п\b|базе")
_BEFORE = Pattern(r"\w+(?:ская|ский|цкая|цкий)|точка|роста")
_TAIL = Pattern(
    r"\d+|с|г|п|пгт|пос|им|имени|города?|поселка|посёлка|села|уиоп|углубленным|изучением|отдельных|предметов"
    r"|средняя|основная|начальная|санаторная|общеобразовательная|центр|образования"
)
