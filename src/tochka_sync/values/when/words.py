"""The words of a date cell, and the one-letter kinds the grammar knows them by.

The only module that lists words. Every form a word takes is spelled out by its endings, so a
word is found by one look-up, and a misspelt one by its distance from the forms.
"""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from tochka_sync.values import slips


class Word(NamedTuple):
    """What a word means: its kind, a number it carries, and its form or value."""

    kind: str
    number: int = 0
    form: str = ""


KINDS = {
    "d": "a number of one or two digits, or an ordinal",
    "r": "a Roman numeral",
    "p": "an ordinal in the plural: «первые»",
    "l": "«последний»",
    "D": "a day and a month in digits, perhaps with a year",
    "E": "a month and a year in digits",
    "M": "a month's name",
    "Y": "a year",
    "S": "a school year in digits",
    "G": "the school year in words, or all the year round",
    "g": "«год»",
    "B": "a number too long or too short to be a day or a year",
    "T": "a time of day",
    "P": "two numbers with a dot, a day and a month or a time of day",
    "Q": "two numbers with a dash, days or a time of day",
    "Z": "a time zone",
    "o": "a half of the day: «утра», «вечера»",
    "A": "a day of the week",
    "W": "a day of the week that returns: «по средам»",
    "w": "«неделя»",
    "e": "«декада»",
    "c": "«четверть»",
    "q": "«квартал»",
    "h": "«полугодие»",
    "H": "«половина»",
    "m": "«месяц»",
    "n": "«число»",
    "y": "«день»",
    "b": "«начало», «середина», «конец»",
    "s": "a season",
    "j": "a season's adjective: «осенние»",
    "K": "«каникулы»",
    "R": "how often: «ежемесячно»",
    "v": "«каждый»",
    "X": "«раз»",
    "<": "«с», «от», «не ранее»",
    ">": "«по»",
    "t": "«до»",
    "k": "«к»",
    "L": "«не позднее»",
    "a": "«после»",
    "i": "«в», «на», «в течение»",
    "-": "a dash with spaces",
    "=": "a dash without spaces",
    ",": "a comma or a semicolon",
    "&": "«и»",
    "/": "a slash",
    "|": "«или»",
    "(": "an opening bracket",
    ")": "a closing bracket",
    "~": "«примерно», or a question mark",
    "u": "a word for what is not known yet: «уточняется», «по плану»",
    "!": "a word that takes the date back: «отменено», «кроме»",
    "z": "a word that changes nothing of the date: «онлайн», «выполнено»",
    "x": "any other word",
    "#": "any other sign",
}
"""What each kind of lexeme stands for."""

MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
OF_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
"""The months after a day: «10 февраля»."""
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
RETURNING = (
    *("понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам"),
    "воскресеньям",
)
WEEKDAY_IDS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_SHORT_MONTHS = (
    *("янв", "фев февр", "мар", "апр", "", "июн", "июл", "авг", "сен сент сентяб", "окт октяб"),
    *("ноя нояб", "дек декаб"),
)
_ENGLISH = (
    *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july"),
    *("aug august", "sep sept september", "oct october", "nov november", "dec december"),
)
_SAKHA = (
    *("тохсунньу", "олунньу", "кулун", "муус", "ыам", "бэс", "", "атырдьах"),
    *("балаҕан балаган", "алтынньы", "сэтинньи", "ахсынньы"),
)
"""«Муус устар», «ыам ыйа» are known by their first words; that of July is also Russian «от»."""
_SHORT_WEEKDAYS = (
    *("пн пон понед mon monday", "вт втор tue tuesday", "ср wed wednesday", "чт thu thursday"),
    *("пт пятн fri friday", "сб суб субб sat saturday", "вс вск воскр sun sunday"),
)
_SEASONS = (
    *("осень осени осенью", "зима зимы зимой зиму", "весна весны весной весну", "лето лета летом"),
)
_SEASON_STEMS = ("осенн", "зимн", "весенн", "летн")
_ADJECTIVE = " ий ие их ими им ей яя юю его его ему ем"

