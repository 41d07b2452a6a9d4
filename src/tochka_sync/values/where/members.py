"""Which schools are «все школы района», «обе гимназии», «все школы г. Томмот»."""

from collections.abc import Sequence

from tochka_sync.values.where import choice, gazetteer, names
from tochka_sync.values.where.directory import Directory
from tochka_sync.values.where.entries import Entry
from tochka_sync.values.where.mentions import Mention
from tochka_sync.values.where.wholes import Everyone


def of(whole: Everyone, directory: Directory) -> Sequence[Entry]:
    """Return the schools of a kind and a settlement; none where that is not sure."""
    meant: Sequence[Entry] = choice.schools_of(directory.entries, directory)
    if whole.kind:
        kinds = _said(whole.kind, directory).kinds
        meant = [entry for kind in kinds for entry in directory.by_kind.get(kind, ())]
    if whole.town:
        meant = _in_town(_said(whole.town, directory), meant)
    return () if whole.two and len(meant) != 2 else meant


def _in_town(said: Mention, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the schools of a settlement; none where another may be there too, or more is said."""
    keys = {gazetteer.key(place) for place in said.places}
    unsure = any(entry.place is None for entry in entries)
    if said.named or said.part or len(keys) != 1 or unsure:
        return ()
    return [entry for entry in entries if entry.place and gazetteer.key(entry.place) in keys]


def _said(words: str, directory: Directory) -> Mention:
    """Return the one school or settlement that words name."""
    mentions = names.parse(words, directory.lexicon).mentions
    return mentions[0] if len(mentions) == 1 else Mention()
