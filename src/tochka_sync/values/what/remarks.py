"""What is said of an event beside its name: that it is called off, or moved to another day.

People leave the row as it was and type so into a remark («отменено из-за морозов», «перенесено на
15.03») or around the title («Квест (отменён)»). Only what is said of the event itself counts, not
«отмена занятий», «перенос оборудования», «возможен перенос» or a film that was «снят».
"""

import re
from typing import Any, NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.months import MONTH
from tochka_sync.values.reading import BLANK, Reading, Remark
from tochka_sync.values.when import dates
from tochka_sync.values.when.dates import EventDate

OUTCOMES = frozenset({"cancelled", "postponed"})
"""The reasons of the notes."""

_STEMS = ("отм", "состо", "снят", "исключ", "не будет", "перен", "сдви", "отлож", "отклад")
"""One of these is in whatever tells of it."""
_EVENT = (
    r"(?:(?:мероприяти|событи|семинар|вебинар|мастер-класс|фестивал|конференци|конкурс|олимпиад|квест|турнир"
    r"|встреч|экскурси|выезд|интенсив|акци|смен|проведени|дат|срок)[а-яё]{0,3}|вс[её]|это)"
)
_WHY = rf"(?:из\s?{text.ANY_DASH}?\s?за|в\s+связи|по\s+(?:причине|болезни|погод|решению|приказу|просьбе|распоряжению)|ввиду|вследствие|в\s+силу)"
_OFF = (
    r"отмен[её]н[аоы]?|отменяется|отменил(?:и|[аио]?сь|ся)|отм\.|отмена"
    r"|не\s+состоял(?:ось|ся|ась|ись)|не\s+состоится|не\s+будет(?:\s+провод[а-я]+)?"
    r"|снят[аоы]?\s+с\s+(?:плана|повестки)|исключ[её]н[аоы]?(?:\s+из\s+плана)?"
)
_MOVED = (
    r"перенес[её]н[аоы]?|переносится|перенес(?:ли|лось|лась|ся)|перенос"
    r"|сдвинут[аоы]?|сдвинули(?:сь)?|сдвигается|отложен[аоы]?|отложили|откладывается"
)
_WHEN = (
    rf"(?:\d{{1,2}}(?!\d|\s*-?(?:й|ой|ый)?\s*(?:этаж|каб|корп|ауд))|{MONTH}|следующ|друг|более\s|позд|неопредел"
    r"|осень|зим|весн|лет|конец|начал|середин|недел|месяц|год|период|(?:перв|втор|треть|четв[её]рт)[а-я]+\s"
    r"|понедельник|вторник|сред|четверг|пятниц|суббот|воскресен|I{1,3}V?\s)"
)
_BEFORE = rf"(?:(?:был[аои]?|уже|временно|к\s+сожалению,?)\s+|{_WHY}[^.;,()]{{1,60}}?\s)?"
_BREAK = r"(?:^|[.;,:!(\n]\s*|\s[–—-]\s*)"
_NEXT = rf"(?=\s*$|\s*[.,;:!)\n(–—-]|\s+(?:{_WHY}|до\s|и\s|\d|полностью|совсем|решени|приказ|распоряж|карантин(?!а)|директор|администрац|организатор|управлени|учредител))"
_CANCELLED = Pattern(
    rf"{_BREAK}{_BEFORE}(?:{_EVENT}\s+)?(?:{_OFF})(?:\s+{_EVENT})?{_NEXT}", re.IGNORECASE
)
_POSTPONED = Pattern(
    rf"{_BREAK}{_BEFORE}(?:{_EVENT}\s+)?(?:{_MOVED})(?:\s+{_EVENT})?"
    rf"(?:{_NEXT}|\s+(?:с|со)\s+\d|\s+на\s+{_WHEN})",
    re.IGNORECASE,
)
_PERHAPS = Pattern(r"\b(?:если|возможн|может|могут|вероятн|при\s+услови|в\s+случае)", re.IGNORECASE)
_SINCE = Pattern(r"\bсо?\s+(?P<day>\d[^;()\n!]*?)(?=\s+на\s|$|[;()\n!])", re.IGNORECASE)
_TO = Pattern(r"\bна\s+(?P<day>[^;()\n!]+)", re.IGNORECASE)
_AFTER_DAY = Pattern(rf"[\s,.]*(?:{_WHY}|\bприказ|\bпо\s).*", re.IGNORECASE | re.DOTALL)

_MARK = rf"(?:{_OFF}|{_MOVED})"
_FIRST = Pattern(rf"\(?\s*(?P<mark>{_MARK})\s*(?P<end>[)!:.–—-]*)\s*(?=\S)", re.IGNORECASE)
_LAST = Pattern(
    rf"(?:\s*\(\s*|\s*[,;.!]\s*|\s+[–—-]\s*)(?P<mark>{_MARK}[^()«»\"]{{0,60}})\)?[.!]?$",
    re.IGNORECASE,
)


class Outcome(NamedTuple):
    """What a text says of an event besides what it is."""

    rest: str
    """The text without it."""
    note: Remark


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read a remark: its text, with a note where it calls the event off or moves it."""
    shown = text.clean(cell.text)
    if text.is_placeholder(shown):
        return BLANK
    note = outcome(shown, context)
    return Reading(shown, (note,) if note else ())


def outcome(said: str, context: Context) -> Remark | None:
    """Return the note that the event is called off or moved; the new date, if told, is its fact `to`, the old one `since`."""
    if not _may_tell(said) or _PERHAPS.search(said):
        return None
    if _POSTPONED.search(said):
        return Remark("postponed", facts=_moved(said, context))
    return Remark("cancelled") if _CANCELLED.search(said) else None


def beside(title: str, context: Context) -> Outcome | None:
    """Return what is said before or behind a title: «ОТМЕНА! Квест», «Квест (перенесён на 15.03)»."""
    if not _may_tell(title) or _PERHAPS.search(title):
        return None
    if (first := _FIRST.match(title)) and (first["end"] or first["mark"].isupper()):
        rest, said = title[first.end() :], first["mark"]
    elif last := _LAST.search(title):
        rest, said = title[: last.start()], last["mark"]
    else:
        return None
    note = outcome(said, context)
    return Outcome(rest, note) if note else None


def settled(note: Remark, date: EventDate | None) -> bool:
    """Tell whether the date of a moved event is already the new one, as far as the note tells."""
    to, since = note.facts.get("to"), note.facts.get("since")
    if date is None:
        return False
    if isinstance(to, EventDate):
        return _within(date, to)
    return isinstance(since, EventDate) and not _within(date, since)


def _within(date: EventDate, days: EventDate) -> bool:
    if not (date.start and date.end and days.start and days.end):
        return False
    return days.start <= date.start and date.end <= days.end


def _may_tell(said: str) -> bool:
    lowered = said.lower()
    return any([stem in lowered for stem in _STEMS])  # noqa: C419 - in half the time


def _moved(said: str, context: Context) -> dict[str, Any]:
    """Return the days an event is said to be moved to and from, and how the first is typed."""
    to, since = _TO.search(said), _SINCE.search(said)
    whole = _AFTER_DAY.sub("", to["day"], count=1).strip(" .,") if to else ""
    facts: dict[str, Any] = {}
    for day in (whole, whole.partition(",")[0]):  # «на 15.03, место прежнее»
        if new := _date(day, context):
            facts |= {"to": new, "day": day}
            break
    if since and (old := _date(since["day"].strip(" .,"), context)):
        facts["since"] = old
    return facts


def _date(typed: str, context: Context) -> EventDate | None:
    return dates.read(Cell(typed), context).value if typed else None