_NOUNS: dict[str, str] = {
    "w": "неделя недели неделе неделю неделей недель неделям неделях нед",
    "e": "декада декады декаде декаду декадой декад декадах",
    "c": "четверть четверти четвертью четвертей четвертях четв чет",
    "q": "квартал квартала квартале кварталу кварталом кварталы кварталов кварталах кв кварт",
    "h": "полугодие полугодия полугодии полугодию полугодием полугодий полугодиях полуг",
    "H": "половина половины половине половину половиной пол",
    "m": "месяц месяца месяце месяцу месяцем месяцы месяцев месяцам мес",
    "n": "число числа числу числом числе числах числам чисел чис күнэ күнүгэр күннэрэ күннэригэр",
    "y": "день дня дню дне дни дней дням днями днях",
    "K": "каникулы каникул каникулах каникулам каникулами кан",
    "g": "год года году годом годе сыл сыла сыллаах",
    "G": "постоянно систематически регулярно круглогодично",
    "l": "посл последний последняя последнее последней последнюю последнего последнем последних последние",
    "v": "кажд каждый каждая каждое каждого каждой каждую каждом каждые каждых every",
    "X": "раз раза р",
}
_PLAIN: dict[str, str] = {
    "<": "с со от начиная",
    ">": "по",
    "t": "до",
    "k": "к ко",
    "a": "после",
    "i": "в во на за весь всего всей всю всем все круглый",
    "&": "и",
    "|": "или либо",
    "~": "вопросом предв ок примерно ориентир ориент ориентировочно приблизительно около предварительно предположительно",
    "": "дата даты срок сроки проведение проведения время времени"
    " состоится проводится пройдет of"
    " ый ыйа ыйын ыйга ыйыгар тутар тутарга устар устарга"
    " включительно включ вкл период г гг ч час часа часов учебная учебной учебную"
    " учебные учебных рабочих календарных школьная школьной школьную школьные школьных",
    "u": "план плану планом график графику расписанию плана графика договоренности необходимости tba",
    "z": "онлайн офлайн оффлайн очно заочно дистанционно zoom зум вкс выполнено выполнен выполнена"
    " исполнено завершено состоялся состоялась состоялось прошло прошел прошла проведен проведена проведено",
}
_PARTS = (
    "начало начала начале началу нач",
    "середина середины середине середину сер серед",
    "конец конца конце концу кон",
)
_ADVERBS = {
    "daily": "ежедневно ежедн daily",
    "weekly": "еженедельно еженед weekly",
    "monthly": "ежемесячно ежемес monthly",
    "quarterly": "ежеквартально поквартально",
    "yearly": "ежегодно",
}
_ZONES = {
    "foreign": "мск msk московское московскому московского utc gmt",
    "local": "местное местному местного якутское якутскому якутского якутску якт",
}
_DAYS_COUNTED = "понедельников вторников четвергов пятниц суббот воскресений"
"""Known, so as not to be taken for one of them misspelt: «5 пятниц»."""
_HALVES = {
    "morning": "утра утром",
    "day": "днем",
    "evening": "вечера вечером",
    "night": "ночи ночью",
    "am": "am",
    "pm": "pm",
}
_REFUSING = {
    "cancelled": "отм отмена отменен отменена отменено отменены отменяется отменили",
    "postponed": "перенос перенесен перенесена перенесено перенесены переносится перенесли",
    "not_a_date": "перед накануне кроме исключая вместо не нет без заявки заявок регистрация регистрации прием"
    " позднее позже ранее раньше далее затем потом ближе",
}
_STEMS = (
    ("отмен", Word("!", 0, "cancelled")),
    ("перенес", Word("!", 0, "postponed")),
    ("перенос", Word("!", 0, "postponed")),
    ("сдвин", Word("!", 0, "postponed")),
    ("уточн", Word("u")),
    ("сообщ", Word("u")),
    ("объяв", Word("u")),
    ("соглас", Word("u")),
    ("заявк", Word("!", 0, "not_a_date")),
    ("регистрац", Word("!", 0, "not_a_date")),
)


def find(word: str) -> Word | None:
    """Return what a word in small letters (ё as е) means, if it is one of a date's."""
    known = _WORDS.get(word)
    if known is not None:
        return known
    return next((meaning for stem, meaning in _STEMS if word.startswith(stem)), None)


def beginning(word: str) -> tuple[int, ...]:
    """Return the months whose names begin so: «ма» may be March or May."""
    return tuple(
        number
        for number, name in enumerate(MONTHS, 1)
        if name.startswith(word) or OF_MONTHS[number - 1].startswith(word)
    )


