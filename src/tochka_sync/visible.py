"""Text of the sheet made safe to look at: control characters are shown, never obeyed.

A cell can hold a terminal's escape sequence, a character that turns the line's direction, or half
of a surrogate pair that no file can hold. Each becomes a symbol a reader can see.
"""

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"[\r\n\t\x0b\x0c\x85\u2028\u2029]+")


def visible(text: str) -> str:
    """Return the text with every control character as its symbol (ESC as ␛); breaks and tabs stay."""
    return _HIDDEN.sub(_symbol, text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """Return the visible text on one line: breaks and tabs become a space."""
    return visible(_BREAKS.sub(" ", text)).strip()


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
