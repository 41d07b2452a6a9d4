"""The last touch on what is written: severities as configured, personal data out, lasting names.

The only place that decides what of a cell's text leaves the program.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from tochka_sync import privacy
from tochka_sync.config import Config
from tochka_sync.entries import Entries, Shown
from tochka_sync.fields import CONTACT_FIELDS, RowKind
from tochka_sync.findings import KEPT, SEVERITIES, Code, Finding, Problem, Severity, shared
from tochka_sync.once import once
from tochka_sync.planfile import Contacts
from tochka_sync.result import Skipped
from tochka_sync.sheet.form import Form
from tochka_sync.table import Book, Origin, letters, url
from tochka_sync.values.text import fold

_Where = tuple[str | None, int | None, str | None]
"""Tab, row and the column's letters."""
Dated = Callable[[Iterable[Finding]], tuple[Finding, ...]]

_TITLES = 1 << 14
"""How many titles are kept folded: of messy rows every second finding is of a title seen before."""


class Finish:
    """Finishes the findings and texts of one result."""

    def __init__(self, book: Book, config: Config, dated: Dated) -> None:
        """Take what gives findings the moment each was first seen, the last thing done to them."""
        self._dated = dated
        self._origin = book.origin
        self._local = book.origin.spreadsheet is None
        self._tables = {table.title: table for table in book.tables}
        self._severities = config.file.severity
        self._off = config.silent
        self._keep = config.file.privacy.contacts is Contacts.KEEP
        self._saying = once(shared(self._said), KEPT)
        self._folded = once(fold, _TITLES)
        self._seen: dict[str, int] = {}

    @property
    def origin(self) -> Origin:
        """Where the book came from; a file may bear its keeper's name."""
        if self._keep:
            return self._origin
        return self._origin._replace(name=privacy.called(self._origin.name))

    def all(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Finish findings; those of a code that is switched off are dropped."""
        return self._dated(
            [
                self._finished(one.problem, (one.tab, one.row, one.column), one.school, one.title)
                for one in findings
                if one.code not in self._off
            ]
        )

    def entries(self, entries: Entries) -> Iterator[tuple[int, Finding]]:
        """Give what is wrong with entries in the order of the sheet, each with the entry's place."""
        places, findings = [], []
        schools = entries.values("school")
        for place in sorted(entries.found):
            tab, row, school = entries.tab(place).title, entries.row(place), schools[place]
            for problem, column, title in entries.found[place]:
                if problem.code not in self._off:
                    places.append(place)
                    finding = self._finished(problem, (tab, row, column), school, title)
                    findings.append(finding)
        return zip(places, self._dated(findings), strict=True)

    def headings(self, form: Form) -> Mapping[str, int]:
        """Return heading → zero-based column; whoever a heading names is hidden in it."""
        if self._keep:
            return form.headers
        told: dict[str, int] = {}
        for header, index in form.headers.items():
            shown = privacy.masked(header)
            told[f"{shown} ({letters(index)})" if shown in told else shown] = index
        return told

    def hide(self, form: Form) -> Shown | None:
        """Return what takes personal data out of a row's texts by heading, unless it is kept.

        That is what stands in its columns, what has the look of it elsewhere, and what was found
        to have strayed into another column.
        """
        if self._keep:
            return None
        fields = {column.index: column.about for column in form.columns}
        columns = _Columns(
            {
                header: (index, letters(index), fields[index])
                for header, index in self.headings(form).items()
            },
            self._text,
        )
        return partial(_Hidden, columns)

    def skipped(self, form: Form) -> Iterator[Skipped]:
        """Give the rows that are no events, without personal data unless it is kept.

        An example and a total have people in their columns too; a heading alone in a row is none.
        """
        people = {each.index: each.about for each in form.columns if each.about in CONTACT_FIELDS}
        for row in form.others:
            said = people if row.kind in _WITH_PEOPLE and sum(map(bool, row.texts)) > 1 else {}
            texts = [self._text(text, said.get(at)) for at, text in enumerate(row.texts)]
            yield Skipped(row.table.title, row.number, row.kind, tuple(texts))

    def _text(self, text: str, field: str | None) -> str:
        if self._keep or not text:
            return text
        return privacy.MASK if field in CONTACT_FIELDS else privacy.masked(text)

    def _finished(
        self, problem: Problem, where: _Where, school: str | None, title: str | None
    ) -> Finding:
        tab, row, column = where
        said = self._saying(problem)
        return Finding(  # by position, in a third of the time
            problem.code,
            said.severity,
            problem.reason,
            said.facts,
            tab,
            row,
            column,
            problem.field,
            said.value,
            said.suggestion,
            said.candidates,
            school,
            title,
            None if self._local else self._url(*where),
            self._fingerprint(said, school, title),
        )

    def _url(self, tab: str | None, row: int | None, column: str | None) -> str | None:
        cell = f"{column}{row}" if column and row else None
        return url(self._origin, self._tables.get(tab or ""), cell)

    def _said(self, problem: Problem) -> "_Said":
        personal = not self._keep and _is_personal(problem)
        shown = privacy.MASK if personal and problem.value else problem.value
        suggestion, candidates = (None, ()) if personal else self._offered(problem)
        severity = problem.severity
        if severity is SEVERITIES[problem.code]:
            severity = self._severities.get(problem.code, severity)
        return _Said(
            severity=severity,
            facts=self._facts(problem),
            value=None if shown is None else self._text(shown, _about(problem)),
            suggestion=suggestion,
            candidates=candidates,
            kind="\x1f".join((problem.code, problem.reason or "", problem.field or "")),
            text=fold(problem.value or ""),
        )

    def _facts(self, problem: Problem) -> Mapping[str, object]:
        facts, field = problem.facts, _about(problem)
        texts = {
            name: fact
            for name, fact in facts.items()
            if isinstance(fact, str) and name not in _OUR_WORDS
        }
        if self._keep or not texts:
            return facts
        if field in CONTACT_FIELDS:
            return {**facts, **{name: fact and privacy.MASK for name, fact in texts.items()}}
        hidden = privacy.hidden(problem.value or "")
        hide = privacy.called if problem.code is Code.TAB_UNREAD else privacy.masked
        told = {name: privacy.without(hide(fact), hidden) for name, fact in texts.items()}
        return {**facts, **told}

    def _offered(self, problem: Problem) -> tuple[str | None, tuple[str, ...]]:
        """Return suggestion and candidates, but for those that name somebody, or whom the cell names.

        They are to be typed, and half of one would be wrong.
        """
        offered = problem.suggestion, problem.candidates
        if self._keep or not any(offered):
            return offered
        hidden = privacy.hidden(problem.value or "")

        def told(text: str) -> bool:
            return privacy.without(privacy.masked(text), hidden) == text

        suggestion = problem.suggestion if told(problem.suggestion or "") else None
        return suggestion, tuple(filter(told, problem.candidates))

    def _fingerprint(self, said: "_Said", school: str | None, title: str | None) -> str:
        """Name a finding by what it is about, not by where it stands; twins are told apart by order."""
        event = self._folded(title) if title else ""
        about = f"{said.kind}\x1f{school or ''}\x1f{event}\x1f{said.text}"
        digest = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        twins = self._seen[digest] = self._seen.get(digest, 0) + 1
        return digest if twins == 1 else f"{digest}-{twins}"


class _Said(NamedTuple):
    """What findings that say the same have in common when they are finished."""

    severity: Severity
    facts: Mapping[str, object]
    value: str | None
    suggestion: str | None
    candidates: tuple[str, ...]
    kind: str
    """Code, reason and field: of a fingerprint the first part."""
    text: str
    """The cell's folded text: of a fingerprint the last part."""


class _Columns(NamedTuple):
    """What hiding needs to know of the columns, the same for all rows."""

    places: Mapping[str, tuple[int, str, str | None]]
    """Header → index, letters and field."""
    hide: Callable[[str, str | None], str]


class _Hidden(Mapping[str, str]):
    """The texts of a row without personal data; hidden when asked for, since few rows ever are."""

    __slots__ = ("_columns", "_findings", "_texts")

    def __init__(
        self, columns: _Columns, texts: tuple[str, ...], findings: tuple[Finding, ...]
    ) -> None:
        self._columns = columns
        self._texts = texts
        self._findings = findings

    def __getitem__(self, header: str) -> str:
        index, place, field = self._columns.places[header]
        text = self._texts[index]
        if text and any(_is_personal(each) for each in self._findings if each.column == place):
            return privacy.MASK
        return self._columns.hide(text, field)

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns.places)

    def __len__(self) -> int:
        return len(self._columns.places)

    def __repr__(self) -> str:
        return repr(dict(self))


_WITH_PEOPLE = frozenset({RowKind.SECTION, RowKind.TOTAL, RowKind.FOOTNOTE, RowKind.EXAMPLE})
"""The kinds of rows whose cells may be of what their columns are."""

_OUR_WORDS = frozenset({"belongs", "restore"})
"""The facts that are no text of the sheet: a field's name, by which the sentence is chosen; a command."""

_OF_NOBODY = frozenset(
    {Code.COLUMN_MISSING, Code.COLUMN_DUPLICATE, Code.COLUMN_UNKNOWN, Code.SPREADSHEET_ERROR}
)
"""What these show are headings and signs of the sheet: «Ответственный», `#REF!` are no names."""


def _about(finding: Finding | Problem) -> str | None:
    """Return the field of which a cell's text is shown."""
    return None if finding.code in _OF_NOBODY else finding.field


def _is_personal(finding: Finding | Problem) -> bool:
    """Tell whether a finding's text is personal data: by its column, or by where it belongs."""
    return bool(CONTACT_FIELDS & {_about(finding), finding.facts.get("belongs")})
