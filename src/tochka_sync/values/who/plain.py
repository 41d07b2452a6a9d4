"""A surname with initials and nothing beside it: «Иванова А.П.», «А. П. Иванова».

Most cells are such. Takes only a surname of which nothing is to be asked; one that may be a post, a
preposition or not in the nominative is left to `people`, which reads a cell word by word.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import declension, roles

_SHAPE = Pattern(
    r"(?:([А-ЯЁ])\. ?([А-ЯЁ])\. ?)?([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)(?(1)| ([А-ЯЁ])\. ?([А-ЯЁ])\.?)"
)


def read(shown: str) -> tuple[str, str] | None:
    """Return the surname and the initials of a text that is nothing else."""
    match = _SHAPE.fullmatch(shown)
    if match is None:
        return None
    first, second, surname, third, fourth = match.groups()
    if roles.is_role(surname) or roles.is_topic(surname) or surname.lower() in roles.PREPOSITIONS:
        return None
    if declension.is_unclear(surname) or declension.surname(surname) != surname:
        return None
    return surname, f"{first or third}.{second or fourth}."
