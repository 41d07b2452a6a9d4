"""Which school of the registry a mention means, or why none: number, kind and settlement decide.

A number must be the school's own; a kind or a settlement that contradicts the registry is a
conflict, never a correction; what fits several schools is refused with their names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from tochka_sync.findings import Code
from tochka_sync.values.reading import Reading, Remark, refuse
from tochka_sync.values.where import gazetteer, refusals, vocabulary
from tochka_sync.values.where.directory import Directory
from tochka_sync.values.where.entries import Entry, bears, kind_fits, words_fit
from tochka_sync.values.where.gazetteer import Place
from tochka_sync.values.where.mentions import Mention

_NO_SUCH = frozenset({"unknown_school", "kind_conflict"})
_SHARED = 100
"""More schools than this nothing tells apart but what is looked up."""


def choose(mention: Mention, directory: Directory, hint: tuple[Place, ...] = ()) -> Reading[str]:
    """Return the id of the school meant; `hint` is a settlement said of its neighbours."""
    if mention.goes_on:
        before = mention.goes_on
        same = replace(mention, kinds=before.kinds, generic=before.generic, number=before.number)
        reading = _numbered(same, directory, hint)
        return reading if reading.value else refusals.only_settlement(mention, directory)
    if mention.number is None:
        return _named(mention, directory)
    reading = _numbered(mention, directory, hint)
    if mention.loose and reading.problem and reading.problem.reason in _NO_SUCH:
        counted = _named(replace(mention, number=None), directory)
        return counted if counted.value else reading
    problem = reading.problem
    if problem is None or problem.code is Code.SCHOOL_AMBIGUOUS:
        return reading
    if problem.reason == "kind_conflict" and mention.shared:  # «СОШ №2, 7» where №7 is a lyceum
        return reading
    former = [entry for entry in directory.renamed.get(mention.number, ()) if _was(mention, entry)]
    return _one(mention, former) if former else reading


def _was(mention: Mention, entry: Entry) -> bool:
    """Tell whether an alias of a school has the number said: it was called so before."""
    here = not mention.places or entry.place is None or bool(_in(mention.places, [entry]))
    return here and any(
        (name.number, name.letter) == (mention.number, mention.letter)
        and mention.kinds <= (name.kinds or mention.kinds)
        and frozenset(mention.words) <= frozenset(name.words)
        for name in entry.names
    )


def _numbered(mention: Mention, directory: Directory, hint: tuple[Place, ...]) -> Reading[str]:
    number = mention.number or 0
    all_so: Sequence[Entry] = directory.in_places(mention.places, mention.number)
    here = bool(all_so)
    if here:
        same: Sequence[Entry] = [entry for entry in all_so if entry.letter == mention.letter]
        fits: Sequence[Entry] = [entry for entry in same if kind_fits(mention.kinds, entry)]
    else:
        all_so = directory.by_number.get(number, ())
        same = directory.of_number(number, mention.letter, frozenset())
        fits = directory.of_number(number, mention.letter, mention.kinds)
    if not same:
        return refusals.unknown(mention, chain(all_so, directory.alike(mention.kinds)))
    if not fits and mention.kinds & vocabulary.NO_SCHOOLS:
        return refusals.unknown(mention, ())
    if not fits:
        return refuse(
            Code.SCHOOL_CONFLICT,
            "kind_conflict",
            candidates=refusals.names(chain(same, directory.alike(mention.kinds))),
            name=mention.label,
        )
    if mention.words:
        fits, unfit = _worded(mention, fits, directory), fits
        if not fits:
            return refusals.strange(mention, unfit, directory)
    if mention.honour:
        owners = directory.bearing(mention.honour)
        fits = _suiting(mention, _in(mention.places, owners) if here else owners) or fits
        if mixed := _of_others(mention, fits, owners):
            return mixed
    if here:
        return _one(mention, _in(mention.places, fits) if len(fits) > 1 else fits)
    if mention.places:
        return _elsewhere(mention, fits, directory)
    if hint and len(fits) > 1:
        fits = _in(hint, _suiting(mention, directory.in_places(hint, number))) or fits
    return _one(mention, fits)


def _worded(mention: Mention, fits: Sequence[Entry], directory: Directory) -> list[Entry]:
    """Return the schools in whose names the words said are."""
    if len(fits) > _SHARED:
        owners = [directory.by_word.get(word, []) for word in mention.words]
        fewest = min(owners, key=len)
        return _suiting(mention, fewest)
    return [entry for entry in fits if words_fit(mention, entry)]


def _suiting(mention: Mention, entries: Iterable[Entry]) -> list[Entry]:
    """Return the schools of the number, the kind and the words said."""
    return [
        entry
        for entry in entries
        if entry.number == mention.number
        and entry.letter == mention.letter
        and kind_fits(mention.kinds, entry)
        and words_fit(mention, entry)
    ]


def _elsewhere(mention: Mention, fits: Sequence[Entry], directory: Directory) -> Reading[str]:
    """Judge a settlement that is said to have a school of a number and has none."""
    free = bool(directory.unplaced) and any(entry.place is None for entry in fits)
    if len(fits) == 1:
        if free:
            return _accept(mention, fits[0], _unverified(mention, fits[0]))
        return refusals.misplaced(mention, fits[0])
    if free:
        return refusals.ambiguous(mention, fits)
    near = [entry for entry in _near(mention, directory) if kind_fits(mention.kinds, entry)]
    return refusals.unknown(mention, near)


def _named(mention: Mention, directory: Directory) -> Reading[str]:
    if not mention.named:
        return refusals.only_settlement(mention, directory)
    pool = _fitting(mention, directory)
    if mention.honour:
        if mixed := _of_others(mention, pool, directory.bearing(mention.honour)):
            return mixed
        if not pool and (unnamed := _fitting(replace(mention, honour=frozenset()), directory)):
            return refusals.unknown(mention, unnamed)
    if mention.generic and not mention.kinds:
        pool = schools_of(pool, directory)
    exact = _called(mention, pool, directory)
    if exact:
        here = _in(mention.places, exact) or exact
        said = [entry for entry in here if _says_places(entry, mention)] if len(here) > 1 else []
        return _one(mention, said or here)
    if not mention.places:
        return _partial(mention, pool, [], directory)
    here = _in(mention.places, pool)
    free = [entry for entry in pool if entry.place is None]
    if here:
        return _partial(mention, here, free, directory)
    if len(free) == 1 and (mention.kinds or mention.words):
        return _accept(mention, free[0], _unverified(mention, free[0]))
    if free and mention.known:
        return refusals.ambiguous(mention, free)
    if local := _of_another_kind(mention, directory):
        names = refusals.names(local)
        return refuse(Code.SCHOOL_CONFLICT, "kind_here", candidates=names, name=mention.label)
    elsewhere = Mention(kinds=mention.kinds, words=mention.words, honour=mention.honour)
    others = _fitting(elsewhere, directory) if elsewhere.named else []
    if len(others) == 1:
        return refusals.misplaced(mention, others[0])
    return refusals.unknown(mention, chain(_near(mention, directory), others))


def schools_of(entries: Sequence[Entry], directory: Directory) -> Sequence[Entry]:
    """Leave out kindergartens and the like, if the registry has any: they are not called schools."""
    if not any(map(directory.by_kind.get, vocabulary.NO_SCHOOLS)):
        return entries
    return [entry for entry in entries if not entry.kinds or entry.kinds - vocabulary.NO_SCHOOLS]


def _of_another_kind(mention: Mention, directory: Directory) -> list[Entry]:
    """Return the schools of the place said that differ in «СОШ» or «ООШ» only."""
    if mention.words or not mention.kinds or not mention.kinds <= vocabulary.COMMON:
        return []
    here = [entry for place in mention.places for entry in directory.in_place(place)]
    return [entry for entry in here if entry.kinds and entry.kinds <= vocabulary.COMMON]


def _partial(
    mention: Mention, pool: Sequence[Entry], rivals: Sequence[Entry], directory: Directory
) -> Reading[str]:
    """Decide by a part of a name: it is enough only if no other school may bear it."""
    if 1 < len(pool) <= _SHARED:
        pool = _surely(mention, pool)
    if not pool:
        return refusals.unknown(mention, _near(mention, directory))
    if (
        len(pool) > 1
        or (rivals and pool[0].number is not None)
        or not (mention.kinds or mention.words or mention.honour or mention.places)
    ):
        return refusals.ambiguous(mention, pool if len(pool) > 1 else [*pool, *rivals])
    if mention.mended and not (mention.typed or mention.places):
        return refusals.unknown(mention, pool)  # «санаторий» is no «санаторная школа»
    return _accept(mention, pool[0], Remark("partial_name"))


def _near(mention: Mention, directory: Directory) -> Sequence[Entry]:
    """Return the schools that may be meant: of the settlement, of names alike, of the kind."""
    here = [entry for place in mention.places for entry in directory.in_place(place)]
    return [*here, *directory.resembling(mention)] or directory.alike(mention.kinds)


def _one(mention: Mention, fits: Sequence[Entry]) -> Reading[str]:
    """Take the only one, or the one that alone is called exactly so."""
    if len(fits) > _SHARED:
        return refusals.ambiguous(mention, fits)
    if not (mention.words or mention.places):
        alike = fits
        fits = [e for e in fits if not e.is_ordinal or bears(e, mention.honour)]
        if not fits:
            return refusals.unknown(mention, alike)
    if len(fits) > 1:
        fits = _surely(mention, [entry for entry in fits if bears(entry, mention.honour)] or fits)
    if len(fits) > 1:
        exact = [
            entry
            for entry in fits
            if entry.kinds == mention.kinds and frozenset(mention.words) in entry.words
        ]
        fits = exact if len(exact) == 1 and _in_one_place(fits) else fits
    return _accept(mention, fits[0]) if len(fits) == 1 else refusals.ambiguous(mention, fits)


def _surely(mention: Mention, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Prefer the schools of which it is known that they are of the kinds said."""
    return [entry for entry in entries if mention.kinds <= entry.kinds] or entries


