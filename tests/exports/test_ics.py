"""The calendar, read back by a library that had no part in writing it."""

import re
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from tests import golden, results
from tests.program import run, workplace
from tochka_sync.exports import ics
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.result import Entry
from tochka_sync.values.reading import Remark
from tochka_sync.values.what.formats import Format
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.visible import line

RU = Language.RU
TENTH = date(2024, 2, 10)


def written(result, path, language=RU) -> list[vobject.base.Component]:
    """Write, read back, check by the rules of the standard, and return the events."""
    ics.write(result, language, path)
    calendar = vobject.readOne(path.read_bytes().decode())
    assert calendar.validate(raiseException=True)
    return list(calendar.contents.get("vevent", []))


def holding(*entries: Entry):
    return results.in_good_order()._replace(entries=entries)


def entry(row: int = 2, /, _notes: dict[str, tuple[Remark, ...]] | None = None, **fields) -> Entry:
    event = Event(**{**results.values(results.FULL), **fields})
    return results.clean(row, event, results.ON_TIME, **(_notes or {}))


def on(start: date, end: date | None = None, precision=Precision.DAY, **rest) -> EventDate:
    return EventDate(start, end or start, precision, **rest)


def uids(events) -> list[str]:
    return [event.uid.value for event in events]


def test_the_calendar_is_as_it_was(tmp_path):
    ics.write(results.result(), RU, tmp_path / "plan.ics")
    golden.same("plan.ics", (tmp_path / "plan.ics").read_bytes().decode())


def test_a_time_is_local_in_the_zone_of_the_plan(tmp_path):
    [event] = written(holding(entry(date=on(TENTH, time="14:00-15:30"))), tmp_path / "a.ics")
    assert event.dtstart.value.astimezone(UTC) == datetime(2024, 2, 10, 5, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=90)
    assert b"DTSTART;TZID=Asia/Yakutsk:20240210T140000\r\n" in (tmp_path / "a.ics").read_bytes()


def test_a_zone_with_summer_time_is_described(tmp_path):
    whole = holding(
        entry(1, date=on(TENTH, time="14:00")), entry(2, date=on(date(2024, 7, 1), time="14:00"))
    )
    whole = whole._replace(plan=whole.plan._replace(timezone="Europe/Berlin"))
    hours = [
        event.dtstart.value.astimezone(UTC).hour for event in written(whole, tmp_path / "a.ics")
    ]
    assert hours == [13, 12]


@pytest.mark.parametrize("time", ["14:00", "22:00-02:00"])
def test_an_end_nobody_named_is_not_invented(tmp_path, time):
    [event] = written(holding(entry(date=on(TENTH, time=time))), tmp_path / "a.ics")
    assert "dtend" not in event.contents


def test_a_day_without_a_time_is_a_whole_day(tmp_path):
    [event] = written(holding(entry(date=on(TENTH))), tmp_path / "a.ics")
    assert (event.dtstart.value, event.dtend.value) == (TENTH, date(2024, 2, 11))


def test_a_run_of_days_takes_them_all_and_tells_its_time(tmp_path):
    days = on(TENTH, date(2024, 2, 12), Precision.RANGE, time="10:00-13:00")
    [event] = written(holding(entry(date=days)), tmp_path / "a.ics")
    assert (event.dtstart.value, event.dtend.value) == (TENTH, date(2024, 2, 13))
    assert "Время: 10:00–13:00" in event.description.value


def test_separate_days_are_separate_events(tmp_path):
    days = (date(2024, 2, 17), TENTH)
    listed = on(TENTH, date(2024, 2, 17), Precision.LIST, dates=days, time="10:00")
    first, second = written(holding(entry(date=listed)), tmp_path / "a.ics")
    assert [first.dtstart.value.day, second.dtstart.value.day] == [10, 17]
    assert first.uid.value != second.uid.value


