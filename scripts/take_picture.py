"""Take the README's picture: the top of the scorecard in build/, as a browser shows it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "scorecard.png"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


def main() -> int:
    """Open the page in the machine's own Chromium, offline and without a script; keep its first screen."""
    pages = sorted((ROOT / "build").rglob("scorecard*.html"))
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if not pages or not browser_path:
        print("run `make scorecard` first, and install Chromium: sh scripts/system.sh", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(QUIET))
        context = browser.new_context(
            viewport={"width": 1280, "height": 1500}, java_script_enabled=False, offline=True
        )
        page = context.new_page()
        page.goto(pages[0].as_uri())
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE.relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