def _in_one_place(entries: Iterable[Entry]) -> bool:
    """Tell whether no settlement, left unsaid, may be what tells schools apart."""
    return len({entry.place and gazetteer.key(entry.place) for entry in entries}) == 1


def _fitting(mention: Mention, directory: Directory) -> Sequence[Entry]:
    """Return the schools that may be called by what is said, which is no number."""
    kinds, honour = mention.kinds, mention.honour
    if not (mention.words or mention.places):
        if not honour:
            return directory.of_kinds(kinds)
        honoured = [entry for entry in directory.bearing(honour) if kind_fits(kinds, entry)]
        nameless = directory.nameless(kinds) if kinds else ()
        # Where others bear names, whoever is said is not the one that bears none.
        return honoured or (nameless and directory.of_kinds(kinds))
    pool = [
        entry
        for entry in directory.without_number(mention)
        if (kind_fits(kinds, entry) or (mention.words and not entry.kinds))
        and words_fit(mention, entry)
    ]
    if not honour:
        return pool
    named = [entry for entry in pool if bears(entry, honour)]
    return named or (pool if len(pool) > 1 or not any(entry.honour for entry in pool) else [])


def _called(mention: Mention, pool: Sequence[Entry], directory: Directory) -> Sequence[Entry]:
    """Return those of a pool one of whose names is just what is said."""
    if mention.words or mention.places or len(pool) <= _SHARED:
        called: Sequence[Entry] = [entry for entry in pool if _is_called(mention, entry)]
    else:
        called = [entry for entry in directory.called(mention.kinds) if not entry.honour]
    if not mention.honour:
        return called
    return [entry for entry in called if not entry.honour or bears(entry, mention.honour)]


