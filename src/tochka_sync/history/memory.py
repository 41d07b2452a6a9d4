"""What is remembered of a plan when a read is judged: which entries are known again, since when.

`recalled` takes it from the history. `Memory.meet` gives the `Meeting` of a read and the memory.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from tochka_sync.entries import Entries
from tochka_sync.history import identity
from tochka_sync.history.before import Asked, Before, Between, Snapshot
from tochka_sync.history.lines import Lines, merged, spread
from tochka_sync.history.meeting import Known, Meeting, Met, MetTab, Removed, Seen, Span, widest
from tochka_sync.history.portraits import Portrait
from tochka_sync.history.reads import Read, Roster
from tochka_sync.result import Entry
from tochka_sync.table import Origin, Table


@dataclass(frozen=True, slots=True)
class _News:
    """What all entries of one read have in common."""

    between: Between
    now: datetime
    lines: Mapping[str, Lines]
    since: Mapping[int, Between]
    """Of entries that are new or complete, by their places, those whose rows stood as they do."""


def _forgotten(_read: Read) -> None:
    """Give no earlier read."""


@dataclass(frozen=True)
class Memory:
    """A plan as it was at the last read that was believed."""

    last: Read | None = None
    reported: Read | None = None
    """The last read whose report reached somebody."""
    entries: tuple[Known, ...] = ()
    spans: tuple[Span, ...] = ()
    moments: Mapping[int, datetime] = field(default_factory=dict)
    """Read → when it was made."""
    past: tuple[Read, ...] = ()
    """The reads that were believed, oldest first."""
    rosters: tuple[Roster, ...] = ()
    """Which entry stood where at the last read, tab by tab."""
    tables: Mapping[str, Table] = field(default_factory=dict)
    """The tabs of the last read by their titles, if they were not forgotten."""
    snapshot: Snapshot = _forgotten
    """Gives an earlier read, while the history is open."""
    kept: frozenset[int] = frozenset()
    """Of the reads that last had what is gone, or may turn out to be gone, those with a snapshot."""
    accept: bool = False
    """Whether what is gone is right so."""
    options: str = ""
    """What a command has to be told to come to this history."""
    replay: bool = False
    """Whether the read to be judged is `last` itself: then who stands where was written down."""

    def restore(self, read: int) -> str:
        """Return the command that gives back the sheet of a read, but for where to."""
        return f"tochka-sync restore {read}{self.options}"

    def meet(self, entries: Entries, origin: Origin, aside: Iterable[Table] = ()) -> Meeting:
        """Tell which entries of a read are known, since when, and what is gone.

        `aside` are the tabs that the plan leaves out: what stands there untouched is not gone.
        """
        lines = {tab.title: Lines.of(tab.form) for tab in entries.tabs}
        over = {tab.title: merged(tab.form.table) for tab in entries.tabs}
        shown = [
            lines[entry.tab].whole(spread(entry.texts, over[entry.tab].get(entry.row)))
            for entry in entries
        ]
        doubts: identity.Doubts = {}
        found = self._stood(entries) if self.replay else self._places(entries, lines, shown, doubts)
        known = {place: self._ordered[one] for place, one in found.items()}
        asked = {
            place: Asked(entry, lines[entry.tab], one)
            for place, entry in enumerate(entries)
            if (one := known.get(place)) is None or _completed(entry, one)
        }
        between, since = self._before.between(origin), self._before.stood(asked)
        news = _News(between, origin.read_at, lines, since)
        met = [
            self._met(place, entry, known.get(place), news, whole)
            for place, (entry, whole) in enumerate(zip(entries, shown, strict=True))
        ]
        for place, perhaps in doubts.items():
            met[place] = self._doubted(met[place], perhaps, entries[place], news)
        return Meeting(
            tabs=tuple(
                MetTab(tab.title, lines[tab.title].columns, tuple(met[tab.first : tab.places.stop]))
                for tab in entries.tabs
            ),
            removed=self._removed({each.id for each in known.values()}, entries, lines, aside),
            live_before=len(self._live),
            began=min(self.moments.values(), default=origin.read_at),
        )

    @cached_property
    def _live(self) -> tuple[Known, ...]:
        """The entries of the last read, in the order of its tabs and rows."""
        stood = [
            one for each in self.rosters for one in sorted(each.rows, key=each.rows.__getitem__)
        ]
        order = {one: at for at, one in enumerate(stood)}
        live = [entry for entry in self.entries if not entry.gone]
        return tuple(sorted(live, key=lambda entry: order.get(entry.id, -1)))

    @cached_property
    def _ordered(self) -> tuple[Known, ...]:
        """The entries of the last read by row, and after them those that are gone."""
        return (*self._live, *(entry for entry in self.entries if entry.gone))

    @cached_property
    def _before(self) -> Before:
        past = () if self.replay else self.past
        return Before(past, self.rosters, self.tables, self.snapshot)

    def _stood(self, entries: Sequence[Entry]) -> dict[int, int]:
        places = {known.id: place for place, known in enumerate(self._live)}
        stood = {
            roster.tab: {row: places[one] for one, row in roster.rows.items()}
            for roster in self.rosters
        }
        found = [stood.get(entry.tab, {}).get(entry.row) for entry in entries]
        return {place: one for place, one in enumerate(found) if one is not None}

    def _places(
        self,
        entries: Sequence[Entry],
        lines: Mapping[str, Lines],
        shown: Sequence[str],
        doubts: identity.Doubts,
    ) -> dict[int, int]:
        """Find entries again: to the letter, but for contacts, by likeness; last, those gone."""
        if not self.entries:
            return {}
        eldest = sorted(range(len(self._live)), key=lambda place: self._live[place].id)
        old = [self._before.whole.get(self._live[place].id) for place in eldest]
        found = identity.equal(old, shown, {})
        found = {place: eldest[one] for place, one in found.items()}
        fresh = {
            place: lines[entry.tab].portrait(entry)
            for place, entry in enumerate(entries)
            if place not in found
        }
        if not fresh:
            return found
        new = [fresh.get(place, _NOBODY) for place in range(len(entries))]
        taken = set(found.values())
        told = [fresh[place].dumps() if place in fresh else "" for place in range(len(entries))]
        # Where only a school was typed, contacts are all that tells who is who.
        titled = [text if looks.title else "" for text, looks in zip(told, new, strict=True)]
        found = identity.equal([known.text for known in self._live], titled, found, sure=True)
        live = [
            self._before.portrait(known)
            if place not in taken or place < identity.SAMPLE
            else _NOBODY
            for place, known in enumerate(self._live)
        ]
        # Twins that were rewritten in the same way keep their order.
        found = identity.equal(
            [(known.text, looks.people) for known, looks in zip(self._live, live, strict=True)],
            [(text, looks.people) for text, looks in zip(told, new, strict=True)],
            found,
        )
        found = identity.alike(live, new, found, doubts=doubts)
        wholes = [self._before.whole.get(known.id) for known in self._live]
        found = identity.ordered(wholes, shown, found)
        waiting = [place for place in fresh if place not in found]
        return found | self._back(waiting, fresh, doubts)

    def _back(
        self, waiting: Sequence[int], fresh: Mapping[int, Portrait], doubts: identity.Doubts
    ) -> dict[int, int]:
        """Find those that were gone and are there again; what is only like one may be it."""
        gone = self._ordered[len(self._live) :]
        if not waiting or not gone:
            return {}
        new = [fresh[place] for place in waiting]
        found = identity.equal(
            [known.text for known in gone], [portrait.dumps() for portrait in new], {}
        )
        looks = [known.portrait for known in gone]
        found = identity.alike(looks, new, found, away=True)
        for place, one in identity.alike(looks, new, found).items():
            if place not in found:
                doubts.setdefault(waiting[place], set()).add(len(self._live) + one)
        return {waiting[place]: len(self._live) + one for place, one in found.items()}

    def _met(self, place: int, entry: Entry, known: Known | None, news: _News, whole: str) -> Met:
        between, now, lines = news.between, news.now, news.lines[entry.tab]
        if known is None:
            between = news.since.get(place, between)
            seen = Seen(*between, *(between if entry.complete else (None, None)))
            looks = lines.portrait(entry)
            return Met(entry.row, seen, completed=entry.complete, portrait=looks, changed_at=now)
        seen = known.seen
        completed = _completed(entry, known)
        if completed:
            after, before = news.since.get(place, between)
            seen = replace(seen, complete_after=after, complete_before=before)
        portrait = None if self.replay else self._changed(entry, known, lines, whole)
        changed = portrait is not None
        changed_at = now if changed else known.changed_at
        return Met(entry.row, seen, known.id, completed, changed, known.gone, portrait, changed_at)

    def _doubted(self, met: Met, perhaps: set[int], entry: Entry, news: _News) -> Met:
        """Widen the evidence of an entry that may be another: to when any of them came about."""
        fresh = Seen(*news.between, *(news.between if entry.complete else (None, None)))
        readings = [met.seen]
        for one in perhaps:
            seen = fresh if one == identity.NONE else self._ordered[one].seen
            if entry.complete and seen.complete_before is None:
                after, before = news.between
                seen = replace(seen, complete_after=after, complete_before=before)
            readings.append(seen)
        return replace(met, seen=widest(readings), doubted=met.id is not None)

    def _changed(self, entry: Entry, known: Known, lines: Lines, whole: str) -> Portrait | None:
        """Return the portrait of an entry that is not what it was."""
        before = None if known.gone else self._before.whole.get(known.id)
        if before == whole:
            return None
        portrait = lines.portrait(entry)
        return portrait if before is not None or portrait.dumps() != known.text else None

    def _removed(
        self,
        found: set[int],
        entries: Sequence[Entry],
        lines: Mapping[str, Lines],
        aside: Iterable[Table],
    ) -> tuple[Removed, ...]:
        lost = [known for known in self.entries if known.id not in found and not known.dropped]
        if not lost or self.accept or self.last is None:
            return ()
        portraits = {known.id: known.portrait for known in lost}
        # A school that cannot be read is known by its text: then every such row may be the double.
        schools = {portrait.school for portrait in portraits.values()} | {None}
        there = {
            lines[entry.tab].portrait(entry).essence
            for entry in entries
            if entry.values.get("school") in schools
        }
        moved = self._before.aside({table.title: table for table in aside})
        gone = []
        for known in lost:
            portrait = portraits[known.id]
            read = known.last_read if known.gone else self.last.id
            doubled = bool(portrait.title) and portrait.essence in there
            at = self.moments[read]
            kept = read in self.kept
            fresh, tab = not known.gone, moved.get(known.id)
            gone.append(Removed(known.id, portrait, read, at, kept, fresh, doubled, tab))
        return tuple(gone)


_NOBODY = Portrait()


def _completed(entry: Entry, known: Known) -> bool:
    """Tell whether an entry is complete for the first time."""
    return entry.complete and known.seen.complete_before is None
