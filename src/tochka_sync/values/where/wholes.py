"""Wordings that speak of schools without naming them: «все школы района», «12 ОО»."""

import re
from functools import partial
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values import numerals, text
from tochka_sync.values.months import MONTH
from tochka_sync.values.what.counts import Participants, Qualifier
from tochka_sync.values.where import vocabulary
from tochka_sync.values.where.gazetteer import WORDS, Gazetteer

_NOUN = (
    r"(?:оо|оу|общеобр\w*\.? ?(?:организаци|учреждени)\w+|образоват\w+ (?:организаци|учреждени)\w+"
    r"|(?:организаци|учреждени)[йям]\w*|школ(?:ам|ами|ах)?)"
)
_DISTRICT = r"(?: (?:[^\W\d]++(?: ?- ?| ))?(?>[^\W\d]+(?:ск|цк)\w++))?(?: муниципальн\w+)?(?: (?:района|улуса|округа|р-на))?"
_PLURAL = r"(?:школы|оо|оу|(?:обще)?образовательные (?:организации|учреждения)|организации)"
_KIND = r"гимнази\w+|лице\w+|сош|оош|нош|[\w-]*интернат\w*"
_ALL = Pattern(
    rf"(?:(?:для )?все[хм]?и?|бары) (?:(?:обще)?образовательн\w+ )?(?:школ\w*|оскуола\w*|оо|оу|организаци\w*|учреждени\w*)"
    rf"(?P<district>{_DISTRICT})"
)
_ALL_OF = Pattern(
    rf"(?:все[хм]?и?|обе(?:их|им|ими)?|оба|обоих)(?: \d)? (?P<kind>{_KIND})(?:{_DISTRICT})"
)
_ALL_IN = Pattern(
    rf"(?:все[хм]?и?|(?P<two>об[еа](?:их|им|ими)?))(?: \d)? (?P<before>[\w-]+(?:ск|цк)\w+ )?"
    rf"(?:(?P<kind>{_KIND})|школ\w*|оо|оу)(?P<town> .+)?"
)
_SOME = Pattern(
    rf"(?:{_PLURAL}|гимназии|лицеи|сош|оош|нош|(?:школы-)?интернаты)(?P<district>{_DISTRICT})"
)
_NOBODY = Pattern(
    r"(?:(?:другие|иные|остальные) (?:школы|оо|оу) )?не (?:участв\w+|планиру\w+|предусмотрен\w*|привлека\w+)"
    r"|нет (?:участников|партнеров|школ-участниц|других школ)"
    r"|без (?:участия|привлечения) (?:(?:других|иных) )?(?:школ|оо|оу)"
    r"|(?:только )?(?:наша|своя|моя) (?:школа|оо)|(?:только )?(?:наше|свое) оу|(?:в|внутри) (?:нашей |своей )?(?:школы|школе|оо|оу)"
    r"|(?:все )?желающие(?: школы| оо| оу)?|приглашенные (?:школы|оо|оу)|по (?:желанию|заявкам|приглашению|приглашениям)"
)
"""What stands for an empty cell in columns of schools only."""
_OTHERS = Pattern(
    rf"[,;]?\s{{0,3}}(?:…|\.{{3}})$|[,;]?\s{{0,3}}\b(?:и|а также)[\s.]{{1,3}}(?:(?:др|пр)\.?|т\.?\s?[дп]\.?|други[ех]|прочи[ех]|остальны[ех])"
    rf"(?:\s(?:{_NOUN}|школы))?{_DISTRICT}\.?$",
    re.IGNORECASE,
)
_OF_OTHERS = ("др", "пр", "остал", "т.", "т д", "т п", "тд", "тп", "...", "…")
"""One of these is in all of that: every cell of schools is asked."""
_IN_BRACKETS = Pattern(r"(все[^()\d]*)\((?:всего )?(?P<n>[1-9]\d{0,2})\)\.?", re.IGNORECASE)
_WHOLLY = ("все", "обе", "оба", "бары")
_WHOLE_KINDS = Pattern(
    r"\b(?:все|всех|обе|обеих|оба|обоих)\s(?P<kind>гимнази[ийя][а-я]*|лице[ийя][а-я]*|школы-интернаты)",
    re.IGNORECASE,
)
_PIECES = Pattern(r"[,;\n]|\sи\s", re.IGNORECASE)
_ALL_BESIDE = Pattern(
    r"(?:[,;\n]|\sи)\s*все[хм]?\s*$|^\s*все[хм]?\s*[,;\n](?!\s*(?:кроме|за исключением)\s)"
)
_BUT = Pattern(r",? ?\(?(?:кроме|за исключением) ")
_ALL_OF_THEM = Pattern(r"\b(?=(?:гимназий|лицеев|школ-интернатов)\b)")
"""Before what is all of a kind: «кроме гимназий»."""
_QUALIFIERS = {
    "около": Qualifier.ABOUT, "примерно": Qualifier.ABOUT, "порядка": Qualifier.ABOUT,
    "более": Qualifier.MORE, "больше": Qualifier.MORE, "свыше": Qualifier.MORE,
    "не менее": Qualifier.AT_LEAST, "до": Qualifier.AT_MOST, "не более": Qualifier.AT_MOST,
    "менее": Qualifier.LESS,
}  # fmt: skip
_COUNT = rf"(?P<how>{'|'.join(sorted(_QUALIFIERS, key=len, reverse=True))}|всего|итого|из)? ?(?P<n>[1-9]\d{{0,3}})(?:-?(?:ти|и|х|ми))? {_NOUN}\b{_DISTRICT}"
_ONLY = Pattern(rf"{_COUNT}\.?")
_BEFORE = Pattern(rf"(?:{_COUNT}|(?P<m>[1-9]\d?) школ[аы]?) ?[:(–—-]")
_AFTER = Pattern(rf"[(,;–—-] ?(?:{_COUNT}|(?:всего|итого):? (?P<m>[1-9]\d?)(?: школ[аы]?)?)\)?\.?$")
_INSIDE = Pattern(rf"(?<![№\d.,/])(?<!№ )\b{_COUNT}", re.IGNORECASE)
_PRIMARY = Pattern(r"(?:учител\w+ )?начальн\w+ класс\w*|начальн\w+ классы", re.IGNORECASE)
_EITHER = Pattern(
    r"\d*(?<!1)[2-4] (?:школы|гимназии|лицея)|(?:[1-9]\d?) (?:сош|оош|нош)|(?:\d*(?<!1)1) школа"
)
_PEOPLE = Pattern(
    r"(?<![№\d.,/])(?<!№ )\b(?P<from>\d{1,4})(?:(?P<dash>\s*+[-–—]\s*+)(?P<to>\d{1,4}))?\s*+"
    r"(?:(?:[-–—]\s?)?(?:[а-я]|ы[хе]|ой|го|ти|ми)\b)?\s*+(?:молод\w+ )?"
    r"(?:(?:уч|обуч?)-(?:ся|щи[ех]ся)|(?:уч|пед|обуч)(?:\.|\b)|педагог|учител|учащ|обучающ|учени[кц]|команд|участни|чел(?:\.|ов|\b)|класс|кл(?:\.|\b)|детей"
    r"|дошкольник|школьник|час(?:а|ов|у)?\b|ч\b|мин\b|мест[оаеу]\b|этаж|четверт|тур(?:[аеы]|ов)?\b|поток|смен[аеуы]\b"
    r"|балл|каб(?:\.|\b|инет)|мальчик|девоч|юнош|девуш|этап)\w*\.?",
    re.IGNORECASE,
)
_DATED = Pattern(
    rf"\d\s*(?:{MONTH}|(?:янв|февр?|апр|авг|сент?|окт|нояб?|дек)(?![а-я]))|\d:\d", re.IGNORECASE
)
_GRADES = Pattern(
    r"\d\s*+(?:,|;|\bи\b)\s*+\d+\s*+(?:[-–—]\s*+\d+\s*+)?(?:-?[а-я]{1,2}\b\.?)?\s*+(?:класс|кл(?:\.|\b))",
    re.IGNORECASE,
)
_EACH = Pattern(r"\bпо\s\d{1,3}\s?(?:чел\w*\.?\s)?(?=(?:от|с|из)\b)", re.IGNORECASE)
"""«по 2 от школы», «по 10 с каждой школы»."""
_EACH_ALONE = Pattern(r"(?<!\d\s)\bпо\s\d{1,3}(?=\s*(?:[),.;]|$))", re.IGNORECASE)
"""«СОШ №4, 5 (по 2)»: two of each, and no school, and no end of a range."""
_ADDRESS = Pattern(
    r"[,(]?\s*\b(?:ул|улица|пер|переулок|просп|проспект|мкр|микрорайон)\b\.?\s?[^,;:()\d\n]{2,40}"
    r"(?:,?\s*(?:д(?:ом)?\b\.?\s*)?\d{1,3}[а-я]?\b)?\)?",
    re.IGNORECASE,
)
_FROM = Pattern(
    r"(?<![№\d.,/])(?<!№ )\b\d{1,3}\s(?=(?:из|от)\s(?:м[бк]?оу|[сон]ош|школ|гимн|лице|интернат|№))",
    re.IGNORECASE,
)
"""«3 из СОШ №1»."""
_CENTRES = Pattern(
    rf"(?:все )?(?:(?:центры|школы)(?: с)? )?(?:[«\"]?точ[а-я]+ роста[»\"]?|тр)(?:{_DISTRICT})|все центры(?:{_DISTRICT})"
)
_FORMER = Pattern(
    r"(?<=\S)\s*[,;(]?\s*\b(?:бывш[а-я]*\.?|ранее|прежде)\s[^()\n,;]+\)?", re.IGNORECASE
)
"""What a school was called: it is named by what it is called now."""
_TELEPHONE = Pattern(
    r"(?<=\S)(?<!^[78])(?<!^\+7)\s*[,;(]?\s*(?:(?:тел|моб|сот)[а-я]{0,12}\.?:?\s*[+(]?\d[\d()\s-]{3,15}\d"
    r"|(?:\+7|\b8)[\s-]?\(?\d{3,5}\)?[\s-]?\d{1,3}[\s-]?\d\d[\s-]?\d\d(?!\d))\)?",
    re.IGNORECASE,
)
"""Not behind a figure that may be a part of it: «+7 8 914 123-45-67»."""
_DIGIT = Pattern(r"\d")
_ROOM = Pattern(
    r"(?:[,(]\s*|(?<!\s)\s+)?\b(?:каб(?:инет\w*|\.)?|ауд(?:итори\w+|\.)?|корп(?:ус|\.)?)\s*+№?\s*+\d+[а-я]?\b\)?"
    r"|[,(]?\s*(?<![№\d])(?<!№\s)\b\d(?:\s?(?:,|и|-)\s?\d){0,3}(?:-?(?:й|ой|ый|м|ом|го|ого))?\s?(?:корпус[а-я]{0,2}|корп\.?)(?!\w)\)?",
    re.IGNORECASE,
)