def _is_called(mention: Mention, entry: Entry) -> bool:
    """Tell whether one of the school's names, which has no number, says just this."""
    if entry.is_numbered:  # then its names need not be taken apart
        return False
    words = frozenset(mention.words)
    here = bool(mention.places) and bool(_in(mention.places, [entry]))
    return any(
        name.number is None
        and name.kinds == mention.kinds
        and frozenset(name.words) == words
        and name.part >= mention.part  # «Чурилинская» is neither «Старо-» nor «Новочурилинская»
        and (here or not (mention.places or name.places))
        # «СОШ» alone is no more «СОШ им. Гагарина» than another
        and bool(words or here or (name.kinds and (mention.honour or not name.honour)))
        for name in entry.says
    )


def _says_places(entry: Entry, mention: Mention) -> bool:
    """Tell whether a name says the same settlements: «Письмянская», not «Новописьмянская»."""
    return any(name.places == mention.places for name in entry.names)


def _in(places: Sequence[Place], entries: Sequence[Entry]) -> list[Entry]:
    """Return the schools in one of the settlements; a type decides between namesakes."""
    keys = {gazetteer.key(place) for place in places}
    here = [entry for entry in entries if entry.place and gazetteer.key(entry.place) in keys]
    if len(here) > 1:
        types = {place.type for place in places}
        here = [entry for entry in here if entry.place and entry.place.type in types] or here
    return here


def _accept(mention: Mention, entry: Entry, *notes: Remark) -> Reading[str]:
    if mention.part and not notes:
        notes = (Remark("partial_name"),)
    if mention.org and entry.org and mention.org != entry.org:
        notes += (Remark("org_form_mismatch", facts={"name": entry.name, "org": mention.org}),)
    return Reading(entry.school.id, notes)


def _unverified(mention: Mention, entry: Entry) -> Remark:
    facts = {"name": entry.name, "settlement": refusals.said(mention)}
    return Remark("settlement_unverified", None if mention.known else Code.REGISTRY_GAP, facts)


def _of_others(
    mention: Mention, fits: Sequence[Entry], owners: Sequence[Entry]
) -> Reading[str] | None:
    """Refuse a name that another school bears: «СОШ №5 им. Гагарина», where it is №3."""
    owners = _in(mention.places, owners) or owners
    if not fits or not owners or any(bears(entry, mention.honour) for entry in fits[:_SHARED]):
        return None
    return refusals.mixed(chain(fits, owners))
