"""Which rows are no entries, and what they were taken for: a person sees at once if one of them is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tochka_sync import discreet, messages
from tochka_sync.fields import RowKind
from tochka_sync.messages import Language
from tochka_sync.result import Result, Skipped
from tochka_sync.visible import line

_MOST = 10
"""How many runs of rows are named of one kind."""


def told(result: Result, language: Language) -> str:
    """Return the skipped rows by kind: «1 — шапка таблицы; 4, 7–9 — итог»; of several tabs named by tab."""
    by_kind: defaultdict[RowKind, list[Skipped]] = defaultdict(list)
    for row in result.skipped:
        by_kind[row.kind].append(row)
    return "; ".join(
        f"{_named(by_kind[kind], result, language)} — " + messages.text(language, f"row.{kind}")
        for kind in RowKind
        if kind in by_kind
    )


def _named(rows: Sequence[Skipped], result: Result, language: Language) -> str:
    by_tab: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        by_tab[row.tab].append(row.row)
    runs = [(tab, run) for tab, numbers in by_tab.items() for run in _runs(numbers)]
    shown, before = [], None
    for tab, run in runs[:_MOST]:
        name = (
            f"«{line(discreet.tab(result, tab))}» "
            if len(result.tabs) > 1 and tab != before
            else ""
        )
        shown.append(f"{name}{run[0]}" if len(run) == 1 else f"{name}{run[0]}–{run[-1]}")
        before = tab
    if more := sum(len(run) for _, run in runs[_MOST:]):
        shown.append(messages.text(language, "report.more", n=more))
    return ", ".join(shown)


def _runs(numbers: Iterable[int]) -> Iterator[range]:
    """Give the runs of numbers that follow one another."""
    run: range | None = None
    for number in sorted(numbers):
        if run is not None and number == run.stop:
            run = range(run.start, number + 1)
            continue
        if run is not None:
            yield run
        run = range(number, number + 1)
    if run is not None:
        yield run
