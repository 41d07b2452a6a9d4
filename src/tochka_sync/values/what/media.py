"""What a cell of links says without an address: a newspaper by name, where to look, nothing yet.

A publication named is coverage as an address is; «сайт школы» and «не публиковали» say nothing.
"""

import re

from tochka_sync.pattern import Pattern, Words
from tochka_sync.values import text

_WORD = Pattern(r"№?\w+")
_PLACE = Words(
    r"опубликован\w*|размещен\w*|публикаци\w*|планируется|прилагается|будет|готовится|сайт\w*|вк|vk|вконтакте|ок|одноклассник\w*|телеграм\w*|тг|telegram|групп\w*|канал\w*|страниц\w*|стран\w*|соц\w*|сет[иья]\w*"
    r"|паблик\w*|госпаблик\w*|сообществ\w*|интернет\w*|ссылк\w*|чат\w*|сферум\w*|sferum|мессенджер\w*|whatsapp|в[ао]т[сц]ап\w*|instagram|инстаграм\w*|аккаунт\w*|портал\w*|смотри(?:те)?"
)
_PLACE_WORDS = Words(
    r"см|смотр\w+|на|в|во|у|по|из|наш\w*|официальн\w*|школ\w*|школьн\w*|центр\w*|точк\w*|рост\w*|социальн\w*|будет|будут|размещ\w*"
    r"|опубликован\w*|публикаци\w*|публикуется|после|мероприяти\w*|позже|и|а|также|есть|имеется|через|мбоу|мкоу|моу|сош|оош|гимнази\w*|лице\w*|оо|оу"
    r"|родител\w*|класс\w*|№?\d+|прилага\w*|добав\w*|отправ\w*|информаци\w*|новост\w*|раздел\w*|лент\w*|управлени\w*|образовани\w*|района|улуса|фото|видео|отчет\w*|пост\w*"
)
_PRINT = Pattern(
    r"(?<!\w)(?:газет\w*|журнал\w*|радио\w*|телевид\w*|телеканал\w*|телепередач\w*|телесюжет\w*|телерадио\w*|тв|нвк|гтрк|эфир\w*|сюжет\w*|репортаж\w*"
    r"|стать[яеи]\w*|заметк\w*|печатн\w*|выпуск\w*|вестник\w*|альманах\w*|номер\w*)(?!\w)"
    r"|(?:рабоч\w+|правда|новости|известия|жизнь|время|звезда|заря|маяк|луч|огни|край|ведомости|труд|знамя|путь)»?,?\s*№\s*\d"
    r"|(?<!\w)(?!школьн)[а-яё]{2,}ск(?:ий|ая|ие|ое)\s(?:рабоч\w+|правда|новости|известия|вестник|жизнь|время|звезда|заря|огни|ведомости|труд|знамя)(?!\w)"
    r"|(?<!\w)(?:саха\sсирэ|ил\sт[үу]мэн|юность\sсевера|эдэр\sсаас|бэлэм\sбуол|вечерний\sякутск|якутск\sвечерний)(?!\w)"
    r"|№\s*\d+\s*(?:\([^)]*\)\s*)?от\s+\d"
    r"|[«\"][^»\"]{1,200}[»\"],?\s*(?:№|от\s)\s*\d",
    re.IGNORECASE,
)
_NOT_YET = Pattern(
    r"(?<!\w)(?:не|нет|будет|будут|планиру\w*|готов\w+|ожида\w+|скоро|позже|отсутству\w+)(?!\w)"
    r"|(?<!\w)(?:договор|приказ|протокол|соглашени)\w*|(?:классн|электронн)\w+ журнал|журнал\w* (?:уч[её]та|посещ|регистр|инструктаж)",
    re.IGNORECASE,
)
_NOT_DONE = Pattern(
    r"не (?:освещ|публик|опублик|размещ|было)[а-я]*(?: .{0,40})?|(?:ссыл[а-я]+|публикаци[а-я]+) нет|нет (?:ссыл|публик)[а-я]+"
    r"|(?:в процессе|в работе|скоро)(?: [а-я]+)?",
    re.IGNORECASE,
)
"""What is written where nothing is published, or not yet."""


def says_nothing(shown: str) -> bool:
    """Tell whether nothing is published, or not yet: «не освещалось», «в процессе»."""
    return _NOT_DONE.fullmatch(shown) is not None


def is_place(shown: str) -> bool:
    """Tell whether the text only says where such things usually stand: «группа в ВК»."""
    words = _WORD.findall(text.fold(shown))
    places = [word for word in words if _PLACE.fullmatch(word)]
    return bool(places) and all(_PLACE.fullmatch(w) or _PLACE_WORDS.fullmatch(w) for w in words)


def named(rest: str) -> str | None:
    """Return what is left if it names a publication; «газета» alone names none."""
    if not rest or (_WORD.fullmatch(rest) and rest[0] != "№"):
        return None
    return rest if _PRINT.search(rest) and not _NOT_YET.search(rest) else None


def is_kind(shown: str) -> bool:
    """Tell whether only the kind of a publication is said: «районная газета»."""
    return _PRINT.search(shown) is not None and not re.search(r"\d", shown)
