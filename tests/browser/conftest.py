"""Opens pages in the machine's own Chromium, offline; what the page asks for and complains of is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@dataclass
class Opened:
    """A page in the browser, with every request it made and every complaint of the browser about it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        wide = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
        return int(self.page.evaluate(f"{wide} - window.innerWidth"))

    def violations(self) -> list[str]:
        """What axe-core finds against the page as it stands, one line for each place."""
        self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{rule['id']}: {rule['help']}: {node['target']} {node['html'][:120]}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]


Open = Callable[..., Opened]
"""Opens a file at a width: `opened(path, 320)`; further settings are those of a browser's context."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "Chromium is not installed: sh scripts/system.sh"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    contexts = []

    def open_(path: Path, width: int = 1280, **settings: object) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            offline=True,
            bypass_csp=True,
            **settings,  # type: ignore[arg-type]
        )
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("console", lambda said: found.complaints.append(said.text))
        found.page.on("pageerror", lambda fault: found.complaints.append(str(fault)))
        found.page.goto(path.as_uri())
        return found

    yield open_
    for context in contexts:
        context.close()
