"""Links inside formulas: `=HYPERLINK("address"; "label")`, with either separator."""

import re

_HYPERLINK = re.compile(
    r'=\s*(?:_xlfn\.)?(?:HYPERLINK|ГИПЕРССЫЛКА)\s*\(\s*"(?P<link>(?:[^"]|"")*)"\s*'
    r'(?:[;,]\s*(?:"(?P<label>(?:[^"]|"")*)")?)?',
    re.IGNORECASE,
)


def formula_link(formula: str) -> tuple[str | None, str | None]:
    """Return the address and the label that a formula spells out, `None` for what it computes."""
    match = _HYPERLINK.match(formula)
    if match is None:
        return None, None
    link, label = match["link"].replace('""', '"'), match["label"]
    return link or None, label.replace('""', '"') if label else link or None
