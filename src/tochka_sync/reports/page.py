"""What every page shares: its templates, and text of the sheet that is only text."""

import functools
from typing import TYPE_CHECKING

from tochka_sync.visible import visible

if TYPE_CHECKING:
    from jinja2 import Template


@functools.cache
def template(name: str) -> "Template":
    """Return a template; whatever it is given is escaped, and control characters are shown."""
    import jinja2  # noqa: PLC0415 - most commands write no page

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("tochka_sync.reports"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def _shown(value: object) -> object:
    """Show control characters of the sheet's text; what is markup already stays."""
    return visible(value) if type(value) is str else value
