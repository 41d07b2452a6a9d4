"""Noise people leave in cells, which must not change what a cell says."""

from collections.abc import Iterator
from random import Random

_DASHES = "-‐‑–—−"


def spoil(shown: str, random: Random) -> str:
    """Return the text with spaces, dashes and capitals as another person would type them."""
    dash = random.choice(_DASHES)
    shown = "".join(dash if letter in "-–—" else letter for letter in shown)
    shown = random.choice((str, str, str.upper, str.capitalize))(shown)
    shown = shown.replace(" ", random.choice((" ", "  ", "\u00a0", " \n")))
    before, after = random.choice(
        (("", ""), (" ", ""), ("", "\u00a0 "), ("\u200b", ""), ("", "\t"))
    )
    return f"{before}{shown}{after}"


def spoiled(shown: str, random: Random, times: int = 4) -> Iterator[str]:
    """Give the text itself and some spoiled copies."""
    yield shown
    for _ in range(times):
        yield spoil(shown, random)


# One cell or more of every other kind of column: none may be read as a value of mine.
PHONES = ("8-914-123-45-67", "+7 (914) 123-45-67", "8 (41145) 4-25-16", "89141234567", "4-25-16")
ADDRESSES = ("ivanova@mail.ru", "https://vk.com/wall-1_2", "www.school8.ru")
DATES = (
    "10 февраля 2024 г.", "10.02.2024", "с 1 по 5 октября 2023", "14:00", "2024-02-10",
    "25 декабря", "апрель", "март-апрель", "10.02.2024 14:00",
)  # fmt: skip
PEOPLE = ("Иванова А.П.", "Иванова Анна Петровна", "А.П. Иванова", "Петров Пётр Иванович")
SCHOOLS = ("СОШ №8", "МБОУ «СОШ №8 г.Томмот»", "гимназия г.Алдан", "ТСШИ", "УИОП")
SETTLEMENTS = ("г. Томмот", "п. Нижний Куранах")
CONTRACTS = ("договор №5 от 12.08.2023", "не требуется")
GRADES = ("8-9 классы", "учащиеся 8–9 классов", "7 кл.", "1 класс")
COUNTS = ("25 чел.", "около 80", "20-25 человек")
LEVELS = ("муниципальный", "районный", "школьный")
FORMATS = ("онлайн", "очно", "дистанционно")
