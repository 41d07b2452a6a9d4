"""Separated text as people's programs save it."""

import csv as stdlib_csv

import pytest

from tochka_sync.errors import ConfigError, SourceError
from tochka_sync.sources import csv

HEAD = ["Школа", "Дата", "Кол-во"]
ROW = ["СОШ №8 г. Томмот", "10 февраля, пятница", "8,5"]


def rows(data: bytes) -> list[list[str]]:
    table = csv.read(data, "План")
    return [[table.text(r, c) for c in range(table.width)] for r in range(table.height)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding, ending):
    text = ending.join([";".join(HEAD), ";".join(ROW)])
    assert rows(text.encode(encoding)) == [HEAD, ROW]


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
def test_the_separator_is_the_one_that_cuts_rows_alike(delimiter):
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in (HEAD, ROW)]
    head, row = (delimiter.join(cells) for cells in quoted)
    text = "\n".join([head, row, row, row])
    assert rows(text.encode())[1] == ROW


def test_commas_in_every_cell_do_not_outvote_the_separator():
    text = "а, б;в, г;1,5\n" * 5
    assert rows(text.encode())[0] == ["а, б", "в, г", "1,5"]


def test_a_title_above_the_header_does_not_confuse_the_separator():
    text = "План на 2023/24, утверждён\n" + ";".join(HEAD) + "\n" + ";".join(ROW)
    assert rows(text.encode())[1] == HEAD


def test_one_column_stays_one_column():
    assert rows("Школа\nСОШ №8\n".encode()) == [["Школа"], ["СОШ №8"]]


def test_quoted_cells_may_hold_separators_quotes_and_line_ends():
    text = 'Тема;Дата\n"МБОУ ""СОШ №8""; г. Томмот\nцентр";01.02\n'
    assert rows(text.encode())[1] == ['МБОУ "СОШ №8"; г. Томмот\nцентр', "01.02"]


def test_quotes_inside_a_cell_stay():
    assert rows('МБОУ "СОШ №8";1\n'.encode()) == [['МБОУ "СОШ №8"', "1"]]


def test_quotes_never_doubled_are_read_line_by_line():
    text = 'Тема;Дата\n"Наука" в классы;01.02\n"Квест" для всех;02.02\n'
    assert [row[1] for row in rows(text.encode())] == ["Дата", "01.02", "02.02"]


@pytest.mark.parametrize(
    "text", ['Тема;Дата\n"Наука;01.02\nКвест;02.02\n', 'Тема;Дата\n"Наука;01.02\n"Квест" два;03\n']
)
def test_a_quote_that_never_closes_swallows_no_rows(text):
    with pytest.raises(SourceError) as error:
        csv.read(text.encode(), "План")
    assert (error.value.code, error.value.facts["line"]) == ("file-quote", 2)


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "mac-cyrillic"])
def test_an_encoding_that_is_not_certain_is_refused(encoding):
    text = "Школа;Мероприятие;Дата\nСОШ №8;Методический семинар для учителей;10 февраля\n"
    with pytest.raises(ConfigError) as error:
        csv.read(text.encode(encoding, errors="replace"), "План")
    assert error.value.code == "file-encoding"