@functools.lru_cache(maxsize=4096)  # a word comes again, in a long cell hundreds of times
def nearest(word: str) -> tuple[tuple[str, Word], ...]:
    """Return the forms a misspelt word may stand for, one for each meaning; () if none.

    Another month almost as near counts too: «оября» may be October as well as November.
    """
    allowed = 2 if len(word) >= 7 else 1
    near: dict[tuple[str, int], tuple[int, str]] = {}
    ours = slips.letters(word)
    for form, meaning, theirs in _misspellable():
        if slips.far(ours, theirs, allowed + 1):
            continue
        distance = slips.distance(word, form, allowed + 1)
        key = (meaning.kind, meaning.number)
        if distance <= allowed + 1 and distance < near.get(key, (allowed + 2, ""))[0]:
            near[key] = (distance, form)
    best = min((distance for distance, _ in near.values()), default=allowed + 1)
    if best > allowed:
        return ()
    found = [form for distance, form in near.values() if distance == best]
    if len(found) == 1 and _WORDS[found[0]].kind == "M":
        found += [
            form
            for (kind, _), (distance, form) in near.items()
            if kind == "M" and distance == best + 1 and not _tells(word, found[0], form)
        ]
    return tuple((form, _WORDS[form]) for form in found)


def _tells(word: str, form: str, rival: str) -> bool:
    """Tell whether a word has a letter only `form` has, and none that only its rival has."""
    letters = set(word)
    return bool(letters & (set(form) - set(rival))) and not letters & (set(rival) - set(form))


@functools.cache
def _misspellable() -> list[tuple[str, Word, int]]:
    """Return the forms long enough to be known by most of their letters, with these; months are all."""
    kinds = frozenset("AWwecqhHKsjGvRmlbo")
    return [
        (form, word, slips.letters(form))
        for form, word in _WORDS.items()
        if (len(form) >= 6 and word.kind in kinds)
        or (word.kind == "M" and word.form not in {"short", "sakha"})
    ]


def _words() -> Iterator[tuple[str, Word]]:
    for kind, forms in (*_PLAIN.items(), *_NOUNS.items()):
        for form in forms.split():
            yield form, Word(kind)
    yield from ((form, Word("x")) for form in _DAYS_COUNTED.split())
    yield "полдень", Word("T", 0, "12:00")
    yield from (("дважды", Word("X", 2)), ("трижды", Word("X", 3)))
    yield from _month_words()
    yield from _weekday_words()
    for number, forms in enumerate(_SEASONS):
        yield from ((form, Word("s", number)) for form in forms.split())
    for number, stem in enumerate(_SEASON_STEMS):
        yield from ((stem + ending, Word("j", number)) for ending in _ADJECTIVE.split(" "))
    for number, forms in enumerate(_PARTS):
        yield from ((form, Word("b", number)) for form in forms.split())
    for kind, table in (("R", _ADVERBS), ("Z", _ZONES), ("o", _HALVES), ("!", _REFUSING)):
        for value, forms in table.items():
            yield from ((form, Word(kind, 0, value)) for form in forms.split())


def _month_words() -> Iterator[tuple[str, Word]]:
    for month, name in enumerate(MONTHS, 1):
        stem = name.rstrip("ьй")
        endings = ("е", "ю", "ем") if name[-1] in "ьй" else ("е", "у", "ом")
        yield from ((stem + ending, Word("M", month, "other")) for ending in endings)
        yield name, Word("M", month, "nominative")
        yield OF_MONTHS[month - 1], Word("M", month, "genitive")
        for word in _SAKHA[month - 1].split():
            yield from ((word + ending, Word("M", month, "sakha")) for ending in ("", "га", "ҕа"))
        for form in f"{_SHORT_MONTHS[month - 1]} {_ENGLISH[month - 1]}".split():
            yield form, Word("M", month, "short")


def _weekday_words() -> Iterator[tuple[str, Word]]:
    for number, name in enumerate(WEEKDAYS):
        stem = name.rstrip("ае")
        endings, returning = " а у ом е", "ам"
        if name.endswith("а"):
            endings = "а ы е у ой ей"
        elif name.endswith("е"):
            endings, returning = "е я ю ем", "ям"
        yield from ((stem + ending, Word("A", number)) for ending in endings.split(" "))
        yield stem + returning, Word("W", number)
        yield from ((form, Word("A", number, "short")) for form in _SHORT_WEEKDAYS[number].split())


_WORDS = dict(_words())
