"""Counted things in a text: «около 80 приглашённых, из них 26 педагогов» is two of them.

Gives each number with what it counts, its qualifier and its part in the whole; what the numbers
add up to is for `counts` to say. Raises `Unclear` at the first thing it does not understand.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values.reading import Unclear
from tochka_sync.values.what.headwords import Token, Unit, split


class Role(StrEnum):
    """A number's part in the whole."""

    SUM = "sum"  # added to the others
    PART = "part"  # contained in what was said before
    WHOLE = "whole"  # contains the others
    OF = "of"  # the organisations people come from
    EACH = "each"  # the size of every team or class


HUMAN = frozenset(
    {
        *(Unit.PEOPLE, Unit.OTHERS, Unit.STUDENTS, Unit.SEX),
        *(Unit.TEACHERS, Unit.PARENTS, Unit.EITHER),
    }
)


class Item(NamedTuple):
    """One number, or one range of numbers; `unit` is `None` where nothing says what is counted."""

    low: int
    high: int
    role: Role
    unit: Unit | None
    qualifiers: tuple[str, ...]
    spelt: bool
    joined: str
    """What stands between this number and the one before: «+», «и», «,», «(»."""
    left_out: bool = False
    """Whether guests are named that it does not count: «30 педагогов и специалисты»."""


_SAID = r"U(?:[WG]|\(G\))*(?:[JS]W+(?![WN])G?)*"
_FIGURE = r"Q*NA?(?:\(G\))?"
_NEW = r"(?![L(]?Q*N)"
_NUMBERED = Pattern(r"Q*NA?(?:U)?")
_CUT = frozenset({"J", "L"})
"""With these no count begins or ends: «+30», «30 -»."""
_NOMINATIVE = ("и", "ы", "е", "иеся", "ля", "тель", "педагог", "завуч", "психолог", "методист")
"""How a group of people ends that no number governs."""
_ONE_BODY = frozenset({"команда", "экипаж"})
_MANY = {Unit.TEAMS: "команд", Unit.ORGANISATIONS: "организаций", Unit.CLASSES: "классов"}
_ALONE = {"*": "all", "?": "open"}
_FROM = frozenset({"из", "с", "со"})
_CLAUSE = Pattern(
    rf"(?P<numbered>T?L?{_FIGURE}(?:L{_SAID}{_NEW}|{_SAID}(?:J{_SAID}{_NEW})*)?A?(?:Q(?![L(]?N))?)"
    rf"|(?P<labelled>T?(?:{_SAID}|GU?)(?:[JSL](?:{_SAID}|G))*[LS(]*{_FIGURE}(?:U[WG]*{_NEW})?A?\)?)"
    r"|(?P<lone>[*?]+(?:UG?[WG]*(?:[JS]UG?[WG]*)*)?(?=$|[S(]))"
    r"|(?P<link>[SJLPOE()*?])"
)


def parse(folded: str) -> tuple[list[Item], str | None]:
    """Return the items of a text, and `all` or `open` where it says so without a number."""
    tokens = _relations(_once(split(folded)))
    kinds = "".join(token.kind for token in tokens)
    if kinds[:1] in _CUT or kinds[-1:] in _CUT:
        raise Unclear
    items: list[Item] = []
    alone: str | None = None
    role, ahead = Role.SUM, None
    joined, place = "", 0
    while place < len(kinds):
        match = _CLAUSE.match(kinds, place)
        if match is None:
            raise Unclear
        taken, place = tokens[place : match.end()], match.end()
        if match.lastgroup == "lone":
            alone = _ALONE["?" if "?" in match.group() else "*"]
        elif match.lastgroup == "link":
            role, ahead = _turn(match.group(), role, inside=bool(items))
            joined = taken[0].value
            alone = _ALONE.get(match.group(), alone)
        else:
            if taken[0].value == "=" and len(items) > 1 and place == len(kinds):
                ahead = Role.WHOLE  # «25 + 24 = 49»
            items.append(_item(taken, ahead or role, joined))
            if taken[0].kind == "T" and taken[0].value not in _FROM:
                role = Role.PART
            ahead, joined = None, ""
    if not items and alone is None:
        raise Unclear
    return items, alone


