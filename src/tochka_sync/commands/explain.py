"""What a finding means, why it matters and how to mend it, as a page for the terminal."""

import textwrap

from tochka_sync import messages, nearest
from tochka_sync.errors import ConfigError
from tochka_sync.findings import SEVERITIES, Code
from tochka_sync.messages import Language

_WIDTH = 78


def page(code: str | None, language: Language) -> str:
    """Return the explanation of one code, or without a code the list of all.

    Raises `ConfigError` for an unknown code, naming the nearest.
    """
    if code is None:
        return _all(language)
    code = code.lower().replace("_", "-")
    if code not in set(Code):
        near = nearest.name(code, [*Code])
        raise ConfigError("cli-unknown-code", value=code, near=near)
    told = messages.explanation(language, Code(code))
    severity = messages.text(language, f"severity.{SEVERITIES[Code(code)]}")
    parts = [
        f"{code} · {severity}\n{told.title}",
        _wrapped(told.what),
        *(
            f"{messages.text(language, f'explain.{name}')}\n{_wrapped(getattr(told, name), '  ')}"
            for name in ("why", "fix", "wrong", "right")
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _all(language: Language) -> str:
    width = max(len(code) for code in Code)
    lines = [
        f"{code:<{width}}  {textwrap.shorten(messages.explanation(language, code).title, _WIDTH - width, placeholder='…')}"
        for code in Code
    ]
    return "\n".join([*lines, "", messages.text(language, "explain.more")]) + "\n"


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
