"""Persons in free text told by their words: «ведёт Мария Иванова», «учитель физики Иванова».

A first name beside a surname, or a post before one. Who has initials or a patronymic is told by
that shape, and is not looked for here. Persons of history are nobody's contact.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from tochka_sync.findings import MASK
from tochka_sync.pattern import Pattern
from tochka_sync.values.who import declension, eponyms, roles
from tochka_sync.values.who.forenames import FORENAMES

HIDDEN = MASK
"""What stands in a text for a person found before."""

_WORD = Pattern(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*|•••")
_FAMILY = (
    *(f"{base}{case}" for base in ("ов", "ев", "ёв", "ин", "ын") for case in ("", "а", "у", "ым", "ой", "ою", "е")),
    *("енко", "чук", "щук", "юк", "швили", "дзе", "ян", "овы", "евы", "овых", "евых"),
)  # fmt: skip
"""How surnames end that are hardly ever anything else; «-ский» is of places as well."""
_HERS = ("ова", "ева", "ёва", "ova", "eva")
"""Of these, what neither towns nor other words end like: «Викторина» is no surname."""
_LETTERED = (*_HERS, "ов", "ев", "ёв", "ov", "ev")
_OF_ONE = (*_LETTERED, "енко", "чук", "щук", "швили", "дзе", "ян")
"""Beside these a capitalised word is a first name, be it known or not: «Қурбонов Ўткир»."""
_NO_NAMES = (
    "основа слова голова корова готова подкова обнова королева остров покров улов посев напев припев"
    " готов здоров здорова снова краков киев ростов азов тамбов саратов псков киров серов серпухов чехов"
    " королев королёв могилев могилёв викторина родина медицина дисциплина картина вершина машина"
)
_COMMON = frozenset(_NO_NAMES.split())
"""Words and towns that end like these: «Основа А», «Ростов»."""
_ENDLESS_NAMES = (
    "ким пак цой ли хан тен тян хегай югай лим шин юн ан кан чен хван мун эм огай тигай"
    " ооржак монгуш кужугет сат ондар хертек донгак сарыглар куулар салчак ховалыг иргит соян кыргыс"
    " миллер шмидт вебер вагнер майер фишер шульц гофман штерн беккер мюллер рихтер мельник ткач кравец живаго"
)
ENDLESS = frozenset(_ENDLESS_NAMES.split())
"""Surnames that end like no Russian one, beside a first name or after a post."""
_SUSPECT = (*_FAMILY, *_LETTERED, "ский", "ская", "ской", "скую", "цкий", "цкая", "цкой")
_SHORTEST = 4
_SYLLABLE = 5
"""The most letters of a Korean first name or half of one: «Ли Мин Хо»."""
_CLOSED = tuple("бвгджзклмнпрстфхцчшщ")
_BETWEEN = frozenset({"", ",", "("})
"""What may stand between a surname and a first name, besides spaces."""
_BEHIND = frozenset({",", "(", "-", "–", "—"})
_APART = Pattern(r"[,;:()/|\n\t]|\s[-–—]\s")
_PLACES = frozenset({"г", "гор", "город", "города", "городе", "п", "пос", "поселок", "поселка", "с", "село", "села"})  # fmt: skip
_BEFORE = (
    "фио семья семьи семье семью семьей семьёй ведет ведёт проводит проводят провела провел провёл"
    " звонить звоните позвонить обращаться обращайтесь спросить замещает заменяет составил составила"
    " подготовил подготовила проверил проверила заполнил заполнила внес внёс внесла утвердил"
    " утвердила согласовал согласовала отвечает выступает выступит вместо участвует участвуют участник"
    " участники победитель победители призер призёр призеры призёры спикер автор составитель профессор"
    " доцент госпожа господин г-жа г-н отв-ный отв-ная подпись тел телефон контакт контакты справки"
    " whatsapp ватсап вотсап"
)
_SAYS = frozenset(_BEFORE.split())
"""Words before a name that are no posts: «звонить Ивановой», «семья Ивановых»."""
_OF_MANY = ("мастер", "лидер", "инженер", "программист", "оператор", "эксперт", "классн", "команд", "коллектив", "групп", "центр", "точк")  # fmt: skip
"""How posts begin that are in names of clubs, too: «Мастер Самоделкин»."""
_DUTY = 4
"""The most words between a post and a name: «учитель русского языка и литературы Иванова»."""


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def find(text: str) -> list[tuple[int, int]]:
    """Return where in a text persons are named, from left to right."""
    if not any([_may_be_name(word) for word in _WORD.findall(text.lower())]):  # noqa: C419 - in half the time
        return []
    words = [_Word(found.group(), *found.span()) for found in _WORD.finditer(text)]
    named = sorted(
        {
            *_paired(text, words),
            *_on_duty(text, words),
            *_lettered(text, words),
            *_alone(text, words),
        }
    )
    spans: list[tuple[int, int]] = []
    for at in named:
        _, start, end = words[at]
        if spans and not text[spans[-1][1] : start].strip():
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _paired(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of surnames beside a first name, or beside what was found before."""
    for at, (one, other) in enumerate(pairwise(words)):
        between = text[one.end : other.start].strip()
        if between in _BETWEEN and _is_pair(one, other) and not eponyms.is_at(text, one.start):
            yield from (at, at + 1)


