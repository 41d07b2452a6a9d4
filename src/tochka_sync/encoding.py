"""Which encoding a file of text is in: UTF-8, UTF-16 with its mark, or cp1251 where it reads as Russian."""

import codecs
import itertools

from tochka_sync.errors import ConfigError

MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What UTF-16 begins with."""
_LOOKED_AT = 300_000
"""Characters, thrice, by which an encoding is judged."""
_COMMON = frozenset("оеаинтсрвл")
"""Three letters of five in any Russian text."""


def decode(data: bytes) -> str:
    """Return the text of a file whose encoding is certain, without its byte-order mark.

    Raises `ConfigError` for bytes that are no text, or text of an encoding that is not certain.
    """
    marked = data.startswith(MARKS)
    if not marked and b"\0" in data:
        raise ConfigError("file-binary")
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        text = _cp1251(data)
    if "\0" in text:
        raise ConfigError("file-binary")
    return text


def _cp1251(data: bytes) -> str:
    """Return the text if it reads as Russian: a wrong encoding gives letters, but not words."""
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        raise ConfigError("file-encoding") from None
    foreign = [char for char in _excerpt(text) if char > "\x7f" and char.isalpha()]
    russian = [char for char in foreign if "А" <= char <= "я" or char in "Ёё"]
    common = sum(char.lower() in _COMMON for char in russian)
    swapped = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(russian))
    if (
        not russian
        or len(russian) < 0.9 * len(foreign)
        or (len(russian) >= 20 and common < 0.4 * len(russian))
        or swapped > 0.25 * len(russian)
    ):
        raise ConfigError("file-encoding")
    return text


def _excerpt(text: str) -> str:
    """Return the text, or of a long one its beginning, middle and end."""
    if len(text) <= 3 * _LOOKED_AT:
        return text
    middle = len(text) // 2
    return text[:_LOOKED_AT] + text[middle : middle + _LOOKED_AT] + text[-_LOOKED_AT:]
