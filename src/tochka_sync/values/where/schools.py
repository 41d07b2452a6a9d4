"""Which schools of the registry a cell names.

Accepts any wording of a registered name or alias, lists in any separator, «все школы района» and
bare numbers. Refuses what the registry does not hold, what fits several schools, and what
contradicts itself; in a list the schools that are sure are kept and the rest become notes.
"""

from typing import Any

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.registry import Registry
from tochka_sync.table import Cell
from tochka_sync.values import autoformat, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import BLANK, Reading, Remark, placeholder, refuse
from tochka_sync.values.where import choice, groups, members, names, plain, spelling, wholes
from tochka_sync.values.where.directory import Directory
from tochka_sync.values.where.mentions import Mention, Parsed

_DIGIT = Pattern(r"\d")
_STRANGE = frozenset({"unknown_school", "only_settlement"})
_NAMED = frozenset({"unknown_school", "several_fit", "many_fit", "kind_conflict", "kind_here"})
"""Refusals that name the school."""
_UNSURE = frozenset({Code.SCHOOL_UNKNOWN, Code.SCHOOL_AMBIGUOUS, Code.SCHOOL_CONFLICT})
_MANY = 20_000
"""Wordings kept at hand: those of a thousand schools, and of a country's no more than 15 MB."""
_SOME = 3
"""As many show what a school is to be called."""
_SHORT = 20
"""No date a spreadsheet made, and no «2 школы», is longer."""


def read(cell: Cell, context: Context) -> Reading[str]:
    """Read the one school a cell names; the value is its registry id."""
    early = _early(cell)
    if early is not None:
        return early
    if any(map(str.isalpha, cell.text)) and (reading := _autoformat(cell, context)):
        return reading
    directory = context.registry.directory
    if wholes.everyone(text.fold(cell.text)):
        return refuse(
            Code.SCHOOL_AMBIGUOUS,
            "many_fit",
            candidates=_registered(tuple(context.registry.places)[:_SOME], context.registry),
            name=text.clean(cell.text),
        )
    if one_of := _one_of(cell.text, context, "several_schools"):
        return one_of
    parsed, chosen = _understood(cell.text, directory)
    if refusal := _doubtful(parsed, directory, alone=True):
        return refusal
    ids = tuple(dict.fromkeys([reading.value for reading in chosen if reading.value]))
    problem = next((reading.problem for reading in chosen if reading.problem), None)
    if problem is not None and (problem.reason not in _STRANGE or not ids):
        return Reading(problem=_as_typed(problem, cell) if len(chosen) == 1 else problem)
    if len(ids) == 1 and problem is not None:
        return refuse(
            Code.SCHOOL_UNKNOWN, "school_and_more", candidates=_registered(ids, context.registry)
        )
    if len(ids) > 1 and (exact := directory.exactly(cell.text)):
        ids = exact  # «Филиал МБОУ «СОШ №2» в с. Ефремово»
    if len(ids) > 1 or problem is not None:
        return refuse(
            Code.SCHOOL_AMBIGUOUS, "several_schools", candidates=_registered(ids, context.registry)
        )
    if not ids or (not parsed.signed and wholes.counts_people(cell.text)):
        return _nameless(cell)  # «8 9 классы», «20…25 чел.»: what is left of it is no school
    counted = cell.text[:1].isdigit() and (
        wholes.counted(text.fold(cell.text)) or wholes.set_apart(cell.text)[1]
    )
    if counted or (
        cell.text.rstrip()[-1:] in "ыЫ" and wholes.number_or_count(text.fold(cell.text))
    ):
        return _either(ids, context.registry)
    return Reading(ids[0], _notes(parsed, chosen))


