"""Excel's number formats: what a Russian Excel shows for a number.

Knows dates and times, grouped and padded digits, percent, powers of ten and literal text.
Anything rarer (fractions, eras) is shown as a plain number; the number itself is never lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tochka_sync.sources.serials import Kind

BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "dd.mm.yyyy", 15: "dd.mmm.yy", 16: "dd.mmm", 17: "mmm.yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "0.0E+0", 49: "@",
}  # fmt: skip
"""Formats that a file names by number only: they look as the reader's country likes them."""

_MONTHS = ("Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь",
           "Октябрь", "Ноябрь", "Декабрь")  # fmt: skip
_OF_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
              "сентября", "октября", "ноября", "декабря")  # fmt: skip
_SHORT_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя",
                 "дек")  # fmt: skip
_DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_SHORT_DAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")
_GROUP = "\u00a0"
_EXACT = 10**15  # beyond it a number in a file has lost its digits
_WIDEST = 11  # the most characters of a number in a cell without a format

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<gap>.)|\*(?P<fill>.)'
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<test>[<>=]+-?[\d.]+)\]|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General|Standard)|(?P<half>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?)"
    r"|(?P<power>E[+-]0+)|(?P<digits>[0#?](?:[0#?,]*[0#?])?(?:\.[0#?]*)?|\.[0#?]+)"
    r"|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_TEST = re.compile(r"([<>=]+)(-?[\d.]+)")


@dataclass(frozen=True, slots=True)
class _Token:
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Format:
    """A format taken apart: up to four sections, by the sign of the number."""

    sections: tuple[tuple[_Token, ...], ...]

    @property
    def kind(self) -> Kind | None:
        """Tell whether the format makes a date, a time of day or both of a number."""
        tokens = self.sections[0]
        day = any(token.name in {"year", "month", "day"} for token in tokens)
        clock = any(token.name in {"hour", "minute", "second", "elapsed"} for token in tokens)
        if day and clock:
            return Kind.DATE_TIME
        return Kind.DATE if day else Kind.TIME if clock else None

    @property
    def elapsed(self) -> bool:
        """Tell whether the format counts hours beyond a day."""
        return any(token.name == "elapsed" for token in self.sections[0])


@lru_cache(maxsize=1024)
def parse(code: str) -> Format:
    """Take a format code apart."""
    sections: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code):
        name = match.lastgroup or "other"
        text = match[name]
        if name == "other" and text == ";":
            sections.append([])
        elif name in {"quoted", "escaped", "other"}:
            sections[-1].append(_Token("literal", text))
        elif name == "gap":
            sections[-1].append(_Token("literal", " "))
        elif name == "bracket":
            if text.startswith("$") and (sign := text[1:].partition("-")[0]):
                sections[-1].append(_Token("literal", sign))
        elif name != "fill":
            sections[-1].append(_Token(name, text if name == "digits" else text.lower()))
    return Format(tuple(tuple(_tell_dates(section)) for section in sections))


def number(value: float, format_: Format) -> str:
    """Return what Excel shows for a number that is no date."""
    section, size = _section(value, format_)
    if abs(value) >= _EXACT:
        return general(value)
    if any(token.name in {"general", "text"} for token in section) or not section:
        plain = general(size)
        return "".join(
            plain if token.name in {"general", "text"} else token.text
            for token in section or (_Token("general", ""),)
            if token.name in {"general", "text", "literal"}
        )
    if any(token.name == "power" for token in section):
        return _power(size, section)
    return _fixed(size, section)


def general(value: float) -> str:
    """Return what Excel shows for a number in a cell without a format."""
    if value == int(value) and abs(value) < 10**_WIDEST:
        return str(int(value))
    if not 1e-4 <= abs(value) < 10**_WIDEST:
        mantissa, _, exponent = f"{value:.5E}".partition("E")
        mantissa = mantissa.rstrip("0").rstrip(".").replace(".", ",")
        return f"{mantissa}E{int(exponent):+03d}"
    decimals = max(_WIDEST - 1 - len(str(int(abs(value)))), 0)
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".").replace(".", ",")


def moment(when: date | datetime | time, serial: float, format_: Format) -> str:
    """Return what a Russian Excel shows for a date or a time of day."""
    section = format_.sections[0]
    day = when if isinstance(when, date) else date(1900, 1, 1)
    clock = when.time() if isinstance(when, datetime) else when
    if not isinstance(clock, time):
        clock = time()
    half = any(token.name == "half" for token in section)
    of_month = any(token.name == "day" and len(token.text) < 3 for token in section)
    shown = []
    for token in section:
        match token.name:
            case "year":
                shown.append(f"{day.year:04d}" if len(token.text) > 2 else f"{day.year % 100:02d}")
            case "month":
                shown.append(_month(day.month, len(token.text), of=of_month))
            case "day":
                shown.append(_day(day, len(token.text)))
            case "literal":
                shown.append("." if token.text == "/" else token.text)  # the country's separator
            case _:
                shown.append(_clock(token, clock, serial, half=half))
    return "".join(shown).strip()


