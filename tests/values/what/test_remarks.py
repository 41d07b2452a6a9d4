"""What a remark, or the words around a title, say of an event: called off, moved, or nothing."""

from datetime import date
from random import Random

import pytest

from tests.values import noise
from tests.values.moments import PLAN
from tochka_sync.table import Cell
from tochka_sync.values.reading import Remark
from tochka_sync.values.what import remarks, titles
from tochka_sync.values.when.dates import EventDate, Precision

CANCELLED = [
    "отменено", "ОТМЕНА", "отм.", "мероприятие отменено", "Мероприятие не состоялось", "не состоялось из-за карантина",
    "Отменено в связи с актированными днями", "в связи с карантином отменено", "Из-за морозов мероприятие отменено",
    "по болезни педагога отменено", "отменён приказом №5", "снято с плана", "исключено из плана", "Семинар отменён",
    "фестиваль не будет проводиться", "проведение отменено", "Отменено 12.02", "Отменено (мороз)", "20 чел., отменено",
]  # fmt: skip
MOVED = {
    "перенесено": None,
    "Перенос": None,
    "отложено на неопределённый срок": None,
    "отложили": None,
    "сдвинули на 2 дня": None,
    "сдвинуто на неделю": None,
    "переносится на следующий год": None,
    "Перенос на март": (3, 1),
    "перенесено на 15.03.2024": (3, 15),
    "перенесён с 10.02 на 15.03": (3, 15),
    "Мероприятие перенесено на 20 марта в связи с карантином": (3, 20),
    "перенесли на апрель": (4, 1),
    "дата перенесена на 12 марта": (3, 12),
    "отменено, перенесено на 15.03": (3, 15),
    "из-за ремонта перенесено на 3 апреля": (4, 3),
    "перенесено на 5 апреля, место прежнее": (4, 5),
    "Перенос на 6 апреля (актированный день)": (4, 6),
}
NEITHER = [
    "проведено", "выполнено", "отмена занятий 11.02", "занятия отменены", "в этот день отменены уроки", "возможен перенос",
    "может быть отменено", "если будет мороз, отменяется", "в случае дождя перенос на 12.02", "не отменено", "снят видеоролик",
    "снято видео", "перенос оборудования из кабинета 5", "перенос на 2 этаж", "перенесено на платформу Сферум",
    "Отмена крепостного права", "Отмена карантина", "договор отменён", "Перенос генов", "исключение из правил", "состояние почв",
]  # fmt: skip


def outcome(said) -> Remark | None:
    (note,) = remarks.read(Cell(said), PLAN).notes or (None,)
    return note


@pytest.mark.parametrize("said", CANCELLED)
def test_what_calls_an_event_off_is_noted_whatever_the_noise(said):
    for noisy in (said, *noise.spoiled(said, Random(5), times=6)):
        note = outcome(noisy)
        assert note, noisy
        assert note.reason == "cancelled", noisy


@pytest.mark.parametrize(("said", "day"), MOVED.items())
def test_what_moves_an_event_is_noted_with_the_day_it_names(said, day):
    note = outcome(said)
    assert note is not None
    assert note.reason == "postponed"
    to = note.facts.get("to")
    assert getattr(to, "start", None) == (day and date(2024, *day))


@pytest.mark.parametrize("said", NEITHER)
def test_words_about_something_else_say_nothing_of_the_event(said):
    assert outcome(said) is None
    assert remarks.read(Cell(said), PLAN).value == said


@pytest.mark.parametrize(
    ("typed", "title", "reason"),
    [
        ("Семинар «Робототехника» (отменён)", "Робототехника", "cancelled"),
        ("ОТМЕНЁН Семинар «Робототехника»", "Робототехника", "cancelled"),
        ("ОТМЕНА! Тайга глазами детей", "Тайга глазами детей", "cancelled"),
        ("(отменено) Тайга глазами детей", "Тайга глазами детей", "cancelled"),
        ("Тайга глазами детей – отменено", "Тайга глазами детей", "cancelled"),
        ("Тайга глазами детей. Отменено из-за морозов", "Тайга глазами детей", "cancelled"),
        ("Тайга глазами детей (перенос на март)", "Тайга глазами детей", "postponed"),
        ("Перенос. Тайга глазами детей", "Тайга глазами детей", "postponed"),
        ("Отмена крепостного права", "Отмена крепостного права", None),
        ("«Отмена крепостного права»", "Отмена крепостного права", None),
        ("Отложенный старт: физика движения", "Отложенный старт: физика движения", None),
        ("Поход (в случае дождя – перенос)", "Поход (в случае дождя – перенос)", None),
    ],
)
def test_what_stands_beside_a_title_is_taken_off_and_noted(typed, title, reason):
    reading = titles.read(Cell(typed), PLAN)
    assert reading.value == title
    assert [note.reason for note in reading.notes if note.reason in remarks.OUTCOMES] == (
        [reason] if reason else []
    )


def day(month, number):
    moment = date(2024, month, number)
    return EventDate(moment, moment, Precision.DAY)


@pytest.mark.parametrize(
    ("said", "on", "settled"),
    [
        ("перенесено на 15.03", day(3, 15), True),
        ("перенесено на март", day(3, 15), True),
        ("перенесено на 15.03", day(2, 10), False),
        ("перенесено с 10.02", day(2, 10), False),
        ("перенесено с 10.02", day(2, 20), True),
        ("перенесено", day(2, 10), False),
        ("перенесено на 15.03", None, False),
        ("отменено", day(2, 10), False),
    ],
)
def test_a_move_is_settled_when_the_date_is_the_new_one(said, on, settled):
    note = outcome(said)
    assert note is not None
    assert remarks.settled(note, on) is settled
