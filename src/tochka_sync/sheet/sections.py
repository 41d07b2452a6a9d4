"""What a heading inside a table names: a school, a part of the year, or something else."""

import re
from datetime import date
from functools import lru_cache

from tochka_sync.pattern import Pattern
from tochka_sync.values import text
from tochka_sync.values.months import MONTH
from tochka_sync.values.when.words import OF_MONTHS


def school_name(raw: str) -> str | None:
    """Return the school a heading names, if it names one plainly and says nothing else.

    «Школа молодого педагога» and «Летняя школа» are events: a bare «школа» needs a number, a form
    of organisation or a place.
    """
    bare = _HEADING_NUMBER.sub("", text.cyrillic(text.clean(raw))).rstrip(" :")
    bare = _SAID_BESIDE.sub("", bare) if "(" in bare or "ректор" in bare else bare
    bare = _OF_PLAN.sub("", bare) if bare[:4].lower() == "план" else bare
    based = _ON_THE_BASE.match(bare) if "базе" in bare.lower() else None
    bare, kind = (bare[based.end() :], _KIND_OF) if based else (bare, _KIND)
    words = re.findall(r"[\w-]+", bare)
    low = [word.lower().replace("ё", "е") for word in words]
    known = [
        bool(kind.fullmatch(word) or _TAIL.fullmatch(word) or _ORGANISATION.fullmatch(word))
        for word in low
    ]
    proper = [word[0].isupper() or word == "роста" for word in words]
    if len(words) > 20 or not all(map(any, zip(known, proper, strict=True))):
        return None
    kinds = [word for word in low if kind.fullmatch(word)]
    before = low.index(kinds[0]) if kinds else 0
    if not all(known[at] or _BEFORE.fullmatch(low[at]) for at in range(before)):
        return None
    anchored = any(
        word.isdigit() or word in {"г", "п", "с", "пгт"} or _ORGANISATION.fullmatch(word)
        for word in low
    )
    return bare if set(kinds) - {"школа", "школы"} or (kinds and anchored) else None


def audience(raw: str) -> str | None:
    """Return for whom events are by a heading that says nothing else: «педагогов» of «Для педагогов»."""
    bare = text.fold(_HEADING_NUMBER.sub("", text.cyrillic(text.clean(raw)))).strip(" .:")
    found = _AUDIENCE.fullmatch(bare) if len(bare) < _LONGEST_AUDIENCE else None
    return found and found[1]


def people(raw: str) -> str | None:
    """Return the people at the end of a heading: «педагоги» of «Участники педагоги»."""
    found = _PEOPLE_LAST.search(text.fold(raw).strip(" .:"))
    return found and found[1]


def is_period(raw: str) -> bool:
    """Tell whether a heading only names a part of the year: «СЕНТЯБРЬ», «2 полугодие»."""
    bare = text.fold(raw).strip(" .:")
    if not any([sign in bare for sign in _OF_PERIODS]):  # noqa: C419 - in half the time
        return False
    return _PERIOD.fullmatch(bare) is not None


def is_part_of_year(raw: str) -> bool:
    """Tell whether a heading names a part of the year, and not the year itself."""
    return is_period(raw) and not raw.strip().startswith("20")


def part_of_year(raw: str) -> str | None:
    """Return the part of the year that a heading names, alone or as that of a plan: «План на октябрь»."""
    if is_part_of_year(raw):
        return raw
    low = raw.lower()
    if not any([part in low for part in _OF_PERIODS]):  # noqa: C419 - in half the time
        return None
    found = _PLAN_OF.fullmatch(text.clean(raw).strip(" .:"))
    return found[1] if found and is_part_of_year(found[1]) else None


def days(cell: str, period: str) -> str | None:
    """Return days or a part of a month with the month they stand under: «10–12» as «10–12 сентября 2023».

    So are «вт, 12 в 14:00» and «вторая неделя». Nothing where the cell says more, or the other not one month.
    """
    bare = text.fold(cell).strip(" .")
    found = _DAYS.fullmatch(bare)
    if found is None and _PART_OF_MONTH.fullmatch(bare) is None:
        return None
    of_month = _of_month(period)
    if of_month is None:
        return None
    return f"{found[1]} {of_month}{found[2]}" if found else f"{bare} {of_month}"


