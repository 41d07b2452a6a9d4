"""One plan laid out as people lay out theirs: whatever the layout, the entries say the same."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

import pytest

from tests.plans import AFTER, config
from tochka_sync.check import check
from tochka_sync.result import Result
from tochka_sync.table import Book, Merge, Origin, Table

CONFIG = config()
HEADS = [
    "Школа",
    "Мероприятие",
    "Дата",
    "Участники",
    "Кол-во",
    "Ответственный",
    "Телефон",
    "Ссылка",
]
PLAN = [
    ["СОШ №8", "Наука вокруг нас", "12.10.2023", "педагоги", "20", "Иванова А.П.", "89141234567", "vk.com/a"],
    ["СОШ №9", "Атом", "13.10.2023", "8-9 классы", "30", "Петров С.И.", "4-25-16", ""],
    ["СОШ №4", "Роза ветров", "14.11.2023", "учащиеся 5-6 классов", "45", "Котова М.М.", "", ""],
    ["гимназия г.Алдан", "Мир", "4-8 декабря 2023", "3-4 классы", "15", "Сидорова О.О.", "", ""],
    ["ТСШИ", "Свет", "январь 2024", "учителя начальных классов", "12", "Ким В.В.", "", ""],
]  # fmt: skip
FIELDS = ("school", "title", "date", "audience", "participants", "responsible", "phones", "links")
TITLES = [
    "План сетевого взаимодействия на 2023-2024 учебный год",
    "Приложение № 1 к приказу № 01-03/12 от 12.05.2023",
    "УТВЕРЖДАЮ",
    "Начальник ____________ А.А. Смирнов",
    "",
]
CLOSING = ["Исп. Смирнова Е.Е., 4-00-00", "Директор ____________ Сидоров А.А.", "* по согласованию"]


@dataclass
class Sheet:
    """A table being laid out."""

    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)

    def put(self, *cells: str) -> None:
        self.rows.append(list(cells))

    def line(self, cell: str, *, across: bool = False) -> None:
        """Put a lone text, maybe merged over the whole width."""
        if across:
            self.merges.append(Merge(len(self.rows), 0, len(self.rows) + 1, 8))
        self.put(cell)

    def judged(self) -> Result:
        table = Table.of_rows("Лист1", self.rows, merges=tuple(self.merges))
        return check(Book(Origin("xlsx", "plan.xlsx", AFTER), (table,)), CONFIG, AFTER)


def _said(result: Result) -> list[list[str]]:
    """What the entries say, and the errors in rows as one more line."""
    found = [[str(entry.values.get(name)) for name in FIELDS] for entry in result.entries]
    errors = [each for each in result.findings if each.severity == "error" and each.row]
    return [*found, *[[each.code.value, str(each.cell)] for each in errors]]


def _plain(sheet: Sheet, _: Random) -> None:
    sheet.put(*HEADS)
    sheet.rows += [list(row) for row in PLAN]


def _numbered(sheet: Sheet, random: Random) -> None:
    order = random.sample(range(8), 8)
    sheet.put("№ п/п", *[HEADS[at] for at in order])
    sheet.put(*map(str, range(1, 10)))
    for number, row in enumerate(PLAN, 1):
        if random.random() < 0.3:
            sheet.put("")
        sheet.put(
            random.choice([f"{number}", f"{number}.", f"{number})"]), *[row[at] for at in order]
        )
    sheet.put("", "Итого: 5")


def _by_months(sheet: Sheet, random: Random) -> None:
    sheet.put(*HEADS)
    for row, month in zip(
        PLAN, ["ОКТЯБРЬ", "Октябрь", "ноябрь", "Декабрь 2023", "ЯНВАРЬ"], strict=True
    ):
        sheet.line(month, across=random.random() < 0.5)
        sheet.put(*row)


def _by_schools(sheet: Sheet, random: Random) -> None:
    sheet.put(*HEADS[1:])
    for row in PLAN:
        sheet.line(row[0], across=random.random() < 0.5)
        sheet.put(*row[1:])


def _in_blocks(sheet: Sheet, random: Random) -> None:
    for row in PLAN:
        sheet.line(row[0], across=random.random() < 0.5)
        sheet.put(*HEADS[1:])
        sheet.put(*row[1:])
        sheet.line(random.choice(["Итого: 1", "Директор ____________ Сидоров А.А.", ""]))


def _in_parts(sheet: Sheet, random: Random) -> None:
    order = random.sample(range(8), 8)
    sheet.put(*[HEADS[at] for at in order])
    for at, row in enumerate(PLAN):
        if at in {0, 2}:
            sheet.line(["Методическая работа:", "Мероприятия для учащихся"][at // 2])
        sheet.put(*[row[at] for at in order])


def _under_groups(sheet: Sheet, random: Random) -> None:
    if random.random() < 0.5:
        sheet.merges = [Merge(0, 0, 1, 3), Merge(0, 3, 1, 5), Merge(0, 5, 1, 7), Merge(0, 7, 2, 8)]
    sheet.put("Общие сведения", "", "", "Участники", "", "Ответственный", "", "Ссылка")
    sheet.put("ОО", "Название", "Дата", "Категория", "Количество", "ФИО", "Телефон", "")
    sheet.rows += [list(row) for row in PLAN]


def _months_across(sheet: Sheet, _: Random) -> None:
    months = ["сентябрь", "октябрь", "ноябрь", "декабрь", "январь"]
    days = [("октябрь", "12-го"), ("октябрь", "13.10.2023"), ("ноябрь", "14.11"), ("декабрь", "4-8"), ("январь", "+")]  # fmt: skip
    sheet.put(*HEADS[:2], *months, *HEADS[3:])
    for row, (month, day) in zip(PLAN, days, strict=True):
        sheet.put(*row[:2], *[day if each == month else "" for each in months], *row[3:])


def _date_in_three(sheet: Sheet, _: Random) -> None:
    parts = [("12", "октябрь", "2023"), ("13", "10", "2023"), ("14", "Ноябрь", "2023"), ("4-8", "декабрь", "2023"), ("", "январь", "2024")]  # fmt: skip
    sheet.put(*HEADS[:2], "Число", "Месяц", "Год", *HEADS[3:])
    for row, part in zip(PLAN, parts, strict=True):
        sheet.put(*row[:2], *part, *row[3:])


def _with_a_summary(sheet: Sheet, random: Random) -> None:
    counts = [("СОШ №1", "0"), ("СОШ №2", "0"), ("СОШ №4", "1"), ("СОШ №8", "1"), ("СОШ №9", "1"), ("Итого", "4")]  # fmt: skip
    sheet.put(*HEADS, "", "Школа", random.choice(["Кол-во", "Количество мероприятий"]))
    for row, count in zip([*PLAN, [""] * 8], counts, strict=True):
        sheet.put(*row, "", *count)


def _among_others(sheet: Sheet, random: Random) -> None:
    at = random.randrange(9)
    sheet.put(*HEADS[:at], "", *[f"Показатель {n}" for n in range(40)], *HEADS[at:])
    for row in PLAN:
        sheet.put(*row[:at], "", *["x"] * 40, *row[at:])


LAYOUTS = [_plain, _numbered, _by_months, _by_schools, _in_blocks, _in_parts, _under_groups, _months_across, _date_in_three, _with_a_summary, _among_others]  # fmt: skip
EXPECTED = Sheet()
_plain(EXPECTED, Random(0))


def test_the_plan_itself_is_read_whole():
    said = _said(EXPECTED.judged())
    assert [entry[0] for entry in said] == ["sosh-8", "sosh-9", "sosh-4", "gymn-aldan", "tsshi"]
    assert not any("None" in entry[:6] for entry in said)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("lay", LAYOUTS, ids=lambda lay: lay.__name__.strip("_"))
def test_whatever_the_layout_the_entries_say_the_same(lay: Callable[[Sheet, Random], None], seed):
    random, sheet = Random(seed), Sheet()
    lay(sheet, random)
    titles = [[random.choice(TITLES)] for _ in range(random.choice([0, 0, 1, 4]))]
    sheet.rows = titles + sheet.rows
    down = len(titles)
    sheet.merges = [Merge(m.top + down, m.left, m.bottom + down, m.right) for m in sheet.merges]
    if lay is not _with_a_summary and random.random() < 0.5:
        sheet.put("")
        sheet.put(random.choice(CLOSING))
    assert _said(sheet.judged()) == _said(EXPECTED.judged())
