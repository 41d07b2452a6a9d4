"""The rows of the plan: what each says and what is wrong with it.

A distinct cell is read and held against the schema once, and a row is put together of what is known
of its cells. Columns that say one thing together, a date and its time of day, are read as one.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress
from typing import Any, NamedTuple, TypeVar

from tochka_sync.assemble import LONE, TOGETHER, Part, joined, named, says
from tochka_sync.entries import Entries
from tochka_sync.fields import Field
from tochka_sync.namesakes import told_apart
from tochka_sync.passing import agreed
from tochka_sync.problems import Problems
from tochka_sync.sheet.form import Form, is_blank
from tochka_sync.table import Cell
from tochka_sync.values.cells import READERS, Reader
from tochka_sync.values.reading import BLANK, Reading
from tochka_sync.verdicts import Frame, Verdict

Item = TypeVar("Item")
_Slot = tuple[int, Verdict | None]
"""What is said of a field, and where it stands in the frame of a row."""


@dataclass(slots=True, eq=False)
class _Said:
    """What the cells of one group of columns say, the same in every row that has them."""

    own: tuple[Verdict | None, ...]
    """In the order of the group's slots."""
    also: tuple[tuple[int, Verdict], ...]
    """By slots. Of other fields, said in passing: they count where those have nothing of their own."""
    telling: tuple[_Slot, ...]
    """Those that make findings, or leave a required field without a value: the row is looked at."""


class _Column(NamedTuple):
    field: Field
    place: int | None
    """Nothing for a field that has no column and is only carried to rows."""
    rich: Mapping[int, Cell]
    """The cells that are more than their text, by zero-based row."""


class _Group(NamedTuple):
    """Columns that are read together, mostly one."""

    columns: tuple[_Column, ...]
    slots: tuple[int, ...]
    """Where in the frame of a row stands what they say."""
    names: tuple[str, ...]
    """The names of these places."""


def entries(forms: Sequence[Form], reader: Reader, required: frozenset[str]) -> Entries:
    """Judge the event rows of every tab by its own form; together they are the entries of the plan.

    `required` are the fields without which an entry is incomplete.
    """
    frame = Frame(dict.fromkeys(name for form in forms for name in form.said))
    return Entries.joined(frame, [Judge(form, frame, reader, required).entries() for form in forms])


