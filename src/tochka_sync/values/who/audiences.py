"""Whom an event is for.

Accepts grades in every writing, groups of people in any case and abbreviation, both composed, ages
and «дети с ОВЗ»; a number of people beside them goes to `also`. Refuses what can mean two groups
(«уч.», «педагоги ДО»), grades beyond 1–11, and whatever it does not understand to the end.
"""

from typing import Any

from tochka_sync.fields import Field
from tochka_sync.findings import Code
from tochka_sync.pattern import Pattern
from tochka_sync.table import Cell
from tochka_sync.values import autoformat, corrections, strays, text
from tochka_sync.values.context import Context
from tochka_sync.values.reading import Reading, Remark, Unclear, placeholder, refuse
from tochka_sync.values.what import counts
from tochka_sync.values.who import circles, folk, grades
from tochka_sync.values.who.circles import Token
from tochka_sync.values.who.grades import GRADES
from tochka_sync.values.who.groups import Audience, Seen, Who

_GROUPS = {
    "s": Who.STUDENTS,
    "T": Who.TEACHERS,
    "y": Who.YOUNG_TEACHERS,
    "Z": Who.DEPUTY_HEADS,
    "H": Who.TR_HEADS,
    "P": Who.PARENTS,
    "d": Who.PRESCHOOL,
    "o": Who.OPEN,
}
_ADULTS = frozenset("TyZHP")
_OF_ADULTS = Pattern(r"(?:ихся|уч\S*ся|иков|ников|детей|категори\w*)$")
_ELSEWHERE = Pattern(
    r"оо$|оу$|[сон]ош|№|м[бк]?оу|школ|организац|учрежден|гимназ|лице|район|улус|город"
)
_APART = frozenset(";/+\n")
"""What stands between groups that have nothing in common: «педагоги; руководители центров»."""
_PRIMARY = frozenset(range(1, 5))
_UP_TO = frozenset({"до", "по"})
_CLEARLY = 3
"""As many numbers listed are grades without the word: «8, 9, 10 и педагоги»."""
_SCHOOL_AGE = 6
"""Nobody younger goes to school."""
_CHILDREN = ("дет", "реб")
"""Who may not go to school yet: «дети 3-5 лет»."""


def read(cell: Cell, context: Context) -> Reading[Audience]:
    """Read an audience."""
    shown = text.clean(folk.OWN_LINE.sub("; ", cell.text) if "\n" in cell.text else cell.text)
    if corrections.is_placeholder(shown) and cell.value is None:
        return placeholder(shown)
    if turned := _turned(cell, shown):
        return turned
    if strays.is_date(shown):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    fixed, notes = corrections.unmix(shown)
    if "(" in fixed:
        fixed = folk.OF_ONE_SEX.sub(r"\1", fixed)
    tokens, mended = circles.split(corrections.hyphens(fixed))
    seen = Seen(notes + mended)
    try:
        grades.unlisted(fixed)
        _read(tokens, seen)
        value = _audience(seen)
    except Unclear as unclear:
        return _refused(grades.open_ended(fixed.lower()) or unclear)
    also: dict[Field, Any] = {}
    for said in (shown, seen.teams) if seen.counted else ():
        if Field.PARTICIPANTS not in also and (counted := counts.read(Cell(said), context).value):
            also[Field.PARTICIPANTS] = counted
    return Reading(value, seen.notes, also=also)


def _refused(unclear: Unclear) -> Reading[Audience]:
    if unclear.reason != "grade_out_of_range" or not unclear.candidates:
        return refuse(Code.VALUE_UNREADABLE, unclear.reason, candidates=unclear.candidates)
    return refuse(
        Code.VALUE_UNREADABLE, "grade_out_of_range", suggestion=unclear.candidates[0], guess=True
    )


def _turned(cell: Cell, shown: str) -> Reading[Audience] | None:
    """Refuse a date where grades belong, with the range it was."""
    day = autoformat.undo(cell)
    if day is None:
        return None
    if day[0] not in GRADES or day[1] not in GRADES or autoformat.is_date(shown, day):
        return refuse(Code.VALUE_UNREADABLE, "unreadable")
    guess = abs(day[0] - day[1]) > 1
    suggestion = autoformat.span(*day)
    return refuse(Code.EXCEL_AUTOFORMAT, "excel_autoformat", suggestion=suggestion, guess=guess)


