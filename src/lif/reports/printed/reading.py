"""Reads a page of a paper into the blocks that are printed: whatever a board's own template made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lif.reports.printed.blocks import Block, Callout, Document, Heading, Paragraph, Piece, Run
from lif.reports.printed.colours import own
from lif.reports.printed.flow import Flow
from lif.reports.printed.looks import Places

_RUNNING = re.compile(r'@bottom-left\s*\{\s*content:\s*"((?:[^"\\]|\\.)*)"')
_NUMBERED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def document(page: str) -> Document:
    """The paper that a rendered page holds, read by the rules of the HTML standard.

    Nothing of it is interpreted again, and no word that a reader sees is lost: what is none of the known
    elements is read as what it holds.
    """
    tree = LexborHTMLParser(page)
    body = tree.body
    colours = own("\n".join(style.text() for style in tree.css("style")))
    flow = Flow(_places(tree, dict(colours)))
    board, marking, stamp = _frame(body, flow)
    if body is not None:
        flow.take(body)
    blocks = flow.done()
    title = _title(tree, blocks)
    if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
        blocks = (Heading(1, (Run(title),)), *blocks)
    language = tree.root.attributes.get("lang") or "" if tree.root is not None else ""
    return Document(
        title,
        board,
        marking,
        _is_draft(tree, blocks),
        language if _LANGUAGE.fullmatch(language) else "en-GB",
        blocks,
        stamp,
        colours,
        tree.css_first("main .slides") is not None,
    )


def _places(tree: LexborHTMLParser, colours: Mapping[str, str]) -> Places:
    """The ids that links of the page lead to and that are there, and the drawings that have a name."""
    wanted = {(node.attributes.get("href") or "")[1:] for node in tree.css('a[href^="#"]:not(.skip)')}
    named = {node.attributes.get("id") or "" for node in tree.css("body [id]")}
    drawings = {node.attributes.get("id") or "": node for node in tree.css("svg [id]")}
    return Places(frozenset(wanted & named - drawings.keys() - {""}), drawings, colours)


def _frame(body: LexborNode | None, flow: Flow) -> tuple[str, str, tuple[Paragraph, ...]]:
    """The board, the marking and the stamp, which are taken off the page: they are not printed in it."""
    if body is None:
        return "", "", ()
    board, marking = (_words_of(body.css_first(f"header.top .{name}")) for name in ("board", "marking"))
    stamp: tuple[Paragraph, ...] = ()
    for footer in body.css("footer.stamp"):
        stamp += tuple(block for block in flow.inner(footer) if isinstance(block, Paragraph))
        footer.decompose()
    for part in body.css("header.top .board, header.top .marking"):
        part.decompose()
    return board, marking, stamp


def _words_of(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node is not None else ""


def _title(tree: LexborHTMLParser, blocks: tuple[Block, ...]) -> str:
    """The first heading of level 1, else the name of the page."""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and (said := words(block.pieces)):
            return said
    return _words_of(tree.css_first("head title")) or "Paper"


def words(pieces: tuple[Piece, ...]) -> str:
    """The pieces of a line as plain words."""
    return " ".join("".join(p.text if isinstance(p, Run) else " " for p in pieces).split())


def _is_draft(tree: LexborHTMLParser, blocks: tuple[Block, ...]) -> bool:
    """Whether the page says so in the line that it prints on each sheet, or in a banner."""
    for style in tree.css("style"):
        for found in _RUNNING.finditer(style.text()):
            if _NUMBERED.sub(lambda code: chr(int(code[1], 16)), found[1]).startswith("DRAFT"):
                return True
    return any(_says_draft(block) for block in blocks if isinstance(block, Callout))


def _says_draft(callout: Callout) -> bool:
    if callout.sort != "banner" or not callout.blocks or not isinstance(callout.blocks[0], Paragraph):
        return False
    return words(callout.blocks[0].pieces).lower().startswith("draft")
