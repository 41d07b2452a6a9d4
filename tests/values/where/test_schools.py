from dataclasses import replace
from datetime import date

import pytest

from tests import plans
from tests.values.district import ALDAN, IDS, context, problem
from tests.values.unseen import HOSTS, LISTS, REFUSED_HOSTS
from tochka_sync.check import check
from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.messages import Language, en, ru
from tochka_sync.models.school import School
from tochka_sync.registry import Registry
from tochka_sync.table import Cell
from tochka_sync.values.what.counts import Participants, Qualifier
from tochka_sync.values.where import schools

CONTEXT = context()

# The host's cell → its id and the notes on it.
ONE = [
    ("МБОУ «СОШ №8 г.Томмот»", "sosh-8", ""),
    ('МБОУ "СОШ №8 г.Томмот"', "sosh-8", ""),
    ("МБОУ „СОШ № 8 г. Томмот“", "sosh-8", ""),
    ("МБОУ СОШ 8 г. Томмот", "sosh-8", ""),
    ("СОШ N° 8", "sosh-8", ""),
    ("СОШ-8", "sosh-8", ""),
    ("Сш №8", "sosh-8", ""),
    ("8 школа", "sosh-8", ""),
    ("Томмот, СОШ 8", "sosh-8", ""),
    (
        'МБОУ "Средняя общеобразовательная школа № 8 города Томмот" МО "Алданский район"',
        "sosh-8",
        "",
    ),
    ("COШ №8", "sosh-8", "lookalike_fixed"),
    ("МОБУ СОШ №8", "sosh-8", "org_form_mismatch"),
    ("МКОУ СОШ №9", "sosh-9", ""),
    ("в МБОУ «СОШ №8 г.Томмот»", "sosh-8", ""),
    ("на базе СОШ №9 г.Алдан", "sosh-9", ""),
    ("СОШ 4 пгт. Н.Куранах", "sosh-4", ""),
    ("Алданская гимназия", "gymn-aldan", ""),
    ("гимназии г.Алдан", "gymn-aldan", ""),
    ("Гимназия Н-Куранах", "gymn-nk", ""),
    ("лицея", "lyceum", ""),
    ("Томмотской санаторной школы", "tsshi", ""),
    ("Томмотская санаторная школа-интернат", "tsshi", ""),
    ("санаторная школа", "tsshi", "partial_name"),
    ("школа-интернат", "tsshi", "partial_name"),
    ("ТСШ-И", "tsshi", "typo_fixed"),
    ("СОШ с УИОП", "uiop", ""),
    ("школа с углубленным изучением отдельных предметов", "uiop", ""),
    ("гимнзия г.Алдан", "gymn-aldan", "typo_fixed"),
    ("SOSH 8", "sosh-8", "transliterated"),
    ("восьмая школа", "sosh-8", "number_in_words"),
    ("СОШ №1 г.Томмот", "sosh-1", "settlement_unverified"),
    ("СОЩ №7", "sosh-7", ""),
    ('г.Алдан, МБОУ "СОШ № 9"', "sosh-9", ""),
]

