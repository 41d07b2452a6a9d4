"""What was read when, and what changed between two reads: in a terminal, as a page, for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TextIO

from tochka_sync import __version__, messages, privacy, visible
from tochka_sync.chronicle import Compared, Listed
from tochka_sync.config import Config
from tochka_sync.history.changes import Changes, EntryChange
from tochka_sync.history.reads import Read
from tochka_sync.messages import Language
from tochka_sync.reports.page import template
from tochka_sync.visible import exact, line

FORMAT_VERSION = 1
"""Grows when a key changes its meaning or goes; a new key does not change it."""


class ListFormat(StrEnum):
    """How the list of reads is written."""

    TERMINAL = "terminal"
    JSON = "json"


class DiffFormat(StrEnum):
    """How changes are written."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class _Page:
    """What the template asks for."""

    language: Language
    title: str
    source: str
    head: str
    counts: str
    changes: Changes
    version: str = __version__
    most: int = 500
    """How many entries of a kind a person reads; JSON has them all."""

    def words(self, key: str, **facts: object) -> str:
        """Return a text of the page's language."""
        return messages.text(self.language, key, **facts)

    def where(self, entry: EntryChange) -> str:
        """Return where an entry stands."""
        return _where(self.language, entry, several=self.changes.several)


class Pages:
    """Writes in one language and one plan's time zone."""

    def __init__(self, config: Config, out: TextIO) -> None:
        self._language: Language = config.file.language
        self._text = partial(messages.text, self._language)
        self._title = config.file.plan.title
        self._zone = config.timezone
        self._out = out

    def changes(self, compared: Compared, form: DiffFormat) -> None:
        """Write what changed."""
        if form is DiffFormat.JSON:
            self._json(
                {
                    "format_version": FORMAT_VERSION,
                    "old": self._moment(compared.old),
                    "new": self._moment(compared.new),
                    "added": [self._entry(each) for each in compared.changes.added],
                    "removed": [self._entry(each) for each in compared.changes.removed],
                    "changed": [self._entry(each) for each in compared.changes.changed],
                }
            )
            return
        found = compared.changes
        head = self._text(
            "diff.head",
            old=compared.old.id,
            old_at=self._clock(compared.old),
            new=compared.new.id,
            new_at=self._clock(compared.new),
        )
        same = "diff.one" if compared.old.id == compared.new.id else "diff.nothing"
        counts = self._text(
            "diff.counts" if found else same,
            added=len(found.added),
            removed=len(found.removed),
            changed=len(found.changed),
        )
        if form is DiffFormat.HTML:
            source = privacy.called(compared.new.origin.name)
            page = _Page(self._language, self._title, source, head, counts, found)
            self._out.write(template("diff.html").render(page=page) + "\n")
            return
        self._say(f"{head}\n{counts}")
        for key, mark, entries in (
            ("diff.added", "+", found.added),
            ("diff.removed", "-", found.removed),
            ("diff.changed", "~", found.changed),
        ):
            self._part(key, mark, entries, several=found.several)

    def reads(self, listed: Sequence[Listed], form: ListFormat) -> None:
        """Write what was read when, the last first."""
        if form is ListFormat.JSON:
            reads = [{**self._moment(each.read), **_facts(each)} for each in reversed(listed)]
            self._json({"format_version": FORMAT_VERSION, "reads": reads})
            return
        for each in reversed(listed):
            entries = "—" if each.entries is None else str(each.entries)
            marks = [self._text(f"history.{mark}") for mark in _marks(each)]
            told = self._text("history.read", n=each.read.id, at=self._clock(each.read))
            source = line(privacy.called(each.read.origin.name))
            count = self._text("history.entries", entries=entries)
            self._say("  ".join((told, count, source, *marks)))

    def _part(self, key: str, mark: str, entries: Iterable[EntryChange], *, several: bool) -> None:
        for place, entry in enumerate(entries):
            if not place:
                self._say(f"\n{self._text(key)}")
            where = _where(self._language, entry, several=several)
            name = " · ".join(filter(None, (line(entry.school), line(entry.title)))) or "—"
            self._say(f"{mark} {where}: {name}")
            if mark != "~":
                continue
            for cell in entry.cells:
                old, new = line(cell.old) or "—", line(cell.new) or "—"
                self._say(f"    {line(cell.header)}: {old} → {new}")

    def _say(self, text: str) -> None:
        self._out.write(visible.fitted(text, self._out) + "\n")

    def _entry(self, entry: EntryChange) -> dict[str, object]:
        return {
            "entry": entry.entry if entry.entry > 0 else None,
            "old_tab": entry.old_tab and privacy.called(entry.old_tab),
            "old_row": entry.old_row,
            "new_tab": entry.new_tab and privacy.called(entry.new_tab),
            "new_row": entry.new_row,
            "school": entry.school,
            "title": entry.title,
            "cells": [
                {"column": cell.column, "header": cell.header, "old": cell.old, "new": cell.new}
                for cell in entry.cells
            ],
        }

    def _moment(self, read: Read) -> dict[str, object]:
        return {
            "snapshot": read.id,
            "read_at": read.read_at.astimezone(self._zone).isoformat(),
            "source": privacy.called(read.origin.name),
        }

    def _clock(self, read: Read) -> str:
        return f"{read.read_at.astimezone(self._zone):%d.%m.%Y %H:%M}"

    def _json(self, document: object) -> None:
        exact(self._out).write(
            visible.escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"
        )


def _where(language: Language, entry: EntryChange, *, several: bool) -> str:
    """Return where an entry stands, or stood: its row, and its tab where there are several."""
    tab, row = entry.new_tab or entry.old_tab, entry.new_row or entry.old_row
    if not several:
        return messages.text(language, "report.row", row=row)
    return messages.text(language, "report.tab-row", tab=line(privacy.called(tab or "")), row=row)


def _facts(each: Listed) -> dict[str, object]:
    return {
        "entries": each.entries,
        "accepted": each.read.accepted,
        "recognised": each.read.recognised,
        "unchanged": each.same,
        "kept": each.kept,
        "fingerprint": each.fingerprint,
    }


def _marks(each: Listed) -> list[str]:
    marks = []
    if not each.read.accepted:
        marks.append("refused")
    elif each.same:
        marks.append("unchanged")
    if not each.kept:
        marks.append("forgotten")
    return marks
