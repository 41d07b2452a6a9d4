"""What holds for all texts: two languages that say the same, and a sentence for every occasion."""

import errno
import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest

from tochka_sync import messages
from tochka_sync.errors import Reason, WriteError
from tochka_sync.findings import Code
from tochka_sync.messages import Language, en, explain_en, explain_ru, ru

SRC = Path(__file__).parent.parent / "src" / "tochka_sync"
BOOKS = {"ru": ru, "en": en}
EXPLAINED = {"ru": explain_ru.EXPLANATIONS, "en": explain_en.EXPLANATIONS}
PARTS = ("title", "what", "why", "fix", "wrong", "right")
CODES = [code.value for code in Code]

Sentence = str | tuple[str, str]


def facts(sentence: Sentence) -> set[str]:
    parts = (sentence,) if isinstance(sentence, str) else sentence
    return {name for part in parts for _, name, _, _ in Formatter().parse(part) if name}


def sources() -> dict[str, str]:
    return {
        str(path.relative_to(SRC)): path.read_text(encoding="utf-8") for path in SRC.rglob("*.py")
    }


@pytest.mark.parametrize("book", ["TEXTS", "FINDINGS", "ERRORS"])
def test_both_languages_have_the_same_texts(book):
    assert set(getattr(ru, book)) == set(getattr(en, book))


@pytest.mark.parametrize("book", ["TEXTS", "FINDINGS", "ERRORS"])
def test_both_languages_say_the_same_facts(book):
    russian: Mapping[str, Sentence] = getattr(ru, book)
    english: Mapping[str, Sentence] = getattr(en, book)
    differ = {
        key: (facts(russian[key]), facts(english[key]))
        for key in russian.keys() & english.keys()
        if facts(russian[key]) != facts(english[key])
    }
    assert not differ


@pytest.mark.parametrize("language", BOOKS)
@pytest.mark.parametrize("book", ["FINDINGS", "ERRORS"])
def test_every_sentence_is_said_and_has_a_next_step(book, language):
    silent = [key for key, (said, hint) in getattr(BOOKS[language], book).items() if not said]
    helpless = [key for key, (said, hint) in getattr(BOOKS[language], book).items() if not hint]
    assert (silent, helpless) == ([], [])


def test_a_text_is_empty_in_both_languages_or_in_neither():
    differ = [key for key in ru.TEXTS if bool(ru.TEXTS[key]) != bool(en.TEXTS.get(key))]
    assert differ == []


@pytest.mark.parametrize("language", BOOKS)
def test_counts_have_as_many_forms_as_the_language_needs(language):
    book = BOOKS[language]
    every = [*book.TEXTS.values()]
    every += [part for pair in [*book.FINDINGS.values(), *book.ERRORS.values()] for part in pair]
    wanted = {"ru": 3, "en": 2}[language]
    wrong = [
        sentence
        for sentence in every
        for _, _, spec, _ in Formatter().parse(sentence)
        if spec and "|" in spec and len(spec.split("|")) != wanted
    ]
    assert wrong == []


@pytest.mark.parametrize("language", BOOKS)
def test_no_word_mixes_two_alphabets(language):
    """Such a word is a slip of the keyboard, the very thing the program mends."""
    book = BOOKS[language]
    every = [*book.TEXTS.values()]
    every += [part for pair in [*book.FINDINGS.values(), *book.ERRORS.values()] for part in pair]
    mixed = [
        word
        for sentence in every
        for word in re.findall(r"[A-Za-zА-Яа-яЁё]+", sentence)
        if re.search(r"[A-Za-z]", word) and re.search(r"[А-Яа-яЁё]", word)
    ]
    assert mixed == []


@pytest.mark.parametrize("language", BOOKS)
def test_every_code_has_a_general_sentence(language):
    assert [code for code in CODES if code not in BOOKS[language].FINDINGS] == []


@pytest.mark.parametrize("language", BOOKS)
def test_every_sentence_belongs_to_a_code(language):
    stray = [key for key in BOOKS[language].FINDINGS if key.split(".")[0] not in CODES]
    assert stray == []


def test_every_error_raised_has_a_sentence():
    raised = {
        (name, code)
        for name, text in sources().items()
        for code in re.findall(r"\b[A-Z]\w*Error\(\s*f?\"([a-z][a-z0-9_-]*-[a-z0-9_-]+)\"", text)
    }
    assert len(raised) > 20  # the pattern finds them
    assert sorted(pair for pair in raised if pair[1] not in ru.ERRORS) == []


def test_every_text_asked_for_by_name_is_there():
    asked = {
        (name, key)
        for name, text in sources().items()
        for call in (
            r"\bmessages\.text\(\s*[\w.]+,\s*\"([^\"{}]+)\"",
            r"\btext\(\s*(?:self\.)?_?language,\s*\"([^\"{}]+)\"",
            r"\bvoice\.say\(\s*\"([^\"{}]+)\"",
        )
        for key in re.findall(call, text)
    }
    assert len(asked) > 20  # the patterns find them
    assert sorted(pair for pair in asked if pair[1] not in ru.TEXTS) == []


@pytest.mark.parametrize("language", EXPLAINED)
def test_every_code_is_explained(language):
    assert list(EXPLAINED[language]) == CODES


@pytest.mark.parametrize("language", EXPLAINED)
@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_complete_and_its_example_changes_something(code, language):
    told = EXPLAINED[language][code]
    assert all(getattr(told, part).strip() for part in PARTS)
    assert told.wrong != told.right


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_in_its_own_language(code):
    russian, english = EXPLAINED["ru"][code], EXPLAINED["en"][code]
    for part in ("title", "what", "why", "fix"):
        assert re.search(r"[а-яё]{3}", getattr(russian, part))
        unquoted = re.sub(r"«[^»]*»", "", getattr(english, part))
        assert not re.search(r"[а-яё]", unquoted.lower())


@pytest.mark.parametrize("language", EXPLAINED)
@pytest.mark.parametrize("part", ["title", "what", "why", "fix"])
def test_no_two_explanations_say_the_same(part, language):
    said = [getattr(told, part) for told in EXPLAINED[language].values()]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", BOOKS)
def test_every_reason_the_program_gives_has_words(language):
    given = {
        name for text in sources().values() for name in re.findall(r'Reason\("([^"]+)"\)', text)
    }
    assert len(given) > 15
    assert {f"reason.{name}" for name in given} <= BOOKS[language].TEXTS.keys()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENAMETOOLONG, "Нельзя записать план.csv: имя слишком длинное."),
        (errno.EBADMSG, "Нельзя записать план.csv: ошибка EBADMSG."),
        (None, "Нельзя записать план.csv: система не сказала почему."),
    ],
)
def test_what_the_system_says_in_english_is_said_in_the_readers_language(number, said):
    refused = OSError(number, "File name too long") if number else OSError("odd")
    stopped = WriteError("write-failed", path="план.csv", reason=Reason.of(refused))
    assert messages.error(Language.RU, stopped)[0] == said
