"""Why a mention means no school of the registry, and which schools are offered instead."""

from collections.abc import Iterable, Sequence
from itertools import chain

from tochka_sync.findings import Code
from tochka_sync.values.reading import Reading, refuse
from tochka_sync.values.where import vocabulary
from tochka_sync.values.where.directory import Directory
from tochka_sync.values.where.entries import Entry
from tochka_sync.values.where.mentions import Mention

_LEFT_OUT = frozenset({"кроме", "без", "не", "исключая", "вместо", "нет"})
"""Beside these a school is no example of what to type."""
_MOST = 10
"""More candidates than this help nobody."""
_SOME = 3
"""As many show what a school of many is to be called."""


def misplaced(mention: Mention, entry: Entry) -> Reading[str]:
    """Refuse a school that is in another settlement than is said."""
    return refuse(
        Code.SCHOOL_CONFLICT,
        "settlement_conflict",
        suggestion=entry.name,
        candidates=(entry.name,),
        guess=True,
        name=entry.name,
        settlement=said(mention),
    )


def strange(mention: Mention, fits: Sequence[Entry], directory: Directory) -> Reading[str]:
    """Refuse words the school's name does not have: they may mean another school, or town."""
    owners = [entry for word in mention.words for entry in directory.by_word.get(word, ())]
    if owners:
        return mixed(chain(fits, owners))
    if left_out := _left_out(mention):
        return left_out
    words = " ".join(mention.words.values())
    return refuse(Code.SCHOOL_UNKNOWN, "unknown_words", candidates=names(fits), words=words)


def _left_out(mention: Mention) -> Reading[str] | None:
    """Refuse what may be named in order to leave it out: «кроме начальной»."""
    words = [word for word in mention.words.values() if word in _LEFT_OUT]
    return refuse(Code.SCHOOL_UNKNOWN, "left_out", words=" ".join(words)) if words else None


def mixed(entries: Iterable[Entry]) -> Reading[str]:
    """Refuse a name put together of those of several schools."""
    return refuse(Code.SCHOOL_CONFLICT, "name_conflict", candidates=names(entries))


def only_settlement(mention: Mention, directory: Directory) -> Reading[str]:
    """Refuse a settlement alone, whose schools are offered: it may be said of another of them."""
    here = [entry for place in mention.places for entry in directory.in_place(place)]
    if not here:
        return unknown(mention, [])
    return refuse(
        Code.SCHOOL_UNKNOWN,
        "only_settlement",
        suggestion=here[0].name if len(here) == 1 else None,
        candidates=names(here),
        guess=True,
        name=said(mention),
    )


def unknown(mention: Mention, near: Iterable[Entry]) -> Reading[str]:
    """Refuse a school that is none of the registry; `near` are offered."""
    school = mention.typed or mention.number is not None or mention.places
    return (school and _left_out(mention)) or refuse(
        Code.SCHOOL_UNKNOWN,
        "unknown_school",
        candidates=names(near),
        name=mention.label or vocabulary.SCHOOL,
    )


def ambiguous(mention: Mention, entries: Sequence[Entry]) -> Reading[str]:
    """Refuse what several schools are called."""
    many = len(entries) > _MOST
    return refuse(
        Code.SCHOOL_AMBIGUOUS,
        "many_fit" if many else "several_fit",
        candidates=names(entries[:_SOME] if many else entries),
        name=mention.label or vocabulary.SCHOOL,
    )


def said(mention: Mention) -> str:
    """Return the settlement said, with its type."""
    place = mention.places[0]
    return f"{place.type or ''} {place.name}".strip()


def names(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return what to call schools that are offered, no more than help."""
    found: dict[str, None] = {}
    for entry in entries:
        found[entry.name] = None
        if len(found) == _MOST:
            break
    return tuple(found)
