"""Anything at all into the readers, the finder of the form, the files and the command line.

Nothing but the documented may come out. A few hundred inputs each with the tests; `make torture`
gives millions (`FUZZ_EXAMPLES`), and wander.py and fuzz.py beside this have no end of their own.
"""

import contextlib
import io
import os
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile import wander
from tests.hostile.bombs import workbook
from tests.hostile.cells import CELLS
from tests.hostile.mutations import ATOMS
from tests.plans import AFTER, book, config
from tochka_sync import cli
from tochka_sync import config as settings_of
from tochka_sync.check import check
from tochka_sync.errors import ConfigError, SourceError, TochkaError
from tochka_sync.fields import Field
from tochka_sync.sources import files, google, grid
from tochka_sync.table import Book, Cell, Table
from tochka_sync.values import cells

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "15"))
fuzz = settings(max_examples=EXAMPLES, database=None, suppress_health_check=list(HealthCheck))

WORDS = (
    "СОШ №8", "сош 8,9", "15.02.2024", "31 апреля", "10-12 февраля", "8-9 классы", "Иванова А.П.",
    "8 914 123 45 67", "4-25-16", "a@b.ru", "https://vk.com/x", "договор №5 от 1.09.2023", "80 чел",
    "из 10 ОО", "семинар", "муниципальный", "онлайн", "г. Алдан", "каждую пятницу", "1 четверть",
    "до 2 июня", "08.сен", "#REF!", "-", "уточняется", "9" * 5000,
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from([*WORDS, *ATOMS]), max_size=12).map("".join),
    st.lists(st.sampled_from([*WORDS, *ATOMS]), max_size=12).map(" ".join),
    st.sampled_from(CELLS),
    st.builds(str.__mul__, st.sampled_from(ATOMS), st.integers(0, 400)),
)
VALUES = st.one_of(
    st.none(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.floats(30_000, 60_000),
)
LINKS = st.none() | st.sampled_from(["https://vk.com/x", "javascript:x", "http://[", "mailto:a@b"])
CELL = st.builds(Cell, TEXTS, VALUES, LINKS, error=st.booleans())


@cache
def _context():
    return config().context(None)


@pytest.mark.parametrize("field", list(cells.READERS))
@fuzz
@given(typed=st.lists(CELL, min_size=1, max_size=5))
def test_a_reader_reads_or_refuses(field, typed):
    """Cells, and every two of them put together: thirty for five."""
    joined = [Cell(one.text + two.text[:200]) for one in typed for two in typed]
    for cell in (*typed, *joined):
        reading = cells.read(field, cell, _context())
        assert reading.problem is None or reading.problem.code
        if cell in typed:
            assert cells.read(field, cell, _context()) == reading


@fuzz
@given(rows=st.lists(st.lists(TEXTS, max_size=8), max_size=12), rich=st.lists(CELL, max_size=4))
def test_any_table_is_judged_and_loses_no_row(rows, rich):
    placed = {(number, number % 3): cell for number, cell in enumerate(rich)}
    table = Table.of_rows("П", rows, rich=placed)
    result = check(Book(book("x").origin, (table,)), config(), AFTER)
    assert result.summary.rows == len(result.entries) + len(result.skipped)


HEADER = [
    "Школа",
    "Мероприятие",
    "Дата проведения",
    "Участники",
    "Ответственный",
    "Контакты",
    "Ссылка",
]


@fuzz
@given(rows=st.lists(st.lists(TEXTS, min_size=7, max_size=7), min_size=1, max_size=5))
def test_any_row_under_a_header_is_judged(rows):
    check(Book(book("x").origin, (Table.of_rows("П", [HEADER, *rows]),)), config(), AFTER)


def _read(data: bytes) -> None:
    with contextlib.suppress(TochkaError):
        files.read_bytes(data, Path("plan"))


@fuzz
@given(
    data=st.one_of(st.binary(max_size=400), TEXTS.map(lambda text: text.encode("utf-8", "replace")))
)
def test_any_bytes_are_read_or_refused(data):
    _read(data)
    _read(b"PK\x03\x04" + data)


@cache
def _workbook() -> bytes:
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>45000.5</v></c></row>'
    return workbook(
        f'<worksheet><sheetData>{row}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
        "<sst><si><t>Школа</t></si></sst>",
        '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="dd.mm.yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>',
    )


@fuzz
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6))
def test_a_spoilt_workbook_is_read_or_refused(changes):
    data = bytearray(_workbook())
    for place, byte in changes:
        data[int(place * len(data))] = byte
    _read(bytes(data))


XML = st.lists(
    st.sampled_from(
        ["<row>", '<row r="2">', "</row>", "<c>", '<c r="A1">', '<c r="ZZZ9" t="s">', '<c t="d">',
         '<c t="b" s="9">', "</c>", "<v>", "</v>", "1e999", "nan", "45000", "-1", "x", "2024-01-01",
         "<f>", "HYPERLINK(\"javascript:x\";\"y\")", "</f>", "<is><t>", "</t></is>", "_xD800_", "&#0;",
         '<mergeCell ref="A1:B2"/>', '<mergeCell ref="B2:A1"/>', '<mergeCell ref=""/>', '<row r="-5"/>',
         '<hyperlink ref="A1" r:id="q"/>', "<x:c/>", "<!-- -->", "<?x?>", "<![CDATA[<]]>"]),
    max_size=25,
).map("".join)  # fmt: skip


@fuzz
@given(sheet=XML)
def test_a_sheet_of_any_parts_is_read_or_refused(sheet):
    _read(
        workbook(f'<worksheet xmlns:r="r" xmlns:x="x"><sheetData>{sheet}</sheetData></worksheet>')
    )


