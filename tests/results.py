"""A believable outcome of a check, built by hand: four schools, one of each fate.

The plan is judged on the morning after its deadline. School 8 filed in time, 6 has a date that
does not exist and no title, 9 filed late, 4 filed nothing.
"""

from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from tochka_sync.fields import Field, RowKind
from tochka_sync.findings import SEVERITIES, Code, Finding, Severity
from tochka_sync.models.event import Event
from tochka_sync.models.school import School
from tochka_sync.result import (
    Contracts,
    Coverage,
    Entry,
    PlanFacts,
    ReadTab,
    Result,
    SchoolReport,
    Skipped,
    Standing,
    Standings,
    Summary,
    Timeliness,
    Timing,
)
from tochka_sync.table import Origin
from tochka_sync.values.reading import Remark
from tochka_sync.values.what.contracts import Contract, ContractStatus
from tochka_sync.values.what.counts import Participants, Qualifier
from tochka_sync.values.what.types import EventType
from tochka_sync.values.when.dates import EventDate, Precision
from tochka_sync.values.where.settlements import Settlement
from tochka_sync.values.who.groups import Audience, Who
from tochka_sync.values.who.people import Person

ZONE = ZoneInfo("Asia/Yakutsk")
DUE = datetime(2023, 6, 2, 23, 59, 59, tzinfo=ZONE)
MORNING_AFTER = datetime(2023, 6, 3, 8, tzinfo=ZONE)
URL = "https://docs.google.com/spreadsheets/d/abc/edit#gid=0"
COLUMNS = MappingProxyType(
    {Field.SCHOOL: 1, Field.TITLE: 2, Field.DATE: 3, Field.AUDIENCE: 4, Field.RESPONSIBLE: 5}
)
HEADERS = ("№", "Школа", "Мероприятие", "Дата", "Участники", "Ответственный")

EIGHT = School(id="sosh-8", kind="СОШ", number=8, name="МБОУ «СОШ №8 г. Томмот»")
SIX = School(id="sosh-6", kind="СОШ", number=6, name="МБОУ «СОШ №6 г. Томмот»")
NINE = School(id="sosh-9", kind="СОШ", number=9, name="МБОУ «СОШ №9 г. Алдан»")
FOUR = School(id="sosh-4", kind="СОШ", number=4, name="МБОУ «СОШ №4 п. Нижний Куранах»")

FULL = Event(
    school="sosh-8",
    title="Науку в каждый класс",
    types=(EventType.METHOD_SEMINAR, EventType.QUEST),
    date=EventDate(date(2024, 2, 10), date(2024, 2, 10), Precision.DAY, time="14:00"),
    audience=Audience((Who.STUDENTS, Who.TEACHERS), grades=(8, 9)),
    participating_schools=("sosh-6", "sosh-9"),
    participants=Participants(total=80, teachers=26, organisations=3, qualifier=Qualifier.ABOUT),
    settlement=Settlement("Томмот", "г."),
    place="актовый зал",
    responsible=(Person("Иванова", "А.П."),),
    phones=("+74114542516", "+79141234567"),
    emails=("school8@example.ru",),
    links=("https://vk.com/tochka8",),
    contract=Contract(ContractStatus.SIGNED, number="5", date=date(2023, 8, 12)),
)
"""An event in which every kind of field is filled."""


def values(event: Event) -> dict[str, object]:
    """Return the filled fields of an event."""
    return {
        name: value for name in Event.model_fields if (value := getattr(event, name)) is not None
    }


def clean(row: int, event: Event, timing: Timing, **notes: tuple[Remark, ...]) -> Entry:
    """Return an entry in which nothing must be mended."""
    shown = (str(row - 1), "сош 8", event.title or "", "10.02", "8-9 кл., педагоги", "•••")
    return Entry(
        tab="План",
        row=row,
        raw=dict(zip(HEADERS, shown, strict=True)),
        values=values(event),
        notes=notes,
        findings=(),
        complete=True,
        timing=timing,
        sound=True,
        columns=COLUMNS,
        texts=(),
    )


def found(code: Code, reason: str | None = None, **known: object) -> Finding:
    """Return a finding of the tab «План», with the severity of its code."""
    at = {"tab": "План", "severity": SEVERITIES[code], "fingerprint": f"{code}-{known.get('row')}"}
    return Finding(code=code, reason=reason, **{**at, **known})  # type: ignore[arg-type]


ON_TIME = Timing(Timeliness.ON_TIME, "timestamp", datetime(2023, 5, 30, 12, tzinfo=ZONE))
LATE = Timing(Timeliness.LATE, "timestamp", datetime(2023, 6, 3, 1, 59, 59, tzinfo=ZONE), 7200)