def _read(tokens: list[Token], seen: Seen) -> None:
    """Go through the tokens; grades belong to the group right before them, or to pupils."""
    ended = [*tokens, Token("")]
    place = 0
    while place < len(tokens):
        token, after = ended[place], ended[place + 1]
        if token.kind in {"-", ":"} and after.kind == "D" and _is_count(ended, place + 1, seen):
            seen.counted = True
            place = grades.end(tokens, place + 1)
        elif token.kind in {"D", "R"}:
            alone = seen.last == "T" and after.kind == "S" and "кл" in token.value
            end = place + 1 if alone else grades.end(tokens, place)
            _take_grades(tokens[place:end], ended[end], seen)
            place = end
        else:
            _take(token, after, seen)
            place += 1


def _is_count(tokens: list[Token], place: int, seen: Seen) -> bool:
    """Tell whether a number behind a dash or a bracket counts people: «учащиеся – 20»."""
    run = tokens[place : grades.end(tokens, place)]
    if any(token.kind in "KR" for token in run) or not (seen.last in _GROUPS or seen.last == "g"):
        return False
    if seen.counted or seen.last in _ADULTS:
        return True
    numbers = [number for token in run for number in token.numbers]
    if len(numbers) == 1 and numbers[0] in GRADES:
        word = seen.word or "учащиеся"
        raise Unclear("ambiguous", f"{word}, {numbers[0]} чел.", f"{numbers[0]} класс")
    return all(number not in GRADES for number in numbers)


def _take_grades(run: list[Token], after: Token, seen: Seen) -> None:
    named = seen.headed or any(token.kind in "KR" for token in run)
    seen.headed = False
    if run[-1].kind == "D" and after.kind == "W" and not _ELSEWHERE.match(after.value):
        raise Unclear  # «8 класс, 9 этаж», «7 классы, 10 марта»
    if not named and after.kind in _GROUPS and after.kind != "o":
        _take_number(run, seen)
        return
    numbers, classes, notes = grades.read(run)
    seen.notes += notes
    to_adults = seen.last in _ADULTS
    if to_adults and not named:
        of_grades = f"{grades.shown(numbers)} {'классы' if len(numbers) > 1 else 'класс'}"
        raise Unclear(
            "ambiguous", *(f"{seen.word}, {each}" for each in (f"{run[0].value} чел.", of_grades))
        )
    if seen.last == "e" and _PRIMARY.issuperset(numbers):
        raise Unclear(
            "ambiguous", f"учащиеся {grades.shown(numbers)} классов", "учителя начальных классов"
        )
    if to_adults:
        if seen.last == "T" and _PRIMARY.issuperset(numbers):
            _rename(seen, Who.TEACHERS, Who.PRIMARY_TEACHERS)
        elif not seen.shared:
            seen.notes += (Remark("grades_of_adults"),)
    if not to_adults or seen.shared:
        seen.who[Who.STUDENTS] = None
        seen.grades |= dict.fromkeys(numbers)
        seen.classes |= dict.fromkeys(classes)
    seen.bare |= not named and (len(numbers) < _CLEARLY or bool(set(seen.who) - {Who.STUDENTS}))
    seen.last, seen.before = "g" if named else "", ""


def _take_number(run: list[Token], seen: Seen) -> None:
    """Take a number before a group for a count, if it cannot be grades: «20 учащихся»."""
    if len(run) > 1 and all(number in GRADES for token in run for number in token.numbers):
        raise Unclear
    seen.counted = True


def _take(token: Token, after: Token, seen: Seen) -> None:
    match token.kind:
        case "S" | "J":
            _part(seen, token.value)
        case "T" | "H" | "s" | "P" | "y" | "Z" | "d" | "o" | "X" | "e":
            _take_group(token, after, seen)
        case "t":
            _take_centre(seen)
        case "#":
            seen.tags[token.value] = None
        case "Y" if 3 <= token.numbers[0] <= token.numbers[1] <= 18 and seen.last not in _ADULTS:
            _take_age(token.numbers[0], token.numbers[1], seen)
        case "C":
            seen.counted, seen.teams = True, token.value.strip(" ()")
        case "-" if token.value in _UP_TO:
            raise Unclear  # «до 9 класса» does not say from which
        case "-" | ":":
            pass
        case "w" if seen.last in _ADULTS:
            pass
        case "K" if after.kind in {"D", ":"} or seen.last == "s":
            seen.headed = True
        case "W":
            _take_word(token.value, seen)
        case _:
            raise Unclear("who_else" if token.kind == "q" else "unreadable")