def read_list(cell: Cell, context: Context) -> Reading[tuple[str, ...]]:
    """Read all schools a cell names, as registry ids in the order named."""
    early = _early(cell) or _autoformat(cell, context)
    if early is not None:
        return early
    folded = text.fold(cell.text)
    if count := wholes.counted(folded):
        return Reading(also={Field.PARTICIPANTS: count})
    if wholes.all_or_some(folded):
        centres = "рост" in folded or "центр" in folded or folded.endswith(" тр")
        return _all_or_some("школы" if centres else text.clean(cell.text).strip(" ."))
    if wholes.all_beside(folded):
        return _all_or_some("школы")
    shown, count = wholes.set_apart(cell.text)
    if all_but := wholes.everyone(text.fold(shown)):
        reading = _everyone(all_but, context)
        if reading is not None:
            return reading._replace(also={Field.PARTICIPANTS: count}) if count else reading
    shown, others = wholes.without_others(shown)
    if wholes.taken_out(shown)[1]:
        return _beside_whole(shown, context)
    directory = context.registry.directory
    if one_of := _one_of(shown, context, "one_of_schools"):
        return one_of
    parsed, chosen = _understood(groups.spread(shown, directory.lexicon.gazetteer), directory)
    also = {Field.PARTICIPANTS: count} if count else {}
    if count and not parsed.mentions:
        return Reading(also=also)
    reading = _listed(cell, parsed, chosen, context)
    if reading.problem:
        return reading
    more = (Remark("and_others"),) if others else ()
    return reading._replace(notes=reading.notes + more, also=also)


def _one_of(shown: str, context: Context, reason: str) -> Reading[Any] | None:
    """Refuse «СОШ №1 или СОШ №2»: which of them it is, or whether both, is not said."""
    listed = groups.alternatives(shown)
    if listed is None:
        return None
    directory = context.registry.directory
    parsed, chosen = _understood(listed, directory)
    if refusal := _doubtful(parsed, directory, alone=True):
        return refusal
    ids = tuple(dict.fromkeys(reading.value for reading in chosen if reading.value))
    if len(ids) == 1 or not ids:
        return None
    return refuse(Code.SCHOOL_AMBIGUOUS, reason, candidates=_registered(ids, context.registry))


def _beside_whole(listed: str, context: Context) -> Reading[tuple[str, ...]]:
    """Read a list in which a kind may be named as a whole: «СОШ №1, обе гимназии»."""
    directory = context.registry.directory
    shown, named = wholes.taken_out(listed)
    whole: dict[str, None] = {}
    for each in named:
        everyone = _everyone(each, context)
        if everyone is None or everyone.value is None:
            return _nameless(Cell(listed))
        whole |= dict.fromkeys(everyone.value)
    parsed, chosen = _understood(shown, directory)
    parsed.signed = True  # «все, кроме 8»
    rest = _listed(Cell(shown), parsed, chosen, context) if parsed.mentions else Reading(())
    if rest.value is None:
        return rest
    return rest._replace(value=tuple(dict.fromkeys([*rest.value, *whole])))


def _listed(
    cell: Cell, parsed: Parsed, chosen: list[Reading[str]], context: Context
) -> Reading[tuple[str, ...]]:
    directory = context.registry.directory
    if refusal := _doubtful(parsed, directory, alone=False):
        return refusal
    if not chosen:
        return _nameless(cell)
    ids = tuple(dict.fromkeys(reading.value for reading in chosen if reading.value))
    problems = [reading.problem for reading in chosen if reading.problem]
    if problems and (not ids or not parsed.signed or parsed.doubt == "number_or_date"):
        only = len(chosen) == 1
        return Reading(problem=_as_typed(problems[0], cell) if only else _together(problems))
    if len(ids) == 1 and not parsed.signed and wholes.counts_people(cell.text):
        return _nameless(cell)
    bare = len(ids) == 1 and not parsed.signed and text.fold(cell.text).isdecimal()
    if bare or (
        len(ids) == 1 and len(cell.text) < _SHORT and wholes.number_or_count(text.fold(cell.text))
    ):
        return _either(ids, context.registry)
    notes = _notes(parsed, chosen)
    if len(ids) < len(chosen) - len(problems):
        notes += (Remark("duplicates"),)
    if lost := _lost_zero(cell, directory):
        return lost
    return Reading(ids, (*notes, *problems))


