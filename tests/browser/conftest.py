"""A real browser for the tests of pages: the Chromium of the system, that no test downloads."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.program import PATIENCE
from tochka_sync.messages import Language
from tochka_sync.reports import html

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


@dataclass
class Opened:
    """A page in the browser, and what it did there."""

    page: Page
    said: list[str] = field(default_factory=list)
    """What came to the console, warnings and errors of the page included."""
    asked: list[str] = field(default_factory=list)
    """What it requested, itself left out."""

    def settle(self) -> None:
        """Wait until what the page began is done, shown, and has been told of here."""
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium; in CI it has to be there."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        assert not os.environ.get("CI"), "no Chromium: .ci/run installs it"
        pytest.skip("no Chromium on this machine: install chromium to run this test")
    with sync_playwright() as driver:
        # Without a sandbox, since in CI the tests run as root.
        running = driver.chromium.launch(
            executable_path=found, args=["--no-sandbox"], timeout=1000 * PATIENCE
        )
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator["Opener"]:
    """Give a function that writes a result as a page and opens it as a file."""
    opener = Opener(browser, tmp_path)
    yield opener
    opener.close()


class Opener:
    """Opens results as pages, each in a window of its own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._path = folder / "report.html"
        self._pages: list[Page] = []

    def __call__(self, result, language=Language.RU, *, width=1280, **how) -> Opened:
        with self._path.open("w", encoding="utf-8") as out:
            html.write(result, language, out)
        address = self._path.as_uri()
        page = self._browser.new_page(viewport={"width": width, "height": 900}, **how)
        page.set_default_timeout(1000 * PATIENCE)
        self._pages.append(page)
        done = Opened(page)
        page.on("console", lambda message: done.said.append(message.text))
        page.on("pageerror", lambda error: done.said.append(str(error)))
        page.on("request", lambda request: _note(done, request.url, address))
        page.goto(address)
        return done

    def close(self) -> None:
        for page in self._pages:
            page.close()


def _note(done: Opened, asked: str, address: str) -> None:
    if not asked.startswith(address):
        done.asked.append(asked)
