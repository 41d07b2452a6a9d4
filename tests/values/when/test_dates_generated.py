"""Thousands of cells whose reading is known because they were composed from it."""

import random
import string
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

import tochka_sync.values
from tests.values.moments import PLAN, meant, notes, read, shown
from tochka_sync.calendar import SchoolYear
from tochka_sync.values.when import words
from tochka_sync.values.when.dates import Precision
from tochka_sync.values.when.spans import show

YEAR = SchoolYear(2023)
DAYS = [YEAR.first + timedelta(days=number) for number in range((YEAR.last - YEAR.first).days + 1)]
SHORT = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
WEEKDAYS = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
DASHES = ["-", "–", "—", " - ", " – ", " — ", " -", "– "]

Writer = Callable[[date], str]
WITH_YEAR: list[Writer] = [
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%d.%m.%Y} г.",
    lambda day: f"{day:%d.%m.%Y}г",
    lambda day: f"{day:%d.%m.%y}",
    lambda day: f"{day:%d. %m. %Y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.day} {words.OF_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {words.OF_MONTHS[day.month - 1]} {day.year} г.",
    lambda day: f"{day:%d} {words.OF_MONTHS[day.month - 1].upper()} {day.year} года",
    lambda day: f"«{day.day}» {words.OF_MONTHS[day.month - 1]} {day.year}г.",
    lambda day: f"{day.day}-го {words.OF_MONTHS[day.month - 1]} {day.year} года",
    lambda day: f"{day.day} {SHORT[day.month - 1]}. {day.year}",
    lambda day: f"{day.day} {SHORT[day.month - 1]} {day.year} г",
    lambda day: f"{day.day}.{ROMAN[day.month - 1]}.{day.year}",
    lambda day: f"{day:%d}-{SHORT[day.month - 1]}-{day:%y}",
]
WITHOUT_YEAR: list[Writer] = [
    lambda day: f"{day.day} {words.OF_MONTHS[day.month - 1]}",
    lambda day: f"{day:%d.%m}",
    lambda day: f"{day:%d.%m}.",
    lambda day: f"{day.day} {SHORT[day.month - 1]}.",
]
BRIEF: list[Writer] = [
    lambda day: f"{day.day} {words.OF_MONTHS[day.month - 1]} {day:%y}",
    lambda day: f"{day.day}-е {words.OF_MONTHS[day.month - 1]} {day:%y}",
    lambda day: f"{day.day} {SHORT[day.month - 1]} {day:%y}",
    lambda day: f"{day.day}-{day.month}-{day:%y}",
    lambda day: f"{day.day}. {day.month}. {day:%y}",
    lambda day: f"{day:%d . %m . %y}",
]
"""With a year of two digits."""
TIMES = [
    ("", None),
    (", {h}:{m:02}", "{h:02}:{m:02}"),
    (" в {h}.{m:02}", "{h:02}:{m:02}"),
    (" в {h}-{m:02}", "{h:02}:{m:02}"),
    (" ({h:02}:{m:02})", "{h:02}:{m:02}"),
    (", начало в {h}:{m:02}", "{h:02}:{m:02}"),
    (" с {h}:{m:02} до 23:50", "{h:02}:{m:02}-23:50"),
]
NOISE: list[Callable[[str], str]] = [
    lambda text: f" {text} ",
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(" ", "\n"),
    lambda text: "\ufeff" + text,
    lambda text: text + "\u200b",
    lambda text: text[: len(text) // 2] + "\u00ad" + text[len(text) // 2 :],
    lambda text: text + "*",
    lambda text: text + ".",
    lambda text: text + ";",
    lambda text: text.upper(),
]


def days(count: int, seed: int) -> list[tuple[random.Random, date]]:
    picked = random.Random(seed)
    return [(picked, picked.choice(DAYS)) for _ in range(count)]


def differ(cases: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(cell, want, got) for cell, want in cases if (got := shown(read(cell))) != want]


def test_five_thousand_single_days_are_read_in_every_writing():
    cases = []
    for pick, day in days(5000, 1):
        written = pick.choice(WITH_YEAR + WITHOUT_YEAR)(day)
        tail, clock = pick.choice(TIMES)
        hour, minute = pick.randrange(7, 21), pick.choice([0, 15, 30, 45])
        weekday = pick.choice(["", "", WEEKDAYS[day.weekday()], words.WEEKDAYS[day.weekday()]])
        written = (
            pick.choice([f"{weekday}, {written}", f"{written} ({weekday})"]) if weekday else written
        )
        want = f"{day}" + (f" @{clock.format(h=hour, m=minute)}" if clock else "")
        cases.append((written + tail.format(h=hour, m=minute), want))
    assert differ(cases) == []


def test_a_right_weekday_is_never_called_wrong_and_a_wrong_one_always_is():
    for pick, day in days(1500, 2):
        typed = pick.randrange(7)
        reading = read(f"{pick.choice(WITH_YEAR)(day)}, {words.WEEKDAYS[typed]}")
        assert ("weekday_mismatch" in notes(reading)) is (typed != day.weekday())


def test_ranges_of_days_are_read_in_every_writing():
    cases = []
    for pick, first in days(3000, 3):
        last = min(first + timedelta(days=pick.randrange(1, 40)), YEAR.last)
        if last <= first:
            continue
        dash = pick.choice(DASHES)
        write = pick.choice([w for w in WITH_YEAR if "-" not in w(first) or "-го" in w(first)])
        cell = pick.choice(
            [f"{write(first)}{dash}{write(last)}", f"с {write(first)} по {write(last)}"]
        )
        cases.append((cell, f"{first}..{last} range"))
        if first.month == last.month:
            month = words.OF_MONTHS[first.month - 1]
            same_month = [
                f"{first.day}{dash}{last.day} {month} {last.year} г.",
                f"с {first.day} по {last.day} {month}",
                f"{first:%d}-{last:%d.%m.%Y}",
            ]
            cases += [(cell, f"{first}..{last} range") for cell in same_month]
    assert differ(cases) == []


def test_lists_of_days_are_read():
    cases = []
    for pick, day in days(1500, 4):
        numbers = sorted(pick.sample(range(1, 29), pick.randrange(2, 5)))
        named = [day.replace(day=number) for number in numbers]
        month = words.OF_MONTHS[day.month - 1]
        *most, last = [str(number) for number in numbers]
        want = ", ".join(map(str, named))
        cases += [
            (f"{', '.join(most)} и {last} {month} {day.year}", want),
            (f"{', '.join([*most, last])} {month}", want),
            (", ".join(f"{each:%d.%m.%Y}" for each in named), want),
            (f"{', '.join(most)} и {day.replace(day=numbers[-1]):%d.%m.%y}", want),
        ]
    assert differ(cases) == []


def test_days_each_written_its_own_way_are_these_days_or_refused_but_never_others():
    other = []
    accepted = 0
    for pick, first in days(4000, 14):
        named = [first]
        while len(named) < pick.randrange(2, 5):
            named.append(named[-1] + timedelta(days=pick.choice([1, 2, 7, 14])))
        written = [pick.choice(WITH_YEAR + WITHOUT_YEAR + BRIEF)(day) for day in named]
        cell = pick.choice(["; ", "\n", ", ", " и "]).join(written)
        got = shown(read(cell))
        accepted += got == ", ".join(map(str, named))
        if got[0] not in "?!" and got != ", ".join(map(str, named)):
            other.append((cell, got))
    assert other == []
    assert accepted > 3500


def test_the_ends_of_a_run_each_written_its_own_way_are_these_days_or_refused():
    other = []
    accepted = 0
    for pick, first in days(3000, 15):
        last = first + timedelta(days=pick.randrange(1, 40))
        ends = [pick.choice(WITH_YEAR + WITHOUT_YEAR + BRIEF)(day) for day in (first, last)]
        cell = pick.choice(["с {} по {}", "{} - {}", "{} – {}", "с {} до {}"]).format(*ends)
        got = shown(read(cell))
        accepted += got == f"{first}..{last} range"
        if got[0] not in "?!" and got != f"{first}..{last} range":
            other.append((cell, got))
    assert other == []
    assert accepted > 2500


def test_two_numbers_with_a_dash_that_cannot_be_a_run_are_a_day_and_its_month():
    cases = [
        (written, str(day))
        for day in DAYS
        if day.day >= day.month
        for written in (
            f"{day:%d-%m}",
            f"{day.day}-{day.month:02}",
            f"{day:%d-%m} ({WEEKDAYS[day.weekday()]})",
        )
    ]
    assert differ(cases) == []


def test_months_and_their_parts_are_read():
    cases = []
    for month in range(1, 13):
        first = date(YEAR.year_of(month), month, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        name, of_month = words.MONTHS[month - 1], words.OF_MONTHS[month - 1]
        whole = f"{first}..{last} month"
        cases += [
            (cell, whole)
            for cell in (name, name.upper(), f"{name} {first.year}", f"в течение {of_month}")
        ]
        cases += [
            (cell, whole)
            for cell in (f"{first:%m.%Y}", f"{first:%Y-%m}", f"{first.year} год, {name}")
        ]
        bounds = [(1, 10), (11, 20), (21, last.day)]
        for number, (start, end) in enumerate(bounds, 1):
            want = f"{first.replace(day=start)}..{first.replace(day=end)} decade"
            cases += [
                (cell, want)
                for cell in (
                    f"{number} декада {of_month}",
                    f"{ROMAN[number - 1]} декада {of_month}",
                )
            ]
            cases.append((f"{('начало', 'середина', 'конец')[number - 1]} {of_month}", want))
        for number in range(1, 5):
            week = f"{first.replace(day=7 * number - 6)}..{first.replace(day=7 * number)} week"
            cases.append((f"{number}-я неделя {of_month} {first.year}", week))
    assert differ(cases) == []


def test_noise_does_not_change_a_reading():
    for pick, day in days(2000, 5):
        cell = pick.choice(WITH_YEAR)(day)
        noisy = pick.choice(NOISE)(cell)
        assert shown(read(noisy)) == shown(read(cell)) == str(day), (cell, noisy)


def test_what_is_shown_is_read_again_as_the_same_days():
    for pick, first in days(1500, 6):
        last = first + timedelta(days=pick.randrange(0, 50))
        value = meant(show(first, last))
        assert (value.start, value.end) == (first, last)


def test_one_misspelt_letter_in_a_month_is_put_right_or_refused_but_never_another_month():
    letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    for pick, day in days(2000, 7):
        month = words.OF_MONTHS[day.month - 1]
        place = pick.randrange(len(month))
        wrong = month[:place] + pick.choice(letters) + month[place + 1 :]
        value = read(f"{day.day} {wrong} {day.year}").value
        if words.find(wrong):  # «июня» and «июля» are one letter apart, «мар» is March
            continue
        assert value is None or value.start == day, wrong


def test_days_that_do_not_exist_are_never_accepted():
    for month, length in enumerate([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], 1):
        year = YEAR.year_of(month)
        for day in [0, *range(length + 1, 40)]:
            for cell in (
                f"{day:02}.{month:02}.{year}",
                f"{day} {words.OF_MONTHS[month - 1]} {year}",
                f"{day:02}.{month:02}",
                f"10-{day} {words.OF_MONTHS[month - 1]}",
            ):
                assert read(cell).value is None, cell


def test_reversed_ranges_are_never_accepted():
    for pick, first in days(1500, 8):
        last = first - timedelta(days=pick.randrange(1, 200))
        cell = f"{first:%d.%m.%Y}{pick.choice(DASHES)}{last:%d.%m.%Y}"
        assert shown(read(cell)) == "!range_reversed", cell


def test_years_nobody_can_mean_are_never_accepted():
    for pick, day in days(1000, 9):
        year = pick.choice([pick.randrange(1000, 2000), pick.randrange(2036, 9999), 202, 20233])
        for cell in (f"{day:%d.%m}.{year}", f"{day.day} {words.OF_MONTHS[day.month - 1]} {year}"):
            assert read(cell).value is None, cell


def test_values_of_other_fields_are_never_dates():
    pick = random.Random(10)
    digit = lambda: str(pick.randrange(10))  # noqa: E731 - a shorthand of this test
    for _ in range(2000):
        number = pick.randrange(1, 60)
        cell = pick.choice(
            [
                f"СОШ №{number}",
                f"МБОУ «Гимназия № {number}» г. Алдан",
                f"{number} человек",
                f"{pick.randrange(1, 5)}-{pick.randrange(5, 12)} классы",
                "8914" + "".join(digit() for _ in range(7)),
                f"8 (41145) {number:02}-{digit()}{digit()}-{digit()}{digit()}",
                f"ivanova{number}@mail.ru",
                f"https://school{number}.ru/news/{number}",
                f"договор № {number}",
                f"{number}%",
                f"каб. {number}",
            ]
        )
        assert read(cell).value is None, cell


def test_garbage_never_raises_and_never_gives_a_date_without_days():
    pick = random.Random(11)
    alphabet = "0123456789.,-/ :()" + "абвгдеиклмнопрстуфячью" + "IVX" + string.ascii_lowercase[:6]
    for _ in range(5000):
        cell = "".join(pick.choice(alphabet) for _ in range(pick.randrange(1, 15)))
        reading = read(cell)
        assert (reading.value is None) is (reading.problem is not None), cell
        value = reading.value
        if value is not None and value.precision is not Precision.RECURRING:
            assert value.start is not None or value.end is not None, cell


WORDS = (
    "10 12 24 2024 2023 10.02 12.03 10.02.2024 14:00 14.00 10-12 февраля март мая сентябрь неделя"
    " декада четверть квартал полугодие половина начало конец каникулы осенние весна года учебный"
    " числа понедельник средам каждую ежемесячно раз с по до к после в на и или , - / ( ) первая"
    " последняя II IV мск часов зал уточняется"
)


def test_any_words_of_dates_together_are_read_or_refused_but_never_raise():
    pick = random.Random(12)
    for _ in range(4000):
        cell = " ".join(pick.choices(WORDS.split(), k=pick.randrange(1, 7)))
        reading = read(cell)
        assert (reading.value is None) is (reading.problem is not None), cell
        value = reading.value
        if value is not None and value.start and value.end:
            assert value.start <= value.end, cell


@pytest.mark.parametrize("month", range(1, 13))
def test_candidates_of_an_undecided_month_are_exactly_its_readings(month):
    for other in range(month + 1, 13):
        cell = f"10 {words.OF_MONTHS[month - 1]}/{words.OF_MONTHS[other - 1]} 2024"
        want = f"2024-{month:02}-10; 2024-{other:02}-10"
        assert shown(read(cell)) == f"?ambiguous_month: {want}"


def test_no_reader_of_values_looks_at_the_clock():
    folder = Path(tochka_sync.values.__file__).parent
    for path in folder.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert not any(call in source for call in (".now(", ".today(", "import time\n")), path.name


def test_a_reading_depends_on_nothing_but_the_cell_and_the_plan():
    for pick, day in days(200, 13):
        cell = pick.choice(WITHOUT_YEAR)(day)
        assert read(cell) == read(cell)
        start = meant(cell).start
        assert start is not None
        assert start in PLAN.year
