"""What people put around all that a cell says: brackets, quotes, a bullet, the name of its column.

None of it is a part of the value: «(очно)», «- 10 февраля», «Договор: 5 от 12.08.2023», «СОШ №1, №2,»;
nor are the numbers of a list: «1) 5-7 классы 2) учителя».
"""

import re

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern

_CLOSING = {"«": "»", "(": ")", "[": "]", "“": "”", "„": "“", '"': '"', "'": "'"}
_ENDS = " \n,;!"
"""Signs behind the last thing a cell says, as of a list that was to go on."""
_BULLETS = ("- ", "– ", "— ", "• ", "· ", "▪ ", "* ")
_BRACKETED = Pattern(r"(?:(?<![^\s;,])|^)(\d\d?)\)\s*(?=\S)")
_DOTTED = Pattern(r"(?:^|(?<=\n)|(?<=;)\s*)(\d\d?)\.\s+(?=\S)")
"""Numbers of a list; where each begins a line a full stop will do, if no dates are listed."""
_DATED = frozenset({Field.DATE, Field.SUBMITTED_AT, Field.TIME, Field.CONTRACT})
_PLAIN_ENDS = frozenset(".»)?")

_NAMES = {
    Field.DATE: "(?:дата|сроки?|когда)(?: проведения)?",
    Field.SCHOOL: "(?:школа|оо|образовательная организация|организация|учреждение|организатор)",
    Field.PARTICIPATING_SCHOOLS: "(?:участники|школы|школы-участницы|оо)",
    Field.TYPES: "(?:форма|вид|тип)(?: проведения| мероприятия)?",
    Field.LEVEL: "уровень(?: мероприятия)?",
    Field.FORMAT: "формат(?: проведения| мероприятия)?",
    Field.AUDIENCE: "(?:(?:целевая )?аудитория|для кого|категория участников)",
    Field.PARTICIPANTS: "(?:количество|кол-во|число)(?: участников)?",
    Field.CONTRACT: "(?:договор|№ договора|номер договора)",
    Field.SETTLEMENT: "(?:нас[её]л[её]нный пункт|нас\\.? ?п(?:ункт|\\.))",
    Field.SUBMITTED_AT: "(?:отметка времени|дата подачи|дата заполнения|подано)",
    Field.TIME: "(?:время|начало)(?: проведения)?",
}
"""How a column calls itself, where the name says nothing of the value: «Класс: 5» does."""
_LABELS = {field: Pattern(rf"{name}\s*:\s*(?=\S)", re.IGNORECASE) for field, name in _NAMES.items()}


def off(text: str, field: Field) -> str:
    """Return tidy text without what is only put around it; text of which nothing is left, as it is."""
    if field is Field.LINKS:
        return text  # a newspaper's name keeps its quotes
    if text.isalnum() or not _may_be_wrapped(text):
        return text
    inner = _unlabelled(text.strip(_ENDS), field)
    while _is_wrapped(inner):
        inner = _unlabelled(inner[1:-1].strip(_ENDS), field)
    inner = _unnumbered(inner, _BRACKETED)
    return (inner if field in _DATED else _unnumbered(inner, _DOTTED, fewest=2)) or text


def _may_be_wrapped(text: str) -> bool:
    if not text[:1].isalnum() or not (text[-1].isalnum() or text[-1] in _PLAIN_ENDS):
        return True
    return ":" in text or text.startswith(("1)", "1."))


def _unnumbered(text: str, numbers: Pattern, fewest: int = 1) -> str:
    """Return a list without its numbers, an item a line, if they count from one upwards."""
    if not text.startswith("1"):
        return text
    found = list(numbers.finditer(text))
    if len(found) < fewest or [int(number[1]) for number in found] != [*range(1, len(found) + 1)]:
        return text
    ends = [number.start() for number in found[1:]] + [len(text)]
    items = [text[number.end() : end] for number, end in zip(found, ends, strict=True)]
    return "\n".join([item.strip(_ENDS) for item in items])


def _unlabelled(text: str, field: Field) -> str:
    if text.startswith(_BULLETS) and "\n" not in text:
        text = text[2:].lstrip()
    label = _LABELS[field].match(text) if ":" in text and field in _LABELS else None
    return text[label.end() :] if label else text


def _is_wrapped(text: str) -> bool:
    """Tell whether the first sign is a bracket or quote that the last one closes."""
    opening = text[:1]
    closing = _CLOSING.get(opening)
    if closing is None or len(text) < 3 or text[-1] != closing:
        return False
    if opening == closing:
        return opening not in text[1:-1]
    depth = 0
    for char in text[:-1]:
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return False
    return depth == 1
