"""What an event is called.

Accepts any text with a word in it: takes off row numbers, outer quotes and the final full stop,
makes inner quotes «», and leaves letters alone («STEM», «3D», ҕ ҥ ө һ ү). Refuses a formula, a bare
type («семинар») and what is plainly a value of another column.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import corrections, strays, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.strangers import Strangers
from tochka_sync.values.what import capitals, formats, genres, levels, links, remarks, types
from tochka_sync.values.what.types import EventType

_ROW = Pattern(r"(?!\d\d\.\d\d\.)\d{1,3}(?:\.\d{1,2})*\s*[.)](?:\s+|(?=[«\"“„A-ZА-ЯЁ]))")
_BULLET = Pattern(rf"^(?:{text.ANY_DASH}|[•·▪*])\s+")
_ABBREVIATED = Pattern(
    r"(?:\b(?:гг?|вв?|им|др|пр|кл|обл|ул|стр|руб|чел|тыс|мин|[А-ЯЁ])|\bт\. ?[дп]|\bн\. ?э)\.$"
)
_STRAIGHT, _CURLED = Pattern(r"[\"«»<>'`]"), Pattern("[“-‟‹›]")
"""Every character quotes are made of, but for «,,»; one set of all takes longer to compile."""
_DOUBLED = Pattern(r"([<>'`,])\1")
_QUOTE = Pattern(r"([\"“”„‟«»‹›])")
_PAIRED = Pattern(r"[«»]")
_OPENS_AFTER = Pattern(rf"{text.ANY_DASH}|[\s(\[]|[«/]{{1}}")
_LONGEST_TYPE = 80
_ENDING = 12
"""No abbreviation with what stands before it is longer."""
_TOPIC = Pattern(r"(?:тема|название|на тему|по теме|мероприятие)\W*", re.IGNORECASE)
_HEADING = Pattern(
    r"(?:название|наименование|тема)(?: мероприятия| семинара| события| занятия)?\s?:?",
    re.IGNORECASE,
)
_HEADING_LETTERS = frozenset("НнТт")
_HEADINGS = ("название", "наименование", "тема")
_NONE = Pattern(
    r"(?:мероприяти[йяе]\s+)?(?:нет|не\s+(?:за)?планиру\w+|не\s+провод\w+|не\s+запланирован\w+|не\s+предусмотрен\w+|отсутству\w+)"
    r"(?:\s+мероприяти[йя])?\.?|без\s+(?:мероприятий|названия|темы)|нет\s+(?:темы|названия)"
    r"|(?:мероприятие\s+)?(?:отмен(?:ен[оа]?|ён|а|яется)|перен(?:ос|[её]с[её]н[оа]?)(?:\s+на\s.{1,30})?|не\s+состоялось)\.?"
    r"|мероприятие\s+№?\s?\d{1,2}|и\s+(?:др|пр)\.?|(?:итого|всего):?|(?:мероприяти[ея]\s+)?(?:по|согласно)\s+плану(?:\s[а-яё]+){0,2}|(?:см|смотри)\.?\s+(?:в\s+)?(?:приложени|план|ниже|выше)[а-я]*",
    re.IGNORECASE,
)
"""What a school writes that plans nothing, and what is said of a row, not of an event."""
_NO_LETTERS = frozenset("МмНнОоБбПпИиСсВв")
_NO = (
    *("мероприяти", "не", "отсутству", "без", "отмен", "перен", "и ", "см", "итого", "всего"),
    *("по ", "согласно"),
)
_LABELLED = Pattern(r"(?:тема|название|наименование)(?: мероприятия)?\s?:\s*(?=\S)", re.IGNORECASE)
_URL = Pattern(
    rf"[{text.DASH}\s(\[:,]*(?:(?:см|ссылка|подробн\w+|адрес)[.:]*\s)?(?P<url>https?://[^\s)\]]+)[)\]]*",
    re.IGNORECASE,
)
"""An address with what leads to it: «(см. https://…)»."""
_FOLK = Pattern(
    r"(?:педагог|учител|учащиес|обучающиес|школьник|ученик|родител)[а-я]{0,3}|дети|детям|все(?:\s+желающие)?"
)
_STRANGERS = Strangers(
    (*genres.WORDINGS, *formats.WORDINGS, *strays.CLOSED, _FOLK.pattern), types.is_passing
)
"""With one of these words in it a title is no type, level, format, figure or group of people."""
_FIRST = Pattern(r"\s*1\s?[.)](?!\d)")
_SECOND = Pattern(r"\s2\s?[.)]\s*(?=[«\"“„A-ZА-ЯЁ])")
_PARTED = Pattern(r"[;\n]")
_NAMED = Pattern(
    r"\s*(?P<form>[^\W\d_][^«»\"“”„]{2,60}?)\s*[«\"“„][^«»\"“”„]{2,}[»\"”“]\s*[.,]?\s*"
)
_ITEM = Pattern(rf"(?:[{text.DASH}•·▪*]\s|\d{{1,2}}[.)]\s?(?=\D))")
_NAMED_BY_TYPE = frozenset({EventType.OPEN_DAY})
"""Types that are a title by themselves: «День открытых дверей»."""
_LABEL = Pattern(r"\"[^\"]*\"\s*[;,]\s*\"([^\"]+)\"\s*\)")


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read a title; a type named before the quotes goes to `also`."""
    lines = cell.text.replace("-\n", "-")  # «Мастер-⏎класс»
    shown = typed = text.clean(lines).replace("''", '"')
    shown = text.bare(shown) or shown
    if corrections.is_placeholder(shown) or _says_none(shown):
        return placeholder(shown)
    if text.is_formula(shown):
        label = _LABEL.search(shown)
        return refuse(
            Code.VALUE_UNREADABLE,
            "formula_text",
            suggestion=label[1] if label else None,
            guess=True,
        )
    if _is_list(cell.text):
        return refuse(Code.VALUE_UNREADABLE, "several_events")
    if shown[1:2] == " ":
        shown = _BULLET.sub("", shown)
    numbered = shown[:1].isdecimal() and _ROW.match(shown)
    shown, notes = corrections.unmix(_ROW.sub("", shown, count=1) if numbered else shown)
    if told := remarks.beside(shown, context):
        shown, notes = told.rest, (*notes, told.note)
    shown, linked = _without_links(shown, context) if "://" in shown else (shown, {})
    if shown[:1] in _HEADING_LETTERS:
        shown = _LABELLED.sub("", shown, count=1) if _LABELLED.match(shown) else shown
    title, balanced = _quotes(_full_stop(shown))
    if not balanced:
        notes += (Remark("unbalanced_quotes"),)
    whole = _outer(title)
    title, also = _type_before(whole)
    if title != typed and corrections.is_placeholder(title):
        return placeholder(title)
    if problem := _refusal(title, balanced=balanced):
        lettered = len(title) == 1 and title.isalpha()
        if title == whole or (not lettered and _refusal(whole, balanced=balanced)):
            return problem
        title = whole  # «Квест «8 марта»», «Семинар «В»»
    calm = capitals.calmed(title)
    if calm != title:
        notes += (
            Remark(  # a guess: «ТОММОТА» and «МИР» look alike
                "all_caps",
                Code.TEXT_CORRECTED,
                {"old": title, "new": calm, "guess": True},
                suggestion=calm,
            ),
        )
    return Reading(calm, notes, also={**also, **linked})


def _without_links(title: str, context: Context) -> tuple[str, dict[Field, Any]]:
    """Take addresses off a title that has words of its own; they are links."""
    rest = text.clean(_URL.sub(" ", title))
    reading = links.read(Cell(" ".join(url["url"] for url in _URL.finditer(title))), context)
    if reading.value is None or not _has_letters(rest):
        return title, {}
    return rest, {Field.LINKS: reading.value.urls}


def _says_none(shown: str) -> bool:
    """Tell whether it says that there is no event, or speaks of the row; few cells begin like that."""
    begins = shown[:1] in _NO_LETTERS and shown.lower().startswith(_NO)
    return begins and _NONE.fullmatch(shown) is not None


def _is_list(typed: str) -> bool:
    """Tell whether a cell lists several events: «1) …» and «2) …», lines with dashes, «Квест „…“; игра „…“»."""
    if _FIRST.match(typed) is not None and _SECOND.search(typed) is not None:
        return True
    parts = _PARTED.split(typed) if ";" in typed or "\n" in typed else ()
    if len(parts) < 2:
        return False
    lines = list(filter(None, map(str.strip, typed.splitlines())))
    return (len(lines) > 1 and all(map(_ITEM.match, lines))) or _are_events(parts)


def _are_events(parts: Iterable[str]) -> bool:
    """Tell whether every part has a form of event and a name of its own in quotes."""
    found = [_NAMED.fullmatch(part) for part in parts if part.strip()]
    return len(found) > 1 and all(each is not None and _is_form(each["form"]) for each in found)


def _is_form(said: str) -> bool:
    """Tell whether words name a form of event, listed or not: «Викторина», «Выставка рисунков»."""
    return types.named(said) is not None or genres.is_known(text.fold(said).split(" ")[0])


def _refusal(title: str, *, balanced: bool) -> Reading[Any] | None:
    stray = strays.is_name(title) or strays.is_settlement(title)
    if stray or not _has_letters(title) or _is_heading(title):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    # A quote that was lost may have stood in the middle of a word.
    if balanced and _STRANGERS.stand_in(corrections.lower(title)):
        return None
    return _doubt(title)


def _is_heading(title: str) -> bool:
    begins = title[:1] in _HEADING_LETTERS and title.lower().startswith(_HEADINGS)
    return begins and _HEADING.fullmatch(title) is not None


def _doubt(title: str) -> Reading[Any] | None:
    """Refuse a title all the words of which may be said of an event without naming it."""
    if _FOLK.fullmatch(text.fold(title)) or strays.is_figure(title):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    named = types.named(title) if len(title) < _LONGEST_TYPE else None
    if named and not _NAMED_BY_TYPE & set(named.value or ()):
        return refuse(Code.VALUE_UNREADABLE, "title_is_type")
    if _is_setting(title):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    return None


def _has_letters(title: str) -> bool:
    """Tell whether there are two letters; seldom is more than the beginning looked at."""
    return len(list(islice(filter(str.isalpha, title), 2))) == 2


def _is_setting(title: str) -> bool:
    """Tell whether it is only a level, which is one word, or a format: «муниципальный», «онлайн»."""
    word = corrections.lower(title)
    level = None if " " in word else levels.spot(word)
    return level is not None or formats.spot(word) is not None


def _full_stop(shown: str) -> str:
    shown = shown.rstrip(" ,;")
    if (
        shown.endswith(".")
        and not shown.endswith("..")
        and not _ABBREVIATED.search(shown[-_ENDING:])
    ):
        return shown[:-1].rstrip()
    return shown


def _quotes(shown: str) -> tuple[str, bool]:
    """Return the text with every pair of quotes as «», and whether they were all paired."""
    if _STRAIGHT.search(shown) is _CURLED.search(shown) is None and ",," not in shown:
        return shown, True
    shown = shown.removeprefix("'") if shown.count("'") == 1 else shown
    if len(shown) > 2 and shown[0] == shown[-1] == "'":
        shown = f"«{shown[1:-1]}»"
    shown = _DOUBLED.sub(
        lambda match: "»" if match.group() == ">>" else "«" if match.group() == "<<" else '"', shown
    )
    pieces = _QUOTE.split(shown)
    opened, balanced = 0, True
    before = ""
    for place in range(1, len(pieces), 2):
        before = (before + pieces[place - 1])[-1:]
        if _opens(pieces[place], before):
            pieces[place], opened = "«", opened + 1
        elif opened:
            pieces[place], opened = "»", opened - 1
        else:
            # A closing quote at the very end lost its partner at the very beginning.
            balanced, last = False, place == len(pieces) - 2 and not pieces[-1]
            pieces[0] = f"«{pieces[0]}" if last else pieces[0]
            pieces[place] = "»" if last else ""
        before = pieces[place] or before
    return "".join(pieces) + "»" * opened, balanced and not opened


def _opens(quote: str, before: str) -> bool:
    """Tell an opening quote by its shape, and a straight one by what stands before it."""
    if quote in "«„‹":
        return True
    return quote not in "»›" and (not before or _OPENS_AFTER.match(before) is not None)


def _outer(title: str) -> str:
    """Take off pairs of quotes that enclose the whole title."""
    if not title.startswith("«"):
        return title
    partners, start = _partners(title), 0
    while title.startswith("«") and partners.get(start) == start + len(title) - 1:
        inner = title[1:-1]
        title = inner.lstrip()
        start += 1 + len(inner) - len(title)
        title = _full_stop(title.rstrip())
    return title


def _partners(title: str) -> dict[int, int]:
    """Return where each quote that is opened is closed."""
    if title.count("«") == title.count("»") == 1:
        opening, closing = title.find("«"), title.find("»")
        return {opening: closing} if opening < closing else {}
    found, opened = {}, []
    for mark in _PAIRED.finditer(title):
        if mark.group() == "«":
            opened.append(mark.start())
        elif opened:
            found[opened.pop()] = mark.start()
    return found


def _type_before(title: str) -> tuple[str, Any]:
    """Take a type off a title that is otherwise all in quotes: «Семинар «…»»."""
    start = title.find("«")
    if start <= 0 or _partners(title).get(start) != len(title) - 1:
        return title, {}
    if _TOPIC.fullmatch(title[:start]):
        return _outer(title[start:]), {}
    named = types.named(title[:start].rstrip(" :-–—.,"))
    if named is None or named.value == (EventType.OTHER,):
        return title, {}
    return _outer(title[start:]), {Field.TYPES: named.value, **named.also}
