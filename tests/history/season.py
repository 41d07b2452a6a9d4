"""A season of a plan with the truth known: thirty schools, ninety nights, everything people do.

`Season(seed)` gives one `Night` after another: the sheet as the nightly read finds it, and which
row is which entry in truth. Nothing here is taken from the program: what a row is, is decided
when it is typed.
"""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from tochka_sync.config import Config
from tochka_sync.models.school import School
from tochka_sync.planfile import PlanFile
from tochka_sync.registry import Registry
from tochka_sync.table import Book, Merge, Origin, Table

ZONE = ZoneInfo("Asia/Yakutsk")
START = dt.datetime(2023, 4, 18, 3, tzinfo=ZONE)
DUE = dt.datetime(2023, 6, 2, 23, 59, 59, tzinfo=ZONE)
NIGHTS = 90
HEADER = ("№", "Школа", "Мероприятие", "Дата проведения", "Участники", "Место", "Ответственный")
NUMBER, SCHOOL, TITLE, DATE, AUDIENCE, PLACE, PERSON = range(7)
REQUIRED = (SCHOOL, TITLE, DATE, AUDIENCE, PERSON)

SCHOOLS = tuple(
    School(
        id=f"sosh-{n}",
        kind="СОШ",
        number=n,
        name=f"МБОУ «СОШ №{n} г. Алдан»",
        settlement="г. Алдан",
    )
    for n in range(1, 31)
)
_SPELLINGS = ("СОШ №{n}", "МБОУ «СОШ №{n} г. Алдан»", "СОШ № {n} г.Алдан", "МБОУ СОШ №{n}")
_TOPICS = (
    "робототехника", "химия", "физика", "биология", "3D-моделирование", "программирование",
    "шахматы", "экология", "астрономия", "математика", "безопасность в сети", "медиа",
    "первая помощь", "краеведение", "квадрокоптеры", "генетика", "электроника", "дизайн",
    "проектная деятельность", "функциональная грамотность", "черчение", "геоинформатика",
)  # fmt: skip
_FORMS = (
    "Семинар «{t}»", "Открытый урок: {t}", "Мастер-класс «{t} с нуля»", "Фестиваль «{t}»",
    "Конкурс проектов по теме «{t}»", "Неделя науки: {t}", "Круглый стол «{t} в школе»",
    "Квест-игра «{t}»", "Методический семинар «{t}: из опыта работы»", "Турнир «{t}»",
)  # fmt: skip
_LONGER = ("районный этап", "для сетевых школ", "в центре «Точка роста»", "второй поток")
_AUDIENCES = ("педагоги", "учащиеся 5-7 классов", "учащиеся 8-9 классов", "учащиеся 10-11 классов",
              "учителя начальных классов", "родители")  # fmt: skip
_PLACES = ("", "кабинет физики", "актовый зал", "онлайн", "спортзал", "библиотека")
_NAMES = ("Иванова А.П.", "Петров И.И.", "Сидорова О.В.", "Егоров С.Н.", "Котова М.М.",
          "Захарова Л.Д.", "Слепцов Н.Н.", "Павлова Т.Г.", "Ким Е.А.", "Орлов В.К.")  # fmt: skip


_Change = Callable[[dt.datetime], None]


@dataclass(slots=True)
class Typed:
    """One entry in truth: its row as it stands, when it was begun and when first complete."""

    truth: int
    cells: list[str]
    begun: dt.datetime
    completed: dt.datetime | None = None
    seen: bool = False
    """Whether a read ever found it complete; what was mended and broken in one day nobody saw."""


@dataclass(frozen=True, slots=True)
class Night:
    """What one read finds."""

    now: dt.datetime
    book: Book
    rows: dict[int, Typed]
    """Sheet row → the entry in truth."""
    wiped: bool
    """Whether the tab was emptied, so that nobody should believe it."""


