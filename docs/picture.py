"""Draw docs/report.svg, the picture in the README: the demo's report as a terminal shows it.

Run it after a change of the report: python docs/picture.py
"""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import tochka_sync
from tochka_sync import check, config, run
from tochka_sync.messages import Language
from tochka_sync.reports import terminal
from tochka_sync.sources import files

HERE = Path(__file__).parent
LINES = 48
"""How much of the report the picture shows."""


class Screen(io.StringIO):
    """A stream that calls itself a terminal, so that the report has its colours."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def main() -> None:
    """Write the picture."""
    plan = config.load(Path(tochka_sync.__file__).parent / "demo" / "plan.toml")
    book = files.read(plan.path.parent / plan.file.source.spreadsheet, run.DEMO_MOMENT)
    screen = Screen()
    terminal.write(check.check(book, plan, run.DEMO_MOMENT), Language.RU, screen)
    shown = "\n".join(screen.getvalue().splitlines()[:LINES])
    console = Console(file=io.StringIO(), record=True, width=82)
    console.print(Text.from_ansi(shown))
    svg = console.export_svg(title="tochka-sync demo")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # the picture loads nothing
    (HERE / "report.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
