"""The words of an audience: groups of people, grades, ages, and what is said about them.

Splits text into tokens; a word it does not know is a token too. What the whole means is for
`audiences` to say.
"""

import re
from collections.abc import Mapping

from tochka_sync.pattern import Pattern, Words, either
from tochka_sync.values import corrections, numerals, text
from tochka_sync.values.reading import Remark
from tochka_sync.values.shapes import Shapes
from tochka_sync.values.who import folk


class Token:
    """One word or number; `kind` is the letter by which `audiences` calls it.

    D grade number, K «класс», R span of grades in words («начальные классы»), «-», S comma, J «и»,
    Y age, C count, X people who are no audience of the plan («гости»), # a tag («ОВЗ»),
    t «Точка роста», w with whom they work, f a word that says nothing right behind a number, q somebody else who is not named, W any other word, ! what belongs in no audience. Groups: s pupils, T teachers,
    Y young teachers as y, H heads, Z deputies, P parents, d preschool, o everybody, e «уч.».
    """

    __slots__ = ("kind", "letters", "numbers", "value")

    def __init__(
        self,
        kind: str,
        value: str = "",
        numbers: tuple[int, ...] = (),
        letters: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.value = value
        self.numbers = numbers
        self.letters = letters


_DASH = text.ANY_DASH
_QUOTES = either("\"'", "«»", "“-„")
_LETTER = either("а-дж-з", "клА-З", "КЛ")
_AFTER_GRADE = r"(?![\w])"
_SUFFIX = (
    r"(?:-?(?-i:ых|ые|ый|ого|ому|ой|ти|ми|го|му|х|е|й|м|я)(?![а-я])|\s-?(?-i:ых|х|ые|е)(?=\s+кл))"
)
_CLASS = r"кыл(?:аас[а-яҕҥөһү]*|\.)|клас(?!с?н)[а-я]*|кл(?![а-я]|\.? ?рук)\.?|параллел[а-я]+"
_ANOTHER = r"(?=\s*(?:,|и)\s*(?:начальн|средн|старш|основн|\d))"
_SPANS = {
    (1, 4): (
        r"(?:начальн|младш)[а-я]+ (?:школ[а-я]*|клас[а-я]*|звен[а-я]+|уровн[а-я]+|кл\.?|возраст[а-я]*)"
        r"|нач\.? ?(?:кл(?:ас[а-я]*)?\.?|шк(?:ол[а-я]*)?\.?|звен[а-я]+)|младшеклассник[а-я]*|ноо(?!\w)|началк[а-я]+|мл\. ?(?:школьн|клас|звен)[а-я]*"
        rf"|младш[а-я]+ школьн[а-я]+(?: возраст[а-я]*)?|начальн[а-я]+{_ANOTHER}|(?:1|i|перв[а-я]+)(?:-[а-я]+)? ступен[а-я]*"
    ),
    (5, 9): (
        r"(?:средн[а-я]+|ср\.) ?(?:звен[а-я]+|клас[а-я]*|школьник[а-я]*)|основн[а-я]+ (?:школ[а-я]*|звен[а-я]+)"
        rf"|среднеклассник[а-я]*|ооо(?!\w)|(?:средн|основн)[а-я]+{_ANOTHER}|(?:2|ii|втор[а-я]+)(?:-[а-я]+)? ступен[а-я]*"
    ),
    (10, 11): (
        r"(?:старш[а-я]+|ст\.) ?(?:звен[а-я]+|клас[а-я]*|школ[а-я]*|школьник[а-я]*)|старшекл(?:ассник[а-я]*|\.)|соо(?!\w)"
        rf"|старш[а-я]+{_ANOTHER}|(?:3|iii|треть[а-я]+)(?:-[а-я]+)? ступен[а-я]*"
    ),
    (1, 11): r"вс[а-я]+ (?:клас[а-я]*|кл\.?|параллел[а-я]+)",
}
_NTH = {
    "перво": 1, "второ": 2, "третье": 3, "четверо": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, "одиннадцати": 11, "двенадцати": 12,
}  # fmt: skip
_OF_CENTRE = r"(?=\s(?:цо|центр[а-я]*|[«\"„“]?точ[а-я]{1,2}|тр)(?!\w))"
_TAUGHT = "(?:учител|педагог|преподавател|воспитател|классн[а-я]+ руковод)[а-я]*"
_TEACHERS = (
    "|".join(f"{union} {_TAUGHT}" for union in ("мо", "рмо", "шмо", "гмо", "методобъединени[а-я]+"))
    + f"|{folk.TEACHERS}|"
    + r"руководител[а-я]* [шргмук]?мо(?!\w)|"
    rf"сотрудник[а-я]*{_OF_CENTRE}|работник[а-я]*{_OF_CENTRE}|специалист[а-я]*{_OF_CENTRE}|учит\.|коллектив[а-я]*(?= педагог)"
)


def _words(words: str) -> Words:
    return Words(words, r"(?<!\w)", r"(?!\w)", re.IGNORECASE)


_SHAPES: Mapping[str, str | Words] = {
    "space": r"(?:[\s«»\"]|[“-„]{1})+",
    "count": (
        rf"\(?\s*(?:(?:по|около|до|более|не менее|не более|свыше|примерно|~|≈)\s*)?(?<!\d)\d{{1,9}}(?:\s?{_DASH}\s?\d{{1,9}})?\+?\s*(?:чел(?:овек[а-я]*)?(?![а-я])\.?|участник[а-я]*)\s*\)?"
    ),
    "aside": (
        r"(?<!\w)(?:[1-4]|i{1,3}|iv)(?:-?(?:[яй]|ая|ый))?\s?(?:возр(?:астная|\.)\s?)?"
        r"(?:группа|гр\.|категория|поток|смена|этап|тур|номинация)(?!\w)\s?[:–-]?"
    ),
    "of": r",?\s*(?<!\w)(?:работающ|преподающ|обучающ)(?:ие|их|им)\s(?:в|с|со|на|детей|учащихся)\s[^,;/\n+]{1,60}",
    "teams": (
        r"\(?\s*(?<!\d)\d{1,3}\s?команд[аы]?(?!\w)(?:\s(?:по|из)\s\d{1,2}(?:\sчел[а-я]*\.?)?)?\s*\)?"
        # «учащиеся 5, 6 и 7 школ» are those of three schools, and not of seven.
        r"|\(?(?<![\d,;/+])(?<![\d,;/+]\s)(?<!\sи\s)\d{1,3}\s?(?:школ|оо|оу|(?:образовательных\s)?организаций)(?!\w)\s*\)?"
    ),
    "age": (
        rf"(?P<open>(?<!\w)(?:от|с|до) )?(?P<young>\d{{1,2}})(?:\s*(?:{_DASH}|до|по)\s*(?P<old>\d{{1,2}}))?{_DASH}?\s*(?:лет(?:н[а-я]+)?|года?)(?![а-я])"
    ),
    "open": (
        rf"(?<!\w)(?:с|от)\s+\d{{1,2}}(?:{_SUFFIX})?\s*(?:класс(?:а|ов)|кл(?![а-я])(?:\.|(?!\.)))(?!\s*(?:по|до|{_DASH})\s*\d)"
        rf"|(?<![\w+])\d{{1,2}}\s?\+(?!\s?\d)|\d[.,]\d(?:\s?{_DASH}\s?\d{{1,2}}(?:[.,]\d)?)?\s*(?:лет|год)"
    ),
    "school": (
        r"(?:сош|оош|школ(?!ьн)[а-я]*|(?<!\w)шк(?!\w)\.?|гимнази[а-я]*|лице[а-я]*|мб?оу|мкоу)\s*[«\"]?(?:сош\s*)?(?:№|n)?\s*\d+(?:\s*(?:,|и)\s*(?:№\s*)?\d+)*"
        rf"(?!\d|\s*{_DASH}|\s*(?:{_CLASS}))|№\s*\d+(?:\s*(?:,|и)\s*(?:№\s*)?\d+)*(?!\d|\s*{_DASH}|\s*(?:{_CLASS}))"
    ),
    "nth_school": (
        r"(?<![\w№])\d{1,2}(?:\s*(?:,|и)\s*\d{1,2}){0,19}(?:-?(?:й|я|ой|ая|ей))?\s?"
        r"(?:сош(?!\w)|шк(?!\w)\.?|школ[аеуыо][а-я]{0,2}(?![а-я]))"
    ),
    **{f"span_{low}_{high}": _words(words) for (low, high), words in _SPANS.items()},
    "grade": (
        rf"(?:(?<!\w)|(?<=[\d\s]и))(?P<figure>[1-9]\d{{0,3}})(?:(?P<suffix>{_SUFFIX})|\s?{_DASH}?\s?{_QUOTES}?(?!кл)"
        rf"(?P<letters>(?-i:{_LETTER})(?:\s?{_QUOTES}?\s?(?:,|и|/|{_DASH})?\s?{_QUOTES}?(?-i:{_LETTER}){_QUOTES}?{_AFTER_GRADE})*)"
        rf"{_QUOTES}?{_AFTER_GRADE})?(?=$|\W|клас|кл|кыл|и\d|лет)"
    ),
    "roman": r"(?<!\w)(?-i:[IVXХ1|]{0,8}[IVX][IVXХ1|]{0,8}|(?<![А-ЯЁ][.\s])(?<![А-ЯЁ]\.\s)[ШП](?!\.)|[ivxIVX]+|Х(?=[\Wи]+(?:[XХ]I|кл)))(?:(?!\w)|(?=кл))(?:"
    + _SUFFIX
    + ")?",
    "nth": r"(?<!\w)(?P<nth>" + "|".join(_NTH) + r")-?(?:классни[а-я]+|клашк[а-я]+|кл\.)",
    "K": rf"{_DASH}?(?:{_CLASS}|классник[а-я]*)",
    "to": r"(?<!\w)(?:по|до)(?=\s+(?:\d|[IVXivx]+\b|[а-я]+(?:ый|ой|ий|ого|его)\b))",
    "tag": (
        r"(?<!\w)(?P<tag>овз|ограниченн[а-я]+ возможност[а-я]+(?: здоровья)?|инвалид[а-я]*|одар[а-я]+|мотивированн[а-я]+)(?!\w)"
    ),
    "Z": _words(
        r"зам(?:естител[а-я]+|\.|ы|ов|дир[а-я]*\.?)?[ -]?(?:директор[а-я]*|дир\.)?(?: ?по [а-я]++(?:[ -][а-я]*работе)?)?(?:(?: и|\s?,) ?(?:ув|в|нм|м|ахч)р)*|завуч[а-я]*|здувр|зд по [а-я]+"
    ),
    "y": (
        r"(?<!\w)(?:(?:молод|начинающ|малоопытн)[а-я]+ |мол\. ?)(?:и [а-я]+ )?(?:педагог|учител|специалист|воспитател|преподав|кадр|коллег|педработник|(?:пед|учит|спец)\.)[а-я]*(?: (?:в возрасте )?(?:до|не старше) 3[05](?:-ти)? лет)?|(?<!\w)молодеж[а-я]* педагогическ[а-я]+"
        r"|(?<!\w)(?:педагог|учител|специалист|работник)[а-я]{0,3} (?:в возрасте )?(?:до|не старше) 3[05](?:-ти)? лет"
    ),
    "o": _words(
        r"вс(?:е|ех|ем)(?:м|х)? (?:желающи[а-я]+|категори[а-я]+(?: [а-я]+)?)|(?:любо[йм]у?|все[мх]?|вс[её]м) желающи[а-я]+|желающи[а-я]+|жител[а-я]+|населени[а-я]+|широк[а-я]+ (?:круг|аудитори)[а-я]*(?: [а-я]+)?|без ограничени[а-я]+|(?:открыт[а-я]+ )?для всех(?! (?:\d|[а-я]*(?:клас|учащ|педагог|учител|школ)))|баҕалаах[а-яҕҥөһү]*|\Aвс(?:е|ех|ем)\Z|неограничен[а-я]*|сообществ[а-я]+"
    ),
    "d": _words(
        r"будущ[а-я]+ (?:перво|1-?)классни[а-я]+|дошкол[а-я]*(?: возраст[а-я]*)?|предшкол[а-я]*|детск[а-я]+ сад[а-я]*|дет\. ?сад[а-я]*|детсад[а-я]*|д/с|доу|дошк\.|(?:(?:младш|средн|старш)[а-я]+(?:,| и) ){0,2}подг(?:отовительн[а-я]+|\.) ?(?:групп[а-я]*|гр\.?)|подготовишк[а-я]+|мдоу|мбдоу"
    ),
    "P": _words(rf"{folk.PARENTS}|родительск[а-я]+ (?:общественност|комитет|сообществ)[а-я]*"),
    "T": _words(_TEACHERS),
    "s": _words(folk.STUDENTS),
    "H": _words(
        rf"куратор[а-я]*{_OF_CENTRE}|координатор[а-я]*{_OF_CENTRE}|руководител[а-я]*|рук\.|рук-л[а-я]+|заведующ[а-я]*"
    ),
    "t": _words(
        r"центр[а-я]*(?: образовани[а-я]+)?(?: цифров[а-я]+ и гуманитарн[а-я]+ профил[а-я]+)?(?: [«\"]?точ[а-я]+ роста|\s*[«\"]?тр(?!\w))?|точ[а-я]+ роста|тр"
    ),
    "X": Words(
        r"специалист|гост|представител|общественност|партнер|студент|директор|взросл|ветеран"
        r"|администраци|волонтер|пенсионер|самоуправлени|работник|сотрудник|выпускник[а-я]* вуз|методическ[а-я]+ служб",
        r"(?<!\w)",
        r"[а-я]*(?!\w)",
        re.IGNORECASE,
    ),
    "e": r"(?<!\w)уч(?!\w)\.?",
    "rest": (
        r"(?:(?<=\bи )|(?<=, )|(?<=,)|(?<=\+ )|\A)вс(?:е|ех|ем)(?=\s*(?:\Z|[,;]|и\s))(?!,? (?:кроме|исключ|за искл))"
        r"|(?<!\w)(?:остальн|друг|проч)[а-я]++(?! (?:желающ|работник|сотрудник|специалист))|(?<!\w)др\."
    ),
    "but": _words(r"кроме|исключая|за исключением|не|без|будущ[а-я]+"),
    ".": r"(?<=\d)[.:=](?=\d)",
    "S": r"[,;/\n+]|\.(?=\s|$)",
    "J": r"(?<![^\W\d_])(?:и|а также|плюс)(?![^\W\d_])|&",
    "-": rf"{_DASH}(?:\s?{_DASH})*|…|\.{{2,3}}",
    ":": r"[:=()]",
    "W": r"[а-яҕҥөһү]+(?:-[а-я]+)*\.?",
    "!": r".",
}
_PARTS = {
    "count": "чел участн",
    "aside": "групп гр. категор поток смена этап тур номинац",
    "of": "работающ преподающ обучающ",
    "teams": "команд школ оо оу организаци",
    "age": "лет год",
    "open": "кл + лет год",
    "school": "ош шк гимнази лице оу №",
    "nth_school": "сош шк",
    "span_1_4": "нач мл ноо ступен",
    "span_5_9": "средн ср. основн ооо ступен",
    "span_10_11": "старш ст. соо ступен",
    "span_1_11": "вс",
    "grade": "1 2 3 4 5 6 7 8 9",
    "roman": "I V X i v x Ш П Х",
    "nth": "классни клашк кл.",
    "K": "кл кыл параллел",
    "to": "по до",
    "tag": "овз ограниченн инвалид одар мотивированн",
    "Z": "зам завуч зд",
    "y": "молод мол. начинающ малоопытн 30 35",
    "o": "вс желающ жител населени широк ограничен сообществ баҕалаах",
    "d": "будущ дошк предшкол дет д/с доу подг",
    "P": folk.PARENTS_PARTS,
    "T": f"{folk.TEACHERS_PARTS} мо методобъединени руководител сотрудник работник специалист коллектив",
    "s": folk.STUDENTS_PARTS,
    "H": "рук заведующ куратор координатор",
    "t": "тр точ",
    "X": (
        "специалист гост представител общественност партнер студент директор взросл ветеран"
        " администраци волонтер пенсионер самоуправлени работник сотрудник выпускник методическ"
    ),
    "e": "уч",
    "rest": "вс остальн друг проч др.",
    "but": "кроме исключ не без будущ",
}
"""Small letters and signs, one of which is in all that a shape fits; Roman numbers keep their case."""
_TOKENS = Shapes(_SHAPES, _PARTS, re.IGNORECASE)
_FILLER = Words(
    r"для|участники?|целевая|аудитория|категори[яи]|участников|с|со|из|в|во|на|от|среди|команд[аыу]?|групп[аыу]?"
    r"|сборн[а-я]+|приглашаются|учебн[а-я]+|состав|возраст[а-я]*|уров(?:ень|ня|не)|только|вс[а-я]{1,2}|весь|том|числе|т\.|ч\.|тч|включая|также"
    r"|[а-я-]*(?:ых|их|ые|ие|ый|ий|ой|ая|ое|ого|его|ую|ым|им|ыми|ими|ому)"
)
_HYPHENED = Pattern(r"([а-я]+)(?=-[а-я])", re.IGNORECASE)
_LONG_WORD = Pattern(r"[^\W\d_]{3}")
_TEN = Pattern(r"(?<!\w)1[OОоo](?![^\W\d_](?<!к))")
_THREE = Pattern(rf"(?<!\w)[Зз](?=\s?{_DASH}\s?\d)")
_LATIN_CLASS = Pattern(rf"(?<=\d)(?:\s?(?:{_DASH}|{_QUOTES})?\s?)[ABEKabek](?![\w])")
_TO_CYRILLIC = str.maketrans("ABEKabek", "АВЕКавек")
_LATIN = frozenset("ABEKabek")
_TENS, _THREES = ("1O", "1О", "1о", "1o"), frozenset("Зз")
_WORDS = (
    "учащиеся учащихся обучающиеся обучающихся школьники школьников ученики учеников педагоги педагогов"
    " учителя учителей учителям педагогам родители родителей дошкольники дошкольников воспитанники"
    " воспитанников классы классов класса желающие завучи"
)
_SPELT = tuple(_WORDS.split())
_TAGS = {"овз": "ОВЗ", "огр": "ОВЗ", "инв": "инвалидность", "ода": "одарённые", "мот": "мотивированные"}  # fmt: skip


_KINDS = {
    "count": "C",
    "teams": "C",
    "school": "W",
    "to": "-",
    "of": "w",
    "tag": "#",
    "rest": "q",
    **dict.fromkeys(("open", "but", "nth_school"), "!"),
}
"""What audiences call the shapes named by a word here; open ranges and exceptions are refused."""

_SUBJECTS = (
    "физик физ\\. хими хим\\. биолог математик матем\\. информатик инф\\. географ истори обществозн русск литератур англ иностран"
    " технолог музык изо физкульт физическ обж обзр астроном предмет естеств якутск родн язык робот"
    " труд искусств черчени эконом прав нвп мхк"
)
_SUBJECT = Pattern(rf"(?:{'|'.join(_SUBJECTS.split())})[а-я]*", re.IGNORECASE)


def is_subject(word: str) -> bool:
    """Tell whether a word names what a teacher teaches."""
    return _SUBJECT.fullmatch(word) is not None


def split(shown: str) -> tuple[list[Token], tuple[Remark, ...]]:
    """Return the tokens of clean text without fillers, and what was put right in it."""
    tokens: list[Token] = []
    notes: tuple[Remark, ...] = ()
    if shown.isupper() and _LONG_WORD.search(shown):
        shown = shown.lower()  # «7-Е КЛАССЫ» are no class of the letter Е
    figures = _TEN.sub("10", shown) if any(ten in shown for ten in _TENS) else shown
    if not _THREES.isdisjoint(figures):
        figures = _THREE.sub("3", figures)
    if not _LATIN.isdisjoint(figures):
        figures = _LATIN_CLASS.sub(lambda match: match.group().translate(_TO_CYRILLIC), figures)
    notes += corrections.changed(shown, figures)
    shown = figures.replace("ё", "е").replace("Ё", "Е")
    fitting_at = _TOKENS.on(shown)
    place = 0
    while place < len(shown):
        fitting = fitting_at(place)
        if fitting is None:
            return [Token("!")], ()
        name, match = fitting
        word = match.group()
        if name == "W" and (fixed := _mended(word)):
            # The word is read again as it should have been written.
            notes += corrections.changed(word, fixed, "typo_fixed")
            shown = shown[:place] + fixed + shown[match.end() :]
            fitting_at = _TOKENS.on(shown)
            continue
        if (
            name == "W"
            and (head := _HYPHENED.match(word))
            and numerals.ordinal(head[1]) is not None
        ):
            tokens.append(Token("D", head[1], (numerals.ordinal(head[1]) or 0,)))
            place += head.end()
            continue
        place = match.end()
        if name in {"space", "aside"}:
            continue
        token = _token(name, match)
        if tokens and tokens[-1].kind == "f" and token.kind == "K":
            tokens.pop()  # «8-9 параллельных классов»
        if token.kind != "f" or (tokens and tokens[-1].kind == "D"):
            tokens.append(token)
    return tokens, notes


def _mended(word: str) -> str | None:
    folded = word.lower()
    if _FILLER.fullmatch(folded) or folded in _SPELT or numerals.ordinal(folded) is not None:
        return None
    return corrections.nearest(folded, _SPELT)


_ROW = "абвгдежзикл"
"""The letters of classes in their order."""
_LETTERS = Pattern(rf"({_LETTER})(?:\s?{_QUOTES}?\s?{_DASH}\s?{_QUOTES}?({_LETTER}))?")


def _letters(shown: str) -> tuple[str, ...]:
    """Return the letters of classes, those of «А–В» with the one between."""
    letters: list[str] = []
    for match in _LETTERS.finditer(shown):
        first = _ROW.index(match[1].lower())
        last = _ROW.index(match[2].lower()) if match[2] else first
        letters += _ROW[first : last + 1] or match[1] + match[2]
    return tuple(letters)


def _token(name: str, match: re.Match[str]) -> Token:
    word = match.group().lower()
    if name.startswith("span_"):
        low, high = name.split("_")[1:]
        return Token("R", word, tuple(range(int(low), int(high) + 1)))
    if name == "grade":
        letters = _letters(match["letters"]) if match["letters"] else ()
        return Token(
            "D", match["figure"] + (match["suffix"] or ""), (int(match["figure"]),), letters
        )
    if name == "roman":
        number = numerals.roman(re.sub(rf"{_SUFFIX}$", "", match.group()))
        return Token("D", word + "-", (number,)) if number else Token("W", word)
    if name == "nth":
        return Token("R", word, (_NTH[match["nth"].lower()],))
    if name == "age":
        young = int(match["young"])
        if match["open"] and not match["old"]:
            return Token("!", word)
        return Token("Y", word, (young, int(match["old"] or young)))
    if name == "W":
        if (number := numerals.ordinal(word)) is not None:
            return Token("D", word, (number,))
        return Token("f" if _FILLER.fullmatch(word) else "W", word)
    kind = _KINDS.get(name, name)
    return Token(kind, _TAGS[word[:3]] if kind == "#" else word)
