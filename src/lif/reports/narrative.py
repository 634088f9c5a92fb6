"""Prose that people wrote in records, in a little Markdown: paragraphs, lists, quotations, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from lif.reports.characters import visible
from lif.reports.markdown import MarkdownText, escape, target

_TAGS = {"p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"}
_SCHEMES = {"http", "https", "mailto"}
_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?:-|\d+\.)(?: |$)")
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
    tokens = iter(_parser().parse(visible(text)))
    return MarkdownText("\n".join(_blocks(tokens, "")).strip("\n"))


def _blocks(tokens: Iterator[Token], end: str) -> list[str]:
    """Lines of Markdown up to the token that ends this block, a blank line between blocks within it."""
    lines: list[str] = []
    for token in tokens:
        if token.type == end:
            break
        if lines:
            lines.append("")
        if token.type == "paragraph_open":
            lines += _inline(next(tokens).children or []).split("\n")
            next(tokens)
        elif token.type == "blockquote_open":
            lines += [f"> {line}".rstrip() for line in _blocks(tokens, "blockquote_close")]
        elif token.type == "bullet_list_open":
            lines += _items(tokens, "bullet_list_close", None)
        elif token.type == "ordered_list_open":
            lines += _items(tokens, "ordered_list_close", int(token.attrs.get("start", 1)))
    return lines


def _items(tokens: Iterator[Token], end: str, number: int | None) -> list[str]:
    """The items of a list; one that begins with a list of its own leaves its first line to its mark."""
    lines: list[str] = []
    for token in tokens:
        if token.type == end:
            break
        lead = "-" if number is None else f"{number}."
        number = None if number is None else number + 1
        inner = _blocks(tokens, "list_item_close")
        indent = " " * (len(lead) + 1)
        beside = bool(inner) and not _LIST_MARK.match(inner[0])
        lines.append(f"{lead} {inner.pop(0)}" if beside else lead)
        lines += [f"{indent}{line}".rstrip() for line in inner]
    return lines


def _inline(tokens: Iterable[Token]) -> str:
    """One paragraph's words; they are escaped, only the marks that were understood are written."""
    parts: list[str] = []
    addresses: list[str] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                parts.append("**")
            case "em_open" | "em_close":
                parts.append("*")
            case "link_open":
                parts.append("[")
                addresses.append(target(str(token.attrs.get("href", ""))))
            case "link_close":
                parts.append(f"](<{addresses.pop()}>)")
            case "softbreak" | "hardbreak":
                parts.append(" " if token.type == "softbreak" else "\\\n")
            case _:
                parts.append(_spaced(token.content))
    return "".join(parts)


def _spaced(text: str) -> str:
    """Escaped words with the spaces at their ends kept: they part them from the emphasis beside them."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escape(text)}{after}"
