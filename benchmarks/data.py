"""Plans of any size from a seed: messy as people type them, and the same in clean typed columns.

One cell in about forty is wrong. Titles repeat as little as in life: of five rows, one has its own.
"""

import csv
import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SEED = 2023
HEADERS = (
    "№ п/п",
    "Образовательная организация",
    "Форма мероприятия",
    "Наименование мероприятия",
    "Дата проведения",
    "Место проведения",
    "Категория участников",
    "Школы-участники",
    "Количество участников",
    "Уровень",
    "Ответственный",
    "Телефон",
    "Ссылка на публикацию",
)
CLEAN = (
    "number",
    "school",
    "type",
    "title",
    "date",
    "place",
    "audience",
    "partners",
    "people",
    "level",
    "responsible",
    "phone",
    "link",
)
TYPES = ("seminar", "masterclass", "webinar", "festival", "quest", "contest", "round_table")
LEVELS = ("school", "municipal", "regional")
_TYPED = (
    ("семинар", "Семинар", "семинары", "обучающий семинар", "Семинар (очно)"),
    ("мастер-класс", "Мастер класс", "м/класс", "МАСТЕР-КЛАСС", "мастер-классы"),
    ("вебинар", "Вебинар", "вебинар (онлайн)", "вебинары", "обучающий вебинар"),
    ("фестиваль", "Фестиваль", "фистиваль", "фестиваль ", "Фестивали"),
    ("квест", "квест-игра", "Квест", "учебно-познавательный квест", "кибер-квест"),
    ("конкурс", "Конкурс", "конкурсы", "Фотоконкурс", "конкурс "),
    ("круглый стол", "Круглый стол", "кругл. стол", "Круглые столы", "круглый  стол"),
)
_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_AUDIENCES = (
    "8-9 классы", "3–4 кл.", "педагоги", "молодые педагоги", "учащиеся 5-6 классов", "7 класс",
    "педагоги и учащиеся", "10-11 кл", "для учащихся 8-9 классов и педагогов", "родители",
)  # fmt: skip
_LEVELLED = (
    ("школьный", "Школьный", "внутришкольный"),
    ("муниципальный", "Муниципальный", "районный", "улусный"),
    ("региональный", "республиканский", "Региональный"),
)
_COUNTS = (
    "{n}", "{n} чел.", "около {n}", "более {n}", "{n} учащихся", "~{n}", "{n} человек",
    "{n} обучающихся, {m} педагогов",
)  # fmt: skip
_SUBJECTS = (
    "Науку в каждый класс", "Цифровая лаборатория на уроке", "Робототехника в школе", "Шахматный ход",
    "Экология родного края", "Точка роста: первые шаги", "Физика вокруг нас", "Химия без опасности",
    "Беспилотники и карты", "Мир в объёме", "Первая помощь", "Программируем игры",
)  # fmt: skip
_TOPICS = (
    "опыт центра", "для начинающих", "проекты учеников", "новые приборы", "работа с одарёнными детьми",
    "итоги года", "практика наставников", "внеурочная работа", "подготовка к олимпиаде",
)  # fmt: skip
_SURNAMES = (
    "Иванова", "Петров", "Сидорова", "Николаев", "Егорова", "Семёнов", "Васильева", "Попов", "Алексеева",
    "Степанов", "Фёдорова", "Захаров", "Михайлова", "Павлов", "Андреева", "Григорьев",
)  # fmt: skip
_PLACES = ("актовый зал", "центр «Точка роста»", "каб. 12", "школа", "спортзал", "Zoom")
_WRONG = {
    1: ("СОШ", "школа №999", "уточняется", ""),
    4: ("31 апреля", "32.01.2024", "скоро", "", "13.13.2023"),
    6: ("08.сен", "уточняется", "", "все, кто сможет прийти и помочь"),
    8: ("#ЗНАЧ!", "много-много", "08.сен"),
    10: ("", "-", "8 914 123-45-67"),
    11: ("8 914 12", "нет", "телефон"),
    12: ("http:/", "будет", "ссылка в группе"),
}
"""Column → what is wrong there when anything is."""


_HOLIDAYS = frozenset({dt.date(2024, 2, 23), dt.date(2024, 3, 8)})


@dataclass(frozen=True)
class School:
    """A school of the generated registry."""

    id: str
    number: int
    name: str
    town: str

    def typed(self, pick: random.Random) -> str:
        """The school as someone types it."""
        return pick.choice(
            (
                self.name,
                f'МБОУ "СОШ № {self.number} г. {self.town}"',
                f"СОШ №{self.number} г.{self.town}",
                f"сош {self.number} {self.town}",
                f"МБОУ СОШ {self.number} г. {self.town}",
            )
        )


