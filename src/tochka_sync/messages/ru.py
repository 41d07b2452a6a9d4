"""Русские тексты."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Fields, as a person names them.
}

FINDINGS: Mapping[str, tuple[str, str]] = {
    # code, or code.reason → (the sentence, what to do)
}

ERRORS: Mapping[str, tuple[str, str]] = {
    # code → (the sentence, the next step)
}
