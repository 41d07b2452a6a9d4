"""Which school of the registry a mention means, or why none: number, kind and settlement decide.

A number must be the school's own; a kind or a settlement that contradicts the registry is a
conflict, never a correction; what fits several schools is refused with their names.
"""

from collections.abc import Iterable, Sequence

from tochka_sync.findings import Code
from tochka_sync.values.reading import Reading, Remark, refuse
from tochka_sync.values.where import gazetteer, vocabulary
from tochka_sync.values.where.directory import Directory, Entry, kind_fits, words_fit
from tochka_sync.values.where.gazetteer import Place
from tochka_sync.values.where.mentions import Mention

_MOST = 10
"""More candidates than this help nobody."""
_SHARED = 100
"""In the registry of a country a number alone is no name, and looking through all is slow."""


def choose(mention: Mention, directory: Directory, hint: tuple[Place, ...] = ()) -> Reading[str]:
    """Return the id of the school meant; `hint` is a settlement said of its neighbours."""
    if mention.number is not None:
        return _numbered(mention, directory, hint)
    return _named(mention, directory)


def _numbered(mention: Mention, directory: Directory, hint: tuple[Place, ...]) -> Reading[str]:
    all_so = directory.with_number(mention)
    same = [entry for entry in all_so if entry.letter == mention.letter]
    if len(same) > _SHARED and not (mention.places or hint or mention.words or mention.honour):
        return _ambiguous(mention, [entry for entry in same[:_SHARED] if kind_fits(mention, entry)])
    if not same:
        return _unknown(mention, [*all_so, *_alike(mention, directory)])
    fits = [entry for entry in same if kind_fits(mention, entry)]
    if not fits:
        return refuse(
            Code.SCHOOL_CONFLICT,
            "kind_conflict",
            candidates=_names([*same, *_alike(mention, directory)]),
            name=mention.label,
        )
    fits, unfit = [entry for entry in fits if words_fit(mention, entry)], fits
    if not fits:
        return _extra(mention, unfit, directory)
    if mention.places:
        return _placed(mention, fits, directory)
    if hint and len(fits) > 1:
        fits = _in(hint, fits) or fits
    return _one(mention, fits)


def _placed(mention: Mention, fits: list[Entry], directory: Directory) -> Reading[str]:
    if here := _in(mention.places, fits):
        return _one(mention, here)
    free = [entry for entry in fits if entry.place is None]
    if len(fits) == 1 and free:
        return _accept(mention, free[0], _unverified(mention, free[0]))
    if free:
        return _ambiguous(mention, fits)
    if len(fits) == 1:
        return _misplaced(mention, fits[0])
    near = [
        entry
        for place in mention.places
        for entry in directory.by_place.get(gazetteer.key(place), ())
        if kind_fits(mention, entry)
    ]
    return _unknown(mention, near)


def _named(mention: Mention, directory: Directory) -> Reading[str]:
    if not mention.named:
        return _unknown(mention, [])
    pool = _fitting(mention, directory.without_number(mention))
    exact = [entry for entry in pool if _is_called(mention, entry)]
    if exact:
        return _one(mention, exact)
    if not mention.places:
        return _partial(mention, pool, [], directory)
    here = _in(mention.places, pool)
    free = [entry for entry in pool if entry.place is None]
    if here:
        return _partial(mention, here, free, directory)
    if len(free) == 1 and (mention.kinds or mention.words):
        return _accept(mention, free[0], _unverified(mention, free[0]))
    if free and mention.known:
        return _ambiguous(mention, free)
    elsewhere = Mention(kinds=mention.kinds, words=mention.words, honour=mention.honour)
    others = _fitting(elsewhere, directory.without_number(elsewhere)) if elsewhere.named else []
    if len(others) == 1:
        return _misplaced(mention, others[0])
    return _unknown(mention, others)


def _partial(
    mention: Mention, pool: list[Entry], rivals: list[Entry], directory: Directory
) -> Reading[str]:
    """Decide by a part of a name: it is enough only if no other school may bear it."""
    if not pool:
        return _unknown(mention, _alike(mention, directory))
    if (
        len(pool) > 1
        or (rivals and pool[0].number is not None)
        or not (mention.kinds or mention.words or mention.honour or mention.places)
    ):
        return _ambiguous(mention, pool if len(pool) > 1 else [*pool, *rivals])
    return _accept(mention, pool[0], Remark("partial_name"))


