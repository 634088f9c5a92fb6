"""How the documentation becomes pages: Sphinx reads it as MyST Markdown (docs/decisions/0036)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(HERE))

project = "lif"
author = "the project"
language = "en"
extensions = ["myst_parser", "pages"]
root_doc = "docs/README"
include_patterns = [
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"),
    *("docs/*.md", "docs/**/*.md", "examples/*/README.md", "templates/README.md"),
]
exclude_patterns = [
    ".*",
    "bench",
    "build",
    "data",
    "dist",
    "framework",
    "requirements",
    "schemas",
    "src",
    "tests",
]
source_suffix = {".md": "markdown"}

nitpicky = True  # a reference that leads nowhere is a warning, and warnings are errors (make docs-site)
suppress_warnings = ["toc.not_included"]  # the navigation is read from docs/README.md; a test holds it whole

myst_heading_anchors = 4
myst_enable_extensions: list[str] = []
myst_links_external_new_tab = False

html_theme = "theme"
html_theme_path = ["."]
html_title = "lif: how to"
html_permalinks = False
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False
highlight_language = "text"
smartquotes = False  # --as-at must stay two hyphens


def sections() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The navigation: heading, anchor, and (title, document) of each page under it in docs/README.md."""
    text = (TOP / "docs" / "README.md").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, rest = block.partition("\n")
        links = re.findall(r"^[-|] *\[([^\]]+)\]\(([^)#]+)\.md(?:#[^)]*)?\)", rest, re.MULTILINE)
        pages = [(title, (TOP / "docs" / f"{path}.md").resolve()) for title, path in links]
        named = [(title, page.relative_to(TOP).with_suffix("").as_posix()) for title, page in pages]
        found.append((heading, heading.lower().replace(" ", "-"), named))
    return found


html_context = {"sections": sections()}
