"""A title typed all in capitals, written as a sentence; acronyms and persons keep theirs."""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import eponyms, named

_CAPITALS = Pattern(r"[А-ЯЁ]{2,}")
_SMALL = Pattern(r"[а-яё]")
_SAKHA = Pattern(r"[ҕҥөһү]")
_SHOUT = 5
"""Fewer capitals may be an acronym nobody listed."""
_CYRILLIC_WORD = Pattern(r"[А-ЯЁҔҤӨҺҮ]+")
_INITIALS = Pattern(r"(?:\b\w{2,}\s)?\b(?:[А-ЯЁ]\.\s?){2}(?!\w)|\b(?:[А-ЯЁ]\.\s?){2}\w{2,}")
_SENTENCE = Pattern(r"(?:^|[.!?…]\s+|«)\W*\w")
_LISTED = (
    "ЕГЭ ОГЭ ГИА ВПР ВОВ ОВЗ ФГОС ФОП ИКТ ИЗО ОБЖ ОБЗР ПДД РДШ СОШ ООШ ТСШИ УИОП МИКС КТД НПК"
    " БПЛА РФ РС США СССР МЧС МВД ГТО ЗОЖ СМИ ИИ ЦОД ЦОС КВН ПДО РМО ШМО МБОУ НТО ДНК РНК ЭОР"
    " ВСОШ МЦК ЮИД ЮНАРМИЯ МФТИ СВФУ ЯГУ ТР IT"
)
_ACRONYMS = frozenset(_LISTED.split())


def calmed(title: str) -> str:
    """Return a title as a sentence if it is all in capitals, otherwise as it is."""
    if _SMALL.search(title) or " " not in title or _SAKHA.search(title):
        return title
    shouted = [word for word in _CAPITALS.findall(title) if word not in _ACRONYMS]
    if len("".join(shouted)) < _SHOUT:
        return title
    words = re.sub(
        r"\w+",
        lambda match: match.group() if _stays(match.group()) else match.group().lower(),
        title,
    )
    initialled = (found.span() for found in _INITIALS.finditer(title))
    for start, end in (*initialled, *named.find(title), *eponyms.find(title)):
        words = words[:start] + title[start:end].title() + words[end:]
    words = words.replace("точка роста", "Точка роста").replace("точки роста", "Точки роста")
    return _SENTENCE.sub(lambda match: match.group().upper(), words)


def _stays(word: str) -> bool:
    """Tell whether a word keeps its capitals: acronyms, «3D», Latin words."""
    return word in _ACRONYMS or _CYRILLIC_WORD.fullmatch(word) is None