def _early(cell: Cell) -> Reading[Any] | None:
    """Judge what is no wording at all: blanks, placeholders, formulas."""
    if text.is_formula(cell.text):
        return refuse(Code.SCHOOL_UNKNOWN, "formula")
    if _DIGIT.search(cell.text):  # no placeholder has one, and most cells do
        return None
    folded = text.fold(cell.text)
    if not folded and cell.value is None:
        return BLANK
    if text.is_placeholder(cell.text) or wholes.names_nobody(folded):
        return placeholder(cell.text)
    return None


def _autoformat(cell: Cell, context: Context) -> Reading[Any] | None:
    """Refuse a date: numbers of schools it was made of, if there are such schools."""
    if cell.value is None and len(cell.text) > _SHORT:
        return None
    undone = autoformat.undo(cell)
    if undone is None:
        return None
    if not context.registry.directory.by_number.keys() >= set(undone):
        return refuse(Code.SCHOOL_UNKNOWN, "not_a_number")
    return refuse(Code.EXCEL_AUTOFORMAT, "excel_autoformat", suggestion=f"{undone[0]},{undone[1]}")


def _understood(shown: str, directory: Directory) -> tuple[Parsed, list[Reading[str]]]:
    """Take a wording apart, and say for each school mentioned which it is."""
    said = wholes.without_people(shown, directory.lexicon.gazetteer)
    parsed, chosen = Parsed(signed=True), []
    for piece in said.split(plain.SEPARATOR):
        known = _plainly(piece, directory)
        if known is None:
            parsed = names.parse(said, directory.lexicon)
            chosen = _choose(parsed, directory)
            break
        parsed.mentions.append(known[0])
        chosen.append(known[1])
    if doubt := wholes.doubt(shown):
        parsed.doubt = doubt
    if any([reading.problem for reading in chosen]) and (ids := directory.exactly(shown)):  # noqa: C419
        return Parsed(signed=True), [Reading(id_) for id_ in ids]
    return parsed, chosen


def _plainly(piece: str, directory: Directory) -> tuple[Mention, Reading[str]] | None:
    """Return the school a piece names plainly; one named so before, alone or listed, is known."""
    known = directory.plainly.get(piece)
    if known is None and (mention := plain.mention(piece, directory.lexicon)):
        # Whatever stands beside it: a school with its settlement needs no hint.
        known = mention, choice.choose(mention, directory)
        if len(directory.plainly) < _MANY:
            directory.plainly[piece] = known
    return known


def _as_typed(problem: Remark, cell: Cell) -> Remark:
    """Name the only school of a cell as the cell does."""
    if problem.reason not in _NAMED:
        return problem
    return problem._replace(facts={**problem.facts, "name": text.clean(cell.text)})


def _choose(parsed: Parsed, directory: Directory) -> list[Reading[str]]:
    mentions = parsed.mentions
    hints = (
        groups.hints(mentions) if len(mentions) > 1 else [mentions[0].places] if mentions else []
    )
    return [
        choice.choose(mention, directory, hint)
        for mention, hint in zip(mentions, hints, strict=True)
    ]


def _doubtful(parsed: Parsed, directory: Directory, *, alone: bool) -> Reading[Any] | None:
    """Refuse numbers that may be a date, a range or a telephone."""
    doubt = parsed.doubt
    if doubt is None or (parsed.signed and doubt in {"number_or_date", "bare_range"}):
        return None
    if doubt == "not_a_number":
        return refuse(Code.SCHOOL_UNKNOWN, doubt)
    if doubt == "number_or_people":
        return refuse(Code.SCHOOL_AMBIGUOUS, doubt)
    numbers = [mention.number for mention in parsed.mentions if mention.number]
    known = all(number in directory.by_number for number in numbers)
    sure = numbers and known and not alone and doubt != "number_or_grade"
    suggestion = "№" + ", №".join(map(str, numbers)) if sure else None
    return refuse(
        Code.SCHOOL_AMBIGUOUS if known else Code.SCHOOL_UNKNOWN,
        "bare_range" if doubt == "number_or_grade" else doubt,
        suggestion=suggestion,
        guess=True,
    )


