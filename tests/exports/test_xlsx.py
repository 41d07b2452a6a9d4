import datetime as dt
import io
import re
import stat
import sys
import textwrap
import tracemalloc
import zipfile
from dataclasses import replace

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import results
from tochka_sync.errors import WriteError
from tochka_sync.exports import sheets, xlsx
from tochka_sync.findings import Code, Severity
from tochka_sync.messages import Language
from tochka_sync.models.event import Event
from tochka_sync.result import Standings

RU = Language.RU


def written(result, path, language=RU) -> openpyxl.Workbook:
    xlsx.write(result, language, path)
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


def unheard(result):
    """Return the result with findings of codes whose sentences take no facts."""
    finding = results.found(
        Code.COLUMN_UNKNOWN,
        "no_heading",
        facts={"column": "D"},
        severity=Severity.ERROR,
        row=4,
        column="D",
        school="sosh-6",
        value="31 апреля",
        suggestion="30.04.2024",
        url=f"{results.URL}&range=D4",
    )
    entries = [
        entry if entry.clean else replace(entry, findings=(finding,)) for entry in result.entries
    ]
    return result._replace(entries=tuple(entries))


@pytest.fixture
def book(tmp_path) -> openpyxl.Workbook:
    return written(unheard(results.result()), tmp_path / "plan.xlsx")


def by_header(tab, row: int):
    return {
        head.value: cell
        for head, cell in zip(tab[1], tab[row], strict=True)
        if head.value is not None
    }


def test_the_tabs_are_named_in_the_readers_language(tmp_path, book):
    assert book.sheetnames == ["План", "На доработку", "Школы"]
    english = written(unheard(results.result()), tmp_path / "en.xlsx", Language.EN)
    assert english.sheetnames == ["Plan", "To mend", "Schools"]


def test_every_entry_is_on_one_of_the_two_tabs(book):
    plan, mend = book["План"], book["На доработку"]
    assert [by_header(plan, row)["Строка"].value for row in (2, 3)] == [2, 5]
    assert [plan.max_row, mend.max_row] == [3, 2]
    assert by_header(mend, 2)["Строка"].value == 4


def test_a_known_day_is_a_date_and_is_shown_in_the_russian_order(book):
    cell = by_header(book["План"], 2)["Дата"]
    assert cell.value.date() == dt.date(2024, 2, 10)
    assert cell.number_format == "dd.mm.yyyy"


def test_a_text_is_a_text_cell_whatever_it_looks_like(tmp_path):
    whole = results.in_good_order()
    for title in ("=1+1", "08.09", "8 марта", "https://vk.com/a", "007"):
        event = Event(**{**results.values(results.FULL), "title": title})
        entry = results.clean(2, event, results.ON_TIME)
        book = written(whole._replace(entries=(entry,)), tmp_path / "plan.xlsx")
        cell = by_header(book["План"], 2)["Название"]
        assert (cell.value, cell.data_type, cell.number_format) == (title, "s", "@")
        assert cell.hyperlink is None


def test_a_column_nobody_filled_is_left_out(book):
    headers = [cell.value for cell in book["План"][1]]
    assert "Место проведения" in headers
    assert "Уровень" not in headers


def test_an_entry_to_mend_has_its_sentence_its_suggestion_its_text_and_a_link(book):
    row = by_header(book["На доработку"], 2)
    assert row["Что исправить"].value.startswith("D4: ")
    assert row["Впишите"].value == "D4: 30.04.2024"
    assert row["Дата"].value == "31 апреля"
    assert row["Строка"].hyperlink.target.startswith("https://docs.google.com/")
    assert row["Строка"].hyperlink.location == "gid=0&range=D4"


def test_where_there_is_nothing_to_type_the_workbook_says_what_to_do(tmp_path):
    book = written(results.result(), tmp_path / "plan.xlsx")
    row = by_header(book["На доработку"], 2)
    first = row["Что исправить"].value.split("\n")[0]
    assert first.startswith("C4: ")
    assert len(first.split(". ")) == 2
    assert row["Впишите"].value is None


def changed(result, **known):
    """Return the result with its finding to mend known otherwise."""
    entries = [
        entry
        if entry.clean
        else replace(entry, findings=tuple(each._replace(**known) for each in entry.findings))
        for entry in unheard(result).entries
    ]
    return result._replace(entries=tuple(entries))


def test_a_guess_is_called_one(tmp_path):
    whole = changed(results.result(), facts={"column": "D", "guess": True})
    row = by_header(written(whole, tmp_path / "plan.xlsx")["На доработку"], 2)
    assert row["Впишите"].value == "D4: возможно, 30.04.2024"
    assert "\nВозможно, имелось в виду: 30.04.2024\n" in row["Дата"].comment.text


