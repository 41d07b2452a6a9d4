"""The words for forms of event, in every case and common abbreviation.

The only module that knows how people call a seminar. Speaks of types by their names, so that
`types` can build on it.
"""

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from tochka_sync.pattern import Pattern, Words, either
from tochka_sync.values import abbreviations

_N = rf"(?:{either('ае', 'и-йо', 'уы-ь', 'ю-я')}[а-я]{{0,2}})?"
"""The ending of a noun or an adjective."""
_GLUE = "фото|видео|кино|медиа|кибер|робото|вело|эко|авто|радио|веб|арт|техно|робо|био|гео|агро|мини|мульт|пед"
_GLUED = f"(?:{_GLUE})?-?"
_PREFIXES = tuple(_GLUE.split("|"))
_LISTED = {
    "miks": rf"микс(?:а|у|ом|е)?|молодежн{_N} интеллектуальн{_N},? креативн{_N} семинар{_N}",
    "workshop_seminar": (
        rf"сем(?:инар{_N}|\.) ?-? ?практ(?:икум{_N}|\.)|практ(?:ическ{_N}|ич\.|\.) семинар{_N}"
        rf"|практико-?ориентированн{_N} семинар{_N}"
    ),
    "method_seminar": (
        rf"(?:[а-я]+-)?мет(?:одич|од)?(?:еск{_N}|\.)? ?-?сем(?:инар{_N}|\.)|семинар{_N} методическ{_N}"
    ),
    "sci_conference": (
        rf"(?:научно|науч\.|учебно)[ -]*(?:практ[а-я]*\.|(?:практи|методи)ческ{_N}|исследовательск{_N})"
        rf"(?: онлайн)?[ -]*конф(?:еренци{_N}|\.)|научн{_N} конференци{_N}|нпк"
        rf"|н\.? ?[/-]? ?п\.?[ -]*конф(?:еренци{_N}|\.)"
    ),
    "videoconference": rf"(?:видео|веб|теле|zoom)[ -]?конференц(?:и{_N}|[ -]*связ{_N})|вкс",
    "method_meeting": (
        rf"(?:(?:заседани|совещани|встреч|собрани|круг){_N} )?(?:(?:районн|школьн|городск|улусн){_N} )?"
        rf"(?:[ршгмук]мо|метод(?:\.|ическ{_N})? ?(?:объединени|совет){_N})"
        rf"|(?:заседани|собрани){_N} мо|метод(?:\.|ическ{_N})? ?(?:совещани|заседани|встреч|ден){_N}"
    ),
    "open_day": r"(?:день|дни|дня|дн\.) (?:открытых|откр\.) дверей",
    "open_lesson": (
        rf"(?:открыт{_N}|откр\.|показательн{_N})(?: онлайн)?[ -]*(?:урок|ур\.|заняти|зан\.|уроч\.){_N}"
        rf"|урок{_N} открыт{_N}"
    ),
    "round_table": rf"(?:круг(?:л?\.|л{_N})|кр?[./]) ?-?(?:стол{_N}|ст\.)",
    "camp_shift": (
        rf"(?:(?:профильн|летн|каникулярн|тематическ|лагерн|образовательн){_N} )?(?:проф)?смен[аыуе]"
        rf"|(?:(?:профильн|пришкольн|летн|оздоровительн){_N} |онлайн-)?лагер[ьяе]"
    ),
    "masterclass": rf"мастер[ -]*клас{{1,2}}{_N}|мастер[ -]*кл\.|м\.? ?[/-] ?к\.?|мк|м(?:аст)?(?:\.? ?[/-]|\.) ?(?:класс{_N}|кл\.)",
    "webinar": rf"(?:вебинар|(?:веб|web|интернет)[ -]семинар){_N}",
    "seminar": rf"(?:постоянно[ -]?действующ{_N} )?семинар{_N}",
    "conference": rf"{_GLUED}конференци{_N}|конф\.",
    "festival": rf"{_GLUED}фестивал{_N}",
    "quest": rf"(?:игр{_N}-)?{_GLUED}квест{_N}(?:[ -]игр{_N})?",
    "marathon": rf"{_GLUED}марафон{_N}",
    "hackathon": rf"{_GLUED}ха[кк]{{1,2}}атон{_N}",
    "contest": rf"күрэх[а-яҕҥөһү]*|{_GLUED}конкурс{_N}|смотр{_N}|конкурсн{_N} (?:программ|отбор|мероприяти){_N}",
    "tournament": (
        rf"{_GLUED}турнир{_N}|соревновани{_N}|соревн\.|первенств{_N}|чемпионат{_N}|спартакиад{_N}"
        rf"|куб(?:ок|ка)|состязани{_N}"
    ),
    "olympiad": rf"{_GLUED}олимпиад{_N}|вс?ош",
    "excursion": rf"{_GLUED}экскурси{_N}",
    "intensive": rf"интенсив{_N}",
    "internship": rf"стажировк{_N}|стажировочн{_N} (?:площадк|сесси){_N}",
    "campaign": rf"{_GLUED}акци[яийею]",
    "outreach": rf"(?:(?:педагогическ|методическ){_N} )?(?:пед|метод|агит)?[.-]? ?десант{_N}",
}
_PARTS = {
    "miks": "микс молодежн",
    "workshop_seminar": "практ",
    "method_seminar": "мет",
    "sci_conference": "конф нпк",
    "videoconference": "конференц вкс",
    "method_meeting": "рмо шмо гмо ммо умо кмо метод заседани собрани",
    "open_day": "дверей",
    "open_lesson": "откр показат",
    "round_table": "стол ст.",
    "camp_shift": "смен лагер",
    "masterclass": "маст мк / - м.",
    "webinar": "вебинар семинар",
    "seminar": "семинар",
    "conference": "конф",
    "festival": "фестивал",
    "quest": "квест",
    "marathon": "марафон",
    "hackathon": "атон",
    "contest": "күрэх конкурс смотр",
    "tournament": "турнир соревн первенств чемпионат спартакиад куб состязани",
    "olympiad": "олимпиад вош всош",
    "excursion": "экскурси",
    "intensive": "интенсив",
    "internship": "стажиров",
    "campaign": "акци",
    "outreach": "десант",
}
"""One of these stands in every wording of a type; a type without any is not looked for."""
_TYPES = tuple(
    (
        name,
        tuple(_PARTS[name].split()),
        Words(shape, r"(?<!\w)", r"(?!\w)"),
        # Hardly a word is glued to anything, and to compile all it may be glued to takes 0.1 ms.
        Words(shape.replace(_GLUED, "-?"), r"(?<!\w)", r"(?!\w)"),
    )
    for name, shape in _LISTED.items()
)
_UNLISTED = (
    "викторин квиз квн линейк концерт педсовет лекци лектори бесед праздник встреч выставк игр урок"
    " заняти занятье тренинг воркшоп дискусси дебат диктант флешмоб флэшмоб консультаци совещани"
    " собрани заседани сесси слет сбор вечер ярмарк парад презентаци проект защит чтени практикум"
    " лаборатори мастерск кружок кружк недел декад месячник день дни час экспедици поход выезд просмотр"
    " показ спектакл форум съезд симпозиум коллоквиум тестировани анкетировани опрос мониторинг"
    " зачет проб профпроб профориентаци путешестви марш митинг субботник посвящени церемони"
    " награждени гостин посиделк капустник бал дискотек утренник эстафет батл баттл ринг аукцион"
    " питч-сесси стендап подкаст эфир трансляци телемост диалог экспозици эксперимент опыт шоу"
    " программ практик просветительск курс взаимопосещени кейс форсайт брейн-ринг брейн чествовани"
    " оонньуу быыстапк көрсүһүү мунньах бырааһынньык совет агитбригад инструктаж вахт челлендж перфоманс обсуждени представлени обмен обучени разминк перемен открыти закрыти"
)
_STEM = Words("|".join(_UNLISTED.split()), "(?:[а-я]+-|видео|кино)?", f"{_N}(?:-[а-я-]+)?")
_EVENTFUL = Pattern(r"[а-я-]{4,}(?:ование|инг|иада|ация|квиз|фест|тон)")
_SOUND = ("методическ", "научн", "мероприяти", "мастер", "практическ", "педагогическ")
_INSTITUTIONS = frozenset({"образование", "организация", "администрация", "здание", "мониторинг"})
_GENERIC = Pattern(r"мероприяти[еяй]|меропр\.?|событи[еяй]|работ[аы]|деятельность|дел[оа]")
_GENERIC_PARTS = "меропр событи работ деятельность дел"
"""One of these stands in every word that could be any event."""
_ALL_PARTS = tuple(sorted({*" ".join(_PARTS.values()).split(), *_GENERIC_PARTS.split()}))
WORDINGS = (*_LISTED.values(), _GENERIC.pattern)
"""Expressions for every listed type, and for what could be any event."""
_REST = Pattern(r"друг(?:ое|ой|ая|ие|ого|ая форма|ой вид|ая)|ин(?:ое|ой|ая)|проче?е|разное")
_SPELT = (
    "семинар вебинар фестиваль квест марафон хакатон конкурс турнир соревнования соревнование"
    " олимпиада экскурсия интенсив стажировка акция конференция мастеркласс видеоконференция"
    " педдесант мероприятие практикум методический методическая викторина концерт мастер-класс"
    " семинар-практикум научно-практическая научно-практический стажировочная"
)
_SPELT_TOO = (
    "семинары вебинары конкурсы турниры фестивали экскурсии олимпиады конференции викторины выставка выставки"
    " чемпионат соревнования тренинг тренинги практикумы мастер-классы совещание заседание консультация"
)
SPELT = tuple(f"{_SPELT} {_SPELT_TOO}".split())
"""Words a typo may be put right to."""
_ABBREVIATED = (
    "семинар семинары вебинар вебинары фестиваль квест марафон хакатон конкурс конкурсы смотр турнир тур"
    " соревнование соревнования первенство чемпионат спартакиада олимпиада экскурсия экскурсии интенсив"
    " стажировка акция конференция видеоконференция викторина концерт лекция лекторий беседа праздник"
    " встреча выставка игра урок занятие тренинг дискуссия консультация консультации совещание собрание"
    " заседание ярмарка презентация проект чтения практикум практика практический мастерская экспедиция"
    " экспозиция эксперимент поход форум тестирование анкетирование опрос мероприятие мероприятия"
    " субботник педсовет воркшоп флешмоб диктант показ программа образование методический"
)
_FULL = tuple(_ABBREVIATED.split())
"""What an abbreviation may stand for; of those that are no form of event, what begins like one."""
_SURELY = 5
"""Letters and a full stop that tell a word among others; one alone is no adjective, and less will do."""