@pytest.mark.parametrize(
    "when",
    [
        on(date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        on(date(2024, 2, 5), date(2024, 2, 11), Precision.WEEK),
        EventDate(None, TENTH, Precision.UNTIL),
        EventDate(TENTH, None, Precision.FROM),
        on(TENTH, date(2024, 5, 1), Precision.RECURRING, recurrence="weekly:mon"),
        EventDate(None, None, Precision.LIST, months=("2023-10", "2024-03")),
        None,
    ],
)
def test_a_vague_date_is_left_out_and_counted(tmp_path, when):
    result = holding(entry(2), entry(3, date=when))
    assert len(written(result, tmp_path / "a.ics")) == 1
    assert ics.undated(result) == 1
    text = re.sub(r"\r\n ", "", (tmp_path / "a.ics").read_bytes().decode())
    assert "не вошли: 1 мероприятие." in text


def test_what_must_be_mended_is_not_in_the_calendar_but_counted(tmp_path):
    assert len(written(results.result(), tmp_path / "a.ics", Language.EN)) == 2
    assert "to be mended in the sheet: 1 entry." in (tmp_path / "a.ics").read_text().replace(
        "\n ", ""
    )


@pytest.mark.parametrize(
    ("reason", "field", "status"),
    [
        ("cancelled", "remark", "CANCELLED"),
        ("cancelled", "date", "CANCELLED"),
        ("cancelled", "title", "CANCELLED"),
        ("postponed", "remark", "TENTATIVE"),
        ("year_inferred", "date", "CONFIRMED"),
    ],
)
def test_an_event_called_off_stays_and_says_so(tmp_path, reason, field, status):
    [event] = written(holding(entry(_notes={field: (Remark(reason),)})), tmp_path / "a.ics")
    assert event.status.value == status


def test_the_place_is_named_with_its_settlement_and_the_host(tmp_path):
    [event] = written(holding(entry(place="ДК «Металлург»", school="sosh-8")), tmp_path / "a.ics")
    assert event.location.value == "ДК «Металлург», МБОУ «СОШ №8 г. Томмот»"


def test_nobody_is_sent_to_school_for_what_is_held_online(tmp_path):
    [event] = written(holding(entry(place=None, format=Format.ONLINE)), tmp_path / "a.ics")
    assert event.location.value == "онлайн"


def test_an_event_opens_its_cell_and_has_its_types(tmp_path):
    [event] = written(holding(entry(7)), tmp_path / "a.ics")
    assert event.url.value == f"{results.URL}&range=C7"
    assert event.categories.value == ["методический семинар", "квест"]


def test_a_file_has_no_cells_to_open(tmp_path):
    [event] = written(holding(entry())._replace(url=None), tmp_path / "a.ics")
    assert "url" not in event.contents


def test_contacts_are_there_only_where_they_were_asked_for(tmp_path):
    ics.write(results.in_good_order(), RU, tmp_path / "without.ics")
    kept = results.in_good_order()._replace(contacts=True)
    [event] = written(kept, tmp_path / "with.ics")
    assert "Ответственный: Иванова А.П." in event.description.value
    assert "8 (41145) 4-25-16" in event.description.value
    assert stat.S_IMODE((tmp_path / "with.ics").stat().st_mode) & 0o077 == 0
    text = re.sub(r"\r\n ", "", (tmp_path / "without.ics").read_bytes().decode())
    assert not any(word in text for word in ("Иванова", "4-25-16", "@example"))


def test_a_calendar_without_events_is_still_a_calendar(tmp_path):
    assert written(holding(), tmp_path / "a.ics") == []


@given(st.text(st.characters()))
def test_any_title_comes_back_as_one_line(tmp_path_factory, title):
    path = tmp_path_factory.mktemp("ics") / "a.ics"
    [event] = written(holding(entry(title=title, date=on(TENTH)))._replace(contacts=True), path)
    assert event.summary.value == (line(title) or "методический семинар, квест")


@given(st.text(st.characters(codec="utf-8")))
def test_no_line_is_longer_than_the_standard_allows(tmp_path_factory, title):
    path = tmp_path_factory.mktemp("ics") / "a.ics"
    ics.write(holding(entry(title=title, place=title)), RU, path)
    content = path.read_bytes()
    assert all(len(each) <= 75 for each in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


ROW = "СОШ №8;Науку в каждый класс;{date};педагоги;Иванова А.П.;{note}\n"
SHEET = "Школа;Мероприятие;Дата проведения;Участники;Ответственный;Примечание\n{rows}"


def night(place, rows: str, *options: str):
    (place / "plan.csv").write_text(SHEET.format(rows=rows), encoding="utf-8")
    outcome = run("check", "plan.csv", "--export", "plan.ics", *options, cwd=place)
    assert outcome.code in {0, 1}, outcome
    calendar = vobject.readOne((place / "plan.ics").read_bytes().decode())
    return {event.summary.value: event for event in calendar.contents["vevent"]}


OTHER = "СОШ №9;Фестиваль идей;01.03.2024;8-9 классы;Петров С.И.;\n"
TITLE = "Науку в каждый класс"


def test_an_event_keeps_its_name_from_the_first_night_on(tmp_path):
    place = workplace(tmp_path, plan=None)
    first = night(place, ROW.format(date="15.02.2024", note=""))[TITLE]
    moved = night(place, OTHER + ROW.format(date="16.02.2024", note=""))[TITLE]
    called_off = night(place, OTHER + ROW.format(date="16.02.2024", note="отменено"))[TITLE]
    again = night(place, OTHER + ROW.format(date="16.02.2024", note="отменено"))[TITLE]
    assert len({event.uid.value for event in (first, moved, called_off, again)}) == 1
    assert moved.dtstart.value == date(2024, 2, 16)
    assert called_off.status.value == "CANCELLED"


def test_only_a_change_makes_an_event_newer(tmp_path):
    place = workplace(tmp_path, plan=None)
    first = night(place, ROW.format(date="15.02.2024", note=""))[TITLE]
    same = night(place, OTHER + ROW.format(date="15.02.2024", note=""))[TITLE]
    assert same.last_modified.value == first.last_modified.value
    assert same.sequence.value == first.sequence.value == "0"
    assert same.dtstamp.value >= first.dtstamp.value


def test_a_retitled_event_keeps_its_name_where_there_is_a_history(tmp_path):
    place = workplace(tmp_path, plan=None)
    row = ROW.format(date="15.02.2024", note="")
    first = night(place, row + OTHER)
    second = night(place, row.replace("Науку", "Наука") + OTHER)
    assert second["Наука в каждый класс"].uid.value == first[TITLE].uid.value


def test_without_a_history_neither_the_row_nor_the_date_is_the_name(tmp_path):
    place = workplace(tmp_path, plan=None)
    first = night(place, ROW.format(date="15.02.2024", note=""), "--no-history")[TITLE]
    second = night(place, OTHER + ROW.format(date="16.02.2024", note=""), "--no-history")[TITLE]
    assert first.uid.value == second.uid.value
    assert not (place / "config" / ".tochka").exists()


def test_events_of_one_title_are_told_apart_by_day_whatever_their_order(tmp_path):
    early, late = on(TENTH), on(date(2024, 3, 10))
    one, other = entry(2, date=early), entry(3, date=late)
    first = written(holding(one, other), tmp_path / "a.ics")
    turned = written(holding(replace(other, row=2), replace(one, row=3)), tmp_path / "b.ics")
    assert len(set(uids(first))) == 2
    assert uids(turned) == uids(first)[::-1]
