"""A wording as numbers, words, signs and separators."""

import re
from typing import NamedTuple

from tochka_sync.values import spelling, text, vocabulary
from tochka_sync.values.reading import Remark
from tochka_sync.values.spelling import Lexicon

_TOKEN = re.compile(r"(?P<n>\d+)|(?P<w>[^\W\d_]+)|(?P<sign>№)|(?P<sep>[,;/\\+&\n])")
GLUED = re.compile(rf"[{text.DASH}.]")
"""What joins two words into one."""


class Token(NamedTuple):
    """A number, a word, a sign or a separator, and what stands between it and the one before."""

    kind: str
    text: str
    raw: str
    gap: str


def split(shown: str, lexicon: Lexicon, notes: list[Remark]) -> list[Token]:
    """Split a text; an abbreviation hyphenated or dotted («р-н», «ТСШ-И») is one word."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(shown):
        kind = str(match.lastgroup)
        raw = match.group()
        folded = raw.lower().replace("ё", "е")
        gap = shown[end : match.start()]
        end = match.end()
        if kind == "w" and tokens and tokens[-1].kind == "w" and GLUED.fullmatch(gap):
            whole = tokens[-1].text + folded
            said = vocabulary.stem(whole) in lexicon.words
            if len(folded) <= 2 and (whole in vocabulary.WORDS or said):
                if said:
                    notes.append(
                        spelling.corrected(
                            "typo_fixed", tokens[-1].raw + gap + raw, tokens[-1].raw + raw
                        )
                    )
                tokens[-1] = tokens[-1]._replace(text=whole, raw=tokens[-1].raw + raw)
                continue
        if kind == "w" and folded not in vocabulary.WORDS:
            tokens += _unglued(folded, raw, gap)
        else:
            tokens.append(Token(kind, folded, raw, gap))
    return tokens


def _unglued(folded: str, raw: str, gap: str) -> list[Token]:
    """Split «МБОУСОШ» into its two words."""
    for length in (3, 4, 5, 6):
        if folded[:length] in vocabulary.ORGS and folded[length:] in vocabulary.WORDS:
            return [
                Token("w", folded[:length], raw[:length], gap),
                Token("w", folded[length:], raw[length:], ""),
            ]
    return [Token("w", folded, raw, gap)]
