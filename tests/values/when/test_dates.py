import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.values.altered import altered, catalogue
from tests.values.moments import PLAN, context, meant, notes, read, shown, why
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.table import Cell
from tochka_sync.values import text as texts
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.what.formats import Format
from tochka_sync.values.when import dates, held, hours, words
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.when.refusal import RefusalError

DATA = Path(__file__).parents[2] / "data"
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def table(name: str) -> list[tuple[str, str, set[str]]]:
    """Return the cells of a file, their readings, and the notes where the line states any."""
    rows = []
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cell, _, said = line.partition(" → ")
        reading, _, noted = said.partition(" | ")
        cell = ESCAPE.sub(lambda match: chr(int(match[1], 16)), cell)
        rows.append((cell, reading, set(noted.split())))
    return rows


def problem(text: str) -> Remark:
    return why(read(text))


def note(text: str, reason: str) -> Remark:
    return next(each for each in read(text).notes if each.reason == reason)


@pytest.mark.parametrize(("cell", "reading", "noted"), table("dates.txt"))
def test_a_cell_of_the_catalogue_is_read_with_its_notes(cell, reading, noted):
    got = read(cell)
    assert (shown(got), notes(got)) == (reading, noted)


@pytest.mark.parametrize(("cell", "reading"), [row[:2] for row in table("dates_unseen.txt")])
def test_a_cell_nobody_tuned_for_is_read_or_refused(cell, reading):
    assert shown(read(cell)) == reading


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("Последний звонок 24 мая", "24 мая 2024"),
        ("10-12 февраля Томмот", "10–12 февраля 2024"),
        ("Приказ от 10.02.2024", None),
        ("не 10 февраля", None),
        ("10 мая (8-9 команд)", None),
        ("с 10.05 по 15", None),
        ("10.02.2024 еженедельно", None),
    ],
)
def test_a_date_is_offered_where_the_rest_only_names_something(cell, suggestion):
    assert (problem(cell).reason, problem(cell).suggestion) == ("date_and_more", suggestion)


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("вторник", None),
        ("вторник, четверг", "по вторникам и четвергам"),
        ("вторник и четверг 15:00", "по вторникам и четвергам"),
        ("понедельник – пятница", "по будням"),
        ("с понедельника по среду", "по понедельникам, вторникам и средам"),
    ],
)
def test_days_of_the_week_that_may_return_are_offered_as_such(cell, suggestion):
    assert (problem(cell).reason, problem(cell).suggestion) == ("weekday_only", suggestion)


@pytest.mark.parametrize(
    ("cell", "reading"),
    [
        ("15.09\n20.10", "2023-09-15, 2023-10-20"),
        ("15.09.2023\n20.10.2023\n17.11.2023", "2023-09-15, 2023-10-20, 2023-11-17"),
        ("15 сентября\n14:00", "2023-09-15 @14:00"),
        ("15\nсентября", "2023-09-15"),
        ("с 15\nпо 20 сентября", "2023-09-15..2023-09-20 range"),
    ],
)
def test_dates_on_lines_of_their_own_are_a_list(cell, reading):
    assert shown(read(cell)) == reading


def test_a_date_of_odd_separators_is_put_right_and_told():
    assert note("07_09_2023", "typo_fixed").facts == {"old": "07_09_2023", "new": "07.09.2023"}


@pytest.mark.parametrize(
    ("value", "text", "reading"),
    [
        (date(2024, 2, 10), "фев.24", "2024-02-10"),
        (datetime(2024, 2, 10), "10.02", "2024-02-10"),  # noqa: DTZ001 - wall time
        (datetime(2024, 2, 10, 14, 30), "#####", "2024-02-10 @14:30"),  # noqa: DTZ001
        (45332.0, "45332", "2024-02-10"),
        (45332, "10.02.2024", "2024-02-10"),
        (45332.583333, "45332,583333", "2024-02-10 @14:00"),
        (2024.0, "2024", "!too_vague_year_only"),
        (12.0, "12", "!not_a_date"),
        (time(14, 0), "14:00", "!time_without_date"),
        (True, "ИСТИНА", "!not_a_date"),
        (date(1905, 7, 16), "16.07.1905", "!bad_year"),
        ("10.02.2024", "10.02.2024", "2024-02-10"),
    ],
)
def test_a_typed_cell_is_the_truth_whatever_it_shows(value, text, reading):
    assert shown(read(text, value)) == reading


