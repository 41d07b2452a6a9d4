"""The text of a date cell cut into lexemes."""

from tochka_sync.calendar import SchoolYear
from tochka_sync.values.when.figures import FIGURES, TOKENS
from tochka_sync.values.when.lexemes import Lexed, Lexer
from tochka_sync.values.when.wording import WORDING

_READ = {**FIGURES, **WORDING}


def lex(shown: str, plan: SchoolYear) -> Lexed:
    """Cut clean text into lexemes; refuse a date whose year cannot be meant."""
    lexer = Lexer(shown, plan)
    for shape, match in TOKENS.cut(lexer.source):
        _READ[shape](lexer, match)
    for at, lexeme in enumerate(lexer.out.lexemes):
        lexeme.at = at
    return lexer.out
