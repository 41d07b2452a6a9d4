"""The entries of a plan by columns: what all rows say of one field, one after another.

The whole plan is judged like that. An `Entry` is put together of it when somebody asks for one row:
for hundreds of thousands that would take longer than judging them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain, count, repeat
from typing import Any, overload

from tochka_sync.fields import Field
from tochka_sync.findings import Finding
from tochka_sync.once import each
from tochka_sync.result import UNTIMED, Entry, Timing, must_mend
from tochka_sync.sheet.form import Form
from tochka_sync.table import Cell
from tochka_sync.values.reading import Remark
from tochka_sync.values.what.remarks import OUTCOMES, settled
from tochka_sync.verdicts import Frame, Notes, Raw, Values, Verdict

Column = Sequence[Verdict | None]
Shown = Callable[[tuple[str, ...], tuple[Finding, ...]], Mapping[str, str]]
"""Makes of a row's texts and findings its texts by heading."""
Told = Callable[[Iterable[Finding]], tuple[Finding, ...]]


class Entries(Sequence[Entry]):
    """The event rows of a form. They are completed while the plan is judged, and then left alone."""

    def __init__(self, form: Form, frame: Frame, columns: Sequence[Column | None]) -> None:
        """Take what every row says by the slots of `frame`, of what no column says nothing."""
        self.tab = form.table.title
        self.lines = form.lines.events()
        """Zero-based rows."""
        self.columns = form.fields
        """Column meaning → zero-based column."""
        self.complete = [True] * len(self.lines)
        """Of each entry, whether every required field is there and readable."""
        self.timings: Sequence[Timing] = [UNTIMED] * len(self.lines)
        self.unsound: set[int] = set()
        """The places of entries of which the schema refused a required field."""
        self.findings: dict[int, tuple[Finding, ...]] = {}
        """By sheet row."""
        self.shown: Shown = partial(_raw, form.headers)
        self._form = form
        self._frame = frame
        self._columns = columns
        self._values: dict[str, Sequence[Any]] = {}

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
        return self._entry(at, self.said(at), self._form.lines.cells(self.lines[at]))

    def __iter__(self) -> Iterator[Entry]:
        said = [repeat(None) if column is None else column for column in self._columns]
        texts = map(self._form.lines.column, range(self._form.table.width), repeat(self.lines))
        # Taken apart by columns once, an entry costs half of what it costs alone.
        return map(self._entry, count(), zip(*said, strict=False), zip(*texts, strict=True))

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
        """Return the text of an entry's cell; nothing where there is no such column."""
        column = self.columns.get(field)
        return None if column is None else self._form.table.text(self.lines[place], column)

    def repeated(self) -> Iterator[tuple[int, Field, str, Cell | None]]:
        """Give the cells that say «the same as above»: place, field, what was typed, what it was read as.

        Nothing is given last where it is not known what stood above.
        """
        form = self._form
        for column, field in sorted([(at, name) for name, at in self.columns.items()]):
            same = form.lines.dittos.get(column)
            for place, line in enumerate(self.lines) if same else ():
                typed = form.table.text(line, column)
                if same and typed in same:
                    yield place, field, typed, form.given.get(line, {}).get(field)

    def periods(self) -> Iterator[tuple[int, str]]:
        """Give the places of entries that stand under a part of the year, and how it is named."""
        for line, (named, _) in self._form.periods.items():
            yield bisect_left(self.lines, line), named

    def add(self, findings: Iterable[tuple[int, Finding]]) -> None:
        """Give entries more findings, each with the entry's place."""
        found: defaultdict[int, list[Finding]] = defaultdict(list)
        for place, finding in findings:
            found[self.row(place)].append(finding)
        for row, more in found.items():
            self.findings[row] = (*self.findings.get(row, ()), *more)

    def tell(self, told: Told, shown: Shown | None) -> None:
        """Take the findings as they are told, and how the texts of rows are shown if not as they are."""
        found = [finding for row in sorted(self.findings) for finding in self.findings[row]]
        by_row: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in told(found):
            by_row[finding.row or 0].append(finding)
        self.findings = {row: tuple(own) for row, own in by_row.items()}
        self.shown = shown or self.shown

    @property
    def clean(self) -> int:
        """How many entries need no mending."""
        return len(self.lines) - len(self._mend())

    def sift(self) -> list[bool]:
        """Tell of each entry whether it needs no mending."""
        mend = self._mend()
        return [line + 1 not in mend for line in self.lines]

    def reasons(self) -> list[tuple[str, ...]]:
        """Return the reasons of the notes of each entry, in their order."""
        columns = [each(_reasons, column) for column in self._columns if column is not None]
        noted = [column for column in columns if any(column)]
        reasons = list(map(_joined, zip(*noted, strict=True))) or [()] * len(self.lines)
        given = self._form.given
        for place, line in enumerate(self.lines if given else ()):
            if own := given.get(line):
                notes = Notes(self._frame, self.said(place), frozenset(own))
                reasons[place] = tuple([note.reason for told in notes.values() for note in told])
        return reasons

    def told(self) -> Iterator[Finding]:
        """Give the findings of all entries, in the order of the sheet."""
        return chain.from_iterable(self.findings.values())

    def _mend(self) -> set[int]:
        """Return the sheet rows of entries in which something must be mended."""
        mend = {row for row, findings in self.findings.items() if must_mend(findings)}
        return mend | {self.row(place) for place in self.unsound}

    def _entry(
        self, place: int, verdicts: tuple[Verdict | None, ...], texts: tuple[str, ...]
    ) -> Entry:
        line = self.lines[place]
        findings = self.findings.get(line + 1, ())
        given = self._form.given.get(line)
        return Entry(
            self.tab,
            line + 1,
            self.shown(texts, findings),
            Values(self._frame, verdicts),
            Notes(self._frame, verdicts, frozenset(given or ())),
            findings,
            self.complete[place],
            self.timings[place],
            place not in self.unsound,
            self.columns,
            texts,
        )


def _outcome(verdict: Verdict | None) -> Remark | None:
    notes = () if verdict is None else verdict.part.reading.notes
    return next((note for note in notes if note.reason in OUTCOMES), None)


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