@pytest.mark.parametrize(
    ("text", "precise"),
    [
        *[(text, False) for text in ("фев.24", "Февраль 2024", "февраль 2024 г.", "Февраль", "02.2024", "2024-02",
                                     "Feb-24", "February 2024")],
        *[(text, True) for text in ("01.фев", "01.02.2024", "1 февраля", "четверг", "2024", "фев.01", "2/1/2024")],
    ],
)  # fmt: skip
def test_the_first_of_a_month_shown_without_a_day_is_the_month(text, precise):
    reading = shown(read(text, date(2024, 2, 1)))
    assert reading == ("2024-02-01" if precise else "2024-02-01..2024-02-29 month")


@pytest.mark.parametrize(
    "names",
    [
        "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ],
    ids=["russian", "english"],
)
def test_a_month_and_its_year_that_a_sheet_made_a_day_of_are_no_day(names):
    for month, name in enumerate(names.split(), 1):
        for typed in (f"{name} 2024", f"{name}-24"):
            assert held.shows_no_day(typed, date(2024, month, 1))
            assert not held.shows_no_day(f"1 {typed}", date(2024, month, 1))


@pytest.mark.parametrize(
    ("text", "day", "suggestion"),
    [
        ("10.фев", date(2023, 2, 10), "10.02.2024"),
        ("15.10", date(2022, 10, 15), "15.10.2023"),
        ("10.02.2023", date(2023, 2, 10), None),
        ("10 февраля 23 г.", date(2023, 2, 10), None),
    ],
)
def test_a_year_that_is_not_shown_is_told(text, day, suggestion):
    (note,) = read(text, day).notes
    assert (note.code, note.suggestion) == (Code.DATE_OUTSIDE_YEAR, suggestion)
    assert note.reason == ("year_not_shown" if suggestion else "out_of_school_year")


@pytest.mark.parametrize(("text", "reading"), [("36526", "2000-01-01"), ("45332.0", "2024-02-10")])
def test_a_serial_number_as_text_is_a_day(text, reading):
    plan = context(1999)
    assert shown(dates.read(Cell(text), plan if text == "36526" else PLAN)) == reading


@pytest.mark.parametrize(
    ("typed", "number", "reading"),
    [
        ("12.09", 12.09, "2023-09-12"),
        ("12,09", 12.09, "2023-09-12"),
        ("12.10", 12.1, "2023-10-12"),
        ("12.1", 12.1, "?lost_zero: 2024-01-12; 2023-10-12"),
        ("12,1", 12.1, "?lost_zero: 2024-01-12; 2023-10-12"),
        ("12.2", 12.2, "2024-02-12"),
        ("12.1", None, "2024-01-12"),
        ("32,1", 32.1, "!no_month"),
    ],
)
def test_a_day_that_a_sheet_made_a_number_of_may_lack_the_zero_of_october(typed, number, reading):
    assert shown(read(typed, number)) == reading


@pytest.mark.parametrize("text", ["36525", "54789", "99999", "2024", "4533"])
def test_a_number_outside_the_serials_of_a_plan_is_no_day(text):
    assert read(text).value is None


def test_a_date_without_a_year_falls_into_the_school_year_of_the_plan():
    for start in (2021, 2022, 2024):
        plan = context(start)
        autumn = meant("10 октября", plan)
        spring = meant("10.03", plan)
        assert (autumn.start, spring.start) == (date(start, 10, 10), date(start + 1, 3, 10))


def test_29_february_exists_only_where_the_plan_has_a_leap_year():
    assert meant("29 февраля", context(2023)).start == date(2024, 2, 29)
    assert why(dates.read(Cell("29 февраля"), context(2022))).reason == "impossible_date"


def test_a_term_named_with_another_school_year_has_the_usual_bounds_of_that_year():
    value = meant("III четверть 2024-2025 уч. года")
    assert (value.start, value.end) == (date(2025, 1, 9), date(2025, 3, 22))


@pytest.mark.parametrize(
    ("text", "reason", "old", "new"),
    [
        ("12 фефраля 2024", "typo_fixed", "фефраля", "февраля"),
        ("3 май 2024", "typo_fixed", "май", "мая"),
        ("10.02,2024", "typo_fixed", "10.02,2024", "10.02.2024"),
        ("10 02 2024", "typo_fixed", "10 02 2024", "10.02.2024"),
        ("10022024", "typo_fixed", "10022024", "10.02.2024"),
        ("09.12.2O23", "lookalike_fixed", "09.12.2O23", "09.12.2023"),
        ("10 фeврaля 2024", "lookalike_fixed", "фeврaля", "февраля"),
        ("5 MAPTA 2024", "lookalike_fixed", "MAPTA", "МАРТА"),
        ("Ш четверть", "lookalike_fixed", "Ш", "III"),
        ("1V четверть", "lookalike_fixed", "1V", "IV"),
    ],
)
def test_what_was_put_right_is_said_with_old_and_new(text, reason, old, new):
    remark = note(text, reason)
    assert remark.code is Code.TEXT_CORRECTED
    assert remark.facts == {"old": old, "new": new}


def test_a_weekday_that_fits_last_year_is_said_to():
    remark = note("пятница, 10 февраля", "weekday_mismatch")
    assert remark.code is Code.DATE_WEEKDAY_MISMATCH
    assert remark.facts == {
        "day": date(2024, 2, 10),
        "typed": "пятница",
        "right": "суббота",
        "last_year": True,
    }
    assert "last_year" not in note("среда, 10 февраля", "weekday_mismatch").facts
    assert "last_year" not in note("среда, 29 февраля", "weekday_mismatch").facts


def test_each_weekday_is_held_against_its_own_date():
    assert notes(read("10.02.2024 (сб), 12.02.2024 (пн)")) == set()
    assert notes(read("с понедельника 12.02.2024 по среду 14.02.2024")) == set()
    assert notes(read("10.02.2024 (сб), 12.02.2024 (вт)")) == {"weekday_mismatch"}
    assert notes(read("12-14.02.2024 (среда)")) == set()
    assert notes(read("понедельник 12-14.02.2024")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Март-апрель",
        "III четверть",
        "I квартал",
        "2 полугодие",
        "весна",
        "2023/2024",
        "октябрь, март",
        "еженедельно",
        "2 раза в месяц",
        "раз в две недели",
        "ежемесячно",
        "летние каникулы",
        "I-II четверть",
    ],
)
def test_what_is_coarser_than_a_month_is_vague(text):
    assert note(text, "vague").code is Code.DATE_VAGUE


