"""The main path: every row accounted for, problems apart from values, nothing personal let out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plans import AFTER, HEADER, book, codes, config, found, judged
from tochka_sync import messages, shape
from tochka_sync.check import check, nothing_lost
from tochka_sync.entries import Entries
from tochka_sync.findings import Severity
from tochka_sync.messages import Language
from tochka_sync.sheet import tabs
from tochka_sync.table import Book, Cell, Merge, Origin, Table
from tochka_sync.values.what.counts import Participants

GOOD = "СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги | Иванова А.П."


def test_every_row_is_clean_to_be_mended_or_skipped():
    result = judged(
        "План мероприятий | | | |",
        HEADER,
        "1 | 2 | 3 | 4 | 5",
        "ФЕВРАЛЬ | | | |",
        GOOD,
        GOOD.replace("15.02.2024", "31 апреля"),
        "| | | |",
        "Итого: | 2 | | |",
    )
    assert [entry.clean for entry in result.entries] == [True, False]
    assert [row.kind for row in result.skipped] == [
        "title",
        "header",
        "numbering",
        "section",
        "total",
    ]
    assert (result.summary.rows, result.summary.entries, result.summary.skipped) == (7, 2, 5)
    assert (result.summary.complete, result.summary.incomplete) == (1, 1)


GRID = st.lists(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    *HEADER.split(" | "),
                    *GOOD.split(" | "),
                    "",
                    "Итого",
                    "31 апреля",
                    "8",
                    "-",
                    "08.сен",
                ]
            ),
            st.text(max_size=12),
        ),
        max_size=8,
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(GRID)
def test_no_text_breaks_the_check_and_no_row_is_lost(rows):
    read = book(HEADER)
    tables = (Table.of_rows("План", [HEADER.split(" | "), *rows]),)
    result = check(type(read)(read.origin, tables), config(), AFTER)
    exported = shape.export(result, Language.RU)
    assert (
        len(exported["events"]) + len(exported["unresolved"]) + len(exported["skipped"])
        == result.summary.rows
    )
    json.dumps(shape.report(result, Language.EN))


def test_a_missing_required_cell_is_one_finding_at_its_cell():
    result = judged(HEADER, GOOD.removesuffix("Иванова А.П."))
    (finding,) = [finding for finding in result.findings if finding.row]
    assert (finding.code, finding.cell, finding.severity) == (
        "required-missing",
        "E2",
        Severity.ERROR,
    )
    assert result.entries[0].complete is False


def test_a_missing_required_column_is_said_once_and_leaves_entries_incomplete():
    header = HEADER.removesuffix(" | Ответственный")
    result = judged(header, GOOD.rsplit(" | ", 1)[0], GOOD.rsplit(" | ", 1)[0].replace("№8", "№9"))
    assert len(found(result, "column-missing")) == 1
    assert not found(result, "required-missing")
    assert result.summary.incomplete == 2


def test_a_word_for_nothing_is_missing_where_required_and_nothing_elsewhere():
    result = judged(HEADER + " | Телефон", GOOD.replace("15.02.2024", "уточняется") + " | -")
    assert codes(result) == {"required-missing"}
    assert result.entries[0].notes["phones"][0].reason == "placeholder"


def test_a_fault_of_an_optional_field_is_a_warning_and_the_event_stays_clean_without_it():
    result = judged(HEADER + " | Телефон", GOOD + " | 8 914 123")
    (finding,) = found(result, "phone-invalid")
    assert finding.severity is Severity.WARNING
    assert result.entries[0].clean
    assert result.entries[0].event is not None
    assert result.entries[0].event.phones is None


@pytest.mark.parametrize(
    ("cell", "code", "severity"),
    [
        ("СОШ №9", "misplaced-value", Severity.ERROR),
        ("#ССЫЛКА!", "spreadsheet-error", Severity.ERROR),
        ("в течение года", "date-vague", Severity.WARNING),
        ("пятница, 10 февраля", "date-weekday-mismatch", Severity.WARNING),
        ("10.02.2023", "date-outside-year", Severity.WARNING),
    ],
)
def test_what_is_wrong_with_a_date_has_its_code(cell, code, severity):
    (finding,) = found(judged(HEADER, GOOD.replace("15.02.2024", cell)), code)
    assert (finding.cell, finding.severity) == ("C2", severity)


def test_a_severity_may_be_changed_and_a_code_switched_off():
    line = GOOD.replace("15.02.2024", "в течение года")
    assert (
        found(judged(HEADER, line, severity={"date-vague": "error"}), "date-vague")[0].severity
        is Severity.ERROR
    )
    assert not found(judged(HEADER, line, severity={"date-vague": "off"}), "date-vague")


def test_a_merged_school_counts_for_its_rows_and_says_so():
    read = book(HEADER, GOOD, GOOD.replace("СОШ №8", "").replace("15.", "16."))
    table = read.tables[0]
    merged = Table(table.title, table.columns, merges=(Merge(1, 0, 3, 1),))
    result = check(type(read)(read.origin, (merged,)), config(), AFTER)
    assert [entry.values["school"] for entry in result.entries] == ["sosh-8", "sosh-8"]
    assert result.entries[1].notes["school"][0].reason == "filled_down"


@pytest.mark.parametrize(
    ("since", "until", "start", "end", "precision"),
    [
        ("03.06.2024", "21.06.2024", "2024-06-03", "2024-06-21", "range"),
        ("12 февраля", "16 февраля", "2024-02-12", "2024-02-16", "range"),
        ("12.02.2024", "12.02.2024", "2024-02-12", "2024-02-12", "day"),
        ("12.02.2024", "", "2024-02-12", "2024-02-12", "day"),
        ("октябрь", "декабрь", "2023-10-01", "2023-12-31", "month_range"),
        ("с 12.02.2024", "до 16.02.2024", "2024-02-12", "2024-02-16", "range"),
    ],
)
def test_a_date_of_beginning_and_one_of_ending_are_one_span(since, until, start, end, precision):
    header = "Школа | Мероприятие | Дата начала | Дата окончания | Участники | Ответственный"
    row = f"СОШ №8 | Науку в каждый класс | {since} | {until} | педагоги | Иванова А.П."
    (entry,) = judged(header, row).entries
    date = entry.values["date"]
    assert (str(date.start), str(date.end), date.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("11.02.2024", "date-impossible"),
        ("31.02.2024", "date-impossible"),
        ("скоро", "date-unreadable"),
        ("уточняется", "required-missing"),
    ],
)
def test_an_ending_that_cannot_be_is_said_in_its_own_cell_and_no_date_is_left(until, code):
    header = "Школа | Мероприятие | Дата | Окончание | Участники | Ответственный"
    row = f"СОШ №8 | Науку в каждый класс | 12.02.2024 | {until} | педагоги | Иванова А.П."
    result = judged(header, row)
    (entry,) = result.entries
    (finding,) = found(result, code)
    assert (finding.cell, finding.value) == ("D2", until)
    assert entry.values.get("date") is None


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("Время", "25:00", "value-unreadable"),
        ("Время", "3:00", "value-unreadable"),
        ("Окончание", "14 февроля 2024", "text-corrected"),
        ("Окончание", "вторник, 14.02.2024", "date-weekday-mismatch"),
    ],
)
def test_what_is_said_of_a_date_stands_at_the_cell_of_a_date_it_is_about(column, cell, code):
    header = f"Школа | Мероприятие | Дата | {column} | Участники | Ответственный"
    row = f"СОШ №8 | Науку в каждый класс | 12.02.2024 | {cell} | педагоги | Иванова А.П."
    result = judged(header, row)
    (entry,) = result.entries
    (finding,) = found(result, code)
    assert (finding.cell, finding.value) == ("D2", cell)
    assert str(entry.values["date"].start) == "2024-02-12"


def test_a_time_column_joins_the_date_and_split_counts_join_each_other():
    header = HEADER + " | Время | Количество участников: учащиеся | Количество участников: педагоги"
    (entry,) = judged(header, GOOD + " | 14.00 | 20 | 5").entries
    assert entry.values["date"].time == "14:00"
    assert (entry.values["participants"].students, entry.values["participants"].teachers) == (20, 5)
    assert entry.values["participants"].total == 25


def test_a_blank_school_is_offered_the_one_above_and_never_given_it():
    blank = GOOD.removeprefix("СОШ №8")
    numbered = f"№ | {HEADER}"
    result = judged(numbered, f"1 | {GOOD}", f"2 | {blank}", "ФЕВРАЛЬ | | | | |", f"3 | {blank}")
    near, far = found(result, "required-missing")
    assert (near.cell, near.reason, near.candidates) == ("B3", "below", ("СОШ №8",))
    assert (far.cell, far.reason, far.candidates) == ("B5", "empty", ())
    assert [entry.values.get("school") for entry in result.entries] == ["sosh-8", None, None]


def test_parents_counted_apart_are_counted_too():
    counted = "Кол-во участников: "
    header = f"{HEADER} | {counted}учащиеся | {counted}педагоги | {counted}родители"
    (entry,) = judged(header, GOOD + " | 20 | 5 | 3").entries
    assert entry.values["participants"] == Participants(28, students=20, teachers=5, parents=3)


def test_a_dash_in_one_column_of_counts_takes_nothing_from_the_others():
    header = HEADER + " | Количество участников: учащиеся | Количество участников: педагоги"
    result = judged(header, GOOD + " | 20 | -")
    assert result.entries[0].values["participants"] == Participants(20, students=20)
    assert not codes(result)


@pytest.mark.parametrize(
    ("date", "weekday", "wrong"),
    [
        ("15.02.2024", "четверг", False),
        ("15.02.2024", "Чт.", False),
        ("15.02.2024", "среда", True),
        ("15–16.02.2024", "четверг, пятница", False),
        ("15–16.02.2024", "чт-сб", True),
        ("февраль", "среда", False),
        ("конец сентября – начало октября", "среда", False),
        ("15.02.2024", "", False),
        ("15.02.2024", "по расписанию", False),
    ],
)
def test_a_column_of_weekdays_is_held_against_the_date(date, weekday, wrong):
    result = judged(HEADER + " | День недели", GOOD.replace("15.02.2024", date) + f" | {weekday}")
    assert [finding.cell for finding in found(result, "date-weekday-mismatch")] == ["C2"] * wrong
    assert codes(result) <= {"date-weekday-mismatch"}


@pytest.mark.parametrize(
    ("columns", "cells", "name"),
    [
        ("Фамилия | Имя | Отчество", "Глобусова | Галина | Григорьевна", ("Глобусова", "Г.Г.")),
        ("Имя | Отчество | Фамилия", "Галина | Григорьевна | Глобусова", ("Глобусова", "Г.Г.")),
        ("Фамилия ответственного | Инициалы", "Глобусова | Г.Г.", ("Глобусова", "Г.Г.")),
        ("Фамилия | Имя, отчество", "Глобусова | Галина Григорьевна", ("Глобусова", "Г.Г.")),
        ("ФИО ответственного", "Глобусова Галина Григорьевна", ("Глобусова", "Г.Г.")),
    ],
)
def test_a_name_in_several_columns_is_one_person(columns, cells, name):
    header = HEADER.replace("Ответственный", columns)
    result = judged(header, GOOD.replace("Иванова А.П.", cells))
    (entry,) = result.entries
    assert [(each.last, each.initials) for each in entry.values["responsible"]] == [name]
    assert not codes(result)
    raw = json.dumps(shape.export(result, Language.RU), ensure_ascii=False)
    assert "Глобусова" not in raw
    assert "Григорьевна" not in raw


def test_a_surname_without_the_rest_of_the_name_is_refused_in_its_own_cell():
    header = HEADER.replace("Ответственный", "Фамилия | Имя | Отчество")
    result = judged(header, GOOD.replace("Иванова А.П.", "Глобусова | |"))
    (finding,) = found(result, "value-unreadable")
    assert (finding.cell, finding.field) == ("E2", "responsible")


def test_contacts_in_one_column_are_parted():
    (entry,) = judged(HEADER + " | Контакты", GOOD + " | 8 914 123-45-67, ivanova@mail.ru").entries
    assert entry.values["phones"] == ("+79141234567",)
    assert entry.values["emails"] == ("ivanova@mail.ru",)


def test_personal_data_is_masked_in_texts_and_findings_unless_it_is_kept():
    line = (
        GOOD.replace("Науку в каждый класс", "звонить Петрову С.И. 8 914 123-45-67")
        + " | 8 914 123"
    )
    for kept in (False, True):
        result = judged(
            HEADER + " | Телефон", line, privacy={"contacts": "keep" if kept else "omit"}
        )
        everything = json.dumps(
            [shape.report(result, Language.RU), shape.export(result, Language.RU)],
            ensure_ascii=False,
        )
        for secret in ("Иванова", "Петров", "123-45-67", "914 123"):
            assert (secret in everything) is kept, secret


def test_a_fingerprint_survives_insertions_above():
    bad = GOOD.replace("15.02.2024", "31 апреля")
    one = found(judged(HEADER, bad), "date-impossible")[0]
    other = found(judged(HEADER, GOOD.replace("№8", "№9"), bad), "date-impossible")[0]
    assert one.row != other.row
    assert one.fingerprint == other.fingerprint


def test_twin_findings_have_fingerprints_of_their_own():
    bad = GOOD.replace("15.02.2024", "31 апреля")
    twins = found(judged(HEADER, bad, bad), "date-impossible")
    assert len({finding.fingerprint for finding in twins}) == 2


def test_a_date_the_sheet_holds_is_taken_whatever_it_shows():
    import datetime as dt

    cell = Cell("фев.24", dt.date(2024, 2, 15))
    read = book(HEADER, GOOD.replace("15.02.2024", cell.text), rich={(1, 2): cell})
    (entry,) = check(read, config(), AFTER).entries
    assert entry.values["date"].start == dt.date(2024, 2, 15)


def test_the_address_behind_a_text_is_read():
    cell = Cell("сайт школы", link="https://vk.com/wall-1_2")
    lines = (f"{HEADER} | Ссылка", f"{GOOD} | {cell.text}", f"{GOOD} | {cell.text}")
    behind, alone = check(book(*lines, rich={(1, 5): cell}), config(), AFTER).entries
    assert behind.values["links"] == ("https://vk.com/wall-1_2",)
    assert "links" not in alone.values


def test_a_second_column_of_one_heading_keeps_its_text():
    result = judged(HEADER + " | Примечание | Примечание", GOOD + " | один | два")
    assert {"один", "два"} <= set(result.entries[0].raw.values())


def test_a_heading_is_shown_even_of_a_column_of_people():
    lacking = judged("Школа | Мероприятие | Дата | Участники", "СОШ №8 | Наука | 15.02.2024 | дети")
    (missing,) = [each for each in found(lacking, "column-missing") if each.field == "responsible"]
    assert missing.facts["looked_for"] == "Ответственный, Ответственный исполнитель, ФИО"
    assert missing.suggestion == "Ответственный"
    (double,) = found(judged(f"{HEADER} | Отв. лицо", f"{GOOD} | "), "column-duplicate")
    assert double.value == "Отв. лицо"
    assert double.facts == {"kept": "E", "kept_header": "Ответственный"}


def test_what_is_read_of_a_second_column_is_told_of_at_its_own_cell():
    result = judged(
        f"{HEADER} | Ссылка | Газета | Ссылка на пост",
        f"{GOOD} | https://vk.com/wall-1_2 | | https://t.me/school8/5",
        f"{GOOD.replace('15.02', '16.02')} | https://vk.com/wall-1_3 | «Алданский рабочий» №1",
        f"{GOOD.replace('15.02', '17.02')} | | «Алданский рабочий» №2 от 01.03.2024",
        f"{GOOD.replace('15.02', '19.02')} | https://vk.com | -",
    )
    first, both, paper, _ = result.entries
    assert first.values["links"] == ("https://vk.com/wall-1_2", "https://t.me/school8/5")
    assert both.values["links"] == ("https://vk.com/wall-1_3",)
    assert both.values["print_media"] == "«Алданский рабочий» №1"
    assert paper.values["print_media"] == "«Алданский рабочий» №2 от 01.03.2024"
    assert not found(result, "column-duplicate")
    (wrong,) = found(result, "link-invalid")
    assert (wrong.column, wrong.row, wrong.value) == ("F", 5, "https://vk.com")


def test_a_person_named_in_a_heading_is_masked():
    (unknown,) = found(judged(f"{HEADER} | Звонить: Иванова А.П.", f"{GOOD} | "), "column-unknown")
    assert unknown.value == "Звонить: •••"


def test_a_phone_that_strayed_into_another_column_is_masked_too():
    result = judged(HEADER, GOOD.replace("Науку в каждый класс", "тел. 4-25-16"))
    shown = json.dumps([shape.report(result, Language.RU), shape.export(result, Language.RU)])
    assert "4-25-16" not in shown
    result = judged(HEADER, GOOD.replace("15.02.2024", "Петров С.И."))
    assert [finding.value for finding in found(result, "misplaced-value")] == ["•••"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8 914 222-33-44", "Здесь телефон, а нужно другое: ответственный."),
        ("school@example.ru", "Здесь адрес электронной почты, а нужно другое: ответственный."),
        ("#REF!", "В ячейке ошибка самой таблицы: «#REF!»."),
        ("приказ №5", "Не удалось понять, что написано в этой ячейке: ответственный."),
    ],
)
def test_a_hidden_cell_is_still_told_what_stands_in_it(typed, said):
    result = judged(HEADER, GOOD.replace("Иванова А.П.", typed))
    (wrong,) = (each for each in result.findings if each.column == "E")
    assert messages.sentence(Language.RU, wrong) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("44904", "Дата «44904» (9 декабря 2022) не из 2023–2024 учебного года."),
        ("02/10/2024", "Дата «02/10/2024» (2 октября 2024) не из 2023–2024 учебного года."),
        ("02.10.2024", "Дата «02.10.2024» не из 2023–2024 учебного года."),
    ],
)
def test_a_date_of_another_year_is_told_as_it_was_read_where_that_does_not_show(typed, said):
    result = judged(HEADER, GOOD.replace("15.02.2024", typed))
    assert messages.sentence(Language.RU, found(result, "date-outside-year")[0]) == said


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize(
    "typed",
    [
        *("Жаворонкова Мария", "ЖАВОРОНКОВА МАРИЯ", "Жаворонкова", "Жаворонкова М.П. (учитель)"),
        *("учитель физики Жаворонкова", "Жаворонкова/89145554433", "8_914_555_44_33"),
    ],
)
def test_nothing_said_of_any_cell_names_a_person_who_strayed_into_it(place, typed):
    cells = GOOD.split(" | ")
    cells[place] = typed
    result = judged(HEADER, " | ".join(cells))
    shown = json.dumps(
        [shape.report(result, Language.RU), shape.export(result, Language.RU)], ensure_ascii=False
    ).lower()
    assert [part for part in ("жаворонк", "5554433", "555_44") if part in shown] == []


def test_a_dash_keeps_nothing_out_that_another_cell_says_in_passing():
    header = HEADER + " | Телефон | Формат"
    event = GOOD.replace("Науку в каждый класс", "Вебинар «Наука»")
    result = judged(
        header, event.replace("Иванова А.П.", "Иванова А.П., 8 914 000-00-01") + " | - | -"
    )
    (entry,) = result.entries
    assert entry.values["phones"] == ("+79140000001",)
    assert entry.values["format"] == "online"


def test_a_form_and_a_format_typed_into_each_other_s_columns_are_both_kept():
    header = HEADER + " | Форма | Формат"
    result = judged(header, f"{GOOD} | семинар | очно", f"{GOOD} | очно | семинар")
    said = [(entry.values["types"], entry.values["format"]) for entry in result.entries]
    assert said == [(("seminar",), "offline")] * 2


def test_people_in_an_example_are_hidden_as_whole_cells():
    result = judged(
        f"{HEADER} | Телефон",
        "Пример: СОШ №8 | Науку | 15.02.2024 | педагоги | Жаворонкова | 42517",
        "СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги | Иванова А.П. | 42516",
        "Февраль",
    )
    told = {row.kind.value: row.cells[4:] for row in result.skipped}
    assert told == {
        "header": ("Ответственный", "Телефон"),
        "example_row": ("•••", "•••"),
        "section": ("", ""),
    }
    kept = judged(
        f"{HEADER} | Телефон",
        "Пример: СОШ №8 | Науку | 15.02.2024 | педагоги | Жаворонкова | 42517",
        privacy={"contacts": "keep"},
    )
    assert kept.skipped[-1].cells[4:] == ("Жаворонкова", "42517")


def test_a_result_that_lost_a_row_is_a_bug_and_no_result():
    read = book(HEADER, GOOD, "Февраль")
    forms = tabs.forms(read, config())
    result = check(read, config(), AFTER)
    assert isinstance(result.entries, Entries)
    lacking = result._replace(skipped=result.skipped[:1])
    with pytest.raises(AssertionError, match="rows lost"):
        nothing_lost(lacking, result.entries, forms)
    nothing_lost(result, result.entries, forms)


def test_who_signs_under_the_plan_is_hidden():
    signature = judged(HEADER, GOOD, "Утверждаю | | | | директор").skipped[-1]
    assert (signature.kind, signature.cells) == ("footnote", ("Утверждаю", "", "", "", "•••"))


def test_a_heading_alone_in_its_row_is_shown_even_in_the_column_of_people():
    header = "Ответственный | Школа | Мероприятие | Дата проведения | Участники"
    people_first = "Иванова А.П. | СОШ №8 | Науку в каждый класс | 15.02.2024 | педагоги"
    heading = judged(header, "Февраль", people_first).skipped[-1]
    assert (heading.kind, heading.cells[0]) == ("section", "Февраль")


def test_columns_of_different_lengths_lose_no_row():
    school, title = ("Школа", "СОШ №8", "", "СОШ №6"), ("Мероприятие", "Наука и мы")
    table = Table("План", (school, title, ("Дата", "15.02.2024")))
    result = check(Book(Origin("csv", "plan.csv", AFTER), (table,)), config(), AFTER)
    assert [entry.row for entry in result.entries] == [2, 4]
    assert result.summary.rows == 3
