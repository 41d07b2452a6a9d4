"""The words of a count: numbers, what is counted, qualifiers and what relates them.

Splits folded text into tokens; a word it does not know is a token too. Number words become numbers
here; whether the whole makes sense is for `amounts` to say.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from tochka_sync.pattern import Pattern, Words
from tochka_sync.values import numerals, text
from tochka_sync.values.shapes import Shapes
from tochka_sync.values.who import folk


class Unit(StrEnum):
    """What is counted; `EITHER` is «уч.», which only its neighbours explain."""

    PEOPLE = "people"
    OTHERS = "others"  # people of a kind the plan has no column for: guests, directors
    STUDENTS = "students"
    SEX = "sex"  # girls and boys: pupils, unless they are named as a part of others
    TEACHERS = "teachers"
    PARENTS = "parents"
    EITHER = "either"
    ORGANISATIONS = "organisations"
    TEAMS = "teams"
    CLASSES = "classes"
    SETS = "sets"


class Token:
    """One word or number; `kind` is the letter by which grammars call it.

    N number, U unit, G grades («8-9 классов»), Q qualifier before, A qualifier after, P «из них»,
    O «из» or «от», E «по», T «всего», S comma, J «и», L dash or colon, «(», «)», W any other word,
    * «все», ? «все желающие», ! what belongs in no count.
    """

    __slots__ = ("form", "high", "kind", "low", "spelt", "value")

    def __init__(
        self,
        kind: str,
        value: str = "",
        numbers: tuple[int, int] = (0, 0),
        *,
        spelt: bool = False,
        form: str = "",
    ) -> None:
        """Take as `spelt` whether the number stood in words, as `form` how a unit was written."""
        self.kind = kind
        self.value = value
        self.low, self.high = numbers
        self.spelt = spelt
        self.form = form


_CASE = r"[а-я]{0,3}"
_SORT = r"(?:(?<![.-])-(?!(?:уч(?!аст)|об|пед|род|дет|реб|шк|чел|взр|ком))[а-я]{4,})?"
"""Of what sort they are: «педагогов-психологов», «школ-участниц», but not «дети-родители»."""
_DASH = text.ANY_DASH
_PERSONS = r"(?:чел(?:овек)?\.? )?"
"""«20 чел. детей»."""
_UNITS = {
    Unit.TEACHERS: rf"{_PERSONS}(?:{folk.TEACHERS})",
    Unit.SEX: r"юнош[а-я]*|девоч[а-я]+|девуш[а-я]+|дев\.|мальчи[а-я]+|мальч\.",
    Unit.STUDENTS: rf"{_PERSONS}(?:{folk.STUDENTS}|дошкольни[кц][а-я]*|дошколят)",
    Unit.PARENTS: rf"{_PERSONS}(?:{folk.PARENTS})",
    Unit.TEAMS: rf"команд{_CASE}|экипаж{_CASE}",
    Unit.CLASSES: r"класс(?:ов|а|ами)",
    Unit.SETS: rf"групп{_CASE}|пар",
    Unit.ORGANISATIONS: (
        rf"оо|оу|доу|(?:(?:обще)?образовательн[а-я]+ )?(?:организаци|учреждени){_CASE}"
        r"|школ(?:ы|ами?|ах)?|шк\.?|сош|орг\.|гимнази[йия]|лице(?:ев|я|и)|центр(?:ов|а|ы)"
    ),
    Unit.EITHER: r"уч\.?",
    Unit.PEOPLE: (
        rf"чел(?:о?л?о?ве?к{_CASE}|ов)?\.?|киһи|участн(?:иц|ик){_CASE}|участн\.|уч-?к(?:ов|и|а)?|уч-в"
        rf"|пригл(?:ашенн{_CASE}|\.)|присутств[а-я]+|персон{_CASE}|лиц|(?:с )?овз"
        rf"|(?:количеств{_CASE}|кол-во|охват)(?: участников| человек| чел\.?)?"
    ),
    Unit.OTHERS: (
        rf"гост(?:ей|и|я|ь)|(?:слушател|зрител|представител|специалист|сотрудник|работник){_CASE}"
        rf"|(?:руководител|директор|студент|взросл|волонтер|победител|призер|жител|спортсмен|игрок){_CASE}|взр\."
        r"|очно|заочно|онлайн|офлайн|оффлайн|дистанционно"
    ),
}
_QUALIFIERS = {
    "at_least": r"не ме(?:нее|ньше)(?: чем)?|(?:как )?миним(?:ум|ально)|мин\.?(?=\s?\d)|min(?=\s?\d)|≥|>=|=>|начиная от",
    "at_most": (
        r"не (?:более|больше|свыше)(?: чем)?|максим(?:ум|ально)|макс\.?|max|≤|<=|=<|(?:вплоть )?до(?=\s?\d|\s(?!(?:и|или|из|с|в|на|по)\b)[а-я])"
    ),
    "more": r"(?:чуть |немного |несколько )?(?:более|больше|свыше)(?: чем)?|св\.|>",
    "less": r"(?:чуть |немного |несколько )?(?:менее|меньше)(?: чем)?|<",
    "about": (
        r"около|ок\.?|~|≈|порядка|прим(?:ерно|ерное|\.)|прибл(?:изительно|из\.|\.)?|почти|где-?\s?то"
        r"|ориент(?:ировочно|ировочное|ир\.|\.)|предпол(?:ожительно|\.)"
    ),
}
_AFTER = {
    "at_least": r"\+|(?:и|или) (?:более|больше|выше)",
    "at_most": r"(?:и|или) (?:менее|меньше)",
    "more": r"с (?:лишним|небольшим|гаком)",
}
_WORDS = {
    "?": (
        r"(?:все(?:х|м)? |любые |любой )?желающи[ехй]|все,? кто (?:хочет|желает)|не ?ограничен[а-я]*"
        r"|без ограничени[яй]|любое количество|свободн[а-я]+ (?:вход|посещение)|вход свободный"
    ),
    "*": r"вс(?:е|ех|ем|я|ей)|весь|в полном составе",
    "P": (
        r"(?:из|среди) (?:них|которых|общего числа)|в том числе|в т\. ?ч\.?|вт\.?ч\.?|включая|том числе"
    ),
    "T": r"всего|итого|общее (?:кол-во|количество|число)(?: участников| человек)?|общий охват",
    "O": r"из|от|с(?! овз)|со",
    "E": r"по",
    "J": r"и|плюс|а также|да",
}
_GRADE = r"(?:1[0-2]|0?[1-9])(?!\d)(?:-?(?:х|е|й|го|ых|ые|ый)(?![а-я]))?(?:\s?[\"«]?[абвгджз][\"»]?(?![а-я]))?"
_NOT_COUNTED = "".join(
    rf"(?<!{word}{dash})"
    for word in ("кл", r"кл\.", "сс", "сы")
    for dash in (_DASH, f" {_DASH} ", f" {_DASH}", f"{_DASH} ", ":", ": ", " : ")
)
"""Not behind «5 кл. - », where people are counted: «5 кл - 10, 6 кл - 8»."""
_CLASS = rf"\s*{_DASH}?\s*(?:клас[а-я]*|кл(?![а-я])\.?)"
_GRADES = (
    rf"{_NOT_COUNTED}(?:с )?{_GRADE}(?:\s*(?:{_DASH}|,|и|по)\s*{_GRADE}){{1,12}}{_CLASS}"
    rf"|{_GRADE}\s*{_DASH}?\s*(?:классы|классник[а-я]*|класс(?![а-я])|кл(?![а-я])\.?)"
    rf"|\d{{1,2}}-(?:го|х|й|ых){_CLASS}"
    rf"|(?:начальн|старш|средн|младш|выпускн|разн)[а-я]{{2,3}}{_CLASS}|(?:нач\.?|всех) ?{_CLASS}"
)
_AGE = r"(?:1[0-8]|[1-9])"
_NUMBER = r"\d+(?:-?ть(?![а-я])|-(?:ти|и|х|ми|ю|го|й|я|е)(?![а-я]))?"


def _shapes() -> dict[str, str | Words]:
    return {
        "grades": rf"(?<!\w)(?:{_GRADES})",
        "age": (
            rf"(?<!\w)(?:(?:в )?возрасте? |от )*{_AGE}(?:(?: ?{_DASH} ?| до ){_AGE})? ?(?:лет|года?)(?!\w)"
        ),
        "class": rf"(?<!\w)(?:1[01]|[1-9]) ?[\"«]?[абвгдежз][\"»]?(?=\s*(?:{_DASH}|:)\s*\d)",
        "school": (
            r"(?<=[а-я.] )(?:(?<!из )(?<!от )(?<! с )(?<! и )\d{1,3}(?:-?(?:й|ой|я|ая|го))? (?:сош|школ[ыаеу])(?!\w)"
            r"|(?:(?:сош|оош|школ[а-я]*|гимнази[а-я]+|лице[а-я]+) ?)?№ ?\d{1,3}(?:(?:, ?| и )№? ?\d{1,3}(?![\d ]))*)"
        ),
        "range": (
            rf"(?:(?<!\w)(?:от|с) ?)?(?<!\d)(?<!\d[.,])(?P<low>{_NUMBER}) ?(?:{_DASH}|…|÷|\.{{2,3}}|до|по)"
            rf" ?(?P<high>{_NUMBER})(?!\d|[.,]\d| ?{_DASH} ?\d)"
        ),
        "number": rf"(?<!\d)(?<!\d[.,]){_NUMBER}(?!\d|[.,]\d)",
        **{f"after_{name}": rf"(?:{shape})(?!\w| ?\d)" for name, shape in _AFTER.items()},
        **{
            f"before_{name}": Words(words, r"(?<!\w)", "(?![а-я])")
            for name, words in _QUALIFIERS.items()
        },
        **{
            f"kind_{ord(kind)}": Words(words, r"(?<!\w)", r"(?![^\W\d])")
            for kind, words in _WORDS.items()
        },
        **{
            f"unit_{unit}": Words(words, "(?<![а-яa-z])", rf"{_SORT}(?:(?!\w)|(?<=\.)(?=\d))")
            for unit, words in _UNITS.items()
        },
        "separator": r"[,;/\n]+|\.(?=\s|$)",
        "joiner": r"[+&]",
        "link": rf"[:=]|{_DASH}",
        "opening": r"\(",
        "closing": r"\)",
        "word": r"[а-яa-z]+(?:-[а-я]+)*\.?",
        "space": r"\s+|[«»\"]",
        "alien": r".",
    }


_PARTS = {
    "grades": "кл",
    "age": "лет год",
    "class": f"{' '.join(text.DASH)} :",
    "school": "сош школ №",
    "range": f"{' '.join(text.DASH)} … ÷ .. до по",
    "after_at_least": "+ боле больш выш",
    "after_at_most": "мен",
    "after_more": "лишним небольшим гаком",
    "before_at_least": "ме мин min ≥ >= => начиная",
    "before_at_most": "не макс max ≤ <= =< до",
    "before_more": "боле больш свыш св. >",
    "before_less": "мен <",
    "before_about": "ок ~ ≈ порядка прим прибл почти где ориент предпол",
    f"kind_{ord('?')}": "желающ кто огранич любое свободн",
    f"kind_{ord('*')}": "вс вес состав",
    f"kind_{ord('P')}": "из сред том т. вт включая",
    f"kind_{ord('T')}": "всего итого общ",
    f"kind_{ord('E')}": "по",
    "unit_teachers": folk.TEACHERS_PARTS,
    "unit_sex": "юнош дев мальч",
    "unit_students": f"{folk.STUDENTS_PARTS} дошколят",
    "unit_parents": folk.PARENTS_PARTS,
    "unit_teams": "команд экипаж",
    "unit_classes": "класс",
    "unit_sets": "групп пар",
    "unit_organisations": "оо оу организаци учреждени школ шк сош орг гимнази лице центр",
    "unit_either": "уч",
    "unit_people": "чел киһи уч пригл присутств персон лиц овз количеств кол-во охват",
    "unit_others": (
        "гост слушател зрител представител специалист сотрудник работник руководител директор студент"
        " взр волонтер победител призер жител спортсмен игрок очно лайн дистанц"
    ),
}
"""One of these is in every wording of a shape; a shape that is not here may stand anywhere."""
_TOKENS = Shapes(_shapes(), _PARTS)
_PLAIN = {
    "grades": "G",
    "age": "G",
    "class": "G",
    "joiner": "J",
    "separator": "S",
    "link": "L",
    "school": "W",
    "opening": "(",
    "closing": ")",
    "word": "W",
}
_ADJECTIVE = Pattern(r"(?!мая$)[а-я-]*(?:ых|их|ые|ие|ый|ий|ой|ая|ое|ого|его|ую|ым|им|ыми|ими)")
_THINGS = Pattern(r"(?:[аея]ни|[твц]и)й$")
"""How things end of which there are many: «20 подключений» are no people, «20 младших» are."""
_SHORT_ADJECTIVE = Pattern(r"[а-я]{2,6}\.")
_FILLER = frozenset(
    {
        *("планируется", "ожидается", "предполагается", "участвует", "участвуют", "будет"),
        *("участие", "принял", "приняла", "приняли", "приняло", "число", "план", "факт", "но"),
    }
)
_FIGURE = Pattern(r"\d+")
_LABEL = Pattern("ULQ*N")


def split(folded: str) -> list[Token]:
    """Return the tokens of folded text, without fillers and adjectives."""
    tokens: list[Token] = []
    for shape, match in _TOKENS.cut(folded):
        name, _, value = shape.partition("_")
        if name in {"range", "number"}:
            figures = [text.number(figure) for figure in _FIGURE.findall(match.group())]
            tokens.append(Token("N", match.group(), (figures[0], figures[-1])))
        elif name in {"after", "before"}:
            tokens.append(Token("A" if name == "after" else "Q", value))
        elif name == "kind":
            tokens.append(Token(chr(int(value)), match.group()))
        elif name == "unit":
            tokens.append(Token("U", value, form=match.group()))
        elif name != "space":
            tokens.append(Token(_PLAIN.get(name, "!"), match.group()))
    numbered = _numbers(tokens)
    return _attributes(
        [token for token, after in pairwise([*numbered, Token("")]) if not _is_filler(token, after)]
    )


def _is_filler(token: Token, after: Token) -> bool:
    """Tell a word that says nothing here; «молод.» is one before a unit, «каб.» before a number not."""
    if token.kind != "W":
        return False
    if _SHORT_ADJECTIVE.fullmatch(token.value):
        return after.kind == "U"
    describes = _ADJECTIVE.fullmatch(token.value) and not _THINGS.search(token.value)
    return token.value in _FILLER or bool(describes)


def _numbers(tokens: list[Token]) -> list[Token]:
    """Put numbers for number words, and grades for «9 классов» said of people."""
    result: list[Token] = []
    for token in _parted(tokens):
        number = numerals.cardinal(token.value) if token.kind == "W" else None
        if number is not None:
            before = result[-1] if result and result[-1].spelt else None
            said = f"{before.value} {token.value}" if before else token.value
            together = numerals.cardinal(said)
            if before and together is not None:
                result.pop()
                number = together
            elif before:
                said = token.value
            result.append(Token("N", said, (number, number), spelt=True))
        elif _are_grades(result, token):
            result[-1] = Token("G", result[-1].value)
        else:
            result.append(token)
    return _ranges(result)


def _parted(tokens: list[Token]) -> Iterator[Token]:
    """Part «тридцать-сорок», which is no word of one number."""
    for token in tokens:
        first, dash, second = token.value.partition("-") if token.kind == "W" else ("", "", "")
        if dash and numerals.cardinal(token.value) is None and numerals.cardinal(first) is not None:
            yield from (Token("W", first), Token("L", dash), Token("W", second))
        else:
            yield token


def _ranges(tokens: list[Token]) -> list[Token]:
    """Join two numbers in words with a dash between: «тридцать – сорок»."""
    joined: list[Token] = []
    for token in tokens:
        ends = [*joined[-2:], token]
        if (
            [end.kind for end in ends] == ["N", "L", "N"]
            and ends[0].spelt
            and token.spelt
            and ends[0].low < token.low
        ):
            both = f"{ends[0].value} - {token.value}"
            joined[-2:] = [Token("N", both, (ends[0].low, token.low), spelt=True)]
        else:
            joined.append(token)
    return joined


def _attributes(tokens: list[Token]) -> list[Token]:
    """Make words of what only describes a unit: «педагоги школ района», «по 5 от школы»."""
    for token, after in pairwise([*tokens, Token("")]):
        if token.kind in "OE" and after.kind not in "NQ":
            token.kind = "W"
    said = False
    kinds = "".join(token.kind for token in tokens)
    for place, (before, token) in enumerate(pairwise([Token(""), *tokens])):
        describes = before.kind == "U" or (said and before.kind == "W")
        if token.kind == "U" and describes and not _LABEL.match(kinds, place):
            token.kind = "W"
        said = token.kind == "U" or (said and token.kind == "W")
    return tokens


def _are_grades(before: list[Token], token: Token) -> bool:
    if token.kind != "U" or token.value != Unit.CLASSES or len(before) < 2:
        return False
    return before[-1].kind == "N" and before[-2].kind in "UWG"
