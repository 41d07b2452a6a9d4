"""Who goes with whom, so that the pairs together are the best there can be.

Takes scored pairs of two sides; each of either side is in one pair at most, and a pair that was
not given is never made. What is not connected is solved apart. A connected part of up to
`LARGEST` on its smaller side is solved exactly, by shortest augmenting paths (the Hungarian
method); a larger one, which an edit of nearly every row makes, by taking the best pair first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

LARGEST = 150

Pairs = Mapping[tuple[int, int], float]


def best(pairs: Pairs) -> dict[int, int]:
    """Return the one-to-one choice of pairs whose scores, all above nought, sum to the most."""
    chosen: dict[int, int] = {}
    for part in _parts(pairs):
        smaller = min(len({left for left, _ in part}), len({right for _, right in part}))
        chosen |= _exact(part) if smaller <= LARGEST else _greedy(part)
    return chosen


def _parts(pairs: Pairs) -> Iterator[dict[tuple[int, int], float]]:
    """Give the pairs by connected part."""
    lefts: dict[int, list[int]] = defaultdict(list)
    rights: dict[int, list[int]] = defaultdict(list)
    for left, right in pairs:
        lefts[left].append(right)
        rights[right].append(left)
    seen: set[int] = set()
    for start in lefts:
        if start in seen:
            continue
        seen.add(start)
        waiting, part = [start], {}
        while waiting:
            left = waiting.pop()
            for right in lefts[left]:
                part[left, right] = pairs[left, right]
                fresh = [other for other in rights[right] if other not in seen]
                seen.update(fresh)
                waiting += fresh
        yield part


def _greedy(part: Pairs) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for (left, right), _ in sorted(part.items(), key=lambda item: (-item[1], item[0])):
        if left not in chosen and right not in taken:
            chosen[left] = right
            taken.add(right)
    return chosen


def _exact(part: Pairs) -> dict[int, int]:
    """Solve one part; a left one that is better off alone gets a place of its own, worth nought."""
    lefts = sorted({left for left, _ in part})
    rights = sorted({right for _, right in part})
    if len(lefts) == 1 or len(rights) == 1:
        return _greedy(part)
    if len(rights) < len(lefts):  # the time goes with the square of the rows
        turned = {(right, left): score for (left, right), score in part.items()}
        return {left: right for right, left in _exact(turned).items()}
    width = len(rights) + len(lefts)
    costs = [
        [-part.get((left, right), 0.0) for right in rights] + [0.0] * len(lefts) for left in lefts
    ]
    chosen = {}
    for column, row in _assigned(costs, width).items():
        if column < len(rights) and (lefts[row], rights[column]) in part:
            chosen[lefts[row]] = rights[column]
    return chosen


def _assigned(costs: list[list[float]], width: int) -> dict[int, int]:
    """Return column → row of the cheapest assignment of every row to a column of its own.

    Rows are added one at a time. Each looks for the cheapest path that ends in a free column, in
    costs made non-negative by the potentials of rows and columns; the rows on the path move over.
    """
    row_potential = [0.0] * len(costs)
    column_potential = [0.0] * width
    owner: dict[int, int] = {}
    for start in range(len(costs)):
        distance = [float("inf")] * width
        came_from = [-1] * width
        done: set[int] = set()
        row, column = start, -1
        while True:
            nearest, step = -1, float("inf")
            for other in range(width):
                if other in done:
                    continue
                reduced = costs[row][other] - row_potential[row] - column_potential[other]
                if reduced < distance[other]:
                    distance[other], came_from[other] = reduced, column
                if distance[other] < step:
                    nearest, step = other, distance[other]
            row_potential[start] += step
            for other in done:
                row_potential[owner[other]] += step
                column_potential[other] -= step
            for other in range(width):
                if other not in done:
                    distance[other] -= step
            done.add(nearest)
            column = nearest
            if column not in owner:
                break
            row = owner[column]
        while column != -1:
            before = came_from[column]
            owner[column] = owner[before] if before != -1 else start
            column = before
    return owner