ODD = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(-3, 10**12),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["properties", "sheets", "data", "rowData", "values", "title", "sheetId", "merges",
             "startRow", "effectiveValue", "numberValue", "formattedValue", "hyperlink",
             "effectiveFormat", "numberFormat", "type", "rowMetadata", "endRowIndex"]), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@fuzz
@given(answer=st.fixed_dictionaries({"properties": st.just({}), "sheets": ODD}))
def test_a_description_of_any_shape_is_a_table_or_none(answer):
    with contextlib.suppress(SourceError, *google.SHAPELESS):  # as google.Sheet takes it
        grid.tables(answer)


def _answer(block: dict[str, object], **tab: object) -> dict[str, object]:
    rows = [{"values": [{"formattedValue": "Школа"}]}]
    about = {"title": "П", "sheetId": 0}
    return {
        "properties": {},
        "sheets": [{"properties": about, "data": [{"rowData": rows, **block}], **tab}],
    }


@pytest.mark.parametrize("start", [-5, 10**7, 10**12, float("inf"), "x", None, []])
@pytest.mark.parametrize("name", ["startRow", "startColumn"])
def test_cells_in_no_place_of_a_sheet_are_no_table(name, start):
    with pytest.raises((SourceError, *google.SHAPELESS)):
        grid.tables(_answer({name: start}))


def test_far_cells_take_no_more_memory_than_a_sheet():
    row = {"values": [{"formattedValue": "х"}] * 20}
    with pytest.raises(SourceError) as stopped:
        grid.tables(_answer({"startRow": 9_999_998, "rowData": [row]}))
    assert stopped.value.code == "google-too-large"


@pytest.mark.parametrize("end", [10**12, float("inf"), float("nan"), None])
def test_a_merge_of_everything_costs_nothing(end):
    merge = {"startRowIndex": 0, "endRowIndex": end, "startColumnIndex": 0, "endColumnIndex": 10**9}
    with contextlib.suppress(*google.SHAPELESS):
        tables = grid.tables(_answer({}, merges=[merge]))
        check(Book(book("x").origin, tables), config(), AFTER)


TOML = st.lists(
    st.sampled_from(
        ["[plan]", "[tabs.events]", "[deadlines]", "[[x]]", "title = 'a'", "school_year = '2023-2024'",
         "events = 2023-06-02", "gid = -1", "columns.school = ['x']", "timezone = 'Nowhere/X'", "a.b.c = 1",
         "x = [[[{}]]]", "severity.date-vague = 'off'", "schools = '../../x'", "path = 5", "= 1", "\0",
         '"""', "x = 1e999", "y = nan", "max_loss = inf", "extensions = {x = 1}", "d = 0000-00-00"])
    | st.text(max_size=20),
    max_size=8,
).map("\n".join)  # fmt: skip
LISTED = st.lists(
    st.sampled_from(
        ["id", "kind", "number", "name", "settlement", "centre_opened", "aliases", "email", ",", ";", "\n",
         '"', "sosh-8", "8", "СОШ", "-1", "9" * 5000, "2019", "\0", "a@b"])
    | st.text(max_size=8),
    max_size=30,
).map("".join)  # fmt: skip


@fuzz
@given(toml=TOML, listed=LISTED)
def test_any_configuration_is_taken_or_refused(toml, listed, tmp_path_factory):
    place = tmp_path_factory.getbasetemp() / "settings"
    place.mkdir(exist_ok=True)
    bare = "[plan]\ntitle = 'a'\nschool_year = '2023-2024'\n"
    (place / "schools.csv").write_bytes(listed.encode("utf-8", "replace"))
    for text in (toml, bare):
        (place / "plan.toml").write_bytes(text.encode("utf-8", "replace"))
        with contextlib.suppress(ConfigError):
            settings_of.load(place / "plan.toml")


ARGUMENTS = st.lists(
    st.sampled_from(
        ["check", "doctor", "explain", "schema", "status", "history", "diff", "restore", "plan.csv",
         "--export", "--format", "-f", "json", "json:", "--school", "--as-of", "--timeout", "--lang",
         "en", "--config", "--history", "--no-history", "--fail-on", "never", "--", "-", "", "=", "{plan}",
         "2023-06-02", "1e400", "nan", "-1", "0", "last", "previous", "\x00", "../..", "/dev/null",
         "date-vague", "report", "https://docs.google.com/spreadsheets/d/x", "я" * 300, "\ud800", "[", "{}"])
    | st.text(st.characters(), max_size=12),
    max_size=7,
)  # fmt: skip
NETWORK = ("pull", "init", "https://docs.google.com/spreadsheets/d/x")


@fuzz
@given(words=ARGUMENTS)
def test_any_command_line_ends_with_a_documented_code(words, tmp_path_factory):
    place = tmp_path_factory.getbasetemp() / "line"
    place.mkdir(exist_ok=True)
    with contextlib.chdir(place), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.StringIO())
        patch.setattr(sys, "stderr", io.StringIO())
        with pytest.raises(SystemExit) as ended:
            cli.main([word for word in words if word not in NETWORK])
    assert ended.value.code in {0, 1, 2, 3, 4, 6}


@pytest.mark.parametrize("target", wander.TARGETS)
def test_spoilt_cells_and_tables_are_read_or_refused(target):
    for number in range(20 * EXAMPLES):
        wander.TARGETS[target](Random(number))


def test_a_number_of_five_thousand_digits_is_only_refused():
    for field in (Field.SCHOOL, Field.PARTICIPATING_SCHOOLS, Field.PARTICIPANTS, Field.STUDENTS):
        cells.read(field, Cell("9" * 5000), _context())


def test_a_contact_may_be_an_e_mail_alone():
    reading = cells.read(Field.CONTACTS, Cell("school8@example.ru"), _context())
    assert reading.problem is None
