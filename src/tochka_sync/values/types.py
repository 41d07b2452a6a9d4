"""What form an event takes: seminar, festival, quest."""

from enum import StrEnum

from tochka_sync.table import Cell
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading


class EventType(StrEnum):
    """A form of event."""

    SEMINAR = "seminar"
    METHOD_SEMINAR = "method_seminar"
    WORKSHOP_SEMINAR = "workshop_seminar"
    MASTERCLASS = "masterclass"
    WEBINAR = "webinar"
    VIDEOCONFERENCE = "videoconference"
    CONFERENCE = "conference"
    SCI_CONFERENCE = "sci_conference"
    FESTIVAL = "festival"
    QUEST = "quest"
    MARATHON = "marathon"
    MIKS = "miks"
    OPEN_LESSON = "open_lesson"
    ROUND_TABLE = "round_table"
    HACKATHON = "hackathon"
    CONTEST = "contest"
    TOURNAMENT = "tournament"
    OLYMPIAD = "olympiad"
    EXCURSION = "excursion"
    OPEN_DAY = "open_day"
    INTENSIVE = "intensive"
    INTERNSHIP = "internship"
    METHOD_MEETING = "method_meeting"
    CAMPAIGN = "campaign"
    CAMP_SHIFT = "camp_shift"
    OUTREACH = "outreach"
    OTHER = "other"


def read(cell: Cell, context: Context) -> Reading[tuple[EventType, ...]]:
    """Read the event types a cell names; a level or a format named in passing goes to `also`."""
    raise NotImplementedError(cell, context)
