"""Telephone numbers.

Accepts Russian numbers however they are spaced, local ones without the area code, and foreign
ones after a plus; several per cell, with words, names, extensions and e-mails beside them.
Refuses a number with a digit too few or too many, and one that Excel rounded.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, Unclear, placeholder, refuse
from tochka_sync.values.who import emails

_TEMPLATE = Pattern(r"(?=.*_)[+78\s()_\-.]*")
_NONE = Pattern(
    r"(?:(?:моб|дом|раб|тел)[^\W\d]*+\.?\s*+:?\s*+)+(?:-|нет)?|(?:тел\w*\s+)?нет(?:\s+тел\w*)?"
    r"|не\s+имеется|отсутствует|без\s+телефона|не\s+предоставлен\w*|\+?[78]",
    re.IGNORECASE,
)
_SCIENTIFIC = Pattern(r"\d(?:[.,]\d+)?\s*[eеEЕ]\s*\+?\s*\d{1,2}")
_WHOLE_FLOAT = Pattern(r"(\d{5,15})[.,]0{1,2}")
_STRAY_LETTER = Pattern(r"(?<![^\W\d_])[OoОоlIЗз](?=[\s()\-.]*\d)|(?<=\d)[OoОоlIЗз](?![^\W\d_])")

_EMAIL = Pattern(r"(?<![^\s,;<>()])(?:mailto:)?[^\s,;<>()]*@[^\s,;<>()]+")
_EXTENSION = Pattern(
    r"(?<![,(\s])[,(\s]*(?:доб(?:ав(?:очный|\.)?|\.)?|вн(?:утр(?:енний|\.)?|\.)?|ext\.?|#)\s*:?\s*(?:№\s*)?(\d{1,6})(?!\d)\)?",
    re.IGNORECASE,
)
_ASIDE = Pattern(  # digits that are no number: hours, rooms, schools, «2 номера»
    r"(?<!\w)(?:с|до|после|в|к)\s+\d{1,2}(?:[:.\-]\d\d)?(?:\s*(?:до|по|-|–)\s*\d{1,2}(?:[:.\-]\d\d)?)?(?![\d-])(?:\s*(?:ч(?:ас\w*)?\b\.?))?"
    r"|\d{1,2}:\d\d(?:\s*[-–]\s*\d{1,2}:\d\d)?"
    r"|(?:№|(?<!\w)каб(?:инет)?\.?|ком(?:ната)?\.?)\s*\d{1,3}(?![\d-])",
    re.IGNORECASE,
)
_NUMBERING = Pattern(r"(?:^|(?<=[;\s]))\d[.)]\s+(?=[+\d(])")
_DIGIT = Pattern(r"\d")
_NO_DIGIT = Pattern(r"\D")
_LETTER = Pattern(r"[^\W\d_]")
_BRACKET = Pattern(r"\((?>(?:(?![()])[\W\d_])*)[^\W\d_][^()]*+\)")
_RUN = Pattern(r"[^\d+()]+")
_WORD = Pattern(r"[^\W\d_]+(?:[.-][^\W\d_]+)*\.?:?")
_LABEL = Pattern(
    r"(?:контактн\w*|ф|номер\w*|тел(?:еф\w*|ефон\w*)?|т|моб\w*|сот\w*|раб\w*|дом\w*|служ\w*|факс\w*|город\w*|гор|личн\w*"
    r"|whats\s?app|wa|viber|telegram|tg|mob|tel|phone|fax"
    r"|в[ао][тц]+[сц]?ап\w*|вайбер\w*|телеграм\w*|и|или|а также|код|max|макс|рф|россия)[.:]*",
    re.IGNORECASE,
)
_BREAK = Pattern(r"[,;/\\|\n]+|(?<=\d)(?=\+)|(?<!\w)(?:и|или)(?!\w)", re.IGNORECASE)
_EDGE = " .:-*=`'\"«»“”„"
_DATE = Pattern(r"[0-3]?\d\.[01]?\d\.(?:20)?[0-4]\d|(?:[1-9]|1[0-2])[-.](?:19|20)\d\d")
_SPELT = Pattern(r"\+?[\d\s().\-]+")
_LONG_DISTANCE = Pattern(r"(?:810|00)([1-9]\d{9,13})")
_DASHES = Pattern(rf"[{text.DASH}~]|(?<=[\d)])_+(?=[\d(])")
_SIGN = Pattern(r"№\s*(?=\+?(?:[78][\s(.\-]*)?9\d\d(?:[\s().\-]*\d){7}(?!\d))")
"""Before a mobile number it is not of a room or a school."""
_CUT = Pattern(r"(?<!\d)(\+?[78])([,;/|]) ?(\d{3})\2 ?(\d{3})\2 ?(\d\d)\2 ?(\d\d)(?!\d)")
"""One number with commas for its spaces: «8,914,123,45,67»."""
_CARRIER = "9[0-24-9][0-9]"
_MOBILE = Pattern(rf"\+7{_CARRIER}[0-9]{{7}}")
"""Mobile numbers that are valid whatever follows, so that the library need not be loaded to say so."""
_PLAIN = Pattern(
    rf"(?:\+7|[78])[ -]?(\()?({_CARRIER})(?(1)\))[ -]?([0-9]{{3}})[ -]?([0-9]{{2}})[ -]?([0-9]{{2}})"
)
"""A mobile number with nothing beside it, as nearly all are typed: it is read one way only."""


class _Found:
    """What one cell holds, gathered while it is read."""

    def __init__(self) -> None:
        self.numbers: list[str] = []
        self.notes: list[Remark] = []
        self.area: str | None = None
        """The area code of the last full landline number in the cell, after its +7."""

    def note(self, reason: str, **facts: object) -> None:
        remark = Remark(reason, facts=facts)
        if remark not in self.notes:
            self.notes.append(remark)


def read(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read telephone numbers, as E.164; e-mails beside them go to `also`."""
    if not isinstance(cell.value, str | int | float | None) or isinstance(cell.value, bool):
        return refuse(Code.PHONE_INVALID, "unreadable")
    shown = text.clean(cell.text.replace("\n", ";"))
    if plain := _PLAIN.fullmatch(shown):
        return Reading(("+7" + "".join(plain.group(2, 3, 4, 5)),))
    return _read_anyhow(cell, shown, context)


