"""Whether people meet in a room or on a screen.

Accepts «очно», «онлайн», «заочно» and their mixtures in any form, and the names of conference
services. Refuses a choice («очно или онлайн») and «онлайн, заочно», with the candidates.
"""

import re
from enum import StrEnum
from functools import lru_cache

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern, Words
from tochka_sync.table import Cell
from tochka_sync.values import abbreviations, corrections, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.shapes import Shapes


class Format(StrEnum):
    """How an event is attended."""

    OFFLINE = "offline"
    ONLINE = "online"
    MIXED = "mixed"
    REMOTE_ASYNC = "remote_async"


NAMES = {
    Format.OFFLINE: "очно",
    Format.ONLINE: "онлайн",
    Format.MIXED: "очно-дистанционно",
    Format.REMOTE_ASYNC: "заочно",
}
"""What to type for a format."""

SERVICE = (
    r"zoom(?:-?конференци\w*)?|зум[ауе]?|vk[ .-]?звонк\w+|вк[ .-]?звонк\w+|сферум[еа]?|sferum|вкс|веб-?конференци\w*|видео-?конференц(?:-?связ\w*|и\w*)"
    r"|телемост\w*|яндекс[ .]?телемост\w*|teams|skype|скайп\w*|discord|дискорд\w*|google ?meet|meet"
    r"|jazz|вебинар\w*|webinar|трансляци\w*|youtube|ютуб\w*|контур[ .]?толк|толк|прямо[йм] эфире?"
)
"""Words for a meeting on a screen."""
_OFF = r"оч(?:но|н[а-я]{2,3}|н\.)|оф+-?лайн[а-я]*|off?-?line|вживую|лично|контактн[а-я]+"
_ON = rf"[оа]н-?лайн[а-я]*|on-?line|дистан[цт][а-я]*\.?|дист(?:-[а-я]{{1,3}}|\.)?|уда?л[её]нн[а-я]+|виртуальн[а-я]+|{SERVICE}"
_ASYNC = r"заоч(?:но|н[а-я]{2,3}|н\.)?|асинхронн[а-я]+|в записи"
_MIXED = r"очно с (?:применением|использованием) дистанционных технологий|смеш[а-я]+\.?|гибридн?[а-я]*\.?|комбинирован[а-я]+|очно-заоч[а-я]*\.?"
WORDINGS = (_OFF, _ON, _ASYNC, _MIXED)
"""Expressions for the words of each format."""
_FILLER = (
    r"форма[та]?|формате?|форме|режиме?|участи[еяю]|проведени[еяю]|мероприяти[еяю]"
    r"|платформ[аеы]|vk|вк|прям[а-я]+|интернет[еа]?|сети|связи?|подключение[м]?|обучени[еяю]|работы|этап|тур"
    r"|в|на|с|и|по|через|плюс|а|также|группы"
)
_WORDS = {
    "mixed": Words(_MIXED, r"\b", r"(?!\w)"),
    "async": Words(_ASYNC, r"\b", r"(?!\w)"),
    "off": Words(_OFF, r"\b", r"(?!\w)"),
    "on": Words(_ON, r"\b", r"(?!\w)"),
}
_TOKENS = Shapes(
    {
        **_WORDS,
        "choice": Words(r"или|либо|при необходимости|по возможности", r"\b", r"\b"),
        "filler": Words(_FILLER, r"\b", r"\b"),
        "signs": r"(?:[-\s.,;:/|+&()«»\"!]|[‐-―−]{1})+",
        "unknown": r"[^\W_]+|.",
    },
    {},
)
_ROOM = Pattern(
    r"(?P<how>[^,(–]{3,40}?)\s?[,(–]\s?(?P<where>(?:(?:в|на|на базе|место:?)\s)?[«\"]?"
    r"(?:актов[а-я]+ зал[а-я]*|спорт[а-я]*|библиотек[а-я]|м[а-я]{1,2}оу|сош|школ[аеуы]|лице[йея]|гимнази[яи]|каб(?:инет)?"
    r"|ауд(?:итория)?|точк[аеи] роста|дом культуры|дк)(?![а-я]).*)",
    re.IGNORECASE,
)
"""«очно (актовый зал)», «очно, СОШ №8»: where people meet says nothing more of how."""
_SILENT = frozenset({"filler", "signs"})
_FORMS = {
    "очный": "off", "очная": "off", "очное": "off",
    "офлайн": "off", "оффлайн": "off",
    "онлайн": "on", "дистанционно": "on", "дистанционный": "on", "дистанционная": "on",
    "дистанционное": "on", "дистант": "on", "удаленно": "on", "видеоконференция": "on",
    "заочно": "async", "заочный": "async", "заочная": "async", "заочное": "async",
    "смешанный": "mixed", "смешанная": "mixed", "гибридный": "mixed", "гибридная": "mixed",
    "комбинированный": "mixed", "комбинированная": "mixed",
}  # fmt: skip
_KNOWN = tuple(_FORMS)
_MEANINGS = {
    frozenset({"off"}): Format.OFFLINE,
    frozenset({"on"}): Format.ONLINE,
    frozenset({"async"}): Format.REMOTE_ASYNC,
    frozenset({"mixed"}): Format.MIXED,
    frozenset({"off", "on"}): Format.MIXED,
    frozenset({"off", "async"}): Format.MIXED,
    frozenset({"mixed", "off", "on"}): Format.MIXED,
    frozenset({"mixed", "off", "async"}): Format.MIXED,
    frozenset({"mixed", "on"}): Format.MIXED,
    frozenset({"mixed", "off"}): Format.MIXED,
}
_CANDIDATES = {"off": Format.OFFLINE, "on": Format.ONLINE, "async": Format.REMOTE_ASYNC}


