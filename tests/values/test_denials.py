import pytest

from tests.values.moments import PLAN
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import cells

SAID = {
    Field.DATE: "15.02.2024",
    Field.AUDIENCE: "8-9 классы",
    Field.PARTICIPANTS: "25 чел.",
    Field.RESPONSIBLE: "Иванова А.П.",
    Field.PHONES: "89141234567",
    Field.EMAILS: "ivanova@mail.ru",
    Field.LINKS: "https://vk.com/wall-1_2",
    Field.TYPES: "семинар",
    Field.SUBMITTED_AT: "02.06.2023 17:45",
}
BEHIND = (
    *(" (ошибка)", " - неверно", " неверно", ", удалить", " (удалить)", " (было)", " - было", " (старое)"),
    *(" - отменено", " (отменено)", " не надо", " (неактуально)", " или нет"),
)  # fmt: skip


@pytest.mark.parametrize("field", SAID)
@pytest.mark.parametrize("words", BEHIND)
def test_what_a_cell_takes_back_is_no_value(field, words):
    assert cells.read(field, Cell(SAID[field]), PLAN).value is not None
    reading = cells.read(field, Cell(SAID[field] + words), PLAN)
    assert reading.value is None
    assert reading.problem is not None


@pytest.mark.parametrize("words", ["ошибка: ", "удалить ", "старое: ", "отменено: "])
def test_so_is_what_is_taken_back_before_it_is_said(words):
    for field, said in SAID.items():
        assert cells.read(field, Cell(words + said), PLAN).value is None, field


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (Field.RESPONSIBLE, "не Иванова А.П."),
        (Field.RESPONSIBLE, "уже не Иванова А.П."),
        (Field.RESPONSIBLE, "без Ивановой А.П."),
        (Field.RESPONSIBLE, "нет, Иванова А.П."),
        (Field.RESPONSIBLE, "Иванова А.П. - нет"),
        (Field.AUDIENCE, "8-9 классы - нет"),
        (Field.PARTICIPANTS, "25 чел. / нет"),
        (Field.PHONES, "89141234567 (старый), 89147654321 (новый)"),
        (Field.PHONES, "4-25-16 не работает"),
        (Field.PHONES, "не 89141234567 а 89247654321"),
        (Field.EMAILS, "не ivanova@mail.ru, а petrova@mail.ru"),
        (Field.PHONES, "89141234567 - нет"),
        (Field.EMAILS, "ivanova@mail.ru (старая)"),
    ],
)
def test_a_denial_is_asked_about(field, shown):
    problem = cells.read(field, Cell(shown), PLAN).problem
    assert problem is not None
    assert (problem.code, problem.reason) == (Code.VALUE_UNREADABLE, "taken_back")


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (Field.RESPONSIBLE, "Безруков А.П."),
        (Field.RESPONSIBLE, "Нетесова А.П., учитель (без категории)"),
        (Field.PARTICIPANTS, "не менее 25"),
        (Field.PHONES, "89141234567, кроме выходных"),
        (Field.PHONES, "кроме сб 89141234567"),
        (Field.PHONES, "89141234567 (ватсапа нет)"),
        (Field.PHONES, "89141234567 не звонить после 18"),
        (Field.DATE, "не позднее 15.02.2024"),
        (Field.DATE, "14 января (Старый Новый год)"),
        (Field.TYPES, "конкурс «Что было»"),
        (Field.TYPES, "акция «Наркотикам - нет»"),
        (Field.TITLE, "Как это было"),
        (Field.CONTRACT, "нет, не требуется"),
        (Field.PLACE, "музей «Старое»"),
    ],
)
def test_other_words_like_these_take_nothing_back(field, shown):
    assert cells.read(field, Cell(shown), PLAN).value is not None
