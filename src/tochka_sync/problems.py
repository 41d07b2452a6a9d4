"""What is wrong with an entry by the verdicts on its cells, worked out once for each verdict."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from tochka_sync.entries import Found
from tochka_sync.fields import Field
from tochka_sync.findings import SEVERITIES, Code, Problem, Severity
from tochka_sync.sheet.form import Form
from tochka_sync.table import letters
from tochka_sync.values.reading import Remark
from tochka_sync.values.text import clean, is_placeholder
from tochka_sync.verdicts import Verdict


class _Wrong(NamedTuple):
    """A problem of a cell, the same in every row that has it."""

    rank: tuple[bool, int]
    """What is refused comes before what is only remarked on, and each in the order of the fields."""
    column: Field
    problem: Problem


class Problems:
    """The problems of one form's entries, asked for when all verdicts are made."""

    def __init__(self, form: Form, needed: frozenset[int]) -> None:
        """Take the slots of fields without which an entry is incomplete as `needed`."""
        self._form = form
        self._needed = needed
        self._known: dict[int, list[_Wrong]] = {}
        """By the identity of verdicts: the columns keep them."""

    def of(self, line: int, loud: Iterable[tuple[int, Verdict]]) -> list[Found]:
        """Return what is wrong in a row by the verdicts that say so, given with their slots."""
        wrong: list[_Wrong] = []
        for slot, verdict in loud:
            wrong += self._of(line, slot, verdict)
        if len(wrong) > 1:
            wrong.sort(key=itemgetter(0))
        title = self._form.shown(line, Field.TITLE)
        return [
            Found(
                self._perhaps_above(line, one),
                None if (at := self._place(line, one)) is None else letters(at),
                title,
            )
            for one in wrong
        ]

    def _place(self, line: int, wrong: _Wrong) -> int | None:
        return self._form.place(line, wrong.column, wrong.problem.facts.values())

    def _of(self, line: int, slot: int, verdict: Verdict) -> list[_Wrong]:
        """Return what is wrong by a verdict, worked out at the first row that has it."""
        known = self._known.get(id(verdict))
        if known is None:
            remarks = (verdict.refused, *verdict.told)
            known = [self._one(line, slot, verdict, each) for each in remarks if each is not None]
            self._known[id(verdict)] = known
        return known

    def _one(self, line: int, slot: int, verdict: Verdict, remark: Remark) -> _Wrong:
        refused = remark is verdict.refused
        code = remark.code or Code.VALUE_UNREADABLE
        severity = SEVERITIES[code]
        if severity is Severity.WARNING and refused and slot in self._needed:
            severity = Severity.ERROR  # without it the entry is incomplete
        column = remark.column or verdict.part.column
        problem = Problem(
            code,
            severity,
            remark.reason,
            remark.facts,
            column.value,
            self._form.shown(line, column, remark.facts.values()) or "",
            remark.suggestion,
            remark.candidates,
        )
        return _Wrong((not refused, slot), column, problem)

    def _perhaps_above(self, line: int, wrong: _Wrong) -> Problem:
        """Offer a blank cell the school above it, which is not taken for granted."""
        problem = wrong.problem
        if wrong.column is not Field.SCHOOL or problem.reason != "empty":
            return problem
        above = self._schools_above.get(line)
        if above is None:
            return problem
        return problem._replace(reason="below", facts={"above": above}, candidates=(above,))

    @cached_property
    def _schools_above(self) -> Mapping[int, str]:
        """Return the school that stands above each blank one, entries alone between them."""
        found: dict[int, str] = {}
        column = self._form.places.get(Field.SCHOOL)
        if column is None:
            return found
        lines = self._form.lines.events()
        texts = self._form.lines.column(column, lines)
        same = self._form.lines.dittos.get(column, ())
        above, before = "", -1
        for line, text in zip(lines, texts, strict=True):
            if text in same:
                above = above if line == before + 1 else ""
            elif text and not text.isspace():
                above = text
            elif above and line == before + 1:
                found[line] = above
            else:
                above = ""
            before = line
        return {line: clean(text) for line, text in found.items() if not is_placeholder(text)}
