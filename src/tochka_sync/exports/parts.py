"""What is written many times in a part of a workbook is made of the one that stands there as a sample."""

import re

PLACE = (1, 0)
"""The zero-based row and column of the cell that has the samples."""


def around(what: re.Pattern[str], sample: str) -> tuple[str, str, str]:
    """Return what is before it, itself, and what is after it."""
    found = what.search(sample)
    if found is None:
        raise AssertionError(f"no {what.pattern} in {sample[:1000]}")  # a bug: nothing is written
    return sample[: found.start()], found.group(), sample[found.end() :]
