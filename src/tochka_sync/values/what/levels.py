"""For how wide a circle an event is held.

Accepts the adjectives in any form and abbreviation, alone or with «уровень» and «этап», and the
nouns («район», «улус», «республика»). Refuses two different levels and the words that lie between
levels («межрайонный», «окружной»), with the candidates.
"""

from collections.abc import Iterator
from enum import StrEnum

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import abbreviations, corrections, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, placeholder, refuse
from tochka_sync.values.what import formats


class Level(StrEnum):
    """From one school to the world."""

    SCHOOL = "school"
    INTER_SCHOOL = "inter_school"
    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    FEDERAL = "federal"
    INTERNATIONAL = "international"


NAMES = {
    Level.SCHOOL: "школьный",
    Level.INTER_SCHOOL: "межшкольный",
    Level.MUNICIPAL: "муниципальный",
    Level.REGIONAL: "региональный",
    Level.FEDERAL: "всероссийский",
    Level.INTERNATIONAL: "международный",
}
"""What to type for a level."""

_ENDING = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую ых их"
_ENDINGS = frozenset(_ENDING.split())
_ADJECTIVES = {
    Level.SCHOOL: "школьн внутришкольн общешкольн внутриучрежденческ институциональн",
    Level.INTER_SCHOOL: "межшкольн кустов межучрежденческ",
    Level.MUNICIPAL: "муниципальн районн улусн городск общерайонн общегородск",
    Level.REGIONAL: "региональн республиканск областн краев общереспубликанск",
    Level.FEDERAL: "всероссийск общероссийск федеральн российск общефедеральн",
    Level.INTERNATIONAL: "международн",
}
_SHORT = {
    Level.SCHOOL: "шк школ оскуола оскуолатааҕы",
    Level.INTER_SCHOOL: "межшк межшкол куст",
    Level.MUNICIPAL: "улуус улуустааҕы оройуон оройуоннааҕы мун муниц муницип район райн р-н р-ный р-ого р-ном гор",
    Level.REGIONAL: "өрөспүүбүлүкэ өрөспүүбүлүкэтээҕи рег регион респ республ обл р-ка",
    Level.FEDERAL: "арассыыйатааҕы всерос всеросс фед федер рос",
    Level.INTERNATIONAL: "межд междун междунар международ м-народный",
}
_NOUNS = {
    Level.SCHOOL: r"школ[аыеу]|оо|оу|(?:образовательн\w+ )?(?:организаци[яи]|учреждени[ея])",
    Level.INTER_SCHOOL: r"куст[ае]?|кластер[ае]?",
    Level.MUNICIPAL: r"район[ае]?|улус[ае]?|муниципалитет[ае]?|город[ае]?|мо",
    Level.REGIONAL: r"регион[ае]?|республик[аие]|област[ьи]|кра[йяе]|рс ?\(?я\)?|(?:республик[аие] )?саха(?: ?\(?якутия\)?)?|якути[яи]",
    Level.FEDERAL: r"росси[яи]|рф|стран[аые]",
    Level.INTERNATIONAL: r"мир[ае]?",
}
_STARTS = {
    Level.SCHOOL: "школ оо оу образовательн организаци учреждени",
    Level.INTER_SCHOOL: "куст кластер",
    Level.MUNICIPAL: "район улус муниципалитет город мо",
    Level.REGIONAL: "регион республик област кра рс саха якути",
    Level.FEDERAL: "росси рф стран",
    Level.INTERNATIONAL: "мир",
}
"""How the nouns begin."""
_BETWEEN = {
    "межмуниципальн": (Level.MUNICIPAL, Level.REGIONAL),
    "межрайонн": (Level.MUNICIPAL, Level.REGIONAL),
    "межулусн": (Level.MUNICIPAL, Level.REGIONAL),
    "межрегиональн": (Level.REGIONAL, Level.FEDERAL),
    "межобластн": (Level.REGIONAL, Level.FEDERAL),
    "окружн": (Level.MUNICIPAL, Level.FEDERAL),
    "сетев": (Level.INTER_SCHOOL, Level.MUNICIPAL),
    "местн": (Level.SCHOOL, Level.MUNICIPAL),
    "поселков": (Level.INTER_SCHOOL, Level.MUNICIPAL),
    "наслежн": (Level.INTER_SCHOOL, Level.MUNICIPAL),
    "сельск": (Level.INTER_SCHOOL, Level.MUNICIPAL),
}
_FILLER = Pattern(
    r"\b(?:уров(?:ень|ня|не|нем|ни)|этап[аеы]?|масштаб[ае]?|статус[ае]?|мероприяти[еяй]|значени[ея]"
    r"|внутри|иһинэн|на|в|рамках|для|по|и|или|от|до|самый|(?:дистанционн|заочн|очн)[а-я]{1,3}|оф+лайн|онлайн|всош"
    r"|[а-я]{3,}ск(?:ий|ого|ом)(?=\s(?:район|улус))|(?<=ой\s)округ[ае]?)\b"
)
_FORMS = {
    stem + ending: level
    for level, stems in _ADJECTIVES.items()
    for stem in stems.split()
    for ending in ("ий ая ое ие ого их" if stem.endswith("к") else "ый ая ое ые ого ых").split()
}
_KNOWN = tuple(_FORMS)
_MARKS = Pattern(r"[.,;:/|+«»\"()!]+")


