"""Take the pictures of the README and the docs: of papers and pages in build/, and of a message."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
LARGEST = 220_000
"""In bytes: the README is read over slow lines too."""


@dataclass(frozen=True)
class Picture:
    """What is pictured: the first file of a pattern under build/, from its top, or one part of it."""

    name: str
    of: str
    part: str = ""
    height: int = 800


TAKEN = (
    Picture("scorecard", "scorecard*.html"),
    Picture("asked", "scorecard*.html", ".callout", height=700),
    Picture("card", "scorecard*.html", ".card", height=1020),
    Picture("calendar", "calendar.html", height=1000),
    Picture("coverage", "coverage.html", height=710),
    Picture("site", "site/index.html"),
    Picture("docs-site", "docs/index.html", height=700),
    Picture("message", "message.html", "pre"),
)
SHOWN = (("validate",), ("explain", "S104"))
"""What is typed for the picture of a message, in the smallest workspace that has it."""


def message() -> str:
    """A page with what a terminal shows."""
    folder = ROOT / "tests" / "data" / "codes" / "S104"
    text = ""
    for words in SHOWN:
        command = [sys.executable, "-m", "lif", *words]
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
        )
        text += f"<b>$ lif {' '.join(words)}</b>\n{escape(done.stdout + done.stderr)}\n"
    style = (
        "body{margin:0}pre{margin:0;padding:20px 24px;width:1000px;background:#16191f;color:#e8eaee;"
        "font:15px/1.5 'Liberation Mono',monospace;white-space:pre-wrap}b{color:#9fd0ff}"
    )
    return f"<!DOCTYPE html><meta charset='utf-8'><style>{style}</style><pre>{text.rstrip()}</pre>"


def take(page: Page, picture: Picture) -> str:
    """Take one picture and say its name; raises SystemExit when its page is missing or it is too large."""
    found = sorted((ROOT / "build").glob(picture.of))
    if not found:
        raise SystemExit(f"build/{picture.of} is missing: make pictures makes it first")
    page.set_viewport_size({"width": 1100, "height": picture.height})
    page.goto(found[0].as_uri())
    file = PICTURES / f"{picture.name}.png"
    if picture.part:
        box = page.locator(picture.part).first.bounding_box()
        assert box is not None, picture.part
        height = min(box["height"], picture.height)
        clip: FloatRect = {"x": box["x"], "y": box["y"], "width": box["width"], "height": height}
        page.screenshot(path=file, full_page=True, clip=clip)
    else:
        page.screenshot(path=file)
    if file.stat().st_size > LARGEST:
        raise SystemExit(f"{file.name} has {file.stat().st_size:,} bytes: cut its height")
    return file.relative_to(ROOT).as_posix()


def main() -> int:
    """Open the pages in the machine's own Chromium, offline and without a script."""
    browser_path = (
        shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if not browser_path:
        print("install Chromium: sh scripts/system.sh", file=sys.stderr)
        return 1
    (ROOT / "build" / "message.html").write_text(message(), encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(QUIET))
        page = browser.new_context(java_script_enabled=False, offline=True).new_page()
        for picture in TAKEN:
            print(take(page, picture))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