@pytest.mark.parametrize(
    "text",
    [
        "Март",
        "2 неделя марта",
        "каждый понедельник",
        "20 числа каждого месяца",
        "до 30 августа",
        "15.09-15.12",
        "осенние каникулы",
        "10, 17 февраля",
        "с 15 сентября",
        "ежедневно",
    ],
)
def test_what_names_days_or_a_month_is_not_vague(text):
    assert not {"vague", "too_vague"} & {each.reason for each in read(text).notes}


def test_all_the_year_round_is_too_vague_once():
    reasons = [each.reason for each in read("сентябрь, в течение года").notes]
    assert sorted(reasons) == ["multiple", "too_vague"]
    assert note("постоянно", "too_vague").code is Code.DATE_VAGUE


def test_a_date_of_another_school_year_is_accepted_and_said_to_be():
    remark = note("10.02.2023", "out_of_school_year")
    assert (remark.code, remark.facts) == (Code.DATE_OUTSIDE_YEAR, {"year": "2023–2024"})
    assert notes(read("01.09.2023")) == notes(read("31.08.2024")) == set()
    assert notes(read("31.08.2023")) == notes(read("01.09.2024")) == {"out_of_school_year"}


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("10.02.2204", "10.02.2024"),
        ("10 октября 20233", "10.10.2023"),
        ("10.14.2024", "14.10.2023"),
        ("12-10 февраля", "10–12 февраля 2024"),
        ("27.10.2023-25.10.2023", "25–27 октября 2023"),
        ("28.12.23-10.01.23", "28 декабря 2023 – 10 января 2024"),
        ("3.11.2023-30.10.2023", "30 октября 2023 – 3 ноября 2023"),
        ("31 апреля", None),
        ("15.13.2023", None),
        ("31.13.1023", None),
    ],
)
def test_a_refused_date_suggests_the_one_that_may_be_meant_as_a_guess(text, suggestion):
    remark = problem(text)
    assert remark.suggestion == suggestion
    assert bool(remark.facts.get("guess")) is (suggestion is not None)
    if suggestion is not None:
        assert read(suggestion).value is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10 ма 2024", Code.DATE_AMBIGUOUS),
        ("31 апреля", Code.DATE_IMPOSSIBLE),
        ("12-10 февраля", Code.DATE_IMPOSSIBLE),
        ("СОШ №8", Code.DATE_UNREADABLE),
        ("отменено", Code.DATE_UNREADABLE),
        ("уточняется", Code.REQUIRED_MISSING),
    ],
)
def test_each_refusal_has_the_code_of_its_finding(text, code):
    assert problem(text).code is code