def _notes(parsed: Parsed, chosen: list[Reading[str]]) -> tuple[Remark, ...]:
    notes = [*parsed.notes, *(note for reading in chosen for note in reading.notes)]
    if not parsed.signed and any(mention.number is not None for mention in parsed.mentions):
        notes.append(Remark("bare_numbers"))
    if parsed.doubt == "number_or_date":
        notes.append(Remark("dotted_list"))
    notes += [
        spelling.corrected("typo_fixed", head, f"{head[:-1]}и")  # «гимназия г.Алдан и п.Лебединый»
        for mention in parsed.mentions
        if mention.shared and mention.number is None and (head := mention.singular)
    ]
    if not notes:
        return ()
    once: dict[object, Remark] = {}
    for note in notes:
        once.setdefault(_said(note), note)
    return tuple(once.values())


def _said(note: Remark) -> tuple[object, ...]:
    return note.reason, note.code, note.suggestion, note.candidates, *note.facts.items()


def _all_or_some(said: str) -> Reading[Any]:
    said = said if said[:2].isupper() else said[0].lower() + said[1:]
    return refuse(Code.SCHOOL_AMBIGUOUS, "all_or_some", suggestion=f"все {said}", guess=True)


def _everyone(all_but: wholes.Everyone, context: Context) -> Reading[tuple[str, ...]] | None:
    directory = context.registry.directory
    if all_but.district and not wholes.is_here(all_but.district, directory.lexicon.gazetteer):
        town = directory.lexicon.gazetteer.find(all_but.district.split(), 0)
        return None if town else _all_or_some("школы")
    ids = [entry.school.id for entry in members.of(all_but, directory)]
    notes = [Remark("all_schools")]
    if all_but.but:
        left = _beside_whole(all_but.but, context)
        if unsure := [note for note in left.notes if note.code in _UNSURE]:
            return Reading(problem=unsure[0])
        if left.value is None:
            return Reading(problem=left.problem) if left.problem else None
        ids = [school for school in ids if school not in left.value]
        notes += left.notes
    return Reading(tuple(ids), tuple(notes)) if ids else None


def _lost_zero(cell: Cell, directory: Directory) -> Reading[tuple[str, ...]] | None:
    """Refuse «4,1» held as a number where «4,10» would look the same."""
    if not isinstance(cell.value, float) or cell.value.is_integer():
        return None
    first, _, last = cell.text.strip().replace(".", ",").partition(",")
    if len(last) != 1 or int(last) * 10 not in directory.by_number:
        return None
    return refuse(
        Code.SCHOOL_AMBIGUOUS, "lost_zero", candidates=(f"№{first}, №{last}", f"№{first}, №{last}0")
    )


def _together(problems: list[Remark]) -> Remark:
    """Join unknown schools into one problem; otherwise the first says enough."""
    first = problems[0]
    if len(problems) == 1 or any(problem.reason != first.reason for problem in problems):
        return first
    joined = ", ".join(dict.fromkeys(str(problem.facts.get("name", "")) for problem in problems))
    return Remark(first.reason, first.code, {**first.facts, "name": joined}, None, first.candidates)


def _either(ids: tuple[str, ...], registry: Registry) -> Reading[Any]:
    return refuse(Code.SCHOOL_AMBIGUOUS, "number_or_count", candidates=_registered(ids, registry))


def _nameless(cell: Cell) -> Reading[Any]:
    return refuse(Code.SCHOOL_UNKNOWN, "unknown_school", name=text.clean(cell.text))


def _registered(ids: tuple[str, ...], registry: Registry) -> tuple[str, ...]:
    return tuple(registry.directory.entry(registry.places[school]).name for school in ids)