def test_what_is_wrong_with_a_whole_row_names_the_row(tmp_path):
    whole = changed(results.result(), column=None)
    row = by_header(written(whole, tmp_path / "plan.xlsx")["На доработку"], 2)
    assert row["Что исправить"].value.startswith("строка 4: ")


def test_a_source_without_addresses_has_no_links(tmp_path):
    whole = unheard(results.result())
    entries = [
        replace(entry, findings=tuple(each._replace(url=None) for each in entry.findings))
        for entry in whole.entries
    ]
    book = written(whole._replace(entries=tuple(entries), url=None), tmp_path / "plan.xlsx")
    assert not any(cell.hyperlink for tab in book for row in tab.iter_rows() for cell in row)


def test_a_cell_to_mend_is_coloured_explained_and_opens_the_sheet(book):
    row = by_header(book["На доработку"], 2)
    cell = row["Дата"]
    assert cell.fill.fgColor.rgb != row["Школа"].fill.fgColor.rgb
    sentence, suggestion = cell.comment.text.split("\n")
    assert row["Что исправить"].value == f"D4: {sentence}"
    assert suggestion == "Впишите: 30.04.2024"
    assert cell.hyperlink.location == "gid=0&range=D4"
    assert (cell.value, cell.data_type, cell.number_format) == ("31 апреля", "s", "@")


def test_where_nothing_can_be_typed_the_comment_says_what_to_do(tmp_path):
    book = written(results.result(), tmp_path / "plan.xlsx")
    row = by_header(book["На доработку"], 2)
    assert row["Мероприятие"].value is None
    assert row["Мероприятие"].comment.text.endswith(
        "\nВпишите значение (например, «Наука вокруг нас»)."
    )
    assert len(row["Дата"].comment.text.split("\n")) == 2
    assert row["Участники"].comment is None


def test_what_is_only_doubtful_is_shown_on_the_clean_entry(tmp_path):
    phone = results.found(
        Code.PHONE_INVALID, facts={}, row=2, column="F", field="phones", value="•••"
    )
    whole = results.in_good_order()
    day = results.found(Code.DATE_VAGUE, facts={}, row=2, column="D", field="date", value="весна")
    entry = replace(whole.entries[0], findings=(day, phone))
    book = written(whole._replace(entries=(entry,)), tmp_path / "plan.xlsx")
    row = by_header(book["План"], 2)
    assert row["Дата"].comment.text.count("\n") == 1
    assert row["Строка"].comment  # the column of phones is not there without contacts
    assert row["Название"].comment is None


@pytest.mark.parametrize(
    ("field", "header"),
    [
        ("time", "Дата"),
        ("weekday", "Дата"),
        ("ends_at", "Дата"),
        ("teachers", "Количество участников"),
        ("first_name", "Ответственный"),
        ("contacts", "Телефон"),
    ],
)
def test_a_doubt_about_a_column_that_adds_to_another_is_shown_at_that_one(tmp_path, field, header):
    doubt = results.found(Code.VALUE_UNREADABLE, facts={}, row=2, field=field, value="?")
    whole = results.in_good_order()._replace(contacts=True)
    entry = replace(whole.entries[0], findings=(doubt,))
    row = by_header(written(whole._replace(entries=(entry,)), tmp_path / "plan.xlsx")["План"], 2)
    assert {name for name, cell in row.items() if cell.comment} == {header}


def test_every_entry_opens_its_row_of_the_sheet(book):
    assert by_header(book["План"], 3)["Строка"].hyperlink.location == "gid=0&range=C5"


def test_standings_are_coloured_by_how_they_stand(book):
    colours = [row[2].fill.fgColor.rgb for row in book["Школы"].iter_rows(min_row=2)]
    on_time, incomplete, late, missing = colours
    assert late == missing
    assert len({on_time, incomplete, late}) == 3


def test_a_wide_tab_is_printed_over_several_pages_and_stays_legible(book):
    assert (book["План"].page_setup.scale, book["План"].print_title_cols) == (55, "$A:$B")
    assert book["Школы"].page_setup.fitToHeight == 0
    assert book["Школы"].sheet_properties.pageSetUpPr.fitToPage


def test_every_school_is_listed_with_its_standing(book):
    tab = book["Школы"]
    assert [row[2].value for row in tab.iter_rows(min_row=2)] == [
        "подали в срок",
        "не всё заполнено",
        "подали с опозданием",
        "ничего не подали",
    ]


