"""The entries of a plan by columns: one row asked for is the row that a walk through all meets."""

import pytest

from tests import plans
from tochka_sync.entries import Entries
from tochka_sync.values.what.types import EventType

LINES = (
    "План мероприятий | | | | | |",
    "Школа | Мероприятие | Дата | Вид | Участники | Ответственный",
    "СОШ №8 | Семинар «Робототехника» | 12.02.2024 | | педагоги | Иванова А.П.",
    "Февраль | | | | |",
    "СОШ №6 | Физика вокруг нас | 31 апреля | квест | 8 класс | Петров И.И.",
    " | | | | |",
    " | Шахматы для всех | 14.02.2024 | турнир | 8 класс | Петров И.И.",
)


@pytest.fixture
def entries():
    return plans.judged(*LINES).entries


def test_an_entry_asked_for_is_the_one_met_on_the_way_through_all(entries):
    assert list(entries) == [entries[place] for place in range(len(entries))]


def test_entries_are_asked_for_from_the_end_and_by_slices_as_in_any_sequence(entries):
    walked = list(entries)
    assert entries[-1] == walked[-1]
    assert entries[1:] == walked[1:]
    assert entries[::-1] == walked[::-1]
    with pytest.raises(IndexError):
        entries[len(walked)]


def test_rows_between_entries_are_none_of_them(entries):
    assert [entry.row for entry in entries] == [3, 5, 7]


def test_what_a_title_says_in_passing_fills_the_blank_cell_of_its_own_row(entries):
    assert [entry.values.get("types") for entry in entries] == [
        (EventType.SEMINAR,),
        (EventType.QUEST,),
        (EventType.TOURNAMENT,),
    ]


def test_a_row_has_its_own_findings_and_no_other_has_them(entries):
    rows = {entry.row: {finding.row for finding in entry.findings} for entry in entries}
    assert rows == {3: set(), 5: {5}, 7: {7}}


def test_entries_say_by_columns_what_they_say_by_rows(entries):
    for name in ("school", "title", "date", "audience", "phones"):
        assert entries.values(name) == [entry.values.get(name) for entry in entries]


def test_a_refused_or_a_blank_cell_of_a_required_field_leaves_its_entry_alone_incomplete(entries):
    assert [entry.complete for entry in entries] == [True, False, False]
    assert [entry.sound for entry in entries] == [True, False, False]


def test_clean_entries_are_counted_as_one_by_one(entries):
    assert entries.clean == sum(entry.clean for entry in entries) == 1


def test_entries_are_sifted_as_one_by_one(entries):
    assert entries.sift() == [entry.clean for entry in entries]


def test_without_the_column_of_a_required_field_no_entry_is_complete_unless_another_cell_says_it():
    rows = ["Мероприятие | Дата | Участники | Ответственный"]
    rows += ["Квест | 12.02.2024 | 8 класс | Петров И.И."] * 2
    result = plans.judged(*rows)
    assert [entry.complete for entry in result.entries] == [False, False]


ROWS = (
    " | Мастер-класс «Мир в объёме» | 12-14 февраля | 5-6 кл | Иванова А.П.",  # under another it is offered its school
    "СОШ №8 | Семинар «Робототехника» | 12.02.2024 | педагоги | Иванова А.П.",
    "сош 6 | Квест по физике | 31 апреля | 8 класс | Петров И.И.",
    "сош 6 | КВЕСТ ПО ХИМИИ | 14 фев | 08.сен | Петров И.И.",
    "СОШ | Шахматы | до конца года | родители | -",
    "СОШ №8 | - | 2024-02-13 | педагоги | методист",
    "СОШ №8 | Хакатон «Код; будущее» | 13 февр. в 14:00 | дети | 8 914 162 35 74",
    "гимназия | День открытых дверей | 13.02.24 г. | все желающие | Иванова Анна Петровна",
    "СОШ №8 | Семинар «Робототехника» | 12.02.2024 | педагоги | Иванова А.П.",
)
BETWEEN_ROWS = {"duplicate-entry", "date-clash"}


def _about(entry):
    """What is said of an entry, apart from where it stands and from what other rows say."""
    findings = [
        (
            each.code,
            each.reason,
            each.severity,
            each.column,
            each.value,
            each.suggestion,
            each.school,
        )
        for each in entry.findings
        if each.code not in BETWEEN_ROWS
    ]
    return dict(entry.values), dict(entry.notes), findings, entry.complete, entry.sound


@pytest.mark.parametrize("place", range(len(ROWS)))
def test_a_row_says_the_same_whatever_rows_stand_beside_it(place):
    header = "Школа | Мероприятие | Дата | Участники | Ответственный"
    among = plans.judged(header, *ROWS).entries[place]
    [alone] = plans.judged(header, ROWS[place]).entries
    assert _about(among) == _about(alone)


def test_reasons_of_notes_are_in_the_order_of_the_notes():
    header = "Школа | Мероприятие | Дата | Участники | Ответственный"
    entries = plans.judged(header, *ROWS).entries
    assert isinstance(entries, Entries)
    assert any(entries.reasons())
    assert entries.reasons() == [
        tuple(note.reason for notes in entry.notes.values() for note in notes) for entry in entries
    ]
