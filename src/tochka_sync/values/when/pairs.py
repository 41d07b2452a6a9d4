"""Two numbers with a dot, a slash or a dash between: a day and its month, a time, or a run of days.

«14.00» and «14-00» are times because no month and no day is 0, «24-02» a date because no run of days
ends before it begins; «10.10» beside another date may be either, and is refused.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values.when.lexemes import Lexeme, kinds
from tochka_sync.values.when.refusal import RefusalError

_HOURS = Pattern(r"d(?=o?[-=t>]T|o)")
_BARE_HOURS = Pattern(r"(?:(?<=[DMY]),?<(d)[t>](d)|(?<=[WA]),?<(d)t(d)|(?<=[DMYWA]),?i(d))$")
_JOINED = Pattern(r"T[-=t>](P)|(P)[-=t>]T")
_FRAMED = Pattern(r"<(P)[-=t>](P)|i(P)")
_CLOSES = Pattern(r"[DMY][>t]$")
"""«11.10.2023 по 10-11»: what ends a run of days is a day."""
_COUNTED = frozenset("MEwecqhHnoyxX")
_UNIT = Pattern(r"[MDEwecqhHP]")
_DAY = Pattern(r"[DP]|[dn]=?[Mr]")


def settle(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Decide what pairs of numbers are: «14.00» a time, «10.02» a date, «10-12» days or a time."""
    line = kinds(lexemes)
    if "P" in line or "Q" in line:
        for index in _dashed_dates(lexemes, line) if "Q" in line else ():
            lexemes[index].kind = "D"
        line = kinds(lexemes)
        lexemes = [part for index in range(len(lexemes)) for part in _settled(lexemes, index, line)]
        line = kinds(lexemes)
        _settle_framed(lexemes)
        _settle_joined(lexemes)
        for index, lexeme in enumerate(lexemes):
            if lexeme.kind == "P":
                _to_date(lexemes, index)
        line = kinds(lexemes)
    for match in _HOURS.finditer(line) if "T" in line or "o" in line else ():
        if not lexemes[match.start()].form:
            to_hour(lexemes[match.start()])
    weekly = ("W" in line or "A" in line) and "M" not in line
    dated = "D" in line or "dM" in line or weekly
    bare = _BARE_HOURS.search(line) if dated and line[-1] == "d" else None
    if bare:
        said_when = bare[5] is None or lexemes[bare.start(5) - 1].text.lower() in {"в", "во"}
        for group in range(1, 6):
            if bare[group] and said_when and not lexemes[bare.start(group)].form:
                to_hour(lexemes[bare.start(group)])
    return lexemes


def _settle_framed(lexemes: list[Lexeme]) -> None:
    """Make times of pairs behind a day: «с 10.15 до 12.15», «в 10.15»."""
    line = kinds(lexemes)
    for match in _FRAMED.finditer(line):
        places = [match.start(group) for group in (1, 2, 3) if match[group]]
        if _dated(line, places[0]) and all(is_time(lexemes[place]) for place in places):
            for place in places:
                to_time(lexemes[place])


def _settle_joined(lexemes: list[Lexeme]) -> None:
    """Make a time of a pair joined to one: «10:00-12.10»."""
    line = kinds(lexemes)
    for match in _JOINED.finditer(line):
        place = match.start(1) if match[1] else match.start(2)
        if is_time(lexemes[place]) and (match[1] or _begins(lexemes, line, place)):
            to_time(lexemes[place])


def _begins(lexemes: list[Lexeme], line: str, place: int) -> bool:
    """Tell whether a pair is when what ends at the time behind it begins: «17.02 - 14.00» is not."""
    first = lexemes[place]
    if not _dated(line, place):
        return False
    before = f"{first.number:02}:{first.month:02}" < lexemes[place + 2].form
    return before and (first.month % 5 == 0 or not _is_date(first))


def _settled(lexemes: list[Lexeme], index: int, line: str) -> list[Lexeme]:
    lexeme = lexemes[index]
    if lexeme.kind == "Q":
        return _settled_dash(lexeme, index, line)
    if lexeme.kind != "P":
        return [lexeme]
    if line[index + 1 : index + 2] == "M":
        if lexeme.form == "/":
            return _days(lexeme, "/")
        raise RefusalError.unreadable()
    spoken = line[index + 1 : index + 2] == "o"
    if is_time(lexeme) and (
        spoken or (not _is_date(lexeme) and (lexeme.month % 5 == 0 or _dated(line, index)))
    ):
        to_time(lexeme)
    return [lexeme]