def test_31_ma_may_only_be_the_months_that_have_it():
    assert problem("31 ию").candidates == ("2024-07-31",)


@pytest.mark.parametrize(
    ("text", "days", "time", "place"),
    [
        ("16.02.2024, СОШ №1", "2024-02-16", None, "СОШ №1"),
        ("16.02.2024 г., 15:00, СОШ №1, каб. 5", "2024-02-16", "15:00", "СОШ №1, каб. 5"),
        (
            "16.02.2024, 10:00, СОШ №1 п. Октябрьский",
            "2024-02-16",
            "10:00",
            "СОШ №1 п. Октябрьский",
        ),
        ("16 февраля\nна базе лицея №2", "2024-02-16", None, "на базе лицея №2"),
        ("16.02.2024 14.00 каб. 21", "2024-02-16", "14:00", "каб. 21"),
    ],
)
def test_the_numbers_of_a_place_after_the_date_are_no_dates(text, days, time, place):
    reading = read(text)
    assert reading.value is not None
    assert (str(reading.value.start), reading.value.time) == (days, time)
    assert reading.also == {Field.PLACE: place}


@pytest.mark.parametrize(
    "text",
    [
        "15.02.2024, СОШ №1, 16.02.2024, СОШ №2",
        "15.02.2024, СОШ №1 и 16 октября, СОШ №2",
        "16 СОШ №1",
        "СОШ №1, 16.02",
        "31.04.2024, СОШ №1",
    ],
)
def test_a_place_hides_no_other_date_and_no_day_that_does_not_exist(text):
    assert read(text).problem is not None


def test_the_zone_named_leaves_the_time_as_typed():
    reading = read("10.02.2024 9.30 (мск)")
    assert reading.value == EventDate(
        date(2024, 2, 10), date(2024, 2, 10), Precision.DAY, time="09:30"
    )
    assert notes(reading) == {"foreign_timezone"}
    assert notes(read("10.02.2024 9:30 по местному времени")) == set()
    assert notes(read("2024-02-10T09:30:00+03:00")) == {"foreign_timezone"}


