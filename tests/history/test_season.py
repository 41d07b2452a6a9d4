"""A simulated season: nobody is called late unjustly, and entries are known again all the way.

More seasons: TORTURE=40 pytest tests/history/test_season.py
"""

import datetime as dt
import os
from collections.abc import Iterator

import pytest

from tests.history.season import DUE, Night, Season, Typed, config
from tochka_sync.check import check
from tochka_sync.errors import GuardError
from tochka_sync.history import reads
from tochka_sync.history.store import Store
from tochka_sync.remember import History
from tochka_sync.result import Entry, Timeliness

SEEDS = range(1, 1 + int(os.environ.get("TORTURE", "1")))
RIGHT = 0.99
"""The share of entry-nights on which an entry must be known for the one it is."""


@pytest.mark.parametrize("seed", SEEDS)
def test_a_season_is_remembered_as_it_was(seed, tmp_path):
    season = Played(seed, tmp_path)
    every_row_in_truth_is_an_entry(season)
    entries_are_known_again(season)
    nobody_in_time_is_called_late(season)
    nobody_late_is_called_in_time_unless_the_interval_straddles_the_deadline(season)
    every_entry_is_inside_its_evidence(season)
    only_a_wiped_sheet_is_not_believed(season)
    every_snapshot_comes_back(season)
    ninety_nights_are_small(season)


class Played:
    """One season through the program: every believed night with its entries and their numbers."""

    def __init__(self, seed, folder):
        self.config = config(folder)
        self.history = History.of(self.config)
        self.nights: list[tuple[Night, list[tuple[Entry, int]]]] = []
        self.all: list[Night] = []
        self.refused: list[bool] = []
        for night in Season(seed):
            self.all.append(night)
            self.refused.append(not self._read(night))

    def _read(self, night):
        try:
            result, number = self.history.judged(
                night.book,
                self.config,
                lambda memory: check(night.book, self.config, night.now, memory=memory),
            )
        except GuardError:
            return False
        self.history.reported(number)
        with Store.existing(self.history.path) as store:
            read = reads.last(store, 1)
            assert read is not None
            (roster,) = reads.rosters(store, read) or ()
        by_row = {row: known for known, row in roster.rows.items()}
        self.nights.append((night, [(entry, by_row[entry.row]) for entry in result.entries]))
        return True

    def entries(self) -> Iterator[tuple[Night, Entry, list[Typed]]]:
        """Give every entry of every night with what it is in truth; equal rows are as good as one."""
        for night, entries in self.nights:
            for entry, _ in entries:
                typed = night.rows[entry.row]
                yield (
                    night,
                    entry,
                    [each for each in night.rows.values() if each.cells == typed.cells],
                )

    def mistaken(self) -> set[tuple[dt.datetime, int]]:
        """Return the entry-nights, by row, on which an entry was not known for the one it is."""
        first: dict[int, int] = {}
        owner: dict[int, int] = {}
        return {
            (night.now, entry.row)
            for night, entries in self.nights
            for entry, known in entries
            for truth in (night.rows[entry.row].truth,)
            if (first.setdefault(truth, known), owner.setdefault(known, truth)) != (known, truth)
        }


def every_row_in_truth_is_an_entry(season):
    for night, entries in season.nights:
        assert {entry.row for entry, _ in entries} == set(night.rows)


def entries_are_known_again(season):
    total = sum(len(entries) for _, entries in season.nights)
    assert 1 - len(season.mistaken()) / total >= RIGHT


def nobody_in_time_is_called_late(season):
    unjust = [
        (night.now, entry.row, typed[0].truth)
        for night, entry, typed in season.entries()
        if entry.timing.verdict is Timeliness.LATE
        and all(each.completed is not None and each.completed <= DUE for each in typed)
    ]
    assert not unjust


def nobody_late_is_called_in_time_unless_the_interval_straddles_the_deadline(season):
    undue = [
        (night.now, entry.row, typed[0].truth)
        for night, entry, typed in season.entries()
        if entry.timing.verdict is Timeliness.ON_TIME
        and not _straddles(entry)
        and all(each.completed is None or each.completed > DUE for each in typed)
    ]
    assert not undue


def every_entry_is_inside_its_evidence(season):
    mistaken = season.mistaken()
    for night, entry, typed in season.entries():
        timing = entry.timing
        if (
            timing.evidence != "ledger"
            or timing.after is None
            or (night.now, entry.row) in mistaken
        ):
            continue
        moments = [each.begun for each in typed] + [
            each.completed for each in typed if each.completed
        ]
        assert any(timing.after < moment <= timing.at for moment in moments), entry.row


def only_a_wiped_sheet_is_not_believed(season):
    assert season.refused == [night.wiped for night in season.all]


def every_snapshot_comes_back(season):
    with Store.existing(season.history.path) as store:
        kept = reads.every(store, 1)
        assert len(kept) == len(season.all)
        for read, night in zip(kept, season.all, strict=True):
            assert reads.book(store, read).tables == night.book.tables


def ninety_nights_are_small(season):
    assert season.history.path.stat().st_size < 5_000_000


def _straddles(entry):
    timing = entry.timing
    return timing.after is not None and timing.after < DUE < timing.at
