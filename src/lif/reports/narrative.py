"""Prose that people wrote in records, in a little Markdown: paragraphs, lists, quotations, links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from lif.reports.characters import visible
from lif.reports.markdown import MarkdownText, escape, link

_TAGS = {"p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"}
_SCHEMES = {"http", "https", "mailto"}
_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_OFF = ["heading", "lheading", "code", "fence", "hr", "html_block", "reference"]
_OFF_IN_LINES = ["html_inline", "image", "backticks", "autolink"]


@cache
def _parser() -> MarkdownIt:
    """CommonMark without HTML, headings, code and pictures: their marks stay on the page as written."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    parser.disable(_OFF)
    parser.disable(_OFF_IN_LINES)
    parser.validateLink = _is_web  # type: ignore[method-assign]
    return parser


def _is_web(url: str) -> bool:
    return _WEB.fullmatch(url) is not None


def narrative_html(text: str) -> Markup:
    """The prose as HTML: parsed with HTML off, then cleaned to an allow-list by a second library."""
    html = _parser().render(visible(text))
    return Markup(
        nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}, "ol": {"start"}},
            url_schemes=_SCHEMES,
            link_rel="noreferrer",
        )
    )


def narrative_markdown(text: str) -> MarkdownText:
    """The same prose as Markdown again, written anew from what was understood; nothing else passes."""
    tree = SyntaxTreeNode(_parser().parse(visible(text)))
    return MarkdownText("\n".join(_blocks(tree.children)).strip("\n"))


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> list[str]:
    """Lines of Markdown, a blank one between blocks."""
    lines: list[str] = []
    for node in nodes:
        if lines:
            lines.append("")
        if node.type == "paragraph":
            lines.append("".join(_inline(part) for part in node.children))
        elif node.type == "blockquote":
            lines += [f"> {line}".rstrip() for line in _blocks(node.children)]
        else:
            lines += _list(node)
    return lines


def _list(node: SyntaxTreeNode) -> list[str]:
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    lines: list[str] = []
    for place, item in enumerate(node.children):
        lead = "- " if start is None else f"{start + place}. "
        inner = _blocks(item.children) or [""]
        lines.append(f"{lead}{inner[0]}")
        lines += [f"{' ' * len(lead)}{line}".rstrip() for line in inner[1:]]
    return lines


def _inline(node: SyntaxTreeNode) -> str:
    """One piece of a line; words are escaped, only the marks that were understood are written."""
    within = "".join(_inline(child) for child in node.children)
    match node.type:
        case "strong":
            return f"**{within}**"
        case "em":
            return f"*{within}*"
        case "link":
            words = "".join(child.content for child in node.walk() if child.type == "text")
            return link(words, str(node.attrs.get("href", "")))
        case "softbreak" | "hardbreak":
            return " " if node.type == "softbreak" else "  \n"
        case "inline":
            return within
        case _:
            return _spaced(node.content)


def _spaced(text: str) -> str:
    """Escaped words with the spaces at their ends kept: they part them from the emphasis beside them."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escape(text)}{after}"