def test_slashes_are_day_first_unless_only_the_american_order_gives_a_date():
    assert notes(read("10/02/2024")) == {"slash_dmy_assumed"}
    assert notes(read("28/02/2024")) == notes(read("02/02/2024")) == set()
    assert notes(read("02/28/2024")) == {"us_order"}


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("14:00", None, "14:00"),
        ("14.00", None, "14:00"),
        ("14-00", None, "14:00"),
        ("9.30", None, "09:30"),
        ("10.10", None, "10:10"),
        ("14", None, "14:00"),
        ("14ч", None, "14:00"),
        ("14 ч. 30 мин.", None, "14:30"),
        ("в 14:00", None, "14:00"),
        ("начало в 14:00", None, "14:00"),
        ("с 10:00 до 13:30", None, "10:00-13:30"),
        ("10.00 - 12.10", None, "10:00-12:10"),
        ("с 10 до 12", None, "10:00-12:00"),
        ("(14:00)", None, "14:00"),
        ("", time(14, 5), "14:05"),
        ("", 0.5833333333, "14:00"),
        ("0,5833", None, "14:00"),
        ("0.431", None, "10:20"),
        ("0,58472", None, "14:02"),
        ("четырнадцать ноль ноль", None, "14:00"),
        ("девять тридцать", None, "09:30"),
        ("", datetime(1899, 12, 30, 9, 30), "09:30"),  # noqa: DTZ001 - wall time
    ],
)
def test_a_time_column_is_read(text, value, said):
    assert hours.read(Cell(text, value), PLAN).value == said


@pytest.mark.parametrize(
    "text",
    [
        *("25:00", "утром", "10-12", "после уроков", "10.02.2024", "12:00-10:00", "5 урок"),
        *("22.04 День Земли", "по субботам с 10:00 до 12:00"),
    ],
)
def test_a_time_that_cannot_be_read_is_said_to_be(text):
    refused = why(hours.read(Cell(text), PLAN))
    assert (refused.code, refused.reason) == (Code.VALUE_UNREADABLE, "time_unreadable")


@pytest.mark.parametrize(
    "text", ["14:00, 16:00", "регистрация 13:30, начало 14:00", "14:00 мск / 20:00 якт"]
)
def test_of_two_times_in_a_column_of_times_it_is_said_that_they_are_two(text):
    assert why(hours.read(Cell(text), PLAN)).reason == "two_times"


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("~14:00", "14:00"),
        ("около 14:00", "14:00"),
        ("14:00 ?", "14:00"),
        ("14:00 Zoom", "14:00"),
        ("14:00 (каб. 12)", "14:00"),
        ("14:00 - 15:30, актовый зал", "14:00-15:30"),
        ("6 урок (13:10)", "13:10"),
    ],
)
def test_a_time_with_more_beside_is_read_as_beside_a_day(cell, time):
    assert hours.read(Cell(cell), PLAN).value == time


@pytest.mark.parametrize(("cell", "unsure"), [
    ("15.02.2024 (уточняется)", True), ("15.02.2024 (под вопросом)", True), ("15.02.2024, около 14:00", True),
    ("15.02.2024 по плану", False), ("15.02.2024", False),
])  # fmt: skip
def test_a_day_that_may_change_is_noted(cell, unsure):
    reasons = {note.reason for note in dates.read(Cell(cell), PLAN).notes}
    assert ("approximate" in reasons) is unsure


def test_an_hour_of_either_half_of_the_day_is_asked_about_in_a_time_column():
    refused = why(hours.read(Cell("3:00"), PLAN))
    assert (refused.reason, refused.candidates) == ("ambiguous_hour", ("15:00", "03:00"))
    assert hours.read(Cell("3:00 PM"), PLAN).value == "15:00"


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("14,00", "14:00"),
        ("14 00", "14:00"),
        ("14;00", "14:00"),
        ("10,30", "10:30"),
        ("14 00 - 15 30", "14:00-15:30"),
        ("1400-1530", "14:00-15:30"),
        ("0,583333", "14:00"),
        ("14=30", "14:30"),
        ("1430", "14:30"),
        ("16-15", "16:15"),
        ("14,00-15,30", "14:00-15:30"),
        ("15:00 местного", "15:00"),
    ],
)
def test_a_time_is_read_however_its_parts_are_parted(cell, time):
    assert hours.read(Cell(cell), PLAN).value == time


