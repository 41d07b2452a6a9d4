from datetime import date, datetime

import pytest

from tests import results
from tochka_sync.exports import plan
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.result import Timeliness, Timing
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.when.dates import EventDate, Precision

RU = Language.RU


def shown(event: Event, timing: Timing = results.ON_TIME) -> dict[str, plan.Shown]:
    """Return one entry's cells by column."""
    entry = results.clean(2, event, timing)
    table = plan.of(results.in_good_order()._replace(entries=(entry,)), RU)
    [row] = table.rows
    return dict(zip(table.names, row, strict=True))


def test_only_a_known_day_and_a_bare_count_are_typed():
    typed = shown(
        Event(
            date=EventDate(date(2024, 2, 10), date(2024, 2, 10), Precision.DAY),
            participants=Participants(total=30),
        )
    )
    assert (typed["date"], typed["participants"]) == (date(2024, 2, 10), 30)
    text = shown(
        Event(
            date=EventDate(date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
            participants=Participants(min=20, max=25),
        )
    )
    assert (text["date"], text["participants"]) == ("февраль 2024 года", "20–25")


def test_what_nobody_filled_is_an_empty_cell():
    cells = shown(Event())
    said = {name: value for name, value in cells.items() if value != ""}
    assert said == {"timing": "в срок (по отметке времени)", "tab": "План", "row": 2}


@pytest.mark.parametrize(
    ("submitted", "text"),
    [
        (datetime(2023, 5, 30, 9, 5, tzinfo=results.ZONE), "30.05.2023 09:05"),
        (datetime(2023, 6, 2, 23, 59, 59, tzinfo=results.ZONE), "02.06.2023 23:59:59"),
        (date(2023, 5, 30), "30.05.2023"),
    ],
)
def test_a_time_of_filing_is_as_exact_as_the_form(submitted, text):
    assert shown(Event(submitted_at=submitted))["submitted_at"] == text


def test_without_evidence_there_is_none_to_name():
    cells = shown(results.FULL, Timing(Timeliness.UNKNOWN, "none"))
    assert cells["timing"] == "время неизвестно"


def test_a_school_outside_the_list_is_named_by_its_id():
    assert shown(Event(school="sosh-77"))["school"] == "sosh-77"


def test_a_printed_publication_stands_among_the_links():
    event = Event(links=("https://vk.com/a",), print_media="газета «Возрождение»")
    assert shown(event)["links"] == "https://vk.com/a; газета «Возрождение»"


def test_a_note_without_a_phrase_is_shown_by_its_name():
    assert plan.note(RU, "year_inferred") == "год взят из учебного года плана"
    assert plan.note(RU, "of_tomorrow") == "of_tomorrow"
