"""What the command-line parser complains of, in the program's own words.

Typer speaks English only and keeps its exceptions to itself; their names and fields say enough.
"""

import re
from typing import Any

import typer

from tochka_sync import nearest
from tochka_sync.errors import ConfigError
from tochka_sync.pattern import Pattern

_UNKNOWN_COMMAND = Pattern(r"No such command ['\"](.*)['\"]\.")
_EXTRA = Pattern(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_CHOICE = Pattern(r"['\"](.*)['\"] is not one of (.*)\.", re.DOTALL)


def explained(error: typer.TyperException) -> ConfigError:
    """Return the same complaint with a sentence and a next step of ours."""
    facts = vars(error)
    text = error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            near = ", ".join(facts.get("possibilities") or ()) or None
            return ConfigError("cli-no-option", option=facts.get("option_name"), near=near)
        case "NoArgsIsHelpError":
            return ConfigError("cli-no-command")
        case "MissingParameter":
            return ConfigError("cli-missing", what=_name(facts.get("param")))
        case "BadOptionUsage":
            return ConfigError("cli-option-empty", option=facts.get("option_name"))
        case "BadParameter":
            return _bad_value(facts.get("param"), str(facts.get("message")))
        case _:
            pass
    if unknown := _UNKNOWN_COMMAND.search(text):
        commands = list(getattr(facts.get("cmd"), "commands", ()))
        near = nearest.name(unknown[1], commands) or ", ".join(commands)
        return ConfigError("cli-unknown-command", value=unknown[1], near=near)
    if extra := _EXTRA.search(text):
        return ConfigError("cli-extra", value=extra[1])
    return ConfigError("cli-usage", what=text)


def _bad_value(param: Any, message: str) -> ConfigError:
    if choice := _CHOICE.search(message):
        known = [word.strip(" '\"") for word in choice[2].split(",")]
        return ConfigError(
            "cli-choice", option=_name(param), value=choice[1], known=", ".join(known)
        )
    return ConfigError("cli-bad-value", option=_name(param))


def _name(param: Any) -> str:
    """Call an option by its long name and an argument by its place in the usage line."""
    options = [name for name in getattr(param, "opts", ()) if name.startswith("--")]
    return (
        options[0]
        if options
        else str(getattr(param, "metavar", None) or getattr(param, "name", "?"))
    )