# Lists → ids, notes.
MANY = [
    (
        "СОШ №1,2,4,5,6,7,9,10,36, ТСШИ, УИОП, гимназии г.Алдан",
        "sosh-1 sosh-2 sosh-4 sosh-5 sosh-6 sosh-7 sosh-9 sosh-10 sosh-36 tsshi uiop gymn-aldan",
        "",
    ),
    (
        "СОШ №2,4,5,6,8,10,36, лицея, гимназия г.Алдан и п.Нижний Куранах, Томмотской санаторной школы",
        "sosh-2 sosh-4 sosh-5 sosh-6 sosh-8 sosh-10 sosh-36 lyceum gymn-aldan gymn-nk tsshi",
        "typo_fixed",
    ),
    (
        "СОШ №1,2,4,5,6,8,9,10, СОШ с УИОП, лицея и гимназии п.Нижний Куранах",
        "sosh-1 sosh-2 sosh-4 sosh-5 sosh-6 sosh-8 sosh-9 sosh-10 uiop lyceum gymn-nk",
        "",
    ),
    (
        "СОШ №1,2,4,5,8,9,10,20,36, гимназий г.Алдан и п.Нижний Куранах",
        "sosh-1 sosh-2 sosh-4 sosh-5 sosh-8 sosh-9 sosh-10 sosh-20 sosh-36 gymn-aldan gymn-nk",
        "",
    ),
    ("гимназия г.Алдан и п.Нижний Куранах", "gymn-aldan gymn-nk", "typo_fixed"),
    ("СОШ №№ 1, 2, 4", "sosh-1 sosh-2 sosh-4", ""),
    ("СОШ №4; №5; №6", "sosh-4 sosh-5 sosh-6", ""),
    ("СОШ №4/№5", "sosh-4 sosh-5", ""),
    ("4,5,6", "sosh-4 sosh-5 sosh-6", "bare_numbers"),
    ("школы № 1 , 2 и гимназия г. Алдан", "sosh-1 sosh-2 gymn-aldan", ""),
    ("СОШ №1\nСОШ №4", "sosh-1 sosh-4", ""),
    ("СОШ №1,2,3,4", "sosh-1 sosh-2 sosh-4", "unknown_school"),
    ("СОШ №1-4", "sosh-1 sosh-2 sosh-4", "range_expanded unknown_school"),
    ("СОШ №1.2.4", "sosh-1 sosh-2 sosh-4", "dotted_list"),
    ("СОШ №4, СОШ №4", "sosh-4", "duplicates"),
    ("все школы района", " ".join(IDS), "all_schools"),
    ("все ОО", " ".join(IDS), "all_schools"),
    ("обе гимназии", "gymn-aldan gymn-nk", "all_schools"),
    ("СОШ №6,8, Томмотская СШИ", "sosh-6 sosh-8", "unknown_school"),
    ("СОШ №6,8, Томмотская школа-интернат", "sosh-6 sosh-8 tsshi", "partial_name"),
    ("СОШ №1,4,б,7", "sosh-1 sosh-4 sosh-7", "unknown_school"),
]

REFUSED = [
    ("гимназия", Code.SCHOOL_AMBIGUOUS, "several_fit", ("gymn-aldan", "gymn-nk")),
    ("школа г.Томмот", Code.SCHOOL_AMBIGUOUS, "several_fit", ("sosh-6", "sosh-8", "tsshi")),
    ("СОШ №8 г. Алдан", Code.SCHOOL_CONFLICT, "settlement_conflict", ("sosh-8",)),
    ("СОШ №9 г.Томмот", Code.SCHOOL_CONFLICT, "settlement_conflict", ("sosh-9",)),
    ("гимназия №8", Code.SCHOOL_CONFLICT, "kind_conflict", ("sosh-8", "gymn-aldan", "gymn-nk")),
    ("СОШ №8 с УИОП", Code.SCHOOL_CONFLICT, "name_conflict", ("sosh-8", "uiop")),
    ("СОШ №3", Code.SCHOOL_UNKNOWN, "unknown_school", ()),
    ("СОШ №88", Code.SCHOOL_UNKNOWN, "unknown_school", ()),
    ("СОШ №8а", Code.SCHOOL_UNKNOWN, "unknown_school", ("sosh-8",)),
    ("филиал СОШ №8", Code.SCHOOL_UNKNOWN, "unknown_words", ("sosh-8",)),
    ("СОШ №8 Амурской области", Code.SCHOOL_UNKNOWN, "unknown_words", ("sosh-8",)),
    ("кроме СОШ №8", Code.SCHOOL_UNKNOWN, "left_out", ()),
    ("СОШ №8 не участвует", Code.SCHOOL_UNKNOWN, "left_out", ()),
    ("СОШ №1 или ?", Code.SCHOOL_UNKNOWN, "unknown_words", ("sosh-1",)),
    ("наша школа", Code.REQUIRED_MISSING, "placeholder", ()),
    ("по согласованию", Code.REQUIRED_MISSING, "placeholder", ()),
]