def test_a_tab_is_ready_to_be_read_and_filtered(book):
    for tab in book:
        assert tab.freeze_panes == "A2"
        assert tab.auto_filter.ref.startswith("A1:")
        assert tab["A1"].font.bold
        assert tab["A1"].alignment.wrap_text


def test_contacts_have_columns_only_where_they_were_asked_for(tmp_path, book):
    assert "Телефон" not in {cell.value for cell in book["План"][1]}
    path = tmp_path / "with.xlsx"
    kept = written(unheard(results.result())._replace(contacts=True), path)
    assert by_header(kept["План"], 2)["Телефон"].value == "8 (41145) 4-25-16, 8 (914) 123-45-67"
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_an_empty_plan_is_still_a_workbook(tmp_path):
    whole = results.in_good_order()
    empty = whole._replace(entries=(), schools=Standings.of(()))
    assert [tab.max_row for tab in written(empty, tmp_path / "plan.xlsx")] == [1, 1, 1]


def test_the_same_result_gives_the_same_workbook(tmp_path):
    parts = []
    for name in ("a.xlsx", "b.xlsx"):
        xlsx.write(results.in_good_order(), RU, tmp_path / name)
        with zipfile.ZipFile(tmp_path / name) as archive:
            parts.append({entry: archive.read(entry) for entry in archive.namelist()})
    assert parts[0] == parts[1]


@pytest.mark.parametrize("large", [0, 1000])
def test_a_row_is_as_high_as_its_longest_text_takes_folded_between_words(
    tmp_path, monkeypatch, large
):
    monkeypatch.setattr(xlsx, "_LARGE", large)
    title = "Общеобразовательное учреждение Длиннофамильного с углублённым изучением " * 5
    whole = results.in_good_order()
    event = Event(**{**results.values(results.FULL), "title": title.strip()})
    entry = results.clean(2, event, results.ON_TIME)
    tab = written(whole._replace(entries=(entry,)), tmp_path / "plan.xlsx")["План"]
    width = int(tab.column_dimensions[by_header(tab, 2)["Название"].column_letter].width)
    assert tab.row_dimensions[2].height >= 15 * len(textwrap.wrap(title, width))


@pytest.mark.parametrize(("bound", "most"), [("_ROWS", 3), ("_COLUMNS", 5)])
def test_a_tab_larger_than_a_workbook_holds_is_refused_and_nothing_is_written(
    tmp_path, monkeypatch, bound, most
):
    monkeypatch.setattr(sheets, bound, most)
    (tmp_path / "plan.xlsx").write_text("earlier", encoding="utf-8")
    with pytest.raises(WriteError) as error:
        xlsx.write(results.result(), RU, tmp_path / "plan.xlsx")
    assert error.value.code == "xlsx-too-large"
    assert (tmp_path / "plan.xlsx").read_text(encoding="utf-8") == "earlier"


def test_a_text_longer_than_a_cell_is_cut_where_one_sees_it(tmp_path):
    whole = results.in_good_order()
    event = Event(**{**results.values(results.FULL), "title": "я" * 40_000})
    entry = results.clean(2, event, results.ON_TIME)
    book = written(whole._replace(entries=(entry,)), tmp_path / "plan.xlsx")
    shown = by_header(book["План"], 2)["Название"].value
    assert len(shown) == 32_767
    assert shown.endswith("я…")


@settings(max_examples=40)
@given(st.text(st.characters(), min_size=1))
def test_any_text_gives_a_workbook_that_opens(tmp_path_factory, title):
    path = tmp_path_factory.mktemp("xlsx") / "plan.xlsx"
    whole = results.in_good_order()
    event = Event(**{**results.values(results.FULL), "title": title})
    book = written(whole._replace(entries=(results.clean(2, event, results.ON_TIME),)), path)
    assert by_header(book["План"], 2)["Название"].value


TEXTS = (" <&> ", "a\n", "\u3000", "😀" * 20_000, "'1", "")


def many(result, texts=TEXTS):
    """Return the result once more for every kind of text that a file has to escape."""
    entries = tuple(replace(entry, tab=text) for text in texts for entry in result.entries)
    return result._replace(entries=entries, tabs=dict.fromkeys(texts, result.tabs["План"]))


def said(book):
    """Return all that a reader meets in a workbook."""
    return [
        (
            cell.coordinate,
            cell.value,
            cell.number_format,
            cell.fill.start_color.rgb,
            cell.font.underline,
            cell.hyperlink and (cell.hyperlink.target, cell.hyperlink.location),
            cell.comment and (cell.comment.text, cell.comment.height, cell.comment.width),
        )
        for tab in book
        for row in tab.iter_rows()
        for cell in row
    ]


