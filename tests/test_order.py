"""The golden case: the four events of the order of 26 May 2023, as it words them, read back.

Facts of the order: who held what and when, for whom, how many, and which schools took part.
"""

import csv
import io
import json

import pytest

from tests.program import run, workplace

HEADER = [
    "№ п/п",
    "Дата проведения",
    "Школа",
    "Форма проведения",
    "Тема",
    "Участники",
    "Количество участников",
    "Школы-участники",
]
EVENTS = [
    [
        "1",
        "09 декабря 2022 г.",
        "МБОУ «СОШ №8 г.Томмот»",
        "методический семинар",
        "«Формирование современных компетенций обучающихся в условиях деятельности центра образования"
        " цифрового и гуманитарного образования «Точка роста»",
        "руководители и педагоги центров «Точка роста»",
        "30 педагогов из 12 ОО",
        "СОШ №1,2,4,5,6,7,9,10,36, ТСШИ, УИОП, гимназии г.Алдан",
    ],
    [
        "2",
        "01 февраля 2023 г.",
        "МБОУ «СОШ №6 г.Томмот»",
        "районный МИКС (Молодежный интеллектуальный креативный семинар)",
        "",
        "молодые педагоги",
        "около 80 приглашённых, из них 26 молодых педагогов",
        "СОШ №2,4,5,6,8,10,36, лицея, гимназия г.Алдан и п.Нижний Куранах, Томмотской санаторной школы",
    ],
    [
        "3",
        "10 февраля 2023 г.",
        "СОШ №9 г.Алдан",
        "районный фестиваль",
        "",
        "учащиеся 8-9 классов и педагоги",
        "11 ученических команд, около 30 педагогов",
        "СОШ №1,2,4,5,6,8,9,10, СОШ с УИОП, лицея и гимназии п.Нижний Куранах",
    ],
    [
        "4",
        "26 апреля 2023 г.",
        "МБОУ «СОШ №4 п.Нижний Куранах»",
        "методический семинар",
        "«Науку в каждый класс»",
        "учащиеся 3-4 классов и учителя начальных классов",
        "более 20 учащихся и 14 учителей начальных классов из 10 ОО",
        "СОШ №1,2,4,5,8,9,10,20,36, гимназий г.Алдан и п.Нижний Куранах",
    ],
]
HOSTS = ["sosh-8", "sosh-6", "sosh-9", "sosh-4"]
DAYS = ["2022-12-09", "2023-02-01", "2023-02-10", "2023-04-26"]
TYPES = [["method_seminar"], ["miks"], ["festival"], ["method_seminar"]]
LEVELS = [None, "municipal", "municipal", None]
TITLES = [
    "Формирование современных компетенций обучающихся в условиях деятельности центра образования"
    " цифрового и гуманитарного образования «Точка роста»",
    None,
    None,
    "Науку в каждый класс",
]
WHO = [
    {"tr_heads", "tr_teachers"},
    {"young_teachers"},
    {"students", "teachers"},
    {"students", "primary_teachers"},
]
GRADES = [[], [], [8, 9], [3, 4]]
COUNTS: list[dict[str, object]] = [
    {"teachers": 30, "total": 30, "organisations": 12},
    {"total": 80, "teachers": 26, "qualifier": "about"},
    {"teams": 11, "teachers": 30},
    {
        "students": 20,
        "teachers": 14,
        "organisations": 10,
        "total": 34,
        "qualifier": "more",
        "students_qualifier": "more",
    },
]
LISTED = [
    [
        "sosh-1",
        "sosh-2",
        "sosh-4",
        "sosh-5",
        "sosh-6",
        "sosh-7",
        "sosh-9",
        "sosh-10",
        "sosh-36",
        "tsshi",
        "uiop",
        "gymn-aldan",
    ],
    [
        "sosh-2",
        "sosh-4",
        "sosh-5",
        "sosh-6",
        "sosh-8",
        "sosh-10",
        "sosh-36",
        "lyceum",
        "gymn-aldan",
        "gymn-nk",
        "tsshi",
    ],
    [
        "sosh-1",
        "sosh-2",
        "sosh-4",
        "sosh-5",
        "sosh-6",
        "sosh-8",
        "sosh-9",
        "sosh-10",
        "uiop",
        "lyceum",
        "gymn-nk",
    ],
    [
        "sosh-1",
        "sosh-2",
        "sosh-4",
        "sosh-5",
        "sosh-8",
        "sosh-9",
        "sosh-10",
        "sosh-20",
        "sosh-36",
        "gymn-aldan",
        "gymn-nk",
    ],
]


@pytest.fixture(scope="module")
def read_back(tmp_path_factory):
    """Check the order as a plan; return the exported events by row and the report."""
    place = workplace(tmp_path_factory.mktemp("order"))
    (place / "config" / "order.toml").write_text(
        'required = ["school", "date", "types", "audience"]\n[plan]\nschool_year = "2022-2023"\n',
        encoding="utf-8",
    )
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADER, *EVENTS])
    (place / "order.csv").write_text(text.getvalue(), encoding="utf-8")
    outcome = run(
        "check",
        "order.csv",
        "--config",
        "config/order.toml",
        "--as-of",
        "2023-05-26",
        "-f",
        "json",
        "--export",
        "order.json",
        cwd=place,
    )
    assert outcome.code == 0, outcome
    export = json.loads((place / "order.json").read_text(encoding="utf-8"))
    assert (len(export["events"]), export["unresolved"]) == (4, [])
    return export["events"], json.loads(outcome.out)


def column(read_back, name):
    return [event.get(name) for event in read_back[0]]


def test_the_hosts_and_days_are_the_orders(read_back):
    assert column(read_back, "school") == HOSTS
    assert [date["start"] for date in column(read_back, "date")] == DAYS
    assert {date["precision"] for date in column(read_back, "date")} == {"day"}


def test_the_types_levels_and_titles_are_the_orders(read_back):
    assert column(read_back, "types") == TYPES
    assert column(read_back, "level") == LEVELS
    assert column(read_back, "title") == TITLES


def test_the_audiences_are_the_orders(read_back):
    assert [set(audience["who"]) for audience in column(read_back, "audience")] == WHO
    assert [audience["grades"] for audience in column(read_back, "audience")] == GRADES


def test_the_counts_are_the_orders(read_back):
    for count, expected in zip(column(read_back, "participants"), COUNTS, strict=True):
        assert expected.items() <= count.items()


def test_pupils_of_teams_are_not_counted_as_people(read_back):
    teams = column(read_back, "participants")[2]
    assert "students" not in teams


def test_the_schools_that_took_part_are_the_orders_twelve_and_thrice_eleven(read_back):
    assert column(read_back, "participating_schools") == LISTED


def test_ten_declared_and_eleven_listed_is_said_of_the_fourth_event_only(read_back):
    mismatches = [
        finding for finding in read_back[1]["findings"] if finding["code"] == "count-mismatch"
    ]
    assert [(finding["row"], finding["cell"]) for finding in mismatches] == [(5, "G5")]
    assert "10" in mismatches[0]["message"]
    assert "11" in mismatches[0]["message"]
