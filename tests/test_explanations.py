"""The examples of the explanations are real: what is shown as wrong is found, what is shown as
right is not.
"""

import pytest

from tests.plans import codes, judged
from tochka_sync.findings import Code
from tochka_sync.messages import explain_ru

GOOD = {
    "Школа": "СОШ №8",
    "Мероприятие": "Науку в каждый класс",
    "Дата проведения": "15.02.2024",
    "Участники": "педагоги",
    "Ответственный": "Глобусова Г.Г.",
    "Количество участников": "20",
    "Телефон": "8 900 000 00 01",
    "E-mail": "school@example.ru",
    "Ссылка на публикацию": "https://vk.com/wall-1_2",
}
COLUMN_OF = {
    Code.REQUIRED_MISSING: "Ответственный",
    Code.DATE_UNREADABLE: "Дата проведения",
    Code.DATE_IMPOSSIBLE: "Дата проведения",
    Code.DATE_AMBIGUOUS: "Дата проведения",
    Code.DATE_VAGUE: "Дата проведения",
    Code.DATE_OUTSIDE_YEAR: "Дата проведения",
    Code.DATE_WEEKDAY_MISMATCH: "Дата проведения",
    Code.DATE_NON_WORKING: "Дата проведения",
    Code.SCHOOL_UNKNOWN: "Школа",
    Code.SCHOOL_AMBIGUOUS: "Школа",
    Code.SCHOOL_CONFLICT: "Школа",
    Code.VALUE_UNREADABLE: "Количество участников",
    Code.PHONE_INVALID: "Телефон",
    Code.EMAIL_INVALID: "E-mail",
    Code.LINK_INVALID: "Ссылка на публикацию",
    Code.EXCEL_AUTOFORMAT: "Участники",
    Code.SPREADSHEET_ERROR: "Дата проведения",
    Code.MISPLACED_VALUE: "Ответственный",
    Code.TEXT_CORRECTED: "Школа",
}
"""Codes whose example is one cell, and the column it stands in."""


def typed(code: Code, example: str) -> set[str]:
    """Judge a good row with the example in its cell; what stands after « — » or « в столбце» is said, not typed."""
    cell = example.partition(" — ")[0].partition(" в столбце")[0]
    row = GOOD | {COLUMN_OF[code]: cell}
    return codes(judged(" | ".join(row), " | ".join(row.values())))


@pytest.mark.parametrize("code", COLUMN_OF)
def test_what_is_shown_as_wrong_is_found(code):
    assert code in typed(code, explain_ru.EXPLANATIONS[code].wrong)


@pytest.mark.parametrize("code", COLUMN_OF)
def test_what_is_shown_as_right_gives_no_finding_at_all(code):
    assert typed(code, explain_ru.EXPLANATIONS[code].right) == set()