def test_utf16_without_its_mark_is_not_guessed():
    with pytest.raises(ConfigError) as error:
        csv.read("Школа;Дата".encode("utf-16-le"), "План")
    assert error.value.code == "file-binary"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_the_sign_that_ends_a_file_of_dos_is_no_row(encoding):
    assert rows("Школа;Дата\r\nСОШ №8;1\r\n\x1a".encode(encoding))[1:] == [["СОШ №8", "1"]]
    assert rows(b"\xfe\xff" + "Школа;К".encode("utf-16-be"))[0] == ["Школа", "К"]


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\n"])
def test_a_line_that_names_the_separator_is_no_row_as_excel_shows_none(line):
    text = f"{line}Школа;Дата\r\nСОШ №8;1\r\n"
    assert rows(text.encode("cp1251")) == rows(text.encode("utf-8-sig"))
    assert rows(text.encode())[1] == ["СОШ №8", "1"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_table(data):
    assert csv.read(data, "План").height == 0


def test_blank_lines_keep_their_rows():
    assert rows("Школа;Дата\n\n;\nСОШ №8;1\n".encode())[3] == ["СОШ №8", "1"]


def test_sakha_letters_are_read():
    assert rows("Дьокуускай ҕ ҥ ө һ ү;1\n".encode()) == [["Дьокуускай ҕ ҥ ө һ ү", "1"]]


def test_an_open_quote_in_a_long_file_is_found_too():
    text = 'Тема;Дата\n"Наука;01.02\n' + "Квест;02.02\n" * 20_000
    with pytest.raises(SourceError) as error:
        csv.read(text.encode(), "План")
    assert (error.value.code, error.value.facts["line"]) == ("file-quote", 2)


@pytest.mark.parametrize("elsewhere", [131_072, 1 << 24], ids=["usual", "raised by a library"])
def test_an_endless_cell_is_refused_whatever_bound_others_set(elsewhere):
    before = stdlib_csv.field_size_limit(elsewhere)
    try:
        refuse_an_endless_cell()
    finally:
        stdlib_csv.field_size_limit(before)


def refuse_an_endless_cell():
    with pytest.raises(SourceError):
        csv.read(b'a "b" c;' + b"x" * 200_000 + b'\n"y" z;1\n', "План")


def test_quotes_join_lines_to_no_endless_row():
    for endless in (b'"word\nword";' * 450_000, b'"\n";' * 1_500_000):
        with pytest.raises(SourceError) as error:
            csv.read(b"a;b\n" + endless, "План")
        assert error.value.code == "file-too-large"


def test_a_long_file_of_cells_of_several_lines_is_read_as_a_short_one_is():
    line = '"СОШ №8\nс. Намцы";"день ""А""";1\n'
    long = rows((line * 150_000).encode())
    assert len(long) == 150_000
    assert long[0] == long[-1] == rows(line.encode())[0]


@pytest.mark.parametrize("elsewhere", [1 << 17, 1 << 24])
def test_a_line_without_a_quote_is_not_said_to_have_one(elsewhere):
    before = stdlib_csv.field_size_limit(elsewhere)
    try:
        with pytest.raises(SourceError) as error:
            csv.read(b"\t" * 200_000 + b"\n", "План")
    finally:
        stdlib_csv.field_size_limit(before)
    assert error.value.code == "file-too-large"


def test_a_nul_behind_a_mark_is_no_text():
    with pytest.raises(ConfigError) as error:
        csv.read("Школа\0".encode("utf-16"), "План")
    assert error.value.code == "file-binary"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_longer_row_far_below_has_blanks_above_its_cells(encoding):
    text = (
        "Школа;Дата\n" + "СОШ №8;1\n" * 999 + "\n" * 300 + ";;;\n" + "СОШ №8;1;онлайн\n" + "x;2\n"
    )
    read = rows(text.encode(encoding))
    assert (len(read), len(read[0])) == (1303, 3)
    assert read[0] == ["Школа", "Дата", ""]
    assert read[999] == ["СОШ №8", "1", ""]
    assert read[1000] == read[1300] == ["", "", ""]
    assert read[1301:] == [["СОШ №8", "1", "онлайн"], ["x", "2", ""]]


def test_equal_cells_of_a_column_are_one_object_and_numbers_of_rows_stay_what_they_are():
    text = "№;Школа\n" + "".join(f"{number};СОШ №{number % 7}\n" for number in range(5000))
    numbers, schools = csv.read(text.encode(), "План").columns
    assert list(numbers[1:]) == [str(number) for number in range(5000)]
    assert len(set(map(id, schools))) == 8


def test_cells_of_several_lines_are_whole_wherever_a_long_file_is_cut():
    for before in range(195, 260):
        text = "a;b\n" * before + '"один\r\nдва\rтри";"c\nd"\n' + "e;f\n" * 300
        read = rows(text.encode())
        assert read[before] == ["один\r\nдва\rтри", "c\nd"]
        assert len(read) == before + 301


def test_a_table_of_hundreds_of_columns_is_read_as_a_narrow_one_is():
    row = [f"с{number}" for number in range(700)]
    assert rows("\n".join([";".join(row)] * 300).encode()) == [row] * 300


def test_bytes_that_end_within_a_letter_are_no_utf8():
    assert rows(b"a;b\n\xef\xbb") == [["a", "b"], ["п»", ""]]
    assert rows(b"\xef\xbb") == [["п»"]]
    with pytest.raises(ConfigError) as error:
        csv.read("Школа;Дата\n".encode() + b"\xd0", "План")
    assert error.value.code == "file-encoding"


def test_an_error_at_the_end_of_a_long_file_leaves_every_row_in_its_place():
    text = "Тема;Дата\n" + '"Наука";01.02\n' * 3000 + '"Наука" в классы;03.02\n'
    read = rows(text.encode())
    assert len(read) == 3002
    assert read[1] == ["Наука", "01.02"]
    assert read[3001] == ["Наука в классы", "03.02"]


def test_a_cell_too_long_is_refused_though_it_is_far_below():
    for text in ("a;b\n" * 5000 + "x" * 131_073 + ";b\n", "".join(f"{n}\n" for n in range(5000)) + "x" * 131_073):  # fmt: skip
        with pytest.raises(SourceError) as error:
            csv.read(text.encode(), "План")
        assert error.value.code == "file-too-large"
