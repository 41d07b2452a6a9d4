"""Text of the sheet that no spreadsheet calculates, also one that parts lines in another way.

A table parted by semicolons is opened by commas where a comma is the custom, and the other way
round: then «Урок,=1+1» is two cells, and the second begins with a sign of equality.
"""

import re

FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")
"""What a formula begins with."""

_OTHERS = {",": ";\t\n", ";": ",\t\n"}
"""What may part the cells of a table instead of what does; a break that is quoted no more too."""
_BEGUN = (
    r"(?=[\s\u200b-\u200f\u2060\ufeff\"'\\]*+(?:[=@＝＠]"
    r"|[+\-＋－](?!\s*+\d[\d ().\-]*+(?:[,;\t\n]|$))))"  # a signed number calls nothing
)
_PARTED = {own: re.compile(rf"(?<=[{others}]){_BEGUN}") for own, others in _OTHERS.items()}
_SIGN = re.compile(r"[=+\-@＝＋－＠]")


def held(text: str, separator: str) -> str:
    """Return a text of a table with an apostrophe wherever else one of its formulas could begin."""
    return _PARTED[separator].sub("'", text)


def escaped(document: str, separator: str) -> str:
    """Return JSON text that means the same, with an escape for what such a formula would begin with."""
    pieces = _PARTED[separator].split(document)
    return pieces[0] + "".join(_SIGN.sub(_escape, piece, count=1) for piece in pieces[1:])


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
