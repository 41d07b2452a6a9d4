import io
import re

from tests import golden, results
from tochka_sync.findings import Code
from tochka_sync.messages import Language
from tochka_sync.reports.concise import write

LINE = re.compile(
    r"(?P<place>-|[^:!]+(![A-Z]*\d+)?): (?P<severity>error|warning|info) (?P<code>[a-z-]+) (?P<school>\S+): .+"
)


def lines(result) -> list[str]:
    out = io.StringIO()
    write(result, Language.RU, out)
    return out.getvalue().splitlines()


def one(**known) -> str:
    finding = results.found(Code.COLUMN_UNKNOWN, "no_heading", facts={"column": "D"}, **known)
    [line] = lines(results.result()._replace(findings=(finding,)))
    return line


def test_every_finding_is_one_line_of_the_same_shape():
    written = lines(results.result())
    assert len(written) == 5
    assert all(LINE.fullmatch(line) for line in written)
    golden.same("concise.txt", "\n".join(written))


def test_a_line_begins_with_the_place_as_exactly_as_it_is_known():
    assert one(row=7, column="B").startswith("План!B7: info column-unknown -: ")
    assert one(row=7).startswith("План!7: ")
    assert one().startswith("План: ")
    assert one(tab=None).startswith("-: ")


def test_the_suggestion_stands_after_a_bar():
    assert one(row=7, column="B", suggestion="30.04.2024").endswith(" | 30.04.2024")
    assert "|" not in one(row=7, column="B")


def test_a_line_stays_one_line_and_its_escapes_are_shown():
    line = one(row=7, column="B", tab="Пл\nан\x1b[2J", suggestion="a\tb\r\nc")
    assert line.startswith("Пл ан␛[2J!B7: ")
    assert line.endswith("| a b c")


def test_nothing_found_is_nothing_written():
    assert lines(results.in_good_order()) == []