def _read_anyhow(cell: Cell, shown: str, context: Context) -> Reading[tuple[str, ...]]:
    if _TEMPLATE.fullmatch(shown) or _NONE.fullmatch(shown) or text.is_placeholder(shown):
        return placeholder(shown)
    reading = _read_text(shown, context)
    if reading.problem is None or not isinstance(cell.value, int | float):
        return reading
    return _read_number(cell.value, reading, context)


def _read_number(
    value: float, refused: Reading[tuple[str, ...]], context: Context
) -> Reading[tuple[str, ...]]:
    """Read the number behind a text that cannot be read, if it says more than the text does."""
    rounded = refused.problem is not None and refused.problem.facts.get("rounded")
    if not float(value).is_integer() or value <= 0 or value == rounded:
        return refused
    reading = _read_text(str(int(value)), context)
    return refused if reading.problem is not None else reading


def _read_text(shown: str, context: Context) -> Reading[tuple[str, ...]]:
    if _SCIENTIFIC.fullmatch(shown):
        mantissa, _, exponent = re.sub(r"\s", "", shown).translate(_LATIN_E).partition("E")
        rounded = float(f"{mantissa}e{exponent}")
        return refuse(Code.PHONE_INVALID, "excel_scientific", rounded=rounded)
    whole = _WHOLE_FLOAT.fullmatch(shown)
    shown = whole[1] if whole else shown
    mended = text.digits(shown) if _STRAY_LETTER.search(shown) else shown
    reading = _read_mended(mended, context)
    if mended == shown or reading.problem is not None:
        return reading
    fixed = Remark("lookalike_fixed", Code.TEXT_CORRECTED, {"old": shown, "new": mended})
    return Reading(reading.value, (*reading.notes, fixed), also=reading.also)


