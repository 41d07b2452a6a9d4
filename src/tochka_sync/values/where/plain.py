"""Schools worded as most are: legal form, kind, number, settlement and nothing else, between commas.

«МБОУ «СОШ №8 г. Томмот»», «сош 4 Алдан, МБОУ СОШ 5 Алдан». Takes what `names` would take apart in
the same way, word by word; all other wordings are left to it.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values.where import vocabulary
from tochka_sync.values.where.gazetteer import TYPE_OF
from tochka_sync.values.where.mentions import Mention, Parsed
from tochka_sync.values.where.spelling import Lexicon

_SCHOOL = Pattern(
    r"(?:([А-ЯЁа-яё]{3,6}) )?[«\"]?([А-ЯЁа-яё]{2,9})(?: ?№ ?| )([1-9][0-9]{0,2}) "
    r"(?:([гпГП])(?:\. ?| )|([сдСД])\. ?)?([А-ЯЁ][а-яё]{2,})[»\"]?"
)


def parse(shown: str, lexicon: Lexicon) -> Parsed | None:
    """Take a wording apart that holds nothing but plainly named schools."""
    mentions = []
    for piece in shown.split(", "):
        mention = _mention(piece, lexicon)
        if mention is None:
            return None
        mentions.append(mention)
    return Parsed(mentions, signed=True)


def _mention(piece: str, lexicon: Lexicon) -> Mention | None:
    match = _SCHOOL.fullmatch(piece)
    if match is None:
        return None
    org, kind, number, type_, rural, town = match.groups()
    form = vocabulary.WORDS.get(org.lower()) if org else None
    said, word = vocabulary.WORDS.get(_folded(kind)), _folded(town)
    if said is None or said.role != "kind" or (org and (form is None or form.role != "org")):
        return None
    if word in vocabulary.WORDS or word in TYPE_OF:
        return None
    found = lexicon.gazetteer.find((word,), 0)
    if found is None:
        return None
    stated = TYPE_OF[(type_ or rural).lower()] if type_ or rural else None
    places = tuple([place for place in found.places if stated in {None, place.type}])
    return Mention(
        kinds=frozenset() if said.value == vocabulary.SCHOOL else frozenset({said.value}),
        generic=said.value == vocabulary.SCHOOL,
        number=int(number),
        places=places or found.places,
        known=True,
        org=form.value if form else None,
        singular=kind if _folded(kind) in vocabulary.SINGULAR else None,
        part=found.form == "part",
        adjective=found.form == "adjective",
        head=True,
    )


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")
