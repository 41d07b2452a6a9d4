"""Words and initials put together into persons: «Иванова А.П.», «А. П. Иванова», «Анна Петровна Иванова».

Which word is the surname is decided by initials, a patronymic or a known first name; where none
decides, the name is refused.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tochka_sync.values.reading import Unclear
from tochka_sync.values.who import declension
from tochka_sync.values.who.declension import Gender
from tochka_sync.values.who.forenames import FORENAMES


class Piece(NamedTuple):
    """A capitalised word, or initials as «А.П.»; `kin` is the «оглы» or «кызы» after a word."""

    word: str
    initials: bool = False
    kin: str | None = None
    after_on: bool = False
    """Whether «на» stands before it: «возложить на Петрову С.И.»."""


class Name(NamedTuple):
    """A person's name; `typed` is the surname as it stands in the cell."""

    last: str
    initials: str
    first: str | None = None
    patronymic: str | None = None
    typed: str = ""
    guessed: bool = False
    """Whether the surname may be a woman's as well: «Иванову А.П.»."""


def assemble(pieces: Sequence[Piece]) -> list[Name]:
    """Return the persons a run of pieces names.

    Raises `Unclear` where a piece is left over or the run can be cut in two ways.
    """
    # How many ways there are to cut the run up to each place, and the last name of one of them.
    ways = [1] + [0] * len(pieces)
    last: dict[int, tuple[int, Name]] = {}
    for start in range(len(pieces)):
        for end in range(start + 2, min(start + 4, len(pieces)) + 1) if ways[start] else ():
            if (name := _person(pieces[start:end])) is not None:
                ways[end] = min(ways[end] + ways[start], 2)
                last[end] = start, name
    if ways[-1] == 1:
        return _names(last, len(pieces))
    raise Unclear(_why(pieces, ambiguous=ways[-1] > 1))


def _names(last: dict[int, tuple[int, Name]], end: int) -> list[Name]:
    """Return the names of the only way to cut a run, followed back from its end."""
    names: list[Name] = []
    while end:
        end, name = last[end]
        names.append(name)
    return names[::-1]


def _why(pieces: Sequence[Piece], *, ambiguous: bool) -> str:
    words = [piece.word for piece in pieces if not piece.initials]
    if ambiguous or not words:
        return "unclear_name"
    if all(_is_given(piece) for piece in pieces if not piece.initials):
        return "no_last_name" if len(words) <= 2 else "unclear_name"
    if len(pieces) == 1:
        return "no_initials" if declension.is_surname(words[0]) else "unreadable"
    return "unclear_name"


def _is_given(piece: Piece) -> bool:
    return _is_forename(piece.word) or _patronymic(piece) is not None


def _is_forename(word: str) -> bool:
    first = word.lower().partition("-")[0]
    return first in FORENAMES or declension.forename(word) != word


def _patronymic(piece: Piece) -> tuple[Gender, str, str] | None:
    if piece.kin is not None:
        gender = Gender.FEMALE if piece.kin.lower() in {"кызы", "кизи", "гызы"} else Gender.MALE
        return gender, f"{piece.word} {piece.kin}", "nominative"
    return declension.patronymic(piece.word)


def _person(pieces: Sequence[Piece]) -> Name | None:
    shape = "".join("I" if piece.initials else "W" for piece in pieces)
    match shape:
        case "WI":
            return _with_initials(pieces[0], pieces[1].word)
        case "IW":
            return _with_initials(pieces[1], pieces[0].word)
        case "WWW":
            return _full(pieces)
        case "WW":
            return _without_patronymic(pieces[0], pieces[1])
        case "WIW" if _patronymic(pieces[2]) and pieces[1].word.count(".") == 1:
            return _half(pieces[0], pieces[1].word, pieces[2].word)
        case "WWI" if _is_forename(pieces[1].word) and pieces[2].word.count(".") == 1:
            initials = f"{pieces[1].word[0]}.{pieces[2].word}"
            last = declension.surname(pieces[0].word)
            return Name(last, initials, pieces[1].word, typed=pieces[0].word)
        case _:
            return None


def _with_initials(surname: Piece, initials: str) -> Name | None:
    if surname.kin is not None:
        return None
    if initials.count(".") == 1 and _is_forename(surname.word):  # «Анна П.»
        return None
    last = declension.surname(surname.word, after_on=surname.after_on)
    guessed = not surname.after_on and declension.is_of_either(surname.word)
    return Name(last, initials, typed=surname.word, guessed=guessed)


def _half(surname: Piece, initial: str, patronymic: str) -> Name:
    last = declension.surname(surname.word)
    return Name(last, f"{initial}{patronymic[0]}.", patronymic=patronymic, typed=surname.word)


def _full(pieces: Sequence[Piece]) -> Name | None:
    """Read three words, one of them a patronymic, in any order."""
    places = [place for place, piece in enumerate(pieces) if _patronymic(piece)]
    if places in ([0, 2], [1, 2]):
        # «Абрамович Анна Петровна», «Анна Петровна Абрамович»: a surname in -ович.
        place = 2 if places == [0, 2] else 1
    elif len(places) == 1:
        place = places[0]
    else:
        return None
    others = [piece for at, piece in enumerate(pieces) if at != place]
    known = [_is_forename(piece.word) for piece in others]
    if known[0] != known[1]:
        first, surname = (others[0], others[1]) if known[0] else (others[1], others[0])
    elif place > 0:
        first = pieces[place - 1]  # a patronymic follows the first name
        surname = next(piece for piece in others if piece is not first)
    else:
        return None
    return _named(surname, first, pieces[place])


def _named(surname: Piece, first: Piece, patronymic: Piece) -> Name | None:
    known = _patronymic(patronymic)
    if known is None or surname.kin or first.kin:
        return None
    gender, father, case = known
    if case == "nominative":
        last, given = surname.word, first.word
    else:
        last = declension.surname(surname.word, gender)
        given = declension.forename(first.word)
    return Name(last, f"{given[0]}.{father[0]}.", given, father, typed=surname.word)


def _without_patronymic(one: Piece, other: Piece) -> Name | None:
    """Read a surname and a first name; the known first name decides which is which."""
    if one.kin or other.kin or _patronymic(one) or _patronymic(other):
        return None
    known = _is_forename(one.word), _is_forename(other.word)
    ends = declension.is_surname(one.word), declension.is_surname(other.word)
    if known[0] != known[1]:
        first, surname = (one, other) if known[0] else (other, one)
    elif not any(known) and ends[0] != ends[1]:
        surname, first = (one, other) if ends[0] else (other, one)
    else:
        return None
    oblique = first.word.lower() not in FORENAMES and declension.forename(first.word) != first.word
    given = declension.forename(first.word) if oblique else first.word
    last = declension.surname(surname.word) if oblique else surname.word
    return Name(last, f"{given[0]}.", given, typed=surname.word)