def _one(mention: Mention, fits: list[Entry]) -> Reading[str]:
    """Take the only one, or the one that alone is called exactly so."""
    if len(fits) > 1:
        fits = [entry for entry in fits if entry.honour & mention.honour] or fits
    if len(fits) > 1:
        exact = [
            entry
            for entry in fits
            if entry.kinds == mention.kinds and frozenset(mention.words) in entry.words
        ]
        fits = exact if len(exact) == 1 else fits
    return _accept(mention, fits[0]) if len(fits) == 1 else _ambiguous(mention, fits)


def _fitting(mention: Mention, entries: Iterable[Entry]) -> list[Entry]:
    pool = [
        entry
        for entry in entries
        if kind_fits(mention, entry)
        and words_fit(mention, entry)
        and not (mention.honour and entry.honour and not mention.honour & entry.honour)
    ]
    if mention.honour:
        honoured = [entry for entry in pool if entry.honour & mention.honour]
        only = not (mention.kinds or mention.words or mention.places)
        return honoured or ([] if only else pool)
    return pool


def _is_called(mention: Mention, entry: Entry) -> bool:
    """Tell whether one of the school's names, which has no number, says just this."""
    if entry.is_numbered:  # else one «СОШ» has 25 000 names taken apart, two seconds
        return False
    words = frozenset(mention.words)
    here = bool(mention.places) and bool(_in(mention.places, [entry]))
    return any(
        name.number is None
        and name.kinds == mention.kinds
        and frozenset(name.words) == words
        and (here or not (mention.places or name.places))
        and bool(words or name.kinds or here)
        for name in entry.names
    )


def _in(places: Sequence[Place], entries: list[Entry]) -> list[Entry]:
    """Return the schools in one of the settlements; a type decides between namesakes."""
    keys = {gazetteer.key(place) for place in places}
    here = [entry for entry in entries if entry.place and gazetteer.key(entry.place) in keys]
    if len(here) > 1:
        types = {place.type for place in places}
        here = [entry for entry in here if entry.place and entry.place.type in types] or here
    return here


def _alike(mention: Mention, directory: Directory) -> list[Entry]:
    """Return the schools of the kind said that have no number."""
    return [
        entry
        for kind in sorted(mention.kinds)
        for entry in directory.by_kind.get(kind, ())
        if entry.number is None and kind_fits(mention, entry) and not entry.words[0]
    ]


def _accept(mention: Mention, entry: Entry, *notes: Remark) -> Reading[str]:
    if mention.part and not notes:
        notes = (Remark("partial_name"),)
    if mention.org and entry.org and mention.org != entry.org:
        notes += (Remark("org_form_mismatch", facts={"name": entry.name, "org": mention.org}),)
    return Reading(entry.school.id, notes)


def _unverified(mention: Mention, entry: Entry) -> Remark:
    facts = {"name": entry.name, "settlement": _said(mention)}
    return Remark("settlement_unverified", None if mention.known else Code.REGISTRY_GAP, facts)


def _misplaced(mention: Mention, entry: Entry) -> Reading[str]:
    return refuse(
        Code.SCHOOL_CONFLICT,
        "settlement_conflict",
        suggestion=entry.name,
        candidates=(entry.name,),
        name=entry.name,
        settlement=_said(mention),
    )


def _extra(mention: Mention, fits: list[Entry], directory: Directory) -> Reading[str]:
    """Refuse words the school's name does not have: they may mean another school, or town."""
    owners = [entry for word in mention.words for entry in directory.by_word.get(word, ())]
    said = " ".join(mention.words.values())
    if owners:
        return refuse(
            Code.SCHOOL_CONFLICT,
            "name_conflict",
            candidates=_names([*fits, *owners]),
            words=said,
        )
    return refuse(Code.SCHOOL_UNKNOWN, "unknown_words", candidates=_names(fits), words=said)


def _unknown(mention: Mention, near: list[Entry]) -> Reading[str]:
    return refuse(
        Code.SCHOOL_UNKNOWN,
        "unknown_school",
        candidates=_names(near),
        name=mention.label or vocabulary.SCHOOL,
    )


def _ambiguous(mention: Mention, entries: list[Entry]) -> Reading[str]:
    return refuse(
        Code.SCHOOL_AMBIGUOUS,
        "several_fit",
        candidates=_names(entries),
        name=mention.label or vocabulary.SCHOOL,
    )


def _said(mention: Mention) -> str:
    place = mention.places[0]
    return f"{place.type or ''} {place.name}".strip()


def _names(entries: list[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.name for entry in entries))[:_MOST]
