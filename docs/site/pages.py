"""What the pages need beyond what Sphinx does by itself: short addresses, labels of cells, an A to Z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

LEAST, MOST = 4, 24
"""A page with so many headings has a list of them beside it; one with more is a list itself."""
_OPTION = re.compile(r"(?<=\s)--[a-z][a-z-]*")


def address(name: str) -> str:
    """Where a document's page stands: without `docs/`, the README of a folder as its index."""
    inside = name.removeprefix("docs/")
    if inside == name and name == "README":
        return "readme"
    return inside.removesuffix("README") + "index" if inside.split("/")[-1] == "README" else inside


class Pages(StandaloneHTMLBuilder):
    """Plain pages: no script, no search index, nothing that a reader does not open."""

    name = "pages"
    search = False

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return super().get_target_uri(address(docname), typ)

    def get_output_path(self, page_name: str, /) -> Path:
        return Path(super().get_output_path(address(page_name)))

    def init_js_files(self) -> None:
        self.script_files: list[Any] = []

    def handle_finish(self) -> None:
        """No index of objects: there are none."""


class Words(HTML5Translator):
    """HTML in which a cell knows the heads of its column and row, as readers by ear and on a phone need."""

    def starttag(self, node: Any, tagname: str, *rest: Any, **attributes: Any) -> str:
        if isinstance(node, nodes.entry) and tagname == "th":
            attributes["scope"] = "col" if isinstance(node.parent.parent, nodes.thead) else "row"
        elif isinstance(node, nodes.entry) and node.get("label"):
            attributes["data-label"] = node["label"]
        return super().starttag(node, tagname, *rest, **attributes)

    def emptytag(self, *rest: Any, **attributes: Any) -> str:
        return super().emptytag(*rest, **attributes).replace(" />", ">")

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        try:
            super().visit_literal_block(node)
        finally:  # it ends by an exception, when all is written
            self.body[-1] = _OPTION.sub(r'<span class="option">\g<0></span>', self.body[-1])

    def visit_entry(self, node: nodes.entry) -> None:
        super().visit_entry(node)
        if isinstance(node.parent.parent, nodes.thead) and not node.astext():
            self.body[-1], self.context[-1] = "<td>", "</td>\n"  # the corner of a table heads nothing


def leave_code_plain(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Show code as it stands: much of it is wrong on purpose, and colours say nothing to half its readers."""
    for block in doctree.findall(nodes.literal_block):
        block["language"] = "text"


def label_cells(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give each cell the words at the head of its column; under an empty corner the first cells head rows."""
    for table in doctree.findall(nodes.table):
        heads = [head.astext() for each in table.findall(nodes.thead) for head in each.findall(nodes.entry)]
        if heads and not heads[0]:
            next(table.findall(nodes.colspec))["stub"] = 1
        for row in (row for body in table.findall(nodes.tbody) for row in body.findall(nodes.row)):
            for cell, head in zip(row.findall(nodes.entry), heads, strict=False):
                cell["label"] = head if cell.astext() else ""


def in_order(title: str) -> tuple[bool, str]:
    """A title as it is sorted: letters first, 2 before 10, whatever the case, past its "A" or "The"."""
    plain = re.sub(r"^(a|an|the) ", "", title.casefold())
    return not plain[0].isalpha(), re.sub(r"\d+", lambda found: found[0].zfill(4), plain)


def letter(title: str) -> str:
    """What a title stands under in the A to Z."""
    digits, words = in_order(title)
    return "0 to 9" if digits else words[0].upper()


def headings(app: Sphinx, name: str) -> list[tuple[str, str]]:
    """The headings of a page below its title, as (words, #anchor)."""
    found = app.builder.env.tocs[name].findall(nodes.reference)
    return [(link.astext(), link["anchorname"]) for link in found if link.get("anchorname")]


def on_this_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the page the headings of its parts, when it is long enough to be looked through."""
    parts = []
    if doctree is not None:
        tops = {each["ids"][0] for each in doctree.findall(nodes.section) if depth(each) == 2}
        parts = [each for each in headings(app, pagename) if each[1].lstrip("#") in tops]
    context["parts"] = parts if LEAST <= len(parts) <= MOST else []


def depth(section: nodes.Node) -> int:
    """1 for the section of the page's title, 2 for one below it."""
    above = section.parent
    return 1 if above is None or isinstance(above, nodes.document) else 1 + depth(above)


def a_to_z(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page that lists every page by its title, each with its headings."""
    titles = {name: title.astext() for name, title in app.builder.env.titles.items()}
    names = sorted(titles, key=lambda name: in_order(titles[name]))
    listed = [(letter(titles[name]), titles[name], name, headings(app, name)) for name in names]
    yield "a-to-z", {"title": "A to Z", "listed": listed}, "a-to-z.html"


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls."""
    app.add_builder(Pages)
    app.set_translator("pages", Words)
    app.connect("doctree-resolved", leave_code_plain)
    app.connect("doctree-resolved", label_cells)
    app.connect("html-page-context", on_this_page)
    app.connect("html-collect-pages", a_to_z)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
