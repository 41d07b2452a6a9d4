"""Words that name a post, a duty or a body of people, and the words that go with them.

They tell «Директор Иванова А.П.» from two surnames, and «руководитель центра» from a name.
"""

from tochka_sync.pattern import Pattern
from tochka_sync.values.who import declension
from tochka_sync.values.who.alphabet import LOWER, UPPER
from tochka_sync.values.who.forenames import FORENAMES

# Beginnings and words, not expressions of them: those take 1.7 ms to compile.
_POSTS = (
    "учител педагог преподават директор завуч завед руковод классн методист воспитат специалист"
    " психолог логопед дефектолог библиотекар вожат организатор администр ответств исполнит"
    " координатор куратор тренер инструктор тьютор советник инженер лаборант председат секретар"
    " начальник заместит замдир наставник ведущ модератор эксперт сотрудник работник коллектив команд"
    " комисси оргкомитет жюри управлени департамент отдел центр волонт точк старшекласс"
    " методобъединени методсовет хореограф медиатор физрук трудовик предметник бухгалтер"
    " заслуженн народн отличник почетн почётн лауреат педколлектив педсостав педработник"
    " родител лидер мастер оператор программист студент ученик учащ обучающ"
)
_BRIEFLY = (
    "совет совета информатик актив зам зав дир рук кл отв исп уч пед преп спец нач ст мл соц"
    " физ восп орг библ коорд методич рук-ль рук-ля рук-тель рук-теля уч-ль уч-ля зам-ль зам-ля"
    " соцпедагог соц-педагог шмо рмо мо пдо зур здур звр здвр увр увчр худрук врио вр группа"
    " группы кафедра кафедры"
)
_SUBJECTS = (
    "рост школ образован район улус цифров гуманитарн естественн технолог дополнит начальн"
    " рабоч творческ инициативн физик физкульт физическ хими биолог информатик математик русск якутск английск немецк"
    " иностранн истори обществозн географ изобраз музык обж литератур труд внеуроч учебн"
    " воспитательн научн методическ работ культур социальн язык предмет класс кабинет проект"
    " мероприят стар младш перв молод детск общеобразоват средн гимнази лице интернат района"
    " алданск департам министерств республик якути муниципальн"
)
_ROLE_STARTS = tuple(_POSTS.split())
_ROLES = frozenset(_BRIEFLY.split())
_TOPIC_STARTS = frozenset(_SUBJECTS.split())
_TOPIC_ENDING = 6
"""The most letters after the beginning of a word for a subject."""
_TOPICS = frozenset({"саха", "все", "весь", "по", "и", "на", "при", "от", "за", "для", "в", "с", "им", "г", "п"})  # fmt: skip
_LETTERS = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
_IN_ROLES = _LETTERS | {"-"}
_ABBREVIATION = Pattern(
    r"(?:М[БКАО]*ОУ|Г[БКАО]*ОУ|МБУ|МКУ|МБДОУ|СОШ|ООШ|НОШ|ТСШИ|УИОП|УВР|ВР|НМР|УР|МР|ИКТ|ОБЖ|ИЗО|ЦО|ДО|ОО|ОУ|УО|ШМО|РМО|ГМО|МО|ПДО|ТР|ФГОС|"
    r"ЦДО|ДДТ|РДШ|РДДМ|ЮНАРМИЯ|ВПК|ЕНН|ЦИГ|ИП|АХЧ|АХР|СП|ПОО|ИТ|IT|ЗОЖ|ПДД|НОУ|НПК|ДЮСШ|ВКС)"
)
_NAME = Pattern(rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]+(?:[-'’][{UPPER}]?[{LOWER}]+)*")
_NEXT = Pattern(
    rf"[.,]?\s*(?:[{UPPER}]\s?(?:\.|\s[{UPPER}]?|[{UPPER}]?)(?![{UPPER}{LOWER}])|(?P<word>[{UPPER}][{LOWER}]+))"
)
PREPOSITIONS = frozenset({"на", "с", "со", "у", "от", "к", "ко", "для", "через"})
"""Words before a person: «возложить на Петрову С.И.»."""
_CONSONANTS = Pattern(r"[^АЕЁИОУЫЭЮЯӨҮ]+")


def is_role(word: str) -> bool:
    """Tell whether the word names a post, a duty or a body of people."""
    low = word.lower()
    return low in _ROLES or (low.startswith(_ROLE_STARTS) and _IN_ROLES.issuperset(low))


def is_topic(word: str) -> bool:
    """Tell whether a capitalised word belongs to a role, not to a name: «Центр Точка Роста»."""
    low = word.lower()
    if low in _TOPICS:
        return True
    ends = range(max(len(low) - _TOPIC_ENDING, 1), len(low) + 1)
    return _LETTERS.issuperset(low) and any(low[:end] in _TOPIC_STARTS for end in ends)


def is_abbreviation(word: str) -> bool:
    """Tell whether capitals are an abbreviation: «СОШ», «УВР», anything without a vowel."""
    if len(word) < 2 or not word.isupper():
        return False
    return bool(_ABBREVIATION.fullmatch(word) or _CONSONANTS.fullmatch(word))


def is_name(word: str) -> bool:
    """Tell whether the word is spelt as names are: «Иванова», «Петрова-Водкина», «О'Нил»."""
    return _NAME.fullmatch(word) is not None


def is_surname(word: str, after: str) -> bool:
    """Tell a surname that only begins like a post: «Старостина А.П.», «Мастерова Анна»."""
    if not is_name(word) or not declension.is_surname(word):
        return False
    if after.startswith(".") and word.lower() in _ROLES:
        return False  # «Рук. ТР Иванова А.П.»
    following = _NEXT.match(after)
    return following is not None and (
        following["word"] is None or following["word"].lower() in FORENAMES
    )
