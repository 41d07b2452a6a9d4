"""Persons of history whom events are about or named after: they are nobody's contact.

Told from a teacher by first name or both initials before the surname, as one speaks of them:
«Юрий Гагарин», «А.С. Пушкина». «Пушкина А.С.» may be anybody.
"""

import re
from collections.abc import Sequence
from functools import cache

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import declension

_PERSONS = """
агния львовна барто / ада лавлейс / алан тьюринг / александр василевский / александр васильевич суворов
александр невский / александр островский / александр сергеевич грибоедов / александр сергеевич пушкин
александр трифонович твардовский / алексей елисеевич кулаковский / алексей максимович горький
альберт эйнштейн / андрей тарковский / анна андреевна ахматова / анна каренина / антон павлович чехов
антон семенович макаренко / аркадий петрович гайдар / афанасий афанасьевич фет / богдан хмельницкий
валентина владимировна терешкова / василий александрович сухомлинский / василий жуковский
василий теркин / виктор юзефович драгунский / виссарион белинский / виталий валентинович бианки
владимир владимирович маяковский / владимир иванович вернадский / владимир иванович даль
владимир ильич ленин / георгий жуков / герман титов / григорий печорин / григорий потанин
дмитрий донской / дмитрий иванович менделеев / евгений онегин / зоя космодемьянская / иван айвазовский
иван андреевич крылов / иван владимирович мичурин / иван михайлович сеченов / иван сергеевич тургенев
иван царевич / игорь васильевич курчатов / илья муромец / иннокентий вениаминов / исаак ньютон
карл гаусс / карл маркс / климент тимирязев / константин дмитриевич ушинский / константин рокоссовский
константин эдуардович циолковский / корней иванович чуковский / лев николаевич толстой
лев семенович выготский / максим кирович аммосов / марина ивановна цветаева / мария кюри
мария монтессори / михаил васильевич ломоносов / михаил илларионович кутузов / михаил михайлович пришвин
михаил тимофеевич калашников / михаил юрьевич лермонтов / модест мусоргский / никола тесла
николай вавилов / николай васильевич гоголь / николай жуковский / николай иванович лобачевский
николай иванович пирогов / николай михайлович карамзин / николай некрасов / николай островский
николай чернышевский / ньургун боотур / нюргун боотур / павел степанович нахимов / петр ильич чайковский / платон алексеевич ойунский
родион раскольников / самуил яковлевич маршак / семен данилов / сергей александрович есенин
сергей королев / софья васильевна ковалевская / стивен хокинг / федор иванович тютчев
федор михайлович достоевский / феликс дзержинский / чарльз дарвин / эдуард успенский
юрий алексеевич гагарин / юрий долгорукий / ян коменский
"""
"""Without a patronymic are those whose initials and surname many a teacher has, too."""
_LETTERS = Pattern(r"[^\W\d_]+")
_TOGETHER = Pattern(r"[^\W\d_]+(?:\.?\s*[^\W\d_]+){1,2}")
_NEAR = 80
"""In characters, how far before a name «имени» is looked for."""
_ENDING = 3
"""The most letters a case adds to the stem of a surname: «Толст-ого», «Гагарин-ым»."""
_AFTER = Pattern(
    r"(?<!\w)(?:(?:(?<!от )имени|памяти|мемориал|им\.?)((?:\s+[^\W\d_]+){0,4})(?:\s*[^\W\d_]\.\s?[^\W\d_]\.\s?и)?"
    r"|(?:ул|пер|пл|просп)\.|улиц[а-я]+|переул[а-я]+|площад[а-я]+|проспект[а-я]*)\s*$",
    re.IGNORECASE,
)


def is_at(text: str, place: int) -> bool:
    """Tell whether a place is where something's namesake is told: «имени Героя Союза …»."""
    found = _AFTER.search(text[max(place - _NEAR, 0) : place])
    between = ((found and found[1]) or "").split()
    return found is not None and not any(map(_is_surname, between))


def _is_surname(word: str) -> bool:
    return word.istitle() and declension.is_surname(word)


@cache
def _known() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return stems of surnames, and what may stand before each: a first name, or both initials."""
    apart = [person.split() for person in _PERSONS.replace("\n", "/").split("/")]
    return tuple(
        [
            (surname.rstrip("аийоь"), frozenset({first, *(first[0] + name[0] for name in father)}))
            for first, *father, surname in filter(None, apart)
        ]
    )


def find(text: str) -> list[tuple[int, int]]:
    """Return where a text speaks of persons of history, from left to right."""
    low = text.lower().replace("ё", "е")
    known = [(stem, given) for stem, given in _known() if stem in low]
    words = list(_LETTERS.finditer(low)) if known and len(low) == len(text) else []
    spans = []
    for at, word in enumerate(words):
        surname, end = word.group(), word.end()
        for stem, given in known:
            if surname.startswith(stem) and len(surname) - len(stem) <= _ENDING:
                start = _start(words[max(at - 2, 0) : at], given)
                if start is not None and _TOGETHER.fullmatch(text, start, end):
                    spans.append((start, end))
    return spans


def _start(words: Sequence[re.Match[str]], given: frozenset[str]) -> int | None:
    """Return where its bearer's other names begin, if the one or two words before a surname are these."""
    if not words:
        return None
    first, last = words[0], words[-1]
    if first is not last and first.group()[0] + last.group()[0] in given:
        return first.start()
    return last.start() if declension.forename(last.group()).lower() in given else None