def notes_of(reading) -> str:
    return " ".join(note.reason for note in reading.notes)


@pytest.mark.parametrize(("cell", "school", "notes"), ONE, ids=[row[0] for row in ONE])
def test_a_host_is_known_in_any_wording(cell, school, notes):
    reading = schools.read(Cell(cell), CONTEXT)
    assert (reading.value, notes_of(reading)) == (school, notes)
    assert schools.read_list(Cell(cell), CONTEXT).value == (school,)


@pytest.mark.parametrize(("cell", "ids", "notes"), MANY, ids=[row[0] for row in MANY])
def test_a_list_gives_its_schools_in_order(cell, ids, notes):
    reading = schools.read_list(Cell(cell), CONTEXT)
    assert (reading.value, notes_of(reading)) == (tuple(ids.split()), notes)


@pytest.mark.parametrize("read", [schools.read, schools.read_list])
@pytest.mark.parametrize(
    ("cell", "code", "reason", "candidates"), REFUSED, ids=[row[0] for row in REFUSED]
)
def test_what_is_not_sure_is_refused_with_the_schools_it_may_be(
    read, cell, code, reason, candidates
):
    refused = problem(read(Cell(cell), CONTEXT))
    assert (refused.code, refused.reason) == (code, reason)
    assert refused.candidates == tuple(ALDAN.by_id[school].name for school in candidates)


@pytest.mark.parametrize(("cell", "school"), HOSTS.items(), ids=list(HOSTS))
def test_an_unseen_host_is_read(cell, school):
    assert schools.read(Cell(cell), CONTEXT).value == school


@pytest.mark.parametrize(("cell", "reason"), REFUSED_HOSTS.items(), ids=list(REFUSED_HOSTS))
def test_an_unseen_cell_that_is_no_host_is_refused(cell, reason):
    reading = schools.read(Cell(cell), CONTEXT)
    assert reading.value is None
    assert problem(reading).reason == reason


@pytest.mark.parametrize(("cell", "expected"), LISTS.items(), ids=list(LISTS))
def test_an_unseen_list_is_read_or_refused(cell, expected):
    reading = schools.read_list(Cell(cell), CONTEXT)
    if expected.startswith("!"):
        assert reading.value is None
        assert problem(reading).reason == expected[1:]
        return
    words = expected.split()
    assert reading.value == tuple(word for word in words if word != "?")
    unsure = [note for note in reading.notes if note.code and note.code.startswith("school")]
    assert len(unsure) == words.count("?")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12 ОО", Participants(organisations=12)),
        ("10 школ района", Participants(organisations=10)),
        ("пять школ", Participants(organisations=5)),
        ("из 12 ОО", Participants(organisations=12)),
        ("около 10 ОО", Participants(organisations=10, qualifier=Qualifier.ABOUT)),
        (
            "более 5 образовательных организаций",
            Participants(organisations=5, qualifier=Qualifier.MORE),
        ),
    ],
)
def test_a_count_of_schools_goes_to_the_participants(cell, expected):
    reading = schools.read_list(Cell(cell), CONTEXT)
    assert (reading.value, reading.problem) == (None, None)
    assert reading.also == {Field.PARTICIPANTS: expected}


def test_a_bare_number_is_the_hosts_and_may_be_a_count_where_schools_are_listed():
    reading = schools.read(Cell("8"), CONTEXT)
    assert (reading.value, notes_of(reading)) == ("sosh-8", "bare_numbers")
    assert problem(schools.read_list(Cell("8"), CONTEXT)).reason == "number_or_count"


def test_all_schools_and_how_many_there_are():
    reading = schools.read_list(Cell("Все школы района (16)"), CONTEXT)
    assert reading.value == IDS
    assert reading.also == {Field.PARTICIPANTS: Participants(organisations=16)}


def test_schools_of_the_district_may_be_all_of_them():
    refused = problem(schools.read_list(Cell("школы района"), CONTEXT))
    assert refused.suggestion == "все школы района"
    assert schools.read_list(Cell(str(refused.suggestion)), CONTEXT).value == IDS


