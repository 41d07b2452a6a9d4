"""How far one word is from another: letters missing, added, wrong, or two that changed places.

The optimal string alignment distance. `rapidfuzz` counts it faster, but takes longer to load than a
small plan to read; here most words are told to be far by their length and letters alone.
"""

from functools import lru_cache


def distance(one: str, other: str, most: int) -> int:
    """Return the distance of two words; `most` + 1 where it is more than `most`."""
    if abs(len(one) - len(other)) > most or len(_letters(one) ^ _letters(other)) > 2 * most:
        return most + 1
    return min(_aligned(one, other), most + 1)


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> frozenset[str]:
    """Return the letters of a word: a slip takes away one and brings in another at most."""
    return frozenset(word)


def _aligned(one: str, other: str) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        earlier, before, row = before, row, [i + 1]
        for j, meant in enumerate(other):
            steps = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != meant))
            if i and j and letter == other[j - 1] and one[i - 1] == meant:
                steps = min(steps, earlier[j - 1] + 1)
            row.append(steps)
    return row[-1]