def _may_be_name(low: str) -> bool:
    return (
        low.endswith(_SUSPECT) or low in FORENAMES or low in ENDLESS or low == HIDDEN or "-" in low
    )


def is_name(text: str) -> bool:
    """Tell whether a text is somebody's name and nothing else."""
    return find(text) == [(0, len(text))]


def _is_pair(one: _Word, other: _Word) -> bool:
    if HIDDEN in (one.text, other.text):
        rest = one if other.text == HIDDEN else other
        return rest.capital and (_is_last(rest.text) or is_given(rest.text))
    if not (one.capital and other.capital):
        return False
    if is_given(other.text):
        return _is_beside_given(one.text)
    closed = len(other.text) > 2 and other.text.istitle() and other.text.endswith(_CLOSED)
    return is_given(one.text) and (closed or _is_beside_given(other.text))


def _lettered(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of a surname with one initial behind it or two before: «Жаворонкова М», «М П Жаворонкова»."""
    for at, (one, other, last) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        initials = one.text + other.text
        lone = (
            len(initials) == 2
            and initials.isupper()
            and not text[one.end : last.start].strip(f" {other.text}")
        )
        if lone and last.capital and _is_family(last.text):
            yield from (at, at + 1, at + 2)
    for at, (one, other) in enumerate(pairwise(words)):
        initial = len(other.text) == 1 and other.capital and not text[one.end : other.start].strip()
        surname = one.capital and _is_uncommon(one.text, _OF_ONE, _SHORTEST)
        if initial and surname and not eponyms.is_at(text, one.start):
            yield from (at, at + 1)


def _on_duty(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of names after a post: «педагоги Иванова и Петров»."""
    for at, post in enumerate(words):
        if not _is_post(post.text):
            continue
        many = post.text.lower().startswith(_OF_MANY)
        if at and not many and _is_before(text, words[at - 1], post):
            yield at - 1
        found = False
        for place in range(at + 1, min(at + 2 + _DUTY, len(words))):
            before, word = words[place - 1], words[place]
            if not set(text[before.end : word.start]).isdisjoint(";!?\n"):
                break
            if before.text.lower() not in _PLACES and _is_one(word, many=many):
                found = True
                yield place
            elif (found and word.text != "и") or (
                word.capital and not roles.is_abbreviation(word.text)
            ):
                break


def _is_post(word: str) -> bool:
    low = word.lower()
    return low in _SAYS or roles.is_role(low)


def _is_before(text: str, word: _Word, post: _Word) -> bool:
    """Tell a name before its post: «Иванова, учитель», «(Иванова – учитель)»."""
    between = text[word.end : post.start].strip()
    named = word.text.lower() not in _COMMON and _is_one(word, many=False)
    return named and between in _BEHIND and roles.is_role(post.text)


def _is_one(word: _Word, *, many: bool) -> bool:
    """Tell a name from what a post is of: «педагоги Центров»."""
    said = word.text
    if roles.is_role(said) or roles.is_topic(said):
        return False
    if many or not word.capital:
        return _is_uncommon(said, _HERS)
    return _is_last(said) or said.lower() in FORENAMES


def _alone(text: str, words: Sequence[_Word]) -> Iterator[int]:
    """Give the places of names that nothing else stands beside, between commas or in brackets."""
    said = [at for at, word in enumerate(words) if word.text != HIDDEN]
    pieces: list[list[int]] = []
    for at in said:
        word = words[at]
        before = text[words[at - 1].end if at else 0 : word.start]
        if word.text == "и":
            pieces.append([])
        elif roles.is_abbreviation(word.text):  # «СОШ №8 Иванова»
            continue
        elif pieces and (len(word.text) == 1 or not _APART.search(before)):
            pieces[-1].append(at)
        else:
            pieces.append([at])
    lone = all(len(piece) <= 1 for piece in pieces)
    alone: list[list[int]] = []
    others: list[list[int]] = []
    for piece in pieces:
        said_alone = _is_alone([words[at] for at in piece], lone=lone)
        (alone if said_alone else others).append(piece)
    yield from chain.from_iterable(alone)
    singles = [piece[0] for piece in others if len(piece) == 1 and words[piece[0]].capital]
    if len(alone) > 1:  # a list of names: «Сидорова, Попова, Лыткина»
        yield from [at for at in singles if _is_beside_given(words[at].text)]
    elif alone or len(singles) > 1:  # «Никитина, Ильина»
        family = [words[at].text for at in singles if _is_last(words[at].text)]
        yield from (
            singles
            if len(family) == len(singles) and _COMMON.isdisjoint(map(str.lower, family))
            else ()
        )


def _is_alone(words: Sequence[_Word], *, lone: bool) -> bool:
    match [word.text for word in words]:
        case [one, *others] if one.istitle() and one.lower() in ENDLESS and 0 < len(others) < 3:
            return all(other.istitle() and len(other) <= _SYLLABLE for other in others)
        case [one]:
            return _is_uncommon(one, _LETTERED if lone and words[0].capital else _HERS)
        case [one, other] if words[0].capital and other.istitle() and len(other) > 1:
            return _is_uncommon(one, _OF_ONE)
        case [one, other]:
            return (_is_uncommon(one, _HERS) and other in FORENAMES) or (
                one in FORENAMES and _is_uncommon(other, _HERS)
            )
        case [one, *letters] if len(letters) == 2 and max(map(len, letters)) == 1:
            return _is_family(one)
        case _:
            return False


def _is_family(word: str) -> bool:
    return len(word) >= _SHORTEST and word.lower().endswith(_FAMILY)


def _is_last(word: str) -> bool:
    return _is_family(word) or word.lower() in ENDLESS


def _is_beside_given(word: str) -> bool:
    """Tell a last name where a first name stands beside it: «Заболотский», «Черных» alone may be anything."""
    return _is_last(word) or any(
        declension.is_surname(declension.surname(part)) for part in word.split("-")
    )


def _is_uncommon(word: str, endings: tuple[str, ...], least: int = _SHORTEST + 1) -> bool:
    low = word.lower()
    return len(low) >= least and low.endswith(endings) and low not in _COMMON


def is_given(word: str) -> bool:
    """Tell a first name, in whatever case."""
    first = word.lower().partition("-")[0]
    return first in FORENAMES or declension.forename(first) != first