def _tell_dates(section: Sequence[_Token]) -> Iterator[_Token]:
    """Name the parts of a date; an `m` beside hours or seconds is minutes."""
    dates = [token for token in section if token.name in {"date", "elapsed"}]
    names = {"y": "year", "d": "day", "h": "hour", "s": "second"}
    seen = 0
    for token in section:
        if token.name not in {"date", "elapsed"}:
            yield token
            continue
        before = dates[seen - 1].text[0] if seen else ""
        after = dates[seen + 1].text[0] if seen + 1 < len(dates) else ""
        seen += 1
        if token.name == "elapsed":
            yield token
        elif token.text[0] == "m":
            yield _Token("minute" if before == "h" or after == "s" else "month", token.text)
        else:
            yield _Token(names[token.text[0]], token.text)


def _section(value: float, format_: Format) -> tuple[Sequence[_Token], float]:
    """Return the section for a number, and the number as it is to be shown there."""
    sections = format_.sections[:3]
    if any(token.name == "test" for section in sections for token in section):
        for section in sections:
            test = next((token for token in section if token.name == "test"), None)
            if test is None or _holds(value, test.text):
                return section, value
    if len(sections) == 3 and value == 0:
        return sections[2], value
    if len(sections) > 1 and value < 0:
        return sections[1], -value
    return sections[0], value


def _holds(value: float, test: str) -> bool:
    match = _TEST.fullmatch(test)
    if match is None:
        return False
    bound = float(match[2])
    return {
        "<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound,
        "=": value == bound, "<>": value != bound,
    }.get(match[1], False)  # fmt: skip


def _power(value: float, section: Sequence[_Token]) -> str:
    digits = next((token.text for token in section if token.name == "digits"), "0")
    power = next(token.text for token in section if token.name == "power")
    decimals = len(digits.partition(".")[2])
    mantissa, _, exponent = f"{value:.{decimals}E}".partition("E")
    width = len(power) - 2
    return f"{mantissa.replace('.', ',')}E{int(exponent):+0{width + 1}d}"


def _fixed(value: float, section: Sequence[_Token]) -> str:
    percent = sum(token.name == "percent" for token in section)
    pattern = "".join(token.text for token in section if token.name == "digits")
    whole, _, decimals = pattern.partition(".")
    exact = Decimal(repr(abs(value))) * 100**percent
    text = f"{exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP):f}"
    units, _, fraction = text.partition(".")
    kept = decimals.rfind("0") + 1
    fraction = fraction[:kept] + fraction[kept:].rstrip("0")
    least = len(re.sub(r"[^0]", "", whole))
    units = units.zfill(least) if units != "0" or least else ""
    if "," in whole:
        units = re.sub(r"\B(?=(?:\d{3})+$)", _GROUP, units)
    sign = "-" if value < 0 and re.search(r"[1-9]", text) else ""
    return sign + _lay(section, units, fraction)


def _lay(section: Sequence[_Token], units: str, fraction: str) -> str:
    """Lay digits over the runs of a pattern from its right end: +7 (000) 000-00-00."""
    runs = [token.text for token in section if token.name == "digits"]
    places = [len(run.partition(".")[0].replace(",", "")) for run in runs]
    shown: list[str] = []
    left = units
    for token in reversed(section):
        if token.name == "digits":
            runs.pop()
            size = places.pop()
            take = left if not runs else left[max(len(left) - size, 0) :]
            left = left[: len(left) - len(take)]
            shown.append(take + ("," + fraction if "." in token.text and fraction else ""))
        elif token.name == "percent":
            shown.append("%")
        elif token.name == "literal":
            shown.append(token.text)
    return "".join(reversed(shown)).strip()


def _month(month: int, size: int, *, of: bool) -> str:
    if size <= 2:
        return f"{month:0{size}d}"
    if size == 3:
        return _SHORT_MONTHS[month - 1]
    if size == 5:
        return _MONTHS[month - 1][0]
    return (_OF_MONTHS if of else _MONTHS)[month - 1]


def _day(day: date, size: int) -> str:
    if size <= 2:
        return f"{day.day:0{size}d}"
    return (_SHORT_DAYS if size == 3 else _DAYS)[day.weekday()]


def _clock(token: _Token, clock: time, serial: float, *, half: bool) -> str:
    size = min(len(token.text), 2)
    match token.name:
        case "hour":
            return f"{(clock.hour % 12 or 12) if half else clock.hour:0{size}d}"
        case "minute":
            return f"{clock.minute:0{size}d}"
        case "second":
            tenths = token.text.partition(".")[2]
            return f"{clock.second:02d}" + ("," + tenths if tenths else "")
        case "half":
            return "AM" if clock.hour < 12 else "PM"
        case "elapsed":
            return str(round(serial * 86_400) // {"h": 3600, "m": 60, "s": 1}[token.text[0]])
        case _:
            return ""