@pytest.mark.parametrize("others", [" и др.", " и.т.д.", "...", " …"])
def test_that_others_came_too_is_noted(others):
    reading = schools.read_list(Cell(f"СОШ №1, лицей{others}"), CONTEXT)
    assert notes_of(reading) == "and_others"


def test_all_schools_in_sakha_are_all():
    assert schools.read_list(Cell("бары оскуолалар"), CONTEXT).value == IDS


def test_a_school_alone_in_its_cell_is_called_as_it_is_there():
    refused = problem(schools.read(Cell("Лицей-интернат"), CONTEXT))
    assert refused.facts["name"] == "Лицей-интернат"


def test_a_count_among_people_is_no_school():
    reading = schools.read_list(Cell("8 ОО, 30 педагогов"), CONTEXT)
    assert (reading.value, reading.problem) == (None, None)
    assert reading.also == {Field.PARTICIPANTS: Participants(organisations=8)}


def test_a_count_beside_names_is_kept_with_them():
    reading = schools.read_list(Cell("2 ОО: СОШ №1, лицей"), CONTEXT)
    assert reading.value == ("sosh-1", "lyceum")
    assert reading.also == {Field.PARTICIPANTS: Participants(organisations=2)}


@pytest.mark.parametrize(
    "cell", [Cell("01.фев"), Cell("01.02.2024", date(2024, 2, 1)), Cell("1.фев")]
)
def test_a_list_a_spreadsheet_made_a_date_is_given_back(cell):
    refused = problem(schools.read_list(cell, CONTEXT))
    assert (refused.code, refused.suggestion) == (Code.EXCEL_AUTOFORMAT, "1,2")


def test_a_conflict_of_settlements_suggests_the_registered_name():
    refused = problem(schools.read(Cell("СОШ 8 Алдан"), CONTEXT))
    assert refused.suggestion == "МБОУ «СОШ №8 г.Томмот»"


def test_an_unknown_member_of_a_list_is_named_as_a_school():
    (note,) = schools.read_list(Cell("СОШ №1,2,3,4"), CONTEXT).notes
    assert (note.code, note.facts["name"]) == (Code.SCHOOL_UNKNOWN, "СОШ №3")


def test_a_settlement_the_registry_lacks_is_believed_but_reported():
    inside = schools.read(Cell("СОШ №1 г.Томмот"), CONTEXT).notes
    outside = schools.read(Cell("СОШ №20 с.Хатыстыр"), CONTEXT).notes
    assert [note.code for note in inside] == [None]
    assert [note.code for note in outside] == [Code.REGISTRY_GAP]


def test_a_number_that_may_have_lost_its_zero_is_refused():
    reading = schools.read_list(Cell("4,1", 4.1), CONTEXT)
    assert problem(reading).candidates == ("№4, №1", "№4, №10")
    assert schools.read_list(Cell("4,5", 4.5), CONTEXT).value == ("sosh-4", "sosh-5")


def test_one_school_or_another_is_asked_about():
    for cell in ("СОШ №1 или СОШ №2", "СОШ №1 или 2", "СОШ №1 либо №2"):
        names = (ALDAN.by_id["sosh-1"].name, ALDAN.by_id["sosh-2"].name)
        host = problem(schools.read(Cell(cell), CONTEXT))
        listed = problem(schools.read_list(Cell(cell), CONTEXT))
        assert (host.reason, host.candidates) == ("several_schools", names)
        assert (listed.reason, listed.candidates) == ("one_of_schools", names)
    assert schools.read_list(Cell("8 или 9 классы"), CONTEXT).value is None


def test_a_school_left_out_is_no_example_of_what_to_type():
    reading = schools.read_list(Cell("СОШ №1, кроме СОШ №2"), CONTEXT)
    assert [(note.reason, note.candidates) for note in reading.notes] == [("left_out", ())]