def find(folded: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and name of every listed type in folded text; of two at one place the first."""
    ahead = [
        (match.start(), match.end(), name, pattern)
        for name, pattern in _possible(folded)
        if (match := pattern.search(folded))
    ]
    while ahead:
        _, place, name, _ = first = min(ahead, key=itemgetter(0))
        yield first[:3]
        for at in range(len(ahead) - 1, -1, -1):  # what lies further on is not looked for again
            start, _, name, pattern = ahead[at]
            if start >= place:
                continue
            match = pattern.search(folded, place)
            ahead[at : at + 1] = [(match.start(), match.end(), name, pattern)] if match else []


def is_silent(folded: str) -> bool:
    """Tell that no word of folded text can name a form of event, listed or generic."""
    return not any(map(_tells, folded.split()))


def is_unlisted(word: str) -> bool:
    """Tell whether a folded word is a form of event without a name in the list."""
    if _STEM.fullmatch(word):
        return True
    return _EVENTFUL.fullmatch(word) is not None and word not in _INSTITUTIONS


def spelled_out(word: str, *, alone: bool) -> str | None:
    """Return what an abbreviation stands for, «экск.», «фест-ль», if it begins no other word."""
    if not alone and len(word) < _SURELY:
        return None
    meant = abbreviations.meant(word, _FULL) if word.endswith(".") or "-" in word else []
    return meant[0] if len({full[:5] for full in meant}) == 1 else None


def is_known(word: str) -> bool:
    """Tell whether a folded word is certainly spelt as it was meant."""
    if any(pattern.fullmatch(word) for _, pattern in _possible(word)):
        return True
    return word.startswith(_SOUND) or _STEM.fullmatch(word) is not None


def is_generic(word: str) -> bool:
    """Tell whether a folded word could be any event."""
    return _GENERIC.fullmatch(word) is not None


def is_rest(folded: str) -> bool:
    """Tell whether folded text is the «другое» of a list of choices."""
    return _REST.fullmatch(folded) is not None


def _possible(folded: str) -> list[tuple[str, Pattern]]:
    """Return the wordings of types that may stand in folded text: they are costly to compile."""
    marks = 0
    for word in folded.split():
        marks |= _marks(word)
    if not marks:
        return []
    glued = any(map(folded.__contains__, _PREFIXES))
    return [
        (name, pattern)
        for at, (name, _, words, unglued) in enumerate(_TYPES)
        if marks >> at & 1
        for pattern in (words if glued else unglued).on(folded)
    ]


@lru_cache(maxsize=1 << 12)
def _tells(word: str) -> bool:
    """Tell whether a word holds a part of a type or of a generic word; none has a digit in it."""
    return not word.isdecimal() and any(map(word.__contains__, _ALL_PARTS))


@lru_cache(maxsize=1 << 12)
def _marks(word: str) -> int:
    """Return the types of which a word holds a part, a bit for each; no part has a space in it."""
    marks = 0
    if _tells(word):
        for at, (_, parts, *_) in enumerate(_TYPES):
            marks |= any(map(word.__contains__, parts)) << at
    return marks
