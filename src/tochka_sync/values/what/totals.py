"""What the numbers of a count add up to: sums, parts of a whole, so many of each.

Raises `Unclear` where the numbers contradict each other or can be added up in two ways.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from tochka_sync.values.reading import Unclear
from tochka_sync.values.what.amounts import HUMAN, Item, Role
from tochka_sync.values.what.headwords import Unit

_FIELDS = {
    Unit.STUDENTS: "students",
    Unit.TEACHERS: "teachers",
    Unit.PARENTS: "parents",
    Unit.ORGANISATIONS: "organisations",
    Unit.TEAMS: "teams",
    Unit.CLASSES: "classes",
}
_PLUS = frozenset({"+", "плюс"})
_AND = frozenset({"и", "а также", "да", "&", *_PLUS})


class Added:
    """Numbers by the names of their fields, and how they were come by."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.qualifier: str | None = None
        self.students_qualifier: str | None = None
        self.derived = False
        """Whether the total stands nowhere in the cell."""
        self.spelt = False
        """Whether a number stood only in words."""
        self.left_out = False
        """Whether guests were named without a number."""


def add(items: Sequence[Item]) -> Added:
    """Return what the items of one cell make together."""
    items = _limits(_said_twice(_explain(items)))
    if reversed_range := next((item for item in items if item.low > item.high), None):
        low, high = reversed_range.high, reversed_range.low
        raise Unclear("ambiguous_number", f"{low}–{high}", f"{high} + {low}")
    added = _multiply(items) if any(item.role is Role.EACH for item in items) else _total(items)
    added.spelt = any(item.spelt for item in items)
    added.left_out = any(item.left_out for item in items)
    return added


def _explain(items: Sequence[Item]) -> Sequence[Item]:
    """Say of «уч.» whom it means: pupils beside teachers, otherwise just people.

    Girls are pupils, but «25 чел., из них 10 девочек» does not say that the others are none.
    """
    items = [
        item._replace(unit=Unit.PEOPLE if item.role is Role.PART else Unit.STUDENTS)
        if item.unit is Unit.SEX
        else item
        for item in items
    ]
    units = {item.unit for item in items}
    if Unit.EITHER not in units:
        return items
    if Unit.STUDENTS in units:
        raise Unclear("several_numbers")
    meant = Unit.STUDENTS if Unit.TEACHERS in units else Unit.PEOPLE
    return [item._replace(unit=meant) if item.unit is Unit.EITHER else item for item in items]


def _said_twice(items: Sequence[Item]) -> Sequence[Item]:
    """Make one number of «25 (двадцать пять)»."""
    if len(items) != 2 or items[1].joined != "(" or items[0].spelt == items[1].spelt:
        return items
    first, second = items
    if (first.low, first.high) != (second.low, second.high):
        raise Unclear("ambiguous_number", str(first.low), str(second.low))
    return [first._replace(unit=first.unit or second.unit, spelt=False)]


def _limits(items: Sequence[Item]) -> Sequence[Item]:
    """Make one range of «не менее 20, не более 30»."""
    if [item.qualifiers for item in items] != [("at_least",), ("at_most",)]:
        return items
    first, second = items
    if None not in {first.unit, second.unit} and first.unit is not second.unit:
        return items
    return [first._replace(high=second.high, unit=first.unit or second.unit, qualifiers=())]


def _multiply(items: Sequence[Item]) -> Added:
    """Work out «11 команд по 5 человек», or check «11 команд по 5 = 55»."""
    sizes = [item for item in items if item.role is Role.EACH]
    bodies = [item for item in items if item.role is not Role.EACH]
    people_too = [item for item in bodies if item.unit is None or item.unit in HUMAN]
    said = people_too[0] if len(bodies) == 2 and len(people_too) == 1 else None
    bodies = [item for item in bodies if item is not said]
    if len(sizes) != 1 or len(bodies) != 1:
        raise Unclear("per_unit")
    size, body = sizes[0], bodies[0]
    bodiless = body.unit is None or body.unit in HUMAN or body.low != body.high
    if bodiless or not (size.unit is None or size.unit in HUMAN):
        raise Unclear("per_unit")
    people = size._replace(
        low=size.low * body.low,
        high=size.high * body.low,
        role=Role.SUM,
        unit=size.unit or Unit.PEOPLE,
        qualifiers=size.qualifiers + body.qualifiers,
    )
    if said and (said.unit not in {None, people.unit, Unit.PEOPLE} or said[:2] != people[:2]):
        raise Unclear("per_unit")
    added = _total([people])
    if body.unit is not Unit.SETS:
        _name_body(body, added.numbers)
    if body.unit is Unit.TEAMS and size.low == size.high:
        added.numbers["team_size"] = size.low
    added.derived = said is None
    return added


