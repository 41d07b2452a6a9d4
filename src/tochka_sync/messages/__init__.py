"""Every sentence a person reads, by code, in Russian and in English.

`ru` and `en` hold the same keys with the same facts; a test compares them. A number picks the
form of the word after it: «{n} {n:день|дня|дней}», "{n} {n:day|days}".
"""

import importlib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import ModuleType

from tochka_sync.errors import TochkaError
from tochka_sync.findings import Code, Finding
from tochka_sync.messages.explanation import Explanation
from tochka_sync.pattern import Pattern


class Language(StrEnum):
    """A language the program speaks."""

    RU = "ru"
    EN = "en"


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
        usual = "%d.%m.%Y %H:%M" if isinstance(self._moment, datetime) else "%d.%m.%Y"
        return format(self._moment, spec or usual)


def _spoken(fact: object) -> object:
    """Dress a fact for a template; a bool is an int, and no count."""
    if type(fact) is int:
        return _Count(fact)
    return _Moment(fact) if isinstance(fact, date) else fact


def fill(template: str, facts: Mapping[str, object]) -> str:
    """Put facts into a template; whole numbers choose the form of their words.

    A fact that stands in «quotes» and has such quotes of its own gets „inner ones“.
    """
    if "{" not in template:
        return template
    for name in _quoted(template):
        if isinstance(fact := facts.get(name), str) and "«" in fact:
            facts = {**facts, name: fact.replace("«", "„").replace("»", "“")}
    return template.format_map({name: _spoken(fact) for name, fact in facts.items()})


def text(language: Language, key: str, **facts: object) -> str:
    """Return a sentence or a label by its key.

    Raises `KeyError` for a key that is not there: a missing sentence is a bug.
    """
    return fill(_book(language).TEXTS[key], facts)


def has(language: Language, key: str) -> bool:
    """Tell whether there is a text of this key."""
    return key in _book(language).TEXTS


def finding(language: Language, found: Finding) -> tuple[str, str]:
    """Return the sentence of a finding and what to do about it.

    A reason has a sentence of its own where the code's general one would say too little.
    """
    sentences = _book(language).FINDINGS
    ways = (found.reason, found.facts.get("belongs"))  # a misplaced value is told by its own column
    keys = [key for way in ways if (key := f"{found.code}.{way}") in sentences]
    sentence, hint = sentences[keys[0] if keys else found.code.value]
    facts = {
        "value": found.value or "",
        "suggestion": found.suggestion or "",
        "candidates": "; ".join(found.candidates),
        "field": text(language, f"field.{found.field}") if found.field else "",
        **found.facts,
    }
    if isinstance(late_by := found.facts.get("late_by"), int):
        facts["late"] = duration(language, late_by)
    return fill(sentence, facts), fill(hint, facts)


def duration(language: Language, seconds: int) -> str:
    """Return how long something lasts in its two largest units: «2 дня 1 час»."""
    said: list[str] = []
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        count, seconds = divmod(seconds, length)
        if count or said:
            said.append(text(language, f"duration.{unit}", n=count) if count else "")
        if len(said) == 2:
            break
    return " ".join(filter(None, said))


def error(language: Language, stopped: TochkaError) -> tuple[str, str]:
    """Return why the program stopped and what to do next."""
    sentence, hint = _book(language).ERRORS[stopped.code]
    return fill(sentence, stopped.facts), fill(hint, stopped.facts)


def explanation(language: Language, code: Code) -> Explanation:
    """Return what a finding's code means, why it matters and how to mend it."""
    explanations: Mapping[str, Explanation] = _book(language, "explain_").EXPLANATIONS
    return explanations[code.value]


@cache
def _quoted(template: str) -> tuple[str, ...]:
    return tuple(_QUOTED.findall(template))


@cache
def _book(language: Language, kind: str = "") -> ModuleType:
    """Load the sentences of one language, when the first of them is said."""
    return importlib.import_module(f"tochka_sync.messages.{kind}{language}")