def read(cell: Cell, context: Context) -> Reading[Format]:  # noqa: ARG001 - all readers are alike
    """Read a format."""
    shown = text.clean(cell.text)
    if corrections.is_placeholder(shown):
        return placeholder(shown)
    shown, notes = corrections.unmix(shown)
    room = _ROOM.fullmatch(shown) if any(map(shown.__contains__, ",(–")) else None
    reading = _read_text(room["how"] if room else shown, notes)
    if room is None or reading.value not in {Format.OFFLINE, Format.MIXED}:
        return reading if room is None else _read_text(shown, notes)
    return reading._replace(also={Field.PLACE: room["where"].strip(" ()")})


def _read_text(shown: str, notes: tuple[Remark, ...]) -> Reading[Format]:
    kinds: set[str] = set()
    for shape, match in _TOKENS.cut(corrections.lower(shown)):
        kind = shape
        if kind == "unknown":
            word = match.group()
            fixed = corrections.nearest(word, _KNOWN)
            if fixed is not None:
                notes += corrections.changed(word, fixed, "typo_fixed")
            meant = {
                _FORMS[full] for full in ([fixed] if fixed else abbreviations.meant(word, _KNOWN))
            }
            if len(meant) != 1:
                return refuse(Code.VALUE_UNREADABLE, "unreadable")
            kind = meant.pop()
        if kind not in _SILENT:
            kinds.add(kind)
    return _judge(kinds, notes)


@lru_cache(maxsize=1 << 12)
def spot(word: str) -> Format | None:
    """Return the format a single folded word names beside a type: «онлайн», «очный»."""
    kind = next((kind for kind, words in _WORDS.items() if words.fullmatch(word)), None)
    return _MEANINGS[frozenset({kind})] if kind else None


def _judge(kinds: set[str], notes: tuple[Remark, ...]) -> Reading[Format]:
    if value := _MEANINGS.get(frozenset(kinds)):
        return Reading(value, notes)
    candidates = tuple(NAMES[value] for kind, value in _CANDIDATES.items() if kind in kinds)
    if len(candidates) > 1:
        return refuse(Code.VALUE_UNREADABLE, "ambiguous", candidates=candidates)
    return refuse(Code.VALUE_UNREADABLE, "unreadable")
