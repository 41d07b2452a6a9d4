"""Schools of one name, told apart by the settlement that stands in the column beside."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tochka_sync.assemble import Part
from tochka_sync.fields import Field
from tochka_sync.table import Cell
from tochka_sync.values.cells import Reader
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.verdicts import Verdict

_NAMESAKES = frozenset({"several_fit", "many_fit"})
"""Refusals of a school that its settlement may tell from others."""


def told_apart(
    places: Iterable[int],
    shown: Callable[[int], str | None],
    said: tuple[Sequence[Verdict | None], Sequence[Verdict | None]],
    reader: Reader,
    required: frozenset[str],
) -> Iterator[tuple[int, Verdict]]:
    """Give the schools that are known with their settlement, of those at some places.

    `shown` gives the text of the school at a place, `said` are schools and settlements by places.
    Each wording is read once.
    """
    schools, settlements = said
    known: dict[tuple[str | None, Settlement], Verdict | None] = {}
    for at in places:
        school, where = schools[at], settlements[at]
        if school is None or school.refused is None:
            continue
        if where is None or where.value is None:
            continue
        told = shown(at), where.value
        if told not in known:
            reading = told_by(told[0] or "", school.refused, told[1], reader)
            part = Part(reading, Field.SCHOOL) if reading else None
            known[told] = Verdict.of(Field.SCHOOL.value, part, required) if part else None
        if (found := known[told]) is not None:
            yield at, found


def told_by(shown: str, refused: Remark, place: Settlement, reader: Reader) -> Reading[str] | None:
    """Return what a school refused for its namesakes is in a settlement, if that decides."""
    if refused.reason not in _NAMESAKES:
        return None
    where = f"{place.type or ''} {place.name}".strip()
    reading = reader.read(Field.SCHOOL, Cell(f"{shown}, {where}"))
    if reading.value is None:
        return None
    return reading._replace(notes=(*reading.notes, Remark("settlement_beside")))
