"""School grades 1–11 out of the tokens they are written with: «8-9», «с 5 по 8», «VIII», «9а», «89».

Knows numbers and their order only; who is in those grades is for `audiences` to say.
"""

from collections.abc import Sequence

from tochka_sync.pattern import Pattern
from tochka_sync.values.reading import Remark, Unclear
from tochka_sync.values.who.circles import Token

GRADES = range(1, 12)
_MIDDLE, _BASIC = 5, 9
"""With which grade the middle school begins, and after which many leave."""
_GRADE = r"(\d{1,2})(?:-?(?:го|й|ых|х))?\s*кл[а-я]*\.?"
_AND_UP = Pattern(
    rf"(?<![\d-]){_GRADE}\s*(?:и\s(?:старше|выше)|\+)\W*$|(?<!\w)(?:с|от)\s{_GRADE}\W*$"
)
_AND_DOWN = Pattern(
    rf"(?<![\d-]){_GRADE}\s*и\s(?:младше|ниже)\W*$|(?<!\w)(?:до|не старше)\s{_GRADE}\W*$"
)

_MARKS = frozenset(").")
_NUMBERED = Pattern(r"(\d\d?)(?:\)|\.(?=\s))\s*(?=\d)")


def unlisted(shown: str) -> None:
    """Raise `Unclear` where the first number may be that of a list, or a grade: «2) 5 класс», «1. 8-9»."""
    if _MARKS.isdisjoint(shown[1:3]):
        return
    if number := _NUMBERED.match(shown):
        rest = shown[number.end() :]
        raise Unclear("ambiguous", rest, f"{number[1]}, {rest}")


def end(tokens: Sequence[Token], place: int) -> int:
    """Return where the grades that begin at `place` end: «7, 8 и 10 классов»."""
    stop = place + 1
    while stop < len(tokens):
        if _counts_class(tokens, stop) or (tokens[stop].kind == "J" and _is_anew(tokens, stop)):
            break
        if tokens[stop].kind in {"D", "R", "K"}:
            stop += 1
        elif tokens[stop].kind in {"-", ".", "S", "J"} and _is_grade(tokens, stop + 1):
            stop += 2
        else:
            break
    return stop


def _is_anew(tokens: Sequence[Token], joint: int) -> bool:
    """Tell whether pupils are named behind grades of others: «учителя начальных классов и 4 классы»."""
    before, behind = tokens[joint - 1], tokens[joint + 1 : joint + 5]
    named = next((token.value for token in behind if token.kind in {"K", "R"}), "")
    return before.value.endswith(("классов", "класса")) and named.endswith(("классы", "класс"))


def _counts_class(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a number behind «класс» counts who is in it: «8 класс 25 учеников», «8 кл – 25»."""
    figure = place + (tokens[place].kind in {"-", "S"})
    if tokens[place - 1].kind != "K" or figure >= len(tokens) or tokens[figure].kind != "D":
        return False
    behind = tokens[figure + 1].kind if figure + 1 < len(tokens) else ""
    if tokens[figure].numbers[0] in GRADES or behind in {*"KR-."}:
        return False
    return tokens[place].kind != "S" or behind in {*"seTP"}


def read(run: Sequence[Token]) -> tuple[list[int], list[str], tuple[Remark, ...]]:
    """Return the grades of a run, its single classes, and what was assumed.

    Raises `Unclear` for a grade beyond 1–11 and for what may be a list or a range.
    """
    if any(token.kind == "." for token in run) and all(token.kind != "K" for token in run):
        raise Unclear
    numbers: list[int] = []
    classes: list[str] = []
    reasons: dict[str, None] = {}
    link, ranged = "", False
    for place, token in enumerate(run):
        if token.kind not in {"D", "R"}:
            link = token.kind
            continue
        _check(run, token)
        if link == "-" and (token.kind == "R" or not numbers):
            raise Unclear
        if (
            link == "-"
            and run[place - 2].kind == "K"
            and run[min(place + 1, len(run) - 1)].kind != "K"
        ):
            raise Unclear  # «9 класс – 10» is no range
        if token.kind == "D" and link == "K" and all(each.kind != "K" for each in run[place:]):
            raise Unclear  # «8 класс 11»: of what are they eleven?
        if token.kind == "D" and numbers:
            _check_link(numbers[-1], token, link)
        if token.kind == "D" and link == "-" and numbers:
            low, high = sorted((numbers[-1], token.numbers[0]))
            if ranged and high - low != 1:
                raise Unclear  # «5-7-9»
            if high == numbers[-1]:
                reasons["range_reversed"] = None
            numbers += range(low, high + 1)
        else:
            numbers += token.numbers
        if token.numbers == (10, 11):
            reasons["assumed_grades"] = None
        classes += [f"{token.numbers[0]}{letter.upper()}" for letter in token.letters]
        link, ranged = "", link == "-"
    return numbers, classes, tuple(Remark(reason) for reason in reasons)


def shown(numbers: Sequence[int]) -> str:
    """Return grades as people write them: «1–4», «5, 7–9»."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def open_ended(low: str) -> Unclear | None:
    """Return what is unclear of grades without a last or a first one: «5 кл. и старше», «до 4 класса»."""
    if up := _AND_UP.search(low):
        first = int(up[1] or up[2])
        spans = [(first, last) for last in (_BASIC, GRADES[-1])]
    elif down := _AND_DOWN.search(low):
        last = int(down[1] or down[2])
        spans = [(first, last) for first in (GRADES[0], _MIDDLE)]
    else:
        return None
    known = [
        f"{first}–{last} классы" for first, last in spans if GRADES[0] <= first < last <= GRADES[-1]
    ]
    return Unclear("open_grades", *known) if known else None


def unglue(number: int) -> str | None:
    """Return the range whose hyphen was lost: 89 → «8–9», 511 → «5–11»; `None` if there is none."""
    digits = str(number)
    for place in range(1, len(digits)):
        low, high = int(digits[:place]), int(digits[place:])
        if low in GRADES and high in GRADES and low < high and digits[place] != "0":
            return f"{low}–{high}"
    return None


def _is_grade(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].kind in {"D", "R"}


def _check(run: Sequence[Token], token: Token) -> None:
    """Refuse a grade there is not; «89 классы» may have lost its hyphen."""
    if token.numbers[0] in GRADES:
        return
    kinds = [other.kind for other in run]
    alone = kinds.count("D") == 1 and "K" in kinds
    suggestion = unglue(token.numbers[0]) if alone else None
    raise Unclear("grade_out_of_range", *([suggestion] if suggestion else []))


def _check_link(low: int, token: Token, link: str) -> None:
    """Refuse what stands between two grades and may mean a list or a range: «5.8», «5 8»."""
    high = token.numbers[0]
    if link == "-" and token.letters:
        raise Unclear
    if link in {"", "."} and high - low != 1:
        raise Unclear("ambiguous", f"{low}–{high}", f"{low}, {high}")
