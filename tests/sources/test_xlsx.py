"""Workbooks written by openpyxl and xlsxwriter, read by us; what is shown is what Excel shows."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tochka_sync.errors import SourceError
from tochka_sync.sources import xlsx
from tochka_sync.table import Cell, Merge, Table

DAY = dt.date(2024, 9, 8)
NOON = dt.datetime.fromisoformat("2024-09-08T12:30")
SERIAL = 45543  # 8 September 2024, by Excel's own count


def written(write) -> tuple[Table, ...]:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        write(book)
    with zipfile.ZipFile(data) as archive:
        return xlsx.read(archive)


def cell(number: float, code: str | int) -> Cell:
    def write(book):
        format_ = book.add_format({"num_format": code})
        book.add_worksheet().write_number(0, 0, number, format_)

    return written(write)[0].cell(0, 0)


@pytest.mark.parametrize(
    ("number", "code", "text", "value"),
    [
        (SERIAL, 14, "08.09.2024", DAY),
        (SERIAL, 15, "08.сен.24", DAY),
        (SERIAL, 16, "08.сен", DAY),
        (SERIAL, 17, "сен.24", DAY),
        (SERIAL, "dd.mmm", "08.сен", DAY),
        (SERIAL, "dd/mm/yy", "08.09.24", DAY),
        (SERIAL, "d mmmm yyyy", "8 сентября 2024", DAY),
        (SERIAL, "mmmm yyyy", "Сентябрь 2024", DAY),
        (SERIAL, '[$-419]d mmm yyyy" г.";@', "8 сен 2024 г.", DAY),
        (SERIAL, "dddd, d mmmm", "воскресенье, 8 сентября", DAY),
        (SERIAL, "ddd dd\\.mm", "Вс 08.09", DAY),
        (SERIAL + 0.520833333, 22, "08.09.2024 12:30", NOON),
        (SERIAL + 0.520833333, "dd.mm.yyyy", "08.09.2024", NOON),
        (0.5625, 20, "13:30", dt.time(13, 30)),
        (0.5625, 18, "1:30 PM", dt.time(13, 30)),
        (0.583333, "hh:mm:ss", "14:00:00", dt.time(14)),
        (0.9999999, "h:mm", "23:59", dt.time(23, 59, 59)),
        (1.5, "[h]:mm", "36:00", 1.5),
        (1, 14, "01.01.1900", dt.date(1900, 1, 1)),
        (60, 14, "60", 60.0),
        (-5, 14, "-5", -5.0),
    ],
)
def test_a_date_is_shown_as_in_russian_excel_and_kept_as_a_date(number, code, text, value):
    assert cell(number, code) == Cell(text, value)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (25, "General", "25"),
        (8.5, "General", "8,5"),
        (1 / 3, "General", "0,333333333"),
        (89141234567, "General", "89141234567"),
        (891412345678, "General", "8,91412E+11"),
        (45079.7397222, "General", "45079,73972"),
        (0.00001, "General", "1E-05"),
        (89141234567, 11, "8,91E+10"),
        (1234567.891, 4, "1\u00a0234\u00a0567,89"),
        (0.256, 9, "26%"),
        (0.256, "0.0%", "25,6%"),
        (7, "000", "007"),
        (2.50, "0.##", "2,5"),
        (0, "#", ""),
        (25, '0" чел."', "25 чел."),
        (25, 'General" чел."', "25 чел."),
        (-3.5, "0.0;(0.0)", "(3,5)"),
        (0, '0;-0;"нет"', "нет"),
        (-0.2, "0", "0"),
        (1234.5, '#,##0.00\\ "₽"', "1\u00a0234,50 ₽"),
        (1234.5, "[$₽-419] #,##0", "₽ 1\u00a0235"),
        (79141234567, '+#" ("000") "000-00-00', "+7 (914) 123-45-67"),
        (9141234567, "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "(914) 123-4567"),
        (1234567, "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "123-4567"),
        (8, "@", "8"),
    ],
)
def test_a_number_is_shown_as_in_russian_excel_and_kept_as_a_number(number, code, text):
    assert cell(number, code) == Cell(text, float(number))


def test_text_is_only_text_and_rich_text_is_joined():
    def write(book):
        sheet = book.add_worksheet("План")
        sheet.write_string("A1", "08.09.2024")
        sheet.write_rich_string("B1", "Шко", book.add_format({"bold": True}), "ла")
        sheet.write_string("C1", "строка\nдругая")

    table = written(write)[0]
    assert [table.text(0, column) for column in range(3)] == [
        "08.09.2024", "Школа", "строка\nдругая",
    ]  # fmt: skip
    assert table.rich == {}


def test_links_of_every_kind_are_kept_with_their_text():
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_url("A1", "https://vk.com/wall-1_2#x", string="пост")
        sheet.write_formula("A2", '=HYPERLINK("https://s.ru/?q=""a""","сайт")', None, "сайт")
        sheet.write_formula("A3", '=HYPERLINK("https://s.ru/b")', None, "https://s.ru/b")
        sheet.write_url("A4", "internal:Sheet1!A1", string="сюда")
        sheet.write_url("A5", "mailto:a@school.ru", string="почта")

    table = written(write)[0]
    assert [(table.cell(row, 0).text, table.cell(row, 0).link) for row in range(5)] == [
        ("пост", "https://vk.com/wall-1_2#x"),
        ("сайт", 'https://s.ru/?q="a"'),
        ("https://s.ru/b", "https://s.ru/b"),
        ("сюда", None),
        ("почта", "mailto:a@school.ru"),
    ]


