"""Cells of the catalogue with a few signs changed: what a short way must read as the long way does."""

import csv
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

_SIGNS = "абвеАБВЕioО0123456789.,;:()«»\"'-–/№ \n\u00a0+@_?*%&=#"
_CATALOGUE = Path(__file__).parents[1] / "data" / "cells.csv"


def catalogue(*fields: str) -> list[str]:
    """Return the cells of some columns as they were typed."""
    with _CATALOGUE.open(encoding="utf-8", newline="") as file:
        return [row["typed"] for row in csv.DictReader(file) if row["field"] in fields]


@st.composite
def altered(draw: DrawFn, cells: list[str]) -> str:
    """Return a cell, or one in which signs were left out, added, changed, or that got a second cell."""
    cell = draw(st.sampled_from(cells))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(cell)))
        put = draw(st.one_of(st.just(""), st.sampled_from(_SIGNS), st.sampled_from([" ", ", "])))
        cell = cell[:at] + put + cell[at + draw(st.integers(0, 1)) :]
    if draw(st.integers(0, 9)) == 0:
        cell += draw(st.sampled_from([" ", ", ", "; ", "\n", " и "])) + draw(st.sampled_from(cells))
    return cell