def _total(items: Sequence[Item]) -> Added:
    """Add up people, and name the bodies they come from."""
    added = Added()
    people = [item for item in items if item.unit is None or item.unit in HUMAN]
    if any(one.unit is None and other.joined == "/" for one, other in pairwise(items)) and (
        len(people) < len(items)
    ):
        raise Unclear  # «1/2 класса»
    for place, body in enumerate(items):
        if body.unit is Unit.SETS and people and (place or body.low == 1):
            continue  # «24 чел. (2 группы)», «1 группа 12 человек»
        if body not in people:
            _name_body(body, added.numbers)
            added.qualifier = _combine([body]) if not people else None
    if not people:
        return added
    terms, parts = _terms(people)
    for unit in (Unit.STUDENTS, Unit.TEACHERS, Unit.PARENTS):
        own = [item for item in terms if item.unit is unit] or [
            item for item in parts if item.unit is unit
        ]
        if own and all(item.low == item.high for item in own):
            added.numbers[_FIELDS[unit]] = sum(item.low for item in own)
        if own and unit is Unit.STUDENTS and len(people) > 1:
            added.students_qualifier = _combine(own)
    low, high = sum(item.low for item in terms), sum(item.high for item in terms)
    if sum(part.low for part in parts) > high:
        raise Unclear("part_exceeds")
    bodies = max(added.numbers.get(name, 0) for name in ("teams", "classes"))
    if low == high and bodies > low:  # «8 команд (5 человек)»: of each, or there is a slip
        raise Unclear("ambiguous_number", str(bodies * low), str(low))
    added.numbers |= {"total": low} if low == high else {"min": low, "max": high}
    added.qualifier = _combine(terms)
    added.derived = all(item.unit is None for item in terms) and len(terms) > 1
    return added


def _name_body(body: Item, numbers: dict[str, int]) -> None:
    name = _FIELDS.get(body.unit) if body.unit else None
    if name is None or name in numbers or body.low != body.high:
        raise Unclear
    numbers[name] = body.low


def _terms(people: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """Return the numbers that make the total, and those contained in it."""
    wholes = [item for item in people if item.role is Role.WHOLE]
    terms = [item for item in people if item.role is Role.SUM]
    parts = [item for item in people if item.role is Role.PART]
    if any(item.unit is None for item in parts):
        raise Unclear("several_numbers")
    if len(wholes) > 1:
        raise Unclear("several_numbers")
    if wholes:
        _check_sum(wholes[0], terms, people)
        return wholes, [*terms, *parts]
    if not terms:
        if parts[0].joined != "(":
            raise Unclear  # «из них 6 педагогов»: of how many, nobody says
        return parts, []
    first, *rest = terms
    if not rest:
        return terms, parts
    if _is_sum_of(first, rest):
        return [first], [*rest, *parts]
    if any(item.unit is None for item in terms):
        if all(item.unit is None for item in terms) and all(item.joined in _PLUS for item in rest):
            return terms, parts
        raise _unclear(first, rest)
    if first.unit is Unit.PEOPLE and any(item.joined not in _AND for item in rest):
        raise _unclear(first, rest)
    return terms, parts


def _is_sum_of(first: Item, rest: Sequence[Item]) -> bool:
    """Tell whether a number is explained by those after it: «25: 15 учащихся, 10 педагогов»."""
    if first.unit not in {None, Unit.PEOPLE} or rest[0].joined in _AND:
        return False
    if any(item.unit in {None, Unit.PEOPLE} for item in rest):
        return False
    alone = first.unit is None and len(rest) == 1 and rest[0].joined != ":"
    return not alone and first.low == first.high == sum(item.low for item in rest)


def _check_sum(whole: Item, terms: Sequence[Item], people: Sequence[Item]) -> None:
    """Refuse «15 учащихся, 10 педагогов, итого 26»: what stands last must be the sum."""
    exact = all(item.low == item.high for item in (whole, *terms))
    if people[-1] is not whole or len(terms) < 2 or not exact:
        return
    if whole.low != (added := sum(item.low for item in terms)):
        raise Unclear("ambiguous_number", str(whole.low), str(added))


def _unclear(first: Item, rest: Sequence[Item]) -> Unclear:
    """Name what numbers may mean that may or may not be added up."""
    if len(rest) > 1 or first.low != first.high or rest[0].low != rest[0].high:
        return Unclear("several_numbers")
    one, two = first.low, rest[0].low
    if first.unit is not None or rest[0].unit is not None:
        return Unclear("ambiguous_number", str(one), str(one + two))
    if rest[0].joined != "/":
        return Unclear("several_numbers")
    return Unclear(
        "ambiguous_number", f"{one} учащихся, {two} педагогов", f"{one} педагогов, {two} учащихся"
    )


def _combine(items: Sequence[Item]) -> str | None:
    """Return the one qualifier of a sum; bounds that pull in different ways are «about»."""
    said = {qualifier for item in items for qualifier in item.qualifiers}
    if len(items) == 1:
        said -= {"about"} if len(said) > 1 else set()
        if len(said) > 1:
            raise Unclear
    return combined(said)


def combined(said: AbstractSet[str]) -> str | None:
    """Return the one of several qualifiers that holds for a sum."""
    if len(said) < 2:
        return next(iter(said), None)
    if said == {"more", "at_least"}:
        return "at_least"
    return "at_most" if said == {"less", "at_most"} else "about"
