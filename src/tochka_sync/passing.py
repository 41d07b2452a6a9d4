"""What a cell says in passing of a field that another column says, too."""

from tochka_sync.assemble import Part, noted, says
from tochka_sync.findings import Code
from tochka_sync.values.reading import Reading, Remark
from tochka_sync.values.what import apart, formats, levels
from tochka_sync.values.what.counts import Participants
from tochka_sync.values.what.formats import Format
from tochka_sync.values.what.levels import Level

_CONTRARY = {Format.OFFLINE, Format.ONLINE}


def agreed(name: str, known: Part, said: Part) -> Part:
    """Return what is known of a field with what a cell of another column says of it in passing.

    Lists are joined, and counts of different things; what a column of its own says goes before, and
    is remarked on where both cannot be true. Nothing decides between two columns that say it in
    passing: there it is asked.
    """
    own = name in says(known.column)
    value, other = known.reading.value, said.reading.value
    if value is None or other is None or value == other:
        return known
    if isinstance(value, Participants):
        both = apart.merged(value, other, own=own)
        if own and apart.exceeds(other, value):
            known = noted(known, _differ(known, said))
        if both is None:
            return Part(Reading(problem=_differ(known, said)), said.column)
        return known if both == value else _valued(known, both)
    if own:
        return noted(known, _differ(known, said)) if {value, other} == _CONTRARY else known
    if isinstance(value, tuple):
        return _valued(known, tuple(dict.fromkeys((*value, *other))))
    return Part(Reading(problem=_differ(known, said)), said.column)


def _differ(known: Part, said: Part) -> Remark:
    """Return the remark that what two cells say of one field cannot both be true."""
    values = _typed(said.reading.value), _typed(known.reading.value)
    facts = {"by": known.column.value}
    return Remark("said_twice", Code.VALUE_UNREADABLE, facts, None, values, said.column)


def _valued(part: Part, value: object) -> Part:
    return part._replace(reading=part.reading._replace(value=value))


def _typed(value: object) -> str:
    """Return a value as it is typed into a cell."""
    match value:
        case Format():
            return formats.NAMES[value]
        case Level():
            return levels.NAMES[value]
        case Participants():
            people = (value.total, value.students, value.teachers, value.parents)
            return next((str(number) for number in people if number is not None), "")
        case _:
            return str(value)
