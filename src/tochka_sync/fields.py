"""What a column of the plan can hold, and what a row can be."""

from enum import StrEnum


class Field(StrEnum):
    """A column's meaning. The first group are fields of an entry; the second help to read them."""

    SCHOOL = "school"
    TITLE = "title"
    TYPES = "types"
    DATE = "date"
    AUDIENCE = "audience"
    PARTICIPATING_SCHOOLS = "participating_schools"
    PARTICIPANTS = "participants"
    SETTLEMENT = "settlement"
    PLACE = "place"
    LEVEL = "level"
    FORMAT = "format"
    RESPONSIBLE = "responsible"
    PHONES = "phones"
    EMAILS = "emails"
    LINKS = "links"
    CONTRACT = "contract"
    SUBMITTED_AT = "submitted_at"

    NUMBER = "number"  # «№ п/п»
    TIME = "time"  # joins the date
    WEEKDAY = "weekday"  # «День недели», held against the date
    ENDS = "ends"  # «Дата окончания», joins the date
    ENDS_AT = "ends_at"  # «Время окончания», joins the time
    FIRST_NAME = "first_name"  # «Имя», «Инициалы» beside «Фамилия», joins the responsible
    PATRONYMIC = "patronymic"
    STUDENTS = "students"  # «Количество участников / учащиеся», joins the participants
    TEACHERS = "teachers"  # the same for teachers
    PARENTS = "parents"  # and for parents
    CONTACTS = "contacts"  # phones and e-mails in one cell
    CONTENT = "content"
    SUBJECT = "subject"
    RESULT = "result"
    REMARK = "remark"  # «Примечание», «Отметка о выполнении»

    # Fields of a tab of schools only.
    CENTRE_OPENED = "centre_opened"
    HEAD = "head"


CONTACT_FIELDS = frozenset(
    {
        *(Field.RESPONSIBLE, Field.FIRST_NAME, Field.PATRONYMIC, Field.HEAD),
        *(Field.PHONES, Field.EMAILS, Field.CONTACTS),
    }
)
"""Columns of personal data: their text stays out of everything written unless it is asked for."""


class RowKind(StrEnum):
    """What a row with anything in it is. Only an `EVENT` is judged; every other kind is counted and kept."""

    EVENT = "event"
    TITLE = "title"  # above the header
    HEADER = "header"
    REPEATED_HEADER = "repeated_header"
    NUMBERING = "numbering"  # «1 | 2 | 3 | 4» under the header
    PRENUMBERED = "prenumbered"  # nothing but its number, or dashes: room for an entry
    SECTION = "section"  # a month or a heading across the table
    TOTAL = "total"
    FOOTNOTE = "footnote"
    EXAMPLE = "example_row"
