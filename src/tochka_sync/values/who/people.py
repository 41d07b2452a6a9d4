"""Who is responsible.

Accepts full names and names with initials in either order, several per cell, with roles, phones
and e-mails beside them, and roles alone («Кл. рук.»). Refuses a name without a surname, a surname
without initials, and a name whose parts cannot be told apart.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, Unclear, placeholder, refuse
from tochka_sync.values.who import declension, emails, parts, phones, plain
from tochka_sync.values.who.alphabet import LETTER, LOWER, UPPER
from tochka_sync.values.who.fullnames import Name, assemble
from tochka_sync.values.who.lettering import join, mend, spell, unglue
from tochka_sync.values.who.parts import Part


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the cell names them; the last name in the nominative."""

    last: str
    initials: str
    """«А.П.», without spaces; «А.» where no patronymic is given."""
    first: str | None = None
    patronymic: str | None = None
    role: str | None = None


class People(NamedTuple):
    """The people a cell names, and a role that stands alone («руководитель центра»)."""

    persons: tuple[Person, ...]
    role: str | None = None


_SHORTEST_PHONE = 5
_DOTS = Pattern(r"\.{2,}")
_TEMPLATE = Pattern(
    r"\W*(?:фамилия,?\s*(?:и\.?\s?о\.?|имя(?:,?\s*отчество)?)?|ф\.?\s?и\.?\s?о\.?)\W*",
    re.IGNORECASE,
)
"""What a form asks for: «Фамилия И.О.»."""
_EMAIL = Pattern(
    r"(?:(?<![^\s,;<>()])|(?<![:\s])(?=:*\s))(?:e-?mail|(?:эл(?:ектр\w*)?\.?\s?)?почта|эл\.?\s?адрес)?[:\s–—-]*+[^\s,;<>()]+@[^\s,;<>()]+",
    re.IGNORECASE,
)
_PHONE = Pattern(
    r"(?:(?<!\w)(?:тел(?:ефон)?|моб|сот|раб|т|конт|ватсап|whatsapp)[.:]*\s*){0,4}[+(]?\d[\d\s()\-–.]{3,}\d"
    r"(?:,?\s*(?:доб|вн)\.?\s*\d+)?",
    re.IGNORECASE,
)
_OTHERS = Pattern(r",?\s(?:и|а также)\s(?:(?:др|пр)\.?|т\.\s?[дп]\.|другие|прочие)\s*$")
_SUBSTITUTE = Pattern(
    r"(?<!\w)(?:вместо|взамен|замещ\w+|замен\w+|был[аи]?|стал[аи]?|ранее|раньше|бывш\w+|уволил\w+)(?!\w)|→|->",
    re.IGNORECASE,
)
"""One of two has taken the place of the other: which, is for the school to say."""
_MIXED = Pattern(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
_QUOTED = Pattern(r"[«\"“„]([^«»\"“”„]+)[»\"”“]")
_NUMBERING = Pattern(rf"(?:^|[;,\s])\d{{1,2}}[.)]+\s*(?=[{UPPER}])")
_PARTICLES = frozenset({"фон", "ван", "де", "дер", "ди", "да", "дю", "ла", "ле", "эль", "аль"})
_DASHES = frozenset(text.DASH) - {"-"}
_GIVEN = Pattern(rf"[{UPPER}]\.\s?[{UPPER}]|[{LOWER}](?:вич|вна|чна)(?![{LOWER}])")
_LEADERS = frozenset(f"{text.DASH}:")
_PLURAL = Pattern(
    r"(?:учителя|педагоги|руководители|классные руководители|ответственные)\b|отв\.?$",
    re.IGNORECASE,
)


class _Role(NamedTuple):
    text: str
    joined: bool
    """Whether nothing separates it from the person before."""
    leads: bool
    """Whether nothing separates it from the person after."""


def read(cell: Cell, context: Context) -> Reading[People]:
    """Read names; phones and e-mails beside them go to `also`."""
    if cell.value is not None and not isinstance(cell.value, str):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    reading = _read_text(cell.text.replace("\n", ";"), context)
    if reading.value is None and "\n" in cell.text:
        joined = _read_text(cell.text, context)  # a name broken into lines
        return joined if joined.value is not None else reading
    return reading


def _read_text(raw: str, context: Context) -> Reading[People]:
    shown = text.clean(raw)
    if not _DASHES.isdisjoint(shown):
        shown = shown.translate(text.TO_HYPHEN)
    if ".." in shown:
        shown = _DOTS.sub(".", shown)
    if "_" in shown and "@" not in shown:
        shown = text.clean(shown.replace("_", " "))
    if text.is_placeholder(shown) or _is_template(shown):
        return placeholder(shown)
    if name := plain.read(shown):
        return Reading(People((Person(*name),)))
    return _read_anyhow(shown, context)


def _is_template(shown: str) -> bool:
    low = shown.lower()
    asks = "фамилия" in low or "фио" in low.replace(" ", "").replace(".", "")
    return asks and _TEMPLATE.fullmatch(shown) is not None


def _read_anyhow(shown: str, context: Context) -> Reading[People]:
    whole = _QUOTED.fullmatch(shown)
    rest, also, notes = _take_contacts(whole[1] if whole else shown, context)
    if (others := _OTHERS.search(rest)) is not None:
        rest = rest[: others.start()]
        notes.append(Remark("and_others"))
    mended = mend(rest)
    if mended != rest:
        facts = {"old": rest.strip(" ;"), "new": mended.strip(" ;")}
        notes.append(Remark("lookalike_fixed", Code.TEXT_CORRECTED, facts))
    joined = join(mended)
    spelt = spell(joined)
    if spelt != joined:
        notes.append(Remark("capitals_fixed"))
    try:
        persons, changed, role = _read_names(unglue(spelt))
    except Unclear as refused:
        reason = refused.reason
        if reason == "no_initials" and "(" in spelt and _GIVEN.search(spelt):
            reason = "unclear_name"  # «Иванова (Петрова) А.П.» lacks none
        return refuse(Code.VALUE_UNREADABLE, reason, candidates=refused.candidates)
    if len(persons) > 1 and _SUBSTITUTE.search(rest):
        return refuse(Code.VALUE_UNREADABLE, "substitute")
    if any(_MIXED.search(f"{one.last} {one.first} {one.patronymic}") for one in persons):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    notes.extend(changed)
    return Reading(People(persons, role), tuple(notes), also=also)


def _take_contacts(shown: str, context: Context) -> tuple[str, dict[Field, object], list[Remark]]:
    """Split phones and e-mails off; what only looks like a phone stays."""
    also: dict[Field, object] = {}
    notes: list[Remark] = []
    if "@" in shown:
        found = _EMAIL.findall(shown)
        _keep(emails.read(Cell("; ".join(found)), context), Field.EMAILS, also, notes)
        shown = _EMAIL.sub(" ; ", shown)
    if sum(map(str.isdigit, shown)) < _SHORTEST_PHONE:
        return shown, also, notes
    numbers = [
        run for run in _PHONE.findall(shown) if sum(map(str.isdigit, run)) >= _SHORTEST_PHONE
    ]
    readings = [phones.read(Cell(number), context) for number in numbers]
    e164: list[str] = []
    for number, reading in zip(numbers, readings, strict=True):
        if reading.value is not None:
            e164.extend(reading.value)
        elif sum(map(str.isdigit, number)) < 9:
            continue
        elif reading.problem is not None:
            notes.append(reading.problem)
        shown = shown.replace(number, " ; ", 1)
        notes.extend(reading.notes)
    if e164:
        also[Field.PHONES] = tuple(dict.fromkeys(e164))
    return shown, also, notes


def _keep(
    reading: Reading[tuple[str, ...]], field: Field, also: dict[Field, object], notes: list[Remark]
) -> None:
    if reading.value is not None:
        also[field] = reading.value
        notes.extend(reading.notes)
    elif reading.problem is not None:
        notes.append(reading.problem)


def _read_names(shown: str) -> tuple[tuple[Person, ...], list[Remark], str | None]:
    """Return the persons, what was changed in their names, and a role that stands alone."""
    if any(map(str.isdigit, shown)):
        shown = _NUMBERING.sub(" ; ", shown)
    items = parts.split(shown)
    elements, notes = _elements(items, shown)
    if not any(isinstance(element, Person) for element in elements):
        if elements and any(item.kind == "R" for item in items):
            said = shown.strip(" ;,")
            return (), notes, said[1:-1] if said[0] + said[-1] == "()" else said
        raise Unclear("unreadable")
    return tuple(_with_roles(elements)), notes, None


def _elements(items: list[Part], shown: str) -> tuple[list[Person | _Role], list[Remark]]:
    """Put the items together into persons and roles, in the order of the cell."""
    elements: list[Person | _Role] = []
    notes: list[Remark] = []
    at = 0
    while at < len(items):
        end = at + 1
        if items[at].kind == "S":
            at = end
            continue
        named = items[at].kind in "WI"
        same = "WI" if named else "RT"
        while end < len(items) and (
            items[end].kind in same or (named and _is_comma_in_name(items, at, end, shown))
        ):
            end += 1
        if named:
            run = [item.piece for item in items[at:end] if item.piece is not None]
            if at and shown[items[at - 1].start : items[at - 1].end].lower() == "на":
                run[0] = run[0]._replace(after_on=True)
            for name in assemble(run):
                elements.append(Person(name.last, name.initials, name.first, name.patronymic))
                _note_change(name, notes)
        else:
            elements.append(_role(items, at, end, shown))
        at = end
    return elements, notes


def _is_comma_in_name(items: list[Part], at: int, end: int, shown: str) -> bool:
    """Tell whether a comma stands between one surname and its initials: «Иванова, А.П.»."""
    return (
        end == at + 1
        and items[at].kind == "W"
        and shown[items[end].start : items[end].end] == ","
        and end + 1 < len(items)
        and items[end + 1].kind == "I"
        and (end + 2 == len(items) or items[end + 2].kind == "S")
    )


def _note_change(name: Name, notes: list[Remark]) -> None:
    if name.guessed:  # «Иванову А.П.» is said to a man and of a woman
        hers = declension.surname(name.typed, after_on=True)
        both = tuple(f"{last} {name.initials}" for last in (name.last, hers))
        raise Unclear("either_gender", *both)
    if name.last != name.typed:
        notes.append(Remark("case_normalised", facts={"old": name.typed, "new": name.last}))
    elif declension.is_unclear(name.last):
        notes.append(Remark("case_unclear"))


def _role(items: list[Part], at: int, end: int, shown: str) -> _Role:
    after = items[end].start if end < len(items) else len(shown)
    said = shown[items[at].start : after].strip(" ,;:()<>-–—/")
    said += ")" * (said.count("(") - said.count(")"))  # «отличник образования РС(Я)»
    if not re.search(rf"[{LETTER}]", said):
        raise Unclear("unreadable")
    if at and len(said.strip(".")) == 1:  # «Иванова А. п»: half a name, and no post
        raise Unclear("unclear_name")
    if _PARTICLES.issuperset(said.lower().split()):
        raise Unclear("unclear_name")
    if re.search(rf"[{LOWER}]{{6}}\.$", said):
        said = said[:-1]
    return _Role(
        said,
        joined=at > 0 and items[at - 1].kind in "WI",
        leads=end < len(items) and (items[end].kind in "WI" or _introduces(items, at, end, shown)),
    )


def _introduces(items: list[Part], at: int, end: int, shown: str) -> bool:
    """Tell whether a dash or a colon leads from a role to a name: «…; завуч – Петров С.И.»."""
    before = shown[items[at - 1].start : items[at - 1].end] if at else ""
    after = shown[items[end].start : items[end].end]
    named = end + 1 < len(items) and items[end + 1].kind in "WI"
    return named and after in _LEADERS and before not in _LEADERS


def _with_roles(elements: list[Person | _Role]) -> list[Person]:
    """Give each role to its person: the one it touches, else the one before, else the next."""
    persons = [element for element in elements if isinstance(element, Person)]
    starts_with_role = isinstance(elements[0], _Role)
    seen = 0
    for element in elements:
        if isinstance(element, Person):
            seen += 1
            continue
        forward = element.leads and (not element.joined or starts_with_role)
        if (forward or seen == 0) and seen < len(persons):
            last = len(persons) if _PLURAL.match(element.text) else seen + 1
            for place in range(seen, last):
                persons[place] = replace(persons[place], role=element.text)
        else:
            held = persons[seen - 1].role
            role = f"{held}, {element.text}" if held else element.text
            persons[seen - 1] = replace(persons[seen - 1], role=role)
    return persons
