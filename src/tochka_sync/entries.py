"""The entries of a plan by columns: what all rows say of one field, one after another.

The whole plan is judged like that. An `Entry` is put together of it when somebody asks for one row:
for hundreds of thousands that would take longer than judging them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain, count, repeat
from typing import Any, NamedTuple, TypeVar, overload

from tochka_sync.fields import Field
from tochka_sync.findings import Finding, Problem
from tochka_sync.once import each
from tochka_sync.result import UNTIMED, Entry, Timing, must_mend
from tochka_sync.sheet.form import Form
from tochka_sync.table import Cell
from tochka_sync.values.reading import Remark
from tochka_sync.values.what.remarks import OUTCOMES, settled
from tochka_sync.verdicts import Frame, Notes, Raw, Values, Verdict

Column = Sequence[Verdict | None]
Item = TypeVar("Item")
Shown = Callable[[tuple[str, ...], tuple[Finding, ...]], Mapping[str, str]]
"""Makes of a row's texts and findings its texts by heading."""


class Found(NamedTuple):
    """What is wrong with an entry, before it becomes a `Finding`."""

    problem: Problem
    column: str | None
    """The letters of the column it points at."""
    title: str | None
    """What the event is called, where that is to be told."""


class Tab:
    """One tab of the plan, and where its entries stand among all."""

    __slots__ = ("columns", "first", "form", "lines", "shown", "title")

    def __init__(self, form: Form, first: int) -> None:
        """Take the form of a tab whose entries stand from the place `first` on."""
        self.form = form
        self.title = form.table.title
        self.columns: Mapping[Field, int] = form.fields
        """Column meaning → zero-based column."""
        self.lines: Sequence[int] = form.lines.events()
        """The zero-based rows of its entries."""
        self.first = first
        self.shown: Shown = partial(_raw, form.headers)

    @property
    def places(self) -> range:
        """Where its entries stand among all."""
        return range(self.first, self.first + len(self.lines))

    @property
    def tells_schools(self) -> bool:
        """Whether it says whose its entries are, by a column or by headings over all of them.

        A form nobody could read may hold those of any school.
        """
        given = self.form.given
        return Field.SCHOOL in self.columns or (
            bool(self.columns) and all(Field.SCHOOL in given.get(line, ()) for line in self.lines)
        )


