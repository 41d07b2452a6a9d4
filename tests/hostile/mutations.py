"""Cells and tables like those people type, spoilt as people and machines spoil them.

A cell of the catalogue is cut, joined, repeated and mistyped with the words of other cells; what no
keyboard gives is put in now and then. `wander.py` and fuzz.py feed what comes of it to the readers
and to the finder of the form. The same random numbers give the same cells.
"""

import csv
import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest
from random import Random

from tests.plans import ROOT
from tochka_sync.fields import Field
from tochka_sync.findings import Finding, Severity
from tochka_sync.messages import Language, finding
from tochka_sync.sheet.vocabulary import NAMES
from tochka_sync.table import Cell, Merge, Table, Value
from tochka_sync.values.cells import READERS
from tochka_sync.values.reading import Reading

with (ROOT / "tests" / "data" / "cells.csv").open(encoding="utf-8", newline="") as listed:
    CELLS = tuple({row["typed"]: None for row in csv.DictReader(listed) if row["typed"]})
ATOMS = (
    "а", "А", "a", "1", " ", "-", ".", ",", ";", ":", "(", ")", "((", "()", "/", "\\", "№", "@", "+",
    "«", "»", '"', "'", "\n", "\t", "\u0301", "\u00ad", "–", "_", "%", "*", "?", "!", "|", "&", "#",
    "1.", "1-", "1,", "1 ", "1/", "1:", "10.", "10.02.", "2023", "2023-", "а.", "А.", "А.А.", "Аа ",
    "Аа.", "аа-", "А-", "а@", "@а.", "a.", "a@a.", "http://", "www.", "wa.me/", "t.me/", "tel:",
    "8 (", "+7", "8914", "8-9", "сош ", "сош №", "сош №1,", "школа ", "МБОУ «", "г. ", "п. ", "с.",
    "янв", "январь ", "с 1 ", "по ", "до ", "и ", "каждый ", "пн ", "в 10:00", "1 неделя ", "кл ",
    "5 кл,", "5-", "5а", "учителя ", "100 чел ", "из ", "более ", "договор ", "№5 от ", "не ",
    "Иванова ", "Иванова А.", "ова ", "оглы ", "ович", "I", "IV ", "ё", "ﷺ", "😀", "ӨҺ", "&amp;", "<a ",
    "моб", "тел.", "школ", "совместно ", "педагог ", "семинар-", "конкурс/", "Точка роста", "«»", "а)",
    "12 ОО ", "сен ", "перв", "вторая, ", "ский ", "Анна Петровна ", "собака ", "ru", "2019-", "№ 1 ",
)  # fmt: skip
"""Short pieces of the readers' own vocabulary."""
WORDS = tuple({word: None for cell in CELLS for word in cell.split()})
FIELDS = tuple(READERS)
ODD = "\u0301\u200b\u00a0\u00ad\ufeff\x00\x1b\ud800\u202e￼ﷺ😀ҥӨß²Ⅷ٣\r\n\t"
ALIKE = dict(zip("аеорсухАВЕКМНОРСТ0З", "aeopcyxABEKMHOPCTО3", strict=True))
HEADINGS = tuple(name for names in NAMES.values() for name in names)
ENDS = ("", "", "", "", " *", ":", " (пример)", "\n(очно/заочно)", " 2023-2024", " №", ", телефон")
TITLES = ("План", "Лист1", "СОШ №8", "Инструкция", "Архив 2022", "")
LONGEST = 300
ROW, PART = "\x1e", "\x1f"
VALUES: Sequence[Value] = (
    *map(dt.datetime.fromisoformat, ("2024-02-15T10:00", "1899-12-30", "9999-12-31T23:59")),
    *map(dt.date.fromisoformat, ("2024-02-15", "0001-01-01")),
    dt.time(10, 30), True, 8.0, 45000.5, -1.0, 1e300, float("nan"), float("inf"),
)  # fmt: skip
LINKS = ("https://vk.com/wall-1_2", "mailto:a@b.ru", "javascript:x", "http://[", "#gid=0", "")
TOLD: set[tuple[object, ...]] = set()


def text(random: Random) -> str:
    """Return a cell's text: one of the catalogue, spoilt up to six times."""
    typed = random.choice(CELLS if random.random() < 0.9 else ATOMS)
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 4, 6))):
        typed = spoilt(typed, random)
    return typed[:LONGEST]


def cell(random: Random) -> Cell:
    """Return a cell, sometimes with a value or a link behind its text."""
    value = random.choice(VALUES) if random.random() < 0.1 else None
    link = random.choice(LINKS) if random.random() < 0.05 else None
    return Cell(text(random), value, link)