def _take_age(young: int, old: int, seen: Seen) -> None:
    """Take an age; a kindergarten keeps its children until they are seven."""
    seen.age = (young, old)
    if seen.last in {"s", "d", "o"} and not seen.word.startswith(_CHILDREN):
        return
    small = young < _SCHOOL_AGE
    if small and seen.last == "s" and seen.fresh:
        seen.who.pop(Who.STUDENTS)
    if small:
        seen.who[Who.PRESCHOOL] = None
    if not small or old > _SCHOOL_AGE + 1:  # «10-15 лет и педагоги»
        seen.who[Who.STUDENTS] = None


def _part(seen: Seen, mark: str) -> None:
    """End what can describe the last group, but remember whose it was."""
    if mark in _APART:
        seen.chain.clear()
    if seen.last:
        seen.before = "" if seen.last == "g" else seen.last
    seen.last = ""


def _take_group(token: Token, after: Token, seen: Seen) -> None:
    kind = token.kind
    if kind == "e":
        kind = _explain(after)
    if kind == "T" and after.kind == "W" and after.value == "до":
        raise Unclear(
            "ambiguous", "педагоги дополнительного образования", "педагоги дошкольного образования"
        )
    if seen.last in _ADULTS and (kind == "d" or _OF_ADULTS.search(token.value)):
        return  # «воспитатели детского сада», «родители учащихся», «педагоги всех категорий»
    if kind == "d" and seen.last == "s":  # «воспитанники детского сада»
        _rename(seen, Who.STUDENTS, Who.PRESCHOOL)
        seen.last = kind
        return
    if kind == "X":
        seen.left_out = token.value
    elif kind == "H":
        seen.chain.append(kind)
        seen.heads = True
    elif kind != "e":
        seen.fresh = _GROUPS[kind] not in seen.who
        seen.who[_GROUPS[kind]] = None
        if kind == "T":
            seen.chain.append(kind)
    seen.shared = kind in _ADULTS and seen.before == "s" and not seen.grades
    seen.last, seen.before, seen.word = kind, "", token.value


def _explain(after: Token) -> str:
    """Say of «уч.» whom it means by what follows: a subject or a grade."""
    if after.kind in {"D", "R"}:
        return "e"
    if after.kind == "W" and circles.is_subject(after.value):
        return "T"
    raise Unclear("ambiguous", "учащиеся", "учителя")


def _take_centre(seen: Seen) -> None:
    """Make of the teachers and heads just named those of «Точка роста»."""
    for kind in seen.chain or seen.last:
        if kind == "T":
            _rename(seen, Who.TEACHERS, Who.TR_TEACHERS)
        elif kind == "H":
            seen.who[Who.TR_HEADS] = None
            seen.heads = False
    if not seen.chain and seen.last not in _GROUPS:
        raise Unclear
    seen.chain.clear()


def _take_word(word: str, seen: Seen) -> None:
    """Take a word only where it describes a group: «педагоги лицея», «учителя физики и химии»."""
    described = seen.last in {*_GROUPS, "g", "X"}
    if not described and not (seen.before == "T" and circles.is_subject(word)):
        raise Unclear
    if not described:
        seen.last = "T"
    if seen.chain and (_ELSEWHERE.match(word) or circles.is_subject(word)):
        seen.chain.pop()  # «руководители ОО и педагоги центров», «учителя химии, руководители центров»


def _rename(seen: Seen, old: Who, new: Who) -> None:
    if seen.fresh:
        seen.who.pop(old, None)
    seen.who[new] = None


def _audience(seen: Seen) -> Audience:
    if seen.heads:
        seen.left_out = "руководители"
    if not seen.who and seen.tags:
        seen.who[Who.STUDENTS] = None
    if not seen.who:
        raise Unclear("unlisted_group" if seen.left_out else "unreadable")
    if seen.bare and set(seen.who) - {Who.STUDENTS}:
        raise Unclear
    if seen.left_out:
        seen.notes += (Remark("group_left_out", facts={"group": seen.left_out}),)
    return Audience(
        who=tuple(who for who in Who if who in seen.who),
        grades=tuple(sorted(seen.grades)),
        classes=tuple(seen.classes),
        age=seen.age,
        tags=tuple(seen.tags),
    )
