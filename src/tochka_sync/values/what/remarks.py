"""What a remark says of its event: cancelled, or moved to another day."""

import re

from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import BLANK, Reading, Remark

_CANCELLED = Pattern(r"\b(?:отмен|не состоял|снят)", re.IGNORECASE)
_POSTPONED = Pattern(r"\bперен[её]с", re.IGNORECASE)


def read(cell: Cell, context: Context) -> Reading[str]:  # noqa: ARG001 - all readers are alike
    """Read a remark: its text, with a note where it calls the event off or moves it."""
    shown = text.clean(cell.text)
    if text.is_placeholder(shown):
        return BLANK
    if _CANCELLED.search(shown):
        return Reading(shown, (Remark("cancelled"),))
    if _POSTPONED.search(shown):
        return Reading(shown, (Remark("postponed"),))
    return Reading(shown)
