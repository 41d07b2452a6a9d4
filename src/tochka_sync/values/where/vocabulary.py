"""The words schools are called by in Russian, whatever the district: kinds, legal forms, noise.

What only one district says («ТСШИ») is no business of this module: it stands in the registry.
"""

from typing import NamedTuple

from tochka_sync.pattern import Pattern

SCHOOL = "школа"
"""The kind that fits every school."""


class Word(NamedTuple):
    """What a word does in a school's name, and its canonical form."""

    role: str
    """`kind`, `org`, `and`, `sign`, `honour`, `district`, `quality` or `noise`."""
    value: str = ""


_KINDS = {
    SCHOOL: "школа школы школе школу школой школ школам школами школах шк ш оо оу"
    " оскуола оскуолата оскуолаҕа оскуолалар оскуолалара оскуолатын",
    "сош": "сош сощ сш соша средняя средней среднюю средние средних сред ср орто",
    "оош": "оош ош основная основной основную основные основных осн",
    "нош": "нош нш начальная начальной начальную начальные начальных нач",
    "гимназия": "гимназия гимназии гимназию гимназией гимназий гимназиям гимназиями гимназиях гимн гимназ",
    "лицей": "лицей лицея лицею лицеем лицее лицеи лицеев лицеям лицеями лицеях лиц",
    "интернат": (
        "интернат интерната интернату интернатом интернате интернаты интернатов интернатам"
        " интернатами интернатах инт ши"
    ),
    "сад": (
        "сад сада саду садом саде сады садов садам детсад детсада детсаду детсадом детсаде детсады детсадов"
        " дс доу мбдоу мкдоу мадоу мдоу гбдоу чдоу"
    ),
}
_LABELS = {
    "сош": "СОШ", "оош": "ООШ", "нош": "НОШ", "интернат": "школа-интернат", "сад": "детский сад",
}  # fmt: skip
NURSERIES = frozenset({"сад"})
"""Kinds that share their numbers with schools and are never taken for them."""
SINGULAR = frozenset({"гимназия", "лицей"})
"""Nominatives that name one school and head a list of two by mistake: «гимназия г.А и п.Б»."""
COUNTED = frozenset({"школ", "оо", "оу"})

_FORMS = (
    "мбоу мкоу маоу мобу моку моау моу мбу мку мау мбноу маноу гбоу гкоу гаоу гоу гбноу огбоу огкоу обоу"
    " когобу кгбоу кгкоу краоу чоу ноу чуоо анооо аноо фгкоу фгбоу мсоу мсбоу мскоу гскоу"
)
ORGS = frozenset(_FORMS.split())
"""Legal forms."""

_NOISE = """
в во на у при для из от по с со к ко о об за базе база площадке площадка здании актовый актовом зал зале
спортзал спортзале точка точки точке точкой точку роста тр центр центра центре центром центры центров
мо мр гр город го муниципального муниципальный муниципальная муниципальное муниципальные
бюджетное бюджетного бюджетном казенное казенного казенном автономное автономного государственное
государственного государственном общеобразовательная общеобразовательной общеобразовательную
общеобразовательное общеобразовательного общеобразовательном общеобразовательные общеобразовательных
общеобр общеобраз образовательная образовательной образовательное образовательного образовательном
образовательные образовательных учреждение учреждения учреждении учреждений учреждениям организация
организации организаций организацию образования образованию образование цифрового гуманитарного
цифровой гуманитарный естественнонаучной естественно научной технологической технологического профиля
профилей направленности направленностей района районе районный улуса улусе педагоги педагогов педагогам
учителя учителей учащиеся учащихся обучающиеся обучающихся ученики учеников школьники школьников дети
детей команда команды команд коллектив коллектива специалисты специалистов департамент департамента
управление управления отдел отдела сетевые сетевой сетевым партнер партнеры партнеров участник участники
участников организатор организаторы организатора хозяин принимающая сторона базовая базовой опорная
опорной следующие следующих участницы участница участниц цо библиотека библиотеке администрация администрации онлайн дистанционно
очно заочно детский детского детском детские детских я рс республика республики респ саха якутия якутии
цоцигп цигп енитн ентн енн цогип
"""

WORDS: dict[str, Word] = {
    **{form: Word("noise") for form in _NOISE.split()},
    **{form: Word("kind", kind) for kind, forms in _KINDS.items() for form in forms.split()},
    **dict.fromkeys(("и", "а", "также", "плюс", "совместно", "вместе", "уонна"), Word("and")),
    **dict.fromkeys(("номер", "номером", "номера", "ном", "нр", "нүөмэр"), Word("sign")),
    **dict.fromkeys(("им", "имени"), Word("honour")),
    **dict.fromkeys(
        ("район", "района", "районе", "улус", "улуса", "улусе", "рн"), Word("district")
    ),
    **dict.fromkeys(
        (
            "область",
            "области",
            "обл",
            "край",
            "края",
            "крае",
            "округ",
            "округа",
            "ао",
            "наслег",
            "наслега",
            "наслеге",
        ),
        Word("district"),
    ),
    **{form: Word("org", form.upper()) for form in ORGS},
    "уиоп": Word("quality", "уиоп"),
}
"""Every form this module knows, lower-case with «е» for «ё»."""

FIXABLE = tuple(
    word
    for word, meaning in WORDS.items()
    if len(word) >= 5 and meaning.role == "kind" and meaning.value not in NURSERIES
)
"""Words common and long enough that a misprint in one is recognised."""
DEEPENED = Pattern(r"углубл\w*")
_SUBJECTS = Pattern(r"изуч\w*|отд\w*|предм\w*|отдельн\w*|ряда|некоторых")

_ENDINGS = Pattern(
    r"(?:ыми|ими|ого|его|ому|ему|ами|ями|ая|яя|ой|ей|ую|юю|ый|ий|ое|ее|ые|ие|ых|их|ым|им|ом|ем"
    r"|ам|ям|ах|ях|[аяоеуюыиьй])$"
)
_VOWEL = Pattern("[аеиоуыэюя]")
_LATIN = {
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю",
    "ya": "я", "ju": "ю", "ja": "я", "yo": "е", "iya": "ия", "iy": "ий", "ey": "ей", "a": "а", "b": "б",
    "c": "ц", "v": "в", "w": "в", "g": "г", "d": "д", "e": "е", "z": "з", "i": "и", "j": "й",
    "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т",
    "u": "у", "f": "ф", "h": "х", "y": "ы", "'": "ь",
}  # fmt: skip
_SOUNDS = Pattern("|".join(_LATIN))


def label(kinds: frozenset[str]) -> str:
    """Return how to call a school of these kinds: «СОШ», «гимназия»; «школа» where none is said."""
    kind = next(iter(sorted(kinds)), SCHOOL)
    return _LABELS.get(kind, kind)


def is_subject(word: str) -> bool:
    """Tell whether a word belongs to «углублённое изучение отдельных предметов»."""
    return _SUBJECTS.fullmatch(word) is not None


def stem(word: str) -> str:
    """Return a word without its case ending, for comparing words of names; «ТСШИ» has none."""
    base = _ENDINGS.sub("", word)
    return base if len(base) >= 3 and _VOWEL.search(base) else word


def from_latin(word: str) -> str:
    """Return a word typed in Latin letters in Russian ones: «tommot» is «томмот»."""
    return _SOUNDS.sub(lambda match: _LATIN[match.group()], word.lower())
