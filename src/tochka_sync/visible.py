"""Text of the sheet made safe to look at: control characters are shown, never obeyed.

A cell can hold a terminal's escape sequence, a character that turns the line's direction, or half
of a surrogate pair that no file can hold. Each becomes a symbol a reader can see. A console of few
characters (cp866, cp1251) shows what looks like the one it lacks.
"""

import codecs
import io
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import TextIO

from tochka_sync.pattern import Pattern

_HIDDEN = Pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = Pattern(r"[\r\n\t\x0b\x0c\x85\u2028\u2029]+")

_ALIKE = {
    **dict.fromkeys("«»„“”″", '"'),
    **dict.fromkeys("‘’‚ʼ′", "'"),
    **dict.fromkeys("–—‐‑‒―−─━═", "-"),
    **dict.fromkeys("│┃║", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╯╰✓✔☑", "+"),
    **dict.fromkeys("✗✘×☒", "x"),
    **dict.fromkeys("·•‣", "*"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff", ""),
    **dict(zip("ҔҕҤҥҢңӨөҮүҺһ", "ГгНнНнОоУуХх", strict=True)),  # Sakha letters
    "№": "N",
    "→": "->",
    "←": "<-",
    "≥": ">=",
    "≤": "<=",
}
"""What to write for a sign a console lacks, where the letter without its marks would not do."""


def visible(text: str) -> str:
    """Return the text with every control character as its symbol (ESC as ␛); breaks and tabs stay."""
    return _HIDDEN.sub(_symbol, text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """Return the visible text on one line: breaks and tabs become a space."""
    if text.isprintable():  # which neither breaks nor anything hidden is
        return text.strip()
    return visible(_BREAKS.sub(" ", text)).strip()


_PROGRAM = "tochka-sync"
_COMMAND = Pattern(
    rf"{_PROGRAM} [a-z]+(?: (?:--?[\w-]+|\d+|\"[^\"]*\"|[^\s;,]+\.(?:xlsx|csv|toml|sqlite)))*"
)
_GLUE = "\ue000"


def held(text: str, width: int) -> str:
    """Return the text with the commands that fit a line each in one word: folded none could be pasted."""
    if _PROGRAM not in text:
        return text
    return _COMMAND.sub(
        lambda found: found[0].replace(" ", _GLUE) if len(found[0]) <= width else found[0], text
    )


def freed(text: str) -> str:
    """Return a line of a folded text as it is read."""
    return text.replace(_GLUE, " ")


def folded(text: str, width: int) -> str:
    """Return the text on lines of so many characters; no word of it is broken, no command folded."""
    import textwrap  # noqa: PLC0415 - for people at a terminal only

    def lines(paragraph: str) -> list[str]:
        indent = len(paragraph) - len(paragraph.lstrip()) + 2
        fold = textwrap.TextWrapper(max(width, 20), break_long_words=False, break_on_hyphens=False)
        fold.subsequent_indent = " " * indent
        return fold.wrap(held(paragraph, width - indent)) or [""]

    return freed("\n".join(each for part in text.split("\n") for each in lines(part)))


def room(out: TextIO) -> int:
    """Return how many characters fit on a line of the terminal, and leave its last one free."""
    try:
        return max(os.get_terminal_size(out.fileno()).columns - 1, 1)
    except OSError:
        return 79


def fitted(text: str, out: TextIO) -> str:
    """Return the text as a stream shows it best: folded on a terminal, elsewhere as it is."""
    return folded(text, room(out)) if out.isatty() else text


def escaped(document: str) -> str:
    """Return JSON text that means the same, with escapes for what a screen would obey or no file can hold."""
    if document.isprintable():  # as most values are; a whole document has breaks
        return document
    return _HIDDEN.sub(_escape, document)


def replacing(encoding: str) -> str:
    """Return the name of an error handler that writes what `encoding` has for what it lacks."""
    if codecs.lookup(encoding).name == "utf-8":  # lacks only halves of surrogate pairs
        return "backslashreplace"
    name = f"tochka-{encoding}"
    codecs.register_error(name, partial(_replace, encoding))
    return name


def exact(out: TextIO) -> TextIO:
    """Return the stream made ready for what programs read: UTF-8, whatever a person's console has."""
    if isinstance(out, io.TextIOWrapper) and not out.isatty():
        out.reconfigure(encoding="utf-8", errors="backslashreplace")
    return out


def _replace(encoding: str, error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacked = error.object[error.start : error.end]
    return b"".join(_had(letter, encoding) for letter in lacked), error.end


def _had(letter: str, encoding: str) -> bytes:
    """Return the first of the ways to write a letter that the encoding has, at worst «?»."""
    for way in _ways(letter):
        try:
            return way.encode(encoding)
        except UnicodeEncodeError:
            continue
    return b"?"


def _ways(letter: str) -> Iterator[str]:
    if letter in _ALIKE:
        yield _ALIKE[letter]
    if 0x2400 <= ord(letter) < 0x2420:
        yield f"^{chr(ord(letter) - 0x2400 + ord('@'))}"
    parts = unicodedata.normalize("NFKD", letter)
    yield parts
    yield "".join(part for part in parts if not unicodedata.combining(part))


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
