"""A history whose content is not what was put there: said to be damaged (6), never a bug of the program."""

import os
import sqlite3

import pytest

from tests.program import run, workplace

ODD = (
    ("read", "read_at", "2024-13-45"),
    ("read", "state_at", "9999-12-31T23:59:59+00:00"),
    ("read", "origin", '{"a":1}'),
    ("read", "origin", "[" * 5000),
    ("read", "roster", "[1]"),
    ("read", "book", b"\xff"),
    ("entry", "portrait", "{}"),
    ("entry", "portrait", '["a",1,"",{}]'),
    ("entry", "seen_after", "x"),
    ("entry", "last_read", 99),
    ("finding", "opened_read", 99),
    ("finding", "closed_read", "x"),
    ("content", "packed", "x"),
    ("series", "home", "x"),
)
COMMANDS = (
    ("check", "plan.csv"),
    ("status",),
    ("diff",),
    ("history",),
    ("restore", "last", "--export", "back.csv"),
    ("purge", "--older-than", "0d"),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    place = workplace(tmp_path_factory.mktemp("kept"))
    for _ in range(2):
        assert run("check", "plan.csv", "--history", "h.sqlite", cwd=place).code == 1
        with (place / "plan.csv").open("a", encoding="utf-8") as plan:
            plan.write("СОШ №8;Турнир;15.03.2024;педагоги;Иванова А.П.\n")
    return (place / "h.sqlite").read_bytes()


@pytest.mark.parametrize("number", range(len(ODD)))
def test_what_was_not_put_there_is_damage(kept, tmp_path, number):
    table, column, value = ODD[number]
    workplace(tmp_path)
    (tmp_path / "h.sqlite").write_bytes(kept)
    with sqlite3.connect(tmp_path / "h.sqlite") as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
    connection.close()
    damaged = (tmp_path / "h.sqlite").read_bytes()
    ended = []
    for command in ("check", "plan.csv"), COMMANDS[1 + number % 5]:
        outcome = run(*command, "--history", "h.sqlite", cwd=tmp_path)
        ended.append(outcome.code)
        assert outcome.code in {0, 1, 2, 6}, outcome
        if outcome.code == 6:
            assert outcome.err.startswith("Ошибка: Файл истории h.sqlite повреждён."), outcome.err
            assert "\nЧто делать: " in outcome.err
    assert 6 in ended
    if set(ended) == {6}:
        assert (tmp_path / "h.sqlite").read_bytes() == damaged


def test_a_file_changed_at_an_impossible_moment_spoils_no_history(tmp_path):
    workplace(tmp_path)
    for moment in (-(2**31), 15_032_385_535):
        os.utime(tmp_path / "plan.csv", (moment, moment))
        for _ in range(2):
            outcome = run("check", "plan.csv", "--history", "h.sqlite", cwd=tmp_path)
            assert outcome.code == 1, outcome