@dataclass(slots=True)
class Season:
    """Ninety nights of one plan."""

    seed: int
    nights: int = NIGHTS
    size: int = 15
    """Entries there are from the beginning."""
    rows: list[Typed] = field(default_factory=list)
    _next: int = 0
    _random: random.Random = field(default_factory=random.Random)
    _gone: set[tuple[str, str | None]] = field(default_factory=set)
    """School and topic of what was deleted since the last read: again, it would be the same event."""
    _fresh: set[tuple[str, str | None]] = field(default_factory=set)
    """School and topic of what was entered since: then the other one is not deleted."""
    _days: set[str] = field(default_factory=set)
    """The days of what was deleted since, for the same reason."""
    _over: set[tuple[str, str | None, str]] = field(default_factory=set)
    """School, topic and day of all that was ever deleted: entered again, it would be the same."""
    _copied: set[int] = field(default_factory=set)
    """What was copied since, and what is equal to a row touched since: before a read nobody can
    tell the one from the other."""

    def __iter__(self) -> Iterator[Night]:
        self._random = random.Random(self.seed)
        for _ in range(self.size):
            self._add(START - dt.timedelta(days=1))
        for night in range(self.nights):
            now = START + dt.timedelta(days=night)
            self._day(now)
            yield self._read(now)

    def _day(self, now: dt.datetime) -> None:
        """Let people work on the sheet between the night before and this one."""
        chance = self._random
        often: tuple[tuple[_Change, int], ...] = (
            (self._fill, 3), (self._edit, 4), (self._break, 1), (self._slip, 2),
        )  # fmt: skip
        for change, most in often:
            for _ in range(chance.randint(0, most)):
                self._at(now, change)
        seldom: tuple[tuple[_Change, float], ...] = (
            (self._delete, 0.25), (self._copy, 0.04), (self._replace, 0.2), (self._sort, 0.12),
            (self._shuffle, 0.05), (self._respell, 0.03),
        )  # fmt: skip
        for change, likely in seldom:
            if chance.random() < likely:
                self._at(now, change)
        for _ in range(chance.randint(0, 5)):
            self._at(now, self._add)

    def _at(self, now: dt.datetime, change: _Change) -> None:
        """Do one thing at some moment of the day, and see what it completes."""
        moment = now - dt.timedelta(seconds=self._random.randrange(86400))
        change(moment)
        for typed in self.rows:
            if typed.completed is None and all(typed.cells[place] for place in REQUIRED):
                typed.completed = moment

    def _read(self, now: dt.datetime) -> Night:
        wiped = now > START and self._random.random() < 0.02
        for typed in () if wiped else self.rows:
            typed.seen = typed.seen or all(typed.cells[place] for place in REQUIRED)
            typed.completed = typed.completed if typed.seen else None
        lines = [list(HEADER)]
        found: dict[int, Typed] = {}
        for number, typed in enumerate(() if wiped else self.rows, 1):
            if self._random.random() < 0.002:
                lines.append(["", "", "Мероприятия полугодия", "", "", "", ""][:1])
            lines.append([str(number), *typed.cells[1:]])
            found[len(lines)] = replace(typed, cells=list(typed.cells))
        merges = self._merged(lines, found) if self._random.random() < 0.3 else ()
        if wiped and self._random.random() < 0.5:
            lines = []
        for since in () if wiped else (self._gone, self._fresh, self._days, self._copied):
            since.clear()
        book = Book(
            Origin("google", "План", now, "sheet"), (Table.of_rows("План", lines, merges=merges),)
        )
        return Night(now, book, found, wiped)

    def _merged(self, lines: list[list[str]], found: dict[int, Typed]) -> tuple[Merge, ...]:
        """Merge the school's cells of rows that follow one another, as people do for looks."""
        merges: list[Merge] = []
        for row in range(2, len(lines) + 1):
            same = row in found and row - 1 in found
            if not same or lines[row - 1][SCHOOL] != found[row - 1].cells[SCHOOL]:
                continue
            if not any(lines[row - 1][TITLE:]):
                continue  # a number below a merged cell is nobody's entry
            lines[row - 1][SCHOOL] = ""
            top = merges.pop().top if merges and merges[-1].bottom == row - 1 else row - 2
            merges.append(Merge(top, SCHOOL, row, SCHOOL + 1))
        return tuple(merges)

    def _add(self, moment: dt.datetime) -> None:
        cells = self._event(self._random.choice(SCHOOLS))
        if self._random.random() < 0.3:
            for place in self._random.sample(
                (TITLE, DATE, AUDIENCE, PERSON), self._random.randint(1, 3)
            ):
                cells[place] = ""
        self._next += 1
        place = len(self.rows)
        if self._random.random() < 0.3:
            place = self._random.randint(0, place)
        self.rows.insert(place, Typed(self._next, cells, moment))

    def _event(self, school: School) -> list[str]:
        pick = self._random.choice
        gone = {topic for number, topic in self._gone if number == str(school.number)}
        topic = pick([topic for topic in _TOPICS if topic not in gone])
        self._fresh.add((str(school.number), topic))
        day = self._day_of_year()
        while (str(school.number), topic, day) in self._over:
            day = self._day_of_year()
        title = pick(_FORMS).format(t=topic.capitalize() if self._random.random() < 0.5 else topic)
        return ["", self._school(school), title, day, pick(_AUDIENCES), pick(_PLACES), pick(_NAMES)]

    def _school(self, school: School) -> str:
        return self._random.choice(_SPELLINGS).format(n=school.number)

    def _day_of_year(self) -> str:
        while True:
            day = dt.date(2023, 9, 1) + dt.timedelta(days=self._random.randrange(260))
            if f"{day:%d.%m.%Y}" not in self._days:
                return f"{day:%d.%m.%Y}"

    def _some(self) -> Typed | None:
        """Pick an entry; of several equal ones the youngest.

        Rows equal to the letter cannot be told apart by anybody, so which of them is touched is
        decided here once, and their order among themselves is kept.
        """
        if not self.rows:
            return None
        picked = self._random.choice(self.rows)
        twins = self._equal(picked)
        youngest = max(twins, key=lambda typed: typed.truth)
        if youngest.truth in self._copied:
            return None
        self._copied |= {typed.truth for typed in twins if typed is not youngest}
        return youngest

    def _equal(self, picked: Typed) -> list[Typed]:
        return [typed for typed in self.rows if typed.cells[1:] == picked.cells[1:]]

    def _fill(self, _: dt.datetime) -> None:
        """Fill in a blank cell of an entry that has one."""
        short = [
            typed
            for typed in self.rows
            if typed.truth not in self._copied and not all(typed.cells[place] for place in REQUIRED)
        ]
        if not short:
            return
        typed = max(self._equal(self._random.choice(short)), key=lambda typed: typed.truth)
        if typed.truth in self._copied:
            return
        new = self._event(SCHOOLS[int(_number(typed.cells[SCHOOL])) - 1])
        for place in REQUIRED:
            if not typed.cells[place]:
                typed.cells[place] = new[place]

    def _edit(self, _: dt.datetime) -> None:
        """Change one or two things of an entry that stays the same event."""
        typed = self._some()
        if typed is None:
            return
        for place in self._random.sample(
            (TITLE, DATE, SCHOOL, AUDIENCE, PLACE, PERSON), self._random.choice((1, 1, 2))
        ):
            if typed.cells[place]:
                typed.cells[place] = self._changed(place, typed.cells[place])

    def _changed(self, place: int, old: str) -> str:
        pick = self._random.choice
        match place:
            case p if p == TITLE:
                return self._reworded(old)
            case p if p == DATE:
                return self._day_of_year()
            case p if p == SCHOOL:
                number = _number(old)
                return pick(_SPELLINGS).format(n=number)
            case p if p == AUDIENCE:
                return pick(_AUDIENCES)
            case p if p == PLACE:
                return pick(_PLACES)
            case _:
                return pick(_NAMES)

    def _reworded(self, old: str) -> str:
        """Say the same in other words: the topic stays, the form or the ending changes."""
        topic = _topic(old)
        if topic and self._random.random() < 0.5:
            return self._random.choice(_FORMS).format(t=topic.capitalize())
        longer = self._random.choice(_LONGER)
        return old.replace(f", {longer}", "") if longer in old else f"{old}, {longer}"

    def _slip(self, _: dt.datetime) -> None:
        """Make a slip of the finger in a title."""
        typed = self._some()
        if typed is None or len(typed.cells[TITLE]) < 8:
            return
        title = typed.cells[TITLE]
        place = self._random.randrange(1, len(title) - 1)
        typed.cells[TITLE] = title[:place] + title[place + 1] + title[place] + title[place + 2 :]

    def _break(self, _: dt.datetime) -> None:
        """Empty a required cell of an entry."""
        typed = self._some()
        if typed is not None:
            typed.cells[self._random.choice((DATE, AUDIENCE, PERSON))] = ""

    def _delete(self, _: dt.datetime) -> None:
        typed = self._some()
        if typed is not None and len(self.rows) > 10 and self._may_go(typed):
            self.rows = [other for other in self.rows if other is not typed]
            self._forget(typed)

    def _may_go(self, typed: Typed) -> bool:
        """Tell whether all would agree that an event is gone when this row is."""
        number, topic = self._about(typed)
        twins = sum(
            each.cells[DATE] == typed.cells[DATE] and self._about(each)[1] == topic
            for each in self.rows
        )
        return topic is not None and (number, topic) not in self._fresh and twins == 1

    def _about(self, typed: Typed) -> tuple[str, str | None]:
        return _number(typed.cells[SCHOOL]), _topic(typed.cells[TITLE])

    def _forget(self, typed: Typed) -> None:
        self._gone.add(self._about(typed))
        self._over.add((*self._about(typed), typed.cells[DATE]))
        self._days.add(typed.cells[DATE])

    def _copy(self, moment: dt.datetime) -> None:
        """Enter the same event twice: two entries, equal to the letter."""
        typed = self._some()
        if typed is None or self._about(typed) in self._gone:
            return
        self._next += 1
        self._copied |= {typed.truth, self._next}
        self._fresh.add(self._about(typed))
        place = next(place for place, each in enumerate(self.rows) if each is typed) + 1
        self.rows.insert(place, Typed(self._next, list(typed.cells), moment))

    def _replace(self, moment: dt.datetime) -> None:
        """Type another event over a row, by the same school and often the same person."""
        typed = self._some()
        if typed is None or not typed.cells[DATE] or not self._may_go(typed):
            return
        self._forget(typed)
        number = _number(typed.cells[SCHOOL])
        new = self._event(SCHOOLS[int(number) - 1])
        if self._random.random() < 0.5:
            new[PERSON] = typed.cells[PERSON]
        self._next += 1
        place = next(place for place, each in enumerate(self.rows) if each is typed)
        self.rows[place] = Typed(self._next, new, moment)

    def _sort(self, _: dt.datetime) -> None:
        place = self._random.choice((SCHOOL, TITLE, PERSON))
        self.rows.sort(key=lambda typed: typed.cells[place], reverse=self._random.random() < 0.3)

    def _shuffle(self, _: dt.datetime) -> None:
        self._random.shuffle(self.rows)
        for typed in list(self.rows):
            twins = self._equal(typed)
            places = [
                place for place, each in enumerate(self.rows) if any(each is twin for twin in twins)
            ]
            for place, twin in zip(places, sorted(twins, key=lambda twin: twin.truth), strict=True):
                self.rows[place] = twin

    def _respell(self, _: dt.datetime) -> None:
        """Put all schools in one spelling, as a coordinator does."""
        spelling = self._random.choice(_SPELLINGS)
        for typed in self.rows:
            number = _number(typed.cells[SCHOOL])
            typed.cells[SCHOOL] = spelling.format(n=number)


def _number(school: str) -> str:
    return "".join(letter for letter in school if letter.isdigit())


def _topic(title: str) -> str | None:
    """Return what a title is about, unless a slip of the finger hides it."""
    return next((each for each in _TOPICS if each.lower() in title.lower()), None)


def config(folder: Path) -> Config:
    """Return the configuration of the season's plan, its history in `folder`."""
    file = PlanFile.model_validate(
        {"plan": {"school_year": "2023-2024"}, "deadlines": {"events": DUE.date()}}
    )
    return Config(folder / "plan.toml", file, Registry(SCHOOLS))