def weekdays(cell: str, period: str) -> str | None:
    """Return «каждый вторник» with the month it stands under; nothing where the cell says more."""
    bare = text.fold(cell).strip(" .")
    of_month = _of_month(period) if _WEEKLY.fullmatch(bare) else None
    return of_month and f"{bare} {of_month}"


def _of_month(period: str) -> str | None:
    """Return a period that is one month as it is said after a day: «сентября 2023»."""
    found = _ONE_MONTH.fullmatch(text.fold(period).strip(" .:"))
    if found is None:
        return None
    named = OF_MONTHS[int(found[2]) - 1] if found[2] else _OF.get(found[1][:3], "мая")
    return f"{named} {found[3] or ''}".strip()


def with_year(cell: str, period: str) -> str | None:
    """Return a day or a month with the year it stands under: «12.10» and «2023» as «12.10.2023».

    Nothing where the cell says more than one, or a year of its own, or the other not one year.
    """
    named = years(period)
    if named is None or named[0].year != named[1].year:
        return None
    bare = text.fold(cell).strip(" .")
    if _YEAR.search(bare):
        return None
    if _DAY_OF_MONTH.fullmatch(bare):
        return f"{bare}.{named[0].year}"
    return f"{bare} {named[0].year}" if _MONTH_LAST.fullmatch(bare) else None


@lru_cache(maxsize=1 << 10)
def years(period: str) -> tuple[date, date] | None:
    """Return the first and the last day of the year or the school year that a heading names."""
    bare = text.fold(period)
    spans = [found for found in _SPAN.finditer(bare) if _follows(found[1], found[2])]
    if spans:
        since = int(spans[0][1])
        return date(since, 9, 1), date(since + 1, 8, 31)
    named = set(_YEAR.findall(bare))
    if len(named) != 1:
        return None
    only = int(named.pop())
    return date(only, 1, 1), date(only, 12, 31)


def month(period: str) -> int | None:
    """Return the month a heading names, if it is one: 10 of «ОКТЯБРЬ 2023»."""
    found = _ONE_MONTH.fullmatch(text.fold(period).strip(" .:"))
    if found is None:
        return None
    return int(found[2]) if found[2] else OF_MONTHS.index(_OF.get(found[1][:3], "мая")) + 1


def is_month(raw: str) -> bool:
    """Tell whether a text is nothing but the name of a month, maybe with its year."""
    low = raw.lower().strip(" .:")
    return low.startswith(_MONTHS) and month(raw) is not None


def year(raw: str) -> int | None:
    """Return the September year a title names: 2023 of «2023-2024 уч. год», 2022 of «март 2023 г.».

    A title that speaks of an order, or of what the year came to, speaks of the past.
    """
    bare = text.fold(raw)
    if "20" not in bare or _OF_THE_PAST.search(bare):
        return None
    spans = {int(match[1]) for match in _SPAN.finditer(bare) if _follows(match[1], match[2])}
    if not spans and is_period(raw):
        months, years = _MONTH.findall(bare), _YEAR.findall(bare)
        if len(months) == len(years) == 1:
            autumn = months[0] in {"сент", "октя", "нояб", "дека"}
            spans = {int(years[0]) - (not autumn)}
    return spans.pop() if len(spans) == 1 else None


def _follows(first: str, second: str) -> bool:
    return (int(first) + 1) % 100 == int(second[-2:])


def is_no_school(cell: str) -> bool:
    """Tell whether a text names no school even badly: several words, no number, no kind of school."""
    words = re.findall(r"\w+", text.fold(text.cyrillic(_HEADING_NUMBER.sub("", cell))))
    numbered = any(map(str.isdecimal, words)) and len(words) < _SENTENCE
    return len(words) > 1 and not numbered and not any(map(_SCHOOLISH.match, words))


def may_be_school(cell: str) -> bool:
    """Tell whether a text may name a school, well or badly: few words, and a kind of school."""
    words = re.findall(r"\w+", text.fold(text.cyrillic(cell)))
    return len(words) <= _LONGEST_NAME and any(map(_SCHOOLISH.match, words))


