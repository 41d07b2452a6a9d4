"""Explanations of the findings."""

from collections.abc import Mapping

from tochka_sync.messages.explanation import Explanation

EXPLANATIONS: Mapping[str, Explanation] = {}