_LATIN_E = str.maketrans({"e": "E", "е": "E", "Е": "E", ",": "."})


def _read_mended(shown: str, context: Context) -> Reading[tuple[str, ...]]:
    found = _Found()
    addresses = _EMAIL.findall(shown)
    bare = _CUT.sub(r"\1 \3 \4 \5 \6", _SIGN.sub(" ", _EMAIL.sub(" ", shown)))
    rest = _take_words(_DASHES.sub("-", bare), found)
    if _DIGIT.search(rest) is None:
        return refuse(Code.PHONE_INVALID, _why(shown))
    try:
        _read_pieces(rest, found, context)
    except Unclear as refused:
        reason = refused.reason if refused.candidates or refused.reason == "bad_code" else None
        return refuse(Code.PHONE_INVALID, reason or _why(shown), candidates=refused.candidates)
    also = {}
    if addresses:
        beside = emails.read(Cell("; ".join(addresses)), context)
        if beside.problem is not None:
            found.notes.append(beside.problem)
        else:
            also = {Field.EMAILS: beside.value}
    return Reading(tuple(dict.fromkeys(found.numbers)), tuple(found.notes), also=also)


def _why(shown: str) -> str:
    """Tell a misspelt number from something that never was one."""
    bare = _WORD.sub(lambda word: "" if _LABEL.fullmatch(word[0]) else word[0], shown)
    digits = sum(character.isdigit() for character in bare)
    words = re.search(r"[^\W\d_]{2,}", bare)
    plain = digits >= 3 and not words and not _DATE.fullmatch(bare.strip())
    return "bad_length" if plain or re.search(r"(?:\d[\s()-]*){9,}", bare) else "unreadable"


def _take_words(shown: str, found: _Found) -> str:
    """Return the text with only digits and what separates them; words become notes or breaks."""
    for extension in _EXTENSION.finditer(shown):
        found.note("extension", value=extension[1])
    shown = _EXTENSION.sub(" ; ", shown)
    shown = _NUMBERING.sub(" ; ", shown)
    shown = _BRACKET.sub(lambda match: _take_bracket(match[0], found), shown)
    shown = _ASIDE.sub(lambda match: _keep(match[0], found), shown)
    pieces, end = [], 0
    for run in filter(_has_letter, _RUN.finditer(shown)):
        pieces.append(shown[end : run.start()])
        words = [word for word in _WORD.findall(run[0]) if not _LABEL.fullmatch(word)]
        if words:
            found.note("caption", value=run[0].strip(" ,;:-–.()") or run[0].strip())
        pieces.append(";")
        end = run.end()
    return "".join(pieces) + shown[end:]


def _has_letter(run: re.Match[str]) -> bool:
    return _LETTER.search(run[0]) is not None


def _take_bracket(bracket: str, found: _Found) -> str:
    """Keep a remark in brackets; a number in brackets with its label stays a number."""
    if sum(character.isdigit() for character in bracket) >= 5:
        return ";" + bracket[1:-1] + ";"
    return _keep(bracket[1:-1].strip(), found)


def _keep(words: str, found: _Found) -> str:
    if any(not _LABEL.fullmatch(word) for word in _WORD.findall(words)):
        found.note("caption", value=words)
    return ";"


def _read_pieces(rest: str, found: _Found, context: Context) -> None:
    pieces = [piece.strip(_EDGE) for piece in _BREAK.split(rest)]
    pieces = [piece for piece in pieces if piece.strip("()")]
    for piece in pieces:
        _read_piece(_balanced(piece), found, context)


def _balanced(piece: str) -> str:
    """Return a piece without its brackets, if one of a pair is missing: «(89141234567»."""
    even = piece.count("(") == piece.count(")")
    return piece if even else piece.replace("(", " ").replace(")", " ").strip()