def test_a_year_is_no_time_and_two_numbers_may_be_two_hours():
    assert hours.read(Cell("2024"), PLAN).value is None
    refused = why(hours.read(Cell("14-15"), PLAN))
    assert (refused.reason, refused.candidates) == ("ambiguous_hour", ("14:15", "14:00-15:00"))


def test_a_placeholder_in_a_time_column_says_nothing():
    reading = hours.read(Cell("уточняется"), PLAN)
    assert (reading.value, reading.problem) == (None, None)


def test_a_time_in_another_zone_keeps_its_note():
    reading = hours.read(Cell("15:00 (мск)"), PLAN)
    assert (reading.value, [each.reason for each in reading.notes]) == (
        "15:00",
        ["foreign_timezone"],
    )


def anyhow(cell: str) -> Reading[EventDate]:
    try:
        return dates._read_anyhow(cell, context())
    except RefusalError as refusal:
        return dates._refused(cell, refusal.remark, context())


DAYS = st.builds(
    "{}{}{}{}".format,
    st.integers(0, 32),
    st.sampled_from(
        [*(f" {name} " for name in words.OF_MONTHS), ".2.", ".02.", ".13.", " маи ", ".0."]
    ),
    st.sampled_from(["2023", "2024", "1999", "2036", "0024", "2025"]),
    st.sampled_from(["", " г.", "г.", " г", " года", "г", " год"]),
)


@settings(max_examples=1500)
@given(
    st.one_of(
        DAYS, st.dates().map(str), altered([*catalogue("date"), "10 мая 2024 г.", "2024-02-10"])
    )
)
def test_a_full_date_is_read_as_the_grammar_would(typed):
    cell = texts.clean(typed)
    if dates._USUAL.fullmatch(cell):
        assert read(cell) == anyhow(cell)


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("1 П/Г", "2023-09-01", "2023-12-31"),
        ("ОКТЯБРЬ М-Ц", "2023-10-01", "2023-10-31"),
        ("3 Ч-ТЬ", "2024-01-09", "2024-03-22"),
        ("В IV-ОЙ ЧЕТВЕРТИ", "2024-04-01", "2024-05-24"),
        ("10 мaя 10-11 клaссы", "2024-05-10", "2024-05-10"),  # with two Latin letters
    ],
)
def test_words_cut_short_are_known_in_capitals_and_with_latin_letters(cell, start, end):
    value = read(cell).value
    assert value is not None
    assert (str(value.start), str(value.end)) == (start, end)


@pytest.mark.parametrize(
    ("cell", "also"),
    [
        ("15.02.2024, онлайн", {Field.FORMAT: Format.ONLINE}),
        ("15.02.2024 (очно)", {Field.FORMAT: Format.OFFLINE}),
        ("вкс 15.02.2024", {Field.FORMAT: Format.ONLINE}),
        ("15.02.2024 14:00 Zoom, СОШ №8", {Field.FORMAT: Format.ONLINE, Field.PLACE: "СОШ №8"}),
        ("10 мая - онлайн, 15 мая - очно", {}),
        ("15.02.2024 8 кл", {}),
        ("15.02.2024 выполнено", {}),
    ],
)
def test_how_and_where_beside_a_day_are_kept(cell, also):
    assert dict(dates.read(Cell(cell), PLAN).also) == also


@pytest.mark.parametrize(
    "typed", ["20 мая, 7.00 вечра", "20 мая в 7 часов вечеа", "20 мая, в 7 вечреа"]
)
def test_a_misspelt_evening_is_no_morning(typed):
    reading = dates.read(Cell(typed), PLAN)
    assert reading.value is not None
    assert reading.value.time == "19:00"
    assert "typo_fixed" in [note.reason for note in reading.notes]
