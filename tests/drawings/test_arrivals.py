import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from xml.etree import ElementTree as ET

from tests import results
from tests.results import DUE, MORNING_AFTER, ZONE
from tochka_sync.drawings.arrivals import WIDTH, Arrivals, arrivals, draw
from tochka_sync.history.meeting import Meeting, Met, MetTab, Seen
from tochka_sync.messages import Language

RU = Language.RU
NIGHT = timedelta(days=1)


def entry(row, **values):
    return replace(results.result().entries[1], row=row, values=values)


def of(*entries, seen=None):
    meeting = met(seen) if seen else None
    return arrivals(results.result()._replace(entries=entries, meeting=meeting))


def met(seen):
    """What the history knows of entries, by their rows."""
    tab = MetTab("План", (), tuple(Met(row, each) for row, each in seen.items()))
    return Meeting((tab,), removed=(), live_before=0, began=DUE)


def drawn(known, now=MORNING_AFTER):
    picture = draw(known, now, RU)
    assert picture is not None
    return picture


def test_a_stamp_says_when_an_entry_came_whatever_the_reads_say():
    stamp = datetime(2023, 5, 30, 12, tzinfo=ZONE)
    known = of(entry(4, submitted_at=stamp), seen={4: Seen(None, MORNING_AFTER)})
    assert known.moments == (stamp,)
    assert known.at_first_read == 0


def test_a_stamp_without_an_hour_stands_for_its_noon():
    assert of(entry(4, submitted_at=date(2023, 6, 2))).moments == (
        datetime(2023, 6, 2, 12, tzinfo=ZONE),
    )


def test_a_stamp_without_an_hour_of_a_deadline_before_noon_is_in_time():
    sooner = DUE.replace(hour=10)
    whole = results.result()
    entries = (entry(4, submitted_at=DUE.date()), entry(5, submitted_at=DUE.date() + NIGHT))
    known = arrivals(
        whole._replace(entries=entries, plan=whole.plan._replace(events_due=sooner), meeting=None)
    )
    assert (known.in_time, known.after) == (1, 1)


def test_without_a_stamp_the_read_that_first_had_the_entry_tells():
    known = of(entry(4), entry(5), seen={4: Seen(None, DUE - NIGHT), 5: Seen(DUE, DUE + NIGHT)})
    assert known.moments == (DUE - NIGHT, DUE + NIGHT)
    assert (known.at_first_read, known.in_time, known.after) == (1, 1, 1)


def test_what_was_there_at_a_first_read_after_the_deadline_came_nobody_knows_when():
    known = of(entry(4), seen={4: Seen(None, DUE + NIGHT)})
    assert (known.moments, known.unknown, known.at_first_read) == ((), 1, 0)


def test_what_came_between_two_reads_around_the_deadline_counts_as_in_time():
    known = of(entry(4), seen={4: Seen(DUE - NIGHT, DUE + NIGHT)})
    assert (known.moments, known.in_time) == ((DUE,), 1)


def test_a_school_with_a_deadline_of_its_own_is_judged_by_it():
    whole = results.result()
    came = DUE + NIGHT
    entries = (
        entry(4, school="sosh-8", submitted_at=came),
        entry(5, school="sosh-6", submitted_at=came),
        entry(6, school="sosh-8", submitted_at=came + 9 * NIGHT),
        entry(7, school="sosh-8"),
    )
    known = arrivals(
        whole._replace(
            entries=entries,
            plan=whole.plan._replace(extensions={"sosh-8": DUE + 7 * NIGHT}),
            meeting=met({7: Seen(DUE, DUE + 8 * NIGHT)}),
        )
    )
    assert (known.in_time, known.after) == (2, 2)
    assert known.moments[2] == DUE + 7 * NIGHT  # between two reads around its own deadline
    picture = drawn(known)
    assert "в срок внесено 2, после срока 2; у некоторых школ срок свой" in picture
    lines = re.findall(
        r'class="line ([a-z-]+)" d="M([\d.]+) ([\d.]+)(?:[HV][\d.]+)*H([\d.]+)"', picture
    )
    assert [name for name, *_ in lines] == ["late", "in-time", "late"]
    assert [left for _, left, *_ in lines[1:]] == [right for *_, right in lines[:-1]]


def test_what_nothing_tells_is_counted_and_not_drawn():
    known = of(entry(4), entry(5))
    assert (known.moments, known.unknown) == ((), 2)
    assert draw(known, MORNING_AFTER, RU) is None


def test_the_last_second_of_the_deadline_is_in_time():
    known = Arrivals((DUE, DUE + timedelta(seconds=1)), DUE)
    assert (known.in_time, known.after) == (1, 1)


def test_a_picture_says_in_words_what_it_shows():
    picture = drawn(Arrivals((DUE - NIGHT, DUE - NIGHT, DUE + NIGHT / 2), DUE))
    assert "до срока 02.06.2023 23:59 внесено 2, после 1" in picture
    assert "срок 02.06 23:59" in picture


def test_what_came_late_is_drawn_apart_from_what_came_in_time():
    both = drawn(Arrivals((DUE - NIGHT, DUE + NIGHT / 2), DUE))
    assert ("line in-time" in both, "line late" in both) == (True, True)
    assert "late" not in drawn(Arrivals((DUE - NIGHT,), DUE))
    assert "in-time" not in drawn(Arrivals((DUE + NIGHT / 2,), DUE))


def test_one_stamp_of_years_ago_does_not_press_the_others_together():
    week = tuple(DUE - NIGHT * day for day in range(7, 0, -1))
    places = [
        float(x)
        for picture in (drawn(Arrivals((DUE - NIGHT * 2000, *week), DUE)),)
        for x in re.findall(r"H([\d.]+)", picture.partition('class="line')[2])
    ]
    assert max(places) - min(places) > 20


def test_a_long_time_without_entries_takes_little_of_the_picture():
    picture = drawn(Arrivals((DUE - NIGHT * 10, DUE + NIGHT), DUE), DUE + NIGHT * 1000)
    due = re.search(r'class="due" x1="([\d.]+)"', picture)
    assert due is not None
    assert float(due[1]) > WIDTH / 2


def test_before_the_deadline_the_line_ends_today():
    picture = drawn(Arrivals((DUE - NIGHT * 10, DUE - NIGHT * 9), DUE), DUE - NIGHT * 5)
    line = picture.partition('class="line in-time" d="')[2].partition('"')[0]
    due = re.search(r'class="due" x1="([\d.]+)"', picture)
    assert due is not None
    assert float(line.rpartition("H")[2]) < float(due[1]) - 100


def test_a_picture_stays_in_its_frame_and_is_well_formed():
    far = (DUE - NIGHT * 900, DUE - NIGHT, DUE + NIGHT, DUE + NIGHT * 900)
    for moments in ((DUE,), far, far[:1], far[-1:]):
        for now in (DUE - NIGHT * 400, MORNING_AFTER, DUE + NIGHT * 4000):
            picture = ET.fromstring(drawn(Arrivals(moments, DUE), now))
            numbers = [
                float(number)
                for path in picture.iter("path")
                for number in re.findall(r"-?\d+(?:\.\d+)?", path.attrib["d"])
            ]
            assert 0 <= min(numbers) <= max(numbers) <= 720


def test_dates_below_are_few_enough_to_be_read():
    for days in (1, 5, 12, 30, 90, 119):
        picture = drawn(Arrivals((DUE - NIGHT * days, DUE), DUE))
        assert 1 <= picture.count('class="tick') <= 8
