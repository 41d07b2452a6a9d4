from pathlib import Path

import openpyxl
import pytest

from tochka_sync import registry
from tochka_sync.errors import ConfigError
from tochka_sync.messages import Language, error
from tochka_sync.models.school import School, Schools

HEADER = "id,kind,number,name,settlement,centre_opened,aliases,email"
ALDAN = Path(__file__).parents[1] / "config" / "schools.csv"


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "schools.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def refusal(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        registry.load(path)
    for language in Language:
        sentence, step = error(language, caught.value)
        assert sentence
        assert step
    return caught.value


def test_the_shipped_registry_holds_the_schools_the_order_names():
    schools = registry.load(ALDAN)
    assert len(schools.schools) == 16
    assert schools.by_id["sosh-8"].settlement == "г. Томмот"
    assert schools.by_id["sosh-1"].settlement is None
    assert schools.by_id["sosh-1"].centre_opened is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_registry_saved_by_any_excel_reads_the_same(write, encoding, delimiter, newline):
    cells = [
        HEADER.split(","),
        ["a-1", "СОШ", "1", "СОШ №1", "г. Томмот", "2021", '"первая;СОШ один"', "a@b.ru"],
    ]
    path = write(newline.join(delimiter.join(row) for row in cells) + newline, encoding)
    (school,) = registry.load(path).schools
    assert school._asdict() == {
        "id": "a-1",
        "kind": "СОШ",
        "number": 1,
        "name": "СОШ №1",
        "settlement": "г. Томмот",
        "centre_opened": 2021,
        "aliases": ("первая", "СОШ один"),
        "email": "a@b.ru",
    }


def test_blank_lines_and_columns_excel_leaves_are_passed_over(write):
    path = write(f"{HEADER},,\n,,,,,,,,\na-1,,,Лицей,,,,,,\n\n")
    assert [school.name for school in registry.load(path).schools] == ["Лицей"]


def test_columns_may_stand_in_any_order_and_be_left_out(write):
    path = write("Name;ID\nЛицей;lyceum\n")
    assert registry.load(path).by_id["lyceum"].name == "Лицей"


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("id,nane\na,b\n", "registry-column-near", {"line": 1, "column": "nane", "near": "name"}),
        ("id,name,директор\na,b,c\n", "registry-column", {"line": 1, "column": "директор"}),
        ("id,name,name\na,b,c\n", "registry-column-twice", {"line": 1, "column": "name"}),
        ("id,kind\na,СОШ\n", "registry-column-missing", {"column": "name"}),
        ("id,name\na,b\n\na,c\n", "registry-duplicate", {"line": 4, "id": "a", "first": 2}),
        (
            "id,name,centre_opened\na,b,20021\n",
            "registry-centre-opened",
            {"line": 2, "column": "centre_opened", "value": "20021"},
        ),
        ("id,name,centre_opened\na,b,в 2021\n", "registry-centre-opened", {"line": 2}),
        ("id,name,number\na,b,№8\n", "registry-number", {"line": 2, "value": "№8"}),
        ("id,name\nШкола 1,b\n", "registry-id", {"line": 2, "value": "Школа 1"}),
        ("id,name\na,b\nc,\n", "registry-value-missing", {"line": 3, "column": "name"}),
        ("id,name\n,b\n", "registry-value-missing", {"line": 2, "column": "id"}),
        ("id;name;aliases\na;b;c;d\n", "registry-extra", {"line": 2, "value": "d"}),
        ("id,name\n", "registry-empty", {}),
        ("", "registry-column-missing", {"column": "id"}),
        ("id,name,number\na,b,0\nЦ,b,1\n", "registry-number", {"line": 2, "value": "0"}),
        ("id,number,name\nЦ,0,b\n", "registry-id", {"line": 2, "value": "Ц"}),
        ("id,name\nЦ,b\na,b,,c,d\n", "registry-extra", {"line": 3, "value": "c"}),
        ("id,name\na,b\n,d\na,b,c\n", "registry-value-missing", {"line": 3}),
        ("id,name\na,b\nЦ\n\n ,,\nc\n", "registry-value-missing", {"line": 3}),
        ("id,name,number\na,b\na,b\na,b,x\n", "registry-number", {"line": 4}),
        ('id,name\na,"b\nb"\n\na,c\n', "registry-duplicate", {"line": 5, "first": 3}),
        ('id,name\na,b\n\nc,"d\ne,f\n', "registry-quote", {"line": 4}),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_column(write, text, code, facts):
    path = write(text)
    stopped = refusal(path)
    assert stopped.code == code
    assert stopped.facts["path"] == path
    assert {name: stopped.facts[name] for name in facts} == facts


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1251"])
def test_a_registry_is_read_in_whatever_encoding_excel_saves_it(tmp_path, encoding):
    path = tmp_path / "schools.csv"
    path.write_bytes("id\tname\na-1\tЛицей\n".encode(encoding))
    assert [school.name for school in registry.load(path).schools] == ["Лицей"]


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r"])
def test_an_encoding_that_is_not_certain_is_asked_about(tmp_path, encoding):
    path = tmp_path / "schools.csv"
    path.write_bytes("id;name\na-1;Томмотская санаторная школа-интернат\n".encode(encoding))
    assert refusal(path).code == "registry-encoding"


