"""The last touch on what is written: severities as configured, personal data out, lasting names.

The only place that decides what of a cell's text leaves the program.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tochka_sync import privacy
from tochka_sync.config import Config
from tochka_sync.fields import CONTACT_FIELDS
from tochka_sync.findings import SEVERITIES, Finding, Severity
from tochka_sync.judge import headers
from tochka_sync.planfile import Contacts
from tochka_sync.result import Entry
from tochka_sync.sheet.form import Form
from tochka_sync.table import Book, letters, url
from tochka_sync.values.text import fold


class Finish:
    """Finishes the findings and texts of one result."""

    def __init__(self, book: Book, config: Config) -> None:
        self._origin = book.origin
        self._tables = {table.title: table for table in book.tables}
        self._severities = config.file.severity
        self._keep = config.file.privacy.contacts is Contacts.KEEP
        self._seen: Counter[str] = Counter()

    def all(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Finish findings; those of a code that is switched off are dropped."""
        return tuple(
            self._finished(finding)
            for finding in findings
            if self._severities.get(finding.code) is not Severity.OFF
        )

    def hide(self, entries: Iterable[Entry], form: Form) -> None:
        """Take personal data out of the rows' texts by header, unless it is kept.

        That is what stands in its columns, what has the look of it elsewhere, and what was found
        to have strayed into another column.
        """
        if self._keep:
            return
        fields = {column.index: column.field for column in form.columns}
        columns = _Columns(
            {
                header: (index, letters(index), fields[index])
                for header, index in headers(form).items()
            },
            self._text,
        )
        for entry in entries:
            entry.raw = _Hidden(columns, entry.texts, entry.findings)

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the texts of a skipped row, without personal data unless it is kept."""
        return tuple(texts) if self._keep else tuple(_masked(text) for text in texts)

    def _text(self, text: str, field: str | None) -> str:
        if self._keep or not text:
            return text
        return privacy.MASK if field in CONTACT_FIELDS else _masked(text)

    def _finished(self, finding: Finding) -> Finding:
        personal = not self._keep and _is_personal(finding)
        shown = privacy.MASK if personal and finding.value else finding.value
        severity = finding.severity
        if finding.severity is SEVERITIES[finding.code]:
            severity = self._severities.get(finding.code, severity)
        return finding._replace(
            severity=severity,
            value=None if shown is None else self._text(shown, finding.field),
            suggestion=None if personal else finding.suggestion,
            candidates=() if personal else finding.candidates,
            facts=self._facts(finding),
            url=url(self._origin, self._tables.get(finding.tab or ""), finding.cell),
            fingerprint=self._fingerprint(finding),
        )

    def _facts(self, finding: Finding) -> Mapping[str, object]:
        if self._keep or not any(isinstance(fact, str) for fact in finding.facts.values()):
            return finding.facts
        return {
            name: self._text(fact, finding.field) if isinstance(fact, str) else fact
            for name, fact in finding.facts.items()
        }

    def _fingerprint(self, finding: Finding) -> str:
        """Name a finding by what it is about, not by where it stands; twins are told apart by order."""
        about = "\x1f".join(
            (
                finding.code,
                finding.reason or "",
                finding.field or "",
                finding.school or "",
                fold(finding.title or ""),
                fold(finding.value or ""),
            )
        )
        digest = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._seen[digest] += 1
        return digest if self._seen[digest] == 1 else f"{digest}-{self._seen[digest]}"


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


_masked = lru_cache(maxsize=1 << 15)(privacy.mask)
"""Most texts of a plan stand in it many times, and each costs 10 to 40 µs."""


def _is_personal(finding: Finding) -> bool:
    """Tell whether a finding's text is personal data: by its column, or by where it belongs."""
    return bool(CONTACT_FIELDS & {finding.field, finding.facts.get("belongs")})
