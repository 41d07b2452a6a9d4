"""What the cells under an unclear heading look like: schools, people, counts, forms of work."""

from collections.abc import Mapping, Sequence
from itertools import islice

from tochka_sync.fields import Field
from tochka_sync.pattern import Pattern
from tochka_sync.table import Table

_SAMPLE = 50

_COUNT = Pattern(
    r"(?:около|более|свыше|до|от|не (?:менее|более)|[~<>≈±])?\s*(\d{1,5})(?:\s*[-–—]\s*\d{1,5})?\s*"
    r"(?:(?:чел|уч|педагог|учител|дет|команд)\w*\.?)?"
)
LOOKS: Mapping[Field, Pattern] = {
    Field.SCHOOL: Pattern(r"(?:№ ?\d|[мгк]?[а-я]{0,2}оу\b|.*\b[сон]?ош\b|школа|гимнази|лице|центр|тсши).*"),
    Field.PARTICIPANTS: _COUNT,
    Field.TEACHERS: _COUNT,
    Field.PARENTS: _COUNT,
    Field.RESPONSIBLE: Pattern(
        r"[а-яё-]+\s+[а-яё]\.\s*[а-яё]?\b.*|[а-яё]\.\s*[а-яё]?\.?\s*[а-яё-]{3,}.*|.*(?:вич|вна|чна)\b.*"
    ),
    Field.STUDENTS: _COUNT,
    Field.PARTICIPATING_SCHOOLS: Pattern(
        r"(?!.*(?:педагог|учител|уча[щс]|обуч|учени|\bдет[иея]|родител|руковод|директор|специалист))"
        r".*(?:№|\b(?:[сон]ош|школ[аыуе]?|лице[йяю]|гимнази\w+|оо|тсши|уиоп)\b).*"
    ),
    Field.FORMAT: Pattern(
        r".*(?:очн|он-?лайн|online|офф?-?лайн|offline|дистан|zoom|зум|вкс|смешан|гибрид).*"
    ),
    Field.TYPES: Pattern(
        r".*(?:семинар|класс|конкурс|фестивал|квест|вебинар|конференц|олимпиад|урок|стол|марафон|хакатон|турнир"
        r"|экскурси|викторин|выставк|акци|лекци|тренинг|интенсив|игр|занят|соревнован|встреч|микс|смен|день|дни).*"
    ),
    Field.LEVEL: Pattern(
        r".*(?:школьн|район|муницип|улус|регион|республик|всеросс|федерал|кустов|окружн|междунар|городск).*"
    ),
    Field.DATE: Pattern(
        r".*(?:\d{1,2}[./](?:0?[1-9]|1[0-2])(?![\d:])|\d{4}-\d\d-\d\d|янв|фев|март|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек).*"
    ),
    Field.TIME: Pattern(r"(?:в |с )?\d{1,2}(?:[:-]\d{2}|\.[0-5][05](?![\d.])|\s*ч).*"),
    Field.ENDS_AT: Pattern(r"(?:в |до )?\d{1,2}(?:[:.-][0-5][05](?![-./ ]?\w)|:\d{2}:\d{2}|\s*ч(?![а-я]*[её]т)).*"),
}  # fmt: skip
"""What the cells of a column look like, in lower case, for headings that do not decide alone."""


TELLING = frozenset({Field.SCHOOL, Field.DATE, Field.RESPONSIBLE})
"""Fields whose cells look like no other's."""


def sample(table: Table, column: int, first: int) -> list[str]:
    """Return the first cells of a column that say anything, in lower case, from a row on."""
    cells = islice(table.columns[column], first, None)
    return list(islice((cell.strip().lower() for cell in cells if cell.strip()), _SAMPLE))


def filled(table: Table, column: int, first: int) -> int:
    """Return how many cells of a column say anything, from a row on."""
    return sum(1 for cell in islice(table.columns[column], first, None) if cell and cell.strip())


def of_days(fields: tuple[Field, ...], sample: Sequence[str]) -> Field | None:
    """Return what an unclear heading means if days without a month stand under it, if it can."""
    if not are_days(sample):
        return None
    return next((name for name in fields if name in {Field.DATE, Field.ENDS}), None)


def fits(name: Field, sample: Sequence[str]) -> bool:
    """Tell whether most of some cells look like values of a field."""
    pattern = LOOKS.get(name)
    if pattern is None or not sample:
        return False
    found = [match for match in map(pattern.fullmatch, sample) if match]
    if pattern is _COUNT and name not in {Field.TEACHERS, Field.PARENTS}:
        # «8», «5-11» under «Участники» are grades: a count is told by a number no grade reaches.
        return 2 * len(found) > len(sample) and any(int(match[1]) > 11 for match in found)
    return 2 * len(found) > len(sample)


def are_days(sample: Sequence[str]) -> bool:
    """Tell whether nothing but days of a month stands in some cells."""
    return bool(sample) and all(cell.isdecimal() and 0 < int(cell) < 32 for cell in sample)
