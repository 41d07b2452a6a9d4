"""Every sentence a person reads, by code, in Russian and in English.

`ru` and `en` hold the same keys with the same facts; a test compares them. A number picks the
form of the word after it: «{n} {n:день|дня|дней}», "{n} {n:day|days}".
"""

import importlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType

from tochka_sync import visible
from tochka_sync.errors import Reason, TochkaError
from tochka_sync.findings import MASK, Code, Finding
from tochka_sync.messages.explanation import Explanation
from tochka_sync.pattern import Pattern


class Language(StrEnum):
    """A language the program speaks."""

    RU = "ru"
    EN = "en"


_LONGEST = 400
"""Characters of one fact in a sentence about the run."""
_EXAMPLES = 2023
"""The autumn of the school year in which the examples in the sentences lie."""
_YEAR = Pattern(r"\b20(?:23|24)\b")
_NEAR = Pattern(r"[^.]*\{near\}[^.]*\.\s*")
_ISO = Pattern(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_OPEN = Pattern(r"/\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d/")
_QUOTED = Pattern(r"«\{(\w+)\}»")


class _Count(int):
    """An integer that picks a word's form in a format specification."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return super().__format__(spec)
        forms = spec.split("|")
        if len(forms) == 2:
            return forms[self != 1]
        tens, ones = abs(self) % 100 // 10, abs(self) % 10
        if tens == 1 or ones == 0 or ones > 4:
            return forms[2]
        return forms[0] if ones == 1 else forms[1]


class _Moment:
    """A day or a moment, written as people here do unless a template says otherwise."""

    def __init__(self, moment: date) -> None:
        self._moment = moment

    def __format__(self, spec: str) -> str:
        moment = self._moment
        if not isinstance(moment, datetime):
            return format(moment, spec or "%d.%m.%Y")
        # Equal moments of two zones are said in two ways, so the zone tells them apart.
        return _clocked(moment, moment.tzinfo, spec or "%d.%m.%Y %H:%M")


@lru_cache(maxsize=1 << 8)
def _clocked(moment: datetime, _zone: tzinfo | None, spec: str) -> str:
    """Format a moment; a thousand schools miss the same deadline."""
    return format(moment, spec)


class _Spoken:
    """Facts as a template wants them, dressed when it names them; a bool is an int, and no count."""

    def __init__(self, template: str, facts: Mapping[str, object]) -> None:
        self._quoted = _quoted(template)
        self._facts = facts

    def __getitem__(self, name: str) -> object:
        fact = self._facts[name]
        if type(fact) is int:
            return _Count(fact)
        if isinstance(fact, str) and "«" in fact and name in self._quoted:
            bare = fact.removeprefix("«").removesuffix("»")
            if len(bare) == len(fact) - 2 and not {"«", "»"} & set(bare):
                return bare
            return fact.replace("«", "„").replace("»", "“")
        return _Moment(fact) if isinstance(fact, date) else fact


class _Facts(dict[str, object]):
    """What the sentences of a finding may name; what is not a fact of its own is found when it is named."""

    def __init__(self, language: Language, found: Finding, year: str | None = None) -> None:
        super().__init__(found.facts)
        self._language = language
        self._found = found
        self._year = year

    def __missing__(self, name: str) -> str:
        found = self._found
        match name:
            case "value":
                return (found.value or "").strip()  # «31 апреля», however it was spaced
            case "suggestion":
                return found.suggestion or ""
            case "candidates":
                return "; ".join(map(_typed, found.candidates))
            case "field":
                return text(self._language, f"field.{found.field}") if found.field else ""
            case "elsewhere":
                return text(self._language, f"field.{self['by']}")
            case "example":
                return _of_year(_example(self._language, found.field), self._year)
            case "late" if isinstance(late_by := self.get("late_by"), int):
                return duration(self._language, late_by)
            case "ago" | "left" if isinstance(days := self.get("days"), int):
                key = f"{name}.days" if days else f"{name}.today"
                return text(self._language, key, n=days)
            case "meant":
                return ""  # what is typed shows by itself how it was read
            case "back":
                key = "back.forgotten" if self["snapshot"] is None else "back.kept"
                return text(self._language, key, restore=self["restore"])
            case _:
                pass
        raise KeyError(name)


def fill(template: str, facts: Mapping[str, object]) -> str:
    """Put facts into a template; whole numbers choose the form of their words.

    A fact that stands in «quotes» and has such quotes of its own gets „inner ones“; those around
    all of it are the template's.
    """
    return template.format_map(_Spoken(template, facts)) if "{" in template else template


def quoted(said: str) -> str:
    """Return text in Russian quotes, as a sentence has it."""
    return fill("«{said}»", {"said": said})


def text(language: Language, key: str, **facts: object) -> str:
    """Return a sentence or a label by its key.

    Raises `KeyError` for a key that is not there: a missing sentence is a bug.
    """
    return fill(_book(language).TEXTS[key], facts)


def has(language: Language, key: str) -> bool:
    """Tell whether there is a text of this key."""
    return key in _book(language).TEXTS


def finding(language: Language, found: Finding, year: str | None = None) -> tuple[str, str]:
    """Return the sentence of a finding and what to do about it, with examples of a school year."""
    sentence, hint = _templates(language, found)
    facts = _Facts(language, found, year)
    return fill(sentence, facts), fill(_of_year(hint, year), facts)


def sentence(language: Language, found: Finding) -> str:
    """Return the sentence of a finding alone, in half the time."""
    return fill(_templates(language, found)[0], _Facts(language, found))


def _templates(language: Language, found: Finding) -> tuple[str, str]:
    """Return what a code says; a reason says its own where the code would say too little.

    What was put right in the name of a person is not shown: old and new are the same stand-in, nor
    is a stand-in said not to be understood.
    """
    sentences: Mapping[str, tuple[str, str]] = _book(language).FINDINGS
    hidden = ".hidden" if "old" in found.facts and found.facts["old"] == found.facts["new"] else ""
    for way in (found.reason, found.facts.get("belongs")):
        if said := sentences.get(f"{found.code}.{way}{hidden}"):
            return said  # a misplaced value is told by its own column
    own = f"{found.code}.hidden"
    return sentences[own if hidden or (found.value == MASK and own in sentences) else found.code]


def told(language: Language, found: Finding, year: str | None = None) -> tuple[str, str, str]:
    """Return what is wrong, what to type and what to do; at most one of the last two is empty.

    Where the text to type is certain nothing else is to be done; a guess has to be looked at, and
    what a spreadsheet spoils is spoilt again unless it is held. A heading has no cell to be typed
    into: what to do says of which column it is.
    """
    wrong, hint = finding(language, found, year)
    if not found.suggestion or found.code is Code.COLUMN_MISSING:
        return wrong, "", hint
    guess = bool(found.facts.get("guess"))
    key = "report.type-guess" if guess else "report.type"
    typed = text(language, key, suggestion=found.suggestion)
    return wrong, typed, hint if guess or found.code is Code.EXCEL_AUTOFORMAT else ""


def duration(language: Language, seconds: int) -> str:
    """Return how long something lasts in its two largest units: «2 дня 1 час»."""
    said: list[str] = []
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        count, seconds = divmod(seconds, length)
        if count or said:
            said.append(text(language, f"duration.{unit}", n=count) if count else "")
        if len(said) == 2:
            break
    return " ".join(filter(None, said)) or text(language, "duration.second", n=0)


def error(language: Language, stopped: TochkaError) -> tuple[str, str]:
    """Return why the program stopped and what to do next."""
    sentence, hint = _book(language).ERRORS[stopped.code]
    if stopped.facts.get("near", "") is None:  # nothing is like it
        hint = _NEAR.sub("", hint)
    facts = {name: _worded(language, fact) for name, fact in plain(stopped.facts).items()}
    return fill(sentence, facts), fill(hint, facts)


def plain(facts: Mapping[str, object]) -> Mapping[str, object]:
    """Return facts for one line of a screen or a log: nothing in them steers it, none is endless."""
    return {name: _plain(fact) for name, fact in facts.items()}


def _worded(language: Language, fact: object) -> object:
    """Return a fact of an error in words, where it has any."""
    if isinstance(fact, timedelta):
        return duration(language, int(fact.total_seconds()))
    return _reason(language, fact) if isinstance(fact, Reason) else fact


def _reason(language: Language, name: str) -> str:
    """Return the words for a reason; for the rare one that has none, its name."""
    key = f"reason.{name}"
    return text(language, key) if has(language, key) else text(language, "reason.other", name=name)


def _plain(fact: object) -> object:
    if not isinstance(fact, str | Path) or isinstance(fact, Reason):
        return fact
    text = str(fact)
    with suppress(UnicodeEncodeError):  # a name the system gave, where it knows no UTF-8
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = visible.line(text[: 2 * _LONGEST])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def explanation(language: Language, code: Code) -> Explanation:
    """Return what a finding's code means, why it matters and how to mend it."""
    explanations: Mapping[str, Explanation] = _book(language, "explain_").EXPLANATIONS
    return explanations[code.value]


def _typed(candidate: str) -> str:
    """Return a reading as a person types it: days in the order they have here."""
    shown = _ISO.sub(r"\3.\2.\1", candidate)
    if _OPEN.fullmatch(candidate):
        return f"до {shown[1:]}" if shown[0] == "/" else f"с {shown[:-1]}"
    return shown.replace("/", " – " if _ISO.match(candidate) else "/")


def _example(language: Language, field: str | None) -> str:
    """Return what a field may hold, so that a person sees what is wanted."""
    key = f"example.{field}"
    return text(language, key) if has(language, key) else ""


@cache
def _of_year(template: str, year: str | None) -> str:
    """Put examples into the school year of a plan: who copies one is not to date an event wrongly."""
    later = int(year[:4]) - _EXAMPLES if year else 0
    return _YEAR.sub(lambda found: str(int(found[0]) + later), template) if later else template


@cache
def _quoted(template: str) -> tuple[str, ...]:
    return tuple(_QUOTED.findall(template))


@cache
def _book(language: Language, kind: str = "") -> ModuleType:
    """Load the sentences of one language, when the first of them is said."""
    return importlib.import_module(f"tochka_sync.messages.{kind}{language}")