@pytest.mark.parametrize("links", [60_000, 5, 0])
def test_a_large_workbook_says_what_a_small_one_does(tmp_path, monkeypatch, links):
    monkeypatch.setattr(sheets, "_LINKS", links)
    small = said(written(many(unheard(results.result())), tmp_path / "small.xlsx"))
    monkeypatch.setattr(xlsx, "_LARGE", 0)
    assert said(written(many(unheard(results.result())), tmp_path / "large.xlsx")) == small
    assert sum(link is not None for *_, link, _ in small) == min(links, 4 * len(TEXTS))


@pytest.mark.parametrize("large", [0, 1000])
def test_what_stands_for_a_character_in_a_workbook_is_itself_in_a_comment(
    tmp_path, monkeypatch, large
):
    monkeypatch.setattr(xlsx, "_LARGE", large)
    odd = results.found(
        Code.DATE_VAGUE, facts={}, row=2, column="D", field="date", value="конец_x000D_"
    )
    whole = results.in_good_order()
    entry = replace(whole.entries[0], findings=(odd,))
    xlsx.write(whole._replace(entries=(entry,)), RU, tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as book:
        assert "«конец_x005F_x000D_»" in book.read("xl/comments1.xml").decode()


def test_a_workbook_is_large_by_its_schools_too(tmp_path, monkeypatch):
    """The text of a school's name is in its cell, not among the texts that cells share."""
    monkeypatch.setattr(xlsx, "_LARGE", 3)
    xlsx.write(unheard(results.result()), RU, tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as book:
        assert "Куранах" in book.read("xl/worksheets/sheet3.xml").decode()
        assert "Куранах" not in book.read("xl/sharedStrings.xml").decode()


def test_a_large_workbook_is_what_xlsxwriter_writes(tmp_path, monkeypatch):
    """Only the text of the header is kept elsewhere by the one and in its cell by the other."""
    # Comments enough for a second block of numbers, in rows of different heights.
    texts = (*TEXTS, "_x0041_", *(f"{'длинно ' * (at % 40)}{at}" for at in range(1100)))

    def parts(name):
        xlsx.write(many(unheard(results.result()), texts), RU, tmp_path / name)
        with zipfile.ZipFile(tmp_path / name) as book:
            return {part: book.read(part).decode() for part in book.namelist()}

    def streaming(out, options, make=xlsxwriter.Workbook):
        return make(out, {**options, "in_memory": False, "constant_memory": True})

    with monkeypatch.context() as patch:
        patch.setattr(xlsx, "_LARGE", 1_000_000)
        patch.setattr(xlsxwriter, "Workbook", streaming)
        theirs = parts("streamed.xlsx")
    ours = parts("ours.xlsx")
    assert ours.keys() - theirs.keys() == {"xl/sharedStrings.xml"}
    assert len(re.findall("<v:shape ", ours["xl/drawings/vmlDrawing1.vml"])) > 1100
    for part in theirs:
        if part.startswith(("xl/worksheets/", "xl/comments", "xl/drawings/")):
            assert _own(ours[part]) == _own(theirs[part]), part


def _own(part):
    """Leave out the header and the numbers of the looks: they are given in the order of their use."""
    return re.sub(r'<row r="1" .*?</row>| s="\d+"', "", part)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
@pytest.mark.parametrize("size", [500, 20_000])
def test_a_disk_that_fills_while_a_large_workbook_is_written_changes_nothing(
    tmp_path, monkeypatch, size
):
    import resource
    import signal

    monkeypatch.setattr(xlsx, "_LARGE", 0)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"earlier")
    result = many(unheard(results.result()), [f"{at}" for at in range(1000)])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        with pytest.raises(WriteError) as stopped:
            xlsx.write(result, RU, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert stopped.value.code == "write-full"
    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_more_takes_hardly_any_memory(tmp_path, monkeypatch):
    """Beside the cells that are looked at, a column keeps a reference for each, a comment its place."""
    monkeypatch.setattr(xlsx, "_LARGE", 0)

    def peak(rows):
        result = many(unheard(results.result()), [f"{at}" for at in range(rows // 3)])
        tracemalloc.start()
        xlsx.write(result, RU, tmp_path / "plan.xlsx")
        taken = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return taken

    peak(30)  # what is loaded once
    few, many_ = peak(1500), peak(4500)
    assert (many_ - few) / 3000 < 1000