_CALLS = ("тел", "моб", "сот", "+7", "8(", "8 (", "8-", "89", "8 9")
_STREETS = ("ул.", "ул ", "улица", "пер.", "переул", "просп", "мкр", "микрорайон")

# Looked for before an expression is tried: a cell of names has none of them.
_COUNTING = Pattern(
    r"\d(?:-?(?:ти|и|х|ми))? (?:о[оу]|общеобр|образоват|организаци|учреждени|школ)|всего|итого"
)
_COUNTED = ("школ", "оо", "оу", "общеобр", "образоват", "организаци", "учрежден")
_ENDS = frozenset({"на", "са", "га", "-н"})
"""Of «района», «улуса», «округа», «р-н»."""
_COUNTABLE = Pattern(
    "ч|кл|пед|команд|детей|школьник|мин|мест|этаж|тур|поток|смен|балл|каб|мальчик|девоч|юнош|девуш"
)


class Everyone(NamedTuple):
    """All schools, or all of a kind or a settlement, but for those named in `but`."""

    kind: str | None = None
    but: str | None = None
    district: str | None = None
    town: str | None = None
    two: bool = False
    """Whether they are said to be two: «обе школы»."""


def taken_out(shown: str) -> tuple[str, tuple[Everyone, ...]]:
    """Take «обе гимназии», «все школы района» out of a list; return them beside the rest."""
    low = shown.lower()
    if not any([word in low for word in _WHOLLY]):  # noqa: C419 - in half the time
        return shown, ()
    found: list[Everyone] = []
    pieces = [] if _BUT.search(low) else [each for each in _PIECES.split(shown) if each.strip()]
    if len(pieces) > 1:
        rest = []
        for piece in pieces:
            whole = everyone(text.fold(piece))
            if whole is None or not vocabulary.WORDS.keys() >= set((whole.district or "").split()):
                rest.append(piece)
            else:
                found.append(whole)
        shown = ", ".join(rest) if found else shown
    found += [Everyone(match["kind"]) for match in _WHOLE_KINDS.finditer(shown)]
    return _WHOLE_KINDS.sub(" ", shown), tuple(found)