@pytest.mark.parametrize("first", ["sep=;\r\n", "\ufeffsep=;\n", "SEP=;\n"])
def test_what_separates_the_cells_may_be_said_before_all(write, first):
    path = write(f"{first}id;name\na-1;Лицей, гимназия, сад\nb;\n")
    stopped = refusal(path)
    assert (stopped.code, stopped.facts["line"]) == ("registry-value-missing", 4)
    assert [
        school.name for school in registry.load(write(f"{first}id;name\na;Лицей\n")).schools
    ] == ["Лицей"]


def test_what_nobody_sees_in_a_cell_is_no_part_of_it(write):
    path = write("id,name\n\u00a0a-1,СОШ\u00a0№\u202f8 г.\u00a0Том\u00adмот\u200b\n")
    assert registry.load(path).by_id["a-1"].name == "СОШ № 8 г. Томмот"


def test_a_workbook_called_csv_is_told_as_one(tmp_path):
    path = tmp_path / "schools.csv"
    book = openpyxl.Workbook()
    book.save(path)
    assert refusal(path).code == "registry-not-text"


def test_a_quote_that_never_closes_swallows_no_school_of_a_long_registry(write):
    schools = "".join(f"s-{n},Школа,\n" for n in range(20_000))
    stopped = refusal(write(f'id,name,email\na,Лицей,\nb,"Гимназия,\n{schools}'))
    assert (stopped.code, stopped.facts["line"]) == ("registry-quote", 3)


@pytest.mark.parametrize(
    "schools",
    [
        "a-1,,7,Лицей\nb-1,СОШ,,Школа\n",
        "a-1,,7,Лицей\n\nb-1,СОШ,,Школа,,\n",
        "a-1,,7,Лицей\n,,,\nb-1,СОШ,,Школа\n,,,\n",
        'a-1,,7,"Лицей"\r\nb-1,СОШ,,Школа\r\n',
        " a-1 ,,\t7,Лицей\rb-1,СОШ,,Школа",
        ",\n a-1,,7,Лицей\nb-1,СОШ, ,Школа",
    ],
)
def test_lines_of_one_width_and_any_others_hold_the_same_schools(write, schools):
    first, second = registry.load(write(f"id,kind,number,name\n{schools}")).schools
    assert (first.id, first.kind, first.number, first.name) == ("a-1", None, 7, "Лицей")
    assert (second.id, second.kind, second.number, second.name) == ("b-1", "СОШ", None, "Школа")


@pytest.mark.parametrize("ending", ["\n", "", "\n\n", "\n,,\n"])
@pytest.mark.parametrize("between", ["\n", "\r\n", " \n", "\n\n"])
def test_a_long_registry_holds_every_line_of_its_file(write, between, ending):
    names = ["Ш" * (1 + number % 37) for number in range(15_000)]
    rows = [f"s-{number},{name},г. Алдан" for number, name in enumerate(names)]
    path = write("id,name,settlement\n" + between.join(rows) + ending)
    schools = registry.load(path).schools
    assert schools.columns.ids == [f"s-{number}" for number in range(15_000)]
    assert schools.columns.names == names
    assert set(schools.columns.settlements) == {"г. Алдан"}


def test_what_is_wrong_far_down_a_long_registry_is_named_with_its_line(write):
    rows = [f"s-{number},Школа,8" for number in range(15_000)]
    rows[12_345] = "s-12345,Школа,девять"
    stopped = refusal(write("id,name,number\n" + "\n".join(rows)))
    assert (stopped.code, stopped.facts["line"]) == ("registry-number", 12_347)


def test_schools_of_one_cell_have_one_object_for_it(write):
    path = write("id,name,settlement\na,Лицей,г. Томмот\nb,Школа,г. Томмот\nc,Гимназия,\n")
    first, second, third = registry.load(path).schools
    assert first.settlement is second.settlement
    assert third.settlement is None


def test_schools_kept_by_column_are_those_that_were_given():
    given = (School("a", "Лицей", number=1), School("b", "Школа", aliases=("первая",)))
    schools = Schools.of(iter(given))
    assert (tuple(schools), schools[1], schools[:1]) == (given, given[1], given[:1])
    assert (len(schools), len(Schools.of(()))) == (2, 0)
    known = registry.Registry(given)
    assert dict(known.by_id) == {"a": given[0], "b": given[1]}
    assert known.places == {"a": 0, "b": 1}


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    assert refusal(tmp_path / "none.csv").code == "registry-missing"
    assert refusal(tmp_path).code in {"registry-unreadable", "registry-missing"}
