"""Counts of different people in columns of their own, made one: «учащиеся | педагоги | всего»."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from tochka_sync.values.what import totals
from tochka_sync.values.what.counts import Participants, Qualifier

_KINDS = ("students", "teachers", "parents")
_AT_MOST = {None, Qualifier.LESS, Qualifier.AT_MOST, Qualifier.ALL}
"""How a count is qualified beyond which there is nobody."""
_BODIES = ("organisations", "teams", "classes", "team_size")


def join(counts: Mapping[str, Participants], whole: Participants | None) -> Participants:
    """Return what columns of pupils, teachers and parents say together with that of all.

    Where nobody says how many in all they are added up, ranges too; not where one is no number.
    """
    said = [*([] if whole is None else [whole]), *counts.values()]
    parts: dict[str, Any] = {kind: _number(kind, counts.get(kind), said) for kind in _KINDS}
    parts |= {name: _agreed(getattr(count, name) for count in said) for name in _BODIES}
    if whole is not None:
        parts |= {name: own for name in _BODIES if (own := getattr(whole, name)) is not None}
        if any(own is not None for own in (whole.total, whole.min, whole.max, whole.qualifier)):
            return replace(whole, **parts)
    pupils = counts.get("students")
    return replace(
        Participants(),
        **parts,
        **_added(
            [
                _limits(parts[kind], counts.get(kind))
                for kind in _KINDS
                if kind in counts or parts[kind]
            ]
        ),
        qualifier=_combined(said),
        students_qualifier=pupils.qualifier if pupils and len(counts) > 1 else None,
    )


def merged(one: Participants, other: Participants, *, own: bool) -> Participants | None:
    """Return two counts as one; nothing where they contradict each other.

    To one of the count's `own` column the other adds what is not counted there of organisations and
    teams, and no people.
    """
    names = _BODIES if own else [field.name for field in fields(Participants)]
    said: dict[str, Any] = {}
    for name in names:
        first, second = getattr(one, name), getattr(other, name)
        if not own and first is not None and second is not None and first != second:
            return None
        said[name] = second if first is None else first
    return replace(one, **said)


def exceeds(part: Participants, whole: Participants) -> bool:
    """Tell whether more people are counted in one cell than are in all by another."""
    if part.total is None or whole.total is None or whole.qualifier not in _AT_MOST:
        return False
    return part.total > whole.total


def _number(kind: str, own: Participants | None, said: Iterable[Participants]) -> int | None:
    """Return how many of one kind there are, by their own column before others."""
    columns = said if own is None else (own, *said)
    numbers = [getattr(count, kind) for count in columns]
    return next((number for number in numbers if number is not None), None)


def _agreed(numbers: Iterable[int | None]) -> int | None:
    """Return the one number of columns that do not contradict each other."""
    known = {number for number in numbers if number is not None}
    return known.pop() if len(known) == 1 else None


def _limits(number: int | None, own: Participants | None) -> tuple[int, int] | None:
    """Return the least and the most people of one kind, if they are counted."""
    if number is not None:
        return number, number
    if own is None or own.min is None or own.max is None:
        return None
    return own.min, own.max


def _added(limits: Iterable[tuple[int, int] | None]) -> dict[str, Any]:
    known = [*limits]
    if not known or None in known:
        return {}
    low, high = (sum(ends) for ends in zip(*filter(None, known), strict=True))
    return {"total": low} if low == high else {"min": low, "max": high}


def _combined(said: Iterable[Participants]) -> Qualifier | None:
    """Return how the sum is qualified; beside «все» it is no sum."""
    stated = {count.qualifier for count in said if count.qualifier is not None}
    whole = stated & {Qualifier.ALL, Qualifier.OPEN}
    name = min(whole) if whole else totals.combined(stated)
    return None if name is None else Qualifier(name)