def _settled_dash(lexeme: Lexeme, index: int, line: str) -> list[Lexeme]:
    first, second = lexeme.number, lexeme.month
    if (
        _UNIT.search(line, index + 1)
        and 0 < second <= 31
        and not (line[index - 1 : index] == "i" and _dated(line, index))
    ):
        return _days(lexeme, "=")
    hardly_days = second == 0 or second > 31 or first >= second
    if not is_time(lexeme) or not (hardly_days or _dated(line, index)):
        return _days(lexeme, "=")
    if line[index + 1 : index + 2] == "x":
        return _days(lexeme, "=")  # «10-11 классы»: so many of something
    at_once = line[index - 1 : index] == "i" and second % 5 == 0  # «в 14-20», but «с 14-16»
    if not at_once and first < second <= 24:
        raise RefusalError.ambiguous(
            "ambiguous_hour", (f"{first:02}:{second:02}", f"{first:02}:00-{second:02}:00")
        )
    to_time(lexeme)
    return [lexeme]


def _dashed_dates(lexemes: list[Lexeme], line: str) -> list[int]:
    """Return where «24-02» is a day and a month: its numbers are no run of days, and hardly a time.

    Of a cell with one such, or with «08-11-2023», the others are no runs of days either.
    """
    pairs = [at for at, kind in enumerate(line) if kind == "Q" and _may_be_dated(lexemes, at, line)]
    told = any(lexeme.kind == "D" and "-" in lexeme.text[:3] for lexeme in lexemes)
    sure = [at for at in pairs if _no_days(lexemes[at]) and not _may_be_hour(lexemes, at, line)]
    return pairs if told or sure else [at for at in pairs if _CLOSES.search(line, 0, at)]


def _may_be_dated(lexemes: list[Lexeme], index: int, line: str) -> bool:
    counted = line[index + 1 : index + 2] in _COUNTED
    return _is_date(lexemes[index]) and not counted and line[index - 1 : index] != "i"


def _no_days(lexeme: Lexeme) -> bool:
    """Tell whether numbers are no run of days: «24-02», and «1-04» nobody types for one."""
    return lexeme.number >= lexeme.month or lexeme.text[1:3] == "-0"


def _may_be_hour(lexemes: list[Lexeme], index: int, line: str) -> bool:
    """Tell whether «12-10» behind a day is an hour; one that may as well be a day is refused."""
    lexeme = lexemes[index]
    if lexeme.month % 5 or not is_time(lexeme) or not _dated(line, index):
        return False
    before = next(each for each in reversed(lexemes[:index]) if each.kind in "DPMr")
    month = before.month or before.number
    if lexeme.month - month in {0, 1} and "T" not in line:
        raise _hour_or_day(lexeme)
    return "T" not in line


def _days(lexeme: Lexeme, mark: str) -> list[Lexeme]:
    at = lexeme.at
    return [
        Lexeme("d", str(lexeme.number), lexeme.number, at=at),
        Lexeme(mark, mark, at=at),
        Lexeme("d", str(lexeme.month), lexeme.month, at=at),
    ]


def _to_date(lexemes: list[Lexeme], index: int) -> None:
    """Make a pair a date, unless it may as well be the time of the date before it."""
    lexeme = lexemes[index]
    place = next((place for place in range(index - 1, -1, -1) if lexemes[place].kind in "DM"), None)
    if place is not None and is_time(lexeme) and lexeme.month % 5 == 0:
        before = lexemes[place]
        alike = before.kind == "D" and before.year is None
        if before.kind == "M" and not (place and lexemes[place - 1].kind in "dn"):
            alike = before.number == lexeme.month  # «3-я неделя октября (16.10–20.10)»
        if not alike and lexemes[index - 1].kind not in "-=><t&":
            raise _hour_or_day(lexeme)
    lexeme.kind = "D"


def _hour_or_day(lexeme: Lexeme) -> RefusalError:
    first, second = f"{lexeme.number:02}", f"{lexeme.month:02}"
    return RefusalError.ambiguous("ambiguous_time", (f"{first}:{second}", f"{first}.{second}"))


def to_time(lexeme: Lexeme) -> None:
    """Make two numbers an hour and its minutes."""
    lexeme.kind, lexeme.form = "T", f"{lexeme.number:02}:{lexeme.month:02}"


def to_hour(lexeme: Lexeme) -> None:
    """Make a number an hour; raises `RefusalError` where there is no such hour."""
    if lexeme.number > 23:
        raise RefusalError.unreadable("time_unreadable")
    lexeme.kind, lexeme.form = "T", f"{lexeme.number:02}:00"


def is_time(lexeme: Lexeme) -> bool:
    """Tell whether two numbers may be an hour and its minutes."""
    return lexeme.form in {"time", ""} and lexeme.number <= 23 and lexeme.month <= 59


def _is_date(lexeme: Lexeme) -> bool:
    return 1 <= lexeme.number <= 31 and 1 <= lexeme.month <= 12


def _dated(line: str, index: int) -> bool:
    """Tell whether a day stands before: «10 февраля», «10.02»."""
    return _DAY.search(line, 0, index) is not None
