"""Words cut short, as forms of event, levels and formats are."""

import pytest

from tests.values.district import context
from tochka_sync.table import Cell
from tochka_sync.values.what import formats, levels, types
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level
from tochka_sync.values.what.types import EventType as E

ALDAN = context()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("семин.", (E.SEMINAR,)),
        ("сем.", (E.SEMINAR,)),
        ("вебин.", (E.WEBINAR,)),
        ("конфер.", (E.CONFERENCE,)),
        ("н/п конференция", (E.SCI_CONFERENCE,)),
        ("экск. в музей", (E.EXCURSION,)),
        ("фест-ль", (E.FESTIVAL,)),
        ("сор-ния по шахматам", (E.TOURNAMENT,)),
        ("олимп., конк.", (E.OLYMPIAD, E.CONTEST)),
        ("конк./фест.", (E.CONTEST, E.FESTIVAL)),
        ("акц.", (E.CAMPAIGN,)),
        ("практ. семинар", (E.WORKSHOP_SEMINAR,)),
        ("дн. откр. дверей", (E.OPEN_DAY,)),
        ("выст.", (E.OTHER,)),
        ("практикум.", (E.OTHER,)),
        ("внеурочное мер-е", (E.OTHER,)),
    ],
)
def test_a_form_of_event_cut_short_is_read(typed, meant):
    assert types.read(Cell(typed), ALDAN).value == meant


@pytest.mark.parametrize("typed", ["кон.", "экс.", "тур.", "к-с", "сист.", "ст. преподаватель"])
def test_what_may_be_cut_from_several_words_is_not_guessed(typed):
    assert types.read(Cell(typed), ALDAN).value is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("районн.", Level.MUNICIPAL),
        ("рай.", Level.MUNICIPAL),
        ("улусн.", Level.MUNICIPAL),
        ("мун-ный", Level.MUNICIPAL),
        ("муниципал", Level.MUNICIPAL),
        ("рег-ный уровень", Level.REGIONAL),
        ("республик.", Level.REGIONAL),
        ("школьн.", Level.SCHOOL),
        ("внутришк.", Level.SCHOOL),
        ("всер.", Level.FEDERAL),
    ],
)
def test_a_level_cut_short_is_read(typed, meant):
    assert levels.read(Cell(typed), ALDAN).value is meant


@pytest.mark.parametrize("typed", ["межмуниц.", "межрегион.", "поселк.", "общ.", "меж."])
def test_a_level_between_levels_is_asked_about_when_cut_short_too(typed):
    assert levels.read(Cell(typed), ALDAN).value is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("онл.", Format.ONLINE),
        ("дист-но", Format.ONLINE),
        ("смеш.", Format.MIXED),
        ("комб.", Format.MIXED),
        ("комбинир.", Format.MIXED),
        ("очн/заочн", Format.MIXED),
        ("очн.", Format.OFFLINE),
    ],
)
def test_a_format_cut_short_is_read(typed, meant):
    assert formats.read(Cell(typed), ALDAN).value is meant