_LONGEST_NAME = 8
_LONGEST_AUDIENCE = 60
_PEOPLE = (
    r"(?:педагог|ученик|(?:до)?школьник|воспитанник)(?:и|ов|ам|ами)|(?:учител|родител)(?:и|ей|ям|ями)|учителя"
    r"|(?:уча|обучаю)щ(?:иеся|ихся|имся|имися)|дет(?:и|ей|ям|ьми)"
)
_PEOPLE_LAST = Pattern(rf"\b({_PEOPLE})$")
_AUDIENCE = Pattern(
    rf"(?:(?:план )?мероприяти[яй] )?(?:(?:для|с|со) )?((?:{_PEOPLE})(?:(?:,| и|, а также) (?:{_PEOPLE}))*)"
)
_SENTENCE = 5
"""A text of so many words without any of a school's is no school, whatever number is in it."""
_OF_THE_PAST = Pattern(r"приказ|распоряж|итог|отчет|договор")
_SPAN = Pattern(r"(?<!\d)(20\d\d)\s?[-–—/]\s?((?:20)?\d\d)(?!\d)")
_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
_MONTH = Pattern(r"январ|февр|март|апре|ма[йя]|июн|июл|авгу|сент|октя|нояб|дека")
_SHORT = r"(?:янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\.?(?![а-я])"
_ONE_MONTH = Pattern(
    rf"(?:месяц\s*:?\s*)?(?:({MONTH}|{_SHORT})|(0?[1-9]|1[0-2]))\s*(20\d\d)?\s*(?:г(?:\.|од|ода)?)?"
)
_PLAN_OF = Pattern(
    r"(?:план|график|календар|мероприят)\w*\b.{0,80}?\s(?:на|за)\s+(.{3,40})", re.IGNORECASE
)
_DAY_OF_MONTH = Pattern(r"\d{1,2}\.(?:0?[1-9]|1[0-2])")
_MONTH_LAST = Pattern(rf"[^а-яё]*(?:[а-яё]{{1,2}}\s[^а-яё]*)*(?:{MONTH}|{_SHORT})")
_WEEKDAY = (
    r"(?:пн|вт|ср|чт|пт|сб|вс|(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресен)[а-я]*)\b"
)
_DAYS = Pattern(
    rf"((?:{_WEEKDAY}[\s,.]*)?(?:(?:с|до|к|после|не позднее|не позже)\s+)?"
    r"\d{1,2}(?:\s*(?:[-–—,;и]|по)\s*\d{1,2})*(?:\s*[-–—]?(?:го|е|ое))?(?:\s*числ[ао])?)"
    rf"((?:[\s,]*\(?{_WEEKDAY}\.?\)?)?(?:[\s,]+[вс]\s*\d{{1,2}}[:.-]\d\d\b.*)?)"
)
_PART_OF_MONTH = Pattern(
    r"(?:(?:в|на|с|до)\s+)?(?:[1-5](?:\s*[-–—]\s*[1-5])?(?:\s?-?(?:я|ю|ая|ую|ой))?|(?:перв|втор|последн)[а-я]+|третья|третью|четверт(?:ая|ую)|пятая)"
    rf"\s+(?:недел|декад|половин)[а-я]+|(?:[1-5]-(?:я|й)|последн(?:яя|ий|ее))\s+{_WEEKDAY}"
    r"|(?:(?:в|до)\s+)?(?:течение|кон(?:ец|ца|це)|начал[оеау]|середин[аеуы])\s+месяца"
)
_WEEKLY = Pattern(rf"(?:кажд[а-я]+|по)\s+{_WEEKDAY}(?:(?:,|\sи)\s+{_WEEKDAY})*")
_OF = {month[:3]: month for month in OF_MONTHS}
_PERIOD = Pattern(
    rf"(?:месяц\s*:?\s*)?(?:(?:{MONTH}|{_SHORT})(?:\s*[-–—,/и]\s*)?){{1,3}}\s*(?:20\d\d)?\s*(?:г(?:\.|од|ода)?)?"
    r"|(?:(?:[1-4ivхx]+|перв\w+|втор\w+|треть\w+|четверт\w+)(?:[-–—]?\w{1,2})?\s+)(?:полугоди\w+|четверт\w+|квартал\w*|триместр\w*)"
    r"(?:\s+20\d\d.*)?|(?:осенн\w+|зимн\w+|весенн\w+|летн\w+)\s+каникул\w*|лето|осень|зима|весна|в течение (?:учебного )?года"
    r"|20\d\d(?:\s?[-–—/]\s?(?:20)?\d\d)?\s?(?:уч\w*\.?\s?)?г(?:од)?\.?"
)
_MONTHS = (
    *("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя"),
    *("дек", "месяц"),
)
_OF_PERIODS = (
    *("янв", "фев", "март", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "20"),
    *("полуг", "четв", "кварт", "трим", "каник", "лето", "осень", "зима", "весна", "года"),
)
"""One of these is in every name of a period: the expression is costly to compile."""
_HEADING_NUMBER = Pattern(
    r"(?:\d{1,2}|(?<![IVXХІ])[IVXХІ]+)\s*[.)]\s*"
    r"|(?:наименование\s+)?(?:школ[аы]|оо|оу|(?:обще)?образовательн\w+\s(?:организаци[яи]|учреждени[ея])|организация|учреждение"
    r"|(?:школа\W+)?организатор|(?:базовая|ответственная)\s+школа|база(?:\s+проведения)?)"
    r"(?:\s*:|\s[–—-]\s)\s*",
    re.IGNORECASE,
)
_OF_PLAN = Pattern(
    r"план(?:-график)?\s(?:(?:(?:мероприяти|деятельност|образовани|взаимодействи)[йия]|работы|проведения|сетев(?:ого|ых)"
    r"|(?:учебно-)?воспитательн(?:ых|ой)|внеурочн(?:ых|ой)|социокультурных|и|центр(?:а|ов)|\W?точк[аи] роста\W?),?\s)*"
    r"(?=(?:на базе|[мгкч][а-я]{0,2}оу|[сон]?ош|муниципальн|гимнази|лице|школ|тсши))"
    rf"|\sна\s(?:20\d\d|учебн|{MONTH}).*",
    re.IGNORECASE,
)
"""What stands before and behind the school in «План мероприятий МБОУ СОШ №8 на 2023-2024 учебный год»."""
_SAID_BESIDE = Pattern(
    r"\s*\(\d{1,3}(?:\s*мероприяти[ейя]+)?\)$|[\s,–—-]+(?:и\.?\s?о\.?\s)?директор\b.*",
    re.IGNORECASE,
)
"""How many events a school has, and who heads it."""
_ORGANISATION = Pattern(
    r"[мгкч][а-я]{0,2}оу|муниципальное|бюджетное|казенное|автономное|общеобразовательное|учреждение"
)
_KIND = Pattern(r"[сон]?ош|сш|тсши|уиоп|школа(?:-интернат)?|интернат|лицей|гимназия")
_KIND_OF = Pattern(r"[сон]?ош|сш|тсши|уиоп|школы(?:-интерната)?|интерната|лицея|гимназии")
_ON_THE_BASE = Pattern(
    r"(?:(?:мероприятия|центр(?:\s+образования)?(?:\s+\W?точка роста\W?)?)\s+)?на\s+базе\s+",
    re.IGNORECASE,
)
_SCHOOLISH = Pattern(
    r"[сон]?ош\b|сш\b|тсши|уиоп|шк|гимн|лиц|интер|цент|образов|учр|[мгкч][а-я]{0,2}оу\b|точк|г\b|п\b|базе"
)
_BEFORE = Pattern(r"\w+(?:ская|ский|цкая|цкий|ской|ского|цкой|цкого)|точка|роста")
_TAIL = Pattern(
    r"\d+|с|г|п|пгт|пос|им|имени|города?|поселка|посёлка|села|уиоп|углубленным|изучением|отдельных|предметов"
    r"|(?:средн|основн|начальн|санаторн|общеобразовательн)(?:ая|яя|ой|ей)|центр|образования"
)
