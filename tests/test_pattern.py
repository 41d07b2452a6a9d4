import importlib
import pkgutil
import re
from re import _constants, _parser  # type: ignore[attr-defined]

import pytest

import tochka_sync
from tochka_sync.pattern import Pattern, Words


def span(match):
    return match and match.span()


def test_a_pattern_is_compiled_when_first_used_and_not_before():
    pattern = Pattern("(")
    with pytest.raises(re.error):
        pattern.match("x")


def test_a_used_pattern_gives_the_very_method_of_a_compiled_one():
    pattern = Pattern("д+")
    assert pattern.search("вода") is not None
    assert type(pattern.search) is type(re.compile("д").search)


def test_a_pattern_answers_as_a_compiled_one_does():
    source, flags, said = r"(\d)х", re.IGNORECASE, "1х, 2Х и 3"
    pattern, compiled = Pattern(source, flags), re.compile(source, flags)
    assert span(pattern.match(said)) == (0, 2)
    assert span(pattern.search(said, 1)) == (4, 6)
    assert span(pattern.fullmatch(said, 0, 2)) == (0, 2)
    assert pattern.fullmatch(said) is None
    assert pattern.findall(said) == compiled.findall(said) == ["1", "2"]
    assert [each.span() for each in pattern.finditer(said, 2)] == [(4, 6)]
    assert pattern.sub(r"\1", said) == "1, 2 и 3"
    assert pattern.sub(lambda each: each[0].upper(), said, count=1) == "1Х, 2Х и 3"
    assert pattern.subn("", said) == (",  и 3", 2)
    assert pattern.split(said, maxsplit=1) == ["", "1", ", 2Х и 3"]


def held(parsed):
    """The operations of a parsed expression, those inside of others too."""
    for operation, inside in parsed:
        yield operation, inside
        rest = [inside]
        while rest:
            each = rest.pop()
            if isinstance(each, _parser.SubPattern):
                yield from held(each)
            elif isinstance(each, tuple | list):
                rest += each


def expressions():
    """Every expression of the program, by the module it stands in."""
    for found in pkgutil.walk_packages(tochka_sync.__path__, "tochka_sync."):
        if not found.name.endswith("__main__"):
            for each in vars(importlib.import_module(found.name)).values():
                if isinstance(each, Pattern | re.Pattern):
                    yield found.name, each.pattern, each.flags
                elif isinstance(each, Words):
                    yield found.name, each.pattern, each._flags


def test_no_more_than_one_character_is_repeated_possessively():
    """Python before 3.11.5 loses its place there: «(?:ab?c)++» takes all of «aca». `(?>…)` is right."""
    seen = 0
    for module, source, flags in expressions():
        seen += 1
        for operation, inside in held(_parser.parse(source, flags)):
            if operation is _constants.POSSESSIVE_REPEAT:
                assert inside[2].getwidth() == (1, 1), (module, source)
                assert len(inside[2]) == 1, (module, source)
    assert seen > 400