def test_all_schools_but_some_are_the_others():
    reading = schools.read_list(Cell("все школы района, кроме лицея и СОШ №8"), CONTEXT)
    assert reading.value == tuple(i for i in IDS if i not in {"lyceum", "sosh-8"})
    for cell in ("все школы, кроме гимназии", "все школы, кроме №3", "все школы г. Томмот"):
        assert schools.read_list(Cell(cell), CONTEXT).value is None


@pytest.mark.parametrize(
    "cell",
    [
        "СОШ №6, 8, 9 классы",
        "10 февраля СОШ №8",
        "СОШ №8 в 14:30",
        "СОШ №8, т. 4-25-16",
        "кроме СОШ №8",
        "СОШ №8 (не участвует)",
        "СОШ №8 (5), СОШ №9 (6)",
        "СОШ №8: 5, СОШ №9: 6",
        "все сельские школы",
        "30 педагогов из 12 ОО",
        "СОШ 09.10",
        "СОШ №008",
        "09",
        "14.00",
    ],
)
def test_numbers_of_other_things_are_never_schools(cell):
    assert schools.read_list(Cell(cell), CONTEXT).value is None


@pytest.mark.parametrize("read", [schools.read, schools.read_list])
@pytest.mark.parametrize(
    "cell",
    ["20…25 чел.", "5 8 классы", "9 класс – 10", "5 классов по 20", "с 5 по 8 класс", "с 5-го по 8-й класс",
     "учащиеся 20 педагоги 5", "ОБУЧАЮЩИЕСЯ 5 – Х КЛАССОВ"],
)  # fmt: skip
def test_of_numbers_beside_people_or_classes_a_bare_one_is_no_school(read, cell):
    assert read(Cell(cell), CONTEXT).value is None


@pytest.mark.parametrize("cell", ["14 педагогов из 10 ОО", "8 ОО, 30 педагогов"])
def test_so_many_schools_are_no_host(cell):
    problem = schools.read(Cell(cell), CONTEXT).problem
    assert problem
    assert problem.reason == "number_or_count"


@pytest.mark.parametrize("cell", ["СОШ №08", "СОШ 08", "№08"])
def test_a_nought_before_a_schools_number_is_passed_over(cell):
    assert schools.read(Cell(cell), CONTEXT).value == "sosh-8"


@pytest.mark.parametrize("cell", ["СОШ №l", "СОШ № I"])
def test_a_letter_alone_behind_the_sign_of_a_number_is_a_one(cell):
    reading = schools.read(Cell(cell), CONTEXT)
    assert reading.value == "sosh-1"
    assert [note.reason for note in reading.notes] == ["lookalike_fixed"]


def test_numbers_of_people_beside_schools_are_passed_over():
    for cell in ("СОШ №8 (12 чел.), СОШ №6 (10 чел.)", "СОШ 8 - 5 человек; СОШ 6 - 7 человек"):
        assert schools.read_list(Cell(cell), CONTEXT).value == ("sosh-8", "sosh-6")
    assert schools.read_list(Cell("учащиеся 5-9 классов СОШ №8"), CONTEXT).value == ("sosh-8",)


def test_a_range_in_words_is_a_range():
    for cell in ("с 4 по 6 школу", "школы с №4 по №6"):
        assert schools.read_list(Cell(cell), CONTEXT).value == ("sosh-4", "sosh-5", "sosh-6")


def test_a_blank_cell_says_nothing():
    for read in (schools.read, schools.read_list):
        reading = read(Cell("  "), CONTEXT)
        assert (reading.value, reading.problem) == (None, None)


def test_every_refusal_and_note_has_its_sentences():
    cells = [*HOSTS, *REFUSED_HOSTS, *LISTS, *(str(row[0]) for row in (*ONE, *MANY, *REFUSED))]
    for cell in cells:
        for reading in (schools.read(Cell(cell), CONTEXT), schools.read_list(Cell(cell), CONTEXT)):
            for remark in (*reading.notes, reading.problem):
                if remark is None or remark.code is None or remark.reason == "placeholder":
                    continue
                if remark.code is Code.EXCEL_AUTOFORMAT:
                    continue
                for book in (ru, en):
                    key = f"{remark.code}.{remark.reason}"
                    sentences = book.FINDINGS.get(key) or book.FINDINGS[remark.code]
                    facts = {"value": "", "candidates": "", "suggestion": "", **remark.facts}
                    assert all(sentence.format(**facts) for sentence in sentences)
    assert len(Language) == 2


