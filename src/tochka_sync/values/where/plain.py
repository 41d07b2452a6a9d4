"""A school worded as most are: legal form, kind, number, settlement and nothing else.

«МБОУ «СОШ №8 г. Томмот»», «сош 4 Алдан». Takes what `names` would take apart in the same way, word
by word; all other wordings are left to it.
"""

from functools import lru_cache
from typing import NamedTuple

from tochka_sync.pattern import Pattern
from tochka_sync.values.where import vocabulary
from tochka_sync.values.where.gazetteer import TYPE_OF
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.spelling import Lexicon

SEPARATOR = ", "
"""What stands between schools listed plainly."""
_SCHOOL = Pattern(
    r"(?:([А-ЯЁа-яё]{3,6}) )?[«\"]?([А-ЯЁа-яё]{2,9})(?: ?№ ?| )([1-9][0-9]{0,2}) "
    r"(?:([гпГП])(?:\. ?| )|([сдСД])\. ?)?([А-ЯЁ][а-яё]{2,})[»\"]?"
)


def mention(piece: str, lexicon: Lexicon) -> Mention | None:
    """Return the school a piece of a wording names plainly: always with a number and a settlement."""
    match = _SCHOOL.fullmatch(piece)
    if match is None:
        return None
    org, kind, number, type_, rural, town = match.groups()
    head, word = _head(org, kind), _folded(town)
    if head is None or word in vocabulary.WORDS or word in TYPE_OF:
        return None
    found = lexicon.gazetteer.find((word,), 0)
    if found is None:
        return None
    stated = TYPE_OF[(type_ or rural).lower()] if type_ or rural else None
    if stated and found.form == "adjective":
        return None
    places = tuple([place for place in found.places if stated in {None, place.type}])
    return Mention(
        kinds=head.kinds,
        generic=not head.kinds,
        number=int(number),
        places=places or found.places,
        known=True,
        org=head.org,
        singular=head.singular,
        part=found.form == "part",
        adjective=word if found.form == "adjective" else "",
        head=True,
    )


class _Head(NamedTuple):
    """What stands before a number: legal form and kind."""

    org: str | None
    kinds: frozenset[str]
    singular: str | None


@lru_cache(maxsize=512)
def _head(org: str | None, kind: str) -> _Head | None:
    form = vocabulary.WORDS.get(org.lower()) if org else None
    said = vocabulary.WORDS.get(_folded(kind))
    if said is None or said.role != "kind" or (org and (form is None or form.role != "org")):
        return None
    return _Head(
        form.value if form else None,
        frozenset() if said.value == vocabulary.SCHOOL else frozenset({said.value}),
        kind if _folded(kind) in vocabulary.SINGULAR else None,
    )


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")