def all_beside(folded: str) -> bool:
    """Tell whether a bare «все» stands in a list: all schools, or all of the school before it."""
    return _ALL_BESIDE.search(folded) is not None


def is_here(district: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a district's name is that of one of its settlements, or is not said."""
    words = [word for word in district.split() if word not in vocabulary.WORDS]
    return all(gazetteer.find((word,), 0) or word.startswith("муниципальн") for word in words)


def everyone(folded: str) -> Everyone | None:
    """Read «все школы района, кроме СОШ №8» and «обе гимназии»."""
    if not folded.startswith(("все", "об", "для", "бары")):
        return None
    whole, *rest = _BUT.split(folded.strip(" .;!"), maxsplit=1)
    but = _ALL_OF_THEM.sub("все ", rest[0].rstrip(")")) if rest else None
    if whole in {"все", "всех"}:
        return Everyone(but=but)
    if match := _ALL.fullmatch(whole):
        return Everyone(but=but, district=match["district"].strip() or None)
    if match := _ALL_OF.fullmatch(whole):
        return Everyone(match["kind"], but)
    if (match := _ALL_IN.fullmatch(whole)) and bool(match["before"]) != bool(match["town"]):
        town = match["before"] or match["town"]
        return Everyone(match["kind"], but, town=town, two=bool(match["two"]))
    return None


def all_or_some(folded: str) -> bool:
    """Tell whether schools of the district are meant, and not whether all: «школы района»."""
    whole = folded.strip(" .")
    if "роста" in whole or whole.endswith(" тр") or whole.startswith("все центры"):
        return _CENTRES.fullmatch(whole) is not None and whole.startswith(
            ("все ", "центры", "школы")
        )
    match = _SOME.fullmatch(whole) if folded[-2:] in _ENDS else None
    return match is not None and bool(match["district"])


def names_nobody(folded: str) -> bool:
    """Tell whether a cell says that no school is named: «не участвовали», «наша школа»."""
    return _NOBODY.fullmatch(folded.strip(" .!«»\"'")) is not None


def without_others(shown: str) -> tuple[str, bool]:
    """Take «и др.», «и другие школы района» off the end of a list."""
    low = shown.lower()
    if not any([sign in low for sign in _OF_OTHERS]):  # noqa: C419 - in half the time
        return shown, False
    match = _OTHERS.search(shown.strip())
    before = match and shown.strip()[: match.start()]
    return (before, True) if before else (shown, False)


def counted(folded: str) -> Participants | None:
    """Read a cell that only counts schools: «около 12 ОО», «10 школ района», «пять школ»."""
    number, _, rest = folded.partition(" ")
    if rest.startswith(_COUNTED) and (said := numerals.cardinal(number)):
        folded = f"{said} {rest}"
    match = _ONLY.fullmatch(folded) if _COUNTING.search(folded) else None
    return _participants(match) if match else None


def set_apart(shown: str) -> tuple[str, Participants | None]:
    """Take a count off a list of names: «12 ОО: СОШ №1, …», «… (всего 12 ОО)», «… из 12 ОО»."""
    low = shown.lower()
    if low.startswith("все") and (match := _IN_BRACKETS.fullmatch(low.strip())):
        return match[1].rstrip(), Participants(organisations=int(match["n"]))
    if not _COUNTING.search(low):
        return shown, None
    counts = list(_INSIDE.finditer(low))
    if len(counts) > 1:  # «5 ОУ, 6 ОУ» are numbers
        return shown, None
    if match := _BEFORE.match(low):
        return shown[match.end() :].rstrip(") "), _participants(match)
    if match := _AFTER.search(low):
        return shown[: match.start()], _participants(match)
    if counts:
        start, end = counts[0].span()
        return f"{shown[:start]}, {shown[end:]}", _participants(counts[0])
    return shown, None


def number_or_count(folded: str) -> int | None:
    """Return the number of «2 школы», which may be №2 or two schools."""
    return int(folded.split(maxsplit=1)[0]) if _EITHER.fullmatch(folded) else None


def without_people(shown: str, gazetteer: Gazetteer | None = None) -> str:
    """Take off numbers that count people, classes or rooms, and what a school was called before."""
    if "бывш" in shown or "ранее" in shown or "прежде" in shown:
        shown = _FORMER.sub(" ", shown)
    low = shown.lower()
    if any([call in low for call in _CALLS]):  # noqa: C419 - in half the time
        shown = _TELEPHONE.sub(" ", shown)
    shown = _uncounted(shown, gazetteer)
    low = shown.lower()
    return _ROOM.sub(" ", shown) if any(room in low for room in ("каб", "ауд", "корп")) else shown


def counts_people(shown: str) -> bool:
    """Tell whether any number counts people or classes: of the others hardly one is a school's."""
    return _uncounted(shown) != shown


def _uncounted(shown: str, gazetteer: Gazetteer | None = None) -> str:
    low = shown.lower()
    if "начальн" in low:
        shown = _PRIMARY.sub(" ", shown)
    if not _DIGIT.search(shown):
        return shown
    if "по " in low:
        shown = _EACH_ALONE.sub(" ", _EACH.sub(" ", shown))
    if any([street in low for street in _STREETS]):  # noqa: C419 - in half the time
        shown = _ADDRESS.sub(partial(_without_address, gazetteer), shown)
    if " из " in low or " от " in low:
        shown = _FROM.sub(" ", shown)
    return _PEOPLE.sub(_counted_off, shown) if _COUNTABLE.search(low) else shown


def _without_address(gazetteer: Gazetteer | None, match: re.Match[str]) -> str:
    """Drop a street; a «микрорайон» may be a settlement of the registry."""
    words = WORDS.findall(text.fold(match.group()))
    return match.group() if gazetteer and gazetteer.find(words, 0) else ", "


def doubt(shown: str) -> str | None:
    """Tell whether numbers beside a month or before «классы» make the whole unsafe to read."""
    if _DATED.search(shown):
        return "not_a_number"
    return "number_or_grade" if "кл" in shown.lower() and _GRADES.search(shown) else None


def _counted_off(match: re.Match[str]) -> str:
    """Drop a count; of «8 - 5 человек» the first number is a school's."""
    apart = match["dash"] and match["dash"].strip() != match["dash"]
    grades = "кл" in match.group().lower()
    if match["to"] and (int(match["to"]) <= int(match["from"]) or (apart and not grades)):
        return match["from"] + " "
    return " "


def _participants(match: re.Match[str]) -> Participants:
    return Participants(
        organisations=int(match["n"] or match.groupdict().get("m") or 0),
        qualifier=_QUALIFIERS.get(match["how"] or ""),
    )
