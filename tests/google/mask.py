"""Field masks: `sheets(properties(title),data.rowData)`, applied as Google applies them."""

# Every name this program may ask for; any other is an error, as it is at Google.
_NAMES = frozenset({
    "spreadsheetId", "properties", "title", "locale", "timeZone", "autoRecalc", "sheets",
    "sheetId", "index", "sheetType", "hidden", "gridProperties", "rowCount", "columnCount",
    "frozenRowCount", "merges", "basicFilter", "range", "data", "startRow", "startColumn",
    "rowData", "values", "formattedValue", "effectiveValue", "userEnteredValue", "numberValue",
    "stringValue", "boolValue", "formulaValue", "errorValue", "type", "message", "note",
    "hyperlink", "effectiveFormat", "userEnteredFormat", "numberFormat", "pattern",
    "textFormatRuns", "startIndex", "format", "link", "uri", "chipRuns", "chip",
    "richLinkProperties", "rowMetadata", "columnMetadata", "hiddenByUser", "hiddenByFilter",
    "textFormat", "strikethrough", "pixelSize", "spreadsheetUrl", "namedRanges",
})  # fmt: skip

Tree = dict[str, "Tree"]


class UnknownFieldError(Exception):
    """A mask names a field that is not there."""


def parse(mask: str) -> Tree:
    """A mask as a tree; an empty branch is the whole of a field."""
    tree, rest = _fields(mask)
    if rest:
        raise UnknownFieldError(mask)
    return tree


def apply(value, tree: Tree):
    """What a mask leaves of a value: of a message without its fields, an empty message."""
    if not tree:
        return value
    if isinstance(value, list):
        return [apply(item, tree) for item in value]
    if isinstance(value, dict):
        return {name: apply(item, tree[name]) for name, item in value.items() if name in tree}
    return value


def _fields(text: str, path: str = "") -> tuple[Tree, str]:
    tree: Tree = {}
    while text and text[0] != ")":
        branch, inside = tree, path
        while True:
            size = next((at for at, char in enumerate(text) if char in ",()./"), len(text))
            name, text = text[:size], text[size:]
            inside = f"{inside}.{name}".strip(".")
            if name not in _NAMES:
                raise UnknownFieldError(inside)
            branch = branch.setdefault(name, {})
            if text[:1] not in {".", "/"}:
                break
            text = text[1:]
        if text[:1] == "(":
            inner, text = _fields(text[1:], inside)
            branch.update(inner)
            if text[:1] != ")":
                raise UnknownFieldError(text)
            text = text[1:]
        text = text.removeprefix(",")
    return tree, text
