"""What people write of a contract that is there, on its way, not needed or missing."""

import re
from collections.abc import Mapping

from tochka_sync.pattern import Pattern
from tochka_sync.values import corrections, text

_NO_NEED = (
    r"нет\s+(?:в\s+\w+\s+)?необходимости(?:\s+в\s+заключении)?(?:\s+договор\w*)?"
    r"|(?:не|нет)\s+(?:\w+\s+)?(?:треб\w*|нуж\w+|необходим\w*|предусм\w+|предполаг\w+|надо|применим\w*|обязател\w+)"
    r"|необходимости\s+(?:\w+\s+)?нет|ненуж\w+|нетреб\w+|без\s+(?:заключения\s+)?договор\w*"
    r"|не\s+тр\.|н/т|not\s+(?:required|needed)|наада(?:та)?\s+суох"
    r"|необходимость\s+(?:\w+\s+)?отсутствует|не\s+актуальн\w+|неактуальн\w+|нужды\s+нет"
)
_READY = (
    r"(?:(?:под)?готов\w*|составлен\w*|оформлен\w*|(?:договор\w*\s)?(?:есть|име[ею]тся|в\s+наличии))(?:\s?[,;(–-]\s?|\s)(?:(?:но|а|только)\s)?"
    r"(?:(?:ещ[её]|пока)\s)?не\sподпис\w+"
)
"""A text that waits for its signatures: «готов, но не подписан», «есть, не подписан»."""
PHRASES: Mapping[str, Pattern] = {
    name: Pattern(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    for name, pattern in (
        ("not_needed", _NO_NEED),
        ("not_yet", rf"{_READY}|(?:ещ[её]|пока)\s+(?:\w+\s+)?(?:не|нет)(?:\s+\w+)?|не\s+готов\w*"),
        (
            "missing",
            r"не\s+(?:был[аио]?\s+)?(?:заключ\w+|подпис\w+|подп\.|закл\.|оформ\w+|име\w+|планиру\w+|состав\w+)|не\s+буд\w+(?:\s+\w+)?|нет\s+договор\w*|договор\w*\s+нет"
            r"|отсутству\w+|расторг\w+|аннулирован\w*|прекращ\w+|отмен[её]н\w*|недействит\w+|действовал\w*|окончен\w*|утратил\w*\s+силу|законч\w+|просроч\w+|приостановлен\w*|нету|суох|ист[её]к\w*|не\s+было|false|ложь|no",
        ),
        (
            "order",
            r"(?:по|при|в\s+случае|по\s+мере|при\s+наличии)\s+необходимости|если\s+(?:потребуется|необходимо|нужно)",
        ),
        (
            "progress",
            r"на\s+подп\.|in\s+progress|pending|(?:на|в)\s+(?:стадии\s+)?(?:подпис\w+|согласован\w+|оформлени\w+|рассмотрени\w+|проверк\w+|разработк\w+|утверждени\w+|подготовк\w+"
            r"|работе|процессе|проекте|стадии|заключени\w+)(?:\s+(?:подписания|согласования|заключения|оформления|разработки))?"
            r"|(?:подписыва|согласовыва|оформля|подготавлива|разрабатыва|заключа|планиру|согласу|составля)[ею]тся|(?:готов|наход)[ия]тся|ожида[ею]тся|согласован|подготовлен[ыо]?|согласует\w*"
            r"|ид[её]т\s+(?:согласов|подпис|оформл|подготов|заключ|состав)\w+|(?:заключ|подпиш|оформ)(?:[аяу]т|им|ем)"
            r"|готовим|оформляем|заключаем|подписываем|планируем|планирую|в\s+плане|буд[уе]\w*(?:\s+\w+)?(?:\s+договор\w*)?"
            r"|проект(?:\s+договор\w*)?|отправлен\w*|направлен\w*|передан\w*|ожида\w+|жд[её]м|скоро",
        ),
        ("copied", r"(?:заключить|подписать|оформить)|заключение\s+договор\w*|обеспечить\s+\w+"),
        (
            "signed",
            r"заключ[её]н(?:[ыао]|н\w+)?|подписан(?:[ыао]|н\w+)?|заключил\w*|подписал\w*|оформлен[ыао]?|име[ею]тся|есть|в\s+наличии|да|действу\w+|true|истина|yes"
            r"|баар|signed|закл\.|подп\.|ок|ok|v|продл[её]н\w*|пролонгирован\w*|заключали",
        ),
    )
}
"""State → its wordings, in the order they are looked for: a denial before what it denies."""
PARTLY = Pattern(
    r"(?<!\w)(?:кроме|частично|половина|часть|не\s+(?:со\s+)?все\w*|за\s+исключением|(?:с\s+)?(?:нашей|одной|их|другой)\s+сторон\w+"
    r"|(?P<some>\d+)\s+(?:договор\w*\s+)?из\s+(?!(?P=some)(?!\d))\d+)(?!\w)",
    re.IGNORECASE,
)
DOUBT = Pattern(
    r"(?<!\w)(?:требу(?:ет|ют)(?:ся)?|подлеж\w+|пере(?:заключ|подпис|оформ)\w*|чернов\w+|макет\w*|образ(?:ец|цу)|утер\w+|потер\w+"
    r"|не\s+(?:наш|най|зарегистр)\w+|отказ\w*|отозва\w+|без\s+(?:подпис|печат)\w+|вместо|нуж(?:ен|но|на|ны)|ищ\w+|устн\w+"
    r"|под\s+вопросом|возможно|наверн\w+|вероятно|кажется|вроде(?:\s+бы)?|не\s+точно|не\s?верн\w+|ошиб\w+|удал(?:ить|[её]н)|отмена|продлить|пролонгировать|заяв(?:к|лени)\w+|расторж\w+|раньше|ранее|было|пример"
    r"|стар(?:ый|ого|ому|ая|ое|ые|ых)|прошлогодн\w+|прошл\w+\s+(?:уч\w*\s+)?год\w*|предыдущ\w+|прежн\w+)(?!\w)|\?",
    re.IGNORECASE,
)
"""Words beside a contract that may not hold, or is not there."""
WANTED = Pattern(
    r"(?<!\w)(?:нуж(?:ен|но|на|ны)|требу[ею]тся|необходим\w*|устн\w+)(?!\w)", re.IGNORECASE
)
"""Words that say one is wanted, or agreed on by word of mouth, and not whether it is there."""
NOT_A_CONTRACT = Pattern(
    r"(?<!\w)(?:приказ|протокол|положение|письмо|справка|газет[аеы]|журнал[а-я]?|вестник|(?:вх|исх)(?:одящ\w+)?)(?!\w)|@|https?:|www\.|\d{5}",
    re.IGNORECASE,
)
_HEAD = Pattern(
    r"\s*(?!(?:со?|между|для|на|по|за|под|от)\s)(?:[^\W\d_]+[\s.-]+){0,2}?(?P<word>[^\W\d_]{3,})[\s.]*№",
    re.IGNORECASE,
)
"""The word right before a number, where nothing before it says with whom: «служебная записка №»."""
_NOUNS = ("договор", "договора", "соглашение", "контракт", "contract", "agreement")
_BEGINNINGS = ("дог", "согл", "контр", "оферт", "рег", "доп")
_ELLIPTIC = ("ый", "ий", "ой", "ое")
_ABBREVIATION = 4
"""Letters of «ГПХ», «ДСВ»: kinds of contracts."""
_LONG = Pattern(r"[а-я]{5,}")
_DENIED = Pattern(r"(?<!\w)не\s+[а-яё]{3}", re.IGNORECASE)
_STATED = (
    *("подписан", "подписании", "подписание", "неподписан", "согласовании", "согласование"),
    *("проект", "заключен", "заключить", "планируем", "планируется", "планируют", "готовится"),
    *(
        "оформляется",
        "требуется",
        "необходимости",
        "отсутствует",
        "расторгнут",
        "аннулирован",
        "отменен",
    ),
    *("закончился", "просрочен", "приостановлен"),
)
"""Words that say how far a contract is: one of them misspelt may say that it is not there."""


def may_be_denied(rest: str) -> bool:
    """Tell whether a word nobody knows may say that the contract is not there: «не поодписан»."""
    if _DENIED.search(rest):
        return True
    words = _LONG.findall(text.fold(rest))
    return any(word not in _STATED and corrections.nearest(word, _STATED) for word in words)


def is_other(rest: str) -> bool:
    """Tell whether a number is headed as that of something else: «смета № 5», not «рамочный № 5»."""
    head = _HEAD.match(rest.replace("дата", " "))
    if head is None or (head["word"].isupper() and len(head["word"]) <= _ABBREVIATION):
        return False
    word = text.fold(head["word"])
    if DOUBT.search(word) or word.startswith(_BEGINNINGS) or word.endswith(_ELLIPTIC):
        return False
    return corrections.nearest(word, _NOUNS) is None
