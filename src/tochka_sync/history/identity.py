"""Which entry of one moment is which of the next.

An entry stays the same when rows are inserted, deleted, sorted or renumbered, when its title is
reworded, its date moved, its school rewritten. Two equal rows stay two. A row that turns into
another event is one entry removed and one added. The number column and the place of a row are not
its identity; the place only decides between what is otherwise alike.

Every entry of a moment goes with one of the other at most, in three steps, each for what the
step before left over:

1. Rows that are equal to the letter, numbers apart; of several the eldest with the first.
2. Rows equal but for contacts and the way things are written, where there is one of a kind.
3. Rows that are alike. Each possible pair gets a score (`portraits.Likeness`), with a little more
   for standing between the same neighbours. Pairs under `ENOUGH` are none; of the others those are
   taken that together score the most (`assign.best`), rather than each one's favourite, so that
   one doubtful row does not take the place of another.

Rows equal to the letter keep among themselves the order of what they were. Where a pair was made, or
was not made, by little, the row is in doubt: it may be another of those entries, or none.

Where rows by the thousand are left over, those that stand where they stood and are surely the same
are taken first, and of the others only those compared that share a school and a day, a title or
their neighbours.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import islice

from tochka_sync.history import assign
from tochka_sync.history.portraits import Likeness, Portrait

ENOUGH = 0.5
"""The likeness from which two rows are one entry."""
SURE = 0.75
"""The same for an entry that was gone: the longer away, the more must speak for it."""
MARGIN = 0.1
"""The likeness by which one reading must beat another to leave no doubt."""

SAMPLE = 500
"""How many titles tell common words from rare ones."""

_BETWEEN, _BESIDE = 0.1, 0.04  # for the same neighbours above and below, or one of them
_ALL = 40_000  # pairs up to which every one is looked at

_CROWD = 12  # the nearest of so many that share something are looked at

_HAIR = 0.001  # what cannot be taken for one may still be in doubt

Places = Mapping[int, int]
"""Place of a new entry → place of the old one it is."""
Doubts = dict[int, set[int]]
"""Place of a new entry → places of the old ones it may be instead; `NONE` for none of them."""
NONE = -1


def equal(
    old: Sequence[Hashable], new: Sequence[Hashable], known: Places, *, sure: bool = False
) -> dict[int, int]:
    """Add to what is known the pairs that are equal: of several the first old with the first new.

    With `sure`, only where there is one of its kind on both sides.
    """
    taken = set(known.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(len(old) - 1, -1, -1):
        if place not in taken:
            waiting[old[place]].append(place)
    wanted = Counter(each for place, each in enumerate(new) if place not in known)
    fitting = {each for each, own in waiting.items() if not sure or len(own) == wanted[each] == 1}
    found = dict(known)
    for place, each in enumerate(new):
        if place not in found and each in fitting and waiting[each]:
            found[place] = waiting[each].pop()
    return found


def ordered(
    old: Sequence[Hashable], new: Sequence[Hashable], known: dict[int, int]
) -> dict[int, int]:
    """Let rows that are equal now keep the order of what they were, where they were not equal."""
    twins: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(new):
        twins[each].append(place)
    for each, places in twins.items():
        olds = [known[place] for place in places if place in known] if len(places) > 1 else []
        if any(old[one] != each for one in olds):
            for place in places:
                known.pop(place, None)
            known.update(zip(places, sorted(olds), strict=False))
    return known


def alike(
    old: Sequence[Portrait],
    new: Sequence[Portrait],
    known: Places,
    *,
    away: bool = False,
    doubts: Doubts | None = None,
) -> dict[int, int]:
    """Add to what is known the pairs that are alike enough, the best together.

    Of those that were `away` more must speak for it. `doubts` is told what was decided by little.
    """
    taken = set(known.values())
    lost = [place for place in range(len(old)) if place not in taken]
    fresh = [place for place in range(len(new)) if place not in known]
    if not lost or not fresh:
        return dict(known)
    likeness = Likeness(islice((each.title for each in old if each.title), SAMPLE))
    between = _Neighbours(len(old), len(new), known)
    if len(lost) * len(fresh) > _ALL:
        still = _still(old, new, (lost, fresh), likeness, between)
        if still:
            return alike(old, new, {**known, **still}, away=away, doubts=doubts)
    scores, enough = {}, SURE if away else ENOUGH
    for one, other in _candidates(old, new, lost, fresh, between):
        bonus = between.bonus(one, other)
        share, possible = likeness.weigh(old[one], new[other], still=bonus > _BESIDE, away=away)
        score = share + bonus if possible else min(share + bonus, enough - _HAIR)
        if score >= enough - MARGIN:
            scores[other, one] = score
    chosen = assign.best({pair: score for pair, score in scores.items() if score >= enough})
    if doubts is not None:
        _doubt(doubts, scores, chosen, enough)
    return dict(known) | chosen


def _doubt(
    doubts: Doubts, scores: Mapping[tuple[int, int], float], chosen: Places, enough: float
) -> None:
    """Add what the rows may be instead of what was chosen."""
    owner = {one: other for other, one in chosen.items()}
    for (other, one), score in scores.items():
        held = scores[other, chosen[other]] if other in chosen else enough
        if owner.get(one) == other:
            if score < enough + MARGIN:
                doubts.setdefault(other, set()).add(NONE)
        elif score > held - MARGIN and (
            one not in owner or score > scores[owner[one], one] - MARGIN
        ):
            doubts.setdefault(other, set()).add(one)


class _Neighbours:
    """Between which known entries a row stands, in old places."""

    def __init__(self, old: int, new: int, known: Places) -> None:
        self._known = bool(known)
        back = {one: other for other, one in known.items()}
        self._old = _around(old, {one: one for one in back})
        self._new = _around(new, known)

    def old(self, place: int) -> tuple[int, int]:
        return self._old[place][:2]

    def new(self, place: int) -> tuple[int, int]:
        return self._new[place][:2]

    def old_turn(self, place: int) -> int:
        return self._old[place][2]

    def new_turn(self, place: int) -> int:
        return self._new[place][2]

    def bonus(self, one: int, other: int) -> float:
        """Return what the places of two rows say for their being one."""
        above, below, rank = self._old[one]
        over, under, turn = self._new[other]
        same = (above == over) + (below == under) if self._known else 0
        order = 0.001 * min(abs(rank - turn), 9)  # of several in one place, the first is the first
        return (_BETWEEN if same == 2 else _BESIDE if same else 0.0) - order


def _still(
    old: Sequence[Portrait],
    new: Sequence[Portrait],
    left: tuple[Sequence[int], Sequence[int]],
    likeness: Likeness,
    between: _Neighbours,
) -> dict[int, int]:
    """Return the pairs that stand where they stood and are surely one, of a crowd left over."""
    places = {(*between.old(one), between.old_turn(one)): one for one in left[0]}
    found = {}
    for other in left[1]:
        one = places.get((*between.new(other), between.new_turn(other)))
        if one is not None and likeness.of(old[one], new[other], still=True) >= SURE:
            found[other] = one
    return found


def _around(length: int, known: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """Return for every place the known entry above, the one below, and how far from the upper."""
    above, rank, upper = -1, 0, []
    for place in range(length):
        if place in known:
            above, rank = known[place], 0
        else:
            rank += 1
        upper.append((above, rank))
    below, around = -1, []
    for place in range(length - 1, -1, -1):
        if place in known:
            below = known[place]
        around.append((upper[place][0], below, upper[place][1]))
    return around[::-1]


def _candidates(
    old: Sequence[Portrait],
    new: Sequence[Portrait],
    lost: Sequence[int],
    fresh: Sequence[int],
    between: _Neighbours,
) -> Iterator[tuple[int, int]]:
    """Give the pairs worth comparing: all of them, or those that share something."""
    if len(lost) * len(fresh) <= _ALL:
        yield from ((one, other) for one in lost for other in fresh)
        return
    shared: dict[Hashable, list[int]] = defaultdict(list)
    for one in lost:
        for sign in _signs(old[one], between.old(one)):
            shared[sign].append(one)
    for other in fresh:
        near: set[int] = set()
        for sign in _signs(new[other], between.new(other)):
            crowd = shared.get(sign, ())
            if len(crowd) > _CROWD:
                crowd = sorted(crowd, key=lambda one: abs(one - other))[:_CROWD]
            near.update(crowd)
        yield from ((one, other) for one in sorted(near))


def _signs(portrait: Portrait, neighbours: tuple[int, int]) -> Iterator[Hashable]:
    """Give what two rows must share to be compared in a crowd."""
    school, title, date = portrait.essence
    if title:
        yield "title", title
        yield "school and words", school, title[:8]
    yield "school and date", school, date
    yield "neighbours", neighbours
