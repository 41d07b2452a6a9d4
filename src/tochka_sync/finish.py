"""The last touch on what is written: severities as configured, personal data out, lasting names.

The only place that decides what of a cell's text leaves the program.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tochka_sync import privacy
from tochka_sync.config import Config
from tochka_sync.fields import CONTACT_FIELDS
from tochka_sync.findings import SEVERITIES, Finding, Severity
from tochka_sync.form import Form
from tochka_sync.judge import headers
from tochka_sync.planfile import Contacts
from tochka_sync.result import Entry
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

    def raw(self, entry: Entry, form: Form) -> Mapping[str, str]:
        """Return a row's texts by header, without personal data unless it is kept.

        That is what stands in its columns, what has the look of it elsewhere, and what was found
        to have strayed into another column.
        """
        if self._keep:
            return entry.raw
        fields = {column.index: column.field for column in form.columns}
        astray = {finding.column for finding in entry.findings if _is_personal(finding)}
        return {
            header: privacy.MASK
            if text and letters(index) in astray
            else self._text(text, fields[index])
            for (header, text), index in zip(entry.raw.items(), headers(form).values(), strict=True)
        }

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the texts of a skipped row, without personal data unless it is kept."""
        return tuple(texts) if self._keep else tuple(privacy.mask(text) for text in texts)

    def _text(self, text: str, field: str | None) -> str:
        if self._keep or not text:
            return text
        return privacy.MASK if field in CONTACT_FIELDS else privacy.mask(text)

    def _finished(self, finding: Finding) -> Finding:
        personal = not self._keep and _is_personal(finding)
        shown = privacy.MASK if personal and finding.value else finding.value
        severity = finding.severity
        if finding.severity is SEVERITIES[finding.code]:
            severity = self._severities.get(finding.code, severity)
        return replace(
            finding,
            severity=severity,
            value=None if shown is None else self._text(shown, finding.field),
            suggestion=None if personal else finding.suggestion,
            candidates=() if personal else finding.candidates,
            facts={
                name: self._text(fact, finding.field) if isinstance(fact, str) else fact
                for name, fact in finding.facts.items()
            },
            url=url(self._origin, self._tables.get(finding.tab or ""), finding.cell),
            fingerprint=self._fingerprint(finding),
        )

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


def _is_personal(finding: Finding) -> bool:
    """Tell whether a finding's text is personal data: by its column, or by where it belongs."""
    return bool(CONTACT_FIELDS & {finding.field, finding.facts.get("belongs")})
