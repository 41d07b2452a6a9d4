from tests import results
from tochka_sync.fields import RowKind
from tochka_sync.messages import Language
from tochka_sync.reports.skipped import told
from tochka_sync.result import ReadTab, Skipped


def rows(kind: RowKind, *numbers: int, tab: str = "План") -> tuple[Skipped, ...]:
    return tuple(Skipped(tab, number, kind, ("…",)) for number in numbers)


def said(*skipped: Skipped, tabs: tuple[str, ...] = ("План",)) -> str:
    result = results.result()._replace(
        skipped=skipped, tabs={title: ReadTab(None, {}) for title in tabs}
    )
    return told(result, Language.RU)


def test_rows_of_one_kind_are_named_together_and_runs_of_them_by_their_ends():
    assert said(*rows(RowKind.HEADER, 1), *rows(RowKind.TOTAL, 9, 4, 8)) == (
        "1 — шапка таблицы; 4, 8–9 — итог"
    )


def test_where_nothing_is_skipped_nothing_is_said():
    assert said() == ""


def test_of_many_runs_the_first_are_named_and_the_rows_of_the_others_counted():
    every_third = (*range(3, 40, 3), 40)
    assert said(*rows(RowKind.PRENUMBERED, *every_third)) == (
        "3, 6, 9, 12, 15, 18, 21, 24, 27, 30, и ещё 4 — только номер или прочерки"
    )


def test_rows_of_several_tabs_are_named_by_tab():
    skipped = rows(RowKind.HEADER, 1) + rows(RowKind.HEADER, 1, 5, tab="Май\n2024")
    assert said(*skipped, tabs=("План", "Май\n2024")) == (
        "«План» 1, «Май 2024» 1, 5 — шапка таблицы"
    )
