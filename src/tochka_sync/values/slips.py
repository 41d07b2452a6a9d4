"""How far one word is from another: letters missing, added, wrong, or two that changed places.

The optimal string alignment distance. `rapidfuzz` counts it faster, but takes longer to load than a
small plan to read; here most words are told to be far by their length and letters alone.
"""

from functools import lru_cache


def distance(one: str, other: str, most: int) -> int:
    """Return the distance of two words; `most` + 1 where it is more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    if far(letters(one), letters(other), most):
        return most + 1
    return min(_aligned(one, other), most + 1)


def far(ours: int, theirs: int, most: int) -> bool:
    """Tell by their letters that two words surely differ by more than so many slips."""
    return (ours & ~theirs).bit_count() > most or (theirs & ~ours).bit_count() > most


@lru_cache(maxsize=1 << 14)
def letters(word: str) -> int:
    """Return the letters of a word, a bit for each: a slip takes away one and brings in another."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


@lru_cache(maxsize=1 << 10)
def _places(word: str) -> dict[str, int]:
    """Return where each letter stands in a word, a bit for each place."""
    places: dict[str, int] = {}
    for at, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << at
    return places


def _aligned(one: str, other: str) -> int:
    """Count a whole column of the table of distances at once, by the bits of whole numbers.

    H. Hyyrö, «A bit-vector algorithm for computing Levenshtein and Damerau edit distances», 2003.
    """
    if not one:
        return len(other)
    places, last, every = _places(one), 1 << (len(one) - 1), (1 << len(one)) - 1
    more, less, zero, earlier, steps = every, 0, 0, 0, len(one)
    for letter in other:
        here = places.get(letter, 0)
        swapped = ((~zero & here) << 1) & earlier
        zero = ((((here & more) + more) ^ more) | here | less | swapped) & every
        right, left = less | (every & ~(zero | more)), zero & more
        steps += bool(right & last) - bool(left & last)
        right, left = right << 1 | 1, left << 1
        more, less = (left | ~(zero | right)) & every, right & zero & every
        earlier = here
    return steps
