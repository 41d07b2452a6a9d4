"""A whole and its parts as one bar."""

from collections.abc import Sequence

from markupsafe import Markup

WIDTH, HEIGHT = 720, 14
_GAP = 2


def draw(parts: Sequence[tuple[str, int]], label: str) -> Markup:
    """Return a bar of parts, each with its class and its size; empty ones take no room."""
    there = [(name, size) for name, size in parts if size]
    total = sum(size for _, size in there)
    room = WIDTH - _GAP * max(len(there) - 1, 0)
    pieces, x = [], 0.0
    for name, size in there:
        width = room * size / total
        pieces.append(
            Markup('<rect class="part {}" x="{}" y="0" width="{}" height="{}"/>').format(
                name, round(x, 1), round(width, 1), HEIGHT
            )
        )
        x += width + _GAP
    return Markup(
        '<svg class="shares" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img"'
        ' aria-label="{}">{}</svg>'
    ).format(WIDTH, HEIGHT, label, Markup("").join(pieces))