class Judge:
    """Judges the rows of one form. What is the same for all of them is worked out once."""

    def __init__(self, form: Form, frame: Frame, reader: Reader, required: frozenset[str]) -> None:
        """Take the fields without which an entry is incomplete as `required`."""
        self._form = form
        self._lines = form.lines.events()
        self._reader = reader
        self._required = required
        self._frame = frame
        self._needed = frozenset(frame.slots[name] for name in required)
        self._groups = _groups(form, frame)
        self._problems = Problems(form, self._needed)

    def entries(self) -> Entries:
        """Judge the event rows: column by column, and of the rows only those that call for it."""
        count = len(self._lines)
        columns: list[list[Verdict | None] | None] = [None] * len(self._frame.names)
        also: list[tuple[int, tuple[tuple[int, Verdict], ...]]] = []
        telling: defaultdict[int, list[_Slot]] = defaultdict(list)
        for group in self._groups:
            keys = self._keys(group)
            known = self._known(group, keys)
            for place, slot in enumerate(group.slots):
                own = {key: said.own[place] for key, said in known.items()}
                columns[slot] = list(map(own.__getitem__, keys))
            loud = {key: said.telling for key, said in known.items() if said.telling}
            for at, told in _rows(keys, loud):
                telling[at] += told
            also += _rows(keys, {key: said.also for key, said in known.items() if said.also})
        self._tell_namesakes_apart(columns, telling)
        entries = Entries([self._form], self._frame, columns)
        if any(columns[slot] is None for slot in self._needed):
            entries.complete = [False] * count
        for at in self._fill_in(columns, also):
            telling[at] = [*filter(self._tells, enumerate(entries.said(at)))]
        for at in sorted(telling):
            self._look(entries, at, telling[at])
        return entries

    def _tell_namesakes_apart(
        self, columns: list[list[Verdict | None] | None], telling: dict[int, list[_Slot]]
    ) -> None:
        slot = self._frame.slots["school"]
        schools, settlements = columns[slot], columns[self._frame.slots["settlement"]]
        if schools is None or settlements is None:
            return

        def shown(at: int) -> str | None:
            return self._form.shown(self._lines[at], Field.SCHOOL)

        places, said = sorted(telling), (schools, settlements)
        for at, school in told_apart(places, shown, said, self._reader, self._required):
            schools[at] = school
            telling[at] = [each for each in telling[at] if each[0] != slot]

    def _fill_in(
        self,
        columns: list[list[Verdict | None] | None],
        also: Iterable[tuple[int, Iterable[tuple[int, Verdict]]]],
    ) -> set[int]:
        """Put what was said in passing where a row has nothing; return the places where that tells.

        What several cells say of a field is taken together.
        """
        places = set()
        together: dict[tuple[int, int], Verdict] = {}
        for at, said in also:
            for slot, verdict in said:
                column = columns[slot]
                if column is None:
                    column = columns[slot] = [None] * len(self._lines)
                known = column[at]
                if known is None or known.blank:
                    column[at] = verdict
                elif known is not verdict:
                    pair = id(known), id(verdict)
                    if (both := together.get(pair)) is None:
                        both = together[pair] = self._together(slot, known, verdict)
                    if both is known:
                        continue
                    verdict = column[at] = both  # noqa: PLW2901
                if verdict.loud or slot in self._needed:
                    places.add(at)
        return places

    def _together(self, slot: int, known: Verdict, said: Verdict) -> Verdict:
        """Return what a row says of a field already, with what another of its cells says in passing."""
        name = self._frame.names[slot]
        part = agreed(name, known.part, said.part)
        return known if part is known.part else Verdict.of(name, part, self._required)

    def _tells(self, slot: _Slot) -> bool:
        place, verdict = slot
        lacks = place in self._needed and (verdict is None or verdict.value is None)
        return lacks or (verdict is not None and verdict.loud)

    def _look(self, entries: Entries, place: int, telling: list[_Slot]) -> None:
        """Judge one entry by what tells of it: whether anything is missing or refused in it."""
        loud = []
        for slot, verdict in telling:
            if slot in self._needed and (verdict is None or verdict.value is None):
                entries.complete[place] = False
                if verdict is not None and verdict.refused is not None:
                    entries.unsound.add(place)
            if verdict is not None and verdict.loud:
                loud.append((slot, verdict))
        if loud:
            entries.found[place] = self._problems.of(self._lines[place], loud)

    def _known(self, group: _Group, keys: Sequence[Any]) -> dict[Any, _Said]:
        """Return what the distinct cells of a group say, each read once."""
        read = partial(self._lone if len(group.columns) == 1 else self._read, group)
        return {key: read(key) for key in dict.fromkeys(keys)}

    def _keys(self, group: _Group) -> Sequence[Any]:
        """Return what tells the cells of a group from others, row by row."""
        first, *others = [self._texts(column) for column in group.columns]
        return list(zip(first, *others, strict=True)) if others else first

    def _texts(self, column: _Column) -> Sequence[str | Cell]:
        """Return what tells the cells of a column from others: their texts where they are no more."""
        lines, rich = self._lines, column.rich
        keys: list[str | Cell] = list(
            [""] * len(lines)
            if column.place is None
            else self._form.lines.column(column.place, lines)
        )
        if rich:
            keys = [rich.get(line) or text for line, text in zip(lines, keys, strict=True)]
        for line, seconds in self._form.seconds.items():
            if column.field in seconds:
                cell = seconds[column.field].cell
                keys[bisect_left(lines, line)] = cell if cell != Cell(cell.text) else cell.text
        for line, given in self._form.given.items():
            if column.field in given:
                keys[bisect_left(lines, line)] = given[column.field]
        return keys

    def _lone(self, group: _Group, key: str | Cell) -> _Said:
        """Read a cell that is read without others: nearly every one, in fewer steps."""
        field = group.columns[0].field
        if field not in LONE:
            return self._read(group, (key,))
        cell = Cell(key) if isinstance(key, str) else key
        reading = BLANK if is_blank(cell) else self._reader.read(field, cell)
        verdict = Verdict.of(group.names[0], Part(reading, field), self._required)
        slot = group.slots[0], verdict
        aside = self._aside({field: reading}) if reading.also else ()
        return _Said((verdict,), aside, (slot,) if self._tells(slot) else ())

    def _read(self, group: _Group, keys: Sequence[str | Cell]) -> _Said:
        cells = {
            column.field: Cell(key) if isinstance(key, str) else key
            for column, key in zip(group.columns, keys, strict=True)
        }
        readings = {
            name: BLANK if is_blank(cell) else self._reader.read(name, cell)
            for name, cell in named(cells).items()
        }
        parts = joined(readings)
        own = [
            None if (part := parts.get(name)) is None else Verdict.of(name, part, self._required)
            for name in group.names
        ]
        return self._said(group, own, readings)

    def _said(
        self, group: _Group, own: Sequence[Verdict | None], readings: Mapping[Field, Reading[Any]]
    ) -> _Said:
        telling = tuple(filter(self._tells, zip(group.slots, own, strict=True)))
        return _Said(tuple(own), self._aside(readings), telling)

    def _aside(self, readings: Mapping[Field, Reading[Any]]) -> tuple[tuple[int, Verdict], ...]:
        """Return what cells say in passing of the fields of other columns, by slots."""
        if not any([reading.also for reading in readings.values()]):  # noqa: C419 - in half the time
            return ()
        also = {
            name.value: Part(Reading(value), column)
            for column, reading in reversed([*readings.items()])
            for name, value in reading.also.items()
        }
        slots = self._frame.slots
        return tuple(
            [
                (slots[name], Verdict.of(name, part, self._required))
                for name, part in also.items()
                if name in slots
            ]
        )


def _rows(keys: Sequence[Any], known: Mapping[Any, Item]) -> Iterator[tuple[int, Item]]:
    """Give what is known of cells for each row that has one of them: few rows have any."""
    for at in compress(range(len(keys)), map(known.__contains__, keys)) if known else ():
        yield at, known[keys[at]]


def _groups(form: Form, frame: Frame) -> list[_Group]:
    """Return the columns that have a reader, those that say one thing together as one group."""
    rich = form.table.rich_columns
    columns = {
        name: _Column(name, index, {} if index is None else rich.get(index, {}))
        for name, index in form.said.items()
        if name in READERS
    }
    together = {name: group for group in TOGETHER for name in group}
    groups: dict[tuple[Field, ...], list[_Column]] = {}
    for name, column in columns.items():
        groups.setdefault(together.get(name, (name,)), []).append(column)
    return [_group(own, frame) for own in groups.values()]


def _group(columns: Sequence[_Column], frame: Frame) -> _Group:
    slots = {frame.slots[name]: name for column in columns for name in says(column.field)}
    return _Group(tuple(columns), tuple(slots), tuple(slots.values()))
