"""The help of commands and options in the reader's language.

Typer speaks English only: what it puts of its own into a page of help is put into our words.
"""

from collections.abc import Callable
from typing import Any

import typer

from tochka_sync import messages
from tochka_sync.messages import Language
from tochka_sync.pattern import Pattern

_TYPERS_WORDS = Pattern(r"(?m)^(?:Usage(?=: )|(?:Arguments|Options|Commands)(?=:$))|\[required\]$")


def speak(command: Any, language: Language) -> None:
    """Put the help of a program, of its commands and options into a language."""
    for name, each in [("", command), *command.commands.items()]:
        each.help = messages.text(language, f"help.{name}" if name else "help")
        each.short_help = each.help.split("\n")[0]
        each.options_metavar = messages.text(language, "help.some-options")
        if not name:
            each.subcommand_metavar = messages.text(language, "help.some-command")
        for param in each.params:
            param.help = _of_param(language, name, param)
            param.show_default = False  # it is told in our words
            if param.param_type_name == "argument":
                param.display_type_rich = _unsaid  # «<list[str]>» tells a coordinator nothing
        each.get_help_option(typer.Context(each)).help = messages.text(language, "help.help")
        each.get_help = _translated(each.get_help, language)


def _unsaid(ctx: object) -> None:
    """Say nothing of an argument's type."""


def _of_param(language: Language, command: str, param: Any) -> str:
    own = f"help.{command}.{param.name}"
    told = messages.text(
        language, own if messages.has(language, own) else f"help.option.{param.name}"
    )
    if not param.show_default or param.default in {None, False}:
        return told
    default = str(getattr(param.default, "value", param.default))
    return f"{told} {messages.text(language, 'help.default', value=default)}"


def _translated(whole: Callable[[Any], str], language: Language) -> Callable[[Any], str]:
    """Return what gives a page of help with Typer's own words in a language."""

    def told(context: Any) -> str:
        return _TYPERS_WORDS.sub(
            lambda found: messages.text(language, f"help.word.{found[0].strip('[]').lower()}"),
            whole(context),
        )

    return told