NAMESAKES = Registry(
    (
        School("one-aldan", "СОШ №1", "СОШ", 1, "г. Алдан"),
        School("one-tommot", "СОШ №1", "СОШ", 1, "г. Томмот"),
        School("town", "СОШ г. Чагда", "СОШ", None, "г. Чагда"),
        School("village", "СОШ с. Чагда", "СОШ", None, "с. Чагда"),
    )
)


@pytest.mark.parametrize(
    ("school", "settlement", "id_"),
    [
        ("СОШ №1", "г. Томмот", "one-tommot"),
        ("СОШ №1", "Алдан", "one-aldan"),
        ("СОШ №1", "с. Чагда", None),
        ("СОШ №1", "", None),
    ],
)
def test_the_settlement_beside_tells_schools_of_one_name_apart(school, settlement, id_):
    plan = replace(plans.config(), registry=NAMESAKES)
    header = "Школа | Населённый пункт | Мероприятие | Дата"
    book = plans.book(header, f"{school} | {settlement} | Квест по физике | 15.02.2024")
    result = check(book, plan, plans.AFTER)
    assert result.entries[0].values.get("school") == id_
    assert bool(plans.found(result, "school-ambiguous")) is (id_ is None)


@pytest.mark.parametrize("school", NAMESAKES.schools)
def test_what_a_cell_is_told_to_type_names_one_school_alone(school):
    context = CONTEXT._replace(registry=NAMESAKES)
    called = NAMESAKES.schools.called[NAMESAKES.places[school.id]]
    assert schools.read(Cell(called), context).value == school.id


def test_schools_of_one_name_are_offered_with_their_settlements():
    said = schools.read(Cell("СОШ №1"), CONTEXT._replace(registry=NAMESAKES)).problem
    assert said is not None
    assert said.candidates == ("СОШ №1, г. Алдан", "СОШ №1, г. Томмот")


def test_where_no_number_is_a_schools_none_is_offered():
    problem = schools.read_list(Cell("0.0%"), CONTEXT).problem
    assert problem is not None
    assert problem.suggestion is None


EVERYONE = tuple(schools.read_list(Cell("все школы района"), CONTEXT).value or ())


@pytest.mark.parametrize(
    "cell",
    [
        "СОШ №1; все ОО",
        "все школы района и СОШ №1",
        "бары оскуолалар, лицей",
        "гимназия г. Алдан\nвсем школам",
    ],
)
def test_all_schools_among_others_are_all(cell):
    assert set(schools.read_list(Cell(cell), CONTEXT).value or ()) == set(EVERYONE)


@pytest.mark.parametrize("cell", ["СОШ №10, все", "все, СОШ №8", "СОШ №9 и все"])
def test_a_bare_all_beside_a_school_may_be_all_of_that_school(cell):
    problem = schools.read_list(Cell(cell), CONTEXT).problem
    assert problem is not None
    assert problem.reason == "all_or_some"


def test_all_but_some_beside_others_is_not_read_as_those_alone():
    reading = schools.read_list(Cell("СОШ №1, все школы, кроме лицея"), CONTEXT)
    assert "lyceum" not in (reading.value or ())
    assert reading.problem or any(note.code for note in reading.notes)


@pytest.mark.parametrize("cell", ["+7 8 914 123 45 67", "8 8 914 123 45 67"])
def test_a_figure_that_may_be_a_part_of_a_telephone_is_no_school(cell):
    assert schools.read(Cell(cell), CONTEXT).value is None
    assert schools.read(Cell("СОШ №8, 8 914 123 45 67"), CONTEXT).value == "sosh-8"