class Entries(Sequence[Entry]):
    """The event rows of a plan, tab after tab. They are completed while it is judged, and then left alone."""

    def __init__(
        self, forms: Sequence[Form], frame: Frame, columns: Sequence[Column | None]
    ) -> None:
        """Take what every row says by the slots of `frame`, of what no column says nothing."""
        self.tabs: list[Tab] = []
        for form in forms:
            self.tabs.append(Tab(form, self.tabs[-1].places.stop if self.tabs else 0))
        self._firsts = [tab.first for tab in self.tabs]
        self.lines = _one([tab.lines for tab in self.tabs])
        """Zero-based rows, each in its own tab."""
        self.complete = [True] * len(self.lines)
        """Of each entry, whether every required field is there and readable."""
        self.timings: Sequence[Timing] = [UNTIMED] * len(self.lines)
        self.unsound: set[int] = set()
        """The places of entries of which the schema refused a required field."""
        self.found: defaultdict[int, list[Found]] = defaultdict(list)
        """What is wrong, by the place of the entry."""
        self.findings: Mapping[int, tuple[Finding, ...]] = {}
        """The same as it is told, once it is."""
        self._frame = frame
        self._columns = columns
        self._values: dict[str, Sequence[Any]] = {}

    @classmethod
    def joined(cls, frame: Frame, parts: Sequence["Entries"]) -> "Entries":
        """Return the entries of several tabs, judged in one frame, as one; of a single tab as they are."""
        if len(parts) == 1:
            return parts[0]
        forms = [tab.form for part in parts for tab in part.tabs]
        columns = [
            None
            if all(part._columns[slot] is None for part in parts)
            else _one([part._columns[slot] or [None] * len(part) for part in parts])
            for slot in range(len(frame.names))
        ]
        whole = cls(forms, frame, columns)
        whole.complete = list(chain.from_iterable(part.complete for part in parts))
        first = 0
        for part in parts:
            whole.unsound |= {first + place for place in part.unsound}
            whole.found.update({first + place: own for place, own in part.found.items()})
            first += len(part)
        return whole

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self.lines)))]
        at = range(len(self.lines))[place]
        return self._entry(at, self.said(at), self.tab(at).form.lines.cells(self.lines[at]))

    def __iter__(self) -> Iterator[Entry]:
        said = [repeat(None) if column is None else column for column in self._columns]
        # Taken apart by columns once, an entry costs half of what it costs alone.
        texts = chain.from_iterable(map(_texts, self.tabs))
        return map(self._entry, count(), zip(*said, strict=False), texts)

    def tab(self, place: int) -> Tab:
        """Return the tab an entry stands on."""
        return self.tabs[bisect_right(self._firsts, place) - 1]

    def row(self, place: int) -> int:
        """Return the sheet row of an entry, counted from 1."""
        return self.lines[place] + 1

    def values(self, name: str) -> Sequence[Any]:
        """Return what was read of a field of an event, or of another column, in every entry."""
        known = self._values.get(name)
        if known is None:
            known = self._values[name] = [
                None if verdict is None else verdict.value for verdict in self.verdicts(name)
            ]
        return known

    def verdicts(self, name: str) -> Sequence[Verdict | None]:
        """Return what was made of a field, or of another column, in every entry."""
        slot = self._frame.slots.get(name)
        column = None if slot is None else self._columns[slot]
        return [None] * len(self.lines) if column is None else column

    @cached_property
    def outcomes(self) -> Mapping[int, tuple[Field, Remark]]:
        """By place, which entries say of themselves, and where, that they are called off or moved.

        One whose date is already the new one is an event like any other.
        """
        dates = self.values("date")
        found = {}
        for field in (Field.TITLE, Field.REMARK):
            for place, note in enumerate(each(_outcome, self.verdicts(field))):
                if note is not None and not settled(note, dates[place]):
                    found[place] = field, note
        return found

    def said(self, place: int) -> tuple[Verdict | None, ...]:
        """Return what was made of everything an entry says, by the slots of the frame."""
        return tuple([None if column is None else column[place] for column in self._columns])

    def text(self, place: int, field: Field) -> str | None:
        """Return the text that is read of a field in an entry; nothing where there is no such column."""
        form, line = self.tab(place).form, self.lines[place]
        column = form.place(line, field)
        if column is not None and (typed := form.table.text(line, column)):
            return typed  # maybe «the same as above»
        return form.shown(line, field) or (None if column is None else "")

    def column(self, place: int, field: Field) -> int | None:
        """Return the column a field of an entry is read from, if there is one."""
        return self.tab(place).form.place(self.lines[place], field)

    def repeated(self) -> Iterator[tuple[int, Field, str, Cell | None]]:
        """Give the cells that say «the same as above»: place, field, what was typed, what it was read as.

        Nothing is given last where it is not known what stood above.
        """
        for tab in self.tabs:
            form = tab.form
            for column, field in sorted([(at, name) for name, at in tab.columns.items()]):
                same = form.lines.dittos.get(column)
                for place, line in enumerate(tab.lines, tab.first) if same else ():
                    typed = form.table.text(line, column)
                    if same and typed in same:
                        yield place, field, typed, form.given.get(line, {}).get(field)

    def asked(self, field: Field) -> Sequence[range]:
        """Return the places of the entries on tabs that have a column for a field."""
        return [tab.places for tab in self.tabs if field in tab.columns]

    def periods(self) -> Iterator[tuple[int, str]]:
        """Give the places of entries that stand under a part of the year, and how it is named."""
        for tab in self.tabs:
            for line, period in tab.form.periods.items():
                yield tab.first + bisect_left(tab.lines, line), period.text

    def struck(self) -> Iterator[tuple[int, Field]]:
        """Give what is struck out: of an entry its title, or where there is none all of the row; else single fields."""
        for tab in self.tabs:
            struck, present = tab.form.table.struck, tab.form.lines.present
            title = tab.columns.get(Field.TITLE)
            for place, line in enumerate(tab.lines, tab.first) if struck else ():
                asked = (title,) if title in present[line] else present[line]
                if all((line, column) in struck for column in asked):
                    yield place, Field.TITLE
                    continue
                for field, column in tab.columns.items():
                    if (line, column) in struck and field is not Field.NUMBER:
                        yield place, field

    def add(self, found: Iterable[tuple[int, Found]]) -> None:
        """Take what else is found wrong, each with the entry's place."""
        for place, one in found:
            self.found[place].append(one)

    def tell(
        self, told: Iterable[tuple[int, Finding]], hide: Callable[[Form], Shown | None]
    ) -> None:
        """Take what is wrong as it is told, and how the texts of rows are shown if not as they are."""
        by_place: defaultdict[int, list[Finding]] = defaultdict(list)
        for place, finding in told:
            by_place[place].append(finding)
        self.findings = {place: tuple(own) for place, own in by_place.items()}
        for tab in self.tabs:
            tab.shown = hide(tab.form) or tab.shown

    @cached_property
    def tells_schools(self) -> bool:
        """Whether the plan says of all its entries whose they are."""
        return all(tab.tells_schools for tab in self.tabs)

    @property
    def clean(self) -> int:
        """How many entries need no mending."""
        return len(self.lines) - len(self._mend())

    def sift(self) -> list[bool]:
        """Tell of each entry whether it needs no mending."""
        mend = self._mend()
        return [place not in mend for place in range(len(self.lines))]

    def reasons(self) -> list[tuple[str, ...]]:
        """Return the reasons of the notes of each entry, in their order."""
        columns = [each(_reasons, column) for column in self._columns if column is not None]
        noted = [column for column in columns if any(column)]
        reasons = list(map(_joined, zip(*noted, strict=True))) or [()] * len(self.lines)
        for tab in self.tabs:
            given = tab.form.given
            for place, line in enumerate(tab.lines if given else (), tab.first):
                if own := given.get(line):
                    notes = Notes(self._frame, self.said(place), frozenset(own))
                    told = [note.reason for said in notes.values() for note in said]
                    reasons[place] = tuple(told)
        return reasons

    def told(self) -> Iterator[Finding]:
        """Give the findings of all entries, in the order of the sheet."""
        return chain.from_iterable(self.findings.values())

    def _mend(self) -> set[int]:
        """Return the places of entries in which something must be mended."""
        mend = {place for place, findings in self.findings.items() if must_mend(findings)}
        return mend | self.unsound

    def _entry(
        self, place: int, verdicts: tuple[Verdict | None, ...], texts: tuple[str, ...]
    ) -> Entry:
        line, tab = self.lines[place], self.tab(place)
        findings = self.findings.get(place, ())
        given = tab.form.given.get(line)
        return Entry(
            tab.title,
            line + 1,
            tab.shown(texts, findings),
            Values(self._frame, verdicts),
            Notes(self._frame, verdicts, frozenset(given or ())),
            findings,
            self.complete[place],
            self.timings[place],
            place not in self.unsound,
            tab.columns,
            texts,
        )


def _outcome(verdict: Verdict | None) -> Remark | None:
    notes = () if verdict is None else verdict.part.reading.notes
    return next((note for note in notes if note.reason in OUTCOMES), None)


def _one(parts: Sequence[Sequence[Item]]) -> Sequence[Item]:
    """Return one sequence of several; a single one as it is: a column may have a million items."""
    return parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))


def _texts(tab: Tab) -> Iterator[tuple[str, ...]]:
    """Give the texts of the entries of a tab."""
    table, lines = tab.form.table, tab.form.lines
    return zip(*map(lines.column, range(table.width), repeat(tab.lines)), strict=True)


def _reasons(verdict: Verdict | None) -> tuple[str, ...]:
    return () if verdict is None else tuple([note.reason for note in verdict.part.reading.notes])


@lru_cache(maxsize=1 << 12)
def _joined(parts: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(parts))


def _raw(
    headers: Mapping[str, int], texts: tuple[str, ...], findings: tuple[Finding, ...]
) -> Mapping[str, str]:
    del findings  # what they say is nobody's business here
    return Raw(headers, texts)