BAD_DATE = found(
    Code.DATE_IMPOSSIBLE,
    "impossible_date",
    facts={"day": 31, "month": 4, "last": 30},
    row=4,
    column="D",
    field="date",
    value="31 апреля",
    school="sosh-6",
    url=f"{URL}&range=D4",
)
NO_TITLE = found(
    Code.REQUIRED_MISSING,
    "empty",
    row=4,
    column="C",
    field="title",
    value="",
    school="sosh-6",
    url=f"{URL}&range=C4",
)
MENDED = found(
    Code.TEXT_CORRECTED,
    "lookalike_fixed",
    facts={"old": "COШ 8", "new": "СОШ 8"},
    row=2,
    column="B",
    field="school",
    value="COШ 8",
    school="sosh-8",
)
TOO_LATE = found(
    Code.ENTRY_LATE,
    "timestamp",
    facts={"at": LATE.at, "late_by": 7200, "evidence": "timestamp"},
    row=5,
    school="sosh-9",
)
NOTHING_FILED = Finding(
    Code.SCHOOL_MISSING,
    Severity.ERROR,
    "overdue",
    {"days": 1, "due": DUE, "name": FOUR.name},
    school="sosh-4",
    fingerprint="school-missing-4",
)


def result() -> Result:
    """Return the whole outcome."""
    broken = Entry(
        tab="План",
        row=4,
        raw=dict(zip(HEADERS, ("3", "СОШ №6", "", "31 апреля", "педагоги", "•••"), strict=True)),
        values={
            "school": "sosh-6",
            "audience": Audience((Who.TEACHERS,)),
            "responsible": (Person("Петров", "И.И."),),
        },
        notes={},
        findings=(NO_TITLE, BAD_DATE),
        complete=False,
        timing=Timing(Timeliness.UNKNOWN, "none"),
        sound=False,
        columns=COLUMNS,
        texts=(),
    )
    late = replace(
        clean(
            5, Event(**{**values(FULL), "school": "sosh-9", "title": "День «Точки роста»"}), LATE
        ),
        findings=(TOO_LATE,),
    )
    entries = (
        replace(
            clean(
                2,
                FULL,
                ON_TIME,
                date=(Remark("year_inferred"),),
                school=(Remark("lookalike_fixed"),),
            ),
            findings=(MENDED,),
        ),
        broken,
        late,
    )
    findings = (*(each for entry in entries for each in entry.findings), NOTHING_FILED)
    return Result(
        plan=PlanFacts(
            title="План сетевого взаимодействия Центров «Точка роста»",
            school_year="2023–2024",
            timezone="Asia/Yakutsk",
            events_due=DUE,
            contracts_due=datetime(2023, 8, 30, 23, 59, 59, tzinfo=ZONE),
            area_code="41145",
        ),
        origin=Origin("google", "План 2023–2024", MORNING_AFTER, "abc", "link"),
        as_of=MORNING_AFTER,
        entries=entries,
        skipped=(
            Skipped("План", 1, RowKind.HEADER, HEADERS),
            Skipped("План", 3, RowKind.SECTION, ("Февраль", "", "", "", "", "")),
        ),
        schools=Standings.of(
            (
                school(EIGHT, Standing.ON_TIME, "timestamp", entries=1, complete=1, on_time=1),
                school(SIX, Standing.INCOMPLETE, "none", entries=1),
                school(NINE, Standing.LATE, "timestamp", entries=1, complete=1),
                school(FOUR, Standing.MISSING, "none"),
            )
        ),
        findings=findings,
        summary=Summary(
            rows=5,
            entries=3,
            complete=2,
            incomplete=1,
            late=1,
            unknown=1,
            skipped=2,
            errors=4,
            warnings=0,
            infos=1,
            expected=4,
            received=2,
            received_on_time=1,
        ),
        clean=2,
        url=URL,
        tabs={"План": ReadTab(URL, {header: index for index, header in enumerate(HEADERS)})},
    )


def school(
    of: School,
    standing: Standing,
    evidence: str,
    *,
    entries: int = 0,
    complete: int = 0,
    on_time: int = 0,
) -> SchoolReport:
    """Return a school's standing; its contracts are signed where it filed at all."""
    return SchoolReport(
        school=of,
        obliged=True,
        standing=standing,
        evidence=evidence,
        entries=entries,
        complete=complete,
        on_time=on_time,
        contracts=Contracts.SIGNED if entries else Contracts.UNKNOWN,
        coverage=Coverage(held=entries, covered=complete),
    )


def in_good_order() -> Result:
    """Return an outcome without a finding: one school, one clean entry, in time."""
    whole = result()
    entry = replace(whole.entries[0], findings=())
    return whole._replace(
        entries=(entry,),
        skipped=whole.skipped[:1],
        schools=Standings.of(whole.schools[:1]),
        findings=(),
        summary=Summary(
            rows=2,
            entries=1,
            complete=1,
            incomplete=0,
            late=0,
            unknown=0,
            skipped=1,
            errors=0,
            warnings=0,
            infos=0,
            expected=1,
            received=1,
            received_on_time=1,
        ),
        clean=1,
    )