def _once(tokens: list[Token]) -> list[Token]:
    """Drop the words of a number given in figures: «12 (двенадцать) человек»."""
    for place in range(len(tokens) - 3):
        first, opening, second, closing = tokens[place : place + 4]
        numbers = first.kind == second.kind == "N" and first.spelt is not second.spelt
        if numbers and opening.kind + closing.kind == "()" and first.low == second.low:
            return _once([*tokens[: place + 1], *tokens[place + 4 :]])
    return tokens


def _turn(kind: str, role: Role, *, inside: bool) -> tuple[Role, Role | None]:
    """Return the role of all numbers to come, and that of the next one alone."""
    if kind == "P" or (kind == "(" and inside):
        return Role.PART, None
    if kind == ")":
        return Role.SUM, None
    return role, {"O": Role.OF, "E": Role.EACH}.get(kind)


def _relations(tokens: list[Token]) -> list[Token]:
    """Tell apart what «из», «от» and «по» relate: «из 12 ОО», «от 20 человек», «из Томмота»."""
    kinds = "".join(token.kind for token in tokens)
    for place, token in enumerate(tokens):
        if token.kind not in "OE":
            continue
        ahead = _NUMBERED.match(kinds, place + 1)
        if ahead is None:
            raise Unclear
        if token.kind == "O":
            unit = tokens[ahead.end() - 1]
            if unit.kind != "U" or unit.value in HUMAN:
                token.kind = "Q" if token.value == "от" else "T"
                token.value = "at_least" if token.value == "от" else token.value
    return tokens


def _item(tokens: Sequence[Token], role: Role, joined: str) -> Item:
    place = next(place for place, token in enumerate(tokens) if token.kind == "N")
    number, said = tokens[place], _counted(tokens[place + 1 :])
    before, after = _units(tokens[:place]), _units(said)
    if before and not before & HUMAN:
        before = _people_of(tokens[:place], before, number, after)
    if before - {Unit.PEOPLE} and after - {Unit.PEOPLE} and before != after:
        raise Unclear
    units = before - {Unit.PEOPLE} or after or before
    if len(units) > 1 and not units <= HUMAN:
        raise Unclear
    unit = next(iter(units)) if len(units) == 1 else Unit.PEOPLE if units else None
    if tokens[0].kind == "T":
        if tokens[0].value in _FROM and unit is None:
            raise Unclear("several_numbers")
        role = Role.WHOLE
    qualifiers = tuple(token.value for token in tokens if token.kind in "QA")
    left_out = len(said) <= len(tokens) - place - 2
    return Item(number.low, number.high, role, unit, qualifiers, number.spelt, joined, left_out)


def _people_of(
    tokens: Sequence[Token], bodies: set[Unit], number: Token, after: set[Unit]
) -> set[Unit]:
    """Return what a number behind «школы:» counts; nothing, where «группа 15 человек» says it.

    Raises `Unclear` for «школы: 12 чел.» and «команда: 5»: bodies or people, nobody can tell.
    """
    one = any(token.form in _ONE_BODY for token in tokens)
    if after and after <= HUMAN and (one or bodies == {Unit.SETS}):
        return set()
    many = next((_MANY[body] for body in bodies if body in _MANY), "")
    if many and number.low == number.high and (after == {Unit.PEOPLE} or (one and not after)):
        raise Unclear("ambiguous_number", f"{number.low} чел.", f"{number.low} {many}")
    return bodies


def _counted(after: Sequence[Token]) -> Sequence[Token]:
    """Return what the number counts: not the guests of «30 педагогов и специалисты».

    Raises `Unclear` where it does not reach pupils, teachers or parents: «20 детей и их родители».
    """
    kinds = "".join(token.kind for token in after)
    place = kinds.rfind("J")
    beside = [token for token in after[place:] if token.form.endswith(_NOMINATIVE)]
    if place < 0 or not beside:
        return after
    if any(token.value != Unit.OTHERS for token in beside):
        raise Unclear("several_numbers")
    return after[:place]


def _units(tokens: Sequence[Token]) -> set[Unit]:
    units = {Unit(token.value) for token in tokens if token.kind == "U"}
    if not units and any(token.kind == "G" for token in tokens):
        return {Unit.STUDENTS}
    return units