def table(random: Random) -> Table:
    """Return a tab: lines before a heading, the heading, entries, and what stands between them."""
    width = random.randint(1, 9)
    heads = [_heading(random) for _ in range(width)]
    rows = [[random.choice(CELLS)] for _ in range(random.choice((0, 0, 0, 1, 2, 4)))]
    rows += [heads] * random.choice((0, 1, 1, 1, 1, 2))
    for _ in range(random.randint(0, 8)):
        rows.append([_entry(random) for _ in range(random.choice((width, width, 1, width + 2)))])
    if random.random() < 0.1:
        random.shuffle(rows)
    rich = {(random.randrange(9), random.randrange(width)): cell(random) for _ in range(random.choice((0, 0, 3)))}  # fmt: skip
    top, left = random.randrange(6), random.randrange(width)
    merge = Merge(top, left, top + random.randint(1, 4), left + random.randint(1, 4))
    merges = {"merges": (merge,)} if random.random() < 0.2 else {}
    return Table.of_rows(random.choice(TITLES), rows, rich=rich, **merges)


def packed(typed: str, first: int, second: int) -> bytes:
    """Return a text and two small numbers as bytes; `unpacked` reads any."""
    return bytes((first % 256, second % 256)) + typed.encode("utf-16-le", "surrogatepass")


def unpacked(data: bytes) -> tuple[str, int, int]:
    """Return the text and the numbers that bytes stand for."""
    numbers, rest = data[:2].ljust(2, b"\0"), data[2:]
    return rest[: len(rest) // 2 * 2].decode("utf-16-le", "surrogatepass"), *numbers


def written(table: Table) -> str:
    """Return the texts of a table as one text; `tabled` reads any."""
    return ROW.join(PART.join(row) for row in zip_longest(*table.columns, fillvalue=""))


def tabled(typed: str, corner: int) -> Table:
    """Return the table a text stands for; a corner above zero has cells merged at it."""
    top, left, size = corner // 16, corner % 4, 1 + corner // 4 % 4
    merges = {"merges": (Merge(top, left, top + size, left + size),)} if corner else {}
    return Table.of_rows("П", [row.split(PART)[:12] for row in typed.split(ROW)[:30]], **merges)


def spoilt(typed: str, random: Random) -> str:
    """Return a text with one thing done to it."""
    start, end = sorted((random.randint(0, len(typed)), random.randint(0, len(typed))))
    before, part, after = typed[:start], typed[start:end], typed[end:]
    match random.randrange(12):
        case 0:
            return before + after
        case 1:
            return before + part + random.choice((" ", ", ", "; ", "\n", "")) + part + after
        case 2 | 3:
            return before + random.choice(WORDS) + after
        case 4:
            return typed[:start] + random.choice(ATOMS) + typed[start:]
        case 5:
            return typed[:start] + random.choice(ODD) + typed[start:]
        case 6:
            return random.choice((" ", ", ", "; ", "\n", "/", " и ")).join(
                (typed, random.choice(CELLS))
            )
        case 7:
            words = typed.split(" ")
            random.shuffle(words)
            return " ".join(words)
        case 8:
            return before + "".join(ALIKE.get(letter, letter) for letter in part) + after
        case 9:
            return (
                before
                + random.choice((part.upper, part.lower, part.swapcase, part.title))()
                + after
            )
        case 10:
            return before + "".join(random.choice("0123456789") if "0" <= sign <= "9" else sign for sign in part) + after  # fmt: skip
        case _:
            return typed[:start] + random.choice("0123456789.,-/ «»()№@") + typed[end:]


def hold(reading: Reading[object], field: Field) -> None:
    """Hold a reading to its contract: a value or a reason, and a sentence for every finding."""
    if reading.problem is not None:
        assert reading.value is None, reading
        assert reading.problem.code, reading
    for remark in (*reading.notes, *filter(None, (reading.problem,))):
        told = (remark.code, remark.reason, field, *remark.facts)
        if remark.code is None or told in TOLD:
            continue
        TOLD.add(told)
        found = Finding(remark.code, Severity.ERROR, remark.reason, remark.facts, field=field.value, value="х",
                        suggestion=remark.suggestion, candidates=remark.candidates)  # fmt: skip
        for language in Language:
            assert all(finding(language, found)), told


def _heading(random: Random) -> str:
    name = random.choice(HEADINGS) + random.choice(ENDS)
    return spoilt(name, random) if random.random() < 0.3 else name


def _entry(random: Random) -> str:
    roll = random.random()
    if roll < 0.15:
        return ""
    return random.choice(CELLS) if roll < 0.7 else text(random)
