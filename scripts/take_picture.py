"""Take the README's pictures: the top of the scorecard in build/, its first card, and the site."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


def main() -> int:
    """Open the page in the machine's own Chromium, offline and without a script; keep what README shows."""
    pages = sorted((ROOT / "build").glob("scorecard*.html"))
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if not pages or not browser_path:
        print("run `make scorecard` first, and install Chromium: sh scripts/system.sh", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(QUIET))
        context = browser.new_context(
            viewport={"width": 1280, "height": 1400}, java_script_enabled=False, offline=True
        )
        page = context.new_page()
        page.goto(pages[0].as_uri())
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / "scorecard.png")
        page.locator(".card").first.screenshot(path=PICTURES / "card.png")
        page.goto((ROOT / "build" / "site" / "index.html").as_uri())
        page.screenshot(path=PICTURES / "site.png")
        browser.close()
    print("docs/pictures/scorecard.png\ndocs/pictures/card.png\ndocs/pictures/site.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
