import re

import pytest

from tochka_sync.pattern import Pattern


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
