"""How the number and the date of a contract, and whom it is with, look in a cell."""

import datetime as dt
import re

from tochka_sync.pattern import Pattern

MONTHS = ("янв", "фев", "мар", "апр", "ма[йя]", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = "|".join(MONTHS)
DATE = Pattern(
    r"(?<![\w./-])(?:"
    r"(?P<iso>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?<!№)(?<!№\s)(?<!омер\s)(?P<d>\d{1,2})\s?(?P<sep>[./-]|,(?=\s?\d{1,2}(?:\s?,\s?|\s)20\d\d))\s?(?P<m>\d{1,2})(?:\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})|\s(?P<apart>20\d\d))?"
    rf"|(?<!№)(?<!№\s)(?<!омер\s)[«\"“]?(?P<day>\d{{1,2}})[»\"”]?(?:-го)?\.?\s?(?P<month>{_MONTH})[а-я]*\.?(?:\s?(?P<year>\d{{4}}|\d\d(?=\s?г)))?"
    r")(?![\d/-]|\.\d)\s?(?:г(?:ода|од|\.)?(?![а-я]))?\.?",
    re.IGNORECASE,
)
_LETTER = "[A-Za-zА-ЯЁа-яё]"
_OTHER_WORD = rf"(?:не|нет|(?-i:на|от|до|уже|пока|есть|для|со?|и|по|в|к|да))(?!{_LETTER})"
"""Where a word begins the number is over; short ones in capitals are a part of it: «5-НА», «5 - С»."""
_ID = (
    rf"(?:{_LETTER}{{1,6}}[/\-–])?(?={_LETTER}*\d)[0-9A-Za-zА-ЯЁа-яё]++"
    r"(?:(?!\s?[/\-–.]\s?\d{1,2}\.\d{1,2}\.\d\d)(?>"  # atomic: «1/1/1/…» is cut in one way only
    rf"[/\-–.](?!{_OTHER_WORD})"
    rf"(?:{_LETTER}{{0,6}}\d[0-9A-Za-zА-ЯЁа-яё]*|{_LETTER}{{1,5}}(?!{_LETTER}))"
    rf"|\s?[/\-–]\s?(?!{_OTHER_WORD}|(?:на|от|до)\s)(?:\d[0-9A-Za-zА-ЯЁа-яё]*|(?-i:[A-ZА-ЯЁ]{{1,3}})(?!{_LETTER}))))*"
)
"""«5/2023», «12/2023-С», «5 - С»; in «5 - не подписан» the number is 5."""
_NO_NUMBER = r"б\s?/\s?н(?:омера)?|без\s+номера|бн(?!\w)|б\.\s?н\."
NUMBER = Pattern(
    rf"(?:(?<!№)№++:?|\bN(?:(?:[oоº°eеsg]\.?)?(?=\s?\d)|(?=\s?[А-ЯЁа-яё]{{1,4}}[/\-–]\d))|\bномер\b:?|#)\s*(?:(?P<none>{_NO_NUMBER})|(?P<id>{_ID}))"
    r"(?P<more>(?:\s*(?:,|и)\s*\d{1,4}(?![\w/-]))+(?=\s*(?:от\s|дата|;|$)))?"
    rf"|(?<![\w/])(?P<bare_none>{_NO_NUMBER})(?!\w)",
    re.IGNORECASE,
)
"""«No 5» is a number typed where there is no «№» on the keyboard, not a «no»; «Ne», «Ns» are a scan's."""
_CONTRACT = r"\b(?:дог(?:овор(?:[ауе]|ом)?|\.)?|согл(?:ашени[еяю]|\.)|контракт[ау]?)"
BARE_NUMBER = Pattern(
    rf"(?:^|{_CONTRACT}\s*)(?P<id>{_ID})(?=\s+от(?:\s|$))"
    rf"|{_CONTRACT}\s+(?P<lone>(?!20\d\d(?!\w|[/-])){_ID})(?=\s*(?:[,;(]|дата|$))",
    re.IGNORECASE,
)
"""A number without its sign; «договор 2022» may as well be the contract of a year."""
ADDENDUM = Pattern(
    rf"доп(?:\.|олнительн\w+)?\s*(?:согл(?:\.|ашени\w+)|/\s?с)\s*(?:№\s*(?P<id>{_ID}))?",
    re.IGNORECASE,
)
TO_CONTRACT = Pattern(r"\sк\s+(?:\w+\s+){0,8}?дог", re.IGNORECASE)
_SCHOOL = (
    r"(?:сош|оош|нош|школ[^\W\d]{0,30}+|гимнази[^\W\d]{0,30}+|лице(?!нз)[^\W\d]{0,30}+|д/?с|детск[^\W\d]{1,30}+\s+сад[^\W\d]{0,30}+"
    r"|мбдоу|мбоу|мкоу|моу|санаторн[^\W\d]{1,30}+)"
)
PARTNER = Pattern(
    rf"{_SCHOOL}[^№\d,;]{{0,25}}(?:№\s*\d+|\d++(?![»\"”]?\s?(?:[./-]\s?\d|{_MONTH})))"
    r"(?:\sи\s№?\s?\d{1,3}(?![\w/-])|\s?,\s?№\s?\d{1,3}(?![\w/-]|\s?(?:от|\(|\d))){0,30}",
    re.IGNORECASE,
)
"""A school with its number, which is not a contract's; «с гимназией от 12.08.2023» names a day."""
ASIDE = Pattern(
    r"\d{1,3}-?\s?фз|фз-?\s?\d+|(?<![№\w/-])(?<!№\s)20\d\d\s?[-–—/]\s?(?:20)?\d\d(?![\d-])\s*(?:уч\w*\.?\s*)?(?:г(?:од\w*|г?\.)?)?"
    r"|(?:на\s+)?(?:сумм|стоимост)\w+:?\s*\d{1,3}(?:\s?\d{3})*(?:[.,]\d\d)?(?:\s?тыс\w*\.?)?(?:\s?(?:руб\w*\.?|р\.|₽))?"
    r"|(?<![\d.,№])(?<!№\s)(?:\d{1,3}(?:\s\d{3})+|\d+)(?:[.,]\d\d)?\s?(?:тыс\w*\.?\s?)?(?:руб\w*\.?|₽|(?<=\d\s)р\.|(?<=\d)р\.)"
    r"|(?<!\w)(?:косгу|квр|инн|кпп|огрн|бик)[\s:№]{0,3}\d+|(?<!\w)приложени\w+\s?(?:№\s?)?\d{1,2}(?![\d.])|(?<!\w)т(?:ел(?:ефон)?)?[.:]+\s?\+?\d[\d() -]{4,}"
    r"|(?<!\w)(?:скан|копи|экземпляр)\w*\s(?:договор\w*\s)?(?:отправ|направ|высл|перед|прил)\w+(?!\s(?:на|для)\s)",
    re.IGNORECASE,
)
"""Numbers of another kind: of a law, a school year, a sum of money, an account, an annex, a telephone; and what becomes of a copy."""
YEAR_ALONE = Pattern(
    rf"(?<![\w»\"])(?:{_MONTH})[а-я]*\.?\s+20\d\d(?!\d)\s?(?:г(?:ода|оду|од|\.)?(?![а-я]))?"
    r"|(?<![№\w./-])(?<!№\s)20\d\d\s?г(?:ода|оду|од|\.)?(?![а-я])",
    re.IGNORECASE,
)
"""«в августе 2023», «в 2022 году»: no day, so no date."""
_TERM = Pattern(
    r"((?:от|с)\s{0,2})?(\d{1,2}\.\d{1,2}\.(?:20)?\d\d)\s?[-‐-―−]\s?(\d{1,2}\.\d{1,2}\.(?:20)?\d\d)(?![\d.])",
    re.IGNORECASE,
)
"""«от 01.09.2023-31.05.2024»: from when and till when."""
WITH = Pattern(r"(?<!\w)со?\s+(?:сош|лице|гимн|школ|№|(?-i:[А-ЯЁ]{3,}))", re.IGNORECASE)
_SCHOOL_YEAR = Pattern(r"(?<![\w№/.-])20\d\d\s?[-–—/]\s?(?:20)?(\d\d)(?![\d.-])")
_GLUED = Pattern(
    r"(?<!\w)(?:не(?=подпис|заключ|оформл|име[ею]|готов|согласован|составл)|(?:договор|дог|согл|контракт)(?=\d))",
    re.IGNORECASE,
)
"""What sticks to the word or the number behind it: «неподписан», «договор12»."""
NEAR = 40
"""Letters before a date among which stands what it is the date of."""
DUE = Pattern(r"(?<!\w)(?:до|по|к|не позднее|в срок до|срок\w*:?)\s*$", re.IGNORECASE)
VALID = Pattern(r"действ|сроком", re.IGNORECASE)
BEFORE_DATE = Pattern(r"(?<!\w)(?:от|до|к|с)\s*$", re.IGNORECASE)
VALID_FROM = Pattern(r"(?:(?P<told>действ\w*|силу)\s+)?(?<!\w)с\s*$", re.IGNORECASE)
VALID_UNTIL = Pattern(r"\s*(?:по|до)\s", re.IGNORECASE)


def last_year(shown: str, due: int) -> int:
    """Return in which year the last school year a cell names ends; where it names none, after `due`."""
    if "20" not in shown:
        return due + 1
    return max((2000 + int(year) for year in _SCHOOL_YEAR.findall(shown)), default=due + 1)


def unglued(shown: str) -> str:
    """Return a text in which «неподписан» is two words, as is «договор12»."""
    return _GLUED.sub(r"\g<0> ", shown)


def with_term(shown: str) -> str:
    """Return a text with a term in words: of days without «от» the first is no day of signing."""
    if shown.count(".") < _DOTS or _DASHES.isdisjoint(shown):  # seldom is there one
        return shown
    return _TERM.sub(lambda match: f"{match[1] or 'с '}{match[2]} по {match[3]}", shown)


_DOTS = 4
_DASHES = frozenset("-‐‑‒–—―−")


def day(match: re.Match[str], due: dt.date) -> tuple[dt.date, bool]:
    """Return the day of a `DATE`, and whether its year is assumed; raise `ValueError` if there is none."""
    number = int(match["iso_day"] or match["d"] or match["day"])
    month = int(match["iso_month"] or match["m"] or _month(match["month"]))
    typed = match["iso"] or match["y"] or match["apart"] or match["year"]
    if typed is None:
        return _nearest(number, month, due), True
    return dt.date(int(typed) + (2000 if len(typed) == 2 else 0), month, number), False


def _month(word: str) -> int:
    return next(
        number for number, stem in enumerate(MONTHS, 1) if re.match(stem, word, re.IGNORECASE)
    )


def _nearest(number: int, month: int, due: dt.date) -> dt.date:
    """Return the day in the year that brings it nearest to the deadline; raise `ValueError`."""
    years = range(due.year - 1, due.year + 2)
    leap = (month, number) == (2, 29)
    days = [dt.date(year, month, number) for year in years if not leap or year % 4 == 0]
    return min(days or [dt.date(due.year, month, number)], key=lambda one: abs(one - due))