def test_errors_and_truth_values_are_told_apart_from_text():
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
        sheet.write("A2", True)  # noqa: FBT003
        sheet.write_string("A3", "#DIV/0!")

    table = written(write)[0]
    assert table.cell(0, 0) == Cell("#DIV/0!", error=True)
    assert table.cell(1, 0) == Cell("ИСТИНА", value=True)
    assert table.cell(2, 0) == Cell("#DIV/0!")


def test_merges_hidden_rows_and_hidden_tabs_are_told():
    def write(book):
        sheet = book.add_worksheet("План")
        sheet.merge_range("A2:C4", "СОШ №8")
        sheet.write("A6", "скрыто")
        sheet.set_row(5, None, None, {"hidden": True})
        book.add_worksheet("Черновик").hide()
        book.add_worksheet("Тайна").very_hidden()

    tables = written(write)
    assert tables[0].merges == (Merge(1, 0, 4, 3),)
    assert tables[0].hidden_rows == {5}
    assert [(table.title, table.hidden) for table in tables] == [
        ("План", False), ("Черновик", True), ("Тайна", True),
    ]  # fmt: skip


def test_cells_whose_text_is_struck_out_are_told():
    def write(book):
        sheet = book.add_worksheet("План")
        out = book.add_format({"font_strikeout": True})
        sheet.write("A1", "Квест")
        sheet.write("B1", "Урок", out)
        sheet.write(
            "B3", 45211, book.add_format({"font_strikeout": True, "num_format": "dd.mm.yyyy"})
        )
        sheet.write_blank("C1", None, out)

    (table,) = written(write)
    assert table.struck == {(0, 1), (2, 1)}


def test_openpyxl_writes_what_we_read():
    book = openpyxl.Workbook()
    sheet = book.create_sheet("План", 0)
    sheet.append(["Школа", NOON, DAY, dt.time(14, 30), 8, 8.5, True, None, "=SUM(E1:F1)"])
    data = io.BytesIO()
    book.save(data)
    table = xlsx.read(zipfile.ZipFile(data))[0]
    assert [table.cell(0, column).value for column in range(8)] == [
        None, NOON, DAY, dt.time(14, 30), 8.0, 8.5, True, None,
    ]  # fmt: skip
    assert table.text(0, 8) == "=SUM(E1:F1)"  # no program has calculated it yet