def _read_piece(piece: str, found: _Found, context: Context) -> None:
    """Read a run of digits as one number or, where spaces allow just one way, as several."""
    whole = _read_one(piece, found.area, context)
    ways = [whole] if whole else []
    tokens = piece.split()
    if 1 < len(tokens) <= 12 and (not whole or re.fullmatch(r"\d{5} \d{5}", piece)):
        ways.extend(_split(tokens, found.area, context))
    if whole and len(ways) > 1 and tokens[0] == context.area_code:
        ways = [whole]
    if not ways:
        raise Unclear("bad_code" if _is_long_enough(piece) else "bad_length")
    if len(ways) > 1:
        raise Unclear("ambiguous", *(", ".join(number.e164 for number in way) for way in ways))
    for number in ways[0]:
        found.numbers.append(number.e164)
        found.area = number.area or found.area
        if number.note:
            found.note(number.note)


class _Number(NamedTuple):
    e164: str
    note: str | None = None
    area: str | None = None


def _split(tokens: list[str], area: str | None, context: Context) -> Iterator[list[_Number]]:
    """Yield every way to cut the tokens into two or more numbers."""
    stack: list[tuple[int, list[_Number]]] = [(0, [])]
    while stack:
        start, numbers = stack.pop()
        if start == len(tokens):
            if len(numbers) > 1:
                yield numbers
            continue
        for end in range(start + 1, len(tokens) + 1):
            joined = " ".join(tokens[start:end])
            if sum(character.isdigit() for character in joined) > 15:
                break
            # A local number is too short to be trusted across a space.
            one = _read_one(joined, area, context)
            if one and (end == start + 1 or one[0].note != "area_code_inferred"):
                stack.append((end, numbers + one))


def _is_long_enough(piece: str) -> bool:
    digits = _NO_DIGIT.sub("", piece)
    return len(digits) == 11 and digits[0] in "78"


def _read_one(piece: str, area: str | None, context: Context) -> list[_Number] | None:
    """Read one number with nothing else; None where it is not exactly one."""
    if not _SPELT.fullmatch(piece) or piece.count("(") != piece.count(")"):
        return None
    digits = _NO_DIGIT.sub("", piece)
    if len(digits) == 10 - len(context.area_code):
        return _read_local(piece, digits, area, context)
    if re.search(r"\.\d$", piece) or not 10 <= len(digits) <= 15:
        return None
    for e164, note in _national(digits, plus=piece.startswith("+")):
        if _is_valid(e164):
            landline = e164[2 : 2 + len(context.area_code)] if e164.startswith("+7") else None
            return [_Number(e164, note, None if landline and landline[0] == "9" else landline)]
    return None


def _read_local(
    piece: str, digits: str, area: str | None, context: Context
) -> list[_Number] | None:
    if piece.startswith("+") or digits[0] in "018" or _DATE.fullmatch(piece):
        return None
    if area is not None and area != context.area_code:
        raise Unclear("ambiguous", f"+7{area}{digits}", f"+7{context.area_code}{digits}")
    e164 = f"+7{context.area_code}{digits}"
    return [_Number(e164, "area_code_inferred", context.area_code)] if _is_valid(e164) else None


def _national(digits: str, *, plus: bool) -> Iterator[tuple[str, str | None]]:
    """Yield what the digits can mean, the plainest first."""
    abroad = _LONG_DISTANCE.fullmatch(digits)
    if plus:
        if digits[0] == "8" and len(digits) == 11 and digits[1] in "3489":
            yield "+7" + digits[1:], "plus8_fixed"
        else:
            yield "+" + digits, None
    elif len(digits) == 11 and digits[0] in "78":
        yield "+7" + digits[1:], None
    elif len(digits) == 10 and (digits[0] in "349" or digits.startswith("800")):
        yield "+7" + digits, "prefix_inferred"
    elif abroad:
        yield "+" + abroad[1], None


def _is_valid(e164: str) -> bool:
    if _MOBILE.fullmatch(e164):
        return True
    import phonenumbers  # noqa: PLC0415 - heavy, and not needed for most cells

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return False
    same = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) == e164
    return same and phonenumbers.is_valid_number(number)  # «+7 8 914 …» has a digit too many