def schools(count: int) -> list[School]:
    """A registry of so many schools, eight to a town."""
    pick = random.Random(SEED)
    towns: dict[str, None] = {}
    while len(towns) < -(-count // 8):
        syllables = pick.choices("ба ве ди зо ку ла ме ни по ро са ту фе ха чо ши".split(), k=3)  # noqa: SIM905
        towns[("".join(syllables) + pick.choice(("нск", "во", "лар", "мыш", "тай"))).title()] = None
    return [
        School(f"s-{n}", n % 8 + 1, f"МБОУ «СОШ №{n % 8 + 1} г.{town}»", town)
        for n, town in ((n, list(towns)[n // 8]) for n in range(count))
    ]


def messy(count: int, registry: Sequence[School]) -> Iterator[list[str]]:
    """Rows as people type them."""
    pick = random.Random(SEED)
    columns = list(_columns(pick, registry, max(count // 20, 200)))
    for n in range(1, count + 1):
        row = [str(n), *(column() for column in columns)]
        if pick.random() < 0.3:
            wrong = pick.choice(list(_WRONG))
            row[wrong] = pick.choice(_WRONG[wrong])
        yield row


def again(count: int, known: Sequence[list[str]]) -> Iterator[list[str]]:
    """So many rows that say what some known ones do, those first, each with a number of its own."""
    pick = random.Random(SEED)
    for n in range(1, count + 1):
        row = known[n - 1] if n <= len(known) else pick.choice(known)
        yield [str(n), *row[1:]]


def clean(count: int, registry: Sequence[School]) -> Iterator[list[str]]:
    """Rows of the same size with a typed value in every cell, for the peers."""
    pick = random.Random(SEED)
    people = _people(pick, max(count // 20, 200))
    for n in range(1, count + 1):
        name, phone, *_ = pick.choice(people)
        yield [
            str(n),
            pick.choice(registry).id,
            pick.choice(TYPES),
            _title(pick, n),
            f"2024-{pick.randint(1, 5):02}-{pick.randint(1, 28):02}",
            pick.choice(_PLACES),
            pick.choice(_AUDIENCES),
            pick.choice(registry).id,
            str(pick.randint(5, 300)),
            pick.choice(LEVELS),
            name,
            f"+7{phone}",
            f"https://vk.com/wall-{n}_1",
        ]


def write(path: Path, headers: Sequence[str], rows: Iterator[list[str]], delimiter: str) -> None:
    """Write rows under a header as separated text."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerow(headers)
        writer.writerows(rows)


def write_registry(path: Path, registry: Sequence[School], obliged: int | None = None) -> None:
    """Write `schools.csv`; of all schools only so many first ones opened their centre in time."""
    rows = (
        [
            school.id,
            "СОШ",
            str(school.number),
            school.name,
            f"г. {school.town}",
            "2020" if obliged is None or at < obliged else "2024",
            "",
            "",
        ]
        for at, school in enumerate(registry)
    )
    headers = ("id", "kind", "number", "name", "settlement", "centre_opened", "aliases", "email")
    write(path, headers, rows, ",")


def _columns(
    pick: random.Random, registry: Sequence[School], people: int
) -> Iterator[Callable[[], str]]:
    """What types the cells of each column after the number; texts are made once and shared."""
    hosts = [school.typed(pick) for school in registry for _ in range(3)]
    forms = [form for forms in _TYPED for form in forms]
    titles = [_title(pick, n) for n in range(people * 4)]
    dates = [_date(pick) for _ in range(2000)]
    counts = [
        pick.choice(_COUNTS).format(n=pick.randint(5, 300), m=pick.randint(1, 30))
        for _ in range(2000)
    ]
    partners = [
        ", ".join(school.typed(pick) for school in pick.sample(registry, pick.randint(1, 3)))
        for _ in range(min(5000, len(registry) * 4))
    ]
    levels = [level for levels in _LEVELLED for level in levels]
    staff = _people(pick, people)
    names = [name for name, *_ in staff]
    phones = [
        pick.choice(("8{}{}{}", "+7 {} {}-{}", "8 ({}) {}-{}", "8-{}-{}-{}")).format(
            phone[:3], phone[3:6], phone[6:]
        )
        for _, phone in staff
    ]
    links = [f"https://vk.com/wall-{n}_{pick.randint(1, 999)}" for n in range(people)]
    for known in (
        hosts, forms, titles, dates, _PLACES, _AUDIENCES, partners, counts, levels, names, phones, links,
    ):  # fmt: skip
        yield lambda known=known: known[int(pick.random() * len(known))]  # type: ignore[misc]


def _title(pick: random.Random, n: int) -> str:
    title = f"{pick.choice(_SUBJECTS)}: {pick.choice(_TOPICS)}, занятие {n}"
    return pick.choice(("{}", "«{}»", '"{}"', "{}.", "Семинар «{}»", " {}")).format(title)


def _date(pick: random.Random) -> str:
    at = dt.date(2024, 1, 15) + dt.timedelta(days=pick.randrange(60))
    while at.weekday() > 4 or at in _HOLIDAYS:
        at += dt.timedelta(days=1)
    month, day = at.month, at.day
    name = _MONTHS.split()[month - 1]
    return pick.choice(
        (
            f"{day:02}.{month:02}.2024",
            f"{day}.{month}.24",
            f"{day} {name} 2024 г.",
            f"{day} {name}",
            f"{day}-{day + 1} {name} 2024",
            f"{day:02}.{month:02}.2024 г.",
            f"2024-{month:02}-{day:02}",
        )
    )


def _people(pick: random.Random, count: int) -> list[tuple[str, str]]:
    return [
        (
            f"{pick.choice(_SURNAMES)} {pick.choice('АБВГДЕИКЛМН')}.{pick.choice('АБВГДЕИКЛМН')}.",
            f"914{pick.randint(1000000, 9999999)}",
        )
        for _ in range(count)
    ]
