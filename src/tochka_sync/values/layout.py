"""Russian typed while the keyboard was set to English: «10 atdhfkz» is «10 февраля»."""

import re

from tochka_sync.pattern import Pattern

_RUSSIAN = str.maketrans(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,./`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?~",
    "йцукенгшщзхъфывапролджэячсмитьбю.ёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё",
)
_LETTERS = {key: letter for key, letter in _RUSSIAN.items() if chr(key).isalpha()}
_WORD = Pattern(r"[A-Za-z][A-Za-z;'\[\],.`]{2}|\d\s?[a-z]{2}(?![A-Za-z])|\d{4}\s?u")
"""What more than a chance makes a word of: «B1» is no «и 1», «VR» no «МК»; «5 rk» is «5 кл», «2024u» «2024г»."""
_ADDRESS = Pattern(r"://|@|www\.", re.IGNORECASE)
_MISTYPED = Pattern(r"(?<!\S)(?=\S*[A-Za-z])[!-~№]+(?!\S)")


def russian(text: str) -> str:
    """Return text with the words of Latin letters alone as the same keys give them in Russian.

    An address is of Latin letters by right.
    """
    meant = _WORD.search(text) and not _ADDRESS.search(text)
    return _MISTYPED.sub(_retyped, text) if meant else text


def _retyped(match: re.Match[str]) -> str:
    """Return a word as typed in Russian; between digits a full stop is a full stop."""
    word = match.group()
    return word.translate(_LETTERS if any(map(str.isdecimal, word)) else _RUSSIAN)