def test_a_workbook_that_counts_from_1904_gives_the_same_days():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.create_sheet("План", 0)["A1"] = DAY
    data = io.BytesIO()
    book.save(data)
    assert xlsx.read(zipfile.ZipFile(data))[0].cell(0, 0).value == DAY


def test_blank_formatted_cells_are_no_content():
    def write(book):
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        sheet.write("A1", "Школа")
        for row in range(1, 30_000):
            sheet.write_blank(row, 5, None, bold)

    table = written(write)[0]
    assert (table.height, table.width) == (1, 1)


def test_a_space_typed_far_out_is_no_content():
    def write(book):
        sheet = book.add_worksheet()
        sheet.write("A1", "Школа")
        sheet.write("XFD1048576", " ")

    table = written(write)[0]
    assert (table.height, table.width) == (1, 1)


def package(sheet: str, main: str = "") -> zipfile.ZipFile:
    """A workbook of one sheet, in its XML."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="r1" Type="{relation}/officeDocument"'
            ' Target="/xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="r1" Type="{relation}/worksheet"'
            ' Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            main
            or '<workbook xmlns:r="r"><sheets><sheet name="План" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return zipfile.ZipFile(data)


def test_a_formula_nobody_calculated_is_no_blank_cell():
    sheet = (
        '<worksheet><sheetData><row><c><f t="shared" ref="A1:B1" si="0">DATE(2024,2,10)</f></c>'
        '<c><f t="shared" si="0"/><v/></c></row></sheetData></worksheet>'
    )
    (table,) = xlsx.read(package(sheet))
    assert [table.text(0, column) for column in range(2)] == ["=DATE(2024,2,10)", "=…"]


def test_a_tab_that_is_nowhere_is_not_passed_over():
    main = (
        '<workbook xmlns:r="r"><sheets><sheet name="План" r:id="r9"/>'
        '<sheet name="Архив" r:id="r1"/></sheets></workbook>'
    )
    with pytest.raises(SourceError) as error:
        xlsx.read(package("<worksheet/>", main))
    assert error.value.facts["reason"] == "missing-part"


def test_cells_without_their_places_and_prefixed_names_are_read():
    sheet = (
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c/><x:c t="inlineStr"><x:is>'
        "<x:t>б</x:t></x:is></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>"
    )
    table = xlsx.read(package(sheet))[0]
    assert (table.text(0, 1), table.cell(1, 0)) == ("б", Cell("3", 3.0))


def test_a_date_written_out_and_an_escaped_character_are_read():
    sheet = (
        '<worksheet><sheetData><row r="2"><c r="A2" t="d"><v>2024-09-08T00:00:00</v></c>'
        '<c r="B2" t="str"><f>A1</f><v>а_x000A_б</v></c></row></sheetData></worksheet>'
    )
    table = xlsx.read(package(sheet))[0]
    assert table.cell(1, 0).value == float(SERIAL)
    assert table.text(1, 1) == "а\nб"


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ("<worksheet><sheetData>", "file-damaged"),
        ('<worksheet><sheetData><row r="1"><c r="?"><v>1</v></c></row></sheetData></worksheet>',
         "file-damaged"),
        ('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'
         "</worksheet>", "file-damaged"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "file-damaged"),
        ("<worksheet><sheetData>" + "".join(
            f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'
            for row, column in enumerate("ABCDEFGHIJKLMNOPQRSTU", 1_000_000)
        ) + "</sheetData></worksheet>", "file-too-large"),
        ('<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>', "file-damaged"),
        ('<worksheet><sheetData/><mergeCells>' + '<mergeCell ref="A1:A1048576"/>' * 30
         + "</mergeCells></worksheet>", "file-too-large"),
    ],
)  # fmt: skip
def test_a_sheet_that_is_broken_or_endless_is_refused(sheet, code):
    with pytest.raises(SourceError) as error:
        xlsx.read(package(sheet))
    assert error.value.code == code