def read(cell: Cell, context: Context) -> Reading[Level]:  # noqa: ARG001 - all readers are alike
    """Read a level."""
    shown = text.clean(cell.text)
    if corrections.is_placeholder(shown):
        return placeholder(shown)
    if "?" in shown:
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    shown, notes = corrections.unmix(shown)
    folded = corrections.lower(shown)
    if named := _FORMS.get(folded):
        return Reading(named, notes)
    found: dict[Level, None] = {}
    for level in _whole(folded) or _by_words(folded):
        if isinstance(level, Remark):
            notes += (level,)
        elif isinstance(level, Level):
            found[level] = None
        elif level is None:
            return refuse(Code.VALUE_UNREADABLE, "unreadable")
        else:
            return _ambiguous(level)
    if len(found) > 1:
        return _ambiguous(tuple(found))
    if not found:
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    shapes = {shape for word in _MARKS.sub(" ", folded).split() if (shape := formats.spot(word))}
    also = {Field.FORMAT: shapes.pop()} if len(shapes) == 1 else {}  # «районный (очно)»
    return Reading(next(iter(found)), notes, also=also)


def spot(word: str) -> Level | None:
    """Return the level a single folded word names beside a type: «районный», «муниц.»."""
    return next(
        (
            level
            for level, (stems, short) in _WORDS.items()
            if (word.startswith(stems) and _is_adjective(word, stems))
            or word.removesuffix(".") in short
        ),
        None,
    )


def _whole(folded: str) -> list[Level]:
    bare = " ".join(_FILLER.sub(" ", folded.strip(" .:;,")).split()).strip(" :-–")
    return [
        level
        for level, (starts, shape) in _PHRASES.items()
        if bare.startswith(starts) and shape.fullmatch(bare)
    ]


def _by_words(folded: str) -> Iterator[Level | tuple[Level, ...] | Remark | None]:
    """Give the level of each word; the candidates of a word between levels; `None` for an unknown."""
    folded = folded.replace("меж-", "меж").replace("все-", "все")
    for word in _MARKS.sub(" ", _FILLER.sub(" ", folded)).split():
        if level := spot(word):
            yield level
        elif between := next(
            (pair for stem, pair in _BETWEEN.items() if word.startswith(stem)), None
        ):
            yield between
        elif fixed := corrections.nearest(word, _KNOWN):
            yield from corrections.changed(word, fixed, "typo_fixed")
            yield _FORMS[fixed]
        elif word.strip(text.DASH):
            yield _cut_short(word)


def _cut_short(word: str) -> Level | tuple[Level, ...] | None:
    """Return what an abbreviation names, if it is one thing: «районн», «мун-ный», «межмуниц»."""
    if word == "все":  # everybody is no «всероссийский» cut short
        return None
    meant: set[Level | tuple[Level, ...]] = {
        _FORMS[full] for full in abbreviations.meant(word, _FORMS)
    }
    meant.update(_BETWEEN[stem] for stem in abbreviations.meant(word, _BETWEEN))
    return meant.pop() if len(meant) == 1 else None


def _is_adjective(word: str, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stem) and word.removeprefix(stem) in _ENDINGS for stem in stems)


def _ambiguous(levels: tuple[Level, ...]) -> Reading[Level]:
    candidates = tuple(NAMES[level] for level in sorted(levels, key=list(Level).index))
    return refuse(Code.VALUE_UNREADABLE, "ambiguous", candidates=candidates)


_WORDS = {
    level: (tuple(stems.split()), frozenset(_SHORT[level].split()))
    for level, stems in _ADJECTIVES.items()
}
# Each with the ways it may begin: an expression is costly to compile, and most words are of one level.
_PHRASES = {
    level: (tuple(_STARTS[level].split()), Pattern(nouns)) for level, nouns in _NOUNS.items()
}
